/* Text for man(7). */
#ifndef ESEP_ROFF_H
#define ESEP_ROFF_H

#include "str.h"

#include <stdio.h>

/* The head of a page: its name ("esep-run"), section and what that is. */
void roff_head(FILE *out, const char *name, int section, const char *title);

/* Lines as they are. */
void roff_lines(FILE *out, const char *text);

/* One paragraph, in lines as short as mandoc's lint asks for. */
void roff_filled(FILE *out, struct str text);

/* Paragraphs with a blank line between. A line that begins with "# " is a
 * heading; lines that begin with two blanks are printed as they are. */
void roff_paragraphs(FILE *out, const char *text);

/* A list's item: what it is about, in bold, and a text. */
void roff_item(FILE *out, struct str term, struct str text);

#endif
