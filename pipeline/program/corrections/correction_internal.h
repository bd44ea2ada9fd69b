/* What the files that apply corrections share; for them alone. */
#ifndef ESEP_CORRECTION_INTERNAL_H
#define ESEP_CORRECTION_INTERNAL_H

#include "correction_set.h"

/* A place in a document at which a correction may hold. */
struct correction_place {
	size_t sentence;
	uint32_t start, end;   /* in its paragraph's text */
	struct str spelling;   /* empty: of no mention */
};

/* What became of a mention. */
struct correction_fate {
	struct str before;     /* its id as it was found */
	bool is_rejected;
	struct correction *by; /* that changed its id, or rejected it; or NULL */
	size_t next;           /* 1 + the next mention that had this id; or 0 */
};

/* Where lines and pages were counted up to. */
struct correction_position {
	const struct paragraph *par;
	size_t at;             /* in the source */
	uint64_t line, page;
};

struct correction_run {
	struct corrections *set;
	struct document *doc;
	struct correction_fate *fates;  /* of the mentions as they were found */
	struct interned ids;            /* that they had */
	LIST(size_t) first, last;       /* by id: 1 + its first, last mention */
	LIST(struct correction *) path; /* reused: that lead on from an id */
	struct correction_position position;
	size_t changes;
};

/* Whether a correction holds at a place. */
bool correction_fits(struct correction_run *run,
		     const struct correction *row,
		     const struct correction_place *place);

/* How closely a correction tells where it holds. */
int correction_weight(const struct correction *row);

/* The corrections of a head that may hold in the document at hand: those of all
 * documents, then its own. */
struct correction *corrections_first_here(struct correction_run *run,
					  enum correction_action action,
					  struct str head);
struct correction *corrections_next_here(struct correction_run *run,
					 const struct correction *row);

/* Split and merge an id at a place. Returns the last correction that changed
 * it, or NULL; each is counted. An id that they lead back to stays. */
struct correction *corrections_follow(struct correction_run *run,
				      struct str *id,
				      const struct correction_place *place);

/* A name that is corrected is applied wherever its entity comes up. */
void corrections_count_names(struct correction_run *run, struct str id);

/* Correct incidents and quotations, once the mentions have their fates. */
void corrections_on_records(struct correction_run *run);

#endif
