#include "search.h"

#include "document.h"
#include "find.h"
#include "how.h"
#include "offers.h"

struct search_settings {
	size_t confidence;
	bool exact;
};

struct search {
	const struct search_settings *settings;
	struct finder finder;
	struct statement *sentences, *place; /* the same one in its report */
	size_t next;              /* the first hit of no sentence yet */
	LIST(struct output_hit) own; /* of the sentence at hand */
	LIST(enum match_how) hows;   /* of each */
	bool any;                 /* one was printed */
};

static const struct program_option options[] = {
	{ 'c', "confidence", OPT_NUMBER,
	  offsetof(struct search_settings, confidence), "PERCENT",
	  "of --entity only mentions that are at least so sure",
	  VALUE_PERCENT, NULL },
	{ 0, "exact", OPT_FLAG, offsetof(struct search_settings, exact), NULL,
	  "words as they are asked for, in no other form or spelling",
	  VALUE_ANY, NULL },
	{ .name = NULL }
};

static const char sentences_sql[] =
	"SELECT start_char, end_char, line, page, lang, id "
	"FROM sentence "
	"WHERE id BETWEEN ?1 AND ?2";

static const char place_sql[] =
	"SELECT sentence, citation FROM v_sentences WHERE id = ?1";

/* Of the paragraph at hand alone: mentions have no index by sentence. */
static const char entity_sql[] =
	" AND id IN (SELECT mention.sentence FROM paragraph "
	"JOIN mention ON mention.id BETWEEN first_mention AND last_mention "
	"WHERE paragraph.id = sentence.paragraph "
	"AND (?3 = 0 OR confidence >= ?3) AND entity IN ";

/* Add the next one, if it is one. */
static void add_hit(struct search *s, struct output_hit hit, struct str text)
{
	const struct finder *f = &s->finder;

	const struct match_hit *found = &f->hits.items[s->next];
	enum match_how how = match_how(&f->matcher, &f->searcher->lore, found,
				       text, f->places.items);

	if (how == MATCH_NAME &&
	    match_is_chance(&f->matcher, &f->searcher->lore, found,
			    str_slice(text, found->place.start,
				      found->place.end),
			    statement_text(s->sentences, 4)))
		return;
	*LIST_ADD(&s->own) = hit;
	*LIST_ADD(&s->hows) = how;
}

/* The hits that lie in start..end, from the start of the sentence on, those
 * that overlap as one; a phrase does not go on in the next sentence. Sentences
 * come in text order, as hits do. */
static void take_hits(struct search *s, struct str text, size_t start,
		      size_t end)
{
	LIST_CLEAR(&s->own);
	LIST_CLEAR(&s->hows);
	for (; s->next < s->finder.hits.count; s->next++) {
		struct output_hit hit = s->finder.hits.items[s->next].place;
		struct output_hit *last = NULL;

		if (hit.start >= end)
			break;
		if (hit.start < start || hit.end > end)
			continue;
		hit.start -= start;
		hit.end -= start;
		if (s->own.count > 0)
			last = &s->own.items[s->own.count - 1];
		if (!last || hit.start >= last->end)
			add_hit(s, hit, text);
		else if (hit.end > last->end)
			last->end = hit.end;
	}
}

/* A list beside that of the hits. */
static void print_hows(struct search *s)
{
	LIST(struct output_item) hows = { NULL, 0, 0 };

	for (size_t i = 0; i < s->hows.count; i++)
		LIST_ADD(&hows)->text =
			str_of(match_how_name(s->hows.items[i]));
	output_items(s->finder.context->out, hows.items, hows.count);
	LIST_RELEASE(&hows);
}

/* What the view says of a sentence: its id and how to cite it. */
static int print_place(struct search *s, struct err *err)
{
	struct output *out = s->finder.context->out;
	int rc;

	statement_bind_number(s->place, 1, statement_number(s->sentences, 5));
	if ((rc = statement_step(s->place, err)) > 0) {
		output_text(out, statement_text(s->place, 0));
		output_text(out, statement_text(s->place, 1));
		statement_reset(s->place);
	}
	return rc < 0 ? rc : 0;
}

static int print_sentence(struct search *s, const struct found *found,
			  struct str text, struct err *err)
{
	struct statement *paragraph = s->finder.paragraph;
	struct output *out = s->finder.context->out;

	output_text(out, statement_text(paragraph, FIND_DOCUMENT));
	output_text(out, statement_text(paragraph, FIND_SECTION));
	output_line(out, statement_number(s->sentences, 2));
	output_line(out, statement_number(s->sentences, 3));
	output_real(out, found->score, 3);
	print_hows(s);
	output_hits(out, text, s->own.items, s->own.count);
	output_text(out, statement_text(paragraph, FIND_EDITION));
	output_text(out, statement_text(s->sentences, 4));
	output_text(out, statement_text(paragraph, FIND_KIND));
	s->any = true;
	return print_place(s, err);
}

static int print_sentences(struct search *s, const struct found *found,
			   struct str text, struct err *err)
{
	struct chars chars;
	int rc = 0;

