#include "docx_flow.h"

#include <stdio.h>
#include <stdlib.h>

void docx_flow_init(struct docx_flow *flow, struct chunks *out)
{
	*flow = (struct docx_flow){ .table = CHUNKS_NONE, .row = CHUNKS_NONE };
	flow->out = out ? out : &flow->own;
}

void docx_flow_release(struct docx_flow *flow)
{
	chunks_release(&flow->own);
	chunks_release(&flow->boxes);
	LIST_RELEASE(&flow->notes);
}

void docx_flow_paragraph(struct docx_flow *flow)
{
	bool goes_on = flow->goes_on && flow->out->open;

	flow->goes_on = false;
	if (goes_on)
		return;
	flow->style = NULL;
	flow->list = flow->level = 0;
	flow->has_list = flow->has_outline = false;
	flow->outline = 0;
	flow->framed = flow->counted = flow->hidden = flow->raised = false;
}

void docx_flow_run_end(struct docx_flow *flow)
{
	struct chunks *out = flow->out;

	if (!flow->raised || !out->open || flow->run_start > out->text.len)
		return;
	if (chunks_is_raised(str_slice(strbuf_view(&out->text),
				       flow->run_start, out->text.len)))
		chunks_span(out, SPAN_RAISED, flow->run_start, STR_NONE);
}

void docx_flow_table(struct docx_flow *flow)
{
	if (flow->table != CHUNKS_NONE)
		flow->out->tables.items[flow->table].layout = true;
	flow->table = chunks_table(flow->out, false);
	flow->row = CHUNKS_NONE;
	flow->tables++;
}

void docx_flow_row(struct docx_flow *flow)
{
	if (flow->table == CHUNKS_NONE)
		return;
	flow->row = chunks_row(flow->out, flow->table);
	flow->columns = 0;
}

static int compare_notes(const void *a, const void *b)
{
	return str_compare(((const struct docx_note *)a)->id,
			   ((const struct docx_note *)b)->id);
}

void docx_notes_sort(struct docx_notes *notes)
{
	if (notes->list.count > 1)
		qsort(notes->list.items, notes->list.count,
		      sizeof *notes->list.items, compare_notes);
}

struct docx_note *docx_notes_find(const struct docx_notes *notes,
				  struct str id)
{
	struct docx_note key = { .id = id }, *found;

	if (!notes || notes->list.count == 0)
		return NULL;
	found = bsearch(&key, notes->list.items, notes->list.count, sizeof key,
			compare_notes);
	return found && found->count > 0 ? found : NULL;
}

void docx_flow_mark(struct docx_flow *flow, const struct docx_notes *notes,
		    struct docx_note *note, unsigned *last)
{
	struct chunks *out = flow->out;
	bool blank = out->blank, first = note->number == 0;
	struct docx_pending *new;
	char digits[16];
	size_t start;

	if (first)
		note->number = ++*last;
	out->blank = false;
	start = out->text.len;
	snprintf(digits, sizeof digits, "%u", note->number);
	chunks_plain(out, str_of(digits));
	chunks_span(out, SPAN_RAISED, start, STR_NONE);
	out->blank = blank;
	if (!first)
		return;
	new = LIST_ADD(&flow->notes);
	new->notes = notes;
	new->index = (size_t)(note - notes->list.items);
}

static void write_note(struct chunks *out, const struct docx_pending *pending)
{
	const struct docx_note *note =
		&pending->notes->list.items[pending->index];
	size_t first = out->list.count;
	char mark[16];

	chunks_append(out, &pending->notes->chunks, note->first, note->count);
	for (size_t i = first; i < out->list.count; i++) {
		out->list.items[i].kind = PARAGRAPH_FOOTNOTE;
		out->list.items[i].goes_on = i > first;
	}
	snprintf(mark, sizeof mark, "%u ", note->number);
	if (first < out->list.count)
		out->list.items[first].mark = str_copy(&out->arena,
						       str_of(mark));
}

void docx_flow_pending(struct docx_flow *flow)
{
	chunks_append(flow->out, &flow->boxes, 0, flow->boxes.list.count);
	chunks_release(&flow->boxes);
	flow->boxes = (struct chunks){ .arena = ARENA_INIT };
	for (size_t i = 0; i < flow->notes.count; i++)
		write_note(flow->out, &flow->notes.items[i]);
	LIST_CLEAR(&flow->notes);
}
