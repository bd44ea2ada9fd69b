#include "line_blocks.h"

#include "utf8.h"

enum {
	WIDTH_CHARS = 60,   /* a text of longer lines is not set narrower */
	FULL_CHARS = 160,   /* no editor breaks lines so late */
	CELL_CHARS = 60,    /* what stands between wide blanks and is longer
	                       is justified text */
	ADDRESS_PART = 2,   /* letters on both sides of its dot */
	CAPITALS = 6,       /* letters of a line in capitals */
	GAP_ROWS = 3        /* of two cells: fewer may be chance */
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

size_t line_block_count(const struct str *lines, size_t count)
{
	size_t with = 0, at = 0;

	while (with < count && has_bars(lines[with]))
		with++;
	if (with > 1)
		return with;
	while (at < count && !(at + 1 < count && has_bars(lines[at]) &&
			       has_bars(lines[at + 1])))
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
	return bars || tabs > 0 ||
	       (least >= 2 && most - least <= 1 &&
		(least > 2 || count >= GAP_ROWS));
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

static bool are_lines(const struct str *lines, size_t count, size_t width)
{
	size_t longest = width < WIDTH_CHARS ? width : WIDTH_CHARS, roomy = 0;

	for (size_t i = 0; i < count; i++) {
		size_t chars = utf8_chars(lines[i]);

		if (line_goes_on(lines[i]) || is_cut(lines[i]))
			return false;
		longest = chars > longest ? chars : longest;
	}
	for (size_t i = 0; i + 1 < count; i++) {
		struct str next = without_indent(lines[i + 1]);
		size_t word = str_find(next, STR(" "), 0);

		roomy += utf8_chars(lines[i]) + 1 +
				 utf8_chars(str_slice(next, 0, word)) <=
			 longest;
	}
	return roomy * 2 >= count - 1 && roomy > 0;
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

/* An item ends in front of the next dash; what announces them ends with a
 * colon. */
static bool are_dashes(const struct str *lines, size_t count)
{
	size_t items = 0, closed = 0, first = 0;

	while (first < count && !line_has_dash(lines[first]))
		first++;
	if (first > 0 && !str_has_suffix(str_trim(lines[first - 1]), STR(":")))
		return false;
	for (size_t i = first; i < count; i++) {
		items += line_has_dash(lines[i]);
		if (i + 1 == count || line_has_dash(lines[i + 1]))
			closed += line_ends_sentence(lines[i]);
	}
	return items >= 2 && closed * 2 < items;
}

enum line_block line_block_find(const struct str *lines, size_t count,
				size_t width)
{
	if (count < 2)
		return BLOCK_TEXT;
	if (are_dashes(lines, count))
		return BLOCK_DASHES;
	if (are_rows(lines, count))
		return BLOCK_ROWS;
	return are_lines(lines, count, width) ? BLOCK_LINES : BLOCK_TEXT;
}

bool line_is_paragraph(struct str line)
{
	return line.len >= FULL_CHARS && line_ends_sentence(line) &&
	       utf8_chars(line) >= FULL_CHARS;
}
