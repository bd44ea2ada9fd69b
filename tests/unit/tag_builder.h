/* Runs the tag stage over a sentence and tells what it found. */
#ifndef TAG_BUILDER_H
#define TAG_BUILDER_H

#include "cases.h"
#include "doc_builder.h"

#include "knowledge_case.h"
#include "tag.h"

struct tag_state {            /* one for a whole test program */
	void *tagger;
	struct document doc;
};

static inline int tag_state_open(struct tag_state *state)
{
	static char settings[256];   /* all zero: the defaults */
	struct err err = ERR_INIT;
	struct stage_context context = { .program = "test",
					 .knowledge = &test_knowledge };

	if (tag_stage.program.settings_size > sizeof settings ||
	    open_knowledge(NULL) < 0)
		return -1;
	document_init(&state->doc, &test_words);
	return tag_stage.open(&state->tagger, settings, &context, &err);
}

static inline void tag_state_close(struct tag_state *state)
{
	tag_stage.close(state->tagger);
	document_release(&state->doc);
	close_knowledge(NULL);
}

/* A report of Kazakhstan, edition 2023, about 2022; paragraphs are parted by
 * " ## ", sentences by " // ". */
static inline void tag_state_run(struct tag_state *state, const char *lang,
				 const char *country, const char *text)
{
	struct err err = ERR_INIT;
	struct str rest = str_of(text);
	size_t from = 0;

	document_clear(&state->doc);
	document_set_meta(&state->doc, STR("country"), str_of(country));
	document_set_meta(&state->doc, STR("covers"), STR("2022"));
	document_set_meta(&state->doc, STR("edition"), STR("2023"));
	while (from < rest.len) {
		size_t end = str_find(rest, STR(" ## "), from);
		char *paragraph = str_copy_z(&state->doc.arena,
					     str_slice(rest, from, end));

		doc_add(&state->doc, test_knowledge.languages, lang, paragraph);
		from = end + 4;
	}
	assert_int_equal(tag_stage.document(state->tagger, &state->doc, &err),
			 0);
}

/* "surface type id-or-value; …" of all mentions, or "surface value; …" of those
 * of one type. */
static inline struct str tag_state_found(struct tag_state *state,
					 struct strbuf *out,
					 enum mention_type only)
{
	for (size_t i = 0; i < state->doc.mentions.count; i++) {
		const struct mention *m = &state->doc.mentions.items[i];

		if (only < MENTION_TYPES && m->type != only)
			continue;
		if (out->len > 0)
			strbuf_add_z(out, "; ");
		strbuf_add(out, extent_text(&state->doc, m->where));
		strbuf_add_char(out, ' ');
		if (only == MENTION_TYPES) {
			strbuf_add(out, mention_types_name(&test_words.types,
							   m->type));
			strbuf_add_char(out, ' ');
		}
		strbuf_add(out, m->value.len > 0 ? m->value : m->id);
	}
	return strbuf_view(out);
}

/* That of the test program, opened before its first test and closed behind its
 * last. */
static struct tag_state state;

static inline int open_state(void **unused)
{
	(void)unused;
	return tag_state_open(&state);
}

static inline int close_state(void **unused)
{
	(void)unused;
	tag_state_close(&state);
	return 0;
}

#endif
