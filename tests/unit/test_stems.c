/* Stems: forms of a word share one. Each row of lexicons/kk/suffixes.tsv is a
 * test too, and the tables of lexemes are read whole. */
#include "knowledge_case.h"

#include "stems.h"
#include "table.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct stem_case { const char *name, *lang, *word, *stem; } cases[] = {
	{ "English plural", "en", "Journalists", "journalist" },
	{ "English in capitals", "en", "BLOCKED", "block" },
	{ "Russian case", "ru", "журналистов", "журналист" },
	{ "Russian io is e", "ru", "репортёром", "репортер" },
	{ "stress mark", "ru", "за\u0301мками", "замок" },
	{ "English strong verb", "en", "given", "give" },
	{ "English suppletion", "en", "went", "go" },
	{ "English clitic", "en", "’re", "be" },
	{ "English possessive is no term", "en", "’s", "" },
	{ "English -women", "en", "camerawomen", "camerawoman" },
	{ "English plural, not a verb", "en", "leaves", "leaf" },
	{ "English accent", "en", "cafés", "cafe" },
	{ "English diaeresis", "en", "naïve", "naive" },
	{ "letters drawn out", "en", "soooo", "so" },
	{ "letters drawn out behind two", "en", "prettty", "pretty" },
	{ "Roman numeral is not drawn out", "en", "LXXXIII", "lxxxiii" },
	{ "letters of an acronym are not drawn out", "en", "IEEE", "ieee" },
	{ "short word that no table has", "ru", "ТОО", "тоо" },
	{ "accent in Russian", "ru", "cafés", "cafes" },
	{ "English Latin plural", "en", "phenomena", "phenomenon" },
	{ "English doubled letter", "en", "stopping", "stop" },
	{ "English silent e", "en", "hoping", "hope" },
	{ "English comparative", "en", "easiest", "easy" },
	{ "English noun in -ing", "en", "building", "building" },
	{ "English derivation stays apart", "en", "nationality",
	  "nationality" },
	{ "English word that no table has", "en", "blogospheres",
	  "blogospher" },
	{ "Russian suppletion", "ru", "шла", "идти" },
	{ "Russian suppletion behind a prefix", "ru", "пришёл", "прийти" },
	{ "Russian children", "ru", "детей", "ребенок" },
	{ "Russian pronoun", "ru", "мною", "я" },
	{ "Russian lost vowel", "ru", "рынка", "рынок" },
	{ "Russian changed consonant", "ru", "пишу", "писать" },
	{ "Russian participle", "ru", "задержанных", "задержать" },
	{ "Russian short adjective", "ru", "заметны", "заметный" },
	{ "Russian reflexive stays apart", "ru", "начались", "начаться" },
	{ "Russian ordinal is no number", "ru", "вторая", "второй" },
	{ "usual reading of a form", "ru", "стали", "стать" },
	{ "Russian word that no table has", "ru", "телеграмканалам",
	  "телеграмканал" },
	{ "soft hyphen", "ru", "жур\u00adналисты", "журналист" },
	{ "voiced final letter", "kk", "кітабымыздың", "кітап" },
	{ "endings behind -дегі", "kk", "мектебіндегілер", "мектеп" },
	{ "root of a verb that looks like one more ending", "kk", "төледі",
	  "төле" },
	{ "passive", "kk", "бұғатталды", "бұғатта" },
	{ "unknown word keeps what makes words", "kk", "азаббаттыққа",
	  "азаббаттық" },
	{ "surname in a case", "kk", "Тұңғышбаевтың", "тұңғышбаев" },
	{ "pronoun is not a plural", "kk", "олар", "олар" },
	{ "pronoun in a case", "kk", "оның", "ол" },
	{ "lost vowel", "kk", "халқының", "халық" },
	{ "lost vowel before у", "kk", "айру", "айыр" },
	{ "endings of four slots", "kk", "журналистеріміздің", "журналист" },
	{ "harmony keeps a word whole", "kk", "алмада", "алма" },
	{ "name of a country", "kk", "Қазақстанда", "қазақстан" },
	{ "number with an ending", "kk", "2022", "2022" },
	{ "no stemmer for und", "und", "Слова", "слова" },
};

