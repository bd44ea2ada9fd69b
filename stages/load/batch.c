#include "batch.h"

#include <errno.h>
#include <time.h>

enum {
	BATCH_MS = 2000,
	BATCH_BYTES = 4 << 20,  /* of text: so that memory stays small */
	BATCH_COUNT = 4096,
	ALONE_BYTES = 1 << 20,  /* one that fails must not cost others */
	TICK_NS = 250000000,
	PATIENCE_S = 10         /* for a document, or for who reads the
	                           database, before a signal is obeyed */
};

static int64_t now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void forget(struct batch *batch)
{
	memset(batch->open, 0, sizeof batch->open);
	LIST_CLEAR(&batch->ids);
	arena_clear(&batch->arena);
	batch->bytes = 0;
	batch->is_open = false;
	atomic_store(&batch->at_stake, 0);
}

static void undo_all(struct batch *batch)
{
	database_rollback(batch->db);
	batch->is_open = false;
	if (batch->undone)
		batch->undone(batch->data);
}

/* With the lock. A failure waits for the thread that may tell of it. Where the
 * database is read by others for longer than `ms`, the batch stays open, unless
 * that is all the time there is. */
static void commit_within(struct batch *batch, int ms)
{
	struct err err = ERR_INIT;
	bool is_settled;
	int rc;

	if (!batch->is_open)
		return;
	database_wait(batch->db, ms);
	rc = batch->settle ? batch->settle(batch->data, &err) : 0;
	is_settled = rc == 0;
	if (is_settled)
		rc = database_commit(batch->db, &err);
	database_wait(batch->db, DATABASE_WAIT_MS);
	if (rc < 0 && is_settled && ms < DATABASE_WAIT_MS &&
	    database_is_in_transaction(batch->db))
		return;
	if (rc < 0) {
		batch->failure = err;
		undo_all(batch);
		return;
	}
	for (int i = 0; i < OUTCOMES; i++)
		batch->kept[i] += batch->open[i];
	forget(batch);
}

static void commit(struct batch *batch)
{
	commit_within(batch, DATABASE_WAIT_MS);
}

/* With the lock. The documents of a transaction that is no more. */
static void tell_failure(struct batch *batch)
{
	if (batch->failure.code == 0)
		return;
	for (size_t i = 0; i < batch->ids.count; i++)
		batch->lost(batch->data, batch->ids.items[i], &batch->failure);
	batch->failure = (struct err)ERR_INIT;
	batch->is_failed = true;
	forget(batch);
}

static void obey(struct batch *batch, int number)
{
	struct timespec until;
	sigset_t one;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += PATIENCE_S;
	if (atomic_load(&batch->at_stake) > 0 &&
	    pthread_mutex_timedlock(&batch->lock, &until) == 0)
		commit_within(batch, PATIENCE_S * 1000);
	sigemptyset(&one);
	sigaddset(&one, number);
	pthread_sigmask(SIG_UNBLOCK, &one, NULL);
	raise(number);
}

/* A transaction of none but refused documents ends too: others may want to
 * write. */
static void *keep(void *data)
{
	const struct timespec tick = { 0, TICK_NS };
	struct batch *batch = data;

	while (!atomic_load(&batch->is_ending)) {
		int number = sigtimedwait(&batch->signals, NULL, &tick);

		if (number > 0 && number != SIGURG)
			obey(batch, number);
		if (pthread_mutex_trylock(&batch->lock) != 0)
			continue;
		if (batch->is_open && now_ms() - batch->begun >= BATCH_MS)
			commit_within(batch, 0);
		pthread_mutex_unlock(&batch->lock);
	}
	return NULL;
}

