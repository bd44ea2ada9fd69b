/* The inputs of `read`: files and folders of reports, with what a manifest
 * says of them. */
#ifndef ESEP_INPUTS_H
#define ESEP_INPUTS_H

#include "document.h"
#include "err.h"
#include "program.h"

struct input {
	struct str path;           /* as named, or FOLDER/name; "-" is stdin */
	struct str id;             /* unique among the inputs */
	size_t size;               /* bytes; 0 if not known */
	size_t manifest;           /* 1-based index of its manifest, 0 = none */
	size_t row;                /* in that manifest */
};

struct table;
struct inputs {
	LIST(struct input) list;
	LIST(struct table *) manifests;
	struct words ids;
	struct word_cache taken;    /* by id: how many inputs asked for it */
	size_t total_size;
	struct arena arena;
};

/* Find the inputs: a file as it is, a folder with all its reports (.txt .text
 * .md .markdown .html .htm .xhtml .docx .pdf, folders within too, by name),
 * each with the manifest.tsv of its folder (columns: file, and any of id title lang country edition covers
 * series). An id is the manifest's, else the file's name without ending,
 * blanks and controls as `-`; a second one of the same id gets -2.
 * An argument that cannot be used is told to `complain` and left out; the
 * others stay.
 * returns 0, or the code of the last complaint */
int inputs_find(struct inputs *inputs, const struct strings *arguments,
		void (*complain)(void *data, const struct err *err),
		void *data);
void inputs_release(struct inputs *inputs);

/* Make `doc` the input: id, metadata of the manifest, source, raw bytes.
 * errors: as file_read; `max` is the cap in bytes */
int inputs_open(const struct inputs *inputs, const struct input *input,
		struct document *doc, size_t max, struct err *err);

#endif
