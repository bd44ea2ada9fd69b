/* What FTS5 must know to keep and ask the table word_index: its tokenizer, and
 * a function that hands over what a question found in a row. For the files of
 * this folder alone. */
#ifndef ESEP_WORD_FTS_H
#define ESEP_WORD_FTS_H

#include "database.h"

struct sqlite3;

/* Make the tokenizer known. returns SQLite's code */
int word_fts_register(struct sqlite3 *handle);

/* Make `score` known as the SQL function esep_score(word_index). */
int word_fts_add_score(struct sqlite3 *handle, word_score *score, void *data);

#endif
