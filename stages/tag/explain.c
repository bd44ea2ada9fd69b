#include "explain.h"

#include "scopes.h"

#include <ctype.h>

const struct output_column explain_columns[EXPLAIN_COLUMNS] = {
	{ "sentence", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, { "form", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "type", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, { "id", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "confidence", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, { "rule", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "because", OUTPUT_TEXT, SHOW_ALWAYS, NULL }
};

/* Whether an id begins with a country's code. */
static bool is_of(struct str id, struct str code)
{
	return code.len == 2 && id.len > 3 && id.data[2] == '_' &&
	       toupper((unsigned char)id.data[0]) == code.data[0] &&
	       toupper((unsigned char)id.data[1]) == code.data[1];
}

/* What the rule went by here; for a body or an act of a country which, and where
 * that is told; what else may be meant. */
static void add_because(const struct scan *scan, const struct candidate *c,
			struct strbuf *text)
{
	struct str chapter = scope_of_chapter(scan, c->first);
	struct str here = scope_of(scan, c->first, c->end);

	strbuf_addf(text, "%s%.*s", c->because.len > 0 ? ": " : "",
		    STR_ARGS(c->because));
	if (is_of(c->id, chapter))
		strbuf_addf(text, "; %.*s: the document's country",
			    STR_ARGS(chapter));
	else if (is_of(c->id, here))
		strbuf_addf(text, "; %.*s: the country that is spoken of",
			    STR_ARGS(here));
	if (c->tie.len > 0)
		strbuf_addf(text, "; or %.*s", STR_ARGS(c->tie));
}

static void explain_token(const struct scan *scan, size_t sentence,
			  size_t token, struct output *out)
{
	output_text(out, scan->doc->sentences.items[sentence].id);
	output_text(out, scan_form(scan, token));
	output_text(out, mention_types_name(&scan->doc->words->types,
					    MENTION_DATE));
	output_text(out, STR_NONE);
	output_line(out, 0);
	output_text(out, STR_NONE);
	output_text(out, STR("looks like a date, and is none that the "
			     "calendar or dates.tsv has"));
}

void explain_unread(const struct scan *scan, struct calendar *calendar,
		    struct output *out)
{
	const struct document *doc = scan->doc;
	const struct mention *mentions = doc->mentions.items;
	size_t first = 0, token;

	for (size_t i = 0; i < doc->sentences.count; i++) {
		size_t end = first;

		while (end < doc->mentions.count &&
		       mentions[end].where.sentence == i)
			end++;
		if (calendar_left_over(calendar, doc, i, mentions + first,
				       end - first, &token) &&
		    !scan_settled(scan, token))
			explain_token(scan, i, token, out);
		first = end;
	}
}

void explain_mentions(const struct scan *scan, struct rules *rules,
		      struct output *out)
{
	const struct document *doc = scan->doc;
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < doc->mentions.count; i++) {
		const struct mention *m = &doc->mentions.items[i];
		const struct candidate *c = scan_settled(scan, m->where.first);
		struct str type = mention_types_name(&doc->words->types,
						     m->type);

		output_text(out, doc->sentences.items[m->where.sentence].id);
		output_text(out, mention_text(doc, m));
		output_text(out, type);
		output_text(out, m->id.len > 0 ? m->id : m->value);
		output_line(out, rules_confidence(rules, m->rule, type));
		output_text(out, m->rule);
		strbuf_clear(&text);
		strbuf_add(&text, rules_what(rules, m->rule));
		if (c)
			add_because(scan, c, &text);
		else
			strbuf_addf(&text, "%sthe stream had it",
				    text.len > 0 ? "; " : "");
		output_text(out, strbuf_view(&text));
	}
	strbuf_release(&text);
}
