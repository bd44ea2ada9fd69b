/* A set of word forms with a number each: abbreviations, clitics, top-level
 * domains. Looked up by text, without adding to the word table. */
#ifndef ESEP_FORMS_H
#define ESEP_FORMS_H

#include "str.h"

struct form {
	struct str text;
	uint32_t value;
};

struct forms {
	struct form *slots; /* open addressing; an empty text is free */
	size_t slot_count;  /* a power of two, or 0 */
	size_t count;
	struct arena arena; /* owns the texts */
};
#define FORMS_INIT { NULL, 0, 0, ARENA_INIT }

/* Add a form; what is already there gets the bits of `value` in addition.
 * Empty forms and forms beyond 128 bytes are left out. */
void forms_add(struct forms *forms, struct str text, uint32_t value);

/* The value of a form, 0 if it is not there; `hash` is its str_hash, for who
 * looks in several sets. */
uint32_t forms_find(const struct forms *forms, struct str text);
uint32_t forms_find_hashed(const struct forms *forms, struct str text,
			   uint32_t hash);

/* The same for the text in lower case with ’ as '. `scratch` is overwritten. */
uint32_t forms_find_folded(const struct forms *forms, struct str text,
			   struct strbuf *scratch);

void forms_release(struct forms *forms);

#endif
