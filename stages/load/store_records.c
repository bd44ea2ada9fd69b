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

/* What a record itself refers to needs a row first. */
static int touch_entities(struct store *store, const struct record *record,
			  const void *item, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < record->field_count; i++) {
		const struct field *field = &record->fields[i];
		const void *value = field_value(field, item);

		if (field->kind == FIELD_ENTITY &&
		    store_is_entity(store, *(const struct str *)value))
			rc = store_touch(store, *(const struct str *)value, err);
	}
	return rc;
}

/* These bind the columns of a field from parameter `at` on and return the next
 * parameter. */
static int bind_text(struct statement *st, int at, const struct field *field,
		     struct str text)
{
	if (field->is_filled)
		statement_bind(st, at, text);
	else
		statement_bind_some(st, at, text);
	return at + 1;
}

static int bind_words(struct store *store, struct statement *st, int at,
		      const struct field *field, const struct extent *extent)
{
	return bind_text(st, at, field, extent_text(store->doc, *extent));
}

static int bind_placed(struct store *store, struct statement *st, int at,
		       const struct field *field, const struct extent *extent,
		       size_t sentence)
{
	const struct sentence *s = &store->doc->sentences.items[sentence];
	struct location where;

	if (extent->first < extent->end)
		store_locate_extent(store, *extent, &where);
	else
		store_locate(store, s->paragraph, s->start, s->end, &where);
	bind_words(store, st, at, field, extent);
	store_bind_location(st, at + 1, &where);
	return at + 5;
}

static int bind_anchor(struct store *store, struct statement *st, int at,
		       const struct anchor *anchor)
{
	struct location where;

	if (anchor->paragraph == SIZE_MAX) {
		statement_bind_null(st, at);
		statement_bind_null(st, at + 1);
		return at + 2;
	}
	store_locate(store, anchor->paragraph, anchor->at, anchor->at, &where);
	statement_bind_number(st, at,
			      store->paragraphs.items[anchor->paragraph]);
	statement_bind_number(st, at + 1, where.start);
	return at + 2;
}

static int bind_range(struct store *store, struct statement *st, int at,
		      const struct range *range, size_t paragraph)
{
	struct location where;

	store_locate(store, paragraph, range->start, range->end, &where);
	statement_bind_number(st, at, where.start);
	statement_bind_number(st, at + 1, where.end);
	return at + 2;
}

static int bind_field(struct store *store, struct statement *st, int at,
		      const struct field *field, const void *item)
{
	const void *value = field_value(field, item);

	switch (field->kind) {
	case FIELD_ENTITIES:
		return at;
	case FIELD_ENTITY:
		return bind_text(st, at, field,
				 store_is_entity(store,
						 *(const struct str *)value)
					 ? *(const struct str *)value
					 : STR_NONE);
	case FIELD_WORDS:
		return bind_words(store, st, at, field, value);
	case FIELD_PLACED:
		return bind_placed(store, st, at, field, value,
				   record_home(item));
	case FIELD_ANCHOR:
		return bind_anchor(store, st, at, value);
	case FIELD_RANGE:
		return bind_range(store, st, at, value, record_home(item));
	default:
		return bind_text(st, at, field, *(const struct str *)value);
	}
}

static int put_record(struct store *store, size_t which, const void *item,
		      struct err *err)
{
	const struct record *record = &records[which];
	struct statement *st = store->put_record[which];
	size_t home = record_home(item);
	int at = 2, rc = touch_entities(store, record, item, err);
	int64_t id;

	statement_bind_number(st, 1, record->home == HOME_SENTENCE
					     ? store->first_sentence + (int64_t)home
					     : store->paragraphs.items[home]);
	for (size_t i = 0; i < record->field_count; i++)
		at = bind_field(store, st, at, &record->fields[i], item);
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
