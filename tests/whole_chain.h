/* A text through all stages: in one process, as `esep run` takes it, and with
 * a stream written and read between any two, as a pipe of programs does; then
 * into a database and out of it. For a unit test and a fuzz target. */
#ifndef WHOLE_CHAIN_H
#define WHOLE_CHAIN_H

#include "database.h"
#include "format.h"
#include "load.h"
#include "mend.h"
#include "read.h"
#include "stem.h"
#include "stored.h"
#include "stream.h"
#include "tag.h"
#include "tokenize.h"
#include "trace.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { WHOLE_STAGES = 6, WHOLE_STREAM_MAX = 1 << 26 };

static const struct stage *const whole_stages[WHOLE_STAGES] = {
	&read_stage, &mend_stage, &tokenize_stage, &stem_stage, &tag_stage,
	&trace_stage
};

struct whole {
	struct chain run;                  /* all stages in one process */
	struct chain pipe[WHOLE_STAGES];   /* one stage each */
	struct chain copy;                 /* none: it reads and writes */
	struct load_settings settings;
	void *load;
	struct database *db;
	struct statement *texts;           /* what the database holds */
	struct stored stored;
	struct strbuf once, piped, again;  /* streams */
	char folder[32], path[48];
	struct err err;
};

static inline void whole_be_silent(void *data, const struct err *err)
{
	(void)data;
	(void)err;
}

/* Every text of every table. */
static inline int whole_ask_texts(struct whole *w)
{
	struct strbuf sql = STRBUF_INIT;
	struct statement *columns;
	int rc = statement_open(&columns, w->db,
		"SELECT 'SELECT \"' || c.name || '\" FROM \"' || t.name || '\"' "
		"FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
		"WHERE t.type = 'table' AND c.type = 'TEXT'", &w->err);

	while (rc == 0 && (rc = statement_step(columns, &w->err)) > 0) {
		if (sql.len > 0)
			strbuf_add_z(&sql, " UNION ALL ");
		strbuf_add(&sql, statement_text(columns, 0));
		rc = 0;
	}
	statement_close(columns);
	if (rc == 0)
		rc = statement_open(&w->texts, w->db, sql.data, &w->err);
	strbuf_release(&sql);
	return rc;
}

static inline int whole_open_database(struct whole *w,
				      struct stage_context *context)
{
	int rc;

	snprintf(w->folder, sizeof w->folder, "/tmp/esep-whole-XXXXXX");
	if (!mkdtemp(w->folder))
		return err_set(&w->err, ERR_SYSTEM, "no folder in /tmp");
	snprintf(w->path, sizeof w->path, "%s/t.db", w->folder);
	w->settings.output = w->path;
	context->knowledge = &w->run.knowledge;
	rc = load_stage.open(&w->load, &w->settings, context, &w->err);
	if (rc == 0)
		rc = database_open(&w->db, w->path, DATABASE_READ, &w->err);
	if (rc == 0)
		rc = stored_open(&w->stored, w->db, WHOLE_STREAM_MAX, &w->err);
	return rc == 0 ? whole_ask_texts(w) : rc;
}

/* errors: of the stages, in w->err */
static inline int whole_open(struct whole *w)
{
	static const char none[256]; /* no settings */
	void *settings[WHOLE_STAGES];
	struct stage_context context = {
		.program = "whole", .warn = whole_be_silent,
		.max_document = DOCUMENT_LIMIT
	};
	int rc;

	*w = (struct whole){ .load = NULL };
	for (size_t i = 0; i < WHOLE_STAGES; i++)
		settings[i] = (void *)(uintptr_t)none;
	rc = chain_open(&w->run, whole_stages, WHOLE_STAGES, settings, NULL,
			&context, &w->err);
	for (size_t i = 0; rc == 0 && i < WHOLE_STAGES; i++)
		rc = chain_open(&w->pipe[i], &whole_stages[i], 1, settings,
				NULL, &context, &w->err);
	if (rc == 0)
		rc = chain_open(&w->copy, NULL, 0, NULL, NULL, &context,
				&w->err);
	return rc == 0 ? whole_open_database(w, &context) : rc;
}

static inline void whole_close(struct whole *w)
{
	statement_close(w->texts);
	stored_close(&w->stored);
	database_close(w->db);
	load_stage.close(w->load);
	unlink(w->path);
	rmdir(w->folder);
	for (size_t i = 0; i < WHOLE_STAGES; i++)
		chain_close(&w->pipe[i]);
	chain_close(&w->run);
	chain_close(&w->copy);
	strbuf_release(&w->once);
	strbuf_release(&w->piped);
	strbuf_release(&w->again);
}

static inline int whole_run(struct chain *chain, struct str raw,
			    struct strbuf *out, struct err *err)
{
	uint64_t values = 0;
	int rc;

