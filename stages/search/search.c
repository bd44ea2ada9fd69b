#include "search.h"

#include "document.h"
#include "lexicons.h"
#include "match.h"

#include <stdlib.h>

struct search_settings {
	const char *edition, *lang, *section, *entity;
	size_t limit;
};

struct found {                /* a paragraph that answers */
	int64_t id;
	size_t order;         /* by document and position */
	double score;
};

struct search {
	const struct search_settings *settings;
	struct query_context *context;
	struct words words;
	struct languages *languages;
	LIST(struct match_language) list;
	struct strbuf question, fts;
	struct ask ask;
	struct matcher matcher;
	LIST(struct found) found;
	struct statement *paragraph, *sentences;
	struct match_corpus corpus;
	struct match_rows rows;
	struct match_hits hits;   /* of the paragraph */
	LIST(struct output_hit) own; /* of the sentence */
	size_t next;              /* the first hit of no sentence yet */
	size_t left;              /* sentences that may still be printed */
};

static const struct program_option options[] = {
	{ 0, "edition", OPT_STRING, offsetof(struct search_settings, edition),
	  "YEAR", "only in reports of an edition" },
	{ 'l', "lang", OPT_STRING, offsetof(struct search_settings, lang),
	  "CODE", "only sentences in a language, as kk" },
	{ 's', "section", OPT_STRING, offsetof(struct search_settings, section),
	  "CODE", "only in a section, as I4, P2 or summary" },
	{ 'e', "entity", OPT_STRING, offsetof(struct search_settings, entity),
	  "ID", "only sentences that mention an entity" },
	{ 'n', "limit", OPT_NUMBER, offsetof(struct search_settings, limit),
	  "N", "print at most N sentences (default: all)" },
	{ .name = NULL }
};

static const char found_sql[] =
	"SELECT word_index.rowid FROM word_index "
	"JOIN paragraph ON paragraph.id = word_index.rowid "
	"JOIN document ON document.id = paragraph.document "
	"LEFT JOIN section ON section.id = paragraph.section "
	"WHERE word_index MATCH ?1 AND (?2 IS NULL OR document.edition = ?2) "
	"AND (?3 IS NULL OR section.code = ?3) "
	"ORDER BY document.name, paragraph.position";

static const char corpus_sql[] =
	"SELECT sum(paragraphs), sum(words) FROM document";

static const char holding_sql[] =
	"SELECT count(*) FROM word_index WHERE word_index MATCH ?1";

static const char paragraph_sql[] =
	"SELECT form, stem, key, lemma, places, paragraph.text, "
	"document.name, section.code FROM paragraph "
	"JOIN paragraph_words ON paragraph_words.paragraph = paragraph.id "
	"JOIN document ON document.id = paragraph.document "
	"LEFT JOIN section ON section.id = paragraph.section "
	"WHERE paragraph.id = ?1";

static const char sentences_sql[] =
	"SELECT start_char, end_char, line, page FROM sentence "
	"WHERE paragraph = ?1 AND (?2 IS NULL OR lang = ?2) "
	"AND (?3 IS NULL OR EXISTS (SELECT 1 FROM mention "
	"WHERE mention.sentence = sentence.id AND entity = ?3)) "
	"ORDER BY position";

static uint8_t script_bit(struct str script)
{
	if (str_equal(script, STR("latin")))
		return SHAPE_LATIN;
	return str_equal(script, STR("cyrillic")) ? SHAPE_CYRILLIC : 0;
}

static int load_languages(struct search *s, struct err *err)
{
	const char *folder;
	struct table table;
	int rc = lexicons_find(&folder, s->context->lexicons, err);

	if (rc < 0 ||
	    (rc = languages_open(&s->languages, &s->words, folder, err)) < 0 ||
	    (rc = lexicons_load(&table, folder, "languages.tsv", "code script",
				err)) < 0)
		return rc;
	for (size_t row = 0; row < table.row_count; row++) {
		struct match_language *lang = LIST_ADD(&s->list);
		struct str code = table_cell(&table, row,
					     table_column(&table, "code"));

		lang->id = words_lang(&s->words, code);
		lang->code = words_lang_code(&s->words, lang->id);
		lang->script = script_bit(table_cell(&table, row,
				table_column(&table, "script")));
	}
	table_release(&table);
	/* text that nothing is known of: by its forms and keys */
	*LIST_ADD(&s->list) = (struct match_language){
		LANG_UND, words_lang_code(&s->words, LANG_UND), 0
	};
	return 0;
}

