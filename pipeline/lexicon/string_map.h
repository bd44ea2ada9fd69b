/* Strings with a number each: abbreviations, clitics, top-level domains.
 * Looked up by text, without adding to the word table. */
#ifndef ESEP_STRING_MAP_H
#define ESEP_STRING_MAP_H

#include "str.h"

struct string_map_slot {
	struct str text;
	uint32_t value;
};

struct string_map {
	struct string_map_slot *slots; /* open addressing; free: no text */
	size_t slot_count;  /* a power of two, or 0 */
	size_t count;
	struct arena arena; /* owns the texts */
};
#define STRING_MAP_INIT { NULL, 0, 0, ARENA_INIT }

/* Add a string; what is already there gets the bits of `value` in addition.
 * Empty strings and those beyond 128 bytes are left out. */
void string_map_add(struct string_map *map, struct str text, uint32_t value);

/* The value of a string, 0 if it is not there; `hash` is its str_hash, for who
 * looks in several maps. */
uint32_t string_map_find(const struct string_map *map, struct str text);
uint32_t string_map_find_hashed(const struct string_map *map, struct str text,
				uint32_t hash);

/* The same for the text in lower case with ’ as '. `scratch` is overwritten. */
uint32_t string_map_find_folded(const struct string_map *map, struct str text,
				struct strbuf *scratch);

void string_map_release(struct string_map *map);

#endif
