/* Documents into a database: what becomes of one that is there already, and
 * which rows a stream gives. */
#include "reports_case.h"

#include "squeeze.h"

#define COLUMNS "\t_\t_\t_\t_\t_\t_\t_\t"
#define DOCUMENT(id, source, sha) "# newdoc id = " id "\n# meta::source = " \
	source "\n# meta::sha256 = " sha "\n"
#define PARAGRAPH(name, kind) "# newpar id = " name "\n# par::kind = " kind "\n"
#define SENTENCE(name, text) "# sent_id = " name "\n# text = " text "\n" \
	"# lang = en\n"

/* A report of one word. */
#define WORD(id, source, sha, word) DOCUMENT(id, source, sha) \
	PARAGRAPH(id "-p1", "paragraph") SENTENCE(id "-s1", word) \
	"1\t" word COLUMNS "Stem=" word "\n\n"

/* A report of one name. */
#define NAME(id, name, entity) DOCUMENT(id, id ".txt", id) \
	PARAGRAPH(id "-p1", "paragraph") SENTENCE(id "-s1", name) \
	"1\t" name COLUMNS "Entity=(" entity ")\n\n"

static struct again_case {
	const char *name;
	const char *between;         /* SQL after the first, or NULL */
	const char *stream, *option; /* the second */
	int rc;
	const char *message;         /* a part of it */
	const char *found;           /* of each document: source, digest, its
	                                words, and whether it is new */
} again[] = {
	{ "the same again", NULL, WORD("a", "a.txt", "1", "x"), NULL, 0, "",
	  "a.txt|1|x|old\n" },
	{ "the file has changed", NULL, WORD("a", "a.txt", "2", "y"), NULL, 0,
	  "", "a.txt|2|y|new\n" },
	{ "the stages see it differently", NULL,
	  WORD("a", "a.txt", "1", "y"), NULL, 0, "", "a.txt|1|y|new\n" },
	{ "the same file by another path", NULL,
	  WORD("a", "b/a.txt", "1", "x"), NULL, 0, "", "a.txt|1|x|old\n" },
	{ "it has moved and is seen differently", NULL,
	  WORD("a", "b.txt", "1", "y"), NULL, 0, "", "b.txt|1|y|new\n" },
	{ "the same file by another id", NULL,
	  WORD("b-a", "b/a.txt", "1", "x"), NULL, 0, "",
	  "b/a.txt|1|x|new\n" },
	{ "two equal files of one name", NULL,
	  WORD("a", "a.txt", "1", "x") WORD("b-a", "b/a.txt", "1", "x"), NULL,
	  0, "", "a.txt|1|x|old\nb/a.txt|1|x|new\n" },
	{ "an equal file of another name", NULL,
	  WORD("b", "b.txt", "1", "x"), NULL, 0, "",
	  "a.txt|1|x|old\nb.txt|1|x|new\n" },
	{ "another file of that id", NULL, WORD("a", "b.txt", "2", "y"), NULL,
	  ERR_DATABASE, "'a' is there already, from a.txt",
	  "a.txt|1|x|old\n" },
	{ "another file is let in", NULL, WORD("a", "b.txt", "2", "y"),
	  "--replace", 0, "", "b.txt|2|y|new\n" },
	{ "made by another stemmer", "UPDATE document SET stemmer = 0",
	  WORD("a", "a.txt", "1", "x"), NULL, 0, "", "a.txt|1|x|new\n" },
	{ "made by another tokenizer", "UPDATE document SET tokenizer = 0",
	  WORD("a", "a.txt", "1", "x"), NULL, 0, "", "a.txt|1|x|new\n" },
	{ "made with another key", "UPDATE document SET name_key = 0",
	  WORD("a", "a.txt", "1", "x"), NULL, 0, "", "a.txt|1|x|new\n" },
	{ "another id", NULL, WORD("b", "b.txt", "2", "y"), NULL, 0, "",
	  "a.txt|1|x|old\nb.txt|2|y|new\n" },
	{ "one is refused, the next one not", NULL,
	  WORD("a", "b.txt", "2", "y") WORD("c", "c.txt", "3", "z"), NULL,
	  ERR_DATABASE, "'a' is there already",
	  "a.txt|1|x|old\nc.txt|3|z|new\n" },
	{ "no document is there half",
	  "CREATE UNIQUE INDEX mine ON sentence(position)",
	  WORD("b", "b.txt", "2", "y"), NULL, ERR_DATABASE, "UNIQUE",
	  "a.txt|1|x|old\n" },
	{ "one fails on its way, those around it not",
	  "CREATE UNIQUE INDEX mine ON paragraph(text)",
	  WORD("b", "b.txt", "2", "y") WORD("c", "c.txt", "3", "y")
	  WORD("d", "d.txt", "4", "z"), NULL, ERR_DATABASE, "UNIQUE",
	  "a.txt|1|x|old\nb.txt|2|y|new\nd.txt|4|z|new\n" },
};

