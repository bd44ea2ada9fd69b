/* The words of dates (lexicons/CODE/dates.tsv), found in the tokens. */
#ifndef ESEP_DATE_WORDS_H
#define ESEP_DATE_WORDS_H

#include "date_facts.h"
#include "err.h"
#include "scan.h"

struct date_found {           /* a row whose phrase begins at a token */
	const struct date_fact *fact;
	uint32_t len;         /* tokens */
};

struct date_mark {            /* of one token */
	uint32_t kinds;       /* 1 << date_kind of what begins here */
	uint32_t first;       /* in `found`; the next mark's is the end */
};

struct date_marks {
	LIST(struct date_mark) tokens; /* of each, and one more */
	LIST(struct date_found) found; /* of a token the longest first */
};

struct date_words;

/* The tables of all languages of languages.tsv that have one. errors: of
 * lexicons_dates */
int date_words_open(struct date_words **words,
		    const struct knowledge *knowledge, struct err *err);
void date_words_close(struct date_words *words);

/* Fill the marks of the document's tokens; release the lists after the last
 * document. */
void date_words_mark(struct date_words *words, struct scan *scan,
		     struct date_marks *marks);

/* The longest phrase of a kind that begins at a token, or NULL. */
const struct date_found *date_words_at(const struct date_marks *marks,
				       size_t token, enum date_kind kind);

/* The row of a kind that is a word by itself, as a part of a longer one
 * (mid-March, 8-желтоқсанда), or NULL; `lang` is that of its token. */
const struct date_fact *date_words_one(struct date_words *words, lang_id lang,
				       struct str word, enum date_kind kind);

/* Whether a suffix behind digits, without its hyphen, is of the kind `plural`
 * or `ordinal`. */
bool date_words_is_suffix(struct date_words *words, struct str suffix,
			  enum date_kind kind);

#endif
