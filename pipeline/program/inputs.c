#include "inputs.h"

#include "table.h"
#include "utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 32 };

struct finder {
	struct inputs *inputs;
	void (*complain)(void *data, const struct err *err);
	void *data;
	int rc;
	size_t manifest; /* of the folder we are in, 0 = none */
	int depth;
};

static void report(struct finder *finder, struct err *err)
{
	finder->rc = err->code;
	finder->complain(finder->data, err);
}

/* By its name, which may lie: the content tells what it is. Reports in formats
 * that nobody reads yet are taken too, to be told instead of missed. */
static bool is_report(struct str name)
{
	static const char *const endings[] = {
		".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml",
		".docx", ".pdf", ".doc", ".docm", ".odt", ".rtf", ".epub"
	};
	bool is = false;
	struct strbuf fold = STRBUF_INIT;

	utf8_add_fold(&fold, name);
	for (size_t i = 0; i < COUNT_OF(endings); i++)
		is = is || str_has_suffix(strbuf_view(&fold),
					  str_of(endings[i]));
	is = is && !str_has_prefix(name, STR(".")) &&
	     !str_has_prefix(name, STR("~$")) && /* of an open Word */
	     !str_has_prefix(strbuf_view(&fold), STR("readme."));
	strbuf_release(&fold);
	return is;
}

/* False where another input has the id. */
static bool take_id(struct inputs *inputs, struct str id)
{
	uint32_t *taken = word_cache_at(&inputs->taken, &inputs->ids,
					words_add(&inputs->ids, id));

	return ++*taken == 1;
}

/* An id is one word of a comment line: no blanks, no controls, valid UTF-8. */
static struct str make_id(struct inputs *inputs, struct str name)
{
	struct strbuf id = STRBUF_INIT, nfc = STRBUF_INIT;
	struct str copy;
	size_t at = 0, plain;

	while (at < name.len) {
		uint32_t c = utf8_next(name, &at);

		if (c <= 0x20 || c == 0x7f || utf8_is_space(c) || c == 0xfffd)
			c = '-';
		utf8_add(&id, c);
	}
	if (id.len == 0)
		strbuf_add_z(&id, "document");
	utf8_add_nfc(&nfc, strbuf_view(&id));
	plain = nfc.len;
	for (unsigned n = 2; !take_id(inputs, strbuf_view(&nfc)); n++) {
		strbuf_truncate(&nfc, plain);
		strbuf_addf(&nfc, "-%u", n);
	}
	copy = str_copy(&inputs->arena, strbuf_view(&nfc));
	strbuf_release(&id);
	strbuf_release(&nfc);
	return copy;
}

static struct str without_ending(struct str name)
{
	size_t dot = name.len;

	while (dot > 1 && name.data[dot - 1] != '.')
		dot--;
	return dot > 1 ? str_slice(name, 0, dot - 1) : name;
}

static void find_row(const struct inputs *inputs, struct input *input)
{
	const struct table *table;
	int file;

	if (input->manifest == 0)
		return;
	table = inputs->manifests.items[input->manifest - 1];
	file = table_column(table, "file");
	for (input->row = 0; input->row < table->row_count; input->row++)
		if (str_equal(table_cell(table, input->row, file),
			      str_file_name(input->path)))
			return;
	input->manifest = 0;
}

static void add_file(struct finder *finder, struct str path, size_t size)
{
	struct inputs *inputs = finder->inputs;
	struct input input = { .path = path, .size = size,
			       .manifest = finder->manifest };
	struct str name = str_equal(path, STR("-"))
				  ? STR("stdin")
				  : without_ending(str_file_name(path));

	find_row(inputs, &input);
	if (input.manifest) {
		const struct table *table =
			inputs->manifests.items[input.manifest - 1];
		struct str id = table_cell(table, input.row,
					   table_column(table, "id"));

		name = id.len > 0 ? id : name;
	}
	input.id = make_id(inputs, name);
	inputs->total_size += size;
	*LIST_ADD(&inputs->list) = input;
}

/* A manifest row whose file is missing is a mistake worth telling. */
static void check_manifest(struct finder *finder, struct str folder,
			   const struct table *table)
{
	int file = table_column(table, "file");
	struct strbuf path = STRBUF_INIT;
	struct stat info;

	for (size_t i = 0; i < table->row_count; i++) {
		struct str name = table_cell(table, i, file);
		struct err err = ERR_INIT;

		strbuf_clear(&path);
		strbuf_addf(&path, "%.*s/%.*s", STR_ARGS(folder),
			    STR_ARGS(name));
		if (stat(path.data, &info) == 0)
			continue;
		err_set(&err, ERR_MISSING, "%s:%u: %s: %s", table->path.data,
			table->lines.items[i], path.data, strerror(errno));
		report(finder, &err);
	}
	strbuf_release(&path);
}

