/* What the files of this folder share. */
#ifndef ESEP_TIMELINE_INTERNAL_H
#define ESEP_TIMELINE_INTERNAL_H

#include "edtf.h"
#include "query.h"

struct timeline_settings {
	struct strings types, places, regions, targets, actors, laws, statuses;
	const char *names_in, *by;
	size_t confidence;
	bool stated, sources, merge;
};

/* One incident, as far as it decides on the order. */
struct entry {
	struct str document;
	int64_t id, line;
	bool has_date;
	struct edtf parsed;
};

struct entries {
	LIST(struct entry) list;
	size_t unsure; /* whose parties have no confidence, where it is asked */
	struct arena arena;
};

/* The incidents that are asked for, in the order of their dates; those without
 * a date stand last. `entries` is empty and zero before; timeline_release it.
 * errors  ERR_USAGE, ERR_DATABASE; those of the lexicons for --region */
int timeline_find(const struct timeline_settings *settings,
		  struct query_context *context, struct entries *entries,
		  struct err *err);
void timeline_release(struct entries *entries);

/* The same of those that are denied, in no order, for events that others tell;
 * nothing is told of them. */
int timeline_find_denied(const struct timeline_settings *settings,
			 struct query_context *context,
			 struct entries *entries, struct err *err);

/* Print how many there are of each month, type …: --by. */
int timeline_count(const struct timeline_settings *settings,
		   struct query_context *context,
		   const struct entries *entries, struct err *err);

/* The words that --by takes, with | between. */
#define TIMELINE_BY "month|year|type|place|outlet|target|actor|law|status|" \
	"document"

/* The footnotes whose marks stand in the sentence of a row v of v_incidents, as
 * SQL has them; v_footnotes tells the same of all of them. */
#define TIMELINE_SOURCES \
	"(SELECT group_concat(source, char(31)) FROM (SELECT " \
	"'[' || number || '] ' || coalesce(nullif(ltrim(" \
	"coalesce(', ' || author, '') || coalesce(', ' || footnote.title, '')" \
	" || coalesce(', ' || outlet, '') || coalesce(', ' || date, '')" \
	" || coalesce(', ' || url, ''), ', '), ''), note.text) AS source " \
	"FROM sentence AS s JOIN footnote ON footnote.anchor = s.paragraph " \
	"JOIN paragraph AS note ON note.id = footnote.paragraph " \
	"WHERE s.id = v.sentence_row AND s.start_char <= anchor_char AND NOT " \
	"EXISTS (SELECT 1 FROM sentence AS next WHERE next.id = s.id + 1 " \
	"AND next.paragraph = s.paragraph AND next.start_char <= anchor_char) " \
	"ORDER BY anchor_char, footnote.id))"

#endif
