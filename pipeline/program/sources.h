/* The files that documents of a database were read from: whether each is still
 * what it was.
 *
 * A database keeps a path as it was named on the command line, or found below a
 * folder that was: one that is relative was so to the folder that esep was
 * started in, which is not kept. The content (document.sha256) tells surely
 * that a file is the one; its path, where to look. */
#ifndef ESEP_SOURCES_H
#define ESEP_SOURCES_H

#include "database.h"

enum source_state {
	SOURCE_SAME,
	SOURCE_CHANGED,       /* a file is there, with another content */
	SOURCE_GONE,          /* none is at any place where it was looked for */
	SOURCE_UNKNOWN        /* nothing to look for (standard input, a stream
	                         that names no file or no sha256), a path that
	                         is no UTF-8 and so not kept whole, or a file
	                         that cannot be read */
};

const char *source_state_name(enum source_state state); /* "same" … */

/* Look for a file of that path: as it stands, from the current folder; then
 * below `folder` (NULL: nowhere else) with the whole path and with ever fewer
 * folders in front, down to its name: reports that moved together are found by
 * naming where they are now. The first of the same content is it, else the
 * first that is there. Only regular files are opened.
 * found   set to where it is; empty where it is not, or that cannot be told */
enum source_state source_look(struct strbuf *found, struct str source,
			      struct str sha256, const char *folder);

/* A document: its name, its path as it was recorded, how that stands, where it
 * was found. */
typedef void source_tell(void *data, struct str document, struct str source,
			 enum source_state state, struct str found);

/* Tell it of all documents, by name. `folder` as above; NULL: that of the
 * database. errors: ERR_DATABASE */
int sources_check(struct database *db, const char *folder, source_tell *tell,
		  void *data, struct err *err);

#endif
