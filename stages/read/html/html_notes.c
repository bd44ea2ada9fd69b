#include "html_page.h"

#include "utf8.h"

#include <stdlib.h>

enum {
	MARK_BYTES = 12,
	MARK_DIGITS = 3,
	NOTE_CHUNKS = 12,    /* more is a part of the page, not a note */
	BACK_BYTES = 24,
	MARKS_TOGETHER = 24  /* in one <sup> */
};

#define NONE SIZE_MAX

struct reference {
	size_t chunk;        /* where the mark stands */
	size_t note;         /* the first chunk of its note */
	struct str number;   /* of digits, or a sign */
};

struct notes {
	struct html_page *page;
	const struct html_anchor **names; /* by name */
	LIST(struct reference) references;
	bool *refers;        /* by chunk: a mark stands in it */
	size_t spans;        /* of the page, by chunk */
	size_t *note_of;     /* by chunk: the first of its note, or NONE */
};

static int compare_anchors(const void *a, const void *b)
{
	const struct html_anchor *const *one = a, *const *other = b;
	int order = str_compare((*one)->name, (*other)->name);

	if (order)
		return order;
	return *one < *other ? -1 : *one > *other;
}

static void sort_names(struct notes *notes)
{
	const struct html_page *page = notes->page;

	notes->names = memory_get((page->anchors.count + 1) *
				  sizeof *notes->names);
	for (size_t i = 0; i < page->anchors.count; i++)
		notes->names[i] = &page->anchors.items[i];
	if (page->anchors.count > 1)
		qsort(notes->names, page->anchors.count, sizeof *notes->names,
		      compare_anchors);
}

/* The first anchor of a name; chunks of it that are not there are none. */
static const struct html_anchor *find_anchor(const struct notes *notes,
					     struct str target)
{
	struct str name = str_slice(target, 1, target.len);
	size_t low = 0, high = notes->page->anchors.count;
	const struct html_anchor *found;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_compare(notes->names[middle]->name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == notes->page->anchors.count)
		return NULL;
	found = notes->names[low];
	if (!str_equal(found->name, name) ||
	    found->end > notes->page->chunks.list.count)
		return NULL;
	return found;
}

/* The number in a mark: `1`, `[1]`, `(1)`, or a sign: `*`. Empty for what is
 * none. */
static struct str mark_number(struct str text, bool *brackets)
{
	bool digits = true;

	text = str_trim(text);
	*brackets = text.len > 2 && (text.data[0] == '[' ||
				     text.data[0] == '(');
	if (*brackets)
		text = str_trim(str_slice(text, 1, text.len - 1));
	if (text.len == 0 || text.len > MARK_BYTES)
		return STR_NONE;
	for (size_t i = 0; i < text.len; i++)
		digits = digits && text.data[i] >= '0' && text.data[i] <= '9';
	if (digits)
		return text.len <= MARK_DIGITS ? text : STR_NONE;
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (c != '*' && c != 0x2020 && c != 0x2021 && c != 0xa7)
			return STR_NONE;
	}
	return text;
}

static bool is_fragment(const struct span *span)
{
	return span->kind == SPAN_LINK && span->target.len > 1 &&
	       span->target.data[0] == '#';
}

/* A raised stretch around a span, or within it. */
static const struct span *find_raised(const struct notes *notes, size_t index)
{
	const struct span *all = notes->page->chunks.spans.items;
	const struct span *span = &all[index];

	for (size_t i = index; i-- > 0 && all[i].chunk == span->chunk &&
			       all[i].end >= span->start;)
		if (all[i].kind == SPAN_RAISED)
			return &all[i];
	for (size_t i = index + 1; i < notes->page->chunks.spans.count &&
				   i <= index + MARKS_TOGETHER &&
				   all[i].chunk == span->chunk; i++)
		if (all[i].kind == SPAN_RAISED)
			return all[i].start <= span->start ? &all[i] : NULL;
	return NULL;
}

