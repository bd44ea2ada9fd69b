#include "score_numbers.h"

enum { VALUE_MAX = 100, WHOLE_MAX = 1000000, DECIMALS = 3 };

static bool read_word(const struct number_words *words, struct str text,
		      int64_t *thousandths)
{
	const struct number_word *word = number_words_find(words, text);

	if (!word || word->value > VALUE_MAX)
		return false;
	*thousandths = (int64_t)word->value * NUMBER_ONE;
	return true;
}

bool score_number_read(const struct number_words *words, struct str text,
		       int64_t *thousandths)
{
	size_t point = 0, decimals;
	uint64_t whole, part = 0;

	while (point < text.len && text.data[point] != '.' &&
	       text.data[point] != ',')
		point++;
	if (!str_number(str_slice(text, 0, point), WHOLE_MAX, &whole)) {
		size_t blank = str_find(text, STR(" "), 0);

		return read_word(words, text, thousandths) ||
		       (blank < text.len &&
			read_word(words,
				  str_slice(text, blank + 1, text.len),
				  thousandths));
	}
	decimals = point < text.len ? text.len - point - 1 : 0;
	if (point < text.len &&
	    (decimals > DECIMALS ||
	     !str_number(str_slice(text, point + 1, text.len), NUMBER_ONE,
			 &part)))
		return false;
	for (; decimals < DECIMALS; decimals++)
		part *= 10;
	*thousandths = (int64_t)(whole * NUMBER_ONE + part);
	return true;
}

struct str score_number_text(struct arena *arena, int64_t thousandths,
			     bool sign)
{
	struct strbuf out = STRBUF_INIT;
	struct str text;
	uint64_t size = (uint64_t)(thousandths < 0 ? -thousandths
						   : thousandths);
	uint64_t part = size % NUMBER_ONE;

	if (thousandths < 0)
		strbuf_add_char(&out, '-');
	else if (sign && thousandths > 0)
		strbuf_add_char(&out, '+');
	strbuf_add_number(&out, size / NUMBER_ONE);
	for (uint64_t unit = NUMBER_ONE / 10; part > 0; unit /= 10) {
		if (unit == NUMBER_ONE / 10)
			strbuf_add_char(&out, '.');
		strbuf_add_number(&out, part / unit);
		part %= unit;
	}
	text = str_copy(arena, strbuf_view(&out));
	strbuf_release(&out);
	return text;
}