static struct lemma_case {
	const char *name, *lang, *word, *lemma;
} lemmas[] = {
	{ "form of one word", "en", "journalists", "journalist" },
	{ "irregular form", "en", "children", "child" },
	{ "lemma itself", "en", "court", "court" },
	{ "form of two words", "en", "left", "" },
	{ "possessive or verb", "en", "'s", "" },
	{ "Russian case", "ru", "судами", "" },
	{ "Russian verb", "ru", "задержали", "задержать" },
	{ "Russian io is e", "ru", "репортёров", "репортер" },
	{ "Russian form of two words", "ru", "стали", "" },
	{ "unknown word", "ru", "телеграмканалам", "" },
	{ "Kazakh noun", "kk", "журналистер", "журналист" },
	{ "Kazakh verb", "kk", "қалды", "қал" },
	{ "Kazakh word that no table has", "kk", "азаббаттыққа", "" },
	{ "no language", "und", "court", "" },
};

static struct str stem_of(const char *lang, struct str word)
{
	word_id stem = languages_stem(test_knowledge.languages,
				      languages_find(test_knowledge.languages,
						     str_of(lang)),
				      words_add(&test_words, word));

	return words_text(&test_words, stem);
}

static void stems(void **state)
{
	const struct stem_case *one = *state;

	assert_string_equal(stem_of(one->lang, str_of(one->word)).data,
			    one->stem);
}

/* Words with one stem; `but` has another. */
static struct same_case { const char *name, *lang, *words, *but; } sames[] = {
	{ "English verb", "en", "close closes closed closing", "closely" },
	{ "English short verb", "en", "hop hops hopped hopping", "hope" },
	{ "English verb with a silent e", "en", "hope hopes hoped hoping",
	  "hop" },
	{ "English two letters and one", "en", "add adds added adding", "ad" },
	{ "English -y", "en", "party parties", "part" },
	{ "English derivations stay apart", "en", "person persons",
	  "personality" },
	{ "English irregular verb", "en", "write wrote written writing writes",
	  "writer" },
	{ "English verb to be", "en", "be am is are was were been being",
	  "bee" },
	{ "English man and woman", "en", "gunman gunmen", "gun" },
	{ "English business", "en", "businesswoman businesswomen",
	  "business" },
	{ "English verb with two pasts", "en", "learn learned learnt learning",
	  "learner" },
	{ "English noun, by its commonest part of speech", "en",
	  "meeting meetings", "meet" },
	{ "English verb, by its commonest part of speech", "en",
	  "block blocking blocked", "blocker" },
	{ "English irregular noun", "en", "crisis crises", "cry" },
	{ "English comparison", "en", "happy happier happiest", "happily" },
	{ "English -ing that is no ending", "en", "building buildings",
	  "build" },
	{ "English pronoun", "en", "I me", "my" },
	{ "Russian verb in -овать", "ru",
	  "существовать существует существовали", "сущность" },
	{ "Russian reflexive verb", "ru", "использоваться используется",
	  "использовать" },
	{ "Russian noun in -сь is not reflexive", "ru", "рукопись рукописи",
	  "рукоп" },
	{ "Russian quality", "ru", "возможность возможности", "возможный" },
	{ "Russian act", "ru", "освобождение освобождения освобождением",
	  "освободить" },
	{ "Russian country in -ания", "ru", "компания компанией компаний",
	  "комп" },
	{ "Russian superlative", "ru", "новейший новейшего", "новый" },
	{ "Russian lost vowel", "ru", "день дня дней днём", "дно" },
	{ "Russian to go", "ru", "выйти вышел вышла выйдет", "вышивка" },
	{ "Russian people", "ru", "человек люди людей", "людный" },
	{ "Russian and its io", "ru", "взлёт взлета взлётом", "взять" },
	{ "Russian pronoun with a particle", "ru",
	  "какой-либо каких-либо какому-либо", "какой" },
	{ "Russian pronoun with another", "ru", "что-нибудь чем-нибудь",
	  "что-то" },
	{ "Russian pronoun with one in front", "ru", "кое-кто кое-кого кое-кем",
	  "кто" },
	{ "Russian adjective that was a participle", "ru", "бывший бывших",
	  "быть" },
	{ "Russian time of the day", "ru", "ночь ночи ночью", "ночной" },
	{ "Russian abbreviation without a stop", "ru", "миллион млн млн.",
	  "мил" },
	{ "Russian -й of a noun", "ru", "музей музея музеем музее", "муза" },
};

