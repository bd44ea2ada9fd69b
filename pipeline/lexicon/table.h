/* Tab-separated tables with a header row: the lexicons and manifests.
 * UTF-8 in NFC, one row a line, no quoting. */
#ifndef ESEP_TABLE_H
#define ESEP_TABLE_H

#include "err.h"
#include "str.h"

/* Who checks tables is told of every row that is refused, not of the first
 * alone. */
struct table_critic {
	void (*tell)(void *data, const struct err *err);
	void *data;
};

enum table_row { ROW_UNREAD, ROW_TAKEN, ROW_REFUSED };

struct table {
	struct str path;
	struct str bytes;          /* the file; the arena owns them, or */
	bool is_mapped;            /* it is mapped, being large */
	LIST(struct str) columns;  /* the header's names */
	LIST(uint32_t) cells;      /* of each row where its cells begin in the
	                              file, and behind the last where another
	                              one would */
	LIST(uint32_t) lines;      /* the file's line of each row, from 1 */
	size_t row_count;
	unsigned char *states;     /* of each row: a table_row */
	size_t dropped;            /* rows that are gone: refused, or beside those
	                              that were */
	const struct table_critic *critic; /* or NULL */
	struct arena arena;
};

/* Read a table and check it. `columns` names the columns that are needed,
 * with a blank between ("id lang name"); others may stand beside them, in any
 * order. A UTF-8 BOM and CR LF are taken off; blank lines are passed over.
 * errors  ERR_MISSING no such file, ERR_SYSTEM, ERR_FORMAT (file:line) wrong
 *         number of cells, a needed column missing or a column named twice,
 *         ERR_ENCODING, ERR_LIMIT beyond 256 MB.
 * On an error nothing needs to be released. */
int table_load(struct table *table, const char *path, const char *columns,
	       struct err *err);
/* The same, but a row with too few cells or too many is told, with its line,
 * and left out; the rest of the table is read. */
struct table_odd {
	void (*tell)(void *data, const struct table *table, struct str line,
		     const struct err *err);
	void *data;
};
int table_load_told(struct table *table, const char *path,
		    const char *columns, const struct table_odd *odd,
		    struct err *err);
/* The same of a file that nobody changes while it is used, as those of the
 * lexicons are: a large one is mapped into memory, not copied. */
int table_map(struct table *table, const char *path, const char *columns,
	      struct err *err);
void table_release(struct table *table);

/* See that a table has the columns, named as for table_load.
 * errors: ERR_FORMAT */
int table_need(struct table *table, const char *columns, struct err *err);

/* The number of a column, or -1 if the table lacks it. */
static inline int table_column(const struct table *table, const char *name)
{
	struct str wanted = str_of(name);

	for (size_t i = 0; i < table->columns.count; i++)
		if (str_equal(table->columns.items[i], wanted))
			return (int)i;
	return -1;
}

/* A cell; empty where `column` is -1. It lives as long as the table. */
static inline struct str table_cell(const struct table *table, size_t row,
				    int column)
{
	const uint32_t *starts;

	if (column < 0)
		return STR_NONE;
	starts = &table->cells.items[row * (table->columns.count + 1) +
				     (size_t)column];
	return str_slice(table->bytes, starts[0], starts[1] - 1);
}

/* The cell of a column by its name; empty where the table lacks it. */
static inline struct str table_named_cell(const struct table *table, size_t row,
					  const char *name)
{
	return table_cell(table, row, table_column(table, name));
}

/* The row means something to who reads it: table_take says so of each that
 * goes into what is made of the table. A row that none of its readers took has
 * no effect, which `esep lexicons --check` tells. */
void table_take(struct table *table, size_t row);
bool table_is_taken(const struct table *table, size_t row);

/* ERR_FORMAT with the row's file and line in front. The critic is told. */
int table_refuse(const struct table *table, size_t row, struct err *err,
		 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same of an error that a cell led to: `code`, which is returned. */
int table_blame(const struct table *table, size_t row, int code,
		struct err *err);

/* For who checks: rows that were refused leave the table, and all others with
 * them where they are more than TABLE_FAULTS, so that the next reader gets
 * further. Returns whether there were any. */
enum { TABLE_FAULTS = 20 };
bool table_drop_refused(struct table *table);

/* What a cell may hold, in the order of their numbers; the last is NULL. */
typedef const char *const *table_choices;

/* The number of a cell's choice. errors: ERR_FORMAT, with file, line and the
 * choices, for a cell that is none of them; an empty one is a choice where ""
 * is. */
int table_choice(const struct table *table, size_t row, const char *column,
		 table_choices choices, unsigned *choice, struct err *err);

/* The same of a whole number, 0 up to `max`. */
int table_number(const struct table *table, size_t row, const char *column,
		 uint64_t max, uint64_t *number, struct err *err);

/* Read a whole file. errors: ERR_MISSING, ERR_SYSTEM, ERR_LIMIT (`max` bytes);
 * `path` "-" is standard input. The arena owns the bytes. */
int file_read(struct str *bytes, struct arena *arena, const char *path,
	      size_t max, struct err *err);

#endif
