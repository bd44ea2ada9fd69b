/* Progress on a terminal: how much, how fast, how long still. Silent when
 * stderr is no terminal. */
#ifndef ESEP_PROGRESS_H
#define ESEP_PROGRESS_H

#include "str.h"

#include <time.h>

struct progress {
	const char *program;
	size_t total;         /* bytes; 0 = not known */
	size_t done;
	size_t documents;
	bool shown;           /* a line stands on the terminal */
	bool on;
	struct timespec start, last;
};

void progress_init(struct progress *progress, const char *program,
		   size_t total);

/* One more document of `bytes`; draws at most ten times a second. */
void progress_step(struct progress *progress, size_t bytes, struct str name);

/* Take the line off the terminal, before a message or at the end. */
void progress_clear(struct progress *progress);

/* Seconds since progress_init. */
double progress_seconds(const struct progress *progress);

#endif