static void one_stem(void **state)
{
	const struct same_case *one = *state;
	struct str words = str_of(one->words), word, first;

	str_split(&words, ' ', &word);
	first = stem_of(one->lang, word);
	while (words.data && str_split(&words, ' ', &word))
		assert_string_equal(stem_of(one->lang, word).data, first.data);
	assert_string_not_equal(stem_of(one->lang, str_of(one->but)).data,
				first.data);
}

static void lemma_is_certain(void **state)
{
	const struct lemma_case *one = *state;
	word_id word = words_add(&test_words, str_of(one->word));
	lang_id lang = languages_find(test_knowledge.languages, str_of(one->lang));
	struct word found = *languages_stemmed(test_knowledge.languages, &test_words,
					       lang, word);

	assert_string_equal(found.is_lemma
				    ? words_text(&test_words, found.stem).data
				    : "", one->lemma);
}

static struct table_row_case {
	const char *name, *path, *columns;
	bool repeats;  /* a first cell may stand in several rows */
} sorted_tables[] = {
	{ "English lexemes", "en/lexemes.tsv", "base paradigm weight", true },
	{ "English paradigms", "en/paradigms.tsv", "paradigm lemma endings",
	  false },
	{ "English readings", "en/readings.tsv", "form lemma certain", false },
	{ "Russian lexemes", "ru/lexemes.tsv", "base paradigm weight", true },
	{ "Russian paradigms", "ru/paradigms.tsv", "paradigm lemma endings",
	  false },
	{ "Russian readings", "ru/readings.tsv", "form lemma certain", false },
};

static void load_lexicon(struct table *table, const char *path,
			 const char *columns)
{
	struct strbuf full = STRBUF_INIT;
	struct err err = ERR_INIT;

	strbuf_addf(&full, "%s/lexicons/%s", ESEP_SOURCE_DIR, path);
	assert_int_equal(table_load(table, full.data, columns, &err), 0);
	strbuf_release(&full);
}

static void table_is_sorted(void **state)
{
	const struct table_row_case *one = *state;
	struct table table;

	load_lexicon(&table, one->path, one->columns);
	assert_true(table.row_count > 0);
	for (size_t row = 1; row < table.row_count; row++) {
		int order = str_compare(table_cell(&table, row - 1, 0),
					table_cell(&table, row, 0));

		if (order < 0 || (order == 0 && one->repeats))
			continue;
		fail_msg("%s:%zu: stands behind the row above it", one->path,
			 row + 2);
	}
	table_release(&table);
}

/* Endings are searched by halving. */
static void endings_are_sorted(void **state)
{
	struct table table;

	load_lexicon(&table, *state, "paradigm lemma endings");
	for (size_t row = 0; row < table.row_count; row++) {
		struct str rest = table_cell(&table, row, 2), last, next;
		struct str lemma = table_cell(&table, row, 1);
		bool has_lemma = false;

		for (last = STR_NONE; str_split(&rest, ' ', &next);
		     last = next) {
			assert_true(str_compare(last, next) < 0);
			has_lemma = has_lemma || str_equal(next, lemma);
		}
		assert_true(has_lemma);
	}
	table_release(&table);
}

