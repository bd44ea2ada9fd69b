/* The name of an act around the word for its kind, read from a text: what it
 * is about, its number, date and country. */
#ifndef ESEP_LAW_READ_H
#define ESEP_LAW_READ_H

#include "country_words.h"
#include "law_subject.h"
#include "slug.h"

/* A name while it is read. */
struct law_name {
	const struct law_word *kind;
	size_t first, end;
	size_t kind_first, kind_end;
	word_id word;                 /* the only one of the subject, by its
	                                 stem; 0: it has more */
	size_t subject, subject_end;  /* equal: none */
	struct str number;            /* empty: none */
	bool dated;
	bool behind;                  /* the kind stands behind the subject */
};

/* Read the name around `name->kind`, which stands at first..end; false: it is
 * no name. `behind` is set by the caller. */
bool law_read(const struct law_reader *reader, struct law_name *name);

/* The country named right behind a token, over "of the": its end, or the
 * token; the same for one before a token: its first word. */
size_t law_country_end(const struct law_reader *reader, size_t token);
size_t law_country_first(const struct law_reader *reader, size_t token);

#endif
