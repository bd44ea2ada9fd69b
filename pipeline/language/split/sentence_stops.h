/* Places where a sentence may end, and what comes next there. */
#ifndef ESEP_SENTENCE_STOPS_H
#define ESEP_SENTENCE_STOPS_H

#include "classes.h"

struct sentence_stop {           /* a place where a sentence may end */
	size_t begin, behind; /* the stops themselves: ".", "?!", "..." */
	size_t end;           /* behind the closing marks */
	bool full_stop;       /* only one, which may be an abbreviation's */
	bool ellipsis;        /* more than a mark, and no mark last */
	bool quoted;          /* a quotation closes behind it */
};

struct sentence_follow {         /* what comes next */
	size_t word;          /* where its first letter or digit is */
	uint8_t class;
	bool dash, bracket, quote; /* what stands before it */
};

size_t sentence_skip_blanks(const struct classes *classes, struct str text,
			    size_t at);

/* The next byte at or behind `at` where a stop may begin, or text.len: full
 * stops, marks, ellipses, and the pictures of four bytes that stand in their
 * place. */
size_t sentence_next_stop(struct str text, size_t at);

/* The stop at `at`, with the closing brackets, quotation marks, footnote marks
 * and faces behind it. Its end may be `at` where a picture was none. */
struct sentence_stop sentence_read_stop(const struct classes *classes,
					struct str text, size_t at);

/* The first letter or digit at or behind `at`, past opening marks. */
struct sentence_follow sentence_read_follow(const struct classes *classes,
					    struct str text, size_t at);

#endif
