#include "line_ends.h"

enum { LINE_END_BYTES = 4096 }; /* of the source between two words */

bool line_ends_at(const struct document *doc, const struct paragraph *par,
		  size_t at)
{
	uint32_t here = (uint32_t)at;
	size_t start, before, behind, end;

	if (at == 0 || at + 1 >= par->text.len ||
	    paragraph_source(doc, par, here, here + 1, &start, &end) ||
	    !paragraph_source(doc, par, here - 1, here, &start, &before) ||
	    !paragraph_source(doc, par, here + 1, here + 2, &behind, &end) ||
	    behind <= before)
		return false;
	if (behind - before > LINE_END_BYTES)
		return true;
	for (size_t i = before; i < behind; i++)
		if (doc->source_text.data[i] == '\n' ||
		    doc->source_text.data[i] == '\r' ||
		    doc->source_text.data[i] == '\f')
			return true;
	return false;
}
