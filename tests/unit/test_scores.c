/* Scores: their values, classes and changes. */
#include "mend_case.h"

/* `text`: what stands behind the title; "ROW " begins a row of a table.
 * `scores`: "scope value label change; …" in the order of the document. */
static struct score_case { const char *name, *text, *scores; } scores[] = {
	{ "rose to, an increase", "OVERALL SCORE 18\n\nThe country's overall "
	  "score rose to 18, a three-point increase from last year's study.\n",
	  "overall 18 Slightly Vibrant +3; " },
	{ "fell from, to", "Overall country score: 18\n\nThe overall score "
	  "dropped two points from 20 to 18.\n",
	  "overall 18 Slightly Vibrant -2; " },
	{ "a score over three lines", "OVERALL\n\nSCORE\n\n23\n\nIt fell.\n",
	  "overall 23 Somewhat Vibrant ; " },
	{ "not with what stands between", "Overall country score\n\nof those "
	  "years\n\n23\n\nIt fell.\n", "" },
	{ "unchanged", "OVERALL SCORE 21.5\n\nThe country score is unchanged "
	  "from 2022.\n", "overall 21.5 Somewhat Vibrant 0; " },
	{ "the score before alone, and a class behind the score",
	  "OVERALL SCORE: 18 (Slightly Vibrant)\n\nROW Principle 1: A | 17 | "
	  "Slightly Vibrant\n\nThe overall score is 18, up from 15 in 2022.\n",
	  "overall 18 Slightly Vibrant +3; P1 17 Slightly Vibrant ; " },
	{ "of a principle, by number and as this one",
	  "Overall score 9\n\nPrinciple 1: Information Quality 10\n\n"
	  "Principle 2: Multiple Channels 8\n\nText. Principle 1 lost a point, "
	  "while Principle 2 fell from 10 to 8. It was so.\n",
	  "overall 9 Not Vibrant ; P1 10 Not Vibrant -1; P2 8 Not Vibrant "
	  "-2; " },
	{ "told by a sentence alone", "Text.\n\nThe overall score fell from 18 "
	  "to 15.\n", "overall 15 Slightly Vibrant -3; " },
	{ "not of shares, nor of what is no score",
	  "OVERALL SCORE 18\n\nThe overall score is 18; fines rose from 5 to "
	  "10 percent. Sites went from 3 to 4.\n",
	  "overall 18 Slightly Vibrant ; " },
	{ "rows of a table",
	  "ROW Principle 1: Information Quality | 17 | 16 | +1\n\nROW "
	  "Principle 2: Channels | 16,5 | 19\n\nROW Indicator 7: Access. | "
	  "2.5 | −1\n\nText.\n",
	  "P1 17 Slightly Vibrant +1; P2 16.5 Slightly Vibrant -2.5; I7 2.5 "
	  "Not Vibrant -1; " },
	{ "the older year in front",
	  "ROW Principle | 2022 | 2023\n\nROW Principle 1: Quality | 17 | 16"
	  "\n\nText.\n", "P1 16 Slightly Vibrant -1; " },
	{ "a scale of its own", "Slightly Vibrant (5-7): A.\n\nOVERALL SCORE "
	  "6 (-1)\n", "overall 6 Slightly Vibrant -1; " },
	{ "ru: rose by", "ОБЩАЯ ОЦЕНКА: 18\n\nВ 2022 году общая оценка страны "
	  "выросла на три балла. Оценка по Принципу 2 с 9 до 8.\n",
	  "overall 18 Slightly Vibrant +3; P2 8 Not Vibrant -1; " },
	{ "ru: lower than, unchanged", "ОБЩАЯ ОЦЕНКА 18\n\nПринцип 1: "
	  "Качество информации – 2,5\n\nОбщая оценка — 18: на один балл "
	  "меньше, чем год назад. Принцип 1 остался на том же уровне.\n",
	  "overall 18 Slightly Vibrant -1; P1 2.5 Not Vibrant 0; " },
	{ "kk: from, to", "ЖАЛПЫ БАҒА 15\n\nЕлдің жалпы бағасы 18 балдан 15 "
	  "балға түсті.\n", "overall 15 Slightly Vibrant -3; " },
	{ "kk: lower, higher", "ЖАЛПЫ БАҒА 15\n\n2-қағидат: Арналар – 16\n\n"
	  "Жалпы баға былтырғыдан бір балл төмен. 2-қағидат екі балға "
	  "көтерілді.\n", "overall 15 Slightly Vibrant -1; P2 16 Slightly "
	  "Vibrant +2; " },
};
static void mark_rows(struct document *doc)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];
		struct run *run = &doc->runs.items[par->first_run];

		if (!str_has_prefix(par->text, STR("ROW ")))
			continue;
		par->kind = PARAGRAPH_ROW;
		par->text = str_slice(par->text, 4, par->text.len);
		run->source += 4;
		run->len = run->source_len = run->len - 4;
	}
}

static void reads_scores(void **state)
{
	const struct score_case *one = *state;
	struct strbuf source = STRBUF_INIT, found = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct document doc;
	struct words words;

	words_init(&words);
	document_init(&doc, &words);
	strbuf_addf(&source, "%s%s", VIBE, one->text);
	build(&doc, source.data);
	mark_rows(&doc);
	assert_int_equal(mend_stage.document(mend_state, &doc, &err), 0);
	for (size_t i = 0; i < doc.scores.count; i++) {
		const struct score *score = &doc.scores.items[i];

		strbuf_addf(&found, "%.*s %.*s %.*s %.*s; ",
			    STR_ARGS(score->scope), STR_ARGS(score->value),
			    STR_ARGS(score->label), STR_ARGS(score->change));
	}
	assert_string_equal(found.data ? found.data : "", one->scores);
	strbuf_release(&source);
	strbuf_release(&found);
	document_release(&doc);
	words_release(&words);
}
static void ties_note_and_score(void **state)
{
	struct document doc;
	struct words words;

	(void)state;
	mend(&doc, &words,
	     VIBE "Slightly Vibrant (11-20): A.\n\nHighly Vibrant (31-40): B."
	     "\n\nOVERALL\n\nSCORE**18**\n\nIt fell for\n\n1 “A,” B, 2022.\n\n"
	     "three years.¹ So.\n");
	assert_int_equal(doc.scores.count, 1);
	assert_int_equal(doc.scores.items[0].paragraph, 4);
	assert_true(str_equal(doc.scores.items[0].value, STR("18")));
	assert_true(str_equal(doc.scores.items[0].label,
			      STR("Slightly Vibrant")));
	assert_int_equal(doc.footnotes.count, 1);
	assert_int_equal(doc.footnotes.items[0].paragraph, 6);
	assert_int_equal(doc.footnotes.items[0].anchor.paragraph, 5);
	assert_int_equal(doc.footnotes.items[0].anchor.at,
			 strlen("It fell for three years."));
	assert_true(str_equal(document_meta(&doc, STR("series")),
			      STR("vibe")));
	document_release(&doc);
	words_release(&words);
}
int main(void)
{
	struct CMUnitTest tests[COUNT_OF(scores) + 1];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(scores); i++)
		tests[count++] = CASE(scores[i], reads_scores);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(
		ties_note_and_score);
	return _cmocka_run_group_tests("scores", tests, count, open_mend,
				       close_mend);
}
