/* Text documents of OpenDocument (.odt, ISO/IEC 26300). */
#ifndef ESEP_ODT_H
#define ESEP_ODT_H

#include "builder.h"

/* Read the text into the builder, as docx_read does: headings, paragraphs,
 * list items with their numbers, rows of tables, captions, links; notes as
 * `1 text` behind the paragraph that has their mark ¹; short text boxes as
 * pull quotes; tables of contents and indexes as boilerplate. Headers and
 * footers of pages, deleted and hidden text and comments are left out.
 * errors  ERR_FORMAT a damaged or encrypted file; ERR_LIMIT as package_parse,
 *         too many paragraphs */
int odt_read(struct builder *builder, struct str raw, struct err *err);

#endif
