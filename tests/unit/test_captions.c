/* Captions by their first words. */
#include "knowledge_case.h"

#include "captions.h"

static struct caption_case { const char *name, *text; bool is; } cases[] = {
	{ "a figure with its number", "Figure 3. Requests by month", true },
	{ "a table without a stop", "Table 2 Scores by principle", true },
	{ "a number with a dash", "Chart 1.2 – Trust in media", true },
	{ "a photograph's author", "Photo: Saule Kyzylterekova", true },
	{ "a sentence about a figure", "Figure 3 shows the requests.", false },
	{ "no number", "Table of contents", false },
	{ "Russian", "Рис. 4. Запросы по месяцам", true },
	{ "Russian table", "Таблица № 1: Оценки", true },
	{ "a Russian sentence", "Таблица 1 показывает оценки.", false },
	{ "Kazakh, the number first", "1-сурет. Сұраулар саны", true },
	{ "Kazakh table", "2-кесте – Бағалар", true },
	{ "a Kazakh article", "1-бап. Негізгі ұғымдар", false },
};

static void finds(void **state)
{
	const struct caption_case *one = *state;
	struct captions captions = { { NULL, 0, 0 } };
	struct document doc;
	struct err err = ERR_INIT;
	struct paragraph *par;

	assert_int_equal(captions_load(&captions, test_knowledge.lexicons, &err), 0);
	document_init(&doc, &test_words);
	par = LIST_ADD(&doc.paragraphs);
	par->text = str_of(one->text);
	captions_find(&captions, &doc);
	assert_int_equal(par->kind == PARAGRAPH_CAPTION, one->is);
	document_release(&doc);
	captions_release(&captions);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = (struct CMUnitTest){ .name = cases[i].name,
						.test_func = finds,
						.initial_state = &cases[i] };
	return cmocka_run_group_tests(tests, open_knowledge, close_knowledge);
}
