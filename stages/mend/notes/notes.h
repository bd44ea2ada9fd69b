/* Footnotes: which paragraphs they are, what they cite, where their marks
 * stand in the text. */
#ifndef ESEP_NOTES_H
#define ESEP_NOTES_H

#include "series.h"

/* Set the kind of the paragraphs that are footnotes: those that begin with a
 * number (`1 `, `⁵ `, `[3] `) that is the next to come, or has a mark in the
 * text, and go on as a source does; numbers may begin anew on each page. Those
 * that begin with a sign (`* `, `† `) or a letter need its mark in the text
 * before them, and are no list. */
void notes_find(struct document *doc, const struct series_set *set);

/* Fill doc->footnotes from the paragraphs of that kind: what they cite, and the
 * nearest mark of their number before them (else behind them). To be called
 * when paragraphs are whole, as marks are offsets in them. "Ibid." has what the
 * note before it cites. */
void notes_read(struct document *doc, const struct series_set *set);

/* The number that a footnote begins with, or the code of its sign or letter;
 * *body is where its text begins, and *raised tells a superscript or bracketed
 * one. 0 if there is none. */
unsigned note_number(struct str text, size_t *body, bool *raised);

/* Whether it has a title in quotation marks, and more behind it. */
bool note_quotes(struct str body);

/* Whether the text behind the number has the shape of a source: an address, a
 * title in quotation marks, a law, the source of the note before. */
bool note_is_source(struct str body, const struct series_set *set);

/* Read author, title, outlet, date and url from the text behind the number; of
 * several sources the first. The arena owns the strings. What is not there is
 * empty. */
void note_fields(struct footnote *note, struct arena *arena, struct str body,
		 const struct series_set *set);

#endif
