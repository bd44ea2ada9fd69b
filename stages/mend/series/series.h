/* What is particular to a series of reports, as rows of the tables in
 * lexicons/series, and what any report writes, as rows of
 * lexicons/report_words.tsv (columns `kind value lang pattern`;
 * lexicons/README.md has the kinds). */
#ifndef ESEP_SERIES_H
#define ESEP_SERIES_H

#include "document.h"
#include "err.h"
#include "month_words.h"
#include "number_words.h"
#include "pattern_slots.h"
#include "regex.h"

enum series_kind {
	SERIES_DETECT,      /* value: the series' name */
	SERIES_DETECT_MANY, /* value: name, least number of paragraphs, and one in
	                       how many */
	SERIES_SCALE,       /* parts: label, low, high; value: how many must
	                       stand together */
	SERIES_CLASS,       /* value: low-high and label; pattern: the label */
	SERIES_SCORE,       /* value: scope, and the section behind it;
	                       parts: value, of, last, change, label */
	SERIES_MARK,        /* a score only right behind a heading */
	SERIES_SCOPE,       /* value: scope; how a sentence names that score */
	SERIES_CHANGE,      /* value: + - 0 +1 or empty; parts: from, to, by */
	SERIES_HEADING,     /* value: its section, \1 is group 1 */
	SERIES_GROUP,       /* pattern on a section; value: the group's own */
	SERIES_PANEL,       /* heading of the panel list; value: its section */
	SERIES_BOILERPLATE, /* value: the section it begins, or empty */
	SERIES_FURNITURE,
	SERIES_RUNNING,     /* furniture from the second one on */
	SERIES_DATE,        /* a heading: day, month, year, last_day */
	SERIES_DATED,       /* the same before the text of a paragraph */
	SERIES_ENTRY,       /* the heading of an entry under a date */
	SERIES_CONTENTS,    /* heading of a table of contents */
	SERIES_LEVEL,       /* a heading; value: its level, from 1, and a word
	                       where it ends a chapter on a country */
	SERIES_SUBTITLE,    /* a line of the title, though text follows */
	SERIES_LABELLED,    /* a line of a list of scores; parts: word, and
	                       those of a score */
	SERIES_SCORE_WORD,  /* what such a list is named with */
	SERIES_MARK_WORD,   /* what the label of a mark ends with */
	SERIES_CONTACT,     /* the heading of an address */
	SERIES_NUMBERED,    /* a heading where others begin with the same word
	                       and another number; parts: word, number */
	SERIES_NO_HEADING,  /* a line that looks like a heading and is none */
	SERIES_GOES_ON,     /* a word of a sentence that leans on the last */
	SERIES_NOTE_CUT,    /* words in a footnote that tell no source */
	SERIES_NOTE_AGAIN,  /* "Ibid." */
	SERIES_NOTE_AUTHOR, /* the author of a title without quotation marks;
	                       parts: author */
	SERIES_NOTE_LAW,    /* parts: title */
	SERIES_KINDS
};

enum series_part {          /* the groups that a pattern may name */
	PART_LABEL, PART_LOW, PART_HIGH, PART_VALUE, PART_LAST, PART_CHANGE,
	PART_FROM, PART_TO, PART_BY, PART_DAY, PART_LAST_DAY, PART_MONTH,
	PART_YEAR, PART_TITLE, PART_AUTHOR, PART_OF,
	PART_WORD, PART_NUMBER, SERIES_PARTS
};

struct series_row {
	enum series_kind kind;
	struct str value, lang;    /* live as long as the lexicons */
	struct regex *regex;
	uint8_t part[SERIES_PARTS]; /* the number of that group, 0: none */
};

struct series {
	struct str name;       /* the table's, without .tsv */
	LIST(struct series_row) rows;
	struct pattern_slots slots;
	const struct month_words *months;
};

struct series_set {
	LIST(struct series) series;  /* by name */
	struct series any;           /* rows for any report */
	struct series frame;         /* those of them that a report of no known
	                                series has in place of a table */
	struct month_words months;
	const struct number_words *numbers;
	struct arena arena;
};

/* Load report_words.tsv and every table of FOLDER/series, and the words for
 * months, years and numbers that their patterns may hold; what is not there
 * holds none. The set must stay where it is.
 * errors: as lexicons_table; ERR_FORMAT (file:line) an unknown kind or name of
 * a group, a pattern that PCRE2 refuses; ERR_SYSTEM. Release the set on an
 * error too. */
int series_load(struct series_set *set, struct lexicons *lexicons,
		struct err *err);
void series_release(struct series_set *set);

/* The series of a document: the one that its metadata name, else the first
 * with a `detect` pattern that one of the first paragraphs or the title
 * matches, else the first with enough paragraphs of a `detect_many` pattern
 * that are dates of it (and one in so many at least); it is then set as
 * metadata. NULL if there is none. */
const struct series *series_of(const struct series_set *set,
			       struct document *doc);

/* The first row of a kind that matches a paragraph's text, or NULL; `series`
 * may be NULL. Only the first 4096 bytes are looked at. What a group `month`
 * finds must be the number or the name of one. */
const struct series_row *series_match(const struct series *series,
				      enum series_kind kind, struct str text,
				      struct regex_match *match);

/* The text of a named group; empty if the row has none or it is unset. */
struct str series_part(const struct series_row *row, enum series_part part,
		       const struct regex_match *match);

/* A row's value with \1 … \9 replaced by groups; the arena owns it. */
struct str series_value(struct arena *arena, const struct series_row *row,
			const struct regex_match *match);

#endif
