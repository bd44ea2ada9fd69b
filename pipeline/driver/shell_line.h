/* A command line of bash, as far as it is typed: its words without their
 * quoting, and a word in the quoting that is open. */
#ifndef ESEP_SHELL_LINE_H
#define ESEP_SHELL_LINE_H

#include "str.h"

struct shell_line {
	struct arena arena;
	LIST(struct str) words; /* one or more; the last is the one begun */
	char quote;             /* that is open: ' or ", or 0 */
	size_t kept;            /* so many bytes of the last word stay: bash puts
	                           what it completes behind them */
};

/* breaks  where bash ends what it completes, beside blanks: COMP_WORDBREAKS
 * cost    linear
 * source  bash(1), QUOTING; nothing is expanded: $, `, * stand for themselves */
void shell_line_read(struct shell_line *line, struct str text,
		     struct str breaks);
void shell_line_release(struct shell_line *line);

/* Append what bash is to put in the place of the last word, `word` being the
 * whole word that it becomes. */
void shell_line_put(const struct shell_line *line, struct strbuf *out,
		    struct str word);

#endif
