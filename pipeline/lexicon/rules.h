/* The rules by which `tag` finds mentions (lexicons/rules.tsv), and how far each
 * can be trusted. */
#ifndef ESEP_RULES_H
#define ESEP_RULES_H

#include "lexicons.h"

struct rules;

/* errors: those of lexicons_table; ERR_FORMAT counts that are none, a rule that
 * has no row without a type, or two for one type */
int rules_open(struct rules **rules, struct lexicons *lexicons,
	       struct err *err);
void rules_close(struct rules *rules); /* NULL too */

/* How likely a mention of a type that a rule found is right, in percent, 1 to
 * 99: of so many that were `found` in texts with marked mentions, (right + 1) /
 * (found + 2), Laplace's rule of succession; of the type where it has a row,
 * else of all that the rule found. 100: the user says so, the row has no
 * counts. 0: there is no such rule, or it found none. */
unsigned rules_confidence(struct rules *rules, struct str rule,
			  struct str type);

/* What a rule goes by, in a few words; empty: there is no such rule. */
struct str rules_what(struct rules *rules, struct str rule);

#endif
