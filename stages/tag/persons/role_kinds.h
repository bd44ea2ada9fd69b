/* What a role is that depends on whose it is: the head of a newspaper, of a
 * district, of a bakery. */
#ifndef ESEP_ROLE_KINDS_H
#define ESEP_ROLE_KINDS_H

#include "roles.h"

/* ROLE_JOURNALIST, ROLE_OFFICIAL or ROLE_PERSON for the role of class `role`
 * whose words are `first` to `end`, by what stands behind it ("head of the
 * paper", ", director, Radio Norte") or before it ("newspaper owner",
 * "газетінің иесі"). After scan_settle.
 *   head    a person; a journalist of a medium, an official of the state
 *   chief   an official; a journalist of a medium, a person of a company
 *   owner   a person; a journalist of a medium
 *   agent   a person; an official of the state
 *   office  an official; a person of a company or a medium */
unsigned role_resolve(const struct role_marks *marks, const struct scan *scan,
		      unsigned role, size_t first, size_t end);

/* Whether a token is, or begins, a word for a medium or an outlet's name. */
bool role_is_medium(const struct role_marks *marks, const struct scan *scan,
		    size_t token);

/* Whether a token can stand between a role and its person, as one of what tells
 * more of the role: names, quotation marks, "of", adjectives. Words of no kind
 * are counted in `strangers`. */
bool role_is_passable(const struct role_marks *marks, const struct scan *scan,
		      size_t token, int *strangers);

#endif
