#include "stream_write_internal.h"

static void add_extent(struct writer *w, const struct extent *extent)
{
	const struct sentence *s = &w->doc->sentences.items[extent->sentence];

	if (extent->first < extent->end)
		strbuf_addf(&w->value, "%.*s:%zu-%zu", STR_ARGS(s->id),
			    extent->first - s->first_token + 1,
			    extent->end - s->first_token);
}

static void add_anchor(struct writer *w, const struct anchor *anchor)
{
	if (anchor->paragraph == SIZE_MAX)
		return;
	strbuf_addf(&w->value, "%.*s:%zu",
		    STR_ARGS(w->doc->paragraphs.items[anchor->paragraph].id),
		    chars_before(paragraph_chars(&w->text, w->doc,
						 anchor->paragraph),
				 anchor->at));
}

static void add_range(struct writer *w, size_t paragraph,
		      const struct range *range)
{
	const struct chars *chars = paragraph_chars(&w->text, w->doc,
						    paragraph);

	strbuf_addf(&w->value, "%zu:%zu", chars_before(chars, range->start),
		    chars_before(chars, range->end));
}

/* Valid until the next one. */
static struct str value_of(struct writer *w, const struct field *field,
			   const void *item)
{
	const void *value = field_value(field, item);

	strbuf_clear(&w->value);
	switch (field->kind) {
	case FIELD_WORDS:
	case FIELD_PLACED:
		add_extent(w, value);
		break;
	case FIELD_ANCHOR:
		add_anchor(w, value);
		break;
	case FIELD_RANGE:
		add_range(w, record_home(item), value);
		break;
	default:
		return *(const struct str *)value;
	}
	return strbuf_view(&w->value);
}

static void write_record(struct writer *w, const struct record *record,
			 const void *item)
{
	const char *bar = "";

	ADD(w->out, "# ");
	strbuf_add_z(w->out, record->name);
	ADD(w->out, " = ");
	for (size_t i = 0; i < record->field_count; i++) {
		struct str value = value_of(w, &record->fields[i], item);

		if (value.len == 0)
			continue;
		strbuf_add_z(w->out, bar);
		strbuf_add_z(w->out, record->fields[i].key);
		strbuf_add_char(w->out, '=');
		stream_escape(w->out, value, STREAM_IN_COMMENT);
		bar = "|";
	}
	strbuf_add_char(w->out, '\n');
}

void stream_write_records(struct writer *w, enum record_home home, size_t index)
{
	for (size_t i = 0; i < RECORDS; i++) {
		const struct record *record = &records[i];
		size_t count = record_count(record, w->doc);

		if (record->home != home)
			continue;
		for (; w->record[i] < count; w->record[i]++) {
			const void *item = record_item(record, w->doc,
						       w->record[i]);

			if (record_home(item) != index)
				break;
			write_record(w, record, item);
		}
	}
}
