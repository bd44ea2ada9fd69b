/* The questions of esep-search: how they are read, what they find. */
#include "index_case.h"

#include "how.h"
#include "index_words.h"
#include "inner_words.h"

#include <math.h>

static struct error_case {
	const char *name, *question, *message;
} errors[] = {
	{ "an open bracket", "a (b OR c", "character 3: this bracket is not" },
	{ "a closing bracket", "ә) b", "character 2: this bracket closes" },
	{ "an open quotation mark", "a \"b c", "character 3: this quotation" },
	{ "an operator at the end", "a AND", "character 6: a word or phrase" },
	{ "an operator at the start", "NOT a", "character 1: a word or phrase" },
	{ "two operators", "a OR AND b", "character 6: a word or phrase" },
	{ "empty brackets", "a ()", "character 4: this bracket closes" },
	{ "nothing", "  ", "character 3: a word or phrase" },
	{ "no UTF-8", "a \xff", "character 3: this is no UTF-8" },
	{ "a star in front", "a *ship", "character 3: a star" },
	{ "a star in the middle", "sh*p", "character 3: a star" },
	{ "a question mark", "par?", "character 4: a question mark is no" },
	{ "a minus alone", "-par", "character 1: a minus takes away" },
	{ "an open typographic quotation", "«a b", "character 1: this quotation" },
	{ "NEAR without a word", "a NEAR/3", "character 9: NEAR stands" },
	{ "NEAR three times", "a NEAR b NEAR c", "NEAR stands between two" },
	{ "NEAR without a number", "a NEAR/x b", "character 3: NEAR/ takes" },
	{ "signs alone", " № §", "character 2: '№' holds no word" },
	{ "too deep", "((((((((((((((((((a", "too many brackets" },
	{ "too many terms",
	  "a b c d e f g h i j k l m n o p q r s t u v w x y z "
	  "a b c d e f g h i j k l m n o p q r s t u v w x y z "
	  "a b c d e f g h i j k l m", "too many terms" },
};

static void refuses(void **state)
{
	const struct error_case *row = *state;
	struct err err = ERR_INIT;
	struct ask ask;

	assert_int_equal(ask_parse(&ask, str_of(row->question), NULL, &err),
			 ERR_USAGE);
	assert_non_null(strstr(err.text, row->message));
}

