#include "sentences.h"

#include "utf8.h"

enum { LONGEST_WORD = 64 };

struct stop {           /* a place where a sentence may end */
	size_t begin, behind; /* the stops themselves: ".", "?!", "..." */
	size_t end;           /* behind the closing marks */
	bool full_stop;       /* one full stop, which may be an abbreviation's */
	bool quoted;          /* a quotation closes behind it */
};

struct follow {         /* what comes next */
	size_t word;          /* where its first letter or digit is */
	uint8_t class;
	bool dash, bracket;
};

static uint8_t class_at(const struct sentence_splitter *s, struct str text,
			size_t at, size_t *next)
{
	return classes_at(s->classes, text, at, next);
}

static size_t skip_blanks(const struct sentence_splitter *s, struct str text,
			  size_t at)
{
	size_t next;

	while (at < text.len && class_is(class_at(s, text, at, &next),
					 CLASS_BLANK))
		at = next;
	return at;
}

static bool is_ellipsis(struct str text, size_t at)
{
	return text.len - at >= 3 && memcmp(text.data + at, "…", 3) == 0;
}

static bool is_ellipsis_dots(struct str text, size_t at)
{
	return text.len - at >= 2 && memcmp(text.data + at, "..", 2) == 0;
}

static bool is_picture(struct str text, size_t at, uint8_t class)
{
	return class_is(class, CLASS_SYMBOL) &&
	       (unsigned char)text.data[at] >= 0xe2 &&
	       utf8_next(text, &at) >= 0x2600;
}

/* Stops, and the pictures of four bytes that stand in their place. */
static size_t next_stop(struct str text, size_t at)
{
	for (; at < text.len; at++) {
		unsigned char c = (unsigned char)text.data[at];

		if (c == '.' || c == '!' || c == '?' || c == 0xf0 ||
		    (c == 0xe2 && is_ellipsis(text, at)))
			break;
	}
	return at;
}

static bool is_straight_quote(struct str text, size_t at)
{
	return text.data[at] && strchr("\"'*`", text.data[at]);
}

/* Closing brackets, quotation marks, footnote marks, in any order. “ closes
 * where a blank follows. */
static void skip_closers(const struct sentence_splitter *s, struct str text,
			 struct stop *stop)
{
	size_t next;

	for (stop->end = stop->behind; stop->end < text.len; stop->end = next) {
		uint8_t class = class_at(s, text, stop->end, &next);
		size_t behind;
		bool quote = class_is(class, CLASS_CLOSE) &&
			     !strchr(")]}", text.data[stop->end]);

		if (class_is(class, CLASS_OPEN) && next - stop->end > 1)
			quote = class_is(class_at(s, text, next, &behind),
					 CLASS_BLANK);
		quote = quote || text.data[stop->end] == '"';
		if (!quote && !class_is(class, CLASS_CLOSE) &&
		    !class_is(class, CLASS_RAISED) &&
		    !class_is(class, CLASS_GLUE) &&
		    !is_straight_quote(text, stop->end))
			break;
		stop->quoted = stop->quoted || quote;
	}
}

/* A face or a picture behind a sentence belongs to it, and so does a bracket
 * that a blank was set before. */
static size_t skip_afterthoughts(const struct sentence_splitter *s,
				 struct str text, size_t at)
{
	size_t start = skip_blanks(s, text, at), next = start, more;

	if (start >= text.len)
		return at;
	if (text.data[start] == ')')
		next = start + 1;
	else if (strchr(":;", text.data[start]) && start + 1 < text.len) {
		more = start + 1;
		more += more + 1 < text.len && text.data[more] == '-';
		if (text.data[more] == ')' || text.data[more] == '(')
			next = more + 1;
	}
	for (more = next; more < text.len; next = more) {
		uint8_t class = class_at(s, text, more, &more);

		if (!class_is(class, CLASS_GLUE) &&
		    !is_picture(text, next, class))
			break;
	}
	return next > start ? next : at;
}

