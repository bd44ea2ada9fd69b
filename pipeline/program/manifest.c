#include "manifest.h"

#include "distance.h"
#include "records.h"
#include "utf8.h"

enum { COLUMNS_MOST = 1024 };

/* Columns that tell of the file and not of the report. */
#define COLUMN_FILE "file"
#define COLUMN_ID "id"

/* Keys that esep writes itself, beside source and sha256. */
static const char *const own_keys[] = {
	"lexicons", "stages", "paragraphs", "sentences", "tail", META_ROW
};

/* Those of meta_keys that people tell; behind them stand own ones. */
enum { TOLD_KEYS = META_KEYS - 2 };

static const char *known_column(size_t i)
{
	static const char *const of_file[] = { COLUMN_FILE, COLUMN_ID };

	if (i < COUNT_OF(of_file))
		return of_file[i];
	i -= COUNT_OF(of_file);
	return i < TOLD_KEYS ? meta_keys[i] : NULL;
}

static bool is_own(struct str name)
{
	for (size_t i = TOLD_KEYS; i < META_KEYS; i++)
		if (str_equal(name, str_of(meta_keys[i])))
			return true;
	for (size_t i = 0; i < COUNT_OF(own_keys); i++)
		if (str_equal(name, str_of(own_keys[i])))
			return true;
	return str_has_prefix(name, STR(META_NAME));
}

static bool is_known(struct str name)
{
	for (size_t i = 0; known_column(i); i++)
		if (str_equal(name, str_of(known_column(i))))
			return true;
	return false;
}

/* Letters alone, in small ones: without what cannot be seen or hardly. */
static void add_letters(struct strbuf *out, struct str name)
{
	struct strbuf folded = STRBUF_INIT;

	utf8_add_fold(&folded, name);
	for (size_t at = 0; at < folded.len;) {
		uint32_t c = utf8_next(strbuf_view(&folded), &at);

		if (c > ' ' && c != 0xfeff && !utf8_is_space(c))
			utf8_add(out, c);
	}
	strbuf_release(&folded);
}

static unsigned sum_of(struct str text)
{
	unsigned sum = 0;

	for (size_t i = 0; i < text.len; i++)
		sum += (unsigned char)text.data[i];
	return sum;
}

/* One letter too many, too few, swapped or, of longer words, another one; or
 * more letters behind it, as in "language". */
static bool is_near(struct str told, struct str known)
{
	enum { SHORT = 4 };

	if (known.len < SHORT)
		return false;
	if (str_has_prefix(told, known)) {
		for (size_t i = known.len; i < told.len; i++)
			if (told.data[i] < 'a' || told.data[i] > 'z')
				return false;
		return true;
	}
	if (distance_of(told, known, 1) != 1)
		return false;
	/* letters that are swapped leave the sum as it is: "flie" is file,
	 * "line" is a word */
	return known.len > SHORT || told.len != known.len ||
	       sum_of(told) == sum_of(known);
}

/* The known column that one is or, where there is none of that name, seems to
 * be meant for; or NULL. */
static const char *meant_column(const struct table *table, struct str name,
				bool *is_surely)
{
	struct strbuf letters = STRBUF_INIT;
	const char *meant = NULL;

	add_letters(&letters, name);
	for (size_t i = 0; !meant && known_column(i); i++) {
		struct str known = str_of(known_column(i));

		*is_surely = str_equal(strbuf_view(&letters), known);
		if (*is_surely || (table_column(table, known.data) < 0 &&
				   is_near(strbuf_view(&letters), known)))
			meant = known.data;
	}
	strbuf_release(&letters);
	return meant;
}

static int refuse_column(const char *path, struct str name, const char *meant,
			 bool is_surely, struct err *err)
{
	if (is_surely)
		return err_set(err, ERR_FORMAT, "%s:1: there is no column "
			       "'%.*s' (did you mean '%s'?)", path,
			       STR_ARGS(name), meant);
	return err_set(err, ERR_FORMAT, "%s:1: there is no column '%.*s' (did "
		       "you mean '%s'? if not, put a column '%s' beside it, "
		       "which may be empty)", path, STR_ARGS(name), meant,
		       meant);
}

static bool has_control(struct str name)
{
	for (size_t at = 0; at < name.len;)
		if (utf8_is_obeyed(utf8_next(name, &at)))
			return true;
	return false;
}

