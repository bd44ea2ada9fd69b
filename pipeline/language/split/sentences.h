/* Paragraphs into sentences.
 *
 * The base is UAX #29 (sentence boundaries SB6 to SB11): a full stop, mark or
 * ellipsis, closing marks behind it, a blank, and no small letter next (but
 * for languages whose tokens.tsv lets one begin a sentence).
 * On it stand abbreviations, initials, list marks, and the reporting clause
 * behind a quotation. */
#ifndef ESEP_SENTENCES_H
#define ESEP_SENTENCES_H

#include "classes.h"
#include "pieces.h"
#include "token_rules.h"

struct sentence_splitter {
	const struct classes *classes;
	const struct token_rules *rules;
	const struct string_map *stopwords;
	struct strbuf *scratch;
};

/* See languages_sentences. Linear: a boundary is decided by at most 64 bytes
 * before it and the marks behind it. */
void sentences_split(const struct sentence_splitter *splitter, struct str text,
		     struct offsets *out);

#endif
