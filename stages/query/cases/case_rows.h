/* Cases as rows: one a case, or one a step. */
#ifndef ESEP_CASE_ROWS_H
#define ESEP_CASE_ROWS_H

#include "case_chains.h"
#include "query.h"

/* Which cases are printed. */
struct case_wish {
	const struct strings *persons; /* ids; none: of all */
	bool open;                     /* those that nothing has ended alone */
	const struct edtf *period;     /* with a step that may lie in it; NULL:
	                                  of all time */
	const char *names_in;          /* a language, or NULL */
};

/* errors: ERR_DATABASE; those of output_columns */
int case_rows_print_cases(struct query_context *context,
			  const struct events *events,
			  const struct chains *chains,
			  const struct case_wish *wish, struct err *err);
int case_rows_print_steps(struct query_context *context,
			  const struct events *events,
			  const struct chains *chains,
			  const struct case_wish *wish, struct err *err);

#endif
