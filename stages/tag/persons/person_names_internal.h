/* What persons' names are looked up in: person_names_load.c fills it. Others
 * use person_names.h. */
#ifndef ESEP_PERSON_NAMES_INTERNAL_H
#define ESEP_PERSON_NAMES_INTERNAL_H

#include "ending_rows.h"
#include "interned.h"
#include "person_names.h"

enum ending_kind { ENDING_SURNAME, ENDING_PATRONYMIC, ENDING_WORD,
		   ENDING_ADJECTIVE, ENDING_GIVEN, ENDING_PLURAL,
		   ENDING_PARTICLE, ENDING_PLACE, ENDING_WHERE };

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
	struct ending_rows by_ending; /* of `endings` */
	struct person_cases *cases;
	struct interned keys;
	LIST(struct known_name) of_key;
	LIST(uint32_t) main_given; /* of the first row of an id, once it was
	                              asked for: of the id that stands for it
	                              in people's, + 1 */
	LIST(uint32_t) next_given; /* of the first row of an id: that of the
	                              next id with its key, + 1, or 0 */
	struct interned spellings;  /* in lower case */
	LIST(struct known_spelling) of_spelling;
	bool suffixing[LANG_MAX];   /* a language with a suffix stemmer */
	bool is_indexed;
	struct word_cache classes;  /* of each form: person_parts.c */
	struct word_cache said_of[LANG_MAX]; /* of each form: in `said`, or 0 */
	LIST(struct name_part) said; /* [0] is unused */
	unsigned generation;        /* of the words that `said` is of */
	struct strbuf buf;
};

/* Make `keys` and `spellings` of the tables' rows, when a name is first looked
 * up. */
void person_names_index(struct person_names *names);

/* The cell `gender` of a row: m, f, u for either. */
enum gender person_gender(const struct table *table, size_t row);

/* Append a text in lower case, with е for ё, as most write it. */
void person_names_fold(struct strbuf *out, struct str text);

/* The longest ending of a kind that leaves two letters before it; of a gender
 * only, unless that is unknown. */
const struct ending *person_names_ending(const struct person_names *names,
					 struct str lower,
					 enum ending_kind kind,
					 enum gender gender);

/* What the tables of names say of a word: key, rows, gender. */
void person_names_look_up(struct person_names *names, lang_id lang,
			  word_id word, struct name_part *part);

/* Of the ids from one on that share its key, the first of which a Cyrillic word
 * in lower case is a spelling's case form, of a gender only unless that is
 * unknown; 0 where it is none's. */
uint32_t person_names_row_of(struct person_names *names, lang_id lang,
			     uint32_t first, struct str form,
			     enum gender gender);

/* Behind the row `after` (+ 1; 0: from the first) the next of those of the id of
 * the row `first` (+ 1) whose name is Cyrillic or is not, + 1; 0 behind the
 * last. */
uint32_t person_names_next_spelling(const struct table *table, uint32_t first,
				    uint32_t after, bool cyrillic);

/* The words of a part as one, without blanks. */
word_id person_names_word(struct person_names *names, const struct scan *scan,
			  size_t first, size_t end);

#endif
