/* Finding paragraphs that answer a question, by score. */
#ifndef ESEP_FIND_H
#define ESEP_FIND_H

#include "index_words.h"
#include "lengths.h"
#include "match.h"
#include "session.h"
#include "stored.h"

struct found {                /* a paragraph that answers */
	int64_t id;
	double score;         /* is_late: how often it holds the term */
	uint32_t words;
	uint32_t first_hit, hits; /* of those that are kept; 0: not kept */
	struct str document;  /* where finder_order has looked for it */
	int64_t position;
};

/* What all questions of a session share. */
struct searcher {
	bool is_ready;
	struct knowledge *knowledge;
	LIST(struct match_language) list;
	struct articles *articles;
	struct match_lore lore;      /* these */
	struct arena arena;
	LIST(struct str) langs;      /* that the index has terms of */
	double paragraphs, words;    /* how many; of the mean one */
	struct lengths lengths;
	struct stored stored;        /* the last document that was looked into */
};

struct finder {
	struct query_context *context;
	bool is_exact;                 /* words by their forms alone */
	struct searcher *searcher;
	struct strbuf question, fts;
	struct strbuf filters;         /* SQL of those of paragraphs */
	struct ask ask;
	struct matcher matcher;
	struct match_corpus corpus;
	struct statement *paragraph; /* at the one that was looked into */
	struct statement *place;
	struct arena arena;
	struct statement *look;      /* asks for what is found in it */
	LIST(struct word_hit) row;   /* that */
	LIST(struct word_hit) kept;  /* of the first paragraphs that were found */
	struct pack_places tokens;   /* of that paragraph */
	LIST(struct place) places;   /* its words */
	struct match_hits hits;      /* of that paragraph */
	LIST(struct found) found;    /* the best first; see finder_order */
	size_t sorted;               /* so many of them are in order */
	bool is_looking;             /* at one row */
	bool is_late;                /* scores are made when all is found */
};

/* columns of `paragraph`; FIND_FIRST, FIND_LAST: its sentences' ids */
enum { FIND_TEXT, FIND_DOCUMENT, FIND_SECTION, FIND_FIRST, FIND_LAST,
       FIND_EDITION, FIND_KIND };

/* Find the paragraphs that answer the question in context->arguments. The
 * finder is zeroed before, but for context and is_exact.
 * errors  those of ask_parse, matcher_load, session_knowledge; ERR_DATABASE */
int finder_run(struct finder *finder, struct err *err);
void finder_release(struct finder *finder);

/* Put those that have the score of number `from` into the order of their
 * documents' names and their places; *end: the first behind them. */
int finder_order(struct finder *finder, size_t from, size_t *end,
		 struct err *err);

/* Step to a paragraph that was found and look for hits in it.
 * returns 1 it answers, 0 it does not, or an error of stored_read; reset
 *         finder->paragraph when done with it */
int finder_look(struct finder *finder, const struct found *found,
		struct err *err);

#endif
