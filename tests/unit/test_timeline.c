/* Incidents in the order of their dates. */
#include "reports_case.h"

#include "timeline.h"

#define WHAT "type date document line"

static struct ask_case cases[] = {
	{ "by date, a longer period first, without a date last", { NULL }, WHAT,
	  "fine|2022-05/2022-07|en-2024|1\n"
	  "fine|2022-05|en-2023|1\n"
	  "detention|2022-05|en-2023|1\n"
	  "detention|2022-07|ru-2023|1\n"
	  "block|2022-07|ru-2023|1\n"
	  "block|2023-01|en-2024|1\n"
	  "block|2023-01|kk-2024|1\n"
	  "attack||en-2024|1\n", 0 },
	{ "all roles, several in one", { "--type", "fine", "--from", "2022-06" },
	  "target place actor law trigger section sentence page",
	  "||court;police|xt_media_law|wrote no||Censors wrote no letters.|\n",
	  0 },
	{ "names in the language of the report",
	  { "--type", "detention" }, "target target_name document",
	  "erlan_kumtasov|Erlan Kumtasov|en-2023\n"
	  "erlan_kumtasov|Ерлана Кумтасова|ru-2023\n", 0 },
	{ "names for readers of another language",
	  { "--type", "detention", "--names-in", "kk" }, "target_name",
	  "Ерлан Құмтасов\nЕрлан Құмтасов\n", 0 },
	{ "a language without names", { "--names-in", "fr" }, NULL,
	  "there are no names in 'fr'", ERR_USAGE },
	{ "a section", { "--type", "fine", "--to", "2022-05" },
	  "target section", "|\nkunbatys_xt|I1\n", 0 },
	{ "two types", { "-t", "attack", "-t", "detention" }, "type document",
	  "detention|en-2023\ndetention|ru-2023\nattack|en-2024\n", 0 },
	{ "an entity in any role", { "--entity", "court" }, "type document",
	  "fine|en-2024\nfine|en-2023\n", 0 },
	{ "by spellings, and any of two",
	  { "--entity", "КУМТАСОВА", "--entity", "court", "--edition",
	    "2023" }, "type document",
	  "fine|en-2023\ndetention|en-2023\ndetention|ru-2023\n", 0 },
	{ "a name that nobody has", { "--entity", "Kumtazov" }, NULL,
	  "there is no entity 'Kumtazov'; did you mean 'erlan_kumtasov'?",
	  ERR_USAGE },
	{ "a place that is none", { "--place", "Kumtasov" }, NULL,
	  "there is no place 'Kumtasov' (there are: altynsha)", ERR_USAGE },
	{ "a type that esep knows", { "--type", "leak" }, "type", "", 0 },
	{ "a type near to one", { "--type", "Finess" }, NULL,
	  "no incidents of type 'Finess'; did you mean 'fine'?", ERR_USAGE },
	{ "sentences in a language, within a document",
	  { "--lang", "kk", "--kind", "paragraph" }, "document",
	  "kk-2024\n", 0 },
	{ "a number and a noun", { "--entity", "41_journalists" },
	  "type target", "attack|41_journalists\n", 0 },
	{ "a place is asked for by its role", { "--place", "kunbatys_xt" },
	  "type", "", 0 },
	{ "a place", { "--place", "altynsha" }, "type document",
	  "detention|en-2023\ndetention|ru-2023\nblock|ru-2023\n", 0 },
	{ "a period that begins within an incident's", { "--from", "2022-07" },
	  "type date", "fine|2022-05/2022-07\ndetention|2022-07\n"
	  "block|2022-07\nblock|2023-01\nblock|2023-01\n", 0 },
	{ "a day within an incident's month",
	  { "--from", "2022-05-14", "--to", "2022-05-14", "--type",
	    "detention" }, "date", "2022-05\n", 0 },
	{ "up to a year", { "--to", "2021" }, "type", "", 0 },
	{ "no date that is none", { "--from", "yesterday" }, NULL,
	  "--from takes a date such as 2022", ERR_USAGE },
	{ "no end before the beginning",
	  { "--from", "2023", "--to", "2022" }, NULL,
	  "enclose no period", ERR_USAGE },
	{ "one act that two reports tell, with the finer date",
	  { "--merge", "-t", "block", "-t", "fine" },
	  "date type target told documents evidence document",
	  "2022-05/2022-07|fine||1|1||en-2024\n"
	  "2022-05|fine|kunbatys_xt|1|1||en-2023\n"
	  "2022-07|block|kunbatys_xt|1|1||ru-2023\n"
	  "2023-01|block|kunbatys_xt|2|2|target; date|en-2024; kk-2024\n",
	  0 },
	{ "events are not counted", { "--merge", "--by", "month" }, NULL,
	  "--by counts incidents", ERR_USAGE },
	{ "nothing behind the database", { "2022" }, NULL,
	  "nothing is asked for by '2022'", ERR_USAGE },
};

static void answers(void **state)
{
	answers_with(&timeline_query, *state);
}

/* Of whom nobody says how surely a report names them, incidents stay. */
static void knows_how_sure(void **state)
{
	static const struct ask_case row = {
		NULL, { "-c", "50", "--type", "detention" }, "document",
		"ru-2023\n", 0
	};

	(void)state;
	reports_sql("UPDATE mention SET confidence = 40 WHERE entity = "
		    "'erlan_kumtasov' AND sentence IN (SELECT id "
		    "FROM v_sentences WHERE document = 'en-2023')", NULL);
	answers_with(&timeline_query, &row);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 1];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], answers);
	tests[COUNT_OF(cases)] =
		(struct CMUnitTest)cmocka_unit_test(knows_how_sure);
	return cmocka_run_group_tests(tests, make_reports, remove_reports);
}
