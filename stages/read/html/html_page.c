#include "html_page.h"

#include "html_marks.h"
#include "list_numbers.h"
#include "markup.h"

enum {
	TITLE_BYTES = 1000,
	RULE_GAP = 3,          /* blank lines that a rule stands for */
	CUT_BYTES = 200,       /* more is text, whatever it is called */
	ANCHORS_MAX = 1000000
};

/* An open element, with what it hands down. */
struct html_frame {
	enum html_kind kind;
	bool skip, pre, sectioned, heading, caption, note_mark;
	unsigned level;           /* of the heading: h1 to h6 */
	bool title;
	bool cut;              /* its stretch of the line is furniture */
	bool pending;          /* an item without text so far */
	char style;            /* of a numbered list: '1', 'a', 'A' */
	uint32_t area, table, row, column;
	uint32_t columns;      /* of a row, so far */
	uint32_t in_row, in_item, in_list; /* frames, + 1 */
	int64_t number;        /* of a list: the next; of an item: its own */
	size_t start;          /* in chunks.text */
	size_t anchor;         /* + 1 */
};

static struct html_frame *top(struct html_page *page)
{
	return &page->frames.items[page->frames.count - 1];
}

static bool is_inline(enum html_kind kind)
{
	return kind == HTML_INLINE || kind == HTML_LINK || kind == HTML_RAISED;
}

static bool stands_alone(enum html_kind kind)
{
	return !is_inline(kind) && kind != HTML_BREAK && kind != HTML_META &&
	       kind != HTML_TITLE && kind != HTML_SKIP;
}

static void end_link_piece(struct html_page *page)
{
	const struct html_frame *frame;
	struct span *span;

	if (page->link_frame == 0 || page->chunks.link_pieces > LINK_CHUNKS)
		return;
	frame = &page->frames.items[page->link_frame - 1];
	span = chunks_span(&page->chunks, SPAN_LINK, page->link_start,
			   page->link_target);
	if (span) {
		span->is_note = frame->note_mark;
		page->chunks.link_pieces++;
	}
	page->link_start = page->chunks.text.len;
}

static void end_chunk(struct html_page *page)
{
	end_link_piece(page);
	chunks_end(&page->chunks);
}

static struct str item_mark(struct html_page *page,
			    const struct html_frame *item)
{
	const struct html_frame *list =
		item->in_list ? &page->frames.items[item->in_list - 1] : NULL;
	struct strbuf mark = STRBUF_INIT;
	struct str copy;

	if (list && list->style == '-')
		return STR_NONE;
	if (!list || list->kind != HTML_NUMBERED)
		return STR("- ");
	if ((list->style == 'a' || list->style == 'A') && item->number > 0)
		list_numbers_letters(&mark, (uint64_t)item->number,
				     list->style);
	else
		strbuf_addf(&mark, "%lld", (long long)item->number);
	strbuf_add_z(&mark, ". ");
	copy = str_copy(&page->chunks.arena, strbuf_view(&mark));
	strbuf_release(&mark);
	return copy;
}

/* The first chunk of an item has its mark; items around it that have no text
 * of their own before have none. */
static void take_item(struct html_page *page, const struct html_frame *frame,
		      struct chunk *chunk)
{
	for (uint32_t at = frame->in_item; at > 0;) {
		struct html_frame *item = &page->frames.items[at - 1];

		if (!item->pending)
			break;
		item->pending = false;
		if (chunk->kind == PARAGRAPH_TEXT) {
			chunk->kind = PARAGRAPH_ITEM;
			chunk->mark = item_mark(page, item);
		}
		at = at > 1 ? page->frames.items[at - 2].in_item : 0;
	}
}

static void begin_chunk(struct html_page *page)
{
	const struct html_frame *frame = top(page);
	struct chunk *chunk = chunks_begin(&page->chunks,
		frame->heading ? PARAGRAPH_HEADING
			       : frame->caption ? PARAGRAPH_CAPTION
						: PARAGRAPH_TEXT);

	chunk->area = frame->area;
	if (frame->heading)
		chunk->level = frame->level;
	chunk->is_title = frame->heading && frame->level == 1;
	take_item(page, frame, chunk);
	if (frame->row != CHUNKS_NONE)
		chunks_in_cell(&page->chunks, frame->row, frame->column);
	page->link_start = page->chunks.text.len;
}

