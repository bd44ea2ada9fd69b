#include "load.h"

#include "deflate.h"
#include "store.h"
#include "stream.h"
#include "versions.h"

#include <stdio.h>
#include <stdlib.h>

struct load_settings {
	const char *output;
	bool replace;
};

struct load_state {
	const struct load_settings *settings;
	const char *program;
	struct database *db;
	struct store store;
	struct statement *find;
	struct strbuf stream, packed;
	size_t added, replaced, unchanged, refused;
};

/* The document of the same id that the database has. */
struct earlier {
	int64_t id;      /* 0: none */
	bool same;       /* nothing of it would change */
	bool same_file;  /* by name or by content */
	char source[256];
};

static const struct program_option options[] = {
	{ 'o', "output", OPT_STRING, offsetof(struct load_settings, output),
	  "DATABASE", "the database, made if it is not there (with esep run: "
	  "corpus.db, unless told)" },
	{ 0, "replace", OPT_FLAG, offsetof(struct load_settings, replace),
	  NULL, "replace a document by one of the same id from another file" },
	{ .name = NULL }
};

static const char find_sql[] =
	"SELECT document.id, source, sha256, tokenizer, stemmer, name_key, "
	"conllu FROM document LEFT JOIN document_stream "
	"ON document_stream.document = document.id WHERE name = ?1";

static void load_close(void *state)
{
	struct load_state *load = state;

	if (!load)
		return;
	statement_close(load->find);
	store_close(&load->store);
	database_close(load->db);
	strbuf_release(&load->stream);
	strbuf_release(&load->packed);
	free(load);
}

static int load_open(void **state, const void *settings,
		     const struct stage_context *context, struct err *err)
{
	const struct load_settings *chosen = settings;
	struct load_state *load;
	int rc;

	*state = NULL;
	if (!chosen->output)
		return err_set(err, ERR_USAGE,
			       "name the database: --output DATABASE");
	load = memory_get(sizeof *load);
	*load = (struct load_state){ .settings = chosen,
				     .program = context->program };
	rc = database_open(&load->db, chosen->output, DATABASE_WRITE, err);
	if (rc == 0)
		rc = statement_open(&load->find, load->db, find_sql, err);
	if (rc == 0)
		rc = store_open(&load->store, load->db,
				context->knowledge->lexicons, err);
	if (rc < 0) {
		statement_close(load->find);
		database_close(load->db);
		free(load);
		return rc;
	}
	*state = load;
	return 0;
}

static int find_earlier(struct load_state *load, const struct document *doc,
			struct earlier *earlier, struct err *err)
{
	struct statement *st = load->find;
	struct str source = document_meta(doc, STR("source"));
	struct str sha256 = document_meta(doc, STR("sha256"));
	int rc;

	*earlier = (struct earlier){ 0 };
	statement_bind(st, 1, doc->id);
	if ((rc = statement_step(st, err)) <= 0)
		return rc;
	earlier->id = statement_number(st, 0);
	earlier->same_file = str_equal(statement_text(st, 1), source) ||
			     str_equal(statement_text(st, 2), sha256);
	earlier->same = statement_number(st, 3) == TOKENIZER_VERSION &&
			statement_number(st, 4) == STEMMER_VERSION &&
			statement_number(st, 5) == KEY_VERSION &&
			str_equal(statement_text(st, 6),
				  strbuf_view(&load->packed));
	snprintf(earlier->source, sizeof earlier->source, "%.*s",
		 STR_ARGS(statement_text(st, 1)));
	statement_reset(st);
	return 0;
}

static int check_document(const struct document *doc, struct err *err)
{
	if (doc->id.len == 0)
		return err_set(err, ERR_FORMAT, "a document has no id");
	if (doc->paragraphs.count > 0 && doc->sentences.count == 0)
		return err_set(err, ERR_FORMAT, "'%.*s' has no sentences: "
			       "esep-tokenize makes them", STR_ARGS(doc->id));
	return 0;
}

