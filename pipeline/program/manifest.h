/* A manifest.tsv: what people say of the reports of its folder. */
#ifndef ESEP_MANIFEST_H
#define ESEP_MANIFEST_H

#include "document.h"
#include "err.h"
#include "interned.h"
#include "table.h"

/* What is wrong with a row, or with all. A report that it is about is left
 * out: it would be loaded without what the row says. */
struct manifest_fault {
	struct str file;       /* of the row; empty where that is not known */
	struct str message;    /* with file and line in front */
	bool is_of_all;        /* of none of its reports is known what the
	                          manifest says */
	bool is_told;
};

/* What a manifest has on a file; of several, the first. */
struct manifest_entry {
	size_t row, fault; /* 1 + its place, 0 = none */
};

struct manifest {
	struct table table;
	LIST(struct manifest_fault) faults;
	struct manifest_fault header; /* is_of_all, or nothing */
	struct interned files;        /* named in rows or faults */
	LIST(struct manifest_entry) entries; /* by file */
	struct arena arena;
};

/* Read a manifest. Of its columns `file` is needed, and `id title lang country
 * edition covers series` are known; all others are kept as they stand, each a
 * key of metadata. A column that is nearly a known one, which is not there, is
 * a misspelling, and one that esep itself writes is refused.
 * Rows are faulty that have too few cells or too many, that name no file or
 * one of another folder, or the file or the id of another row.
 * returns ERR_MISSING where there is no such file, and then nothing is to be
 * released; all other errors are faults */
int manifest_load(struct manifest *manifest, const char *path,
		  struct err *err);
void manifest_release(struct manifest *manifest);

/* The row of a file by its name, and the fault that keeps it from being
 * taken, or NULL. False where it has neither. */
bool manifest_find(struct manifest *manifest, struct str file, size_t *row,
		   struct manifest_fault **fault);

/* The id that a row gives, or an empty string. */
struct str manifest_id(const struct manifest *manifest, size_t row);

/* Set the metadata of a document: all cells of a row, and its place, FILE:LINE,
 * as META_ROW. */
void manifest_put(const struct manifest *manifest, size_t row,
		  struct document *doc);

#endif
