/* The language of a text: script, function words, and how usual its groups of
 * letters are in each language (Cavnar and Trenkle 1994, scored as a naive
 * Bayes classifier does). Beside the languages that esep reads stand profiles
 * of others in the same scripts, so that a text in one of these is not taken
 * for one of ours. */
#ifndef ESEP_GUESS_H
#define ESEP_GUESS_H

#include "classes.h"
#include "err.h"
#include "lexicons.h"
#include "string_map.h"
#include "words.h"

/* A profile is of a language of ours, by its number, or of others. Those of
 * the two scripts share their numbers: a group of letters tells its script. */
enum {
	GUESS_OTHERS = 16,                     /* a script */
	GUESS_PROFILES = LANG_MAX + GUESS_OTHERS,
	GUESS_LETTERS = 0x600,
	GUESS_NAME = 2    /* part that a word with a capital counts, which is
	                     not the first */
};

struct guess_gram;
struct guess_slot {
	uint32_t tag;                 /* of the key */
	uint32_t gram;                /* from 1; 0 is free */
};
struct guesser {
	const struct classes *classes;
	uint32_t letters[GUESS_LETTERS]; /* bit n: profile n has it */
	LIST(struct guess_gram) grams;
	struct guess_slot *slots;     /* open addressing */
	size_t slot_count;            /* a power of two */
	struct guess_language {
		enum script script;   /* the usual one */
		unsigned scripts;     /* bit n: it is written in script n */
		const struct string_map *stopwords;
		bool known;           /* this number is a language */
	} languages[LANG_MAX];
	unsigned end;                 /* no language has this number or more */
	struct strbuf *scratch;
};

/* Add a language, and lexicons/CODE/letters.tsv where there is one.
 * errors: those of lexicons_table; ERR_FORMAT for a weight that is no
 *         number. */
int guesser_add(struct guesser *guesser, lang_id lang,
		const struct lexicon_language *language,
		const struct string_map *stopwords, struct lexicons *lexicons,
		struct err *err);

/* Add the other languages of lexicons/other_letters.tsv, if it is there.
 * errors: as above; ERR_FORMAT beyond GUESS_OTHERS a script. */
int guesser_add_others(struct guesser *guesser, struct lexicons *lexicons,
		       struct err *err);
void guesser_release(struct guesser *guesser);

/* The weights of a group of three letters, or of four at the end of a word, by
 * guesser_key; NULL if no profile has it. */
struct guess_gram {
	uint64_t key;
	uint8_t weight[GUESS_PROFILES]; /* 25 · ln(share / 0.00002) */
};
const struct guess_gram *guesser_find(const struct guesser *guesser,
				      uint64_t key);

/* The key of a group with one letter more at its end: four at most. */
static inline uint64_t guesser_key(uint64_t key, uint32_t c)
{
	return key << 16 | (c & 0xffff);
}

/* What a text says for each profile, by the script of its words. */
struct guess_evidence {
	int32_t score[SCRIPTS][GUESS_PROFILES];
	uint32_t letters[SCRIPTS];
	uint32_t frame[SCRIPTS];     /* half the letters of sentences that
	                                begin and end in the script,
	                                with no name at the end */
	uint32_t words;
	uint32_t plain;              /* words between blanks, no capital */
	uint32_t stopwords;          /* bit n: there is one of language n */
	bool by_words;               /* the scores have known_words_vote's */
};

/* Add that of a text, of its first 4 KB. */
void guesser_weigh(const struct guesser *guesser, struct str text,
		   struct guess_evidence *evidence);

/* Add the evidence of one text to that of another. */
void guesser_join(struct guess_evidence *to, const struct guess_evidence *from);

/* The language by what was seen of a text; see languages_decide. */
lang_id guesser_decide(const struct guesser *guesser,
		       const struct guess_evidence *evidence, lang_id hint,
		       bool around);

/* Do letters tell so much of the language that what the words are known for
 * would not change it? Of a text without any, and of names of which the hint's
 * language is the likeliest, too. */
bool guesser_is_clear(const struct guesser *guesser,
		      const struct guess_evidence *evidence, lang_id hint);

/* The script that most letters are of; what frames a sentence has more
 * weight. */
enum script guesser_script(const struct guess_evidence *evidence);

/* Does the word hold a letter that `lang` does not write with, and another
 * language of ours does? */
bool guesser_is_foreign(const struct guesser *guesser, struct str word,
			lang_id lang);

#endif
