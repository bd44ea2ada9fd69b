/* Documents in one transaction: as many as come in about a second, up to the
 * limits at the head of batch.c, so that small ones do not wait for the disk
 * one by one; a large one has a transaction of its own. Each stands in a
 * savepoint and may fail alone. Whatever ends the program, the database has a
 * document whole or not at all; SIGKILL loses what came since the last commit,
 * SIGINT, SIGTERM and SIGHUP nothing that was stored.
 *
 * A thread keeps the time where no document comes, and waits for the signals;
 * while a batch is open they are blocked elsewhere, and SIGPIPE is ignored: a
 * reader of messages that went away must not cost documents. */
#ifndef ESEP_BATCH_H
#define ESEP_BATCH_H

#include "database.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

enum outcome {
	OUTCOME_ADDED, OUTCOME_REPLACED, OUTCOME_UNCHANGED, OUTCOME_CORRECTED,
	OUTCOMES
};

struct batch {
	struct database *db;
	LIST(struct str) ids;        /* of the documents of the transaction */
	struct arena arena;          /* owns them */
	size_t open[OUTCOMES];       /* how many of each are in it */
	size_t kept[OUTCOMES];       /* and how many were committed */
	size_t bytes;
	int64_t begun;               /* ms */
	bool is_open;
	bool is_alone;               /* the document at hand is large */
	bool is_failed;              /* from then on each is alone */
	struct err failure;          /* of a commit that nobody was told of yet */
	atomic_size_t at_stake;      /* documents that a kill would lose */
	atomic_bool is_ending;
	bool is_kept;                /* the thread was started */
	pthread_t keeper;
	pthread_mutex_t lock;        /* held by who uses the database */
	sigset_t signals, before;
	void (*before_pipe)(int);

	/* When a transaction has begun; before each commit: what is left to do;
	 * and when one was undone. NULL: nothing. */
	int (*opened)(void *data, struct err *err);
	int (*settle)(void *data, struct err *err);
	void (*undone)(void *data);

	/* A document of the transaction is lost, since it could not be
	 * committed. Called by batch_begin, batch_end and batch_commit. */
	void (*lost)(void *data, struct str id, const struct err *err);
	void *data;
};

/* errors: ERR_SYSTEM, no thread; nothing needs to be closed then */
int batch_start(struct batch *batch, struct database *db, struct err *err);

/* Before and after a document of that many bytes of text. Between them the
 * database is the caller's; `rc` below 0 undoes what was done since. batch_end
 * goes with each batch_begin that returned 0; OUTCOMES: it was only asked
 * for.
 * errors  ERR_DATABASE; of batch_end, `rc` with what is in `err` already */
int batch_begin(struct batch *batch, size_t bytes, struct err *err);
int batch_end(struct batch *batch, struct str id, enum outcome outcome, int rc,
	      struct err *err);

/* Commit what there is. What fails is told to `lost`. */
void batch_commit(struct batch *batch);

void batch_stop(struct batch *batch); /* what was not committed is undone */

#endif