static int check_column(const struct table *table, size_t column,
			struct err *err)
{
	struct str name = table->columns.items[column];
	const char *path = table->path.data, *meant;
	bool is_surely;

	if (is_known(name))
		return 0;
	if (has_control(name))
		return err_set(err, ERR_FORMAT, "%s:1: the name of column %zu "
			       "has a control character", path, column + 1);
	if ((meant = meant_column(table, name, &is_surely)))
		return refuse_column(path, name, meant, is_surely, err);
	if (is_own(name))
		return err_set(err, ERR_FORMAT, "%s:1: the column '%.*s' is "
			       "one that esep writes itself: give it another "
			       "name", path, STR_ARGS(name));
	if (str_trim(name).len == 0)
		return err_set(err, ERR_FORMAT,
			       "%s:1: column %zu has no name", path,
			       column + 1);
	if (str_find(name, STR("="), 0) < name.len ||
	    str_trim(name).len < name.len)
		return err_set(err, ERR_FORMAT, "%s:1: the name of the column "
			       "'%.*s' has a = or blanks around it", path,
			       STR_ARGS(name));
	return 0;
}

/* The stream has keys in NFC. */
static void compose_columns(struct table *table)
{
	for (size_t i = 0; i < table->columns.count; i++) {
		struct strbuf name = STRBUF_INIT;

		utf8_add_nfc(&name, table->columns.items[i]);
		table->columns.items[i] = str_copy(&table->arena,
						   strbuf_view(&name));
		strbuf_release(&name);
	}
}

static int check_header(struct table *table, struct err *err)
{
	int rc = 0;

	if (table->columns.count > COLUMNS_MOST)
		return err_set(err, ERR_LIMIT, "%s:1: more than %d columns",
			       table->path.data, COLUMNS_MOST);
	compose_columns(table);
	for (size_t i = 0; rc == 0 && i < table->columns.count; i++)
		rc = check_column(table, i, err);
	return rc < 0 ? rc : table_need(table, COLUMN_FILE, err);
}

static void add_fault(struct manifest *manifest, struct str file,
		      const struct err *err)
{
	struct manifest_fault *fault = LIST_ADD(&manifest->faults);

	*fault = (struct manifest_fault){
		.file = str_copy(&manifest->arena, file),
		.message = str_copy(&manifest->arena, str_of(err->text))
	};
}

/* The file may still be told: its report is not to be taken. */
static void tell_odd(void *data, const struct table *table, struct str line,
		     const struct err *err)
{
	int file = table_column(table, COLUMN_FILE);
	struct str cell = STR_NONE;

	for (int i = 0; i <= file; i++)
		str_split(&line, '\t', &cell);
	add_fault(data, cell, err);
}

static struct str file_of(const struct manifest *manifest, size_t row)
{
	return table_named_cell(&manifest->table, row, COLUMN_FILE);
}

struct str manifest_id(const struct manifest *manifest, size_t row)
{
	return str_trim(table_named_cell(&manifest->table, row, COLUMN_ID));
}

static unsigned line_of(const struct manifest *manifest, size_t row)
{
	return manifest->table.lines.items[row];
}

static void refuse(struct manifest *manifest, size_t row, const char *what,
		   struct str told, size_t other)
{
	struct err err = ERR_INIT;

	err_set(&err, ERR_FORMAT, "%s:%u: the %s '%.*s' stands in line %u too",
		manifest->table.path.data, line_of(manifest, row), what,
		STR_ARGS(told), line_of(manifest, other));
	add_fault(manifest, file_of(manifest, row), &err);
}

/* Which of two rows holds is for the user to say. */
static void check_twice(struct manifest *manifest, const char *column)
{
	struct interned seen;
	LIST(size_t) rows = { NULL, 0, 0 }; /* by number, from 1 on */
	size_t count = manifest->table.row_count;

	interned_init(&seen);
	for (size_t row = 0; row < count; row++) {
		struct str cell = str_trim(table_named_cell(
			&manifest->table, row, column));
		uint32_t number = cell.len > 0 ? interned_add(&seen, cell) : 0;

		if (number > rows.count) {
			*LIST_ADD(&rows) = row;
		} else if (number > 0) {
			size_t first = rows.items[number - 1];

			if (strcmp(column, COLUMN_FILE) != 0)
				refuse(manifest, first, column, cell, row);
			refuse(manifest, row, column, cell, first);
		}
	}
	LIST_RELEASE(&rows);
	interned_release(&seen);
}

