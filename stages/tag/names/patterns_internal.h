/* What reading patterns and matching them share. Others use patterns.h. */
#ifndef ESEP_PATTERNS_INTERNAL_H
#define ESEP_PATTERNS_INTERNAL_H

#include "interned.h"
#include "patterns.h"
#include "string_map.h"

enum slot {
	SLOT_LITERAL, SLOT_PREFIX, SLOT_LAW, SLOT_PLACE, SLOT_DATE, SLOT_YEAR,
	SLOT_NUMBER, SLOT_QUOTE, SLOT_WORDS, SLOT_NAME, SLOT_LOCAL, SLOTS
};

enum { ELEMENTS_MAX = 8 };

struct element {
	enum slot slot;
	struct str text;      /* of a literal, lower case; behind {n-, {local- */
};

struct pattern {
	enum mention_type type;
	struct str id;        /* or empty */
	struct str text;      /* as the table has it */
	struct element elements[ELEMENTS_MAX];
	size_t count, anchor; /* the literal that is looked for first */
};

struct patterns {
	struct languages *languages;
	struct words *words;
	const struct romanisation *romanisation;
	LIST(struct pattern) list;
	struct phrases *anchors;  /* value: index in list */
	struct interned subjects; /* stems of the words of laws */
	const struct table *laws; /* of which they are made; NULL: they were */
	const struct table *facts; /* what the laws are */
	struct str main_lang;
	struct string_map acts;   /* ids, while they are made */
	struct arena arena;
	struct phrase_matches matches; /* reused */
};

#endif
