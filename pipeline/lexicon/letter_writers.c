#include "letter_writers.h"

#include "utf8.h"

bool letter_writers_add(struct letter_writers *writers, size_t row,
			struct str letters)
{
	uint32_t bit = UINT32_C(1) << row;

	for (size_t at = 0; at < letters.len;) {
		uint32_t letter = utf8_next(letters, &at);

		if (letter >= LETTER_LIMIT)
			return false;
		for (uint32_t c = 0; c < LETTER_LIMIT; c++)
			if (c == letter || utf8_fold_char(c) == letter)
				writers->by[c] |= bit;
		writers->with_letters |= bit;
	}
	return true;
}

void spelling_add_text(struct spelling *spelling,
		       const struct letter_writers *writers, struct str text)
{
	for (size_t at = 0; at < text.len;)
		spelling_add(spelling, writers, utf8_next(text, &at));
}
