#include "pages.h"

enum { SIZES = 4096 };   /* in quarters of a point */

void pages_release(struct pages *pages)
{
	strbuf_release(&pages->text);
	LIST_RELEASE(&pages->words);
	LIST_RELEASE(&pages->lines);
	LIST_RELEASE(&pages->pages);
	LIST_RELEASE(&pages->flows);
}

struct str page_word_text(const struct pages *pages,
			  const struct page_word *word)
{
	return (struct str){ pages->text.data + word->text, word->len };
}

void pages_measure(struct pages *pages)
{
	size_t *bytes = memory_get(SIZES * sizeof *bytes), best = 0;

	memset(bytes, 0, SIZES * sizeof *bytes);
	for (size_t i = 0; i < pages->words.count; i++) {
		const struct page_word *word = &pages->words.items[i];
		float quarters = (word->box.y1 - word->box.y0) * 4;

		if (quarters < SIZES)
			bytes[(size_t)quarters] += word->len;
	}
	for (size_t i = 1; i < SIZES; i++)
		if (bytes[i] > bytes[best])
			best = i;
	pages->size = ((float)best + 0.5f) / 4;
	list_free(bytes);
}
