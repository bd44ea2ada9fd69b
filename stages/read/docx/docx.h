/* Documents of Word since 2007 (.docx, Office Open XML, ECMA-376). */
#ifndef ESEP_DOCX_H
#define ESEP_DOCX_H

#include "builder.h"

/* Read the text into the builder: headings by their style or outline level,
 * or as lines in bold; paragraphs, list items with their numbers, rows of
 * tables, captions, links;
 * footnotes and endnotes as `1 text` behind the paragraph that has their mark
 * ¹; empty paragraphs as blank lines; short text boxes as pull quotes; the
 * table of contents as boilerplate. Headers and footers of pages, deleted and
 * hidden text are left out. There are no page numbers: they are not in the
 * file.
 * errors  ERR_FORMAT a damaged or encrypted file; ERR_LIMIT as package_parse,
 *         too many paragraphs */
int docx_read(struct builder *builder, struct str raw, struct err *err);

#endif
