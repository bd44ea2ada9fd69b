/* PDF, through pdftotext of poppler-utils, which gives the words of each page
 * with their boxes. */
#ifndef ESEP_PDF_H
#define ESEP_PDF_H

#include "builder.h"

/* Read the document into the builder (to be finished by the caller). `damage`
 * gets a message where something of the file could not be read.
 * errors  ERR_MISSING pdftotext is not installed; ERR_FORMAT it cannot read
 *         the file, a password is wanted, there is no text in it; ERR_LIMIT it
 *         takes too long or there are too many words; ERR_SYSTEM */
int pdf_read(struct builder *builder, struct str raw, struct err *damage,
	     struct err *err);

#endif
