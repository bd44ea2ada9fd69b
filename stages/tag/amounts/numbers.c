#include "numbers.h"

#include "number_words.h"

#include <stdlib.h>

enum { DIGITS_MAX = 15, DECIMALS_MAX = 6, WORDS_MAX = 12 };

static const uint64_t LARGEST = 1000000000000000000u; /* 10^18 */

struct numbers {
	const struct number_words *words;
	struct phrases *phrases;     /* value: index in the words */
	struct phrase_matches matches;
};

int numbers_open(struct numbers **out, const struct knowledge *knowledge,
		 struct err *err)
{
	const struct number_words *words;
	struct numbers *numbers;
	int rc = lexicons_numbers(knowledge->lexicons, &words, err);

	*out = NULL;
	if (rc < 0)
		return rc;
	numbers = memory_get(sizeof *numbers);
	*numbers = (struct numbers){ .words = words,
				     .phrases = phrases_new(knowledge) };
	for (size_t i = 0; i < words->list.count; i++)
		phrases_add_forms(numbers->phrases,
				  languages_find(knowledge->languages,
						 words->list.items[i].lang),
				  words->list.items[i].form, (uint32_t)i);
	*out = numbers;
	return 0;
}

void numbers_close(struct numbers *numbers)
{
	if (!numbers)
		return;
	phrases_free(numbers->phrases);
	list_free(numbers->matches.items);
	free(numbers);
}

static bool is_digit(struct str text, size_t at)
{
	return at < text.len && text.data[at] >= '0' && text.data[at] <= '9';
}

static size_t digits_from(struct str text, size_t at)
{
	size_t start = at;

	while (is_digit(text, at))
		at++;
	return at - start;
}

static bool add_digits(struct decimal *value, struct str digits)
{
	for (size_t i = 0; i < digits.len; i++) {
		if (value->digits >= LARGEST / 1000)
			return false;
		value->digits = value->digits * 10 +
				(uint64_t)(digits.data[i] - '0');
	}
	return true;
}

/* Digits at the start of a text, with , or . before decimals or thousands.
 * *end is what was read; false if there is none or it has more than 15. */
static bool read_decimal(struct decimal *value, struct str text, size_t *end)
{
	size_t at = digits_from(text, 0), groups = 0;
	char separator;

	*value = (struct decimal){ 0, 0 };
	if (at == 0 || at > DIGITS_MAX ||
	    !add_digits(value, str_slice(text, 0, at)))
		return false;
	/* 1,234,567.8: three digits behind a comma are thousands, except where
	 * more digits stand before it than a group has. In 1 234,567 they are
	 * not. */
	separator = at < text.len && text.data[at] == ' ' ? ' ' : ',';
	while (at < text.len && text.data[at] == separator &&
	       at <= 3 + groups * 4 && digits_from(text, at + 1) == 3) {
		if (!add_digits(value, str_slice(text, at + 1, at + 4)))
			return false;
		at += 4;
		groups++;
	}
	if (at < text.len && (text.data[at] == '.' || text.data[at] == ',')) {
		size_t count = digits_from(text, at + 1);

		if (count > DECIMALS_MAX)
			return false;
		if (count > 0) {
			if (!add_digits(value, str_slice(text, at + 1,
							 at + 1 + count)))
				return false;
			value->decimals = (unsigned)count;
			at += 1 + count;
		}
	}
	*end = at;
	return true;
}

static bool multiply(struct decimal *value, uint64_t factor)
{
	while (value->decimals > 0 && factor % 10 == 0 && factor > 0) {
		factor /= 10;
		value->decimals--;
	}
	if (factor > 0 && value->digits > LARGEST / factor)
		return false;
	value->digits *= factor;
	return true;
}

void decimal_add(struct strbuf *out, struct decimal value)
{
	uint64_t unit = 1;

	while (value.decimals > 0 && value.digits % 10 == 0) {
		value.digits /= 10;
		value.decimals--;
	}
	for (unsigned i = 0; i < value.decimals; i++)
		unit *= 10;
	strbuf_add_number(out, value.digits / unit);
	if (value.decimals > 0)
		strbuf_addf(out, ".%0*ju", (int)value.decimals,
			    (uintmax_t)(value.digits % unit));
}

/* The longest number word at a token. */
static uint64_t word_at(struct numbers *numbers, struct scan *scan,
			size_t token, size_t *end)
{
	size_t limit = scan_sentence_end(scan, token);

	if (token >= limit)
		return 0;
	numbers->matches.count = 0;
	phrases_match(numbers->phrases, scan->doc, token, limit,
		      &numbers->matches);
	if (numbers->matches.count == 0)
		return 0;
	*end = numbers->matches.items[0].end;
	return numbers->words->list.items[numbers->matches.items[0].value]
		.value;
}

uint64_t number_of_word(struct numbers *numbers, struct scan *scan,
			size_t token)
{
	size_t end = token;
	uint64_t value = word_at(numbers, scan, token, &end);

	return end == token + 1 ? value : 0;
}

/* "two hundred thirty thousand five": hundreds multiply what stands before
 * them in their group, larger units the group. */
static bool read_words(struct numbers *numbers, struct scan *scan,
		       size_t token, struct decimal *value, size_t *end)
{
	uint64_t total = 0, group = 0, word;
	size_t next = token;

	for (int i = 0; i < WORDS_MAX && next < scan->doc->tokens.count &&
			(word = word_at(numbers, scan, next, &next)) > 0;
	     i++) {
		if (word >= 1000) {
			if (group > LARGEST / word || total > LARGEST / 2)
				return false;
			total += (group ? group : 1) * word;
			group = 0;
		} else if (word == 100 && group > 0 && group < 10) {
			group *= 100;
		} else {
			group += word;
		}
		if (scan->marks.items[next - 1].sentence !=
		    scan->marks.items[token].sentence)
			break;
	}
	*value = (struct decimal){ total + group, 0 };
	*end = next;
	return next > token && value->digits > 0;
}

static bool is_group(const struct scan *scan, size_t token)
{
	struct str form = scan_form(scan, token);

	return form.len == 3 && digits_from(form, 0) == 3;
}

/* "20 000": one to three digits, then groups of three with blanks between. */
static size_t read_groups(const struct scan *scan, size_t token,
			  struct decimal *value)
{
	size_t end = token + 1, limit = scan_sentence_end(scan, token);
	struct str first = scan_form(scan, token);

	if (first.len > 3 || digits_from(first, 0) != first.len)
		return end;
	while (end < limit && is_group(scan, end) &&
	       !(scan->doc->tokens.items[end - 1].flags & TOKEN_GLUED)) {
		struct decimal longer = *value;

		if (!add_digits(&longer, scan_form(scan, end)))
			break;
		*value = longer;
		end++;
	}
	return end;
}

bool number_read(struct numbers *numbers, struct scan *scan, size_t token,
		 struct decimal *value, size_t *end, struct str *rest)
{
	struct str form = scan_form(scan, token);
	size_t used = 0, next;
	uint64_t word;

	if (rest)
		*rest = STR_NONE;
	if (!is_digit(form, 0))
		return read_words(numbers, scan, token, value, end);
	if (!read_decimal(value, form, &used))
		return false;
	if (used < form.len) {
		if (!rest)
			return false;
		*rest = str_slice(form, used, form.len);
		*end = token + 1;
		return true;
	}
	next = read_groups(scan, token, value);
	while (next < scan_sentence_end(scan, token) &&
	       (word = word_at(numbers, scan, next, end)) >= 1000) {
		if (!multiply(value, word))
			return false;
		next = *end;
	}
	*end = next;
	return true;
}
