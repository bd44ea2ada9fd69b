#include "frames.h"

#include "hash.h"
#include "shape.h"

enum {
	LINE_BYTES = 200,
	LINE_WORDS = 20,
	TITLE_LINES = 2,    /* a country or a year may stand in the second */
	NUMBER_BITS = 32
};

static bool is_line(const struct paragraph *par)
{
	return (par->kind == PARAGRAPH_TEXT || par->kind == PARAGRAPH_ITEM) &&
	       par->text.len <= LINE_BYTES &&
	       shape_words(par->text) <= LINE_WORDS &&
	       shape_begin(par->text) != BEGIN_LOWER &&
	       shape_may_head(par->text) &&
	       shape_has_letter(par->text);
}

/* "Kyrgyzstan, 2020 edition" under the first line. */
static bool is_title(const struct document *doc, size_t index,
		     const struct series *any, const struct chapters *chapters)
{
	const struct paragraph *all = doc->paragraphs.items;

	return index == 0 ||
	       (index < TITLE_LINES &&
		chapters_is_subtitle(chapters, any, all[index].text,
				     all[0].text));
}

static bool has_score_below(const struct document *doc, size_t index)
{
	const struct paragraph *below = &doc->paragraphs.items[index + 1];

	return index + 1 < doc->paragraphs.count &&
	       (below->kind == PARAGRAPH_SCORE ||
		below->kind == PARAGRAPH_SCALE);
}

/* The word of a numbered line in lower case and a bit for its number. */
static bool read_numbered(const struct series *any, const struct paragraph *par,
			  struct str *word, uint32_t *bit)
{
	const struct series_row *row;
	struct regex_match match;

	if (!is_line(par))
		return false;
	row = series_match(any, SERIES_NUMBERED, par->text, &match);
	if (!row)
		return false;
	*word = series_part(row, PART_WORD, &match);
	*bit = UINT32_C(1) << str_hash(series_part(row, PART_NUMBER, &match)) %
			      NUMBER_BITS;
	return true;
}

static bool is_text(const struct paragraph *par)
{
	return par->kind == PARAGRAPH_TEXT &&
	       shape_end(par->text) == END_CLOSED &&
	       shape_sentence_end(par->text, 0) < par->text.len;
}

/* The numbers of the lines that begin with each word, as bits. */
static void count_numbers(struct string_map *words, const struct document *doc,
			  const struct series *any)
{
	struct str word;
	uint32_t bit;

	for (size_t i = 0; i < doc->paragraphs.count; i++)
		if (read_numbered(any, &doc->paragraphs.items[i], &word, &bit))
			string_map_add(words, word, bit);
}

/* Whether lines with this word have other numbers too, or this is the only one
 * and text follows, and the next one is none: lists have them one below the
 * other. */
static bool is_numbered(const struct string_map *words,
			const struct document *doc, size_t index,
			const struct series *any)
{
	const struct paragraph *par = &doc->paragraphs.items[index];
	struct str word, next;
	uint32_t bit, other;

	return read_numbered(any, par, &word, &bit) &&
	       index + 1 < doc->paragraphs.count &&
	       (string_map_find(words, word) != bit || is_text(par + 1)) &&
	       (!read_numbered(any, par + 1, &next, &other) ||
		!str_equal(word, next));
}

void frames_headings(struct document *doc, const struct series *any,
		     const struct chapters *chapters)
{
	struct string_map words = STRING_MAP_INIT;

	count_numbers(&words, doc, any);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if (is_line(par) && !is_title(doc, i, any, chapters) &&
		    (has_score_below(doc, i) ||
		     is_numbered(&words, doc, i, any)))
			par->kind = PARAGRAPH_HEADING;
	}
	string_map_release(&words);
}
