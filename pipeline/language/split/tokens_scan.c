#include "tokens_internal.h"

#include "addresses.h"
#include "utf8.h"

enum { LONGEST_ABBREVIATION = 32, LONGEST_UNIT = 8, LONGEST_WHOLE = 8,
       MOST_GROUPS = 6 };

size_t token_run(const struct token_scan *scan, size_t at)
{
	size_t next;

	for (;;) {
		at = classes_skip_plain(scan->text, at);
		uint8_t class = token_class_at(scan, at, &next);

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
	       string_map_find_folded(scan->by->stopwords,
				      str_slice(scan->text, start, end),
				      scan->by->scratch) != 0;
}

static bool is_single(const struct token_scan *scan, size_t start, size_t end,
		      bool upper)
{
	size_t next;
	uint8_t class = token_class_at(scan, start, &next);

	return next == end && class_is(class, CLASS_LETTER) &&
	       (!upper || (class & CLASS_UPPER));
}

/* U.S., J.K.: single letters with a full stop behind each. */
static size_t dotted(const struct token_scan *scan, size_t at)
{
	size_t next;

	while (class_is(token_class_at(scan, at, &next), CLASS_LETTER) &&
	       token_byte_at(scan, next) == '.')
		at = next + 1;
	return at;
}

/* Does the sentence end behind the full stop at `stop`, as far as what is
 * before a closing mark tells? */
static bool is_final(const struct token_scan *scan, size_t stop)
{
	return stop + 1 >= scan->text.len ||
	       token_is_class_at(scan, stop + 1, CLASS_CLOSE);
}

/* The last letter of "т. д." keeps its full stop at the end of a sentence. */
static bool keeps_final(const struct token_scan *scan, size_t start,
			size_t end, uint32_t kind)
{
	return !scan->by->is_sentence || !scan->by->rules->split_final ||
	       !is_final(scan, end) ||
	       ((kind & ABBREVIATION_CLOSING) &&
		is_single(scan, start, end, false));
}

static bool is_before_number(const struct token_scan *scan, size_t at)
{
	size_t next;
	uint8_t class = token_class_at(scan, at, &next);

	return class_is(class, CLASS_BLANK)
		? token_is_class_at(scan, next, CLASS_DIGIT)
		: class_is(class, CLASS_DIGIT);
}

/* The word start..end and a full stop at `end`. Gives the byte behind the full
 * stop if that is the word's own, else `end`. */
static size_t with_stop(struct token_scan *scan, size_t start, size_t end)
{
	size_t inner;
	uint32_t kind;

	if (token_is_word_at(scan, end + 1) && !scan->by->rules->split_dotted) {
		inner = token_run(scan, end + 1);
		if (is_single(scan, start, end, false) &&
		    dotted(scan, end + 1) > end + 1)
			return dotted(scan, end + 1);
		if (token_byte_at(scan, inner) == '.' &&
		    abbreviation(scan, start, inner + 1))
			return inner + 1;
	}
	if (token_byte_at(scan, end + 1) == '.' &&
	    (end + 2 < scan->text.len || scan->by->rules->split_final))
		return end;
	if (is_single(scan, start, end, true) &&
	    end + 1 < scan->text.len)
		return end + 1;
	kind = abbreviation(scan, start, end + 1);
	if (!kind || is_word_at_end(scan, start, end) ||
	    !keeps_final(scan, start, end, kind) ||
	    ((kind & ABBREVIATION_NUMBER) && !is_before_number(scan, end + 1)))
		return end;
	return end + 1;
}

static bool is_ascii_digit(const struct token_scan *scan, size_t at)
{
	char c = token_byte_at(scan, at);

	return c >= '0' && c <= '9';
}

/* 5mm, 39K: the number start..at is a word, and so is the unit behind it. */
static size_t before_unit(const struct token_scan *scan, size_t start,
			  size_t end)
{
	size_t at = end;

	while (at > start && end - at <= LONGEST_UNIT &&
	       !is_ascii_digit(scan, at - 1))
		at--;
	return at > start && at < end &&
			       string_map_find(&scan->by->rules->units,
					       str_slice(scan->text, at, end))
		       ? at
		       : end;
}

static bool is_three_digits(const struct token_scan *scan, size_t at)
{
	return is_ascii_digit(scan, at) && is_ascii_digit(scan, at + 1) &&
	       is_ascii_digit(scan, at + 2) && !token_is_word_at(scan, at + 3);
}

/* 1 234 567: the digits start..end and groups of three behind them, but not in
 * a telephone number. Gives where they end. */
static size_t grouped(const struct token_scan *scan, size_t start, size_t end)
{
	size_t at = end;

	if (!scan->by->rules->group_blanks || end - start > 3 ||
	    (start > 0 && scan->text.data[start - 1] == '+'))
		return end;
	for (size_t i = start; i < end; i++)
		if (!is_ascii_digit(scan, i))
			return end;
	for (int groups = 0; groups < MOST_GROUPS &&
			     token_byte_at(scan, at) == ' ' &&
			     is_three_digits(scan, at + 1); groups++)
		at += 4;
	return token_byte_at(scan, at) == '-' && is_ascii_digit(scan, at + 1)
		? end : at;
}

/* b/c, w/: short words that hold a mark of their own. */
static size_t whole(const struct token_scan *scan, size_t start, size_t end)
{
	size_t more = end + 1 < scan->text.len ? token_run(scan, end + 1)
					       : end + 1;

	if (more - start > LONGEST_WHOLE)
		return end;
	if (string_map_find_folded(&scan->by->rules->whole,
				   str_slice(scan->text, start, more),
				   scan->by->scratch))
		return more;
	return string_map_find_folded(&scan->by->rules->whole,
				      str_slice(scan->text, start, end + 1),
				      scan->by->scratch)
		       ? end + 1
		       : end;
}

/* 70's, 1990's are one word; 2004's is not. The apostrophe at `end` ends at
 * `behind`. */
static size_t decade(struct token_scan *scan, size_t start, size_t end,
		     size_t behind)
{
	size_t more = behind < scan->text.len ? token_run(scan, behind)
					      : behind;
	struct strbuf *form = scan->by->scratch;

	strbuf_clear(form);
	strbuf_add_char(form, '\'');
	strbuf_add(form, str_slice(scan->text, behind, more));
	if (!string_map_find(&scan->by->rules->decades, strbuf_view(form)))
		return end;
	if (end - start == 4 && scan->text.data[end - 1] != '0')
		scan->apostrophe = end;
	return more;
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
		return digit && token_is_class_at(scan, end + 1, CLASS_DIGIT) ?
		       end + 1 : end;
	case '\'':
		if (digit)
			return decade(scan, start, end, end + 1);
		if (!letter || !token_is_class_at(scan, end + 1, CLASS_LETTER))
			return end;
		scan->apostrophe = end;
		return end + 1;
	case '-':
		return token_hyphen(scan, start, end, end + 1, before);
	case '_':
		return token_is_word_at(scan, end + 1) ||
		       token_byte_at(scan, end + 1) == '_' ? end + 1 : end;
	case '&':
	case '@':
		return letter &&
		       token_is_class_at(scan, end + 1, CLASS_LETTER) ?
		       end + 1 : end;
	case '+':
		return token_is_word_at(scan, end + 1) ||
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
	    token_is_class_at(scan, next, CLASS_LETTER)) {
		scan->apostrophe = end;
		return next;
	}
	if (c == 0x2019 && class_is(before, CLASS_DIGIT))
		return decade(scan, start, end, next);
	if (c == 0x2010 || c == 0x2011)
		return token_hyphen(scan, start, end, next, before);
	return end;
}