static struct stop read_stop(const struct sentence_splitter *s,
			     struct str text, size_t at)
{
	struct stop stop = { at, at, at, false, false };

	for (;;) {
		if (stop.behind < text.len &&
		    strchr(".!?", text.data[stop.behind]) &&
		    text.data[stop.behind])
			stop.behind++;
		else if (stop.behind < text.len &&
			 is_ellipsis(text, stop.behind))
			stop.behind += 3;
		else
			break;
	}
	stop.full_stop = stop.behind - at == 1 && text.data[at] == '.';
	skip_closers(s, text, &stop);
	stop.end = skip_afterthoughts(s, text, stop.end);
	return stop;
}

static struct follow read_follow(const struct sentence_splitter *s,
				 struct str text, size_t at)
{
	struct follow follow = { at, 0, false, false };
	size_t next;

	for (; at < text.len; at = next) {
		follow.class = class_at(s, text, at, &next);
		if (text.data[at] == '(')
			follow.bracket = true;
		if (class_is(follow.class, CLASS_DASH))
			follow.dash = true;
		else if (!class_is(follow.class, CLASS_OPEN) &&
			 !class_is(follow.class, CLASS_BLANK) &&
			 !is_straight_quote(text, at))
			break;
	}
	follow.word = at;
	return follow;
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
			    const struct follow *follow)
{
	size_t end = word_end(s, text, follow->word);

	if (!(follow->class & CLASS_UPPER) ||
	    (end < text.len && text.data[end] == '.'))
		return false;
	return forms_find_folded(s->stopwords,
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
			    const struct follow *follow)
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
		kind = token_rules_abbreviation(s->rules,
						str_slice(text, inner, stop + 1),
						s->scratch);
	if (kind & ABBREVIATION_TITLE)
		return true;
	if (last.len > 0 && next == stop && (class & CLASS_UPPER))
		return !is_opening_word(s, text, follow);
	if (!kind)
		return false;
	if (class_is(follow->class, CLASS_DIGIT) || follow->bracket ||
	    follow->dash)
		return true;
	if (kind & ABBREVIATION_CLOSING)
		return !(follow->class & CLASS_UPPER);
	return !is_opening_word(s, text, follow);
}

/* A full stop with no blank behind it ends a sentence only where a blank was
 * forgotten: between a lower-case word and a capitalised one. */
static bool is_forgotten_blank(const struct sentence_splitter *s,
			       struct str text, const struct stop *stop)
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

/* A small letter goes on with the sentence, unless the writer begins with
 * small letters anyway. So does a comma and the like. */
static bool continues(const struct sentence_splitter *s, struct str text,
		      size_t start, const struct stop *stop,
		      const struct follow *follow)
{
	size_t next;

	if (follow->class & CLASS_LOWER)
		return stop->quoted || follow->dash ||
		       !(class_at(s, text, start, &next) & CLASS_LOWER);
	return follow->word < text.len && text.data[follow->word] &&
	       strchr(",;:.", text.data[follow->word]) &&
	       !is_ellipsis_dots(text, follow->word);
}

static bool is_boundary(const struct sentence_splitter *s, struct str text,
			size_t start, const struct stop *stop)
{
	size_t next = skip_blanks(s, text, stop->end), word;
	struct follow follow;

	if (next == stop->end)
		return is_forgotten_blank(s, text, stop);
	follow = read_follow(s, text, next);
	if (continues(s, text, start, stop, &follow))
		return false;
	if (follow.dash && stop->quoted)
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
	start = skip_blanks(s, text, 0);
	for (at = next_stop(text, start); at < text.len;) {
		struct stop stop = read_stop(s, text, at);

		if (stop.end < text.len && is_boundary(s, text, start, &stop)) {
			*LIST_ADD(out) = (uint32_t)stop.end;
			start = skip_blanks(s, text, stop.end);
		}
		at = next_stop(text, stop.end > at ? stop.end : at + 1);
	}
	if (start < text.len)
		*LIST_ADD(out) = (uint32_t)text.len;
}
