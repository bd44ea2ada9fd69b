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

void term_block_add(struct strbuf *out, uint64_t before,
		    const struct term_count *entry)
{
	add_number(out, entry->term - before);
	add_number(out, entry->count);
	add_number(out, entry->count - entry->paragraphs);
	add_number(out, entry->kept);
	add_number(out, entry->rest.len);
	strbuf_add(out, entry->rest);
}

bool term_block_next(struct str *bytes, struct term_count *entry)
{
	uint64_t step, repeated, len;

	if (!next_number(bytes, &step) || !next_number(bytes, &entry->count) ||
	    !next_number(bytes, &repeated) ||
	    !next_number(bytes, &entry->kept) || !next_number(bytes, &len) ||
	    repeated > entry->count || len > bytes->len)
		return false;
	entry->term += step;
	entry->paragraphs = entry->count - repeated;
	entry->rest = str_slice(*bytes, 0, (size_t)len);
	*bytes = str_slice(*bytes, (size_t)len, bytes->len);
	return true;
}
