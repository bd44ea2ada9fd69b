#include "search.h"

#include "document.h"
#include "find.h"

struct search_settings {
	const char *edition, *lang, *section, *entity;
	size_t limit;
};

struct search {
	const struct search_settings *settings;
	struct finder finder;
	struct statement *sentences;
	size_t next;              /* the first hit of no sentence yet */
	LIST(struct output_hit) own; /* of the sentence at hand */
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

static const char sentences_sql[] =
	"SELECT start_char, end_char, line, page FROM sentence "
	"WHERE id BETWEEN ?1 AND ?4 AND (?2 IS NULL OR lang = ?2) "
	"AND (?3 IS NULL OR id IN (SELECT mention.sentence FROM paragraph "
	"JOIN mention ON mention.id BETWEEN first_mention AND last_mention "
	"WHERE paragraph.id = sentence.paragraph AND entity = ?3)) "
	"ORDER BY id";

/* The hits that begin in start..end, from the start of the sentence on, those
 * that overlap as one. Sentences come in text order, as hits do. */
static void take_hits(struct search *s, size_t start, size_t end)
{
	s->own.count = 0;
	for (; s->next < s->finder.hits.count; s->next++) {
		struct output_hit hit = s->finder.hits.items[s->next].place;
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
	struct output *out = s->finder.context->out;

	output_text(out, statement_text(s->finder.paragraph, FIND_DOCUMENT));
	output_text(out, statement_text(s->finder.paragraph, FIND_SECTION));
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
	statement_bind_number(s->sentences, 1,
		statement_number(s->finder.paragraph, FIND_FIRST));
	statement_bind_number(s->sentences, 4,
		statement_number(s->finder.paragraph, FIND_LAST));
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
	struct statement *st = s->finder.paragraph;
	int rc = finder_look(&s->finder, found, err);

	s->next = 0;
	if (rc > 0)
		rc = print_sentences(s, found, statement_text(st, FIND_TEXT),
				     err);
	statement_reset(st);
	return rc;
}

static int print_found(struct search *s, struct err *err)
{
	static const struct output_column columns[] = {
		{ "document", OUTPUT_TEXT }, { "section", OUTPUT_TEXT },
		{ "line", OUTPUT_NUMBER }, { "page", OUTPUT_NUMBER },
		{ "score", OUTPUT_NUMBER }, { "sentence", OUTPUT_HITS }
	};
	struct finder *finder = &s->finder;
	int rc = 0;

	output_columns(finder->context->out, columns, COUNT_OF(columns));
	s->left = s->settings->limit ? s->settings->limit : SIZE_MAX;
	for (size_t i = 0, end = 0;
	     rc == 0 && s->left > 0 && i < finder->found.count; i++) {
		if (i == end)
			rc = finder_order(finder, i, &end, err);
		if (rc == 0)
			rc = print_paragraph(s, &finder->found.items[i], err);
	}
	return rc;
}

static int search_run(const void *settings, struct query_context *context,
		      struct err *err)
{
	const struct search_settings *chosen = settings;
	struct search s = { .settings = chosen };
	int rc;

	s.finder = (struct finder){ .context = context,
				    .edition = chosen->edition,
				    .section = chosen->section };
	rc = finder_run(&s.finder, err);
	if (rc == 0)
		rc = statement_open(&s.sentences, context->db, sentences_sql,
				    err);
	if (rc == 0)
		rc = print_found(&s, err);
	statement_close(s.sentences);
	finder_release(&s.finder);
	LIST_RELEASE(&s.own);
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
"A word is found in all its forms in English, Russian and Kazakh, by its stem; a name also in other scripts, romanisations and cases: 'bazhkenova' finds Bazhkenova, Бажкеновой and Бажкенова. word* finds words that begin so, lemma:word asks for a lemma, which a word has where it is certain (esep-stem) or another tool has written it. Words in double quotation marks must follow one another.\n"
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
