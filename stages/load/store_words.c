#include "store.h"

#include "document_stages.h"

#include "leb128.h"
#include "term_block.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	TERMS_KNOWN = 1 << 17, /* whose rows are remembered */
	TOKENS_AT_ONCE = 32
};

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

/* The term that a kind of token is counted as. */
static int find_term(struct store *store, struct token_kind *kind,
		     struct err *err)
{
	const struct words *words = store->doc->words;
	struct str lang = words_text(words, kind->lang);
	struct str stem = words_text(words, kind->stem);
	int64_t row = 0;
	int rc = 0;

	strbuf_clear(&store->phrase);
	strbuf_add(&store->phrase, lang);
	strbuf_add_char(&store->phrase, ':');
	strbuf_add(&store->phrase, stem);
	kind->known = interned_add(&store->terms, strbuf_view(&store->phrase));
	if (store->known.count == 0)
		LIST_ADD(&store->known);
	if (kind->known == store->known.count) {
		rc = ask_term(store, lang, stem, &row, err);
		*LIST_ADD(&store->known) = (struct known_term){ .row = row };
	}
	return rc;
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
	store->list.has_stems = document_has_stems(&store->old.doc);
	while ((rc = statement_step(old, err)) > 0) {
		strbuf_clear(&store->phrase);
		index_words_add_all(&store->list, &store->phrase,
				    &store->old.doc, index++);
		store_index_cut(&store->index, statement_number(old, 0),
				statement_text(old, 1),
				strbuf_view(&store->phrase));
	}
	stored_forget(&store->old); /* another one may get its row */
	return rc;
}

static int add_use(struct store *store, uint32_t number, size_t paragraph,
		   struct err *err)
{
	struct token_kind *kind = &store->kinds.list.items[number];
	struct known_term *term;
	int rc;

	if (kind->stem == 0) /* no term */
		return 0;
	rc = kind->known ? 0 : find_term(store, kind, err);
	if (rc < 0)
		return rc;
	if (kind->uses++ == 0)
		*LIST_ADD(&store->used) = number;
	term = &store->known.items[kind->known];
	term->count++;
	term->paragraphs += term->last_paragraph != paragraph + 1;
	term->last_paragraph = (uint32_t)paragraph + 1;
	return 0;
}

static void note_lang(struct store *store, word_id lang)
{
	size_t i = 0;

	while (i < store->lang_count && store->langs[i] != lang)
		i++;
	if (i < store->lang_count || i == LANG_MAX)
		return;
	store->langs[i] = lang;
	store->has_block[i] = false;
	store->lang_count++;
}

/* A few tokens at once: what is known of one is asked for while another is
 * looked at. */
static int add_tokens(struct store *store, const struct token *tokens,
		      size_t count, size_t paragraph, struct err *err)
{
	struct document *doc = store->doc;
	uint32_t numbers[TOKENS_AT_ONCE];
	size_t used = 0;
	int rc = 0;

	for (size_t i = 0; i < count; i++) {
		__builtin_prefetch(words_get(doc->words, tokens[i].form));
		token_kinds_prefetch(&store->kinds, tokens[i].form);
	}
	for (size_t i = 0; i < count; i++) {
		struct token_kind *kind;

		if (!index_words_has(doc->words, &tokens[i]))
			continue;
		numbers[used] = token_kinds_find(&store->kinds, doc,
						 &tokens[i]);
		kind = &store->kinds.list.items[numbers[used++]];
		note_lang(store, kind->lang);
		if (kind->term_count == 0)
			store_index_add_kind(&store->index, kind, doc,
					     &tokens[i]);
		if (kind->known)
			__builtin_prefetch(&store->known.items[kind->known]);
	}
	for (size_t i = 0; i < used; i++)
		store_index_add_word(&store->index,
				     &store->kinds.list.items[numbers[i]]);
	store->word_count += used;
	if (doc->paragraphs.items[paragraph].kind == PARAGRAPH_FURNITURE)
		return 0;
	for (size_t i = 0; rc == 0 && i < used; i++)
		rc = add_use(store, numbers[i], paragraph, err);
	return rc;
}

static int add_words(struct store *store, size_t index, struct err *err)
{
	const struct document *doc = store->doc;
	const struct paragraph *par = &doc->paragraphs.items[index];
	const struct sentence *s = &doc->sentences.items[par->first_sentence];
	int rc = 0;

	for (size_t i = 0; i < par->sentence_count; i++, s++)
		for (size_t k = 0; rc == 0 && k < s->token_count;
		     k += TOKENS_AT_ONCE) {
			size_t left = s->token_count - k;

			rc = add_tokens(store, &doc->tokens.items[
						s->first_token + k],
					left < TOKENS_AT_ONCE ? left
							      : TOKENS_AT_ONCE,
					index, err);
		}
	return rc;
}

int store_words(struct store *store, size_t paragraph, struct err *err)
{
	size_t before = store->word_count;
	int rc = store_index_add(&store->index,
				 store->paragraphs.items[paragraph],
				 store->doc,
				 &store->doc->paragraphs.items[paragraph], err);

	if (rc == 0)
		rc = add_words(store, paragraph, err);
	leb128_add(&store->lengths, store->word_count - before);
	return rc;
}

