#include "lexemes.h"

enum { WEIGHT_MAX = 9 };

static int check_order(const struct table *table, size_t row, struct err *err)
{
	struct str cell = table_cell(table, row, 0);

	if (row == 0 || str_compare(table_cell(table, row - 1, 0), cell) <= 0)
		return 0;
	return table_refuse(table, row, err, "'%.*s' is not in byte order",
			    STR_ARGS(cell));
}

/* How many there are; any number where some were refused. */
static uint64_t count_of(const struct table *paradigms)
{
	return paradigms->dropped > 0 ? UINT32_MAX : paradigms->row_count;
}

static int check_lexeme(const struct table *table, size_t row,
			uint64_t paradigms, struct err *err)
{
	uint64_t number = 0;
	int rc = table_number(table, row, "paradigm", paradigms, &number, err);

	if (rc == 0 && number == 0)
		rc = table_refuse(table, row, err, "paradigm '0000': they are"
				  " numbered from 0001 on");
	return rc == 0 ? table_number(table, row, "weight", WEIGHT_MAX, &number,
				      err)
		       : rc;
}

static int check_paradigm(const struct table *table, size_t row,
			  uint64_t count, struct err *err)
{
	struct str endings = table_named_cell(table, row, "endings"),
		   last = STR_NONE, ending;
	uint64_t number;
	int rc = table_number(table, row, "paradigm", count, &number, err);

	if (rc == 0 && table->dropped == 0 && number != row + 1)
		rc = table_refuse(table, row, err, "expected the paradigm %04zu",
				  row + 1);
	while (rc == 0 && str_split(&endings, ' ', &ending)) {
		if (str_compare(last, ending) >= 0)
			rc = table_refuse(table, row, err, "the ending '%.*s'"
					  " is empty, stands twice or is not in"
					  " byte order", STR_ARGS(ending));
		last = ending;
	}
	return rc;
}

static int check_reading(const struct table *table, size_t row, uint64_t count,
			 struct err *err)
{
	static const char *const choices[] = { "no", "yes", NULL };
	unsigned choice;

	(void)count;
	return table_choice(table, row, "certain", choices, &choice, err);
}

static const struct {
	const char *name;
	int (*check)(const struct table *table, size_t row, uint64_t paradigms,
		     struct err *err);
} tables[] = {
	{ "lexemes.tsv", check_lexeme },
	{ "paradigms.tsv", check_paradigm },
	{ "readings.tsv", check_reading },
};

int lexemes_check(struct lexicons *lexicons, struct str code, struct err *err)
{
	struct table *table, *paradigms;
	int rc = lexicons_language_table(lexicons, code, "paradigms.tsv",
					 &paradigms, err);

	for (size_t i = 0; rc == 0 && i < COUNT_OF(tables); i++) {
		rc = lexicons_language_table(lexicons, code, tables[i].name,
					     &table, err);
		for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
			rc = check_order(table, row, err);
			if (rc == 0)
				rc = tables[i].check(table, row,
						     count_of(paradigms), err);
			if (rc == 0)
				table_take(table, row);
		}
	}
	return rc;
}
