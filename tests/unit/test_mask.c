/* Names of persons masked: letters, case endings, shared names, hits. */
#include "knowledge_case.h"

#include "mask.h"

#include <stdlib.h>

static struct mask *mask;

static int make_mask(void **state)
{
	static const struct {
		const char *id, *name;
	} names[] = {
		{ "erlan_kumtasov", "Ерлан Құмтасов" },
		{ "erlan_kumtasov", "Yerlan Kumtasov" },
		{ "erlan_kumtasov", "Ерлана Кумтасова" },
		{ "aigul_kumtasova", "Айгүл Құмтасова" },
		{ "erlan_tasbolatov", "Ерлан Тасболатов" },
		{ "theresa_may", "Theresa May" },
		{ "almat_shynarbek", "Алмат Шынарбек" },
		{ "dana_li", "Dana Li" },
		{ "bo_ni", "Bo Ni" },
		{ "bo_ni", "Ni" },
		{ "yu_an", "Ю. Ан" },
		{ "kim_tsoi", "Ким Цой" },
		{ "petro_vrublevsky", "Petro Vrublevsky" },
		{ "zhanbolat_mamai", "Zhanbolat Mamai" },
		{ "lev_tolstoy", "Lev Tolstoy" },
		{ "hugo_sakharov", "Hugo Sakharov" },
	};

	if (open_knowledge(state) < 0)
		return -1;
	mask = mask_new(test_knowledge.languages, &test_words);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		mask_add_name(mask, mask_add_person(mask, str_of(names[i].id)),
			      str_of(names[i].name));
	mask_protect(mask, STR("Алматы"));
	mask_settle(mask);
	mask_add_author(mask, STR("Verkhotropova, Olga"));
	mask_add_author(mask, STR("Human Rights Watch"));
	mask_settle(mask);
	return 0;
}

static int free_mask(void **state)
{
	mask_free(mask);
	return close_knowledge(state);
}

static struct mask_case {
	const char *name, *text, *out;
} cases[] = {
	{ "a full name is one letter", "Yerlan Kumtasov wrote.",
	  "‹A› wrote." },
	{ "Kazakh endings", "Ерлан Құмтасовтың ісі", "‹A› ісі" },
	{ "Russian endings", "о Ерлане Кумтасове", "о ‹A›" },
	{ "a hyphened ending stays", "Тасболатов-тың", "‹C›-тың" },
	{ "capitals", "YERLAN KUMTASOV", "‹A›" },
	{ "initials", "Е. К. Тасболатов, Тасболатов Е.", "‹C›, ‹C›" },
	{ "a surname as one has it", "Kumtasov said", "‹A› said" },
	{ "a word of a dictionary", "Theresa May may", "‹D› may" },
	{ "a given name that two have", "Ерлан айтты", "‹A/C› айтты" },
	{ "an id", "erlan_kumtasov", "person_a" },
	{ "ids in a list", "x;erlan_kumtasov;theresa_may",
	  "x;person_a;person_d" },
	{ "addresses and handles",
	  "https://x.kz/news/erlan-kumtasov @erlankumtasov tasbolatov.kz",
	  "https://x.kz/news/person_a @person_a person_c.kz" },
	{ "an address in percents",
	  "https://x.kz/%D0%A2%D0%B0%D1%81%D0%B1%D0%BE%D0%BB%D0%B0%D1%82"
	  "%D0%BE%D0%B2/", "https://x.kz/person_c/" },
	{ "a month is no person", "In May 2023 it rained.",
	  "In May 2023 it rained." },
	{ "but where she is named", "Theresa May left. May said so.",
	  "‹D› left. ‹D› said so." },
	{ "a city that looks like a name", "Алматыда, Алматы",
	  "Алматыда, Алматы" },
	{ "an author of a footnote", "Olga Verkhotropova", "‹N›" },
	{ "an author of words as others", "Human Rights Watch", "‹O›" },
	{ "those words elsewhere", "the Human Rights Watch report",
	  "the Human Rights Watch report" },
	{ "a surname of two letters", "Dana Li was beaten. Li said",
	  "‹F› was beaten. ‹F› said" },
	{ "those letters elsewhere", "A Li-ion cell is no LI, nor ni.",
	  "A Li-ion cell is no LI, nor ni." },
	{ "one that was met alone", "Ni said", "‹G› said" },
	{ "one that is a word of its own, beside an initial",
	  "Журналист Ю. Ан избит. An attack on Yu. An; ан нет.",
	  "Журналист ‹H› избит. An attack on Yu. An; ан нет." },
	{ "two words that are names together", "Журналист Ким Цой, Цой",
	  "Журналист ‹I›, ‹I›" },
	{ "neither by itself", "Ким", "‹I›" },
	{ "a long hashtag",
	  "#FreeYerlanKumtasovNowAndForAllAndAgainAndAgainAndAgainAndAgain "
	  "#FreedomOfSpeechAndOfAssemblyNowAndForAllAndAgainAndAgainAndAgain",
	  "#person_a #FreedomOfSpeechAndOfAssemblyNowAndForAllAndAgainAndAgain"
	  "AndAgain" },
	{ "another script in it, with an ending",
	  "#СвободуСахарову #свободусахарову #СахаровымНамВсемНадоГордиться"
	  "ИБольшеНиЧемНикогда",
	  "#person_m #person_m #person_mНамВсемНадоГордиться"
	  "ИБольшеНиЧемНикогда" },
	{ "small letters", "the kumtasovs were many, дело врублевского",
	  "the person_a were many, дело person_j" },
	{ "endings in Latin letters",
	  "https://x.kz/otzyvaet-posla-petra-vrublevskogo/ delo-mamaya "
	  "tolstogo-delo",
	  "https://x.kz/otzyvaet-posla-person_j/ delo-person_k "
	  "person_l-delo" },
	{ "common words of addresses",
	  "https://x.kz/news/memory-of-mammals/tolerance-martial-law",
	  "https://x.kz/news/memory-of-mammals/tolerance-martial-law" },
	{ "a handle of more", "@erlan_kumtasov_kz", "@person_a_kz" },
	{ "what holds no name", "plain words, and 12 more",
	  "plain words, and 12 more" },
};

