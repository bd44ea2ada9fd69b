/* Documents in one transaction: each for itself, and none half. */
#include "cases.h"

#include "batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static char folder[] = "/tmp/esep-test-XXXXXX";
static char path[64];

struct loading {
	struct database *db;
	struct batch batch;
	size_t lost;
};

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/t.db", folder);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

static int remove_file(void **state)
{
	(void)state;
	return unlink(path);
}

static void count_lost(void *data, struct str id, const struct err *err)
{
	struct loading *loading = data;

	assert_true(id.len > 0);
	assert_true(err->code < 0);
	loading->lost++;
}

static void start(struct loading *loading)
{
	struct err err = ERR_INIT;

	loading->lost = 0;
	assert_int_equal(database_open(&loading->db, path, DATABASE_WRITE,
				       &err), 0);
	assert_int_equal(batch_start(&loading->batch, loading->db, &err), 0);
	loading->batch.lost = count_lost;
	loading->batch.data = loading;
}

static void stop(struct loading *loading)
{
	batch_stop(&loading->batch);
	database_close(loading->db);
}

/* A document of two rows that ends with `rc`. */
static void put(struct loading *loading, const char *id, size_t bytes, int rc)
{
	struct err err = ERR_INIT;
	char sql[160];

	assert_int_equal(batch_begin(&loading->batch, bytes, &err), 0);
	snprintf(sql, sizeof sql, "INSERT INTO entity VALUES "
		 "('%s', NULL, 'a', NULL), ('%s, too', NULL, 'b', NULL)", id,
		 id);
	assert_int_equal(database_run(loading->db, sql, &err), 0);
	if (rc < 0)
		err_set(&err, rc, "refused");
	assert_int_equal(batch_end(&loading->batch, str_of(id), OUTCOME_ADDED,
				   rc, &err), rc);
}

/* What another program sees. */
static int64_t rows_there(void)
{
	struct err err = ERR_INIT;
	struct database *db;
	int64_t count;

	assert_int_equal(database_open(&db, path, DATABASE_READ, &err), 0);
	assert_int_equal(database_ask(db, "SELECT count(*) FROM entity", &count,
				      &err), 0);
	database_close(db);
	return count;
}

static void fails_alone(void **state)
{
	struct loading loading;

	(void)state;
	start(&loading);
	put(&loading, "one", 10, 0);
	put(&loading, "two", 10, ERR_FORMAT);
	put(&loading, "three", 10, 0);
	assert_int_equal(rows_there(), 0);
	batch_commit(&loading.batch);
	assert_int_equal(rows_there(), 4);
	assert_int_equal(loading.batch.kept[OUTCOME_ADDED], 2);
	assert_int_equal(loading.lost, 0);
	stop(&loading);
}

/* As SQLite does of itself where the disk is full. */
static void tells_what_is_lost(void **state)
{
	struct loading loading;
	struct err err = ERR_INIT;

	(void)state;
	start(&loading);
	put(&loading, "one", 10, 0);
	put(&loading, "two", 10, 0);
	assert_int_equal(batch_begin(&loading.batch, 10, &err), 0);
	database_rollback(loading.db);
	err_set(&err, ERR_DATABASE, "the disk is full");
	assert_int_equal(batch_end(&loading.batch, STR("three"), OUTCOME_ADDED,
				   ERR_DATABASE, &err), ERR_DATABASE);
	assert_int_equal(loading.lost, 2);
	assert_int_equal(loading.batch.kept[OUTCOME_ADDED], 0);
	put(&loading, "four", 10, 0); /* is not put at stake */
	assert_int_equal(rows_there(), 2);
	assert_int_equal(loading.batch.kept[OUTCOME_ADDED], 1);
	stop(&loading);
}

static void large_ones_stand_alone(void **state)
{
	struct loading loading;

	(void)state;
	start(&loading);
	put(&loading, "one", 10, 0);
	put(&loading, "two", 2 << 20, ERR_FORMAT);
	assert_int_equal(rows_there(), 2);
	put(&loading, "three", 2 << 20, 0);
	assert_int_equal(rows_there(), 4);
	stop(&loading);
}

static void waits_for_no_document(void **state)
{
	const struct timespec nap = { 0, 50000000 };
	struct loading loading;

	(void)state;
	start(&loading);
	put(&loading, "one", 10, 0);
	for (int i = 0; i < 200 && rows_there() == 0; i++)
		nanosleep(&nap, NULL);
	assert_int_equal(rows_there(), 2);
	stop(&loading);
}

static void wait_a_batch(void)
{
	const struct timespec batch = { 2, 600000000 };

	nanosleep(&batch, NULL);
}

static void leaves_room_when_all_are_refused(void **state)
{
	struct loading loading;
	struct database *other;
	struct err err = ERR_INIT;

	(void)state;
	start(&loading);
	assert_int_equal(database_open(&other, path, DATABASE_WRITE, &err), 0);
	database_wait(other, 0);
	put(&loading, "one", 10, ERR_FORMAT);
	wait_a_batch();
	assert_int_equal(database_begin(other, &err), 0);
	database_close(other);
	stop(&loading);
}

/* The thread has signals to obey while another program reads. */
static void waits_for_no_reader(void **state)
{
	struct loading loading;
	struct database *other;
	struct err err = ERR_INIT;

	(void)state;
	start(&loading);
	assert_int_equal(database_open(&other, path, DATABASE_READ, &err), 0);
	assert_int_equal(database_run(other, "BEGIN; SELECT * FROM entity", &err),
			 0);
	put(&loading, "one", 10, 0);
	wait_a_batch();
	for (int i = 0; pthread_mutex_trylock(&loading.batch.lock) != 0; i++)
		assert_true(i < 20 && usleep(50000) == 0);
	pthread_mutex_unlock(&loading.batch.lock);
	database_close(other);
	batch_commit(&loading.batch);
	assert_int_equal(loading.lost, 0);
	assert_int_equal(rows_there(), 2);
	stop(&loading);
}

static void stops_without_a_commit(void **state)
{
	struct loading loading;

	(void)state;
	start(&loading);
	put(&loading, "one", 10, 0);
	stop(&loading);
	assert_int_equal(rows_there(), 0);
}

#define WITH_FILE(name, function)                                             \
	((struct CMUnitTest){ name, function, NULL, remove_file, NULL })

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_FILE("one document fails alone", fails_alone),
		WITH_FILE("a lost batch is told", tells_what_is_lost),
		WITH_FILE("large documents stand alone",
			  large_ones_stand_alone),
		WITH_FILE("a second without a document",
			  waits_for_no_document),
		WITH_FILE("refused documents hold no lock",
			  leaves_room_when_all_are_refused),
		WITH_FILE("another program reads", waits_for_no_reader),
		WITH_FILE("what is not committed", stops_without_a_commit),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
