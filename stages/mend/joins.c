#include "joins.h"

#include "notes.h"
#include "shape.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	LINE_BYTES = 60,          /* less is no line that a page end has cut */
	JOINED_MAX = 16 << 20     /* bytes; a document is no paragraph */
};

#define NOTHING SIZE_MAX

/* The chain of pieces that make one paragraph. */
struct plan {
	size_t *next;   /* the piece that continues this one, or NOTHING */
	size_t *new;    /* the index of its paragraph when the others are gone */
	uint32_t *at;   /* where the piece begins in that paragraph's text */
	bool *gone;     /* it is no first piece */
};

/* What was last seen that may go on. */
struct open {
	size_t piece;     /* NOTHING: none */
	size_t len;       /* of the paragraph so far */
	bool interrupted; /* by what a paragraph can flow around */
};

static bool is_list_piece(const struct paragraph *par)
{
	return par->text.len < LINE_BYTES && shape_end(par->text) == END_OPEN;
}

/* A list that was set without bullets: its items end with semicolons. */
static bool ends_item(struct str text)
{
	return str_has_suffix(text, STR(";"));
}

/* An address that stands on a line of its own below its footnote. */
static bool is_address(struct str text)
{
	return str_has_prefix(text, STR("<http")) ||
	       str_has_prefix(text, STR("http://")) ||
	       str_has_prefix(text, STR("https://"));
}

/* Whether `par` goes on with what `last` began. Where a page was seen, it
 * tells, but for a sentence that it would cut in two. In a text that was cut by a
 * note, a quote or a page end, the piece behind may begin with anything; else
 * a capital needs more to speak for it, as lines of a list end openly too. */
static bool continues(const struct paragraph *last, const struct paragraph *par,
		      bool interrupted)
{
	enum shape_end end = shape_end(last->text);
	enum shape_begin begin = shape_begin(par->text);

	if (last->edges & EDGE_ENDS || par->edges & EDGE_BEGINS)
		return begin == BEGIN_LOWER && end == END_OPEN;
	if (last->edges & EDGE_OPEN || par->edges & EDGE_CONTINUES)
		return true;
	if (last->last_page != par->first_page)
		interrupted = true;
	if (end == END_PAUSE && !interrupted)
		return begin == BEGIN_LOWER && !ends_item(last->text) &&
		       !ends_item(par->text);
	if (begin == BEGIN_LOWER || end == END_HYPHEN)
		return true;
	if (end != END_OPEN || !str_equal(last->section, par->section))
		return false;
	if (interrupted)
		return !is_list_piece(last) || !is_list_piece(par);
	return last->text.len >= LINE_BYTES && !is_list_piece(par);
}

static bool flows_around(enum paragraph_kind kind)
{
	return kind == PARAGRAPH_FOOTNOTE || kind == PARAGRAPH_PULLQUOTE ||
	       kind == PARAGRAPH_FURNITURE;
}

static void link_pieces(struct plan *plan, size_t first, size_t then)
{
	plan->next[first] = then;
	plan->gone[then] = true;
}

static void plan_text(const struct document *doc, struct plan *plan,
		      struct open *open, size_t index)
{
	const struct paragraph *all = doc->paragraphs.items;
	const struct paragraph *par = &all[index];

	if (open->piece != NOTHING &&
	    open->len + par->text.len < JOINED_MAX &&
	    continues(&all[open->piece], par, open->interrupted)) {
		link_pieces(plan, open->piece, index);
		open->len += par->text.len + 1;
	} else {
		open->len = par->text.len;
	}
	open->piece = index;
	open->interrupted = false;
}

/* A note that a page end has cut goes on without a number at the foot of the
 * next page. */
static bool continues_note(const struct paragraph *note,
			   const struct paragraph *par)
{
	size_t body;
	bool raised;

	return note->last_page != par->first_page &&
	       note_number(par->text, &body, &raised) == 0;
}

static void make_plan(const struct document *doc, struct plan *plan)
{
	struct open open = { NOTHING, 0, false };
	size_t note = NOTHING;
	const struct paragraph *all = doc->paragraphs.items;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		enum paragraph_kind kind = all[i].kind;
		enum paragraph_kind before = i > 0 ? all[i - 1].kind : kind;

		if (kind == PARAGRAPH_TEXT && before == PARAGRAPH_FOOTNOTE &&
		    is_address(all[i].text)) {
			link_pieces(plan, i - 1, i);
		} else if (kind == PARAGRAPH_TEXT) {
			plan_text(doc, plan, &open, i);
		} else if (kind == PARAGRAPH_FOOTNOTE && note != NOTHING &&
			   continues_note(&all[note], &all[i])) {
			link_pieces(plan, note, i);
			note = i;
			open.interrupted = true;
		} else if (flows_around(kind)) {
			if (kind == PARAGRAPH_FOOTNOTE)
				note = i;
			open.interrupted = true;
		} else {
			open.piece = NOTHING;
		}
	}
}

