/* What the lexicons say of the types of mentions: lexicons/mention_types.tsv. */
#ifndef ESEP_TYPE_FACTS_H
#define ESEP_TYPE_FACTS_H

#include "lexicons.h"
#include "mention_types.h"

enum type_small {             /* whether a name may be written small */
	SMALL_NEVER,
	SMALL_ANY,            /* it is made of common words, as of laws */
	SMALL_SEVERAL,        /* one of several words may, as of bodies */
	SMALL_ONE             /* one of a single word may, as of platforms */
};

enum type_common {            /* where a name that is a common word counts
                                 without a sign beside it */
	COMMON_NEVER,
	COMMON_HOME,          /* in reports on its country */
	COMMON_INSIDE         /* with a capital inside a sentence */
};

enum type_party {             /* what it is in an incident */
	PARTY_OF_NONE, PARTY_OF_PEOPLE, PARTY_OF_MEDIA, PARTY_OF_STATE,
	PARTY_OF_OFFICIAL, PARTY_OF_ORG
};

struct type_fact {
	bool is_told;         /* it has a row */
	struct str names;     /* the tables of its names: NAMES.tsv and
	                         names/NAMES.tsv; empty: it has none */
	bool quoted;          /* quotation marks are a sign of a name */
	enum type_small small;
	enum type_common common;
	unsigned shape;       /* what a shape is taken for first: 1, then 2 …;
	                         0: never by its shape */
	enum type_party party;
};

struct type_facts {
	struct type_fact of[MENTION_TYPES]; /* all zero: no row */
};

/* Read once; the lexicons own them. New types are added to `types`.
 * errors: those of lexicons_table; ERR_FORMAT an unknown cell, a type that is
 * no name or for which there is no room */
int lexicons_types(struct lexicons *lexicons, struct mention_types *types,
		   const struct type_facts **facts, struct err *err);

#endif
