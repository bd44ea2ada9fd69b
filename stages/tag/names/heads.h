/* Words that make or announce a name (lexicons/heads.tsv, name_links.tsv), and
 * words made from the name of a country: they are marked on the tokens before
 * any finder looks. */
#ifndef ESEP_HEADS_H
#define ESEP_HEADS_H

#include "err.h"
#include "scan.h"

struct heads;

/* errors: of lexicons_load; ERR_FORMAT (file:line) an unknown type or side */
int heads_open(struct heads **heads, const struct knowledge *knowledge,
	       struct err *err);
void heads_close(struct heads *heads);

/* Fill cue_*, head_* and the flags COUNTRY, CUE, LINK of all tokens. */
void heads_mark(struct heads *heads, struct scan *scan);

#endif
