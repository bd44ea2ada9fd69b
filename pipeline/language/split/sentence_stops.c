#include "sentence_stops.h"

#include "utf8.h"

size_t sentence_skip_blanks(const struct classes *classes, struct str text,
			    size_t at)
{
	size_t next;

	while (at < text.len && class_is(classes_at(classes, text, at, &next),
					 CLASS_BLANK))
		at = next;
	return at;
}

static bool is_ellipsis(struct str text, size_t at)
{
	return text.len - at >= 3 && memcmp(text.data + at, "…", 3) == 0;
}

static bool is_picture(struct str text, size_t at, uint8_t class)
{
	return class_is(class, CLASS_SYMBOL) &&
	       (unsigned char)text.data[at] >= 0xe2 &&
	       utf8_next(text, &at) >= 0x2600;
}

/* A vector of GCC's and clang's, on any machine. */
typedef unsigned char block __attribute__((vector_size(16)));

/* May one of the sixteen bytes begin a stop? * is . without a bit, and = is ?
 * without one. */
static bool block_stops(const char *bytes)
{
	block text, stops;
	uint64_t halves[2];

	memcpy(&text, bytes, sizeof text);
	stops = (block)(((text | 4) == '.') | (text == '!') |
			((text | 2) == '?') | (text == '_') |
			(text == 0xe2) | (text == 0xf0));
	memcpy(halves, &stops, sizeof halves);
	return (halves[0] | halves[1]) != 0;
}

size_t sentence_next_stop(struct str text, size_t at)
{
	while (at < text.len) {
		unsigned char c = (unsigned char)text.data[at];

		if (c == '.' || c == '!' || c == '?' || c == 0xf0 ||
		    c == '*' || c == '_' || c == '=' ||
		    (c == 0xe2 && is_ellipsis(text, at)))
			break;
		at++;
		while (text.len - at >= sizeof(block) &&
		       !block_stops(text.data + at))
			at += sizeof(block);
	}
	return at;
}

/* † or ‡, the mark of a note. */
static bool is_dagger(struct str text, size_t at)
{
	size_t next = at;
	uint32_t c = (unsigned char)text.data[at] < 0x80
		? 0 : utf8_next(text, &next);

	return c == 0x2020 || c == 0x2021;
}

static bool is_straight_quote(struct str text, size_t at)
{
	return text.data[at] && strchr("\"'*`", text.data[at]);
}

/* A quotation mark that was left as HTML writes it: gives the byte behind it,
 * or `at`. */
static size_t skip_quote_entity(struct str text, size_t at)
{
	static const char *const entities[] = {
		"&#39;", "&#34;", "&apos;", "&quot;", "&raquo;", "&rdquo;",
		"&rsquo;"
	};

	for (size_t i = 0; text.data[at] == '&' && i < COUNT_OF(entities); i++)
		if (str_has_prefix(str_slice(text, at, text.len),
				   str_of(entities[i])))
			return at + strlen(entities[i]);
	return at;
}

static size_t skip_figures(struct str text, size_t at)
{
	enum { MOST = 3 };
	size_t end = at;

	while (end < text.len && text.data[end] >= '0' && text.data[end] <= '9')
		end++;
	return end - at <= MOST ? end : at;
}

static bool is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* What parts the numbers of several notes: a comma, a hyphen or a dash, and
 * blanks. Gives the byte behind, or `at`. */
static size_t skip_between_notes(struct str text, size_t at)
{
	static const char *const marks[] = { ",", ";", "-", "\u2013" };

	for (size_t i = 0; i < COUNT_OF(marks); i++) {
		struct str mark = str_of(marks[i]);

		if (!str_has_prefix(str_slice(text, at, text.len), mark))
			continue;
		at += mark.len;
		return at + (at < text.len && text.data[at] == ' ');
	}
	return at;
}

