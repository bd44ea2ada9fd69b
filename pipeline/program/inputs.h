/* The inputs of `read`: files and folders of reports, with what a manifest
 * says of them. */
#ifndef ESEP_INPUTS_H
#define ESEP_INPUTS_H

#include "document.h"
#include "err.h"
#include "program.h"
#include "interned.h"

struct input {
	struct str path;            /* as named, or FOLDER/name; "-" is stdin */
	struct str id;              /* unique among the inputs */
	size_t size;                /* bytes; 0 if not known */
	size_t manifest;            /* 1-based index of its manifest, 0 = none */
	size_t row;                 /* in that manifest */
	bool is_named;              /* itself, not the folder that it lies in */
	size_t twin;                /* 1 + an input of the same id, 0 = none */
};

struct manifest;
struct inputs {
	LIST(struct input) list;
	LIST(struct manifest *) manifests;
	struct interned manifest_paths; /* in the same order */
	struct interned ids;
	LIST(size_t) first;         /* by id: 1 + the first input that has it */
	struct interned files;         /* device and inode of those found */
	LIST(struct str) paths;     /* by file */
	size_t total_size;
	struct arena arena;
};

/* Find the inputs: a file as it is, a folder with all its reports (.txt .text
 * .md .markdown .html .htm .xhtml .docx .pdf, folders within too, by name),
 * each with what the manifest.tsv of its folder says (manifest.h). One of which
 * that says what cannot be is left out, and so are all of a folder whose
 * manifest cannot be read.
 *
 * An id tells a file and not what lies beside it: the manifest's; else of one
 * in a named folder its path from there on with `.` for `/`, whole but for
 * .txt; of a named file its name without ending, and with it where two that
 * are named differ in it alone. Blanks and controls become `-`. Where two have
 * the same id all the same, neither is taken.
 *
 * A named file may be anything that can be read. In a folder only the regular
 * files that lie there are taken, each once: links are not followed.
 *
 * What is left out is told to `complain`: with an error code, or with 0 where
 * no report is missing (a link, a device, the same file again).
 * returns 0, or the code of the last complaint that has one */
int inputs_find(struct inputs *inputs, const struct strings *arguments,
		void (*complain)(void *data, const struct err *err),
		void *data);
void inputs_release(struct inputs *inputs);

/* Append the id of a file that is named, or of standard input, "-". */
void inputs_add_id(struct strbuf *out, struct str path);

/* Make `doc` the input: id, metadata of the manifest and META_ROW, source (its
 * path, in UTF-8), raw bytes.
 * errors: as file_read; `max` is the cap in bytes */
int inputs_open(const struct inputs *inputs, const struct input *input,
		struct document *doc, size_t max, struct err *err);

#endif
