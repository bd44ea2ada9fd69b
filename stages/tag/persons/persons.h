/* Persons. Names are proposed by their shape; once it is settled which of them
 * count, all mentions of one person are brought together, their roles are
 * looked up, and bare surnames are added. */
#ifndef ESEP_PERSONS_H
#define ESEP_PERSONS_H

#include "person_names.h"
#include "roles.h"

struct persons;

int persons_open(struct persons **persons, const struct knowledge *knowledge,
		 const struct romanisation *romanisation, struct err *err);
void persons_close(struct persons *persons);

/* Mark the roles of the document: first of all. They stay until the next. */
const struct role_marks *persons_mark(struct persons *persons,
				      struct scan *scan);

/* Whether a word by itself looks like a given name, a surname or a patronymic. */
bool persons_may_name(const struct persons *persons, const struct scan *scan,
		      size_t token);

/* Whether it is a given name that a table has. */
bool persons_is_given(const struct persons *persons, const struct scan *scan,
		      size_t token);

/* Whether a word that a person may have ends in a case behind which no other word
 * of the same name stands: «Қаратайдың», in Kazakh. */
bool persons_is_inflected(const struct persons *persons,
			  const struct scan *scan, size_t token);

/* Propose names of persons. After scan_sort and persons_mark. */
void persons_find(struct persons *persons, struct scan *scan);

/* Add bare surnames and given names; give all persons their ids and classes.
 * After scan_settle; keeps the document settled. */
void persons_join(struct persons *persons, struct scan *scan);

#endif
