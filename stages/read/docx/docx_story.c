#include "docx_story.h"

#include "docx_fields.h"
#include "docx_words.h"
#include "utf8.h"

enum {
	BOXES_DEPTH = 4,
	BOX_CHUNKS = 2,        /* of a box that is a pull quote */
	BOX_BYTES = 1500,
	LIFTED_MIN = 6,        /* half points; LibreOffice lifts marks by 8 */
	PRIVATE_SIGNS = 0xf000 /* where Word has the signs of symbol fonts */
};

struct frame {
	enum docx_word word;
	bool skip, chosen, contents;
	uint32_t table, row, column, columns; /* of what is around it */
};

struct story {
	const struct docx_sources *sources;
	struct docx_notes *notes;
	LIST(struct frame) frames;
	struct docx_flow flows[BOXES_DEPTH];
	size_t flow_count;
	struct docx_fields fields;
	size_t contents;          /* chunks of tables of contents */
	size_t properties;
	unsigned number;          /* of the last note mark */
	bool in_link;
	struct str target;        /* of the link; in the flow's arena */
	size_t link_start;
};

static struct docx_flow *flow_of(struct story *story)
{
	return &story->flows[story->flow_count - 1];
}

static struct frame *top(struct story *story)
{
	return &story->frames.items[story->frames.count - 1];
}

static void end_link_piece(struct story *story)
{
	struct chunks *out = flow_of(story)->out;

	if (story->in_link && out->link_pieces++ < LINK_CHUNKS &&
	    chunks_is_target(story->target))
		chunks_span(out, SPAN_LINK, story->link_start, story->target);
	story->link_start = out->text.len;
}

static void begin_link(struct story *story, struct str target)
{
	struct chunks *out = flow_of(story)->out;

	story->in_link = true;
	story->link_start = out->text.len;
	story->target = str_copy(&out->arena, target);
	out->link_pieces = 0;
}

static void end_link(struct story *story)
{
	end_link_piece(story);
	story->in_link = false;
}

static enum docx_kind paragraph_kind(const struct story *story,
				     const struct docx_flow *flow)
{
	if (story->contents > 0 || story->fields.contents > 0)
		return DOCX_CONTENTS;
	if (flow->has_outline)
		return flow->outline > 0 ? DOCX_HEADING : DOCX_TEXT;
	return flow->style ? flow->style->kind : DOCX_TEXT;
}

/* The number or bullet of the paragraph; it counts where there is no text. */
static struct str take_mark(struct story *story, struct docx_flow *flow,
			    bool *bullet)
{
	uint32_t list = flow->list, level = flow->level;
	struct strbuf mark = STRBUF_INIT;
	struct str copy;

	*bullet = false;
	if (flow->counted)
		return STR_NONE;
	flow->counted = true;
	if (flow->style && !flow->has_list) {
		list = flow->style->number;
		level = flow->style->level;
	}
	if (list == 0)
		return STR_NONE;
	*bullet = docx_numbers_next(story->sources->numbers, &mark, list,
				    level);
	copy = str_copy(&flow->out->arena, strbuf_view(&mark));
	strbuf_release(&mark);
	return copy;
}

static void begin_chunk(struct story *story, struct docx_flow *flow)
{
	static const enum paragraph_kind kinds[] = {
		[DOCX_TEXT] = PARAGRAPH_TEXT,
		[DOCX_HEADING] = PARAGRAPH_HEADING,
		[DOCX_TITLE] = PARAGRAPH_TITLE,
		[DOCX_CAPTION] = PARAGRAPH_CAPTION,
		[DOCX_CONTENTS] = PARAGRAPH_BOILERPLATE
	};
	enum docx_kind kind = paragraph_kind(story, flow);
	struct chunk *chunk = chunks_begin(flow->out, kinds[kind]);
	bool bullet;
	struct str mark = take_mark(story, flow, &bullet);

	if (kind == DOCX_HEADING)
		chunk->level = flow->has_outline ? flow->outline
						 : flow->style->outline;
	if (flow->framed && kind == DOCX_TEXT)
		chunk->kind = PARAGRAPH_PULLQUOTE;
	else if (mark.len > 0 && kind == DOCX_TEXT)
		chunk->kind = PARAGRAPH_ITEM;
	if (!bullet || kind == DOCX_TEXT)
		chunk->mark = mark;
	if (flow->row != CHUNKS_NONE)
		chunks_in_cell(flow->out, flow->row, flow->column);
	story->link_start = flow->out->text.len;
	flow->run_start = flow->out->text.len;
}

static bool is_shown(const struct story *story, const struct docx_flow *flow)
{
	return !flow->hidden && story->fields.codes == 0;
}

