/* Documents out of a database again: as they were loaded, or their spans. */
#include "reports_case.h"

#include "export.h"

static void read_file(struct strbuf *text, const char *path)
{
	char buffer[4096];
	FILE *file = fopen(path, "rb");
	size_t n;

	assert_non_null(file);
	while ((n = fread(buffer, 1, sizeof buffer, file)) > 0)
		strbuf_add(text, (struct str){ buffer, n });
	fclose(file);
}

static void gives_what_was_loaded(void **state)
{
	static const char *const all[] = { NULL };
	struct strbuf loaded = STRBUF_INIT, out = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	read_file(&loaded, REPORTS);
	assert_int_equal(reports_ask(&export_query, all, &out, &err), 0);
	assert_string_equal(out.data, loaded.data);
	strbuf_release(&loaded);
	strbuf_release(&out);
}

static struct export_case {
	const char *name;
	const char *arguments[ARGUMENTS_MAX];
	const char *out; /* of an error a part of its message */
	int rc;
} cases[] = {
	{ "spans in characters of the source",
	  { "kk-2024", "--format", "spans" },
	  "{\"id\":\"kk-2024\",\"text\":\"2023 жылғы қаңтарда kunbatys.xt "
	  "сайты бұғатталды. Ерлан Құмтасов туралы айтылды.\\n\",\"spans\":["
	  "[0,19,\"date\",\"2023-01\"],[20,31,\"outlet\",\"kunbatys_xt\"],"
	  "[50,64,\"person\",\"erlan_kumtasov\"]]}\n", 0 },
	{ "a document that is not there", { "en-2023", "en-1999" },
	  "there is no document 'en-1999'", ERR_USAGE },
	{ "a format that is none", { "--format", "tsv" },
	  "--format takes conllu, spans, vrt, jsonl, csv or ftm, not 'tsv'; "
	  "did you mean 'csv'?", ERR_USAGE },
};

static void exports(void **state)
{
	const struct export_case *row = *state;
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	assert_int_equal(reports_ask(&export_query, row->arguments, &out,
				     &err), row->rc);
	if (row->rc < 0)
		assert_non_null(strstr(err.text, row->out));
	else
		assert_string_equal(out.data, row->out);
	strbuf_release(&out);
}

static void keeps_the_order_asked_for(void **state)
{
	static const char *const two[] = { "ru-2023", "en-2024", NULL };
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;
	char *second;

	(void)state;
	assert_int_equal(reports_ask(&export_query, two, &out, &err), 0);
	assert_int_equal(strncmp(out.data, "# newdoc id = ru-2023\n", 22), 0);
	second = strstr(out.data, "\n# newdoc id = en-2024\n");
	assert_non_null(second);
	assert_null(strstr(second + 1, "\n# newdoc"));
	/* values are numbered through, as in one stream */
	assert_non_null(strstr(second, "(d2-date-1-2023%2D01"));
	strbuf_release(&out);
}

static struct damage_case {
	const char *name, *sql, *message;
	int rc;
} damages[] = {
	{ "another text", "UPDATE paragraph SET text = text || 'x'",
	  "t.db: 'en-2023': what is kept of the document is damaged, or not "
	  "of this text", ERR_FORMAT },
	{ "no zstd", "UPDATE document_pack SET bytes = x'00'",
	  "t.db: 'en-2023'", ERR_FORMAT },
	{ "cut short", "UPDATE document_pack SET bytes = "
	  "substr(bytes, 1, length(bytes) - 20)", "t.db: 'en-2023'",
	  ERR_FORMAT },
};

static void tells_damage(void **state)
{
	static const char *const one[] = { "en-2023", NULL };
	const struct damage_case *row = *state;
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	reports_sql(row->sql, NULL);
	assert_int_equal(reports_ask(&export_query, one, &out, &err),
			 row->rc);
	assert_non_null(strstr(err.text, row->message));
	assert_int_equal(out.len, 0);
	strbuf_release(&out);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + COUNT_OF(damages) + 2] = {
		cmocka_unit_test(gives_what_was_loaded),
		cmocka_unit_test(keeps_the_order_asked_for)
	};
	size_t count = 2;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], exports);
	for (size_t i = 0; i < COUNT_OF(damages); i++) /* these come last */
		tests[count++] = CASE(damages[i], tells_damage);
	return cmocka_run_group_tests(tests, make_reports, remove_reports);
}
