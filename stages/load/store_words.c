#include "store.h"

#include <stdlib.h>

static void add_use(struct store *store, const struct paragraph *par,
		    const struct token *token, size_t index)
{
	struct words *words = store->doc->words;
	word_id stem = token->stem ? token->stem
				   : words_fold(words, token->form);
	struct term_use *use;

	if (par->kind == PARAGRAPH_FURNITURE)
		return;
	use = LIST_ADD(&store->uses);
	use->lang = words_lang_code(words, token->lang);
	use->stem = words_text(words, stem);
	use->form = words_text(words, token->form);
	use->paragraph = (uint32_t)index;
}

/* Note what becomes of a paragraph, whose words are in store->list. */
static void add_change(struct store *store, int64_t paragraph, struct str text,
		       bool is_cut)
{
	strbuf_clear(&store->phrase);
	index_words_add_phrase(&store->phrase, &store->list);
	*LIST_ADD(&store->changes) = (struct index_change){
		paragraph, str_copy(&store->arena, text),
		str_copy(&store->arena, strbuf_view(&store->phrase)), is_cut
	};
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
		add_change(store, statement_number(old, 0),
			   statement_text(old, 1), true);
	}
	store->old.number = 0; /* another one may get its row */
	return rc;
}

static int change_index(struct store *store, enum put what,
			const struct index_change *change, struct str text,
			struct err *err)
{
	struct statement *st = store->st[what];

	statement_bind_number(st, 1, change->paragraph);
	statement_bind(st, 2, text);
	return statement_run(st, err);
}

int store_indexes(struct store *store, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < store->changes.count; i++) {
		const struct index_change *change = &store->changes.items[i];

		rc = change_index(store, change->is_cut ? CUT_TEXT : PUT_TEXT,
				  change, change->text, err);
		if (rc == 0)
			rc = change_index(store, change->is_cut ? CUT_INDEX
								: PUT_INDEX,
					  change, change->words, err);
	}
	return rc;
}

void store_words(struct store *store, size_t paragraph)
{
	const struct paragraph *par = &store->doc->paragraphs.items[paragraph];

	index_words_read(&store->list, store->doc, paragraph);
	for (size_t i = 0; i < store->list.count; i++)
		add_use(store, par, store->list.items[i].token, paragraph);
	store->word_count += store->list.count;
	add_change(store, store->paragraphs.items[paragraph], par->text, false);
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
