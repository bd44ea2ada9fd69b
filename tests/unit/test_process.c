/* Other programs as functions: what goes in, what comes out, how they end. */
#include "cases.h"

#include "process.h"

#include <unistd.h>

static int collect(void *data, struct str bytes, struct err *err)
{
	(void)err;
	strbuf_add(data, bytes);
	return 0;
}

static int refuse(void *data, struct str bytes, struct err *err)
{
	(void)data, (void)bytes;
	return err_set(err, ERR_LIMIT, "enough");
}

static int run(const char *const *arguments, struct str input,
	       struct strbuf *out, struct process_end *end, struct err *err)
{
	int file = process_file(input, err), rc = file;
	struct process process = { arguments, file, 20, (size_t)4 << 30,
				   collect, out };

	if (file >= 0)
		rc = process_run(&process, end, err);
	close(file);
	return rc;
}

static void gives_back_what_goes_in(void **state)
{
	static const char *const cat[] = { "cat", NULL };
	struct strbuf in = STRBUF_INIT, out = STRBUF_INIT;
	struct process_end end;
	struct err err = ERR_INIT;

	(void)state;
	for (int i = 0; i < 300000; i++)
		strbuf_addf(&in, "%d ", i);
	assert_int_equal(run(cat, strbuf_view(&in), &out, &end, &err), 0);
	assert_int_equal(end.status, 0);
	assert_true(str_equal(strbuf_view(&in), strbuf_view(&out)));
	strbuf_release(&in);
	strbuf_release(&out);
}

static void input_can_be_sought(void **state)
{
	static const char *const tail[] = { "tail", "-c", "3", NULL };
	struct strbuf out = STRBUF_INIT;
	struct process_end end;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(run(tail, STR("a b c"), &out, &end, &err), 0);
	assert_string_equal(out.data, "b c");
	strbuf_release(&out);
}

static void tells_a_missing_program(void **state)
{
	static const char *const none[] = { "no-such-program-at-all", NULL };
	struct strbuf out = STRBUF_INIT;
	struct process_end end;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(run(none, STR_NONE, &out, &end, &err), ERR_MISSING);
	assert_string_equal(err.text,
			    "no-such-program-at-all: No such file or directory");
	strbuf_release(&out);
}

static void keeps_status_and_first_line_said(void **state)
{
	static const char *const ls[] = { "ls", "/no-such-folder", "/no-other",
					  NULL };
	struct strbuf out = STRBUF_INIT;
	struct process_end end;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(run(ls, STR_NONE, &out, &end, &err), 0);
	assert_int_equal(end.status, 2);
	assert_non_null(strstr(end.said, "no-"));
	assert_null(strchr(end.said, '\n'));
	strbuf_release(&out);
}

static void ends_by_the_clock(void **state)
{
	static const char *const sleep[] = { "sleep", "30", NULL };
	struct strbuf out = STRBUF_INIT;
	struct process process = { sleep, STDIN_FILENO, 1, (size_t)4 << 30,
				   collect, &out };
	struct process_end end;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(process_run(&process, &end, &err), 0);
	assert_true(end.timed_out);
	strbuf_release(&out);
}

/* It has closed its outputs, so that nothing is left to read. */
static void ends_by_the_clock_in_silence(void **state)
{
	static const char *const silent[] = {
		"sh", "-c", "exec sleep 30 >&- 2>&-", NULL
	};
	struct strbuf out = STRBUF_INIT;
	struct process process = { silent, STDIN_FILENO, 1, (size_t)4 << 30,
				   collect, &out };
	struct process_end end;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(process_run(&process, &end, &err), 0);
	assert_true(end.timed_out);
	strbuf_release(&out);
}

static void needs_no_standard_input_of_ours(void **state)
{
	static const char *const cat[] = { "cat", NULL };
	int stdin_kept = dup(STDIN_FILENO);
	struct strbuf out = STRBUF_INIT;
	struct process_end end;
	struct err err = ERR_INIT;
	int rc;

	(void)state;
	close(STDIN_FILENO);
	rc = run(cat, STR("a b c"), &out, &end, &err);
	dup2(stdin_kept, STDIN_FILENO);
	close(stdin_kept);
	assert_int_equal(rc, 0);
	assert_int_equal(end.status, 0);
	assert_string_equal(out.data, "a b c");
	strbuf_release(&out);
}

static void ends_when_it_is_refused(void **state)
{
	static const char *const yes[] = { "yes", NULL };
	struct process process = { yes, STDIN_FILENO, 20, (size_t)4 << 30, refuse,
				   NULL };
	struct process_end end;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(process_run(&process, &end, &err), ERR_LIMIT);
	assert_string_equal(err.text, "enough");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_back_what_goes_in),
		cmocka_unit_test(input_can_be_sought),
		cmocka_unit_test(tells_a_missing_program),
		cmocka_unit_test(keeps_status_and_first_line_said),
		cmocka_unit_test(ends_by_the_clock),
		cmocka_unit_test(ends_by_the_clock_in_silence),
		cmocka_unit_test(needs_no_standard_input_of_ours),
		cmocka_unit_test(ends_when_it_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
