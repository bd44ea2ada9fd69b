#include "scan.h"

#include "edtf.h"
#include "utf8.h"

#include <stdarg.h>
#include <stdlib.h>

enum { FIND_BACK = 16 /* words of a name that is found by its end */ };

void scan_release(struct scan *scan)
{
	LIST_RELEASE(&scan->marks);
	LIST_RELEASE(&scan->candidates);
	LIST_RELEASE(&scan->settled);
	LIST_RELEASE(&scan->first_at);
	word_cache_release(&scan->lower);
	list_free(scan->matches.items);
	list_free(scan->hits.items);
	LIST_RELEASE(&scan->scopes);
	strbuf_release(&scan->buf);
}

static struct edtf period_of(struct str value)
{
	struct edtf period;

	if (!edtf_parse(&period, value))
		period = (struct edtf){ .interval = false };
	return period;
}

static void read_meta(struct scan *scan)
{
	struct edtf period = period_of(document_meta(scan->doc, STR("covers")));

	scan->period = period;
	scan->edition = period_of(document_meta(scan->doc, STR("edition")))
				.start.year;
	scan->covers = period.start.year;
	scan->covers_last = period.end.year;
	if (scan->covers == 0 && scan->edition > 0)
		scan->covers = scan->covers_last = scan->edition - 1;
	if (scan->covers_last < scan->covers) /* it is open */
		scan->covers_last = scan->covers;
	scan->year = scan->covers == scan->covers_last ? scan->covers : 0;
	if (scan->edition == 0 && scan->year > 0)
		scan->edition = scan->year + 1;
}

/* The closing partner of an opening mark; 0 for other characters, the mark
 * itself where one character opens and closes. */
static uint32_t closing_of(uint32_t mark)
{
	switch (mark) {
	case 0x201c: return 0x201d;
	case 0x201e: return 0x201c;
	case 0xab: return 0xbb;
	case 0x2018: return 0x2019;
	case '(': return ')';
	case '[': return ']';
	case '"': return '"';
	default: return 0;
	}
}

static bool closes(uint32_t mark, uint32_t expected)
{
	/* „…“ and „…”, “…” are mixed in practice */
	return mark == expected ||
	       (expected == 0x201c && (mark == 0x201d || mark == '"')) ||
	       (expected == 0x201d && mark == '"');
}

enum { OPEN_MAX = 8 /* marks open at once */ };

static void pair_marks(struct scan *scan, const struct sentence *s)
{
	uint32_t expected[OPEN_MAX];
	size_t opened[OPEN_MAX], depth = 0,
				 end = s->first_token + s->token_count;

	for (size_t t = s->first_token; t < end; t++) {
		struct str form = scan_form(scan, t);
		size_t at = 0, open = depth;
		uint32_t mark = form.len > 0 ? utf8_next(form, &at) : 0;

		if (form.len == 0 || at < form.len)
			continue;
		while (open > 0 && !closes(mark, expected[open - 1]))
			open--;
		if (open > 0) {
			size_t other = opened[open - 1];

			scan->marks.items[t].partner = (uint32_t)other;
			scan->marks.items[other].partner = (uint32_t)t;
			depth = open - 1;
		} else if (closing_of(mark) && depth < OPEN_MAX) {
			expected[depth] = closing_of(mark);
			opened[depth++] = t;
		}
	}
}

static bool is_name_word(const struct scan *scan, size_t token)
{
	struct str form = scan_form(scan, token);
	size_t at = 0;

	if (scan_kind(scan, token) != KIND_WORD ||
	    !(scan_shape(scan, token) & SHAPE_CAPITAL))
		return false;
	utf8_next(form, &at);
	return at < form.len && form.data[at] != '.';
}

