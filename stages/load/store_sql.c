/* The statements that follow from the tables of records.h. */
#include "store.h"

/* Append "INSERT INTO table (a, b) VALUES (?, ?)" for "a b" */
static void add_insert(struct strbuf *sql, const char *table,
		       struct str columns)
{
	struct strbuf values = STRBUF_INIT;
	const char *comma = "";
	struct str column;

	strbuf_addf(sql, "INSERT INTO %s (", table);
	while (str_split(&columns, ' ', &column)) {
		if (column.len == 0)
			continue;
		strbuf_addf(sql, "%s%.*s", comma, STR_ARGS(column));
		strbuf_addf(&values, "%s?", comma);
		comma = ", ";
	}
	strbuf_addf(sql, ") VALUES (%s)", values.data);
	strbuf_release(&values);
}

static void add_put_document(struct strbuf *sql)
{
	struct strbuf columns = STRBUF_INIT;

	strbuf_add_z(&columns, "name paragraphs words tokenizer stemmer "
			       "name_key lexicons made production corrections "
			       "corrected");
	for (size_t i = 0; i < META_KEYS; i++)
		strbuf_addf(&columns, " %s", meta_keys[i]);
	add_insert(sql, "document", strbuf_view(&columns));
	strbuf_release(&columns);
}

static void add_put_record(struct strbuf *sql, const struct record *record)
{
	struct strbuf columns = STRBUF_INIT;

	strbuf_add_z(&columns, record_home_name(record->home));
	for (size_t i = 0; i < record->field_count; i++)
		strbuf_addf(&columns, " %s", record->fields[i].columns);
	add_insert(sql, record->name, strbuf_view(&columns));
	strbuf_release(&columns);
}

/* The rows of a record in the document ?1. */
static void add_rows(struct strbuf *sql, const struct record *record)
{
	strbuf_addf(sql, "SELECT id FROM %s WHERE %s ", record->name,
		    record_home_name(record->home));
	strbuf_add_z(sql, record->home == HOME_SENTENCE
			? "BETWEEN " STORE_IDS("sentence")
			: "IN (SELECT id FROM paragraph WHERE document = ?1)");
}

typedef void add_reference(struct strbuf *sql, const struct record *record,
			   const char *table_end, const char *column);

/* Call `add` for every column of records that refers to entities. */
static void add_references(struct strbuf *sql, add_reference *add)
{
	for (size_t i = 0; i < RECORDS; i++) {
		const struct record *record = &records[i];

		for (size_t k = 0; k < record->field_count; k++)
			if (record->fields[k].kind == FIELD_ENTITY)
				add(sql, record, "", record->fields[k].columns);
		if (record_has(record, FIELD_ENTITIES))
			add(sql, record, "_party", "entity");
	}
}

/* What a column refers to in the document ?1. */
static void add_referred(struct strbuf *sql, const struct record *record,
			 const char *table_end, const char *column)
{
	strbuf_addf(sql, "%sSELECT %s FROM %s%s WHERE %s IS NOT NULL "
		    "AND %s IN (", sql->len > 0 ? " UNION " : "", column,
		    record->name, table_end, column,
		    *table_end ? record->name : "id");
	add_rows(sql, record);
	strbuf_add_char(sql, ')');
}

/* The same in all documents. */
static void add_all_referred(struct strbuf *sql, const struct record *record,
			     const char *table_end, const char *column)
{
	strbuf_addf(sql, "%sSELECT %s FROM %s%s WHERE %s IS NOT NULL",
		    sql->len > 0 ? " UNION " : "", column, record->name,
		    table_end, column);
}

static int open_made(struct store *store, struct statement **st,
		     struct strbuf *sql, struct err *err)
{
	int rc = statement_open(st, store->db, sql->data, err);

	strbuf_clear(sql);
	return rc;
}

static int open_record(struct store *store, size_t which, struct strbuf *sql,
		       struct err *err)
{
	const struct record *record = &records[which];
	int rc;

	add_put_record(sql, record);
	rc = open_made(store, &store->put_record[which], sql, err);
	if (rc < 0 || !record_has(record, FIELD_ENTITIES))
		return rc;
	strbuf_addf(sql, "INSERT INTO %s_party VALUES (?, ?, ?, ?, ?)",
		    record->name);
	return open_made(store, &store->put_party[which], sql, err);
}

int store_open_made(struct store *store, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	int rc;

	add_put_document(&sql);
	rc = open_made(store, &store->st[PUT_DOCUMENT], &sql, err);
	add_references(&sql, add_referred);
	if (rc == 0)
		rc = open_made(store, &store->st[GET_OLD_ENTITIES], &sql, err);
	add_references(&sql, add_all_referred);
	if (rc == 0)
		rc = open_made(store, &store->st[GET_REFERRED], &sql, err);
	for (size_t i = 0; rc == 0 && i < RECORDS; i++)
		rc = open_record(store, i, &sql, err);
	strbuf_release(&sql);
	return rc;
}

static int cut_rows(struct store *store, struct strbuf *sql, int64_t document,
		    struct err *err)
{
	struct statement *st;
	int rc = open_made(store, &st, sql, err);

	if (rc < 0)
		return rc;
	statement_bind_number(st, 1, document);
	rc = statement_run(st, err);
	statement_close(st);
	return rc;
}

int store_cut_records(struct store *store, int64_t document, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < RECORDS; i++) {
		const struct record *record = &records[i];

		if (record_has(record, FIELD_ENTITIES)) {
			strbuf_addf(&sql, "DELETE FROM %s_party WHERE %s IN (",
				    record->name, record->name);
			add_rows(&sql, record);
			strbuf_add_char(&sql, ')');
			rc = cut_rows(store, &sql, document, err);
		}
		strbuf_addf(&sql, "DELETE FROM %s WHERE id IN (", record->name);
		add_rows(&sql, record);
		strbuf_add_char(&sql, ')');
		if (rc == 0)
			rc = cut_rows(store, &sql, document, err);
	}
	strbuf_release(&sql);
	return rc;
}
