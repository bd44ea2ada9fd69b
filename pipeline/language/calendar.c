#include "calendar.h"

#include "date_facts.h"
#include "number_words.h"
#include "phrases.h"

#include <stdlib.h>

enum {
	COUNT_MAX = 99,       /* days or years that a text counts in words */
	NEAR_DAYS = 7         /* of a month's day they are mostly the same's */
};

struct calendar {
	const struct knowledge *knowledge;
	const struct date_facts *facts;
	const struct number_words *numbers;
	struct phrases *shifts, *months; /* value: number of the fact */
	struct phrase_matches matches;
};

static void add_phrase(struct phrases *phrases,
		       const struct knowledge *knowledge,
		       const struct date_fact *fact, size_t number)
{
	lang_id lang = languages_find(knowledge->languages, fact->lang);

	if (fact->any)
		phrases_add(phrases, lang, fact->form, (uint32_t)number);
	else
		phrases_add_forms(phrases, lang, fact->form, (uint32_t)number);
}

int calendar_open(struct calendar **out, const struct knowledge *knowledge,
		  struct err *err)
{
	const struct date_facts *facts;
	const struct number_words *numbers;
	struct calendar *c;
	int rc = lexicons_dates(knowledge->lexicons, &facts, err);

	*out = NULL;
	if (rc == 0)
		rc = lexicons_numbers(knowledge->lexicons, &numbers, err);
	if (rc < 0)
		return rc;
	c = memory_get_zeroed(sizeof *c);
	*c = (struct calendar){ .knowledge = knowledge, .facts = facts,
				.numbers = numbers,
				.shifts = phrases_new(knowledge),
				.months = phrases_new(knowledge) };
	for (size_t i = 0; i < facts->count; i++) {
		const struct date_fact *fact = &facts->items[i];

		if (fact->kind == DATE_KIND_LATER ||
		    fact->kind == DATE_KIND_SHIFT)
			add_phrase(c->shifts, knowledge, fact, i);
		else if (fact->kind == DATE_KIND_MONTH ||
			 fact->kind == DATE_KIND_SHORT)
			add_phrase(c->months, knowledge, fact, i);
	}
	*out = c;
	return 0;
}

void calendar_close(struct calendar *c)
{
	if (!c)
		return;
	phrases_free(c->shifts);
	phrases_free(c->months);
	list_free(c->matches.items);
	free(c);
}

/* The number that a token is, in digits or in a word; 0 if none. */
static unsigned number_at(const struct calendar *c, const struct document *doc,
			  size_t token)
{
	struct str form = words_text(doc->words, doc->tokens.items[token].form);
	const struct number_word *word;
	uint64_t number;

	if (str_number(form, COUNT_MAX, &number))
		return (unsigned)number;
	word = number_words_find(c->numbers, form);
	return word && word->value <= COUNT_MAX ? (unsigned)word->value : 0;
}

/* The number in [first, end), which a star of the form matched. */
static unsigned number_in(const struct calendar *c, const struct document *doc,
			  size_t first, size_t end)
{
	unsigned number = 0;

	for (size_t t = first; t < end && number == 0; t++)
		number = number_at(c, doc, t);
	return number;
}

static bool take_match(const struct calendar *c, const struct document *doc,
		       const struct phrase_match *m, bool counted, size_t first,
		       struct calendar_shift *shift)
{
	const struct date_fact *fact = &c->facts->items[m->value];
	unsigned count = fact->shift.count;

	if (fact->counted != counted ||
	    (counted && number_at(c, doc, first) == 0))
		return false;
	if (count == DATE_SHIFT_NUMBER) {
		count = number_in(c, doc, first, m->end);
		if (count == 0)
			return false;
	}
	*shift = (struct calendar_shift){
		.count = fact->shift.earlier ? -(int)count : (int)count,
		.unit = fact->shift.unit,
		.of = fact->shift.of_next ? CALENDAR_BEHIND :
		      fact->shift.of_last ? CALENDAR_BEFORE : CALENDAR_TOLD,
		.end = m->end
	};
	return true;
}

/* Whether the words have both meanings: told before, or counted from what is
 * named beside them. */
static bool has_both(const struct calendar *c)
{
	const struct phrase_match *one = c->matches.items;
	bool of = false, told = false;

	for (size_t i = 0; i < c->matches.count && one[i].end == one->end;
	     i++) {
		const struct date_shift *shift =
			&c->facts->items[one[i].value].shift;

		of = of || shift->of_next || shift->of_last;
		told = told || !(shift->of_next || shift->of_last);
	}
	return of && told;
}

