/* The words of dates (lexicons/CODE/dates.tsv), marked on the tokens. */
#ifndef ESEP_DATE_WORDS_H
#define ESEP_DATE_WORDS_H

#include "err.h"
#include "scan.h"

enum {                        /* bits of date_mark.flags */
	DATE_LEAD = 1,        /* stands before a date and is no part of it */
	DATE_YEAR = 2,        /* the word for year */
	DATE_STUDY = 4,       /* the study itself: "last year's study" */
	DATE_SHORT = 8,       /* the month is an abbreviation */
	DATE_ORDINAL = 16,    /* of a suffix: 8-го, 5th */
	DATE_APPROX = 32      /* about, около */
};

/* What stands at a token; lengths are in tokens, 0 = nothing. */
struct date_mark {
	uint8_t month, month_len;   /* 1–12 */
	uint8_t season, season_len; /* 21–24 */
	uint8_t alone_len;          /* that season counts without a year */
	uint8_t year_len;           /* the word for year */
	uint8_t part_len, relative_len;
	uint8_t flags;
	uint32_t part, relative;    /* rows: date_words_hint */
};

struct date_words;

/* The tables of all languages of languages.tsv that have one. errors: of
 * lexicons_dates */
int date_words_open(struct date_words **words,
		    const struct knowledge *knowledge, struct err *err);
void date_words_close(struct date_words *words);

struct str date_words_hint(const struct date_words *words, uint32_t row);

/* Whether the row's phrase holds the word for year ("end of the year"). */
bool date_words_has_year(const struct date_words *words, uint32_t row);

struct date_marks { struct date_mark *items; size_t count, capacity; };

/* One mark for each token of the document. */
void date_words_mark(struct date_words *words, struct scan *scan,
		     struct date_marks *marks);

/* What a suffix means that is written behind digits ("2022-жылы",
 * "8-желтоқсанда"): a month, or flags; `suffix` without the hyphen. */
void date_words_suffix(struct date_words *words, struct str suffix,
		       struct date_mark *mark);

/* Whether such a suffix makes digits a decade ("1990-х", "1990-жылдары"). */
bool date_words_is_plural(struct date_words *words, struct str suffix);

/* Whether a word can stand before a year and a hyphen: mid-2022. */
bool date_words_is_part(struct date_words *words, struct str word);

#endif
