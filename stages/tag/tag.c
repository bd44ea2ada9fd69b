#include "tag.h"

#include "again.h"
#include "amounts.h"
#include "citations.h"
#include "chains.h"
#include "dates.h"
#include "explain.h"
#include "document_stages.h"
#include "gazetteer.h"
#include "heads.h"
#include "located.h"
#include "law_names.h"
#include "patterns.h"
#include "persons.h"
#include "scopes.h"
#include "shapes.h"
#include "name_suffixes.h"
#include "shorter.h"

#include <stdlib.h>

struct tag_settings {
	struct strings names;
};

static const struct program_option options[] = {
	{ 'n', "names", OPT_LIST, offsetof(struct tag_settings, names), "FILE",
	  "more names: a table with the columns type, id, lang, name and, where a name is a common word too, cue",
	  VALUE_FILE, NULL },
	{ 0 }
};

struct tagger {
	struct romanisation *romanisation;
	struct heads *heads;
	struct chains *chains;
	struct gazetteer *names;
	struct numbers *numbers;
	struct amounts *amounts;
	struct dates *dates;
	struct law_names *law_names;
	struct citations *citations;
	struct patterns *patterns;
	struct again *again;
	struct shorter *shorter;
	struct persons *persons;
	struct located *located;
	struct country_words *countries;
	struct rules *rules;
	struct calendar *calendar;   /* for --explain alone */
	struct scan scan;
};

static void tag_close(void *state)
{
	struct tagger *tagger = state;

	if (!tagger)
		return;
	scan_release(&tagger->scan);
	rules_close(tagger->rules);
	calendar_close(tagger->calendar);
	located_close(tagger->located);
	persons_close(tagger->persons);
	again_free(tagger->again);
	shorter_free(tagger->shorter);
	patterns_close(tagger->patterns);
	citations_close(tagger->citations);
	law_names_close(tagger->law_names);
	dates_close(tagger->dates);
	amounts_close(tagger->amounts);
	numbers_close(tagger->numbers);
	gazetteer_close(tagger->names);
	chains_close(tagger->chains);
	heads_close(tagger->heads);
	romanisation_close(tagger->romanisation);
	free(tagger);
}

static int open_all(struct tagger *tagger, const struct tag_settings *settings,
		    const struct knowledge *knowledge, struct err *err)
{
	int rc = languages_need(knowledge->languages, LANGUAGES_ALL, err);

	if (rc == 0)
		rc = romanisation_open(&tagger->romanisation,
				       knowledge->lexicons, err);
	if (rc == 0)
		rc = country_words_share(&tagger->countries, knowledge, err);
	if (rc == 0)
		rc = heads_open(&tagger->heads, knowledge, err);
	if (rc == 0)
		rc = chains_open(&tagger->chains, knowledge, err);
	if (rc == 0)
		rc = gazetteer_open(&tagger->names, knowledge,
				    settings->names.items,
				    settings->names.count,
				    tagger->romanisation, tagger->countries,
				    err);
	if (rc == 0)
		rc = numbers_open(&tagger->numbers, knowledge, err);
	if (rc == 0)
		rc = amounts_open(&tagger->amounts, knowledge, tagger->numbers,
				  err);
	if (rc == 0)
		rc = dates_open(&tagger->dates, knowledge, tagger->numbers,
				err);
	if (rc == 0)
		rc = patterns_open(&tagger->patterns, knowledge,
				   tagger->romanisation, err);
	if (rc == 0)
		rc = law_names_open(&tagger->law_names, knowledge,
				    tagger->names, tagger->patterns,
				    tagger->romanisation, tagger->countries,
				    err);
	if (rc == 0)
		rc = citations_open(&tagger->citations, knowledge,
				    tagger->names,
				    law_names_words(tagger->law_names), err);
	if (rc == 0)
		rc = persons_open(&tagger->persons, knowledge,
				  tagger->romanisation, err);
	tagger->again = again_new();
	tagger->shorter = shorter_new();
	if (rc == 0)
		rc = located_open(&tagger->located, knowledge,
				  tagger->romanisation, tagger->persons, err);
	if (rc == 0)
		rc = rules_open(&tagger->rules, knowledge->lexicons, err);
	if (rc == 0 && tagger->scan.explains)
		rc = calendar_open(&tagger->calendar, knowledge, err);
	tagger->scan.languages = knowledge->languages;
	tagger->scan.types = knowledge->types;
	return rc;
}