static int compile(struct search *s, struct err *err)
{
	const struct strings *arguments = &s->context->arguments;
	int rc;

	if (arguments->count == 0)
		return err_set(err, ERR_USAGE, "what is to be looked for?");
	for (size_t i = 0; i < arguments->count; i++) {
		if (i > 0)
			strbuf_add_char(&s->question, ' ');
		strbuf_add_z(&s->question, arguments->items[i]);
	}
	if ((rc = ask_parse(&s->ask, strbuf_view(&s->question), err)) < 0 ||
	    (rc = load_languages(s, err)) < 0)
		return rc;
	rc = matcher_init(&s->matcher, &s->ask, s->languages, &s->words,
			  s->list.items, s->list.count, err);
	if (rc == 0)
		matcher_add_fts(&s->matcher, &s->fts);
	return rc;
}

/* The numbers that scores are made of. */
static int measure(struct search *s, struct err *err)
{
	struct strbuf fts = STRBUF_INIT;
	struct statement *st;
	int rc = statement_open(&st, s->context->db, corpus_sql, err);

	if (rc < 0)
		return rc;
	if ((rc = statement_step(st, err)) > 0) {
		double words = statement_real(st, 1);

		s->corpus.paragraphs = statement_real(st, 0);
		s->corpus.words = words > 0 && s->corpus.paragraphs > 0
					  ? words / s->corpus.paragraphs : 1;
	}
	statement_close(st);
	if (rc < 0 || (rc = statement_open(&st, s->context->db, holding_sql,
					   err)) < 0)
		return rc;
	for (size_t i = 0; rc == 0 && i < s->ask.term_count; i++) {
		strbuf_clear(&fts);
		matcher_add_fts_term(&s->matcher, i, &fts);
		statement_bind(st, 1, strbuf_view(&fts));
		if ((rc = statement_step(st, err)) > 0)
			s->corpus.holding[i] = statement_real(st, 0);
		statement_reset(st);
		rc = rc < 0 ? rc : 0;
	}
	statement_close(st);
	strbuf_release(&fts);
	return rc;
}

/* Step to a paragraph and look for hits in it.
 * returns 1 it answers (s->paragraph is at its row), 0 it does not, or error */
static int look_into(struct search *s, int64_t id, struct err *err)
{
	struct statement *st = s->paragraph;
	int rc;

	statement_bind_number(st, 1, id);
	if ((rc = statement_step(st, err)) <= 0)
		return rc;
	match_rows_read(&s->rows, statement_text(st, 0), statement_text(st, 1),
			statement_text(st, 2), statement_text(st, 3),
			statement_text(st, 4), statement_text(st, 5).len);
	return matcher_find(&s->matcher, &s->rows, &s->hits);
}

static int compare_found(const void *left, const void *right)
{
	const struct found *a = left, *b = right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static int find_paragraphs(struct search *s, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, s->context->db, found_sql, err);

	if (rc < 0)
		return rc;
	statement_bind(st, 1, strbuf_view(&s->fts));
	query_bind(st, 2, s->settings->edition);
	query_bind(st, 3, s->settings->section);
	while ((rc = statement_step(st, err)) > 0) {
		int64_t id = statement_number(st, 0);

		if ((rc = look_into(s, id, err)) < 0)
			break;
		if (rc > 0)
			*LIST_ADD(&s->found) = (struct found){
				id, s->found.count,
				match_score(&s->corpus, &s->hits,
					    s->rows.count)
			};
		statement_reset(s->paragraph);
	}
	statement_close(st);
	if (s->found.count > 0)
		qsort(s->found.items, s->found.count, sizeof *s->found.items,
		      compare_found);
	return rc;
}

/* The hits that begin in start..end, from the start of the sentence on, those
 * that overlap as one. Sentences come in text order, as hits do. */
static void take_hits(struct search *s, size_t start, size_t end)
{
	s->own.count = 0;
	for (; s->next < s->hits.count; s->next++) {
		struct output_hit hit = s->hits.items[s->next].place;
		struct output_hit *last = NULL;

		if (hit.start < start)
			continue;
		if (hit.start >= end)
			break;
		hit.start -= start;
		hit.end = (hit.end < end ? hit.end : end) - start;
		if (s->own.count > 0)
			last = &s->own.items[s->own.count - 1];
		if (!last || hit.start >= last->end)
			*LIST_ADD(&s->own) = hit;
		else if (hit.end > last->end)
			last->end = hit.end;
	}
}

static void print_sentence(struct search *s, const struct found *found,
			   struct str text)
{
	struct output *out = s->context->out;

	output_text(out, statement_text(s->paragraph, 6));
	output_text(out, statement_text(s->paragraph, 7));
	output_line(out, statement_number(s->sentences, 2));
	output_line(out, statement_number(s->sentences, 3));
	output_real(out, found->score, 3);
	output_hits(out, text, s->own.items, s->own.count);
	s->left--;
}

