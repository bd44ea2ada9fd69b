/* Documents that share most of their text, and files that are still what they
 * were. */
#include "reports_case.h"

#include "digest.h"
#include "sources.h"
#include "twins.h"

#include <sys/stat.h>

#define PAR(document, position, kind, text) \
	"INSERT INTO paragraph (document, position, kind, text) VALUES (" \
	#document ", " #position ", '" kind "', '" text "');"
#define TEXTS(document, a, b, c, d) \
	PAR(document, 1, "paragraph", a) PAR(document, 2, "paragraph", b) \
	PAR(document, 3, "paragraph", c) PAR(document, 4, "furniture", d)

#define COURT "The court of the town has heard the editor."
#define COURT_IN_PDF "The court of the town has heard the edi- tor."
#define RADIO "The radio of the valley fell silent in winter."
#define CLOSED "«Nobody» was told why the paper had closed."
#define CLOSED_TOO "\"NOBODY\" was told why the paper had closed"
#define OTHER_1 "A reporter of the harbour town was at liberty."
#define OTHER_2 "The law on assemblies was amended in the spring."
#define PAGE "Tengria Media Barometer, a yearly report, page."

static struct twins_case {
	const char *name, *sql, *found; /* of documents a (1), b (2), c (3) */
} twin_cases[] = {
	{ "two formats", TEXTS(1, COURT, RADIO, CLOSED, PAGE)
	  TEXTS(2, COURT_IN_PDF, RADIO, CLOSED_TOO, PAGE), "a b 3/3" },
	{ "three are a group", TEXTS(1, COURT, RADIO, OTHER_1, PAGE)
	  TEXTS(2, COURT, RADIO, CLOSED, PAGE)
	  TEXTS(3, COURT_IN_PDF, CLOSED, RADIO, PAGE), "a b c 3/3" },
	{ "and so are those that a third one joins",
	  TEXTS(1, COURT, RADIO, CLOSED, PAGE)
	  TEXTS(2, OTHER_1, OTHER_2, CLOSED_TOO, PAGE)
	  TEXTS(3, OTHER_2, COURT, CLOSED, PAGE), "a b c 2/3" },
	{ "most of the shorter one", TEXTS(1, COURT, RADIO, CLOSED, PAGE)
	  TEXTS(2, COURT, RADIO, OTHER_1, PAGE)
	  PAR(2, 5, "paragraph", OTHER_2), "a b 2/3" },
	{ "not most", TEXTS(1, COURT, RADIO, CLOSED, PAGE)
	  TEXTS(2, COURT, OTHER_1, OTHER_2, PAGE), "" },
	{ "what stands in one twice counts once",
	  TEXTS(1, COURT, RADIO, CLOSED, PAGE) TEXTS(2, COURT, COURT, OTHER_1,
	  PAGE) PAR(2, 5, "paragraph", OTHER_2), "" },
	{ "short lines do not count", TEXTS(1, "Contents", "Introduction",
	  "The law", PAGE) TEXTS(2, "Contents", "Introduction", "The law",
	  PAGE), "" },
	{ "nothing to compare", "", "" },
};

static void finds_twins(void **state)
{
	const struct twins_case *row = *state;
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct database *db;
	struct twins twins;

	reports_sql("INSERT INTO document (id, name, paragraphs, words, "
		    "tokenizer, stemmer, name_key) VALUES (1, 'a', 4, 0, 0, 0, "
		    "0), (2, 'b', 4, 0, 0, 0, 0), (3, 'c', 0, 0, 0, 0, 0)",
		    NULL);
	reports_sql(row->sql, NULL);
	assert_int_equal(database_open(&db, reports_path, DATABASE_READ, &err),
			 0);
	assert_int_equal(twins_find(&twins, db, &err), 0);
	for (size_t i = 0; i < twins.list.count; i++) {
		const struct twin_group *group = &twins.list.items[i];

		for (size_t k = 0; k < group->count; k++)
			strbuf_addf(&found, "%.*s ", STR_ARGS(group->names[k]));
		strbuf_addf(&found, "%zu/%zu", group->shared,
			    group->paragraphs);
	}
	assert_string_equal(found.data ? found.data : "", row->found);
	twins_release(&twins);
	database_close(db);
	strbuf_release(&found);
}

