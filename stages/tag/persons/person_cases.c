#include "person_cases.h"

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
	free(cases);
}

/* Whether a form may have the row's ending; *kept is what stands before it. */
static bool fits(const struct case_row *row, struct str form,
		 enum gender gender, struct str *kept)
{
	size_t start;

	if ((row->gender && gender && row->gender != gender) ||
	    !str_has_suffix(form, row->ending))
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
	unsigned found = str_equal(form, name) ? CASE_N : 0;
	struct str kept;

	for (size_t i = 0; i < cases->rows.count; i++) {
		const struct case_row *row = &cases->rows.items[i];

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
	unsigned found = 0;
	struct str kept;

	for (size_t i = 0; i < cases->rows.count; i++) {
		const struct case_row *row = &cases->rows.items[i];

		if (!str_equal(row->ending, row->base) &&
		    fits(row, form, GENDER_UNKNOWN, &kept))
			found |= row->cases;
	}
	return found;
}

void person_cases_base(const struct person_cases *cases, struct str form,
		       enum gender gender, unsigned in, struct strbuf *out)
{
	struct str kept;

	strbuf_clear(out);
	for (size_t i = 0; !(in & CASE_N) && i < cases->rows.count; i++) {
		const struct case_row *row = &cases->rows.items[i];

		if (!(row->cases & in) || !fits(row, form, gender, &kept))
			continue;
		strbuf_add(out, kept);
		strbuf_add(out, row->base);
		return;
	}
	strbuf_add(out, form);
}
