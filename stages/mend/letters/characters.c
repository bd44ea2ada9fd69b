#include "characters.h"

#include "edits.h"
#include "line_ends.h"
#include "utf8.h"

enum {
	SOFT_HYPHEN = 0xad, JOINER = 0x200d, LIGATURE_FIRST = 0xfb00,
	LIGATURE_LAST = 0xfb06
};

/* Unicode's compatibility decompositions of U+FB00 to U+FB06. */
static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st",
					 "st" };

/* The first byte of what we look for: U+00AD, U+061C, U+2xxx, U+Fxxx. */
static bool may_begin(unsigned char byte)
{
	return byte == 0xc2 || byte == 0xd8 || byte == 0xe2 || byte == 0xef;
}

/* A variation selector, which says how the sign before it is to look. */
static bool is_selector(uint32_t c)
{
	return c >= 0xfe00 && c <= 0xfe0f;
}

static bool is_invisible(uint32_t c)
{
	return c == SOFT_HYPHEN || c == 0x61c || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) ||
	       (c >= 0x2066 && c <= 0x2069) || c == 0xfeff ||
	       is_selector(c);
}

/* Hebrew to the scripts of India and Tibet, which need some of them. */
static bool is_of_marked_script(uint32_t c)
{
	return c >= 0x590 && c < 0x1000;
}

/* What stands at the place of the invisible character start..end is to go. */
static bool is_to_go(struct str text, uint32_t c, size_t start, size_t end)
{
	size_t at = start, next = end;
	uint32_t before = start > 0 ? utf8_before(text, start, &at) : ' ';
	uint32_t behind = end < text.len ? utf8_next(text, &next) : ' ';

	if (is_selector(c)) /* its sign was lost with the font */
		return start == 0 || utf8_is_space(before);
	if (is_of_marked_script(before) || is_of_marked_script(behind) ||
	    utf8_is_mark(behind))
		return false;
	return c != JOINER || (utf8_is_letter(before) &&
			       !utf8_is_mark(before) && utf8_is_letter(behind));
}

/* The end of what goes with a soft hyphen: the blank that stands for the end
 * of a line, or one that a small letter follows, as soft hyphens stand within
 * words alone. */
static size_t soft_end(const struct document *doc, const struct paragraph *par,
		       size_t end)
{
	size_t next = end + 1;

	if (end + 1 >= par->text.len || par->text.data[end] != ' ')
		return end;
	if (line_ends_at(doc, par, end) ||
	    utf8_is_lower(utf8_next(par->text, &next)))
		return end + 1;
	return end;
}

static void clean(struct edits *edits, const struct document *doc, size_t index)
{
	const struct paragraph *par = &doc->paragraphs.items[index];
	struct str text = par->text;

	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		uint32_t c;

		if (!may_begin((unsigned char)text.data[at])) {
			at++;
			continue;
		}
		c = utf8_next(text, &at);
		if (c >= LIGATURE_FIRST && c <= LIGATURE_LAST) {
			edits_add(edits, index, start, at,
				  str_of(ligatures[c - LIGATURE_FIRST]));
		} else if (c == SOFT_HYPHEN && at < text.len) {
			at = soft_end(doc, par, at);
			edits_add(edits, index, start, at, STR_NONE);
		} else if (c != SOFT_HYPHEN && is_invisible(c) &&
			   is_to_go(text, c, start, at)) {
			edits_add(edits, index, start, at, STR_NONE);
		}
	}
}

void characters_clean(struct document *doc)
{
	struct edits edits = { 0 };

	for (size_t i = 0; i < doc->paragraphs.count; i++)
		clean(&edits, doc, i);
	edits_apply(&edits, doc);
	edits_release(&edits);
}
