/* A stretch of the source becomes a paragraph of one line. */
#ifndef ESEP_PARAGRAPH_TEXT_H
#define ESEP_PARAGRAPH_TEXT_H

#include "document.h"

/* Append a paragraph made of bytes start..end of doc->source_text: its id
 * (DOCUMENT-p1, -p2 …), its text and its runs. The text is in NFC; line ends,
 * tabs, runs of blanks and control characters are one blank, none at the ends.
 * Where that is what stands in the source, it is borrowed from there. With
 * `cells`, tabs and runs of blanks are " | ", as between the cells of a row.
 * `scratch` is overwritten.
 * returns NULL, and appends nothing, where there is nothing but blanks */
struct paragraph *paragraph_text_add(struct document *doc,
				     struct strbuf *scratch, size_t start,
				     size_t end, bool cells);

/* Blanks, and control characters, which mean nothing in a report. */
bool paragraph_text_is_blank(uint32_t c);

#endif
