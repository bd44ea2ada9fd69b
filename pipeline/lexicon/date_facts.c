#include "lexicons_internal.h"

static const char *const kinds[] = {
	[DATE_KIND_MONTH] = "month", [DATE_KIND_SEASON] = "season",
	[DATE_KIND_ALONE] = "alone", [DATE_KIND_UNIT] = "unit",
	[DATE_KIND_RELATIVE] = "relative", [DATE_KIND_PART] = "part",
	[DATE_KIND_LEAD] = "lead", [DATE_KIND_STUDY] = "study",
	[DATE_KIND_APPROX] = "approx", [DATE_KIND_PLURAL] = "plural",
	[DATE_KIND_ORDINAL] = "ordinal", [DATE_KINDS] = NULL
};

/* Months are --01, seasons YYYY-24. */
static bool read_number(struct date_fact *fact)
{
	struct str lead =
		fact->kind == DATE_KIND_MONTH ? STR("--") : STR("YYYY-");
	uint64_t number;

	if (fact->hint.len != lead.len + 2 ||
	    !str_has_prefix(fact->hint, lead) ||
	    !str_number(str_slice(fact->hint, lead.len, fact->hint.len), 24,
			&number))
		return false;
	fact->number = (uint8_t)number;
	return fact->kind == DATE_KIND_MONTH ? number >= 1 && number <= 12
					: number >= 21;
}

static bool is_one_of(struct str hint, const char *const *known)
{
	for (; *known; known++)
		if (str_equal(hint, str_of(*known)))
			return true;
	return false;
}

/* "YYYY-12", "YYYY-33", "YYYY-01/YYYY-06", "YYYY" */
static bool is_part(struct str hint)
{
	struct str half;

	while (str_split(&hint, '/', &half)) {
		uint64_t number;

		if (str_equal(half, STR("YYYY")))
			continue;
		if (half.len != sizeof "YYYY-MM" - 1 ||
		    !str_has_prefix(half, STR("YYYY-")) ||
		    !str_number(str_slice(half, 5, half.len), 41, &number))
			return false;
	}
	return true;
}

static bool read_hint(struct date_fact *fact)
{
	static const char *const relative[] = {
		"Y", "Y-1", "Y-2", "Y+1", "-P1Y", "-PnY", "+P1Y", "+P1M",
		"+P1W", "XXXX", NULL
	};

	switch (fact->kind) {
	case DATE_KIND_MONTH:
	case DATE_KIND_SEASON:
	case DATE_KIND_ALONE:
		return read_number(fact);
	case DATE_KIND_UNIT:
		return str_equal(fact->hint, STR("Y"));
	case DATE_KIND_RELATIVE:
		return is_one_of(fact->hint, relative) &&
		       (!str_equal(fact->hint, STR("-PnY")) ||
			str_has_prefix(fact->form, STR("* ")));
	case DATE_KIND_PART:
		return is_part(fact->hint);
	case DATE_KIND_APPROX:
		return str_equal(fact->hint, STR("ref~"));
	default:
		return fact->hint.len == 0;
	}
}

static int add_row(struct date_facts *facts, struct str lang,
		   struct table *table, size_t row, struct err *err)
{
	struct date_fact fact = {
		.lang = lang, .hint = table_named_cell(table, row, "hint"),
		.form = table_named_cell(table, row, "form")
	};
	unsigned kind = 0;
	int rc = table_choice(table, row, "kind", kinds, &kind, err);

	fact.kind = (enum date_kind)kind;
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
