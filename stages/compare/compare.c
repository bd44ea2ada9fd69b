#include "compare.h"

#include "languages.h"
#include "lexicons.h"
#include "statistics.h"
#include "terms.h"

#include <stdlib.h>

struct compare_settings {
	const char *by, *lang;
	size_t min_count, limit;
	bool stopwords, numbers;
};

/* What documents can be parted by. The SQL is ours, not the user's. */
static const struct { const char *name, *all, *counts; } fields[] = {
#define FIELD(name, column) { name, \
	"SELECT DISTINCT " column " FROM document WHERE " column \
	" IS NOT NULL ORDER BY 1", \
	"SELECT term.lang, term.stem, term_count.form, term_count.count " \
	"FROM document JOIN term_count ON term_count.document = document.id " \
	"JOIN term ON term.id = term_count.term WHERE " column " = ?1 " \
	"AND (?2 IS NULL OR term.lang = ?2)" }
	FIELD("edition", "document.edition"),
	FIELD("series", "document.series"),
	FIELD("country", "document.country"),
	FIELD("document", "document.name"),
#undef FIELD
};

struct term_row {
	struct str lang, stem, form;
	uint64_t form_count;      /* of its commonest form in one document */
	uint32_t language;        /* its number in compare.languages */
	double g2;
};

struct compare {
	const struct compare_settings *settings;
	struct query_context *context;
	size_t field;             /* in fields */
	struct arena arena;
	LIST(struct str) parts;
	struct terms keys;        /* "lang<TAB>stem": number of its row, + 1 */
	struct terms languages;   /* codes: number, + 1 */
	LIST(struct term_row) rows;
	LIST(uint64_t) counts;    /* a row of the parts for each term … */
	LIST(uint64_t) documents; /* … of the documents that hold it */
	LIST(uint64_t) sizes;     /* … and of the words of each language */
	LIST(uint32_t) order;     /* rows to print */
};

static const struct program_option options[] = {
	{ 'b', "by", OPT_STRING, offsetof(struct compare_settings, by),
	  "FIELD", "compare by edition (default), series, country or document" },
	{ 'l', "lang", OPT_STRING, offsetof(struct compare_settings, lang),
	  "CODE", "only words in a language, as kk" },
	{ 'm', "min-count", OPT_NUMBER,
	  offsetof(struct compare_settings, min_count), "N",
	  "only words that occur at least N times in all" },
	{ 'n', "limit", OPT_NUMBER, offsetof(struct compare_settings, limit),
	  "N", "print at most N words (default: all)" },
	{ 0, "stopwords", OPT_FLAG, offsetof(struct compare_settings, stopwords),
	  NULL, "keep function words" },
	{ 0, "numbers", OPT_FLAG, offsetof(struct compare_settings, numbers),
	  NULL, "keep numbers" },
	{ .name = NULL }
};

static int find_field(struct compare *c, struct err *err)
{
	const char *by = c->settings->by ? c->settings->by : "edition";

	for (c->field = 0; c->field < COUNT_OF(fields); c->field++)
		if (!strcmp(by, fields[c->field].name))
			return 0;
	return err_set(err, ERR_USAGE, "--by takes edition, series, country "
		       "or document, not '%s'", by);
}

/* The parts to compare: as named, or all that the database has. */
static int find_parts(struct compare *c, struct err *err)
{
	const struct strings *named = &c->context->arguments;
	struct statement *st;
	int rc;

	for (size_t i = 0; i < named->count; i++)
		*LIST_ADD(&c->parts) = str_of(named->items[i]);
	if (named->count == 0) {
		rc = statement_open(&st, c->context->db, fields[c->field].all,
				    err);
		if (rc < 0)
			return rc;
		while ((rc = statement_step(st, err)) > 0)
			*LIST_ADD(&c->parts) = str_copy(&c->arena,
							statement_text(st, 0));
		statement_close(st);
		if (rc < 0)
			return rc;
	}
	if (c->parts.count < 2)
		return err_set(err, ERR_USAGE, "there is one %s only; two are "
			       "needed to compare", fields[c->field].name);
	return 0;
}

