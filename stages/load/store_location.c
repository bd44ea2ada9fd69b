#include "store.h"

/* How many of the ascending offsets lie before `at`. */
static size_t count_before(const size_t *ends, size_t count, size_t at)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (ends[middle] < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A number that begins with `first` at byte `from` of the source and grows by
 * one with each end up to byte `at`; not beyond `last`. */
static int64_t number_at(const size_t *ends, size_t count, size_t from,
			 size_t at, int64_t first, int64_t last)
{
	int64_t steps = (int64_t)count_before(ends, count, at) -
			(int64_t)count_before(ends, count, from);

	if (first == 0)
		return 0;
	if (steps < 0)
		return first;
	return first + steps < last ? first + steps : last;
}

void store_locate(struct store *store, size_t paragraph, uint32_t start,
		  uint32_t end, struct location *where)
{
	const struct document *doc = store->doc;
	const struct paragraph *par = &doc->paragraphs.items[paragraph];
	const struct chars *chars = paragraph_chars(&store->text, doc,
						    paragraph);
	size_t from = 0, to = 0, base = 0;

	where->start = (int64_t)chars_before(chars, start);
	where->end = (int64_t)chars_before(chars, end);
	where->source_start = where->source_end = -1;
	where->line = par->first_line;
	where->page = par->first_page;
	if (par->run_count == 0 ||
	    !paragraph_source(doc, par, start, end, &from, &to))
		return;
	base = doc->runs.items[par->first_run].source;
	where->source_start = (int64_t)chars_before(&store->source, from);
	where->source_end = (int64_t)chars_before(&store->source, to);
	where->line = number_at(store->line_ends.items, store->line_ends.count,
			       base, from, par->first_line, par->last_line);
	where->page = number_at(store->page_ends.items, store->page_ends.count,
			       base, from, par->first_page, par->last_page);
}

void store_locate_extent(struct store *store, struct extent extent,
		       struct location *where)
{
	const struct document *doc = store->doc;

	store_locate(store, doc->sentences.items[extent.sentence].paragraph,
		   doc->tokens.items[extent.first].start,
		   doc->tokens.items[extent.end - 1].end, where);
}

static void bind_from(struct statement *st, int at, int64_t number,
		      int64_t least)
{
	if (number >= least)
		statement_bind_number(st, at, number);
	else
		statement_bind_null(st, at);
}

void store_bind_location(struct statement *st, int at,
			 const struct location *where)
{
	bind_from(st, at, where->source_start, 0);
	bind_from(st, at + 1, where->source_end, 0);
	bind_from(st, at + 2, where->page, 1);
	bind_from(st, at + 3, where->line, 1);
}
