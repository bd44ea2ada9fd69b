#include "pullquotes.h"

#include "shape.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	WORDS_MIN = 5,       /* fewer words stand in a text by chance */
	WORDS_MIN_OPEN = 8,  /* of a piece that is no whole sentence */
	WORDS_MAX = 45,
	MARKED_MAX = 60,     /* words, where an ornament speaks for it too */
	RING = 64            /* a power of two above WORDS_MAX */
};

static const uint64_t base = 0x9e3779b97f4a7c15u;

/* Hashes of the last words read: sums[i] is that of all words up to word i as
 * a polynomial in `base`, so that any stretch of words has its hash by a
 * subtraction. */
struct ring {
	uint64_t sums[RING];
	size_t count;        /* words so far */
};

struct candidate {
	uint64_t tail;       /* of the last WORDS_MIN words */
	uint64_t whole;
	uint32_t words;
	bool found;
	size_t paragraph;
};

struct search {
	struct document *doc;
	LIST(struct candidate) candidates; /* by tail, words, whole */
	uint64_t powers[RING];
};

static void ring_add(struct ring *ring, uint64_t word)
{
	uint64_t last = ring->sums[ring->count % RING];

	ring->count++;
	ring->sums[ring->count % RING] = last * base + word;
}

static uint64_t ring_hash(const struct search *search, const struct ring *ring,
			  size_t words)
{
	return ring->sums[ring->count % RING] -
	       ring->sums[(ring->count - words) % RING] *
		       search->powers[words];
}

/* The hash of the next word of a text: letters and digits in lower case. */
static bool next_word(struct str text, size_t *at, uint64_t *hash)
{
	bool inside = false;

	*hash = 0xcbf29ce484222325u;
	while (*at < text.len) {
		uint32_t c = utf8_next(text, at);

		if (utf8_is_letter(c) || utf8_is_digit(c)) {
			inside = true;
			*hash = (*hash ^ utf8_fold_char(c)) * 0x100000001b3u;
			*hash ^= *hash >> 29;
		} else if (inside && !utf8_is_format(c)) {
			return true;
		}
	}
	return inside;
}

static size_t count_words(struct str text)
{
	size_t at = 0, count = 0;
	uint64_t word;

	while (next_word(text, &at, &word))
		count++;
	return count;
}

static int compare_number(uint64_t a, uint64_t b)
{
	return a < b ? -1 : a > b;
}

static int compare_candidates(const struct candidate *a,
			      const struct candidate *b)
{
	int order = compare_number(a->tail, b->tail);

	if (order == 0)
		order = compare_number(a->words, b->words);
	if (order == 0)
		order = compare_number(a->whole, b->whole);
	return order;
}

static int sort_candidates(const void *a, const void *b)
{
	const struct candidate *one = a, *other = b;
	int order = compare_candidates(one, other);

	return order ? order
		     : compare_number(one->paragraph, other->paragraph);
}

static bool is_quote_mark(uint32_t c)
{
	return shape_is_open_quote(c) && c != '\'';
}

/* An opening quote alone. */
static bool is_lone_quote(const struct paragraph *par)
{
	size_t at = 0;

	return par->kind == PARAGRAPH_FURNITURE && par->text.len > 0 &&
	       is_quote_mark(utf8_next(par->text, &at)) &&
	       at == par->text.len;
}

/* By an ornament in front of it, or above. */
static bool is_marked(const struct document *doc, size_t index)
{
	const struct paragraph *par = &doc->paragraphs.items[index];
	size_t at = 0;
	uint32_t c = utf8_next(par->text, &at);

	if (shape_words(par->text) > MARKED_MAX)
		return false;
	if (index > 0 && is_lone_quote(par - 1))
		return shape_begin(par->text) != BEGIN_LOWER;
	if (is_quote_mark(c))
		return at < par->text.len && par->text.data[at] == ' ';
	return c >= 0x1f000 && utf8_is_symbol(c) &&
	       shape_has_letter(par->text);
}

/* A sentence, or all that somebody said. */
static bool is_whole(struct str text)
{
	size_t at = 0, start;

	return shape_end(text) == END_CLOSED ||
	       (is_quote_mark(utf8_next(text, &at)) &&
		shape_is_close_quote(utf8_before(text, text.len, &start)));
}

