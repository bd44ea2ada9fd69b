#include "interned.h"

#include "hash.h"
#include <stdlib.h>

enum { FIRST_SLOTS = 1 << 10 };

#define NOT_A_TERM UINT32_MAX /* in the cache: looked up in vain */

static uint32_t *free_slots(size_t count)
{
	uint32_t *slots = memory_get(count * sizeof *slots);

	memset(slots, 0, count * sizeof *slots);
	return slots;
}

void interned_init(struct interned *terms)
{
	*terms = (struct interned){.slot_count = FIRST_SLOTS};
	terms->slots = free_slots(terms->slot_count);
	LIST_ADD(&terms->list);
}

void interned_release(struct interned *terms)
{
	LIST_RELEASE(&terms->list);
	free(terms->slots);
	word_cache_release(&terms->known);
	arena_release(&terms->arena);
	*terms = (struct interned){.slots = NULL};
}

static size_t slot_of(const struct interned *terms, struct str text,
		      uint32_t hash)
{
	size_t mask = terms->slot_count - 1, slot = hash & mask;

	for (; terms->slots[slot]; slot = (slot + 1) & mask) {
		const struct interned_string *term;

		term = &terms->list.items[terms->slots[slot]];
		if (term->hash == hash && str_equal(term->text, text))
			break;
	}
	return slot;
}

static void grow(struct interned *terms)
{
	size_t mask = terms->slot_count * 2 - 1;

	free(terms->slots);
	terms->slot_count *= 2;
	terms->slots = free_slots(terms->slot_count);
	for (uint32_t i = 1; i < terms->list.count; i++) {
		size_t slot = terms->list.items[i].hash & mask;

		while (terms->slots[slot])
			slot = (slot + 1) & mask;
		terms->slots[slot] = i;
	}
}

uint32_t interned_add(struct interned *terms, struct str text)
{
	uint32_t hash = str_hash(text);
	size_t slot = slot_of(terms, text, hash);
	struct interned_string *term;

	if (terms->slots[slot])
		return terms->slots[slot];
	terms->slots[slot] = (uint32_t)terms->list.count;
	term = LIST_ADD(&terms->list);
	term->text = str_copy(&terms->arena, text);
	term->hash = hash;
	if (terms->list.count * 2 > terms->slot_count)
		grow(terms);
	if (terms->looked_up)
		word_cache_release(&terms->known);
	terms->looked_up = false;
	return (uint32_t)(terms->list.count - 1);
}

uint32_t interned_find(const struct interned *terms, struct str text)
{
	return terms->slots[slot_of(terms, text, str_hash(text))];
}

uint32_t interned_of_word(struct interned *terms, const struct words *words,
			  word_id word)
{
	uint32_t *known = word_cache_at(&terms->known, words, word);

	if (*known == 0) {
		uint32_t term = interned_find(terms, words_text(words, word));

		*known = term ? term : NOT_A_TERM;
		terms->looked_up = true;
	}
	return *known == NOT_A_TERM ? 0 : *known;
}

struct str interned_text(const struct interned *terms, uint32_t term)
{
	return terms->list.items[term].text;
}
