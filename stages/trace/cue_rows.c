#include "cue_rows.h"

static const char *const clause_names[] = {
	"general", "negation", "modal", "condition", "passive", "present",
	"undone", "relative", "break", "and", "pronoun", "pronouns", "agent",
	"that", "during", "reset"
};
static const char *const voice_names[] = {
	"active", "passive", "free", "noun", "never"
};
static const char *const need_names[] = { "", "party", "date",
					"verdict" };
static const char *const side_names[] = { "before", "after", "either" };
static const char *const saying_names[] = { "frame", "that", "end" };
static const char *const group_names[] = { "people", "media", "state" };
static const char *const victim_names[] = { "none", "people", "media" };

#define NAMES(array) (array), COUNT_OF(array)

/* The number of a cell's word among `names`. */
static int find_name(const struct table *table, size_t row, const char *column,
		     const char *const *names, size_t count, unsigned *number,
		     struct err *err)
{
	struct str cell = table_cell(table, row, table_column(table, column));

	for (*number = 0; *number < count; ++*number)
		if (str_equal(cell, str_of(names[*number])))
			return 0;
	return err_set(err, ERR_FORMAT, "%.*s:%u: '%.*s' is no value of %s",
		       STR_ARGS(table->path),
		       (unsigned)table->lines.items[row], STR_ARGS(cell),
		       column);
}

static int fill_victim(struct cue_row *cue, const struct table *table,
		       size_t row, const struct table *acts, struct err *err)
{
	int type = table_column(acts, "type"), rc;
	unsigned victim;

	for (size_t act = 0; act < acts->row_count; act++)
		if (str_equal(table_cell(acts, act, type), cue->name)) {
			rc = find_name(acts, act, "target", NAMES(victim_names),
				       &victim, err);
			cue->victim = (enum victim)victim;
			return rc;
		}
	return err_set(err, ERR_FORMAT, "%.*s:%u: no type '%.*s' in acts.tsv",
		       STR_ARGS(table->path),
		       (unsigned)table->lines.items[row],
		       STR_ARGS(cue->name));
}

static int fill_trigger(struct cue_row *cue, const struct table *table,
			size_t row, const struct table *acts, struct err *err)
{
	unsigned voice, need;
	int rc;

	cue->name = table_cell(table, row, table_column(table, "type"));
	if ((rc = fill_victim(cue, table, row, acts, err)) < 0 ||
	    (rc = find_name(table, row, "voice", NAMES(voice_names), &voice,
			    err)) < 0 ||
	    (rc = find_name(table, row, "needs", NAMES(need_names), &need,
			    err)) < 0)
		return rc;
	cue->voice = (enum voice)voice;
	cue->need = (enum need)need;
	return 0;
}

static int fill_speech(struct cue_row *cue, const struct table *table,
		       size_t row, struct err *err)
{
	unsigned side, saying;
	int rc;

	if ((rc = find_name(table, row, "side", NAMES(side_names), &side,
			    err)) < 0 ||
	    (rc = find_name(table, row, "kind", NAMES(saying_names), &saying,
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
	int rc = find_name(table, row, "class", NAMES(group_names), &group,
			   err);

	cue->name = table_cell(table, row, table_column(table, "id"));
	cue->group = (enum group)group;
	return rc;
}

static int fill_clause(struct cue_row *cue, const struct table *table,
		       size_t row, struct err *err)
{
	unsigned kind = 0;
	int rc = find_name(table, row, "cue", NAMES(clause_names), &kind, err);

	cue->kind = (enum cue_kind)(CUE_GENERAL + kind);
	return rc;
}

int cue_row_fill(struct cue_row *cue, const struct table *table, size_t row,
		 const struct table *acts, struct err *err)
{
	switch (cue->kind) {
	case CUE_TRIGGER:
		return fill_trigger(cue, table, row, acts, err);
	case CUE_SPEECH:
		return fill_speech(cue, table, row, err);
	case CUE_GROUP:
		return fill_group(cue, table, row, err);
	case CUE_GENERAL:
		return fill_clause(cue, table, row, err);
	case CUE_NUMBER:
		cue->name = table_cell(table, row,
				       table_column(table, "value"));
		return 0;
	default:
		return 0;
	}
}
