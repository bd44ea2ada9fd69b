#include "lists.h"

#include "interned.h"
#include "shape.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	ENTRY_BYTES = 250,  /* of a line of a list */
	NAME_WORDS = 12,    /* a sentence of more is no line of a panel */
	ROLE_WORDS = 2,     /* in front of a name and a colon */
	PERSON_WORDS = 4,   /* of a name, in front of what tells who it is */
	HEADING_BYTES = 100,
	LABELLED_BYTES = 160, LABEL_BYTES = 64,
	LABELS_LEAST = 8,   /* lines with one label that are rows below a
	                       heading */
	BESIDE_LEAST = 3,   /* where one with another stands beside it */
	SENTENCE_WORDS = 4, /* of one that is no address */
	CONTACT_LINES = 10, /* behind the heading of an address, and it */
	PERSONS_LEAST = 2,  /* lines of a panel that only they tell */
	PANEL_TEXTS = 2     /* paragraphs between a panel and its heading */
};

static bool is_body(const struct paragraph *par)
{
	return par->kind == PARAGRAPH_TEXT &&
	       shape_words(par->text) > NAME_WORDS &&
	       (shape_end(par->text) == END_CLOSED ||
		shape_sentence_end(par->text, 0) < par->text.len);
}

/* A name with what tells who it is. */
static bool has_parts(struct str text)
{
	return memchr(text.data, ',', text.len) ||
	       memchr(text.data, '|', text.len) ||
	       memchr(text.data, '(', text.len) ||
	       str_find(text, STR("–"), 0) < text.len ||
	       str_find(text, STR("—"), 0) < text.len;
}

static bool is_of_panel(const struct paragraph *par,
			const struct paragraph *end, const struct series *any)
{
	struct regex_match match;

	if ((par->kind != PARAGRAPH_TEXT && par->kind != PARAGRAPH_ITEM &&
	     par->kind != PARAGRAPH_ROW) ||
	    par->text.len > ENTRY_BYTES ||
	    shape_begin(par->text) == BEGIN_LOWER || is_body(par))
		return false;
	if (has_parts(par->text) || par->kind != PARAGRAPH_TEXT)
		return true;
	return (par + 1 == end || !is_body(par + 1)) &&
	       !series_match(any, SERIES_HEADING, par->text, &match) &&
	       !series_match(any, SERIES_PANEL, par->text, &match);
}

/* The end of the list that begins at `first`. */
static struct paragraph *panel_end(struct paragraph *first,
				   const struct paragraph *end,
				   const struct series *any)
{
	struct paragraph *line = first;
	bool tight = end - first > 1 && first[1].gap == 0;

	while (line < end && is_of_panel(line, end, any) &&
	       (line == first || !tight || line->gap == 0))
		line++;
	return line;
}

/* Whether behind a name stands what tells who it is: a word of a role, or what
 * the name belongs to, in quotes. */
static bool is_role(struct str text)
{
	size_t at = 0;

	return shape_begin(text) == BEGIN_LOWER ||
	       (text.len > 0 && shape_is_open_quote(utf8_next(text, &at)));
}

/* What befell a person has a date as a rule, a role has none. */
static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.data[i] >= '0' && text.data[i] <= '9')
			return true;
	return false;
}

/* "Редактор: Нина Лаврова, Тараз": the name, where a word or two and a colon
 * stand before it. */
static struct str behind_role(struct str text)
{
	size_t colon = str_find(text, STR(": "), 0);

	return colon < text.len &&
			       shape_words(str_slice(text, 0, colon)) <=
				       ROLE_WORDS
		? str_slice(text, colon + 2, text.len) : text;
}

/* "Нина Лаврова, редактор, Тараз": two to four words with capitals, and a role
 * behind a comma or a dash. */
