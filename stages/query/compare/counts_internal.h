/* For counts*.c alone. */
#ifndef ESEP_COUNTS_INTERNAL_H
#define ESEP_COUNTS_INTERNAL_H

#include "counts.h"
#include "term_block.h"

/* The number of a language, from 0. */
uint32_t counts_language(struct counts *counts, struct str lang);

/* Add what a document, or its words of a language, has of a term to a part;
 * counts->block_count tells them apart. */
void counts_add(struct counts *counts, size_t part, uint32_t language,
		const struct term_count *entry);

/* Count the words of the sentences that pass the filters, in the documents whose
 * `column` is the name of the part; *found: any was counted. Slower than the
 * counts that the database has of whole documents.
 * errors: those of stored_read and filters_add_sql */
int counts_add_sentences(struct counts *counts, size_t part,
			 const char *column,
			 const struct query_context *context, bool *found,
			 struct err *err);

#endif
