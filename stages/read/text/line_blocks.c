#include "line_blocks.h"

#include "utf8.h"

enum {
	WIDTH_CHARS = 60,   /* a text of longer lines is not set narrower */
	FULL_CHARS = 160,   /* no editor breaks lines so late */
	CELL_CHARS = 60,    /* what stands between wide blanks and is longer
	                       is justified text */
	ADDRESS_PART = 2,   /* letters on both sides of its dot */
	CAPITALS = 6,       /* letters of a line in capitals */
	GAP_ROWS = 3,       /* of two cells: fewer may be chance */
	ABOVE_ROWS = 2,     /* lines of a caption, right over its table */
	BELOW_ROWS = 2,     /* lines below it */
	LIST_LINES = 3,     /* fewer with a comma may be one that was broken */
	NAME_WORDS = 5,     /* of a line that is but a name */
	SHORT_WORD = 4      /* letters */
};

static struct str without_indent(struct str line)
{
	size_t at = 0;

	while (at < line.len && (line.data[at] == ' ' || line.data[at] == '\t'))
		at++;
	return str_slice(line, at, line.len);
}

static bool is_stop(char c)
{
	return strchr(".!?:;", c) != NULL;
}

/* The next gap from `from` on: a tab, or blanks that are more than the two
 * behind a sentence; *end is behind it. */
static size_t find_gap(struct str line, size_t from, size_t *end)
{
	for (size_t at = from; at < line.len; at = *end) {
		bool tab = false;

		while (at < line.len && line.data[at] != ' ' &&
		       line.data[at] != '\t')
			at++;
		for (*end = at; *end < line.len && (line.data[*end] == ' ' ||
						   line.data[*end] == '\t');
		     ++*end)
			tab = tab || line.data[*end] == '\t';
		if (at == 0 || *end == line.len)
			continue;
		if (tab || *end - at > 2 ||
		    (*end - at == 2 && !is_stop(line.data[at - 1])))
			return at;
	}
	return line.len;
}

/* How many cells the gaps part a line into; 0 where one is too long. */
static size_t count_cells(struct str line)
{
	size_t count = 0, at = 0, end = 0;

	line = str_trim(line);
	for (;;) {
		size_t gap = find_gap(line, at, &end);

		if (utf8_chars(str_slice(line, at, gap)) > CELL_CHARS)
			return 0;
		count++;
		if (gap == line.len)
			return count;
		at = end;
	}
}

static size_t count_tabs(struct str line)
{
	size_t count = 0;

	for (size_t i = 0; i < line.len; i++)
		count += line.data[i] == '\t';
	return count;
}

static bool has_bars(struct str line)
{
	return str_find(line, STR(" | "), 0) < line.len;
}

/* Whether so many lines with so many cells are one: two columns may be chance
 * in a line or two. */
static bool is_table(size_t count, size_t least, size_t most)
{
	return least >= 2 && most - least <= 1 &&
	       (least > 2 || count >= GAP_ROWS);
}

static size_t count_bars(const struct str *lines, size_t count)
{
	size_t with = 0;

	while (with < count && has_bars(lines[with]))
		with++;
	return with > 1 ? with : 0;
}

/* How many of the lines are a table that gaps part, when not more than its
 * source and a note stand below: lines of justified text have gaps too. */
static size_t count_gap_rows(const struct str *lines, size_t count)
{
	size_t with = 0, least = SIZE_MAX, most = 0, small = 0;

	for (; with < count; with++) {
		size_t cells = count_cells(lines[with]);

		if (has_bars(lines[with]))
			return 0; /* a table of its own, asked for apart */
		if (cells < 2)
			break;
		most = cells > most ? cells : most;
		least = cells < least ? cells : least;
		small += line_goes_on(lines[with]);
	}
	return with + BELOW_ROWS >= count && with >= GAP_ROWS && small * 2 < with &&
			       is_table(with, least, most) ? with : 0;
}

size_t line_block_count(const struct str *lines, size_t count)
{
	size_t rows = count_bars(lines, count), at = 0;

	for (; rows == 0 && at <= ABOVE_ROWS && at < count; at++) {
		rows = count_gap_rows(lines + at, count - at);
		if (rows > 0 && at > 0)
			return at;
	}
	if (rows > 0)
		return rows;
	for (at = 0; at < count && count_bars(lines + at, count - at) == 0;)
		at++;
	return at;
}

