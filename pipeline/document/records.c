#include "records.h"

#define AT(type, member) offsetof(struct type, member)

static const struct field incident_fields[] = {
	{ "id", FIELD_TEXT, AT(incident, id), true, "name",
	  "of the incident: DOCUMENT-i4" },
	{ "type", FIELD_TEXT, AT(incident, type), true, "type",
	  "a type of `lexicons/acts.tsv`" },
	{ "status", FIELD_TEXT, AT(incident, status), true, "status",
	  "`asserted`, `alleged`, `denied`, `planned`, `general`, or `count` "
	  "of a total" },
	{ "date", FIELD_DATE, AT(incident, date), false, "date", "when" },
	{ "date_from", FIELD_TEXT, AT(incident, date_from), false, "date_from",
	  "where the date comes from: `stated` in the sentence, `carried` from "
	  "one before it, of a `heading`, `footnote`, `event`, `report`, or "
	  "`corrected` by hand" },
	{ "target", FIELD_ENTITIES, AT(incident, target), false, "",
	  "to whom" },
	{ "place", FIELD_ENTITIES, AT(incident, place), false, "", "where" },
	{ "place_from", FIELD_TEXT, AT(incident, place_from), false,
	  "place_from", "as `date_from`" },
	{ "actor", FIELD_ENTITIES, AT(incident, actor), false, "", "by whom" },
	{ "actor_class", FIELD_TEXT, AT(incident, actor_class), false,
	  "actor_class", "`police`, `court`, `state` or `private`" },
	{ "law", FIELD_ENTITIES, AT(incident, law), false, "",
	  "under which law" },
	{ "outcome", FIELD_TEXT, AT(incident, outcome), false, "outcome",
	  "durations (`P2Y`), amounts (`KZT 185000`), `dropped`, `suspended`, "
	  "`;` between" },
	{ "number", FIELD_NUMBER, AT(incident, number), false, "number",
	  "how many it befell; of a total, how many there were" },
	{ "trigger", FIELD_PLACED, AT(incident, trigger), false,
	  "trigger source_start source_end page line", "what tells it" },
	{ "corrected", FIELD_TEXT, AT(incident, corrected), false, "corrected",
	  "fields that were corrected by hand" },
};

static const struct field quotation_fields[] = {
	{ "id", FIELD_TEXT, AT(quotation, id), true, "name",
	  "of the quotation: DOCUMENT-q4" },
	{ "kind", FIELD_TEXT, AT(quotation, kind), true, "kind",
	  "`direct` or `indirect`" },
	{ "speaker", FIELD_ENTITY, AT(quotation, speaker), false, "speaker",
	  "whom it cites" },
	{ "speaker_from", FIELD_TEXT, AT(quotation, speaker_from), false,
	  "speaker_from", "how the speaker is told: by a `name`, a `noun` "
	  "that stands for one named before, a `pronoun`, `carried` from the "
	  "sentence before, or `corrected`" },
	{ "cue", FIELD_WORDS, AT(quotation, cue), false, "cue",
	  "said, according to" },
	{ "quote", FIELD_PLACED, AT(quotation, quote), false,
	  "quote source_start source_end page line", "what was said" },
	{ "corrected", FIELD_TEXT, AT(quotation, corrected), false, "corrected",
	  "fields that were corrected by hand" },
};

static const struct field footnote_fields[] = {
	{ "number", FIELD_TEXT, AT(footnote, number), true, "number",
	  "as printed" },
	{ "anchor", FIELD_ANCHOR, AT(footnote, anchor), false,
	  "anchor anchor_char", "where its mark stands" },
	{ "author", FIELD_TEXT, AT(footnote, author), false, "author",
	  "of what it cites" },
	{ "title", FIELD_TEXT, AT(footnote, title), false, "title",
	  "of what it cites" },
	{ "outlet", FIELD_TEXT, AT(footnote, outlet), false, "outlet",
	  "that published it" },
	{ "date", FIELD_DATE, AT(footnote, date), false, "date",
	  "when it was published" },
	{ "url", FIELD_TEXT, AT(footnote, url), false, "url", "where it lies" },
};

