/* The types of mentions. Those that the code knows by name come first; others,
 * of lexicons/mention_types.tsv or of a stream that another tool wrote, get
 * numbers behind them. */
#ifndef ESEP_MENTION_TYPES_H
#define ESEP_MENTION_TYPES_H

#include "str.h"

enum mention_type {
	MENTION_OUTLET, MENTION_JOURNALIST, MENTION_OFFICIAL, MENTION_PERSON,
	MENTION_LAW, MENTION_BODY, MENTION_ORG, MENTION_PLATFORM, MENTION_PLACE,
	MENTION_EVENT, MENTION_DATE, MENTION_MONEY, MENTION_PERCENT,
	MENTION_KNOWN,        /* from here on: others */
	MENTION_TYPES = 32    /* no more: sets of types are 32 bits */
};

enum { MENTION_TYPE_LONGEST = 24 }; /* bytes of a name */

/* The others; all zero at first. */
struct mention_types {
	struct { char name[MENTION_TYPE_LONGEST + 1]; }
		others[MENTION_TYPES - MENTION_KNOWN];
	unsigned count;       /* of the others */
	unsigned kept;        /* how many of them mention_types_forget leaves */
};

/* The type of a name; false if there is none. */
bool mention_types_find(const struct mention_types *types, struct str name,
			enum mention_type *type);

/* The same, added where it is new. False for a name that is not [a-z_]+ or too
 * long, or if there is no room. */
bool mention_types_add(struct mention_types *types, struct str name,
		       enum mention_type *type);

/* Those that are there stay; forget takes away what was added later, with one
 * document. */
void mention_types_keep(struct mention_types *types);
void mention_types_forget(struct mention_types *types);

/* The name lives as long as the type. */
struct str mention_types_name(const struct mention_types *types,
			      enum mention_type type);

/* Append all names with blanks between. */
void mention_types_list(const struct mention_types *types, struct strbuf *out);

/* Its mentions have a value and no id: date, money, percent. */
bool mention_type_has_value(enum mention_type type);

/* journalist, official, person */
bool mention_type_is_person(enum mention_type type);

#endif
