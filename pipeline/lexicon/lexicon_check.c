#include "lexicon_check_internal.h"

#include "catalogue.h"
#include "utf8.h"

#include <stdarg.h>
#include <stdio.h>

void check_tell(const struct check *check, const char *format, ...)
{
	char text[ERR_TEXT_SIZE];
	struct err err = ERR_INIT;
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	err_set(&err, ERR_FORMAT, "%s", text);
	check->critic->tell(check->critic->data, &err);
}

void check_tell_row(const struct check *check, const struct table *table,
		    size_t row, const char *what, struct str text)
{
	check_tell(check, "%s:%u: %s%.*s", table->path.data,
		   (unsigned)table->lines.items[row], what, STR_ARGS(text));
}

bool check_has_word(const char *list, struct str word)
{
	struct str rest = str_of(list ? list : ""), one;

	while (list && str_split(&rest, ' ', &one))
		if (str_equal(one, word))
			return true;
	return !list;
}

static void check_columns(const struct check *check, const struct table *table,
			  const char *columns)
{
	for (size_t i = 0; i < table->columns.count; i++)
		if (!check_has_word(columns, table->columns.items[i]))
			check_tell(check, "%s:1: nobody reads the column"
				   " '%.*s' (known: %s)", table->path.data,
				   STR_ARGS(table->columns.items[i]), columns);
}

static bool is_nfc(struct check *check, struct str text)
{
	if (utf8_is_nfc_surely(text))
		return true;
	strbuf_clear(&check->scratch);
	utf8_add_nfc(&check->scratch, text);
	return str_equal(text, strbuf_view(&check->scratch));
}

static void check_cells(struct check *check, const struct table *table)
{
	for (size_t row = 0; row < table->row_count; row++)
		for (size_t i = 0; i < table->columns.count; i++) {
			struct str cell = table_cell(table, row, (int)i);

			if (!is_nfc(check, cell))
				check_tell_row(check, table, row,
					       "not in NFC: ", cell);
		}
}

static void check_taken(const struct check *check, const struct table *table)
{
	for (size_t row = 0; row < table->row_count; row++)
		if (!table_is_taken(table, row))
			check_tell_row(check, table, row, "no effect: nobody"
				       " takes this row", STR_NONE);
}

static void check_table(struct check *check, const struct table *table,
			const struct catalogue_table *row, struct str name)
{
	if (!(row->flags & TABLE_FREE))
		check_columns(check, table, row->columns);
	if (check->ready)
		check_taken(check, table);
	check_cells(check, table);
	check_rows(check, table, name, row->name);
}

/* README.md, WHY.md, LICENSE: for people. */
static bool is_for_people(struct str name)
{
	char first = str_file_name(name).data[0];

	return first >= 'A' && first <= 'Z' &&
	       !str_has_suffix(name, STR(".tsv"));
}

void lexicon_check(struct lexicons *lexicons, const struct lexicon_files *files,
		   bool ready, const struct table_critic *critic)
{
	struct check check = { .lexicons = lexicons, .critic = critic,
			       .ready = ready };

	for (size_t i = 0; i < files->names.count; i++) {
		struct str name = files->names.items[i];
		const struct catalogue_table *row = catalogue_find(name);
		const struct table *table = lexicons_read_table(lexicons, name);

		if (row && table) {
			if (table->columns.count > 0)
				check_table(&check, table, row, name);
		} else if (row ? ready : !is_for_people(name)) {
			check_tell(&check, "%s/%.*s: %s",
				   lexicons_folder(lexicons), STR_ARGS(name),
				   row ? "nobody reads this table" :
				   "not one of the tables that there are");
		}
	}
	strbuf_release(&check.scratch);
}
