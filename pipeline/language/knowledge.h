/* What the stages of a run share: the lexicons, the words met so far, the
 * languages. It is opened once, and each part of it when it is first needed. */
#ifndef ESEP_KNOWLEDGE_H
#define ESEP_KNOWLEDGE_H

#include "languages.h"
#include "type_facts.h"

/* What is made of the lexicons by whoever needs it first. */
struct shared {
	struct country_words *country_words;
};

struct knowledge {
	struct lexicons *lexicons;
	struct words *words;         /* borrowed */
	struct languages *languages;
	const struct type_facts *types; /* of mentions, by number */
	struct shared *shared;
};

/* `lexicons` is the option --lexicons or NULL: see lexicons_open.
 * errors: those of lexicons_open, languages_open and lexicons_types; nothing
 * is left open */
int knowledge_open(struct knowledge *knowledge, struct words *words,
		   const char *lexicons, struct err *err);
void knowledge_close(struct knowledge *knowledge);

/* The same of lexicons that are open already; knowledge_end leaves them open. */
int knowledge_begin(struct knowledge *knowledge, struct words *words,
		    struct lexicons *lexicons, struct err *err);
void knowledge_end(struct knowledge *knowledge);

/* Read the tables that no stage reads, or not as a whole: lexemes_check of each
 * language, articles_open, law_shown_open, case_steps_open, rules_open. For who
 * checks the lexicons. */
int knowledge_check(struct knowledge *knowledge, struct err *err);

/* The language of a row by its cell `lang`; LANG_UND for `mul`, what is spelled
 * the same in all of them. errors: ERR_FORMAT, with the choices, for a code
 * that languages.tsv lacks */
int knowledge_lang(const struct knowledge *knowledge, const struct table *table,
		   size_t row, lang_id *lang, struct err *err);

/* The type of mention that a row's cell `type` names. errors: ERR_FORMAT, with
 * the choices, for an unknown one */
int knowledge_mention_type(const struct knowledge *knowledge,
			   const struct table *table, size_t row,
			   enum mention_type *type, struct err *err);

#endif
