/* Whom and what the reports name. */
#include "reports_case.h"

#include "entities.h"

#define WHAT "id type name mentions documents"

static struct ask_case cases[] = {
	{ "the commonest first, then by id", { NULL }, WHAT,
	  "erlan_kumtasov|journalist|Erlan Kumtasov|4|3\n"
	  "kunbatys_xt|outlet|kunbatys.xt|4|4\n"
	  "altynsha|place|Altynsha|2|2\n"
	  "court||court|0|0\n"
	  "police||police|0|0\n"
	  "xt_media_law||xt_media_law|0|0\n", 0 },
	{ "spellings, the commonest first", { "--type", "journalist" },
	  "spellings", "Erlan Kumtasov (1); Kumtasov (1); "
	  "Ерлан Құмтасов (1); Ерлана Кумтасова (1)\n", 0 },
	{ "two types", { "-t", "place", "-t", "outlet" }, "id",
	  "kunbatys_xt\naltynsha\n", 0 },
	{ "the commoner type is that of a person",
	  { "--type", "person" }, "id", "", 0 },
	{ "a limit counts what is printed",
	  { "--type", "place", "--limit", "1" }, "id", "altynsha\n", 0 },
	{ "names for readers of Kazakh, where there are some",
	  { "--names-in", "kk", "--limit", "2" }, "id name",
	  "erlan_kumtasov|Ерлан Құмтасов\nkunbatys_xt|kunbatys.xt\n", 0 },
	{ "a language without names", { "--names-in", "fr" }, NULL,
	  "there are no names in 'fr' (there are: en, kk, ru)", ERR_USAGE },
	{ "filters count what they leave",
	  { "--document", "en-2023", "--document", "ru-2023", "--lang", "en" },
	  "id mentions documents spellings",
	  "erlan_kumtasov|2|1|Erlan Kumtasov (1); Kumtasov (1)\n"
	  "altynsha|1|1|Altynsha (1)\nkunbatys_xt|1|1|kunbatys.xt (1)\n", 0 },
	{ "whom sentences name beside another",
	  { "--entity", "Kumtasov", "--section", "I1" }, "id mentions",
	  "altynsha|1\nerlan_kumtasov|1\n", 0 },
	{ "no limit of letters", { "--limit", "two" }, NULL,
	  "--limit takes a whole number", ERR_USAGE },
	{ "a type that is none", { "--type", "planet" }, NULL,
	  "no entities of type 'planet'; did you mean 'place'?", ERR_USAGE },
	{ "what has a value is no entity", { "--type", "date" }, NULL,
	  "no entities of type 'date' (there are:", ERR_USAGE },
	{ "nothing behind the database", { "outlet" }, NULL,
	  "nothing is asked for by 'outlet'", ERR_USAGE },
};

static void answers(void **state)
{
	answers_with(&entities_query, *state);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], answers);
	return cmocka_run_group_tests(tests, make_reports, remove_reports);
}
