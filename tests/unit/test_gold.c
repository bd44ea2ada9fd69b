/* Names in texts in three languages, in which all are marked:
 * [[surface|type|id]]. By type and for all, so many must be right; and of two
 * mentions in a text, whether they are one. 300 short texts of hard names, and
 * 48 parts of reports on many countries, each some paragraphs. */
#include "cases.h"

#include "mend.h"
#include "read.h"
#include "stage.h"
#include "stem.h"
#include "table.h"
#include "tag.h"
#include "tokenize.h"

#include <stdio.h>

enum { STAGES = 5 };

static const struct stage *const stages[STAGES] = {
	&read_stage, &mend_stage, &tokenize_stage, &stem_stage, &tag_stage
};

struct marked {               /* a mention that there should be */
	size_t start, end;    /* bytes in the text */
	struct str type, id;
	struct str found;     /* the id that it has, or empty */
};

struct tally { size_t gold, system, right; };

static struct gold {
	struct chain chain;
	struct strbuf text;
	LIST(struct marked) marked;
	struct tally all, of[MENTION_TYPES], one;
	size_t texts;
} gold;

/* Of F1 in hundredths, a point less than what was measured. */
static struct gold_case {
	const char *name, *files[4];
	size_t texts, all, one;
} cases[] = {
	{ "hard names", { "en", "ru", "kk", NULL }, 300, 87, 97 },
	{ "reports", { "reports", NULL }, 48, 94, 97 },
};

static void be_silent(void *data, const struct err *err)
{
	(void)data;
	(void)err;
}

/* "[[surface|type|id]]" at `at`: the text gets the surface alone. */
static size_t read_mark(struct str marked, size_t at)
{
	size_t close = str_find(marked, STR("]]"), at);
	struct str inner = str_slice(marked, at + 2, close), surface, type;
	struct marked *m = LIST_ADD(&gold.marked);

	str_split(&inner, '|', &surface);
	str_split(&inner, '|', &type);
	m->start = gold.text.len;
	strbuf_add(&gold.text, surface);
	m->end = gold.text.len;
	m->type = type;
	m->id = inner;
	return close + 2;
}

/* Add a text; of several each is a paragraph. */
static void read_marks(struct str marked)
{
	size_t at = 0;

	if (gold.text.len > 0)
		strbuf_add_z(&gold.text, "\n\n");
	while (at < marked.len) {
		size_t open = str_find(marked, STR("[["), at);

		strbuf_add(&gold.text, str_slice(marked, at, open));
		at = open < marked.len ? read_mark(marked, open) : open;
	}
}

static void run_stages(struct str country)
{
	struct document *doc = &gold.chain.doc;
	struct err err = ERR_INIT;

	document_clear(doc);
	doc->id = STR("d");
	doc->raw = strbuf_view(&gold.text);
	document_set_meta(doc, STR("source"), STR("d.txt"));
	document_set_meta(doc, STR("country"), country);
	if (chain_run(&gold.chain, &err) < 0)
		fail_msg("%s", err.text);
}

static struct marked *find_marked(size_t start, size_t end)
{
	for (size_t i = 0; i < gold.marked.count; i++)
		if (gold.marked.items[i].start == start &&
		    gold.marked.items[i].end == end)
			return &gold.marked.items[i];
	return NULL;
}

static void count_found(const struct mention *m)
{
	const struct document *doc = &gold.chain.doc;
	const struct token *first = &doc->tokens.items[m->where.first];
	const struct sentence *s = &doc->sentences.items[m->where.sentence];
	const struct paragraph *par = &doc->paragraphs.items[s->paragraph];
	struct str type = mention_types_name(&doc->words->types, m->type);
	struct marked *marked = NULL;
	size_t start, end;

	if (paragraph_source(doc, par, first->start, mention_end(doc, m),
			     &start, &end))
		marked = find_marked(start, end);
	gold.all.system++;
	gold.of[m->type].system++;
	if (!marked)
		return;
	marked->found = m->id;
	if (str_equal(marked->type, type)) {
		gold.all.right++;
		gold.of[m->type].right++;
	}
}

