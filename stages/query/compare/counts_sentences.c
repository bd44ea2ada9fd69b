#include "counts_internal.h"

#include "document_stages.h"
#include "index_words.h"
#include "passing.h"
#include "stored.h"
#include "utf8.h"

struct term_use {
	uint64_t count;
	uint32_t spelling;       /* the commonest */
};

struct spelling_use {
	uint64_t count;
	uint32_t term;           /* its number here */
	struct str form;
};

/* One document at a time; numbers begin with 1. */
struct sentence_counts {
	struct counts *counts;
	const struct query_context *context;
	struct stored stored;
	struct passing passing;
	struct interned all;     /* "en:censor" of every term … */
	LIST(uint64_t) rows;     /* … and its row */
	struct interned terms, spellings; /* of the document */
	LIST(struct term_use) uses;
	LIST(struct spelling_use) forms;
	LIST(uint32_t) languages; /* of its terms */
	struct strbuf name;
};

static struct str name_of(struct sentence_counts *s, struct str lang,
			  struct str stem)
{
	strbuf_clear(&s->name);
	strbuf_addf(&s->name, "%.*s:", STR_ARGS(lang));
	strbuf_add(&s->name, stem);
	return strbuf_view(&s->name);
}

static int load_terms(struct sentence_counts *s, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, s->context->db, "SELECT id, lang, stem "
				"FROM term ORDER BY id", err);

	if (rc < 0)
		return rc;
	LIST_ADD(&s->rows);
	while ((rc = statement_step(st, err)) > 0) {
		uint32_t number = interned_add(
			&s->all, name_of(s, statement_text(st, 1),
					 statement_text(st, 2)));

		if (number == s->rows.count)
			*LIST_ADD(&s->rows) =
				(uint64_t)statement_number(st, 0);
	}
	statement_close(st);
	return rc;
}

static void add_word(struct sentence_counts *s, struct str lang,
		     struct str stem, struct str form)
{
	uint32_t term = interned_add(&s->terms, name_of(s, lang, stem));
	uint32_t spelling;

	if (term == s->uses.count) {
		LIST_ADD(&s->uses);
		*LIST_ADD(&s->languages) = counts_language(s->counts, lang);
	}
	strbuf_add_char(&s->name, '\t');
	strbuf_add(&s->name, form);
	spelling = interned_add(&s->spellings, strbuf_view(&s->name));
	if (spelling == s->forms.count)
		*LIST_ADD(&s->forms) = (struct spelling_use){ 0, term, form };
	s->uses.items[term].count++;
	s->forms.items[spelling].count++;
}

/* As esep-load counts it. */
static void add_token(struct sentence_counts *s, const struct token *token,
		      bool has_stems)
{
	struct words *words = s->stored.doc.words;
	struct str lang = words_lang_code(words, token->lang);
	word_id stem = token->stem;

	if (!stem && !has_stems)
		stem = words_fold(words, token->form);
	if (stem && index_words_has(words, token) &&
	    query_wants(&s->context->filters->langs, lang))
		add_word(s, lang, words_text(words, stem),
			 words_text(words, token->form));
}

static void choose_spellings(struct sentence_counts *s)
{
	for (uint32_t i = 1; i < s->forms.count; i++) {
		const struct spelling_use *form = &s->forms.items[i];
		struct term_use *use = &s->uses.items[form->term];
		const struct spelling_use *best =
			&s->forms.items[use->spelling];

		if (form->count > best->count ||
		    (form->count == best->count &&
		     str_compare(form->form, best->form) < 0))
			use->spelling = i;
	}
}

