/* Text in HTML and XML. */
#ifndef ESEP_ESCAPED_H
#define ESEP_ESCAPED_H

#include "str.h"

/* Append a text as it may stand between tags and in an attribute's quotation
 * marks. Tabs and line ends become blanks; controls, and marks that turn the
 * direction of text around, U+FFFD, since XML has no way to write some. */
void escaped_add(struct strbuf *out, struct str text);

#endif