/* The text in front of a hyphen that cut a word; the hyphen stays in front of
 * what is no small letter (`non-` and `NATO`). */
static size_t without_hyphen(struct str text, struct str next)
{
	size_t start = text.len;

	if (text.len > 0 && shape_begin(next) == BEGIN_LOWER)
		utf8_before(text, text.len, &start);
	return start;
}

static void add_runs(struct document *doc, struct run **runs, size_t *count,
		     const struct paragraph *par, uint32_t offset, size_t limit)
{
	for (size_t i = 0; i < par->run_count; i++) {
		struct run run = doc->runs.items[par->first_run + i];

		if (run.text >= limit)
			break;
		if (run.len > limit - run.text && !run.changed)
			run.len = run.source_len = (uint32_t)(limit - run.text);
		else if (run.len > limit - run.text)
			break;
		run.text += offset;
		(*runs)[(*count)++] = run;
	}
}

/* Make one paragraph of `first` and the pieces behind it; its index will be
 * `new`. */
static void join(struct document *doc, const struct plan *plan, size_t first,
		 size_t new, struct run **runs, size_t *run_count)
{
	struct paragraph *all = doc->paragraphs.items;
	struct paragraph whole = all[first];
	struct strbuf text = STRBUF_INIT, comments = STRBUF_INIT;

	whole.first_run = *run_count;
	for (size_t i = first; i != NOTHING; i = plan->next[i]) {
		const struct paragraph *par = &all[i];
		bool last = plan->next[i] == NOTHING;
		bool cut = !last && shape_end(par->text) == END_HYPHEN;
		size_t len = par->text.len;

		if (cut)
			len = without_hyphen(par->text,
					     all[plan->next[i]].text);
		plan->new[i] = new;
		plan->at[i] = (uint32_t)text.len;
		add_runs(doc, runs, run_count, par, (uint32_t)text.len, len);
		strbuf_add(&text, str_slice(par->text, 0, len));
		if (!last && !cut)
			strbuf_add_char(&text, ' ');
		strbuf_add(&comments, par->comments);
		whole.edges &= ~(unsigned)(EDGE_OPEN | EDGE_ENDS);
		whole.edges |= par->edges & (EDGE_OPEN | EDGE_ENDS);
		whole.last_page = par->last_page;
		whole.last_line = par->last_line;
	}
	if (plan->next[first] != NOTHING) {
		whole.text = str_copy(&doc->arena, strbuf_view(&text));
		whole.comments = str_copy(&doc->arena, strbuf_view(&comments));
	}
	whole.run_count = *run_count - whole.first_run;
	all[first] = whole;
	strbuf_release(&text);
	strbuf_release(&comments);
}

static int compare_links(const void *a, const void *b)
{
	const struct link *one = a, *other = b;

	if (one->paragraph != other->paragraph)
		return one->paragraph < other->paragraph ? -1 : 1;
	return one->start < other->start ? -1 : one->start > other->start;
}

static void move_links(struct document *doc, const struct plan *plan)
{
	for (size_t i = 0; i < doc->links.count; i++) {
		struct link *link = &doc->links.items[i];

		link->start += plan->at[link->paragraph];
		link->end += plan->at[link->paragraph];
		link->paragraph = plan->new[link->paragraph];
	}
	if (doc->links.count > 1)
		qsort(doc->links.items, doc->links.count,
		      sizeof *doc->links.items, compare_links);
}

/* Join every chain, in text order, so that the runs lie in it too. */
static void apply(struct document *doc, struct plan *plan)
{
	struct run *runs = memory_get((doc->runs.count + 1) * sizeof *runs);
	size_t run_count = 0, kept = 0;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		if (plan->gone[i])
			continue;
		join(doc, plan, i, kept, &runs, &run_count);
		doc->paragraphs.items[kept++] = doc->paragraphs.items[i];
	}
	doc->paragraphs.count = kept;
	list_free(doc->runs.items);
	doc->runs.items = runs;
	doc->runs.capacity = doc->runs.count + 1;
	doc->runs.count = run_count;
	for (size_t i = 0; i < doc->scores.count; i++)
		doc->scores.items[i].paragraph =
			plan->new[doc->scores.items[i].paragraph];
	move_links(doc, plan);
}

void joins_make(struct document *doc)
{
	size_t count = doc->paragraphs.count;
	struct plan plan;

	if (count == 0)
		return;
	plan.next = memory_get(count * sizeof *plan.next);
	plan.new = memory_get(count * sizeof *plan.new);
	plan.at = memory_get(count * sizeof *plan.at);
	plan.gone = memory_get(count * sizeof *plan.gone);
	for (size_t i = 0; i < count; i++) {
		plan.next[i] = NOTHING;
		plan.gone[i] = false;
	}
	make_plan(doc, &plan);
	apply(doc, &plan);
	list_free(plan.next);
	list_free(plan.new);
	list_free(plan.at);
	list_free(plan.gone);
}
