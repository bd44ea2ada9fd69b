#define _GNU_SOURCE /* memrchr */
#include "sorted.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_STEP = 64 }; /* bytes: a few rows */

static int map(struct sorted *table, int file)
{
	struct stat info;
	void *bytes;

	if (fstat(file, &info) < 0)
		return ERR_SYSTEM;
	if (info.st_size <= 0)
		return ERR_FORMAT;
	bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, file,
		     0);
	if (bytes == MAP_FAILED)
		return ERR_SYSTEM;
	table->bytes = bytes;
	table->len = (size_t)info.st_size;
	return 0;
}

/* The header is off, and every row has its end. */
static int take_rows(struct sorted *table, struct str columns)
{
	struct str text = { table->bytes, table->len };

	if (!str_has_prefix(text, columns) || text.len == columns.len ||
	    text.data[columns.len] != '\n' || text.data[text.len - 1] != '\n')
		return ERR_FORMAT;
	table->rows = str_slice(text, columns.len + 1, text.len);
	return 0;
}

int sorted_open(struct sorted *table, const char *folder, struct str code,
		const char *name, struct str columns, struct err *err)
{
	struct strbuf path = STRBUF_INIT;
	int file, rc = 0;

	*table = (struct sorted){ .rows = STR_NONE };
	strbuf_addf(&path, "%s/%.*s/%s", folder, STR_ARGS(code), name);
	file = open(path.data, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		rc = errno == ENOENT ? ERR_MISSING : ERR_SYSTEM;
	if (rc == 0)
		rc = map(table, file);
	if (rc == ERR_MISSING || rc == ERR_SYSTEM)
		err_set(err, rc, "%s: %s", path.data, strerror(errno));
	else if (rc == 0)
		rc = take_rows(table, columns);
	if (rc == ERR_FORMAT)
		err_set(err, rc, "%s:1: expected the columns '%.*s' and a line"
			" end behind every row", path.data, STR_ARGS(columns));
	if (file >= 0)
		close(file);
	if (rc < 0)
		sorted_close(table);
	strbuf_release(&path);
	return rc;
}

void sorted_close(struct sorted *table)
{
	if (table->bytes)
		munmap(table->bytes, table->len);
	*table = (struct sorted){ .rows = STR_NONE };
}

struct str sorted_cell(const struct sorted *table, size_t at)
{
	const char *start = table->rows.data + at;
	const char *tab = memchr(start, '\t', table->rows.len - at);

	return (struct str){ start, tab ? (size_t)(tab - start)
					: table->rows.len - at };
}

size_t sorted_next(const struct sorted *table, size_t at)
{
	return str_find(table->rows, STR("\n"), at) + 1;
}

struct str sorted_rest(const struct sorted *table, size_t at)
{
	struct str cell = sorted_cell(table, at);
	size_t start = at + cell.len + 1, end = sorted_next(table, at) - 1;

	return start < end ? str_slice(table->rows, start, end) : STR_NONE;
}

/* The beginning of the row in which byte `at` lies. */
static size_t row_start(const struct sorted *table, size_t at)
{
	const char *end = at ? memrchr(table->rows.data, '\n', at) : NULL;

	return end ? (size_t)(end - table->rows.data) + 1 : 0;
}

size_t sorted_before(const struct sorted *table, size_t at)
{
	return row_start(table, at - 1);
}

/* Among the rows from `low` to `high`, both beginnings of one. */
static size_t seek_between(const struct sorted *table, struct str key,
			   size_t low, size_t high)
{
	while (low < high) {
		size_t middle = row_start(table, low + (high - low) / 2);

		if (str_compare(sorted_cell(table, middle), key) < 0)
			low = sorted_next(table, middle);
		else
			high = middle;
	}
	return low;
}

size_t sorted_seek(const struct sorted *table, struct str key)
{
	return seek_between(table, key, 0, table->rows.len);
}

size_t sorted_seek_back(const struct sorted *table, struct str key, size_t end)
{
	size_t step = FIRST_STEP, low = end, high = end;

	while (low > 0) {
		low = row_start(table, low > step ? low - step : 0);
		if (str_compare(sorted_cell(table, low), key) < 0)
			break;
		high = low;
		step *= 4;
	}
	return seek_between(table, key, low, high);
}
