/* Languages of words and sentences: a list of 300. `[ru:…]` in a text marks
 * words of another language than the row's. */
#include "knowledge_case.h"

#include "document.h"
#include "table.h"
#include "segment.h"

#include <stdio.h>

#define LIST_FILE ESEP_SOURCE_DIR "/tests/languages/list.tsv"

enum { ROWS = 300, RIGHT_AT_LEAST = 294 };

struct foreign { uint32_t start, end; struct str lang; };
struct marked_text {
	struct strbuf text;
	LIST(struct foreign) runs;
};

/* The text without its marks, and where the marked words stand in it. */
static void read_marks(struct marked_text *out, struct str marked)
{
	size_t at = 0;

	strbuf_clear(&out->text);
	LIST_CLEAR(&out->runs);
	while (at < marked.len) {
		size_t open = str_find(marked, STR("["), at);
		size_t close = str_find(marked, STR("]"), open);
		struct foreign *run;
		struct str inner, lang;

		strbuf_add(&out->text, str_slice(marked, at, open));
		if (close == marked.len)
			return;
		inner = str_slice(marked, open + 1, close);
		str_split(&inner, ':', &lang);
		run = LIST_ADD(&out->runs);
		run->lang = lang;
		run->start = (uint32_t)out->text.len;
		strbuf_add(&out->text, inner);
		run->end = (uint32_t)out->text.len;
		at = close + 1;
	}
}

static struct str lang_at(const struct marked_text *text, uint32_t at,
			  struct str lang)
{
	for (size_t i = 0; i < text->runs.count; i++)
		if (at >= text->runs.items[i].start &&
		    at < text->runs.items[i].end)
			return text->runs.items[i].lang;
	return lang;
}

static bool has_lang(lang_id id, struct str lang)
{
	return str_equal(words_lang_code(&test_words, id), lang);
}

/* Have the sentence and each of its words the language they should have? */
static bool is_right(const struct document *doc, const struct marked_text *text,
		     struct str lang)
{
	for (size_t i = 0; i < doc->sentences.count; i++)
		if (!has_lang(doc->sentences.items[i].lang, lang))
			return false;
	for (size_t i = 0; i < doc->tokens.count; i++) {
		const struct token *token = &doc->tokens.items[i];

		if (words_kind(&test_words, token->form) == KIND_WORD &&
		    !has_lang(token->lang, lang_at(text, token->start, lang)))
			return false;
	}
	return doc->sentences.count > 0;
}

static void print_found(const struct document *doc)
{
	for (size_t i = 0; i < doc->sentences.count; i++)
		printf(" %s:", words_lang_code(&test_words,
				doc->sentences.items[i].lang).data);
	for (size_t i = 0; i < doc->tokens.count; i++)
		printf(" %s/%s",
		       words_text(&test_words, doc->tokens.items[i].form).data,
		       words_lang_code(&test_words,
				       doc->tokens.items[i].lang).data);
	printf("\n");
}

static bool row_is_right(struct segmenter *segmenter, struct document *doc,
			 struct marked_text *text, const struct table *table,
			 size_t row)
{
	struct str lang = table_named_cell(table, row, "lang");
	bool right;

	read_marks(text, table_named_cell(table, row, "text"));
	document_clear(doc);
	*LIST_ADD(&doc->paragraphs) = (struct paragraph){
		.id = STR("p"), .text = strbuf_view(&text->text)
	};
	segment_document(segmenter, doc);
	right = is_right(doc, text, lang);
	if (!right) {
		printf("%s:%u: %.*s expected, found", LIST_FILE,
		       (unsigned)table->lines.items[row], STR_ARGS(lang));
		print_found(doc);
	}
	return right;
}

static void list_is_right(void **state)
{
	struct segmenter segmenter = { .languages = test_knowledge.languages };
	struct marked_text text = { .text = STRBUF_INIT };
	struct document doc;
	struct err err = ERR_INIT;
	struct table table;
	size_t right = 0;

	(void)state;
	document_init(&doc, &test_words);
	assert_int_equal(table_load(&table, LIST_FILE, "lang text what", &err),
			 0);
	assert_int_equal(table.row_count, ROWS);
	for (size_t row = 0; row < table.row_count; row++)
		right += row_is_right(&segmenter, &doc, &text, &table, row);
	printf("%zu of %d right\n", right, ROWS);
	table_release(&table);
	document_release(&doc);
	segmenter_release(&segmenter);
	strbuf_release(&text.text);
	LIST_RELEASE(&text.runs);
	assert_true(right >= RIGHT_AT_LEAST);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(list_is_right) };

	return cmocka_run_group_tests(tests, open_knowledge, close_knowledge);
}