/* Room for one number more of each part; the new ones are zero. */
#define ADD_PARTS(list, parts)                        \
	do {                                          \
		for (size_t i_ = 0; i_ < (parts); i_++) \
			*LIST_ADD(list) = 0;          \
	} while (0)

static uint32_t language_of(struct compare *c, struct str lang)
{
	uint32_t number = terms_add(&c->languages, lang) - 1;

	if (number * c->parts.count == c->sizes.count)
		ADD_PARTS(&c->sizes, c->parts.count);
	return number;
}

static size_t row_of(struct compare *c, struct strbuf *key, struct str lang,
		     struct str stem)
{
	size_t number;

	strbuf_clear(key);
	strbuf_add(key, lang);
	strbuf_add_char(key, '\t');
	strbuf_add(key, stem);
	number = terms_add(&c->keys, strbuf_view(key)) - 1;
	if (number == c->rows.count) {
		struct term_row *row = LIST_ADD(&c->rows);

		row->lang = str_copy(&c->arena, lang);
		row->stem = str_copy(&c->arena, stem);
		row->language = language_of(c, lang);
		ADD_PARTS(&c->counts, c->parts.count);
		ADD_PARTS(&c->documents, c->parts.count);
	}
	return number;
}

static void add_count(struct compare *c, size_t part, struct statement *st,
		      struct strbuf *key)
{
	int64_t number = statement_number(st, 3);
	uint64_t count = number > 0 ? (uint64_t)number : 0;
	struct str form = statement_text(st, 2);
	size_t index = row_of(c, key, statement_text(st, 0),
			      statement_text(st, 1));
	struct term_row *row = &c->rows.items[index];

	c->counts.items[index * c->parts.count + part] += count;
	c->documents.items[index * c->parts.count + part]++;
	c->sizes.items[row->language * c->parts.count + part] += count;
	if (count > row->form_count ||
	    (count == row->form_count && str_compare(form, row->form) < 0)) {
		row->form = str_copy(&c->arena, form);
		row->form_count = count;
	}
}

static int count_part(struct compare *c, size_t part, struct statement *st,
		      struct err *err)
{
	struct strbuf key = STRBUF_INIT;
	size_t found = 0;
	int rc;

	statement_bind(st, 1, c->parts.items[part]);
	query_bind(st, 2, c->settings->lang);
	while ((rc = statement_step(st, err)) > 0) {
		add_count(c, part, st, &key);
		found++;
	}
	strbuf_release(&key);
	if (rc == 0 && found == 0)
		rc = err_set(err, ERR_MISSING, "%s: no words of %s '%.*s'",
			     database_path(c->context->db),
			     fields[c->field].name,
			     STR_ARGS(c->parts.items[part]));
	return rc;
}

static int count_parts(struct compare *c, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, c->context->db, fields[c->field].counts,
				err);

	for (size_t i = 0; rc == 0 && i < c->parts.count; i++)
		rc = count_part(c, i, st, err);
	statement_close(st);
	return rc;
}

static bool is_wanted(const struct compare *c, size_t index,
		      struct languages *languages, struct words *words)
{
	const struct term_row *row = &c->rows.items[index];
	word_id form = words_add(words, row->form);
	uint64_t count = 0;

	for (size_t i = 0; i < c->parts.count; i++)
		count += c->counts.items[index * c->parts.count + i];
	if (count < c->settings->min_count)
		return false;
	if (!c->settings->numbers && words_kind(words, form) == KIND_NUMBER)
		return false;
	return c->settings->stopwords ||
	       !languages_is_stopword(languages, words_lang(words, row->lang),
				      form);
}

/* Choose the rows to print and compute what they are sorted by. */
static int choose_rows(struct compare *c, struct err *err)
{
	struct languages *languages = NULL;
	struct words words;
	const char *folder;
	int rc = lexicons_find(&folder, c->context->lexicons, err);

	words_init(&words);
	if (rc == 0)
		rc = languages_open(&languages, &words, folder, err);
	for (size_t i = 0; rc == 0 && i < c->rows.count; i++) {
		struct term_row *row = &c->rows.items[i];

		row->g2 = statistics_g2(
			&c->counts.items[i * c->parts.count],
			&c->sizes.items[row->language * c->parts.count],
			c->parts.count);
		if (is_wanted(c, i, languages, &words))
			*LIST_ADD(&c->order) = (uint32_t)i;
	}
	if (rc == 0)
		languages_close(languages);
	words_release(&words);
	return rc;
}

