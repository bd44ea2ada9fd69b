/* Endings that come off by the rows of inflections.tsv: each row of the
 * languages' own is a test, and a table made here shows what rows can say. */
#include "lexicon_folder.h"

#include "inflections.h"

#define HEADER "step\tending\tkeep\tneeds\tleaves\tthen\tlast\texample\tstem\n"

static const char rules[] = HEADER
	"letters\tabcdefghijklmnopqrstuvwxyzäж\t\t\t\t\t\t\t\n"
	"vowels\taeiouyä\t\t\t\t\t\t\t\n"
	"semivowels\twxy\t\t\t\t\t\t\t\n"
	"begins\tgener\t\t\t\t\t\t\t\n"
	"first\tnis\t2\t\tn\tstop\t\t\t\n"
	"first\tis\t0\tvowel\t\t\t\t\t\n"
	"first\tus\t0\tvowel_apart\t\t\t\t\t\n"
	"first\tat\t0\tr1\t\t\t\t\t\n"
	"first\tad\t0\tr2\t\t\t\t\t\n"
	"first\te\t0\tr1_long\t\t\t\t\t\n"
	"first\tor**\t1\t\to\t\t\t\t\n"
	"first\ting\t0\t\t\tagain\t\t\t\n"
	"first\tsi\t0\t\t\t\tsa\t\t\n"
	"again\t\t0\tshort_word\te\t\t\t\t\n"
	"again\tpp\t0\t\tp\t\t\t\t\n"
	"after\tж\t2\t\t\t\t\t\t\n";

static struct word_case { const char *name, *word, *stem; } words[] = {
	{ "the longest ending, and no step after it", "danisж", "danis" },
	{ "stop", "lunis", "lun" },
	{ "too few letters left: the next one", "anis", "an" },
	{ "letters are counted, not bytes", "äänis", "ään" },
	{ "a vowel before the ending", "tapis", "tap" },
	{ "no vowel before it", "tkis", "tkis" },
	{ "a vowel beyond ASCII", "täkis", "täk" },
	{ "a vowel apart", "kilus", "kil" },
	{ "none apart", "kious", "kio" },
	{ "one right before it alone", "pous", "pous" },
	{ "in the first region", "kalat", "kal" },
	{ "not in it", "klat", "klat" },
	{ "a beginning whose region is behind it", "generat", "gener" },
	{ "in the second region", "kalotad", "kalot" },
	{ "not in it", "kalad", "kalad" },
	{ "no short syllable before", "tanse", "tans" },
	{ "a short syllable before", "tane", "tane" },
	{ "a semivowel ends none", "tawne", "tawn" },
	{ "y at the beginning is no vowel", "ykis", "ykis" },
	{ "y behind a consonant is one", "kykis", "kyk" },
	{ "y behind a vowel is none", "kayat", "kay" },
	{ "letters of any sort behind the ending", "tororäx", "toro" },
	{ "a step that is called", "hoping", "hope" },
	{ "a step that is not", "hopp", "hopp" },
	{ "a step that is called finds two letters", "hopping", "hop" },
	{ "a last part, behind the steps below", "takжsi", "taksa" },
	{ "a letter that the language lacks", "tapçis", "tapçis" },
	{ "no letter", "", "" },
};

static struct fault_case { const char *name, *rows, *message; } faults[] = {
	{ "what it needs", "a\tb\t0\tluck\t\t\t\t\t\n",
	  "xx/inflections.tsv:2: needs 'luck': expected nothing, vowel," },
	{ "no number", "a\tb\tx\t\t\t\t\t\t\n",
	  "xx/inflections.tsv:2: keep 'x': expected a number up to 20" },
	{ "back to a step above",
	  "a\tb\t0\t\t\t\t\t\t\nc\td\t0\t\t\ta\t\t\t\n",
	  "xx/inflections.tsv:3: then 'a': expected stop or a step that" },
	{ "to a step that is none", "a\tb\t0\t\t\tx\t\t\t\n",
	  "xx/inflections.tsv:2: then 'x': expected stop or a step that" },
	{ "rows apart",
	  "a\tb\t0\t\t\t\t\t\t\nc\td\t0\t\t\t\t\t\t\na\te\t0\t\t\t\t\t\t\n",
	  "xx/inflections.tsv:4: the rows of 'a' stand apart" },
};

