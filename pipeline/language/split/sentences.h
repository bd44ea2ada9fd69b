/* Paragraphs into sentences.
 *
 * The base is UAX #29 (sentence boundaries SB6 to SB11): a full stop, mark or
 * ellipsis, closing marks and footnote marks behind it, a blank, and no small
 * letter next (but for languages whose tokens.tsv lets one begin a sentence).
 * On it stand abbreviations, what a number counts, initials, list marks, and
 * the reporting clause behind a quotation. */
#ifndef ESEP_SENTENCES_H
#define ESEP_SENTENCES_H

#include "classes.h"
#include "pieces.h"
#include "token_rules.h"

/* A language, as sentences are cut by it. */
struct sentence_language {
	const struct token_rules *rules;
	const struct string_map *stopwords;
};

/* What a word with a capital is. */
enum sentence_word {
	SENTENCE_WORD_UNKNOWN,
	SENTENCE_WORD_COMMON,    /* a word of the dictionary */
	SENTENCE_WORD_NAME,      /* of a person or a place */
	SENTENCE_WORD_SHORT      /* of a country or a currency, in capitals */
};

/* Who knows more of words than the rules; asked where these leave it open. */
struct sentence_judge {
	void *state;

	/* What the word at `at`, of a text in the splitter's language, is. */
	enum sentence_word (*word)(void *state, struct str text, size_t at);

	/* Is a word of that language a verb, or another word that a sentence
	 * may have in its place: закрыт, известен? */
	bool (*predicate)(void *state, struct str word);

	/* The language whose abbreviations text[word..stop] is to be looked up
	 * in, where a sentence began at `start`: another one for what is
	 * quoted from it. */
	struct sentence_language (*language)(void *state, struct str text,
					     size_t start, size_t word,
					     size_t stop);
};

struct sentence_splitter {
	const struct classes *classes;
	struct sentence_language language;
	const struct sentence_judge *judge;
	struct strbuf *scratch;
};

/* See languages_sentences. Linear: a boundary is decided by at most 256 bytes
 * before it and the marks behind it. */
void sentences_split(const struct sentence_splitter *splitter, struct str text,
		     struct offsets *out);

#endif
