/* The gazetteer: names of lexicons/names and of the user's own lists, and the
 * web addresses and handles of running text. A name that may be another word
 * too (its `cue` says so) needs a sign beside it, or what mention_types.tsv
 * takes for one. */
#ifndef ESEP_GAZETTEER_H
#define ESEP_GAZETTEER_H

#include "err.h"
#include "scan.h"
#include "slug.h"

struct gazetteer;

/* `lists` are files of the user with the columns type, id, lang and name; a
 * type may be any that has an id. errors: of lexicons_table and
 * table_load; ERR_FORMAT (file:line) an unknown type, language or cue, an id
 * that is not [a-z0-9_]+ */
int gazetteer_open(struct gazetteer **gazetteer,
		   const struct knowledge *knowledge,
		   const char *const *lists, size_t list_count,
		   const struct romanisation *romanisation,
		   struct country_words *countries, struct err *err);
void gazetteer_close(struct gazetteer *gazetteer);

/* Propose the names of the document. Needs the marks of heads_mark and what
 * scopes_find tells. The id of a country's own body or act is without the
 * country (criminal_code) where nothing says which country it is of. */
void gazetteer_find(struct gazetteer *gazetteer, struct scan *scan);

/* Whether the tables or the user's lists name such a thing. */
bool gazetteer_knows(const struct gazetteer *gazetteer, struct str id,
		     enum mention_type type);

/* Tell the document the main names of what was named by a list. After all its
 * mentions are there. */
void gazetteer_tell(struct gazetteer *gazetteer, struct document *doc);

#endif