static void loads_again(void **state)
{
	const struct again_case *row = *state;
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;

	assert_int_equal(reports_load_text(WORD("a", "a.txt", "1", "x"), NULL,
					   &err), 0);
	reports_sql("UPDATE document SET title = 'old'", NULL);
	if (row->between)
		reports_sql(row->between, NULL);
	assert_int_equal(reports_load_text(row->stream, row->option, &err),
			 row->rc);
	assert_non_null(strstr(err.text, row->message));
	reports_sql("SELECT source, sha256, text, coalesce(document.title, "
		    "'new') FROM document JOIN paragraph "
		    "ON paragraph.document = document.id ORDER BY 1", &found);
	assert_string_equal(found.data, row->found);
	strbuf_release(&found);
}

/* Compress what is kept of the documents in another way. */
static void squeeze_again(void)
{
	struct strbuf bytes = STRBUF_INIT, packed = STRBUF_INIT;
	struct squeeze squeeze = { NULL, NULL };
	struct err err = ERR_INIT;
	struct statement *st;
	struct database *db;

	assert_int_equal(database_open(&db, reports_path, DATABASE_WRITE,
				       &err), 0);
	assert_int_equal(statement_open(&st, db, "SELECT bytes FROM "
					"document_pack", &err), 0);
	assert_int_equal(statement_step(st, &err), 1);
	assert_int_equal(unsqueeze_add(&squeeze, &bytes, statement_text(st, 0),
				       1 << 20, &err), 0);
	squeeze_add(&squeeze, &packed, strbuf_view(&bytes));
	assert_false(str_equal(strbuf_view(&packed), statement_text(st, 0)));
	statement_close(st);
	assert_int_equal(statement_open(&st, db, "UPDATE document_pack SET "
					"bytes = ?1", &err), 0);
	statement_bind_blob(st, 1, strbuf_view(&packed));
	assert_int_equal(statement_run(st, &err), 0);
	statement_close(st);
	database_close(db);
	squeeze_release(&squeeze);
	strbuf_release(&bytes);
	strbuf_release(&packed);
}

/* Other libraries compress the same otherwise. */
static void stays_when_squeezed_again(void **state)
{
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(reports_load_text(WORD("a", "a.txt", "1", "x"), NULL,
					   &err), 0);
	reports_sql("UPDATE document SET title = 'old'", NULL);
	squeeze_again();
	assert_int_equal(reports_load_text(WORD("a", "a.txt", "1", "x"), NULL,
					   &err), 0);
	reports_sql("SELECT title FROM document", &found);
	assert_string_equal(found.data, "old\n");
	strbuf_release(&found);
}

/* Where reports of one word take their places, nothing else is left of them,
 * in the indexes neither. */
static void leaves_nothing(void **state)
{
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;
	FILE *file = fopen(REPORTS, "rb");

	(void)state;
	assert_non_null(file);
	assert_int_equal(reports_load(file, NULL, &err), 0);
	fclose(file);
	assert_int_equal(reports_load_text(
		WORD("en-2023", "en-2023.txt", "1", "x")
		WORD("en-2024", "en-2024.txt", "1", "x")
		WORD("kk-2024", "kk-2024.txt", "1", "x")
		WORD("ru-2023", "ru-2023.txt", "1", "x"), NULL, &err), 0);
	reports_sql("SELECT (SELECT count(*) FROM document), "
		    "(SELECT count(*) FROM paragraph), "
		    "(SELECT count(*) FROM section), "
		    "(SELECT count(*) FROM mention), "
		    "(SELECT count(*) FROM alias), "
		    "(SELECT count(*) FROM entity), "
		    "(SELECT count(*) FROM incident_party), "
		    "(SELECT count(*) FROM v_terms), "
		    "(SELECT count(*) FROM word_index WHERE word_index MATCH "
		    "'\"1censors\"* OR \"3censors\"*'), (SELECT count(*) FROM paragraph_text "
		    "WHERE paragraph_text MATCH 'censors')", &found);
	assert_string_equal(found.data, "4|4|0|0|0|0|0|4|0|0\n");
	reports_sql("INSERT INTO word_index (word_index) "
		    "VALUES ('integrity-check')", NULL);
	strbuf_release(&found);
}