static bool is_person(const struct paragraph *par)
{
	struct str text = behind_role(par->text);
	size_t words = 0, at = 0;

	if (text.len > ENTRY_BYTES || shape_end(text) == END_CLOSED ||
	    has_digit(text))
		return false;
	while (at < text.len && words <= PERSON_WORDS) {
		size_t end = str_find(text, STR(" "), at);
		struct str word = str_slice(text, at, end);
		bool last = str_has_suffix(word, STR(","));

		if (str_equal(word, STR("—")) || str_equal(word, STR("–")) ||
		    str_equal(word, STR("-")))
			last = true;
		else if (shape_begin(word) != BEGIN_UPPER)
			return false;
		else
			words++;
		if (last)
			return words >= 2 && end < text.len &&
			       is_role(str_slice(text, end + 1, text.len));
		at = end + 1;
	}
	return false;
}

/* Whether the list behind a heading that may be another's too is of persons. */
static bool are_persons(const struct paragraph *par,
			const struct paragraph *end)
{
	size_t persons = 0;

	while (par < end)
		persons += is_person(par++);
	return persons >= PERSONS_LEAST;
}

/* The end of the persons that stand one below the other from `first` on. */
static struct paragraph *persons_end(struct paragraph *first,
				     const struct paragraph *end,
				     const struct series *any)
{
	while (first < end && is_of_panel(first, end, any) && is_person(first))
		first++;
	return first;
}

/* The list behind the heading at `par`, or behind what is told of it there:
 * then persons alone are one. Returns its first line, *last its end. */
static struct paragraph *panel_begin(struct paragraph *par,
				     const struct paragraph *end,
				     const struct series *any, bool persons,
				     struct paragraph **last)
{
	struct paragraph *first = par + 1;

	while (!persons && first < end && first - par <= PANEL_TEXTS &&
	       is_body(first))
		first++;
	*last = first > par + 1 ? persons_end(first, end, any)
				: panel_end(first, end, any);
	return *last - first >= PERSONS_LEAST &&
			       (!persons || are_persons(first, *last))
		       ? first : NULL;
}

/* Whether nothing but persons stands in the list below a line. */
static bool is_over_persons(struct paragraph *par,
			    const struct paragraph *end,
			    const struct series *any)
{
	if (par->text.len > HEADING_BYTES ||
	    shape_begin(par->text) == BEGIN_LOWER ||
	    shape_end(par->text) != END_OPEN || is_person(par))
		return false;
	return persons_end(par + 1, end, any) - par > PERSONS_LEAST;
}

void lists_panels(struct document *doc, const struct series *any)
{
	const struct series_row *row;
	struct paragraph *par = doc->paragraphs.items, *last, *first;
	struct paragraph *end = par + doc->paragraphs.count;
	struct regex_match match;

	for (; par < end; par++) {
		if (par->kind != PARAGRAPH_TEXT &&
		    par->kind != PARAGRAPH_HEADING)
			continue;
		row = series_match(any, SERIES_PANEL, par->text, &match);
		if (!row && !(doc->scores.count > 0 &&
			      is_over_persons(par, end, any)))
			continue;
		first = panel_begin(par, end, any, !row || row->value.len > 0,
				    &last);
		if (!first)
			continue;
		par->kind = PARAGRAPH_HEADING;
		while (first < last)
			first++->kind = PARAGRAPH_PANELIST;
		par = last - 1;
	}
}

/* The lines behind the heading of an address, up to the last that is an address
 * or a number indeed. */
static struct paragraph *contact_end(struct paragraph *par,
				     const struct paragraph *end,
				     const struct series *any)
{
	struct paragraph *line = par + 1, *last = par + 1;
	struct regex_match match;

	for (; line < end && line < par + CONTACT_LINES; line++) {
		if ((line->kind != PARAGRAPH_TEXT &&
		     line->kind != PARAGRAPH_ITEM) ||
		    line->text.len > ENTRY_BYTES ||
		    (line > par + 1 && line->gap > 0 &&
		     line->gap != par[1].gap))
			break;
		if (series_match(any, SERIES_NO_HEADING, line->text, &match))
			last = line + 1;
		else if ((shape_end(line->text) == END_CLOSED &&
			  shape_words(line->text) >= SENTENCE_WORDS) ||
			 series_match(any, SERIES_HEADING, line->text, &match))
			break;
	}
	return last;
}

