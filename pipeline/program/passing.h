/* The sentences of a stored document that filters let pass. */
#ifndef ESEP_PASSING_H
#define ESEP_PASSING_H

#include "query.h"

#include "document.h"

struct passing {
	struct statement *sentences; /* NULL: all pass */
	LIST(uint8_t) marks;         /* by sentence of the document at hand */
};

/* errors: those of filters_add_sql. Close it on an error too. */
int passing_open(struct passing *passing, const struct query_context *context,
		 struct err *err);
void passing_close(struct passing *passing);

/* Look at the document of that row, which was read from it. */
int passing_look(struct passing *passing, int64_t row,
		 const struct document *doc, struct err *err);

/* Whether a sentence of it passes. */
bool passing_has(const struct passing *passing, size_t sentence);

/* The documents of which anything may pass, by name: id, name.
 * errors: those of filters_add_sql */
int passing_documents(struct statement **documents,
		      const struct query_context *context, struct err *err);

#endif
