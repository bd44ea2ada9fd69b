/* Which stages a document has been through: # meta::stages, the names of esep's
 * in the order they came first; and what shows that the work of one is done,
 * though another tool did it. */
#ifndef ESEP_DOCUMENT_STAGES_H
#define ESEP_DOCUMENT_STAGES_H

#include "document.h"

void document_add_stage(struct document *doc, struct str stage);
bool document_has_stage(const struct document *doc, struct str stage);

bool document_has_words(const struct document *doc);
bool document_has_stems(const struct document *doc);
bool document_has_mentions(const struct document *doc);

#endif