static void check_files(struct manifest *manifest)
{
	for (size_t row = 0; row < manifest->table.row_count; row++) {
		struct str file = file_of(manifest, row);
		struct err err = ERR_INIT;

		if (file.len == 0)
			err_set(&err, ERR_FORMAT, "%s:%u: the row names no "
				"file", manifest->table.path.data,
				line_of(manifest, row));
		else if (str_file_name(file).len < file.len)
			err_set(&err, ERR_FORMAT, "%s:%u: '%.*s' lies in "
				"another folder, which needs a manifest.tsv "
				"of its own", manifest->table.path.data,
				line_of(manifest, row), STR_ARGS(file));
		if (err.code < 0)
			add_fault(manifest, file, &err);
	}
}

static struct manifest_entry *entry_of(struct manifest *manifest,
				       struct str file)
{
	uint32_t number = interned_add(&manifest->files, file);

	if (number > manifest->entries.count)
		*LIST_ADD(&manifest->entries) = (struct manifest_entry){ 0 };
	return &manifest->entries.items[number - 1];
}

static void list_entries(struct manifest *manifest)
{
	for (size_t row = 0; row < manifest->table.row_count; row++) {
		struct manifest_entry *entry =
			entry_of(manifest, file_of(manifest, row));

		if (!entry->row)
			entry->row = row + 1;
	}
	for (size_t i = 0; i < manifest->faults.count; i++) {
		struct manifest_entry *entry =
			entry_of(manifest, manifest->faults.items[i].file);

		if (!entry->fault)
			entry->fault = i + 1;
	}
}

int manifest_load(struct manifest *manifest, const char *path,
		  struct err *err)
{
	struct table_odd odd = { tell_odd, manifest };
	int rc;

	*manifest = (struct manifest){ .arena = ARENA_INIT };
	rc = table_load_told(&manifest->table, path, "", &odd, err);
	if (rc == ERR_MISSING) {
		arena_release(&manifest->arena);
		return rc;
	}
	interned_init(&manifest->files);
	if (rc < 0)
		manifest->table = (struct table){ .row_count = 0 };
	else
		rc = check_header(&manifest->table, err);
	if (rc < 0) {
		manifest->header = (struct manifest_fault){
			.message = str_copy(&manifest->arena,
					    str_of(err->text)),
			.is_of_all = true
		};
		return 0;
	}
	check_files(manifest);
	check_twice(manifest, COLUMN_FILE);
	check_twice(manifest, COLUMN_ID);
	list_entries(manifest);
	return 0;
}

void manifest_release(struct manifest *manifest)
{
	table_release(&manifest->table);
	LIST_RELEASE(&manifest->faults);
	LIST_RELEASE(&manifest->entries);
	interned_release(&manifest->files);
	arena_release(&manifest->arena);
}

bool manifest_find(struct manifest *manifest, struct str file, size_t *row,
		   struct manifest_fault **fault)
{
	const struct manifest_entry *entry;
	uint32_t number = interned_find(&manifest->files, file);

	*fault = manifest->header.is_of_all ? &manifest->header : NULL;
	if (*fault || number == 0)
		return *fault;
	entry = &manifest->entries.items[number - 1];
	if (entry->fault)
		*fault = &manifest->faults.items[entry->fault - 1];
	else
		*row = entry->row - 1;
	return true;
}

void manifest_put(const struct manifest *manifest, size_t row,
		  struct document *doc)
{
	const struct table *table = &manifest->table;
	struct strbuf at = STRBUF_INIT;

	for (size_t i = 0; i < table->columns.count; i++) {
		struct str key = table->columns.items[i];

		if (!str_equal(key, STR(COLUMN_FILE)) &&
		    !str_equal(key, STR(COLUMN_ID)))
			document_set_meta(doc, key,
					  table_cell(table, row, (int)i));
	}
	for (size_t i = 0; i < table->path.len;)
		utf8_add(&at, utf8_next(table->path, &i));
	strbuf_addf(&at, ":%u", line_of(manifest, row));
	document_set_meta(doc, STR(META_ROW), strbuf_view(&at));
	strbuf_release(&at);
}
