/* Looking for a role round a person's name: what role_of.c and role_behind.c
 * share. Others use roles.h. */
#ifndef ESEP_ROLE_SEARCH_H
#define ESEP_ROLE_SEARCH_H

#include "role_endings.h"
#include "roles.h"

struct role_place {          /* a role's words */
	size_t first, end;
	unsigned class;      /* of roles.h, not resolved; 0: there is no role */
	bool told;           /* a verb says that the name behind has it */
};

extern const struct role_place role_nowhere;

struct role_search {
	const struct role_marks *marks;
	const struct scan *scan;
	bool nominative;     /* the name is in its base form for certain */
	bool maybe;          /* it may be, by its ending */
};

/* The person whose name ends before a token, in its sentence, or NULL. */
bool role_is_person(const struct candidate *c);
const struct candidate *role_person_before(const struct scan *scan, size_t end);

/* Whether a token joins equals: "and". */
bool role_is_and(const struct role_search *s, size_t token);

/* Whether the role's inflected word has an ending of a kind. */
bool role_has_ending(const struct role_search *s, struct role_place role,
		     enum role_ending kind);

/* Whether a role is as the table has it, and whether it is, or may be, of more
 * than one: "журналистов", "журналистки". */
bool role_is_exact(const struct role_search *s, struct role_place role);
bool role_is_of_several(const struct role_search *s, struct role_place role);
bool role_may_be_of_several(const struct role_search *s,
			    struct role_place role);

/* The role whose last word stands before a token, or role_nowhere. */
struct role_place role_ending_at(const struct role_search *s, size_t end);

/* The same, or the role whose owner ends there: "редактор [газеты «Y»]",
 * "head of [the department]". cost: linear in a few words */
struct role_place role_up_to(const struct role_search *s, size_t end);

/* What the role is, as role_resolve tells; 0 for role_nowhere. */
unsigned role_class(const struct role_search *s, struct role_place role);

/* Whether a role is another one's, whose name stands before it: "Y, judge". */
bool role_is_behind_person(const struct role_search *s,
			   struct role_place role);

/* Whether a token's sentence is rows that were set one behind the other: "X,
 * editor Y, lawyer Z, judge". */
bool role_is_rows(const struct role_search *s, size_t token);

/* Whether a name is the first of several ("X, Y and Z"); whether it is one of
 * several that are found or not; where the first of them begins. */
bool role_opens_list(const struct role_search *s, size_t end);
bool role_is_in_list(const struct role_search *s, size_t first, size_t end);
size_t role_list_start(const struct role_search *s, size_t first);

/* role_behind.c: the classes of roles behind a name ("X, editor of Y", "X, Y
 * and Z, reporters"), and of those that follow at the beginning of a line or in
 * the next one. */
unsigned role_after(const struct role_search *s, size_t first, size_t end);
unsigned role_below(const struct role_search *s, size_t first, size_t end);

#endif
