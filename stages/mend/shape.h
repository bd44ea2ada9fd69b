/* What can be said of a paragraph by its first and last characters, in any
 * language. */
#ifndef ESEP_SHAPE_H
#define ESEP_SHAPE_H

#include "str.h"

enum shape_end {
	END_CLOSED, /* the end of a sentence: . ! ? … behind which only closing
	               quotes, brackets, emphasis and footnote marks stand */
	END_PAUSE,  /* a colon or semicolon: a list or another clause follows */
	END_OPEN,   /* in the middle of a sentence */
	END_HYPHEN  /* in the middle of a word */
};

enum shape_begin {
	BEGIN_UPPER, /* a capital, or a letter without case */
	BEGIN_LOWER, /* a small letter that no sentence begins with */
	BEGIN_OTHER  /* a digit, a symbol, a domain, an opening quote alone */
};

/* cost    constant: a text may be asked at every blank */
enum shape_end shape_end(struct str text);
enum shape_begin shape_begin(struct str text);

/* The first bytes of a text, at most `max`, no character cut in two. */
struct str shape_beginning(struct str text, size_t max);

/* The end of the sentence that begins at `start`: the blank behind it, or the
 * text's end. */
size_t shape_sentence_end(struct str text, size_t start);

/* As long as a line of running text: 60 characters or more. */
bool shape_fills_line(struct str text);

size_t shape_words(struct str text);      /* words, by blanks between */
bool shape_has_letter(struct str text);
bool shape_is_capitals(struct str text);  /* two letters or more, all capital */
bool shape_may_head(struct str text);     /* no end of a sentence, or a ? */
bool shape_has_year(struct str text);     /* four digits and no more */
bool shape_is_item(struct str text);      /* begins with a bullet or `a)` */

bool shape_is_open_quote(uint32_t c);     /* « “ „ ‘ and the straight ones */
bool shape_is_close_quote(uint32_t c);    /* » ” “ ’ and the straight ones */

/* The number of a superscript digit (¹), or -1. */
int shape_superscript(uint32_t c);

#endif
