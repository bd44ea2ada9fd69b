#include "lexicon_check.h"

#include "catalogue.h"
#include "interned.h"
#include "utf8.h"

#include <stdarg.h>
#include <stdio.h>

struct check {
	struct lexicons *lexicons;
	const struct table_critic *critic;
	bool ready;
	struct strbuf scratch;
};

/* Rows of a table that are the same in the columns `once` stand twice, else
 * those that are the same in all; rows that are the same in the column
 * `together` stand one behind the other. */
static const struct key {
	const char *table, *once, *together;
} keys[] = {
	{ "languages.tsv", "code", NULL },
	{ "outlets.tsv", "id", NULL },
	{ "laws.tsv", "id", NULL },
	{ "bodies.tsv", "id", NULL },
	{ "orgs.tsv", "id", NULL },
	{ "platforms.tsv", "id", NULL },
	{ "places.tsv", "id", NULL },
	{ "events.tsv", "id", NULL },
	{ "names/*.tsv", "id name", "id" },
	{ "given_names.tsv", "id name", "id" },
	{ "surnames.tsv", "id name", "id" },
	{ "roles.tsv", "lang role", NULL },
	{ "acts.tsv", "type", NULL },
	{ "numbers.tsv", "lang form", NULL },
	{ "currencies.tsv", "lang form", NULL },
	{ "romanisation.tsv", "letter", NULL },
	{ "lookalikes.tsv", "latin", NULL },
	{ "key_letters.tsv", "letters after before", "letters" },
	{ "key_endings.tsv", NULL, "slot" },
	{ "html_furniture.tsv", "word", NULL },
	{ "other_letters.tsv", NULL, "script" },
	{ "CODE/abbreviations.tsv", "form", NULL },
	{ "CODE/tokens.tsv", "rule form", NULL },
	{ "CODE/hyphens.tsv", "kind form", NULL },
	{ "CODE/paradigms.tsv", "paradigm", NULL },
	{ "CODE/readings.tsv", "form", NULL },
	{ "CODE/slots.tsv", "slot", NULL },
	{ "CODE/irregular.tsv", "form", NULL },
	{ "CODE/roots.tsv", "root", NULL },
};