/* The folder's manifest becomes the current one, if it has one. */
static void read_manifest(struct finder *finder, struct str folder)
{
	struct inputs *inputs = finder->inputs;
	struct table *table = memory_get(sizeof *table);
	struct strbuf path = STRBUF_INIT;
	struct err err = ERR_INIT;
	int rc;

	strbuf_addf(&path, "%.*s/manifest.tsv", STR_ARGS(folder));
	rc = table_load(table, path.data, "file", &err);
	strbuf_release(&path);
	finder->manifest = 0;
	if (rc == 0) {
		*LIST_ADD(&inputs->manifests) = table;
		finder->manifest = inputs->manifests.count;
		return;
	}
	free(table);
	if (rc != ERR_MISSING)
		report(finder, &err);
}

static void add_path(struct finder *finder, struct str path, bool is_named);

static bool is_in_manifest(const struct finder *finder, struct str name)
{
	struct input input = { .path = name, .manifest = finder->manifest };

	find_row(finder->inputs, &input);
	return input.manifest > 0;
}

static void add_folder(struct finder *finder, struct str path, bool is_named)
{
	struct dirent **entries = NULL;
	size_t before = finder->inputs->list.count, outer = finder->manifest;
	int count = scandir(path.data, &entries, NULL, alphasort);
	struct err err = ERR_INIT;

	if (count < 0) {
		err_set(&err, ERR_SYSTEM, "%s: %s", path.data, strerror(errno));
		report(finder, &err);
		return;
	}
	read_manifest(finder, path);
	for (int i = 0; i < count; i++) {
		struct str name = str_of(entries[i]->d_name);
		struct strbuf full = STRBUF_INIT;
		struct stat info;

		strbuf_addf(&full, "%.*s%s%.*s", STR_ARGS(path),
			    str_has_suffix(path, STR("/")) ? "" : "/",
			    STR_ARGS(name));
		if (!str_has_prefix(name, STR(".")) &&
		    stat(full.data, &info) == 0 &&
		    (S_ISDIR(info.st_mode) || is_report(name) ||
		     is_in_manifest(finder, name)))
			add_path(finder,
				 str_copy(&finder->inputs->arena,
					  strbuf_view(&full)), false);
		strbuf_release(&full);
		free(entries[i]);
	}
	free(entries);
	if (finder->manifest)
		check_manifest(finder, path,
			       finder->inputs->manifests
				       .items[finder->manifest - 1]);
	finder->manifest = outer;
	if (is_named && finder->inputs->list.count == before) {
		err_set(&err, ERR_MISSING,
			"%s: no reports in this folder (.txt, .text, .md, "
			".markdown, .html, .htm, .xhtml, .docx, .pdf)",
			path.data);
		report(finder, &err);
	}
}

static void add_named_file(struct finder *finder, struct str path, size_t size)
{
	size_t slash = path.len - str_file_name(path).len;
	struct str folder = slash > 1 ? str_slice(path, 0, slash - 1)
				      : slash ? STR("/") : STR(".");

	read_manifest(finder, folder);
	add_file(finder, path, size);
}

static void add_path(struct finder *finder, struct str path, bool is_named)
{
	struct stat info;
	struct err err = ERR_INIT;

	if (str_equal(path, STR("-"))) {
		finder->manifest = 0;
		add_file(finder, path, 0);
	} else if (stat(path.data, &info) < 0) {
		err_set(&err, errno == ENOENT ? ERR_MISSING : ERR_SYSTEM,
			"%s: %s", path.data, strerror(errno));
		report(finder, &err);
	} else if (S_ISDIR(info.st_mode)) {
		if (finder->depth == DEPTH_MAX)
			return;
		finder->depth++;
		add_folder(finder, path, is_named);
		finder->depth--;
	} else if (is_named) {
		add_named_file(finder, path, (size_t)info.st_size);
	} else {
		add_file(finder, path, (size_t)info.st_size);
	}
}

int inputs_find(struct inputs *inputs, const struct strings *arguments,
		void (*complain)(void *data, const struct err *err),
		void *data)
{
	struct finder finder = { .inputs = inputs, .complain = complain,
				 .data = data };

	*inputs = (struct inputs){ .total_size = 0 };
	words_init(&inputs->ids);
	for (size_t i = 0; i < arguments->count; i++)
		add_path(&finder, str_of(arguments->items[i]), true);
	return finder.rc;
}

void inputs_release(struct inputs *inputs)
{
	for (size_t i = 0; i < inputs->manifests.count; i++) {
		table_release(inputs->manifests.items[i]);
		free(inputs->manifests.items[i]);
	}
	LIST_RELEASE(&inputs->manifests);
	LIST_RELEASE(&inputs->list);
	words_release(&inputs->ids);
	word_cache_release(&inputs->taken);
	arena_release(&inputs->arena);
}

int inputs_open(const struct inputs *inputs, const struct input *input,
		struct document *doc, size_t max, struct err *err)
{
	static const char *const keys[] = { "title", "lang", "country",
					    "edition", "covers", "series" };
	int rc;

	document_clear(doc);
	doc->id = str_copy(&doc->arena, input->id);
	document_set_meta(doc, STR("source"), input->path);
	for (size_t i = 0; input->manifest && i < COUNT_OF(keys); i++) {
		const struct table *table =
			inputs->manifests.items[input->manifest - 1];

		document_set_meta(doc, str_of(keys[i]),
				  table_cell(table, input->row,
					     table_column(table, keys[i])));
	}
	rc = file_read(&doc->raw, &doc->arena, input->path.data, max, err);
	return rc;
}
