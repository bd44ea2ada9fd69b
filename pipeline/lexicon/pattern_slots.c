#include "pattern_slots.h"

void pattern_slots_release(struct pattern_slots *slots)
{
	LIST_RELEASE(slots);
	arena_release(&slots->arena);
}

static const struct pattern_slot *find_slot(const struct pattern_slots *slots,
					    struct str name)
{
	for (size_t i = 0; i < slots->count; i++)
		if (str_equal(slots->items[i].name, name))
			return &slots->items[i];
	return NULL;
}

void pattern_slots_fill(const struct pattern_slots *slots, struct str pattern,
			struct strbuf *out)
{
	while (pattern.len > 0) {
		size_t open = str_find(pattern, STR("{"), 0);
		size_t close = str_find(pattern, STR("}"), open);
		const struct pattern_slot *slot = NULL;

		if (close < pattern.len)
			slot = find_slot(slots, str_slice(pattern, open + 1,
							  close));
		strbuf_add(out, str_slice(pattern, 0, open));
		if (open == pattern.len)
			break;
		if (slot)
			strbuf_add(out, slot->pattern);
		else
			strbuf_add_char(out, '{');
		pattern = str_slice(pattern, slot ? close + 1 : open + 1,
				    pattern.len);
	}
}

void pattern_slots_add(struct pattern_slots *slots, struct str name,
		       struct str pattern)
{
	struct strbuf full = STRBUF_INIT;
	struct pattern_slot *slot;

	pattern_slots_fill(slots, pattern, &full);
	slot = LIST_ADD(slots);
	slot->name = str_copy(&slots->arena, name);
	slot->pattern = str_copy(&slots->arena, strbuf_view(&full));
	strbuf_release(&full);
}