/* Texts whose words have blanks between: a paragraph of one language. */
static struct find_case {
	const char *name, *question, *lang, *text;
	const char *expected;  /* the text with [hits]; NULL: it does not match */
} finds[] = {
	{ "another form of the word", "threat", "en",
	  "both threats and a threat", "both [threats] and a [threat]" },
	{ "a Russian case", "цензурой", "ru", "о цензуре", "о [цензуре]" },
	{ "a stem in its own language only", "сотқа", "ru", "соты", NULL },
	{ "Kazakh in Latin letters", "тілші", "kk", "tılşıler kettı",
	  "[tılşıler] kettı" },
	{ "Kazakh asked for in Latin letters", "tilshilerdin", "kk",
	  "тілші кетті", "[тілші] кетті" },
	{ "an English word is no Kazakh one", "ministry", "kk",
	  "министрі келді", NULL },
	{ "a name in another script and case", "bazhkenova", "ru",
	  "о Бажкеновой сказано", "о [Бажкеновой] сказано" },
	{ "a word in lower case is no name", "том", "en", "a tom", NULL },
	{ "a function word is no name", "the", "ru", "Тхе", NULL },
	{ "the beginning of a word", "censor*", "en", "uncensored censorship",
	  "uncensored [censorship]" },
	{ "words in any order", "speech free", "en", "free in speech",
	  "[free] in [speech]" },
	{ "a phrase in its order", "\"free speech\"", "en",
	  "speech free speech", "speech [free speech]" },
	{ "a phrase is not its words", "\"free speech\"", "en",
	  "speech is free", NULL },
	{ "a phrase with a beginning", "\"free spee\"*", "en",
	  "free speeches", "[free speeches]" },
	{ "NOT", "free NOT speech", "en", "free speech", NULL },
	{ "AND NOT is NOT", "free AND NOT press", "en", "free speech",
	  "[free] speech" },
	{ "NOT of a phrase leaves its words", "free NOT \"free speech\"", "en",
	  "speech is free", "speech is [free]" },
	{ "OR takes what is there", "press OR free", "en", "free speech",
	  "[free] speech" },
	{ "AND binds before OR", "press OR free speech", "en", "free word",
	  NULL },
	{ "brackets", "(press OR free) speech", "en", "free speech",
	  "[free] [speech]" },
	{ "what does not hold has no hits", "(free press) OR speech", "en",
	  "free speech", "free [speech]" },
	{ "signs of other query languages are text", "^free", "en", "free",
	  "[free]" },
	{ "a number", "2022", "kk", "2022 жылы", "[2022] жылы" },
	{ "a number in groups", "20 000 теңге", "kk", "20 000 теңге 000",
	  "[20 000] [теңге] 000" },
	{ "a number in groups, in English", "20 000", "en", "000 20 000",
	  "000 [20 000]" },
	{ "half of a Russian compound, in another case", "службой", "ru",
	  "пресс-служба порта", "[пресс-служба] порта" },
	{ "half of an English compound", "islands", "en", "an inter-island ferry",
	  "an [inter-island] ferry" },
	{ "a compound is not its half", "пресс-служба", "ru", "служба порта",
	  NULL },
	{ "a compound as two words", "пресс-служба", "ru", "пресс служба",
	  "[пресс служба]" },
	{ "two words as a compound", "\"пресс служба\"", "ru", "пресс-службой",
	  "[пресс-службой]" },
	{ "a phrase with half of a compound", "\"служба порта\"", "ru",
	  "пресс-служба порта", "[пресс-служба порта]" },
	{ "a Latin name before a Russian word", "telegram", "ru",
	  "в Telegram-каналах", "в [Telegram-каналах]" },
	{ "a Russian word behind a Latin name", "канал", "ru",
	  "в Telegram-каналах", "в [Telegram-каналах]" },
	{ "a name in another script inside a word", "телеграм", "ru",
	  "в Telegram-каналах", "в [Telegram-каналах]" },
	{ "a Kazakh ending glued to a Latin name", "zakonXT", "kk",
	  "ZakonXTда айтылды", "[ZakonXTда] айтылды" },
	{ "several endings behind a hyphen", "ЖШС", "kk",
	  "ЖШС-лардың иелері", "[ЖШС-лардың] иелері" },
	{ "an ending behind an address", "dala.xt", "kk", "Dala.xt-тің тілшісі",
	  "[Dala.xt-тің] тілшісі" },
	{ "the name of an address", "dala", "kk", "Dala.xt-тің тілшісі",
	  "[Dala.xt-тің] тілшісі" },
	{ "the domain of an address", "dala.xt", "en",
	  "https://www.dala.xt/news/1?p=2 says",
	  "[https://www.dala.xt/news/1?p=2] says" },
	{ "a word in the path of an address", "news", "en",
	  "https://www.dala.xt/news/1", "[https://www.dala.xt/news/1]" },
	{ "capitals do not cut a question", "усть-ладога", "ru",
	  "в Усть-Ладоге", "в [Усть-Ладоге]" },
	{ "an accent", "resume", "en", "his résumé", "his [résumé]" },
	{ "an accent that is asked for", "café", "en", "a cafe", "a [cafe]" },
	{ "the noun behind a number", "бап", "kk", "212-бабымен", "[212-бабымен]" },
	{ "the number before a noun", "212", "kk", "212-бабымен",
	  "[212-бабымен]" },
	{ "a part of a number is none", "000", "en", "20,000 people", NULL },
	{ "a year in a date", "2023", "en", "on 12.05.2023", "on [12.05.2023]" },
	{ "an article of a law in another language", "\"Article 212\"", "kk",
	  "212-баппен айыпталды", "[212-баппен] айыпталды" },
	{ "an article of a law by its abbreviation", "212-бап", "ru",
	  "по ст. 212", "по [ст. 212]" },
	{ "typographic quotation marks", "“free speech”", "en", "speech is free",
	  NULL },
	{ "guillemets", "«free speech»", "en", "free speech", "[free speech]" },
	{ "signs that are no words", "№ 5 § — &", "en", "No 5", "No [5]" },
	{ "a minus", "free -speech", "en", "free speech", NULL },
	{ "a minus in front", "-press free", "en", "free speech",
	  "[free] speech" },
	{ "a minus before a number", "free -2022", "en", "free 2022", NULL },
	{ "a number is no part of a name", "COVID-19", "en", "a COVID-20", NULL },
	{ "what is taken away is no name by chance", "press NOT судья", "ru",
	  "press суд", "[press] суд" },
	{ "a hyphen is no minus", "free inter-island", "en",
	  "free inter-island", "[free] [inter-island]" },
	{ "words near each other", "free NEAR/1 speech", "en",
	  "speech so free", "[speech] so [free]" },
	{ "words not near each other", "free NEAR/1 speech", "en",
	  "speech that is free", NULL },
	{ "exact: no other form", "exact:threat", "en", "threats", NULL },
	{ "exact: whatever the case", "exact:threat", "en", "Threat", "[Threat]" },
	{ "stem: no name", "stem:bazhkenova", "ru", "Бажкеновой", NULL },
	{ "name: no word", "name:threat", "en", "threats", NULL },
	{ "name: a spelling", "name:bazhkenova", "ru", "Бажкеновой",
	  "[Бажкеновой]" },
	{ "exact: of a phrase", "exact:\"free speech\"", "en", "free speeches",
	  NULL },
};

