#include "term_block.h"

#include "leb128.h"

/* The lowest bits of what a spelling begins with. */
enum { IS_MANY = 1, HAS_REST = 2, HEAD_BITS = 2 };

void term_block_add(struct strbuf *out, uint64_t before,
		    const struct term_count *entry)
{
	bool is_many = entry->count != 1 || entry->paragraphs != 1;

	leb128_add(out, entry->term - before);
	leb128_add(out, entry->kept << HEAD_BITS | (is_many ? IS_MANY : 0) |
			(entry->rest.len > 0 ? HAS_REST : 0));
	if (is_many) {
		leb128_add(out, entry->count);
		leb128_add(out, entry->count - entry->paragraphs);
	}
	if (entry->rest.len > 0) {
		leb128_add(out, entry->rest.len);
		strbuf_add(out, entry->rest);
	}
}

bool term_block_next(struct str *bytes, struct term_count *entry)
{
	uint64_t step, head, count = 1, repeated = 0, len = 0;

	if (!leb128_next(bytes, &step) || !leb128_next(bytes, &head) ||
	    (head & IS_MANY && (!leb128_next(bytes, &count) ||
				!leb128_next(bytes, &repeated))) ||
	    (head & HAS_REST && !leb128_next(bytes, &len)) ||
	    repeated > count || len > bytes->len)
		return false;
	entry->term += step;
	entry->count = count;
	entry->paragraphs = count - repeated;
	entry->kept = head >> HEAD_BITS;
	entry->rest = str_slice(*bytes, 0, (size_t)len);
	*bytes = str_slice(*bytes, (size_t)len, bytes->len);
	return true;
}
