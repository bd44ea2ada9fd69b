/* What the gazetteer knows of each thing that has a name. */
#ifndef ESEP_KNOWN_ENTITIES_H
#define ESEP_KNOWN_ENTITIES_H

#include "document.h"
#include "err.h"
#include "interned.h"
#include "knowledge.h"

struct entity {
	struct str id;
	enum mention_type type;
	struct str country;      /* ISO 3166-1, EU, INT; or empty */
	unsigned year;           /* of an act; 0 = unknown */
	bool is_article;         /* of an act */
	bool is_usual;           /* a code, a constitution: each country has
	                            one, by whose id it is told */
	struct str kind;         /* of an act: law, code …; or empty */
	bool is_made;            /* no table has it */
	uint32_t next;           /* of the same id and another type; 0 = none */
};

struct entities {
	LIST(struct entity) list; /* [0] is unused */
	struct interned ids;
	LIST(uint32_t) by_id;     /* of each string: its first entity */
	LIST(struct str) domains; /* web addresses and, beside them, */
	LIST(uint32_t) owners;    /* the entity of each */
};

void entities_init(struct entities *entities);
void entities_release(struct entities *entities);

/* The entity of an id and type, added if it is new. The id is copied. */
uint32_t entities_add(struct entities *entities, struct str id,
		      enum mention_type type);

/* Read the tables of the things that types name (outlets.tsv, laws.tsv …):
 * country and year of their entities. errors: those of lexicons_table;
 * ERR_FORMAT a year that is no number */
int entities_load(struct entities *entities, const struct knowledge *knowledge,
		  struct err *err);

#endif
