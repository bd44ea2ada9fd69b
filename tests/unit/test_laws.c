#include "law_shown.h"
#include "tag_builder.h"

/* "surface type id; …" of all mentions. */
static struct law_case {
	const char *name, *lang, *country, *text, *found;
} cases[] = {
	{ "a list of articles is one mention", "en", "KZ",
	  "He was charged under Arts. 19 and 20 of the Constitution.",
	  "Arts. 19 and 20 of the Constitution law "
	  "kz_constitution_19_and_20" },
	{ "parts behind an article", "en", "KZ",
	  "It broke Art. 274, part 4, of the Criminal Code.",
	  "Art. 274, part 4, of the Criminal Code law "
	  "kz_criminal_code_274" },
	{ "articles of conventions", "en", "",
	  "Article 19(3) ICCPR and Art. 10 ECHR differ.",
	  "Article 19(3) ICCPR law iccpr_19; Art. 10 ECHR law echr_10" },
	{ "an article without its act is that of the same number", "en", "KZ",
	  "The Criminal Code Article 274(4)(2) was applied. // "
	  "Article 274 is vague.",
	  "Criminal Code Article 274(4)(2) law kz_criminal_code_274; "
	  "Article 274 law kz_criminal_code_274" },
	{ "and of no act where nothing tells", "en", "KZ",
	  "Article 274 is vague.",
	  "Article 274 law kz_article_274" },
	{ "a section is an article of an act alone", "en", "IN",
	  "It was section 66A of the Bird Song Act, as section 3 "
	  "shows.",
	  "section 66A of the Bird Song Act law "
	  "in_law_on_bird_song_66a" },
	{ "parts before an article", "ru", "RU",
	  "По п. «б» ч. 2 ст. 280.3 УК РФ судили.",
	  "п. «б» ч. 2 ст. 280.3 УК РФ law ru_criminal_code_280_3" },
	{ "a number before the word", "ru", "RU",
	  "По 282-й статье УК и 42-й статьи УК судили.",
	  "282-й статье УК law ru_criminal_code_282; 42-й статьи УК "
	  "law ru_criminal_code_42" },
	{ "numbers before the code", "ru", "RU",
	  "По ст. 318 и 212 УК РФ и 159 УК судили.",
	  "ст. 318 и 212 УК РФ law ru_criminal_code_318_and_212; 159 "
	  "УК law ru_criminal_code_159" },
	{ "a title in quotation marks belongs to it, in brackets it does not", "ru", "KZ",
	  "По статье 130 («клевета») и статье 274 УК РК «О слухах» "
	  "судили.",
	  "статье 130 law kz_criminal_code_130; статье 274 УК РК «О "
	  "слухах» law kz_criminal_code_274" },
	{ "the act says its country", "ru", "UZ",
	  "По ч. 2 ст. 159 УК РФ судили.",
	  "ч. 2 ст. 159 УК РФ law ru_criminal_code_159" },
	{ "a country that no table of laws has", "ru", "KG",
	  "Это ст. 20 Конституции Польши.",
	  "ст. 20 Конституции Польши law pl_constitution_20" },
	{ "an abbreviation with an ending", "kk", "KZ",
	  "ӘҚБтК-нің 456-2-бабының 1-бөлігімен айыпталды.",
	  "ӘҚБтК-нің 456-2-бабының 1-бөлігімен law "
	  "kz_administrative_offences_code_456_2" },
	{ "this article is the last one", "ru", "KZ",
	  "Он нарушил ст. 174 УК РК. // По этой статье судят.",
	  "ст. 174 УК РК law kz_criminal_code_174; этой статье law "
	  "kz_criminal_code_174" },
	{ "an article of a newspaper is none", "en", "KZ",
	  "This article was read. // He was fined for an article of "
	  "20 pages.",
	  "" },
	{ "an organisation is no article", "en", "KZ",
	  "ARTICLE 19 wrote. // Article 19 of the Constitution is "
	  "short.",
	  "ARTICLE 19 org article_19; Article 19 of the Constitution "
	  "law kz_constitution_19" },
	{ "a code that every country has", "en", "UG",
	  "The Penal Code and Kenya's Constitution are old.",
	  "Penal Code law ug_criminal_code; Kenya place kenya; "
	  "Constitution law ke_constitution" },
	{ "with its country before it", "en", "",
	  "The Turkish Penal Code is old.",
	  "Turkish Penal Code law tr_criminal_code" },
	{ "a code that no table has", "ru", "RU",
	  "Он читал ст. 105 Лесного кодекса.",
	  "ст. 105 Лесного кодекса law ru_code_lesnoy_105" },
	{ "a bill is the law, and ends before a verb", "ru", "RU",
	  "Закон о пении птиц приняли. // Законопроект «О пении "
	  "птиц» обсудили.",
	  "Закон о пении птиц law ru_law_on_penii_ptits; "
	  "Законопроект «О пении птиц» law ru_law_on_penii_ptits" },
	{ "a number stands for a name", "ru", "RU",
	  "Федеральный закон от 6 июля 2016 года № 974-ФЗ «О птицах» "
	  "принят. // Закон № 974-ФЗ забыт.",
	  "Федеральный закон от 6 июля 2016 года № 974-ФЗ «О птицах» "
	  "law ru_law_on_ptitsakh; Закон № 974-ФЗ law "
	  "ru_law_on_ptitsakh" },
	{ "a bill is the act of the lexicon", "ru", "KZ",
	  "Законопроект о масс-медиа обсудили.",
	  "Законопроект о масс-медиа law kz_law_on_mass_media_2024" },
	{ "an order with its maker and date", "ru", "KZ",
	  "Приказ министра рыб от 5 мая 2022 года № 123 отменён.",
	  "Приказ министра рыб от 5 мая 2022 года № 123 law "
	  "kz_order_123" },
	{ "a subject in front", "kk", "KZ",
	  "Депутаттар Құс әндері туралы заңды қабылдады.",
	  "Құс әндері туралы заңды law kz_law_on_kus_anderi" },
	{ "an act by its capitals, with a year", "en", "KE",
	  "The Bird Song Act 2019 and the Bees Act are new. // Later "
	  "the Act was read.",
	  "Bird Song Act 2019 law ke_law_on_bird_song; Bees Act law "
	  "ke_law_on_bees; Act law ke_law_on_bees" },
	{ "a branch of law is no law", "en", "KE",
	  "The law firm read case law and the media law.",
	  "media law law ke_law_on_media" },
	{ "a person called Bill is no act", "en", "",
	  "Buffalo Bill saw the Istanbul Convention.",
	  "Istanbul Convention law convention_on_istanbul" },
	{ "acts by number", "en", "TR",
	  "Law No. 5651 and Law 5651 are one.",
	  "Law No. 5651 law tr_law_5651; Law 5651 law tr_law_5651" },
};

