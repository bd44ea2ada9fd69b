/* Any text, one paragraph: its sentences and words stand in order, with
 * nothing but blanks between them, so that the forms joined are the text; none
 * ends inside a character; and every word but a part of another ('s) has a stem,
 * which is text, as are the key and what its parts have. The first byte chooses a
 * language, or none. */
#include "knowledge.h"
#include "stem.h"
#include "segment.h"
#include "tokenize.h"
#include "utf8.h"

#include <stdlib.h>

static struct words words;
static struct knowledge knowledge;
static struct segmenter segmenter;
static void *stem;

static void open_all(void)
{
	struct stage_context context = { .program = "fuzz",
					 .knowledge = &knowledge };
	const struct { const char *language; } settings = { NULL };
	struct err err = ERR_INIT;

	words_init(&words);
	if (knowledge_open(&knowledge, &words, NULL, &err) < 0 ||
	    languages_need(knowledge.languages, LANGUAGES_ALL, &err) < 0 ||
	    stem_stage.open(&stem, &settings, &context, &err) < 0)
		abort();
	segmenter.languages = knowledge.languages;
}

static struct str text_of(word_id word)
{
	return words_text(&words, word);
}

static bool is_text(struct str text)
{
	return utf8_valid_until(text) == text.len;
}

static void check_blank(struct str text, size_t start, size_t end)
{
	while (start < end)
		if (!utf8_is_space(utf8_next(text, &start)))
			abort();
	if (start != end)
		abort();
}

static void check_token(struct str text, const struct token *token,
			size_t *behind, bool *glued)
{
	if (token->start < *behind || token->end <= token->start ||
	    token->end > text.len || !is_text(text_of(token->form)) ||
	    !str_equal(text_of(token->form),
		       str_slice(text, token->start, token->end)))
		abort();
	check_blank(text, *behind, token->start);
	if (*glued != (token->start == *behind) && *behind > 0)
		abort();
	*behind = token->end;
	*glued = token->flags & TOKEN_GLUED;
}

static void check_words(const struct document *doc)
{
	struct str text = doc->paragraphs.items[0].text;
	size_t behind = 0, next = 0;
	bool glued = false;

	for (size_t i = 0; i < doc->sentences.count; i++) {
		const struct sentence *s = &doc->sentences.items[i];

		if (s->first_token != next || s->token_count == 0 ||
		    s->start < behind || s->end > text.len)
			abort();
		for (; next < s->first_token + s->token_count; next++)
			check_token(text, &doc->tokens.items[next], &behind,
				    &glued);
		if (s->end != behind)
			abort();
	}
	if (next != doc->tokens.count)
		abort();
	check_blank(text, behind, text.len);
}

static void check_stems(const struct document *doc)
{
	size_t part_end = 0;

	for (size_t i = 0; i < doc->tokens.count; i++) {
		const struct token *token = &doc->tokens.items[i];

		if (token->parts > 1)
			part_end = i + token->parts;
		if ((words_kind(&words, token->form) == KIND_WORD &&
		     !token->stem && i >= part_end) ||
		    !is_text(text_of(token->stem)) ||
		    !is_text(text_of(token->inner)) ||
		    !is_text(text_of(token->key)))
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const codes[] = { "und", "en", "ru", "kk" };
	struct str text = { (const char *)data, size };
	struct err err = ERR_INIT;
	struct document doc;

	if (!segmenter.languages)
		open_all();
	if (size < 2 || utf8_valid_until(str_slice(text, 1, size)) < size - 1)
		return 0;
	words_trim(&words);
	document_init(&doc, &words);
	segmenter.forced = languages_find(segmenter.languages,
					  str_of(codes[data[0] % 4]));
	LIST_ADD(&doc.paragraphs)->text = str_slice(text, 1, size);
	doc.paragraphs.items[0].id = STR("d-p1");
	segment_document(&segmenter, &doc);
	check_words(&doc);
	if (stem_stage.document(stem, &doc, &err) < 0)
		abort();
	check_stems(&doc);
	document_release(&doc);
	return 0;
}
