/* The language of esep-search:
 *
 *     any    = every { "OR" every }
 *     every  = { less } item { [ "AND" ] item | [ "AND" ] less }
 *     less   = "NOT" item | "-" item      NOT never in front
 *     item   = "(" any ")" | term [ "NEAR" [ "/" number ] term ]
 *     term   = [ how ":" ] ( word [ "*" ] | quote words quote [ "*" ] )
 *     how    = "exact" | "stem" | "name" | "lemma"
 *
 * OR, AND, NOT and NEAR are in capitals. Quotation marks are "…", “…”, „…“ and
 * «…». A word that has neither letter nor digit (№, §, &, —) is nothing. All else
 * is text. 20 000 is one word. */
#ifndef ESEP_ASK_H
#define ESEP_ASK_H

#include "err.h"
#include "str.h"

enum { ASK_TERMS_MAX = 64, ASK_DEPTH_MAX = 16, ASK_NEAR_USUAL = 10,
       ASK_NEAR_MAX = 1000 };

enum ask_kind {
	ASK_TERM, ASK_AND, ASK_OR,
	ASK_NOT,  /* left, but not right */
	ASK_NEAR  /* both, which are terms, with `near` words between at most */
};

/* What a term is compared with. */
enum ask_how { ASK_ANY, ASK_EXACT, ASK_STEM, ASK_NAME, ASK_LEMMA };

struct ask_node {
	enum ask_kind kind;
	size_t left, right;  /* nodes; of a term: left is its number, from 0 */
	struct str text;     /* of a term, without quotes, * and how: */
	size_t position;     /* of a term: code points from 1 */
	unsigned near;
	enum ask_how how;
	bool prefix, is_quoted;
};

struct ask {
	LIST(struct ask_node) nodes; /* children before parents: the last one
	                                is the root */
	size_t term_count;
};

/* Whether two words that follow one another are one term: an article of a law
 * and its number. */
struct ask_pairs {
	bool (*is_pair)(void *data, struct str first, struct str second);
	void *data;
};

/* Read a question; its nodes borrow the text. `pairs` may be NULL.
 * errors  ERR_USAGE, with the place in code points: a bracket or quotation
 *         mark without its other half, an operator without its operands, what
 *         other languages have as wildcards (*ship, par?), nothing that is
 *         looked for, bytes that are no UTF-8, more terms or deeper brackets
 *         than the limits above
 * On an error nothing needs to be released. */
int ask_parse(struct ask *ask, struct str text, const struct ask_pairs *pairs,
	      struct err *err);
void ask_release(struct ask *ask);

#endif
