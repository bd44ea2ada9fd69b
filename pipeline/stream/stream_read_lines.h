/* Lines of a file that may be hostile: any length, any bytes. */
#ifndef ESEP_STREAM_READ_LINES_H
#define ESEP_STREAM_READ_LINES_H

#include "err.h"
#include "str.h"

#include <stdio.h>

struct lines {
	FILE *file;           /* borrowed */
	const char *name;     /* for messages; borrowed */
	size_t max;           /* a longer line is refused */
	size_t number;        /* of the current line, from 1 */
	struct strbuf line;
	char block[64 * 1024];
	size_t at, filled;
	int error;            /* errno of a read that failed, else 0 */
	struct strbuf ahead;  /* lines that were looked at, LF behind each */
	size_t ahead_at;
	int ahead_end;        /* what came behind them, where it is no line */
	struct err ahead_err;
};

/* The next line, without LF or CR LF, valid until the next call; the first one
 * without a byte order mark.
 * returns 1 a line, 0 the end, ERR_SYSTEM, or ERR_LIMIT for a line beyond
 *         `max`, which is passed over; the next call goes on behind it. */
int lines_next(struct lines *lines, struct str *line, struct err *err);

/* Whether one of the comments behind the last line, which is one too, up to the
 * next other line begins with `prefix`. They come all the same. The last line
 * stays, but may lie elsewhere. */
bool lines_look_ahead(struct lines *lines, struct str *line, struct str prefix);

void lines_release(struct lines *lines);

#endif
