#include "word_index.h"

#include "utf8.h"

void word_index_add_term(struct strbuf *out, struct str text)
{
	size_t start = out->len;

	utf8_add_fold(out, text);
	for (size_t i = start; i < out->len; i++)
		if ((unsigned char)out->data[i] <= ' ' || out->data[i] == 0x7f)
			out->data[i] = '_';
}

/* Control bytes, which no term holds. */
enum { NEXT_WORD = 0x1e, SAME_WORD = 0x1f };

void word_index_add_part(struct strbuf *out, enum word_term kind,
			 struct str term, bool first)
{
	static const char signs[] = {
		[WORD_FORM] = '=', [WORD_STEM] = ':', [WORD_KEY] = '~',
		[WORD_LEMMA] = '^'
	};

	if (out->len > 0)
		strbuf_add_char(out, first ? NEXT_WORD : SAME_WORD);
	strbuf_add_char(out, signs[kind]);
	strbuf_add(out, term);
}

bool word_index_next_part(struct str *phrase, struct str *part, bool *first)
{
	size_t at = 0;

	if (phrase->len == 0)
		return false;
	*first = true;
	if (phrase->data[0] == NEXT_WORD || phrase->data[0] == SAME_WORD) {
		*first = phrase->data[0] == NEXT_WORD;
		*phrase = str_slice(*phrase, 1, phrase->len);
	}
	while (at < phrase->len && phrase->data[at] != NEXT_WORD &&
	       phrase->data[at] != SAME_WORD)
		at++;
	*part = str_slice(*phrase, 0, at);
	*phrase = str_slice(*phrase, at, phrase->len);
	return true;
}

static void add_number(struct strbuf *out, uint32_t number)
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
	for (unsigned shift = 0; bytes->len > 0 && shift < 35; shift += 7) {
		unsigned char byte = (unsigned char)bytes->data[0];

		*bytes = str_slice(*bytes, 1, bytes->len);
		*number |= (uint64_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			return true;
	}
	return false;
}

void word_index_add_place(struct strbuf *out, struct place before,
			  struct place place)
{
	add_number(out, place.start - before.start);
	add_number(out, place.end - place.start);
}

bool word_index_next_place(struct str *bytes, size_t len, struct place *place)
{
	uint64_t step, size;

	if (!next_number(bytes, &step) || !next_number(bytes, &size) ||
	    place->start + step + size > len)
		return false;
	place->start = (uint32_t)(place->start + step);
	place->end = (uint32_t)(place->start + size);
	return true;
}