static bool is_blank(struct str text)
{
	return str_trim(text).len == 0;
}

static void end_line(struct html_page *page)
{
	end_link_piece(page);
	chunks_line(&page->chunks);
	page->link_start = page->chunks.text.len;
}

static void add_lines(struct html_page *page, struct str text)
{
	struct str line;

	for (bool first = true; str_split(&text, '\n', &line); first = false) {
		if (!first)
			end_line(page);
		if (line.len > 0 && line.data[line.len - 1] == '\r')
			line.len--;
		if (line.len == 0 || (!page->chunks.open && is_blank(line)))
			continue;
		if (!page->chunks.open)
			begin_chunk(page);
		chunks_plain(&page->chunks, line);
	}
}

static int on_text(void *data, struct str text, struct err *err)
{
	struct html_page *page = data;

	if (page->frames.count == 0)
		return 0;
	if (top(page)->title &&
	    page->title.len + text.len <= TITLE_BYTES)
		strbuf_add(&page->title, text);
	if (top(page)->skip)
		return 0;
	if (top(page)->pre) {
		add_lines(page, text);
		return chunks_check(&page->chunks, err);
	}
	if (!page->chunks.open && !is_blank(text))
		begin_chunk(page);
	if (page->chunks.open)
		chunks_text(&page->chunks, text);
	return chunks_check(&page->chunks, err);
}

static void read_meta(struct html_page *page,
		      const struct markup_element *element)
{
	struct str content = markup_value(element, STR("content"));

	if (page->shared.len == 0 && content.len <= TITLE_BYTES &&
	    str_equal(markup_value(element, STR("property")),
		      STR("og:title")))
		strbuf_add(&page->shared, content);
}

static int64_t to_number(struct str text, int64_t otherwise)
{
	bool minus = str_has_prefix(text, STR("-"));
	uint64_t number;

	if (!str_number(str_slice(text, minus, text.len), INT32_MAX, &number))
		return otherwise;
	return minus ? -(int64_t)number : (int64_t)number;
}

static void begin_list(struct html_frame *frame, uint32_t self,
		       const struct markup_element *element)
{
	struct str type = markup_value(element, STR("type"));

	frame->in_list = self;
	frame->number = to_number(markup_value(element, STR("start")), 1);
	frame->style = type.len == 1 ? type.data[0] : '1';
	if (html_has_style(element, "list-style:none") ||
	    html_has_style(element, "list-style-type:none"))
		frame->style = '-';
}

static void begin_item(struct html_page *page, struct html_frame *frame,
		       uint32_t self, const struct markup_element *element)
{
	struct html_frame *list = frame->in_list
		? &page->frames.items[frame->in_list - 1] : NULL;

	frame->in_item = self;
	frame->pending = true;
	frame->number = to_number(markup_value(element, STR("value")),
				  list ? list->number : 1);
	if (list)
		list->number = frame->number + 1;
}

static void begin_table(struct html_page *page, struct html_frame *frame,
			const struct markup_element *element)
{
	struct str role = markup_value(element, STR("role"));

	if (frame->table != CHUNKS_NONE)
		page->chunks.tables.items[frame->table].layout = true;
	frame->table = chunks_table(&page->chunks,
				    str_equal(role, STR("presentation")) ||
				    str_equal(role, STR("none")));
	frame->row = CHUNKS_NONE;
	frame->in_row = 0;
}

static void begin_cell(struct html_page *page, struct html_frame *frame)
{
	if (frame->in_row == 0)
		return;
	frame->row = page->frames.items[frame->in_row - 1].row;
	frame->column = page->frames.items[frame->in_row - 1].columns++;
}

/* The name of a place in a book: "notes.xhtml!n1". */
static struct str place_name(struct html_page *page, const char *sign,
			     struct str part, struct str name)
{
	struct strbuf buf = STRBUF_INIT;
	struct str copy;

	strbuf_addf(&buf, "%s%.*s!%.*s", sign, STR_ARGS(part), STR_ARGS(name));
	copy = str_copy(&page->chunks.arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return copy;
}

/* "#n1" or "../text/notes.xhtml#n1". */
static struct str place_in_book(struct html_page *page, struct str target)
{
	size_t sign = str_find(target, STR("#"), 0);
	struct str part = str_file_name(str_slice(target, 0, sign));

