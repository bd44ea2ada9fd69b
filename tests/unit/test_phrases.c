#include "knowledge_case.h"
#include "doc_builder.h"

#include "alternatives.h"
#include "phrases.h"

#include <stdio.h>

/* Patterns "lang pattern", parted by "; ", numbered from 0; matches as
 * "words=number", ~ for a match that is not exact. */
static struct phrase_case {
	const char *name, *patterns, *lang, *text, *found;
} cases[] = {
	{ "forms in any case", "und media law", "en", "The Media Law",
	  "Media Law=0" },
	{ "another form by its stem", "ru Верховный суд", "ru",
	  "в Верховном суде", "Верховном суде~0" },
	{ "stems of the phrase's language alone", "und Верховный суд", "ru",
	  "в Верховном суде", "" },
	{ "the longest first", "en law; en law on the media", "en",
	  "law on the media", "law on the media=1; law=0" },
	{ "equal patterns in the order they were added", "en law; en law",
	  "en", "law", "law=0; law=1" },
	{ "a prefix", "und прошл* год*", "ru", "в прошлом году",
	  "прошлом году~0" },
	{ "a prefix is not the word before it", "und год*", "ru",
	  "год и погода", "год~0" },
	{ "any one word", "und * years ago", "en", "two years ago",
	  "two years ago~0" },
	{ "not across the end", "en law on the media", "en", "law on the",
	  "" },
	{ "a phrase and its beginning", "kk Ақ Жол; kk Ақ", "kk",
	  "Ақ Жолдың", "Ақ Жолдың~0; Ақ=1" },
	{ "a stress on the first letter", "ru О\u0301льга Петрова", "ru",
	  "Ольга Петрова", "Ольга Петрова~0" },
	{ "alternatives of a first and a later word",
	  "en {shot|badly beaten} {|and left }for dead", "en",
	  "shot for dead, badly beaten and left for dead",
	  "shot for dead=0; badly beaten and left for dead=0" },
	{ "no word of two alternatives", "en {shot|beaten} {on|in} {duty|jail}",
	  "en", "shot beaten duty", "" },
	{ "alternatives inside a word", "ru {|не }зада{ет|ст} вопрос", "ru",
	  "не задаст вопрос", "не задаст вопрос=0; задаст вопрос=0" },
	{ "alternatives by their stems", "ru {верховный|городской} суд", "ru",
	  "в городском суде", "городском суде~0" },
	{ "a star in an alternative", "en {shot *|wound*} badly", "en",
	  "shot him badly, wounds badly", "shot him badly~0; wounds badly~0" },
	{ "alternatives at the end", "en law{| on the press| of war}", "en",
	  "law on the press", "law on the press=0; law=0" },
	{ "with alternatives and without, as they were added",
	  "en law on media; en law {on|of} {media|art}; en law on media", "en",
	  "law on media",
	  "law on media=0; law on media=1; law on media=2" },
	{ "an empty pattern", "en ; en law", "en", "law", "law=1" },
};

static void add_patterns(struct phrases *phrases, struct str list)
{
	uint32_t number = 0;
	size_t from = 0;

	while (from < list.len) {
		size_t end = str_find(list, STR("; "), from);
		struct str pattern = str_slice(list, from, end), lang;

		str_split(&pattern, ' ', &lang);
		phrases_add_choices(phrases, words_lang(&test_words, lang),
				    pattern, number++);
		from = end + 2;
	}
}

static void show(struct strbuf *out, const struct document *doc,
		 const struct phrase_matches *matches)
{
	for (size_t i = 0; i < matches->count; i++) {
		const struct phrase_match *m = &matches->items[i];

		strbuf_add_z(out, out->len > 0 ? "; " : "");
		strbuf_add(out, extent_text(doc, (struct extent){
					0, m->first, m->end }));
		strbuf_addf(out, "%s%u", m->exact ? "=" : "~", m->value);
	}
}

static void matches(void **row)
{
	const struct phrase_case *c = *row;
	struct phrases *phrases = phrases_new(&test_knowledge);
	struct phrase_matches found = { NULL, 0, 0 };
	struct strbuf out = STRBUF_INIT;
	struct document doc;

	document_init(&doc, &test_words);
	doc_add(&doc, test_knowledge.languages, c->lang, c->text);
	add_patterns(phrases, str_of(c->patterns));
	strbuf_add_z(&out, "");
	for (size_t t = 0; t < doc.tokens.count; t++)
		phrases_match(phrases, &doc, t, doc.tokens.count, &found);
	show(&out, &doc, &found);
	assert_string_equal(out.data ? out.data : "", c->found);
	phrases_free(phrases);
	list_free(found.items);
	strbuf_release(&out);
	document_release(&doc);
}

/* Words are forgotten between documents; phrases are not. */
static void outlives_the_words(void **unused)
{
	struct phrases *phrases = phrases_new(&test_knowledge);
	struct phrase_matches found = { NULL, 0, 0 };
	struct document doc;

	(void)unused;
	phrases_add(phrases, words_lang(&test_words, STR("en")), STR("media law"),
		    7);
	for (int i = 0; i < 2; i++) {
		document_init(&doc, &test_words);
		doc_add(&doc, test_knowledge.languages, "en", "media law");
		phrases_match(phrases, &doc, 0, doc.tokens.count, &found);
		document_release(&doc);
		for (unsigned k = 0; i == 0 && k < 2000000; k++) {
			char text[16];
			int len = snprintf(text, sizeof text, "w%u", k);

			words_add(&test_words, (struct str){ text, (size_t)len });
		}
		words_trim(&test_words);
	}
	assert_int_equal(test_words.generation, 1);
	assert_int_equal(found.count, 2);
	phrases_free(phrases);
	list_free(found.items);
}

static void count_of_alternatives(void **unused)
{
	static const struct { const char *pattern; size_t count; } counts[] = {
		{ "a {b|c} {|d }e", 4 }, { "a|b", 1 }, { "a {b", 0 },
		{ "a b}", 0 }, { "}{", 0 }, { "{a{b}}", 0 },
		{ "{|a}{|b}{|c}{|d}{|e}{|f}{|g}{|h}{|i}{|j}{|k}", 2048 },
		{ "{|a}{|b}{|c}{|d}{|e}{|f}{|g}{|h}{|i}{|j}{|k}{1|2|3}",
		  ALTERNATIVES_MAX },
	};

	(void)unused;
	for (size_t i = 0; i < COUNT_OF(counts); i++)
		assert_int_equal(alternatives_count(str_of(counts[i].pattern)),
				 counts[i].count);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases) + 2];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], matches);
	tests[COUNT_OF(cases)] =
		(struct CMUnitTest)cmocka_unit_test(outlives_the_words);
	tests[COUNT_OF(cases) + 1] =
		(struct CMUnitTest)cmocka_unit_test(count_of_alternatives);
	return cmocka_run_group_tests(tests, open_knowledge, close_knowledge);
}
