/* Another program as a function: bytes in, bytes out, within limits. It is run
 * with its arguments as they are, never through a shell. */
#ifndef ESEP_PROCESS_H
#define ESEP_PROCESS_H

#include "err.h"
#include "str.h"

enum { PROCESS_SAID = 256 };

struct process {
	const char *const *arguments; /* [0] is looked up in PATH; NULL ends */
	struct str input;             /* its standard input, a file */
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

/* Run it to its end.
 * returns 0 when it ended by itself, in whatever way `end` says, or by the
 *         clock
 * errors  ERR_MISSING there is no such program; ERR_SYSTEM; those of take,
 *         after which it is killed */
int process_run(const struct process *process, struct process_end *end,
		struct err *err);

#endif