static int tag_open(void **state, const void *settings,
		    const struct stage_context *context, struct err *err)
{
	struct tagger *tagger = memory_get(sizeof *tagger);
	int rc;

	memset(tagger, 0, sizeof *tagger);
	tagger->scan.explains = context->explains;
	rc = open_all(tagger, settings, context->knowledge, err);
	if (rc < 0) {
		tag_close(tagger);
		tagger = NULL;
	}
	*state = tagger;
	return rc;
}

static int by_extent(const void *left, const void *right)
{
	const struct mention *a = left, *b = right;

	if (a->where.first != b->where.first)
		return a->where.first < b->where.first ? -1 : 1;
	if (a->where.end != b->where.end)
		return a->where.end > b->where.end ? -1 : 1;
	return a->type < b->type ? -1 : a->type > b->type;
}

/* Ambiguous=ID in the first word's MISC: the id of another country's that the
 * name may be as well. */
static void tell_tie(struct document *doc, const struct candidate *c)
{
	struct extra *extra;
	struct strbuf misc = STRBUF_INIT;

	if (c->tie.len == 0)
		return;
	extra = token_extra(doc, &doc->tokens.items[c->first]);
	strbuf_addf(&misc, "Ambiguous=%.*s", STR_ARGS(c->tie));
	if (extra->misc.len > 0) {
		strbuf_add_char(&misc, '|');
		strbuf_add(&misc, extra->misc);
	}
	extra->misc = str_copy(&doc->arena, strbuf_view(&misc));
	strbuf_release(&misc);
}

/* Add what was settled to the mentions that the stream had. */
static void add_mentions(struct tagger *tagger)
{
	struct scan *scan = &tagger->scan;
	struct document *doc = scan->doc;
	size_t given = doc->mentions.count, t = 0;

	while (t < doc->tokens.count) {
		const struct candidate *c = scan_settled(scan, t);

		if (!c) {
			t++;
			continue;
		}
		*LIST_ADD(&doc->mentions) = (struct mention){
			{ scan->marks.items[t].sentence, c->first, c->end },
			c->type, str_copy(&doc->arena, c->id),
			str_copy(&doc->arena, c->value), tag_rule_name(c->rule),
			suffix_of(scan, c, tagger->romanisation), 0
		};
		tell_tie(doc, c);
		t = c->end;
	}
	if (given > 0)
		qsort(doc->mentions.items, doc->mentions.count,
		      sizeof *doc->mentions.items, by_extent);
}

static int tag_document(void *state, struct document *doc, struct err *err)
{
	struct tagger *tagger = state;
	struct scan *scan = &tagger->scan;
	const struct role_marks *roles;

	(void)err;
	scan_begin(scan, doc);
	scopes_find(tagger->countries, scan);
	heads_mark(tagger->heads, scan);
	roles = persons_mark(tagger->persons, scan);
	gazetteer_find(tagger->names, scan);
	amounts_find(tagger->amounts, scan);
	dates_find(tagger->dates, scan);
	scan_sort(scan);
	law_names_find(tagger->law_names, scan, roles);
	citations_find(tagger->citations, scan);
	patterns_find(tagger->patterns, scan);
	shapes_find(scan, tagger->chains, tagger->persons, roles,
		    tagger->romanisation);
	scan_sort(scan);
	again_find(tagger->again, scan, tagger->persons, roles);
	scan_sort(scan);
	shorter_find(tagger->shorter, scan, tagger->chains,
		     tagger->persons);
	scan_sort(scan);
	persons_find(tagger->persons, scan);
	scan_sort(scan);
	located_find(tagger->located, scan, roles);
	scan_sort(scan);
	scan_settle(scan);
	persons_join(tagger->persons, scan);
	add_mentions(tagger);
	gazetteer_tell(tagger->names, doc);
	return 0;
}

