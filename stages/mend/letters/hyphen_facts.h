/* What the lexicons know of hyphens, words and letters in a language. */
#ifndef ESEP_HYPHEN_FACTS_H
#define ESEP_HYPHEN_FACTS_H

#include "knowledge.h"
#include "sorted_words.h"
#include "string_map.h"

enum {                        /* kinds of hyphens.tsv, bits */
	HYPHEN_AND = 1,       /* a conjunction behind a hyphen that hangs */
	HYPHEN_WHOLE = 2,     /* the word has its hyphen */
	HYPHEN_FIRST = 4,     /* a first part that is followed by one */
	HYPHEN_SECOND = 8,    /* a second part that follows one */
	HYPHEN_SOLID = 16,    /* a first part that never is */
	HYPHEN_ENDING = 32    /* an ending: no word behind a hyphen */
};

struct hyphen_facts {
	bool loaded;
	struct string_map forms;            /* values: kinds */
	LIST(struct str) patterns;     /* whole words with one `*` in them */
	struct str vowels;             /* one must be in a part that was cut */
	struct sorted_words stems;       /* words.tsv, and the stop words */
	struct string_map grams;            /* letters.tsv */
	struct arena arena;
};

/* Load CODE/hyphens.tsv, words.tsv, letters.tsv and stopwords.tsv, of which
 * each may be missing. errors: as lexicons_table; ERR_FORMAT an unknown kind,
 * a weight that is no number. Release them on an error too. */
int hyphen_facts_load(struct hyphen_facts *facts, struct lexicons *lexicons,
		      struct str code, struct err *err);
void hyphen_facts_release(struct hyphen_facts *facts);

/* Words of proper names, in lower case, of the tables of names. */
int hyphen_names_load(struct sorted_words *names, struct arena *arena,
		      const struct knowledge *knowledge, struct err *err);

#endif
