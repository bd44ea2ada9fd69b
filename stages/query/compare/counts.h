/* The words of the parts of a corpus, counted. */
#ifndef ESEP_COUNTS_H
#define ESEP_COUNTS_H

#include "interned.h"
#include "query.h"

struct term_row {
	struct str lang, stem, form;
	uint64_t form_count;      /* of its commonest form in one document */
	uint32_t language;        /* its number among the languages */
	uint64_t last_block;      /* the last one that was added to it */
	double g2;                /* of its counts */
};

struct counts {
	size_t field;             /* that parts the documents: its number */
	struct arena arena;
	LIST(struct str) parts;
	LIST(struct str) stems;    /* by the number of the term … */
	LIST(uint32_t) homes;      /* … and the term that it is counted as */
	uint64_t block_count;      /* of documents and their languages */
	LIST(uint32_t) row_of_term; /* + 1; 0: it has none */
	struct interned languages; /* codes: number, + 1 */
	LIST(struct term_row) rows;
	LIST(uint64_t) counts;    /* of each row, a number of each part … */
	LIST(uint64_t) documents; /* … of the documents that hold it */
	LIST(uint64_t) sizes;     /* of each language, the words of each part */
};

/* Count the words of parts of the corpus: those named by the arguments, or all
 * values that the field has.
 * fold    words that are spelled in two ways are one (LANGUAGES_SPELLINGS)
 * by      "edition", "series", "country" or "document"; NULL: edition
 * errors  ERR_USAGE another field, a part that is not there, fewer than two;
 *         ERR_MISSING a part without words; ERR_DATABASE. Release in any
 *         case. */
int counts_load(struct counts *counts, struct query_context *context,
		const char *by, bool fold, struct err *err);
void counts_release(struct counts *counts);

/* The numbers of a row or of its language, one of each part. */
const uint64_t *counts_of(const struct counts *counts, size_t row);
const uint64_t *counts_documents(const struct counts *counts, size_t row);
const uint64_t *counts_sizes(const struct counts *counts, size_t row);

#endif
