/* PDF. */
#ifndef ESEP_PDF_H
#define ESEP_PDF_H

#include "builder.h"

int pdf_read(struct builder *builder, struct str raw, struct err *err);

#endif
