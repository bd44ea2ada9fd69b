/* What persons' names are looked up in: person_names_load.c fills it. Others
 * use person_names.h. */
#ifndef ESEP_PERSON_NAMES_INTERNAL_H
#define ESEP_PERSON_NAMES_INTERNAL_H

#include "interned.h"
#include "person_names.h"

enum ending_kind { ENDING_SURNAME, ENDING_PATRONYMIC, ENDING_WORD,
		   ENDING_ADJECTIVE, ENDING_GIVEN };

struct ending {
	enum ending_kind kind;
	enum gender gender;
	struct str text, base;
};

struct known_name {           /* of a key */
	uint32_t given, surname; /* rows + 1 */
	uint32_t of_gender[3]; /* the first given name of each gender, or 0 */
};

struct known_spelling {
	uint32_t given, surname; /* rows + 1, or 0 */
	bool is_word;            /* as a given name it has a cue */
	bool is_latin;           /* its given name has no Cyrillic spelling */
};

struct person_names {
	struct languages *languages;
	struct words *words;
	const struct romanisation *romanisation;
	struct table *given, *surnames;
	LIST(struct ending) endings;
	struct interned keys;
	LIST(struct known_name) of_key;
	struct interned spellings;  /* in lower case */
	LIST(struct known_spelling) of_spelling;
	bool suffixing[LANG_MAX];   /* a language with a suffix stemmer */
	bool is_indexed;
	struct strbuf buf;
};

/* Make `keys` and `spellings` of the tables' rows, when a name is first looked
 * up. */
void person_names_index(struct person_names *names);

/* The cell `gender` of a row: m, f, u for either. */
enum gender person_gender(const struct table *table, size_t row);

#endif
