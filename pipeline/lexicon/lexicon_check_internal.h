/* What the files that check lexicons share; others use lexicon_check.h. */
#ifndef ESEP_LEXICON_CHECK_INTERNAL_H
#define ESEP_LEXICON_CHECK_INTERNAL_H

#include "lexicon_check.h"

struct check {
	struct lexicons *lexicons;
	const struct table_critic *critic;
	bool ready;
	struct strbuf scratch;
};

void check_tell(const struct check *check, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Of a row: what, and the cell or other text behind it. */
void check_tell_row(const struct check *check, const struct table *table,
		    size_t row, const char *what, struct str text);

/* Whether a list, with blanks between, has a word; NULL has all. */
bool check_has_word(const char *list, struct str word);

/* What rows of the table `name`, which is row `pattern` of the catalogue, owe
 * each other and those of other tables. */
void check_rows(struct check *check, const struct table *table, struct str name,
		const char *pattern);

#endif
