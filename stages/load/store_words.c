#include "store.h"

#include "term_block.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	TERMS_KNOWN = 1 << 18, /* whose rows are remembered */
	MANY = 64              /* uses of a term, beyond a few */
};

static void add_use(struct store *store, const struct paragraph *par,
		    const struct token *token, size_t index)
{
	struct words *words = store->doc->words;
	struct term_use *use;

	if (par->kind == PARAGRAPH_FURNITURE)
		return;
	use = LIST_ADD(&store->uses);
	use->lang = token->lang;
	use->stem = token->stem ? token->stem
				: words_fold(words, token->form);
	use->form = token->form;
	use->paragraph = (uint32_t)index;
	use->number = (uint32_t)store->uses.count;
}

int store_cut_paragraphs(struct store *store, int64_t document,
			 struct err *err)
{
	struct statement *old = store->st[GET_OLD_PARAGRAPHS];
	int rc = stored_read(&store->old, document, err);
	size_t index = 0;

	if (rc < 0)
		return rc;
	statement_bind_number(old, 1, document);
	while ((rc = statement_step(old, err)) > 0) {
		index_words_read(&store->list, &store->old.doc, index++);
		store_index_cut(&store->index, statement_number(old, 0),
				statement_text(old, 1), &store->list);
	}
	stored_forget(&store->old); /* another one may get its row */
	return rc;
}

static void add_words(struct store *store, size_t index)
{
	struct document *doc = store->doc;
	const struct paragraph *par = &doc->paragraphs.items[index];
	uint32_t place = 0;

	for (size_t i = 0; i < par->sentence_count; i++) {
		const struct sentence *s =
			&doc->sentences.items[par->first_sentence + i];

		for (size_t k = 0; k < s->token_count; k++) {
			const struct token *token =
				&doc->tokens.items[s->first_token + k];

			if (!index_words_has(doc->words, token))
				continue;
			add_use(store, par, token, index);
			store_index_add_word(&store->index, doc, token,
					     place++);
		}
	}
	store->word_count += place;
}

int store_words(struct store *store, size_t paragraph, struct err *err)
{
	int rc = store_index_add(&store->index,
				 store->paragraphs.items[paragraph],
				 store->doc->paragraphs.items[paragraph].text,
				 err);

	if (rc == 0)
		add_words(store, paragraph);
	return rc;
}

