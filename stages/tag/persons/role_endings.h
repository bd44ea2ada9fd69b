/* What the endings of words beside a role tell (lexicons/role_endings.tsv). */
#ifndef ESEP_ROLE_ENDINGS_H
#define ESEP_ROLE_ENDINGS_H

#include "err.h"
#include "scan.h"

enum role_ending {
	ENDS_SEVERAL,         /* a role of more than one: журналистов */
	ENDS_SEVERAL_OR_ONE,  /* of more than one, or a case of one */
	ENDS_APART,           /* a role that no name behind it has: журналиске */
	ENDS_LIKE,            /* an adjective in the same case as those */
	ENDS_OF,              /* a word that belongs to the one before it */
	ENDS_BASE,            /* a man's given name in its base form */
	ENDS_BASE_F,          /* a woman's */
	ENDS_VERB,            /* a verb, which ends what belongs to a role */
	ENDS_VERB_M,          /* one that tells that a man does it */
	ENDS_VERB_F,          /* a woman */
	ROLE_ENDINGS
};

struct role_endings;

/* errors: of lexicons_load; ERR_FORMAT (file:line) an unknown kind */
int role_endings_open(struct role_endings **endings,
		      const struct knowledge *knowledge, struct err *err);
void role_endings_close(struct role_endings *endings);

/* Whether the word has an ending of that kind in its sentence's language. */
bool role_endings_has(const struct role_endings *endings,
		      const struct scan *scan, size_t token,
		      enum role_ending kind);

/* Whether the language has any of that kind. */
bool role_endings_any(const struct role_endings *endings, lang_id lang,
		      enum role_ending kind);

#endif
