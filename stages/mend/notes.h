/* Footnotes: which paragraphs they are, what they cite, where their marks
 * stand in the text. */
#ifndef ESEP_NOTES_H
#define ESEP_NOTES_H

#include "document.h"
#include "month_words.h"

enum { NOTE_NUMBER_MAX = 999 };

/* Set the kind of the paragraphs that are footnotes: those that begin with a
 * number (`1 `, `⁵ `, `[3] `) that is the next to come, or has a mark in the
 * text, and go on as a source does. */
void notes_find(struct document *doc, const struct month_words *words);

/* Fill doc->footnotes from the paragraphs of that kind: what they cite, and the
 * nearest mark of their number before them (else behind them). To be called
 * when paragraphs are whole, as marks are offsets in them. */
void notes_read(struct document *doc, const struct month_words *words);

/* The number that a footnote begins with; *body is where its text begins, and
 * *raised tells a superscript or bracketed number. 0 if there is none. */
unsigned note_number(struct str text, size_t *body, bool *raised);

/* Whether the text behind the number has the shape of a source: an address, or
 * a title in quotation marks. */
bool note_is_source(struct str body);

/* Read author, title, outlet, date and url from the text behind the number. The
 * strings borrow it; the date is copied into the arena. What is not there is
 * empty. */
void note_fields(struct footnote *note, struct arena *arena, struct str body,
		 const struct month_words *words);

/* Marks of footnotes in the texts of a document. */
enum mark_form { MARK_RAISED, MARK_BRACKETS, MARK_PLAIN };

struct mark {
	unsigned number;
	enum mark_form form;
	size_t paragraph;
	uint32_t at;       /* offset in the paragraph's text */
};

struct marks {
	struct mark *items;
	size_t count, capacity;
};

/* Append the marks of a paragraph's text: ¹², [12], and `law.12 The`. */
void marks_collect(struct marks *marks, struct str text, size_t paragraph);

/* Sort by number, form and place, for marks_nearest. */
void marks_sort(struct marks *marks);

/* The nearest mark of a number at or before a paragraph, else behind it; of the
 * clearest form that the number has. NULL if there is none. */
const struct mark *marks_nearest(const struct marks *marks, unsigned number,
				 size_t paragraph);

#endif
