/* Another program as a function: bytes in, bytes out, within limits. It is run
 * with its arguments as they are, never through a shell. */
#ifndef ESEP_PROCESS_H
#define ESEP_PROCESS_H

#include "err.h"
#include "str.h"

enum { PROCESS_SAID = 256 };

struct process {
	const char *const *arguments; /* [0] is looked up in PATH; NULL ends */
	int input;                    /* its standard input: a descriptor */
	unsigned seconds;             /* of the clock; then it is killed */
	size_t memory;                /* bytes of address space */

	/* Each piece of its standard output; an error ends it. */
	int (*take)(void *data, struct str bytes, struct err *err);
	void *data;
};

struct process_end {
	int status;                   /* its exit status, or -1 */
	int signal;                   /* that ended it, or 0 */
	bool timed_out;
	char said[PROCESS_SAID];      /* the first line of its standard error */
};

/* A file in memory with these bytes: a program may seek in it, and no disk sees
 * it. Several programs may have it as input at a time if they open it by its
 * name, /dev/fd/0; otherwise they share one place in it.
 * returns a descriptor, for the caller to close
 * errors  ERR_SYSTEM */
int process_file(struct str bytes, struct err *err);

/* Run it to its end; several threads may, each its own.
 * returns 0 when it ended by itself, in whatever way `end` says, or by the
 *         clock
 * errors  ERR_MISSING there is no such program; ERR_SYSTEM; those of take,
 *         after which it is killed */
int process_run(const struct process *process, struct process_end *end,
		struct err *err);

#endif
