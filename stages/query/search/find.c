#include "find.h"

#include "laws.h"

#include <math.h>
#include <stdlib.h>

/* see_row gives 0: no row comes out, which is sooner. */
static const char found_sql[] =
	"SELECT 1 FROM word_index WHERE word_index MATCH ?1 "
	"AND esep_see(word_index) > 0";

static const char look_sql[] =
	"SELECT esep_see(word_index) FROM word_index "
	"WHERE word_index MATCH ?1 AND rowid = ?2";

static const char filtered_sql[] =
	"SELECT esep_see(word_index) FROM word_index "
	"CROSS JOIN paragraph ON paragraph.id = word_index.rowid "
	"CROSS JOIN document ON document.id = paragraph.document "
	"WHERE word_index MATCH ?1";

static const char place_sql[] =
	"SELECT document.name, position FROM paragraph "
	"JOIN document ON document.id = document WHERE paragraph.id = ?1";

static const char langs_sql[] =
	"SELECT DISTINCT lang FROM term_block";

static const char corpus_sql[] =
	"SELECT sum(paragraphs), sum(words) FROM document";

static const char holding_sql[] =
	"SELECT count(*) FROM word_index WHERE word_index MATCH ?1";

static const char paragraph_sql[] =
	"SELECT paragraph.text, document.name, section.code, first_sentence, "
	"last_sentence, document.edition, paragraph.kind, "
	"document.id, paragraph.position FROM paragraph "
	"JOIN document ON document.id = paragraph.document "
	"LEFT JOIN section ON section.id = paragraph.section "
	"WHERE paragraph.id = ?1";

enum {
	SORTED_FIRST = 64,
	HITS_KEPT = 1 << 16
};

enum { PARAGRAPH_DOCUMENT = FIND_KIND + 1, PARAGRAPH_POSITION };

static word_see see_row;

static void release(void *kept)
{
	struct searcher *s = kept;

	LIST_RELEASE(&s->list);
	articles_close(s->articles);
	arena_release(&s->arena);
	LIST_RELEASE(&s->langs);
	lengths_release(&s->lengths);
	stored_close(&s->stored);
}

static int load_languages(struct searcher *s, struct session *session,
			  struct err *err)
{
	static const uint8_t shapes[SCRIPTS] = {
		[SCRIPT_LATIN] = SHAPE_LATIN,
		[SCRIPT_CYRILLIC] = SHAPE_CYRILLIC
	};
	const struct lexicon_languages *languages;
	struct words *words;
	int rc = session_knowledge(session, LANGUAGES_STOPWORDS | LANGUAGES_SPLIT |
						    LANGUAGES_KEY,
				   &s->knowledge, err);

	if (rc == 0)
		rc = articles_open(&s->articles, s->knowledge, err);
	if (rc == 0)
		rc = lexicons_languages(s->knowledge->lexicons, &languages,
					err);
	if (rc < 0)
		return rc;
	words = s->knowledge->words;
	for (size_t i = 0; i < languages->count; i++) {
		const struct lexicon_language *row = &languages->items[i];
		lang_id lang = words_lang(words, row->code);

		*LIST_ADD(&s->list) = (struct match_language){
			lang, str_copy(&s->arena,
				       words_lang_code(words, lang)),
			shapes[row->script], shapes[row->also]
		};
	}
	/* text that nothing is known of: by its forms and keys */
	*LIST_ADD(&s->list) = (struct match_language){
		LANG_UND, STR("und"), 0, 0
	};
	s->lore = (struct match_lore){
		s->knowledge->languages, words, s->articles, s->list.items,
		s->list.count
	};
	return 0;
}

/* As the index has them. */
static int load_langs(struct searcher *s, struct database *db,
		      struct err *err)
{
	struct strbuf lang = STRBUF_INIT;
	struct statement *st;
	int rc = statement_open(&st, db, langs_sql, err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		strbuf_clear(&lang);
		word_index_add_text(&lang, statement_text(st, 0));
		*LIST_ADD(&s->langs) = str_copy(&s->arena, strbuf_view(&lang));
	}
	statement_close(st);
	strbuf_release(&lang);
	return rc;
}

