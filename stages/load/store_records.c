#include "store.h"

static int put_parties(struct store *store, struct statement *st,
		       int64_t record, const struct field *field,
		       const void *item, struct err *err)
{
	struct str names = *(const struct str *)field_value(field, item), name;
	int64_t position = 0;
	int rc = 0;

	while (rc == 0 && str_split(&names, ';', &name)) {
		if (name.len == 0)
			continue;
		if (store_is_entity(store, name) &&
		    (rc = store_touch(store, name, err)) < 0)
			break;
		statement_bind_number(st, 1, record);
		statement_bind(st, 2, str_of(field->key));
		statement_bind_number(st, 3, ++position);
		statement_bind(st, 4, name);
		statement_bind_some(st, 5, store_is_entity(store, name)
						   ? name : STR_NONE);
		rc = statement_run(st, err);
	}
	return rc;
}

static void bind_text(struct statement *st, int at, const struct field *field,
		      struct str text)
{
	if (field->is_filled)
		statement_bind(st, at, text);
	else
		statement_bind_some(st, at, text);
}

static int bind_entity(struct store *store, struct statement *st, int at,
		       struct str id, struct err *err)
{
	bool is_entity = store_is_entity(store, id);

	statement_bind_some(st, at, is_entity ? id : STR_NONE);
	return is_entity ? store_touch(store, id, err) : 0;
}

static void bind_placed(struct store *store, struct statement *st, int at,
			const struct extent *extent, size_t sentence)
{
	const struct sentence *s = &store->doc->sentences.items[sentence];
	struct location where;

	if (extent->first < extent->end)
		store_locate_extent(store, *extent, &where);
	else
		store_locate(store, s->paragraph, s->start, s->end, &where);
	store_bind_location(st, at, &where);
}

static void bind_anchor(struct store *store, struct statement *st, int at,
			const struct anchor *anchor)
{
	struct location where;

	if (anchor->paragraph == SIZE_MAX) {
		statement_bind_null(st, at);
		statement_bind_null(st, at + 1);
		return;
	}
	store_locate(store, anchor->paragraph, anchor->at, anchor->at, &where);
	statement_bind_number(st, at,
			      store->paragraphs.items[anchor->paragraph]);
	statement_bind_number(st, at + 1, where.start);
}

static void bind_range(struct store *store, struct statement *st, int at,
		       const struct range *range, size_t paragraph)
{
	struct location where;

	store_locate(store, paragraph, range->start, range->end, &where);
	statement_bind_number(st, at, where.start);
	statement_bind_number(st, at + 1, where.end);
}

/* Bind the columns of a field from parameter *at on. */
static int bind_field(struct store *store, struct statement *st, int *at,
		      const struct field *field, const void *item,
		      struct err *err)
{
	static const int columns[FIELD_KINDS] = {
		[FIELD_TEXT] = 1, [FIELD_DATE] = 1, [FIELD_NUMBER] = 1,
		[FIELD_ENTITY] = 1, [FIELD_WORDS] = 1, [FIELD_PLACED] = 5,
		[FIELD_ANCHOR] = 2, [FIELD_RANGE] = 2
	};
	const void *value = field_value(field, item);
	int first = *at;

	*at += columns[field->kind];
	switch (field->kind) {
	case FIELD_ENTITIES:
		break;
	case FIELD_ENTITY:
		return bind_entity(store, st, first,
				   *(const struct str *)value, err);
	case FIELD_PLACED:
		bind_placed(store, st, first + 1, value, record_home(item));
		/* fallthrough */
	case FIELD_WORDS:
		bind_text(st, first, field,
			  extent_text(store->doc,
				      *(const struct extent *)value));
		break;
	case FIELD_ANCHOR:
		bind_anchor(store, st, first, value);
		break;
	case FIELD_RANGE:
		bind_range(store, st, first, value, record_home(item));
		break;
	default:
		bind_text(st, first, field, *(const struct str *)value);
	}
	return 0;
}

static int put_record(struct store *store, size_t which, const void *item,
		      struct err *err)
{
	const struct record *record = &records[which];
	struct statement *st = store->put_record[which];
	size_t home = record_home(item);
	int64_t id;
	int at = 2, rc = 0;

	statement_bind_number(st, 1, record->home == HOME_SENTENCE
					     ? store->sentences.items[home]
					     : store->paragraphs.items[home]);
	for (size_t i = 0; rc == 0 && i < record->field_count; i++)
		rc = bind_field(store, st, &at, &record->fields[i], item, err);
	if (rc < 0 || (rc = statement_run(st, err)) < 0)
		return rc;
	id = database_last_id(store->db);
	for (size_t i = 0; rc == 0 && i < record->field_count; i++)
		if (record->fields[i].kind == FIELD_ENTITIES)
			rc = put_parties(store, store->put_party[which], id,
					 &record->fields[i], item, err);
	return rc;
}

int store_records(struct store *store, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < RECORDS; i++) {
		size_t count = record_count(&records[i], store->doc);

		for (size_t k = 0; rc == 0 && k < count; k++)
			rc = put_record(store, i, record_item(&records[i],
						store->doc, k), err);
	}
	return rc;
}