static bool is_candidate(const struct paragraph *par)
{
	size_t words = shape_words(par->text);

	/* large letters make a heading of a sentence, until it is read again */
	if (par->kind != PARAGRAPH_TEXT &&
	    (par->kind != PARAGRAPH_HEADING ||
	     shape_end(par->text) != END_CLOSED))
		return false;
	/* a piece that a page shows to go on is text of its own */
	if (par->edges & (EDGE_OPEN | EDGE_CONTINUES))
		return false;
	return words > 0 && words <= WORDS_MAX &&
	       words >= (is_whole(par->text) ? WORDS_MIN : WORDS_MIN_OPEN) &&
	       shape_begin(par->text) != BEGIN_LOWER;
}

static void add_candidate(struct search *search, size_t index)
{
	struct str text = search->doc->paragraphs.items[index].text;
	struct ring ring = { { 0 }, 0 };
	struct candidate *new;
	size_t at = 0;
	uint64_t word;

	while (ring.count < RING - 1 && next_word(text, &at, &word))
		ring_add(&ring, word);
	if (ring.count < WORDS_MIN || ring.count == RING - 1)
		return;
	new = LIST_ADD(&search->candidates);
	new->paragraph = index;
	new->words = (uint32_t)ring.count;
	new->whole = ring_hash(search, &ring, ring.count);
	new->tail = ring_hash(search, &ring, WORDS_MIN);
}

/* The first candidate that is not less than `key`. */
static size_t lower_bound(const struct search *search,
			  const struct candidate *key)
{
	size_t low = 0, high = search->candidates.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_candidates(&search->candidates.items[middle],
				       key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Mark the candidates of at most `max` words that the last words read end
 * with. Of equal ones the first stands for all. */
static void look_up(struct search *search, const struct ring *ring, size_t max)
{
	struct candidate *items = search->candidates.items;
	struct candidate key = { 0 };
	size_t at;

	if (ring->count < WORDS_MIN)
		return;
	key.tail = ring_hash(search, ring, WORDS_MIN);
	at = lower_bound(search, &key);
	while (at < search->candidates.count && items[at].tail == key.tail &&
	       items[at].words <= max && items[at].words <= ring->count) {
		key.words = items[at].words;
		key.whole = ring_hash(search, ring, key.words);
		at = lower_bound(search, &key);
		if (at < search->candidates.count &&
		    compare_candidates(&items[at], &key) == 0)
			items[at].found = true;
		key.words++;
		key.whole = 0;
		at = lower_bound(search, &key);
	}
}

static void scan(struct search *search, struct ring *ring, struct str text,
		 size_t max)
{
	size_t at = 0;
	uint64_t word;

	while (next_word(text, &at, &word)) {
		ring_add(ring, word);
		look_up(search, ring, max);
	}
}

/* A sentence may be cut, and the pull quote itself may stand in the cut: what
 * is no candidate is read on over the paragraphs until a sentence ends. */
static void scan_all(struct search *search)
{
	struct ring text = { { 0 }, 0 };
	bool closed = true;

	for (size_t i = 0; i < search->doc->paragraphs.count; i++) {
		struct paragraph *par = &search->doc->paragraphs.items[i];

		if (is_candidate(par)) {
			struct ring own = { { 0 }, 0 };

			scan(search, &own, par->text,
			     count_words(par->text) - 1);
			continue;
		}
		if (par->kind != PARAGRAPH_TEXT && par->kind != PARAGRAPH_ITEM)
			continue;
		if (closed)
			text = (struct ring){ { 0 }, 0 };
		scan(search, &text, par->text, RING - 1);
		closed = shape_end(par->text) == END_CLOSED;
	}
}

static void set_kinds(struct search *search)
{
	bool found = false;

	for (size_t i = 0; i < search->candidates.count; i++) {
		struct candidate *one = &search->candidates.items[i];

		if (i == 0 || compare_candidates(one - 1, one) != 0)
			found = one->found;
		if (found)
			search->doc->paragraphs.items[one->paragraph].kind =
				PARAGRAPH_PULLQUOTE;
	}
}

void pullquotes_find(struct document *doc)
{
	struct search search = { .doc = doc };

	search.powers[0] = 1;
	for (size_t i = 1; i < RING; i++)
		search.powers[i] = search.powers[i - 1] * base;
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if ((par->kind == PARAGRAPH_TEXT ||
		     par->kind == PARAGRAPH_HEADING) && par->text.len > 0 &&
		    is_marked(doc, i))
			par->kind = PARAGRAPH_PULLQUOTE;
		else if (is_candidate(par))
			add_candidate(&search, i);
	}
	if (search.candidates.count > 0) {
		qsort(search.candidates.items, search.candidates.count,
		      sizeof *search.candidates.items, sort_candidates);
		scan_all(&search);
		set_kinds(&search);
	}
	LIST_RELEASE(&search.candidates);
}
