#include "joins.h"

#include "edits.h"
#include "notes.h"
#include "shape.h"
#include "utf8.h"

enum {
	LEAN_WORDS = 25,          /* of a sentence that an example follows */
	JOINED_MAX = 16 << 20     /* bytes; a document is no paragraph */
};

#define NOTHING SIZE_MAX

/* The chain of pieces that make one paragraph. */
struct plan {
	size_t *next;  /* the piece that continues this one, or NOTHING */
	size_t *new;   /* the index of its paragraph when the others are gone */
	uint32_t *at;  /* where the piece begins in that paragraph's text */
	bool *blank;   /* one stands between it and the next piece */
	bool *gone;    /* it is no first piece */
};

/* What was last seen that may go on. */
struct open {
	size_t piece;     /* NOTHING: none */
	size_t len;       /* of the paragraph so far */
	bool fills_line;  /* or has pieces: less is nothing that a page end
	                     has cut */
	bool in_list;     /* of lines in small letters behind a colon */
	bool interrupted; /* by what a paragraph can flow around */
	bool page_end;    /* by a footnote, which stands at a page's foot */
};

static bool is_list_piece(const struct paragraph *par)
{
	return !shape_fills_line(par->text) && shape_end(par->text) == END_OPEN;
}

/* A list that was set without bullets: its items end with semicolons. */
static bool ends_item(struct str text)
{
	return str_has_suffix(text, STR(";"));
}

/* An address that stands on a line of its own below its footnote. */
static bool is_address(struct str text)
{
	return str_has_prefix(text, STR("http://")) ||
	       str_has_prefix(text, STR("https://"));
}

/* A line right below another one, as no page was seen. */
static bool is_below(const struct paragraph *last, const struct paragraph *par)
{
	return par->gap == 0 && (par->edges | last->edges) == 0 &&
	       par->first_page == last->last_page && par->first_line > 0 &&
	       par->first_line == last->last_line + 1;
}

/* The second line of a list item or a footnote. */
static bool continues_line(const struct paragraph *last,
			   const struct paragraph *par, bool is_note)
{
	enum shape_end end = shape_end(last->text);
	enum shape_begin begin = shape_begin(par->text);

	if (!is_below(last, par) || end == END_CLOSED)
		return false;
	return begin == BEGIN_LOWER || end == END_HYPHEN ||
	       (end == END_OPEN && shape_fills_line(last->text) &&
		(is_note || begin != BEGIN_UPPER));
}

/* "2 Interview with the editor": a note whose mark nobody saw. */
static bool is_like_note(struct str text)
{
	size_t body;
	bool raised;

	return note_number(text, &body, &raised) > 0 &&
	       shape_begin(str_slice(text, body, text.len)) == BEGIN_UPPER;
}

/* "— Who?": what another one says, or an item. */
static bool is_speech(struct str text)
{
	size_t at = 0;
	uint32_t c = utf8_next(text, &at);

	return (c == 0x2013 || c == 0x2014) && at + 1 < text.len &&
	       text.data[at] == ' ' &&
	       shape_begin(str_slice(text, at + 1, text.len)) == BEGIN_UPPER;
}

/* A list without bullets and stops, in small letters, behind a colon. */
static bool continues_list(const struct paragraph *last,
			   const struct paragraph *par, struct open *open)
{
	bool begins = str_has_suffix(last->text, STR(":")) &&
		      shape_end(par->text) == END_OPEN;

	open->in_list = (begins || open->in_list) && !is_below(last, par) &&
			shape_begin(par->text) == BEGIN_LOWER &&
			shape_end(last->text) != END_HYPHEN;
	return open->in_list;
}

/* Whether `par` goes on with what `last` began. Where a page was seen, it
 * tells, but for a sentence that it would cut in two. In a text that was cut by
 * a note, a quote or a page end, the piece behind may begin with anything; else
 * with a capital on the very next line alone, as lines of a list end openly
 * too. */
static bool continues(const struct paragraph *last, const struct paragraph *par,
		      struct open *open)
{
	enum shape_end end = shape_end(last->text);
	enum shape_begin begin = shape_begin(par->text);
	bool interrupted = open->interrupted;

	if (last->edges & EDGE_ENDS && par->edges & EDGE_BEGINS)
		return false;
	if (last->edges & EDGE_ENDS || par->edges & EDGE_BEGINS)
		return begin == BEGIN_LOWER && end == END_OPEN;
	if (last->edges & EDGE_OPEN || par->edges & EDGE_CONTINUES)
		return true;
	if (last->last_page != par->first_page)
		interrupted = true;
	if (!interrupted && continues_list(last, par, open))
		return false;
	if (end == END_PAUSE && !interrupted)
		return begin == BEGIN_LOWER && !ends_item(last->text) &&
		       !ends_item(par->text);
	if (begin == BEGIN_LOWER || end == END_HYPHEN)
		return true;
	if (end != END_OPEN || !str_equal(last->section, par->section) ||
	    is_like_note(par->text) || is_speech(par->text))
		return false;
	if (interrupted)
		return open->fills_line ||
		       (begin != BEGIN_UPPER && !is_list_piece(par));
	if (!open->fills_line)
		return false;
	return is_below(last, par) ||
	       (begin != BEGIN_UPPER && !is_list_piece(par));
}