	document_clear(&chain->doc);
	chain->doc.id = STR("d");
	chain->doc.raw = raw;
	document_set_meta(&chain->doc, STR("source"), STR("d.txt"));
	rc = chain_run(chain, err);
	strbuf_clear(out);
	if (rc == 0)
		stream_write(out, &chain->doc, &values);
	return rc;
}

/* The one document of a stream through a chain; `in` and `out` may be the
 * same. */
static inline int whole_filter(struct chain *chain, struct strbuf *in,
			       struct strbuf *out, struct err *err)
{
	FILE *file = fmemopen(in->data, in->len, "rb");
	struct stream_reader *reader = stream_reader_new(file, "stream",
							 WHOLE_STREAM_MAX);
	uint64_t values = 0;
	int rc = stream_read(reader, &chain->doc, err);

	if (rc >= 0)
		rc = chain_run(chain, err);
	stream_reader_free(reader);
	fclose(file);
	strbuf_clear(out);
	if (rc == 0)
		stream_write(out, &chain->doc, &values);
	return rc;
}

static inline bool whole_is_edge(struct str text, size_t at)
{
	return at == text.len || (at < text.len &&
				  (text.data[at] & 0xc0) != 0x80);
}

static inline bool whole_edges_fit(const struct document *doc)
{
	for (size_t i = 0; i < doc->sentences.count; i++) {
		const struct sentence *s = &doc->sentences.items[i];
		struct str text = doc->paragraphs.items[s->paragraph].text;
		const struct token *token = &doc->tokens.items[s->first_token];

		if (!whole_is_edge(text, s->start) ||
		    !whole_is_edge(text, s->end))
			return false;
		for (size_t t = 0; t < s->token_count; t++, token++)
			if (!whole_is_edge(text, token->start) ||
			    !whole_is_edge(text, token->end))
				return false;
	}
	return true;
}

static inline bool whole_texts_are_valid(struct whole *w)
{
	bool valid = true;
	int rc;

	while ((rc = statement_step(w->texts, &w->err)) > 0) {
		struct str text = statement_text(w->texts, 0);

		valid = valid && utf8_valid_until(text) == text.len;
	}
	return valid && rc == 0;
}

/* What the database gives back is the stream. */
static inline bool whole_is_kept(struct whole *w)
{
	uint64_t values = 0;
	int64_t document;

	strbuf_clear(&w->again);
	stored_forget(&w->stored);
	if (database_ask(w->db, "SELECT id FROM document", &document,
			 &w->err) < 0 ||
	    stored_read(&w->stored, document, &w->err) < 0)
		return false;
	stream_write(&w->again, &w->stored.doc, &values);
	return str_equal(strbuf_view(&w->again), strbuf_view(&w->once)) &&
	       str_equal(w->stored.doc.source_text, w->run.doc.source_text);
}

static inline const char *whole_check_database(struct whole *w)
{
	if (load_stage.document(w->load, &w->run.doc, &w->err) < 0)
		return "load refuses what trace wrote";
	load_commit(w->load);
	if (!whole_texts_are_valid(w))
		return "a text of the database is not valid UTF-8";
	return whole_is_kept(w) ? NULL
				: "the database gives another stream back";
}

static inline const char *whole_check_pipe(struct whole *w, struct str raw)
{
	if (whole_run(&w->pipe[0], raw, &w->piped, &w->err) < 0)
		return "read refuses in the pipe what it takes in the run";
	for (size_t i = 1; i < WHOLE_STAGES; i++)
		if (whole_filter(&w->pipe[i], &w->piped, &w->piped,
				 &w->err) < 0)
			return "a stage refuses what the one before wrote";
	if (!str_equal(strbuf_view(&w->piped), strbuf_view(&w->once)))
		return "pipe and run differ";
	if (whole_filter(&w->copy, &w->once, &w->again, &w->err) < 0)
		return "what was written cannot be read";
	if (!str_equal(strbuf_view(&w->again), strbuf_view(&w->once)))
		return "read again it is written otherwise";
	return NULL;
}

/* What does not hold for a file of these bytes, or NULL; w->err may say more.
 * Files that `read` refuses, and PDFs, which another program reads, hold
 * nothing. */
static inline const char *whole_check(struct whole *w, struct str raw)
{
	const char *fault = NULL;

	w->err = (struct err)ERR_INIT;
	if (format_find(raw) == FORMAT_PDF ||
	    whole_run(&w->run, raw, &w->once, &w->err) < 0)
		return NULL;
	if (utf8_valid_until(strbuf_view(&w->once)) < w->once.len)
		fault = "the stream is not valid UTF-8";
	else if (!whole_edges_fit(&w->run.doc))
		fault = "a word or sentence ends inside a character";
	if (!fault)
		fault = whole_check_pipe(w, raw);
	if (!fault)
		fault = whole_check_database(w);
	words_trim(&w->run.words);
	words_trim(&w->copy.words);
	for (size_t i = 0; i < WHOLE_STAGES; i++)
		words_trim(&w->pipe[i].words);
	return fault;
}

#endif
