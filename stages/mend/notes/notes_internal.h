/* The parts of a footnote's text: addresses, titles in quotation marks. */
#ifndef ESEP_NOTES_INTERNAL_H
#define ESEP_NOTES_INTERNAL_H

#include "str.h"

/* The first web address of a text, and what stands before and behind it; if
 * there is none it is empty, and all stands before. Blanks inside an address,
 * where a line ended, are taken out; the arena owns it then, else it borrows
 * the text. An address may lack its scheme: www.a.kz, a.kz/b. */
struct str note_address(struct str text, struct arena *arena,
			struct str *before, struct str *behind);

/* The first title in quotation marks: the text between them, where they begin
 * and what is behind them. Marks of the same kind inside are counted. */
bool note_title(struct str text, struct str *title, size_t *start, size_t *end);

/* Where a semicolon outside quotation marks stands, or text.len. */
size_t note_semicolon(struct str text);

/* Blanks, punctuation and dashes off the ends; a full stop that belongs to an
 * initial stays. */
struct str note_trim(struct str text);

/* «Кыран» is Кыран, while Радио «Дала» keeps its quotes. */
struct str note_unquote(struct str name);

#endif
