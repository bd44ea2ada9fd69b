/* Nothing is lost: whatever a text is put together of, each stretch of letters
 * and digits that holds a letter is found by a search for it. */
#include "index_case.h"

#include "index_words.h"
#include "stem.h"
#include "tokenize.h"
#include "utf8.h"

enum { TEXTS = 200, PIECES = 14, SEED = 20261130 };

static const char *const pieces[] = {
	"port", "Dala", "ZXT", "orda", "café", "naïve", "порта", "Алма", "служба",
	"ҚР", "баптың", "да", "тардың", "газеті", "объявил", "ёж", "й", "7",
	"2023", "15", "Facebookта", "BBCдің", "1a", "г", "т", "etc", "www",
	"O'Dala", "ұл", "ﬁn", "É", "z"
};
static const char *const marks[] = {
	" ", " ", " ", "-", "-", ".", "'", "’", "/", "_", "@", "&", ":", ", ",
	". ", "\xc2\xab", "\xc2\xbb ", "#", "+", "\xe2\x80\x93", "", "(", ") ", "://",
	"...", "%", "?", "\xc2\xad"
};

/* source: the minimal standard generator of Park & Miller 1988 */
static size_t next_random(uint64_t *state, size_t below)
{
	*state = *state * 48271 % 2147483647;
	return *state % below;
}

static void make_text(struct strbuf *text, uint64_t *random)
{
	strbuf_clear(text);
	for (size_t i = 0; i < PIECES; i++) {
		strbuf_add_z(text, pieces[next_random(random,
						      COUNT_OF(pieces))]);
		strbuf_add_z(text, marks[next_random(random, COUNT_OF(marks))]);
	}
}

static void run_stage(const struct stage *stage, struct document *doc)
{
	const struct stage_context context = { .program = "test",
					       .knowledge = &test_knowledge };
	void *settings = memory_get_zeroed(stage->program.settings_size + 1);
	struct err err = ERR_INIT;
	void *state = NULL;

	assert_int_equal(stage->open(&state, settings, &context, &err), 0);
	assert_int_equal(stage->document(state, doc, &err), 0);
	stage->close(state);
	free(settings);
}

/* As FTS5's unicode61 takes words; *at: behind the run. */
static bool next_run(struct str text, size_t *at, struct str *run)
{
	size_t start = *at, end, next;

	for (end = start; end < text.len; end = next) {
		uint32_t c;

		next = end;
		c = utf8_next(text, &next);
		if (utf8_is_letter(c) || utf8_is_number(c))
			continue;
		if (end > start)
			break;
		start = next;
	}
	*at = end;
	*run = str_slice(text, start, end);
	return end > start;
}

static bool holds_letter(struct str run)
{
	for (size_t at = 0; at < run.len;)
		if (utf8_is_letter(utf8_next(run, &at)))
			return true;
	return false;
}

/* What an English word was parted into (n't) is found by the word. */
static bool is_of_several(const struct document *doc, struct str text,
			  struct str run)
{
	size_t at = (size_t)(run.data - text.data);

	for (size_t i = 0; i < doc->tokens.count; i++) {
		const struct token *token = &doc->tokens.items[i];

		if (token->parts > 1 && at >= token->start &&
		    at < token[token->parts - 1].end)
			return true;
	}
	return false;
}

static void search_all(const struct document *doc, struct str text, int64_t id)
{
	struct str run;
	size_t at = 0;

	while (next_run(text, &at, &run)) {
		struct seen seen = { NULL, 0, 0 };
		struct matcher matcher;
		struct ask ask;

		if (!holds_letter(run) || is_of_several(doc, text, run))
			continue;
		ask_question(&ask, &matcher, run, id, &seen);
		if (seen.count == 0)
			print_error("'%.*s' is not found in: %.*s\n",
				    STR_ARGS(run), STR_ARGS(text));
		assert_true(seen.count > 0);
		matcher_release(&matcher);
		ask_release(&ask);
		free(seen.items);
	}
}

static void finds_each_stretch(void **state)
{
	struct index_words index = { .form = STRBUF_INIT };
	struct strbuf text = STRBUF_INIT, phrase = STRBUF_INIT;
	uint64_t random = SEED;

	(void)state;
	for (int64_t id = 1; id <= TEXTS; id++) {
		struct document doc;
		struct paragraph *par;

		document_init(&doc, &test_words);
		make_text(&text, &random);
		par = LIST_ADD(&doc.paragraphs);
		par->id = STR("p1");
		par->text = strbuf_view(&text);
		run_stage(&tokenize_stage, &doc);
		run_stage(&stem_stage, &doc);
		strbuf_clear(&phrase);
		index_words_add_all(&index, &phrase, &doc, 0);
		put_row(id, strbuf_view(&phrase));
		search_all(&doc, doc.paragraphs.items[0].text, id);
		document_release(&doc);
	}
	index_words_release(&index);
	strbuf_release(&text);
	strbuf_release(&phrase);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_each_stretch)
	};

	return cmocka_run_group_tests(tests, open_index, close_index);
}
