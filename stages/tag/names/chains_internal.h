/* The words of name_chains.tsv: chain_words.c reads and knows them, chains.c puts
 * names together of them. Others use chains.h. */
#ifndef ESEP_CHAINS_INTERNAL_H
#define ESEP_CHAINS_INTERNAL_H

#include "chains.h"

enum kind { KIND_BEFORE, KIND_BEHIND, KIND_BREAKS, KIND_KIND, KIND_CALLED,
	    KIND_ABOUT, KIND_MORE, KIND_LEMMA, KIND_CLOSED, KIND_WEAK,
	    KIND_NAMED, KIND_PLAIN, KIND_WHERE, KIND_SEAT, KIND_PAST,
	    KIND_DATIVE, KIND_ACTION, KIND_FIRM, KIND_UNDER, KIND_LOCAL,
	    KIND_WHOSE, KIND_TOWARD, KIND_SENT };
#define KINDS_KNOWN (UINT32_C(1) << 31)

struct chain_row {
	enum kind kind;
	struct str text;      /* without the star */
	bool ends, begins;    /* a word ends, begins so; else it is the word */
};

struct chains {
	LIST(struct chain_row) rows[LANG_MAX];
	unsigned kinds[LANG_MAX]; /* bits: the language has rows of them */
	struct word_cache *known; /* LANG_MAX; of each form: its kinds as bits,
	                             and KINDS_KNOWN */
};

/* Whether a word is of a kind; by an ending only where it is no stop word. */
bool chain_is(const struct chains *chains, const struct scan *scan,
	      size_t token, enum kind kind);

/* The row is the word, and no ending of it. */
bool chain_is_whole(const struct chains *chains, const struct scan *scan,
		    size_t token, enum kind kind);

bool chain_is_capital(const struct scan *scan, size_t token);
bool chain_is_small(const struct scan *scan, size_t token);
bool chain_is_verb(const struct scan *scan, size_t token);

/* A verb that no dictionary has, as its ending tells: насчитали. */
bool chain_is_past(const struct chains *chains, const struct scan *scan,
		   size_t token);

/* A capital that only begins the sentence tells no name. */
bool chain_is_accident(const struct chains *chains, const struct scan *scan,
		       size_t token);

/* A word that depends on the one before it: союз журналистов. */
bool chain_is_depending(const struct chains *chains, const struct scan *scan,
			size_t token);

#endif
