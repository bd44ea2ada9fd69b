#include "notes.h"

#include "shape.h"
#include "utf8.h"

enum { PLAIN_NOTE_BYTES = 400 }; /* a note without a source is short */

unsigned note_number(struct str text, size_t *body, bool *raised)
{
	unsigned number = 0;
	size_t at = 0, digits = 0;
	bool brackets = text.len > 0 && text.data[0] == '[';

	*raised = brackets;
	at = brackets;
	while (at < text.len && digits < 4) {
		size_t next = at;
		uint32_t c = utf8_next(text, &next);
		int digit = shape_superscript(c);

		if (digit >= 0)
			*raised = true;
		else if (c >= '0' && c <= '9')
			digit = (int)(c - '0');
		else
			break;
		number = number * 10 + (unsigned)digit;
		digits++;
		at = next;
	}
	if (digits == 0 || number > NOTE_NUMBER_MAX)
		return 0;
	if (brackets && (at == text.len || text.data[at++] != ']'))
		return 0;
	if (at < text.len && (text.data[at] == '.' || text.data[at] == ')'))
		at++;
	if (at == text.len || (text.data[at] != ' ' && !*raised))
		return 0;
	while (at < text.len && text.data[at] == ' ')
		at++;
	*body = at;
	return at < text.len ? number : 0;
}

/* What is known while the paragraphs are looked at one after the other. */
struct search {
	struct document *doc;
	const struct month_words *words;
	bool marked[NOTE_NUMBER_MAX + 1]; /* has a clear mark in the text */
	unsigned last;
};

/* "1 June …", and "3. 1 June. …": a date is no footnote. */
static bool begins_with_date(const struct search *search, struct str body)
{
	size_t end = 0, at = 0;

	while (at < body.len && at < 2 && body.data[at] >= '0' &&
	       body.data[at] <= '9')
		at++;
	if (at > 0 && at < body.len && body.data[at] == ' ')
		at++;
	body = str_slice(body, at, body.len);
	at = 0;
	while (at < body.len && utf8_is_letter(utf8_next(body, &at)))
		end = at;
	return month_words_find(search->words, str_slice(body, 0, end)) > 0;
}

static bool is_note(const struct search *search, struct str text)
{
	bool raised = false, expected, source;
	size_t at = 0;
	unsigned number = note_number(text, &at, &raised);
	struct str body = str_slice(text, at, text.len);

	if (number == 0)
		return false;
	expected = number == search->last + 1;
	source = note_is_source(body);
	if (raised)
		return expected || source || search->marked[number];
	if ((!expected && !search->marked[number] && number != 1) ||
	    shape_begin(body) == BEGIN_LOWER ||
	    begins_with_date(search, body))
		return false;
	return source || (expected && search->marked[number] &&
			  body.len <= PLAIN_NOTE_BYTES && at >= 2 &&
			  utf8_is_digit((unsigned char)text.data[at - 2]));
}

static void find_marked(struct search *search)
{
	struct marks marks = { NULL, 0, 0 };

	for (size_t i = 0; i < search->doc->paragraphs.count; i++) {
		struct paragraph *par = &search->doc->paragraphs.items[i];

		if (par->kind == PARAGRAPH_TEXT || par->kind == PARAGRAPH_ITEM)
			marks_collect(&marks, par->text, i);
	}
	for (size_t i = 0; i < marks.count; i++)
		if (marks.items[i].form != MARK_PLAIN)
			search->marked[marks.items[i].number] = true;
	LIST_RELEASE(&marks);
}

void notes_find(struct document *doc, const struct month_words *words)
{
	struct search search = { .doc = doc, .words = words };
	bool raised;
	size_t at;

	find_marked(&search);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if ((par->kind == PARAGRAPH_TEXT ||
		     par->kind == PARAGRAPH_ITEM) &&
		    is_note(&search, par->text))
			par->kind = PARAGRAPH_FOOTNOTE;
		if (par->kind == PARAGRAPH_FOOTNOTE)
			search.last = note_number(par->text, &at, &raised);
	}
}

static void read_note(struct document *doc, size_t index,
		      const struct marks *marks,
		      const struct month_words *words)
{
	struct str text = doc->paragraphs.items[index].text;
	struct strbuf printed = STRBUF_INIT;
	const struct mark *mark;
	struct footnote *note;
	size_t at = 0;
	bool raised;
	unsigned number = note_number(text, &at, &raised);

	note = LIST_ADD(&doc->footnotes);
	note->paragraph = index;
	note->anchor = SIZE_MAX;
	note->number = STR_NONE;
	if (number > 0) {
		strbuf_add_number(&printed, number);
		note->number = str_copy(&doc->arena, strbuf_view(&printed));
		strbuf_release(&printed);
		mark = marks_nearest(marks, number, index);
		if (mark) {
			note->anchor = mark->paragraph;
			note->anchor_at = mark->at;
		}
	}
	note_fields(note, &doc->arena, str_slice(text, at, text.len), words);
}

void notes_read(struct document *doc, const struct month_words *words)
{
	struct marks marks = { NULL, 0, 0 };

	LIST_CLEAR(&doc->footnotes);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if (par->kind == PARAGRAPH_TEXT ||
		    par->kind == PARAGRAPH_ITEM || par->kind == PARAGRAPH_ROW)
			marks_collect(&marks, par->text, i);
	}
	marks_sort(&marks);
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		if (doc->paragraphs.items[i].kind == PARAGRAPH_FOOTNOTE)
			read_note(doc, i, &marks, words);
	LIST_RELEASE(&marks);
}
