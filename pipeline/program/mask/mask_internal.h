/* What the files of the mask share; for this folder alone. */
#ifndef ESEP_MASK_INTERNAL_H
#define ESEP_MASK_INTERNAL_H

#include "mask.h"

#include "interned.h"

/* Who may be meant by a word: up to MASK_SHARED persons, ascending; one more:
 * more than are told. */
struct mask_people {
	uint32_t ids[MASK_SHARED];
	uint32_t count;
};

enum {                        /* how a form is known, bits */
	MASK_FAMILY = 1,    /* a surname, or the only name */
	MASK_ALONE = 2,     /* seen as a name by itself */
	MASK_KNOWN = 4,     /* a dictionary has it, as many names */
	MASK_COMMON = 8,    /* also another word: May, or of a place */
	MASK_SHORT = 16,    /* of two letters: Li */
	MASK_STOP = 32      /* one that is a stop word: An */
};

struct mask_form {
	struct mask_people people;
	unsigned flags;
};

/* What is known by a text: forms in small letters, or keys. */
struct mask_table {
	struct interned texts;
	LIST(struct mask_form) forms; /* by number */
};

enum mask_strength {
	MASK_NONE,
	MASK_FAINT,           /* a name beside another name of the person */
	MASK_WEAK,            /* and where the text names the person */
	MASK_STRONG
};

struct mask_found {
	struct mask_people people;
	enum mask_strength strength;
};

/* Where a word stands, which decides how far it may be from a known form. */
enum mask_place {
	MASK_IN_TEXT,
	MASK_IN_ADDRESS,      /* or an id, a handle, a slug */
	MASK_BY_ITSELF,       /* a cell of its own: a stem, a form */
	MASK_PLACES
};

enum { MASK_CACHED = 48, MASK_SLOTS = 1 << 13 };
struct mask_cached {
	char text[MASK_CACHED];
	uint8_t len, place;   /* len 0: free */
	struct mask_found found;
};

/* A stretch that is masked, in bytes. */
struct mask_edit {
	size_t start, end;
	size_t words;         /* how many were joined */
	struct mask_people people;
	enum mask_strength strength;
	bool is_plain;        /* person_a, not ‹A› */
	bool is_initial;      /* a letter and its full stop */
	bool is_joined;       /* a name of the one before it */
	size_t other, other_len; /* in mask.decoded: what stands there
	                            instead; 0: the letter */
};
struct mask_edits { struct mask_edit *items; size_t count, capacity; };

struct mask {
	struct languages *languages;
	struct words *words;
	struct interned ids;      /* of persons; number - 1: the person */
	struct mask_table forms, keys, stems, whole;
	struct interned others;   /* protected words, in small letters */
	struct interned other_keys; /* theirs */
	struct interned initials; /* mask_add_initial */
	size_t longest;           /* surname, in bytes */
	LIST(uint32_t) named;     /* by person: last text that named it */
	uint32_t text_number;
	struct mask_cached *cache;
	struct mask_edits edits, joined;
	struct strbuf fold, key, decoded, inner;
	bool is_nested;           /* within an address */
};

void mask_table_add(struct mask_table *table, struct str text,
		    struct mask_people people, unsigned flags);
const struct mask_form *mask_table_find(const struct mask_table *table,
					struct str text);

/* The people of both, or none. */
struct mask_people mask_people_both(const struct mask_people *a,
				    const struct mask_people *b);
static inline bool mask_people_many(const struct mask_people *people)
{
	return people->count > MASK_SHARED;
}

/* Whether a dictionary or list of stop words has a word. */
bool mask_is_known(struct mask *mask, struct str word);

/* Append the first letter of a word and the number of a person. */
void mask_add_initial(struct strbuf *out, struct str word, uint32_t person);

/* Who is meant by a word: letters, and apostrophes between them. What was found
 * is kept; mask_look does not, and is for names that are just told.
 * cost  bounded by the longest surname for each letter */
struct mask_found mask_find_word(struct mask *mask, struct str word,
				 enum mask_place place);
struct mask_found mask_look(struct mask *mask, struct str word,
			    enum mask_place place);

/* The next part of a word as FreeErlan, from *at on; false at the end. */
bool mask_next_part(struct str word, size_t *at, struct str *part);

/* Of mask->edits, which were found in a text, those that are names, into
 * mask->joined: words of one name as one, or `by_word` one by one. */
void mask_judge(struct mask *mask, struct str text, bool by_word);

/* Where a text is to be masked, ascending, into mask->joined, as mask_judge. */
void mask_find(struct mask *mask, struct str text, bool by_word);

/* Append what an edit puts there. */
void mask_add_letters(struct mask *mask, struct strbuf *out,
		      const struct mask_edit *edit);

#endif