static int compare_rows(const void *left, const void *right, void *data)
{
	const struct compare *c = data;
	const struct term_row *a = &c->rows.items[*(const uint32_t *)left];
	const struct term_row *b = &c->rows.items[*(const uint32_t *)right];
	int order;

	if (a->g2 != b->g2)
		return a->g2 > b->g2 ? -1 : 1;
	order = str_compare(a->lang, b->lang);
	return order ? order : str_compare(a->stem, b->stem);
}

static void add_column(struct output_column *column, struct arena *arena,
		       const char *what, struct str part)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_addf(&name, "%s_%.*s", what, STR_ARGS(part));
	column->name = str_copy_z(arena, strbuf_view(&name));
	column->kind = OUTPUT_NUMBER;
	strbuf_release(&name);
}

static void name_columns(struct compare *c)
{
	size_t parts = c->parts.count, at = 0;
	struct output_column *columns =
		memory_get((3 * parts + 5) * sizeof *columns);

	columns[at++] = (struct output_column){ "term", OUTPUT_TEXT };
	columns[at++] = (struct output_column){ "lang", OUTPUT_TEXT };
	columns[at++] = (struct output_column){ "form", OUTPUT_TEXT };
	for (size_t i = 0; i < parts; i++) {
		struct str part = c->parts.items[i];

		add_column(&columns[at++], &c->arena, "count", part);
		add_column(&columns[at++], &c->arena, "permillion", part);
		add_column(&columns[at++], &c->arena, "documents", part);
	}
	columns[at++] = (struct output_column){ "g2", OUTPUT_NUMBER };
	if (parts == 2)
		columns[at++] = (struct output_column){ "log_ratio",
							OUTPUT_NUMBER };
	output_columns(c->context->out, columns, at);
	free(columns);
}

static void print_row(struct compare *c, size_t index)
{
	const struct term_row *row = &c->rows.items[index];
	size_t parts = c->parts.count;
	const uint64_t *counts = &c->counts.items[index * parts];
	const uint64_t *documents = &c->documents.items[index * parts];
	const uint64_t *sizes = &c->sizes.items[row->language * parts];
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

static void print_rows(struct compare *c)
{
	size_t limit = c->settings->limit ? c->settings->limit : SIZE_MAX;

	if (c->order.count > 0)
		qsort_r(c->order.items, c->order.count, sizeof *c->order.items,
			compare_rows, c);
	name_columns(c);
	for (size_t i = 0; i < c->order.count && i < limit; i++)
		print_row(c, c->order.items[i]);
}

static void release(struct compare *c)
{
	LIST_RELEASE(&c->parts);
	LIST_RELEASE(&c->rows);
	LIST_RELEASE(&c->counts);
	LIST_RELEASE(&c->documents);
	LIST_RELEASE(&c->sizes);
	LIST_RELEASE(&c->order);
	terms_release(&c->keys);
	terms_release(&c->languages);
	arena_release(&c->arena);
}

static int compare_run(const void *settings, struct query_context *context,
		       struct err *err)
{
	struct compare c = { .settings = settings, .context = context,
			     .arena = ARENA_INIT };
	int rc;

	terms_init(&c.keys);
	terms_init(&c.languages);
	if ((rc = find_field(&c, err)) == 0 &&
	    (rc = find_parts(&c, err)) == 0 &&
	    (rc = count_parts(&c, err)) == 0 &&
	    (rc = choose_rows(&c, err)) == 0)
		print_rows(&c);
	release(&c);
	return rc;
}

const struct query compare_query = {
	.program = {
		.name = "compare",
		.summary = "find words that one edition uses more than another",
		.arguments = "DATABASE [VALUE…]",
		.description =
"Compare the words of two or more parts of a corpus, as the editions 2023 and 2024: all parts, or those that are named. Words are counted by stem, each within its language, so that a corpus with more Russian in one year than in another does not seem to have changed its words. Page headers and footers are not counted.\n"
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
