#include "lexicon_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 8 };

static int is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int add_folder(struct lexicon_files *files, struct strbuf *path,
		      size_t root, int depth, struct err *err);

static int add_entry(struct lexicon_files *files, struct strbuf *path,
		     size_t root, const char *name, int depth, struct err *err)
{
	size_t len = path->len;
	struct stat info;
	int rc = 0;

	strbuf_addf(path, "/%s", name);
	if (stat(path->data, &info) == 0 && S_ISDIR(info.st_mode))
		rc = add_folder(files, path, root, depth + 1, err);
	else
		*LIST_ADD(&files->names) = str_copy(
			&files->arena, str_slice(strbuf_view(path), root + 1,
						 path->len));
	path->len = len;
	path->data[len] = '\0';
	return rc;
}

/* `root` is the length of the folder that all lie below. */
static int add_folder(struct lexicon_files *files, struct strbuf *path,
		      size_t root, int depth, struct err *err)
{
	struct dirent **entries = NULL;
	int count, rc = 0;

	if (depth > DEPTH_MAX)
		return err_set(err, ERR_LIMIT, "%s: more than %d folders within"
			       " one another", path->data, DEPTH_MAX);
	count = scandir(path->data, &entries, is_shown, by_name);
	if (count < 0)
		return err_set(err, ERR_SYSTEM, "%s: %s", path->data,
			       strerror(errno));
	for (int i = 0; i < count; i++) {
		if (rc == 0)
			rc = add_entry(files, path, root, entries[i]->d_name,
				       depth, err);
		free(entries[i]);
	}
	free(entries);
	return rc;
}

int lexicon_files_find(struct lexicon_files *files, const char *folder,
		       struct err *err)
{
	struct strbuf path = STRBUF_INIT;
	int rc;

	*files = (struct lexicon_files){ .arena = ARENA_INIT };
	strbuf_add_z(&path, folder);
	rc = add_folder(files, &path, path.len, 0, err);
	strbuf_release(&path);
	return rc;
}

void lexicon_files_release(struct lexicon_files *files)
{
	LIST_RELEASE(&files->names);
	arena_release(&files->arena);
}
