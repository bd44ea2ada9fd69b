#include "tokens.h"

#include "addresses.h"
#include "tokens_internal.h"
#include "utf8.h"

struct splitting {
	struct token_scan scan;
	struct pieces *out;
	bool open_single;  /* a single quotation mark stands open */
	size_t brackets;   /* round ones that stand open */
};

static bool is_blank(const struct splitting *s, size_t at)
{
	size_t next;

	return class_is(classes_at(s->scan.by->classes, s->scan.text, at,
				   &next), CLASS_BLANK);
}

static inline struct piece *emit(struct splitting *s, size_t start, size_t end)
{
	const struct str text = s->scan.text;
	struct piece *piece = LIST_ADD(s->out);

	piece->start = (uint32_t)start;
	piece->end = (uint32_t)end;
	piece->glued = end < text.len && text.data[end] != ' ' &&
		       !is_blank(s, end);
	return piece;
}

static void emit_two(struct splitting *s, size_t start, size_t middle,
		     size_t end)
{
	emit(s, start, middle)->parts = 2;
	emit(s, middle, end);
}

/* Where the second word of don't, Kazakhstan's, cannot begins; 0 = nowhere. */
static size_t second_word(const struct splitting *s, size_t start, size_t end)
{
	const struct token_rules *rules = s->scan.by->rules;
	size_t mark = s->scan.apostrophe;
	struct str text = s->scan.text;
	struct strbuf *scratch = s->scan.by->scratch;

	if (mark > start + 1 &&
	    string_map_find_folded(&rules->clitics,
				   str_slice(text, mark - 1, end), scratch))
		return mark - 1;
	if (mark > start &&
	    string_map_find_folded(&rules->clitics, str_slice(text, mark, end),
				   scratch))
		return mark;
	if (token_rules_may_contract(rules, text.data[start], end - start)) {
		size_t first = string_map_find_folded(
			&rules->contractions, str_slice(text, start, end),
			scratch);
		return first ? start + first : 0;
	}
	return 0;
}

/* soldiers': an apostrophe behind a letter of the rules that closes no
 * quotation. */
static size_t possessive(const struct splitting *s, size_t start, size_t end)
{
	struct str text = s->scan.text;
	size_t next = end, letter, behind;
	uint32_t c;

	if (s->open_single || end >= text.len || end - start < 2 ||
	    text.data[end] == ' ')
		return end;
	c = utf8_next(text, &next);
	if (c != '\'' && c != 0x2019)
		return end;
	utf8_before(text, end, &letter);
	if (!string_map_find_folded(&s->scan.by->rules->possessives,
				    str_slice(text, letter, next),
				    s->scan.by->scratch))
		return end;
	if (class_is(classes_at(s->scan.by->classes, text, next, &behind),
		     CLASS_LETTER))
		return end;
	return next;
}

static size_t take_word(struct splitting *s, size_t start)
{
	size_t end = token_scan_word(&s->scan, start), middle = 0, more;

	if (!s->scan.address && s->scan.by->rules->clitics.count > 0) {
		middle = second_word(s, start, end);
		more = middle ? end : possessive(s, start, end);
		if (more > end) {
			middle = end;
			end = more;
		}
	}
	if (middle > start)
		emit_two(s, start, middle, end);
	else
		emit(s, start, end);
	return end;
}

/* What a mark of ASCII does where several stand together. */
enum {
	MARK_STOP = 1,
	MARK_LINE = 2,     /* ----==, ***---: a line that is drawn */
	MARK_REPEATS = 4,  /* one of them several times is one word */
	MARK_EYES = 8, MARK_MOUTH = 16
};
enum { SHORTEST_LINE = 4 };

static const uint8_t mark_kinds[128] = {
	['.'] = MARK_STOP, ['!'] = MARK_STOP, ['?'] = MARK_STOP,
	['-'] = MARK_LINE | MARK_REPEATS,
	['='] = MARK_LINE | MARK_REPEATS | MARK_EYES,
	['*'] = MARK_LINE | MARK_REPEATS, ['_'] = MARK_LINE | MARK_REPEATS,
	['~'] = MARK_LINE | MARK_REPEATS,
	['`'] = MARK_REPEATS, ['\''] = MARK_REPEATS, ['<'] = MARK_REPEATS,
	['>'] = MARK_REPEATS, ['#'] = MARK_REPEATS, ['$'] = MARK_REPEATS,
	['|'] = MARK_REPEATS, ['+'] = MARK_REPEATS, ['/'] = MARK_REPEATS,
	['\\'] = MARK_REPEATS,
	[':'] = MARK_EYES | MARK_REPEATS, [';'] = MARK_EYES,
	[','] = MARK_REPEATS,
	['('] = MARK_MOUTH, [')'] = MARK_MOUTH
};

