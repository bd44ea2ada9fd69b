#include "sentence_units.h"

/* How far back it is looked for what the sentence said before the number. */
enum { LOOK_BACK = 160 };

/* Where the word before `at` begins and ends, if nothing but blanks, and the
 * full stop of an abbreviation, stands between. */
static bool word_before(const struct sentence_splitter *s, struct str text,
			size_t start, size_t at, size_t *begin, size_t *end)
{
	size_t before;

	while (at > start && class_is(classes_before(s->classes, text, at,
						     &before), CLASS_BLANK))
		at = before;
	if (at > start && text.data[at - 1] == '.')
		at--;
	*end = at;
	*begin = sentence_word_start(s->classes, text, start, at);
	return *begin < *end;
}

static bool is_abbreviated_unit(const struct sentence_splitter *s,
				struct str text, size_t begin, size_t end)
{
	return end < text.len && text.data[end] == '.' &&
	       (sentence_abbreviation(s->language.rules, text, begin, end,
				      s->scratch) & ABBREVIATION_UNIT);
}

/* Where the unit begins that may be glued to its number: 2020г. */
static size_t unit_start(struct str text, size_t word, size_t stop)
{
	bool is_glued = text.data[word] >= '0' && text.data[word] <= '9';

	return is_glued ? sentence_word_inner(text, word, stop) : word;
}

bool sentence_is_unit(const struct sentence_splitter *s, struct str text,
		      size_t start, size_t word, size_t stop, uint32_t kind)
{
	size_t begin, end;

	if (kind & ABBREVIATION_UNIT)
		return true;
	if (!(kind & (ABBREVIATION_COUNTED | ABBREVIATION_MONTH)))
		return false;
	if (unit_start(text, word, stop) > word)
		return true;
	if (!word_before(s, text, start, word, &begin, &end))
		return false;
	if (is_abbreviated_unit(s, text, begin, end))
		return true;
	if (end < text.len && text.data[end] == '.' && /* 20 кв. м. */
	    !word_before(s, text, start, begin, &begin, &end))
		return false;
	return sentence_is_number(s->classes, text, begin);
}

/* What stands before a unit, read from its number back to where the clause
 * begins. */
struct said {
	bool words;          /* that are neither numbers nor function words */
	bool function;       /* there is a function word */
	bool behind_mark;    /* the clause is not the first */
	bool dash;           /* a dash stands before the number */
};

static void add_word(const struct sentence_splitter *s, struct str text,
		     size_t begin, size_t end, struct said *said)
{
	if (sentence_is_number(s->classes, text, begin) ||
	    (end < text.len && text.data[end] == '.'))
		return;
	if (sentence_is_stopword(s, text, begin, end))
		said->function = true;
	else
		said->words = true;
}

static bool begins_clause(uint8_t class, char mark)
{
	return class_is(class, CLASS_OPEN) || (mark && strchr(",;:", mark));
}

static struct said read_said(const struct sentence_splitter *s, struct str text,
			     size_t start, size_t unit)
{
	struct said said = { .words = false };
	size_t at = unit, begin;

	while (at > start && unit - at < LOOK_BACK && !said.behind_mark) {
		uint8_t class = classes_before(s->classes, text, at, &begin);
		size_t end = at;

		at = begin;
		if (class_is_word(class)) {
			at = sentence_word_start(s->classes, text, start, end);
			add_word(s, text, at, end, &said);
		} else if (begins_clause(class, text.data[begin])) {
			said.behind_mark = true;
		} else if (class_is(class, CLASS_DASH)) {
			said.dash |= !said.words && !said.function;
		}
	}
	return said;
}

/* Does a verb stand before the unit, in any clause? */
static bool has_predicate(const struct sentence_splitter *s, struct str text,
			  size_t start, size_t unit)
{
	size_t at = unit, begin;

	while (at > start && unit - at < LOOK_BACK) {
		size_t end = at;

		if (!class_is_word(classes_before(s->classes, text, at,
						  &begin))) {
			at = begin;
			continue;
		}
		at = sentence_word_start(s->classes, text, start, end);
		if (s->judge->predicate(s->judge->state,
					str_slice(text, at, end)))
			return true;
	}
	return false;
}

/* Was nothing said yet but when and how much, as in В 2020 г.? What stands bare
 * behind a comma belongs to what is before it. */
static bool is_opening_phrase(const struct said *said)
{
	return !said->words && (said->function || !said->behind_mark);
}

/* Can the sentence be one that ends here, as far as its verb tells? In its
 * place may stand a dash; a title with its years needs none. */
static bool is_statement(const struct sentence_splitter *s, struct str text,
			 size_t start, size_t unit, const struct said *said)
{
	if (said->dash)
		return true;
	if (s->language.rules->verb_last)
		return false;
	return s->language.rules->verbs.count == 0 ||
	       (said->behind_mark && !said->function) ||
	       has_predicate(s, text, start, unit);
}

/* 6 p.m. Monday: the name of a month or a day, where it has a capital. */
static bool is_in_calendar(const struct sentence_splitter *s, struct str text,
			   size_t at)
{
	size_t end = sentence_word_end(s->classes, text, at);

	return string_map_find(&s->language.rules->calendar,
			       str_slice(text, at, end)) != 0;
}

bool sentence_ends_in_unit(const struct sentence_splitter *s, struct str text,
			   size_t start, size_t word, size_t stop,
			   uint32_t kind, const struct sentence_follow *follow)
{
	size_t unit = unit_start(text, word, stop);
	struct said said;
	enum sentence_word next;

	if (sentence_is_opening(s, text, follow))
		return true;
	if (!(follow->class & CLASS_UPPER))
		return follow->quote && (kind & ABBREVIATION_UNIT);
	if (sentence_is_number(s->classes, text, follow->word) ||
	    is_in_calendar(s, text, follow->word))
		return false;
	said = read_said(s, text, start, unit);
	if (is_opening_phrase(&said))
		return false;
	next = s->judge->word(s->judge->state, text, follow->word);
	if (kind & ABBREVIATION_UNIT)
		return next != SENTENCE_WORD_SHORT;
	return next == SENTENCE_WORD_COMMON && !follow->quote &&
	       is_statement(s, text, start, unit, &said);
}
