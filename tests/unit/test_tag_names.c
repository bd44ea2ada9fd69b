/* Outlets, organisations and bodies that no table has. */
#include "tag_builder.h"

/* "surface type id; …" of all mentions; the report covers 2022. */
static struct name_case {
	const char *name, *lang, *country, *text, *found;
} cases[] = {
	/* known once, found again */
	{ "a word beside a cue, then alone", "en", "",
	  "The newspaper Lantern was fined. // A lawyer of Lantern spoke.",
	  "Lantern outlet lantern; Lantern outlet lantern" },
	{ "a quoted word, then in another case and without marks", "ru", "",
	  "Закрыли газету «Искорка». // Журналисты «Искорки» молчат. // "
	  "Юрист Искорки тоже.",
	  "Искорка outlet iskorka; Искорки outlet iskorka; "
	  "Искорки outlet iskorka" },
	{ "the same in Kazakh", "kk", "",
	  "«Самал» газеті жабылды. // Кеше Самалдың редакциясы көшті.",
	  "Самал outlet samal; Самалдың outlet samal" },
	{ "a name in two scripts", "ru", "",
	  "Фонд «Зерек» пишет. // Вот знак: © Zerek, 2020.",
	  "Зерек org zerek; Zerek org zerek; 2020 date 2020" },
	{ "what begins a sentence is a name only as it is written there",
	  "ru", "", "Открыли портал «Сосед». // Соседи рады.",
	  "Сосед outlet sosed" },
	{ "a word that the text writes small begins no sentence as a name",
	  "en", "", "The weekly \"Bridge\" closed. // A bridge fell. // "
	  "Bridge and road were old.", "Bridge outlet bridge" },
	{ "an address tells a name", "en", "",
	  "They blocked zubrak.org today. // The staff of Zubrak left.",
	  "zubrak.org outlet zubrak_org; "
	  "Zubrak outlet zubrak_org" },
	{ "not that of a person", "en", "",
	  "He writes as @petrov on it. // Later Petrov left.",
	  "@petrov outlet petrov; Petrov person petrov" },
	{ "an abbreviation behind a name", "en", "",
	  "The Alliance of Village Papers (AVP) met. // AVP has a site.",
	  "Alliance of Village Papers org alliance_of_village_papers; "
	  "AVP org alliance_of_village_papers; "
	  "AVP org alliance_of_village_papers" },
	{ "an organisation with and without its head", "en", "",
	  "The «Zerek» foundation counts. // We thank the Zerek Foundation.",
	  "Zerek org zerek; Zerek Foundation org zerek" },
	{ "of names that begin alike the one that goes on so", "en", "",
	  "The weekly \"Silver Lantern\" and the weekly \"Silver Lantern "
	  "Days\" closed. // Of them \"Silver Lantern Days\" was old, "
	  "\"Silver Lantern\" new.",
	  "Silver Lantern outlet silver_lantern; "
	  "Silver Lantern Days outlet silver_lantern_days; "
	  "Silver Lantern Days outlet silver_lantern_days; "
	  "Silver Lantern outlet silver_lantern" },
	/* the longest name */
	{ "a platform's name in an outlet's", "en", "",
	  "They closed the newspaper Harbour Zoom.",
	  "Harbour Zoom outlet harbour_zoom" },
	{ "a place's name in an outlet's", "en", "KZ",
	  "He sued the Almaty Herald twice.",
	  "Almaty Herald outlet almaty_herald" },
	{ "an office of a prosecutor", "en", "KZ",
	  "He wrote to the Almaty District Prosecutor's Office again.",
	  "Almaty District Prosecutor's Office body "
	  "kz_almaty_district_prosecutors_office" },
	{ "a month is no part of a ministry", "en", "",
	  "She wrote to the Ministry of Sun in May twice.",
	  "Ministry of Sun body ministry_of_sun; May date 2022-05" },
	{ "nor is where it is", "en", "",
	  "So said Dala Radio in the Taraz region.",
	  "Dala Radio outlet dala_radio; Taraz region place taraz_region" },
	{ "people that a union is of", "en", "",
	  "The Union of Editors wrote.",
	  "Union of Editors org union_of_editors" },
	{ "a person behind such a name", "en", "",
	  "Then the head of the Union of Reporters Maria Petrova left.",
	  "Union of Reporters org union_of_reporters; "
	  "Maria Petrova person maria_petrova" },
	/* small words in names */
	{ "adjectives before a head", "ru", "",
	  "Жалобу отклонил Зеленоборский городской суд.",
	  "Зеленоборский городской суд body zelenoborskiy_gorodskoy_sud" },
	{ "what many have begins no name", "ru", "",
	  "Городской суд отклонил жалобу.", "" },
	{ "a place behind a head", "ru", "KZ",
	  "Так решил суд города Тараза.",
	  "суд города Тараза body kz_sud_goroda_taraza" },
	{ "words in the genitive", "ru", "",
	  "Письмо послал Союз сельских редакторов.",
	  "Союз сельских редакторов org soyuz_selskikh_redaktorov" },
	{ "a verb ends the name", "ru", "",
	  "Вчера Академия печати объявила конкурс.",
	  "Академия печати org akademiya_pechati" },
	{ "what a body is for", "ru", "",
	  "Теперь Агентство по делам печати закрыто.",
	  "Агентство по делам печати body agentstvo_po_delam_pechati" },
	{ "whom it is named after", "ru", "",
	  "Она учит в университете имени Абылая Токшина.",
	  "университете имени Абылая Токшина org "
	  "universitete_imeni_abylaya_tokshina" },
	{ "a head that stands last", "kk", "KZ",
	  "Іс Тараз қалалық сотында қаралды.",
	  "Тараз қалалық сотында body kz_taraz_kalalyk_sotynda" },
	{ "a man's trial is no court", "kk", "",
	  "Кеше Асан Жұмабеков сотталды. // Жұмабековтың соты өтті.",
	  "Асан Жұмабеков person asan_zhumabekov; "
	  "Жұмабековтың person asan_zhumabekov" },
	{ "its first word alone has a capital", "kk", "",
	  "Кеше Ауыл редакторлары одағы жиналды.",
	  "Ауыл редакторлары одағы org "
	  "auyl_redaktorlary_odagy" },
	{ "a common word that begins a sentence makes none", "kk", "",
	  "Мұнай компаниясы үнсіз.", "" },
	{ "a name in quotation marks goes before what describes it", "ru", "",
	  "Так считает Правозащитный центр «Зерек».",
	  "Зерек org zerek" },
	/* outlets without marks */
	{ "a radio with its head", "kk", "",
	  "Бұл Тобыл радиосының тілшісі.",
	  "Тобыл радиосының outlet tobyl_radiosynyn" },
	{ "a channel that has a place's name", "kk", "",
	  "Бұл Алатау телеарнасының тілшісі.", "Алатау outlet alatau" },
	{ "a newspaper in Cyrillic", "ru", "",
	  "Его уволили из газеты Зерек вчера.",
	  "Зерек outlet zerek" },
	{ "what a journalist is of", "en", "",
	  "He was a correspondent of Steppe Lantern then.",
	  "Steppe Lantern outlet steppe_lantern" },
	{ "where one works is none", "en", "",
	  "He was a reporter in Zubrakville then.", "Zubrakville place zubrakville" },
	{ "the outlet in a list of people", "en", "",
	  "Anna Petrova, editor, Dala Lantern, came.",
	  "Anna Petrova journalist anna_petrova; "
	  "Dala Lantern outlet dala_lantern" },
	{ "a journalist's outlet in quotation marks", "ru", "",
	  "Задержан корреспондент «Искорки».", "Искорки outlet iskorki" },
	{ "an adjective of a country is no outlet", "en", "",
	  "He spoke to a Swedish newspaper.", "" },
	/* names of two countries */
	{ "that of the document's country", "ru", "KG",
	  "Закрыли «Азаттык» вчера.",
	  "Азаттык outlet radio_azattyk_kyrgyz" },
	{ "where none is told that of the text's language", "kk", "",
	  "«Азаттық» радиосы жабылды.", "Азаттық outlet radio_azattyq" },
	/* addresses */
	{ "a file is no outlet", "en", "",
	  "See report.pdf and data.xlsx on zubrak.org.",
	  "zubrak.org outlet zubrak_org" },
	{ "a portal of the state is a platform", "en", "",
	  "Use otinish.org, the state portal, at home.",
	  "otinish.org platform otinish_org" },
};