/* A thousand reports of the same three paragraphs: a few million steps. */
static void is_quick(void **state)
{
	struct err err = ERR_INIT;
	struct database *db;
	struct twins twins;

	(void)state;
	reports_sql(
		"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 "
		"FROM n WHERE i < 1000) INSERT INTO document (id, name, "
		"paragraphs, words, tokenizer, stemmer, name_key) SELECT i, "
		"i, 0, 0, 0, 0, 0 FROM n; "
		"WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 "
		"FROM n WHERE i < 99) INSERT INTO paragraph (document, "
		"position, kind, text) SELECT document.id, i, 'paragraph', "
		"iif(i < 3, 'the same in all of the reports ', "
		"'only in one of the reports ' || document.id) || ' ' || i "
		"FROM n, document", NULL);
	assert_int_equal(database_open(&db, reports_path, DATABASE_READ, &err),
			 0);
	limit_cpu(10);
	assert_int_equal(twins_find(&twins, db, &err), 0);
	limit_cpu(0);
	assert_int_equal(twins.list.count, 0);
	twins_release(&twins);
	database_close(db);
}

static struct source_case {
	const char *name, *source, *content; /* of the recorded file */
	const char *folder;                  /* below the test's, or NULL */
	enum source_state state;
	const char *found;
} source_cases[] = {
	{ "as it was", "HERE/there/a.txt", "text", NULL, SOURCE_SAME,
	  "HERE/there/a.txt" },
	{ "changed", "HERE/there/a.txt", "other text", NULL, SOURCE_CHANGED,
	  "HERE/there/a.txt" },
	{ "gone", "HERE/gone/a.txt", "text", NULL, SOURCE_GONE, "" },
	{ "moved with its folder", "old/./there/a.txt", "text", "",
	  SOURCE_SAME, "HERE/there/a.txt" },
	{ "moved alone", "old/a.txt", "text", "there", SOURCE_SAME,
	  "HERE/there/a.txt" },
	{ "one of its name is another one", "old/a.txt", "other text",
	  "there", SOURCE_CHANGED, "HERE/there/a.txt" },
	{ "what cannot be opened is not found", "HERE/there/loop", "text", NULL,
	  SOURCE_UNKNOWN, "" },
	{ "a folder is no file", "HERE/there", "text", NULL, SOURCE_GONE, "" },
	{ "a device is not read", "/dev/zero", "text", NULL, SOURCE_GONE, "" },
	{ "standard input", "-", "text", "", SOURCE_UNKNOWN, "" },
	{ "of no known content", "HERE/there/a.txt", NULL, NULL,
	  SOURCE_UNKNOWN, "HERE/there/a.txt" },
	{ "a name that was no text", "HERE/\xef\xbf\xbd.txt", "text", NULL,
	  SOURCE_UNKNOWN, "" },
};

/* HERE stands for the folder of the test. */
static void add_path(struct strbuf *out, const char *path)
{
	bool is_here = !strncmp(path, "HERE", 4);

	strbuf_addf(out, "%s%s", is_here ? reports_folder : "",
		    path + (is_here ? 4 : 0));
}

