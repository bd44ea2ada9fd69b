/* What comes out of a reader, whatever went in: valid text, and links that lie
 * within it. */
#ifndef ESEP_TEST_CHECKED_TEXT_H
#define ESEP_TEST_CHECKED_TEXT_H

#include "document.h"
#include "utf8.h"

#include <stdlib.h>

static inline void check_text(const struct document *doc)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		if (utf8_valid_until(doc->paragraphs.items[i].text) !=
		    doc->paragraphs.items[i].text.len)
			abort();
	for (size_t i = 0; i < doc->links.count; i++) {
		const struct link *link = &doc->links.items[i];
		struct str text = doc->paragraphs.items[link->paragraph].text;

		if (link->at.start > link->at.end || link->at.end > text.len)
			abort();
	}
}

#endif
