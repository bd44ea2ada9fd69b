#include "store.h"

#include "word_index.h"

#include <stdlib.h>

static bool is_counted(enum word_kind kind)
{
	return kind == KIND_WORD || kind == KIND_NUMBER ||
	       kind == KIND_ADDRESS || kind == KIND_HANDLE;
}

static void add_use(struct store *store, const struct paragraph *par,
		    const struct token *token, struct str stem, size_t index)
{
	struct term_use *use;

	if (par->kind == PARAGRAPH_FURNITURE)
		return;
	use = LIST_ADD(&store->uses);
	use->lang = words_lang_code(store->doc->words, token->lang);
	use->stem = stem;
	use->form = words_text(store->doc->words, token->form);
	use->paragraph = (uint32_t)index;
}

/* A word into the paragraph's lines of forms, stems, keys and lemmas. */
static void add_word(struct store *store, const struct token *token,
		     struct str stem, struct str lemma)
{
	struct words *words = store->doc->words;
	struct str fold = words_text(words, words_fold(words, token->form));

	if (store->form.len > 0) {
		strbuf_add_char(&store->form, ' ');
		strbuf_add_char(&store->stem, ' ');
		strbuf_add_char(&store->key, ' ');
		strbuf_add_char(&store->lemma, ' ');
	}
	word_index_add_term(&store->form, fold);
	word_index_add_term(&store->stem,
			    words_lang_code(words, token->lang));
	strbuf_add_char(&store->stem, ':');
	word_index_add_term(&store->stem, stem);
	word_index_add_term(&store->key, token->key
				    ? words_text(words, token->key)
				    : STR("-"));
	word_index_add_term(&store->lemma, lemma.len ? lemma : STR("-"));
}

static void clear(struct store *store)
{
	strbuf_clear(&store->form);
	strbuf_clear(&store->stem);
	strbuf_clear(&store->key);
	strbuf_clear(&store->lemma);
	strbuf_clear(&store->places);
}

/* Returns whether any word has a lemma. */
static bool add_words(struct store *store, size_t index)
{
	const struct document *doc = store->doc;
	const struct paragraph *par = &doc->paragraphs.items[index];
	struct place before = { 0, 0 };
	bool has_lemma = false;

	for (size_t i = 0; i < par->sentence_count; i++) {
		const struct sentence *s =
			&doc->sentences.items[par->first_sentence + i];

		for (size_t k = 0; k < s->token_count; k++) {
			const struct token *token =
				&doc->tokens.items[s->first_token + k];
			struct str lemma = token_lemma(doc, token);
			word_id stem = token->stem;
			struct place place = { token->start, token->end };

			if (!is_counted(words_kind(doc->words, token->form)))
				continue;
			if (stem == 0)
				stem = words_fold(doc->words, token->form);
			add_word(store, token, words_text(doc->words, stem),
				 lemma);
			add_use(store, par, token,
				words_text(doc->words, stem), index);
			word_index_add_place(&store->places, before, place);
			before = place;
			store->word_count++;
			has_lemma = has_lemma || lemma.len > 0;
		}
	}
	return has_lemma;
}

/* The words of a paragraph's row, as the index takes them. */
static void add_phrase(struct strbuf *phrase, struct str form, struct str stem,
		       struct str key, struct str lemma)
{
	struct str part;

	strbuf_clear(phrase);
	while (str_split(&form, ' ', &part)) {
		word_index_add_part(phrase, WORD_FORM, part, true);
		if (str_split(&stem, ' ', &part))
			word_index_add_part(phrase, WORD_STEM, part, false);
		if (str_split(&key, ' ', &part) && !str_equal(part, STR("-")))
			word_index_add_part(phrase, WORD_KEY, part, false);
		if (str_split(&lemma, ' ', &part) && !str_equal(part, STR("-")))
			word_index_add_part(phrase, WORD_LEMMA, part, false);
	}
}

int store_cut_words(struct store *store, int64_t document, struct err *err)
{
	struct statement *old = store->st[GET_OLD_WORDS];
	struct statement *cut = store->st[CUT_INDEX];
	int rc;

	statement_bind_number(old, 1, document);
	while ((rc = statement_step(old, err)) > 0) {
		add_phrase(&store->phrase, statement_text(old, 1),
			   statement_text(old, 2), statement_text(old, 3),
			   statement_text(old, 4));
		statement_bind_number(cut, 1, statement_number(old, 0));
		statement_bind(cut, 2, strbuf_view(&store->phrase));
		if ((rc = statement_run(cut, err)) < 0) {
			statement_reset(old);
			return rc;
		}
	}
	return rc;
}

