/* What may stand at the end of a command line that is being typed, by the row
 * of its program: for the completion of shells. */
#ifndef ESEP_COMPLETION_H
#define ESEP_COMPLETION_H

#include "program.h"

enum completion_files {
	COMPLETE_WORDS,   /* the candidates alone */
	COMPLETE_FILES,   /* names of files and folders, which the shell knows */
	COMPLETE_FOLDERS
};

struct candidate {
	struct str text;  /* the whole word */
	struct str note;  /* what it is, or empty */
};

struct completion {
	struct arena arena; /* owns the texts */
	LIST(struct candidate) list;
	enum completion_files files;
};
#define COMPLETION_INIT { .arena = ARENA_INIT }

void completion_release(struct completion *completion);

/* Add what the last of `words` may become; the others are those between the
 * program's name and it, as a program gets them.
 * program  with all its options
 * errors   none: where a database cannot be read, there is nothing to add */
void completion_find(struct completion *completion,
		     const struct program *program,
		     const struct str *words, size_t count);

/* Add a text where it begins with `word`, and a terminal can show it. */
void completion_add(struct completion *completion, struct str word,
		    struct str text, struct str note);

#endif
