#include "term_block.h"

static void add_number(struct strbuf *out, uint64_t number)
{
	while (number >= 0x80) {
		strbuf_add_char(out, (char)(number | 0x80));
		number >>= 7;
	}
	strbuf_add_char(out, (char)number);
}

static bool next_number(struct str *bytes, uint64_t *number)
{
	*number = 0;
	for (unsigned shift = 0; bytes->len > 0 && shift < 56; shift += 7) {
		unsigned char byte = (unsigned char)bytes->data[0];

		*bytes = str_slice(*bytes, 1, bytes->len);
		*number |= (uint64_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			return true;
	}
	return false;
}

/* The lowest bits of what a spelling begins with. */
enum { IS_MANY = 1, HAS_REST = 2, HEAD_BITS = 2 };

void term_block_add(struct strbuf *out, uint64_t before,
		    const struct term_count *entry)
{
	bool is_many = entry->count != 1 || entry->paragraphs != 1;

	add_number(out, entry->term - before);
	add_number(out, entry->kept << HEAD_BITS | (is_many ? IS_MANY : 0) |
			(entry->rest.len > 0 ? HAS_REST : 0));
	if (is_many) {
		add_number(out, entry->count);
		add_number(out, entry->count - entry->paragraphs);
	}
	if (entry->rest.len > 0) {
		add_number(out, entry->rest.len);
		strbuf_add(out, entry->rest);
	}
}

bool term_block_next(struct str *bytes, struct term_count *entry)
{
	uint64_t step, head, count = 1, repeated = 0, len = 0;

	if (!next_number(bytes, &step) || !next_number(bytes, &head) ||
	    (head & IS_MANY && (!next_number(bytes, &count) ||
				!next_number(bytes, &repeated))) ||
	    (head & HAS_REST && !next_number(bytes, &len)) ||
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