static bool is_near(const struct notes *notes, const struct html_anchor *to)
{
	const struct chunk *all = notes->page->chunks.list.items;

	return to->end - to->first <= NOTE_CHUNKS &&
	       all[to->first].kind != PARAGRAPH_HEADING;
}

static void add_span(struct chunks *chunks, enum span_kind kind, size_t chunk,
		     size_t start, size_t end)
{
	struct span *span = LIST_ADD(&chunks->spans);

	*span = (struct span){ .start = start, .end = end, .chunk = chunk,
			       .kind = kind, .target = STR_NONE };
}

/* Raise the mark and glue it to the word before. */
static void set_mark(struct chunks *chunks, size_t index, size_t start)
{
	struct span span = chunks->spans.items[index];
	const struct chunk *chunk = &chunks->list.items[span.chunk];
	size_t blank = start;

	add_span(chunks, SPAN_RAISED, span.chunk, span.start, span.end);
	while (blank > chunk->start && chunks->text.data[blank - 1] == ' ')
		blank--;
	if (blank > chunk->start && blank < start)
		add_span(chunks, SPAN_CUT, span.chunk, blank, start);
}

/* Whether a chunk begins with a link to another one. */
static bool leads_back(const struct notes *notes, size_t from, size_t to)
{
	const struct chunks *chunks = &notes->page->chunks;
	const struct html_anchor *anchor;
	size_t low = 0, high = notes->spans;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (chunks->spans.items[middle].chunk < from)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < notes->spans && chunks->spans.items[low].chunk == from &&
	       chunks->spans.items[low].start ==
		       chunks->list.items[from].start; low++) {
		if (!is_fragment(&chunks->spans.items[low]))
			continue;
		anchor = find_anchor(notes, chunks->spans.items[low].target);
		return anchor && anchor->first == to;
	}
	return false;
}

/* A link from a mark to a note that stands elsewhere. The number of a note
 * leads back in the same way, but from the beginning of its chunk. */
static void find_reference(struct notes *notes, size_t index)
{
	struct chunks *chunks = &notes->page->chunks;
	const struct span *span = &chunks->spans.items[index];
	const struct chunk *chunk = &chunks->list.items[span->chunk];
	const struct html_anchor *to = find_anchor(notes, span->target);
	bool brackets;
	struct str number = mark_number(chunks_span_view(chunks, span),
					&brackets);
	const struct span *raised;
	struct reference *reference;
	size_t start = span->start;

	if (!to || number.len == 0 || to->first == span->chunk)
		return;
	raised = find_raised(notes, index);
	if (raised && raised->start < start)
		start = raised->start;
	if (!(brackets || raised || span->is_note ||
	      leads_back(notes, to->first, span->chunk)) ||
	    !is_near(notes, to) ||
	    (to->first < span->chunk && start == chunk->start))
		return;
	reference = LIST_ADD(&notes->references);
	reference->chunk = span->chunk;
	reference->note = to->first;
	reference->number = str_copy(&chunks->arena, number);
	notes->refers[span->chunk] = true;
	for (size_t i = to->first; i < to->end; i++)
		if (notes->note_of[i] == NONE)
			notes->note_of[i] = to->first;
	set_mark(chunks, index, start);
}

static bool begins_number(struct str text, struct str number)
{
	return number.len > 0 && str_has_prefix(text, number) &&
	       (text.len == number.len ||
		!strchr("0123456789", text.data[number.len]));
}

/* How much of a note's text is its number in any form, and signs that lead
 * back. */
static size_t skip_number(struct str text, struct str number)
{
	size_t at = 0;
	bool found = false;

	while (at < text.len) {
		size_t next = at;
		uint32_t c = utf8_next(text, &next);
		bool bracket = c == '[' || c == '(';
		struct str rest = str_slice(text, bracket ? next : at,
					    text.len);

		if (!found && begins_number(rest, number)) {
			found = true;
			at += bracket + number.len;
		} else if (c == '^' || c == 0x2191 || c == 0x21a9 ||
			   c == 0xfe0e || utf8_is_space(c) ||
			   (found && (c == '.' || c == ')' || c == ']'))) {
			at = next;
		} else {
			break;
		}
	}
	return at;
}

