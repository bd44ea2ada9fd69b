/* What is particular to a series of reports, as rows of the tables in
 * lexicons/series (columns `kind value lang pattern`; lexicons/README.md). */
#ifndef ESEP_SERIES_H
#define ESEP_SERIES_H

#include "document.h"
#include "err.h"
#include "regex.h"

enum series_kind {
	SERIES_DETECT,      /* value: the series' name */
	SERIES_SCALE,       /* groups: label, lowest, highest */
	SERIES_SCORE,       /* group: the score; value: section behind it */
	SERIES_HEADING,     /* value: its section, \1 is group 1 */
	SERIES_GROUP,       /* pattern on a section; value: the group's own */
	SERIES_PANEL,       /* heading of the panel list; value: its section */
	SERIES_BOILERPLATE, /* value: the section it begins, or empty */
	SERIES_FURNITURE,
	SERIES_KINDS
};

struct series_row {
	enum series_kind kind;
	struct str value;      /* lives as long as the set */
	struct regex *regex;
};

struct series {
	struct str name;       /* the table's, without .tsv */
	LIST(struct series_row) rows;
};

struct series_set {
	LIST(struct series) series; /* by name */
	struct arena arena;
};

/* Load every table of FOLDER/series; a folder that is not there holds none.
 * errors: as lexicons_load; ERR_FORMAT (file:line) an unknown kind, a pattern
 * that PCRE2 refuses; ERR_SYSTEM. Release the set on an error too. */
int series_load(struct series_set *set, const char *lexicons, struct err *err);
void series_release(struct series_set *set);

/* The series of a document: the one that its metadata name, else the first
 * with a pattern that one of the first paragraphs or the title matches, which
 * is then set as metadata. NULL if there is none. */
const struct series *series_of(const struct series_set *set,
			       struct document *doc);

/* The first row of a kind that matches a paragraph's text, or NULL; `series`
 * may be NULL. Only the first 4096 bytes are looked at. */
const struct series_row *series_match(const struct series *series,
				      enum series_kind kind, struct str text,
				      struct regex_match *match);

/* A row's value with \1 … \9 replaced by groups; the arena owns it. */
struct str series_value(struct arena *arena, const struct series_row *row,
			const struct regex_match *match);

#endif
