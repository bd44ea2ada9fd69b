/* Name keys: the spellings of one row share a key. The rows of
 * lexicons/key_endings.tsv and the lists in tests/names/ are tests too. */
#include "knowledge_case.h"

#include "lexicon_folder.h"
#include "names_key.h"
#include "table.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define NAMES ESEP_SOURCE_DIR "/tests/names"

enum { LISTED = 300, ONE_KEY_AT_LEAST = 297 };

static struct key_case { const char *name, *spellings; } cases[] = {
	{ "given name",
	  "Гүлнар Гульнар Гульнара Гульнарой Gulnar Gülnar Gulnara" },
	{ "ck at the end and before a vowel",
	  "Patrick Патрик Патрика" },
	{ "ck before a consonant", "Jackson Джексон" },
	{ "Russian for an English name", "Jack Джек Джеку" },
	{ "zh and j", "Бажкенова Бажкеновой Bazhkenova Bajkenova Bažkenova" },
	{ "glide before a vowel",
	  "Токаев Тоқаев Tokayev Tokaev Toqayev Tokaiev" },
	{ "feminine and case forms",
	  "Токаев Токаева Токаевой Токаеву "
	  "Токаевым Тоқаевтың Тоқаевқа Tokayeva" },
	{ "kh and h", "Хасенов Хасенова Khasenov Hasenov" },
	{ "tzh is two sounds", "Айтжанов Aitzhanov Aitjanov Айтжанова" },
	{ "doubled s", "Асанбаева Assanbayeva Асанбаев Asanbaev" },
	{ "Kazakh Latin", "Шыңғыс Şyñğys Shyngys Shynghys" },
	{ "round vowels", "Өтебаев Утебаев Utebayev Otebaev" },
	{ "adjective names",
	  "Достоевский Достоевского Достоевской Dostoevsky Dostoyevskaya" },
	{ "soft sign", "Ильяс Ilyas Іляс Ильяса" },
	{ "yu", "Юлия Yulia Юлией Юлии" },
	{ "io is e", "Королёв Королев Королёва Korolev" },
	{ "stress mark and soft hyphen",
	  "Аже\u0301нова Аже\u00adнова Azhenova" },
	{ "one ending a slot", "Надежда Надежды Надежде Надежданың Nadezhda" },
	{ "Kazakh cases",
	  "Айгүл Айгүлді Айгүлге Айгүлде Айгүлден Айгүлмен Айгүлдің" },
	{ "voiceless endings",
	  "Марат Маратты Маратқа Маратта Мараттан Маратпен" },
	{ "nasal endings", "Нұрлан Нұрланды Нұрланнан Нұрланмен Нурлану" },
	{ "a vowel before the ending",
	  "Мұса Мұсаны Мұсада Мұсадан Муса Мусой Mussa" },
	{ "an ending that breaks harmony is none", "Айзада Айзаданы Aizada" },
	{ "plural", "Токаев Токаевтар Токаевтардың Токаевы" },
	{ "son of", "Момышұлы Момышұлына Момышұлының Момышулы Momyshuly" },
	{ "adjectives",
	  "Навальный Навальному Навальная Навальной Navalny Navalnaya" },
	{ "Russian genitive that looks like a Kazakh accusative",
	  "Мадина Мадины Мадине Мәдинаны Madina" },
	{ "Russian genitive that looks like a Kazakh locative",
	  "Мурад Мурада Мураду Murad" },
	{ "a name that looks like a case form",
	  "Дастан Дастаны Дастанның Dastan" },
	{ "Kazakh j and the j of ISO 9", "Айдар Ajdar Aidar Aydar" },
	{ "j is ж before a vowel", "Қожабеков Qojabekov Kozhabekov" },
	{ "ISO 9", "Щербаков Ŝerbakov Shcherbakov" },
	{ "c is ц before e, i, y", "Савицкий Savickij Savitsky" },
	{ "soft sign", "Васильев Vasil’yev Vasilʹev Vasilyev" },
	{ "Kazakh Latin of 2018", "Әуезов Áýezov Ауэзов Auezov" },
	{ "German and French", "Чумаков Tschumakow Tchoumakoff Chumakov" },
	{ "an i that may be missing",
	  "Әбдірахман Абдрахман Abdirakhman Abdrakhman" },
	{ "u and i behind u", "Жүсіпов Жусупов Zhusipov Jusupov" },
	{ "ending -shov", "Чернышёв Чернышевой Chernyshov Chernyshev" },
	{ "hyphen", "Момыш-ұлы Момышұлы" },
	{ "ASCII apostrophe", "Soltan'gazin Солтангазин Soltangazin" },
	{ "letters of other scripts, twice", "新闻 新新闻 新闻闻" },
};

