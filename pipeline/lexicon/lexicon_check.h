/* What can be said of lexicons without knowing what their tables are for. */
#ifndef ESEP_LEXICON_CHECK_H
#define ESEP_LEXICON_CHECK_H

#include "lexicon_files.h"
#include "lexicons.h"

/* Tell the critic, file by file, of what the catalogue does not know and what
 * nobody read (once all loaders ran): files, columns, rows; of rows that stand
 * twice or apart from those that they belong to, cells that are not in NFC, ids
 * and codes of countries that are none, ids without their row in another table.
 * ready  all loaders went through: a row that none took has no effect */
void lexicon_check(struct lexicons *lexicons, const struct lexicon_files *files,
		   bool ready, const struct table_critic *critic);

#endif
