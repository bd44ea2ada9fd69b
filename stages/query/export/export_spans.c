#include "export_formats.h"

#include "output.h"

static void add_span(struct strbuf *out, bool first, size_t start, size_t end,
		     struct str type, struct str value)
{
	strbuf_addf(out, "%s[%zu,%zu,", first ? "" : ",", start, end);
	output_add_json(out, type);
	strbuf_add_char(out, ',');
	output_add_json(out, value);
	strbuf_add_char(out, ']');
}

/* Rows beside the mentions of the document, which are these in order. */
static int add_masked(struct exporter *e, struct statement *rows,
		      struct err *err)
{
	const struct document *doc = &e->stored.doc;
	struct chars source;
	size_t at = 0, start, end;
	bool first = true;
	int rc;

	chars_init(&source, doc->source_text);
	statement_bind(rows, 1, e->name);
	while ((rc = statement_step(rows, err)) > 0 &&
	       at < doc->mentions.count) {
		const struct mention *mention = &doc->mentions.items[at++];
		size_t home = doc->sentences.items[
			mention->where.sentence].paragraph;

		if ((e->confidence > 0 &&
		     statement_number(rows, 0) < e->confidence) ||
		    mention->where.first == mention->where.end ||
		    !paragraph_source(doc, &doc->paragraphs.items[home],
				      doc->tokens.items[
					      mention->where.first].start,
				      mention_end(doc, mention), &start, &end))
			continue;
		add_span(&e->out, first, chars_before(&source, start),
			 chars_before(&source, end),
			 mention_types_name(&doc->words->types, mention->type),
			 mention->id.len > 0 ? mention->id : mention->value);
		first = false;
	}
	statement_reset(rows);
	chars_release(&source);
	return rc < 0 ? rc : 0;
}

static int add(struct exporter *e, struct err *err)
{
	const struct document *doc = &e->stored.doc;
	struct statement *mentions = e->statements[0];
	struct strbuf *out = &e->out;
	bool first = true;
	int rc;

	strbuf_add_z(out, "{\"id\":");
	output_add_json(out, doc->id);
	strbuf_add_z(out, ",\"text\":");
	output_add_json(out, doc->source_text);
	strbuf_add_z(out, ",\"spans\":[");
	if (e->mask) {
		rc = add_masked(e, e->statements[1], err);
		strbuf_add_z(out, "]}\n");
		return rc;
	}
	statement_bind(mentions, 1, doc->id);
	statement_bind_number(mentions, 2, e->confidence);
	while ((rc = statement_step(mentions, err)) > 0) {
		add_span(out, first, (size_t)statement_number(mentions, 0),
			 (size_t)statement_number(mentions, 1),
			 statement_text(mentions, 2),
			 statement_text(mentions, 3));
		first = false;
	}
	strbuf_add_z(out, "]}\n");
	return rc;
}

const struct export_format export_spans = {
	.name = "spans",
	.sql = { "SELECT source_start, source_end, type, "
		 "coalesce(entity, value, '') FROM v_mentions "
		 "WHERE document = ?1 AND source_start IS NOT NULL "
		 "AND (?2 = 0 OR confidence >= ?2) "
		 "ORDER BY source_start, source_end, id",
		 "SELECT confidence FROM v_mentions WHERE document = ?1 "
		 "ORDER BY id" },
	.add = add,
};
