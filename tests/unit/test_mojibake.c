/* Text that was decoded wrongly, and text that only looks foreign. */
#include "cases.h"

#include "mojibake.h"

#define TWICE(text) text " " text

static struct mojibake_case {
	const char *name, *text;
	const char *what;   /* a part of it; NULL: nothing is found */
	size_t at;
} cases[] = {
	{ "UTF-8 read as Windows-1252", "See Ð–ÑƒÑ€Ð½Ð°Ð» Ð¡Ð²Ð¾Ð±Ð¾Ð´Ð°",
	  "UTF-8 text that was read as Windows-1252", 4 },
	{ "UTF-8 read as Latin-1",
	  "Ð\xc2\x96Ñ\xc2\x83Ñ\xc2\x80Ð½Ð°Ð» "
	  "Ð¾Ð±Ð¾Ð·Ñ\xc2\x80ÐµÐ½Ð¸Ðµ",
	  "UTF-8 text that was read as Windows-1252", 0 },
	{ "UTF-8 read as Windows-1251", "Р–СѓСЂРЅР°Р» СЃРІРѕР±РѕРґР°",
	  "UTF-8 text that was read as Windows-1251", 0 },
	{ "Kazakh UTF-8 read as Windows-1251", "ТљР°Р·Р°Т›СЃС‚Р°РЅ",
	  "UTF-8 text that was read as Windows-1251", 0 },
	{ "Windows-1251 read as Latin-1",
	  "Æóðíàë ñâîáîäíîé ïðåññû âûøåë â÷åðà",
	  "Windows-1251 text that was read as Windows-1252", 0 },
	{ "KOI8-R read as Windows-1251",
	  "цХТОБМ ПВПЪТЕОЙС чЩЫЕМ чЮЕТБ дМС оБУ чУЕИ",
	  "KOI8-R text", 0 },
	{ "English UTF-8 read as Windows-1252",
	  "The lampâ€™s â€œoldâ€\xc2\x9d cafÃ© is naÃ¯ve.",
	  "UTF-8 text that was read as Windows-1252", 8 },
	{ "English UTF-8 read as Windows-1251",
	  "The lampвЂ™s вЂњoldвЂќ cafГ© is naГЇve.",
	  "UTF-8 text that was read as Windows-1251", 8 },
	{ "English with marks of print",
	  TWICE("The lamp’s “old” café is naïve – “no”, “yes” – for £3."), NULL,
	  0 },
	{ "capitals in guillemets", TWICE("«В» «О», «Свет» и «Т»; LE «É» «À»"),
	  NULL, 0 },
	{ "Russian", TWICE("Свобода прессы — ПРАВО каждого. Ёлка, её съел РФ"),
	  NULL, 0 },
	{ "Kazakh", TWICE("Қазақстанның баспасөзі. ТІРІСІ ӨТІРІСІ КӨРІСУІ"),
	  NULL, 0 },
	{ "Ukrainian", TWICE("Її ґанок і їжа: «Україна» є СІ, РІ, ТІ, УІ"),
	  NULL, 0 },
	{ "French", TWICE("Élève, été à Évian, où l’œuvre naît, ça déçoit"),
	  NULL, 0 },
	{ "German", TWICE("Über Österreich hörte ÄÖÜ, ß, Öl, Äußerst groß"),
	  NULL, 0 },
	{ "Icelandic", TWICE("Það er Ísland, Þórður Ðagur, öðru ÐÑ° fólki"),
	  NULL, 0 },
	{ "Spanish in capitals", TWICE("ESPAÑA, NIÑO, «ESPAÑ» Ñ° Ó"), NULL,
	  0 },
	{ "names among Russian words",
	  "Åæøå и Éèêë сказали, что всё в порядке и никто не виноват", NULL,
	  0 },
	{ "a heading in capitals", "СВОБОДА ПРЕССЫ В СТРАНЕ вКонтакте иФНС",
	  NULL, 0 },
	{ "nothing", "", NULL, 0 },
};

static void finds(void **state)
{
	const struct mojibake_case *one = *state;
	struct mojibake found = { NULL, 0 };
	bool is_found = mojibake_find(str_of(one->text), &found);

	assert_int_equal(is_found, one->what != NULL);
	if (!is_found)
		return;
	assert_true(str_has_prefix(str_of(found.what), str_of(one->what)));
	assert_int_equal(found.at, one->at);
}

/* Only stretches of a long text are looked at. */
static void finds_it_in_a_long_text(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct mojibake found;

	(void)state;
	for (size_t i = 0; i < 20000; i++)
		strbuf_add_z(&text, "It is a long and plain text. ");
	assert_false(mojibake_find(strbuf_view(&text), &found));
	for (size_t i = 0; i < 20000; i++)
		strbuf_add_z(&text, "Р–СѓСЂРЅР°Р» ");
	assert_true(mojibake_find(strbuf_view(&text), &found));
	strbuf_release(&text);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 1];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[count++] = CASE(cases[i], finds);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		finds_it_in_a_long_text);
	return _cmocka_run_group_tests("mojibake", tests, count, NULL, NULL);
}
