/* The language of esep-search:
 *
 *     any    = every { "OR" every }
 *     every  = item { [ "AND" ] item | [ "AND" ] "NOT" item }
 *     item   = "(" any ")" | term
 *     term   = word [ "*" ] | "lemma:" word | '"' words '"' [ "*" ]
 *
 * OR, AND and NOT are in capitals. Everything else is text. 20 000 is one
 * word. */
#ifndef ESEP_ASK_H
#define ESEP_ASK_H

#include "err.h"
#include "str.h"

enum { ASK_TERMS_MAX = 64, ASK_DEPTH_MAX = 16 };

enum ask_kind { ASK_TERM, ASK_AND, ASK_OR, ASK_NOT /* left, but not right */ };

struct ask_node {
	enum ask_kind kind;
	size_t left, right;  /* nodes; of a term: left is its number, from 0 */
	struct str text;     /* of a term, without quotes, * and lemma: */
	size_t position;     /* of a term: code points from 1 */
	bool prefix, lemma;
};

struct ask {
	LIST(struct ask_node) nodes; /* children before parents: the last one
	                                is the root */
	size_t term_count;
};

/* Read a question; its nodes borrow the text.
 * errors  ERR_USAGE, with the place in code points: a bracket or quotation
 *         mark without its other half, an operator without its operands,
 *         nothing at all, bytes that are no UTF-8, more terms or deeper
 *         brackets than the limits above
 * On an error nothing needs to be released. */
int ask_parse(struct ask *ask, struct str text, struct err *err);
void ask_release(struct ask *ask);

#endif
