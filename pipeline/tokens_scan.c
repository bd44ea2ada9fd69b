#include "tokens_scan.h"

#include "addresses.h"
#include "utf8.h"

enum { LONGEST_ABBREVIATION = 32, LONGEST_PHONE = 24 };

static uint8_t class_at(const struct token_scan *scan, size_t at, size_t *next)
{
	return classes_at(scan->by->classes, scan->text, at, next);
}

static bool is_word_at(const struct token_scan *scan, size_t at)
{
	size_t next;

	return class_is_word(class_at(scan, at, &next));
}

static bool is_class_at(const struct token_scan *scan, size_t at,
			enum character_class class)
{
	size_t next;

	return class_is(class_at(scan, at, &next), class);
}

static char byte_at(const struct token_scan *scan, size_t at)
{
	return at < scan->text.len ? scan->text.data[at] : '\0';
}

/* Letters, digits and what clings to them. */
static size_t skip_run(const struct token_scan *scan, size_t at)
{
	size_t next;

	for (;;) {
		at = classes_skip_plain(scan->text, at);
		uint8_t class = class_at(scan, at, &next);

		if (!class_is_word(class) && !class_is(class, CLASS_GLUE))
			return at;
		at = next;
	}
}

static uint32_t abbreviation(const struct token_scan *scan, size_t start,
			     size_t end)
{
	if (end - start > LONGEST_ABBREVIATION)
		return 0;
	return token_rules_abbreviation(scan->by->rules,
					str_slice(scan->text, start, end),
					scan->by->scratch);
}

/* At the end of a text "no." is the word "no" and a full stop. */
static bool is_word_at_end(const struct token_scan *scan, size_t start,
			   size_t end)
{
	return end + 1 >= scan->text.len &&
	       forms_find_folded(scan->by->stopwords,
				 str_slice(scan->text, start, end),
				 scan->by->scratch) != 0;
}

static bool is_single(const struct token_scan *scan, size_t start, size_t end,
		      bool upper)
{
	size_t next;
	uint8_t class = class_at(scan, start, &next);

	return next == end && class_is(class, CLASS_LETTER) &&
	       (!upper || (class & CLASS_UPPER));
}

/* U.S., J.K.: single letters with a full stop behind each. */
static size_t dotted(const struct token_scan *scan, size_t at)
{
	size_t next;

	while (class_is(class_at(scan, at, &next), CLASS_LETTER) &&
	       byte_at(scan, next) == '.')
		at = next + 1;
	return at;
}

/* The word start..end and a full stop at `end`. Gives the byte behind the full
 * stop if that is the word's own, else `end`. */
static size_t with_stop(struct token_scan *scan, size_t start, size_t end)
{
	size_t inner;

	if (is_word_at(scan, end + 1) && !scan->by->rules->split_dotted) {
		inner = skip_run(scan, end + 1);
		if (is_single(scan, start, end, false) &&
		    dotted(scan, end + 1) > end + 1)
			return dotted(scan, end + 1);
		if (byte_at(scan, inner) == '.' &&
		    abbreviation(scan, start, inner + 1))
			return inner + 1;
	}
	if (byte_at(scan, end + 1) == '.')
		return end;
	if (is_single(scan, start, end, true) &&
	    end + 1 < scan->text.len)
		return end + 1;
	if (abbreviation(scan, start, end + 1) &&
	    !is_word_at_end(scan, start, end))
		return end + 1;
	return end;
}

/* 713-664-7478, 755-1109: groups of which the last has four digits and those
 * before it are shorter; 13-17 and 1998-2001 are ranges. */
static size_t phone(const struct token_scan *scan, size_t start)
{
	size_t at = start, group = 0, groups = 0;
	bool shorter = true;

	for (; at - start < LONGEST_PHONE; at++) {
		char c = byte_at(scan, at);

		if (c >= '0' && c <= '9') {
			group++;
		} else if (c == '-' && group > 0) {
			shorter = shorter && group < 4;
			groups++;
			group = 0;
		} else {
			break;
		}
	}
	return groups > 0 && shorter && group == 4 && !is_word_at(scan, at) ?
	       at : start;
}

/* одно- и двухэтажный: the hyphen before `behind` ends the first part of two,
 * with a comma or a function word between them. */
static bool is_first_part(const struct token_scan *scan, size_t behind)
{
	size_t next;

	if (byte_at(scan, behind) == ',')
		return true;
	if (byte_at(scan, behind) != ' ')
		return false;
	next = skip_run(scan, behind + 1);
	return forms_find_folded(scan->by->stopwords,
				 str_slice(scan->text, behind + 1, next),
				 scan->by->scratch) != 0;
}

