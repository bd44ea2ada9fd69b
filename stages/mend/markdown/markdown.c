#include "markdown.h"

#include "inlines.h"

enum { LABEL_MAX = 200 };

static bool is_bold(struct str text)
{
	return text.len > 4 && str_has_prefix(text, STR("**")) &&
	       str_find(text, STR("**"), 2) == text.len - 2;
}

/* One definition, `[label]: target "title"`, at byte *at, which moves to the
 * next. */
static bool next_definition(struct str text, size_t *at, struct label *label)
{
	size_t close = str_find(text, STR("]: "), *at), end;
	struct str target;

	if (text.data[*at] != '[' || close == text.len ||
	    close - *at > LABEL_MAX || close == *at + 1)
		return false;
	label->name = str_slice(text, *at + 1, close);
	end = str_find(text, STR(" "), close + 3);
	target = str_slice(text, close + 3, end);
	if (str_has_prefix(target, STR("<")) &&
	    str_has_suffix(target, STR(">")))
		target = str_slice(target, 1, target.len - 1);
	label->target = target;
	if (end + 1 < text.len && text.data[end + 1] == '"')
		end = str_find(text, STR("\""), end + 2) + 1;
	while (end < text.len && text.data[end] == ' ')
		end++;
	*at = end;
	return str_find(target, STR("/"), 0) < target.len ||
	       str_has_prefix(target, STR("#")) ||
	       str_has_prefix(target, STR("mailto:"));
}

/* A paragraph of definitions and nothing else. */
static void collect_labels(struct labels *labels, const struct document *doc,
			   size_t index)
{
	struct str text = doc->paragraphs.items[index].text;
	size_t count = labels->items.count, at = 0;

	while (at < text.len) {
		struct label label = { .paragraph = index };

		if (!next_definition(text, &at, &label)) {
			labels->items.count = count;
			return;
		}
		*LIST_ADD(&labels->items) = label;
	}
}

/* |---|:--:| */
static bool is_rule(struct str text)
{
	bool dash = false;

	for (size_t i = 0; i < text.len; i++) {
		if (!strchr("|-: ", text.data[i]))
			return false;
		dash |= text.data[i] == '-';
	}
	return dash;
}

/* Whether a bar stood in front of the text that is there no more: the row was
 * opened before, and what it begins with is an empty cell. */
static bool was_opened(const struct document *doc, const struct paragraph *par)
{
	size_t start, end;

	if (!paragraph_source(doc, par, 0, 1, &start, &end))
		return false;
	while (start > 0 && doc->source_text.data[start - 1] == ' ')
		start--;
	return start > 0 && doc->source_text.data[start - 1] == '|';
}

/* The bars at both ends of a row. */
static void open_row(struct edits *edits, struct document *doc, size_t index)
{
	struct paragraph *par = &doc->paragraphs.items[index];
	size_t start = 1, end = par->text.len - 1;

	if (is_rule(par->text))
		par->kind = PARAGRAPH_FURNITURE;
	if (par->kind != PARAGRAPH_ROW || par->text.data[0] != '|' ||
	    par->text.len < 3 || was_opened(doc, par))
		return;
	/* a bar in front alone stands behind a first cell that is empty */
	if (par->text.data[end] != '|' || par->text.data[end - 1] == '\\')
		return;
	while (start < end && par->text.data[start] == ' ')
		start++;
	edits_add(edits, index, 0, start, STR_NONE);
	edits_add(edits, index, end, par->text.len, STR_NONE);
}

/* "Title ##" */
static void close_heading(struct edits *edits, const struct document *doc,
			  size_t index)
{
	struct str text = doc->paragraphs.items[index].text;
	size_t start = text.len;

	while (start > 0 && text.data[start - 1] == '#')
		start--;
	if (start < text.len && start > 1 && text.data[start - 1] == ' ')
		edits_add(edits, index, start - 1, text.len, STR_NONE);
}

static bool begins_line(const struct document *doc,
			const struct paragraph *par, uint32_t at)
{
	size_t start, end;

	return paragraph_source(doc, par, at, at + 1, &start, &end) &&
	       (start == 0 || strchr("\r\n", doc->source_text.data[start - 1]));
}

/* "> A quotation", and in each line of it. */
static void open_quotation(struct edits *edits, const struct document *doc,
			   size_t index)
{
	const struct paragraph *par = &doc->paragraphs.items[index];
	struct str text = par->text;

	for (size_t at = 0; at < text.len;
	     at = str_find(text, STR("> "), at)) {
		size_t end = at;

		while (end + 2 < text.len && text.data[end] == '>' &&
		       text.data[end + 1] == ' ')
			end += 2;
		if (at == 0 && end == 0)
			return;
		if (at == 0 || begins_line(doc, par, (uint32_t)at))
			edits_add(edits, index, at, end, STR_NONE);
		at = end > at ? end : at + 1;
	}
}

static void reduce(struct edits *edits, struct document *doc, size_t index,
		   struct labels *labels)
{
	struct paragraph *par = &doc->paragraphs.items[index];

	inlines_find(edits, doc, index, labels);
	if (par->kind == PARAGRAPH_ROW && par->text.len > 0)
		open_row(edits, doc, index);
	else if (par->kind == PARAGRAPH_HEADING)
		close_heading(edits, doc, index);
	else if (par->kind == PARAGRAPH_TEXT)
		open_quotation(edits, doc, index);
}

static void drop_definitions(const struct labels *labels, struct document *doc)
{
	for (size_t i = 0; i < labels->items.count; i++)
		if (labels->items.items[i].used)
			doc->paragraphs.items[labels->items.items[i].paragraph]
				.kind = PARAGRAPH_FURNITURE;
}

void markdown_reduce(struct document *doc, bool *bold)
{
	struct edits edits = { 0 };
	struct labels labels = { 0 };

	for (size_t i = 0; i < doc->paragraphs.count; i++)
		if (doc->paragraphs.items[i].kind == PARAGRAPH_TEXT)
			collect_labels(&labels, doc, i);
	labels_sort(&labels);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		if (bold)
			bold[i] = is_bold(doc->paragraphs.items[i].text);
		reduce(&edits, doc, i, &labels);
	}
	drop_definitions(&labels, doc);
	edits_apply(&edits, doc);
	edits_release(&edits);
	LIST_RELEASE(&labels.items);
}
