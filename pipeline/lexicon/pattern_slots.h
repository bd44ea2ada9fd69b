/* Patterns of tables that hold {name}: what stands for the name, which may
 * hold other names in its turn. */
#ifndef ESEP_PATTERN_SLOTS_H
#define ESEP_PATTERN_SLOTS_H

#include "memory.h"
#include "str.h"

struct pattern_slot {
	struct str name, pattern;  /* filled */
};

struct pattern_slots {             /* all zero before the first is added */
	struct pattern_slot *items;
	size_t count, capacity;
	struct arena arena;
};

void pattern_slots_release(struct pattern_slots *slots);

/* Copies both; the pattern may hold names that were added before. */
void pattern_slots_add(struct pattern_slots *slots, struct str name,
		       struct str pattern);

/* Append the pattern with its slots filled; braces around what is no slot are
 * the pattern's own. */
void pattern_slots_fill(const struct pattern_slots *slots, struct str pattern,
			struct strbuf *out);

#endif
