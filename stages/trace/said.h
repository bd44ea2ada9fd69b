/* Where in a sentence the words are that somebody says. Tokens of the document;
 * where there are none, the sentence's end. */
#ifndef ESEP_SAID_H
#define ESEP_SAID_H

#include "speakers.h"

/* A verb of speech with its subject. */
struct utterance {
	const struct scene *scene;
	const struct cue *cue;       /* NULL: a name and a colon */
	struct speaker speaker;
};

/* Whether the words stand before the verb, as in Kazakh. */
bool said_is_last(const struct cue *cue);

/* The end of verb and subject, and the first token of both. */
size_t said_from(const struct utterance *s);
size_t said_edge(const struct utterance *s);

/* Behind a narrator's "however" at `first`, or `first`. */
size_t said_behind_link(const struct scene *scene, size_t first, size_t end);

/* Whether [first, end), between commas, says what somebody is: offices, and
 * whose they are. */
bool said_is_apposition(const struct scene *scene, size_t first, size_t end);

/* Behind the comma that follows the name of a speaker, and behind an
 * apposition. */
size_t said_behind_name(const struct scene *scene, size_t from);

/* The same of a clause whose verb stands last: behind what stands between commas
 * and ends with an office, before `end`. */
size_t said_behind_apposed(const struct scene *scene, size_t from, size_t end);

/* Whether a verb that is told by its form stands in [first, end). */
bool said_has_verb(const struct scene *scene, size_t first, size_t end);

/* "That" right behind verb and subject, or behind whom it was told; one
 * further away belongs to another word. NULL if there is none. */
const struct cue *said_that(const struct utterance *s);

/* Where a clause without "that" begins. */
size_t said_clause(const struct utterance *s);

/* Where what is asked begins. */
size_t said_question(const struct utterance *s);

/* The first stretch in quotation marks behind a verb in its clause, whatever
 * its length, that is no name or title; or NULL. */
const struct stretch *said_label(const struct utterance *saying);

/* The colon behind `from`, with no other verb of speech between. */
size_t said_colon(const struct scene *scene, size_t from);

/* Where the words end before ", X said" or ", said X" at the end of a clause,
 * or the sentence's first token. */
size_t said_trail(const struct utterance *s);

#endif
