#include "string_map.h"

#include "hash.h"
#include "utf8.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 64, LONGEST = 128 };

static struct string_map_slot *slot_of(const struct string_map *map,
				       struct str text, uint32_t hash)
{
	size_t slot = hash & (map->slot_count - 1);

	while (map->slots[slot].text.len > 0 &&
	       !str_equal(map->slots[slot].text, text))
		slot = (slot + 1) & (map->slot_count - 1);
	return &map->slots[slot];
}

static void grow(struct string_map *map)
{
	struct string_map_slot *old = map->slots;
	size_t old_count = map->slot_count;

	map->slot_count = old_count ? old_count * 2 : FIRST_SLOTS;
	map->slots = memory_get(map->slot_count * sizeof *map->slots);
	memset(map->slots, 0, map->slot_count * sizeof *map->slots);
	for (size_t i = 0; i < old_count; i++)
		if (old[i].text.len > 0)
			*slot_of(map, old[i].text,
				 str_hash(old[i].text)) = old[i];
	free(old);
}

void string_map_add(struct string_map *map, struct str text, uint32_t value)
{
	struct string_map_slot *slot;

	if (text.len == 0 || text.len > LONGEST)
		return;
	if (map->count * 2 >= map->slot_count)
		grow(map);
	slot = slot_of(map, text, str_hash(text));
	if (slot->text.len == 0) {
		slot->text = str_copy(&map->arena, text);
		map->count++;
	}
	slot->value |= value;
}

uint32_t string_map_find_hashed(const struct string_map *map, struct str text,
				uint32_t hash)
{
	if (map->count == 0 || text.len == 0 || text.len > LONGEST)
		return 0;
	return slot_of(map, text, hash)->value;
}

uint32_t string_map_find(const struct string_map *map, struct str text)
{
	return string_map_find_hashed(map, text, str_hash(text));
}

uint32_t string_map_find_folded(const struct string_map *map, struct str text,
				struct strbuf *scratch)
{
	if (map->count == 0 || text.len > LONGEST)
		return 0;
	strbuf_clear(scratch);
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		utf8_add(scratch, c == 0x2019 ? '\'' : utf8_fold_char(c));
	}
	return string_map_find(map, strbuf_view(scratch));
}

void string_map_release(struct string_map *map)
{
	free(map->slots);
	arena_release(&map->arena);
	*map = (struct string_map){0};
}
