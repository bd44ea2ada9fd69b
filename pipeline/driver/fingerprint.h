/* What the database has of a report depends on the file, on this program, on
 * the lexicons and on the options. A digest of all of them tells early that
 * nothing would change. */
#ifndef ESEP_FINGERPRINT_H
#define ESEP_FINGERPRINT_H

#include "document.h"
#include "err.h"
#include "program.h"

struct fingerprint {
	struct strbuf run; /* of what is the same for all files; empty: of a
	                      program that cannot tell itself from another */
	struct strbuf lexicons; /* SHA-256 of what sha256sum prints of all
	                           files, in the order of lexicon_files */
	struct strbuf names;    /* the same lines of files that options name */
	struct strbuf options;  /* the other options, as a shell takes them */
};

/* Of the program (its build id), all files of the lexicons' folder, and the
 * options of `program` in `settings` but for those named in `left_out` (NULL
 * ends them), which change nothing; of an option that names a file its
 * content. errors: ERR_SYSTEM a file cannot be read. Release it on an error
 * too. */
int fingerprint_open(struct fingerprint *print, const struct program *program,
		     const void *settings, const char *const *left_out,
		     const char *lexicons, struct err *err);
void fingerprint_release(struct fingerprint *print);

/* Set doc->made, from its id, its metadata but for the path, and its raw
 * bytes; and doc->production, which borrows from `print`. */
void fingerprint_document(const struct fingerprint *print,
			  struct document *doc);

#endif
