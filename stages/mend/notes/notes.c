#include "notes.h"

#include "note_marks.h"
#include "shape.h"
#include "utf8.h"

enum { PLAIN_NOTE_BYTES = 400 }; /* a note without a source is short */

unsigned note_number(struct str text, size_t *body, bool *raised)
{
	unsigned number = note_mark_sign(text, 0, body);
	size_t at = 0, digits = 0;
	bool brackets = text.len > 0 && text.data[0] == '[';

	*raised = brackets || number > 0;
	if (number > 0) {
		*body = str_skip_spaces(text, *body);
		return *body < text.len ? number : 0;
	}
	at = brackets;
	if (brackets && text.len > 1 && text.data[1] == '^')
		at++; /* Markdown's [^1]: */
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
	if (at < text.len &&
	    (text.data[at] == '.' || text.data[at] == ')' ||
	     (brackets && text.data[at] == ':')))
		at++;
	if (at == text.len || (text.data[at] != ' ' && !*raised))
		return 0;
	*body = str_skip_spaces(text, at);
	return *body < text.len ? number : 0;
}

/* What is known while the paragraphs are looked at one after the other. */
struct search {
	struct document *doc;
	const struct series_set *set;
	size_t marked[NOTE_CODES]; /* 1 + the paragraph of its first clear mark
	                              in the text, or 0 */
	size_t plain[NOTE_CODES];  /* the same of digits set as plain ones */
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
	return month_words_find(&search->set->months,
				str_slice(body, 0, end)) > 0;
}

/* Signs are bullets too: those of a note stand in the text before it, and not
 * in front of its neighbours. */
static bool is_sign_note(const struct search *search, size_t index,
			 unsigned code)
{
	const struct document *doc = search->doc;
	size_t mark = search->marked[code], body;
	bool raised;

	if (mark == 0 || mark > index + 1)
		return false;
	return (index == 0 ||
		note_number(doc->paragraphs.items[index - 1].text, &body,
			    &raised) != code) &&
	       (index + 1 == doc->paragraphs.count ||
		note_number(doc->paragraphs.items[index + 1].text, &body,
			    &raised) != code);
}

/* Right behind a note, or the second line of one. */
static bool follows_note(const struct search *search, size_t index)
{
	const struct paragraph *all = search->doc->paragraphs.items;

	return (index > 0 && all[index - 1].kind == PARAGRAPH_FOOTNOTE) ||
	       (index > 1 && all[index - 1].gap == 0 &&
		all[index - 2].kind == PARAGRAPH_FOOTNOTE);
}

static bool is_marked_before(const struct search *search, size_t index,
			     unsigned number)
{
	size_t raised = search->marked[number], plain = search->plain[number];

	return (raised > 0 && raised <= index) || (plain > 0 && plain <= index);
}

/* "1 On file with the authors." where the text has its mark. */
static bool is_short_note(const struct search *search, size_t index,
			  unsigned number, size_t body)
{
	struct str text = search->doc->paragraphs.items[index].text;
	size_t plain = search->plain[number];

	return (search->marked[number] > 0 || (plain > 0 && plain <= index)) &&
	       text.len - body <= PLAIN_NOTE_BYTES && body >= 2 &&
	       utf8_is_digit((unsigned char)text.data[body - 2]);
}

static bool is_note(const struct search *search, size_t index)
{
	struct str text = search->doc->paragraphs.items[index].text, body;
	bool raised = false, expected, source;
	size_t at = 0;
	unsigned number = note_number(text, &at, &raised);

	if (number == 0)
		return false;
	if (number > NOTE_NUMBER_MAX)
		return is_sign_note(search, index, number);
	body = str_slice(text, at, text.len);
	expected = number == search->last + 1 || number == 1;
	if (number == search->last + 1 && follows_note(search, index) &&
	    shape_begin(body) == BEGIN_UPPER && note_quotes(body))
		return true;
	if (!raised &&
	    ((!expected && search->marked[number] == 0 &&
	      search->plain[number] == 0) ||
	     shape_begin(body) == BEGIN_LOWER ||
	     begins_with_date(search, body)))
		return false;
	source = note_is_source(body, search->set);
	if (raised)
		return expected || source || search->marked[number] > 0;
	return (source && (expected || search->marked[number] > 0)) ||
	       ((expected || is_marked_before(search, index, number)) &&
		is_short_note(search, index, number, at));
}

