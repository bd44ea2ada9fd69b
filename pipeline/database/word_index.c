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