	chars_init(&chars, text);
	statement_bind_number(s->sentences, 1,
		statement_number(s->finder.paragraph, FIND_FIRST));
	statement_bind_number(s->sentences, 2,
		statement_number(s->finder.paragraph, FIND_LAST));
	if (s->finder.context->filters->entities.count > 0)
		statement_bind_number(s->sentences, 3,
				      (int64_t)s->settings->confidence);
	while (rc >= 0 && output_left(s->finder.context->out) > 0 &&
	       (rc = statement_step(s->sentences, err)) > 0) {
		int64_t from = statement_number(s->sentences, 0);
		int64_t to = statement_number(s->sentences, 1);
		size_t start, end;

		if (from < 0 || to < from)
			continue;
		start = chars_byte(&chars, (size_t)from);
		end = chars_byte(&chars, (size_t)to);
		take_hits(s, text, start, end);
		if (s->own.count > 0)
			rc = print_sentence(s, found,
					    str_slice(text, start, end), err);
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

static int open_sentences(struct search *s, struct err *err)
{
	const struct filters *filters = s->finder.context->filters;
	struct strbuf sql = STRBUF_INIT;
	int rc;

	strbuf_add_z(&sql, sentences_sql);
	if (filters->langs.count > 0) {
		strbuf_add_z(&sql, " AND lang IN ");
		filters_add_list(&sql, &filters->langs);
	}
	if (filters->entities.count > 0) {
		strbuf_add_z(&sql, entity_sql);
		filters_add_list(&sql, &filters->entities);
		strbuf_add_char(&sql, ')');
	}
	strbuf_add_z(&sql, " ORDER BY id");
	rc = statement_open(&s->sentences, s->finder.context->db, sql.data,
			    err);
	strbuf_release(&sql);
	return rc < 0 ? rc
		: statement_open(&s->place, s->finder.context->db, place_sql,
				 err);
}

static int print_found(struct search *s, struct err *err)
{
	static const struct output_column columns[] = {
		{ "document", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "section", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "line", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
		{ "page", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
		{ "score", OUTPUT_NUMBER, SHOW_WIDE, NULL },
		{ "match", OUTPUT_IDS, SHOW_WIDE, NULL },
		{ "sentence", OUTPUT_HITS, SHOW_ALWAYS, NULL },
		{ "edition", OUTPUT_TEXT, SHOW_ASKED, NULL },
		{ "lang", OUTPUT_TEXT, SHOW_ASKED, NULL },
		{ "kind", OUTPUT_TEXT, SHOW_ASKED, NULL },
		{ "sentence_id", OUTPUT_TEXT, SHOW_ASKED, NULL },
		{ "citation", OUTPUT_TEXT, SHOW_PAGE, NULL }
	};
	struct finder *finder = &s->finder;
	int rc = output_columns(finder->context->out, columns,
				COUNT_OF(columns), err);

	for (size_t i = 0, end = 0;
	     rc == 0 && output_left(finder->context->out) > 0 &&
	     i < finder->found.count; i++) {
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

	if (chosen->confidence && context->filters->entities.count == 0)
		return err_set(err, ERR_USAGE, "--confidence is of the mentions "
			       "of an --entity");
	s.finder = (struct finder){ .context = context,
				    .is_exact = chosen->exact };
	rc = finder_run(&s.finder, err);
	if (rc == 0)
		rc = open_sentences(&s, err);
	if (rc == 0)
		rc = print_found(&s, err);
	if (rc == 0 && !s.any && !chosen->exact)
		rc = offers_near(&s.finder, err);
	if (rc == 0)
		rc = offers_laws(&s.finder, err);
	statement_close(s.sentences);
	statement_close(s.place);
	finder_release(&s.finder);
	LIST_RELEASE(&s.own);
	LIST_RELEASE(&s.hows);
	return rc;
}

const struct query search_query = {
	.program = {
		.name = "search",
		.summary = "find sentences by words, phrases and names",
		.group = GROUP_ASK,
		.arguments = "DATABASE QUESTION…",
		.description =
"Print the sentences that hold what is asked for, those of the most telling paragraphs first (BM25), each with its document, section, source line and page. The hits are coloured, or stand between ** **; in TSV and JSON the column 'hits' has them as start:end in characters of the sentence, from 0. The column 'match' says of each hit how it was found: 'exact', 'stem' (another form of the word), 'name' (another spelling of the name), 'start' (word*) or 'lemma'.\n"
"\n"
"A word is found in all its forms in English, Russian and Kazakh, by its stem; a name also in other scripts, romanisations and cases: 'bazhkenova' finds Bazhkenova, Бажкеновой and Бажкенова; a Kazakh word in Cyrillic and in Latin letters, whichever it is asked for in: 'gazet' finds газеттердің and gazetterdıñ. What is written with a hyphen, an apostrophe or a dot is found whole and by its parts (Telegram-канал, orda.kz), whatever its capitals; accents make no difference. An acronym that is asked for in capitals (US, АО) is not the word that looks like it. 'Article 274' finds Art. 274, ст. 274 and 274-бап. Words in quotation marks, \"…\", “…” or «…», must follow one another in a sentence.\n"
"\n"
"word* finds words that begin so. exact:word finds that form alone, stem:word its forms but no names, name:word spellings of a name; lemma:word asks for a lemma, which a word has where it is certain (esep-stem) or another tool has written it; each may stand before a quotation.\n"
"\n"
"Several words must stand in one paragraph. OR between two asks for any of them, NOT (or a minus right before a word, in a question of several: 'qyran -radio') for the first without the second, NEAR/5 for both with at most 5 words between (NEAR: 10), brackets put together: 'detained (journalist OR blogger) NOT released'. AND may be written. Signs that are no words (№, §, &) do not count. A sentence is printed if it holds one of the words in a paragraph that has them as asked. When nothing is found, spellings near to the words are told on stderr.",
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