static bool are_rows(const struct str *lines, size_t count)
{
	size_t tabs = count_tabs(lines[0]), most = 0, least = SIZE_MAX;
	bool bars = true;

	for (size_t i = 0; i < count; i++) {
		size_t cells = count_cells(lines[i]);

		bars = bars && has_bars(lines[i]);
		if (count_tabs(lines[i]) != tabs || lines[i].data[0] == '\t')
			tabs = 0;
		most = cells > most ? cells : most;
		least = cells < least ? cells : least;
	}
	return bars || tabs > 0 || is_table(count, least, most);
}

/* "a@b.c", "a.bc": a dot between two letters or more, as in no "т.е." */
static bool is_address(struct str word)
{
	size_t dot = str_find(word, STR("."), 0);

	return memchr(word.data, '@', word.len) ||
	       (utf8_chars(str_slice(word, 0, dot)) >= ADDRESS_PART &&
		dot < word.len &&
		utf8_chars(str_slice(word, dot + 1, word.len)) >=
			ADDRESS_PART);
}

bool line_goes_on(struct str line)
{
	struct str first = str_slice(line, 0, str_find(line, STR(" "), 0));

	if (is_address(first))
		return false;
	for (size_t at = 0; at < line.len;) {
		uint32_t c = utf8_next(line, &at);

		if (utf8_is_digit(c))
			return false;
		if (utf8_is_letter(c))
			return utf8_is_lower(c);
	}
	return true;
}

static bool is_cut(struct str line)
{
	return str_has_suffix(line, STR("-")) ||
	       str_has_suffix(line, STR("\xc2\xad"));
}

static struct str first_word(struct str line)
{
	line = without_indent(line);
	return str_slice(line, 0, str_find(line, STR(" "), 0));
}

/* "Name, role", "12 Mill Street", "Role – name": a line of more than one
 * thing. */
static bool has_fields(struct str line)
{
	for (size_t at = 0; at < line.len;) {
		uint32_t c = utf8_next(line, &at);

		if (c == ',' || c == '|' || c == '(' || c == 0x2013 ||
		    c == 0x2014 || utf8_is_digit(c))
			return true;
	}
	return false;
}

/* Whether lines may be a list: each begins what it says, or has fields and
 * begins with the word that all begin with ("from 0 to 3: low"). */
static bool may_be_listed(const struct str *lines, size_t count)
{
	struct str word = first_word(lines[0]);
	bool same = count >= LIST_LINES, small = false;

	for (size_t i = 0; i < count; i++) {
		if (is_cut(lines[i]))
			return false;
		small = small || line_goes_on(lines[i]);
		same = same && str_equal(first_word(lines[i]), word) &&
		       has_fields(lines[i]);
	}
	return same || !small;
}

/* Whether the next line's first word would have had room in at least half of
 * the lines. */
static bool have_room(const struct str *lines, size_t count, size_t width)
{
	size_t longest = width < WIDTH_CHARS ? width : WIDTH_CHARS, roomy = 0;

	for (size_t i = 0; i < count; i++) {
		size_t chars = utf8_chars(lines[i]);

		longest = chars > longest ? chars : longest;
	}
	for (size_t i = 0; i + 1 < count; i++) {
		struct str word = first_word(lines[i + 1]);

		roomy += utf8_chars(lines[i]) + 1 + utf8_chars(word) <= longest;
	}
	return roomy * 2 >= count - 1 && roomy > 0;
}

/* How a line ends: as a name or a number does, with a word, or with a word so
 * short that more is to follow ("and", "with", "его"). */
enum last_word { LAST_NAME, LAST_WORD, LAST_SHORT };

static enum last_word last_word_of(struct str line)
{
	size_t start = (line = str_trim(line)).len, at, chars;
	uint32_t first;

	while (start > 0 && line.data[start - 1] != ' ')
		start--;
	at = start;
	first = utf8_next(line, &at);
	chars = utf8_chars(str_slice(line, start, line.len));
	if (!utf8_is_lower(first) ||
	    !utf8_is_letter(utf8_before(line, line.len, &at)))
		return LAST_NAME;
	return chars <= SHORT_WORD ? LAST_SHORT : LAST_WORD;
}

