/* What moves a date, and what was not read as one. */
#include "cases.h"
#include "doc_builder.h"
#include "knowledge_case.h"

#include "calendar.h"

static struct calendar *calendar;
static struct document doc;

static struct shift_case {
	const char *name, *lang, *text, *date, *moved;
} shifts[] = {
	{ "the next day", "en", "The next day he left.", "2022-12-31",
	  "2023-01-01" },
	{ "digits", "en", "3 days later he left.", "2022-12-31",
	  "2023-01-03" },
	{ "a number in a word", "en", "Two weeks earlier he left.",
	  "2022-01-05", "2021-12-22" },
	{ "months say no day", "en", "A month later he left.", "2022-01-31",
	  "2022-02" },
	{ "a year has no days", "en", "The next day he left.", "2022", NULL },
	{ "a number alone is none", "en", "Three days he stayed.",
	  "2022-12-31", NULL },
	{ "the day before in Russian", "ru", "Накануне он уехал.",
	  "2022-03-01", "2022-02-28" },
	{ "the number inside", "ru", "Через три дня он уехал.", "2022-03-01",
	  "2022-03-04" },
	{ "the same day", "ru", "В тот же день он уехал.", "2022-03-01",
	  "2022-03-01" },
	{ "the next day in Kazakh", "kk", "Келесі күні ол кетті.",
	  "2022-03-01", "2022-03-02" },
	{ "from the end of a range", "en", "Two days later he left.",
	  "2022-05-03/2022-05-05", "2022-05-07" },
	{ "days behind a month's day", "en", "Two days later he left.",
	  "2022-05", "2022-05" },
	{ "weeks behind it", "en", "Two weeks later he left.", "2022-05",
	  NULL },
	{ "the same month", "en", "In the same month he left.", "2022-05-03",
	  "2022-05" },
	{ "Kazakh days", "kk", "Екі айдан кейін ол кетті.", "2022-11",
	  "2023-01" },
};

static void make(const char *lang, const char *text)
{
	document_clear(&doc);
	doc_add(&doc, test_knowledge.languages, lang, text);
}

static void moves(void **row)
{
	const struct shift_case *c = *row;
	struct calendar_shift shift;
	struct edtf date;
	struct strbuf out = STRBUF_INIT;
	bool moved;

	make(c->lang, c->text);
	assert_true(edtf_parse(&date, str_of(c->date)));
	moved = calendar_shift_at(calendar, &doc, 0, doc.tokens.count,
				  &shift) &&
		calendar_move(&date, &shift);
	assert_int_equal(moved, c->moved != NULL);
	if (moved) {
		edtf_add(&out, &date);
		strbuf_add_char(&out, '\0');
		assert_string_equal(out.data, c->moved);
	}
	strbuf_release(&out);
}

static struct left_case {
	const char *name, *lang, *text, *mention, *value;
	bool left;
} lefts[] = {
	{ "a day that no month has", "en", "He left on 31 June.", NULL, NULL,
	  true },
	{ "digits", "ru", "Он уехал 14/31/2019.", NULL, NULL, true },
	{ "what was read", "en", "He left in June.", "June", "2022-06",
	  false },
	{ "what has no year", "en", "He left in June.", "June", "XXXX-06",
	  true },
	{ "may and march are verbs", "en", "They march and may come at 10.30.",
	  NULL, NULL, false },
	{ "a month in Kazakh", "kk", "Ол мамырда кетті.", NULL, NULL, true },
	{ "a city of that name", "kk", "Ол Қазанда тұрады.", NULL, NULL,
	  false },
	{ "no date at all", "kk", "Ол 15 тәулікке қамалды.", NULL, NULL,
	  false },
};

static void leaves(void **row)
{
	const struct left_case *c = *row;
	struct mention m = { .type = MENTION_DATE };
	size_t token;

	make(c->lang, c->text);
	for (size_t t = 0; c->mention && t < doc.tokens.count; t++)
		if (str_equal(words_text(doc.words, doc.tokens.items[t].form),
			      str_of(c->mention)))
			m.where = (struct extent){ 0, t, t + 1 };
	m.value = str_of(c->value);
	assert_int_equal(calendar_left_over(calendar, &doc, 0, &m,
					    c->mention != NULL, &token),
			 c->left);
}

static int open_state(void **state)
{
	struct err err = ERR_INIT;

	if (open_knowledge(state) < 0)
		return -1;
	document_init(&doc, &test_words);
	if (languages_need(test_knowledge.languages, LANGUAGES_ALL, &err) < 0)
		return -1;
	return calendar_open(&calendar, &test_knowledge, &err);
}

static int close_state(void **state)
{
	calendar_close(calendar);
	document_release(&doc);
	return close_knowledge(state);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(shifts) + COUNT_OF(lefts)];

	for (size_t i = 0; i < COUNT_OF(shifts); i++)
		tests[i] = CASE(shifts[i], moves);
	for (size_t i = 0; i < COUNT_OF(lefts); i++)
		tests[COUNT_OF(shifts) + i] = CASE(lefts[i], leaves);
	return cmocka_run_group_tests(tests, open_state, close_state);
}
