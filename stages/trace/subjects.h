/* Which party of a sentence is the subject of a verb of speech. */
#ifndef ESEP_SUBJECTS_H
#define ESEP_SUBJECTS_H

#include "scene.h"

/* 0 people by name, 1 people without one, 2 what they work for. */
unsigned subject_rank(const struct party *party);

/* Whether a word stands as an object by its form alone. */
bool subject_is_object(const struct scene *scene, size_t token);

bool subject_holds_mark(const struct scene *scene, size_t first, size_t end);

/* Whether nothing but a word or two beside the verb stands in [first, end). */
bool subject_is_beside(const struct scene *scene, size_t first, size_t end);

/* Whether nothing but offices and names, and a word or two, stands between a
 * verb and the name behind it. */
bool subject_is_named_by(const struct scene *scene, size_t first, size_t end);

/* All of these are NULL if there is none, and never one that is heard ("told
 * X", "in an interview with X"), is spoken of, or only tells whose lawyer
 * speaks. In [first, cue): the one beside the verb, else people before others,
 * then the nearest, unless another verb is theirs. */
const struct party *subject_before(const struct scene *scene,
				   const struct cue *cue, size_t first);

/* The same where the words stand between subject and verb: the first one, or
 * one right before the verb. */
const struct party *subject_first(const struct scene *scene,
				  const struct cue *cue, size_t first);

/* In [first, end), behind the verb of a cue, or of none. */
const struct party *subject_behind(const struct scene *scene, size_t first,
				   size_t end, const struct cue *cue);

/* "According to X", `behind`, and "X айтуынша": in [first, end). */
const struct party *subject_framed(const struct scene *scene, size_t first,
				   size_t end, bool behind);

/* The one whose name, with what he is, begins the sentence up to a colon. */
const struct party *subject_of_colon(const struct scene *scene, size_t colon);

#endif
