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
	LIST(uint32_t) only;         /* reused by people.c, of sentences */
	struct word_cache by_key;    /* reused by people.c */
	struct word_cache pairs;     /* of full keys: the last document's
	                                serial that has them */
};

/* people.c: the key under which full names meet, both words as one. */
word_id people_full_key(struct persons *p, struct scan *scan, word_id given,
			word_id surname);

/* surroundings.c, of tokens that may be a person's name. */

/* Whether a role stands right before a token, or with the names between that
 * belong to it: "президент США Барак Обама". */
bool surroundings_behind_role(const struct persons *p,
			      const struct scan *scan, size_t token);

/* Whether a comma and a role stand behind a name; `described`: with words that
 * tell more of the role, which is nobody else's (", a court reporter"). */
bool surroundings_before_role(const struct persons *p,
			      const struct scan *scan, size_t end,
			      bool described);

/* Whether two commas hold a name behind a role: "the editor of the Coral
 * Lantern, Rosa May,": names and function words stand between the role and the
 * first. */
bool surroundings_is_apposition(const struct persons *p,
				const struct scan *scan, size_t first,
				size_t end);

/* Whether a token is the next in a list of persons. */
bool surroundings_behind_person(const struct persons *p,
				const struct scan *scan, size_t token);

/* "город Владимир", "в Кирове", "из Кирова": whether a word for places stands
 * before a token, or one that leads to a place, and to a person only in another
 * case ("в Кирова"). */
bool surroundings_lead_to_place(const struct persons *p,
				const struct scan *scan, size_t token);

/* Whether the role of one who has the name stands right before it, behind it,
 * or in what the person does. */
bool surroundings_tell(const struct persons *p, const struct scan *scan,
		       size_t first, size_t end);

#endif