/* By term, then by spelling, then in the order of the text. */
static int compare_uses(const void *left, const void *right)
{
	const struct term_use *a = left, *b = right;

	if (a->lang != b->lang)
		return a->lang < b->lang ? -1 : 1;
	if (a->stem != b->stem)
		return a->stem < b->stem ? -1 : 1;
	if (a->form != b->form)
		return a->form < b->form ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

static bool is_same_term(const struct term_use *a, const struct term_use *b)
{
	return a->lang == b->lang && a->stem == b->stem;
}

static int compare_numbers(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

	return (a > b) - (a < b);
}

/* In how many paragraphs the uses of one term lie. */
static uint32_t count_paragraphs(const struct term_use *uses, size_t count)
{
	uint32_t one[MANY], *numbers = one, found = 0;

	if (count > MANY)
		numbers = memory_get(count * sizeof *numbers);
	for (size_t i = 0; i < count; i++)
		numbers[i] = uses[i].paragraph;
	qsort(numbers, count, sizeof *numbers, compare_numbers);
	for (size_t i = 0; i < count; i++)
		found += i == 0 || numbers[i] != numbers[i - 1];
	if (numbers != one)
		free(numbers);
	return found;
}

/* The commonest form of uses that lie by form; of equals the first by its
 * bytes. */
static word_id common_form(const struct words *words,
			   const struct term_use *uses, size_t count)
{
	size_t best = 0, best_count = 0;

	for (size_t start = 0, i = 1; i <= count; i++) {
		if (i < count && uses[i].form == uses[start].form)
			continue;
		if (i - start > best_count ||
		    (i - start == best_count &&
		     str_compare(words_text(words, uses[start].form),
				 words_text(words, uses[best].form)) < 0)) {
			best = start;
			best_count = i - start;
		}
		start = i;
	}
	return uses[best].form;
}

void store_terms_forget(struct store *store)
{
	interned_release(&store->terms);
	interned_init(&store->terms);
	LIST_CLEAR(&store->term_rows);
}

void store_terms_close(struct store *store)
{
	interned_release(&store->terms);
	LIST_RELEASE(&store->term_rows);
	LIST_RELEASE(&store->uses);
	LIST_RELEASE(&store->sums);
}

static int ask_term(struct store *store, struct str lang, struct str stem,
		    int64_t *row, struct err *err)
{
	struct statement *st = store->st[GET_TERM];
	int rc;

	statement_bind(st, 1, lang);
	statement_bind(st, 2, stem);
	if ((rc = statement_step(st, err)) < 0)
		return rc;
	if (rc > 0) {
		*row = statement_number(st, 0);
		statement_reset(st);
		return 0;
	}
	st = store->st[PUT_TERM];
	statement_bind(st, 1, lang);
	statement_bind(st, 2, stem);
	rc = statement_run(st, err);
	*row = database_last_id(store->db);
	return rc;
}

static int find_term(struct store *store, struct term_sum *sum,
		     struct err *err)
{
	const struct words *words = store->doc->words;
	struct str lang = words_lang_code(words, sum->lang);
	struct str stem = words_text(words, sum->stem);
	size_t number;
	int64_t row = 0;
	int rc = 0;

	strbuf_clear(&store->phrase);
	strbuf_add(&store->phrase, lang);
	strbuf_add_char(&store->phrase, ':');
	strbuf_add(&store->phrase, stem);
	number = interned_add(&store->terms, strbuf_view(&store->phrase)) - 1;
	if (number == store->term_rows.count) {
		rc = ask_term(store, lang, stem, &row, err);
		*LIST_ADD(&store->term_rows) = row;
	}
	sum->row = (uint64_t)store->term_rows.items[number];
	return rc;
}

static int compare_sums(const void *left, const void *right)
{
	const struct term_sum *a = left, *b = right;

	if (a->lang != b->lang)
		return a->lang < b->lang ? -1 : 1;
	return (a->row > b->row) - (a->row < b->row);
}

static int sum_terms(struct store *store, struct err *err)
{
	const struct term_use *uses = store->uses.items;
	size_t count = store->uses.count, end;
	int rc = 0;

	LIST_CLEAR(&store->sums);
	if (store->term_rows.count > TERMS_KNOWN)
		store_terms_forget(store);
	for (size_t start = 0; rc == 0 && start < count; start = end) {
		struct term_sum *sum = LIST_ADD(&store->sums);

		for (end = start + 1; end < count; end++)
			if (!is_same_term(&uses[start], &uses[end]))
				break;
		sum->lang = uses[start].lang;
		sum->stem = uses[start].stem;
		sum->count = (uint32_t)(end - start);
		sum->paragraphs = count_paragraphs(uses + start, end - start);
		sum->form = common_form(store->doc->words, uses + start,
					end - start);
		rc = find_term(store, sum, err);
	}
	return rc;
}

static void add_sum(struct store *store, uint64_t before,
		    const struct term_sum *sum)
{
	const struct words *words = store->doc->words;
	struct str stem = words_text(words, sum->stem);
	struct str form = words_text(words, sum->form);
	struct term_count entry = {
		.term = sum->row, .count = sum->count,
		.paragraphs = sum->paragraphs
	};
	size_t at = 0, next = 0, other = 0;

	while (at < form.len && other < stem.len &&
	       utf8_next(form, &next) == utf8_next(stem, &other)) {
		at = next;
		entry.kept++;
	}
	entry.rest = str_slice(form, at, form.len);
	term_block_add(&store->phrase, before, &entry);
}

static int put_block(struct store *store, size_t start, size_t end,
		     struct err *err)
{
	struct statement *st = store->st[PUT_BLOCK];
	const struct term_sum *sums = store->sums.items;

	strbuf_clear(&store->phrase);
	for (size_t i = start; i < end; i++)
		add_sum(store, i > start ? sums[i - 1].row : 0, &sums[i]);
	statement_bind_number(st, 1, store->document);
	statement_bind(st, 2, words_lang_code(store->doc->words,
					      sums[start].lang));
	statement_bind_blob(st, 3, strbuf_view(&store->phrase));
	return statement_run(st, err);
}

int store_terms(struct store *store, struct err *err)
{
	size_t end;
	int rc;

	if (store->uses.count == 0)
		return 0;
	qsort(store->uses.items, store->uses.count, sizeof *store->uses.items,
	      compare_uses);
	rc = sum_terms(store, err);
	qsort(store->sums.items, store->sums.count, sizeof *store->sums.items,
	      compare_sums);
	for (size_t start = 0; rc == 0 && start < store->sums.count;
	     start = end) {
		for (end = start + 1; end < store->sums.count; end++)
			if (store->sums.items[end].lang !=
			    store->sums.items[start].lang)
				break;
		rc = put_block(store, start, end, err);
	}
	return rc;
}
