/* The stage `load`: documents into the database. */
#ifndef ESEP_LOAD_H
#define ESEP_LOAD_H

#include "database.h"
#include "stage.h"

struct load_settings {
	const char *output;  /* the database */
	bool replace;        /* a document of the same id from another file */
	const char *corrections; /* a file of them; NULL: beside the reports */
	bool is_merge;       /* documents come from databases: */
	struct database *const *sources; /* these, for their corrections */
	size_t source_count;
};

extern const struct stage load_stage;

/* Commit the documents that came so far. `state` is the stage's. */
void load_commit(void *state);

/* Remove documents by their ids, and the terms that no other has. An id that is
 * not there is told to `complain`. returns how many were removed, or an error:
 * ERR_DATABASE, those of main_names_load; nothing is removed then */
int load_remove(struct database *db, const struct knowledge *knowledge,
		const struct strings *ids,
		void (*complain)(void *data, const struct err *err),
		void *data, struct err *err);

#endif
