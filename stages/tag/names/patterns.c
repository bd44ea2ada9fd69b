#include "patterns_internal.h"

#include "scopes.h"
#include "utf8.h"

enum {
	QUOTE_WORDS = 48,     /* the longest quotation that names something */
	SUBJECT_WORDS = 14,   /* the longest subject of a law */
	SUBJECT_LINKS = 2,    /* of, and, the … in a row inside it */
	NAME_WORDS = 3,       /* of {name} */
	LOCAL_ENDING = 3      /* letters of an adjective's ending, at most */
};

struct attempt {
	struct patterns *p;
	struct scan *scan;
	const struct pattern *pattern;
	size_t start, limit;  /* the sentence */
	size_t first, end;    /* what was matched so far */
	const struct candidate *law;
	size_t number;        /* token of {n} + 1, or 0 */
	size_t number_end;
	size_t quote, quote_end; /* {quote}: inside the marks; quote_end 0: none */
};

static bool is_digits(struct str form, size_t count)
{
	uint64_t number;

	return form.len == count && str_number(form, 9999, &number);
}

static bool is_digit(struct str text, size_t at)
{
	return at < text.len && text.data[at] >= '0' && text.data[at] <= '9';
}

static bool number_fits(const struct attempt *a, size_t token,
			struct str behind)
{
	struct str text = words_text(a->scan->words, scan_fold(a->scan, token));
	size_t at = 0;

	while (at < text.len &&
	       (is_digit(text, at) ||
		(at > 0 && (text.data[at] == '-' ||
			    (text.data[at] == '.' && is_digit(text, at + 1))))))
		at++;
	return at > 0 && str_has_prefix(str_slice(text, at, text.len), behind);
}

/* 174, 174-1, 207.3 in one token or three. */
static size_t number_end(const struct attempt *a, size_t token)
{
	const struct token *tokens = a->scan->doc->tokens.items;

	if (token + 2 < a->limit &&
	    (tokens[token].flags & tokens[token + 1].flags & TOKEN_GLUED) &&
	    scan_is_form(a->scan, token + 1, "-") &&
	    number_fits(a, token + 2, STR_NONE))
		return token + 3;
	return token + 1;
}

static bool take_number(struct attempt *a, const struct element *element,
			size_t token, size_t *end)
{
	if (!number_fits(a, token, element->text))
		return false;
	*end = number_end(a, token);
	if (a->number == 0) {
		a->number = token + 1;
		a->number_end = *end;
	}
	return true;
}

static bool take_quote(struct attempt *a, size_t open, size_t close)
{
	if (close <= open + 1 || close >= a->limit || open < a->start ||
	    close - open > QUOTE_WORDS || scan_is_form(a->scan, open, "(") ||
	    scan_is_form(a->scan, open, "["))
		return false;
	a->quote = open + 1;
	a->quote_end = close;
	return true;
}

static bool is_subject(const struct attempt *a, size_t token)
{
	const struct scan *scan = a->scan;

	return scan_kind(scan, token) == KIND_WORD &&
	       !scan_is_stopword(scan, token) &&
	       patterns_is_subject(a->p, scan_lang(scan, token),
				   scan->doc->tokens.items[token].form);
}

static bool is_link(const struct attempt *a, size_t token)
{
	return (a->scan->marks.items[token].flags & MARK_LINK) ||
	       (scan_kind(a->scan, token) == KIND_WORD &&
		scan_is_stopword(a->scan, token));
}

/* Words of the subject from `token` on, in the direction of `step`; the first
 * may be any. Returns the last of them, or `token` itself minus a step. */
static bool take_words(const struct attempt *a, size_t token, bool forward,
		       size_t *last)
{
	size_t count = 0, links = 0, t = token;
	bool found = false;

	for (; count < SUBJECT_WORDS; count++) {
		bool first = !found && !is_link(a, t) &&
			     scan_kind(a->scan, t) == KIND_WORD;

		if (first || (found && is_subject(a, t) &&
			      scan_fold(a->scan, t) !=
				      scan_fold(a->scan, a->first))) {
			found = true;
			*last = t;
			links = 0;
		} else if (!is_link(a, t) || ++links > SUBJECT_LINKS) {
			break;
		}
		if (forward ? t + 1 >= a->limit : t == a->start)
			break;
		t = forward ? t + 1 : t - 1;
	}
	return found;
}

