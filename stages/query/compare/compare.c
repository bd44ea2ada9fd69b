#include "compare.h"

#include "counts.h"
#include "session.h"
#include "statistics.h"
#include "utf8.h"

#include <stdlib.h>

struct compare_settings {
	const char *by;
	size_t min_count;
	bool stopwords, numbers, fold_spelling;
};

struct compare {
	const struct compare_settings *settings;
	struct query_context *context;
	struct counts counts;
	LIST(uint32_t) order;     /* rows to print */
};

static const struct program_option options[] = {
	{ 'b', "by", OPT_STRING, offsetof(struct compare_settings, by), "FIELD",
	  "compare by edition (default), series, country or document",
	  VALUE_ANY, NULL },
	{ 'm', "min-count", OPT_NUMBER,
	  offsetof(struct compare_settings, min_count), "N",
	  "only words that occur at least N times in all",
	  VALUE_ANY, NULL },
	{ 0, "stopwords", OPT_FLAG,
	  offsetof(struct compare_settings, stopwords), NULL,
	  "keep function words",
	  VALUE_ANY, NULL },
	{ 0, "numbers", OPT_FLAG, offsetof(struct compare_settings, numbers),
	  NULL, "keep numbers",
	  VALUE_ANY, NULL },
	{ 0, "fold-spelling", OPT_FLAG,
	  offsetof(struct compare_settings, fold_spelling), NULL,
	  "count words that are spelled in two ways (colour, color) as one",
	  VALUE_ANY, NULL },
	{ .name = NULL }
};

/* A stem in capitals, which is no function word though its letters are. */
static bool is_acronym(struct str stem)
{
	size_t at = 0;

	return stem.len > 0 && utf8_is_upper(utf8_next(stem, &at));
}

static bool is_wanted(const struct compare *c, size_t index,
		      struct languages *languages, struct words *words)
{
	const struct term_row *row = &c->counts.rows.items[index];
	const uint64_t *counts = counts_of(&c->counts, index);
	lang_id lang = languages_find(languages, row->lang);
	word_id form = words_add(words, row->form);
	word_id stem = words_add(words, row->stem);
	uint64_t count = 0;

	for (size_t i = 0; i < c->counts.parts.count; i++)
		count += counts[i];
	if (count < c->settings->min_count)
		return false;
	if (!c->settings->numbers && words_kind(words, form) == KIND_NUMBER)
		return false;
	return c->settings->stopwords || is_acronym(row->stem) ||
	       !(languages_is_stopword(languages, lang, form) ||
		 languages_is_stopword(languages, lang, stem));
}

/* Choose the rows to print and compute what they are sorted by. */
static int choose_rows(struct compare *c, struct err *err)
{
	struct knowledge *knowledge;
	int rc = session_knowledge(c->context->session, LANGUAGES_STOPWORDS,
				   &knowledge, err);

	for (size_t i = 0; rc == 0 && i < c->counts.rows.count; i++) {
		c->counts.rows.items[i].g2 =
			statistics_g2(counts_of(&c->counts, i),
				      counts_sizes(&c->counts, i),
				      c->counts.parts.count);
		if (is_wanted(c, i, knowledge->languages, knowledge->words))
			*LIST_ADD(&c->order) = (uint32_t)i;
	}
	return rc;
}

static int compare_rows(const void *left, const void *right, void *data)
{
	const struct compare *c = data;
	const struct term_row *a =
		&c->counts.rows.items[*(const uint32_t *)left];
	const struct term_row *b =
		&c->counts.rows.items[*(const uint32_t *)right];
	int order;

	if (a->g2 != b->g2)
		return a->g2 > b->g2 ? -1 : 1;
	order = str_compare(a->lang, b->lang);
	return order ? order : str_compare(a->stem, b->stem);
}

/* "count_2023", for people "count 2023"; the arena owns the names. */
static void add_column(struct output_column *column, struct arena *arena,
		       const char *what, struct str part,
		       enum output_show show)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_addf(&name, "%s_%.*s", what, STR_ARGS(part));
	column->name = str_copy_z(arena, strbuf_view(&name));
	strbuf_clear(&name);
	strbuf_addf(&name, "%s %.*s", what, STR_ARGS(part));
	column->label = str_copy_z(arena, strbuf_view(&name));
	column->kind = OUTPUT_NUMBER;
	column->show = show;
	strbuf_release(&name);
}

