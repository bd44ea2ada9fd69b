/* The stage `load`: documents into the database. */
#ifndef ESEP_LOAD_H
#define ESEP_LOAD_H

#include "stage.h"

extern const struct stage load_stage;

/* Commit the documents that came so far. `state` is the stage's. */
void load_commit(void *state);

#endif