static void word_is_cut(void **state)
{
	const struct word_case *one = *state;
	struct lexicon_folder folder;
	struct inflections *inflections;
	struct strbuf word = STRBUF_INIT;
	struct err err = ERR_INIT;

	lexicon_folder_open(&folder);
	lexicon_folder_write(&folder, "xx/inflections.tsv", rules);
	assert_int_equal(inflections_open(&inflections, folder.lexicons,
					  STR("xx"), &err), 0);
	strbuf_add_z(&word, one->word);
	inflections_strip(inflections, NULL, &word);
	assert_string_equal(strbuf_view(&word).data, one->stem);
	strbuf_release(&word);
	inflections_close(inflections);
	lexicon_folder_close(&folder);
}

static void fault_is_named(void **state)
{
	const struct fault_case *one = *state;
	struct lexicon_folder folder;
	struct inflections *inflections;
	struct strbuf table = STRBUF_INIT;
	struct err err = ERR_INIT;

	strbuf_addf(&table, "%s%s", HEADER, one->rows);
	lexicon_folder_open(&folder);
	lexicon_folder_write(&folder, "xx/inflections.tsv", table.data);
	assert_int_equal(inflections_open(&inflections, folder.lexicons,
					  STR("xx"), &err), ERR_FORMAT);
	assert_null(inflections);
	assert_non_null(strstr(err.text, one->message));
	strbuf_release(&table);
	lexicon_folder_close(&folder);
}

static void no_table(void **state)
{
	struct lexicon_folder folder;
	struct inflections *inflections;
	struct err err = ERR_INIT;

	(void)state;
	lexicon_folder_open(&folder);
	assert_int_equal(inflections_open(&inflections, folder.lexicons,
					  STR("xx"), &err), 0);
	assert_null(inflections);
	lexicon_folder_close(&folder);
}

/* Counts the rows whose example has another stem than they say. */
static size_t wrong_rows(struct lexicons *lexicons, struct str code,
			 struct sb_stemmer *snowball)
{
	struct inflections *inflections;
	struct strbuf word = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct table *table;
	size_t wrong = 0;

	assert_int_equal(inflections_open(&inflections, lexicons, code, &err),
			 0);
	assert_int_equal(lexicons_language_table(lexicons, code,
						 "inflections.tsv", &table,
						 &err), 0);
	assert_true(table->row_count > 0);
	for (size_t row = 0; row < table->row_count; row++) {
		struct str stem = table_named_cell(table, row, "stem");

		strbuf_clear(&word);
		strbuf_add(&word, table_named_cell(table, row, "example"));
		inflections_strip(inflections, snowball, &word);
		if (str_equal(strbuf_view(&word), stem))
			continue;
		print_error("%.*s:%u: %.*s, not %.*s\n", STR_ARGS(table->path),
			    (unsigned)table->lines.items[row],
			    STR_ARGS(strbuf_view(&word)), STR_ARGS(stem));
		wrong++;
	}
	strbuf_release(&word);
	inflections_close(inflections);
	return wrong;
}

static void table_examples(void **state)
{
	struct err err = ERR_INIT;
	struct lexicons *lexicons;
	struct sb_stemmer *snowball = snowball_new("russian");

	(void)state;
	assert_int_equal(lexicons_open(&lexicons, ESEP_SOURCE_DIR "/lexicons",
				       &err), 0);
	assert_int_equal(wrong_rows(lexicons, STR("en"), NULL), 0);
	assert_int_equal(wrong_rows(lexicons, STR("ru"), snowball), 0);
	snowball_free(snowball);
	lexicons_close(lexicons);
}

int main(void)
{
	enum { WORDS = COUNT_OF(words), FAULTS = COUNT_OF(faults) };
	struct CMUnitTest tests[WORDS + FAULTS + 2] = {
		cmocka_unit_test(table_examples), cmocka_unit_test(no_table)
	};

	for (size_t i = 0; i < WORDS; i++)
		tests[2 + i] = CASE(words[i], word_is_cut);
	for (size_t i = 0; i < FAULTS; i++)
		tests[2 + WORDS + i] = CASE(faults[i], fault_is_named);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