static void add_text(struct story *story, struct str text)
{
	struct docx_flow *flow = flow_of(story);

	if (!is_shown(story, flow))
		return;
	if (!flow->out->open && str_trim(text).len > 0)
		begin_chunk(story, flow);
	if (!flow->out->open)
		return;
	chunks_text(flow->out, text);
	if (!flow->bold && str_trim(text).len > 0)
		flow->out->list.items[flow->out->list.count - 1].plain = true;
}

static void end_line(struct story *story)
{
	struct docx_flow *flow = flow_of(story);

	if (!is_shown(story, flow))
		return;
	end_link_piece(story);
	chunks_line(flow->out);
	story->link_start = flow->out->text.len;
}

/* w:sym: a sign of a font. Those of symbol fonts are only known by chance. */
static void add_sign(struct story *story, const struct markup_element *element)
{
	struct str code = markup_value(element, STR("char"));
	struct strbuf sign = STRBUF_INIT;
	uint32_t c = 0;

	for (size_t i = 0; i < code.len && i < 6; i++) {
		const char *hex = "0123456789abcdef0123456789ABCDEF";
		const char *digit = strchr(hex, code.data[i]);

		if (!digit || !code.data[i])
			return;
		c = c * 16 + (uint32_t)((digit - hex) % 16);
	}
	if (c == PRIVATE_SIGNS + 0xb7)
		c = 0x2022;
	else if (c >= PRIVATE_SIGNS + 0x20 && c < PRIVATE_SIGNS + 0x7f &&
		 str_equal(markup_value(element, STR("font")), STR("Symbol")))
		c -= PRIVATE_SIGNS;
	if (c < 0x20 || c > 0x10ffff || (c >= 0xd800 && c < 0xf900))
		return;
	utf8_add(&sign, c);
	add_text(story, strbuf_view(&sign));
	strbuf_release(&sign);
}

static void add_note_mark(struct story *story, const struct docx_notes *notes,
			  const struct markup_element *element)
{
	struct docx_flow *flow = flow_of(story);
	struct docx_note *note = docx_notes_find(notes,
						 markup_value(element,
							      STR("id")));

	if (!note || !is_shown(story, flow))
		return;
	if (!flow->out->open)
		begin_chunk(story, flow);
	docx_flow_mark(flow, notes, note, &story->number);
}

static void end_paragraph(struct story *story)
{
	struct docx_flow *flow = flow_of(story);
	bool bullet;

	end_link_piece(story);
	if (flow->goes_on)
		return;
	if (!flow->out->open) {
		take_mark(story, flow, &bullet);
		if (flow->tables == 0 && flow->out->list.count > 0)
			flow->out->gap += flow->out->gap > 0 ? 1 : 2;
	}
	chunks_end(flow->out);
	if (flow->tables == 0)
		docx_flow_pending(flow);
}

static void begin_box(struct story *story, struct frame *frame)
{
	struct docx_flow *flow;

	if (story->flow_count == BOXES_DEPTH) {
		frame->skip = true;
		return;
	}
	flow = &story->flows[story->flow_count++];
	docx_flow_init(flow, NULL);
}

/* A short text box says again what stands in the text. */
static void end_box(struct story *story)
{
	struct docx_flow *flow = flow_of(story);
	struct chunks *own = &flow->own;

	chunks_end(own);
	docx_flow_pending(flow);
	for (size_t i = 0; i < own->list.count &&
			   own->list.count <= BOX_CHUNKS &&
			   own->text.len <= BOX_BYTES; i++)
		if (own->list.items[i].kind == PARAGRAPH_TEXT)
			own->list.items[i].kind = PARAGRAPH_PULLQUOTE;
	story->flow_count--;
	chunks_append(&flow_of(story)->boxes, own, 0, own->list.count);
	docx_flow_release(flow);
	story->link_start = flow_of(story)->out->text.len;
}

static void end_table_part(struct docx_flow *flow, const struct frame *frame)
{
	if (frame->word == WORD_TABLE)
		flow->tables--;
	if (frame->word == WORD_ROW && flow->tables == 1)
		docx_flow_pending(flow);
	if (frame->word == WORD_CELL)
		return;
	flow->table = frame->table;
	flow->row = frame->row;
	flow->column = frame->column;
	flow->columns = frame->columns;
}

static void read_field(struct story *story,
		       const struct markup_element *element)
{
	struct str type = markup_value(element, STR("fldCharType"));
	struct strbuf target = STRBUF_INIT;

	if (str_equal(type, STR("begin"))) {
		docx_fields_begin(&story->fields);
	} else if (str_equal(type, STR("separate"))) {
		if (docx_fields_separate(&story->fields, &target))
			begin_link(story, strbuf_view(&target));
	} else if (str_equal(type, STR("end"))) {
		if (docx_fields_end(&story->fields))
			end_link(story);
	}
	strbuf_release(&target);
}

