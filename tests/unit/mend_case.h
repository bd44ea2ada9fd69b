/* Documents that `mend` mends: a line of the source is a paragraph. */
#ifndef ESEP_TEST_MEND_CASE_H
#define ESEP_TEST_MEND_CASE_H

#include "knowledge_case.h"

#include "mend.h"

#define VIBE "Vibrant Information Barometer\n\n"

/* `source`: a line is a paragraph, blank lines are gaps. `mended`: the
 * paragraphs as "kind section lines: text|". */
struct mend_case { const char *name, *source, *mended; };

static void *mend_state;

static inline void build(struct document *doc, const char *source)
{
	struct str rest = str_of(source), line;
	uint32_t number = 0, gap = 0;

	doc->source_text = str_copy(&doc->arena, rest);
	rest = doc->source_text;
	while (str_split(&rest, '\n', &line)) {
		struct paragraph *par;

		number++;
		gap++;
		if (line.len == 0)
			continue;
		par = LIST_ADD(&doc->paragraphs);
		par->text = line;
		par->first_line = par->last_line = number;
		par->gap = gap - 1;
		par->first_run = doc->runs.count;
		par->run_count = 1;
		*LIST_ADD(&doc->runs) = (struct run){
			.source = (size_t)(line.data - doc->source_text.data),
			.len = (uint32_t)line.len,
			.source_len = (uint32_t)line.len
		};
		gap = 0;
	}
}

static inline void check_runs(const struct document *doc, const struct paragraph *par)
{
	for (size_t i = 0; i < par->run_count; i++) {
		const struct run *run = &doc->runs.items[par->first_run + i];

		assert_true(run->text + run->len <= par->text.len);
		if (run->changed)
			continue;
		assert_int_equal(run->len, run->source_len);
		assert_memory_equal(par->text.data + run->text,
				    doc->source_text.data + run->source,
				    run->len);
	}
}

static inline void print(struct strbuf *out, const struct document *doc)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];
		struct str section = par->section;

		check_runs(doc, par);
		strbuf_addf(out, "%.*s %.*s %u-%u: %.*s|",
			    STR_ARGS(paragraph_kind_name(par->kind)),
			    STR_ARGS(section.len > 0 ? section : STR("-")),
			    par->first_line, par->last_line,
			    STR_ARGS(par->text));
	}
}

static inline void mend(struct document *doc, struct words *words, const char *source)
{
	struct err err = ERR_INIT;

	words_init(words);
	document_init(doc, words);
	build(doc, source);
	assert_int_equal(mend_stage.document(mend_state, doc, &err), 0);
}

static inline void mends_it(void **state)
{
	const struct mend_case *one = *state;
	struct strbuf out = STRBUF_INIT;
	struct document doc;
	struct words words;

	mend(&doc, &words, one->source);
	print(&out, &doc);
	assert_string_equal(out.data, one->mended);
	strbuf_release(&out);
	document_release(&doc);
	words_release(&words);
}
static inline int open_mend(void **state)
{
	struct stage_context context = { .program = "test",
					 .knowledge = &test_knowledge };
	struct err err = ERR_INIT;

	return open_knowledge(state) < 0 ||
	       mend_stage.open(&mend_state, NULL, &context, &err) < 0;
}

static inline int close_mend(void **state)
{
	mend_stage.close(mend_state);
	return close_knowledge(state);
}

#endif