static bool take_literal(const struct attempt *a, const struct element *element,
			 size_t token)
{
	struct str text = words_text(a->scan->words, scan_fold(a->scan, token));

	return element->slot == SLOT_PREFIX ?
		       str_has_prefix(text, element->text) :
		       str_equal(text, element->text);
}

static const struct candidate *found_at(const struct attempt *a,
					const struct element *element,
					size_t token, bool forward)
{
	enum mention_type type = element->slot == SLOT_LAW   ? MENTION_LAW :
				 element->slot == SLOT_PLACE ? MENTION_PLACE :
							       MENTION_DATE;

	return forward ? scan_find(a->scan, token, type) :
			 scan_find_before(a->scan, token, type);
}

static bool take_found(struct attempt *a, const struct element *element,
		       size_t token, bool forward)
{
	const struct candidate *c = found_at(a, element, token, forward);

	if (!c)
		return false;
	if (element->slot == SLOT_LAW)
		a->law = c;
	if (forward)
		a->end = c->end;
	else
		a->first = c->first;
	return true;
}

static bool is_name(const struct attempt *a, size_t token)
{
	const struct scan *scan = a->scan;
	unsigned flags = scan->marks.items[token].flags;

	return scan_is_name_word(scan, token) && !scan_is_stopword(scan, token) &&
	       !(flags & MARK_START && flags & MARK_LOWER) &&
	       !scan_find(scan, token, MENTION_DATE) &&
	       (scan_shape(scan, token) & SHAPE_LATIN ||
		flags & MARK_PLACE_BASE);
}

/* "Tengri Valley massacre", "Plan de Temirsu massacre", «Темірсу жарылысы»: back
 * from a token to where the name begins. */
static bool take_name(struct attempt *a, size_t token)
{
	size_t t = token, words = 0;

	while (words < NAME_WORDS && is_name(a, t)) {
		unsigned flags;

		a->first = t;
		words++;
		if (t == a->start)
			break;
		flags = a->scan->marks.items[--t].flags;
		if (t > a->start && flags & MARK_LINK && !(flags & MARK_AND) &&
		    !scan_is_stopword(a->scan, t))
			t--;
	}
	return words > 0;
}

/* A year that no month goes before. */
static bool take_year_before(struct attempt *a, size_t token)
{
	const struct candidate *date = scan_find_before(a->scan, token + 1,
							 MENTION_DATE);

	a->first = token;
	return is_digits(scan_form(a->scan, token), 4) &&
	       !(date && date->first < token);
}

static bool take_local(struct attempt *a, const struct element *element,
		       size_t token)
{
	const struct scan *scan = a->scan;
	struct str text = words_text(scan->words, scan_fold(scan, token));

	size_t at = str_find(text, element->text, 1);

	a->first = token;
	return at < text.len &&
	       utf8_chars(str_slice(text, at + element->text.len, text.len)) <=
		       LOCAL_ENDING &&
	       !scan_find(scan, token, MENTION_DATE) &&
	       !languages_know(a->p->languages, scan_lang(scan, token),
			       scan->doc->tokens.items[token].form);
}

/* One element behind what was matched. */
static bool take_next(struct attempt *a, const struct element *element)
{
	size_t token = a->end, last;

	if (token >= a->limit)
		return false;
	switch (element->slot) {
	case SLOT_NAME:
	case SLOT_LOCAL:
		return false; /* they stand before a literal */
	case SLOT_LITERAL:
	case SLOT_PREFIX:
		a->end++;
		return take_literal(a, element, token);
	case SLOT_YEAR:
		a->end++;
		return is_digits(scan_form(a->scan, token), 4);
	case SLOT_NUMBER:
		return take_number(a, element, token, &a->end);
	case SLOT_QUOTE:
		a->end = a->scan->marks.items[token].partner + 1;
		return take_quote(a, token, a->end - 1);
	case SLOT_WORDS:
		if (!take_words(a, token, true, &last))
			return false;
		a->end = last + 1;
		return true;
	default:
		return take_found(a, element, token, true);
	}
}

/* One element before it. */
static bool take_before(struct attempt *a, const struct element *element)
{
	size_t token = a->first - 1, end;

	if (a->first == a->start)
		return false;
	switch (element->slot) {
	case SLOT_LITERAL:
	case SLOT_PREFIX:
		a->first--;
		return take_literal(a, element, token);
	case SLOT_YEAR:
		return take_year_before(a, token);
	case SLOT_NUMBER:
		a->first--;
		return take_number(a, element, token, &end) && end == token + 1;
	case SLOT_QUOTE:
		a->first = a->scan->marks.items[token].partner;
		return a->first < token && take_quote(a, a->first, token);
	case SLOT_WORDS:
		return take_words(a, token, false, &a->first);
	case SLOT_NAME:
		return take_name(a, token);
	case SLOT_LOCAL:
		return take_local(a, element, token);
	default:
		return take_found(a, element, a->first, false);
	}
}

