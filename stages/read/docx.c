#include "docx.h"

int docx_read(struct builder *builder, struct str raw, struct err *err)
{
	(void)builder;
	(void)raw;
	return err_set(err, ERR_MISSING, "a docx, which cannot be read yet");
}
