#include "inflections_internal.h"

#include "utf8.h"

#include <stdlib.h>

enum { KEEP_MAX = 20 };

/* Rows that are no steps: their letters stand in `ending`. */
static struct str *fact_of(struct inflections *inflections, struct str step)
{
	if (str_equal(step, STR("letters")))
		return &inflections->letters;
	if (str_equal(step, STR("vowels")))
		return &inflections->vowels;
	if (str_equal(step, STR("semivowels")))
		return &inflections->semivowels;
	return str_equal(step, STR("begins")) ?
		       LIST_ADD(&inflections->begins) : NULL;
}

static size_t find_step(const struct inflections *inflections, struct str name)
{
	size_t step = 0;

	while (step < inflections->step_count &&
	       !str_equal(inflections->steps[step].name, name))
		step++;
	return step;
}

/* The step of a row, whose rows stand together: the last one or a new one. */
static struct inflection_step *add_step(struct inflections *inflections,
					struct str name)
{
	size_t step = find_step(inflections, name);

	if (step + 1 < inflections->step_count || step == INFLECTION_STEPS)
		return NULL;
	if (step == inflections->step_count) {
		inflections->steps[step] = (struct inflection_step){
			.name = name, .first = inflections->rows.count,
			.end = inflections->rows.count,
			.is_snowball = str_equal(name, STR("snowball"))
		};
		inflections->step_count++;
	}
	return &inflections->steps[step];
}

static size_t same_bytes(struct str ending, struct str leaves)
{
	size_t same = 0;

	while (same < ending.len && same < leaves.len &&
	       ending.data[same] == leaves.data[same])
		same++;
	return same;
}

static int read_row(const struct table *table, size_t row,
		    struct inflection *out, struct err *err)
{
	static const char *const needs[] = {
		[NEEDS_NOTHING] = "", [NEEDS_VOWEL] = "vowel",
		[NEEDS_VOWEL_APART] = "vowel_apart", [NEEDS_R1] = "r1",
		[NEEDS_R2] = "r2", [NEEDS_R1_LONG] = "r1_long",
		[NEEDS_SHORT_WORD] = "short_word", NULL
	};
	struct str ending = table_named_cell(table, row, "ending");
	uint64_t keep = 0;
	unsigned need = 0;
	int rc = table_number(table, row, "keep", KEEP_MAX, &keep, err);

	if (rc == 0)
		rc = table_choice(table, row, "needs", needs, &need, err);
	*out = (struct inflection){
		.leaves = table_named_cell(table, row, "leaves"),
		.last = table_named_cell(table, row, "last"),
		.keep = (size_t)keep, .needs = (enum inflection_needs)need,
		.then = STEP_NEXT
	};
	while (str_has_suffix(ending, STR("*"))) {
		ending.len--;
		out->behind++;
	}
	out->ending = ending;
	out->same = same_bytes(ending, out->leaves);
	return rc;
}

static int add_row(struct inflections *inflections, struct table *table,
		   size_t row, struct err *err)
{
	struct str name = table_named_cell(table, row, "step");
	struct str *fact = fact_of(inflections, name);
	struct inflection_step *step;
	struct inflection one;
	int rc;

	table_take(table, row);
	if (fact) {
		*fact = table_named_cell(table, row, "ending");
		return 0;
	}
	step = add_step(inflections, name);
	if (!step)
		return table_refuse(table, row, err, "the rows of '%.*s' stand"
				    " apart, or it is one of more than %d"
				    " steps", STR_ARGS(name), INFLECTION_STEPS);
	if (step->is_snowball)
		return 0;
	rc = read_row(table, row, &one, err);
	*LIST_ADD(&inflections->rows) = one;
	step->end = inflections->rows.count;
	return rc;
}

/* The step that the cell `then` of a row of step `from` names. */
static int read_then(struct inflections *inflections,
		     const struct table *table, size_t row, size_t from,
		     unsigned *then, struct err *err)
{
	struct str cell = table_named_cell(table, row, "then");
	size_t step = find_step(inflections, cell);

	if (str_equal(cell, STR("stop"))) {
		*then = STEP_STOP;
	} else if (cell.len > 0) {
		if (step <= from || step == inflections->step_count)
			return table_refuse(table, row, err, "then '%.*s':"
					    " expected stop or a step that"
					    " stands below", STR_ARGS(cell));
		inflections->steps[step].is_called = true;
		*then = (unsigned)step;
	}
	return 0;
}

static int load_thens(struct inflections *inflections,
		      const struct table *table, struct err *err)
{
	size_t number = 0;
	int rc = 0;

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		size_t step = find_step(inflections, table_named_cell(
			table, row, "step"));

		if (step == inflections->step_count ||
		    inflections->steps[step].is_snowball)
			continue;
		rc = read_then(inflections, table, row, step,
			       &inflections->rows.items[number++].then, err);
	}
	return rc;
}

int inflections_open(struct inflections **out, struct lexicons *lexicons,
		     struct str code, struct err *err)
{
	struct inflections *inflections;
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, "inflections.tsv",
					 &table, err);

	*out = NULL;
	if (rc < 0 || table->row_count == 0)
		return rc;
	inflections = memory_get_zeroed(sizeof *inflections);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(inflections, table, row, err);
	if (rc == 0)
		rc = load_thens(inflections, table, err);
	if (rc < 0) {
		inflections_close(inflections);
		return rc;
	}
	*out = inflections;
	return 0;
}

void inflections_close(struct inflections *inflections)
{
	if (!inflections)
		return;
	LIST_RELEASE(&inflections->rows);
	LIST_RELEASE(&inflections->begins);
	free(inflections);
}