static struct differ_case { const char *name, *one, *other; } differs[] = {
	{ "different surnames", "Токаев", "Тасмагамбетов" },
	{ "sh is not s", "Шарипов", "Сарипов" },
	{ "k is not g", "Какенов", "Гагенов" },
	{ "a is not e", "Рустамов", "Рустемов" },
	{ "o is not u before a", "Омаров", "Умаров" },
	{ "ch is not sh", "Шубин", "Чубин" },
	{ "yu is not o", "Югай", "Огай" },
	{ "the ending of a name", "Кравчук", "Кравченко" },
	{ "a name ending in -em keeps it", "Рустем", "Рустам" },
	{ "other letters that end and begin with one byte", "人民", "人氁" },
};

static word_id key_of(struct str form)
{
	return languages_key(test_knowledge.languages, words_add(&test_words, form));
}

static void agree(void **state)
{
	const struct key_case *one = *state;
	struct str rest = str_of(one->spellings), spelling;
	word_id first = 0;

	while (rest.data && str_split(&rest, ' ', &spelling)) {
		word_id key = key_of(spelling);

		first = first ? first : key;
		if (key != first)
			print_error("%.*s: %s\n", STR_ARGS(spelling),
				    words_text(&test_words, key).data);
		assert_int_equal(key, first);
	}
	assert_int_not_equal(first, 0);
}

static void differ(void **state)
{
	const struct differ_case *one = *state;

	assert_int_not_equal(key_of(str_of(one->one)),
			     key_of(str_of(one->other)));
}

static void table_examples(void **state)
{
	struct err err = ERR_INIT;
	struct table table;
	size_t wrong = 0;

	(void)state;
	assert_int_equal(table_load(&table, ESEP_SOURCE_DIR
				    "/lexicons/key_endings.tsv",
				    "ending example name", &err), 0);
	for (size_t row = 0; row < table.row_count; row++) {
		struct str form = table_cell(&table, row,
					     table_column(&table, "example"));
		struct str name = table_cell(&table, row,
					     table_column(&table, "name"));

		if (key_of(form) == key_of(name))
			continue;
		wrong++;
		print_error("row %zu: %.*s and %.*s differ\n", row + 2,
			    STR_ARGS(form), STR_ARGS(name));
	}
	table_release(&table);
	assert_int_equal(wrong, 0);
}

static struct str cell(const struct table *table, size_t row, const char *name)
{
	return table_cell(table, row, table_column(table, name));
}

static void triples_have_one_key(void **state)
{
	struct err err = ERR_INIT;
	struct table table;
	size_t one_key = 0;

	(void)state;
	assert_int_equal(table_load(&table, NAMES "/triples.tsv",
				    "id ru kk latin", &err), 0);
	assert_int_equal(table.row_count, LISTED);
	for (size_t row = 0; row < table.row_count; row++) {
		word_id key = key_of(cell(&table, row, "ru"));

		if (key && key == key_of(cell(&table, row, "kk")) &&
		    key == key_of(cell(&table, row, "latin")))
			one_key++;
		else
			print_message("triples.tsv:%u: keys differ\n",
				      table.lines.items[row]);
	}
	table_release(&table);
	assert_true(one_key >= ONE_KEY_AT_LEAST);
}

static void surnames_differ(void **state)
{
	struct err err = ERR_INIT;
	struct table table;
	word_id keys[LISTED];
	size_t same = 0;

	(void)state;
	assert_int_equal(table_load(&table, NAMES "/surnames.tsv",
				    "id surname", &err), 0);
	assert_int_equal(table.row_count, LISTED);
	for (size_t row = 0; row < LISTED; row++) {
		keys[row] = key_of(cell(&table, row, "surname"));
		for (size_t other = 0; other < row; other++) {
			if (keys[other] != keys[row])
				continue;
			same++;
			print_error("surnames.tsv:%u and %u share a key\n",
				    table.lines.items[other],
				    table.lines.items[row]);
		}
	}
	table_release(&table);
	assert_int_equal(same, 0);
}