/* [1], [a], [^note], [9, 10]: footnote marks, where a sentence may end right
 * before them. Gives the byte behind them, or `at`. */
static size_t skip_bracketed_mark(struct str text, size_t at)
{
	enum { MOST = 3, MOST_NAMED = 32, MOST_NOTES = 8 };
	size_t from = at + 1, end, most = MOST;

	if (at >= text.len || text.data[at] != '[')
		return at;
	if (from < text.len && text.data[from] == '^') {
		from++;
		most = MOST_NAMED;
	}
	for (int notes = 0; notes < MOST_NOTES; notes++) {
		for (end = from; end < text.len &&
				 is_alphanumeric(text.data[end]);)
			end++;
		if (end == from || end - from > most || end == text.len)
			return at;
		if (text.data[end] == ']')
			return end + 1;
		from = skip_between_notes(text, end);
		if (from == end)
			return at;
	}
	return at;
}

bool sentence_is_year(struct str text, size_t start, size_t end)
{
	if (end - start != 4 || (memcmp(text.data + start, "19", 2) != 0 &&
				 memcmp(text.data + start, "20", 2) != 0))
		return false;
	return skip_figures(text, start + 2) == end;
}

/* Is a figure behind the full stop at `stop` a part of the number before it,
 * as in 3.5? Behind a year it is a note. */
static bool is_in_number(const struct classes *classes, struct str text,
			 size_t stop)
{
	size_t at;

	if (!class_is(classes_before(classes, text, stop, &at), CLASS_DIGIT))
		return false;
	return stop < 5 || text.data[stop - 5] != ' ' ||
	       !sentence_is_year(text, stop - 4, stop);
}

/* 1 and 1,2 of “him.1 The”: before a blank. */
static size_t skip_plain_mark(const struct classes *classes, struct str text,
			      const struct sentence_stop *stop)
{
	size_t at, end = skip_figures(text, stop->end);

	if (end == stop->end || is_in_number(classes, text, stop->begin) ||
	    class_is(classes_before(classes, text, stop->begin, &at),
		     CLASS_BLANK))
		return stop->end;
	while (end > stop->end && end < text.len && text.data[end] == ',' &&
	       skip_figures(text, end + 1) > end + 1)
		end = skip_figures(text, end + 1);
	return class_is(classes_at(classes, text, end, &at), CLASS_BLANK)
		? end : stop->end;
}

/* Closing brackets, quotation marks, footnote marks, in any order. “ closes
 * where a blank follows. */
static void skip_closers(const struct classes *classes, struct str text,
			 struct sentence_stop *stop)
{
	size_t next;

	for (stop->end = stop->behind; stop->end < text.len; stop->end = next) {
		uint8_t class = classes_at(classes, text, stop->end, &next);
		size_t behind = skip_quote_entity(text, stop->end);
		size_t mark = skip_bracketed_mark(text, stop->end);
		bool quote = behind > stop->end ||
			     (class_is(class, CLASS_CLOSE) &&
			      !strchr(")]}", text.data[stop->end]));

		if (behind > stop->end)
			next = behind;
		else if (class_is(class, CLASS_OPEN) && next - stop->end > 1)
			quote = class_is(classes_at(classes, text, next,
						    &behind), CLASS_BLANK);
		quote = quote || text.data[stop->end] == '"';
		if (mark > stop->end)
			next = mark;
		else if (!quote && !class_is(class, CLASS_CLOSE) &&
		    !class_is(class, CLASS_RAISED) &&
		    !class_is(class, CLASS_GLUE) &&
		    !is_straight_quote(text, stop->end) &&
		    !is_dagger(text, stop->end))
			break;
		stop->quoted = stop->quoted || quote;
	}
}

/* A face or a picture behind a sentence belongs to it, and so does a bracket
 * that a blank was set before. */
static size_t skip_afterthoughts(const struct classes *classes,
				 struct str text, size_t at)
{
	size_t start = sentence_skip_blanks(classes, text, at);
	size_t next = start, more;

