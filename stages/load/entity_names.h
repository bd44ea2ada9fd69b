/* How readers of a language know an entity: from its spellings in that language
 * the commonest full form, in the nominative where one stands there. */
#ifndef ESEP_ENTITY_NAMES_H
#define ESEP_ENTITY_NAMES_H

#include "knowledge.h"
#include "slug.h"

struct entity_form {
	struct str text;
	int64_t count;
};

struct entity_names {
	struct romanisation *romanisation;
	struct table *languages;
	struct strbuf slug;
};

/* errors: those of lexicons_table and romanisation_open; close it then too */
int entity_names_open(struct entity_names *names, struct lexicons *lexicons,
		      struct err *err);
void entity_names_close(struct entity_names *names);

/* Whether a name is in the usual script of a language. */
bool entity_names_suits(const struct entity_names *names, struct str lang,
			struct str name);

/* The best of an entity's forms in a language, which come by their counts, the
 * greatest first; a few dozen are looked at. Empty for none.
 *
 * Of a person, names in full come before those with initials and those before
 * a bare surname; of others, names of several words come first. Letters of the
 * language come before others. Of two that differ in their endings alone that
 * one stays which is closer to the id, since ids are made of base forms. Then
 * what is not in capitals, and what is commoner, wins. */
struct str entity_names_choose(struct entity_names *names, struct str id,
			       struct str lang, bool is_person,
			       struct entity_form *forms, size_t count);

/* Whether a form of an entity is another one of it with case endings, as far as
 * the id and the letters tell. */
bool entity_names_is_inflected(struct entity_names *names, struct str id,
			       struct str form, struct str other);

#endif
