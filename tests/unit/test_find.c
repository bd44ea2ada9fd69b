/* What esep-search prints of a database: filters, order, places of hits. */
#include "reports_case.h"

#include "search.h"

#define WHAT "document section line hits"

static struct ask_case cases[] = {
	{ "hits in characters of the sentence", { "censor" }, WHAT,
	  "en-2023|I4|3|0:7\nen-2024||1|0:7\n", 0 },
	{ "two hits of one sentence", { "censor*" }, WHAT,
	  "en-2023|I4|3|0:7 34:44\nen-2024||1|0:7\n", 0 },
	{ "characters of other letters than ASCII's", { "заблокирован" }, WHAT,
	  "ru-2023||1|21:33\n", 0 },
	{ "hits that overlap are one", { "\"speech must\" OR \"must be\"" },
	  WHAT, "en-2023|I4|3|1:15\n", 0 },
	{ "a name in three scripts, in short paragraphs first", { "kumtasov" }, "document",
	  "kk-2024\nru-2023\nen-2023\nen-2023\n", 0 },
	{ "an edition", { "kumtasov", "--edition", "2024" }, "document sentence",
	  "kk-2024|Ерлан Құмтасов туралы айтылды.\n", 0 },
	{ "a language", { "kumtasov", "-l", "ru" }, "document", "ru-2023\n", 0 },
	{ "a section", { "kumtasov", "--section", "I4" }, "document section",
	  "en-2023|I4\n", 0 },
	{ "sentences that name somebody",
	  { "censor OR said", "--entity", "erlan_kumtasov" }, "sentence",
	  "“Speech must be free,” said Kumtasov.\n", 0 },
	{ "a limit cuts within a paragraph",
	  { "free OR censorship", "-n", "1" }, "sentence",
	  "“Speech must be free,” said Kumtasov.\n", 0 },
	{ "the words of a question may be parted", { "letters", "censors" },
	  "document hits", "en-2023|0:7 17:24\nen-2024|0:7 17:24\n", 0 },
	{ "NOT", { "censors NOT wrote" }, "document", "en-2023\n", 0 },
	{ "what nobody has written", { "avalanche" }, "document", "", 0 },
	{ "an edition that is not there", { "censor", "--edition", "1999" },
	  NULL, "there is no edition '1999' (there are: 2023, 2024)",
	  ERR_USAGE },
	{ "what a report is on",
	  { "censor", "--from", "2022-11", "--to", "2022", "--country", "XT" },
	  "document", "en-2023\n", 0 },
	{ "a column of the manifest, any of its values, and another",
	  { "kumtasov", "--where", "lang=ru", "--where", "lang=kk", "--where",
	    "covers=2022" }, "document", "ru-2023\n", 0 },
	{ "no question", { NULL }, NULL, "what is to be looked for?",
	  ERR_USAGE },
	{ "a question without words", { "—" }, NULL, "holds no word",
	  ERR_USAGE },
};

static void answers(void **state)
{
	answers_with(&search_query, *state);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], answers);
	return cmocka_run_group_tests(tests, make_reports, remove_reports);
}
