#include "edits.h"

#include <stdlib.h>

/* The document's new runs, and where we are in its edits and links. */
struct rebuild {
	struct document *doc;
	struct edits *edits;
	LIST(struct run) runs;
	struct strbuf text;
	const struct run *run, *run_end; /* of the paragraph, from here on */
	size_t edit, link;
};

void edits_add(struct edits *edits, size_t paragraph, size_t start, size_t end,
	       struct str with)
{
	*LIST_ADD(&edits->items) = (struct edit){
		.paragraph = paragraph, .start = (uint32_t)start,
		.end = (uint32_t)end, .with = with
	};
}

void edits_release(struct edits *edits)
{
	LIST_RELEASE(&edits->items);
}

static int compare_places(size_t paragraph, uint32_t start, size_t other,
			  uint32_t other_start)
{
	if (paragraph != other)
		return paragraph < other ? -1 : 1;
	return start < other_start ? -1 : start > other_start;
}

static int compare_edits(const void *a, const void *b)
{
	const struct edit *one = a, *other = b;
	int order = compare_places(one->paragraph, one->start,
				   other->paragraph, other->start);

	if (order)
		return order;
	return one->end < other->end ? -1 : one->end > other->end;
}

static int compare_links(const void *a, const void *b)
{
	const struct link *one = a, *other = b;

	return compare_places(one->paragraph, one->at.start,
			      other->paragraph, other->at.start);
}

void edits_sort_links(struct document *doc)
{
	if (doc->links.count > 1)
		qsort(doc->links.items, doc->links.count,
		      sizeof *doc->links.items, compare_links);
}

/* Text from..to stays, and so does what its runs say of it. */
static void keep(struct rebuild *re, struct str text, uint32_t from,
		 uint32_t to)
{
	uint32_t base = (uint32_t)re->text.len;

	strbuf_add(&re->text, str_slice(text, from, to));
	for (; re->run < re->run_end && re->run->text < to; re->run++) {
		struct run run = *re->run;
		uint32_t end = run.text + run.len;
		uint32_t first = run.text > from ? run.text : from;
		uint32_t last = end < to ? end : to;

		if (first < last) {
			if (!run.changed) {
				run.source += first - run.text;
				run.source_len = last - first;
			}
			run.text = base + (first - from);
			run.len = last - first;
			*LIST_ADD(&re->runs) = run;
		}
		if (end > to)
			break;
	}
}

static void replace(struct rebuild *re, const struct paragraph *par,
		    struct edit *edit)
{
	size_t first, last;

	edit->new_start = (uint32_t)re->text.len;
	if (edit->with.len > 0 &&
	    paragraph_source(re->doc, par, edit->start, edit->end, &first,
			     &last))
		*LIST_ADD(&re->runs) = (struct run){
			.text = edit->new_start, .source = first,
			.len = (uint32_t)edit->with.len,
			.source_len = (uint32_t)(last - first), .changed = true
		};
	strbuf_add(&re->text, edit->with);
}

/* Where byte `at` of the old text is in the new one. What lay in a replaced
 * stretch goes to that end of it which `is_end` tells. */
static uint32_t moved(const struct edit *edits, size_t count, uint32_t at,
		      bool is_end)
{
	size_t low = 0, high = count;
	const struct edit *edit;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (edits[middle].start < at)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return at;
	edit = &edits[low - 1];
	if (at >= edit->end)
		return edit->new_start + (uint32_t)edit->with.len +
		       (at - edit->end);
	return is_end ? edit->new_start + (uint32_t)edit->with.len
		      : edit->new_start;
}

static void move_links(struct rebuild *re, size_t paragraph,
		       const struct edit *edits, size_t count)
{
	struct link *links = re->doc->links.items;

	for (; re->link < re->doc->links.count &&
	       links[re->link].paragraph <= paragraph; re->link++) {
		struct link *link = &links[re->link];

		link->at.start = moved(edits, count, link->at.start, false);
		link->at.end = moved(edits, count, link->at.end, true);
		if (count > 0 && link->at.end > re->text.len)
			link->at.end = (uint32_t)re->text.len;
	}
}

/* Blanks behind an edit go with it where a blank stands before them. */
static void take_blanks(const struct rebuild *re, struct str text,
			struct edit *edit, size_t limit)
{
	while (edit->end < limit && text.data[edit->end] == ' ' &&
	       (re->text.len == 0 ||
		re->text.data[re->text.len - 1] == ' '))
		edit->end++;
}

static void trim(struct rebuild *re, size_t first_run)
{
	size_t len = re->text.len;

	while (len > 0 && re->text.data[len - 1] == ' ')
		len--;
	if (len == re->text.len)
		return;
	strbuf_truncate(&re->text, len);
	while (re->runs.count > first_run &&
	       re->runs.items[re->runs.count - 1].text >= len)
		re->runs.count--;
	if (re->runs.count > first_run) {
		struct run *last = &re->runs.items[re->runs.count - 1];

		if (last->text + last->len > len)
			last->len = (uint32_t)len - last->text;
		if (!last->changed)
			last->source_len = last->len;
	}
}

/* Of the edits from re->edit on, how many are the paragraph's. */
static size_t count_edits(const struct rebuild *re, size_t index)
{
	const struct edit *edits = re->edits->items.items + re->edit;
	size_t count = 0;

	while (re->edit + count < re->edits->items.count &&
	       edits[count].paragraph == index)
		count++;
	return count;
}

static void change(struct rebuild *re, const struct paragraph *par,
		   struct edit *edits, size_t count)
{
	size_t first_run = re->runs.count;
	uint32_t at = 0;

	re->run = paragraph_runs(re->doc, par);
	re->run_end = re->run ? re->run + par->run_count : NULL;
	strbuf_clear(&re->text);
	for (size_t i = 0; i < count; i++) {
		keep(re, par->text, at, edits[i].start);
		replace(re, par, &edits[i]);
		take_blanks(re, par->text, &edits[i],
			    i + 1 < count ? edits[i + 1].start
					  : par->text.len);
		at = edits[i].end;
	}
	keep(re, par->text, at, (uint32_t)par->text.len);
	if (count > 0)
		trim(re, first_run);
}

static void rebuild_paragraph(struct rebuild *re, size_t index)
{
	struct paragraph *par = &re->doc->paragraphs.items[index];
	size_t count = count_edits(re, index), first_run = re->runs.count;
	struct edit *edits = re->edits->items.items + re->edit;

	re->edit += count;
	change(re, par, edits, count);
	if (count > 0 && re->text.len == 0) {
		re->runs.count = first_run;
		count = 0;
		change(re, par, edits, count);
	}
	move_links(re, index, edits, count);
	if (count > 0)
		par->text = str_copy(&re->doc->arena, strbuf_view(&re->text));
	par->first_run = first_run;
	par->run_count = re->runs.count - first_run;
}

void edits_apply(struct edits *edits, struct document *doc)
{
	struct rebuild re = { .doc = doc, .edits = edits };

	if (edits->items.count == 0)
		return;
	qsort(edits->items.items, edits->items.count,
	      sizeof *edits->items.items, compare_edits);
	edits_sort_links(doc);
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		rebuild_paragraph(&re, i);
	LIST_RELEASE(&doc->runs);
	doc->runs.items = re.runs.items;
	doc->runs.count = re.runs.count;
	doc->runs.capacity = re.runs.capacity;
	strbuf_release(&re.text);
	LIST_CLEAR(&edits->items);
}
