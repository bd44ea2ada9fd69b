/* The lexicons: a folder of tables, each of which is read once, when it is
 * first asked for. */
#ifndef ESEP_LEXICONS_H
#define ESEP_LEXICONS_H

#include "letter_writers.h"
#include "table.h"

struct lexicons;

/* The folder is `option`, else the variable ESEP_LEXICONS, else beside the
 * program: ../share/esep/lexicons for an installed one, ../lexicons or
 * ../../lexicons for one in its build folder, else where the build put them.
 * `option` may be NULL. errors: ERR_MISSING, with the places looked at. */
int lexicons_open(struct lexicons **lexicons, const char *option,
		  struct err *err);
void lexicons_close(struct lexicons *lexicons); /* NULL too */

const char *lexicons_folder(const struct lexicons *lexicons);

/* The table of a name ("numbers.tsv", "ru/dates.tsv"), which must have the
 * columns that the catalogue names for it. It is borrowed and stays as it is
 * until the lexicons are closed; an optional table that is not there has no
 * rows. errors: those of table_load; ERR_MISSING says which lexicon is
 * missing and where it was looked for. */
int lexicons_table(struct lexicons *lexicons, const char *name,
		   struct table **table, struct err *err);

/* The same of the table CODE/name of a language. */
int lexicons_language_table(struct lexicons *lexicons, struct str code,
			    const char *name, struct table **table,
			    struct err *err);

/* The scripts that languages are written in. */
enum script { SCRIPT_OTHER, SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPTS };

/* A language that esep reads: a row of languages.tsv. */
struct lexicon_language {
	struct str code, name;
	enum script script;        /* the usual one */
	enum script also;          /* another one, or SCRIPT_OTHER */
	struct str letters;        /* that others of the script lack */
	struct str stemmer;
	uint32_t line;             /* of languages.tsv */
};
struct lexicon_languages {
	struct lexicon_language *items;
	size_t count, capacity;
	struct letter_writers letters;
};

/* All of them, in the order of the rows. errors: ERR_FORMAT an unknown
 * script, a code that is empty, longer than eight bytes or not [a-z-], a
 * letter beyond LETTER_LIMIT, more than LETTER_LANGUAGES languages. */
int lexicons_languages(struct lexicons *lexicons,
		       const struct lexicon_languages **languages,
		       struct err *err);

/* The code of the first of them, which main names are in; empty where there is
 * none. errors: as lexicons_languages */
int lexicons_main_lang(struct lexicons *lexicons, struct str *code,
		       struct err *err);

/* For who checks the lexicons, before anything is read of them: the critic is
 * told of every row that is refused and of every table that does not load,
 * which has no rows then. It outlives them. */
void lexicons_check(struct lexicons *lexicons,
		    const struct table_critic *critic);

/* An error that no row is to blame for: told to the critic, where there is
 * one, and then it is none; returns 0 or `code`. */
int lexicons_tell(const struct lexicons *lexicons, int code,
		  const struct err *err);

/* Rows that were refused leave their tables (table_drop_refused), and what was
 * made of tables is forgotten. Returns whether there were any. */
bool lexicons_drop_refused(struct lexicons *lexicons);

/* A table that was asked for, or NULL: one that nobody reads. */
struct table *lexicons_read_table(const struct lexicons *lexicons,
				  struct str name);

#endif
