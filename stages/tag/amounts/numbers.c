#include "numbers.h"

#include "number_parts.h"
#include "number_words.h"

#include <stdlib.h>

enum { DIGITS_MAX = 15, DECIMALS_MAX = 6, WORDS_MAX = 12 };

static const uint64_t LARGEST = 1000000000000000000u; /* 10^18 */

struct numbers {
	const struct number_words *words;
	struct number_parts *parts;
	struct phrases *phrases;     /* value: index in the words */
	struct phrase_matches matches;
};

int numbers_open(struct numbers **out, const struct knowledge *knowledge,
		 struct err *err)
{
	const struct number_words *words;
	struct number_parts *parts = NULL;
	struct numbers *numbers;
	int rc = lexicons_numbers(knowledge->lexicons, &words, err);

	*out = NULL;
	if (rc == 0)
		rc = number_parts_open(&parts, knowledge, err);
	if (rc < 0)
		return rc;
	numbers = memory_get(sizeof *numbers);
	*numbers = (struct numbers){ .words = words, .parts = parts,
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
	number_parts_close(numbers->parts);
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

/* A number in words, as far as it is read. */
struct reading {
	uint64_t total;       /* of the groups that a larger unit ended */
	struct decimal group;
	uint64_t scale;
	bool has_group, is_zero;
	size_t next;
};

/* Hundreds multiply what stands before them in their group, larger units the
 * group ("two hundred thirty thousand five"). */
static bool take_word(struct reading *r, uint64_t word)
{
	if (word >= 1000) {
		struct decimal group = r->group;

		if (!r->has_group)
			group = (struct decimal){ 1, 0 };
		if (r->total > LARGEST / 2 || !multiply(&group, word) ||
		    group.decimals > 0)
			return false;
		r->total += group.digits;
		r->group = (struct decimal){ 0, 0 };
		r->scale = word;
		r->has_group = r->is_zero = false;
		return true;
	}
	if (r->group.decimals > 0 || r->is_zero)
		return false;
	if (word == 100 && r->group.digits > 0 && r->group.digits < 10)
		r->group.digits *= 100;
	else
		r->group.digits += word;
	r->has_group = true;
	return true;
}

/* The words of a fraction; those below ten one after the other behind "point"
 * are its digits. */
static uint64_t read_numerator(struct numbers *numbers, struct scan *scan,
			       size_t token, unsigned *digits, size_t *end)
{
	uint64_t sum = 0, word;
	size_t next = token;

	*digits = 0;
	for (int i = 0; i < DECIMALS_MAX; i++) {
		word = word_at(numbers, scan, token, &next);
		if (word == 0 || word >= 1000)
			break;
		if (*digits > 0 && word < 10 && sum < 10) {
			sum = sum * 10 + word;
			++*digits;
		} else {
			sum += word;
			*digits = sum < 10 ? 1 : sum < 100 ? 2 : 3;
		}
		token = *end = next;
	}
	return sum;
}

static unsigned decimals_of(enum number_part part)
{
	return part < PART_TENTH || part > PART_THOUSANDTH ? 0 :
	       (unsigned)(part - PART_TENTH) + 1;
}

/* "[one whole] of ten five", "[one whole] five tenths", "[one point] five". */
static bool take_fraction(struct numbers *numbers, struct scan *scan,
			  struct reading *r, enum number_part part, size_t at)
{
	size_t limit = scan_sentence_end(scan, r->next), end = at;
	unsigned decimals = decimals_of(
		number_part_at(numbers->parts, scan, at, limit, &end));
	unsigned digits;
	uint64_t sum;

	if (decimals == 0)
		end = at;
	sum = read_numerator(numbers, scan, end, &digits, &end);
	if (sum > 0 && decimals == 0) {
		size_t behind = end;

		decimals = decimals_of(number_part_at(numbers->parts, scan, end,
						      limit, &behind));
		if (decimals > 0)
			end = behind;
		else if (part == PART_POINT)
			decimals = digits;
	}
	if (sum == 0 || decimals == 0 || decimals < digits)
		return false;
	for (unsigned i = 0; i < decimals; i++)
		r->group.digits *= 10;
	r->group.digits += sum;
	r->group.decimals = decimals;
	r->next = end;
	return true;
}

/* A word of number_parts.tsv in a number, or at its beginning. */
static bool take_part(struct numbers *numbers, struct scan *scan,
		      struct reading *r)
{
	size_t limit = scan_sentence_end(scan, r->next), end = r->next, behind;
	enum number_part part = number_part_at(numbers->parts, scan, r->next,
					       limit, &end);
	bool begins = !r->has_group && !r->is_zero;

	if (part == PART_NONE || r->group.decimals > 0)
		return false;
	if (part == PART_WHOLE || part == PART_POINT)
		return !begins && take_fraction(numbers, scan, r, part, end);
	if (part == PART_HALF && r->has_group) {
		r->group = (struct decimal){ r->group.digits * 10 + 5, 1 };
	} else if (part == PART_ONE_HALF && begins) {
		r->group = (struct decimal){ 15, 1 };
	} else if (part == PART_HALF_A && begins && r->total == 0 &&
		   word_at(numbers, scan, end, &behind) >= 1000) {
		r->group = (struct decimal){ 5, 1 };
	} else if (part == PART_ZERO && begins && r->total == 0) {
		r->is_zero = true;
		r->next = end;
		return true;
	} else {
		return false;
	}
	r->has_group = true;
	r->next = end;
	return true;
}

/* The token behind what joins the words of a number, or 0: the "and" of "one
 * hundred and five", behind which no word is multiplied, the hyphen of
 * "twenty-five". */
static size_t behind_link(struct numbers *numbers, struct scan *scan,
			 const struct reading *r)
{
	size_t limit = scan_sentence_end(scan, r->next), behind, end;
	uint64_t word;

	if (r->group.decimals > 0)
		return 0;
	if (r->group.digits % 10 == 0 && r->group.digits % 100 >= 20 &&
	    str_equal(scan_form(scan, r->next), STR("-"))) {
		word = word_at(numbers, scan, r->next + 1, &end);
		return word > 0 && word < 10 ? r->next + 1 : 0;
	}
	if (number_part_at(numbers->parts, scan, r->next, limit, &behind) !=
		    PART_AND ||
	    r->group.digits % 100 > 0 ||
	    (r->group.digits == 0 && r->total == 0))
		return 0;
	word = word_at(numbers, scan, behind, &end);
	return word > 0 && word < 100 &&
	       word_at(numbers, scan, end, &end) != 100 ? behind : 0;
}

static bool read_words(struct numbers *numbers, struct scan *scan,
		       size_t token, struct number *number)
{
	struct reading r = { .scale = 1, .next = token };
	size_t limit = scan_sentence_end(scan, token), end;

	for (int i = 0; i < WORDS_MAX && r.next < limit; i++) {
		uint64_t word = word_at(numbers, scan, r.next, &end);
		size_t behind = word == 0 && i > 0 ?
			behind_link(numbers, scan, &r) : 0;

		if (behind > 0)
			r.next = behind;
		else if (word > 0 && take_word(&r, word))
			r.next = end;
		else if (word > 0 || !take_part(numbers, scan, &r))
			break;
	}
	number->value = r.group;
	for (unsigned i = 0; i < r.group.decimals; i++)
		r.total *= 10;
	number->value.digits += r.total;
	number->scale = r.scale;
	number->end = r.next;
	return r.next > token && number->value.digits > 0;
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

/* Words that multiply a number, from its end on. */
static bool read_units(struct numbers *numbers, struct scan *scan,
		       struct number *number, uint64_t least)
{
	size_t limit = scan_sentence_end(scan, number->end - 1), end;
	uint64_t word;

	while (number->end < limit &&
	       (word = word_at(numbers, scan, number->end, &end)) >= least) {
		if (!multiply(&number->value, word))
			return false;
		number->scale = word;
		number->end = end;
	}
	return true;
}

/* "2bn", "5млн": a word that multiplies, and nothing else, stands at the
 * digits. */
static bool read_glued(struct numbers *numbers, struct scan *scan, size_t token,
		       size_t used, struct number *number)
{
	struct str form = scan_form(scan, token);
	const struct number_word *word = number_words_find(
		numbers->words, str_slice(form, used, form.len));

	if (!word || word->value < 1000 ||
	    !multiply(&number->value, word->value))
		return false;
	number->scale = word->value;
	number->end = token + 1;
	return true;
}

bool number_read(struct numbers *numbers, struct scan *scan, size_t token,
		 struct number *number)
{
	struct str form = scan_form(scan, token);
	size_t used = 0, end;

	if (!is_digit(form, 0))
		return read_words(numbers, scan, token, number);
	if (!read_decimal(&number->value, form, &used))
		return false;
	number->scale = 1;
	if (used < form.len)
		return read_glued(numbers, scan, token, used, number);
	number->end = read_groups(scan, token, &number->value);
	if (number->value.decimals == 0 &&
	    number_part_at(numbers->parts, scan, number->end,
			   scan_sentence_end(scan, token), &end) == PART_HALF) {
		number->value = (struct decimal){
			number->value.digits * 10 + 5, 1
		};
		number->end = end;
	}
	return read_units(numbers, scan, number, 1000);
}

bool number_read_on(struct numbers *numbers, struct scan *scan,
		    struct number *number)
{
	struct number rest;
	uint64_t least = number->scale;
	bool found = false;

	while (least > 1 && number->value.decimals == 0 &&
	       number->end < scan_sentence_end(scan, number->end - 1) &&
	       is_digit(scan_form(scan, number->end), 0) &&
	       number_read(numbers, scan, number->end, &rest) &&
	       rest.value.decimals == 0 && rest.value.digits < least &&
	       rest.scale < least) {
		number->value.digits += rest.value.digits;
		number->end = rest.end;
		least = rest.scale;
		found = true;
	}
	return found;
}

bool number_read_pair(struct numbers *numbers, struct scan *scan, size_t token,
		      struct number *low, struct number *high)
{
	struct str rest = scan_form(scan, token), first = rest;
	const struct number_word *from, *to;

	if (!str_split(&rest, '-', &first) || rest.len == 0)
		return false;
	from = number_words_find(numbers->words, first);
	to = number_words_find(numbers->words, rest);
	if (!from || !to || from->value >= 1000 || to->value >= 1000)
		return false;
	*low = (struct number){ { from->value, 0 }, 1, token + 1 };
	*high = (struct number){ { to->value, 0 }, 1, token + 1 };
	return read_units(numbers, scan, high, 100);
}

static bool is_less(struct decimal a, struct decimal b)
{
	while (a.decimals < b.decimals && a.digits < LARGEST / 10) {
		a.digits *= 10;
		a.decimals++;
	}
	while (b.decimals < a.decimals && b.digits < LARGEST / 10) {
		b.digits *= 10;
		b.decimals++;
	}
	return a.decimals == b.decimals && a.digits < b.digits;
}

static bool is_dash(struct str form)
{
	return str_equal(form, STR("-")) || str_equal(form, STR("–")) ||
	       str_equal(form, STR("—"));
}

enum number_link number_link_at(struct numbers *numbers,
				const struct scan *scan, size_t token,
				size_t limit, size_t *end)
{
	enum number_part part;
	size_t behind = token + 1;

	if (token >= limit)
		return LINK_NONE;
	if (is_dash(scan_form(scan, token))) {
		*end = behind;
		return LINK_DASH;
	}
	part = number_part_at(numbers->parts, scan, token, limit, &behind);
	if (part != PART_TO && part != PART_AND)
		return LINK_NONE;
	*end = behind;
	return part == PART_TO ? LINK_TO : LINK_AND;
}

bool number_is_between(struct numbers *numbers, const struct scan *scan,
		       size_t token)
{
	size_t end;

	return token > scan_sentence_start(scan, token) &&
	       number_part_at(numbers->parts, scan, token - 1, token, &end) ==
		       PART_BETWEEN;
}

bool number_is_till(struct numbers *numbers, const struct scan *scan,
		    size_t token, size_t limit)
{
	size_t end;

	return number_part_at(numbers->parts, scan, token, limit, &end) ==
	       PART_TILL;
}

bool number_make_range(struct number *low, const struct number *high)
{
	return (low->scale > 1 || multiply(&low->value, high->scale)) &&
	       is_less(low->value, high->value);
}
