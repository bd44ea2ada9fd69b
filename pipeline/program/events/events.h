/* Events: incidents of a database that tell the same act, from sentence to
 * sentence, language to language, edition to edition, file to file.
 *
 * Incidents are the same event if they have one type and share a target that is
 * an entity (whose id is the same in all languages), and if their dates agree:
 * they are equal, or one lies in the other and no second event does. Two days
 * are two events, and so are dates coarser than a day where laws, amounts,
 * numbers or places contradict each other. A group without a name
 * (3_journalists) is the same on one day at one place alone. Types that have no
 * target are joined by their law in one month, or by their place on one day.
 * Beside these, two rows are one where two files of a report have them in the
 * same words, and where a report and its translation have them in the same
 * section with the same date, and no other row there is left.
 *
 * What joins is never passed on: an event is as precise as its most precise
 * date, and a coarse date that fits two joins neither. */
#ifndef ESEP_EVENTS_H
#define ESEP_EVENTS_H

#include "database.h"
#include "edtf.h"
#include "lexicons.h"

enum event_role {
	EVENT_TARGET, EVENT_PLACE, EVENT_ACTOR, EVENT_LAW, EVENT_ROLES
};

/* Why incidents are one event; bits. */
enum event_evidence {
	EVIDENCE_TARGET = 1,       /* they share a target */
	EVIDENCE_DATE = 2,         /* their dates are equal */
	EVIDENCE_WITHIN = 4,       /* a date lies in a coarser one */
	EVIDENCE_PLACE = 8, EVIDENCE_ACTOR = 16, EVIDENCE_LAW = 32,
	EVIDENCE_TEXT = 64,        /* files of one report, in the same words */
	EVIDENCE_TRANSLATION = 128 /* the same place in a translation */
};
enum { EVIDENCES = 8 };
extern const char *const event_evidence_names[EVIDENCES];

struct event_party {
	struct str name;
	bool is_named;             /* an entity: no number and noun */
};

/* What one sentence tells of an event: an incident. */
struct telling {
	int64_t id;                /* of the incident */
	int64_t sentence;
	size_t document;           /* in events.documents */
	bool denies;               /* it says that this did not happen */
	bool is_beside;            /* it was asked for beside the others */
	struct str name;           /* of the incident, in the stream */
	struct str type, status, date, date_from, place_from, outcome, number,
		   section;
	struct edtf parsed;
	int32_t first, last;       /* days; first > last: it has no date */
	struct event_party *parties[EVENT_ROLES];
	size_t party_counts[EVENT_ROLES];
};

struct event_document {
	int64_t id;
	struct str name, lang, edition;
	struct str family;         /* what it shares with its translations;
	                              empty: it has none */
	size_t report;             /* the first of the files of one report */
	bool is_twin;              /* there are others of it */
};

struct event {
	size_t *tellings;          /* in events.tellings, in order */
	size_t count;              /* of all, denials too */
	size_t lead;               /* the one with the most precise date */
	size_t told;               /* in how many sentences; of files of one
	                              report those in the same words once */
	size_t documents;          /* such files once */
	unsigned evidence;         /* 0: one sentence tells it */
};

struct events {
	LIST(struct event) list;   /* by date, as edtf_compare has it, without
	                              one last; then as their leads stand */
	LIST(struct telling) tellings; /* by document's name, in text order */
	LIST(struct event_document) documents; /* by name */
	LIST(struct str) same;     /* of each report that has several files
	                              their names, "a, b" */
	struct arena arena;
};

/* Find the events among the incidents of `ids`; those of `denials`, which deny
 * what they tell, are added to events of the others, and left out where there
 * is none.
 * cost    n log n, and one pass over all texts for files of one report
 * errors  ERR_DATABASE; those of lexicons_table. Release it on an error too. */
struct event_ids {
	const int64_t *items;
	size_t count;
};
int events_find(struct events *events, struct database *db,
		struct lexicons *lexicons, struct event_ids ids,
		struct event_ids denials, struct err *err);
void events_release(struct events *events);

/* The telling whose date the event has. */
const struct telling *event_lead(const struct events *events,
				 const struct event *event);

/* Whether two name anybody in common; an article is of its act. */
bool telling_shares(const struct telling *one, const struct telling *other,
		    enum event_role role);

/* "asserted" if any sentence says so. Static. */
struct str event_status(const struct events *events, const struct event *event);

#endif
