/* The index by which esep-search finds words: how a word becomes terms of the
 * FTS5 table word_index, and what finds them again.
 *
 * A word is found by its form, its stem, its lemma and its name key. What is the
 * same text of these is one term, which says what it is: the form and stem of
 * `press` are one term, those of `pressed` are two. So to find a form is to ask
 * for each term that is a form, be it anything else besides. The table's
 * tokenizer takes apart what was put together here, so that words are split
 * once, by the stage that does so. It is made known to every connection that
 * database_open opens; another SQLite client can read all tables but this
 * one. */
#ifndef ESEP_WORD_INDEX_H
#define ESEP_WORD_INDEX_H

#include "str.h"

struct place {
	uint32_t start, end; /* bytes in the paragraph's text */
};

/* What a term is; sums of these but for the last. */
enum { WORD_FORM = 1, WORD_STEM = 2, WORD_LEMMA = 4, WORD_KEY = 8 };

/* The texts of a word, as word_index_add_text makes them; empty: none. */
struct word_texts {
	struct str form, stem, lemma, key;
	struct str lang;      /* of the stem */
};

/* Append a text as the index has it: in lower case, Latin letters without their
 * accents, with `_` for blanks and control bytes, which would part it in two. */
void word_index_add_text(struct strbuf *out, struct str text);

/* The same for a stem, whose capitals stay: an acronym has them. */
void word_index_add_stem(struct strbuf *out, struct str stem);

/* Append the terms of a word, as the tokenizer takes them. Words that follow
 * one another, each with the terms that may stand at its place, are a phrase; so
 * is a paragraph. */
void word_index_add_word(struct strbuf *out, const struct word_texts *word);

/* Append those of a part of the word that begins at `start` (where *out ended
 * before its first term), at the same place, but for what is there; texts may
 * be empty. */
void word_index_add_part(struct strbuf *out, size_t start,
			 const struct word_texts *part);

/* Append a term that came of such a phrase; `first`: it begins a word. */
void word_index_add_term(struct strbuf *out, struct str term, bool first);

/* Append every term that a text may be as one of a kind, of the word that
 * begins at `start` (where *out ended before its first one), unless it is
 * there.
 * langs  all that the index has, or for WORD_STEM the one that is asked for */
void word_index_add_asked(struct strbuf *out, size_t start, int kind,
			  struct str text, const struct str *langs,
			  size_t count);

/* The same for terms that begin with `text`: the i-th of the beginnings that
 * these can have; false when there is none. */
bool word_index_add_beginning(struct strbuf *out, int kind, struct str text,
			      size_t i);

/* The next term of such a phrase; *first: it begins a word. False at the
 * end. */
bool word_index_next_term(struct str *phrase, struct str *term, bool *first);

#endif
