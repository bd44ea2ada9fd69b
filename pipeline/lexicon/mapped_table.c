#include "mapped_table.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SEARCHES = 3000, TABLE_LIMIT = INT32_MAX };

static int map(struct mapped_table *table, int file)
{
	struct stat info;
	void *bytes;

	if (fstat(file, &info) < 0)
		return ERR_SYSTEM;
	if (info.st_size <= 0)
		return ERR_FORMAT;
	if (info.st_size > TABLE_LIMIT)
		return ERR_LIMIT;
	bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, file,
		     0);
	if (bytes == MAP_FAILED)
		return ERR_SYSTEM;
	table->bytes = bytes;
	table->len = (size_t)info.st_size;
	return 0;
}

/* The header is off, and every row has its end. */
static int take_rows(struct mapped_table *table, struct str columns)
{
	struct str text = { table->bytes, table->len };

	if (!str_has_prefix(text, columns) || text.len == columns.len ||
	    text.data[columns.len] != '\n' || text.data[text.len - 1] != '\n')
		return ERR_FORMAT;
	table->rows = str_slice(text, columns.len + 1, text.len);
	table->cell_end = str_find(columns, STR("\t"), 0) < columns.len
		? '\t' : '\n';
	return 0;
}

static void tell_columns(const char *path, struct str columns, struct err *err)
{
	struct strbuf names = STRBUF_INIT;
	struct str name;

	while (str_split(&columns, '\t', &name)) {
		strbuf_add_char(&names, ' ');
		strbuf_add(&names, name);
	}
	err_set(err, ERR_FORMAT, "%s:1: expected the columns%s and a line end"
		" behind every row", path, names.data);
	strbuf_release(&names);
}

int mapped_table_open(struct mapped_table *table, const char *folder,
		      struct str code, const char *name, struct str columns,
		      struct err *err)
{
	struct strbuf path = STRBUF_INIT;
	int file, rc = 0;

	*table = (struct mapped_table){.rows = STR_NONE};
	strbuf_addf(&path, "%s/%.*s/%s", folder, STR_ARGS(code), name);
	file = open(path.data, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		rc = errno == ENOENT ? ERR_MISSING : ERR_SYSTEM;
	if (rc == 0)
		rc = map(table, file);
	if (rc == ERR_MISSING || rc == ERR_SYSTEM)
		err_set(err, rc, "%s: %s", path.data, strerror(errno));
	else if (rc == ERR_LIMIT)
		err_set(err, rc, "%s: larger than 2 GB", path.data);
	else if (rc == 0)
		rc = take_rows(table, columns);
	if (rc == ERR_FORMAT)
		tell_columns(path.data, columns, err);
	if (file >= 0)
		close(file);
	if (rc < 0)
		mapped_table_close(table);
	strbuf_release(&path);
	return rc;
}

void mapped_table_close(struct mapped_table *table)
{
	if (table->bytes)
		munmap(table->bytes, table->len);
	free(table->slots);
	*table = (struct mapped_table){.rows = STR_NONE};
}

/* The bytes from `at` up to a byte that the row is known to have. */
static struct str until(const struct mapped_table *table, size_t at, char end)
{
	const char *start = table->rows.data + at;
	const char *found = memchr(start, end, table->rows.len - at);

	return (struct str){ start, found ? (size_t)(found - start)
					  : table->rows.len - at };
}

struct str mapped_table_cell(const struct mapped_table *table, size_t at)
{
	return until(table, at, table->cell_end);
}

size_t mapped_table_next(const struct mapped_table *table, size_t at)
{
	return at + until(table, at, '\n').len + 1;
}

struct str mapped_table_rest(const struct mapped_table *table, size_t at)
{
	size_t behind = at + mapped_table_cell(table, at).len + 1;

	return behind < table->rows.len ? until(table, behind, '\n')
					: STR_NONE;
}

/* The beginning of the row in which byte `at` lies. */
static size_t row_start(const struct mapped_table *table, size_t at)
{
	const char *end = memrchr(table->rows.data, '\n', at);

	return end ? (size_t)(end - table->rows.data) + 1 : 0;
}

static size_t find_by_halving(const struct mapped_table *table, struct str key)
{
	size_t low = 0, high = table->rows.len;

	while (low < high) {
		size_t middle = row_start(table, low + (high - low) / 2);

		if (str_compare(mapped_table_cell(table, middle), key) < 0)
			low = mapped_table_next(table, middle);
		else
			high = middle;
	}
	return low < table->rows.len &&
			       str_equal(mapped_table_cell(table, low), key)
		       ? low
		       : table->rows.len;
}

static uint32_t hash_of(struct str text)
{
	uint32_t hash = MAPPED_TABLE_HASH;

	for (size_t i = 0; i < text.len; i++)
		hash = mapped_table_hash_step(hash, text.data[i]);
	return hash;
}

/* The slot of a key, or the free one where it would be. */
static struct mapped_table_slot *slot_of(const struct mapped_table *table,
					 struct str key, uint32_t hash)
{
	size_t mask = table->slot_count - 1, at = hash & mask;

	for (; table->slots[at].row; at = (at + 1) & mask) {
		struct str rest;

		if (table->slots[at].hash != hash)
			continue;
		rest = str_slice(table->rows, table->slots[at].row - 1,
				 table->rows.len);
		if (str_has_prefix(rest, key) && rest.len > key.len &&
		    rest.data[key.len] == '\t')
			break;
	}
	return &table->slots[at];
}

static size_t count_rows(const struct mapped_table *table)
{
	size_t count = 0;

	for (size_t at = 0; at < table->rows.len;
	     at = mapped_table_next(table, at))
		count++;
	return count;
}

static void build_index(struct mapped_table *table)
{
	size_t rows = count_rows(table), size;

	for (table->slot_count = 1; table->slot_count < 2 * rows + 2;)
		table->slot_count *= 2;
	size = table->slot_count * sizeof *table->slots;
	table->slots = memory_get_zeroed(size);
	for (size_t at = 0; at < table->rows.len;
	     at = mapped_table_next(table, at)) {
		struct str key = mapped_table_cell(table, at);
		uint32_t hash = hash_of(key);
		struct mapped_table_slot *slot = slot_of(table, key, hash);

		if (!slot->row)
			*slot = (struct mapped_table_slot){hash,
							   (uint32_t)at + 1};
	}
}

size_t mapped_table_find(struct mapped_table *table, struct str key,
			 uint32_t hash)
{
	uint32_t row;

	if (!table->slots && table->searches++ < SEARCHES)
		return find_by_halving(table, key);
	if (!table->slots)
		build_index(table);
	row = slot_of(table, key, hash)->row;
	return row ? row - 1 : table->rows.len;
}
