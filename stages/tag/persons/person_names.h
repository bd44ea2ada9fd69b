/* What single words say about a person's name: given names, surnames,
 * patronymics, initials; and the ids that are made of them. */
#ifndef ESEP_PERSON_NAMES_H
#define ESEP_PERSON_NAMES_H

#include "err.h"
#include "scan.h"
#include "slug.h"

enum {                        /* bits of name_part.is */
	PART_GIVEN = 1,       /* of given_names.tsv, in this spelling or, in
	                         Cyrillic, by its key */
	PART_SURNAME = 2,     /* of surnames.tsv, by its key */
	PART_GIVEN_KEY = 4,   /* a given name by its key alone */
	PART_ENDING = 8,      /* ends as surnames do */
	PART_PATRONYMIC = 16,
	PART_INITIAL = 32,    /* "A." or "A.B." */
	PART_SPELLED = 64,    /* a table has this spelling, no case form */
	PART_INFLECTED = 128, /* a given name with a suffix behind it */
	PART_WORD = 256,      /* a given name that is a common word too */
	PART_BOTH = 512       /* men and women share the given name's key */
};

enum gender { GENDER_UNKNOWN, GENDER_M, GENDER_F };

/* A word of a name, or words joined by hyphens: Kassym-Jomart. */
struct name_part {
	size_t first, end;    /* tokens */
	word_id key;          /* 0 = none */
	unsigned is;
	enum gender gender;   /* of the given name, else of the ending */
	uint32_t given, surname; /* rows of the tables + 1, or 0 */
};

struct person_names;

/* given_names.tsv, surnames.tsv, name_endings.tsv. `romanisation` is borrowed.
 * errors: of lexicons_load; ERR_FORMAT an unknown kind of ending */
int person_names_open(struct person_names **names,
		      const struct knowledge *knowledge,
		      const struct romanisation *romanisation,
		      struct err *err);
void person_names_close(struct person_names *names);

/* The part that begins at a token; false if the word has no capital. */
bool person_names_part(struct person_names *names, const struct scan *scan,
		       size_t token, struct name_part *part);

/* A patronymic's word that stands apart: "Тоқтар ұлы". */
bool person_names_is_apart(const struct person_names *names,
			   const struct scan *scan, size_t token);

/* Whether a word ends as adjectives do ("Новая …") and no table knows it. */
bool person_names_is_adjective(struct person_names *names,
			       const struct scan *scan, size_t token);

/* Append the id of a given name, of a surname in the form of a gender. `text`
 * is how it is written, for names that the tables lack. */
void person_names_given_id(const struct person_names *names,
			   struct strbuf *out, uint32_t given, struct str text);
void person_names_surname_id(const struct person_names *names,
			     struct strbuf *out, uint32_t surname,
			     enum gender gender, struct str text);

#endif