static int name_columns(struct compare *c, struct err *err)
{
	size_t parts = c->counts.parts.count, at = 0;
	struct arena *arena = &c->counts.arena;
	struct output_column *columns =
		memory_get_zeroed((3 * parts + 5) * sizeof *columns);
	int rc;

	columns[at++].name = "term";
	columns[at++].name = "lang";
	columns[at++].name = "form";
	for (size_t i = 0; i < parts; i++) {
		struct str part = c->counts.parts.items[i];

		add_column(&columns[at++], arena, "count", part,
			   SHOW_ALWAYS);
		add_column(&columns[at++], arena, "permillion", part,
			   SHOW_WIDE);
		add_column(&columns[at++], arena, "documents", part,
			   SHOW_WIDE);
	}
	columns[at].name = "g2";
	columns[at++].kind = OUTPUT_NUMBER;
	if (parts == 2) {
		columns[at].name = "log_ratio";
		columns[at++].kind = OUTPUT_NUMBER;
	}
	rc = output_columns(c->context->out, columns, at, err);
	free(columns);
	return rc;
}

static void print_row(struct compare *c, size_t index)
{
	const struct term_row *row = &c->counts.rows.items[index];
	const uint64_t *counts = counts_of(&c->counts, index);
	const uint64_t *documents = counts_documents(&c->counts, index);
	const uint64_t *sizes = counts_sizes(&c->counts, index);
	size_t parts = c->counts.parts.count;
	struct output *out = c->context->out;

	output_text(out, row->stem);
	output_text(out, row->lang);
	output_text(out, row->form);
	for (size_t i = 0; i < parts; i++) {
		output_number(out, (int64_t)counts[i]);
		output_real(out, statistics_per_million(counts[i], sizes[i]),
			    2);
		output_number(out, (int64_t)documents[i]);
	}
	output_real(out, row->g2, 2);
	if (parts == 2)
		output_real(out, statistics_log_ratio(counts[0], sizes[0],
						      counts[1], sizes[1]), 2);
}

static int print_rows(struct compare *c, struct err *err)
{
	int rc = name_columns(c, err);

	if (c->order.count > 0)
		qsort_r(c->order.items, c->order.count, sizeof *c->order.items,
			compare_rows, c);
	for (size_t i = 0; rc == 0 && i < c->order.count &&
			   output_left(c->context->out) > 0; i++)
		print_row(c, c->order.items[i]);
	return rc;
}

static int compare_run(const void *settings, struct query_context *context,
		       struct err *err)
{
	struct compare c = { .settings = settings, .context = context };
	int rc = counts_load(&c.counts, context, c.settings->by,
			     c.settings->fold_spelling, err);

	if (rc == 0)
		rc = choose_rows(&c, err);
	if (rc == 0)
		rc = print_rows(&c, err);
	counts_release(&c.counts);
	LIST_RELEASE(&c.order);
	return rc;
}

const struct query compare_query = {
	.program = {
		.name = "compare",
		.summary = "find words that one edition uses more than another",
		.group = GROUP_ASK,
		.arguments = "DATABASE [VALUE…]",
		.description =
"Compare the words of two or more parts of a corpus, as the editions 2023 and 2024: all parts, or those that are named. Words are counted by stem, each within its language, so that a corpus with more Russian in one year than in another does not seem to have changed its words. Page headers and footers are not counted. Of filters, --section, --kind, --entity and --country count the words of single sentences anew, which takes longer. With --fold-spelling British and American spellings are one word, by the tables spellings.tsv of the lexicons: a row for color has the counts of colour too.\n"
"\n"
"For each word: its stem, language and commonest form; in each part its count, its occurrences in a million words of that language, and the number of documents that hold it; G2, the log-likelihood ratio, which tells how sure the difference is (for two parts, above 6.63 it would come by chance in 1 case of 100, above 10.83 in 1 of 1000); and for two parts Log Ratio, which tells how large it is: 1 means twice as frequent in the first part, 2 four times, -1 half. Rows are sorted by G2.",
		.examples =
"  esep compare corpus.db 2024 2023 --lang en --min-count 5 --limit 30\n"
"      what the English reports of 2024 speak of more, or less, than those of 2023\n"
"  esep compare corpus.db --by document report-a report-b\n"
"      two documents\n",
		.options = options,
		.settings_size = sizeof(struct compare_settings),
	},
	.run = compare_run,
};
