/* Dates written out in a footnote: "December 8, 2022", "8 December 2022",
 * "8 декабря 2022 года", "2022 жылғы 8 желтоқсан", "8.12.2022", "2022". The
 * names of months and years are those of lexicons/CODE/dates.tsv. */
#ifndef ESEP_MONTH_WORDS_H
#define ESEP_MONTH_WORDS_H

#include "edtf.h"
#include "lexicons.h"

struct month_word {
	struct str form;      /* in lower case, without a final full stop */
	unsigned month;       /* 0: a word for "year" */
	bool prefix;          /* the form is the beginning of a word */
};

struct month_words {
	LIST(struct month_word) words;
	LIST(struct str) ordinals; /* what may stand behind a day: "th" */
	struct arena arena;
};

/* Take the words of all languages from what lexicons_dates has.
 * errors: as lexicons_dates. Release the words on an error too. */
int month_words_load(struct month_words *words, struct lexicons *lexicons,
		     struct err *err);
void month_words_release(struct month_words *words);

/* Append the words for "year" as a pattern: `year|года|…`. */
void month_words_add_years(const struct month_words *words, struct strbuf *out);

/* The same of what may stand behind the digits of a day: `st|nd|…`. */
void month_words_add_ordinals(const struct month_words *words,
			      struct strbuf *out);

/* The month that a word names, or 0. */
unsigned month_words_find(const struct month_words *words, struct str word);

/* The last date that stands in the text, a year at least; only the last 160
 * bytes are looked at. It begins at *start and ends at *end. */
bool month_words_last_date(const struct month_words *words, struct str text,
			   struct edtf *date, size_t *start, size_t *end);

#endif
