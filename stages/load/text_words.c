#include "text_words.h"

/* A paragraph that is being split. */
struct split {
	struct text_words *words;
	struct database *db;
	struct str text;
	struct interned *terms;
	struct fts_postings *postings;
	/* the stretch of it that comes next: one form, or if that is 0 what FTS5
	 * is to be asked of */
	size_t start, end;
	uint32_t form;
	bool is_open;        /* what follows begins a word */
};

void text_words_release(struct text_words *words)
{
	word_cache_release(&words->known);
	LIST_RELEASE(&words->forms);
	LIST_RELEASE(&words->form_terms);
	strbuf_release(&words->probe);
}

void text_words_forget(struct text_words *words)
{
	if (words->known.count > 0)
		memset(words->known.values, 0, words->known.count *
		       sizeof *words->known.values);
	LIST_CLEAR(&words->forms);
	LIST_CLEAR(&words->form_terms);
}

static void add_term(void *data, struct str word, size_t start, size_t end)
{
	struct split *s = data;

	(void)start, (void)end;
	*LIST_ADD(&s->words->form_terms) = interned_add(s->terms, word) - 1;
}

static void add_word(void *data, struct str word, size_t start, size_t end)
{
	struct split *s = data;

	(void)start, (void)end;
	fts_postings_add(s->postings, interned_add(s->terms, word) - 1, true);
}

struct probe {
	size_t len;
	bool is_open_left, is_open_right;
};

static void see_edge(void *data, struct str word, size_t start, size_t end)
{
	struct probe *probe = data;

	(void)word;
	probe->is_open_left = probe->is_open_left || end == 1;
	probe->is_open_right = start == probe->len - 1;
}

/* Ask FTS5 of a form, and of it between two letters. */
static int learn(struct split *s, struct str form, struct err *err)
{
	struct text_words *words = s->words;
	size_t first = words->form_terms.count;
	struct probe probe = { .len = form.len + 2 };
	int rc = database_split_text(s->db, form, add_term, s, err);

	strbuf_clear(&words->probe);
	strbuf_add_char(&words->probe, 'a');
	strbuf_add(&words->probe, form);
	strbuf_add_char(&words->probe, 'a');
	if (rc == 0)
		rc = database_split_text(s->db, strbuf_view(&words->probe),
					 see_edge, &probe, err);
	*LIST_ADD(&words->forms) = (struct text_form){
		first, words->form_terms.count - first,
		probe.is_open_left, probe.is_open_right
	};
	return rc;
}

/* The stretch at hand is whole: add its words. */
static int flush(struct split *s, struct err *err)
{
	const struct text_form *form;

	if (s->form == 0)
		return s->start == s->end ? 0
			: database_split_text(s->db, str_slice(s->text, s->start,
							       s->end),
					      add_word, s, err);
	form = &s->words->forms.items[s->form - 1];
	for (size_t i = 0; i < form->count; i++)
		fts_postings_add(s->postings, s->words->form_terms.items[
					 form->first + i], true);
	return 0;
}

static bool is_blank(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.data[i] != ' ')
			return false;
	return true;
}

/* The number of a token's form; 0 where its place holds something else. */
static int find_form(struct split *s, const struct document *doc,
		     const struct token *token, uint32_t *number,
		     struct err *err)
{
	struct text_words *words = s->words;
	struct str form = words_text(doc->words, token->form);
	uint32_t *known;
	int rc = 0;

	*number = 0;
	if (token->start < s->end || token->end - token->start != form.len)
		return 0;
	known = word_cache_at(&words->known, doc->words, token->form);
	if (*known == 0) {
		rc = learn(s, form, err);
		*known = (uint32_t)words->forms.count;
	}
	*number = *known;
	return rc;
}

static int add_token(struct split *s, const struct document *doc,
		     const struct token *token, struct err *err)
{
	const struct text_form *form = NULL;
	uint32_t number;
	bool begins;
	int rc = find_form(s, doc, token, &number, err);

	if (rc < 0 || token->end <= s->end)
		return rc;
	if (number > 0)
		form = &s->words->forms.items[number - 1];
	begins = token->start > s->end
		? is_blank(str_slice(s->text, s->end, token->start))
		: token->start == s->end &&
		  (s->is_open || (form && form->is_open_left));
	if (begins) {
		rc = flush(s, err);
		s->start = token->start;
	}
	s->form = begins ? number : 0;
	s->end = token->end;
	s->is_open = form && form->is_open_right;
	return rc;
}

int text_words_add(struct text_words *words, struct database *db,
		   const struct document *doc, const struct paragraph *par,
		   struct interned *terms, struct fts_postings *postings,
		   struct err *err)
{
	const struct sentence *s = &doc->sentences.items[par->first_sentence];
	struct split split = {
		.words = words, .db = db, .text = par->text, .terms = terms,
		.postings = postings, .is_open = true
	};
	int rc = 0;

	for (size_t i = 0; i < par->sentence_count; i++)
		for (size_t k = 0; rc == 0 && k < s[i].token_count; k++)
			rc = add_token(&split, doc, &doc->tokens.items[
					       s[i].first_token + k], err);
	if (rc == 0 && !is_blank(str_slice(par->text, split.end,
					   par->text.len))) {
		split.end = par->text.len;
		split.form = 0;
	}
	return rc == 0 ? flush(&split, err) : rc;
}
