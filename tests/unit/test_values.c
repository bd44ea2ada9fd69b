/* Options that take a value of the database, of all queries: what is not there
 * is refused, with what there is. */
#include "reports_case.h"

#include "programs.h"
#include "values.h"

/* Names that such an option has; a query may not leave them unchecked. */
static const char *const checked[] = {
	"edition", "lang", "country", "series", "document", "section", "kind",
	"entity", "place", "type", "where", "from", "to", "confidence",
	"names-in", "speaker", "about"
};

static const char *wrong_value(enum value_kind kind)
{
	return kind == VALUE_PERCENT ? "101" : "no such thing";
}

static void assert_refused(const struct query *query, const char *argument,
			   enum value_kind kind)
{
	const char *arguments[ARGUMENTS_MAX] = { argument };
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	assert_int_equal(reports_ask(query, arguments, &out, &err), ERR_USAGE);
	if (kind == VALUE_DATE || kind == VALUE_PERCENT)
		assert_non_null(strstr(err.text, " takes a "));
	else if (!strstr(err.text, "(there are"))
		fail_msg("%s %s: %s", query->program.name, argument, err.text);
	assert_int_equal(out.len, 0);
	strbuf_release(&out);
}

static void check_option(const struct query *query,
			 const struct program_option *option)
{
	struct strbuf argument = STRBUF_INIT;

	for (size_t i = 0; i < COUNT_OF(checked); i++)
		if (!strcmp(option->name, checked[i]) &&
		    option->values == VALUE_ANY)
			fail_msg("%s --%s takes any value",
				 query->program.name, option->name);
	if (!values_are_checked(option->values))
		return;
	strbuf_addf(&argument, "--%s=%s", option->name,
		    wrong_value(option->values));
	assert_refused(query, argument.data, option->values);
	strbuf_release(&argument);
}

static void refuses_what_is_not_there(void **state)
{
	size_t options = 0;

	(void)state;
	for (size_t i = 0; all_queries[i]; i++) {
		const struct query *query = all_queries[i];
		struct program program;

		query_program(query, &program);
		for (const struct program_option *option = program.options;
		     option->name; option++, options++)
			check_option(query, option);
		if (values_are_checked(program.argument_values))
			assert_refused(query, "no such thing",
				       program.argument_values);
		program_release(&program);
	}
	assert_true(options > 0);
}

/* Values are what is offered to who types. */
static void see(void *data, struct str value, struct str about)
{
	strbuf_addf(data, "%.*s (%.*s)\n", STR_ARGS(value), STR_ARGS(about));
}

static struct list_case {
	const char *name;
	enum value_kind kind;
	const char *prefix, *values;
} lists[] = {
	{ "editions", VALUE_EDITION, "", "2023 (2 reports)\n2024 (2 reports)\n" },
	{ "what begins so", VALUE_DOCUMENT, "EN-2",
	  "en-2023 (Media in 2022)\nen-2024 ()\n" },
	{ "languages", VALUE_LANG, "", "en ()\nkk ()\nru ()\n" },
	{ "entities, with their names, the most named first", VALUE_ENTITY, "",
	  "erlan_kumtasov (Erlan Kumtasov (journalist))\n"
	  "kunbatys_xt (kunbatys.xt (outlet))\n"
	  "altynsha (Altynsha (place))\ncourt (court)\npolice (police)\n"
	  "xt_media_law (xt_media_law)\n" },
	{ "columns of the manifest", VALUE_WHERE, "co",
	  "country= ()\ncovers= ()\n" },
	{ "and what stands in one", VALUE_WHERE, "covers=",
	  "covers=2022 (2)\ncovers=2023 (2)\n" },
	{ "nothing of what is no value", VALUE_FOLDER, "", "" },
};

static void lists_values(void **state)
{
	const struct list_case *row = *state;
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct database *db;

	strbuf_add_z(&out, "");
	assert_int_equal(database_open(&db, reports_path, DATABASE_READ, &err),
			 0);
	assert_int_equal(values_list(db, row->kind, row->prefix, see, &out,
				     &err), 0);
	assert_string_equal(out.data, row->values);
	database_close(db);
	strbuf_release(&out);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(lists) + 1];

	for (size_t i = 0; i < COUNT_OF(lists); i++)
		tests[i] = CASE(lists[i], lists_values);
	tests[COUNT_OF(lists)] =
		(struct CMUnitTest)cmocka_unit_test(refuses_what_is_not_there);
	return cmocka_run_group_tests(tests, make_reports, remove_reports);
}
