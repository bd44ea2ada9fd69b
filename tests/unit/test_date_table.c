/* tests/gold/dates.tsv: 600 sentences in three languages with the values of
 * their dates, written by people who did not know the rules. So many must be
 * right in each language; what is wrong is told. */
#include "tag_builder.h"

#include "table.h"

enum { FLOOR = 98 /* per cent */ };

static struct lang_case { const char *name; size_t right, all; } cases[] = {
	{ "en", 0, 0 }, { "ru", 0, 0 }, { "kk", 0, 0 },
};

static struct table table;

static void run(const char *lang, struct str covers, const char *text)
{
	struct err err = ERR_INIT;

	document_clear(&state.doc);
	document_set_meta(&state.doc, STR("covers"), covers);
	doc_add(&state.doc, test_knowledge.languages, lang, text);
	assert_int_equal(tag_stage.document(state.tagger, &state.doc, &err),
			 0);
}

static void add_values(struct strbuf *out)
{
	for (size_t i = 0; i < state.doc.mentions.count; i++) {
		const struct mention *m = &state.doc.mentions.items[i];

		if (m->type != MENTION_DATE)
			continue;
		strbuf_add_z(out, out->len > 0 ? " ; " : "");
		strbuf_add(out, m->value);
	}
	if (out->len == 0)
		strbuf_add_z(out, "-");
}

static bool is_right(size_t row, const char *lang)
{
	struct str text = table_named_cell(&table, row, "text");
	struct str wanted = table_named_cell(&table, row, "dates");
	struct strbuf found = STRBUF_INIT;
	char *copy = str_copy_z(&table.arena, text);
	bool right;

	run(lang, table_named_cell(&table, row, "covers"), copy);
	add_values(&found);
	right = str_equal(strbuf_view(&found), wanted);
	if (!right)
		print_message("%s %.*s\n  want %.*s\n  came %.*s\n", lang,
			      STR_ARGS(text), STR_ARGS(wanted),
			      STR_ARGS(strbuf_view(&found)));
	strbuf_release(&found);
	return right;
}

static void finds_most(void **row)
{
	struct lang_case *c = *row;

	for (size_t i = 0; i < table.row_count; i++)
		if (str_equal(table_named_cell(&table, i, "lang"),
			      str_of(c->name))) {
			c->right += is_right(i, c->name);
			c->all++;
		}
	print_message("%s: %zu of %zu right\n", c->name, c->right, c->all);
	assert_true(c->all > 0 && c->right * 100 >= c->all * FLOOR);
}

static int open_all(void **unused)
{
	struct err err = ERR_INIT;

	if (table_load(&table, ESEP_SOURCE_DIR "/tests/gold/dates.tsv",
		       "lang covers text dates kind", &err) < 0) {
		print_error("%s\n", err.text);
		return -1;
	}
	return open_state(unused);
}

static int close_all(void **unused)
{
	table_release(&table);
	return close_state(unused);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], finds_most);
	return cmocka_run_group_tests(tests, open_all, close_all);
}
