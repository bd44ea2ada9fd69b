#include "cue_rows.h"

static const char *const clause_names[] = {
	"general", "negation", "modal", "condition", "passive", "present",
	"undone", "relative", "break", "and", "pronoun", "pronouns", "agent",
	"that", "during", "reset", NULL
};
static const char *const voice_names[] = {
	"active", "passive", "free", "noun", "never", NULL
};
static const char *const need_names[] = {
	"", "party", "date", "verdict", NULL
};
static const char *const side_names[] = { "before", "after", "either", NULL };
static const char *const saying_names[] = { "frame", "that", "end", NULL };
static const char *const group_names[] = { "people", "media", "state", NULL };
static const char *const victim_names[] = { "none", "people", "media", NULL };

static int fill_victim(struct cue_row *cue, struct lexicons *lexicons,
		       const struct table *table, size_t row, struct err *err)
{
	struct table *acts;
	unsigned victim = 0;
	int rc = lexicons_table(lexicons, "acts.tsv", &acts, err), type;

	if (rc < 0)
		return rc;
	type = table_column(acts, "type");
	for (size_t act = 0; act < acts->row_count; act++)
		if (str_equal(table_cell(acts, act, type), cue->name)) {
			table_take(acts, act);
			rc = table_choice(acts, act, "target", victim_names,
					  &victim, err);
			cue->victim = (enum victim)victim;
			return rc;
		}
	return table_refuse(table, row, err, "no type '%.*s' in acts.tsv",
			    STR_ARGS(cue->name));
}

static int fill_trigger(struct cue_row *cue, struct lexicons *lexicons,
			const struct table *table, size_t row, struct err *err)
{
	unsigned voice = 0, need = 0;
	int rc;

	cue->name = table_named_cell(table, row, "type");
	rc = fill_victim(cue, lexicons, table, row, err);
	if (rc == 0)
		rc = table_choice(table, row, "voice", voice_names, &voice,
				  err);
	if (rc == 0)
		rc = table_choice(table, row, "needs", need_names, &need, err);
	cue->voice = (enum voice)voice;
	cue->need = (enum need)need;
	return rc;
}

static int fill_speech(struct cue_row *cue, const struct table *table,
		       size_t row, struct err *err)
{
	unsigned side, saying;
	int rc;

	if ((rc = table_choice(table, row, "side", side_names, &side, err)) <
		    0 ||
	    (rc = table_choice(table, row, "kind", saying_names, &saying,
			       err)) < 0)
		return rc;
	cue->side = (enum side)side;
	cue->saying = (enum saying)saying;
	return 0;
}

static int fill_group(struct cue_row *cue, const struct table *table,
		      size_t row, struct err *err)
{
	unsigned group = GROUP_PEOPLE;
	int rc = table_choice(table, row, "class", group_names, &group, err);

	cue->name = table_cell(table, row, table_column(table, "id"));
	cue->group = (enum group)group;
	return rc;
}

static int fill_clause(struct cue_row *cue, const struct table *table,
		       size_t row, struct err *err)
{
	unsigned kind = 0;
	int rc = table_choice(table, row, "cue", clause_names, &kind, err);

	cue->kind = (enum cue_kind)(CUE_GENERAL + kind);
	return rc;
}

int cue_row_fill(struct cue_row *cue, struct lexicons *lexicons,
		 const struct table *table, size_t row, struct err *err)
{
	switch (cue->kind) {
	case CUE_TRIGGER:
		return fill_trigger(cue, lexicons, table, row, err);
	case CUE_SPEECH:
		return fill_speech(cue, table, row, err);
	case CUE_GROUP:
		return fill_group(cue, table, row, err);
	case CUE_GENERAL:
		return fill_clause(cue, table, row, err);
	default:
		return 0;
	}
}
