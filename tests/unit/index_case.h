/* An index of words in a database of its own, and questions asked of it. */
#ifndef ESEP_TEST_INDEX_CASE_H
#define ESEP_TEST_INDEX_CASE_H

#include "knowledge_case.h"

#include "match.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct match_language test_list[3];
static struct match_lore test_lore;
static struct articles *test_articles;
static struct database *test_db;
static char test_folder[] = "/tmp/esep-test-XXXXXX", test_path[64];

static int open_test_index(struct err *err)
{
	if (!mkdtemp(test_folder))
		return -1;
	snprintf(test_path, sizeof test_path, "%s/t.db", test_folder);
	return database_open(&test_db, test_path, DATABASE_WRITE, err);
}

static int open_index(void **state)
{
	static const char *const codes[] = { "en", "ru", "kk" };
	struct err err = ERR_INIT;

	if (open_knowledge(state) < 0 || open_test_index(&err) < 0 ||
	    articles_open(&test_articles, &test_knowledge, &err) < 0)
		return -1;
	for (size_t i = 0; i < COUNT_OF(test_list); i++)
		test_list[i] = (struct match_language){
			words_lang(&test_words, str_of(codes[i])),
			str_of(codes[i]),
			i == 0 ? SHAPE_LATIN : SHAPE_CYRILLIC,
			i == 2 ? SHAPE_LATIN : 0
		};
	test_lore = (struct match_lore){
		test_knowledge.languages, &test_words, test_articles, test_list,
		COUNT_OF(test_list)
	};
	return 0;
}

static int close_index(void **state)
{
	(void)state;
	database_close(test_db);
	unlink(test_path);
	rmdir(test_folder);
	articles_close(test_articles);
	close_knowledge(NULL);
	return 0;
}

static void put_row(int64_t id, struct str phrase)
{
	struct statement *st;
	struct err err = ERR_INIT;

	assert_int_equal(statement_open(&st, test_db, "INSERT INTO word_index "
					"(rowid, words) VALUES (?1, ?2)",
					&err), 0);
	statement_bind_number(st, 1, id);
	statement_bind(st, 2, phrase);
	assert_int_equal(statement_run(st, &err), 0);
	statement_close(st);
}

struct seen { struct word_hit *items; size_t count, capacity; };

static double see_hits(void *data, const struct word_row *row)
{
	struct seen *seen = data;

	for (size_t i = 0; i < row->count; i++)
		*LIST_ADD(seen) = row->hits[i];
	return 0;
}

/* What FTS5 finds in a row. */
static void ask_row(int64_t id, struct str fts, struct seen *seen)
{
	struct statement *st;
	struct err err = ERR_INIT;

	assert_int_equal(database_add_see(test_db, see_hits, seen, &err), 0);
	assert_int_equal(statement_open(&st, test_db,
		"SELECT esep_see(word_index) FROM word_index "
		"WHERE word_index MATCH ?1 AND rowid = ?2", &err), 0);
	statement_bind(st, 1, fts);
	statement_bind_number(st, 2, id);
	assert_int_equal(statement_run(st, &err), 0);
	statement_close(st);
}

/* The same by a question; ask and matcher are to be released. */
static void ask_question(struct ask *ask, struct matcher *matcher,
			 struct str question, int64_t id, struct seen *seen)
{
	struct strbuf fts = STRBUF_INIT;
	struct err err = ERR_INIT;

	assert_int_equal(ask_parse(ask, question, NULL, &err), 0);
	assert_int_equal(matcher_load(matcher, ask, &test_lore, &err), 0);
	for (size_t i = 0; i < COUNT_OF(test_list); i++)
		matcher_add_lang(matcher, test_list[i].code);
	matcher_add_lang(matcher, STR("und"));
	matcher_add_fts(matcher, &fts);
	ask_row(id, strbuf_view(&fts), seen);
	strbuf_release(&fts);
}

#endif