/* Whether full lines end as entries do, and no sentence was broken in them. */
static bool end_as_entries(const struct str *lines, size_t count)
{
	size_t names = 0;

	for (size_t i = 0; i < count; i++) {
		enum last_word last = last_word_of(lines[i]);

		if (last == LAST_SHORT)
			return false;
		names += last == LAST_NAME;
	}
	return names * 2 > count;
}

/* Lines that are one of a kind each: no sentence ends in any, and they have
 * fields all, or are names of few words. */
static bool are_entries(const struct str *lines, size_t count, bool roomy)
{
	size_t fields = 0, words = 0;

	for (size_t i = 0; i < count; i++) {
		struct str line = str_trim(lines[i]);
		size_t blanks = 0;

		if (line_ends_sentence(line) || line_is_capitals(line) ||
		    str_has_suffix(line, STR(",")) ||
		    str_has_suffix(line, STR(":")))
			return false;
		fields += has_fields(line);
		for (size_t k = 0; k < line.len; k++)
			blanks += line.data[k] == ' ';
		words = blanks + 1 > words ? blanks + 1 : words;
	}
	if (count < LIST_LINES)
		return roomy && fields == count;
	if (roomy)
		return fields == count || words <= NAME_WORDS;
	return fields == count && end_as_entries(lines, count);
}

bool line_ends_with_initial(struct str line)
{
	size_t end = str_trim(line).len, start;

	line = str_slice(str_trim(line), 0, end);
	if (!str_has_suffix(line, STR(".")) || line.len < 2)
		return false;
	utf8_before(line, line.len - 1, &start);
	return start == 0 || line.data[start - 1] == ' ' ||
	       line.data[start - 1] == '.';
}

bool line_ends_sentence(struct str line)
{
	line = str_trim(line);
	while (line.len > 0) {
		size_t start;
		uint32_t c = utf8_before(line, line.len, &start);

		if (c == '.' || c == '!' || c == '?' || c == 0x2026)
			return true;
		if (c != ')' && c != '"' && c != 0xbb && c != 0x201d)
			return false;
		line.len = start;
	}
	return false;
}

bool line_is_capitals(struct str line)
{
	size_t letters = 0;

	for (size_t at = 0; at < line.len;) {
		uint32_t c = utf8_next(line, &at);

		if (utf8_is_lower(c))
			return false;
		letters += utf8_is_upper(c);
	}
	return letters >= CAPITALS &&
	       str_find(str_trim(line), STR(" "), 0) < str_trim(line).len;
}

bool line_has_dash(struct str line)
{
	line = without_indent(line);
	return str_has_prefix(line, STR("— ")) ||
	       str_has_prefix(line, STR("– "));
}

static bool asks(struct str line)
{
	line = str_trim(line);
	return str_has_suffix(line, STR("?")) || str_has_suffix(line, STR("!"));
}

/* An item ends in front of the next dash; what announces them in the same block
 * ends with a colon. Where a heading stands above, whole sentences are items
 * too, if none is a question: those are speech. */
static bool are_dashes(const struct str *lines, size_t count, struct str above)
{
	bool headed = above.len > 0 && !line_ends_sentence(above);
	size_t items = 0, closed = 0, first = 0;

	while (first < count && !line_has_dash(lines[first]))
		first++;
	if (first > 0 && !str_has_suffix(str_trim(lines[first - 1]), STR(":")))
		return false;
	for (size_t i = first; i < count; i++) {
		headed = headed && !asks(lines[i]);
		items += line_has_dash(lines[i]);
		if (i + 1 == count || line_has_dash(lines[i + 1]))
			closed += line_ends_sentence(lines[i]);
	}
	return items >= 2 && (headed || closed * 2 < items);
}

enum line_block line_block_find(const struct str *lines, size_t count,
				size_t width, struct str above)
{
	bool roomy;

	if (count < 2)
		return BLOCK_TEXT;
	if (are_dashes(lines, count, above))
		return BLOCK_DASHES;
	if (are_rows(lines, count))
		return BLOCK_ROWS;
	if (!may_be_listed(lines, count))
		return BLOCK_TEXT;
	roomy = have_room(lines, count, width);
	if (are_entries(lines, count, roomy))
		return BLOCK_LIST;
	return roomy ? BLOCK_LINES : BLOCK_TEXT;
}

bool line_is_paragraph(struct str line)
{
	return line.len >= FULL_CHARS && line_ends_sentence(line) &&
	       utf8_chars(line) >= FULL_CHARS;
}
