/* Versions of what decides how a database looks up its words. A change of
 * results means a higher number; a query refuses a database whose numbers
 * differ, because its own stems and keys would not meet those that lie there.
 */
#ifndef ESEP_VERSIONS_H
#define ESEP_VERSIONS_H

enum {
	SCHEMA_VERSION = 16,    /* tables and views: schema.c */
	TOKENIZER_VERSION = 4, /* where words begin and end */
	STEMMER_VERSION = 4,   /* the stems of all languages */
	KEY_VERSION = 4        /* the cross-script key of names */
};

#endif