static size_t at_hyphen(struct token_scan *scan, size_t start, size_t end,
			size_t behind, uint8_t before)
{
	const struct token_rules *rules = scan->by->rules;
	size_t number;

	if (class_is(before, CLASS_DIGIT) &&
	    is_class_at(scan, behind, CLASS_DIGIT)) {
		number = phone(scan, start);
		return number > start ? number : end;
	}
	if (!rules->split_hyphens && class_is(before, CLASS_LETTER) &&
	    is_first_part(scan, behind))
		return behind;
	if (!is_word_at(scan, behind))
		return end;
	if (!rules->split_hyphens || class_is(before, CLASS_DIGIT))
		return rules->split_hyphens ? end : behind;
	return forms_find_folded(&rules->prefixes,
				 str_slice(scan->text, start, end),
				 scan->by->scratch) ? behind : end;
}

static bool is_currency(const struct token_scan *scan, size_t start, size_t end)
{
	if (end - start > 3)
		return false;
	for (size_t i = start; i < end; i++)
		if (scan->text.data[i] < 'A' || scan->text.data[i] > 'Z')
			return false;
	return true;
}

static size_t at_ascii(struct token_scan *scan, size_t start, size_t end,
		       uint8_t before)
{
	bool digit = class_is(before, CLASS_DIGIT);
	bool letter = class_is(before, CLASS_LETTER);

	switch (scan->text.data[end]) {
	case '.':
	case ',':
	case ':':
	case '/':
		return digit && is_class_at(scan, end + 1, CLASS_DIGIT) ?
		       end + 1 : end;
	case '\'':
		if (!letter || !is_class_at(scan, end + 1, CLASS_LETTER))
			return end;
		scan->apostrophe = end;
		return end + 1;
	case '-':
		return at_hyphen(scan, start, end, end + 1, before);
	case '_':
		return is_word_at(scan, end + 1) ||
		       byte_at(scan, end + 1) == '_' ? end + 1 : end;
	case '&':
	case '@':
		return letter && is_class_at(scan, end + 1, CLASS_LETTER) ?
		       end + 1 : end;
	case '+':
		return is_word_at(scan, end + 1) ||
		       !(letter || scan->text.data[end - 1] == '+') ?
		       end : end + 1;
	case '$':
		return is_currency(scan, start, end) ? end + 1 : end;
	default:
		return end;
	}
}

/* The word start..end goes on behind the character at `end`: gives where, or
 * `end` if it does not. */
static size_t join(struct token_scan *scan, size_t start, size_t end)
{
	const struct classes *classes = scan->by->classes;
	size_t begin, next = end;
	uint8_t before;
	uint32_t c;

	if (end >= scan->text.len || scan->text.data[end] == ' ')
		return end;
	before = classes_before(classes, scan->text, end, &begin);
	while (class_is(before, CLASS_GLUE) && begin > start)
		before = classes_before(classes, scan->text, begin, &begin);
	if ((unsigned char)scan->text.data[end] < 0x80)
		return at_ascii(scan, start, end, before);
	c = utf8_next(scan->text, &next);
	if (c == 0x2019 && class_is(before, CLASS_LETTER) &&
	    is_class_at(scan, next, CLASS_LETTER)) {
		scan->apostrophe = end;
		return next;
	}
	if (c == 0x2010 || c == 0x2011)
		return at_hyphen(scan, start, end, next, before);
	return end;
}

static bool may_be_address(const struct token_scan *scan, size_t end)
{
	char c = byte_at(scan, end);

	return c && strchr(".:@-_+%", c) &&
	       scan->text.data[end + 1 < scan->text.len ? end + 1 : end] != ' ';
}

static size_t address(const struct token_scan *scan, size_t start, size_t end)
{
	struct address_finder finder = { scan->by->classes, scan->by->domains,
					 scan->by->scratch };
	size_t found = start;

	if (scan->text.data[end] == ':')
		return address_url(&finder, scan->text, start);
	found = address_email(&finder, scan->text, start);
	if (found == start && strchr(".-", scan->text.data[end]))
		found = address_domain(&finder, scan->text, start);
	return found;
}

size_t token_scan_word(struct token_scan *scan, size_t start)
{
	size_t end = skip_run(scan, start), joined;

	scan->apostrophe = 0;
	scan->address = false;
	if (end >= scan->text.len || scan->text.data[end] == ' ')
		return end;
	if (may_be_address(scan, end)) {
		joined = address(scan, start, end);
		scan->address = joined > start;
		if (scan->address)
			return joined;
	}
	while ((joined = join(scan, start, end)) > end) {
		if (scan->text.data[end] == '$')
			return joined;
		end = skip_run(scan, joined);
	}
	return byte_at(scan, end) == '.' ? with_stop(scan, start, end) : end;
}
