/* The order of stages, from what their rows say they need. */
#include "document_stages.h"
#include "stage.h"

static bool is_done(const struct stage_need *need, const struct document *doc)
{
	return need->there(doc) || document_has_stage(doc, str_of(need->stage));
}

int stage_check(const struct stage *stage, const struct document *doc,
		struct err *err)
{
	const char *name = stage->program.name;
	const struct stage_need *need;

	if (doc->paragraphs.count == 0)
		return 0;
	for (need = stage->needs; need && need->stage; need++)
		if (!is_done(need, doc))
			return err_set(err, ERR_FORMAT, "'%.*s' has no %s: "
				       "esep-%s comes before esep-%s",
				       STR_ARGS(doc->id), need->what,
				       need->stage, name);
	for (need = stage->refuses; need && need->stage; need++)
		if (need->there(doc))
			return err_set(err, ERR_FORMAT, "'%.*s' has %s: "
				       "esep-%s comes before esep-%s",
				       STR_ARGS(doc->id), need->what, name,
				       need->stage);
	return 0;
}

/* "words and stems (esep-tokenize, esep-stem)" */
static void add_needs(struct strbuf *out, const struct stage_need *needs)
{
	for (const struct stage_need *need = needs; need->stage; need++)
		strbuf_addf(out, "%s%s", need == needs ? ""
			    : need[1].stage ? ", " : " and ", need->what);
	for (const struct stage_need *need = needs; need->stage; need++)
		strbuf_addf(out, "%sesep-%s", need == needs ? " (" : ", ",
			    need->stage);
	strbuf_add_char(out, ')');
}

void stage_tell_order(struct strbuf *out, const struct stage *stage)
{
	if (stage->needs) {
		strbuf_add_z(out, "\n\nA document must have ");
		add_needs(out, stage->needs);
		strbuf_add_z(out, ", of esep or of another tool");
	}
	if (stage->refuses) {
		strbuf_add_z(out, "\n\nA document must not yet have ");
		add_needs(out, stage->refuses);
	}
	if (stage->needs || stage->refuses)
		strbuf_add_z(out, "; another one is told with its file and line"
			     " and left out, and the exit status is 1.");
}