/* How an id is shown; empty: as anything else is. */
static struct shown_case {
	const char *name, *id, *lang, *shown;
} shown_cases[] = {
	{ "a code with its country", "kz_criminal_code_174", "en",
	  "Art. 174 CC KZ" },
	{ "in Russian", "kz_criminal_code_174", "ru", "ст. 174 УК РК" },
	{ "in Kazakh", "kz_criminal_code_174", "kk", "ҚР ҚК 174-бап" },
	{ "a country without a row", "ke_criminal_code_66a", "en",
	  "Art. 66A CC KE" },
	{ "numbers as the act writes them", "ru_criminal_code_207_3", "en",
	  "Art. 207.3 CC RU" },
	{ "with brackets", "tj_criminal_code_307_3", "en",
	  "Art. 307(3) CC TJ" },
	{ "a list", "kz_constitution_19_and_20", "en",
	  "Arts. 19, 20 Constitution KZ" },
	{ "a convention", "iccpr_19", "en", "Art. 19 ICCPR" },
	{ "an article of no known act", "kz_article_274", "en",
	  "Art. 274 KZ" },
	{ "nor of a country", "article_274", "kk", "274-бап" },
	{ "an act of a year is no article", "kz_law_on_mass_media_2024", "en",
	  "" },
	{ "an act without a short name", "ke_law_on_bees_5", "en", "" },
	{ "no law", "qazaqstan_24", "en", "" },
};

static struct law_shown *shown;

static int open_both(void **unused)
{
	struct err err = ERR_INIT;

	(void)unused;
	if (tag_state_open(&state) < 0)
		return -1;
	return law_shown_open(&shown, test_knowledge.lexicons, &err);
}

static int close_both(void **unused)
{
	(void)unused;
	law_shown_close(shown);
	tag_state_close(&state);
	return 0;
}

static void finds(void **row)
{
	const struct law_case *c = *row;
	struct strbuf found = STRBUF_INIT;

	tag_state_run(&state, c->lang, c->country, c->text);
	tag_state_found(&state, &found, MENTION_TYPES);
	assert_string_equal(found.data ? found.data : "", c->found);
	strbuf_release(&found);
}

static void shows(void **row)
{
	const struct shown_case *c = *row;
	struct strbuf out = STRBUF_INIT;
	bool is = law_shown_add(shown, &out, str_of(c->id), str_of(c->lang));

	assert_string_equal(out.data ? out.data : "", c->shown);
	assert_int_equal(is, c->shown[0] != 0);
	strbuf_release(&out);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + COUNT_OF(shown_cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], finds);
	for (size_t i = 0; i < COUNT_OF(shown_cases); i++)
		tests[COUNT_OF(cases) + i] = CASE(shown_cases[i], shows);
	return cmocka_run_group_tests(tests, open_both, close_both);
}