static int load_size(struct searcher *s, struct database *db, struct err *err)
{
	double paragraphs = 0, words = 0;
	struct statement *st;
	int rc = statement_open(&st, db, corpus_sql, err);

	if (rc < 0)
		return rc;
	if ((rc = statement_step(st, err)) > 0) {
		paragraphs = statement_real(st, 0);
		words = statement_real(st, 1);
	}
	statement_close(st);
	s->words = 1;
	if (!isfinite(paragraphs) || paragraphs <= 0)
		return rc < 0 ? rc : 0;
	s->paragraphs = paragraphs;
	if (isfinite(words) && words > 0)
		s->words = words / paragraphs;
	return rc < 0 ? rc : 0;
}

/* What does not depend on the question. */
static int prepare(struct finder *f, struct err *err)
{
	struct database *db = f->context->db;
	struct searcher *s = session_keep(f->context->session, place_sql,
					  sizeof *s, release);
	int rc = 0;

	f->searcher = s;
	if (!s->is_ready) {
		release(s);
		*s = (struct searcher){ .lengths.db = db };
		rc = stored_open(&s->stored, db, DOCUMENT_LIMIT, err);
		if (rc == 0)
			rc = load_languages(s, f->context->session, err);
		if (rc == 0 && (rc = load_langs(s, db, err)) == 0)
			rc = load_size(s, db, err);
		s->is_ready = rc == 0;
	}
	return rc == 0 ? database_add_see(db, see_row, f, err) : rc;
}

static int compile(struct finder *f, struct err *err)
{
	const struct strings *arguments = &f->context->arguments;
	struct law_pairs pairs = { .err = err };
	int rc;

	if (arguments->count == 0)
		return err_set(err, ERR_USAGE, "what is to be looked for?");
	for (size_t i = 0; i < arguments->count; i++) {
		if (i > 0)
			strbuf_add_char(&f->question, ' ');
		strbuf_add_z(&f->question, arguments->items[i]);
	}
	if ((rc = prepare(f, err)) < 0)
		return rc;
	pairs.lore = &f->searcher->lore;
	rc = ask_parse(&f->ask, strbuf_view(&f->question),
		       f->is_exact ? NULL
				   : &(struct ask_pairs){ law_pairs_is_pair,
							  &pairs }, err);
	if (rc == 0)
		rc = pairs.rc;
	if (rc < 0)
		return rc;
	for (size_t i = 0; i < f->ask.nodes.count && f->is_exact; i++)
		if (f->ask.nodes.items[i].how == ASK_ANY)
			f->ask.nodes.items[i].how = ASK_EXACT;
	rc = matcher_load(&f->matcher, &f->ask, &f->searcher->lore, err);
	if (rc < 0)
		return rc;
	for (size_t i = 0; i < f->searcher->langs.count; i++)
		matcher_add_lang(&f->matcher, f->searcher->langs.items[i]);
	matcher_add_fts(&f->matcher, &f->fts);
	return 0;
}

/* The numbers that scores are made of. */
static int measure(struct finder *f, struct err *err)
{
	struct strbuf fts = STRBUF_INIT;
	struct statement *st;
	int rc = statement_open(&st, f->context->db, holding_sql, err);

	if (rc < 0)
		return rc;
	f->corpus.paragraphs = f->searcher->paragraphs;
	f->corpus.words = f->searcher->words;
	f->corpus.terms = f->ask.term_count;
	for (size_t i = 0; rc == 0 && !f->is_late && i < f->ask.term_count;
	     i++) {
		strbuf_clear(&fts);
		matcher_add_fts_term(&f->matcher, i, &fts);
		statement_bind(st, 1, strbuf_view(&fts));
		if ((rc = statement_step(st, err)) > 0)
			match_weigh(&f->corpus, i, statement_real(st, 0));
		statement_reset(st);
		rc = rc < 0 ? rc : 0;
	}
	statement_close(st);
	strbuf_release(&fts);
	return rc;
}