/* Pairs of mentions that have one id. */
static void count_pairs(void)
{
	for (size_t i = 0; i < gold.marked.count; i++)
		for (size_t k = 0; k < i; k++) {
			const struct marked *a = &gold.marked.items[i];
			const struct marked *b = &gold.marked.items[k];
			bool same = str_equal(a->id, b->id), found;

			if (!a->found.len || !b->found.len ||
			    str_equal(a->id, STR("*")))
				continue;
			found = str_equal(a->found, b->found);
			gold.one.gold += same;
			gold.one.system += found;
			gold.one.right += same && found;
		}
}

static void check_text(struct str country)
{
	const struct document *doc = &gold.chain.doc;
	enum mention_type type;

	run_stages(country);
	gold.texts++;
	for (size_t i = 0; i < gold.marked.count; i++) {
		assert_true(mention_types_find(&doc->words->types,
					       gold.marked.items[i].type,
					       &type));
		gold.all.gold++;
		gold.of[type].gold++;
	}
	for (size_t i = 0; i < doc->mentions.count; i++)
		if (!mention_type_has_value(doc->mentions.items[i].type))
			count_found(&doc->mentions.items[i]);
	count_pairs();
}

static size_t f1_of(const struct tally *tally)
{
	size_t sum = tally->gold + tally->system;

	return sum ? 200 * tally->right / sum : 100;
}

static void print_tally(const char *name, const struct tally *tally)
{
	if (tally->gold)
		printf("%-12s gold %4zu  found %4zu  right %4zu  F1 %zu %%\n",
		       name, tally->gold, tally->system, tally->right,
		       f1_of(tally));
}

static bool is_same_text(const struct table *table, size_t row)
{
	struct str kind = table_named_cell(table, row, "kind");

	return row + 1 < table->row_count && str_has_prefix(kind, STR("report_"))
	       && str_equal(kind, table_named_cell(table, row + 1, "kind"));
}

/* Rows of one report, as their kind says, stand one behind the other. */
static void check_file(const char *name)
{
	struct err err = ERR_INIT;
	struct table table;
	char path[512];

	snprintf(path, sizeof path, "%s/tests/gold/%s.tsv", ESEP_SOURCE_DIR,
		 name);
	assert_int_equal(table_load(&table, path, "kind country text", &err),
			 0);
	for (size_t row = 0; row < table.row_count; row++) {
		read_marks(table_named_cell(&table, row, "text"));
		if (is_same_text(&table, row))
			continue;
		check_text(table_named_cell(&table, row, "country"));
		strbuf_clear(&gold.text);
		LIST_CLEAR(&gold.marked);
	}
	table_release(&table);
}

static void names_are_found(void **state)
{
	const struct gold_case *one = *state;

	memset(gold.of, 0, sizeof gold.of);
	gold.all = gold.one = (struct tally){ 0, 0, 0 };
	gold.texts = 0;
	for (size_t i = 0; one->files[i]; i++)
		check_file(one->files[i]);
	print_tally("all", &gold.all);
	for (unsigned type = 0; type < MENTION_TYPES; type++)
		print_tally(mention_types_name(&gold.chain.words.types,
					       (enum mention_type)type).data,
			    &gold.of[type]);
	print_tally("pairs", &gold.one);
	assert_int_equal(gold.texts, one->texts);
	assert_true(f1_of(&gold.all) >= one->all);
	assert_true(f1_of(&gold.one) >= one->one);
}

static int open_stages(void **state)
{
	static const char none[256];
	void *settings[STAGES];
	struct stage_context context = { .program = "gold", .warn = be_silent,
					 .max_document = DOCUMENT_LIMIT };
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < STAGES; i++)
		settings[i] = (void *)(uintptr_t)none;
	return chain_open(&gold.chain, stages, STAGES, settings, NULL,
			  &context, &err);
}

static int close_stages(void **state)
{
	(void)state;
	chain_close(&gold.chain);
	strbuf_release(&gold.text);
	LIST_RELEASE(&gold.marked);
	return 0;
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		tests[i] = CASE(cases[i], names_are_found);

	return cmocka_run_group_tests(tests, open_stages, close_stages);
}