static bool is_mark(struct str text, size_t at, unsigned kind)
{
	unsigned char byte = at < text.len ? (unsigned char)text.data[at] : 0;

	return byte < 128 && (mark_kinds[byte] & kind);
}

static size_t skip_marks(struct str text, size_t at, unsigned kind)
{
	while (is_mark(text, at, kind))
		at++;
	return at;
}

static size_t skip_same(struct str text, size_t at, char byte)
{
	while (at < text.len && text.data[at] == byte)
		at++;
	return at;
}

/* ?!, ..., ?.. and the one-character ellipsis among them. */
static size_t skip_stops(struct str text, size_t at)
{
	size_t from;

	do {
		from = at;
		at = skip_marks(text, at, MARK_STOP);
		if (str_has_prefix(str_slice(text, at, text.len), STR("…")))
			at += strlen("…");
	} while (at > from);
	return at;
}

/* ... and the one-character ellipsis alone. */
static size_t skip_ellipsis(struct str text, size_t start)
{
	size_t end = skip_same(text, start, '.');

	return end - start >= 3 ? end : start;
}

static size_t skip_class(const struct splitting *s, size_t at,
			 enum character_class class)
{
	size_t next;

	while (at < s->scan.text.len &&
	       class_is(classes_at(s->scan.by->classes, s->scan.text, at,
				   &next), class))
		at = next;
	return at;
}

/* Pictures stand together, with their joiners, as one word. */
static size_t skip_pictures(const struct splitting *s, size_t at)
{
	for (;;) {
		size_t next = skip_class(s, at, CLASS_GLUE);
		size_t more = next, behind;

		if (next >= s->scan.text.len ||
		    utf8_next(s->scan.text, &more) < 0x2600 ||
		    !class_is(classes_at(s->scan.by->classes, s->scan.text,
					 next, &behind), CLASS_SYMBOL))
			return next;
		at = more;
	}
}

/* :P, :-D: with a letter for a mouth, between blanks. */
static bool is_letter_face(const struct splitting *s, size_t start,
			   size_t mouth)
{
	const struct classes *classes = s->scan.by->classes;
	struct str text = s->scan.text;
	size_t next;

	return mouth < text.len && text.data[mouth] &&
	       strchr("PDpOo", text.data[mouth]) &&
	       class_is(classes_before(classes, text, start, &next),
			CLASS_BLANK) &&
	       class_is(classes_at(classes, text, mouth + 1, &next),
			CLASS_BLANK);
}

/* :) ;-( ))): faces, where no bracket stands open that they could close. */
static size_t skip_face(const struct splitting *s, size_t start)
{
	struct str text = s->scan.text;
	size_t at = start, mouth;

	if (is_mark(text, at, MARK_EYES)) {
		at++;
		at += at < text.len && text.data[at] == '-';
	} else if (s->brackets > 0) {
		return start;
	}
	mouth = at;
	if (mouth > start && is_letter_face(s, start, mouth))
		return mouth + 1;
	if (is_mark(text, mouth, MARK_MOUTH))
		at = skip_same(text, mouth, text.data[mouth]);
	if (at == mouth || (text.data[start] == ':' && s->brackets > 0))
		return start;
	return at - start > 1 ? at : start;
}

/* &#39; &amp;: a character of HTML that was left as it is; several of them
 * without a blank are one word. */
static size_t skip_entities(struct str text, size_t start)
{
	size_t end = start;

	while (end < text.len && text.data[end] == '&') {
		size_t at = end + 1;

		at += at < text.len && text.data[at] == '#';
		while (at < text.len && at - end < 10 &&
		       ((text.data[at] >= '0' && text.data[at] <= '9') ||
			((text.data[at] | 32) >= 'a' &&
			 (text.data[at] | 32) <= 'z')))
			at++;
		if (at >= text.len || text.data[at] != ';' || at - end < 3)
			break;
		end = at + 1;
	}
	return end;
}

