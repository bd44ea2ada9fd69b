#include "inputs_internal.h"

#include "table.h"
#include "utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

enum { DEPTH_MAX = 32 };

/* By its name, which may lie: the content tells what it is. Reports in formats
 * that nobody reads yet are taken too, to be told instead of missed. */
static bool is_report(struct str name)
{
	static const char *const endings[] = {
		".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml",
		".docx", ".odt", ".epub", ".pdf", ".doc", ".docm", ".rtf"
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

/* What became of a row whose file was not met, or NULL. */
static const char *missing_file(struct str path)
{
	struct stat info;

	if (stat(path.data, &info) < 0)
		return strerror(errno);
	return S_ISDIR(info.st_mode) ? "it is a folder" : NULL;
}

/* A manifest row whose file is missing is a mistake worth telling. */
static void check_rows(struct finder *finder, struct str folder,
		       const struct table *table)
{
	struct strbuf path = STRBUF_INIT;

	for (size_t i = 0; i < table->row_count; i++) {
		struct str name = table_named_cell(table, i, "file");
		struct err err = ERR_INIT;
		const char *why;

		if (name.len == 0 || str_file_name(name).len < name.len)
			continue;
		strbuf_clear(&path);
		strbuf_addf(&path, "%.*s/%.*s", STR_ARGS(folder),
			    STR_ARGS(name));
		if (!(why = missing_file(strbuf_view(&path))))
			continue;
		err_set(&err, ERR_MISSING, "%s:%u: %s: %s", table->path.data,
			table->lines.items[i], path.data, why);
		inputs_report(finder, &err);
	}
	strbuf_release(&path);
}

/* What no report that was met has told of a manifest. */
static void check_manifest(struct finder *finder, struct str folder,
			   struct manifest *manifest)
{
	if (manifest->header.is_of_all) {
		inputs_tell_fault(finder, &manifest->header, false);
		return;
	}
	for (size_t i = 0; i < manifest->faults.count; i++)
		inputs_tell_fault(finder, &manifest->faults.items[i], false);
	check_rows(finder, folder, &manifest->table);
}

static const char *not_regular(const struct stat *info)
{
	return S_ISLNK(info->st_mode)
		       ? "left out: links in a folder are not followed"
		       : "left out: it is no regular file";
}

/* The folder's manifest becomes the current one, if it has one. Several named
 * files may lie in one folder. */
static void read_manifest(struct finder *finder, struct str folder)
{
	struct inputs *inputs = finder->inputs;
	struct strbuf path = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct manifest *manifest;
	struct stat info;

	strbuf_addf(&path, "%.*s/manifest.tsv", STR_ARGS(folder));
	finder->manifest = interned_find(&inputs->manifest_paths,
					 strbuf_view(&path));
	if (finder->manifest == 0 && lstat(path.data, &info) == 0) {
		manifest = memory_get(sizeof *manifest);
		if (!S_ISREG(info.st_mode)) {
			inputs_leave_out(finder, 0, strbuf_view(&path),
					 not_regular(&info));
			free(manifest);
		} else if (manifest_load(manifest, path.data, &err) < 0) {
			free(manifest);
		} else {
			*LIST_ADD(&inputs->manifests) = manifest;
			interned_add(&inputs->manifest_paths,
				     strbuf_view(&path));
			finder->manifest = inputs->manifests.count;
		}
	}
	strbuf_release(&path);
}

static bool is_in_manifest(const struct finder *finder, struct str name)
{
	struct manifest_fault *fault = NULL;
	size_t row;

	return finder->manifest > 0 &&
	       manifest_find(finder->inputs->manifests
			     .items[finder->manifest - 1],
			     name, &row, &fault) &&
	       !(fault && fault->is_of_all);
}

static void add_folder(struct finder *finder, struct str path);

/* A name in a folder: a folder within, a report, or nothing of ours. */
static void add_entry(struct finder *finder, struct str path, struct str name)
{
	struct stat info, target;
	bool is_wanted = is_report(name) || is_in_manifest(finder, name);

	if (str_has_prefix(name, STR(".")))
		return;
	if (lstat(path.data, &info) < 0) {
		if (is_wanted)
			inputs_leave_out(finder, ERR_SYSTEM, path,
					 strerror(errno));
		return;
	}
	if (S_ISLNK(info.st_mode) && !is_wanted)
		is_wanted = stat(path.data, &target) == 0 &&
			    S_ISDIR(target.st_mode);
	if (!S_ISDIR(info.st_mode) && !is_wanted)
		return;
	if (utf8_valid_until(name) < name.len)
		inputs_leave_out(finder, ERR_ENCODING, path,
				 "left out: its name is not valid UTF-8");
	else if (S_ISDIR(info.st_mode))
		add_folder(finder, path);
	else if (S_ISREG(info.st_mode))
		inputs_add_file(finder, path, &info);
	else
		inputs_leave_out(finder, 0, path, not_regular(&info));
}

/* Its names, which need not be UTF-8. */
static void add_entries(struct finder *finder, struct str path,
			struct dirent **entries, int count)
{
	for (int i = 0; i < count; i++) {
		struct str name = str_of(entries[i]->d_name);
		struct strbuf full = STRBUF_INIT;

		strbuf_add(&full, path);
		if (!str_has_suffix(path, STR("/")))
			strbuf_add_char(&full, '/');
		if (finder->depth == 1)
			finder->root = full.len;
		strbuf_add(&full, name);
		add_entry(finder,
			  str_copy(&finder->inputs->arena, strbuf_view(&full)),
			  name);
		strbuf_release(&full);
		free(entries[i]);
	}
	free(entries);
}

static void add_folder(struct finder *finder, struct str path)
{
	struct dirent **entries = NULL;
	size_t outer = finder->manifest;
	int count;

	if (finder->depth == DEPTH_MAX) {
		inputs_leave_out(finder, ERR_LIMIT, path,
				 "left out: too many folders within one "
				 "another");
		return;
	}
	count = scandir(path.data, &entries, NULL, alphasort);
	if (count < 0) {
		inputs_leave_out(finder, ERR_SYSTEM, path, strerror(errno));
		return;
	}
	finder->depth++;
	read_manifest(finder, path);
	add_entries(finder, path, entries, count);
	if (finder->manifest)
		check_manifest(finder, path,
			       finder->inputs->manifests
				       .items[finder->manifest - 1]);
	finder->manifest = outer;
	finder->depth--;
}

static void add_named_folder(struct finder *finder, struct str path)
{
	size_t before = finder->found;

	add_folder(finder, path);
	if (finder->found == before)
		inputs_leave_out(finder, ERR_MISSING, path,
				 "no reports in this folder (.txt, .text, "
				 ".md, .markdown, .html, .htm, .xhtml, .docx, "
				 ".odt, .epub, .pdf)");
}

static void add_named_file(struct finder *finder, struct str path,
			   const struct stat *info)
{
	size_t slash = path.len - str_file_name(path).len;
	struct str folder = slash > 1 ? str_slice(path, 0, slash - 1)
				      : slash ? STR("/") : STR(".");

	read_manifest(finder, folder);
	inputs_add_file(finder, path, info);
}

void inputs_add_named(struct finder *finder, struct str path)
{
	struct stat info;

	finder->manifest = 0;
	if (str_equal(path, STR("-")))
		inputs_add_file(finder, path, NULL);
	else if (stat(path.data, &info) < 0)
		inputs_leave_out(finder,
				 errno == ENOENT ? ERR_MISSING : ERR_SYSTEM,
				 path, strerror(errno));
	else if (S_ISDIR(info.st_mode))
		add_named_folder(finder, path);
	else
		add_named_file(finder, path, &info);
}