static void set_note(struct notes *notes, size_t index, struct str number)
{
	struct chunks *chunks = &notes->page->chunks;
	struct chunk *chunk = &chunks->list.items[index];
	struct strbuf mark = STRBUF_INIT;
	size_t skip = skip_number(chunks_view(chunks, chunk), number);

	chunk->kind = PARAGRAPH_FOOTNOTE;
	chunk->dropped = false;
	chunk->row = CHUNKS_NONE;
	strbuf_addf(&mark, "%.*s ", STR_ARGS(number));
	chunk->mark = str_copy(&chunks->arena, strbuf_view(&mark));
	strbuf_release(&mark);
	if (skip > 0)
		add_span(chunks, SPAN_CUT, index, chunk->start,
			 chunk->start + skip);
}

static void set_notes(struct notes *notes)
{
	struct chunks *chunks = &notes->page->chunks;

	for (size_t i = 0; i < notes->references.count; i++) {
		const struct reference *one = &notes->references.items[i];

		if (chunks->list.items[one->note].kind == PARAGRAPH_FOOTNOTE)
			continue;
		set_note(notes, one->note, one->number);
		for (size_t b = one->note + 1; b < chunks->list.count &&
		     notes->note_of[b] == one->note; b++) {
			chunks->list.items[b].goes_on = true;
			chunks->list.items[b].dropped = false;
			chunks->list.items[b].row = CHUNKS_NONE;
		}
	}
}

/* Blocks of a part for notes that no mark leads to: `1 text`, or an item. */
static void set_unmarked(struct notes *notes)
{
	struct chunks *chunks = &notes->page->chunks;

	for (size_t i = 0; i < chunks->list.count; i++) {
		const struct chunk *chunk = &chunks->list.items[i];
		struct str text = chunk->mark.len > 0
			? chunk->mark : chunks_view(chunks, chunk);
		size_t start = text.len > 0 && text.data[0] == '[', end = start;

		if (notes->note_of[i] != NONE || chunk->dropped ||
		    notes->page->areas.items[chunk->area].mark != AREA_NOTES)
			continue;
		while (end < text.len && text.data[end] >= '0' &&
		       text.data[end] <= '9')
			end++;
		if (end > start && end - start <= MARK_DIGITS)
			set_note(notes, i, str_copy(&chunks->arena,
						    str_slice(text, start,
							      end)));
	}
}

/* Links from a note to where its mark stands are no part of it. */
static void cut_ways_back(struct notes *notes)
{
	struct chunks *chunks = &notes->page->chunks;

	for (size_t i = 0; i < notes->spans; i++) {
		struct span span = chunks->spans.items[i];
		const struct html_anchor *to;

		if (!is_fragment(&span) || notes->note_of[span.chunk] == NONE ||
		    span.end - span.start > BACK_BYTES)
			continue;
		to = find_anchor(notes, span.target);
		if (to && notes->refers[to->first] &&
		    to->first != span.chunk)
			add_span(chunks, SPAN_CUT, span.chunk, span.start,
				 span.end);
	}
}

void html_notes(struct html_page *page)
{
	struct notes notes = { .page = page,
			       .spans = page->chunks.spans.count };
	size_t chunks = page->chunks.list.count + 1;

	notes.refers = memory_get(chunks * sizeof *notes.refers);
	notes.note_of = memory_get(chunks * sizeof *notes.note_of);
	memset(notes.refers, 0, chunks * sizeof *notes.refers);
	for (size_t i = 0; i < chunks; i++)
		notes.note_of[i] = NONE;
	sort_names(&notes);
	for (size_t i = 0; i < notes.spans; i++)
		if (is_fragment(&page->chunks.spans.items[i]))
			find_reference(&notes, i);
	set_notes(&notes);
	cut_ways_back(&notes);
	set_unmarked(&notes);
	LIST_RELEASE(&notes.references);
	list_free(notes.names);
	list_free(notes.refers);
	list_free(notes.note_of);
}