static void mark_sentence(struct scan *scan, size_t number)
{
	const struct sentence *s = &scan->doc->sentences.items[number];
	size_t end = s->first_token + s->token_count;
	bool started = false;

	for (size_t t = s->first_token; t < end; t++) {
		struct token_mark *mark = &scan->marks.items[t];
		enum word_kind kind = scan_kind(scan, t);

		mark->sentence = (uint32_t)number;
		if (!started && kind != KIND_PUNCT && kind != KIND_SYMBOL) {
			mark->flags |= MARK_START;
			started = true;
		}
		if (kind == KIND_WORD &&
		    !(scan_shape(scan, t) & SHAPE_CAPITAL))
			*word_cache_at(&scan->lower, scan->words,
				       scan_fold(scan, t)) = scan->serial;
		if (is_name_word(scan, t))
			mark->flags |= MARK_NAME;
	}
	pair_marks(scan, s);
}

/* Mentions of other tools may be nested: counted where they begin and end. */
static void take_given(struct scan *scan)
{
	const struct document *doc = scan->doc;
	size_t count = doc->tokens.count, open = 0;
	uint32_t *begins, *ends;

	if (doc->mentions.count == 0)
		return;
	begins = memory_get((count + 1) * sizeof *begins);
	ends = memory_get((count + 1) * sizeof *ends);
	memset(begins, 0, (count + 1) * sizeof *begins);
	memset(ends, 0, (count + 1) * sizeof *ends);
	for (size_t i = 0; i < doc->mentions.count; i++) {
		begins[doc->mentions.items[i].where.first]++;
		ends[doc->mentions.items[i].where.end]++;
	}
	for (size_t t = 0; t < count; t++) {
		open += begins[t];
		open -= ends[t];
		if (open > 0)
			scan->settled.items[t] = SETTLED_GIVEN;
	}
	free(begins);
	free(ends);
}

void scan_begin(struct scan *scan, struct document *doc)
{
	scan->doc = doc;
	scan->words = doc->words;
	scan->serial++;
	LIST_ZERO(&scan->marks, doc->tokens.count);
	LIST_CLEAR(&scan->candidates);
	LIST_ZERO(&scan->settled, doc->tokens.count);
	LIST_CLEAR(&scan->first_at);
	read_meta(scan);
	for (size_t t = 0; t < doc->tokens.count; t++)
		scan->marks.items[t].partner = (uint32_t)t;
	take_given(scan);
	for (size_t i = 0; i < doc->sentences.count; i++)
		mark_sentence(scan, i);
	for (size_t t = 0; t < doc->tokens.count; t++)
		if (*word_cache_at(&scan->lower, scan->words,
				   scan_fold(scan, t)) == scan->serial)
			scan->marks.items[t].flags |= MARK_LOWER;
}

bool scan_is_stopword(const struct scan *scan, size_t token)
{
	return languages_is_stopword(scan->languages, scan_lang(scan, token),
				     scan->doc->tokens.items[token].form);
}

bool scan_has_partner(const struct scan *scan, size_t token)
{
	return scan->marks.items[token].partner != token;
}

bool scan_is_quoted(const struct scan *scan, size_t first, size_t end)
{
	return first > 0 && end < scan->marks.count &&
	       scan->marks.items[first - 1].partner == end &&
	       !scan_is_form(scan, end, ")");
}

struct candidate *scan_add(struct scan *scan, size_t first, size_t end,
			   enum mention_type type, enum rank rank,
			   enum tag_rule rule)
{
	struct candidate *c = LIST_ADD(&scan->candidates);

	*c = (struct candidate){ .first = first, .end = end, .type = type,
				 .rank = rank, .rule = rule,
				 .because = STR_NONE, .id = STR_NONE,
				 .value = STR_NONE, .country = STR_NONE,
				 .tie = STR_NONE };
	return c;
}

void scan_because(struct scan *scan, struct candidate *c, const char *format,
		  ...)
{
	struct strbuf text = STRBUF_INIT;
	va_list args;

	if (!scan->explains)
		return;
	va_start(args, format);
	strbuf_add_args(&text, format, args);
	va_end(args);
	c->because = str_copy(&scan->doc->arena, strbuf_view(&text));
	strbuf_release(&text);
}

