/* The language of a text: script, function words, and how usual its groups of
 * three letters are in each language (Cavnar and Trenkle 1994, scored as a
 * naive Bayes classifier does). */
#ifndef ESEP_GUESS_H
#define ESEP_GUESS_H

#include "classes.h"
#include "err.h"
#include "forms.h"
#include "words.h"

enum script { SCRIPT_OTHER, SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPTS };

/* A script by its name in languages.tsv; SCRIPT_OTHER if it is unknown. */
enum script script_find(struct str name);

enum { GUESS_LETTERS = 0x600 };

struct guess_gram;
struct guesser {
	const struct classes *classes;
	uint8_t letters[GUESS_LETTERS]; /* bit n: language n writes with it */
	struct guess_gram *slots;     /* open addressing; key 0 is free */
	size_t slot_count, count;     /* slot_count: a power of two, or 0 */
	struct guess_language {
		enum script script;
		const struct forms *stopwords;
		bool known;           /* this number is a language */
	} languages[LANG_MAX];
	unsigned end;                 /* no language has this number or more */
	struct strbuf *scratch;
};

/* Add a language, and lexicons/CODE/letters.tsv where there is one.
 * errors: those of table_load; ERR_FORMAT for a weight that is no number. */
int guesser_add(struct guesser *guesser, lang_id lang, enum script script,
		const struct forms *stopwords, const char *folder,
		struct str code, struct err *err);
void guesser_release(struct guesser *guesser);

/* What a text says for each language. */
struct guess_evidence {
	int32_t score[LANG_MAX];     /* 100 · ln of a probability, and more */
	uint32_t letters[SCRIPTS];
	uint32_t words;
	uint32_t plain;              /* words between blanks, without a capital */
	uint32_t stopwords;          /* bit n: there is one of language n */
};

/* Add that of a text, of its first 4 KB. */
void guesser_weigh(const struct guesser *guesser, struct str text,
		   struct guess_evidence *evidence);

/* The language by what was seen of a text; see languages_guess. */
lang_id guesser_decide(const struct guesser *guesser,
		       const struct guess_evidence *evidence, lang_id hint);

/* Does the word hold a letter that `lang` does not write with, and another
 * language does? */
bool guesser_is_foreign(const struct guesser *guesser, struct str word,
			lang_id lang);

#endif