static void tag_explain(void *state, const struct document *doc,
			struct output *out)
{
	struct tagger *tagger = state;

	(void)doc;
	explain_mentions(&tagger->scan, tagger->rules, out);
	explain_unread(&tagger->scan, tagger->calendar, out);
}

static const struct stage_need needs[] = {
	{ "tokenize", "words", document_has_words },
	{ "stem", "stems", document_has_stems },
	{ .stage = NULL }
};

const struct stage tag_stage = {
	.program = {
		.name = "tag",
		.summary = "find names, dates and amounts",
		.group = GROUP_STAGE,
		.arguments = "[FILE…]",
		.description =
"Adds entities to a stream that has been through esep-tokenize and esep-stem: "
"media outlets, journalists, officials, other persons, laws, state bodies, "
"other organisations, digital platforms, places, events, dates, amounts of "
"money and percentages. They stand in MISC as Entity=, in the notation of "
"CorefUD, each with a canonical id or, for dates and amounts, a value: dates "
"in EDTF (ISO 8601-2), money as ISO 4217 code and number.\n"
"\n"
"Names come from the tables under names/ in the lexicons, from given and "
"family names, and from the shape of names that no table has (the words of "
"heads.tsv, name_patterns.tsv). A name that two countries share (parliament, "
"criminal code) is that of the chapter's country, par::country, else of the "
"document's, meta::country, else of the one that the sentence names; where none "
"of them tells it, its id has no country (criminal_code). Dates are "
"resolved against the year that the document is about, meta::covers, and the "
"year on its cover, meta::edition.\n"
"\n"
"A person is a journalist or an official if anything in the document says "
"so; a bare surname belongs to the full name that stands nearest before it, "
"or else behind it.\n"
"\n"
"With --explain a table is printed and no stream: a row for every mention that was found, with its sentence, form, type, "
"id or value, how sure it is, the rule that found it, and why: what such rules go by "
"and what this one went by here, as a row of the lexicons, the word that told the type, where the name is made known, "
"of which words a person's name is made, and what tells that the person is a journalist or an official; then the id that it may have as well. "
"A row without id or value is what looks like a date and was not read. How sure a "
"rule is, is the share of right mentions, in percent, among those that it found in texts in which people had marked all names: "
"(right + 1) / (found + 2). The rules are the rows of rules.tsv; the rule of a mention goes on in the stream (EsepRule=).\n"
"\n"
"Entities that the stream already has are kept, and nothing is found that "
"overlaps them.\n"
"\n"
"An act that no table has, in a language that inflects its name, is named by "
"meta::name.ID too, in the nominative. An entity that only a list of --names has is named by meta::name.ID of the "
"document, with its first name in English (the first row of languages.tsv) or "
"else its first, and by meta::name.ID.LANG in the language of the document: so "
"esep-load, which never sees the list, knows it too.",
		.examples =
"esep-read report.txt | esep-mend | esep-tokenize | esep-stem | esep-tag\n"
"  the stream of a report with its entities\n"
"esep-tag --names names.tsv report.conllu\n"
"  know the outlets and bodies of names.tsv too\n"
"esep-read report.txt | esep-mend | esep-tokenize | esep-stem | esep-tag --explain\n"
"  why each name was found\n",
		.options = options,
		.settings_size = sizeof(struct tag_settings),
	},
	.role = STAGE_FILTER,
	.needs = needs,
	.open = tag_open,
	.document = tag_document,
	.explained = explain_columns,
	.explained_count = EXPLAIN_COLUMNS,
	.explain = tag_explain,
	.close = tag_close,
};
