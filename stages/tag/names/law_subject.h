/* Where what an act is about begins and ends in a text. */
#ifndef ESEP_LAW_SUBJECT_H
#define ESEP_LAW_SUBJECT_H

#include "law_words.h"
#include "patterns.h"
#include "roles.h"

struct law_reader {
	struct law_words *words;
	struct patterns *patterns;   /* for words that names of laws have */
	struct languages *languages;
	struct country_words *countries;
	const struct romanisation *romanisation;
	const struct role_marks *roles;
	struct country_hits *hits;   /* reused */
	struct strbuf *id;           /* reused */
	struct scan *scan;
	size_t start, limit;         /* the sentence */
};

/* №, No. */
bool law_is_number_sign(const struct scan *scan, size_t token);

/* What stands in quotation marks that open (close) at a token: the end behind
 * the mark (the first mark), or the token itself. */
size_t law_quote_end(const struct law_reader *reader, size_t open);
size_t law_quote_first(const struct law_reader *reader, size_t close);

/* The end of the subject that begins at a token, behind "on"; the token itself:
 * there is none. It ends before a verb. */
size_t law_subject_end(const struct law_reader *reader, size_t token);

/* The first word of the subject that ends before `end`, in front of "act" or
 * «туралы»; `end`: there is none. `capital`: the word for the act has one. */
size_t law_subject_first(const struct law_reader *reader, size_t end,
			 bool capital);
size_t law_topic_first(const struct law_reader *reader, size_t end);

#endif
