/* What esep-tag --explain prints: a row for every mention, with the rule that
 * found it and what it went by. */
#ifndef ESEP_TAG_EXPLAIN_H
#define ESEP_TAG_EXPLAIN_H

#include "calendar.h"
#include "output.h"
#include "rules.h"
#include "scan.h"

enum { EXPLAIN_COLUMNS = 7 };
extern const struct output_column explain_columns[EXPLAIN_COLUMNS];

/* The mentions of the scan's document, in text order; those that the stream had
 * with what it says of them. */
void explain_mentions(const struct scan *scan, struct rules *rules,
		      struct output *out);

/* A row for each sentence that has what looks like a date and is in no mention:
 * trace takes no other date for what it tells. */
void explain_unread(const struct scan *scan, struct calendar *calendar,
		    struct output *out);

#endif
