/* The text of an .odt (ISO/IEC 26300-1, 4 to 6). */
#ifndef ESEP_ODT_STORY_H
#define ESEP_ODT_STORY_H

#include "chunks.h"
#include "odt_styles.h"

/* Read a part into chunks; notes and text boxes come behind the paragraph or
 * table row that they hang on.
 * errors  as package_parse; ERR_LIMIT too many paragraphs */
int odt_story_read(struct chunks *chunks, struct package *package,
		   const char *part, const struct odt_styles *styles,
		   struct err *err);

#endif