static void masks(void **state)
{
	const struct mask_case *row = *state;
	struct strbuf out = STRBUF_INIT;

	mask_add(mask, &out, str_of(row->text), NULL, 0);
	assert_string_equal(out.data, row->out);
	strbuf_release(&out);
}

/* "On Yerlan Kumtasov, on": hits of on, Yerlan, Kumtasov, on. */
static void moves_hits(void **state)
{
	struct output_hit hits[] = { { 0, 2 }, { 3, 9 }, { 10, 18 },
				     { 20, 22 } };
	struct strbuf out = STRBUF_INIT;

	(void)state;
	mask_add(mask, &out, STR("On Yerlan Kumtasov, on"), hits, 4);
	assert_string_equal(out.data, "On ‹A›, on");
	assert_int_equal(hits[0].end, 2);
	assert_int_equal(hits[1].start, 3);
	assert_int_equal(hits[1].end, 10);
	assert_int_equal(hits[2].start, hits[2].end);
	assert_int_equal(hits[3].start, 12);
	assert_int_equal(hits[3].end, 14);
	strbuf_release(&out);
}

/* Behind Z come AA, AB … */
static void counts_in_letters(void **state)
{
	struct mask *many = mask_new(test_knowledge.languages, &test_words);
	struct strbuf out = STRBUF_INIT;
	char id[16];

	(void)state;
	for (int i = 0; i < 28; i++) {
		snprintf(id, sizeof id, "qqq_%c%c", 'a' + i / 26, 'a' + i % 26);
		mask_add_person(many, str_of(id));
	}
	mask_settle(many);
	mask_add(many, &out, STR("qqq_aa qqq_az qqq_bb"), NULL, 0);
	assert_string_equal(out.data, "person_a person_z person_ab");
	mask_free(many);
	strbuf_release(&out);
}

/* Words that are no names, none of them twice, and one that never ends. */
static void takes_hostile_texts(void **state)
{
	struct strbuf text = STRBUF_INIT, out = STRBUF_INIT;

	(void)state;
	limit_cpu(20);
	for (int i = 0; i < 20000; i++)
		strbuf_addf(&text, "Kumta%cSov%d%c ", 'a' + i % 26, i, 'X');
	for (int i = 0; i < 200000; i++)
		strbuf_add_z(&text, "Aa");
	for (int i = 0; i < 100000; i++)
		strbuf_add_z(&text, "%4@_");
	mask_add(mask, &out, strbuf_view(&text), NULL, 0);
	assert_true(out.len > 0);
	limit_cpu(0);
	strbuf_release(&text);
	strbuf_release(&out);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 3];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], masks);
	tests[COUNT_OF(cases)] =
		(struct CMUnitTest)cmocka_unit_test(moves_hits);
	tests[COUNT_OF(cases) + 1] =
		(struct CMUnitTest)cmocka_unit_test(counts_in_letters);
	tests[COUNT_OF(cases) + 2] =
		(struct CMUnitTest)cmocka_unit_test(takes_hostile_texts);
	return cmocka_run_group_tests(tests, make_mask, free_mask);
}