/* Look-ups by halving and, after many, by an index find the same. */
static void index_changes_nothing(void **state)
{
	struct stemmer fresh, used;
	struct strbuf one = STRBUF_INIT, other = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct str word = STR("задержанных");

	(void)state;
	assert_int_equal(stemmer_open(&fresh, STR("russian"),
				      test_knowledge.lexicons, STR("ru"), &err),
			 0);
	assert_int_equal(stemmer_open(&used, STR("russian"),
				      test_knowledge.lexicons, STR("ru"), &err),
			 0);
	stemmer_stem(&fresh, word, &one);
	assert_null(fresh.lexemes.bases.slots);
	for (int i = 0; i < 500; i++)
		stemmer_stem(&used, word, &other);
	assert_non_null(used.lexemes.bases.slots);
	assert_string_equal(one.data, "задержать");
	assert_string_equal(other.data, one.data);
	stemmer_close(&fresh);
	stemmer_close(&used);
	strbuf_release(&one);
	strbuf_release(&other);
}

static bool begins_alike(struct str word, struct str stem)
{
	size_t a = 0, b = 0;

	for (int i = 0; i < 2; i++) {
		uint32_t c = a < word.len ? utf8_next(word, &a) : 0;

		c = utf8_fold_char(c);
		c = c == 0x451 ? 0x435 : c;
		if (b == stem.len || utf8_next(stem, &b) != c)
			return false;
	}
	return true;
}

/* The first word of each cell begins as its stem does, unless it is known that
 * it may not. */
static size_t shifted(struct table *table, const char *column, lang_id lang)
{
	size_t wrong = 0;

	for (size_t row = 0; row < table->row_count; row++) {
		struct str rest = table_named_cell(table, row, column), word;
		word_id form, stem;

		str_split(&rest, ' ', &word);
		form = words_add(&test_words, word);
		if (words_kind(&test_words, form) != KIND_WORD ||
		    languages_may_shift(test_knowledge.languages, lang, word))
			continue;
		stem = languages_stem(test_knowledge.languages, lang, form);
		if (begins_alike(word, words_text(&test_words, stem)))
			continue;
		print_error("%.*s:%u: %.*s\n", STR_ARGS(table->path),
			    (unsigned)table->lines.items[row], STR_ARGS(word));
		wrong++;
	}
	return wrong;
}

static struct vocabulary { const char *name, *table, *column, *lang; }
vocabularies[] = {
	{ "English words begin as their stems", "en/words.tsv", "stem", "en" },
	{ "Russian words begin as their stems", "ru/words.tsv", "stem", "ru" },
	{ "Kazakh words begin as their stems", "kk/words.tsv", "stem", "kk" },
	{ "Kazakh endings leave the beginning", "kk/suffixes.tsv", "example",
	  "kk" },
	{ "English function words", "en/stopwords.tsv", "word", "en" },
	{ "Russian function words", "ru/stopwords.tsv", "word", "ru" },
	{ "Kazakh function words", "kk/stopwords.tsv", "word", "kk" },
	{ "names of outlets as Russian", "names/outlets.tsv", "name", "ru" },
	{ "names of bodies as Kazakh", "names/bodies.tsv", "name", "kk" },
	{ "names of laws as English", "names/laws.tsv", "name", "en" },
	{ "names of places as Kazakh", "names/places.tsv", "name", "kk" },
	{ "surnames as Russian", "surnames.tsv", "name", "ru" },
};

static void begins_as_its_stem(void **state)
{
	const struct vocabulary *one = *state;
	struct table *table;
	struct err err = ERR_INIT;

	assert_int_equal(lexicons_table(test_knowledge.lexicons, one->table,
					&table, &err), 0);
	assert_true(table->row_count > 0);
	assert_int_equal(shifted(table, one->column,
				 languages_find(test_knowledge.languages,
						str_of(one->lang))), 0);
}

