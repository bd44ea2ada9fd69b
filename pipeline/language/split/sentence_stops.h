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
	bool figure;          /* a footnote mark in common figures does */
};

struct sentence_follow {         /* what comes next */
	size_t word;          /* where its first letter or digit is */
	uint8_t class;
	bool dash, bracket, quote; /* what stands before it */
};

size_t sentence_skip_blanks(const struct classes *classes, struct str text,
			    size_t at);

/* The next byte at or behind `at` where a stop may begin, or text.len: full
 * stops, marks, ellipses, the pictures of four bytes that stand in their
 * place, and what lines are drawn with. */
size_t sentence_next_stop(struct str text, size_t at);

/* Is text[start..end] a year of the last century or this one? */
bool sentence_is_year(struct str text, size_t start, size_t end);

/* The stop at `at`, with the closing brackets, quotation marks, footnote marks
 * (², 2, [2], [^2]) and faces behind it. Its end may be `at` where a picture was none. */
struct sentence_stop sentence_read_stop(const struct classes *classes,
					struct str text, size_t at);

/* Is the byte at `at` what lines are drawn with? */
bool sentence_draws(struct str text, size_t at);

/* Where the line ends that is drawn from `at` on, between blanks: *** or ____;
 * `at` if there is none. */
size_t sentence_skip_line(struct str text, size_t at);

/* Does a web address begin at `at`? */
bool sentence_is_address(struct str text, size_t at);

/* Where the web address ends that the stop at `at` is inside of, without the
 * marks at its end; `at` if there is none. Looks no further back than `from`,
 * and not far. */
size_t sentence_skip_address(struct str text, size_t from, size_t at);

/* The first letter or digit at or behind `at`, past opening marks. */
struct sentence_follow sentence_read_follow(const struct classes *classes,
					    struct str text, size_t at);

#endif