struct places { struct place *items; size_t count, capacity; };

/* The words of a text in one language, with blanks between, as the index takes
 * them; and where they lie. */
static void index_text(struct strbuf *phrase, struct places *places,
		       struct str text, lang_id lang)
{
	struct languages *languages = test_knowledge.languages;
	struct inner_words inner = { .languages = languages,
				     .words = &test_words };
	struct index_words index = { .form = STRBUF_INIT };
	struct document doc;
	struct str rest = text, piece;

	document_init(&doc, &test_words);
	while (str_split(&rest, ' ', &piece)) {
		word_id form = words_add(&test_words, piece);
		uint32_t start = (uint32_t)(piece.data - text.data);
		struct token token = {
			.form = form, .lang = lang,
			.stem = languages_stem(languages, lang, form),
			.inner = inner_words_of(&inner, lang, form, false)
		};

		if (words_shape(&test_words, form) & SHAPE_CAPITAL)
			token.key = languages_key(languages, languages_head(
						languages, lang, form));
		*LIST_ADD(places) = (struct place){
			start, start + (uint32_t)piece.len
		};
		index_words_add(&index, phrase, &doc, &token);
	}
	index_words_release(&index);
	inner_words_release(&inner);
	document_release(&doc);
}

static void mark(struct strbuf *out, struct str text,
		 const struct match_hits *hits)
{
	size_t at = 0;

	for (size_t i = 0; i < hits->count; i++) {
		if (hits->items[i].place.start < at)
			continue;
		strbuf_add(out, str_slice(text, at,
					  hits->items[i].place.start));
		strbuf_add_char(out, '[');
		strbuf_add(out, str_slice(text, hits->items[i].place.start,
					  hits->items[i].place.end));
		strbuf_add_char(out, ']');
		at = hits->items[i].place.end;
	}
	strbuf_add(out, str_slice(text, at, text.len));
}

static void finds_hits(void **state)
{
	const struct find_case *row = *state;
	struct str text = str_of(row->text);
	struct places places = { NULL, 0, 0 };
	struct seen seen = { NULL, 0, 0 };
	struct match_hits hits = { NULL, 0, 0 };
	struct strbuf found = STRBUF_INIT, phrase = STRBUF_INIT;
	struct matcher matcher;
	struct ask ask;

	index_text(&phrase, &places, text,
		   words_lang(&test_words, str_of(row->lang)));
	put_row(row - finds + 1, strbuf_view(&phrase));
	ask_question(&ask, &matcher, str_of(row->question), row - finds + 1,
		     &seen);
	match_find(&matcher, seen.items, seen.count, places.items, places.count,
		   &hits);
	assert_int_equal(hits.count > 0, row->expected != NULL);
	if (row->expected) {
		mark(&found, text, &hits);
		assert_string_equal(found.data, row->expected);
	}
	matcher_release(&matcher);
	ask_release(&ask);
	strbuf_release(&found);
	strbuf_release(&phrase);
	LIST_RELEASE(&places);
	LIST_RELEASE(&seen);
	free(hits.items);
}

