#include "table.h"

#include "utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TABLE_LIMIT = 256 * 1024 * 1024, MAP_FROM = 32 * 1024,
       ROOM_MOST = 1 << 20 };

static int failed(const char *path, struct err *err)
{
	return err_set(err, errno == ENOENT ? ERR_MISSING : ERR_SYSTEM,
		       "%s: %s", path, strerror(errno));
}

static ssize_t read_some(int file, char *to, size_t most)
{
	ssize_t len;

	do
		len = read(file, to, most);
	while (len < 0 && errno == EINTR);
	return len;
}

/* A file of a known size is read to where it will stay; what is written to it
 * meanwhile is not. */
static int read_sized(int file, struct str *bytes, struct arena *arena,
		      size_t size)
{
	char *data = arena_get(arena, size + 1);
	ssize_t len = 1;

	*bytes = (struct str){ data, 0 };
	while (len > 0 && bytes->len < size) {
		len = read_some(file, data + bytes->len, size - bytes->len);
		bytes->len += len > 0 ? (size_t)len : 0;
	}
	data[bytes->len] = '\0';
	return len < 0 ? ERR_SYSTEM : 0;
}

static int read_stream(int file, struct str *bytes, struct arena *arena,
		       size_t max)
{
	struct strbuf buf = STRBUF_INIT;
	char block[64 * 1024];
	ssize_t len;

	while ((len = read_some(file, block, sizeof block)) > 0 &&
	       buf.len + (size_t)len <= max)
		strbuf_add(&buf, (struct str){ block, (size_t)len });
	if (len == 0)
		*bytes = str_copy(arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return len < 0 ? ERR_SYSTEM : len > 0 ? ERR_LIMIT : 0;
}

int file_read(struct str *bytes, struct arena *arena, const char *path,
	      size_t max, struct err *err)
{
	bool is_stdin = !strcmp(path, "-"), is_sized;
	int file = is_stdin ? 0 : open(path, O_RDONLY | O_CLOEXEC);
	const char *name = is_stdin ? "standard input" : path;
	struct stat info;
	int rc;

	if (file < 0)
		return failed(path, err);
	is_sized = fstat(file, &info) == 0 && S_ISREG(info.st_mode) &&
		   info.st_size > 0;
	if (is_sized && (uintmax_t)info.st_size > max)
		rc = err_set(err, ERR_LIMIT, "%s: %ju bytes; the limit is %zu",
			     path, (uintmax_t)info.st_size, max);
	else if (is_sized)
		rc = read_sized(file, bytes, arena, (size_t)info.st_size);
	else
		rc = read_stream(file, bytes, arena, max);
	if (rc == ERR_SYSTEM)
		rc = failed(name, err);
	else if (rc == ERR_LIMIT && !is_sized)
		err_set(err, rc, "%s: larger than %zu bytes", name, max);
	if (!is_stdin)
		close(file);
	return rc;
}

/* A header without tabs is often one of a table that is parted otherwise, by
 * what comes first in it. */
static const char *parted_otherwise(struct str line)
{
	size_t comma = str_find(line, STR(","), 0);
	size_t semicolon = str_find(line, STR(";"), 0);

	if (comma == semicolon || str_find(line, STR("\t"), 0) < line.len)
		return "";
	return comma < semicolon
		? "; columns are parted by tabs, not by commas"
		: "; columns are parted by tabs, not by semicolons";
}

int table_need(struct table *table, const char *columns, struct err *err)
{
	struct str rest = str_of(columns), bytes = table->bytes, name, header;

	str_split(&bytes, '\n', &header);
	while (str_split(&rest, ' ', &name)) {
		char *z = str_copy_z(&table->arena, name);

		if (name.len > 0 && table_column(table, z) < 0)
			return err_set(err, ERR_FORMAT,
				       "%s:1: the column '%s' is missing (needed: %s)%s",
				       table->path.data, z, columns,
				       parted_otherwise(header));
	}
	return 0;
}

static int read_header(struct table *table, struct str line, const char *needed,
		       struct err *err)
{
	struct str rest = line, name;

	while (str_split(&rest, '\t', &name)) {
		for (size_t i = 0; i < table->columns.count; i++)
			if (str_equal(table->columns.items[i], name))
				return err_set(
					err, ERR_FORMAT,
					"%s:1: column '%.*s' stands twice",
					table->path.data, STR_ARGS(name));
		*LIST_ADD(&table->columns) = name;
	}
	return table_need(table, needed, err);
}

static int read_row(struct table *table, struct str line, size_t number,
		    const struct table_odd *odd, struct err *err)
{
	size_t end = (size_t)(line.data + line.len - table->bytes.data);
	size_t count = 0, before = table->cells.count;
	struct str cell, rest = line;

	while (str_split(&rest, '\t', &cell)) {
		*LIST_ADD(&table->cells) =
			(uint32_t)(cell.data - table->bytes.data);
		count++;
	}
	*LIST_ADD(&table->cells) = (uint32_t)end + 1;
	if (count != table->columns.count) {
		table->cells.count = before;
		err_set(err, ERR_FORMAT,
			"%s:%zu: expected %zu columns, found %zu",
			table->path.data, number, table->columns.count, count);
		if (!odd)
			return ERR_FORMAT;
		odd->tell(odd->data, table, line, err);
		return 0;
	}
	*LIST_ADD(&table->lines) = (uint32_t)number;
	table->row_count++;
	return 0;
}

static size_t at_most(size_t count, size_t most)
{
	return count < most ? count : most;
}

/* For as many rows as there are lines, but for absurd tables. */
static void make_room(struct table *table)
{
	size_t lines = 1, columns = at_most(table->columns.count, ROOM_MOST);

	for (size_t i = 0; i < table->bytes.len; i++)
		lines += table->bytes.data[i] == '\n';
	lines = at_most(lines, ROOM_MOST);
	LIST_RESERVE(&table->lines, lines);
	LIST_RESERVE(&table->cells, at_most(lines * (columns + 1), ROOM_MOST));
}

static int read_lines(struct table *table, const char *needed,
		      const struct table_odd *odd, struct err *err)
{
	struct str rest = table->bytes, line;
	size_t number = 0;
	int rc = 0;

	if (str_has_prefix(rest, STR("\xef\xbb\xbf")))
		rest = str_slice(rest, 3, rest.len);
	while (rc == 0 && str_split(&rest, '\n', &line)) {
		number++;
		if (line.len > 0 && line.data[line.len - 1] == '\r')
			line.len--;
		if (number == 1) {
			rc = read_header(table, line, needed, err);
			make_room(table);
		} else if (line.len > 0)
			rc = read_row(table, line, number, odd, err);
	}
	return rc;
}

static int check_encoding(const struct table *table, struct err *err)
{
	size_t bad = utf8_valid_until(table->bytes), line = 1;

	if (bad == table->bytes.len)
		return 0;
	for (size_t i = 0; i < bad; i++)
		line += table->bytes.data[i] == '\n';
	return err_set(err, ERR_ENCODING, "%s:%zu: byte %zu of the file is not"
		       " valid UTF-8", table->path.data, line, bad);
}

/* A large file is mapped: what the system has read of it is not copied. */
static bool map_file(struct table *table, const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	void *bytes = MAP_FAILED;
	struct stat info;

	if (file < 0)
		return false;
	if (fstat(file, &info) == 0 && S_ISREG(info.st_mode) &&
	    info.st_size >= MAP_FROM && info.st_size <= TABLE_LIMIT)
		bytes = mmap(NULL, (size_t)info.st_size, PROT_READ,
			     MAP_PRIVATE, file, 0);
	close(file);
	if (bytes == MAP_FAILED)
		return false;
	table->bytes = (struct str){ bytes, (size_t)info.st_size };
	table->is_mapped = true;
	return true;
}

static int load(struct table *table, const char *path, const char *columns,
		bool is_mapped, const struct table_odd *odd, struct err *err)
{
	int rc = 0;

	*table = (struct table){ .row_count = 0 };
	table->path = str_copy(&table->arena, str_of(path));
	if (!is_mapped || !map_file(table, path))
		rc = file_read(&table->bytes, &table->arena, path, TABLE_LIMIT,
			       err);
	if (rc == 0)
		rc = check_encoding(table, err);
	if (rc == 0)
		rc = read_lines(table, columns, odd, err);
	if (rc == 0)
		table->states = memory_get_zeroed(table->row_count + 1);
	else
		table_release(table);
	return rc;
}

int table_load(struct table *table, const char *path, const char *columns,
	       struct err *err)
{
	return load(table, path, columns, false, NULL, err);
}

int table_load_told(struct table *table, const char *path,
		    const char *columns, const struct table_odd *odd,
		    struct err *err)
{
	return load(table, path, columns, false, odd, err);
}

int table_map(struct table *table, const char *path, const char *columns,
	      struct err *err)
{
	return load(table, path, columns, true, NULL, err);
}

void table_release(struct table *table)
{
	LIST_RELEASE(&table->columns);
	LIST_RELEASE(&table->cells);
	LIST_RELEASE(&table->lines);
	list_free(table->states);
	table->states = NULL;
	if (table->is_mapped)
		munmap((void *)(uintptr_t)table->bytes.data, table->bytes.len);
	table->is_mapped = false;
	arena_release(&table->arena);
}