	if (start >= text.len)
		return at;
	if (text.data[start] == ')') {
		next = start + 1;
	} else if (start + 1 < text.len &&
		   (text.data[start] == ':' || text.data[start] == ';')) {
		more = start + 1;
		more += more + 1 < text.len && text.data[more] == '-';
		if (text.data[more] == ')' || text.data[more] == '(')
			next = more + 1;
	}
	for (more = next; more < text.len; next = more) {
		uint8_t class = classes_at(classes, text, more, &more);

		if (!class_is(class, CLASS_GLUE) &&
		    !is_picture(text, next, class))
			break;
	}
	return next > start ? next : at;
}

static bool ends_in_mark(struct str text, size_t at)
{
	return text.data[at - 1] == '!' || text.data[at - 1] == '?';
}

struct sentence_stop sentence_read_stop(const struct classes *classes,
					struct str text, size_t at)
{
	struct sentence_stop stop = { .begin = at, .behind = at };
	size_t mark;

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
	stop.ellipsis =
		stop.behind - at > 1 && !ends_in_mark(text, stop.behind);
	skip_closers(classes, text, &stop);
	mark = skip_plain_mark(classes, text, &stop);
	stop.figure = mark > stop.end;
	stop.end = mark;
	stop.end = skip_afterthoughts(classes, text, stop.end);
	return stop;
}

bool sentence_draws(struct str text, size_t at)
{
	return text.data[at] == '*' || text.data[at] == '_' ||
	       text.data[at] == '=';
}

size_t sentence_skip_line(struct str text, size_t at)
{
	enum { SHORTEST_OF_STARS = 3, SHORTEST = 8 };
	char mark = text.data[at];
	size_t end = at;

	if (at > 0 && text.data[at - 1] != ' ')
		return at;
	while (end < text.len && text.data[end] == mark)
		end++;
	if (end < text.len && text.data[end] != ' ')
		return at;
	return end - at >= (mark == '*' ? SHORTEST_OF_STARS : SHORTEST) ? end
									: at;
}

bool sentence_is_address(struct str text, size_t at)
{
	struct str rest = str_slice(text, at, text.len);

	return str_has_prefix(rest, STR("http://")) ||
	       str_has_prefix(rest, STR("https://")) ||
	       str_has_prefix(rest, STR("www."));
}

/* What is before the first full stop of an address is short. */
size_t sentence_skip_address(struct str text, size_t from, size_t at)
{
	enum { LONGEST_START = 80 };
	size_t start = at, end = at;

	if (at + 1 >= text.len || text.data[at + 1] == ' ')
		return at;
	while (start > from && at - start < LONGEST_START &&
	       text.data[start - 1] != ' ')
		start--;
	while (start < at && strchr("([<\"'", text.data[start]))
		start++;
	if (!sentence_is_address(text, start))
		return at;
	while (end < text.len && text.data[end] != ' ')
		end++;
	while (end > at && strchr(".,;:!?)]", text.data[end - 1]))
		end--;
	return end;
}

struct sentence_follow sentence_read_follow(const struct classes *classes,
					    struct str text, size_t at)
{
	struct sentence_follow follow = { .word = at };
	size_t next;

	for (; at < text.len; at = next) {
		follow.class = classes_at(classes, text, at, &next);
		if (text.data[at] == '(')
			follow.bracket = true;
		if (class_is(follow.class, CLASS_DASH))
			follow.dash = true;
		else if (is_straight_quote(text, at) ||
			 (class_is(follow.class, CLASS_OPEN) &&
			  !strchr("([{", text.data[at])))
			follow.quote = true;
		else if (!class_is(follow.class, CLASS_OPEN) &&
			 !class_is(follow.class, CLASS_BLANK) &&
			 !(follow.bracket && text.data[at] == ')'))
			break;
	}
	follow.word = at;
	return follow;
}
