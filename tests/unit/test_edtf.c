/* Dates: their one spelling, the days they cover, their order. */
#include "cases.h"

#include "edtf.h"

static struct parse_case { const char *name, *text, *printed; } parses[] = {
	{ "a day", "2022-12-08", "2022-12-08" },
	{ "a month", "2022-12", "2022-12" },
	{ "a year", "2022", "2022" },
	{ "a season", "2022-22", "2022-22" },
	{ "a quarter", "2022-33", "2022-33" },
	{ "a decade", "199X", "199X" },
	{ "a century", "19XX", "19XX" },
	{ "unknown", "XXXX", "XXXX" },
	{ "a month of some year", "XXXX-06", "XXXX-06" },
	{ "a day of some year", "XXXX-02-29", "XXXX-02-29" },
	{ "no day of no year", "XXXX-02-30", NULL },
	{ "one of two", "[2015,2016]", "[2015,2016]" },
	{ "one of three is too many", "[2015,2016,2017]", NULL },
	{ "approximate", "1995~", "1995~" },
	{ "uncertain", "2022-01?", "2022-01?" },
	{ "both", "2022%", "2022%" },
	{ "an interval", "2022-01/2022-02-28", "2022-01/2022-02-28" },
	{ "open at its end", "2022-03/..", "2022-03/.." },
	{ "open at its beginning", "../2022", "../2022" },
	{ "a leap day", "2024-02-29", "2024-02-29" },
	{ "no leap day in 2023", "2023-02-29", NULL },
	{ "no leap day in 1900", "1900-02-29", NULL },
	{ "no month 13", "2022-13", NULL },
	{ "no day of a season", "2022-22-01", NULL },
	{ "no day 0", "2022-12-00", NULL },
	{ "no end before the beginning", "2022-03/2022-01", NULL },
	{ "not open on both sides", "../..", NULL },
	{ "no third part", "2022-01-01-01", NULL },
	{ "no empty part", "2022-", NULL },
	{ "no short year", "22", NULL },
	{ "no month of a decade", "199X-01", NULL },
	{ "nothing", "", NULL },
};

static struct within_case {
	const char *name, *date, *period;
	bool within, overlaps;
} withins[] = {
	{ "a day in its month", "2022-12-08", "2022-12", true, true },
	{ "a month is in itself", "2022-12", "2022-12", true, true },
	{ "a year is not in its month", "2022", "2022-12", false, true },
	{ "June begins the summer", "2022-06-01", "2022-22", true, true },
	{ "winter goes on in the next year", "2023-02-28", "2022-24", true,
	  true },
	{ "a decade holds its last day", "1999-12-31", "199X", true, true },
	{ "2000 is no nineties", "2000", "199X", false, false },
	{ "the end of an interval counts", "2022-03-31",
	  "2022-01/2022-03", true, true },
	{ "behind it does not", "2022-04-01", "2022-01/2022-03", false,
	  false },
	{ "since then", "2030", "2022/..", true, true },
	{ "until then", "2021", "../2022", true, true },
	{ "what is unknown is nowhere", "XXXX", "2022", false, false },
	{ "and holds nothing", "2022", "XXXX", false, false },
};

static struct move_case {
	const char *name, *date;
	int years, months, days;
	const char *moved;
} moves[] = {
	{ "a month later", "2022-12-08", 0, 1, 0, "2023-01-08" },
	{ "the last day stays the last", "2022-01-31", 0, 1, 0, "2022-02-28" },
	{ "a day earlier", "2022-03-01", 0, 0, -1, "2022-02-28" },
	{ "over a leap day", "2024-02-28", 0, 0, 2, "2024-03-01" },
	{ "into another year", "2022-12-31", 0, 0, 1, "2023-01-01" },
	{ "to the last day of a century", "2000-01-01", 0, 0, -1,
	  "1999-12-31" },
	{ "months of a month", "2022-01", 0, -13, 0, "2020-12" },
	{ "a season by a year", "2022-22", -1, 0, 0, "2021-22" },
	{ "both ends of an interval", "2022-01/2022-03", 1, 0, 0,
	  "2023-01/2023-03" },
	{ "a year has no days", "2022", 0, 0, 1, NULL },
	{ "a decade stays", "199X", 1, 0, 0, NULL },
	{ "not before year 0", "0001", -2, 0, 0, NULL },
};

static struct edtf read(const char *text)
{
	struct edtf date;

	assert_true(edtf_parse(&date, str_of(text)));
	return date;
}

static void prints(const struct edtf *date, const char *expected)
{
	struct strbuf out = STRBUF_INIT;

	edtf_add(&out, date);
	assert_string_equal(out.data, expected);
	strbuf_release(&out);
}

static void parses_and_prints(void **state)
{
	const struct parse_case *one = *state;
	struct edtf date;

	assert_int_equal(edtf_parse(&date, str_of(one->text)),
			 one->printed != NULL);
	if (one->printed)
		prints(&date, one->printed);
}

static void falls_into(void **state)
{
	const struct within_case *one = *state;
	struct edtf date = read(one->date), period = read(one->period);

	assert_int_equal(edtf_within(&date, &period), one->within);
	assert_int_equal(edtf_overlaps(&date, &period), one->overlaps);
}

static void moves_by(void **state)
{
	const struct move_case *one = *state;
	struct edtf date = read(one->date);

	assert_int_equal(edtf_move(&date, one->years, one->months, one->days),
			 one->moved != NULL);
	prints(&date, one->moved ? one->moved : one->date);
}

static void sorts(void **state)
{
	static const char *const order[] = { "199X", "2021", "2022", "2022-01",
					     "2022-01-15", "2022-22",
					     "2022-12-08", "XXXX" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(order); i++) {
		for (size_t j = 0; j < COUNT_OF(order); j++) {
			struct edtf a = read(order[i]), b = read(order[j]);

			assert_int_equal(edtf_compare(&a, &b),
					 i < j ? -1 : i > j);
		}
	}
}

int main(void)
{
	struct CMUnitTest tests[64];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(parses); i++)
		tests[count++] = CASE(parses[i], parses_and_prints);
	for (size_t i = 0; i < COUNT_OF(withins); i++)
		tests[count++] = CASE(withins[i], falls_into);
	for (size_t i = 0; i < COUNT_OF(moves); i++)
		tests[count++] = CASE(moves[i], moves_by);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(sorts);
	return _cmocka_run_group_tests("edtf", tests, count, NULL, NULL);
}
