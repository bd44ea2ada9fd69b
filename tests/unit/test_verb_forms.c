/* What the forms of verbs tell, by the rows of verb_forms.tsv. */
#include "knowledge_case.h"

#include "verb_forms.h"

static struct form_case {
	const char *name, *lang, *form;
	enum verb_tense tense;
	enum verb_voice voice;
} cases[] = {
	{ "en: -ed may be either", "en", "detained", VERB_PAST, VERB_EITHER },
	{ "en: a participle alone", "en", "beaten", VERB_PAST, VERB_PASSIVE },
	{ "en: a past alone", "en", "took", VERB_PAST, VERB_ACTIVE },
	{ "en: a bare form", "en", "fine", VERB_BASE, VERB_ACTIVE },
	{ "en: -ing", "en", "detaining", VERB_GERUND, VERB_ACTIVE },
	{ "ru: past", "ru", "задержали", VERB_PAST, VERB_ACTIVE },
	{ "ru: past without -л", "ru", "погиб", VERB_PAST, VERB_ACTIVE },
	{ "ru: short participle", "ru", "задержана", VERB_PAST, VERB_PASSIVE },
	{ "ru: short participle in -т", "ru", "избит", VERB_PAST,
	  VERB_PASSIVE },
	{ "ru: the same ending of a future", "ru", "запретит", VERB_FUTURE,
	  VERB_ACTIVE },
	{ "ru: full participle", "ru", "задержанного", VERB_PARTICIPLE,
	  VERB_PASSIVE },
	{ "ru: active participle", "ru", "избивший", VERB_PARTICIPLE,
	  VERB_ACTIVE },
	{ "ru: converb", "ru", "избив", VERB_CONVERB, VERB_ACTIVE },
	{ "kk: past", "kk", "ұстады", VERB_PAST, VERB_ACTIVE },
	{ "kk: a vowel of the stem before it", "kk", "қамады", VERB_PAST,
	  VERB_ACTIVE },
	{ "kk: passive", "kk", "ұсталды", VERB_PAST, VERB_PASSIVE },
	{ "kk: passive in -н", "kk", "салынды", VERB_PAST, VERB_PASSIVE },
	{ "kk: participle in a case", "kk", "ұсталғанын", VERB_PARTICIPLE,
	  VERB_PASSIVE },
	{ "kk: converb", "kk", "ұсталып", VERB_CONVERB, VERB_PASSIVE },
	{ "kk: negation", "kk", "ұсталмады", VERB_NEGATED, VERB_PASSIVE },
	{ "kk: negation in the present", "kk", "алынбайды", VERB_REFUSES,
	  VERB_PASSIVE },
	{ "kk: present", "kk", "ұстайды", VERB_PRESENT, VERB_ACTIVE },
	{ "kk: what is meant", "kk", "ұстамақ", VERB_FUTURE, VERB_ACTIVE },
	{ "kk: condition", "kk", "ұстаса", VERB_CONDITION, VERB_ACTIVE },
	{ "kk: the deed by its name", "kk", "ұстауы", VERB_NOUN, VERB_ACTIVE },
};

static struct verb_forms *forms;

static int open_forms(void **unused)
{
	struct err err = ERR_INIT;

	if (open_knowledge(unused) < 0)
		return -1;
	return verb_forms_open(&forms, &test_knowledge, &err);
}

static int close_forms(void **unused)
{
	verb_forms_close(forms);
	return close_knowledge(unused);
}

static void reads(void **row)
{
	const struct form_case *this = *row;
	struct languages *languages = test_knowledge.languages;
	lang_id lang = languages_find(languages, str_of(this->lang));
	word_id form = words_add(&test_words, str_of(this->form));
	word_id stem = languages_stem(languages, lang, form);
	struct verb_form found = verb_forms_read(
		forms, lang, words_text(&test_words, form),
		words_text(&test_words, stem));

	assert_int_equal(found.tense, this->tense);
	assert_int_equal(found.voice, this->voice);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], reads);
	return cmocka_run_group_tests(tests, open_forms, close_forms);
}