/* What happens between begin and commit. */
static int put_document(struct load_state *load, const struct document *doc,
			const struct earlier *earlier, struct err *err)
{
	int rc = 0;

	if (earlier->id && !earlier->same_file && !load->settings->replace)
		return err_set(err, ERR_DATABASE,
			       "%s: '%.*s' is there already, from %s; give one "
			       "of them another id, or --replace",
			       database_path(load->db), STR_ARGS(doc->id),
			       earlier->source);
	if (earlier->id)
		rc = store_remove(&load->store, earlier->id, err);
	if (rc == 0)
		rc = store_document(&load->store, doc,
				    strbuf_view(&load->packed), err);
	if (rc == 0)
		rc = store_entities(&load->store, err);
	return rc;
}

static int load_in_transaction(struct load_state *load,
			       const struct document *doc, struct err *err)
{
	struct earlier earlier;
	int rc = database_begin(load->db, err);

	if (rc < 0)
		return rc;
	rc = find_earlier(load, doc, &earlier, err);
	if (rc == 0 && earlier.id && earlier.same) {
		database_rollback(load->db);
		load->unchanged++;
		return 0;
	}
	if (rc == 0)
		rc = put_document(load, doc, &earlier, err);
	if (rc == 0)
		rc = database_commit(load->db, err);
	if (rc < 0) {
		database_rollback(load->db);
		store_forget(&load->store);
		return rc;
	}
	if (earlier.id)
		load->replaced++;
	else
		load->added++;
	return 0;
}

static int load_document(void *state, struct document *doc, struct err *err)
{
	struct load_state *load = state;
	uint64_t values = 0;
	int rc = check_document(doc, err);

	if (rc == 0) {
		strbuf_clear(&load->stream);
		strbuf_clear(&load->packed);
		stream_write(&load->stream, doc, &values);
		deflate_add(&load->packed, strbuf_view(&load->stream));
		rc = load_in_transaction(load, doc, err);
	}
	load->refused += rc < 0;
	return rc;
}

static int load_finish(void *state, struct err *err)
{
	const struct load_state *load = state;

	(void)err;
	fprintf(stderr, "%s: %s: %zu added, %zu replaced, %zu unchanged",
		load->program, load->settings->output, load->added,
		load->replaced, load->unchanged);
	if (load->refused > 0)
		fprintf(stderr, ", %zu refused", load->refused);
	fputc('\n', stderr);
	return 0;
}

const struct stage load_stage = {
	.program = {
		.name = "load",
		.summary = "write documents into a database",
		.arguments = "-o DATABASE [FILE…]",
		.description =
"Write a stream into a SQLite database, which is made if it is not there. Any SQLite client can open the database; its tables (document, section, paragraph, sentence, term, entity, alias, mention, incident, quotation, footnote, score, link) have a comment on each column, which '.schema' of the program sqlite3 shows, and views (v_sentences, v_mentions, v_incidents, v_quotations, v_footnotes, v_terms, v_scores) answer common questions. Every row leads to a sentence, its paragraph, and the page and line of the source.\n"
"\n"
"Each document is one transaction: whatever happens, the database holds it whole or not at all, and what was loaded before stays. Loading a document again that has not changed does nothing. One whose file has changed, or that the stages now see differently, takes the place of the old one. A document of the same id from another file with other content is refused, so that nothing is lost by a name used twice; --replace lets it in.\n"
"\n"
"The stream itself is kept in the database, compressed: 'esep export --format conllu' writes it again.",
		.examples =
"  esep-read reports/ | esep-mend | esep-tokenize | esep-stem | esep-tag | esep-trace | esep-load -o corpus.db\n"
"      all stages, one after the other\n"
"  esep run -o corpus.db reports/\n"
"      the same in one process\n"
"  sqlite3 corpus.db \"SELECT snippet(paragraph_text, 0, '[', ']', '…', 12) FROM paragraph_text WHERE paragraph_text MATCH 'censorship'\"\n"
"      search the text as written, without esep\n",
		.options = options,
		.settings_size = sizeof(struct load_settings),
	},
	.role = STAGE_SINK,
	.open = load_open,
	.document = load_document,
	.finish = load_finish,
	.close = load_close,
};
