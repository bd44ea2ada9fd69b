#include "note_marks.h"

#include "shape.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	DIGITS_MAX = 3,
	STARS_MAX = 3,
	WORD_LETTERS = 4,
	MARKS_MAX = 1 << 20   /* a document of marks alone is none */
};

static void add(struct note_marks *marks, unsigned number,
		enum note_mark_form form, size_t paragraph, size_t at)
{
	if (number == 0 || number >= NOTE_CODES || at > UINT32_MAX ||
	    marks->count >= MARKS_MAX)
		return;
	*LIST_ADD(marks) = (struct note_mark){ number, form, paragraph,
					  (uint32_t)at };
}

/* The end of a run of superscript digits from `at` on, and its number. */
static size_t read_raised(struct str text, size_t at, unsigned *number)
{
	size_t digits = 0;

	*number = 0;
	while (at < text.len) {
		size_t next = at;
		int digit = shape_superscript(utf8_next(text, &next));

		if (digit < 0)
			break;
		if (++digits <= DIGITS_MAX)
			*number = *number * 10 + (unsigned)digit;
		else
			*number = 0;
		at = next;
	}
	return at;
}

static size_t read_digits(struct str text, size_t at, unsigned *number)
{
	uint64_t value = 0;
	size_t start = at;

	while (at < text.len && text.data[at] >= '0' && text.data[at] <= '9')
		at++;
	if (at - start > DIGITS_MAX ||
	    !str_number(str_slice(text, start, at), NOTE_NUMBER_MAX, &value))
		value = 0;
	*number = (unsigned)value;
	return at;
}

/* ᵃ, ᵇ, ᶜ … in the order of the alphabet; a few letters have none. */
static const uint32_t raised_letters[] = {
	0x1d43, 0x1d47, 0x1d9c, 0x1d48, 0x1d49, 0x1da0, 0x1d4d, 0x2b0, 0x2071,
	0x2b2, 0x1d4f, 0x2e1, 0x1d50, 0x207f, 0x1d52, 0x1d56, 0, 0x2b3, 0x2e2,
	0x1d57, 0x1d58, 0x1d5b, 0x2b7, 0x2e3, 0x2b8, 0x1dbb
};

/* `*` to `***`, †, ‡ and §. */
static unsigned read_sign(struct str text, size_t at, size_t *end)
{
	unsigned stars = 0;
	uint32_t c;

	while (at + stars < text.len && text.data[at + stars] == '*')
		stars++;
	*end = at + stars;
	if (stars > 0)
		return stars <= STARS_MAX ? NOTE_SIGNS + stars : 0;
	c = utf8_next(text, &at);
	*end = at;
	return c == 0x2020 ? NOTE_SIGNS + 4 : c == 0x2021 ? NOTE_SIGNS + 5 :
	       c == 0xa7 ? NOTE_SIGNS + 6 : 0;
}

/* What no sign begins with: most of all text. */
static bool is_no_sign(uint32_t c)
{
	return c < 0x80 ? c != '*' && c != '[' :
			  c != 0xa7 && (c < 0x2b0 || (c > 0x2e3 && c < 0x1d43));
}

unsigned note_mark_sign(struct str text, size_t at, size_t *end)
{
	unsigned code;
	uint32_t c;

	if (at >= text.len)
		return 0;
	if ((code = read_sign(text, at, end)) > 0)
		return code;
	if (at + 2 < text.len && text.data[at] == '[' &&
	    text.data[at + 1] >= 'a' && text.data[at + 1] <= 'z' &&
	    text.data[at + 2] == ']') {
		*end = at + 3;
		return NOTE_LETTERS + (unsigned)(text.data[at + 1] - 'a');
	}
	c = utf8_next(text, &at);
	*end = at;
	for (unsigned i = 0; i < COUNT_OF(raised_letters); i++)
		if (c == raised_letters[i] && c != 0)
			return NOTE_LETTERS + i;
	return 0;
}

/* A sign is a mark right behind a word or what closes it, in front of a blank
 * or a stop; § in front of a number is none. */
static bool is_sign_place(struct str text, size_t start, size_t end)
{
	size_t before;
	uint32_t c;

	if (start == 0 || (end < text.len &&
			   !strchr(" ,.;:)", text.data[end])))
		return false;
	c = utf8_before(text, start, &before);
	if (c == ' ')
		return text.data[start] == '[';
	return utf8_is_letter(c) || utf8_is_digit(c) || c == '.' || c == ',' ||
	       c == ')' || c == '?' || c == '!' || shape_is_close_quote(c);
}

