#include "export_formats.h"

#include "output.h"

static int add(struct exporter *e, int64_t number, struct str id,
	       struct err *err)
{
	struct statement *source = e->statements[0];
	struct statement *mentions = e->statements[1];
	struct strbuf *out = &e->out;
	bool first = true;
	int rc;

	strbuf_add_z(out, "{\"id\":");
	output_add_json(out, id);
	strbuf_add_z(out, ",\"text\":");
	statement_bind_number(source, 1, number);
	if ((rc = statement_step(source, err)) < 0)
		return rc;
	output_add_json(out, rc > 0 ? statement_text(source, 0) : STR_NONE);
	statement_reset(source);
	strbuf_add_z(out, ",\"spans\":[");
	statement_bind(mentions, 1, id);
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
	.sql = { "SELECT text FROM document_source WHERE document = ?1",
		 "SELECT source_start, source_end, type, "
		 "coalesce(entity, value, '') FROM v_mentions "
		 "WHERE document = ?1 AND source_start IS NOT NULL "
		 "ORDER BY source_start, source_end, id" },
	.add = add,
};
