#include "odt_story.h"

#include "list_numbers.h"
#include "odt_words.h"

#include <stdio.h>

enum {
	FLOWS_DEPTH = 4,       /* of notes and boxes in each other */
	BOX_CHUNKS = 2,        /* of a box that is a pull quote */
	BOX_BYTES = 1500,
	REPEATED_MAX = 1000    /* cells that one stands for */
};

struct frame {
	enum odt_word word;
	bool skip, in_body, in_text, indexed, raised;
	uint32_t table, row, column, columns; /* of what is around it */
	size_t start;          /* in chunks.text */
};

/* A stretch of text that is written for itself: all of it, a note, a box. */
struct flow {
	struct chunks own, pending; /* pending: boxes and notes */
	struct chunks *out;
	uint32_t table, row, column, columns;
	size_t tables;         /* open ones */
	enum odt_kind kind;    /* of the open paragraph */
	struct str number;     /* of the open heading */
	unsigned level;        /* the same */
	unsigned note;         /* its number; 0: no note */
};

struct counter {               /* numbers by level, from 0 */
	int64_t numbers[ODT_LEVELS];
	bool begun[ODT_LEVELS];
};

struct story {
	const struct odt_styles *styles;
	LIST(struct frame) frames;
	struct flow flows[FLOWS_DEPTH];
	size_t flow_count;
	const struct odt_list *list;
	struct counter items, headings;
	size_t lists;          /* open ones */
	bool item_due;         /* its first paragraph is to come */
	struct str item;       /* its mark */
	unsigned number;       /* of the last note */
	bool in_link;
	struct str target;
	size_t link_start;
};

static struct flow *flow_of(struct story *story)
{
	return &story->flows[story->flow_count - 1];
}

static struct frame *top(struct story *story)
{
	return &story->frames.items[story->frames.count - 1];
}

static void init_flow(struct flow *flow, struct chunks *out)
{
	*flow = (struct flow){ .own.arena = ARENA_INIT,
			       .pending.arena = ARENA_INIT,
			       .table = CHUNKS_NONE, .row = CHUNKS_NONE };
	flow->out = out ? out : &flow->own;
}

static void release_flow(struct flow *flow)
{
	chunks_release(&flow->own);
	chunks_release(&flow->pending);
}

static void write_pending(struct flow *flow)
{
	chunks_append(flow->out, &flow->pending, 0, flow->pending.list.count);
	chunks_release(&flow->pending);
	flow->pending = (struct chunks){ .arena = ARENA_INIT };
}

static void add_number(struct strbuf *out, struct str format, int64_t number)
{
	char sign = format.len > 0 ? format.data[0] : '1';
	uint64_t counted = number > 0 ? (uint64_t)number : 0;

	if (sign == 'a' || sign == 'A')
		list_numbers_letters(out, counted, sign);
	else if (sign == 'i' || sign == 'I')
		list_numbers_roman(out, counted, sign == 'I');
	else
		strbuf_addf(out, "%lld", (long long)number);
}

/* Count one more at a level; `start` is its number where one is given. */
static void count(struct counter *counter, const struct odt_list *list,
		  size_t level, int64_t start)
{
	int64_t first = list && list->levels[level].known
				? list->levels[level].start : 1;

	if (start >= 0)
		counter->numbers[level] = start;
	else if (counter->begun[level])
		counter->numbers[level]++;
	else
		counter->numbers[level] = first;
	counter->begun[level] = true;
	for (size_t i = level + 1; i < ODT_LEVELS; i++)
		counter->begun[i] = false;
}

/* "2.1. ", or "- " for a bullet. */
static struct str mark_of(struct arena *arena, const struct counter *counter,
			  const struct odt_list *list, size_t level)
{
	const struct odt_level *one = list ? &list->levels[level] : NULL;
	struct strbuf mark = STRBUF_INIT;
	struct str copy;
	size_t first;

	if (!one || !one->known || one->format.len == 0)
		return STR("- ");
	first = one->shown > 1 && one->shown <= level + 1
			? level + 1 - one->shown : level;
	strbuf_add(&mark, one->before);
	for (size_t i = first; i <= level; i++) {
		if (i > first)
			strbuf_add_char(&mark, '.');
		add_number(&mark, list->levels[i].format, counter->numbers[i]);
	}
	strbuf_add(&mark, one->behind.len > 0 ? one->behind : STR("."));
	if (!str_has_suffix(strbuf_view(&mark), STR(" ")))
		strbuf_add_char(&mark, ' ');
	copy = str_copy(arena, strbuf_view(&mark));
	strbuf_release(&mark);
	return copy;
}

