/* The language of short texts. */
#include "knowledge_case.h"

#include "guess.h"
#include "lexicon_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct guess_case {
	const char *name, *text, *hint, *lang;
} cases[] = {
	{ "English", "The media law was adopted.", "", "en" },
	{ "Russian", "Закон о СМИ приняли весной.", "", "ru" },
	{ "Kazakh by its letters", "Заң көктемде қабылданды.", "", "kk" },
	{ "Kazakh without letters of its own", "Ол жалпы баспа бойынша айтты.",
	  "", "kk" },
	{ "Kazakh in the guise of Russian words",
	  "Редакция редакторлар мен журналистерден турады.", "", "kk" },
	{ "Russian with a Kazakh name", "Об этом пишет портал Қазақстан.", "",
	  "ru" },
	{ "Russian in small letters", "приняли новый закон", "ru", "ru" },
	{ "the hint does not rule", "Закон приняли весной, сообщает сайт.",
	  "kk", "ru" },
	{ "digits alone follow the hint", "2 0 2 3", "kk", "kk" },
	{ "digits alone", "2022", "", "und" },
	{ "a name in another script follows the hint", "Radio Azattyk", "ru",
	  "ru" },
	{ "a Cyrillic name in English", "Гульмира Тасбастауова", "en", "ru" },
	{ "a script of no language", "საქართველო", "", "und" },
	{ "nothing", "", "", "und" },
	{ "letters of another language", "Поліція затримала двох людей.", "",
	  "und" },
	{ "no letter tells", "Суд је донео одлуку у корист новина.", "", "und" },
	{ "another language in a text of ours",
	  "Das Gericht entschied gestern zugunsten der Zeitung.", "en",
	  "und" },
	{ "two words are too few for another language", "la capitale", "en",
	  "en" },
	{ "English with foreign names",
	  "Müller met Škvorecký and García in Łódź last week.", "", "en" },
	{ "a list of Kazakh names in English",
	  "Saule Kyzylterekova, photographer, kunbatys.xt, Korkemtau", "en",
	  "en" },
	{ "Kazakh in the letters of 2018", "Sot keshe úkim shyǵardy.", "",
	  "kk" },
	{ "Kazakh in the letters of 2021", "Sot keşe ükım şyğardy.", "", "kk" },
	{ "Kazakh in plain letters", "Bizdin elde kop adamdar turady.", "",
	  "kk" },
	{ "Kazakh with apostrophes", "Bul bizdin' zan'g'a qai'shy.", "", "kk" },
	{ "Kazakh by the letters of Turkish", "Tilşi ayıppul töledi.", "en",
	  "kk" },
	{ "Kazakh in digraphs, in an English text", "Tergeu zhalghasuda.", "en",
	  "kk" },
	{ "a Kazakh name in Russian", "Дастан Ержігіт оштрафован.", "ru",
	  "ru" },
	{ "a Kazakh name, which words are made of, in Russian",
	  "Ермек Болатбай освобождён.", "", "ru" },
	{ "a Kazakh name and one Russian word, alone",
	  "Нұрсұлтан Болатов задержан.", "", "ru" },
	{ "a Kazakh name in Russian letters, alone", "Нурлан Ескен оштрафован.",
	  "", "ru" },
	{ "a Russian name in Kazakh", "Игорь Ветрищев сотталды.", "ru", "kk" },
	{ "a sum in Russian", "Штраф 90 тенге.", "ru", "ru" },
	{ "a list of Kazakh names in Russian",
	  "Дана Ескендир, Болат Сапар, Ержан Кенжебай", "ru", "ru" },
	{ "a list of Russian names in Kazakh",
	  "Ирина Власенцева, Павел Крамской", "kk", "kk" },
	{ "a few English words in a Kazakh text", "star detail job", "kk",
	  "en" },
	{ "Catalan", "El tribunal va tancar el diari sense judici.", "en",
	  "und" },
	{ "Latin", "Nemo scit quid iudex heri dixerit.", "", "und" },
	{ "Welsh", "Ni wyddys eto pam y caewyd y papur newydd.", "en", "und" },
	{ "Basque", "Inork ez daki zergatik itxi duten egunkaria.", "kk",
	  "und" },
	{ "Malagasy", "Tsy misy mahalala ny anton'ny fanidiana ny gazety.", "",
	  "und" },
	{ "Crimean Tatar", "Gazetanıñ baş muarriri mahkemege çağırıldı.", "kk",
	  "und" },
	{ "Chechen", "Газетан коьрта редактор лаьцна бохуш хаам бу.", "ru",
	  "und" },
	{ "Ukrainian in a Russian text",
	  "Суд зупинив випуск газети без жодного пояснення.", "ru", "und" },
	{ "Turkish is no Kazakh", "Mahkeme gazetenin lehine karar verdi.",
	  "kk", "und" },
};

static void guesses(void **state)
{
	const struct guess_case *one = *state;
	lang_id lang = languages_guess(test_knowledge.languages, str_of(one->text),
				       languages_find(test_knowledge.languages,
						      str_of(one->hint)));

	assert_string_equal(words_lang_code(&test_words, lang).data, one->lang);
}

static void foreign_word(void **state)
{
	lang_id ru = languages_find(test_knowledge.languages, STR("ru"));

	(void)state;
	assert_int_equal(languages_of_word(test_knowledge.languages, ru,
					   words_add(&test_words,
						     STR("Қазақстан"))),
			 languages_find(test_knowledge.languages, STR("kk")));
	assert_int_equal(languages_of_word(test_knowledge.languages, ru,
					   words_add(&test_words,
						     STR("Казахстан"))), ru);
	assert_int_equal(languages_of_word(test_knowledge.languages, ru,
					   words_add(&test_words, STR("media"))),
			 languages_find(test_knowledge.languages, STR("en")));
}

static const char *const wrong_tables[] = {
	"script\tlanguages\tweight\tgrams\nlatin\tde\t1021\tein\n",
	"script\tlanguages\tweight\tgrams\nlatin\tde\t1\tei\n",
	"script\tlanguages\tweight\tgrams\nlatin\tde\tx\tein\n",
};

static void wrong_table(void **state)
{
	const char *const *table = *state;
	struct lexicon_folder folder;
	struct guesser guesser = { 0 };
	struct err err = ERR_INIT;

	lexicon_folder_open(&folder);
	lexicon_folder_write(&folder, "other_letters.tsv", *table);
	assert_int_equal(guesser_add_others(&guesser, folder.lexicons, &err),
			 ERR_FORMAT);
	assert_non_null(strstr(err.text, "other_letters.tsv:2"));
	guesser_release(&guesser);
	lexicon_folder_close(&folder);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + COUNT_OF(wrong_tables) + 1];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], guesses);
	tests[COUNT_OF(cases)] =
		(struct CMUnitTest)cmocka_unit_test(foreign_word);
	for (size_t i = 0; i < COUNT_OF(wrong_tables); i++)
		tests[COUNT_OF(cases) + 1 + i] = (struct CMUnitTest){
			.name = "a wrong table of other languages",
			.test_func = wrong_table,
			.initial_state = (void *)(uintptr_t)&wrong_tables[i]
		};
	return cmocka_run_group_tests(tests, open_knowledge, close_knowledge);
}