static void finds(void **row)
{
	const struct name_case *c = *row;
	struct strbuf found = STRBUF_INIT;

	tag_state_run(&state, c->lang, c->country, c->text);
	tag_state_found(&state, &found, MENTION_TYPES);
	assert_string_equal(found.data ? found.data : "", c->found);
	strbuf_release(&found);
}

/* Nothing tells which country's it is: the other id is said. */
static void tie_is_said(void **unused)
{
	const struct document *doc = &state.doc;
	size_t said = 0;

	(void)unused;
	tag_state_run(&state, "ru", "", "Закрыли «Азаттык» вчера.");
	for (size_t t = 0; t < doc->tokens.count; t++)
		said += str_has_prefix(
			doc->extras.items[doc->tokens.items[t].extra].misc,
			STR("Ambiguous=radio_azatty"));
	assert_int_equal(said, 1);
}

enum { MANY = 30000, SECONDS_MAX = 15 };

/* A sentence for each of many names, with the name twice: what a walk over all
 * of them for each one would take minutes for. */
static void finds_among_many(void **row)
{
	struct strbuf text = STRBUF_INIT;

	for (unsigned i = 0; i < MANY; i++) {
		char name[] = "Baaaaa";

		for (unsigned at = 1, rest = i; at < 6; at++, rest /= 12)
			name[at] = "aeioubdlmnrt"[rest % 12];
		strbuf_addf(&text, *row, name, i + 1);
		strbuf_add_z(&text, " // ");
	}
	limit_cpu(SECONDS_MAX);
	tag_state_run(&state, "en", "", text.data);
	limit_cpu(0);
	assert_true(state.doc.mentions.count >= MANY / 2);
	strbuf_release(&text);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 3];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], finds);
	tests[COUNT_OF(cases)] =
		(struct CMUnitTest)cmocka_unit_test(tie_is_said);
	tests[COUNT_OF(cases) + 1] = (struct CMUnitTest){
		.name = "many outlets that begin alike",
		.test_func = finds_among_many,
		.initial_state = "He heard Radio %s today ." };
	tests[COUNT_OF(cases) + 2] = (struct CMUnitTest){
		.name = "many laws and articles",
		.test_func = finds_among_many,
		.initial_state = "The Law on %s and Article %u thereof ." };
	return cmocka_run_group_tests(tests, open_state, close_state);
}
