/* Text into words.
 *
 * The base is UAX #29 (word boundaries WB4 to WB13a, by the classes of
 * classes.h); on it stand the conventions of the UD treebanks: EWT for
 * languages that split at hyphens, GSD and Taiga, KTB for those that do not, or
 * only in names; lexicons/CODE/tokens.tsv says which.
 * Whole are web and e-mail addresses, @handles, #tags, numbers (1,234.5; 1,5;
 * 1 234; 10:30; 14-го), abbreviations and initials with their full stop, runs
 * of one mark (!!, --, ...). A raised footnote mark is a word of its own. */
#ifndef ESEP_TOKENS_H
#define ESEP_TOKENS_H

#include "classes.h"
#include "pieces.h"
#include "token_rules.h"

struct token_splitter {
	const struct classes *classes;
	const struct string_map *domains;    /* top-level domains, lower case */
	const struct token_rules *rules; /* of the language */
	const struct string_map *stopwords;  /* of the language */
	struct words *words;
	struct strbuf *scratch;
	bool is_sentence;                /* the text is one, to its end */
};

/* See languages_split. The cost is linear: no word is looked at further than
 * a fixed number of bytes ahead. */
void tokens_split(const struct token_splitter *splitter, struct str text,
		  struct pieces *out);

#endif
