#include "table.h"

#include <stdarg.h>
#include <stdio.h>

void table_take(struct table *table, size_t row)
{
	if (table->states[row] != ROW_REFUSED)
		table->states[row] = ROW_TAKEN;
}

bool table_is_taken(const struct table *table, size_t row)
{
	return table->states[row] == ROW_TAKEN;
}

int table_blame(const struct table *table, size_t row, int code,
		struct err *err)
{
	err_wrap(err, code, "%.*s:%u", STR_ARGS(table->path),
		 (unsigned)table->lines.items[row]);
	if (table->critic) {
		table->states[row] = ROW_REFUSED;
		table->critic->tell(table->critic->data, err);
	}
	return code;
}

int table_refuse(const struct table *table, size_t row, struct err *err,
		 const char *format, ...)
{
	char message[ERR_TEXT_SIZE];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	err_set(err, ERR_FORMAT, "%s", message);
	return table_blame(table, row, ERR_FORMAT, err);
}

static void move_row(struct table *table, size_t from, size_t to)
{
	size_t starts = table->columns.count + 1;

	table->lines.items[to] = table->lines.items[from];
	table->states[to] = table->states[from];
	memmove(table->cells.items + to * starts,
		table->cells.items + from * starts,
		starts * sizeof *table->cells.items);
}

bool table_drop_refused(struct table *table)
{
	size_t kept = 0, refused = 0;

	for (size_t row = 0; row < table->row_count; row++)
		refused += table->states[row] == ROW_REFUSED;
	if (refused == 0)
		return false;
	for (size_t row = 0; row < table->row_count; row++)
		if (table->states[row] != ROW_REFUSED)
			move_row(table, row, kept++);
	table->dropped += refused;
	table->row_count = table->dropped > TABLE_FAULTS ? 0 : kept;
	return true;
}

static void name_choices(struct strbuf *out, table_choices choices)
{
	for (size_t i = 0; choices[i]; i++) {
		if (i > 0)
			strbuf_add(out, choices[i + 1] ? STR(", ")
						       : STR(" or "));
		strbuf_add_z(out, choices[i][0] ? choices[i] : "nothing");
	}
}

int table_choice(const struct table *table, size_t row, const char *column,
		 table_choices choices, unsigned *choice, struct err *err)
{
	struct str cell = table_named_cell(table, row, column);
	struct strbuf names = STRBUF_INIT;
	int rc;

	for (unsigned i = 0; choices[i]; i++)
		if (str_equal(cell, str_of(choices[i]))) {
			*choice = i;
			return 0;
		}
	name_choices(&names, choices);
	rc = table_refuse(table, row, err, "%s '%.*s': expected %s", column,
			  STR_ARGS(cell), names.data);
	strbuf_release(&names);
	return rc;
}

int table_number(const struct table *table, size_t row, const char *column,
		 uint64_t max, uint64_t *number, struct err *err)
{
	struct str cell = table_named_cell(table, row, column);

	if (str_number(cell, max, number))
		return 0;
	return table_refuse(table, row, err,
			    "%s '%.*s': expected a number up to %ju", column,
			    STR_ARGS(cell), (uintmax_t)max);
}
