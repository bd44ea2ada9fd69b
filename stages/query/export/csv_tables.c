#include "csv_tables.h"

#include "export_formats.h"

#define CHOSEN " IN (SELECT value FROM json_each(?1)) "
#define PARAGRAPH(par) "coalesce(" par ".name, document.name || '-p' || " \
	par ".position)"
#define SENTENCE "coalesce(sentence.name, " PARAGRAPH("par") \
	" || '-s' || sentence.position)"
#define OF_PARAGRAPHS " FROM document JOIN paragraph AS par " \
	"ON par.document = document.id "
#define IN_SENTENCES OF_PARAGRAPHS "JOIN sentence " \
	"ON sentence.id BETWEEN par.first_sentence AND par.last_sentence "
#define IN_ORDER "WHERE document.id" CHOSEN "ORDER BY document.name, " \
	"par.position"
/* Entities that the chosen documents name. */
#define NAMED(id) " WHERE " id " IN (" \
	"SELECT entity FROM mention JOIN sentence ON sentence.id = sentence " \
	"JOIN paragraph AS par ON par.id = paragraph WHERE document" CHOSEN \
	"UNION SELECT entity FROM incident_party " \
	"JOIN incident ON incident.id = incident " \
	"JOIN sentence ON sentence.id = sentence " \
	"JOIN paragraph AS par ON par.id = paragraph WHERE document" CHOSEN \
	"UNION SELECT speaker FROM quotation " \
	"JOIN sentence ON sentence.id = sentence " \
	"JOIN paragraph AS par ON par.id = paragraph WHERE document" CHOSEN \
	") "

#define DOCUMENT { "document", 's', "its id" }
#define PLACE \
	{ "source_start", 'i', "character of the source, from 0" }, \
	{ "source_end", 'i', "the first one behind it" }, \
	{ "page", 'i', "of the source, from 1" }, \
	{ "line", 'i', "of the source, from 1" }
#define CORRECTED { "corrected", 's', "fields that people corrected" }
/* Foreign keys are those that every row has: to validators, one of several
 * columns is broken where one is empty (a paragraph that has no section). */
#define TO_DOCUMENT { "document", "documents", "document" }
#define TO_PARAGRAPH { "document paragraph", "paragraphs", \
	"document paragraph" }
#define TO_SENTENCE { "document sentence", "sentences", "document sentence" }
#define COLUMNS(list) .columns = list, .column_count = COUNT_OF(list)

static const struct csv_column documents[] = {
	DOCUMENT,
	{ "title", 's', NULL },
	{ "lang", 's', "ISO 639-1" },
	{ "country", 's', "ISO 3166-1" },
	{ "edition", 's', "the year on the cover" },
	{ "covers", 's', "the period it is about, EDTF" },
	{ "series", 's', NULL },
	{ "source", 's', "the file it was read from" },
	{ "sha256", 's', "of that file" },
	{ "paragraphs", 'i', "how many it has" },
	{ "words", 'i', "how many it has" },
};

static const struct csv_column metadata[] = {
	DOCUMENT,
	{ "key", 's', "a column of the manifest, or what a stream says" },
	{ "value", 's', NULL },
};

static const struct csv_column sections[] = {
	DOCUMENT,
	{ "section", 's', "its code: front, P1, I4; a date" },
	{ "position", 'i', "in the document, from 1" },
	{ "title", 's', "its first heading" },
	{ "parent", 's', "the section that it stands in" },
};

static const struct csv_column paragraphs[] = {
	DOCUMENT,
	{ "paragraph", 's', "its id" },
	{ "position", 'i', "in the document, from 1" },
	{ "kind", 's', NULL },
	{ "section", 's', "one of the document's" },
	{ "country", 's', "ISO 3166-1, of its chapter" },
	{ "first_page", 'i', "of the source, from 1" },
	{ "last_page", 'i', NULL },
	{ "first_line", 'i', "of the source, from 1" },
	{ "last_line", 'i', NULL },
	{ "text", 's', NULL },
};

