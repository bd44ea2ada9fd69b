/* A database that is asked again and again: each answer is that of a program
 * that opens it anew. */
#include "reports_case.h"

#include "compare.h"
#include "entities.h"
#include "search.h"
#include "timeline.h"

#define MORE \
	"# newdoc id = more\n" \
	"# meta::title = Steppe\n" \
	"# meta::lang = en\n" \
	"# newpar id = more-p1\n" \
	"# par::kind = paragraph\n" \
	"# sent_id = more-p1-s1\n" \
	"# text = Kumtasov wrote wombats.\n" \
	"# lang = en\n" \
	"1\tKumtasov\t_\t_\t_\t_\t_\t_\t_\tKey=kumtasov|Stem=kumtasov\n" \
	"2\twrote\t_\t_\t_\t_\t_\t_\t_\tStem=wrote\n" \
	"3\twombats\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|Stem=wombat\n" \
	"4\t.\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n"

static const struct {
	const struct query *query;
	const char *arguments[ARGUMENTS_MAX];
} questions[] = {
	{ &search_query, { "kumtasov" } },
	{ &search_query, { "the", "--edition", "2023" } },
	{ &search_query, { "wombat OR kumtasov", "-n", "3" } },
	{ &search_query, { "journal*" } },
	{ &search_query, { "kumtasov" } },
	{ &entities_query, { NULL } },
	{ &compare_query, { "2023", "2024" } },
	{ &timeline_query, { NULL } },
};

static struct session *session;

static void ask(size_t which, struct strbuf *out)
{
	const char *argv[ARGUMENTS_MAX + 2] = { "query" };
	struct err err = ERR_INIT;
	char *text = NULL;
	size_t size = 0;
	FILE *file = open_memstream(&text, &size);
	int argc = 1;

	while (argc <= ARGUMENTS_MAX &&
	       questions[which].arguments[argc - 1]) {
		argv[argc] = questions[which].arguments[argc - 1];
		argc++;
	}
	assert_int_equal(session_ask(session, questions[which].query, argc,
				     (char **)(uintptr_t)argv, OUTPUT_TSV,
				     file, &err), 0);
	fclose(file);
	strbuf_clear(out);
	strbuf_add(out, (struct str){ text, size });
	free(text);
}

static void ask_all(void)
{
	struct strbuf again = STRBUF_INIT, anew = STRBUF_INIT;
	struct err err = ERR_INIT;

	for (int round = 0; round < 3; round++)
		for (size_t i = 0; i < COUNT_OF(questions); i++) {
			ask(i, &again);
			strbuf_clear(&anew);
			assert_int_equal(
				reports_ask(questions[i].query,
					    questions[i].arguments, &anew,
					    &err), 0);
			assert_string_equal(again.data, anew.data);
		}
	strbuf_release(&again);
	strbuf_release(&anew);
}

static size_t count_lines(const char *text)
{
	size_t lines = 0;

	for (; *text; text++)
		lines += *text == '\n';
	return lines;
}

/* What another process loads is in the next answer. */
static void answers_as_anew(void **state)
{
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(session_open(&session, reports_path, LEXICONS, &err),
			 0);
	ask_all();
	ask(0, &before);
	assert_int_equal(reports_load_text(MORE, NULL, &err), 0);
	ask(0, &after);
	assert_int_equal(count_lines(after.data), count_lines(before.data) + 1);
	ask_all();
	session_close(session);
	strbuf_release(&before);
	strbuf_release(&after);
}

/* A question that is none leaves the session as it was. */
static void errors_leave_it(void **state)
{
	const char *argv[] = { "search", "-n", "many", "x", NULL };
	struct err err = ERR_INIT;
	char *text = NULL;
	size_t size = 0;
	FILE *file = open_memstream(&text, &size);

	(void)state;
	assert_int_equal(session_open(&session, reports_path, LEXICONS, &err),
			 0);
	assert_int_equal(session_ask(session, &search_query, 4,
				     (char **)(uintptr_t)argv, OUTPUT_TSV,
				     file, &err), ERR_USAGE);
	argv[2] = "3";
	argv[3] = "(press";
	assert_int_equal(session_ask(session, &search_query, 4,
				     (char **)(uintptr_t)argv, OUTPUT_TSV,
				     file, &err), ERR_USAGE);
	fclose(file);
	free(text);
	ask_all();
	session_close(session);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_as_anew),
		cmocka_unit_test(errors_leave_it)
	};

	return cmocka_run_group_tests(tests, make_reports, remove_reports);
}