/* One short sentence in front of a page's end, and behind it one that says
 * "for example": the first is what it is an example of. */
static bool leans_on(const struct paragraph *last, const struct paragraph *par,
		     const struct series *any)
{
	struct regex_match match;

	return shape_words(last->text) <= LEAN_WORDS &&
	       shape_end(last->text) == END_CLOSED &&
	       shape_sentence_end(last->text, 0) == last->text.len &&
	       str_equal(last->section, par->section) &&
	       series_match(any, SERIES_GOES_ON,
			    str_slice(par->text, 0,
				      shape_sentence_end(par->text, 0)),
			    &match);
}

static bool flows_around(enum paragraph_kind kind)
{
	return kind == PARAGRAPH_FOOTNOTE || kind == PARAGRAPH_PULLQUOTE ||
	       kind == PARAGRAPH_FURNITURE || kind == PARAGRAPH_CAPTION;
}

static void link_pieces(struct plan *plan, size_t first, size_t then)
{
	plan->next[first] = then;
	plan->gone[then] = true;
}

static void plan_text(const struct document *doc, struct plan *plan,
		      struct open *open, size_t index,
		      const struct series *any)
{
	const struct paragraph *all = doc->paragraphs.items;
	const struct paragraph *par = &all[index];

	if (open->piece != NOTHING &&
	    open->len + par->text.len < JOINED_MAX &&
	    (continues(&all[open->piece], par, open) ||
	     (open->page_end && open->len == all[open->piece].text.len &&
	      leans_on(&all[open->piece], par, any)))) {
		link_pieces(plan, open->piece, index);
		open->len += par->text.len + 1;
		open->fills_line = true;
	} else {
		open->len = par->text.len;
		open->fills_line = shape_fills_line(par->text);
	}
	open->piece = index;
	open->interrupted = open->page_end = false;
}

/* A note that a page or a column end has cut goes on without a number at the
 * next foot. */
static bool continues_note(const struct paragraph *par)
{
	size_t body;
	bool raised;

	return par->first_page > 0 &&
	       note_number(par->text, &body, &raised) == 0;
}

/* An item at the end of a page, seen to go on behind it. */
static bool is_cut_item(const struct paragraph *par)
{
	enum shape_end end = shape_end(par->text);

	return par->edges & EDGE_OPEN && end != END_CLOSED && end != END_PAUSE;
}

static void make_plan(const struct document *doc, struct plan *plan,
		      const struct series *any)
{
	struct open open = { .piece = NOTHING };
	size_t note = NOTHING, line = NOTHING;
	const struct paragraph *all = doc->paragraphs.items;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		enum paragraph_kind kind = all[i].kind;

		if (kind == PARAGRAPH_TEXT && line != NOTHING &&
		    line + 1 == i &&
		    (continues_line(&all[line], &all[i], line == note) ||
		     (line == note && is_address(all[i].text)))) {
			link_pieces(plan, line, i);
			if (note == line)
				note = i;
			line = i;
		} else if (kind == PARAGRAPH_TEXT) {
			plan_text(doc, plan, &open, i, any);
		} else if (kind == PARAGRAPH_FOOTNOTE && note != NOTHING &&
			   continues_note(&all[i])) {
			link_pieces(plan, note, i);
			note = line = i;
			open.interrupted = open.page_end = true;
		} else if (flows_around(kind)) {
			if (kind == PARAGRAPH_FOOTNOTE)
				note = line = i;
			open.interrupted = true;
			open.page_end |= kind == PARAGRAPH_FOOTNOTE;
		} else {
			open.piece = NOTHING;
			if (kind == PARAGRAPH_ITEM)
				line = i;
			if (kind == PARAGRAPH_ITEM && is_cut_item(&all[i]))
				open = (struct open){ .piece = i,
						      .len = all[i].text.len,
						      .fills_line = true };
		}
	}
}

/* The hyphen at the end of a piece goes where it cut a word, and no blank
 * stands behind it where it was typed. */
static void end_piece(struct document *doc, struct plan *plan,
		      const struct line_hyphens *lines, size_t index,
		      struct edits *edits)
{
	struct str text = doc->paragraphs.items[index].text;
	struct str next = doc->paragraphs.items[plan->next[index]].text;
	enum hyphen hyphen = HYPHEN_SUSPENDED;
	size_t start;

