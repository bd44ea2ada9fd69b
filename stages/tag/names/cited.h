/* The pieces that citations are made of: numbers, and words with their numbers.
 * citations.c puts them together. */
#ifndef ESEP_CITED_H
#define ESEP_CITED_H

#include "articles.h"
#include "scan.h"

enum { CITED_NUMBERS = 12 /* of one word */ };

struct cited_number {
	size_t first, end;      /* tokens */
	struct str id;          /* 207_3, 66a: the document's */
	enum law_unit unit;     /* of the word behind its hyphen: 274-бап */
	bool plain;             /* digits alone */
};

struct cited_item {             /* a word and its numbers */
	enum law_unit unit;
	size_t first, end;
	bool behind;            /* the word stands behind the number */
	bool listed;            /* some numbers have a comma between them */
	size_t count;
	struct cited_number numbers[CITED_NUMBERS];
};

struct cited_words {            /* what words count, remembered */
	struct articles *articles;
	struct word_cache known;
};

/* The number at a token, as 274, 207.3, 456-2, 282-й, 274-бабы, 66A, 19(3),
 * № 213; false: there is none, or it is part of a date. */
bool cited_number_at(struct cited_words *words, struct scan *scan, size_t token,
		     size_t limit, struct cited_number *out);

/* The word with its numbers at a token. */
bool cited_item_at(struct cited_words *words, struct scan *scan, size_t token,
		   size_t limit, struct cited_item *out);

#endif
