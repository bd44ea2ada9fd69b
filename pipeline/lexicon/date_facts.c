#include "lexicons_internal.h"

static const char *const kinds[] = {
	[DATE_KIND_MONTH] = "month", [DATE_KIND_SHORT] = "short",
	[DATE_KIND_MONTHLY] = "monthly", [DATE_KIND_SEASON] = "season",
	[DATE_KIND_ALONE] = "alone", [DATE_KIND_UNIT] = "unit",
	[DATE_KIND_NTH] = "nth", [DATE_KIND_TENS] = "tens",
	[DATE_KIND_QUARTER] = "quarter", [DATE_KIND_HALF] = "half",
	[DATE_KIND_HALFYEAR] = "halfyear", [DATE_KIND_DECADE] = "decade",
	[DATE_KIND_WEEKDAY] = "weekday", [DATE_KIND_HOLIDAY] = "holiday",
	[DATE_KIND_PART] = "part", [DATE_KIND_RELATIVE] = "relative",
	[DATE_KIND_SAME] = "same", [DATE_KIND_AGO] = "ago",
	[DATE_KIND_LATER] = "later", [DATE_KIND_SHIFT] = "shift",
	[DATE_KIND_LEAD] = "lead", [DATE_KIND_OPEN] = "open",
	[DATE_KIND_BEHIND] = "behind", [DATE_KIND_FROM] = "from",
	[DATE_KIND_TO] = "to", [DATE_KIND_BETWEEN] = "between",
	[DATE_KIND_AND] = "and", [DATE_KIND_OR] = "or",
	[DATE_KIND_APPROX] = "approx", [DATE_KIND_NEVER] = "never", [DATE_KIND_STUDY] = "study",
	[DATE_KIND_PLURAL] = "plural", [DATE_KIND_ORDINAL] = "ordinal",
	[DATE_KINDS] = NULL
};

/* What hints a kind has: a number between `least` and `most` behind `before`
 * and in front of `behind`, or one of `choices`; neither: none. */
static const struct hint_shape {
	const char *before, *behind;
	uint8_t least, most;
	const char *choices[5];
} shapes[DATE_KINDS] = {
	[DATE_KIND_MONTH] = { "--", "", 1, 12, { NULL } },
	[DATE_KIND_SHORT] = { "--", "", 1, 12, { NULL } },
	[DATE_KIND_MONTHLY] = { "--", "", 1, 12, { NULL } },
	[DATE_KIND_SEASON] = { "YYYY-", "", 21, 41, { NULL } },
	[DATE_KIND_ALONE] = { "YYYY-", "", 21, 41, { NULL } },
	[DATE_KIND_NTH] = { "", "", 1, 31, { NULL } },
	[DATE_KIND_TENS] = { "", "", 10, 30, { NULL } },
	[DATE_KIND_DECADE] = { "", "X", 180, 202, { NULL } },
	[DATE_KIND_WEEKDAY] = { "-W-", "", 1, 7, { NULL } },
	[DATE_KIND_UNIT] = { .choices = { "Y", "-Y", "M" } },
	[DATE_KIND_PART] = { .choices = { "YYYY-01", "YYYY-06", "YYYY-12",
					  "YYYY-40" } },
	[DATE_KIND_RELATIVE] = { .choices = { "Y", "Y-1", "Y-2", "Y+1" } },
	[DATE_KIND_SAME] = { .choices = { "ref", "ref-MM" } },
	[DATE_KIND_LEAD] = { .choices = { "", "in", "of", "the" } },
	[DATE_KIND_OPEN] = { .choices = { "ref/..", "../ref" } },
	[DATE_KIND_BEHIND] = { .choices = { "ref/..", "../ref", "ref/ref",
					    "ref~", "ref" } },
	[DATE_KIND_FROM] = { .choices = { "", "ref/.." } },
	[DATE_KIND_TO] = { .choices = { "", "+P1D" } },
	[DATE_KIND_APPROX] = { .choices = { "ref~" } },
};

static bool is_choice(const struct hint_shape *shape, struct str hint)
{
	for (size_t i = 0; i < COUNT_OF(shape->choices); i++)
		if (shape->choices[i] &&
		    str_equal(hint, str_of(shape->choices[i])))
			return true;
	return false;
}

