/* The main names of entities, from the lexicons' tables of names. */
#ifndef ESEP_MAIN_NAMES_H
#define ESEP_MAIN_NAMES_H

#include "knowledge.h"
#include "law_shown.h"
#include "string_map.h"

struct main_name {
	struct str type; /* of the table: "outlet" */
	struct str name; /* the first in the main language, else the first */
	bool is_main;
	uint32_t first;  /* 1 + its first name in a language */
};

struct lang_name {
	struct str lang, name; /* the first of that language */
	uint32_t next;         /* 1 + that in another one; 0: none */
};

struct main_names {
	struct str main_lang; /* of languages.tsv */
	LIST(struct main_name) list;
	LIST(struct lang_name) in_langs;
	struct string_map ids; /* index into the list, plus one */
	struct law_shown *articles; /* how they are shown, by their ids */
	struct arena arena;
};

/* Read FOLDER/names/. A table that is not there has no names.
 * errors: those of lexicons_table */
int main_names_load(struct main_names *names, const struct knowledge *knowledge,
		    struct err *err);
void main_names_release(struct main_names *names);

/* The name of an id, or NULL. */
const struct main_name *main_names_find(const struct main_names *names,
					struct str id);

#endif
