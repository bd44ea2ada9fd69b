/* The questions of esep-search: how they are read, what they find. */
#include "knowledge_case.h"

#include "match.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

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

	assert_int_equal(ask_parse(&ask, str_of(row->question), &err),
			 ERR_USAGE);
	assert_non_null(strstr(err.text, row->message));
}

static struct match_language list[3];

static int open_index(struct err *err);
static void close_index(void);

static int load(void **state)
{
	static const char *const codes[] = { "en", "ru", "kk" };

	struct err err = ERR_INIT;

	if (open_knowledge(state) < 0 || open_index(&err) < 0)
		return -1;
	for (size_t i = 0; i < COUNT_OF(list); i++)
		list[i] = (struct match_language){
			words_lang(&test_words, str_of(codes[i])), str_of(codes[i]),
			i == 0 ? SHAPE_LATIN : SHAPE_CYRILLIC
		};
	return 0;
}

static int unload(void **state)
{
	(void)state;
	close_index();
	close_knowledge(NULL);
	return 0;
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
};

struct places { struct place *items; size_t count, capacity; };

static struct str text_of(struct arena *arena, struct str text)
{
	struct strbuf copy = STRBUF_INIT;
	struct str kept;

	word_index_add_text(&copy, text);
	kept = str_copy(arena, strbuf_view(&copy));
	strbuf_release(&copy);
	return kept;
}

/* The words of a text in one language, with blanks between, as the index takes
 * them; and where they lie. */
static void index_text(struct strbuf *phrase, struct places *places,
		       struct str text, lang_id lang)
{
	struct str rest = text, piece;
	struct arena arena = ARENA_INIT;

	while (str_split(&rest, ' ', &piece)) {
		word_id form = words_add(&test_words, piece);
		uint32_t start = (uint32_t)(piece.data - text.data);
		word_id stem = languages_stem(test_knowledge.languages, lang,
					      form);
		word_id key = words_shape(&test_words, form) & SHAPE_CAPITAL
			? languages_key(test_knowledge.languages, form) : 0;
		struct word_texts word = {
			.form = text_of(&arena, piece),
			.stem = text_of(&arena, words_text(&test_words, stem)),
			.key = text_of(&arena, words_text(&test_words, key)),
			.lang = words_lang_code(&test_words, lang)
		};

		*LIST_ADD(places) = (struct place){
			start, start + (uint32_t)piece.len
		};
		word_index_add_word(phrase, &word);
	}
	arena_release(&arena);
}

static struct database *db;
static char folder[] = "/tmp/esep-test-XXXXXX", path[64];

static int open_index(struct err *err)
{
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/t.db", folder);
	return database_open(&db, path, DATABASE_WRITE, err);
}

static void close_index(void)
{
	database_close(db);
	unlink(path);
	rmdir(folder);
}

static void put_row(int64_t id, struct str phrase)
{
	struct statement *st;
	struct err err = ERR_INIT;

	assert_int_equal(statement_open(&st, db, "INSERT INTO word_index "
					"(rowid, words) VALUES (?1, ?2)",
					&err), 0);
	statement_bind_number(st, 1, id);
	statement_bind(st, 2, phrase);
	assert_int_equal(statement_run(st, &err), 0);
	statement_close(st);
}

struct seen { struct word_hit *items; size_t count, capacity; };

static double see(void *data, const struct word_row *row)
{
	struct seen *seen = data;

	for (size_t i = 0; i < row->count; i++)
		*LIST_ADD(seen) = row->hits[i];
	return 0;
}

/* What FTS5 finds in a row. */
static void ask_row(int64_t id, struct str fts, struct seen *seen)
{
	struct statement *st;
	struct err err = ERR_INIT;

	assert_int_equal(database_add_see(db, see, seen, &err), 0);
	assert_int_equal(statement_open(&st, db,
		"SELECT esep_see(word_index) FROM word_index "
		"WHERE word_index MATCH ?1 AND rowid = ?2", &err), 0);
	statement_bind(st, 1, fts);
	statement_bind_number(st, 2, id);
	assert_int_equal(statement_run(st, &err), 0);
	statement_close(st);
}

static void mark(struct strbuf *out, struct str text,
		 const struct match_hits *hits)
{
	size_t at = 0;

	for (size_t i = 0; i < hits->count; i++) {
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
	struct strbuf fts = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct matcher matcher;
	struct ask ask;

	assert_int_equal(ask_parse(&ask, str_of(row->question), &err), 0);
	assert_int_equal(matcher_load(&matcher, &ask, test_knowledge.languages, &test_words, list,
				      COUNT_OF(list), &err), 0);
	for (size_t i = 0; i < COUNT_OF(list); i++)
		matcher_add_lang(&matcher, list[i].code);
	matcher_add_fts(&matcher, &fts);
	index_text(&phrase, &places, text,
		   words_lang(&test_words, str_of(row->lang)));
	put_row(row - finds + 1, strbuf_view(&phrase));
	ask_row(row - finds + 1, strbuf_view(&fts), &seen);
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
	strbuf_release(&fts);
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

	(void)state;
	assert_int_equal(ask_parse(&ask, STR("lemma:Go NOT x OR 2022"), &err),
			 0);
	assert_int_equal(matcher_load(&matcher, &ask, test_knowledge.languages, &test_words, list,
				      1, &err), 0);
	matcher_add_lang(&matcher, STR("en"));
	matcher_add_fts(&matcher, &fts);
	/* alone or with what else the same text may be */
	assert_string_equal(fts.data,
		"(((\"4go\x1f" "5go\x1f" "6go\x1d" "en\x1f" "7go\x1d" "en\") "
		"NOT (\"1x\x1f" "3x\x1d" "en\x1f" "5x\x1f" "7x\x1d" "en\x1f"
		"2x\x1d" "en\x1f" "6x\x1d" "en\x1f" "8h\")) OR (\"12022\x1f"
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
	assert_int_equal(ask_parse(&ask, STR("a OR (b c)"), &err), 0);
	matcher.ask = &ask;
	for (size_t i = 0; i < 4; i++)
		*LIST_ADD(&matcher.phrases) = (struct match_phrase){
			.term = i == 0 ? 0 : i - 1
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
	return cmocka_run_group_tests(tests, load, unload);
}