static const struct field score_fields[] = {
	{ "scope", FIELD_TEXT, AT(score, scope), true, "scope",
	  "what is marked: `overall`, `P1`, `I7`" },
	{ "value", FIELD_NUMBER, AT(score, value), false, "value", "the mark" },
	{ "class", FIELD_TEXT, AT(score, label), false, "class",
	  "its name in words: Slightly Vibrant" },
	{ "change", FIELD_TEXT, AT(score, change), false, "change",
	  "against the edition before: +3" },
};

static const struct field link_fields[] = {
	{ "at", FIELD_RANGE, AT(link, at), true, "start_char end_char",
	  "the text that leads there" },
	{ "target", FIELD_TEXT, AT(link, target), true, "target",
	  "a web address, or #name in the document" },
};

#define RECORD(type, plural, home) \
	{ #type, home, AT(document, plural), sizeof(struct type), \
	  type##_fields, COUNT_OF(type##_fields) }

const struct record records[RECORDS] = {
	RECORD(incident, incidents, HOME_SENTENCE),
	RECORD(quotation, quotations, HOME_SENTENCE),
	RECORD(footnote, footnotes, HOME_PARAGRAPH),
	RECORD(score, scores, HOME_PARAGRAPH),
	RECORD(link, links, HOME_PARAGRAPH),
};

const char *const meta_keys[META_KEYS] = {
	"title", "lang", "country", "edition", "covers", "series", "source",
	"sha256"
};

/* Any LIST. It is copied out and back, because the compiler may take it that
 * lists of different types share no memory. */
struct any_list {
	char *items;
	size_t count, capacity;
};

static struct any_list list_of(const struct record *record,
			       const struct document *doc)
{
	struct any_list list;

	memcpy(&list, (const char *)doc + record->list, sizeof list);
	return list;
}

const char *record_home_name(enum record_home home)
{
	return home == HOME_SENTENCE ? "sentence" : "paragraph";
}

const struct record *record_find(struct str name)
{
	for (size_t i = 0; i < RECORDS; i++)
		if (str_equal(str_of(records[i].name), name))
			return &records[i];
	return NULL;
}

const struct field *record_field(const struct record *record, struct str key)
{
	for (size_t i = 0; i < record->field_count; i++)
		if (str_equal(str_of(record->fields[i].key), key))
			return &record->fields[i];
	return NULL;
}

bool record_has(const struct record *record, enum field_kind kind)
{
	for (size_t i = 0; i < record->field_count; i++)
		if (record->fields[i].kind == kind)
			return true;
	return false;
}

size_t record_count(const struct record *record, const struct document *doc)
{
	return list_of(record, doc).count;
}

const void *record_item(const struct record *record,
			const struct document *doc, size_t index)
{
	return list_of(record, doc).items + index * record->size;
}

size_t record_home(const void *item)
{
	return *(const size_t *)item;
}

void *record_add(const struct record *record, struct document *doc,
		 size_t home)
{
	struct any_list list = list_of(record, doc);
	char *item;

	list.items = list_make_room(list.items, list.count, &list.capacity,
				    record->size);
	item = list.items + list.count++ * record->size;
	memcpy((char *)doc + record->list, &list, sizeof list);
	*(size_t *)(void *)item = home;
	for (size_t i = 0; i < record->field_count; i++) {
		const struct field *field = &record->fields[i];

		void *member = field_member(field, item);

		if (field->kind == FIELD_WORDS || field->kind == FIELD_PLACED)
			((struct extent *)member)->sentence = home;
		if (field->kind == FIELD_ANCHOR)
			((struct anchor *)member)->paragraph = SIZE_MAX;
	}
	return item;
}

void record_take_back(const struct record *record, struct document *doc)
{
	struct any_list list = list_of(record, doc);

	list.count--;
	memcpy((char *)doc + record->list, &list, sizeof list);
}

const void *field_value(const struct field *field, const void *item)
{
	return (const char *)item + field->at;
}

void *field_member(const struct field *field, void *item)
{
	return (char *)item + field->at;
}

bool meta_is_column(struct str key)
{
	for (size_t i = 0; i < META_KEYS; i++)
		if (str_equal(str_of(meta_keys[i]), key))
			return true;
	return false;
}
