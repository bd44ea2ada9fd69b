#include "letter_writers.h"

#include "utf8.h"

static struct letter_writer *writer_of(struct letter_writers *writers,
				       uint32_t letter)
{
	struct letter_writer *new;

	for (size_t i = 0; i < writers->items.count; i++)
		if (writers->items.items[i].letter == letter)
			return &writers->items.items[i];
	new = LIST_ADD(&writers->items);
	new->letter = letter;
	return new;
}

void letter_writers_add(struct letter_writers *writers, size_t row,
			struct str letters)
{
	for (size_t at = 0; at < letters.len;) {
		uint32_t letter = utf8_fold_char(utf8_next(letters, &at));

		writer_of(writers, letter)->languages |= UINT32_C(1) << row;
		writers->with_letters |= UINT32_C(1) << row;
	}
}

void letter_writers_release(struct letter_writers *writers)
{
	LIST_RELEASE(&writers->items);
}

void spelling_add_text(struct spelling *spelling,
		       const struct letter_writers *writers, struct str text)
{
	for (size_t at = 0; at < text.len;)
		spelling_add(spelling, writers,
			     utf8_fold_char(utf8_next(text, &at)));
}