static bool match(struct attempt *a, size_t token)
{
	const struct pattern *pattern = a->pattern;
	size_t anchor = pattern->anchor;

	a->first = a->end = token;
	if (anchor == ELEMENTS_MAX) {
		anchor = pattern->count;
		for (size_t i = 0; i < pattern->count; i++)
			if (pattern->elements[i].slot == SLOT_NUMBER)
				anchor = i;
		if (anchor == pattern->count)
			return false;
	}
	for (size_t i = anchor; i < pattern->count; i++)
		if (!take_next(a, &pattern->elements[i]))
			return false;
	for (size_t i = anchor; i-- > 0;)
		if (!take_before(a, &pattern->elements[i]))
			return false;
	return true;
}

/* The article's own id where its title is what is quoted. */
static const struct candidate *quoted_law(const struct attempt *a)
{
	const struct candidate *c;

	if (a->quote_end == 0)
		return NULL;
	c = scan_find(a->scan, a->quote, MENTION_LAW);
	return c && c->entity != NO_ENTITY ? c : NULL;
}

static void add_country(const struct attempt *a, struct strbuf *id)
{
	struct str country = scope_of(a->scan, a->first, a->end);

	if (country.len == 0 || a->pattern->type != MENTION_LAW)
		return;
	utf8_add_fold(id, country);
	strbuf_add_char(id, '_');
}

static void add_text(const struct attempt *a, struct strbuf *id, size_t first,
		     size_t end)
{
	romanisation_slug(a->p->romanisation, id,
			  extent_text(a->scan->doc, (struct extent){
				  a->scan->marks.items[first].sentence, first,
				  end }));
}

static void make_id(const struct attempt *a, struct strbuf *id)
{
	const struct candidate *quoted = quoted_law(a);

	strbuf_clear(id);
	if (a->pattern->id.len > 0) {
		strbuf_add(id, a->pattern->id);
	} else if (quoted) {
		strbuf_add(id, quoted->id);
	} else if (a->law && a->number) {
		strbuf_add(id, a->law->id);
		strbuf_add_char(id, '_');
		for (size_t t = a->number - 1; t < a->number_end; t++) {
			struct str form = scan_form(a->scan, t);

			for (size_t i = 0; i < form.len; i++)
				if (is_digit(form, i))
					strbuf_add_char(id, form.data[i]);
				else if (strchr("-.", form.data[i]) &&
					 is_digit(form, i + 1))
					strbuf_add_char(id, '_');
			if (form.len == 1 && form.data[0] == '-')
				strbuf_add_char(id, '_');
		}
	} else if (a->law && a->quote_end) {
		strbuf_add(id, a->law->id);
		strbuf_add_char(id, '_');
		add_text(a, id, a->quote, a->quote_end);
	} else {
		add_country(a, id);
		add_text(a, id, a->first, a->end);
	}
}

static void try_pattern(struct patterns *p, struct scan *scan, size_t token,
			const struct pattern *pattern)
{
	struct attempt a = { .p = p, .scan = scan, .pattern = pattern,
			     .start = scan_sentence_start(scan, token),
			     .limit = scan_sentence_end(scan, token) };
	struct candidate *c;

	if (!match(&a, token))
		return;
	make_id(&a, &scan->buf);
	c = scan_add(scan, a.first, a.end, pattern->type, RANK_PATTERN,
		     RULE_PATTERN);
	scan_because(scan, c, "%.*s", STR_ARGS(pattern->text));
	c->id = str_copy(&scan->doc->arena, strbuf_view(&scan->buf));
}

void patterns_find(struct patterns *p, struct scan *scan)
{
	for (size_t t = 0; t < scan->doc->tokens.count; t++) {
		p->matches.count = 0;
		phrases_match(p->anchors, scan->doc, t, t + 1, &p->matches);
		for (size_t i = 0; i < p->matches.count; i++) {
			size_t number = p->matches.items[i].value;

			try_pattern(p, scan, t, &p->list.items[number]);
		}
	}
}
