#include "sentences.h"

#include "sentence_stops.h"
#include "utf8.h"

enum { LONGEST_WORD = 64 };

static uint8_t class_at(const struct sentence_splitter *s, struct str text,
			size_t at, size_t *next)
{
	return classes_at(s->classes, text, at, next);
}

static size_t word_end(const struct sentence_splitter *s, struct str text,
		       size_t at)
{
	size_t start = at, next;

	while (at - start < LONGEST_WORD &&
	       class_is_word(class_at(s, text, at, &next)))
		at = next;
	return at;
}

/* A function word with a capital begins a sentence. An initial is none. */
static bool is_opening_word(const struct sentence_splitter *s, struct str text,
			    const struct sentence_follow *follow)
{
	size_t end = word_end(s, text, follow->word);

	if (!(follow->class & CLASS_UPPER) ||
	    (end < text.len && text.data[end] == '.'))
		return false;
	return string_map_find_folded(s->stopwords,
				      str_slice(text, follow->word, end),
				      s->scratch) != 0;
}

/* Where the word before the full stop begins; inner full stops and hyphens
 * are its own. */
static size_t word_start(const struct sentence_splitter *s, struct str text,
			 size_t start, size_t stop)
{
	size_t at = stop, begin;

	while (at > start && stop - at < LONGEST_WORD) {
		uint8_t class = classes_before(s->classes, text, at, &begin);

		if (!class_is_word(class) && text.data[begin] != '.' &&
		    text.data[begin] != '-')
			break;
		at = begin;
	}
	return at;
}

static bool is_list_mark(const struct sentence_splitter *s, struct str text,
			 size_t start, size_t word, size_t stop)
{
	size_t next;

	if (word != start || stop - word > 6)
		return false;
	if (class_is(class_at(s, text, word, &next), CLASS_DIGIT))
		return true;
	for (size_t i = word; i < stop; i++)
		if (!strchr("IVX", text.data[i]))
			return next == stop;
	return true;
}

/* Is the full stop behind text[word..stop] a part of the word, with the
 * sentence going on? */
static bool belongs_to_word(const struct sentence_splitter *s, struct str text,
			    size_t word, size_t stop,
			    const struct sentence_follow *follow)
{
	struct str last;
	size_t next, inner = stop;
	uint8_t class;
	uint32_t kind;

	kind = token_rules_abbreviation(s->rules,
					str_slice(text, word, stop + 1),
					s->scratch);
	while (inner > word && text.data[inner - 1] != '.')
		inner--;
	last = str_slice(text, inner, stop);
	class = class_at(s, text, inner, &next);
	if (!kind && inner > word)
		kind = token_rules_abbreviation(
			s->rules, str_slice(text, inner, stop + 1),
			s->scratch);
	if (kind & ABBREVIATION_TITLE)
		return true;
	if (last.len > 0 && next == stop && (class & CLASS_UPPER))
		return !is_opening_word(s, text, follow);
	if (!kind || ((kind & ABBREVIATION_NUMBER) &&
		      !class_is(follow->class, CLASS_DIGIT)))
		return false;
	if ((class_is(follow->class, CLASS_DIGIT) && !follow->quote) ||
	    follow->bracket || follow->dash)
		return true;
	if (kind & ABBREVIATION_CLOSING)
		return !(follow->class & CLASS_UPPER) && !follow->quote;
	return !is_opening_word(s, text, follow);
}

/* A full stop with no blank behind it ends a sentence only where a blank was
 * forgotten: between a lower-case word and a capitalised one. */
static bool is_forgotten_blank(const struct sentence_splitter *s,
			       struct str text,
			       const struct sentence_stop *stop)
{
	size_t at, next;
	uint8_t before = classes_before(s->classes, text, stop->begin, &at);
	uint8_t first = class_at(s, text, stop->end, &next);
	uint8_t second = class_at(s, text, next, &next);
	size_t end = word_end(s, text, stop->end);

	return stop->begin > 3 && (before & CLASS_LOWER) &&
	       (first & CLASS_UPPER) && (second & CLASS_LOWER) &&
	       (end >= text.len || text.data[end] == ' ');
}

static bool is_ellipsis_dots(struct str text, size_t at)
{
	return text.len - at >= 2 && memcmp(text.data + at, "..", 2) == 0;
}

/* An address belongs to the reference before it. */
static bool is_address(struct str text, size_t at)
{
	struct str rest = str_slice(text, at, text.len);

	return str_has_prefix(rest, STR("http://")) ||
	       str_has_prefix(rest, STR("https://")) ||
	       str_has_prefix(rest, STR("www."));
}

/* A small letter goes on with the sentence, unless the language's writers begin
 * with small letters at times, or this one does. So does a comma and the
 * like. */
static bool continues(const struct sentence_splitter *s, struct str text,
		      size_t start, const struct sentence_stop *stop,
		      const struct sentence_follow *follow)
{
	size_t next;

	if (follow->class & CLASS_LOWER)
		return stop->quoted || follow->dash ||
		       !((s->rules->begin_small && !stop->ellipsis &&
			  !is_address(text, follow->word)) ||
			 (class_at(s, text, start, &next) & CLASS_LOWER));
	return follow->word < text.len && text.data[follow->word] &&
	       strchr(",;:.", text.data[follow->word]) &&
	       !is_ellipsis_dots(text, follow->word);
}

static bool is_boundary(const struct sentence_splitter *s, struct str text,
			size_t start, const struct sentence_stop *stop)
{
	size_t next = sentence_skip_blanks(s->classes, text, stop->end), word;
	struct sentence_follow follow;

	if (next == stop->end)
		return is_forgotten_blank(s, text, stop);
	follow = sentence_read_follow(s->classes, text, next);
	if (continues(s, text, start, stop, &follow))
		return false;
	if (stop->quoted &&
	    (follow.dash || (follow.bracket && !(follow.class & CLASS_UPPER))))
		return false;
	if (!stop->full_stop)
		return true;
	word = word_start(s, text, start, stop->begin);
	if (word == stop->begin)
		return true;
	if (is_list_mark(s, text, start, word, stop->begin))
		return false;
	return !belongs_to_word(s, text, word, stop->begin, &follow);
}

void sentences_split(const struct sentence_splitter *s, struct str text,
		     struct offsets *out)
{
	size_t start, at;

	text = classes_trim_end(s->classes, text);
	start = sentence_skip_blanks(s->classes, text, 0);
	for (at = sentence_next_stop(text, start); at < text.len;) {
		struct sentence_stop stop =
			sentence_read_stop(s->classes, text, at);

		if (stop.end < text.len && is_boundary(s, text, start, &stop)) {
			*LIST_ADD(out) = (uint32_t)stop.end;
			start = sentence_skip_blanks(s->classes, text,
						     stop.end);
		}
		at = sentence_next_stop(text,
					stop.end > at ? stop.end : at + 1);
	}
	if (start < text.len)
		*LIST_ADD(out) = (uint32_t)text.len;
}
