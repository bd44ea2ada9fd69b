/* Rows that tell what happened when, for the formats of calendars and
 * timelines: which columns hold what. For this folder alone. */
#ifndef ESEP_OUTPUT_EVENTS_H
#define ESEP_OUTPUT_EVENTS_H

#include "edtf.h"
#include "output_internal.h"

enum event_part {
	EVENT_DATE, EVENT_TYPE, EVENT_TARGET, EVENT_PLACE, EVENT_ACTOR,
	EVENT_LAW, EVENT_STATUS, EVENT_OUTCOME, EVENT_SENTENCE, EVENT_CITATION,
	EVENT_DOCUMENT, EVENT_LANG, EVENT_ID, EVENT_PARTS
};

struct events {
	size_t columns[EVENT_PARTS];   /* of the sink; SIZE_MAX: none */
	struct strbuf texts[EVENT_PARTS]; /* of a row; items with ", " between */
	struct strbuf title;           /* "detention: Yerlan Kumtasov" */
	struct strbuf out;             /* for the writer's own use */
	struct edtf date;
	bool has_date;                 /* it is one, and not unknown */
};

/* Find the columns in what the rows have, and keep them as the sink's state,
 * which events_close frees; there is none behind an error.
 * errors  ERR_USAGE there is no date: the format is for what has one */
int events_open(struct output_sink *sink, struct err *err);
void events_close(struct output_sink *sink);

/* Read a row. Texts are valid until the next. */
struct events *events_read(struct output_sink *sink,
			   const struct output_cell *cells);

struct str event_text(const struct events *events, enum event_part part);

/* The sentence and where it stands, with `between` between. */
void event_add_description(const struct events *events, struct strbuf *out,
			   const char *between);

/* The days between which it happened, if both are known. */
bool event_days(const struct events *events, struct edtf_date *first,
		struct edtf_date *last);

/* Whether its day, or its first and last one, are told. */
bool event_is_of_days(const struct events *events);

#endif
