/* Words that names of acts are made of (lexicons/law_words.tsv): law, bill, on;
 * «закон», «о»; «туралы», «заң». */
#ifndef ESEP_LAW_WORDS_H
#define ESEP_LAW_WORDS_H

#include "err.h"
#include "interned.h"
#include "scan.h"

enum law_role {
	LAW_BEFORE,     /* a kind of act; what it is about stands behind it */
	LAW_BEHIND,     /* the same, behind what it is about */
	LAW_ON,         /* between the two */
	LAW_LINK,       /* inside what it is about */
	LAW_WITH,       /* beside the kind, part of the name: federal */
	LAW_NOT,        /* before the kind: no name of an act */
	LAW_NOT_BEHIND, /* the same, behind it */
	LAW_LED,        /* before a name in small letters: the media law */
	LAW_DATED,      /* before the date of an act: of, от */
	LAW_AGAIN,      /* the article that was cited last, behind a first word
	                   where there are three or more: under this article */
	LAW_ROLES
};

struct law_word {
	enum law_role role;
	lang_id lang;
	struct str text; /* as the table has it */
	bool any_form;
	bool capital;   /* only with one, as the table has it */
	struct str id;  /* of a kind: law, code */
};

struct law_words;

/* errors: those of lexicons_table; ERR_FORMAT for an unknown role or language */
int law_words_open(struct law_words **words, const struct knowledge *knowledge,
		   struct err *err);
void law_words_close(struct law_words *words); /* NULL too */

/* The longest word of a role that begins at a token, or NULL; *end is its end. */
const struct law_word *law_words_at(struct law_words *words, struct scan *scan,
				    size_t token, enum law_role role,
				    size_t *end);

/* Whether a word tells a kind of act or stands between that and what the act is
 * about, and so nothing of what this is. */
bool law_words_is_empty(struct law_words *words, lang_id lang, word_id form);

#endif
