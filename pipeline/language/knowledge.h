/* What the stages of a run share: the lexicons, the words met so far, the
 * languages. It is opened once, and each part of it when it is first needed. */
#ifndef ESEP_KNOWLEDGE_H
#define ESEP_KNOWLEDGE_H

#include "languages.h"

struct knowledge {
	struct lexicons *lexicons;
	struct words *words;         /* borrowed */
	struct languages *languages;
};

/* `lexicons` is the option --lexicons or NULL: see lexicons_open.
 * errors: those of lexicons_open and languages_open; nothing is left open */
int knowledge_open(struct knowledge *knowledge, struct words *words,
		   const char *lexicons, struct err *err);
void knowledge_close(struct knowledge *knowledge);

#endif
