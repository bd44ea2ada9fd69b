/* What tokens of a batch are, told apart by all that the database counts them
 * by: so that what follows from it is found once a kind and not once a token. */
#ifndef ESEP_TOKEN_KINDS_H
#define ESEP_TOKEN_KINDS_H

#include "document.h"
#include "slots.h"

struct token_kind {
	word_id form, key, inner;
	word_id stem;            /* the form in lower case where the document
	                            has none; 0: no term */
	struct str lemma;        /* one of its own, or empty */
	word_id lang;            /* its code: numbers change from document to
	                            document */
	bool is_lemma;           /* the stem is */

	/* what its makers know of it */
	size_t first_term, term_count; /* in the index */
	uint32_t known;          /* term that it is counted as, from 1; 0: none */
	uint32_t uses;           /* in the document at hand */
};

struct token_kinds {
	bool has_stems;               /* the document at hand */
	LIST(struct token_kind) list; /* [0] is unused */
	struct word_cache last;       /* that a form was */
	struct slots known;           /* all of them */
	struct arena arena;
	unsigned generation;          /* of the words */
};

/* The number of a token's kind, made if it is new; valid until the words are
 * trimmed or token_kinds_forget. */
uint32_t token_kinds_find(struct token_kinds *kinds, struct document *doc,
			  const struct token *token);

/* Ask for the memory that token_kinds_find will look at. */
static inline void token_kinds_prefetch(const struct token_kinds *kinds,
					word_id form)
{
	if (form < kinds->last.count)
		__builtin_prefetch(&kinds->last.values[form]);
}

void token_kinds_forget(struct token_kinds *kinds);
void token_kinds_release(struct token_kinds *kinds);

#endif
