/* A story of a .docx: the text of the document, or of its notes (ECMA-376,
 * 17.2). */
#ifndef ESEP_DOCX_STORY_H
#define ESEP_DOCX_STORY_H

#include "docx_flow.h"
#include "docx_numbers.h"
#include "docx_relations.h"

struct docx_sources {             /* what a story refers to */
	const struct docx_styles *styles;
	struct docx_numbers *numbers;         /* NULL: none */
	const struct relations *links;
	struct docx_notes *footnotes;         /* NULL in the notes themselves */
	struct docx_notes *endnotes;
};

/* Read a part into chunks. Deleted and hidden text is left out; text boxes and
 * notes come behind the paragraph or table row that they hang on, notes as
 * `1 text` in the order of their marks.
 * notes   where the part holds notes: their extents; else NULL
 * errors  as package_parse; ERR_LIMIT too many paragraphs */
int docx_story_read(struct chunks *chunks, struct docx_notes *notes,
		    struct package *package, const char *part,
		    const struct docx_sources *sources, struct err *err);

#endif
