/* The gazetteer: names of lexicons/names and of the user's own lists, and the
 * web addresses and handles of running text. */
#ifndef ESEP_GAZETTEER_H
#define ESEP_GAZETTEER_H

#include "err.h"
#include "scan.h"
#include "slug.h"

struct gazetteer;

/* `lists` are files of the user with the columns type, id, lang and name; a
 * type may be any that has an id. errors: of table_load; ERR_FORMAT
 * (file:line) an unknown type, an id that is not [a-z0-9_]+ */
int gazetteer_open(struct gazetteer **gazetteer, struct languages *languages,
		   struct words *words, const char *folder,
		   const char *const *lists, size_t list_count,
		   const struct romanisation *romanisation, struct err *err);
void gazetteer_close(struct gazetteer *gazetteer);

/* Propose the names of the document. Needs the marks of heads_mark. */
void gazetteer_find(struct gazetteer *gazetteer, struct scan *scan);

/* The number of an entity by its id and type, or NO_ENTITY. */
uint32_t gazetteer_entity(const struct gazetteer *gazetteer, struct str id);

#endif
