/* What cues and triggers share; others use cues.h. */
#ifndef ESEP_CUES_INTERNAL_H
#define ESEP_CUES_INTERNAL_H

#include "cues.h"

enum { PARTS_MAX = 4 /* of a trigger with gaps */ };

struct ending {                /* of a place's name, that tells where */
	lang_id lang;
	struct str form;
};

/* The parts of a trigger with gaps, in the order of the text. */
struct joining {
	const struct cue_row *row;     /* the trigger's */
	struct cue parts[PARTS_MAX];
	unsigned count;
	bool turned;                   /* the other way round than its row */
};

struct cues {
	LIST(struct cue_row) rows;
	LIST(struct ending) endings;
	struct verb_forms *verbs;
	const struct countries *countries;
	struct table *events;
	struct phrases *phrases[LANG_MAX]; /* of each language; or NULL */
	lang_id langs;                 /* none from here on */
	struct phrase_matches matches; /* reused */
	struct cue_list pieces;        /* reused: parts of triggers */
	LIST(struct joining) nevers;   /* reused: set phrases, no acts */
	const struct knowledge *knowledge;
};

/* Read the form of the verb in a verbal trigger and give it the row of its
 * voice; a helper verb behind it becomes part of it. False if none of its words
 * is a verb's form. */
bool triggers_read(const struct cues *cues, const struct document *doc,
		   struct cue *cue);

/* Whether the first word of a cue is a form that only a verb has. */
bool triggers_is_verb(const struct cues *cues, const struct document *doc,
		      const struct cue *cue);

/* Make triggers of the parts in cues->pieces, which are all of the sentence's
 * by first token, and put them among `out` in place of shorter ones that share
 * words with them.
 * cost  linear in the pieces: a gap is bounded */
void triggers_join(struct cues *cues, const struct document *doc,
		   struct cue_list *out);

#endif
