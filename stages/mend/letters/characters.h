/* Characters that belong to the setting of a text, not to the text. */
#ifndef ESEP_CHARACTERS_H
#define ESEP_CHARACTERS_H

#include "document.h"

/* Take out soft hyphens (at the end of a line with the blank that stands for
 * it), zero-width characters and the marks of direction, and make letters of
 * ligatures. A joiner stays where it does not stand between letters, as emoji
 * need it, and all marks stay among letters of scripts that are written with
 * them. A soft hyphen at the end of a paragraph stays: it may go on elsewhere.
 * cost    linear in the document */
void characters_clean(struct document *doc);

#endif