	if (sign == target.len)
		return STR_NONE;
	return place_name(page, "#", sign == 0 ? page->part : part,
			  str_slice(target, sign + 1, target.len));
}

static void begin_link(struct html_page *page, uint32_t self,
		       const struct markup_element *element)
{
	struct str target = str_trim(markup_value(element, STR("href")));

	if (page->link_frame > 0 || target.len == 0)
		return;
	page->link_frame = self;
	page->chunks.link_pieces = 0;
	page->link_start = page->chunks.text.len;
	page->link_target = STR_NONE;
	if (page->part.len > 0 && str_find(target, STR(":"), 0) == target.len)
		page->link_target = place_in_book(page, target);
	else if (chunks_is_target(target))
		page->link_target = str_copy(&page->chunks.arena, target);
}

/* 3 of "h3"; 0 of an element that only looks like a heading. */
static unsigned heading_level(struct str name)
{
	return name.len == 2 && name.data[0] == 'h' && name.data[1] >= '1' &&
			       name.data[1] <= '6'
		? (unsigned)(name.data[1] - '0') : 0;
}

static void begin_kind(struct html_page *page, struct html_frame *frame,
		       const struct markup_element *element)
{
	uint32_t self = (uint32_t)page->frames.count;

	switch (frame->kind) {
	case HTML_HEADING:
		frame->heading = true;
		frame->level = heading_level(element->name);
		break;
	case HTML_CAPTION:
		frame->caption = true;
		frame->row = CHUNKS_NONE;
		break;
	case HTML_PRE: frame->pre = true; break;
	case HTML_LIST:
	case HTML_NUMBERED: begin_list(frame, self, element); break;
	case HTML_ITEM: begin_item(page, frame, self, element); break;
	case HTML_TABLE: begin_table(page, frame, element); break;
	case HTML_ROW:
		if (frame->table == CHUNKS_NONE)
			break;
		frame->row = chunks_row(&page->chunks, frame->table);
		frame->in_row = self;
		frame->columns = 0;
		break;
	case HTML_CELL: begin_cell(page, frame); break;
	case HTML_LINK: begin_link(page, self, element); break;
	case HTML_RULE: page->chunks.gap = RULE_GAP; break;
	case HTML_META: read_meta(page, element); break;
	case HTML_TITLE:
		frame->title = true;
		frame->skip = true;
		break;
	case HTML_SKIP: frame->skip = true; break;
	case HTML_ARTICLE:
	case HTML_MAIN:
	case HTML_SECTION: frame->sectioned = true; break;
	default: break;
	}
}

/* A name at the beginning of a line, behind <br>, begins a paragraph: so some
 * pages set their notes. */
static void add_anchor(struct html_page *page, struct html_frame *frame,
		       const struct markup_element *element)
{
	struct str name = markup_value(element, STR("id"));
	struct html_anchor *anchor;

	if (name.len == 0 && frame->kind == HTML_LINK)
		name = markup_value(element, STR("name"));
	if (name.len == 0 || page->anchors.count >= ANCHORS_MAX)
		return;
	if (page->chunks.open && page->chunks.text.len > 0 &&
	    page->chunks.text.data[page->chunks.text.len - 1] == '\n')
		end_chunk(page);
	anchor = LIST_ADD(&page->anchors);
	anchor->name = page->part.len > 0
		? place_name(page, "", page->part, name)
		: str_copy(&page->chunks.arena, name);
	anchor->first = page->chunks.list.count - page->chunks.open;
	anchor->end = anchor->first + 1;
	frame->anchor = page->anchors.count;
}

static void add_area(struct html_page *page, struct html_frame *frame,
		     const struct markup_element *element)
{
	struct html_says says = html_says(element, frame->kind,
					  frame->sectioned, page->lexicon);
	struct html_area *area;

	frame->note_mark = frame->note_mark || says.note_mark;
	frame->caption = frame->caption || says.caption;
	if (is_inline(frame->kind)) {
		frame->cut = says.mark == AREA_FURNITURE ||
			     says.mark == AREA_SHORT;
		return;
	}
	if (says.item && frame->in_item == 0)
		begin_item(page, frame, (uint32_t)page->frames.count, element);
	if (says.mark == AREA_PLAIN)
		return;
	area = LIST_ADD(&page->areas);
	area->parent = frame->area;
	area->mark = says.mark;
	frame->area = (uint32_t)page->areas.count - 1;
}

/* What is there to be clicked on. */
static bool is_control(enum html_kind kind,
		       const struct markup_element *element)
{
	struct str target;

	if (kind == HTML_SKIP || kind == HTML_INLINE)
		return str_equal(element->name, STR("button")) ||
		       str_equal(element->name, STR("input"));
	if (kind != HTML_LINK)
		return false;
	target = str_trim(markup_value(element, STR("href")));
	return str_equal(target, STR("#")) ||
	       str_has_prefix(target, STR("javascript:")) ||
	       str_equal(markup_value(element, STR("role")), STR("button"));
}

static int on_start(void *data, const struct markup_element *element,
		    struct err *err)
{
	struct html_page *page = data;
	struct html_frame new = { .table = CHUNKS_NONE, .row = CHUNKS_NONE };
	struct html_frame *frame;

