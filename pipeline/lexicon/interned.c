#include "interned.h"

#include "hash.h"
#include <stdlib.h>

enum { FIRST_SLOTS = 1 << 10 };

/* In the cache: looked up in vain, when there were so many strings. */
#define NOT_THERE UINT32_C(0x80000000)

static uint32_t *free_slots(size_t count)
{
	uint32_t *slots = memory_get(count * sizeof *slots);

	memset(slots, 0, count * sizeof *slots);
	return slots;
}

void interned_init(struct interned *strings)
{
	*strings = (struct interned){.slot_count = FIRST_SLOTS};
	strings->slots = free_slots(strings->slot_count);
	LIST_ADD(&strings->list);
}

void interned_release(struct interned *strings)
{
	LIST_RELEASE(&strings->list);
	free(strings->slots);
	word_cache_release(&strings->known);
	arena_release(&strings->arena);
	*strings = (struct interned){.slots = NULL};
}

void interned_clear(struct interned *strings)
{
	if (strings->list.count <= 1)
		return;
	interned_release(strings);
	interned_init(strings);
}

static size_t slot_of(const struct interned *strings, struct str text,
		      uint32_t hash)
{
	size_t mask = strings->slot_count - 1, slot = hash & mask;

	for (; strings->slots[slot]; slot = (slot + 1) & mask) {
		const struct interned_string *string;

		string = &strings->list.items[strings->slots[slot]];
		if (string->hash == hash && str_equal(string->text, text))
			break;
	}
	return slot;
}

static void grow(struct interned *strings, size_t slot_count)
{
	size_t mask = slot_count - 1;

	free(strings->slots);
	strings->slot_count = slot_count;
	strings->slots = free_slots(slot_count);
	for (uint32_t i = 1; i < strings->list.count; i++) {
		size_t slot = strings->list.items[i].hash & mask;

		while (strings->slots[slot])
			slot = (slot + 1) & mask;
		strings->slots[slot] = i;
	}
}

void interned_reserve(struct interned *strings, size_t more)
{
	size_t slot_count = strings->slot_count;

	while (slot_count < (strings->list.count + more) * 2)
		slot_count *= 2;
	LIST_RESERVE(&strings->list, more);
	if (slot_count > strings->slot_count)
		grow(strings, slot_count);
}

uint32_t interned_add(struct interned *strings, struct str text)
{
	uint32_t hash = str_hash(text);
	size_t slot = slot_of(strings, text, hash);
	struct interned_string *string;

	if (strings->slots[slot])
		return strings->slots[slot];
	strings->slots[slot] = (uint32_t)strings->list.count;
	string = LIST_ADD(&strings->list);
	string->text = str_copy(&strings->arena, text);
	string->hash = hash;
	if (strings->list.count * 2 > strings->slot_count)
		grow(strings, strings->slot_count * 2);
	return (uint32_t)(strings->list.count - 1);
}

uint32_t interned_find(const struct interned *strings, struct str text)
{
	return strings->slots[slot_of(strings, text, str_hash(text))];
}

uint32_t interned_of_word(struct interned *strings, const struct words *words,
			  word_id word)
{
	uint32_t *known = word_cache_at(&strings->known, words, word);

	uint32_t not_there = NOT_THERE | (uint32_t)strings->list.count;

	if (*known == not_there)
		return 0;
	if (*known == 0 || *known & NOT_THERE) {
		uint32_t number = interned_find(strings,
						words_text(words, word));

		*known = number ? number : not_there;
		return number;
	}
	return *known;
}

struct str interned_text(const struct interned *strings, uint32_t number)
{
	return strings->list.items[number].text;
}
