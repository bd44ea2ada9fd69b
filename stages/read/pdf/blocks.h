/* Lines of pages become paragraphs as they stand: by size, distance, indent
 * and length of the lines, as a reader's eye does it. */
#ifndef ESEP_BLOCKS_H
#define ESEP_BLOCKS_H

#include "builder.h"
#include "pages.h"

/* Write every flow of columns_order as paragraphs. Larger letters make titles
 * (on the first page), headings and, where they stand in the middle of a text,
 * pull quotes; smaller ones at the foot of a column, behind a number, make
 * footnotes. Raised numbers become superscript digits. */
void blocks_build(const struct pages *pages, struct builder *builder);

#endif
