/* What the lexicons say of words beside names and in them. */
#ifndef ESEP_KINDS_H
#define ESEP_KINDS_H

#include "knowledge.h"
#include "string_map.h"

struct kinds {
	const struct knowledge *knowledge;
	struct string_map heads;  /* of forms and stems: bits by mention type */
	struct string_map links;  /* of, for, по */
	struct string_map given;  /* given names */
	struct string_map titles; /* Mr, министр */
	struct string_map listed; /* ids, names and web addresses of tables */
	struct strbuf buf;        /* reused */
};

/* heads.tsv, name_links.tsv, given_names.tsv, titles.tsv, and the tables of names.
 * errors: of lexicons_table and the tables' cells. Close it on an error too. */
int kinds_open(struct kinds *kinds, const struct knowledge *knowledge,
	       struct err *err);
void kinds_close(struct kinds *kinds);

/* The types, one bit each by 1 << enum mention_type, that a word beside a name
 * or in it says the name has: a word for newspapers, for ministries. */
uint32_t kinds_of_word(struct kinds *kinds, lang_id lang, struct str word);

/* Whether a word joins the words of a name. */
bool kinds_is_link(struct kinds *kinds, struct str word);

bool kinds_is_given_name(struct kinds *kinds, struct str word);

/* Whether a word stands before names of persons and is none. */
bool kinds_is_title(struct kinds *kinds, struct str word);

/* Whether a table has an id, a name or a web address without "www.". */
bool kinds_lists(struct kinds *kinds, struct str text);

#endif
