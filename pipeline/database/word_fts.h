/* What FTS5 must know to keep and ask the table word_index: its tokenizer, and
 * a function that hands over what a question found in a row. For the files of
 * this folder alone. */
#ifndef ESEP_WORD_FTS_H
#define ESEP_WORD_FTS_H

#include "database.h"

struct sqlite3;

/* Make the tokenizer known. returns SQLite's code */
int word_fts_register(struct sqlite3 *handle);

/* Who is shown rows. */
struct seer {
	word_see *see;
	void *data;
	LIST(struct word_hit) hits; /* reused */
};

/* Make esep_see known, once a connection: it shows rows to `seer`, who may
 * change but must stay there. See database_add_see. returns SQLite's code */
int word_fts_add_see(struct sqlite3 *handle, struct seer *seer);

/* FTS5's own tokenizer, set as that of paragraph_text is.
 * returns  NULL: there is none */
struct word_splitter;
struct word_splitter *word_splitter_open(struct sqlite3 *handle);
void word_splitter_close(struct word_splitter *splitter); /* NULL is fine */

/* See database_split_text. returns SQLite's code */
int word_splitter_split(struct word_splitter *splitter, struct str text,
			fts_word *word, void *data);

#endif
