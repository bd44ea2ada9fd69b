/* What a question's terms mean as words, and where a paragraph's words answer
 * it. */
#ifndef ESEP_MATCH_H
#define ESEP_MATCH_H

#include "articles.h"
#include "ask.h"
#include "database.h"
#include "word_index.h"
#include "languages.h"
#include "output.h"

/* A language that a term may be in. */
struct match_language {
	lang_id id;
	struct str code;
	uint8_t script;  /* SHAPE_LATIN, SHAPE_CYRILLIC, or 0: any */
	uint8_t also;    /* another one that it is written in, or 0 */
};

/* What the terms are read by. */
struct match_lore {
	struct languages *languages; /* stop words, splitting and keys; the rest is
	                                loaded as a term needs it */
	struct words *words;
	struct articles *articles;   /* NULL: of these nothing is known */
	const struct match_language *list;
	size_t count;
};

/* The stem of a word; in another script than the usual one of the language, that
 * of its usual spelling. */
word_id match_stem(const struct match_lore *lore, lang_id lang, word_id form);

/* A word of a term read in one language; an empty text matches nothing. */
struct match_word {
	struct word_texts texts;
	size_t first_stem, stem_count; /* beside texts.stem, of the same
	                                  language; in matcher.stems */
	bool prefix;     /* the form or lemma may go on */
	bool is_acronym; /* it is not the word of the same letters: its form, which
	                    has no capitals in the index, finds nothing */
};

/* A term read in one language: words that follow one another. */
struct match_reading {
	size_t term;
	size_t first, count; /* in words */
	bool is_list;        /* an article and its number, with other numbers
	                        between: articles 174, 175 and 176 */
};

/* A phrase of the FTS5 expression. */
struct match_phrase {
	size_t term;
	size_t words;    /* 0: it is no hit by itself */
	size_t rank;     /* of two at one place the lower one counts */
	bool is_list;    /* what stands between is to be looked at */
};
struct match_phrases {
	struct match_phrase *items;
	size_t count, capacity;
};

struct matcher {
	const struct ask *ask;
	LIST(struct match_reading) readings; /* by term */
	LIST(struct match_word) words;
	LIST(struct str) stems;              /* of words */
	struct match_phrases phrases;        /* of the whole question */
	LIST(struct str) langs;              /* that the index has terms of */
	struct arena arena;
};

/* Read the terms of a question as words of each language whose script fits.
 * Unless the term says how, a word is looked for by its form, by its stem, and,
 * if it is no stop word, by its name key. A word with a hyphen or the like is
 * read as one and as several, whatever its capitals; two of a phrase are read as
 * one with a hyphen too; an article of a law as it is called in each language.
 * errors  ERR_USAGE a term that holds no word; those of languages_need_asked */
int matcher_load(struct matcher *matcher, const struct ask *ask,
		 const struct match_lore *lore, struct err *err);
void matcher_release(struct matcher *matcher);

/* Tell which languages the index has terms of; it borrows the text. */
void matcher_add_lang(struct matcher *matcher, struct str lang);

/* Append the question, or one term of it, as an FTS5 expression over word_index
 * that finds what matches and nothing else. Every text in it is quoted. Of the
 * question, matcher->phrases gets the phrases. */
void matcher_add_fts(struct matcher *matcher, struct strbuf *out);
void matcher_add_fts_term(struct matcher *matcher, size_t term,
			  struct strbuf *out);

struct match_hit {
	struct output_hit place;
	size_t term;
	size_t first_word, word_count; /* of the paragraph's */
	bool is_list;    /* see match_phrase */
};
struct match_hits { struct match_hit *items; size_t count, capacity; };

/* How often a paragraph holds each term: words at which it begins. What stands
 * in a part of the question that does not hold is counted 0. */
void match_count(const struct matcher *matcher, const struct word_hit *hits,
		 size_t count, double counts[ASK_TERMS_MAX]);

/* Set `found` to the places of a paragraph that answer the question, by start;
 * they may overlap. What stands in a part of the question that does not hold is
 * none.
 * words  where the words of the index lie in it */
void match_find(const struct matcher *matcher, const struct word_hit *hits,
		size_t count, const struct place *words, size_t word_count,
		struct match_hits *found);

/* Whether the question holds by these hits, when some were taken out. */
bool match_still_holds(const struct matcher *matcher,
		       const struct match_hits *hits);

/* What a score is made of. */
struct match_corpus {
	size_t terms;        /* of the question */
	double paragraphs;   /* of the database */
	double words;        /* of its mean paragraph */
	double weights[ASK_TERMS_MAX];
};

/* Set the weight of a term that `holding` paragraphs hold:
 * ln(1 + (N - n + 0.5) / (n + 0.5)) with n of N paragraphs.
 * source  Robertson & Zaragoza 2009; the logarithm as Lucene's, never < 0 */
void match_weigh(struct match_corpus *corpus, size_t term, double holding);

/* The BM25 score of a paragraph of `words` words by its counts: for each term
 * its weight * f * 2.2 / (f + 1.2 * (0.25 + 0.75 * L)), with f hits, L times the
 * mean length. source: as above */
double match_score(const struct match_corpus *corpus,
		   const double counts[ASK_TERMS_MAX], double words);

#endif