static int print_sentences(struct search *s, const struct found *found,
			   struct str text, struct err *err)
{
	struct chars chars;
	int rc = 0;

	chars_init(&chars, text);
	statement_bind_number(s->sentences, 1, found->id);
	query_bind(s->sentences, 2, s->settings->lang);
	query_bind(s->sentences, 3, s->settings->entity);
	while (s->left > 0 && (rc = statement_step(s->sentences, err)) > 0) {
		int64_t from = statement_number(s->sentences, 0);
		int64_t to = statement_number(s->sentences, 1);
		size_t start, end;

		if (from < 0 || to < from)
			continue;
		start = chars_byte(&chars, (size_t)from);
		end = chars_byte(&chars, (size_t)to);
		take_hits(s, start, end);
		if (s->own.count > 0)
			print_sentence(s, found, str_slice(text, start, end));
	}
	statement_reset(s->sentences);
	chars_release(&chars);
	return rc < 0 ? rc : 0;
}

static int print_paragraph(struct search *s, const struct found *found,
			   struct err *err)
{
	int rc = look_into(s, found->id, err);

	s->next = 0;
	if (rc > 0)
		rc = print_sentences(s, found, statement_text(s->paragraph, 5),
				     err);
	statement_reset(s->paragraph);
	return rc;
}

static int print_found(struct search *s, struct err *err)
{
	static const struct output_column columns[] = {
		{ "document", OUTPUT_TEXT }, { "section", OUTPUT_TEXT },
		{ "line", OUTPUT_NUMBER }, { "page", OUTPUT_NUMBER },
		{ "score", OUTPUT_NUMBER }, { "sentence", OUTPUT_HITS }
	};
	int rc = 0;

	output_columns(s->context->out, columns, COUNT_OF(columns));
	s->left = s->settings->limit ? s->settings->limit : SIZE_MAX;
	for (size_t i = 0; rc == 0 && s->left > 0 && i < s->found.count; i++)
		rc = print_paragraph(s, &s->found.items[i], err);
	return rc;
}

static void release(struct search *s)
{
	statement_close(s->paragraph);
	statement_close(s->sentences);
	matcher_release(&s->matcher);
	ask_release(&s->ask);
	languages_close(s->languages);
	words_release(&s->words);
	strbuf_release(&s->question);
	strbuf_release(&s->fts);
	LIST_RELEASE(&s->list);
	LIST_RELEASE(&s->found);
	LIST_RELEASE(&s->rows);
	LIST_RELEASE(&s->hits);
	LIST_RELEASE(&s->own);
}

static int search_run(const void *settings, struct query_context *context,
		      struct err *err)
{
	struct search s = { .settings = settings, .context = context };
	struct database *db = context->db;
	int rc;

	words_init(&s.words);
	if ((rc = compile(&s, err)) == 0 &&
	    (rc = measure(&s, err)) == 0 &&
	    (rc = statement_open(&s.paragraph, db, paragraph_sql, err)) == 0 &&
	    (rc = statement_open(&s.sentences, db, sentences_sql, err)) == 0 &&
	    (rc = find_paragraphs(&s, err)) == 0)
		rc = print_found(&s, err);
	release(&s);
	return rc;
}

const struct query search_query = {
	.program = {
		.name = "search",
		.summary = "find sentences by words, phrases and names",
		.arguments = "DATABASE QUESTION…",
		.description =
"Print the sentences that hold what is asked for, those of the most telling paragraphs first (BM25), each with its document, section, source line and page. The hits are coloured, or stand between ** **; in TSV and JSON the column 'hits' has them as start:end in characters of the sentence, from 0.\n"
"\n"
"A word is found in all its forms in English, Russian and Kazakh, by its stem; a name also in other scripts, romanisations and cases: 'bazhkenova' finds Bazhkenova, Бажкеновой and Бажкенова. word* finds words that begin so, lemma:word asks for a lemma that another tool has written. Words in double quotation marks must follow one another.\n"
"\n"
"Several words must stand in one paragraph. OR between two asks for any of them, NOT for the first without the second, brackets put together: 'detained (journalist OR blogger) NOT released'. AND may be written. A sentence is printed if it holds one of the words in a paragraph that has them as asked.",
		.examples =
"  esep search corpus.db bazhkenova\n"
"      every sentence that names her, in any spelling\n"
"  esep search corpus.db '\"freedom of speech\" OR \"свобода слова\"' --edition 2023\n"
"      two phrases in reports of one year\n"
"  esep search corpus.db 'censor* NOT internet' --section I4 --format json\n"
"      for a program\n",
		.options = options,
		.settings_size = sizeof(struct search_settings),
	},
	.run = search_run,
};
