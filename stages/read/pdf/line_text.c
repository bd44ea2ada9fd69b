#include "line_text.h"

#include "bullets.h"
#include "utf8.h"

static const float blank = 0.25f;          /* of the size */
static const float initial_size = 1.6f;    /* of the letters behind it */
static const float raised_size = 0.9f, raised_by = 0.12f;

bool line_is_raised(const struct page_line *line, const struct page_word *word,
		    struct str text)
{
	if (word->box.y1 - word->box.y0 > line->size * raised_size ||
	    word->box.y1 > line->base - line->size * raised_by)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if ((text.data[i] < '0' || text.data[i] > '9') &&
		    text.data[i] != ',')
			return false;
	return text.len <= 2 * LINE_DIGITS;
}

static void add_superscript(struct strbuf *out, struct str digits)
{
	static const char *const forms[] = { "⁰", "¹", "²", "³", "⁴",
					     "⁵", "⁶", "⁷", "⁸", "⁹" };

	for (size_t i = 0; i < digits.len; i++)
		if (digits.data[i] == ',')
			strbuf_add_char(out, ',');
		else
			strbuf_add_z(out, forms[digits.data[i] - '0']);
}

/* Words of two sizes that touch are one: capitals and small capitals, or an
 * initial two lines high. */
static bool touches(const struct page_word *a, const struct page_word *b)
{
	float height = b->box.y1 - b->box.y0;

	if (a->box.y1 - a->box.y0 > initial_size * height &&
	    b->box.x0 - a->box.x1 < blank * height)
		return true;
	return b->box.x0 - a->box.x1 < 0.04f * (a->box.y1 - a->box.y0) &&
	       b->box.x0 > a->box.x0;
}

static bool is_symbol(const struct pages *pages, const struct page_line *line)
{
	struct str text = line_first_text(pages, line);
	size_t at = 0;

	return line->word_count > 1 &&
	       bullets_has(pages, utf8_next(text, &at)) && at == text.len;
}

struct str line_text(const struct pages *pages, const struct page_line *line,
		     struct strbuf *out)
{
	strbuf_clear(out);
	for (size_t i = 0; i < line->word_count; i++) {
		const struct page_word *word =
			&pages->words.items[line->first_word + i];
		struct str text = page_word_text(pages, word);

		if (i == 0 && is_symbol(pages, line))
			text = STR("•");
		if (i > 0 && line_is_raised(line, word, text)) {
			add_superscript(out, text);
			continue;
		}
		if (i > 0 && !touches(word - 1, word))
			strbuf_add_char(out, ' ');
		strbuf_add(out, text);
	}
	return strbuf_view(out);
}

struct str line_first_text(const struct pages *pages,
			   const struct page_line *line)
{
	return page_word_text(pages, &pages->words.items[line->first_word]);
}

bool line_is_bullet(const struct pages *pages, const struct page_line *line)
{
	static const char bullets[] = "•‣·*-";
	struct str text = line_first_text(pages, line);

	return is_symbol(pages, line) ||
	       (line->word_count > 1 && utf8_chars(text) == 1 &&
		str_find(STR(bullets), text, 0) < sizeof bullets - 1);
}

bool line_is_numbered(const struct pages *pages, const struct page_line *line)
{
	struct str text = line_first_text(pages, line);
	size_t digits = 0;

	while (digits < text.len && digits < LINE_DIGITS &&
	       text.data[digits] >= '0' && text.data[digits] <= '9')
		digits++;
	if (line->word_count < 2 || digits + 1 != text.len || digits == 0)
		return false;
	return text.data[digits] == '.' || text.data[digits] == ')';
}

bool line_is_lettered(const struct pages *pages, const struct page_line *line)
{
	struct str text = line_first_text(pages, line);

	return line->word_count > 1 && text.len > 2 &&
	       utf8_chars(text) <= LINE_DIGITS + 2 && text.data[0] == '(' &&
	       str_find(text, STR(")"), 0) == text.len - 1;
}
