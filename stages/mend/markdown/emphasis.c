#include "emphasis.h"

#include "utf8.h"

enum { LONGEST = 3, REACH = 64, KINDS = 3 * 2 * 2 * 3 };

static bool is_wordlike(uint32_t c)
{
	return utf8_is_letter(c) || utf8_is_number(c);
}

static bool is_mark(uint32_t c)
{
	return utf8_is_punct(c) || utf8_is_symbol(c);
}

/* What stands behind an opening mark or in front of a closing one may be a
 * quote or a bracket, but none that closes there, or opens. */
static bool is_closing(uint32_t c)
{
	return c != 0 && c < 0x80 && strchr(")]},.;:!?", (int)c);
}

static bool is_opening(uint32_t c)
{
	return c != 0 && c < 0x80 && strchr("([{", (int)c);
}

static void set_sides(struct delimiter *run, uint32_t before, uint32_t behind)
{
	bool left = !utf8_is_space(behind) &&
		    (!is_mark(behind) || utf8_is_space(before) ||
		     is_mark(before));
	bool right = !utf8_is_space(before) &&
		     (!is_mark(before) || utf8_is_space(behind) ||
		      is_mark(behind));

	run->in_word = is_wordlike(before) && is_wordlike(behind);
	run->opens = left && !is_closing(behind);
	run->closes = right && !is_opening(before);
	if (run->mark == '_') {
		run->opens &= !right || is_mark(before);
		run->closes &= !left || is_mark(behind);
	}
	if (utf8_is_digit(before) && utf8_is_digit(behind))
		run->opens = run->closes = false;
}

static size_t word_end(struct str text, size_t at)
{
	size_t limit = at + REACH < text.len ? at + REACH : text.len;

	while (at < limit && text.data[at] != ' ')
		at++;
	return at;
}

size_t delimiters_add(struct delimiters *delimiters, struct str text,
		      size_t at)
{
	struct delimiter run = { .at = at, .mark = text.data[at] };
	size_t end = at, start, next;
	uint32_t before, behind;

	while (end < text.len && text.data[end] == run.mark)
		end++;
	run.count = run.length = end - at;
	if (run.count > LONGEST || (run.mark == '~' && run.count != 2))
		return end;
	before = at > 0 ? utf8_before(text, at, &start) : ' ';
	next = end;
	behind = end < text.len ? utf8_next(text, &next) : ' ';
	set_sides(&run, before, behind);
	run.reach = run.in_word ? word_end(text, end) : text.len;
	if (run.opens || run.closes)
		*LIST_ADD(&delimiters->items) = run;
	return end;
}

/* Closers of a kind look for the same openers: where one found none, none of
 * its kind needs to look there again. */
static size_t kind_of(const struct delimiter *run)
{
	size_t mark = run->mark == '*' ? 0 : run->mark == '_' ? 1 : 2;

	return ((mark * 2 + run->opens) * 2 + run->in_word) * 3 +
	       run->length % 3;
}

static bool fits(const struct delimiter *open, const struct delimiter *close)
{
	if (open->mark != close->mark || close->at > open->reach ||
	    (open->in_word && close->in_word))
		return false;
	if (open->mark == '~')
		return true;
	return !((open->closes || close->opens) &&
		 (open->length + close->length) % 3 == 0 &&
		 (open->length % 3 != 0 || close->length % 3 != 0));
}

/* The nearest opener in front of `close`, down to number `bottom`. */
static size_t find_opener(const struct delimiter *runs, size_t close,
			  size_t from, size_t bottom)
{
	size_t at = from;

	while (at != DELIMITER_NONE && at >= bottom) {
		if (fits(&runs[at], &runs[close]))
			return at;
		at = runs[at].previous;
	}
	return DELIMITER_NONE;
}

void delimiters_pair(struct delimiters *delimiters, size_t first,
		     void (*pair)(void *data, size_t open, size_t close,
				  size_t len),
		     void *data)
{
	struct delimiter *runs = delimiters->items.items;
	size_t top = DELIMITER_NONE, bottoms[KINDS];

	for (size_t i = 0; i < KINDS; i++)
		bottoms[i] = first;
	for (size_t i = first; i < delimiters->items.count; i++) {
		struct delimiter *run = &runs[i];

		while (run->closes && run->count > 0) {
			size_t open = find_opener(runs, i, top,
						  bottoms[kind_of(run)]), len;

			if (open == DELIMITER_NONE) {
				bottoms[kind_of(run)] = i;
				break;
			}
			len = runs[open].count > 1 && run->count > 1 ? 2 : 1;
			runs[open].count -= len;
			pair(data, runs[open].at + runs[open].count, run->at,
			     len);
			run->at += len;
			run->count -= len;
			top = runs[open].count > 0 ? open
						   : runs[open].previous;
		}
		if (run->opens && run->count > 0) {
			run->previous = top;
			top = i;
		}
	}
	delimiters->items.count = first;
}
