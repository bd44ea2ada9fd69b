/* How articles of laws are shown: as people cite them, "Art. 174 CC KZ", made of
 * the id alone (kz_criminal_code_174) by lexicons/law_shorts.tsv, and the rows
 * `shown` of articles.tsv. */
#ifndef ESEP_LAW_SHOWN_H
#define ESEP_LAW_SHOWN_H

#include "lexicons.h"

struct law_shown;

/* errors: those of lexicons_table; ERR_FORMAT for a row that is none */
int law_shown_open(struct law_shown **shown, struct lexicons *lexicons,
		   struct err *err);
void law_shown_close(struct law_shown *shown); /* NULL too */

/* Append what an article is called in a language; false, and nothing is added:
 * the id is that of no article whose act has a name there. */
bool law_shown_add(const struct law_shown *shown, struct strbuf *out,
		   struct str id, struct str lang);

#endif
