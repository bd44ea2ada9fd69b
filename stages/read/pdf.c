#include "pdf.h"

int pdf_read(struct builder *builder, struct str raw, struct err *err)
{
	(void)builder;
	(void)raw;
	return err_set(err, ERR_MISSING, "a PDF, which cannot be read yet");
}
