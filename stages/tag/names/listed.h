/* The main names of what the user's own lists name. `load` reads lexicons/names
 * itself, but never sees a list: the document says what is in none of these. */
#ifndef ESEP_TAG_LISTED_H
#define ESEP_TAG_LISTED_H

#include "document.h"
#include "interned.h"

struct listed_name {
	struct str name;     /* the first in the main language, else the first */
	bool is_main;
	bool is_in_lexicons; /* where it has its main name */
	size_t told;         /* the last document that it was told to */
};

struct listed {
	struct str main_lang; /* of languages.tsv; set by the owner */
	struct interned ids;
	LIST(struct listed_name) list; /* of each id */
	struct interned in_langs;      /* "ID.LANG" */
	LIST(struct str) lang_names;   /* the first name of each */
	size_t documents;
	struct arena arena;
};

void listed_init(struct listed *listed);
void listed_release(struct listed *listed);

/* An id that lexicons/names has; a row of a list, after all of these. */
void listed_leave(struct listed *listed, struct str id);
void listed_add(struct listed *listed, struct str id, struct str lang,
		struct str name);

/* Set meta::name.ID for each mention of `doc` that a list named, and
 * meta::name.ID.LANG, where it has another name in the document's language.
 * cost  a look-up for each mention */
void listed_tell(struct listed *listed, struct document *doc);

#endif