static void end_link_piece(struct story *story)
{
	struct chunks *out = flow_of(story)->out;

	if (story->in_link && out->link_pieces++ < LINK_CHUNKS &&
	    chunks_is_target(story->target))
		chunks_span(out, SPAN_LINK, story->link_start, story->target);
	story->link_start = out->text.len;
}

static void begin_link(struct story *story,
		       const struct markup_element *element)
{
	struct chunks *out = flow_of(story)->out;

	story->in_link = true;
	story->link_start = out->text.len;
	story->target = str_copy(&out->arena,
				 markup_value(element, STR("href")));
	out->link_pieces = 0;
}

static enum paragraph_kind kind_of(struct story *story,
				   const struct flow *flow)
{
	static const enum paragraph_kind kinds[] = {
		[ODT_PLAIN] = PARAGRAPH_TEXT, [ODT_TITLE] = PARAGRAPH_TITLE,
		[ODT_HEADING] = PARAGRAPH_HEADING,
		[ODT_CAPTION] = PARAGRAPH_CAPTION
	};

	if (top(story)->indexed)
		return PARAGRAPH_BOILERPLATE;
	if (flow->kind == ODT_PLAIN && story->item_due)
		return PARAGRAPH_ITEM;
	return kinds[flow->kind];
}

static void begin_chunk(struct story *story)
{
	struct flow *flow = flow_of(story);
	struct chunk *chunk = chunks_begin(flow->out, kind_of(story, flow));

	if (chunk->kind == PARAGRAPH_ITEM)
		chunk->mark = story->item;
	else if (chunk->kind == PARAGRAPH_HEADING)
		chunk->mark = flow->number;
	chunk->level = flow->level;
	story->item_due = false;
	if (flow->row != CHUNKS_NONE)
		chunks_in_cell(flow->out, flow->row, flow->column);
	story->link_start = flow->out->text.len;
}

static void add_text(struct story *story, struct str text)
{
	struct flow *flow = flow_of(story);

	if (!flow->out->open && str_trim(text).len > 0) {
		begin_chunk(story);
		top(story)->start = flow->out->text.len;
	}
	if (flow->out->open)
		chunks_text(flow->out, text);
}

static const struct odt_style *style_of(const struct story *story,
					const struct markup_element *element,
					struct str family)
{
	return odt_styles_find(story->styles, family,
			       markup_value(element, STR("style-name")));
}

static int64_t number_in(const struct markup_element *element, struct str name,
			 int64_t otherwise)
{
	uint64_t number;

	return str_number(markup_value(element, name), INT32_MAX, &number)
		? (int64_t)number : otherwise;
}

/* The number of a heading by its level; a list that it stands in has its own.
 */
static struct str heading_number(struct story *story,
				 const struct markup_element *element)
{
	const struct odt_list *list = story->item_due
		? story->list : odt_styles_list(story->styles, STR_NONE);
	int64_t level = number_in(element, STR("outline-level"), 1);
	struct str mark = STR_NONE;

	if (story->item_due) {
		mark = story->item;
		story->item_due = false;
	} else if (list && level >= 1 && level <= ODT_LEVELS &&
		   list->levels[level - 1].known &&
		   !str_equal(markup_value(element, STR("is-list-header")),
			      STR("true"))) {
		count(&story->headings, list, (size_t)level - 1, -1);
		mark = mark_of(&flow_of(story)->out->arena, &story->headings,
			       list, (size_t)level - 1);
	}
	return str_equal(mark, STR("- ")) ? STR_NONE : mark;
}

static void begin_paragraph(struct story *story, struct frame *frame,
			    const struct markup_element *element)
{
	struct flow *flow = flow_of(story);
	const struct odt_style *style = style_of(story, element,
						 STR("paragraph"));

	end_link_piece(story);
	chunks_end(flow->out);
	frame->in_text = true;
	frame->skip = style && style->hidden;
	flow->number = STR_NONE;
	flow->level = 0;
	if (frame->word == ODT_HEADLINE) {
		int64_t level = number_in(element, STR("outline-level"), 1);

		flow->kind = ODT_HEADING;
		flow->level = level >= 1 && level <= ODT_LEVELS
			? (unsigned)level : 0;
		flow->number = heading_number(story, element);
	} else {
		flow->kind = style ? style->kind : ODT_PLAIN;
	}
}