	(void)err;
	if (page->frames.count > 0)
		new = *top(page);
	new.kind = html_kind(element->name);
	new.cut = new.pending = new.title = false;
	new.anchor = 0;
	*LIST_ADD(&page->frames) = new;
	if (is_control(new.kind, element))
		page->areas.items[new.area].controls++;
	if (new.skip)
		return 0;
	frame = top(page);
	if (frame->kind == HTML_BREAK) {
		end_line(page);
		return 0;
	}
	if (stands_alone(frame->kind))
		end_chunk(page);
	begin_kind(page, frame, element);
	if (frame->skip || frame->kind == HTML_META)
		return 0;
	frame->start = page->chunks.text.len;
	add_area(page, frame, element);
	add_anchor(page, frame, element);
	return 0;
}

/* What stands beside a heading to link to it. */
static bool is_anchor_sign(struct str text)
{
	text = str_trim(text);
	return str_equal(text, STR("#")) || str_equal(text, STR("¶")) ||
	       str_equal(text, STR("🔗"));
}

static void end_inline(struct html_page *page, const struct html_frame *frame)
{
	struct chunks *chunks = &page->chunks;
	size_t start = frame->start;

	if (page->link_frame == page->frames.count) {
		end_link_piece(page);
		page->link_frame = 0;
	}
	if (!chunks->open || start > chunks->text.len)
		return;
	if (start < chunks->list.items[chunks->list.count - 1].start)
		start = chunks->list.items[chunks->list.count - 1].start;
	if (frame->kind == HTML_RAISED &&
	    chunks_is_raised(str_slice(strbuf_view(&chunks->text), start,
				       chunks->text.len)))
		chunks_span(chunks, SPAN_RAISED, start, STR_NONE);
	if ((frame->cut && chunks->text.len - start <= CUT_BYTES) ||
	    (frame->kind == HTML_LINK &&
	     is_anchor_sign(str_slice(strbuf_view(&chunks->text), start,
				      chunks->text.len))))
		chunks_span(chunks, SPAN_CUT, start, STR_NONE);
}

static int on_end(void *data, struct err *err)
{
	struct html_page *page = data;
	struct html_frame *frame = top(page);

	(void)err;
	if (frame->skip) {
		page->frames.count--;
		return 0;
	}
	if (is_inline(frame->kind))
		end_inline(page, frame);
	else if (stands_alone(frame->kind))
		end_chunk(page);
	if (frame->anchor > 0) {
		struct html_anchor *anchor =
			&page->anchors.items[frame->anchor - 1];

		if (page->chunks.list.count > anchor->end)
			anchor->end = page->chunks.list.count;
	}
	page->frames.count--;
	return 0;
}

void html_page_init(struct html_page *page, const struct html_names *lexicon)
{
	*page = (struct html_page){ .lexicon = lexicon };
	LIST_ADD(&page->areas)->mark = AREA_PLAIN;
}

int html_page_read(struct html_page *page, struct str part, struct str text,
		   struct err *err)
{
	static const struct markup_events events = { on_start, on_end,
						     on_text };
	int rc;

	page->part = part;
	LIST_CLEAR(&page->frames);
	rc = markup_html(text, &events, page, err);
	page->link_frame = 0;
	chunks_end(&page->chunks);
	return rc;
}

void html_page_release(struct html_page *page)
{
	chunks_release(&page->chunks);
	LIST_RELEASE(&page->areas);
	LIST_RELEASE(&page->anchors);
	LIST_RELEASE(&page->frames);
	strbuf_release(&page->title);
	strbuf_release(&page->shared);
}
