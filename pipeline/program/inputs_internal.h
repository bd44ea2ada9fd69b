/* What inputs.c and inputs_walk.c share; for them alone. */
#ifndef ESEP_INPUTS_INTERNAL_H
#define ESEP_INPUTS_INTERNAL_H

#include "inputs.h"
#include "manifest.h"

#include <sys/stat.h>

struct finder {
	struct inputs *inputs;
	void (*complain)(void *data, const struct err *err);
	void *data;
	int rc;
	size_t manifest; /* of the folder we are in, 0 = none */
	size_t root;     /* bytes of a path up to behind the named folder's / */
	size_t found;    /* reports, those that were had already too */
	int depth;
};

/* Tell of what is wrong, or of a path that is left out and why; 0 as code is no
 * failure. */
void inputs_report(struct finder *finder, struct err *err);
void inputs_leave_out(struct finder *finder, int code, struct str path,
		      const char *why);

/* The row of input->manifest that names its file, else no manifest. Where a
 * fault keeps the file from being taken it is returned, else NULL. */
struct manifest_fault *inputs_find_row(const struct inputs *inputs,
				       struct input *input);

/* Tell of what is wrong with a manifest, once, and where a report is left out
 * for it that it is. */
void inputs_tell_fault(struct finder *finder, struct manifest_fault *fault,
		       bool leaves_out);

/* Take a file, but for a regular one that was had already; `info` is NULL for
 * standard input. */
void inputs_add_file(struct finder *finder, struct str path,
		     const struct stat *info);

/* Take what a user names: a file, or all reports of a folder. */
void inputs_add_named(struct finder *finder, struct str path);

#endif