	if (shape_end(text) == END_HYPHEN)
		hyphen = line_hyphens_decide(lines, text, next);
	plan->blank[index] = hyphen == HYPHEN_SUSPENDED;
	if (hyphen == HYPHEN_CUT) {
		utf8_before(text, text.len, &start);
		edits_add(edits, index, start, text.len, STR_NONE);
	}
}

static void end_pieces(struct document *doc, struct plan *plan,
		       const struct line_hyphens *lines)
{
	struct edits edits = { 0 };

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		plan->blank[i] = false;
		if (plan->next[i] != NOTHING)
			end_piece(doc, plan, lines, i, &edits);
	}
	edits_apply(&edits, doc);
	edits_release(&edits);
}

/* The document's pieces becoming paragraphs. */
struct join {
	struct document *doc;
	struct run *runs;          /* of the paragraphs so far */
	size_t run_count;
	struct strbuf text, comments;
};

static void add_piece(struct join *join, struct paragraph *whole,
		      const struct paragraph *par, bool blank)
{
	for (size_t i = 0; i < par->run_count; i++) {
		struct run run = join->doc->runs.items[par->first_run + i];

		run.text += (uint32_t)join->text.len;
		join->runs[join->run_count++] = run;
	}
	strbuf_add(&join->text, par->text);
	if (blank)
		strbuf_add_char(&join->text, ' ');
	strbuf_add(&join->comments, par->comments);
	whole->edges &= ~(unsigned)(EDGE_OPEN | EDGE_ENDS);
	whole->edges |= par->edges & (EDGE_OPEN | EDGE_ENDS);
	whole->last_page = par->last_page;
	whole->last_line = par->last_line;
}

/* Make one paragraph of `first` and the pieces behind it; its index will be
 * `new`. */
static void make_one(struct join *join, const struct plan *plan, size_t first,
		     size_t new)
{
	struct document *doc = join->doc;
	struct paragraph whole = doc->paragraphs.items[first];

	whole.first_run = join->run_count;
	strbuf_clear(&join->text);
	strbuf_clear(&join->comments);
	for (size_t i = first; i != NOTHING; i = plan->next[i]) {
		plan->new[i] = new;
		plan->at[i] = (uint32_t)join->text.len;
		add_piece(join, &whole, &doc->paragraphs.items[i],
			  plan->blank[i]);
	}
	if (plan->next[first] != NOTHING) {
		whole.text = str_copy(&doc->arena, strbuf_view(&join->text));
		whole.comments = str_copy(&doc->arena,
					  strbuf_view(&join->comments));
	}
	whole.run_count = join->run_count - whole.first_run;
	doc->paragraphs.items[first] = whole;
}

static void move_links(struct document *doc, const struct plan *plan)
{
	for (size_t i = 0; i < doc->links.count; i++) {
		struct link *link = &doc->links.items[i];
		size_t piece = link->paragraph;

		link->at.start += plan->at[piece];
		link->at.end += plan->at[piece];
		link->paragraph = plan->new[piece];
	}
	edits_sort_links(doc);
}

/* Join every chain, in text order, so that the runs lie in it too. */
static void apply(struct join *join, struct plan *plan)
{
	struct document *doc = join->doc;
	size_t kept = 0;

	join->runs = memory_get((doc->runs.count + 1) * sizeof *join->runs);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		if (plan->gone[i])
			continue;
		make_one(join, plan, i, kept);
		doc->paragraphs.items[kept++] = doc->paragraphs.items[i];
	}
	doc->paragraphs.count = kept;
	list_free(doc->runs.items);
	doc->runs.items = join->runs;
	doc->runs.capacity = doc->runs.count + 1;
	doc->runs.count = join->run_count;
	strbuf_release(&join->text);
	strbuf_release(&join->comments);
	for (size_t i = 0; i < doc->scores.count; i++)
		doc->scores.items[i].paragraph =
			plan->new[doc->scores.items[i].paragraph];
	move_links(doc, plan);
}

void joins_make(struct document *doc, const struct series *any,
		const struct line_hyphens *lines)
{
	struct join join = { .doc = doc };
	size_t count = doc->paragraphs.count;
	struct plan plan;

	if (count == 0)
		return;
	plan.next = memory_get(count * sizeof *plan.next);
	plan.new = memory_get(count * sizeof *plan.new);
	plan.at = memory_get(count * sizeof *plan.at);
	plan.blank = memory_get(count * sizeof *plan.blank);
	plan.gone = memory_get(count * sizeof *plan.gone);
	for (size_t i = 0; i < count; i++) {
		plan.next[i] = NOTHING;
		plan.gone[i] = false;
	}
	make_plan(doc, &plan, any);
	end_pieces(doc, &plan, lines);
	apply(&join, &plan);
	list_free(plan.next);
	list_free(plan.new);
	list_free(plan.at);
	list_free(plan.blank);
	list_free(plan.gone);
}
