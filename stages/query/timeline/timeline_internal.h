/* What the files of this folder share. */
#ifndef ESEP_TIMELINE_INTERNAL_H
#define ESEP_TIMELINE_INTERNAL_H

#include "edtf.h"
#include "query.h"

struct timeline_settings {
	struct strings types, places, regions, targets, actors, laws, statuses;
	const char *names_in, *by;
	size_t confidence;
	bool stated, sources;
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
	struct arena arena;
};

/* The incidents that are asked for, in the order of their dates; those without
 * a date stand last. `entries` is empty and zero before; timeline_release it.
 * errors  ERR_USAGE, ERR_DATABASE; those of the lexicons for --region */
int timeline_find(const struct timeline_settings *settings,
		  struct query_context *context, struct entries *entries,
		  struct err *err);
void timeline_release(struct entries *entries);

/* Print how many there are of each month, type …: --by. */
int timeline_count(const struct timeline_settings *settings,
		   struct query_context *context,
		   const struct entries *entries, struct err *err);

/* The words that --by takes, with | between. */
#define TIMELINE_BY "month|year|type|place|outlet|target|actor|law|status|" \
	"document"

#endif
