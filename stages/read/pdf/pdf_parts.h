/* The words of a PDF with their boxes, as pdftotext of poppler-utils gives
 * them. A long document is read in parts, one on each processor at a time:
 * pdftotext itself uses but one. */
#ifndef ESEP_PDF_PARTS_H
#define ESEP_PDF_PARTS_H

#include "pages.h"

/* All pages of the document, into `pages`, which is empty before. `damage`
 * gets a message where something of the file could not be read.
 * errors  as pdf_read, but for a document without text */
int pdf_parts_read(struct pages *pages, struct str raw, struct err *damage,
		   struct err *err);

#endif