static void finds_source(void **state)
{
	const struct source_case *row = *state;
	struct strbuf there = STRBUF_INIT, file = STRBUF_INIT;
	struct strbuf source = STRBUF_INIT, found = STRBUF_INIT;
	struct strbuf folder = STRBUF_INIT, expected = STRBUF_INIT;
	struct strbuf loop = STRBUF_INIT;
	char hex[DIGEST_HEX + 1] = "";
	FILE *text;

	add_path(&there, "HERE/there");
	add_path(&file, "HERE/there/a.txt");
	add_path(&loop, "HERE/there/loop");
	add_path(&source, row->source);
	add_path(&expected, row->found);
	strbuf_addf(&folder, "%s/%s", reports_folder,
		    row->folder ? row->folder : "");
	if (row->content)
		digest_hex(hex, str_of(row->content));
	assert_int_equal(mkdir(there.data, 0700), 0);
	assert_int_equal(symlink("loop", loop.data), 0);
	text = fopen(file.data, "wb");
	assert_non_null(text);
	fputs("text", text);
	fclose(text);
	assert_int_equal(source_look(&found, strbuf_view(&source), str_of(hex),
				     row->folder ? folder.data : NULL),
			 row->state);
	assert_true(str_equal(strbuf_view(&found), strbuf_view(&expected)));
	unlink(file.data);
	unlink(loop.data);
	rmdir(there.data);
	strbuf_release(&there);
	strbuf_release(&file);
	strbuf_release(&loop);
	strbuf_release(&source);
	strbuf_release(&found);
	strbuf_release(&folder);
	strbuf_release(&expected);
}

/* a/a/a/…, a few million bytes: no file has such a path. */
static void long_path_is_quick(void **state)
{
	enum { STEPS = 1000000 };
	struct strbuf source = STRBUF_INIT, found = STRBUF_INIT;
	char hex[DIGEST_HEX + 1];

	(void)state;
	digest_hex(hex, STR("text"));
	for (size_t i = 0; i < STEPS; i++)
		strbuf_add_z(&source, "a/");
	limit_cpu(5);
	assert_int_equal(source_look(&found, strbuf_view(&source), str_of(hex),
				     reports_folder), SOURCE_GONE);
	limit_cpu(0);
	strbuf_release(&source);
	strbuf_release(&found);
}

static void tell_state(void *data, struct str document, struct str source,
		       enum source_state state, struct str found)
{
	(void)source;
	(void)found;
	strbuf_addf(data, "%.*s %s\n", STR_ARGS(document),
		    source_state_name(state));
}

static void tells_of_all(void **state)
{
	struct strbuf told = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct database *db;

	(void)state;
	reports_sql("INSERT INTO document (name, source, sha256, paragraphs, "
		    "words, tokenizer, stemmer, name_key) VALUES "
		    "('b', 'x/gone.txt', 'x', 0, 0, 0, 0, 0), "
		    "('a', 'moved/t.db', 'x', 0, 0, 0, 0, 0), "
		    "('c', NULL, NULL, 0, 0, 0, 0, 0)", NULL);
	assert_int_equal(database_open(&db, reports_path, DATABASE_READ, &err),
			 0);
	/* the database itself is a file of that name in its folder */
	assert_int_equal(sources_check(db, NULL, tell_state, &told, &err), 0);
	assert_string_equal(told.data, "a unknown\nb gone\nc unknown\n");
	database_close(db);
	strbuf_release(&told);
}

int main(void)
{
	const struct CMUnitTest plain[] = {
		cmocka_unit_test_teardown(is_quick, remove_file),
		cmocka_unit_test(long_path_is_quick),
		cmocka_unit_test_teardown(tells_of_all, remove_file),
	};
	struct CMUnitTest tests[COUNT_OF(twin_cases) + COUNT_OF(source_cases) +
				COUNT_OF(plain)];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(twin_cases); i++) {
		tests[count] = CASE(twin_cases[i], finds_twins);
		tests[count++].teardown_func = remove_file;
	}
	for (size_t i = 0; i < COUNT_OF(source_cases); i++)
		tests[count++] = CASE(source_cases[i], finds_source);
	for (size_t i = 0; i < COUNT_OF(plain); i++)
		tests[count++] = plain[i];
	return cmocka_run_group_tests(tests, make_folder,
				      remove_folder);
}