static void read_link(struct story *story, const struct markup_element *element)
{
	struct str id = markup_value(element, STR("id"));
	struct str place = markup_value(element, STR("anchor"));
	struct strbuf target = STRBUF_INIT;

	if (id.len > 0)
		strbuf_add(&target,
			   relations_by_id(story->sources->links, id));
	if (place.len > 0)
		strbuf_addf(&target, "#%.*s", STR_ARGS(place));
	begin_link(story, strbuf_view(&target));
	strbuf_release(&target);
}

static void read_simple_field(struct story *story,
			      const struct markup_element *element)
{
	struct strbuf target = STRBUF_INIT;

	if (docx_field_target(&target, markup_value(element, STR("instr"))))
		begin_link(story, strbuf_view(&target));
	strbuf_release(&target);
}

static void begin_note(struct story *story, struct frame *frame,
		       const struct markup_element *element)
{
	struct str type = markup_value(element, STR("type"));
	struct docx_note *new;

	frame->skip = !story->notes ||
		      (type.len > 0 && !str_equal(type, STR("normal")));
	if (frame->skip)
		return;
	chunks_end(flow_of(story)->out);
	new = LIST_ADD(&story->notes->list);
	new->id = str_copy(&flow_of(story)->out->arena,
			   markup_value(element, STR("id")));
	new->first = flow_of(story)->out->list.count;
}

static void end_note(struct story *story)
{
	struct docx_note *note =
		&story->notes->list.items[story->notes->list.count - 1];

	chunks_end(flow_of(story)->out);
	note->count = flow_of(story)->out->list.count - note->first;
}

/* The part of a table of contents is known by a property within it. */
static void read_gallery(struct story *story,
			 const struct markup_element *element)
{
	if (!str_equal(markup_value(element, STR("val")),
		       STR("Table of Contents")))
		return;
	for (size_t i = story->frames.count; i-- > 0;) {
		struct frame *frame = &story->frames.items[i];

		if (frame->word != WORD_CONTENTS)
			continue;
		story->contents += !frame->contents;
		frame->contents = true;
		return;
	}
}

static void read_run_property(struct story *story, struct docx_flow *flow,
			      enum docx_word word,
			      const struct markup_element *element)
{
	const struct docx_style *style;

	if (story->properties > 0)
		return;
	if (word == WORD_HIDDEN) {
		flow->hidden = docx_is_on(element);
	} else if (word == WORD_BOLD) {
		flow->bold = docx_is_on(element);
	} else if (word == WORD_RAISED) {
		flow->raised = str_equal(markup_value(element, STR("val")),
					 STR("superscript"));
	} else if (word == WORD_LIFTED) {
		flow->raised |= docx_number(element, INT32_MAX, 0) >=
				LIFTED_MIN;
	} else {
		style = docx_styles_find(story->sources->styles,
					 markup_value(element, STR("val")));
		flow->hidden = style && style->hidden;
		flow->raised = style && style->raised;
		flow->bold = flow->bold || (style && style->bold);
	}
}

static void read_frame(struct docx_flow *flow,
		       const struct markup_element *element)
{
	struct str drop = markup_value(element, STR("dropCap"));

	if (drop.len > 0 && !str_equal(drop, STR("none")))
		flow->goes_on = true;
	else
		flow->framed = true;
}

static void read_paragraph_property(struct story *story, struct docx_flow *flow,
				    enum docx_word word,
				    const struct markup_element *element)
{
	if (story->properties == 0)
		return;
	switch (word) {
	case WORD_STYLE:
		flow->style = docx_styles_find(story->sources->styles,
					       markup_value(element,
							    STR("val")));
		break;
	case WORD_LIST:
		flow->list = docx_number(element, UINT32_MAX, 0);
		flow->has_list = true;
		break;
	case WORD_LEVEL: flow->level = docx_number(element, 8, 0); break;
	case WORD_OUTLINE:
		flow->has_outline = true;
		flow->outline = docx_outline(element);
		break;
	case WORD_FRAME: read_frame(flow, element); break;
	case WORD_DELETED: flow->goes_on = true; break;
	default: break;
	}
}

/* Elements that are signs of the text. */
static void read_sign(struct story *story, enum docx_word word,
		      const struct markup_element *element)
{
	switch (word) {
	case WORD_TAB: add_text(story, STR(" ")); break;
	case WORD_BREAK: end_line(story); break;
	case WORD_HYPHEN: add_text(story, STR("-")); break;
	case WORD_SOFT_HYPHEN: add_text(story, STR("\xc2\xad")); break;
	case WORD_SIGN: add_sign(story, element); break;
	case WORD_FOOTNOTE_MARK:
		add_note_mark(story, story->sources->footnotes, element);
		break;
	case WORD_ENDNOTE_MARK:
		add_note_mark(story, story->sources->endnotes, element);
		break;
	default: break;
	}
}