static const struct csv_column sentences[] = {
	DOCUMENT,
	{ "sentence", 's', "its id" },
	{ "paragraph", 's', NULL },
	{ "position", 'i', "in the paragraph, from 1" },
	{ "lang", 's', "ISO 639-1; und: not known" },
	{ "start_char", 'i', "in the paragraph's text, from 0" },
	{ "end_char", 'i', "the first one behind it" },
	{ "page", 'i', "of the source, from 1" },
	{ "line", 'i', "of the source, from 1" },
	{ "text", 's', NULL },
};

static const struct csv_column mentions[] = {
	DOCUMENT,
	{ "sentence", 's', NULL },
	{ "number", 'i', "in the sentence, from 1" },
	{ "type", 's', NULL },
	{ "entity", 's', "whom or what it names; none for a date or an amount" },
	{ "value", 's', "of a date (EDTF), an amount (ISO 4217), a percentage" },
	{ "form", 's', "as it is written" },
	{ "start_char", 'i', "in the paragraph's text, from 0" },
	{ "end_char", 'i', "the first one behind it" },
	PLACE,
	{ "rule", 's', "that found it" },
	{ "confidence", 'i', "that it is right, in percent" },
	CORRECTED,
};

static const struct csv_column entities[] = {
	{ "entity", 's', "its canonical id" },
	{ "type", 's', "the commonest; none: referred to, never named" },
	{ "name", 's', NULL },
	CORRECTED,
};

static const struct csv_column entity_names[] = {
	{ "entity", 's', NULL },
	{ "lang", 's', "of readers who know it so" },
	{ "name", 's', NULL },
	{ "source", 's', "correction, lexicon, stream or text" },
};

static const struct csv_column aliases[] = {
	{ "entity", 's', NULL },
	{ "form", 's', "a spelling" },
	{ "lang", 's', NULL },
	{ "type", 's', NULL },
	{ "count", 'i', "in all documents of the database" },
};

static const struct csv_column incidents[] = {
	DOCUMENT,
	{ "incident", 's', "its id" },
	{ "sentence", 's', NULL },
	{ "type", 's', NULL },
	{ "status", 's', "asserted, alleged, denied, planned, general, count" },
	{ "date", 's', "EDTF" },
	{ "date_from", 's', "stated, carried, heading, footnote, event, report" },
	{ "place_from", 's', "the same of the place" },
	{ "actor_class", 's', "police, court, state, private" },
	{ "outcome", 's', "P2Y, KZT 185000, dropped, suspended; ; between" },
	{ "number", 's', "how many it befell, or how many there were" },
	{ "trigger", 's', "the words that tell it" },
	PLACE,
	CORRECTED,
};

static const struct csv_column parties[] = {
	DOCUMENT,
	{ "incident", 's', NULL },
	{ "role", 's', "target, place, actor or law" },
	{ "position", 'i', "among those of the role, from 1" },
	{ "party", 's', "the entity, or number and noun: 41_journalists" },
	{ "entity", 's', NULL },
};

static const struct csv_column quotations[] = {
	DOCUMENT,
	{ "quotation", 's', "its id" },
	{ "sentence", 's', NULL },
	{ "kind", 's', "direct or indirect" },
	{ "speaker", 's', NULL },
	{ "speaker_from", 's', "name, noun, pronoun, carried" },
	{ "cue", 's', "said, according to" },
	{ "quote", 's', NULL },
	PLACE,
	CORRECTED,
};

static const struct csv_column footnotes[] = {
	DOCUMENT,
	{ "paragraph", 's', "its own" },
	{ "position", 'i', "in the paragraph, from 1" },
	{ "number", 's', "as printed" },
	{ "anchor", 's', "the paragraph that its mark stands in" },
	{ "anchor_char", 'i', "where, in that text, from 0" },
	{ "author", 's', NULL },
	{ "title", 's', NULL },
	{ "outlet", 's', NULL },
	{ "date", 's', "EDTF" },
	{ "url", 's', NULL },
};