/* Of the tokens of a paragraph, those that are words of the index. */
static void find_places(struct finder *f, struct str text)
{
	struct words *words = f->searcher->knowledge->words;

	LIST_CLEAR(&f->places);
	for (size_t i = 0; i < f->tokens.count; i++) {
		const struct pack_place *token = &f->tokens.items[i];
		struct str form = str_slice(text, token->start, token->end);

		if (token->is_own ? token->is_word
				  : words_is_word(words, words_add(words, form)))
			*LIST_ADD(&f->places) = (struct place){
				token->start, token->end
			};
	}
}

/* Let see_row see what is found in a paragraph. */
static int find_row(struct finder *f, int64_t id, struct err *err)
{
	int rc;

	f->is_looking = true;
	LIST_CLEAR(&f->row);
	statement_bind(f->look, 1, strbuf_view(&f->fts));
	statement_bind_number(f->look, 2, id);
	rc = statement_run(f->look, err);
	f->is_looking = false;
	return rc;
}

int finder_look(struct finder *f, const struct found *found, struct err *err)
{
	struct statement *st = f->paragraph;
	const struct word_hit *hits = f->kept.items + found->first_hit;
	size_t index, count = found->hits;
	struct str text;
	int rc = 0;

	if (count == 0) {
		rc = find_row(f, found->id, err);
		hits = f->row.items;
		count = f->row.count;
	}
	if (rc < 0 || count == 0)
		return rc;
	statement_bind_number(st, 1, found->id);
	if ((rc = statement_step(st, err)) <= 0)
		return rc;
	index = (size_t)statement_number(st, PARAGRAPH_POSITION) - 1;
	text = statement_text(st, FIND_TEXT);
	rc = stored_read_places(&f->searcher->stored,
				statement_number(st, PARAGRAPH_DOCUMENT), index,
				text, &f->tokens, err);
	if (rc < 0)
		return rc;
	find_places(f, text);
	match_find(&f->matcher, hits, count, f->places.items, f->places.count,
		   &f->hits);
	law_lists_cut(&f->searcher->lore, text, f->places.items,
		      f->places.count, &f->hits);
	if (!match_still_holds(&f->matcher, &f->hits))
		f->hits.count = 0;
	return f->hits.count > 0;
}

/* How many hits of the row are kept: all, or if there are many already none. */
static uint32_t keep_hits(struct finder *f, const struct word_row *row)
{
	if (row->count > HITS_KEPT - f->kept.count)
		return 0;
	for (size_t i = 0; i < row->count; i++)
		*LIST_ADD(&f->kept) = row->hits[i];
	return (uint32_t)row->count;
}

static double see_row(void *data, const struct word_row *row)
{
	struct finder *f = data;
	double counts[ASK_TERMS_MAX];
	uint32_t words;

	for (size_t i = 0; f->is_looking && i < row->count; i++)
		*LIST_ADD(&f->row) = row->hits[i];
	if (f->is_looking)
		return 0;
	match_count(&f->matcher, row->hits, row->count, counts);
	words = lengths_of(&f->searcher->lengths, row->id);
	*LIST_ADD(&f->found) = (struct found){
		.id = row->id, .words = words,
		.first_hit = (uint32_t)f->kept.count,
		.hits = keep_hits(f, row),
		.score = f->is_late ? counts[0]
				    : match_score(&f->corpus, counts, words)
	};
	return 0;
}

/* One term is held by as many paragraphs as were found. */
static void score_late(struct finder *f)
{
	match_weigh(&f->corpus, 0, (double)f->found.count);
	for (size_t i = 0; i < f->found.count; i++) {
		struct found *found = &f->found.items[i];
		const double counts[ASK_TERMS_MAX] = { found->score };

		found->score = match_score(&f->corpus, counts, found->words);
	}
}

