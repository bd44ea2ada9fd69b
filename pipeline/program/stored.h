/* Documents of a database, read as they were loaded. */
#ifndef ESEP_STORED_H
#define ESEP_STORED_H

#include "database.h"
#include "document.h"
#include "pack.h"
#include "squeeze.h"

struct stored {
	struct database *db;
	struct statement *texts, *pack, *production;
	struct words words;
	struct document doc;     /* the last one that was read */
	int64_t number;          /* its row; 0: none, or not all of it */
	int64_t unpacked;        /* whose bytes are there */
	bool is_whole;           /* all of them */
	size_t max;
	struct strbuf bytes;
	struct squeeze squeeze;
	LIST(struct str) list;
	struct arena arena;
};

/* `max`: bytes of a document's stream or source, at most.
 * errors: ERR_DATABASE. Close it on an error too. */
int stored_open(struct stored *stored, struct database *db, size_t max,
		struct err *err);
void stored_close(struct stored *stored);

/* Read the document of that row into stored->doc, unless it is there.
 * errors: ERR_DATABASE; ERR_FORMAT and ERR_LIMIT of pack_read and
 * unsqueeze_add */
int stored_read(struct stored *stored, int64_t document, struct err *err);

/* Set the production of stored->doc, which is that document, from its row.
 * The strings are valid until another one is read. errors: ERR_DATABASE */
int stored_read_production(struct stored *stored, int64_t document,
			   struct err *err);

/* Where the tokens of a paragraph lie, from 0, which has that text: as
 * pack_read_places. */
int stored_read_places(struct stored *stored, int64_t document,
		       size_t paragraph, struct str text,
		       struct pack_places *places, struct err *err);

/* The database may have changed: nothing is there any more. */
void stored_forget(struct stored *stored);

/* Append a document as document_pack keeps it. */
void stored_pack(struct squeeze *squeeze, struct strbuf *out,
		 const struct document *doc);

#endif