/* The terms of the document, to the part. */
static void add_terms(struct sentence_counts *s, size_t part)
{
	choose_spellings(s);
	s->counts->block_count++;
	for (uint32_t i = 1; i < s->uses.count; i++) {
		struct str name = interned_text(&s->terms, i), stem;
		struct str form = s->forms.items[s->uses.items[i].spelling]
					  .form;
		uint32_t known = interned_find(&s->all, name);
		struct term_count entry = {
			.term = s->rows.items[known],
			.count = s->uses.items[i].count
		};
		size_t at = 0, next = 0, other = 0;

		str_split(&name, ':', &stem);
		stem = name;
		while (at < form.len && other < stem.len &&
		       utf8_next(form, &next) == utf8_next(stem, &other)) {
			at = next;
			entry.kept++;
		}
		entry.rest = str_slice(form, at, form.len);
		if (known)
			counts_add(s->counts, part, s->languages.items[i],
				   &entry);
	}
}

static void clear(struct sentence_counts *s)
{
	interned_clear(&s->terms);
	interned_clear(&s->spellings);
	LIST_CLEAR(&s->uses);
	LIST_CLEAR(&s->forms);
	LIST_CLEAR(&s->languages);
	LIST_ADD(&s->uses);
	LIST_ADD(&s->forms);
	LIST_ADD(&s->languages);
}

static int add_document(struct sentence_counts *s, size_t part, int64_t row,
			bool *found, struct err *err)
{
	const struct document *doc = &s->stored.doc;
	bool has_stems;
	int rc = stored_read(&s->stored, row, err);

	if (rc == 0)
		rc = passing_look(&s->passing, row, doc, err);
	if (rc < 0)
		return rc;
	clear(s);
	has_stems = document_has_stems(doc);
	for (size_t i = 0; i < doc->sentences.count; i++) {
		const struct sentence *one = &doc->sentences.items[i];

		if (!passing_has(&s->passing, i) ||
		    doc->paragraphs.items[one->paragraph].kind ==
			    PARAGRAPH_FURNITURE)
			continue;
		for (size_t k = 0; k < one->token_count; k++)
			add_token(s, &doc->tokens.items[one->first_token + k],
				  has_stems);
	}
	*found = *found || s->uses.count > 1;
	add_terms(s, part);
	return 0;
}

static int add_documents(struct sentence_counts *s, size_t part,
			 const char *column, bool *found, struct err *err)
{
	const struct filter_columns columns = { .document = "document.id" };
	struct strbuf sql = STRBUF_INIT;
	struct statement *st = NULL;
	int rc;

	strbuf_addf(&sql, "SELECT id FROM document WHERE %s = ?1", column);
	rc = query_add_filters(s->context, &columns, &sql, err);
	strbuf_add_z(&sql, " ORDER BY name");
	if (rc == 0)
		rc = statement_open(&st, s->context->db, sql.data, err);
	if (rc == 0)
		statement_bind(st, 1, s->counts->parts.items[part]);
	while (rc >= 0 && (rc = statement_step(st, err)) > 0)
		rc = add_document(s, part, statement_number(st, 0), found,
				  err);
	statement_close(st);
	strbuf_release(&sql);
	return rc;
}

int counts_add_sentences(struct counts *counts, size_t part,
			 const char *column,
			 const struct query_context *context, bool *found,
			 struct err *err)
{
	struct sentence_counts s = { .counts = counts, .context = context };
	struct filters filters = *context->filters;
	struct query_context without = *context;
	int rc = stored_open(&s.stored, context->db, DOCUMENT_LIMIT, err);

	/* a language is that of the word, as in the counts of documents */
	filters.langs = (struct strings){ NULL, 0, 0 };
	without.filters = &filters;
	interned_init(&s.all);
	interned_init(&s.terms);
	interned_init(&s.spellings);
	if (rc == 0)
		rc = passing_open(&s.passing, &without, err);
	if (rc == 0)
		rc = load_terms(&s, err);
	if (rc == 0)
		rc = add_documents(&s, part, column, found, err);
	passing_close(&s.passing);
	stored_close(&s.stored);
	interned_release(&s.all);
	interned_release(&s.terms);
	interned_release(&s.spellings);
	LIST_RELEASE(&s.rows);
	LIST_RELEASE(&s.uses);
	LIST_RELEASE(&s.forms);
	LIST_RELEASE(&s.languages);
	strbuf_release(&s.name);
	return rc;
}