static bool shift_behind(struct calendar *c, const struct document *doc,
			 size_t token, size_t end, bool counted,
			 struct calendar_shift *shift)
{
	c->matches.count = 0;
	phrases_match(c->shifts, doc, token + counted, end, &c->matches);
	for (size_t i = 0; i < c->matches.count; i++)
		if (take_match(c, doc, &c->matches.items[i], counted, token,
			       shift)) {
			shift->either = has_both(c);
			return true;
		}
	return false;
}

bool calendar_shift_at(struct calendar *c, const struct document *doc,
		       size_t token, size_t end, struct calendar_shift *shift)
{
	return shift_behind(c, doc, token, end, true, shift) ||
	       shift_behind(c, doc, token, end, false, shift);
}

/* Of a range the end that is nearer to the new day. */
static bool one_end(struct edtf *date, bool earlier)
{
	if (!date->interval)
		return true;
	if (date->one_of)
		return false;
	date->interval = false;
	if (earlier)
		date->end = date->start;
	else
		date->start = date->end;
	return true;
}

bool calendar_move(struct edtf *date, const struct calendar_shift *shift)
{
	struct edtf moved = *date;
	bool years = shift->unit == 'Y', months = shift->unit == 'M';
	int count = shift->unit == 'W' ? shift->count * 7 : shift->count;

	if ((shift->count != 0 || shift->unit != 'D') &&
	    !one_end(&moved, shift->count < 0))
		return false;
	if (shift->count == 0 && shift->unit == 'D') /* the same day */
		return date->start.precision >= EDTF_MONTH;
	if (!years && !months && moved.start.precision == EDTF_MONTH &&
	    count > 0 && count <= NEAR_DAYS) {
		*date = moved;
		return true;
	}
	if (!edtf_move(&moved, years ? count : 0, months ? count : 0,
		       years || months ? 0 : count))
		return false;
	if ((years || months) && moved.start.precision == EDTF_DAY &&
	    !edtf_make(&moved, moved.start.year, moved.start.month, 0))
		return false;
	*date = moved;
	return true;
}

/* Two or three numbers with one separator between: 14/03/2019, 14.03.19. */
static bool is_date_in_digits(struct str form)
{
	size_t groups = 1, digits = 0;
	char separator = '\0';

	for (size_t i = 0; i < form.len; i++) {
		char c = form.data[i];

		if (c >= '0' && c <= '9') {
			digits++;
		} else if ((c == '.' || c == '/' || c == '-') && digits > 0 &&
			   digits <= 4 && (!separator || c == separator)) {
			separator = c;
			groups++;
			digits = 0;
		} else {
			return false;
		}
	}
	return groups == 3 && (digits == 2 || digits == 4) && form.len >= 8;
}

static bool has_digit(const struct document *doc, size_t token)
{
	return words_shape(doc->words, doc->tokens.items[token].form) &
	       SHAPE_DIGIT;
}

/* A number stands beside it, or a capital parts it from others like it: may and
 * May, Казань. */
static bool may_be_month(const struct document *doc, size_t first,
			 size_t token, size_t end)
{
	uint8_t shape = words_shape(doc->words, doc->tokens.items[token].form);

	if ((token > first && has_digit(doc, token - 1)) ||
	    (token + 1 < end && has_digit(doc, token + 1)))
		return true;
	if (shape & SHAPE_LATIN)
		return (shape & SHAPE_CAPITAL) && token > first;
	return !(shape & SHAPE_CAPITAL);
}

static bool is_month(struct calendar *c, const struct document *doc,
		     size_t first, size_t token, size_t end)
{
	if (!may_be_month(doc, first, token, end))
		return false;
	c->matches.count = 0;
	phrases_match(c->months, doc, token, end, &c->matches);
	return c->matches.count > 0;
}

static bool is_unknown(const struct mention *m)
{
	return m->type == MENTION_DATE &&
	       (m->value.len == 0 ||
		str_find(m->value, STR("XXXX"), 0) < m->value.len);
}

bool calendar_left_over(struct calendar *c, const struct document *doc,
			size_t sentence, const struct mention *mentions,
			size_t mention_count, size_t *token)
{
	const struct sentence *s = &doc->sentences.items[sentence];
	size_t first = s->first_token, end = first + s->token_count, next = 0;

	for (size_t t = first; t < end; t++) {
		while (next < mention_count && mentions[next].where.end <= t)
			next++;
		*token = t;
		if (next < mention_count && mentions[next].where.first <= t) {
			if (is_unknown(&mentions[next]))
				return true;
			continue;
		}
		if ((has_digit(doc, t) &&
		     is_date_in_digits(words_text(
			     doc->words, doc->tokens.items[t].form))) ||
		    is_month(c, doc, first, t, end))
			return true;
	}
	return false;
}
