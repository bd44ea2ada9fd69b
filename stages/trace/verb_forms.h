/* What the form of a verb tells: whether the deed was done, and whether its
 * subject did it or suffered it. The endings are rows of verb_forms.tsv. */
#ifndef ESEP_VERB_FORMS_H
#define ESEP_VERB_FORMS_H

#include "knowledge.h"

enum verb_tense {
	VERB_NONE,        /* no verb, or a form that no row has */
	VERB_PAST,        /* detained */
	VERB_PARTICIPLE,  /* a participle beside its noun: задержанный */
	VERB_CONVERB,     /* задержав, ұстап: done beside another deed */
	VERB_GERUND,      /* detaining: perhaps by its name alone */
	VERB_NOUN,        /* the deed by its name: ұстау */
	VERB_BASE,        /* detain */
	VERB_INFINITIVE,
	VERB_PRESENT,
	VERB_FUTURE,      /* also what is meant to be done */
	VERB_CONDITION,
	VERB_NEGATED,
	VERB_REFUSES,     /* negated too, and a habit */
	VERB_TENSES
};

enum verb_voice {
	VERB_ACTIVE,
	VERB_PASSIVE,     /* the subject suffers */
	VERB_EITHER       /* as what stands beside it tells: detained */
};

struct verb_form {
	enum verb_tense tense;
	enum verb_voice voice;
	bool inner;       /* by letters inside: "that he was detained", "where"
	                     may stand behind them (kk) */
	bool bare;        /* a participle so, and nothing stands behind: a noun
	                     may follow to which it belongs */
};

struct verb_forms;

/* Load verb_forms.tsv. errors: those of lexicons_table; ERR_FORMAT (file:line)
 * for a word that a column does not know */
int verb_forms_open(struct verb_forms **forms,
		    const struct knowledge *knowledge, struct err *err);
void verb_forms_close(struct verb_forms *forms);

/* The reading of a form (lower case) of the verb that has this stem; VERB_BASE
 * where both are one. An ending may reach into the stem only where the form
 * does not begin with all of it.
 * cost  linear in the form's letters and its rows of the part `in` */
struct verb_form verb_forms_read(const struct verb_forms *forms, lang_id lang,
				 struct str form, struct str stem);

/* Whether a word with this stem behind a converb is its verb's ending (ұстап
 * кетті); `form` gets what the helper's row says, VERB_NONE: nothing. */
bool verb_forms_is_helper(const struct verb_forms *forms, lang_id lang,
			  struct str stem, struct verb_form *form);

/* Whether the verb stands last in its clause, so that of a pattern's words the
 * last one is it. */
bool verb_forms_is_last(const struct verb_forms *forms, lang_id lang);

/* Whether the order of words is free. */
bool verb_forms_is_free(const struct verb_forms *forms, lang_id lang);

#endif
