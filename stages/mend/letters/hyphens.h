/* Hyphens at the ends of lines: was a word cut there, was the hyphen typed, or
 * does it stand for a part that follows later ("pre- and post-war")? */
#ifndef ESEP_HYPHENS_H
#define ESEP_HYPHENS_H

#include "hyphen_facts.h"

enum hyphen {
	HYPHEN_CUT,        /* it goes, and the blank behind it */
	HYPHEN_TYPED,      /* it stays, the blank goes */
	HYPHEN_SUSPENDED   /* both stay */
};

struct hyphens {
	const struct knowledge *knowledge;
	bool ready;                        /* the languages are loaded */
	struct hyphen_facts of[LANG_MAX];
	struct sorted_words names;
	struct arena arena;    /* owns the names */
	struct arena work;     /* of one decision */
};

void hyphens_init(struct hyphens *hyphens, const struct knowledge *knowledge);
void hyphens_release(struct hyphens *hyphens);

/* Load what hyphens_decide asks of a language, once.
 * errors: those of languages_need and of the tables */
int hyphens_prepare(struct hyphens *hyphens, struct str code, struct err *err);

/* Whether the character is a hyphen of any kind; U+00AD and ¬ too. */
bool hyphens_is_hyphen(uint32_t c);

struct hyphen_text {          /* what is known of the text around */
	struct str code;      /* its language */
	const struct sorted_words *words; /* of the document, in lower case,
	                         without those at line ends; may be NULL */
	int lean;             /* to typed (above 0) or cut where nothing is
	                         certain, in hundredths of log odds */
};

/* What the hyphen at the end of `left` is; `right` goes on on the next line.
 * Only the last word of the one and the first of the other are looked at.
 * certain  may be NULL; false where only the letters and `lean` decided
 * Without hyphens_prepare for the language only what the characters show is
 * known. In this order decide: the kind of hyphen, digits, capitals and
 * scripts; the document's own words; hyphens.tsv; words.tsv and names; how
 * usual the letters are beside each other and at the ends of words. */
enum hyphen hyphens_decide(struct hyphens *hyphens, struct str left,
			   struct str right, const struct hyphen_text *text,
			   bool *certain);

#endif