static bool is_id(struct str cell)
{
	for (size_t i = 0; i < cell.len; i++)
		if (!(cell.data[i] >= 'a' && cell.data[i] <= 'z') &&
		    !(cell.data[i] >= '0' && cell.data[i] <= '9') &&
		    cell.data[i] != '_')
			return false;
	return true;
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_country(struct str cell)
{
	return (cell.len == 2 && is_capital(cell.data[0]) &&
		is_capital(cell.data[1])) || str_equal(cell, STR("INT"));
}

/* What cells of a column are, in whatever table, unless they are empty. */
static const struct form {
	const char *column;
	bool (*fits)(struct str cell);
	const char *expected;
} forms[] = {
	{ "id", is_id, "a-z, 0-9 and _" },
	{ "parent", is_id, "a-z, 0-9 and _" },
	{ "country", is_country,
	  "two capital letters (ISO 3166-1, XK, EU) or INT" },
};

/* Cells of `column` are an id of the other table; * is the same in both. */
static const struct reference {
	const char *table, *column, *other;
} references[] = {
	{ "names/*.tsv", "id", "*.tsv" },
	{ "*.tsv", "id", "names/*.tsv" },
	{ "laws.tsv", "parent", "laws.tsv" },
};

static void tell(const struct check *check, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
static void tell(const struct check *check, const char *format, ...)
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

static void tell_row(const struct check *check, const struct table *table,
		     size_t row, const char *what, struct str cell)
{
	tell(check, "%s:%u: %s%.*s", table->path.data,
	     (unsigned)table->lines.items[row], what, STR_ARGS(cell));
}

/* Words with blanks between; NULL has all. */
static bool has_word(const char *list, struct str word)
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
		if (!has_word(columns, table->columns.items[i]))
			tell(check, "%s:1: nobody reads the column '%.*s'"
			     " (known: %s)", table->path.data,
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
				tell_row(check, table, row, "not in NFC: ",
					 cell);
		}
}

static void check_form(const struct check *check, const struct table *table,
		       const struct form *form)
{
	int column = table_column(table, form->column);

	for (size_t row = 0; column >= 0 && row < table->row_count; row++) {
		struct str cell = table_cell(table, row, column);

		if (cell.len > 0 && !form->fits(cell))
			tell(check, "%s:%u: %s '%.*s': expected %s",
			     table->path.data,
			     (unsigned)table->lines.items[row], form->column,
			     STR_ARGS(cell), form->expected);
	}
}

/* The cells of the columns, a tab behind each. */
static struct str key_of(struct strbuf *out, const struct table *table,
			 size_t row, const char *columns)
{
	strbuf_clear(out);
	for (size_t i = 0; i < table->columns.count; i++)
		if (has_word(columns, table->columns.items[i])) {
			strbuf_add(out, table_cell(table, row, (int)i));
			strbuf_add_char(out, '\t');
		}
	return strbuf_view(out);
}

static void check_once(struct check *check, const struct table *table,
		       const char *once)
{
	struct interned seen;

	interned_init(&seen);
	for (size_t row = 0; row < table->row_count; row++) {
		struct str key = key_of(&check->scratch, table, row, once);
		size_t before = seen.list.count;

		interned_add(&seen, key);
		if (seen.list.count == before)
			tell_row(check, table, row, "stands twice, by ",
				 str_of(once ? once : "all columns"));
		else if (once && str_trim(key).len == 0)
			tell_row(check, table, row, "nothing in ",
				 str_of(once));
	}
	interned_release(&seen);
}

static void check_together(const struct check *check, const struct table *table,
			   const char *together)
{
	int column = table_column(table, together);
	struct str last = STR_NONE;
	struct interned seen;

	interned_init(&seen);
	for (size_t row = 0; row < table->row_count; row++) {
		struct str cell = table_cell(table, row, column);

		if ((row == 0 || !str_equal(cell, last)) &&
		    interned_find(&seen, cell))
			tell_row(check, table, row, "stands apart from the"
				 " other rows of ", cell);
		interned_add(&seen, cell);
		last = cell;
	}
	interned_release(&seen);
}

static void check_key(struct check *check, const struct table *table,
		      const char *name)
{
	for (size_t i = 0; i < COUNT_OF(keys); i++)
		if (!strcmp(keys[i].table, name)) {
			check_once(check, table, keys[i].once);
			if (keys[i].together)
				check_together(check, table, keys[i].together);
			return;
		}
	check_once(check, table, NULL);
}

/* What * stands for where the name fits the pattern, else nothing. */
static struct str star_of(const char *pattern, struct str name)
{
	struct str text = str_of(pattern);
	size_t at = str_find(text, STR("*"), 0);
	struct str behind = str_slice(text, at + (at < text.len), text.len);

	if (!str_has_prefix(name, str_slice(text, 0, at)) ||
	    !str_has_suffix(name, behind) ||
	    name.len < at + behind.len || (at == text.len && name.len > at))
		return (struct str){ NULL, 0 };
	return str_slice(name, at, name.len - behind.len);
}

static struct table *other_table(struct check *check,
				 const struct reference *reference,
				 struct str name)
{
	struct str star = star_of(reference->table, name), other;
	size_t at;

	if (!star.data || str_find(star, STR("/"), 0) < star.len)
		return NULL;
	other = str_of(reference->other);
	at = str_find(other, STR("*"), 0);
	strbuf_clear(&check->scratch);
	strbuf_add(&check->scratch, str_slice(other, 0, at));
	strbuf_add(&check->scratch, star);
	if (at < other.len)
		strbuf_add(&check->scratch, str_slice(other, at + 1,
						      other.len));
	return lexicons_read_table(check->lexicons,
				   strbuf_view(&check->scratch));
}

/* Tables of which rows are gone are no witnesses. */
static void check_reference(struct check *check, const struct table *table,
			    const struct reference *reference, struct str name)
{
	const struct table *other = other_table(check, reference, name);
	struct interned ids;

	if (!other || other->columns.count == 0 || other->dropped > 0)
		return;
	interned_init(&ids);
	for (size_t row = 0; row < other->row_count; row++)
		interned_add(&ids, table_named_cell(other, row, "id"));
	for (size_t row = 0; row < table->row_count; row++) {
		struct str id = table_named_cell(table, row, reference->column);

		if (id.len > 0 && !interned_find(&ids, id))
			tell(check, "%s:%u: '%.*s' has no row in %s",
			     table->path.data,
			     (unsigned)table->lines.items[row], STR_ARGS(id),
			     other->path.data);
	}
	interned_release(&ids);
}

static void check_taken(const struct check *check, const struct table *table)
{
	for (size_t row = 0; row < table->row_count; row++)
		if (!table_is_taken(table, row))
			tell_row(check, table, row, "no effect: nobody takes"
				 " this row", STR_NONE);
}

static void check_table(struct check *check, const struct table *table,
			const struct catalogue_table *row, struct str name)
{
	check_columns(check, table, row->columns);
	if (check->ready)
		check_taken(check, table);
	check_cells(check, table);
	for (size_t i = 0; i < COUNT_OF(forms); i++)
		check_form(check, table, &forms[i]);
	check_key(check, table, row->name);
	for (size_t i = 0; i < COUNT_OF(references); i++)
		check_reference(check, table, &references[i], name);
}

/* README.md, WHY.md, LICENSE: for people. */
static bool is_for_people(struct str name)
{
	return is_capital(str_file_name(name).data[0]) &&
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
			tell(&check, "%s/%.*s: %s", lexicons_folder(lexicons),
			     STR_ARGS(name),
			     row ? "nobody reads this table"
				 : "not one of the tables that there are");
		}
	}
	strbuf_release(&check.scratch);
}
