#include "load.h"

#include "batch.h"
#include "corrector.h"
#include "document_stages.h"
#include "earlier.h"
#include "recorrect.h"
#include "store.h"

#include <stdio.h>
#include <stdlib.h>

struct load_state {
	const struct load_settings *settings;
	struct stage_context context;
	struct database *db;
	struct store store;
	struct corrector corrector;
	struct earlier_finder finder;
	struct earlier earlier; /* of the document at hand */
	struct batch batch;
	size_t refused;
	int64_t pages;          /* of the database, before */
};

static const struct program_option options[] = {
	{ 'o', "output", OPT_STRING, offsetof(struct load_settings, output),
	  "DATABASE", "the database, made if it is not there (with esep run: "
	  "corpus.db, unless told)",
	  VALUE_DATABASE, NULL },
	{ 0, "replace", OPT_FLAG, offsetof(struct load_settings, replace),
	  NULL, "replace a document by one of the same id from another file",
	  VALUE_ANY, NULL },
	{ 0, "corrections", OPT_STRING,
	  offsetof(struct load_settings, corrections), "FILE",
	  "take the corrections of a file, and no others (default: of "
	  "corrections.tsv beside the reports, and those that the database "
	  "keeps)",
	  VALUE_FILE, NULL },
	{ .name = NULL }
};

static void load_close(void *state)
{
	struct load_state *load = state;

	if (!load)
		return;
	batch_stop(&load->batch);
	strbuf_release(&load->earlier.source);
	earlier_close(&load->finder);
	store_close(&load->store);
	corrector_close(&load->corrector);
	database_close(load->db);
	free(load);
}

static void tell_lost(void *data, struct str id, const struct err *err)
{
	struct load_state *load = data;
	struct err copy = *err;

	load->refused++;
	err_wrap(&copy, copy.code, "'%.*s' is not loaded", STR_ARGS(id));
	load->context.warn(load->context.data, &copy);
}

static int look_again(void *data, struct err *err)
{
	struct load_state *load = data;

	return store_look_again(&load->store, err);
}

static int settle(void *data, struct err *err)
{
	struct load_state *load = data;

	return store_settle(&load->store, err);
}

static void forget(void *data)
{
	struct load_state *load = data;

	store_rolled_back(&load->store);
	corrector_forget(&load->corrector);
}

static int open_parts(struct load_state *load, struct err *err)
{
	int rc = database_open(&load->db, load->settings->output,
			       DATABASE_WRITE, err);

	if (rc == 0)
		rc = database_pages(load->db, &load->pages, err);
	if (rc == 0)
		rc = store_open(&load->store, load->db,
				load->context.knowledge,
				load->context.max_document, err);
	if (rc == 0)
		rc = corrector_open(&load->corrector, load->db, load->settings,
				    &load->context, err);
	load->store.corrector = &load->corrector;
	load->store.corrections = &load->corrector.set;
	if (rc == 0)
		rc = earlier_open(&load->finder, load->db, err);
	if (rc == 0)
		rc = batch_start(&load->batch, load->db, err);
	load->batch.opened = look_again;
	load->batch.settle = settle;
	load->batch.undone = forget;
	load->batch.lost = tell_lost;
	load->batch.data = load;
	return rc;
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
	memset(load, 0, sizeof *load);
	load->settings = chosen;
	load->context = *context;
	rc = open_parts(load, err);
	if (rc < 0)
		load_close(load);
	else
		*state = load;
	return rc;
}

static int check_document(const struct document *doc, struct err *err)
{
	if (doc->id.len == 0)
		return err_set(err, ERR_FORMAT, "a document has no id");
	return 0;
}

/* What happens to a document in its savepoint. */
static int put_document(struct load_state *load, struct document *doc,
			enum outcome *outcome, struct err *err)
{
	struct earlier *earlier = &load->earlier;
	int rc = earlier_find(&load->finder, doc, earlier, err);

	store_begin(&load->store);
	*outcome = earlier->is_same ? OUTCOME_UNCHANGED
		   : earlier->id    ? OUTCOME_REPLACED : OUTCOME_ADDED;
	if (rc == 0 && earlier->is_same &&
	    (rc = store_set_production(&load->store, earlier->id,
				       &doc->production, err)) == 0)
		return earlier_set_made(&load->finder, earlier->id, doc->made,
					err);
	if (rc < 0)
		return rc;
	if (earlier->id && !earlier->is_same_file && !load->settings->replace)
		return err_set(err, ERR_DATABASE,
			       "%s: '%.*s' is there already, from %s%s",
			       database_path(load->db), STR_ARGS(doc->id),
			       earlier->source.len > 0 ? earlier->source.data
						       : "a stream",
			       load->settings->is_merge ? ""
			       : "; give one of them another id, or --replace");
	if (earlier->id)
		rc = store_remove(&load->store, earlier->id, err);
	load->store.corrected = corrections_apply(&load->corrector.set, doc);
	if (rc == 0)
		rc = store_document(&load->store, doc,
				    strbuf_view(&load->finder.packed), err);
	if (rc < 0)
		store_undo(&load->store);
	return rc;
}

/* Those that come with the document are kept before it is. */
static int take_corrections(struct load_state *load,
			    const struct document *doc, struct err *err)
{
	int rc;

	if (load->corrector.is_written &&
	    !corrector_may_find(&load->corrector, doc))
		return 0;
	if ((rc = batch_begin(&load->batch, 0, err)) < 0)
		return rc;
	corrector_look(&load->corrector, doc);
	rc = corrector_write(&load->corrector, err);
	return batch_end(&load->batch, doc->id, OUTCOMES, rc, err);
}

static int load_knows(void *state, const struct document *doc, bool *known,
		      struct err *err)
{
	struct load_state *load = state;
	int rc;

