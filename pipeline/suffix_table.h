/* The tables of a suffix stemmer as suffixes_load leaves them; for suffixes.c
 * and suffixes_load.c alone. */
#ifndef ESEP_SUFFIX_TABLE_H
#define ESEP_SUFFIX_TABLE_H

#include "forms.h"
#include "suffixes.h"
#include "table.h"

enum { SUFFIX_CLASSES_MAX = 24, SUFFIX_LONGEST_WORD = 200 };

enum { SOUND_BACK = 1, SOUND_FRONT = 2, SOUND_FREE = 4 };

struct suffix_rule {
	struct str suffix;
	struct str slot;
	uint32_t after;      /* classes of sounds; 0 = any */
	uint32_t harmony;    /* SOUND_BACK, SOUND_FRONT or 0 */
	size_t keep;
	struct str next;     /* the slot to go on with; empty = the next one */
	bool by_jump;        /* its slot is reached by `next` alone */
};

struct suffix_final {
	struct str from, to;
};

struct suffixes {
	struct table rows, sounds, irregular;
	LIST(struct suffix_rule) rules;
	struct str classes[SUFFIX_CLASSES_MAX];
	size_t class_count;
	struct forms letters;    /* a letter: its classes */
	LIST(struct suffix_final) finals;
	struct forms irregulars; /* a form: row of its stem, plus one */
};

/* The harmony of the last letter of the text that has one: SOUND_BACK,
 * SOUND_FRONT or 0. */
uint32_t suffixes_harmony(const struct suffixes *suffixes, struct str text);

#endif
