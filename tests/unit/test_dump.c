/* A database as text: by what rows are about, not by their numbers. */
#include "reports_case.h"

#include "dump.h"
#include "export.h"

#include "digest.h"

static struct dump_case {
	const char *name, *line;
} cases[] = {
	{ "a document with its counts", "document\tru-2023\t\\N\tru\tXT\t2023"
	  "\t2022\tVIBE\tru-2023.txt\t" },
	{ "a source, its line ends escaped", "document_source\tru-2023\tВ июле "
	  "2022 года Ерлана Кумтасова задержали в Алтынше. Сайт kunbatys.xt "
	  "был заблокирован.\\n\n" },
	{ "a section without a title", "section\ten-2023\t1\tI1\t\\N\n" },
	{ "a paragraph by its document and place",
	  "paragraph\ten-2023\t2\ten-2023-p2\tparagraph\tI4\t\\N\t\\N\t3\t3\t“" },
	{ "a sentence", "sentence\ten-2023\ten-2023-p2\t2\ten-2023-p2-s2\ten"
	  "\t38\t95\t\\N\t3\n" },
	{ "a count of a term", "term_count\ten-2023\ten\tkumtasov\t2\t2\t"
	  "Kumtasov\n" },
	{ "an entity", "entity\terlan_kumtasov\tjournalist\tErlan Kumtasov\t\\N\n" },
	{ "an entity that is never named", "entity\tcourt\t\\N\tcourt\t"
	  "\\N\n" },
	{ "a name for readers of a language", "entity_name\terlan_kumtasov\ten\t"
	  "Erlan Kumtasov\ttext\n" },
	{ "a spelling", "alias\terlan_kumtasov\tЕрлана Кумтасова\tru\tperson"
	  "\t1\n" },
	{ "a date has a value and no entity", "mention\ten-2023-p1-s1\t3\t11\t"
	  "date\t\\N\t2022-05\tMay 2022\t3\t11\t\\N\t1\t\\N\t\\N\t\\N\n" },
	{ "an incident without a date", "incident\ten-2024-p1-s1\ten-2024-i2\t"
	  "attack\t\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\tinjured\t71\t78\t\\N\t1\t\\N\n" },
	{ "a party that is no entity", "incident_party\ten-2024\ten-2024-i2\t"
	  "target\t1\t41_journalists\t\\N\n" },
	{ "the second of two parties", "incident_party\ten-2024\ten-2024-i3\t"
	  "actor\t2\tpolice\tpolice\n" },
	{ "a quotation", "quotation\ten-2023-p2-s1\ten-2023-q1\tdirect\t"
	  "erlan_kumtasov\t\\N\tsaid\tSpeech must be free\t98\t117\t\\N\t3\t\\N\n" },
};

static void dump(struct strbuf *out)
{
	static const char *const none[] = { NULL };
	struct err err = ERR_INIT;

	assert_int_equal(reports_ask(&dump_query, none, out, &err), 0);
}

static void has_line(void **state)
{
	const struct dump_case *row = *state;
	struct strbuf out = STRBUF_INIT, line = STRBUF_INIT;

	strbuf_add_char(&out, '\n');
	dump(&out);
	strbuf_addf(&line, "\n%s", row->line);
	assert_non_null(strstr(out.data, line.data));
	strbuf_release(&out);
	strbuf_release(&line);
}

static void tells_streams_by_digest(void **state)
{
	static const char *const one[] = { "ru-2023", NULL };
	struct strbuf out = STRBUF_INIT, line = STRBUF_INIT;
	struct strbuf stream = STRBUF_INIT;
	char hex[DIGEST_HEX + 1];
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(reports_ask(&export_query, one, &stream, &err), 0);
	digest_hex(hex, strbuf_view(&stream));
	strbuf_addf(&line, "\ndocument_stream\tru-2023\t%s\n", hex);
	dump(&out);
	assert_non_null(strstr(out.data, line.data));
	strbuf_release(&stream);
	strbuf_release(&out);
	strbuf_release(&line);
}

/* The document again, alone and after others: its rows get other numbers. */
static void forgets_numbers(void **state)
{
	static const char *const one[] = { "en-2023", NULL };
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	struct strbuf stream = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	dump(&before);
	assert_int_equal(reports_ask(&export_query, one, &stream, &err), 0);
	reports_sql("UPDATE document SET tokenizer = 0 WHERE name = 'en-2023'",
		    NULL);
	assert_int_equal(reports_load_text(stream.data, NULL, &err), 0);
	dump(&after);
	assert_string_equal(after.data, before.data);
	strbuf_release(&before);
	strbuf_release(&after);
	strbuf_release(&stream);
}

static void tells_damage(void **state)
{
	static const char *const none[] = { NULL };
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	reports_sql("UPDATE document_pack SET bytes = x'78'", NULL);
	assert_int_equal(reports_ask(&dump_query, none, &out, &err),
			 ERR_FORMAT);
	assert_non_null(strstr(err.text, "t.db: 'en-2023'"));
	strbuf_release(&out);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 3] = {
		[COUNT_OF(cases)] = cmocka_unit_test(tells_streams_by_digest),
		cmocka_unit_test(forgets_numbers),
		cmocka_unit_test(tells_damage)
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], has_line);
	return cmocka_run_group_tests(tests, make_reports, remove_reports);
}