static void end_paragraph(struct story *story)
{
	struct flow *flow = flow_of(story);

	end_link_piece(story);
	if (!flow->out->open && flow->tables == 0 &&
	    flow->out->list.count > 0)
		flow->out->gap += flow->out->gap > 0 ? 1 : 2;
	chunks_end(flow->out);
	if (flow->tables == 0)
		write_pending(flow);
}

static void begin_span(struct story *story, struct frame *frame,
		       const struct markup_element *element)
{
	const struct odt_style *style = style_of(story, element, STR("text"));

	frame->skip = style && style->hidden;
	frame->raised = style && style->raised;
}

static void end_span(struct story *story, const struct frame *frame)
{
	struct chunks *out = flow_of(story)->out;

	if (frame->raised && out->open && frame->start <= out->text.len &&
	    chunks_is_raised(str_slice(strbuf_view(&out->text), frame->start,
				       out->text.len)))
		chunks_span(out, SPAN_RAISED, frame->start, STR_NONE);
}

static void begin_list(struct story *story,
		       const struct markup_element *element)
{
	struct str name = markup_value(element, STR("style-name"));

	if (name.len > 0)
		story->list = odt_styles_list(story->styles, name);
	else if (story->lists == 0)
		story->list = NULL;
	if (story->lists++ == 0 &&
	    !str_equal(markup_value(element, STR("continue-numbering")),
		       STR("true")))
		story->items = (struct counter){ { 0 }, { false } };
}

static void begin_item(struct story *story,
		       const struct markup_element *element)
{
	size_t level = story->lists - 1;

	if (story->lists == 0 || str_equal(element->name, STR("list-header")))
		return;
	if (level >= ODT_LEVELS)
		level = ODT_LEVELS - 1;
	count(&story->items, story->list, level,
	      number_in(element, STR("start-value"), -1));
	story->item = mark_of(&flow_of(story)->out->arena, &story->items,
			      story->list, level);
	story->item_due = true;
}

static void begin_table(struct flow *flow)
{
	if (flow->table != CHUNKS_NONE)
		flow->out->tables.items[flow->table].layout = true;
	flow->table = chunks_table(flow->out, false);
	flow->row = CHUNKS_NONE;
	flow->tables++;
}

static void begin_cell(struct flow *flow, const struct markup_element *element)
{
	int64_t repeated = number_in(element, STR("number-columns-repeated"),
				     1);

	flow->column = flow->columns;
	flow->columns += repeated < REPEATED_MAX ? (uint32_t)repeated : 1;
}

static void end_table_part(struct flow *flow, const struct frame *frame)
{
	if (frame->word == ODT_TABLE)
		flow->tables--;
	if (frame->word == ODT_ROW && flow->tables == 1)
		write_pending(flow);
	if (frame->word == ODT_CELL)
		return;
	flow->table = frame->table;
	flow->row = frame->row;
	flow->column = frame->column;
	flow->columns = frame->columns;
}

/* The mark of a note behind the word before. */
static void add_mark(struct story *story)
{
	struct chunks *out = flow_of(story)->out;
	bool blank;
	char digits[16];
	size_t start;

	if (!out->open)
		begin_chunk(story);
	blank = out->blank;
	out->blank = false;
	start = out->text.len;
	snprintf(digits, sizeof digits, "%u", ++story->number);
	chunks_plain(out, str_of(digits));
	chunks_span(out, SPAN_RAISED, start, STR_NONE);
	out->blank = blank;
}

static void begin_flow(struct story *story, struct frame *frame)
{
	bool is_note = frame->word == ODT_NOTE_BODY;

	if (story->flow_count == FLOWS_DEPTH ||
	    (is_note && story->flow_count > 1 && flow_of(story)->note > 0)) {
		frame->skip = true;
		return;
	}
	end_link_piece(story);
	if (is_note)
		add_mark(story);
	init_flow(&story->flows[story->flow_count++], NULL);
	flow_of(story)->note = is_note ? story->number : 0;
	story->in_link = frame->in_text = false;
}

static void name_chunks(struct flow *flow)
{
	struct chunks *own = &flow->own;
	bool is_short = own->list.count <= BOX_CHUNKS &&
			own->text.len <= BOX_BYTES;
	char mark[16];

	for (size_t i = 0; i < own->list.count; i++) {
		struct chunk *chunk = &own->list.items[i];

		if (flow->note > 0) {
			chunk->kind = PARAGRAPH_FOOTNOTE;
			chunk->goes_on = i > 0;
			chunk->mark = STR_NONE;
		} else if (is_short && chunk->kind == PARAGRAPH_TEXT) {
			chunk->kind = PARAGRAPH_PULLQUOTE;
		}
	}
	snprintf(mark, sizeof mark, "%u ", flow->note);
	if (flow->note > 0 && own->list.count > 0)
		own->list.items[0].mark = str_copy(&own->arena, str_of(mark));
}

