/* How much a text reads like language in an encoding of a byte a letter: by the
 * groups of letters of its words (guess.h), and by marks that stand where such
 * marks stand. */
#ifndef ESEP_ENCODING_WEIGHT_H
#define ESEP_ENCODING_WEIGHT_H

#include "encoding.h"
#include "guess.h"

/* What a byte is. */
enum byte_kind {
	BYTE_BLANK, BYTE_DIGIT, BYTE_LETTER,
	BYTE_OPENS, BYTE_CLOSES, BYTE_MARK, BYTE_DASH, BYTE_APOSTROPHE, BYTE_SYMBOL,
	BYTE_DRAWN,            /* a symbol that prose seldom has */
	BYTE_HIDDEN,           /* a soft hyphen */
	BYTE_NONE              /* no character, or a control character */
};

struct letter_table {
	uint32_t letters[ENCODING_BYTES];   /* code points */
	uint32_t folds[ENCODING_BYTES];     /* of letters, in lower case */
	uint8_t kinds[ENCODING_BYTES];
	uint8_t uppers[ENCODING_BYTES];     /* is it a capital? */
};

/* False where the encoding is none of a byte a letter that iconv knows. */
bool letter_table_make(struct letter_table *table, const char *encoding);

/* The words with bytes beyond ASCII, and what stands beside them, from all over
 * a text; some with each such byte that the text has. */
enum { SAMPLE_BYTES = 24 * 1024 };
struct byte_sample {
	unsigned char bytes[SAMPLE_BYTES];  /* a blank between pieces */
	size_t count;
	uint32_t times[ENCODING_BYTES];     /* each byte is in it */
	size_t high;           /* bytes beyond ASCII of what was looked through */
	size_t plain;          /* and the others */
};

/* cost    a few instructions a byte */
void byte_sample_take(struct byte_sample *sample, struct str text);

/* Are most letters of the text ASCII? */
bool byte_sample_is_latin(const struct byte_sample *sample);

/* Is there a byte beyond ASCII? */
bool byte_sample_has_high(struct str text);

/* The weight of a sample: 25 times the logarithm of how much likelier it is
 * than bytes by chance. It counts words with bytes beyond ASCII alone, as
 * others are the same in every encoding. */
int64_t encoding_weigh(const struct guesser *guesser,
		       const struct letter_table *table,
		       const struct byte_sample *sample);

#endif
