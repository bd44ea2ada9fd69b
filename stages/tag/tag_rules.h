/* The rules by which the finders of `tag` find mentions: the rows of
 * lexicons/rules.tsv. */
#ifndef ESEP_TAG_RULES_H
#define ESEP_TAG_RULES_H

#include "str.h"

enum tag_rule {
	RULE_NONE,
	RULE_LIST,       /* a name of the user's own lists */
	RULE_CUE,        /* a name of the lexicons that needs a sign, with one */
	RULE_NAME,       /* a name of the lexicons */
	RULE_FORM,       /* a form of one */
	RULE_MINOR,      /* a name of a place that few speak of */
	RULE_USUAL,      /* what each country has, of one that no table has */
	RULE_SITE,       /* an address or handle of the lexicons */
	RULE_ADDRESS,    /* another one */
	RULE_PATTERN,    /* name_patterns.tsv */
	RULE_HEAD,       /* capitals with a head: Legal Media Center */
	RULE_CHAIN,      /* a head with the words that belong to it */
	RULE_SEAT,       /* a head or name with its place */
	RULE_QUOTES,     /* quotation marks beside a word for what it is */
	RULE_BESIDE,     /* capitals beside such a word */
	RULE_TOLD,       /* whom a journalist works for, where a text was */
	RULE_AGAIN,      /* a name that the document has made known */
	RULE_WHERE,      /* a place by what leads to it */
	RULE_ARTICLE,    /* an article that is cited */
	RULE_ACT,        /* an act by the words that acts are called by */
	RULE_HONOUR,     /* what is named after a person */
	RULE_FULL,       /* a given name and a surname of the lexicons */
	RULE_FATHER,     /* a patronymic */
	RULE_INITIAL,    /* initials and a surname */
	RULE_GIVEN,      /* a given name of the lexicons before any word */
	RULE_SURNAME,    /* a surname of the lexicons, or an ending of such */
	RULE_STRANGER,   /* words that no table has, beside a role */
	RULE_SINGLE,     /* one word beside a title or a role */
	RULE_BARE,       /* part of a name that the document has in full */
	RULE_DATE,
	RULE_AMOUNT,
	TAG_RULES
};

/* Its name in the table; empty for RULE_NONE. */
struct str tag_rule_name(enum tag_rule rule);

#endif