static void end_flow(struct story *story)
{
	struct flow *flow = flow_of(story);

	chunks_end(&flow->own);
	write_pending(flow);
	name_chunks(flow);
	story->flow_count--;
	chunks_append(&flow_of(story)->pending, &flow->own, 0,
		      flow->own.list.count);
	release_flow(flow);
	story->link_start = flow_of(story)->out->text.len;
}

static void begin_part(struct story *story, struct frame *frame,
		       const struct markup_element *element)
{
	struct flow *flow = flow_of(story);

	frame->skip = str_equal(markup_value(element, STR("display")),
				STR("none"));
	if (frame->skip)
		return;
	switch (frame->word) {
	case ODT_SKIP: frame->skip = true; break;
	case ODT_BODY: frame->in_body = true; break;
	case ODT_PARAGRAPH:
	case ODT_HEADLINE: begin_paragraph(story, frame, element); break;
	case ODT_SPAN: begin_span(story, frame, element); break;
	case ODT_LINK: begin_link(story, element); break;
	case ODT_LIST: begin_list(story, element); break;
	case ODT_ITEM: begin_item(story, element); break;
	case ODT_NOTE_BODY:
	case ODT_BOX: begin_flow(story, frame); break;
	case ODT_TABLE: begin_table(flow); break;
	case ODT_ROW:
		if (flow->table != CHUNKS_NONE)
			flow->row = chunks_row(flow->out, flow->table);
		flow->columns = 0;
		break;
	case ODT_CELL: begin_cell(flow, element); break;
	case ODT_INDEX: frame->indexed = true; break;
	case ODT_BLANK:
		if (frame->in_text)
			add_text(story, STR(" "));
		break;
	case ODT_BREAK:
		end_link_piece(story);
		chunks_line(flow->out);
		story->link_start = flow->out->text.len;
		break;
	default: break;
	}
}

static int on_start(void *data, const struct markup_element *element,
		    struct err *err)
{
	struct story *story = data;
	const struct flow *flow = flow_of(story);
	struct frame new = { .word = ODT_OTHER };

	if (story->frames.count > 0)
		new = *top(story);
	new.word = odt_word(element->name);
	new.raised = false;
	new.table = flow->table;
	new.row = flow->row;
	new.column = flow->column;
	new.columns = flow->columns;
	new.start = flow->out->text.len;
	*LIST_ADD(&story->frames) = new;
	if (!new.skip && (new.in_body || new.word == ODT_BODY))
		begin_part(story, top(story), element);
	return chunks_check(flow_of(story)->out, err);
}

static void end_part(struct story *story, const struct frame *frame)
{
	switch (frame->word) {
	case ODT_PARAGRAPH:
	case ODT_HEADLINE: end_paragraph(story); break;
	case ODT_SPAN: end_span(story, frame); break;
	case ODT_LINK:
		end_link_piece(story);
		story->in_link = false;
		break;
	case ODT_LIST: story->lists--; break;
	case ODT_ITEM: story->item_due = false; break;
	case ODT_NOTE_BODY:
	case ODT_BOX: end_flow(story); break;
	case ODT_TABLE:
	case ODT_ROW:
	case ODT_CELL: end_table_part(flow_of(story), frame); break;
	default: break;
	}
}

static int on_end(void *data, struct err *err)
{
	struct story *story = data;

	(void)err;
	if (!top(story)->skip && top(story)->in_body)
		end_part(story, top(story));
	story->frames.count--;
	return 0;
}

static int on_text(void *data, struct str text, struct err *err)
{
	struct story *story = data;

	(void)err;
	if (story->frames.count > 0 && !top(story)->skip &&
	    top(story)->in_text)
		add_text(story, text);
	return 0;
}

int odt_story_read(struct chunks *chunks, struct package *package,
		   const char *part, const struct odt_styles *styles,
		   struct err *err)
{
	static const struct markup_events events = { on_start, on_end,
						     on_text };
	struct story story = { .styles = styles, .flow_count = 1 };
	int rc;

	init_flow(&story.flows[0], chunks);
	rc = package_parse(package, part, &events, &story, err);
	chunks_end(chunks);
	if (rc == 0)
		write_pending(&story.flows[0]);
	while (story.flow_count > 0)
		release_flow(&story.flows[--story.flow_count]);
	LIST_RELEASE(&story.frames);
	return rc;
}