/* How many paragraphs an expression finds in the index. */
#define FOUND(expression)                                                     \
	"(SELECT count(*) FROM word_index WHERE word_index MATCH " expression ")"

static struct rows_case {
	const char *name, *stream, *sql, *found;
} rows[] = {
	{ "what else is said of a document",
	  "# newdoc id = a\n# meta::title = T\n# meta::author = A. B.\n"
	  PARAGRAPH("p1", "paragraph") SENTENCE("s1", "x")
	  "1\tx" COLUMNS "_\n\n",
	  "SELECT title, edition, key, value, words FROM document "
	  "JOIN document_meta ON document = id", "T|-|author|A. B.|1\n" },
	{ "the versions of what made it", WORD("a", "a.txt", "1", "x"),
	  "SELECT tokenizer > 0, stemmer > 0, name_key > 0 FROM document",
	  "1|1|1\n" },
	{ "sections in their order, by their first headings",
	  DOCUMENT("a", "a", "1")
	  PARAGRAPH("p1", "heading") "# par::section = P2\n"
	  SENTENCE("s1", "One") "1\tOne" COLUMNS "_\n\n"
	  PARAGRAPH("p2", "paragraph") "# par::section = I4\n"
	  SENTENCE("s2", "x") "1\tx" COLUMNS "_\n\n"
	  PARAGRAPH("p3", "heading") "# par::section = P2\n"
	  SENTENCE("s3", "Two") "1\tTwo" COLUMNS "_\n\n",
	  "SELECT code, position, title FROM section ORDER BY position",
	  "P2|1|One\nI4|2|-\n" },
	{ "a section in another one, which may be told of later",
	  DOCUMENT("a", "a", "1")
	  PARAGRAPH("p1", "heading") "# par::section = I1\n"
	  "# par::parent = P1\n# par::country = KZ\n"
	  SENTENCE("s1", "One") "1\tOne" COLUMNS "_\n\n"
	  PARAGRAPH("p2", "paragraph") "# par::section = P1\n"
	  SENTENCE("s2", "x") "1\tx" COLUMNS "_\n\n",
	  "SELECT section, parent, v_sections.title, country FROM v_sections "
	  "JOIN v_paragraphs USING (document, section) ORDER BY section",
	  "I1|P1|One|KZ\nP1|-|-|-\n" },
	{ "terms: how often, in how many paragraphs, how spelled mostly",
	  DOCUMENT("a", "a", "1") PARAGRAPH("p1", "paragraph")
	  SENTENCE("s1", "laws law Laws") "1\tlaws" COLUMNS "Stem=law\n"
	  "2\tlaw" COLUMNS "Stem=law\n3\tLaws" COLUMNS "Stem=law\n\n"
	  PARAGRAPH("p2", "paragraph") SENTENCE("s2", "laws")
	  "1\tlaws" COLUMNS "Stem=law\n\n",
	  "SELECT stem, count, paragraphs, form FROM v_terms",
	  "law|4|2|laws\n" },
	{ "of spellings that are equally common the first",
	  DOCUMENT("a", "a", "1") PARAGRAPH("p1", "paragraph")
	  SENTENCE("s1", "laws law") "1\tlaws" COLUMNS "Stem=law\n"
	  "2\tlaw" COLUMNS "Stem=law\n\n",
	  "SELECT form FROM v_terms", "law\n" },
	{ "headers and footers of pages are found and not counted",
	  DOCUMENT("a", "a", "1") PARAGRAPH("p1", "furniture")
	  SENTENCE("s1", "x") "1\tx" COLUMNS "Stem=x\n\n",
	  "SELECT (SELECT count(*) FROM v_terms), count(*) "
	  "FROM word_index WHERE word_index MATCH '\"3x' || char(29) || 'en\"'", "0|1\n" },
	{ "signs are no words", DOCUMENT("a", "a", "1")
	  PARAGRAPH("p1", "paragraph") SENTENCE("s1", "x , 7")
	  "1\tx" COLUMNS "_\n2\t," COLUMNS "_\n3\t7" COLUMNS "_\n\n",
	  "SELECT words, " FOUND("'\"3x' || char(29) || 'en' || char(30) || '37' || "
			    "char(29) || 'en\"'") " FROM "
	  "document", "2|1\n" },
	{ "a word without stem is its own, in lower case",
	  DOCUMENT("a", "a", "1") PARAGRAPH("p1", "paragraph")
	  SENTENCE("s1", "X") "1\tX" COLUMNS "_\n\n", "SELECT " FOUND("'\"3x' || char(29) || 'en\"'"), "1\n" },
	{ "a lemma of one word among others", DOCUMENT("a", "a", "1")
	  PARAGRAPH("p1", "paragraph") SENTENCE("s1", "was x")
	  "1\twas\tbe\t_\t_\t_\t_\t_\t_\t_\n2\tx" COLUMNS "_\n\n",
	  "SELECT " FOUND("'\"4be\"'") ", " FOUND("'\"4x\"'") ", "
	  FOUND("'\"3was' || char(29) || 'en' || char(30) || '3x' || "
		"char(29) || 'en\"'"), "1|0|1\n" },
	{ "a full name goes before a bare one that is commoner",
	  NAME("a", "Doe", "doe-person-1") NAME("b", "Doe", "doe-person-1")
	  DOCUMENT("c", "c", "c") PARAGRAPH("c-p", "paragraph")
	  SENTENCE("c-s", "Jo Doe") "1\tJo" COLUMNS "Entity=(doe-person-1\n"
	  "2\tDoe" COLUMNS "Entity=doe)\n\n",
	  "SELECT name FROM entity", "Jo Doe\n" },
	{ "a name that the document tells, of what it mentions",
	  "# newdoc id = a\n# meta::name.doe = J.\n# meta::name.roe = R.\n"
	  PARAGRAPH("p", "paragraph") SENTENCE("s", "Doe")
	  "1\tDoe" COLUMNS "Entity=(doe-person-1)\n\n",
	  "SELECT name, key FROM entity, document_meta", "J.|name.doe\n" },
	{ "the commonest type", NAME("a", "Doe", "doe-person-1")
	  NAME("b", "Doe", "doe-official-1") NAME("c", "Doe", "doe-official-1"),
	  "SELECT type FROM entity", "official\n" },
	{ "of types that are equally common the first by name",
	  NAME("a", "Doe", "doe-person-1") NAME("b", "Doe", "doe-official-1"),
	  "SELECT type FROM entity", "official\n" },
	{ "spellings are counted over documents",
	  NAME("a", "Doe", "doe-person-1") NAME("b", "Doe", "doe-person-1"),
	  "SELECT form, count FROM alias", "Doe|2\n" },
	{ "of a document that is replaced they are taken off",
	  NAME("a", "Doe", "doe-person-1") NAME("b", "Doe", "doe-person-1")
	  WORD("b", "b.txt", "b", "x"),
	  "SELECT form, count FROM alias", "Doe|1\n" },
	{ "an entity that nobody names any more is gone",
	  NAME("a", "Doe", "doe-person-1") WORD("a", "a.txt", "a", "x"),
	  "SELECT count(*) FROM entity", "0\n" },
	{ "a number and a noun are no entity", DOCUMENT("a", "a", "1")
	  PARAGRAPH("p1", "paragraph") SENTENCE("s1", "x")
	  "# incident = id=i|type=attack|target=41_men;doe|trigger=s1:1-1\n"
	  "1\tx" COLUMNS "_\n\n",
	  "SELECT position, name, entity FROM incident_party",
	  "1|41_men|-\n2|doe|doe\n" },
	{ "what begins with a digit is one where it is named",
	  DOCUMENT("a", "a", "1") PARAGRAPH("p1", "paragraph")
	  SENTENCE("s1", "x")
	  "# incident = id=i|type=block|target=24_kg|trigger=s1:1-1\n"
	  "1\tx" COLUMNS "Entity=(24_kg-outlet-1)\n\n",
	  "SELECT name, entity FROM incident_party", "24_kg|24_kg\n" },
	{ "a footnote's mark in characters", DOCUMENT("a", "a", "1")
	  PARAGRAPH("p1", "paragraph") SENTENCE("s1", "ой")
	  "1\tой" COLUMNS "_\n\n" PARAGRAPH("p2", "footnote")
	  "# footnote = number=1|anchor=p1:2|date=2022|url=http://x.xt\n"
	  SENTENCE("s2", "y") "1\ty" COLUMNS "_\n\n",
	  "SELECT number, anchor_char, author, date, url FROM footnote",
	  "1|2|-|2022|http://x.xt\n" },
	{ "a footnote without a mark", DOCUMENT("a", "a", "1")
	  PARAGRAPH("p1", "footnote") "# footnote = number=2\n"
	  SENTENCE("s1", "y") "1\ty" COLUMNS "_\n\n",
	  "SELECT number, anchor, anchor_char FROM footnote", "2|-|-\n" },
	{ "a score", DOCUMENT("a", "a", "1") PARAGRAPH("p1", "score")
	  "# score = scope=P1|value=17.5|change=+1\n" SENTENCE("s1", "y")
	  "1\ty" COLUMNS "_\n\n",
	  "SELECT scope, value, class, change FROM score", "P1|17.5|-|+1\n" },
	{ "a link in characters", DOCUMENT("a", "a", "1")
	  PARAGRAPH("p1", "paragraph") "# link = at=3:5|target=http://x.xt\n"
	  SENTENCE("s1", "ой да") "1\tой" COLUMNS "_\n2\tда" COLUMNS "_\n\n",
	  "SELECT start_char, end_char, target FROM link",
	  "3|5|http://x.xt\n" },
	{ "places in a paragraph of several lines and pages",
	  "# newdoc id = a\n" PARAGRAPH("p1", "paragraph")
	  "# par::page = 1-2\n# par::lines = 1-3\n# par::gap = 0\n"
	  "# par::source = ой да%0AX%0A%0CZ\n# par::map = 0:0:5 6:6:1 8:9:1\n"
	  SENTENCE("s1", "ой да X Z") "1\tой" COLUMNS "_\n"
	  "2\tда" COLUMNS "Entity=(da-person-1)\n"
	  "3\tX" COLUMNS "Entity=(x-person-1)\n"
	  "4\tZ" COLUMNS "Entity=(z-person-1)\n\n",
	  "SELECT entity, start_char, end_char, source_start, source_end, "
	  "page, line FROM mention", "da|3|5|3|5|1|1\nx|6|7|6|7|1|2\n"
	  "z|8|9|9|10|2|3\n" },
	{ "an incident without words of its own has its sentence's place",
	  DOCUMENT("a", "a", "1") PARAGRAPH("p1", "paragraph")
	  "# par::lines = 1\n# par::gap = 0\n" SENTENCE("s1", "да X")
	  "# incident = id=i|type=attack\n"
	  "1\tда" COLUMNS "_\n2\tX" COLUMNS "_\n\n",
	  "SELECT trigger, source_start, source_end, line FROM incident",
	  "-|0|4|1\n" },
};

static void gives_rows(void **state)
{
	const struct rows_case *row = *state;
	struct strbuf found = STRBUF_INIT;
	struct err err = ERR_INIT;

	reports_load_text(row->stream, NULL, &err);
	assert_string_equal(err.text, "");
	reports_sql(row->sql, &found);
	assert_string_equal(found.data, row->found);
	strbuf_release(&found);
}

#define WITH_FILE(row, function) ((struct CMUnitTest){ .name = (row).name, \
	.test_func = (function), .teardown_func = remove_file,              \
	.initial_state = &(row) })

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(again) + COUNT_OF(rows) + 2] = {
		cmocka_unit_test_teardown(leaves_nothing, remove_file),
		cmocka_unit_test_teardown(stays_when_squeezed_again,
					  remove_file)
	};
	size_t count = 2;

	for (size_t i = 0; i < COUNT_OF(again); i++)
		tests[count++] = WITH_FILE(again[i], loads_again);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		tests[count++] = WITH_FILE(rows[i], gives_rows);
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
