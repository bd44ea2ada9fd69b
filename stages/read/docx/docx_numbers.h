/* The numbers and bullets that Word sets in front of paragraphs (ECMA-376,
 * 17.9). */
#ifndef ESEP_DOCX_NUMBERS_H
#define ESEP_DOCX_NUMBERS_H

#include "package.h"

struct docx_numbers;

/* Load a part with the definitions of lists. errors: as package_parse */
int docx_numbers_open(struct docx_numbers **numbers, struct package *package,
		      const char *part, struct err *err);
void docx_numbers_close(struct docx_numbers *numbers);

/* Count one paragraph of a list on and append its mark, with a blank behind:
 * "- " for any bullet, "1. ", "a) ", "1.2. ". Nothing for an unknown list, and
 * where nothing is shown. `numbers` may be NULL.
 * returns whether it is a bullet */
bool docx_numbers_next(struct docx_numbers *numbers, struct strbuf *mark,
		       uint32_t list, uint32_t level);

#endif