/* Whether a word in small letters, longer than what has numbers of its own
 * (mp3), ends in front of `end`. */
static bool ends_word(struct str text, size_t end)
{
	size_t letters = 0;

	while (end > 0 && letters < WORD_LETTERS &&
	       utf8_is_lower(utf8_before(text, end, &end)))
		letters++;
	return letters == WORD_LETTERS;
}

/* Whether digits set as plain ones stand where a mark does: right behind the
 * stop or quote that ends a word, and in front of a blank; or, as in Russian
 * print, behind the word and in front of its stop. */
static bool is_plain_place(struct str text, size_t start, size_t end)
{
	size_t before;
	uint32_t c;

	if (end < text.len && strchr(".,;:!?)", text.data[end]) &&
	    (end + 1 == text.len || text.data[end + 1] == ' '))
		return ends_word(text, start);
	if (start == 0 || (end < text.len && text.data[end] != ' '))
		return false;
	c = utf8_before(text, start, &before);
	if (c > 0x7f && shape_is_close_quote(c))
		return true;
	if ((c != '.' && c != ',' && c != '?' && c != '!') || before == 0)
		return false;
	c = utf8_before(text, before, &before);
	return utf8_is_letter(c) || shape_is_close_quote(c) || c == ')';
}

/* Where a text first has one, two or three asterisks, plus one; 0: not yet
 * looked for. */
struct stars {
	size_t first[STARS_MAX + 1];
};

/* Asterisks that close what others open: *emphasis* of Markdown. */
static bool is_emphasis(struct stars *stars, struct str text, size_t start,
			size_t end)
{
	size_t *first = &stars->first[end - start], open;

	if (*first == 0)
		*first = str_find(text, str_slice(text, start, end), 0) + 1;
	open = *first - 1;
	return open < start && (open == 0 || text.data[open - 1] == ' ' ||
				text.data[open - 1] == '(');
}

void note_marks_collect(struct note_marks *marks, struct str text,
			size_t paragraph)
{
	struct stars stars = { { 0 } };

	for (size_t at = 0; at < text.len;) {
		size_t start = at, end;
		unsigned number;
		uint32_t c = utf8_next(text, &at);

		number = is_no_sign(c) ? 0 : note_mark_sign(text, start, &end);
		if (number > 0) {
			at = end;
			if (is_sign_place(text, start, end) &&
			    (c != '*' ||
			     !is_emphasis(&stars, text, start, end)))
				add(marks, number, NOTE_MARK_RAISED, paragraph,
				    start);
		} else if (shape_superscript(c) >= 0) {
			at = read_raised(text, start, &number);
			if (start > 0)
				add(marks, number, NOTE_MARK_RAISED, paragraph,
				    start);
		} else if (c == '[') {
			at += at < text.len && text.data[at] == '^';
			end = read_digits(text, at, &number);
			if (end > at && end < text.len && start > 0 &&
			    text.data[end] == ']')
				add(marks, number, NOTE_MARK_BRACKETS,
				    paragraph, start);
		} else if (c >= '0' && c <= '9') {
			at = read_digits(text, start, &number);
			if (is_plain_place(text, start, at))
				add(marks, number, NOTE_MARK_PLAIN, paragraph,
				    start);
		}
	}
}

static int compare(size_t a, size_t b)
{
	return a < b ? -1 : a > b;
}

static int compare_marks(const void *one, const void *other)
{
	const struct note_mark *a = one, *b = other;
	int order = compare(a->number, b->number);

	if (order == 0)
		order = compare(a->form, b->form);
	if (order == 0)
		order = compare(a->paragraph, b->paragraph);
	return order ? order : compare(a->at, b->at);
}

void note_marks_sort(struct note_marks *marks)
{
	if (marks->count > 1)
		qsort(marks->items, marks->count, sizeof *marks->items,
		      compare_marks);
}

/* The first mark that is not less than `key`. */
static size_t lower_bound(const struct note_marks *marks,
			  const struct note_mark *key)
{
	size_t low = 0, high = marks->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_marks(&marks->items[middle], key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct note_mark *note_marks_nearest(const struct note_marks *marks,
					   unsigned number, size_t paragraph)
{
	struct note_mark key = { number, NOTE_MARK_RAISED, 0, 0 };
	size_t first = lower_bound(marks, &key), at;

	if (first == marks->count || marks->items[first].number != number)
		return NULL;
	key.form = marks->items[first].form;
	key.paragraph = paragraph;
	key.at = UINT32_MAX;
	at = lower_bound(marks, &key);
	return &marks->items[at > first ? at - 1 : at];
}