static const struct csv_column scores[] = {
	DOCUMENT,
	{ "paragraph", 's', NULL },
	{ "position", 'i', "in the paragraph, from 1" },
	{ "scope", 's', "overall, P1, I7" },
	{ "value", 'n', NULL },
	{ "class", 's', "its name in words" },
	{ "change", 's', "against the edition before" },
};

static const struct csv_column links[] = {
	DOCUMENT,
	{ "paragraph", 's', NULL },
	{ "position", 'i', "in the paragraph, from 1" },
	{ "start_char", 'i', "in the paragraph's text, from 0" },
	{ "end_char", 'i', "the first one behind it" },
	{ "target", 's', "a web address, or #name in the report" },
};

/* The number of a row among those of its paragraph or sentence. */
#define NUMBER(table, home) "row_number() OVER (PARTITION BY " table "." home \
	" ORDER BY " table ".id)"
#define AT_PARAGRAPHS(table) OF_PARAGRAPHS "JOIN " table " ON " table \
	".paragraph = par.id "

const struct csv_table csv_tables[] = {
	{ "documents", "reports",
	  "SELECT name, title, lang, country, edition, covers, series, source, "
	  "sha256, paragraphs, words FROM document WHERE id" CHOSEN
	  "ORDER BY name",
	  COLUMNS(documents), "document", { { NULL, NULL, NULL } } },
	{ "document_meta", "what else manifests say of reports",
	  "SELECT name, key, value FROM document "
	  "JOIN document_meta ON document = id WHERE " EXPORT_IS_KEY
	  " AND id" CHOSEN
	  "ORDER BY name, key",
	  COLUMNS(metadata), "document key", { TO_DOCUMENT } },
	{ "sections", "sections of reports",
	  "SELECT document.name, section.code, section.position, "
	  "section.title, parent.code FROM document "
	  "JOIN section ON section.document = document.id "
	  "LEFT JOIN section AS parent ON parent.id = section.parent "
	  "WHERE document.id" CHOSEN "ORDER BY document.name, "
	  "section.position",
	  COLUMNS(sections), "document section",
	  { TO_DOCUMENT } },
	{ "paragraphs", "paragraphs of reports",
	  "SELECT document.name, " PARAGRAPH("par") ", par.position, par.kind, "
	  "section.code, par.country, first_page, last_page, first_line, "
	  "last_line, text, par.id" OF_PARAGRAPHS
	  "LEFT JOIN section ON section.id = par.section " IN_ORDER,
	  COLUMNS(paragraphs), "document paragraph",
	  { TO_DOCUMENT } },
	{ "sentences", "sentences of paragraphs",
	  "SELECT document.name, " SENTENCE ", " PARAGRAPH("par") ", "
	  "sentence.position, sentence.lang, start_char, end_char, page, line, "
	  "substr(par.text, start_char + 1, end_char - start_char), par.id"
	  IN_SENTENCES IN_ORDER ", sentence.position",
	  COLUMNS(sentences), "document sentence",
	  { TO_PARAGRAPH } },
	{ "mentions", "what sentences name: entities, dates, amounts",
	  "SELECT document.name, " SENTENCE ", "
	  NUMBER("mention", "sentence") ", mention.type, entity, value, "
	  "substr(par.text, mention.start_char + 1, mention.end_char - "
	  "mention.start_char), mention.start_char, mention.end_char, "
	  "source_start, source_end, mention.page, mention.line, rule, "
	  "confidence, mention.corrected, par.id" OF_PARAGRAPHS
	  "JOIN mention ON mention.id BETWEEN par.first_mention "
	  "AND par.last_mention "
	  "JOIN sentence ON sentence.id = mention.sentence "
	  IN_ORDER ", sentence.position, mention.id",
	  COLUMNS(mentions), "document sentence number",
	  { TO_SENTENCE, { "entity", "entities", "entity" } } },
	{ "entities", "whom and what the reports name",
	  "SELECT id, type, name, corrected FROM entity" NAMED("id")
	  "ORDER BY id",
	  COLUMNS(entities), "entity", { { NULL, NULL, NULL } } },
	{ "entity_names", "how readers of a language know an entity",
	  "SELECT entity, lang, name, source FROM entity_name" NAMED("entity")
	  "ORDER BY entity, lang",
	  COLUMNS(entity_names), "entity lang",
	  { { "entity", "entities", "entity" } } },
	{ "aliases", "spellings of an entity",
	  "SELECT entity, form, lang, type, count FROM alias" NAMED("entity")
	  "ORDER BY entity, form, lang, type",
	  COLUMNS(aliases), "entity form lang type",
	  { { "entity", "entities", "entity" } } },
	{ "incidents", "what happened",
	  "SELECT document.name, incident.name, " SENTENCE ", type, status, "
	  "date, date_from, place_from, actor_class, outcome, number, "
	  "trigger, source_start, source_end, incident.page, incident.line, "
	  "incident.corrected" IN_SENTENCES
	  "JOIN incident ON incident.sentence = sentence.id "
	  IN_ORDER ", sentence.position, incident.id",
	  COLUMNS(incidents), "document incident",
	  { TO_SENTENCE } },
	{ "incident_parties", "who had a part in it",
	  "SELECT document.name, incident.name, role, party.position, "
	  "party.name, entity" IN_SENTENCES
	  "JOIN incident ON incident.sentence = sentence.id "
	  "JOIN incident_party AS party ON party.incident = incident.id "
	  IN_ORDER ", sentence.position, incident.id, role, party.position",
	  COLUMNS(parties), "document incident role position",
	  { { "document incident", "incidents", "document incident" },
	    { "entity", "entities", "entity" } } },
	{ "quotations", "who is cited as saying what",
	  "SELECT document.name, quotation.name, " SENTENCE ", "
	  "quotation.kind, speaker, speaker_from, cue, quote, "
	  "source_start, source_end, quotation.page, quotation.line, "
	  "quotation.corrected" IN_SENTENCES
	  "JOIN quotation ON quotation.sentence = sentence.id "
	  IN_ORDER ", sentence.position, quotation.id",
	  COLUMNS(quotations), "document quotation",
	  { TO_SENTENCE, { "speaker", "entities", "entity" } } },
	{ "footnotes", "footnotes, and what they cite",
	  "SELECT document.name, " PARAGRAPH("par") ", "
	  NUMBER("footnote", "paragraph") ", number, "
	  "CASE WHEN anchor.id IS NOT NULL THEN " PARAGRAPH("anchor") " END, "
	  "anchor_char, author, footnote.title, outlet, date, url, anchor.id"
	  AT_PARAGRAPHS("footnote")
	  "LEFT JOIN paragraph AS anchor ON anchor.id = footnote.anchor "
	  IN_ORDER ", footnote.id",
	  COLUMNS(footnotes), "document paragraph position",
	  { TO_PARAGRAPH } },
	{ "scores", "marks that reports give",
	  "SELECT document.name, " PARAGRAPH("par") ", "
	  NUMBER("score", "paragraph") ", scope, value, class, change"
	  AT_PARAGRAPHS("score") IN_ORDER ", score.id",
	  COLUMNS(scores), "document paragraph position",
	  { TO_PARAGRAPH } },
	{ "links", "where texts lead to",
	  "SELECT document.name, " PARAGRAPH("par") ", "
	  NUMBER("link", "paragraph") ", start_char, end_char, target, par.id"
	  AT_PARAGRAPHS("link") IN_ORDER ", link.id",
	  COLUMNS(links), "document paragraph position",
	  { TO_PARAGRAPH } },
};

const size_t csv_table_count = COUNT_OF(csv_tables);