static int compare_found(const void *left, const void *right)
{
	const struct found *a = left, *b = right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

/* Those of sentences are for the few paragraphs that are printed. */
static int make_filters(struct finder *f, struct err *err)
{
	struct filter_columns columns = filter_columns_of_tables;

	columns.lang = columns.sentence = NULL;
	return query_add_filters(f->context, &columns, &f->filters, err);
}

static int find_paragraphs(struct finder *f, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct statement *st;
	int rc;

	strbuf_add_z(&sql, f->filters.len > 0 ? filtered_sql : found_sql);
	strbuf_add(&sql, strbuf_view(&f->filters));
	rc = statement_open(&st, f->context->db, sql.data, err);
	strbuf_release(&sql);
	if (rc < 0)
		return rc;
	statement_bind(st, 1, strbuf_view(&f->fts));
	rc = statement_run(st, err);
	statement_close(st);
	if (f->is_late)
		score_late(f);
	return rc;
}

static void swap(struct found *a, struct found *b)
{
	struct found kept = *a;

	*a = *b;
	*b = kept;
}

/* Put the best `count` of the items first. source: Hoare's quickselect */
static void select_best(struct found *items, size_t low, size_t high,
			size_t count)
{
	while (high - low > 1) {
		size_t left = low, right = high - 1;
		struct found pivot = items[low + (high - 1 - low) / 2];

		for (;;) {
			while (compare_found(&items[left], &pivot) < 0)
				left++;
			while (compare_found(&items[right], &pivot) > 0)
				right--;
			if (left >= right)
				break;
			swap(&items[left++], &items[right--]);
		}
		if (count <= right)
			high = right + 1;
		else
			low = right + 1;
	}
}

/* See that what is found is in order up to number `at`: few are printed of
 * many. */
static void sort_to(struct finder *f, size_t at)
{
	size_t end = f->sorted;

	while (end <= at)
		end = end ? end * 4 : SORTED_FIRST;
	if (end > f->found.count)
		end = f->found.count;
	if (end == f->sorted)
		return;
	if (end < f->found.count)
		select_best(f->found.items, f->sorted, f->found.count, end);
	qsort(f->found.items + f->sorted, end - f->sorted,
	      sizeof *f->found.items, compare_found);
	f->sorted = end;
}

static int compare_places(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	int order = str_compare(a->document, b->document);

	return order ? order : (a->position > b->position) -
				       (a->position < b->position);
}

int finder_order(struct finder *f, size_t from, size_t *end, struct err *err)
{
	struct found *items = f->found.items;

	sort_to(f, from);
	for (*end = from + 1; *end < f->found.count; ++*end) {
		sort_to(f, *end);
		if (items[*end].score != items[from].score)
			break;
	}
	if (*end == from + 1)
		return 0;
	if (!f->place) {
		int rc = statement_open(&f->place, f->context->db, place_sql,
					err);

		if (rc < 0)
			return rc;
	}
	for (size_t i = from; i < *end; i++) {
		int rc;

		statement_bind_number(f->place, 1, items[i].id);
		if ((rc = statement_step(f->place, err)) < 0)
			return rc;
		items[i].document = str_copy(&f->arena,
					     statement_text(f->place, 0));
		items[i].position = statement_number(f->place, 1);
		statement_reset(f->place);
	}
	qsort(items + from, *end - from, sizeof *items, compare_places);
	return 0;
}

int finder_run(struct finder *f, struct err *err)
{
	struct database *db = f->context->db;
	int rc = compile(f, err);

	if (rc == 0)
		rc = make_filters(f, err);
	if (rc < 0)
		return rc;
	f->is_late = f->ask.term_count == 1 && f->filters.len == 0;
	if ((rc = measure(f, err)) == 0 &&
	    (rc = statement_open(&f->paragraph, db, paragraph_sql, err)) == 0 &&
	    (rc = statement_open(&f->look, db, look_sql, err)) == 0)
		rc = find_paragraphs(f, err);
	return rc;
}

void finder_release(struct finder *f)
{
	statement_close(f->paragraph);
	statement_close(f->place);
	statement_close(f->look);
	arena_release(&f->arena);
	matcher_release(&f->matcher);
	ask_release(&f->ask);
	strbuf_release(&f->question);
	strbuf_release(&f->fts);
	strbuf_release(&f->filters);
	LIST_RELEASE(&f->found);
	LIST_RELEASE(&f->row);
	LIST_RELEASE(&f->kept);
	LIST_RELEASE(&f->places);
	LIST_RELEASE(&f->tokens);
	LIST_RELEASE(&f->hits);
}
