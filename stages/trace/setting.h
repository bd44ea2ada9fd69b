/* What holds for a document, its paragraph and the sentence, beside who was
 * spoken of: of which period it tells, what was told so far of day and
 * place. */
#ifndef ESEP_SETTING_H
#define ESEP_SETTING_H

#include "calendar.h"
#include "cues.h"

struct setting {
	const struct cues *cues;
	struct calendar *calendar;
	struct str covers;   /* the period of the report, EDTF, or empty */
	struct str printed;  /* date of a footnote whose mark the sentence
	                        holds, or empty */
	struct str years;    /* the table row that has years over its columns,
	                        or empty */
	struct str entry;    /* the date that the paragraph's section is named
	                        by, EDTF, or empty */
	struct str headed;   /* the section of the last heading, or empty */
	struct str last;     /* that of the paragraph before, or empty */
	bool is_story;       /* the document tells of one thing */
	struct str story;    /* then the day that it begins with, or empty */
	bool is_dated;       /* the document has a date of its own */
	struct str day;      /* the last one of the paragraph, or empty */
	struct str before;   /* the same of the paragraph before this one */
	struct str place;    /* the place in the entry's heading, or empty */
	struct str near;     /* the last place of the paragraph, or empty */
	bool topic;          /* the paragraph spoke of media or expression */
};

#endif