/* Those that would end us; nohup and the shell's & have some ignored. */
static void choose_signals(sigset_t *signals)
{
	static const int ending[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction action;

	sigemptyset(signals);
	sigaddset(signals, SIGURG); /* nobody's: it wakes the keeper */
	for (size_t i = 0; i < COUNT_OF(ending); i++)
		if (sigaction(ending[i], NULL, &action) == 0 &&
		    action.sa_handler == SIG_DFL)
			sigaddset(signals, ending[i]);
}

int batch_start(struct batch *batch, struct database *db, struct err *err)
{
	int reason;

	*batch = (struct batch){ .db = db, .failure = ERR_INIT };
	pthread_mutex_init(&batch->lock, NULL);
	choose_signals(&batch->signals);
	pthread_sigmask(SIG_BLOCK, &batch->signals, &batch->before);
	reason = pthread_create(&batch->keeper, NULL, keep, batch);
	if (reason == 0) {
		batch->is_kept = true;
		batch->before_pipe = signal(SIGPIPE, SIG_IGN);
		return 0;
	}
	pthread_sigmask(SIG_SETMASK, &batch->before, NULL);
	pthread_mutex_destroy(&batch->lock);
	return err_set(err, ERR_SYSTEM, "cannot start a thread: %s",
		       strerror(reason));
}

int batch_begin(struct batch *batch, size_t bytes, struct err *err)
{
	int rc = 0;

	pthread_mutex_lock(&batch->lock);
	batch->is_alone = bytes > ALONE_BYTES;
	if (batch->is_alone)
		commit(batch);
	tell_failure(batch);
	if (!batch->is_open) {
		rc = database_begin(batch->db, err);
		batch->begun = now_ms();
		if (rc == 0 && batch->opened &&
		    (rc = batch->opened(batch->data, err)) < 0)
			database_rollback(batch->db);
		batch->is_open = rc == 0;
	}
	if (rc == 0)
		rc = database_run(batch->db, "SAVEPOINT document", err);
	if (rc < 0)
		pthread_mutex_unlock(&batch->lock);
	else
		batch->bytes += bytes;
	return rc;
}

/* SQLite itself undoes a whole transaction where the disk fails. */
static void undo_document(struct batch *batch, const struct err *err)
{
	struct err other = ERR_INIT;

	if (database_is_in_transaction(batch->db) &&
	    database_run(batch->db, "ROLLBACK TO document; RELEASE document",
			 &other) == 0)
		return;
	undo_all(batch);
	batch->failure = *err;
	tell_failure(batch);
}

static void add_document(struct batch *batch, struct str id,
			 enum outcome outcome)
{
	if (outcome == OUTCOMES)
		return;
	*LIST_ADD(&batch->ids) = str_copy(&batch->arena, id);
	batch->open[outcome]++;
	atomic_fetch_add(&batch->at_stake, 1);
	if (batch->is_failed || batch->is_alone ||
	    batch->bytes > BATCH_BYTES ||
	    batch->ids.count >= BATCH_COUNT ||
	    now_ms() - batch->begun >= BATCH_MS)
		commit(batch);
}

int batch_end(struct batch *batch, struct str id, enum outcome outcome, int rc,
	      struct err *err)
{
	if (rc == 0)
		rc = database_run(batch->db, "RELEASE document", err);
	if (rc < 0)
		undo_document(batch, err);
	else
		add_document(batch, id, outcome);
	tell_failure(batch);
	pthread_mutex_unlock(&batch->lock);
	return rc;
}

void batch_commit(struct batch *batch)
{
	pthread_mutex_lock(&batch->lock);
	commit(batch);
	tell_failure(batch);
	pthread_mutex_unlock(&batch->lock);
}

void batch_stop(struct batch *batch)
{
	if (!batch->is_kept)
		return;
	atomic_store(&batch->is_ending, true);
	pthread_kill(batch->keeper, SIGURG);
	pthread_join(batch->keeper, NULL);
	if (batch->is_open)
		database_rollback(batch->db);
	signal(SIGPIPE, batch->before_pipe);
	pthread_sigmask(SIG_SETMASK, &batch->before, NULL);
	pthread_mutex_destroy(&batch->lock);
	LIST_RELEASE(&batch->ids);
	arena_release(&batch->arena);
}