static bool read_number(const struct hint_shape *shape, struct date_fact *fact)
{
	struct str before = str_of(shape->before), hint = fact->hint;
	struct str behind = str_of(shape->behind);
	uint64_t number;

	if (hint.len < before.len + behind.len ||
	    !str_has_prefix(hint, before) || !str_has_suffix(hint, behind) ||
	    !str_number(str_slice(hint, before.len, hint.len - behind.len),
			shape->most, &number) ||
	    number < shape->least)
		return false;
	fact->number = (uint8_t)number;
	return true;
}

/* "--12-25" */
static bool read_day(struct date_fact *fact)
{
	uint64_t month, day;

	if (fact->hint.len != 7 || !str_has_prefix(fact->hint, STR("--")) ||
	    fact->hint.data[4] != '-' ||
	    !str_number(str_slice(fact->hint, 2, 4), 12, &month) ||
	    !str_number(str_slice(fact->hint, 5, 7), 31, &day) ||
	    month == 0 || day == 0)
		return false;
	fact->number = (uint8_t)month;
	fact->day = (uint8_t)day;
	return true;
}

/* "+P1M", "-PnY": a form with a star has its number there. "+P1D/next" is
 * counted from what is named behind it, "+P1D/last" from that before it. */
static bool read_shift(struct date_fact *fact)
{
	struct str hint = str_slice(fact->hint, 0, 4);
	struct str of = str_slice(fact->hint, hint.len, fact->hint.len);
	bool starred = str_find(fact->form, STR("*"), 0) < fact->form.len;

	if (of.len > 0 && (fact->kind != DATE_KIND_SHIFT ||
			   (!str_equal(of, STR("/next")) &&
			    !str_equal(of, STR("/last")))))
		return false;
	if (hint.len != 4 || (hint.data[0] != '+' && hint.data[0] != '-') ||
	    hint.data[1] != 'P' || !strchr("DWMY", hint.data[3]) ||
	    ((hint.data[2] < '0' || hint.data[2] > '9') &&
	     hint.data[2] != 'n') || starred != (hint.data[2] == 'n'))
		return false;
	fact->shift = (struct date_shift){
		.unit = hint.data[3], .earlier = hint.data[0] == '-',
		.of_next = str_equal(of, STR("/next")),
		.of_last = str_equal(of, STR("/last")),
		.count = starred ? DATE_SHIFT_NUMBER : (uint8_t)(hint.data[2] - '0')
	};
	fact->counted = str_has_prefix(fact->form, STR("* "));
	if (fact->counted)
		fact->form = str_slice(fact->form, 2, fact->form.len);
	return true;
}

static bool read_hint(struct date_fact *fact)
{
	const struct hint_shape *shape = &shapes[fact->kind];

	if (fact->kind == DATE_KIND_HOLIDAY)
		return read_day(fact);
	if (fact->kind >= DATE_KIND_AGO && fact->kind <= DATE_KIND_SHIFT)
		return read_shift(fact);
	if (shape->before)
		return read_number(shape, fact);
	return shape->choices[0] ? is_choice(shape, fact->hint)
				 : fact->hint.len == 0;
}

static int add_row(struct date_facts *facts, struct str lang,
		   struct table *table, size_t row, struct err *err)
{
	static const char *const forms[] = { "this", "any", NULL };
	struct date_fact fact = {
		.lang = lang, .hint = table_named_cell(table, row, "hint"),
		.form = table_named_cell(table, row, "form")
	};
	unsigned kind = 0, any = 0;
	int rc = table_choice(table, row, "kind", kinds, &kind, err);

	if (rc == 0)
		rc = table_choice(table, row, "forms", forms, &any, err);
	fact.kind = (enum date_kind)kind;
	fact.any = any;
	if (rc == 0 && !read_hint(&fact))
		rc = table_refuse(table, row, err, "'%.*s' is no hint of kind"
				  " %s", STR_ARGS(fact.hint), kinds[kind]);
	if (rc == 0) {
		*LIST_ADD(facts) = fact;
		table_take(table, row);
	}
	return rc;
}

int lexicons_dates(struct lexicons *lexicons, const struct date_facts **facts,
		   struct err *err)
{
	const struct lexicon_languages *languages;
	int rc = lexicons_languages(lexicons, &languages, err);

	*facts = &lexicons->dates;
	if (rc < 0 || lexicons->dates.count > 0)
		return rc;
	for (size_t i = 0; rc == 0 && i < languages->count; i++) {
		struct str code = languages->items[i].code;
		struct table *table;

		rc = lexicons_language_table(lexicons, code, "dates.tsv",
					     &table, err);
		for (size_t row = 0; rc == 0 && row < table->row_count; row++)
			rc = add_row(&lexicons->dates, code, table, row, err);
	}
	return rc;
}
