/* What finding persons and joining them share. Others use persons.h. */
#ifndef ESEP_PERSONS_INTERNAL_H
#define ESEP_PERSONS_INTERNAL_H

#include "persons.h"

struct found_person {         /* one mention; candidate.person is its number */
	size_t first, end;    /* tokens */
	struct name_part given, surname; /* end == 0: not there */
	struct name_part initial;
	bool is_author;       /* of what a footnote cites */
	uint32_t who;         /* in `people` + 1, or 0 */
};

struct human {                /* all mentions of one person */
	word_id given_key, surname_key; /* 0 = unknown */
	uint32_t given_row, surname_row;
	struct str given, surname;      /* shortest spellings */
	enum gender gender;
	unsigned roles;       /* told beside the name */
	unsigned deeds;       /* by what the person does */
	size_t named;         /* the token where the full name first stands */
	uint32_t namesake;    /* another with that surname + 1, or 0 */
	struct str id;
	bool is_author;
};

struct persons {
	struct languages *languages;
	struct words *words;
	const struct romanisation *romanisation;
	struct person_names *names;
	struct roles *roles;
	struct role_marks marks;     /* reused, of the document */
	LIST(uint8_t) covered;       /* of each token: a candidate covers it */
	LIST(struct found_person) found; /* [0] is unused */
	LIST(struct human) people;
	struct word_cache by_key;    /* reused by people.c */
};

#endif