void scan_because_of(struct scan *scan, struct candidate *c,
		     const struct candidate *known)
{
	size_t sentence = scan->marks.items[known->first].sentence;
	struct str form = extent_text(scan->doc, (struct extent){
		sentence, known->first, known->end });

	scan_because(scan, c, "%.*s in %.*s", STR_ARGS(form),
		     STR_ARGS(scan->doc->sentences.items[sentence].id));
}

static int by_first(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (a->type != b->type)
		return a->type < b->type ? -1 : 1;
	return str_compare(a->id, b->id);
}

static bool is_sorted(const struct scan *scan)
{
	const struct candidate *list = scan->candidates.items;

	for (size_t i = 1; i < scan->candidates.count; i++)
		if (by_first(&list[i - 1], &list[i]) > 0)
			return false;
	return true;
}

void scan_sort(struct scan *scan)
{
	size_t next = 0, tokens = scan->doc->tokens.count;
	uint32_t *first_at;

	if (!is_sorted(scan))
		qsort(scan->candidates.items, scan->candidates.count,
		      sizeof *scan->candidates.items, by_first);
	LIST_CLEAR(&scan->first_at);
	LIST_RESERVE(&scan->first_at, tokens + 1);
	first_at = scan->first_at.items;
	for (size_t i = 0; i < scan->candidates.count; i++)
		while (next <= scan->candidates.items[i].first)
			first_at[next++] = (uint32_t)i;
	while (next <= tokens)
		first_at[next++] = (uint32_t)scan->candidates.count;
	scan->first_at.count = tokens + 1;
}

const struct candidate *scan_find(const struct scan *scan, size_t first,
				  enum mention_type type)
{
	for (size_t i = scan->first_at.items[first];
	     i < scan->first_at.items[first + 1]; i++)
		if (scan->candidates.items[i].type == type)
			return &scan->candidates.items[i];
	return NULL;
}

const struct candidate *scan_find_before(const struct scan *scan, size_t end,
					 enum mention_type type)
{
	const struct candidate *found = NULL;

	for (size_t t = end; t-- > 0 && end - t <= FIND_BACK;) {
		for (size_t i = scan->first_at.items[t];
		     i < scan->first_at.items[t + 1]; i++) {
			const struct candidate *c = &scan->candidates.items[i];

			if (c->type == type && c->end == end)
				found = c;
		}
		if (scan->marks.items[t].sentence !=
		    scan->marks.items[end - 1].sentence)
			break;
	}
	return found;
}

static int by_length(const void *left, const void *right)
{
	const struct candidate *const *a = left, *const *b = right;
	size_t a_len = (*a)->end - (*a)->first, b_len = (*b)->end - (*b)->first;

	if (a_len != b_len)
		return a_len > b_len ? -1 : 1;
	if ((*a)->rank != (*b)->rank)
		return (*a)->rank < (*b)->rank ? -1 : 1;
	return *a < *b ? -1 : *a > *b;
}

static bool is_free(const struct scan *scan, const struct candidate *c)
{
	for (size_t t = c->first; t < c->end; t++)
		if (scan->settled.items[t])
			return false;
	return true;
}

void scan_settle(struct scan *scan)
{
	size_t count = scan->candidates.count;
	struct candidate *all = scan->candidates.items;
	struct candidate **order = memory_get((count + 1) * sizeof *order);

	for (size_t i = 0; i < count; i++)
		order[i] = &all[i];
	if (count > 1)
		qsort(order, count, sizeof *order, by_length);
	for (size_t i = 0; i < count; i++) {
		if (!is_free(scan, order[i]))
			continue;
		for (size_t t = order[i]->first; t < order[i]->end; t++)
			scan->settled.items[t] =
				(uint32_t)(order[i] - all) + 1;
	}
	free(order);
}

const struct candidate *scan_settled(const struct scan *scan, size_t token)
{
	uint32_t number = scan->settled.items[token];

	return number && number != SETTLED_GIVEN ?
		       &scan->candidates.items[number - 1] :
		       NULL;
}