/* Only the first letters of a long word count, so the end may be anything. */
static void long_word(void **state)
{
	struct strbuf word = STRBUF_INIT;
	word_id key;

	(void)state;
	for (int i = 0; i < 100 * 1000; i++)
		strbuf_add_z(&word, "жа");
	key = key_of(strbuf_view(&word));
	strbuf_add_z(&word, "ның");
	assert_int_equal(key_of(strbuf_view(&word)), key);
	assert_true(words_text(&test_words, key).len <= 64);
	strbuf_release(&word);
}

/* Names of letters that end and begin with the same byte, or hold one twice,
 * of any length. */
static void keys_are_text(void **state)
{
	static const char *const letters[] = {
		"人", "民", "日", "报", "𐐷", "𐐐", "س", "ל", "ა", "щ", "i", "ψ",
		"ߊ", "ﷺ", "ü"
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(letters) * COUNT_OF(letters); i++) {
		struct strbuf word = STRBUF_INIT;

		for (size_t length = 1; length <= 80; length++) {
			struct str key;

			strbuf_add_z(&word, letters[length % 3 ?
						    i % COUNT_OF(letters) :
						    i / COUNT_OF(letters)]);
			key = words_text(&test_words,
					 key_of(strbuf_view(&word)));
			assert_int_equal(utf8_valid_until(key), key.len);
		}
		strbuf_release(&word);
	}
}

static const char ENDINGS[] =
	"slot\tending\tafter\tvowels\tspelling\tbase\tkeep\texample\t"
	"name\n";

static struct table_case { const char *name, *row, *message; } wrong[] = {
	{ "keep is no number", "case\tом\t\t\t\t\tx\t\t\n",
	  "key_endings.tsv:2: keep 'x': expected a number up to 20" },
	{ "a spelling of no language", "case\tом\t\t\tyy\t\t2\t\t\n",
	  "key_endings.tsv:2: spelling 'yy' is no code of languages.tsv" },
	{ "no ending", "case\t\t\t\t\t\t2\t\t\n",
	  "key_endings.tsv:2: no ending" },
	{ "too many slots",
	  "a\tа\t\t\t\t\t2\t\t\nb\tа\t\t\t\t\t2\t\t\nc\tа\t\t\t\t\t2\t\t\n"
	  "d\tа\t\t\t\t\t2\t\t\ne\tа\t\t\t\t\t2\t\t\n",
	  "key_endings.tsv:6: too many slots" },
};

static void refuses(void **state)
{
	const struct table_case *one = *state;
	struct strbuf endings = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct names_key *key = NULL;
	struct lexicon_folder folder;

	strbuf_addf(&endings, "%s%s", ENDINGS, one->row);
	lexicon_folder_open(&folder);
	lexicon_folder_write(&folder, "key_letters.tsv",
			     "letters\tafter\tbefore\tkey\na\t\t\ta\n");
	lexicon_folder_write(&folder, "key_endings.tsv", endings.data);
	assert_int_equal(names_key_open(&key, folder.lexicons, &err),
			 ERR_FORMAT);
	assert_null(key);
	assert_non_null(strstr(err.text, one->message));
	lexicon_folder_close(&folder);
	strbuf_release(&endings);
}

static void no_letters(void **state)
{
	(void)state;
	assert_int_equal(key_of(STR("2022")), 0);
	assert_int_equal(key_of(STR("—")), 0);
	assert_int_equal(key_of(STR("")), 0);
}

int main(void)
{
	static const struct CMUnitTest others[] = {
		cmocka_unit_test(table_examples),
		cmocka_unit_test(triples_have_one_key),
		cmocka_unit_test(surnames_differ),
		cmocka_unit_test(no_letters),
		cmocka_unit_test(long_word),
		cmocka_unit_test(keys_are_text),
	};
	enum {
		AGREE = COUNT_OF(cases), DIFFER = COUNT_OF(differs),
		WRONG = COUNT_OF(wrong), OTHERS = COUNT_OF(others)
	};
	struct CMUnitTest tests[AGREE + DIFFER + WRONG + OTHERS];

	for (size_t i = 0; i < AGREE; i++)
		tests[i] = CASE(cases[i], agree);
	for (size_t i = 0; i < DIFFER; i++)
		tests[AGREE + i] = CASE(differs[i], differ);
	for (size_t i = 0; i < WRONG; i++)
		tests[AGREE + DIFFER + i] = CASE(wrong[i], refuses);
	for (size_t i = 0; i < OTHERS; i++)
		tests[AGREE + DIFFER + WRONG + i] = others[i];
	return cmocka_run_group_tests(tests, open_knowledge, close_knowledge);
}
