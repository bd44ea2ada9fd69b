/* What a language adds to the common rules for words and sentences: its
 * abbreviations, and the rows of lexicons/CODE/tokens.tsv. */
#ifndef ESEP_TOKEN_RULES_H
#define ESEP_TOKEN_RULES_H

#include "err.h"
#include "lexicons.h"
#include "string_map.h"

enum abbreviation_kind {        /* bits */
	ABBREVIATION_OTHER = 1,
	ABBREVIATION_TITLE = 2,   /* never ends a sentence: a name follows */
	ABBREVIATION_MONTH = 4,   /* or a day of the week */
	ABBREVIATION_CLOSING = 8, /* may well end a sentence: "etc." */
	ABBREVIATION_NUMBER = 16, /* one only before a number: "no. 7" */
	ABBREVIATION_UNIT = 32,   /* what a number counts: "руб." */
	ABBREVIATION_COUNTED = 64 /* the same, behind a number: "2020 г." */
};

struct token_rules {
	struct string_map abbreviations; /* as written, with the full stop;
	                              parts of "т. е." and "т.е." alone too */
	struct string_map calendar;  /* months and days of the week, in full */
	struct string_map clitics;   /* "'s", "n't" */
	struct string_map possessives; /* "s'": the mark is a clitic behind
	                              the letter */
	struct string_map decades;   /* "'s": belongs to digits before it */
	struct string_map contractions; /* "cannot": bytes of its first word */
	uint32_t contraction_lengths[32]; /* by the first letter's low bits:
	                              bit n, there is one of n bytes */
	struct string_map whole;     /* "b/c": one word in spite of its mark */
	struct string_map units;  /* "mm": a word of its own behind a digit */
	struct string_map prefixes;  /* "non": a hyphen behind it stays */
	struct string_map particles; /* between the parts of a name: "на" */
	struct string_map links;   /* end the first part of an adjective: "о" */
	struct string_map endings;   /* of adjectives: "ский" */
	struct string_map verbs;     /* endings of the lemmas of verbs: "ать" */
	bool split_hyphens;       /* compound words fall apart at hyphens */
	bool split_names;         /* compound names do */
	bool split_figures;       /* names and a number behind them do */
	bool split_dotted;        /* т.е. is two words */
	bool split_final;         /* a full stop that ends a sentence is no
				     abbreviation's */
	bool begin_small;         /* a sentence may begin with a small letter
				     behind any mark but an ellipsis */
	bool verb_last;           /* a sentence ends in its verb */
	bool group_blanks;        /* 1 234 is a number */
	bool split_marks;         /* ?! is two words; ... is one all the same */
};

/* Load FOLDER/CODE/abbreviations.tsv and FOLDER/CODE/tokens.tsv; either may be
 * missing. errors: those of lexicons_table; ERR_FORMAT for an unknown rule or
 * kind. Release the rules on an error too. */
int token_rules_load(struct token_rules *rules, struct lexicons *lexicons,
		     struct str code, struct err *err);

/* Is a form that begins so and has `len` bytes worth a look among the
 * contractions? */
static inline bool token_rules_may_contract(const struct token_rules *rules,
					    char first, size_t len)
{
	return len < 32 && rules->contraction_lengths[first & 31] >> len & 1;
}

void token_rules_release(struct token_rules *rules);

/* Has the word an ending, in lower case, of the list? */
bool token_rules_has_ending(const struct string_map *endings, struct str word,
			    struct strbuf *scratch);

/* The kinds of an abbreviation with its full stop, 0 if it is none. A form
 * may begin with a capital, or have capitals alone, where it has small letters
 * in the table. */
uint32_t token_rules_abbreviation(const struct token_rules *rules,
				  struct str form, struct strbuf *scratch);

#endif