static bool may_be_address(const struct token_scan *scan, size_t end)
{
	char c = token_byte_at(scan, end);

	return c && token_byte_at(scan, end + 1) != ' ' &&
	       strchr(".:@-_+%", c);
}

static size_t address(const struct token_scan *scan, size_t start, size_t end)
{
	struct address_finder finder = { scan->by->classes, scan->by->domains,
					 scan->by->scratch };
	size_t found = start;

	if (scan->text.data[end] == ':')
		return address_url(&finder, scan->text, start);
	if ((unsigned char)scan->text.data[start] < 0x80)
		found = address_email(&finder, scan->text, start);
	if (found == start && strchr(".-_", scan->text.data[end]))
		found = address_domain(&finder, scan->text, start);
	return found > start ? address_ending(&finder, scan->text, found)
			     : found;
}

size_t token_scan_word(struct token_scan *scan, size_t start)
{
	size_t end = token_run(scan, start), joined;

	scan->apostrophe = 0;
	scan->address = false;
	if (scan->by->rules->units.count > 0 && is_ascii_digit(scan, start) &&
	    before_unit(scan, start, end) < end)
		return before_unit(scan, start, end);
	if (token_byte_at(scan, end) == ' ')
		end = grouped(scan, start, end);
	if (end >= scan->text.len || scan->text.data[end] == ' ')
		return end;
	if (may_be_address(scan, end)) {
		joined = address(scan, start, end);
		scan->address = joined > start;
		if (scan->address)
			return joined;
	}
	if (token_byte_at(scan, end) == '/' &&
	    (joined = whole(scan, start, end)) > end)
		return joined;
	while ((joined = join(scan, start, end)) > end) {
		if (scan->text.data[end] == '$')
			return joined;
		end = token_run(scan, joined);
	}
	return token_byte_at(scan, end) == '.' ? with_stop(scan, start, end)
					       : end;
}
