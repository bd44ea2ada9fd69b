#include "person_cases.h"

#include "ending_rows.h"
#include "utf8.h"

#include <stdlib.h>

enum { LETTERS_LEFT = 2 /* of a name before its ending */ };

struct case_row {
	struct str ending, after, base;
	enum gender gender;
	unsigned cases;
};

struct person_cases {
	LIST(struct case_row) rows;
	struct ending_rows by_ending; /* of `rows` */
};

static int read_cases(const struct table *table, size_t row, unsigned *cases,
		      struct err *err)
{
	static const char letters[] = "ngdaip";
	struct str cell = table_named_cell(table, row, "cases");

	*cases = 0;
	for (size_t i = 0; i < cell.len; i++) {
		const char *letter = memchr(letters, cell.data[i],
					    sizeof letters - 1);

		if (!letter)
			return table_refuse(table, row, err,
					    "cases '%.*s' are none of n g d a"
					    " i p", STR_ARGS(cell));
		*cases |= 1u << (letter - letters);
	}
	return 0;
}

static int add_row(struct person_cases *cases, const struct knowledge *knowledge,
		   struct table *table, size_t row, struct err *err)
{
	static const char *const genders[] = { "u", "m", "f", NULL };
	struct case_row *new = LIST_ADD(&cases->rows);
	unsigned gender = 0;
	lang_id lang;
	int rc = table_choice(table, row, "gender", genders, &gender, err);

	if (rc == 0)
		rc = knowledge_lang(knowledge, table, row, &lang, err);
	*new = (struct case_row){
		table_named_cell(table, row, "ending"),
		table_named_cell(table, row, "after"),
		table_named_cell(table, row, "base"), (enum gender)gender, 0
	};
	ending_rows_add(&cases->by_ending, new->ending);
	if (rc == 0)
		rc = read_cases(table, row, &new->cases, err);
	if (rc == 0)
		table_take(table, row);
	return rc;
}

int person_cases_open(struct person_cases **out,
		      const struct knowledge *knowledge, struct err *err)
{
	struct person_cases *cases = memory_get_zeroed(sizeof *cases);
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "person_cases.tsv", &table,
				err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(cases, knowledge, table, row, err);
	if (rc < 0) {
		person_cases_close(cases);
		cases = NULL;
	}
	*out = cases;
	return rc;
}

void person_cases_close(struct person_cases *cases)
{
	if (!cases)
		return;
	LIST_RELEASE(&cases->rows);
	ending_rows_release(&cases->by_ending);
	free(cases);
}

/* Whether what stands before the row's ending (*kept), which the form has, may. */
static bool fits(const struct case_row *row, struct str form,
		 enum gender gender, struct str *kept)
{
	size_t start;

	if (row->gender && gender && row->gender != gender)
		return false;
	*kept = str_slice(form, 0, form.len - row->ending.len);
	if (utf8_chars(*kept) < LETTERS_LEFT)
		return false;
	utf8_before(*kept, kept->len, &start);
	return row->after.len == 0 ||
	       str_find(row->after, str_slice(*kept, start, kept->len), 0) <
		       row->after.len;
}

unsigned person_cases_of(const struct person_cases *cases, struct str form,
			 struct str name, enum gender gender)
{
	struct ending_search search = ending_rows_of(&cases->by_ending, form);
	unsigned found = str_equal(form, name) ? CASE_N : 0;
	struct str kept;
	uint32_t number;

	while ((number = ending_rows_next(&search))) {
		const struct case_row *row = &cases->rows.items[number - 1];

		if (fits(row, form, gender, &kept) &&
		    name.len == kept.len + row->base.len &&
		    str_has_prefix(name, kept) &&
		    str_has_suffix(name, row->base))
			found |= row->cases;
	}
	return found;
}

unsigned person_cases_any(const struct person_cases *cases, struct str form)
{
	struct ending_search search = ending_rows_of(&cases->by_ending, form);
	unsigned found = 0;
	struct str kept;
	uint32_t number;

	while ((number = ending_rows_next(&search))) {
		const struct case_row *row = &cases->rows.items[number - 1];

		if (!str_equal(row->ending, row->base) &&
		    fits(row, form, GENDER_UNKNOWN, &kept))
			found |= row->cases;
	}
	return found;
}

void person_cases_base(const struct person_cases *cases, struct str form,
		       enum gender gender, unsigned in, struct strbuf *out)
{
	struct ending_search search = ending_rows_of(&cases->by_ending, form);
	struct str kept, before = form;
	uint32_t number, first = 0;

	while (!(in & CASE_N) && (number = ending_rows_next(&search))) {
		const struct case_row *row = &cases->rows.items[number - 1];

		if ((!first || number < first) && row->cases & in &&
		    fits(row, form, gender, &kept)) {
			first = number;
			before = kept;
		}
	}
	strbuf_clear(out);
	strbuf_add(out, before);
	if (first)
		strbuf_add(out, cases->rows.items[first - 1].base);
}