int store_words(struct store *store, size_t paragraph, struct err *err)
{
	struct statement *words = store->st[PUT_WORDS];
	struct statement *index = store->st[PUT_INDEX];
	const struct strbuf *columns[] = { &store->form, &store->stem,
					   &store->key, &store->lemma };
	int64_t id = store->paragraphs.items[paragraph];
	int rc;

	clear(store);
	if (!add_words(store, paragraph))
		strbuf_clear(&store->lemma);
	statement_bind_number(words, 1, id);
	statement_bind_number(index, 1, id);
	for (int i = 0; i < (int)COUNT_OF(columns); i++)
		statement_bind(words, i + 2, strbuf_view(columns[i]));
	add_phrase(&store->phrase, strbuf_view(&store->form),
		   strbuf_view(&store->stem), strbuf_view(&store->key),
		   strbuf_view(&store->lemma));
	statement_bind(index, 2, strbuf_view(&store->phrase));
	statement_bind_blob(words, 6, strbuf_view(&store->places));
	if ((rc = statement_run(words, err)) == 0)
		rc = statement_run(index, err);
	return rc;
}

static int compare_terms(const struct term_use *a, const struct term_use *b)
{
	int order = str_compare(a->lang, b->lang);

	return order ? order : str_compare(a->stem, b->stem);
}

static int compare_uses(const void *left, const void *right)
{
	const struct term_use *a = left, *b = right;
	int order = compare_terms(a, b);

	if (order == 0)
		order = str_compare(a->form, b->form);
	if (order == 0)
		order = (a->paragraph > b->paragraph) -
			(a->paragraph < b->paragraph);
	return order;
}

static int term_id(struct store *store, const struct term_use *use,
		   int64_t *id, struct err *err)
{
	struct statement *st = store->st[GET_TERM];
	int rc;

	statement_bind(st, 1, use->lang);
	statement_bind(st, 2, use->stem);
	if ((rc = statement_step(st, err)) < 0)
		return rc;
	if (rc > 0) {
		*id = statement_number(st, 0);
		statement_reset(st);
		return 0;
	}
	st = store->st[PUT_TERM];
	statement_bind(st, 1, use->lang);
	statement_bind(st, 2, use->stem);
	rc = statement_run(st, err);
	*id = database_last_id(store->db);
	return rc;
}

static int compare_numbers(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

	return (a > b) - (a < b);
}

/* In how many paragraphs the uses of one term lie. */
static int64_t count_paragraphs(const struct term_use *uses, size_t count)
{
	uint32_t *numbers = memory_get(count * sizeof *numbers);
	int64_t found = 0;

	for (size_t i = 0; i < count; i++)
		numbers[i] = uses[i].paragraph;
	qsort(numbers, count, sizeof *numbers, compare_numbers);
	for (size_t i = 0; i < count; i++)
		found += i == 0 || numbers[i] != numbers[i - 1];
	free(numbers);
	return found;
}

/* The commonest form of uses that are sorted by form; of equals the first. */
static struct str common_form(const struct term_use *uses, size_t count)
{
	size_t best = 0, best_count = 0;

	for (size_t start = 0, i = 1; i <= count; i++) {
		if (i < count && str_equal(uses[i].form, uses[start].form))
			continue;
		if (i - start > best_count) {
			best = start;
			best_count = i - start;
		}
		start = i;
	}
	return uses[best].form;
}

int store_terms(struct store *store, struct err *err)
{
	struct statement *st = store->st[PUT_COUNT];
	struct term_use *uses = store->uses.items;
	size_t count = store->uses.count, end;
	int rc = 0;

	if (count > 0)
		qsort(uses, count, sizeof *uses, compare_uses);
	for (size_t start = 0; rc == 0 && start < count; start = end) {
		int64_t id;

		for (end = start + 1; end < count; end++)
			if (compare_terms(&uses[start], &uses[end]) != 0)
				break;
		if ((rc = term_id(store, &uses[start], &id, err)) < 0)
			break;
		statement_bind_number(st, 1, store->document);
		statement_bind_number(st, 2, id);
		statement_bind_number(st, 3, (int64_t)(end - start));
		statement_bind_number(st, 4, count_paragraphs(uses + start,
							      end - start));
		statement_bind(st, 5, common_form(uses + start, end - start));
		rc = statement_run(st, err);
	}
	return rc;
}
