/* The countries that lexicons/places.tsv has. */
#ifndef ESEP_COUNTRIES_H
#define ESEP_COUNTRIES_H

#include "lexicons.h"

struct country {
	struct str id, code;   /* "kazakhstan", ISO 3166-1: "KZ" */
};

struct country_name {
	struct str text;
	size_t country;        /* in the list */
};

struct countries {
	LIST(struct country) list;        /* by id */
	LIST(struct country_name) names;  /* by country; all languages' */
};

/* Read once; the lexicons own them. errors: those of lexicons_table */
int lexicons_countries(struct lexicons *lexicons,
		       const struct countries **countries, struct err *err);

/* The country of a code or an id, or NULL. */
const struct country *countries_by_code(const struct countries *countries,
					struct str code);
const struct country *countries_by_id(const struct countries *countries,
				      struct str id);

/* The country of a name in any language, without regard to case, or NULL. */
const struct country *countries_by_name(const struct countries *countries,
					struct str name);

#endif