static void quotes_terms(void **state)
{
	struct strbuf fts = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct matcher matcher;
	struct ask ask;

	struct match_lore english = test_lore;

	(void)state;
	english.count = 1;
	assert_int_equal(ask_parse(&ask, STR("lemma:Go NOT x OR 2022"), NULL, &err),
			 0);
	assert_int_equal(matcher_load(&matcher, &ask, &english, &err), 0);
	matcher_add_lang(&matcher, STR("en"));
	matcher_add_fts(&matcher, &fts);
	/* alone or with what else the same text may be */
	assert_string_equal(fts.data,
		"(((\"4go\x1f" "5go\x1f" "6go\x1d" "en\x1f" "7go\x1d" "en\") "
		"NOT (\"1x\x1f" "3x\x1d" "en\x1f" "5x\x1f" "7x\x1d" "en\x1f"
		"2x\x1d" "en\x1f" "6x\x1d" "en\x1f" "8h\x1f" "2X\x1d" "en\")) OR (\"12022\x1f"
		"32022\x1d" "en\x1f" "52022\x1f" "72022\x1d" "en\x1f" "22022\x1d"
		"en\x1f" "62022\x1d" "en\"))");
	assert_int_equal(matcher.phrases.count, 3);
	assert_int_equal(matcher.phrases.items[2].term, 2);
	matcher_release(&matcher);
	ask_release(&ask);
	strbuf_release(&fts);
}

/* N = 100, n = 9, f = 2, a paragraph of mean length:
 * ln(1 + 91.5 / 9.5) * 2 * 2.2 / (2 + 1.2) = 2.363829 * 1.375 */
static void scores(void **state)
{
	struct match_corpus corpus = { .terms = 1, .paragraphs = 100,
				       .words = 50 };
	const double counts[ASK_TERMS_MAX] = { 2 };

	(void)state;
	match_weigh(&corpus, 0, 9);
	assert_true(fabs(match_score(&corpus, counts, 50) - 3.250264) < 1e-5);
	assert_true(match_score(&corpus, counts, 500) < 3.25);
}

/* Phrases 0 and 1 are readings of the first term: one word found by both counts
 * once. What stands beside a word that is not there is not counted. */
static void counts_hits(void **state)
{
	const struct word_hit hits[] = { { 0, 3 }, { 1, 3 }, { 1, 7 },
					 { 2, 8 } };
	double counts[ASK_TERMS_MAX];
	struct err err = ERR_INIT;
	struct matcher matcher = { .arena = ARENA_INIT };
	struct ask ask;

	(void)state;
	assert_int_equal(ask_parse(&ask, STR("a OR (b c)"), NULL, &err), 0);
	matcher.ask = &ask;
	for (size_t i = 0; i < 4; i++)
		*LIST_ADD(&matcher.phrases) = (struct match_phrase){
			.term = i == 0 ? 0 : i - 1, .words = 1
		};
	match_count(&matcher, hits, COUNT_OF(hits), counts);
	assert_true(counts[0] == 2 && counts[1] == 0 && counts[2] == 0);
	LIST_RELEASE(&matcher.phrases);
	ask_release(&ask);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(errors) + COUNT_OF(finds) + 3];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(errors); i++)
		tests[count++] = CASE(errors[i], refuses);
	for (size_t i = 0; i < COUNT_OF(finds); i++)
		tests[count++] = CASE(finds[i], finds_hits);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(quotes_terms);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(scores);
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(counts_hits);
	return cmocka_run_group_tests(tests, open_index, close_index);
}
