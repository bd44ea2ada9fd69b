#include "cue_rows.h"

static const char *const clause_names[] = {
	"general", "negation", "modal", "anyone", "condition", "almost",
	"almost_behind", "asked", "deny", "false", "doubt", "perfect", "link",
	"passive", "present", "undone", "due", "relative", "break", "and",
	"pronoun", "pronouns", "agent", "that", "during", "reset", NULL
};
static const char *const voice_names[] = {
	"active", "passive", "free", "noun", "never", "verb", "undergo",
	"lexeme", NULL
};
static const char *const need_names[] = {
	"", "party", "date", "official", "verdict", NULL
};
static const char *const side_names[] = { "before", "after", "either", NULL };
static const char *const saying_names[] = { "frame", "that", "end", NULL };
static const char *const group_names[] = { "people", "media", "state", NULL };
static const char *const victim_names[] = { "none", "people", "media", NULL };

/* The row of a type, or row_count. */
static size_t find_act(const struct table *acts, struct str type)
{
	int column = table_column(acts, "type");
	size_t act = 0;

	while (act < acts->row_count &&
	       !str_equal(table_cell(acts, act, column), type))
		act++;
	return act;
}

/* The types that the cells `beside` and `becomes` name: both or neither. */
static int read_untried(struct cue_row *cue, const struct table *acts,
			size_t act, struct err *err)
{
	cue->beside = table_named_cell(acts, act, "beside");
	cue->becomes = table_named_cell(acts, act, "becomes");
	if ((cue->beside.len == 0 && cue->becomes.len == 0) ||
	    (find_act(acts, cue->beside) < acts->row_count &&
	     find_act(acts, cue->becomes) < acts->row_count))
		return 0;
	return table_refuse(acts, act, err, "beside '%.*s', becomes '%.*s':"
			    " expected two types of this table",
			    STR_ARGS(cue->beside), STR_ARGS(cue->becomes));
}

static int fill_act(struct cue_row *cue, struct lexicons *lexicons,
		    const struct table *table, size_t row, struct err *err)
{
	struct table *acts;
	unsigned victim = 0;
	size_t act;
	int rc = lexicons_table(lexicons, "acts.tsv", &acts, err);

	if (rc < 0)
		return rc;
	act = find_act(acts, cue->name);
	if (act == acts->row_count)
		return table_refuse(table, row, err,
				    "no type '%.*s' in acts.tsv",
				    STR_ARGS(cue->name));
	table_take(acts, act);
	rc = table_choice(acts, act, "target", victim_names, &victim, err);
	cue->victim = (enum victim)victim;
	return rc == 0 ? read_untried(cue, acts, act, err) : rc;
}

static int fill_trigger(struct cue_row *cue, struct lexicons *lexicons,
			const struct table *table, size_t row, struct err *err)
{
	unsigned voice = 0, need = 0;
	int rc;

	cue->name = table_named_cell(table, row, "type");
	rc = fill_act(cue, lexicons, table, row, err);
	if (rc == 0)
		rc = table_choice(table, row, "voice", voice_names, &voice,
				  err);
	if (rc == 0)
		rc = table_choice(table, row, "needs", need_names, &need, err);
	cue->voice = (enum voice)voice;
	cue->need = (enum need)need;
	cue->verbal = voice == VOICE_VERB || voice == VOICE_UNDERGO;
	cue->by_stem = cue->verbal || voice == VOICE_LEXEME ||
		       voice == VOICE_NEVER;
	if (rc == 0 && cue->need == NEED_VERDICT && cue->becomes.len == 0)
		rc = table_refuse(table, row, err, "needs a verdict, but acts."
				  "tsv tells of no type that '%.*s' becomes"
				  " without one", STR_ARGS(cue->name));
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
	cue->by_stem = cue->kind == CUE_ROLE;
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
