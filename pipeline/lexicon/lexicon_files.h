/* The files of lexicons, as they lie in the folder. */
#ifndef ESEP_LEXICON_FILES_H
#define ESEP_LEXICON_FILES_H

#include "err.h"
#include "str.h"

struct lexicon_files {
	LIST(struct str) names;    /* below the folder ("ru/dates.tsv"), in
	                              byte order within a folder */
	struct arena arena;
};

/* All files below `folder`, but for what begins with a full stop.
 * errors: ERR_SYSTEM a folder cannot be read, ERR_LIMIT folders within folders
 * beyond 8. Release them on an error too. */
int lexicon_files_find(struct lexicon_files *files, const char *folder,
		       struct err *err);
void lexicon_files_release(struct lexicon_files *files);

#endif
