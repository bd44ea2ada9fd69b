/* What a batch adds to the two indexes of full text, and takes out of them. */
#ifndef ESEP_STORE_INDEX_H
#define ESEP_STORE_INDEX_H

#include "fts_segment.h"
#include "index_words.h"
#include "interned.h"
#include "text_words.h"
#include "token_kinds.h"

/* One of the indexes. */
struct index_side {
	struct interned terms;
	struct fts_postings postings;
};

/* Where what a document adds begins. */
struct index_mark {
	size_t cuts, rows;
};

/* A paragraph that is taken out. */
struct index_cut {
	int64_t paragraph;
	struct str text, words;
	size_t rows;                 /* that were to be added by then */
	bool is_done;
};

struct store_index {
	struct database *db;
	struct statement *put_text, *put_words, *cut_text, *cut_words;
	struct index_side words, texts;
	LIST(struct index_cut) cuts;
	struct arena arena;          /* owns their texts */
	struct index_mark mark;
	bool is_slow;                /* FTS5 has been asked: row by row it is */

	LIST(uint32_t) term_list;    /* of kinds of tokens */
	struct text_words text_words;
	struct index_words list;
	struct strbuf phrase;
};

/* errors: ERR_DATABASE */
int store_index_open(struct store_index *index, struct database *db,
		     struct err *err);
void store_index_close(struct store_index *index);

/* Before a document is written; and when what was added since is undone. */
void store_index_begin(struct store_index *index);
void store_index_undo(struct store_index *index);

/* When a transaction is undone: nothing is to be written any more. */
void store_index_forget(struct store_index *index);

/* Add a paragraph: first this, then its words in their order. Paragraphs come in
 * the order of their rowids. */
int store_index_add(struct store_index *index, int64_t row,
		    const struct document *doc, const struct paragraph *par,
		    struct err *err);
void store_index_add_word(struct store_index *index,
			  const struct token_kind *kind);

/* Make the terms of a kind of token. */
void store_index_add_kind(struct store_index *index, struct token_kind *kind,
			  struct document *doc, const struct token *token);

/* Take a paragraph out: what the indexes have of it, `words` as
 * index_words_add_all gives them. */
void store_index_cut(struct store_index *index, int64_t paragraph,
		     struct str text, struct str words);

/* Write all of it: one segment of each index. When a batch has taken out what
 * the database had, FTS5 is told of row after row from then on. */
int store_index_settle(struct store_index *index, struct err *err);

/* Whether there are so many terms that they should be forgotten; and do it, when
 * nothing is to be written: what terms kinds of tokens have is then unknown. */
bool store_index_is_full(const struct store_index *index);
void store_index_forget_terms(struct store_index *index);

#endif
