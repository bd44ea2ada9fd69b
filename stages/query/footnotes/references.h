/* Footnotes as entries of a bibliography. */
#ifndef ESEP_REFERENCES_H
#define ESEP_REFERENCES_H

#include "str.h"

struct reference {
	struct str key;   /* unique: DOCUMENT-NUMBER */
	struct str author, title, outlet, date /* EDTF */, url;
	struct str note;  /* the footnote as printed */
};

/* Append an entry for BibLaTeX: @online, or @misc where there is no address.
 * What is not known has no field; without a title the note tells what it is.
 * source  The biblatex Package, 2.1, 2.2 */
void references_add_bibtex(struct strbuf *out, const struct reference *ref);

/* Append an object of CSL-JSON; a date that has no year has none.
 * source  CSL 1.0.2, csl-data.json */
void references_add_csl(struct strbuf *out, const struct reference *ref);

#endif
