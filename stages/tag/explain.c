#include "explain.h"

const struct output_column explain_columns[EXPLAIN_COLUMNS] = {
	{ "sentence", OUTPUT_TEXT }, { "form", OUTPUT_TEXT },
	{ "type", OUTPUT_TEXT }, { "id", OUTPUT_TEXT },
	{ "ambiguous", OUTPUT_TEXT }, { "confidence", OUTPUT_NUMBER },
	{ "rule", OUTPUT_TEXT }, { "what", OUTPUT_TEXT },
	{ "because", OUTPUT_TEXT }
};

void explain_mentions(const struct scan *scan, struct rules *rules,
		      struct output *out)
{
	const struct document *doc = scan->doc;

	for (size_t i = 0; i < doc->mentions.count; i++) {
		const struct mention *m = &doc->mentions.items[i];
		const struct candidate *c = scan_settled(scan, m->where.first);
		struct str type = mention_types_name(&doc->words->types,
						     m->type);

		if (!c)
			continue; /* the stream had it */
		output_text(out, doc->sentences.items[m->where.sentence].id);
		output_text(out, mention_text(doc, m));
		output_text(out, type);
		output_text(out, m->id.len > 0 ? m->id : m->value);
		output_text(out, c->tie);
		output_number(out, rules_confidence(rules, m->rule, type));
		output_text(out, m->rule);
		output_text(out, rules_what(rules, m->rule));
		output_text(out, c->because);
	}
}
