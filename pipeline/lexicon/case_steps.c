#include "case_steps.h"

static const char *const kinds[] = {
	"begins", "goes_on", "closes", "ends", NULL
};

static bool has_type(const struct table *acts, struct str type)
{
	for (size_t row = 0; row < acts->row_count; row++)
		if (str_equal(table_named_cell(acts, row, "type"), type))
			return true;
	return false;
}

static int read_step(struct case_steps *steps, struct table *table, size_t row,
		     const struct table *acts, struct err *err)
{
	struct case_step step = {
		.type = table_named_cell(table, row, "type"),
		.outcome = table_named_cell(table, row, "outcome"),
		.state = table_named_cell(table, row, "state")
	};
	unsigned kind;
	int rc = table_choice(table, row, "step", kinds, &kind, err);

	if (rc < 0)
		return rc;
	if (!has_type(acts, step.type))
		return table_refuse(table, row, err, "no type '%.*s' in "
				    "acts.tsv", STR_ARGS(step.type));
	if (step.state.len == 0)
		return table_refuse(table, row, err,
				    "a step leads to some state");
	step.kind = (enum step_kind)kind;
	*LIST_ADD(&steps->list) = step;
	table_take(table, row);
	return 0;
}

int case_steps_open(struct case_steps *steps, struct lexicons *lexicons,
		    struct err *err)
{
	struct table *table, *acts;
	int rc = lexicons_table(lexicons, "case_steps.tsv", &table, err);

	*steps = (struct case_steps){ .list = { NULL, 0, 0 } };
	if (rc == 0)
		rc = lexicons_table(lexicons, "acts.tsv", &acts, err);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = read_step(steps, table, row, acts, err);
	if (rc < 0)
		case_steps_release(steps);
	return rc;
}

void case_steps_release(struct case_steps *steps)
{
	LIST_RELEASE(&steps->list);
}

static bool is_among(struct str wanted, struct str outcomes)
{
	struct str outcome;

	while (outcomes.len > 0 && str_split(&outcomes, ';', &outcome))
		if (str_equal(outcome, wanted))
			return true;
	return false;
}

const struct case_step *case_steps_find(const struct case_steps *steps,
					struct str type, struct str outcomes)
{
	const struct case_step *found = NULL;

	for (size_t i = 0; i < steps->list.count; i++) {
		const struct case_step *step = &steps->list.items[i];

		if (!str_equal(step->type, type))
			continue;
		if (step->outcome.len > 0 && is_among(step->outcome, outcomes))
			return step;
		if (step->outcome.len == 0)
			found = step;
	}
	return found;
}