static void note_quotation(struct splitting *s, size_t start, size_t next)
{
	size_t behind;
	uint32_t c;
	size_t at = start;

	c = utf8_next(s->scan.text, &at);
	if (c != '\'' && c != 0x2018 && c != 0x2019)
		return;
	s->open_single = c != 0x2019 &&
		class_is_word(classes_at(s->scan.by->classes, s->scan.text,
					 next, &behind));
}

static size_t mark_end(const struct splitting *s, size_t start, uint8_t class)
{
	struct str text = s->scan.text;
	size_t next = start, end;
	uint32_t c = utf8_next(text, &next);

	if (class_is(class, CLASS_RAISED))
		return skip_class(s, start, CLASS_RAISED);
	end = s->scan.by->rules->split_marks ? skip_ellipsis(text, start)
					     : skip_stops(text, start);
	if (end == start)
		end = skip_face(s, start);
	if (end == start)
		end = skip_entities(text, start);
	if (end > start)
		return end;
	end = skip_marks(text, start, MARK_LINE);
	if (end - start >= SHORTEST_LINE)
		return end;
	if (is_mark(text, start, MARK_REPEATS))
		return skip_same(text, start, text.data[start]);
	return class_is(class, CLASS_SYMBOL) && c >= 0x2600
		? skip_pictures(s, next) : next;
}

static void note_bracket(struct splitting *s, size_t start, size_t end)
{
	char byte = s->scan.text.data[start];

	if (end - start == 1 && byte == '(')
		s->brackets++;
	else if (end - start == 1 && byte == ')' && s->brackets > 0)
		s->brackets--;
}

/* .kz, .pdf: a domain or the kind of a file on its own. */
static size_t skip_suffix(const struct splitting *s, size_t start)
{
	struct str text = s->scan.text;
	size_t at = start + 1, next;

	if (text.data[start] != '.' ||
	    !class_is(classes_before(s->scan.by->classes, text, start, &next),
		      CLASS_BLANK))
		return start;
	while (class_is_word(classes_at(s->scan.by->classes, text, at, &next)))
		at = next;
	return string_map_find(s->scan.by->domains,
			       str_slice(text, start + 1, at))
		       ? at
		       : start;
}

/* A comma or full stop that stands as they mostly do. */
static bool is_plain_mark(struct str text, size_t at)
{
	return (text.data[at] == ',' || text.data[at] == '.') &&
	       (at + 1 == text.len || text.data[at + 1] == ' ') && at > 0 &&
	       text.data[at - 1] != ' ';
}

/* Anything that begins with neither letter nor digit. */
static size_t take_mark(struct splitting *s, size_t start, uint8_t class)
{
	struct str text = s->scan.text;
	struct address_finder finder = { s->scan.by->classes,
					 s->scan.by->domains,
					 s->scan.by->scratch };
	size_t end = start;

	if (is_plain_mark(text, start)) {
		emit(s, start, start + 1);
		return start + 1;
	}
	if (text.data[start] == '@' || text.data[start] == '#')
		end = address_handle(&finder, text, start);
	else
		end = skip_suffix(s, start);
	if (end == start)
		end = mark_end(s, start, class);
	end = skip_class(s, end, CLASS_GLUE);
	note_quotation(s, start, end);
	note_bracket(s, start, end);
	emit(s, start, end);
	return end;
}

/* The spellings of the pieces from `first` on, many at a time. */
static void number_forms(struct words *words, struct str text,
			 struct pieces *pieces, size_t first)
{
	struct str texts[WORDS_BATCH];
	word_id forms[WORDS_BATCH];

	for (size_t count; first < pieces->count; first += count) {
		struct piece *piece = &pieces->items[first];

		for (count = 0; count < WORDS_BATCH &&
				first + count < pieces->count; count++)
			texts[count] = str_slice(text, piece[count].start,
						 piece[count].end);
		words_add_batch(words, texts, forms, count);
		for (size_t i = 0; i < count; i++)
			piece[i].form = forms[i];
	}
}

void tokens_split(const struct token_splitter *splitter, struct str text,
		  struct pieces *out)
{
	struct splitting s;
	size_t at = 0, next, first = out->count;

	text = classes_trim_end(splitter->classes, text);
	s = (struct splitting){ { splitter, text, 0, false }, out, false, 0 };
	while (at < text.len) {
		uint8_t class = classes_at(splitter->classes, text, at, &next);

		if (class_is(class, CLASS_BLANK))
			at = next;
		else if (class_is_word(class))
			at = take_word(&s, at);
		else
			at = take_mark(&s, at, class);
	}
	number_forms(splitter->words, text, out, first);
}
