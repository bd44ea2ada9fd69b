/* Books (EPUB 2 and 3, ISO/IEC TS 30135). */
#ifndef ESEP_EPUB_H
#define ESEP_EPUB_H

#include "builder.h"
#include "decoder.h"
#include "html_names.h"

/* Read the pages of the book into the builder in the order of its spine, as
 * html_read does a page; notes may stand on other pages than their marks. The
 * navigation is left out; the title of the book goes to the metadata where
 * they have none.
 * errors  ERR_FORMAT damaged, encrypted, no package in it; ERR_LIMIT as
 *         package_parse, pages that are larger than the builder's cap */
int epub_read(struct builder *builder, struct str raw,
	      const struct html_names *lexicon, const struct decoder *decoder,
	      struct err *err);

#endif
