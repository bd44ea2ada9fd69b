/* The words of a PDF with their boxes, as pdftotext of poppler-utils gives
 * them: it is run once, and what it prints is read while it goes on. */
#ifndef ESEP_PDFTOTEXT_H
#define ESEP_PDFTOTEXT_H

#include "pages.h"

/* All pages of the document, into `pages`, which is empty before. `damage`
 * gets a message where something of the file could not be read, or, with
 * ERR_NOTE, where it is wrong and nothing is missing.
 * errors  as pdf_read, but for a document without text */
int pdftotext_read(struct pages *pages, struct str raw, struct err *damage,
		   struct err *err);

#endif