static void begin_part(struct story *story, struct frame *frame,
		       const struct markup_element *element)
{
	struct docx_flow *flow = flow_of(story);

	switch (frame->word) {
	case WORD_SKIP: frame->skip = true; break;
	case WORD_DELETED:
		frame->skip = true;
		read_paragraph_property(story, flow, frame->word, element);
		break;
	case WORD_FALLBACK:
		frame->skip = story->frames.count > 1 && frame[-1].chosen;
		break;
	case WORD_PARAGRAPH: docx_flow_paragraph(flow); break;
	case WORD_PROPERTIES: story->properties++; break;
	case WORD_RUN:
		flow->hidden = flow->raised = false;
		flow->bold = flow->style && flow->style->bold;
		flow->run_start = flow->out->text.len;
		break;
	case WORD_TABLE: docx_flow_table(flow); break;
	case WORD_ROW: docx_flow_row(flow); break;
	case WORD_CELL: flow->column = flow->columns++; break;
	case WORD_NOTE: begin_note(story, frame, element); break;
	case WORD_BOX: begin_box(story, frame); break;
	case WORD_LINK: read_link(story, element); break;
	case WORD_FIELD: read_field(story, element); break;
	case WORD_SIMPLE_FIELD: read_simple_field(story, element); break;
	case WORD_GALLERY: read_gallery(story, element); break;
	case WORD_RUN_STYLE:
	case WORD_HIDDEN:
	case WORD_BOLD:
	case WORD_RAISED:
	case WORD_LIFTED:
		read_run_property(story, flow, frame->word, element);
		break;
	default:
		read_paragraph_property(story, flow, frame->word, element);
		read_sign(story, frame->word, element);
	}
}

static int on_start(void *data, const struct markup_element *element,
		    struct err *err)
{
	struct story *story = data;
	const struct docx_flow *flow = flow_of(story);
	struct frame new = { .word = docx_word(element), .table = flow->table,
			     .row = flow->row, .column = flow->column,
			     .columns = flow->columns };

	new.skip = story->frames.count > 0 && top(story)->skip;
	*LIST_ADD(&story->frames) = new;
	if (!new.skip)
		begin_part(story, top(story), element);
	return chunks_check(flow_of(story)->out, err);
}

static void end_part(struct story *story, const struct frame *frame)
{
	switch (frame->word) {
	case WORD_PARAGRAPH: end_paragraph(story); break;
	case WORD_PROPERTIES: story->properties--; break;
	case WORD_RUN: docx_flow_run_end(flow_of(story)); break;
	case WORD_TABLE:
	case WORD_ROW:
	case WORD_CELL: end_table_part(flow_of(story), frame); break;
	case WORD_NOTE: end_note(story); break;
	case WORD_BOX: end_box(story); break;
	case WORD_LINK:
	case WORD_SIMPLE_FIELD: end_link(story); break;
	case WORD_CONTENTS: story->contents -= frame->contents; break;
	case WORD_CHOICE:
		if (story->frames.count > 1)
			top(story)[-1].chosen = true;
		break;
	default: break;
	}
}

static int on_end(void *data, struct err *err)
{
	struct story *story = data;

	(void)err;
	if (!top(story)->skip)
		end_part(story, top(story));
	story->frames.count--;
	return 0;
}

static int on_text(void *data, struct str text, struct err *err)
{
	struct story *story = data;

	(void)err;
	if (story->frames.count == 0 || top(story)->skip)
		return 0;
	if (top(story)->word == WORD_TEXT)
		add_text(story, text);
	else if (top(story)->word == WORD_CODE)
		docx_fields_code(&story->fields, text);
	return 0;
}

int docx_story_read(struct chunks *chunks, struct docx_notes *notes,
		    struct package *package, const char *part,
		    const struct docx_sources *sources, struct err *err)
{
	static const struct markup_events events = { on_start, on_end,
						     on_text };
	struct story story = { .sources = sources, .notes = notes,
			       .flow_count = 1 };
	int rc;

	docx_flow_init(&story.flows[0], chunks);
	rc = package_parse(package, part, &events, &story, err);
	chunks_end(chunks);
	if (rc == 0)
		docx_flow_pending(&story.flows[0]);
	if (notes)
		docx_notes_sort(notes);
	while (story.flow_count > 0)
		docx_flow_release(&story.flows[--story.flow_count]);
	docx_fields_release(&story.fields);
	LIST_RELEASE(&story.frames);
	return rc;
}
