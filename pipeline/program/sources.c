#include "sources.h"

#include "digest.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

static const char documents_sql[] =
	"SELECT name, source, sha256 FROM document ORDER BY name";

const char *source_state_name(enum source_state state)
{
	static const char *const names[] = {
		[SOURCE_SAME] = "same",
		[SOURCE_CHANGED] = "changed",
		[SOURCE_GONE] = "gone",
		[SOURCE_UNKNOWN] = "unknown"
	};

	return names[state];
}

/* A path of a database may lead anywhere: to a device, or to a pipe that nobody
 * writes to. */
static int open_regular(const char *path)
{
	int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat info;

	if (file >= 0 && (fstat(file, &info) < 0 || !S_ISREG(info.st_mode))) {
		close(file);
		errno = ENOENT;
		return -1;
	}
	return file;
}

static bool means_gone(int reason)
{
	return reason == ENOENT || reason == ENOTDIR || reason == ENAMETOOLONG;
}

static enum source_state look_at(const char *path, struct str sha256,
				 bool *is_there)
{
	char hex[DIGEST_HEX + 1];
	int file = open_regular(path);
	bool is_read;

	*is_there = file >= 0;
	if (file < 0)
		return means_gone(errno) ? SOURCE_GONE : SOURCE_UNKNOWN;
	is_read = sha256.len == DIGEST_HEX && digest_file(hex, file);
	close(file);
	if (!is_read)
		return SOURCE_UNKNOWN;
	return str_equal(str_of(hex), sha256) ? SOURCE_SAME : SOURCE_CHANGED;
}

/* The first that is there stands, until one is the same. */
static void look_also(struct strbuf *found, enum source_state *state,
		      const char *path, struct str sha256)
{
	bool is_there;
	enum source_state one = look_at(path, sha256, &is_there);

	if (one == SOURCE_GONE ||
	    (one != SOURCE_SAME && *state != SOURCE_GONE))
		return;
	*state = one;
	strbuf_clear(found);
	if (is_there)
		strbuf_add_z(found, path);
}

static void look_below(struct strbuf *found, enum source_state *state,
		       struct str source, struct str sha256,
		       const char *folder)
{
	struct strbuf path = STRBUF_INIT;
	struct str rest = source, name;
	size_t folder_len = strlen(folder);

	while (*state != SOURCE_SAME && rest.data && rest.len > 0) {
		struct str from = rest;

		str_split(&rest, '/', &name);
		if (name.len == 0 || str_equal(name, STR(".")) ||
		    from.len >= PATH_MAX) /* no file has such a path */
			continue;
		strbuf_clear(&path);
		strbuf_add_z(&path, folder);
		if (folder_len > 0 && folder[folder_len - 1] != '/')
			strbuf_add_char(&path, '/');
		strbuf_add(&path, from);
		look_also(found, state, path.data, sha256);
	}
	strbuf_release(&path);
}

enum source_state source_look(struct strbuf *found, struct str source,
			      struct str sha256, const char *folder)
{
	enum source_state state = SOURCE_GONE;
	struct arena arena = ARENA_INIT;

	strbuf_clear(found);
	if (source.len == 0 || str_equal(source, STR("-")))
		return SOURCE_UNKNOWN;
	look_also(found, &state, str_copy_z(&arena, source), sha256);
	if (folder)
		look_below(found, &state, source, sha256, folder);
	arena_release(&arena);
	/* U+FFFD stands for bytes that were no text */
	if (state == SOURCE_GONE &&
	    str_find(source, STR("\xef\xbf\xbd"), 0) < source.len)
		state = SOURCE_UNKNOWN;
	return state;
}

static void add_folder(struct strbuf *out, struct str path)
{
	size_t name = str_file_name(path).len;

	if (name == path.len)
		strbuf_add_char(out, '.');
	else
		strbuf_add(out, str_slice(path, 0, path.len - name));
}

int sources_check(struct database *db, const char *folder, source_tell *tell,
		  void *data, struct err *err)
{
	struct strbuf own = STRBUF_INIT, found = STRBUF_INIT;
	struct statement *st;
	int rc = statement_open(&st, db, documents_sql, err);

	if (rc < 0)
		return rc;
	add_folder(&own, str_of(database_path(db)));
	while ((rc = statement_step(st, err)) > 0) {
		enum source_state state = source_look(
			&found, statement_text(st, 1), statement_text(st, 2),
			folder ? folder : own.data);

		tell(data, statement_text(st, 0), statement_text(st, 1), state,
		     strbuf_view(&found));
	}
	statement_close(st);
	strbuf_release(&own);
	strbuf_release(&found);
	return rc;
}
