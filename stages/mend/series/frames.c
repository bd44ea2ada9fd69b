#include "frames.h"

#include "shape.h"

enum {
	LINE_BYTES = 200,
	LINE_WORDS = 20,
	TITLE_LINES = 2     /* a country or a year may stand in the second */
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

/* The word of a numbered line, and its number. */
static bool read_numbered(const struct series *any, const struct paragraph *par,
			  struct str *word, struct str *number)
{
	const struct series_row *row;
	struct regex_match match;

	if (!is_line(par))
		return false;
	row = series_match(any, SERIES_NUMBERED, par->text, &match);
	if (!row)
		return false;
	*word = series_part(row, PART_WORD, &match);
	*number = series_part(row, PART_NUMBER, &match);
	return true;
}

static bool is_text(const struct paragraph *par)
{
	return par->kind == PARAGRAPH_TEXT &&
	       shape_end(par->text) == END_CLOSED &&
	       shape_sentence_end(par->text, 0) < par->text.len;
}

/* How many numbers the lines that begin with a word have, as bits. */
enum { NUMBER_ONE_BIT = 1, NUMBER_MORE_BIT = 2 };

static void count_numbers(struct string_map *words, const struct document *doc,
			  const struct series *any)
{
	struct string_map seen = STRING_MAP_INIT;
	struct strbuf both = STRBUF_INIT;
	struct str word, number;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		if (!read_numbered(any, &doc->paragraphs.items[i], &word,
				   &number))
			continue;
		strbuf_clear(&both);
		strbuf_addf(&both, "%.*s %.*s", STR_ARGS(word),
			    STR_ARGS(number));
		if (string_map_find(&seen, strbuf_view(&both)))
			continue;
		string_map_add(&seen, strbuf_view(&both), 1);
		string_map_add(words, word, string_map_find(words, word)
						    ? NUMBER_MORE_BIT
						    : NUMBER_ONE_BIT);
	}
	string_map_release(&seen);
	strbuf_release(&both);
}

/* Whether lines with this word have other numbers too, or this is the only one
 * and text follows, and the next one is none: lists have them one below the
 * other. */
static bool is_numbered(const struct string_map *words,
			const struct document *doc, size_t index,
			const struct series *any)
{
	const struct paragraph *par = &doc->paragraphs.items[index];
	struct str word, next, number;

	return read_numbered(any, par, &word, &number) &&
	       index + 1 < doc->paragraphs.count &&
	       (string_map_find(words, word) & NUMBER_MORE_BIT ||
		is_text(par + 1)) &&
	       (!read_numbered(any, par + 1, &next, &number) ||
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
