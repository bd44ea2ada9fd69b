/* Triggers and the types of acts that they name. */
#include "lexicon_folder.h"

#include "cue_rows.h"

#define ACTS \
	"type\tcategory\ttarget\tbeside\tbecomes\toutcome\tundoes\twithin\t" \
	"topical\tlasts\n"
#define TRIGGERS "type\tlang\tvoice\tneeds\tpattern\n"

static struct act_case {
	const char *name, *acts, *trigger, *message; /* NULL: it is taken */
} cases[] = {
	{ "a type", "arrest\tlegal\tpeople\t\t\t\t\t\t\t\n",
	  "arrest\ten\tactive\t\tx\n", NULL },
	{ "a type without a row", "arrest\tlegal\tpeople\t\t\t\t\t\t\t\n",
	  "theft\ten\tactive\t\tx\n",
	  "triggers.tsv:2: no type 'theft' in acts.tsv" },
	{ "a target that is none", "arrest\tlegal\tcats\t\t\t\t\t\t\t\n",
	  "arrest\ten\tactive\t\tx\n", "acts.tsv:2: target 'cats':" },
	{ "what becomes of it without a verdict",
	  "arrest\tlegal\tpeople\t\t\t\t\t\t\t\n"
	  "prison\tlegal\tpeople\tcharge\tarrest\t\t\t\t\t\n"
	  "charge\tlegal\tpeople\t\t\t\t\t\t\t\n",
	  "prison\ten\tactive\tverdict\tx\n", NULL },
	{ "a verdict, and nothing else to become",
	  "prison\tlegal\tpeople\t\t\t\t\t\t\t\n", "prison\ten\tactive\tverdict\tx\n",
	  "triggers.tsv:2: needs a verdict, but acts.tsv tells of no type" },
	{ "one that becomes a type without a row",
	  "prison\tlegal\tpeople\tprison\tarrest\t\t\t\t\t\n", "prison\ten\tactive\t\tx\n",
	  "acts.tsv:2: beside 'prison', becomes 'arrest': expected two" },
	{ "what it may lead to", "arrest\tlegal\tpeople\t\t\tterm amount\t\t\t\t\n",
	  "arrest\ten\tactive\t\tx\n", NULL },
	{ "an outcome that is none", "arrest\tlegal\tpeople\t\t\tfame\t\t\t\t\n",
	  "arrest\ten\tactive\t\tx\n", "acts.tsv:2: outcome 'fame'" },
	{ "half of it", "prison\tlegal\tpeople\tprison\t\t\t\t\t\t\n",
	  "prison\ten\tactive\t\tx\n", "acts.tsv:2: beside 'prison', becomes" },
	{ "what it undoes", "arrest\t\tpeople\t\t\t\tyes\t\t\t\n",
	  "arrest\ten\tverb\t\tx\n", NULL },
	{ "only where media are spoken of", "arrest\t\tpeople\t\t\t\t\t\tyes\t\n",
	  "arrest\ten\tverb\t\tx\n", NULL },
	{ "or perhaps", "arrest\t\tpeople\t\t\t\t\t\tperhaps\t\n",
	  "arrest\ten\tverb\t\tx\n", "acts.tsv:2: topical 'perhaps'" },
	{ "part of a type without a row",
	  "arrest\t\tpeople\t\t\t\t\ttheft\t\t\n", "arrest\ten\tverb\t\tx\n",
	  "acts.tsv:2: within 'theft': expected a type" },
};

static void is_read(void **state)
{
	const struct act_case *one = *state;
	struct cue_row cue = { .kind = CUE_TRIGGER };
	struct strbuf acts = STRBUF_INIT, triggers = STRBUF_INIT;
	struct lexicon_folder folder;
	struct err err = ERR_INIT;
	struct table *table;

	strbuf_addf(&acts, "%s%s", ACTS, one->acts);
	strbuf_addf(&triggers, "%s%s", TRIGGERS, one->trigger);
	lexicon_folder_open(&folder);
	lexicon_folder_write(&folder, "acts.tsv", acts.data);
	lexicon_folder_write(&folder, "triggers.tsv", triggers.data);
	assert_int_equal(lexicons_table(folder.lexicons, "triggers.tsv",
					&table, &err), 0);
	assert_int_equal(cue_row_fill(&cue, folder.lexicons, table, 0, &err),
			 one->message ? ERR_FORMAT : 0);
	if (one->message)
		assert_non_null(strstr(err.text, one->message));
	strbuf_release(&acts);
	strbuf_release(&triggers);
	lexicon_folder_close(&folder);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], is_read);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
