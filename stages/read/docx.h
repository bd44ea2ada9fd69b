/* Documents of Word since 2007 (.docx, Office Open XML). */
#ifndef ESEP_DOCX_H
#define ESEP_DOCX_H

#include "builder.h"

int docx_read(struct builder *builder, struct str raw, struct err *err);

#endif
