/* Marks of footnotes in the texts of a document. */
#ifndef ESEP_NOTE_MARKS_H
#define ESEP_NOTE_MARKS_H

#include "str.h"

/* Numbers of notes; signs and letters that stand for them lie above. */
enum {
	NOTE_NUMBER_MAX = 999,
	NOTE_SIGNS = 1000,     /* * ** *** † ‡ § */
	NOTE_LETTERS = 1010,   /* ᵃ or [a] to z */
	NOTE_CODES = 1040
};

enum note_mark_form { NOTE_MARK_RAISED, NOTE_MARK_BRACKETS, NOTE_MARK_PLAIN };

struct note_mark {
	unsigned number;
	enum note_mark_form form;
	size_t paragraph;
	uint32_t at;       /* offset in the paragraph's text */
};

struct note_marks {
	struct note_mark *items;
	size_t count, capacity;
};

/* The code of a sign or letter at `at`, 0 if it is none; *end is behind it. */
unsigned note_mark_sign(struct str text, size_t at, size_t *end);

/* Append the marks of a paragraph's text: ¹², [12], [^12], `law.12 The`,
 * `law*`. */
void note_marks_collect(struct note_marks *marks, struct str text,
			size_t paragraph);

/* Sort by number, form and place, for note_marks_nearest. */
void note_marks_sort(struct note_marks *marks);

/* The nearest mark of a number at or before a paragraph, else behind it; of the
 * clearest form that the number has. NULL if there is none. */
const struct note_mark *note_marks_nearest(const struct note_marks *marks,
					   unsigned number, size_t paragraph);

#endif
