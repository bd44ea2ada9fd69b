/* Which country a part of a document speaks of: the chapter's
 * (par::country), else the document's
 * (meta::country). Where neither is known it is the one whose name or
 * adjective stands in or beside the words, else the only one that the sentence
 * names; empty: none. */
#ifndef ESEP_SCOPES_H
#define ESEP_SCOPES_H

#include "country_words.h"
#include "scan.h"

/* Tell the scan; after scan_begin. */
void scopes_find(struct country_words *words, struct scan *scan);

/* The country of the chapter or the document that a token stands in. */
struct str scope_of_chapter(const struct scan *scan, size_t token);

/* The country of the tokens first..end of a sentence. */
struct str scope_of(const struct scan *scan, size_t first, size_t end);

#endif
