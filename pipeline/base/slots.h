/* Numbers by hash, for tables whose items know when they are the same: open
 * addressing. Who looks goes on while there is a number, and compares. */
#ifndef ESEP_SLOTS_H
#define ESEP_SLOTS_H

#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct slot {
	uint32_t hash, number;   /* 0: free */
};

struct slots {               /* zeroed at first */
	struct slot *items;
	size_t count, used;      /* `count`: a power of two, or 0 */
};

/* The next number of that hash from *at on, which goes on behind it; 0: there is
 * no other. *at is the hash at first. */
static inline uint32_t slots_next(const struct slots *slots, uint32_t hash,
				  size_t *at)
{
	while (slots->count > 0) {
		struct slot slot = slots->items[*at & (slots->count - 1)];

		if (slot.number == 0)
			break;
		++*at;
		if (slot.hash == hash)
			return slot.number;
	}
	return 0;
}

static inline void slots_put(struct slots *slots, uint32_t hash,
			     uint32_t number)
{
	size_t at = hash;

	while (slots->items[at & (slots->count - 1)].number != 0)
		at++;
	slots->items[at & (slots->count - 1)] = (struct slot){ hash, number };
}

static inline void slots_add(struct slots *slots, uint32_t hash,
			     uint32_t number)
{
	if (slots->used * 2 >= slots->count) {
		struct slots old = *slots;

		slots->count = old.count ? old.count * 2 : 256;
		slots->items = memory_get_zeroed(slots->count *
						 sizeof *slots->items);
		for (size_t i = 0; i < old.count; i++)
			if (old.items[i].number)
				slots_put(slots, old.items[i].hash,
					  old.items[i].number);
		free(old.items);
	}
	slots_put(slots, hash, number);
	slots->used++;
}

/* Forget all numbers. */
static inline void slots_clear(struct slots *slots)
{
	if (slots->used > 0)
		memset(slots->items, 0, slots->count * sizeof *slots->items);
	slots->used = 0;
}

static inline void slots_release(struct slots *slots)
{
	free(slots->items);
	*slots = (struct slots){ NULL, 0, 0 };
}

#endif