void lists_contacts(struct document *doc, const struct series *any)
{
	struct paragraph *par = doc->paragraphs.items, *last;
	struct paragraph *end = par + doc->paragraphs.count;
	struct regex_match match;

	for (; par < end; par++) {
		if ((par->kind != PARAGRAPH_TEXT &&
		     par->kind != PARAGRAPH_HEADING) ||
		    !series_match(any, SERIES_CONTACT, par->text, &match))
			continue;
		last = contact_end(par, end, any);
		if (last > par + 1)
			par->kind = PARAGRAPH_HEADING;
		while (par + 1 < last)
			(++par)->kind = PARAGRAPH_BOILERPLATE;
	}
}

/* "Head of state" of "Head of state: Jan Brenn"; empty where a line has none. */
static struct str label_of(const struct paragraph *par)
{
	size_t colon = str_find(par->text, STR(": "), 0);
	struct str label = str_slice(par->text, 0, colon);

	if (par->kind != PARAGRAPH_TEXT || par->text.len > LABELLED_BYTES ||
	    colon == par->text.len || colon > LABEL_BYTES ||
	    label.data[0] == '(' || shape_begin(label) != BEGIN_UPPER ||
	    shape_end(par->text) != END_OPEN)
		return STR_NONE;
	for (size_t i = 0; i < label.len; i++)
		if (strchr(".,;?!0123456789", label.data[i]))
			return STR_NONE;
	return label;
}

static bool has_label(const struct document *doc, size_t index)
{
	return index < doc->paragraphs.count &&
	       label_of(&doc->paragraphs.items[index]).len > 0;
}

void lists_labels(struct document *doc)
{
	size_t count = doc->paragraphs.count;
	struct paragraph *all = doc->paragraphs.items;
	struct interned labels;
	LIST(size_t) counts = { NULL, 0, 0 };
	bool *is = memory_get((count + 1) * sizeof *is);

	interned_init(&labels);
	LIST_ADD(&counts);
	for (size_t i = 0; i < count; i++) {
		struct str label = label_of(&all[i]);
		uint32_t number = label.len ? interned_add(&labels, label) : 0;

		while (counts.count <= number)
			LIST_ADD(&counts);
		counts.items[number]++;
	}
	for (size_t i = 0; i < count; i++) {
		struct str label = label_of(&all[i]);
		bool beside = (i > 0 && has_label(doc, i - 1)) ||
			      has_label(doc, i + 1);
		bool headed = i > 0 && (all[i - 1].kind == PARAGRAPH_HEADING ||
					all[i - 1].kind == PARAGRAPH_TITLE);
		size_t same = label.len == 0 ? 0
			: counts.items[interned_find(&labels, label)];

		is[i] = (beside && same >= BESIDE_LEAST) ||
			(headed && same >= LABELS_LEAST) ||
			(same > 0 && i > 0 && is[i - 1]);
	}
	for (size_t i = 0; i < count; i++)
		if (is[i])
			all[i].kind = PARAGRAPH_ROW;
	free(is);
	LIST_RELEASE(&counts);
	interned_release(&labels);
}

void lists_lines(struct document *doc, bool of_pages)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if (par->kind == PARAGRAPH_TEXT && par->edges & EDGE_LISTED &&
		    (par->first_page > 0) == of_pages)
			par->kind = PARAGRAPH_ROW;
	}
}

/* A line of a text that no page was seen of, and one below. */
static bool are_lines(const struct paragraph *par)
{
	return par->kind == PARAGRAPH_TEXT && par->gap > 0 &&
	       par[1].gap == 0 && par->edges == 0 && par->first_page == 0 &&
	       shape_end(par->text) == END_OPEN &&
	       shape_end(par[1].text) == END_OPEN &&
	       par->text.len <= ENTRY_BYTES && par[1].text.len <= ENTRY_BYTES;
}

bool lists_begin_at(const struct paragraph *par, const struct paragraph *end)
{
	if (par < end && par->kind == PARAGRAPH_CAPTION)
		par++;
	return end - par > 1 && par->kind == par[1].kind &&
	       (are_lines(par) || par->kind == PARAGRAPH_ITEM ||
		par->kind == PARAGRAPH_ROW || par->kind == PARAGRAPH_PANELIST);
}
