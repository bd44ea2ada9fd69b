/* Documents that a database shows under other corrections than those in force,
 * shown again: from what it keeps of them, without any other stage. */
#ifndef ESEP_RECORRECT_H
#define ESEP_RECORRECT_H

#include "batch.h"
#include "corrector.h"
#include "store.h"

/* A document that neither the old corrections changed nor the new ones do is
 * left as it is. One that fails is told to `fail`, and the others go on.
 * errors: ERR_DATABASE */
int recorrect_all(struct store *store, struct corrector *corrector,
		  struct batch *batch,
		  void (*fail)(void *data, const struct err *err), void *data,
		  struct err *err);

#endif
