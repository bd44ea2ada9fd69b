#include "bullets.h"

#include "utf8.h"

enum {
	CODES = 0x3000,       /* beyond: no letter of a symbol font */
	LINES_MIN = 5         /* that it begins */
};

static const float begins_share = 0.9f; /* of the places where it stands */
static const float capital_share = 0.8f;/* of the texts behind it */
static const float tallest = 1.5f;      /* of the line; else an initial */

struct count {
	uint32_t all, begins, capitals;
};

/* The character that a word is; 0 for a longer word. */
static uint32_t only_char(struct str text)
{
	size_t at = 0;
	uint32_t c = utf8_next(text, &at);

	return at == text.len && c < CODES ? c : 0;
}

/* Arrows, shapes and dingbats, and what a font has in the private area. */
static bool is_shape(uint32_t c)
{
	return (c >= 0x2190 && c <= 0x21ff) || (c >= 0x25a0 && c <= 0x25ff) ||
	       (c >= 0x2700 && c <= 0x27bf) || (c >= 0xe000 && c <= 0xf8ff);
}

/* Small letters, and the signs that fonts of symbols have in their place. */
static bool may_be_symbol(uint32_t c)
{
	return utf8_is_lower(c) || c == 0xd8 || c == 0xa7 || c == 0xfe ||
	       c == 0xd2 || c == 0xbd || c == 0xa8;
}

static void see_line(const struct pages *pages, const struct page_line *line,
		     struct count *counts)
{
	const struct page_word *words = &pages->words.items[line->first_word];
	struct str next;
	uint32_t c;
	size_t at = 0;

	for (size_t i = 0; i < line->word_count; i++)
		counts[only_char(page_word_text(pages, &words[i]))].all++;
	c = only_char(page_word_text(pages, &words[0]));
	if (line->word_count < 2 ||
	    words[0].box.y1 - words[0].box.y0 > tallest * line->size)
		return;
	next = page_word_text(pages, &words[1]);
	counts[c].begins++;
	counts[c].capitals += !utf8_is_lower(utf8_next(next, &at));
}

void bullets_find(struct pages *pages)
{
	struct count *counts = memory_get(CODES * sizeof *counts);

	memset(counts, 0, CODES * sizeof *counts);
	for (size_t i = 0; i < pages->lines.count; i++)
		see_line(pages, &pages->lines.items[i], counts);
	pages->bullet_count = 0;
	for (uint32_t c = 1; c < CODES && pages->bullet_count < PAGE_BULLETS;
	     c++)
		if (may_be_symbol(c) && counts[c].begins >= LINES_MIN &&
		    (float)counts[c].begins >
			    begins_share * (float)counts[c].all &&
		    (float)counts[c].capitals >
			    capital_share * (float)counts[c].begins)
			pages->bullets[pages->bullet_count++] = c;
	list_free(counts);
}

bool bullets_has(const struct pages *pages, uint32_t c)
{
	for (size_t i = 0; i < pages->bullet_count; i++)
		if (pages->bullets[i] == c)
			return true;
	return is_shape(c);
}