	*known = false;
	if (doc->made.len == 0)
		return 0;
	if ((rc = take_corrections(load, doc, err)) < 0)
		return rc;
	if ((rc = batch_begin(&load->batch, 0, err)) < 0)
		return rc;
	rc = earlier_is_made(&load->finder, doc, known, err);
	return batch_end(&load->batch, doc->id,
			 *known ? OUTCOME_UNCHANGED : OUTCOMES, rc, err);
}

static int load_document(void *state, struct document *doc, struct err *err)
{
	struct load_state *load = state;
	enum outcome outcome;
	int rc = check_document(doc, err);

	if (rc == 0)
		rc = take_corrections(load, doc, err);
	if (rc == 0 &&
	    (rc = batch_begin(&load->batch, doc->source_text.len, err)) == 0) {
		rc = put_document(load, doc, &outcome, err);
		rc = batch_end(&load->batch, doc->id, outcome, rc, err);
	}
	load->refused += rc < 0;
	return rc;
}

void load_commit(void *state)
{
	struct load_state *load = state;

	batch_commit(&load->batch);
}

/* What is mostly new is put in order once, when all is there. */
static int make_small(struct load_state *load, struct err *err)
{
	int64_t pages = 0;
	int rc = database_pages(load->db, &pages, err);

	if (rc < 0)
		return rc;
	return pages >= 2 * load->pages
		? database_optimize(load->db, err)
		: database_shrink(load->db, load->pages, err);
}

static void tell_failed(void *data, const struct err *err)
{
	struct load_state *load = data;

	load->context.warn(load->context.data, err);
}

static int show_corrected(struct load_state *load, struct err *err)
{
	const struct document none = { .id = STR_NONE };
	int rc = take_corrections(load, &none, err);

	load_commit(load);
	if (rc == 0)
		rc = recorrect_all(&load->store, &load->corrector,
				   &load->batch, tell_failed, load, err);
	load_commit(load);
	return rc;
}

static int load_finish(void *state, struct err *err)
{
	struct load_state *load = state;
	const size_t *kept = load->batch.kept;
	int rc;

	rc = show_corrected(load, err);
	if (rc == 0)
		rc = make_small(load, err);
	if (rc == 0)
		rc = corrector_report(&load->corrector, err);
	fprintf(stderr, "%s: %s: %zu added, %zu replaced, %zu unchanged",
		load->context.program, load->settings->output,
		kept[OUTCOME_ADDED], kept[OUTCOME_REPLACED],
		kept[OUTCOME_UNCHANGED]);
	if (kept[OUTCOME_CORRECTED] > 0)
		fprintf(stderr, ", %zu corrected", kept[OUTCOME_CORRECTED]);
	if (load->refused > 0)
		fprintf(stderr, ", %zu refused", load->refused);
	fputc('\n', stderr);
	return rc;
}

static const struct stage_need needs[] = {
	{ "tokenize", "words", document_has_words },
	{ .stage = NULL }
};

const struct stage load_stage = {
	.program = {
		.name = "load",
		.summary = "write documents into a database",
		.group = GROUP_STAGE,
		.arguments = "-o DATABASE [FILE…]",
		.description =
"Write a stream into a SQLite database, which is made if it is not there. Any SQLite client can open the database; its tables (document, production, section, paragraph, sentence, term, entity, entity_name, alias, mention, incident, quotation, footnote, score, link, correction) have a comment on each column, which '.schema' of the program sqlite3 shows, and views (v_documents, v_sections, v_paragraphs, v_sentences, v_mentions, v_entities, v_incidents, v_quotations, v_footnotes, v_terms, v_scores, v_corrections) answer common questions. Every row leads to a sentence, its paragraph, and the page and line of the source.\n"
"\n"
"Documents are committed in batches of about two seconds or four megabytes; in it each stands for itself. Whatever happens, the database holds a document whole or not at all, and what was loaded before stays: a run that was killed has at most its last batch to do again, one that was interrupted nothing. Loading a document again that has not changed does nothing, though its file be named by another path. One whose file has changed, or that the stages now see differently, takes the place of the old one; so does one of another id if its file has the same name and content. A document of the same id from another file with other content, or from standard input or a stream that names no file, is refused, so that nothing is lost by a name used twice; --replace lets it in.\n"
"\n"
"Readers of each language have a name for an entity (entity_name): of an article of a law as it is cited (Art. 174 CC KZ; lexicons/law_shorts.tsv), that of the lexicons, else what meta::name.ID of a document in that language says (esep-tag writes it for the names of a list and of acts, and where only oblique forms of a name occur), else its commonest full form there. The name of its row is that in the language of most reports; if it has none, in that in which it is named most.\n"
"\n"
"What people know better than the stages is a row of corrections.tsv beside the reports (or beside a manifest.tsv in a folder above), or of a file that --corrections names: two ids that are one person, one id that is two, a wrong type, another name, a spelling that names nothing, an incident or quotation that is none or has a wrong target, date and so on. esep-corrections(1) tells its columns.\n"
"\n"
"Corrections hold in all documents of the database: those that were loaded before are shown anew, from what the database keeps of them as they were found. They stay with it and hold when more is loaded; a file takes the place of what it said before, --corrections that of all. How often each was applied, and which matches nothing, is told on standard error; 'esep corrections' lists them. A row that cannot be read, or that another one contradicts, is told with its line and left out.\n"
"\n"
"What the tables do not have of the stream is kept beside them, compressed: 'esep export' writes it again to the byte, and the text of the source. The index of words and names, word_index, is for 'esep search' alone.",
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
	.needs = needs,
	.open = load_open,
	.knows = load_knows,
	.document = load_document,
	.finish = load_finish,
	.close = load_close,
};