static struct fault_case {
	const char *name, *lexemes, *paradigms, *message;
} faults[] = {
	{ "another header", "form\tlemma\n", NULL,
	  "/xx/lexemes.tsv:1: expected the columns base paradigm weight and a"
	  " line end behind every row" },
	{ "a row without end", "base\tparadigm\tweight\na\t0001\t1", NULL,
	  "/xx/lexemes.tsv:1: expected the columns base paradigm weight and a"
	  " line end behind every row" },
	{ "a table is missing", "base\tparadigm\tweight\na\t0001\t1\n", NULL,
	  "/xx/paradigms.tsv: No such file or directory" },
	{ "a paradigm left out", "base\tparadigm\tweight\na\t0002\t1\n",
	  "paradigm\tlemma\tendings\n0001\t-\t-\n0003\t-\t-\n",
	  "/xx/paradigms.tsv:3: expected the paradigm 0002" },
};

static void write_table(const char *folder, const char *name, const char *text)
{
	char path[64];
	FILE *file;

	snprintf(path, sizeof path, "%s/xx/%s", folder, name);
	unlink(path);
	if (!text)
		return;
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void fault_is_named(void **state)
{
	const struct fault_case *one = *state;
	char folder[] = "/tmp/esep-stems-XXXXXX", inner[64];
	struct err err = ERR_INIT;
	struct lexemes lexemes;

	assert_non_null(mkdtemp(folder));
	snprintf(inner, sizeof inner, "%s/xx", folder);
	assert_int_equal(mkdir(inner, 0700), 0);
	write_table(folder, "lexemes.tsv", one->lexemes);
	write_table(folder, "paradigms.tsv", one->paradigms);
	assert_true(lexemes_open(&lexemes, folder, STR("xx"), &err) < 0);
	assert_non_null(strstr(err.text, one->message));
	write_table(folder, "lexemes.tsv", NULL);
	write_table(folder, "paradigms.tsv", NULL);
	rmdir(inner);
	rmdir(folder);
}

static void table_examples(void **state)
{
	struct err err = ERR_INIT;
	struct table table;
	size_t wrong = 0;

	(void)state;
	assert_int_equal(table_load(&table, ESEP_SOURCE_DIR
				    "/lexicons/kk/suffixes.tsv",
				    "suffix example stem", &err), 0);
	for (size_t row = 0; row < table.row_count; row++) {
		struct str word = table_cell(&table, row,
					     table_column(&table, "example"));
		struct str stem = table_cell(&table, row,
					     table_column(&table, "stem"));

		if (str_equal(stem_of("kk", word), stem))
			continue;
		wrong++;
		print_error("row %zu: %.*s has the stem %.*s, not %.*s\n",
			    row + 2, STR_ARGS(word),
			    STR_ARGS(stem_of("kk", word)), STR_ARGS(stem));
	}
	table_release(&table);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest others[] = {
		cmocka_unit_test(table_examples),
		cmocka_unit_test(index_changes_nothing),
		{ "English endings", endings_are_sorted, NULL, NULL,
		  (void *)"en/paradigms.tsv" },
		{ "Russian endings", endings_are_sorted, NULL, NULL,
		  (void *)"ru/paradigms.tsv" },
	};
	struct CMUnitTest tests[COUNT_OF(cases) + COUNT_OF(sames) +
				COUNT_OF(lemmas) + COUNT_OF(sorted_tables) +
				COUNT_OF(faults) +
				COUNT_OF(vocabularies) + COUNT_OF(others)];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], stems);
	for (size_t i = 0; i < COUNT_OF(sames); i++)
		tests[count++] = CASE(sames[i], one_stem);
	for (size_t i = 0; i < COUNT_OF(lemmas); i++)
		tests[count++] = CASE(lemmas[i], lemma_is_certain);
	for (size_t i = 0; i < COUNT_OF(sorted_tables); i++)
		tests[count++] = CASE(sorted_tables[i], table_is_sorted);
	for (size_t i = 0; i < COUNT_OF(vocabularies); i++)
		tests[count++] = CASE(vocabularies[i], begins_as_its_stem);
	for (size_t i = 0; i < COUNT_OF(faults); i++)
		tests[count++] = CASE(faults[i], fault_is_named);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		tests[count++] = others[i];
	return cmocka_run_group_tests(tests, open_knowledge, close_knowledge);
}
