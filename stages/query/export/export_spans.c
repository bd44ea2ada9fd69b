#include "export_formats.h"

#include "output.h"

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
	statement_bind(mentions, 1, doc->id);
	statement_bind_number(mentions, 2, e->confidence);
	while ((rc = statement_step(mentions, err)) > 0) {
		strbuf_addf(out, "%s[%jd,%jd,", first ? "" : ",",
			    (intmax_t)statement_number(mentions, 0),
			    (intmax_t)statement_number(mentions, 1));
		output_add_json(out, statement_text(mentions, 2));
		strbuf_add_char(out, ',');
		output_add_json(out, statement_text(mentions, 3));
		strbuf_add_char(out, ']');
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
		 "ORDER BY source_start, source_end, id" },
	.add = add,
};
