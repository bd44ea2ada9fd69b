#include "word_fts.h"

#include "fts_segment.h"
#include "word_index.h"

#include <sqlite3.h>
#include <stdlib.h>

/* FTS5 hands out its interface by a pointer that a statement is bound to.
 * source: sqlite.org/fts5.html#extending_fts5 */
static fts5_api *api_of(sqlite3 *handle)
{
	fts5_api *api = NULL;
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &st, NULL) ==
	    SQLITE_OK) {
		sqlite3_bind_pointer(st, 1, &api, "fts5_api_ptr", NULL);
		sqlite3_step(st);
	}
	sqlite3_finalize(st);
	return api;
}

static int create(void *unused, const char **arguments, int count,
		  Fts5Tokenizer **tokenizer)
{
	static int one; /* it has no state, but NULL would be an error */

	(void)unused, (void)arguments, (void)count;
	*tokenizer = (Fts5Tokenizer *)&one;
	return SQLITE_OK;
}

static void delete(Fts5Tokenizer *tokenizer)
{
	(void)tokenizer;
}

static int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags,
		    const char *text, int len,
		    int (*token)(void *, int, const char *, int, int, int))
{
	struct str phrase = { text, (size_t)len }, term;
	int rc = SQLITE_OK;
	bool first;

	(void)tokenizer, (void)flags;
	while (rc == SQLITE_OK && word_index_next_term(&phrase, &term, &first))
		rc = token(context, first ? 0 : FTS5_TOKEN_COLOCATED, term.data,
			   (int)term.len, (int)(term.data - text),
			   (int)(term.data - text) + (int)term.len);
	return rc;
}

int word_fts_register(sqlite3 *handle)
{
	fts5_tokenizer tokenizer = { create, delete, tokenize };
	fts5_api *api = api_of(handle);

	return api ? api->xCreateTokenizer(api, "esep_words", NULL, &tokenizer,
					   NULL) : SQLITE_ERROR;
}

/* A row as FTS5 shows it. */
struct fts_view {
	const Fts5ExtensionApi *api;
	Fts5Context *row;
};

static void add_hit(struct seer *seer, int phrase, int word)
{
	*LIST_ADD(&seer->hits) = (struct word_hit){ phrase, word };
}

/* The places of one phrase are there, those of several are put in order. */
static int add_hits(struct seer *seer, const struct fts_view *view)
{
	const Fts5ExtensionApi *fts = view->api;
	int hits = 0, column, word, phrase;
	Fts5PhraseIter iter;
	int rc;

	LIST_CLEAR(&seer->hits);
	if (fts->xPhraseCount(view->row) == 1) {
		rc = fts->xPhraseFirst(view->row, 0, &iter, &column, &word);
		for (; rc == SQLITE_OK && column >= 0;
		     fts->xPhraseNext(view->row, &iter, &column, &word))
			add_hit(seer, 0, word);
		return rc;
	}
	rc = fts->xInstCount(view->row, &hits);
	for (int i = 0; rc == SQLITE_OK && i < hits; i++) {
		rc = fts->xInst(view->row, i, &phrase, &column, &word);
		add_hit(seer, phrase, word);
	}
	return rc;
}

static void see(const Fts5ExtensionApi *fts, Fts5Context *context,
		sqlite3_context *result, int count, sqlite3_value **arguments)
{
	struct seer *seer = fts->xUserData(context);
	struct fts_view view = { fts, context };
	struct word_row row = { .id = fts->xRowid(context) };
	int rc = add_hits(seer, &view);

	(void)count, (void)arguments;
	if (rc != SQLITE_OK) {
		sqlite3_result_error_code(result, rc);
		return;
	}
	row.hits = seer->hits.items;
	row.count = seer->hits.count;
	sqlite3_result_double(result, seer->see(seer->data, &row));
}

int word_fts_add_see(sqlite3 *handle, struct seer *seer)
{
	fts5_api *api = api_of(handle);

	return api ? api->xCreateFunction(api, "esep_see", seer, see, NULL)
		   : SQLITE_ERROR;
}

struct word_splitter {
	fts5_tokenizer tokenizer;
	Fts5Tokenizer *instance;
};

struct word_splitter *word_splitter_open(sqlite3 *handle)
{
	const char *arguments[] = { "remove_diacritics", "0" };
	fts5_api *api = api_of(handle);
	struct word_splitter *splitter = memory_get_zeroed(sizeof *splitter);
	void *data;

	if (api &&
	    api->xFindTokenizer(api, "unicode61", &data,
				&splitter->tokenizer) == SQLITE_OK &&
	    splitter->tokenizer.xCreate(data, arguments, COUNT_OF(arguments),
					&splitter->instance) == SQLITE_OK)
		return splitter;
	free(splitter);
	return NULL;
}

void word_splitter_close(struct word_splitter *splitter)
{
	if (splitter)
		splitter->tokenizer.xDelete(splitter->instance);
	free(splitter);
}

struct listener {
	fts_word *word;
	void *data;
};

static int hear(void *context, int flags, const char *text, int len, int start,
		int end)
{
	const struct listener *listener = context;

	(void)flags;
	listener->word(listener->data, (struct str){
		text, (size_t)(len < FTS_TERM_MAX ? len : FTS_TERM_MAX)
	}, (size_t)start, (size_t)end);
	return SQLITE_OK;
}

int word_splitter_split(struct word_splitter *splitter, struct str text,
			fts_word *word, void *data)
{
	struct listener listener = { word, data };

	return splitter->tokenizer.xTokenize(splitter->instance, &listener,
					     FTS5_TOKENIZE_DOCUMENT, text.data,
					     (int)text.len, hear);
}