static void find_marked(struct search *search)
{
	struct note_marks marks = { NULL, 0, 0 };

	for (size_t i = 0; i < search->doc->paragraphs.count; i++) {
		struct paragraph *par = &search->doc->paragraphs.items[i];

		if (par->kind == PARAGRAPH_TEXT || par->kind == PARAGRAPH_ITEM)
			note_marks_collect(&marks, par->text, i);
	}
	for (size_t i = 0; i < marks.count; i++) {
		const struct note_mark *mark = &marks.items[i];
		size_t *first = mark->form == NOTE_MARK_PLAIN ?
			&search->plain[mark->number] :
			&search->marked[mark->number];

		if (*first == 0)
			*first = mark->paragraph + 1;
	}
	LIST_RELEASE(&marks);
}

void notes_find(struct document *doc, const struct series_set *set)
{
	struct search search = { .doc = doc, .set = set };
	bool raised;
	size_t at;

	find_marked(&search);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];
		unsigned number;

		if ((par->kind == PARAGRAPH_TEXT ||
		     par->kind == PARAGRAPH_ITEM) && is_note(&search, i))
			par->kind = PARAGRAPH_FOOTNOTE;
		if (par->kind != PARAGRAPH_FOOTNOTE)
			continue;
		number = note_number(par->text, &at, &raised);
		if (number <= NOTE_NUMBER_MAX)
			search.last = number;
	}
}

/* "Ibid." */
static void read_again(struct footnote *note, const struct footnote *last)
{
	note->author = last->author;
	note->title = last->title;
	note->outlet = last->outlet;
	note->date = last->date;
	if (note->url.len == 0)
		note->url = last->url;
}

/* The number as it is printed, without brackets. */
static struct str printed(struct arena *arena, struct str text, unsigned number)
{
	struct strbuf buf = STRBUF_INIT;
	struct str sign;
	size_t end = 0;

	if (number > NOTE_NUMBER_MAX) {
		note_mark_sign(text, 0, &end);
		sign = str_slice(text, 0, end);
		if (str_has_prefix(sign, STR("[")))
			sign = str_slice(sign, 1, end - 1);
		strbuf_add(&buf, sign);
	} else {
		strbuf_add_number(&buf, number);
	}
	sign = str_copy(arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return sign;
}

/* "[^label]: " of Markdown, where the label is no number. */
static struct str label_of(struct str text, size_t *body)
{
	size_t end;

	if (!str_has_prefix(text, STR("[^")))
		return STR_NONE;
	end = str_find(text, STR("]:"), 0);
	if (end == text.len)
		return STR_NONE;
	*body = str_skip_spaces(text, end + 2);
	return str_slice(text, 2, end);
}

static void read_note(struct document *doc, size_t index,
		      const struct note_marks *marks,
		      const struct series_set *set)
{
	struct str text = doc->paragraphs.items[index].text, body;
	struct regex_match match;
	const struct note_mark *mark;
	struct footnote *note;
	size_t at = 0;
	bool raised;
	unsigned number = note_number(text, &at, &raised);

	note = LIST_ADD(&doc->footnotes);
	note->paragraph = index;
	note->anchor.paragraph = SIZE_MAX;
	if (number > 0) {
		note->number = printed(&doc->arena, text, number);
		mark = note_marks_nearest(marks, number, index);
		if (mark) {
			note->anchor.paragraph = mark->paragraph;
			note->anchor.at = mark->at;
		}
	}
	if (number == 0) {
		at = 0;
		note->number = str_copy(&doc->arena, label_of(text, &at));
	}
	body = str_slice(text, at, text.len);
	note_fields(note, &doc->arena, body, set);
	if (doc->footnotes.count > 1 &&
	    series_match(&set->any, SERIES_NOTE_AGAIN, body, &match))
		read_again(note, note - 1);
}

void notes_read(struct document *doc, const struct series_set *set)
{
	struct note_marks marks = { NULL, 0, 0 };

	LIST_CLEAR(&doc->footnotes);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if (par->kind == PARAGRAPH_TEXT ||
		    par->kind == PARAGRAPH_ITEM || par->kind == PARAGRAPH_ROW)
			note_marks_collect(&marks, par->text, i);
	}
	note_marks_sort(&marks);
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		if (doc->paragraphs.items[i].kind == PARAGRAPH_FOOTNOTE)
			read_note(doc, i, &marks, set);
	LIST_RELEASE(&marks);
}
