/* Who may say something in a sentence: its parties, and those that only a noun
 * names ("the union", "her sister"). */
#ifndef ESEP_VOICES_H
#define ESEP_VOICES_H

#include "scene.h"

enum { ROLES_MAX = 16 };

/* Who is called what in a paragraph: "X, the editor of Y". Zero at its
 * beginning. */
struct roles_told {
	struct { word_id stem; struct str id; } items[ROLES_MAX];
	size_t count;          /* the oldest ones go where there are more */
	struct str person;     /* whom the paragraph named last, or empty */
};

/* Fill scene->voices, by first token. A noun of speakers.tsv that is no name's
 * has the id of its row; a single one has the id of whom the paragraph called
 * so, or of who was cited or named last, where the row says that it points
 * back; it is `meant` then. Most of them ("most of the editors") count as they.
 * last   who was cited last, or empty
 * roles  gets those that the sentence tells
 * cost   linear in the sentence's parties and cues, a few tokens around each */
void voices_find(struct scene *scene, struct str last,
		 struct roles_told *roles);

#endif
