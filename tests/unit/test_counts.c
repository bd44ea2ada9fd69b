/* What esep-compare counts and prints of a database. */
#include "reports_case.h"

#include "compare.h"

/* English has 33 words in 2023 and 18 in 2024. Of "kumtasov" 2 * 33 / 51 are
 * expected in 2023: G2 = 2 * 2 * ln(51 / 33) = 1.74, and the Log Ratio is
 * log2((2 / 33) / (0.5 / 18)) = 1.13. */
static struct ask_case cases[] = {
	{ "editions, by how sure the difference is, then by stem",
	  { "--lang", "en", "--min-count", "2" },
	  "term lang form count_2023 documents_2023 count_2024 g2 log_ratio",
	  "kumtasov|en|Kumtasov|2|1|0|1.74|1.13\n"
	  "xt|en|xt|2|2|2|0.36|-0.87\n"
	  "censor|en|Censors|1|1|1|0.18|-0.87\n"
	  "journalist|en|journalist|1|1|1|0.18|-0.87\n"
	  "kunbaty|en|kunbatys|1|1|1|0.18|-0.87\n"
	  "letter|en|letters|1|1|1|0.18|-0.87\n", 0 },
	{ "the parts in the order that is asked for",
	  { "2024", "2023", "--lang", "en", "--limit", "1", "--min-count",
	    "2" }, "term count_2024 count_2023", "kumtasov|0|2\n", 0 },
	{ "in a million words of the language",
	  { "--lang", "en", "--limit", "1", "--min-count", "2" },
	  "permillion_2023", "60606.06\n", 0 },
	{ "function words are kept if asked for",
	  { "--lang", "en", "--stopwords", "--min-count", "3" },
	  "term count_2023 count_2024", "be|2|2\nxt|2|2\nin|2|1\n", 0 },
	{ "numbers are kept if asked for",
	  { "--lang", "en", "--numbers", "--limit", "3" }, "term g2",
	  "2023|2.08\n41|2.08\nblock|2.08\n", 0 },
	{ "by document, a word within its language",
	  { "--by", "document", "ru-2023", "kk-2024", "--lang", "kk",
	    "--min-count", "2" }, "term count_ru-2023 count_kk-2024",
	  "kunbatys|1|1\n", 0 },
	{ "another field", { "--by", "planet" }, NULL,
	  "--by takes edition, series, country or document, not 'planet'",
	  ERR_USAGE },
	{ "one part only", { "2023" }, NULL,
	  "'2023' alone is named", ERR_USAGE },
	{ "all documents have one series", { "--by", "series" }, NULL,
	  "there is one series only", ERR_USAGE },
	{ "a part that is not there", { "2023", "1999" }, NULL,
	  "there is no edition '1999' (there are: 2023, 2024)", ERR_USAGE },
	{ "a language that nobody writes", { "--lang", "xx" }, NULL,
	  "no sentences in 'xx' (there are: en, kk, ru)", ERR_USAGE },
	{ "a section that one part lacks", { "--section", "I4" }, NULL,
	  "the filters leave no words of edition '2024'", ERR_MISSING },
	{ "sentences are counted as documents are",
	  { "--kind", "paragraph", "--lang", "en", "--min-count", "2" },
	  "term lang form count_2023 documents_2023 count_2024 g2 log_ratio",
	  "kumtasov|en|Kumtasov|2|1|0|1.74|1.13\n"
	  "xt|en|xt|2|2|2|0.36|-0.87\n"
	  "censor|en|Censors|1|1|1|0.18|-0.87\n"
	  "journalist|en|journalist|1|1|1|0.18|-0.87\n"
	  "kunbaty|en|kunbatys|1|1|1|0.18|-0.87\n"
	  "letter|en|letters|1|1|1|0.18|-0.87\n", 0 },
	{ "sentences that name an outlet",
	  { "--entity", "kunbatys.xt", "--limit", "1", "--min-count", "3",
	    "--lang", "en" }, "term count_2023 count_2024", "xt|2|2\n", 0 },
};

static void answers(void **state)
{
	answers_with(&compare_query, *state);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], answers);
	return cmocka_run_group_tests(tests, make_reports, remove_reports);
}