void store_kinds_forget(struct store *store)
{
	token_kinds_forget(&store->kinds);
	store_index_forget_terms(&store->index);
}

void store_terms_forget(struct store *store)
{
	for (size_t i = 0; i < store->kinds.list.count; i++)
		store->kinds.list.items[i].known =
			store->kinds.list.items[i].uses = 0;
	LIST_CLEAR(&store->used);
	interned_clear(&store->terms);
	LIST_CLEAR(&store->known);
}

void store_terms_close(struct store *store)
{
	interned_release(&store->terms);
	LIST_RELEASE(&store->known);
	LIST_RELEASE(&store->used);
	token_kinds_release(&store->kinds);
}

/* By language, by the term's row, by spelling. */
static int compare_used(const void *left, const void *right, void *data)
{
	const struct store *store = data;
	const struct token_kind *a =
		&store->kinds.list.items[*(const uint32_t *)left];
	const struct token_kind *b =
		&store->kinds.list.items[*(const uint32_t *)right];

	if (a->lang != b->lang)
		return a->lang < b->lang ? -1 : 1;
	if (a->known != b->known)
		return store->known.items[a->known].row <
		       store->known.items[b->known].row ? -1 : 1;
	return (a->form > b->form) - (a->form < b->form);
}

/* The commonest form of kinds that lie by form; of equals the first by its
 * bytes. */
static struct str common_form(const struct store *store, const uint32_t *used,
			      size_t count)
{
	const struct token_kind *kinds = store->kinds.list.items;
	struct str best = STR_NONE;
	uint32_t best_uses = 0;
	size_t end;

	for (size_t i = 0; i < count; i = end) {
		struct str form = words_text(store->doc->words,
					     kinds[used[i]].form);
		uint32_t uses = 0;

		for (end = i; end < count &&
			      kinds[used[end]].form == kinds[used[i]].form;
		     end++)
			uses += kinds[used[end]].uses;
		if (uses > best_uses ||
		    (uses == best_uses && str_compare(form, best) < 0)) {
			best = form;
			best_uses = uses;
		}
	}
	return best;
}

/* Append a term, whose kinds are these, to the block at hand. */
static void add_sum(struct store *store, uint64_t before, const uint32_t *used,
		    size_t count)
{
	const struct token_kind *kind = &store->kinds.list.items[used[0]];
	const struct known_term *term = &store->known.items[kind->known];
	struct str stem = words_text(store->doc->words, kind->stem);
	struct str form = common_form(store, used, count);
	struct term_count entry = {
		.term = (uint64_t)term->row, .count = term->count,
		.paragraphs = term->paragraphs
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

/* Write the block at hand, which is of that language. */
static int put_counts(struct store *store, word_id lang, struct err *err)
{
	struct statement *st = store->st[PUT_BLOCK];

	for (size_t i = 0; i < store->lang_count; i++)
		store->has_block[i] |= store->langs[i] == lang;
	statement_bind_number(st, 1, store->document);
	statement_bind(st, 2, words_text(store->doc->words, lang));
	statement_bind_blob(st, 3, strbuf_view(&store->phrase));
	return statement_run(st, err);
}

/* A block of one language; *start: its first kind, and then the next one's. */
static int put_block(struct store *store, size_t *start, struct err *err)
{
	const struct token_kind *kinds = store->kinds.list.items;
	const uint32_t *used = store->used.items;
	word_id lang = kinds[used[*start]].lang;
	uint64_t before = 0;
	size_t end;

	strbuf_clear(&store->phrase);
	for (; *start < store->used.count && kinds[used[*start]].lang == lang;
	     *start = end) {
		uint32_t term = kinds[used[*start]].known;

		for (end = *start; end < store->used.count &&
				   kinds[used[end]].known == term;)
			end++;
		add_sum(store, before, used + *start, end - *start);
		before = (uint64_t)store->known.items[term].row;
	}
	return put_counts(store, lang, err);
}

/* The blocks tell which languages there are; that of one which has nothing but
 * furniture is empty. */
static int put_empty_blocks(struct store *store, struct err *err)
{
	int rc = 0;

	strbuf_clear(&store->phrase);
	for (size_t i = 0; rc == 0 && i < store->lang_count; i++)
		if (!store->has_block[i])
			rc = put_counts(store, store->langs[i], err);
	return rc;
}

/* The counts of the document are done with. */
static void forget_uses(struct store *store)
{
	for (size_t i = 0; i < store->used.count; i++) {
		struct token_kind *kind =
			&store->kinds.list.items[store->used.items[i]];
		struct known_term *term = &store->known.items[kind->known];

		kind->uses = 0;
		term->count = term->paragraphs = term->last_paragraph = 0;
	}
	LIST_CLEAR(&store->used);
}

int store_terms(struct store *store, struct err *err)
{
	size_t start = 0;
	int rc = 0;

	if (store->used.count == 0)
		return put_empty_blocks(store, err);
	qsort_r(store->used.items, store->used.count,
		sizeof *store->used.items, compare_used, store);
	while (rc == 0 && start < store->used.count)
		rc = put_block(store, &start, err);
	if (rc == 0)
		rc = put_empty_blocks(store, err);
	forget_uses(store);
	if (store->known.count > TERMS_KNOWN)
		store_terms_forget(store);
	return rc;
}
