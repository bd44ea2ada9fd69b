/* Files are written one after the other, the descriptor last: a folder that
 * has no datapackage.json is one that was not finished. */
#include "export_formats.h"

#include "csv_mask.h"
#include "output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_empty(const char *folder, struct err *err)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	bool found = false;

	if (!dir)
		return err_set(err, ERR_SYSTEM, "%s: cannot be read: %s",
			       folder, strerror(errno));
	while (!found && (entry = readdir(dir)))
		found = strcmp(entry->d_name, ".") != 0 &&
			strcmp(entry->d_name, "..") != 0;
	closedir(dir);
	if (found)
		return err_set(err, ERR_USAGE, "%s: is not empty: name "
			       "another folder, or remove what is in it",
			       folder);
	return 0;
}

static int begin(struct exporter *e, struct err *err)
{
	if (mkdir(e->folder, 0777) == 0)
		return 0;
	if (errno == EEXIST)
		return is_empty(e->folder, err);
	return err_set(err, ERR_SYSTEM, "%s: cannot be made: %s", e->folder,
		       strerror(errno));
}

/* A new file; one that is there, or a link, is none of ours. */
static FILE *open_file(const struct exporter *e, const char *name,
		       const char *suffix, struct err *err)
{
	struct strbuf path = STRBUF_INIT;
	FILE *file = NULL;
	int fd;

	strbuf_addf(&path, "%s/%s%s", e->folder, name, suffix);
	fd = open(path.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd >= 0)
		file = fdopen(fd, "w");
	if (!file) {
		err_set(err, ERR_SYSTEM, "%s: cannot be written: %s",
			path.data, strerror(errno));
		if (fd >= 0)
			close(fd);
	}
	strbuf_release(&path);
	return file;
}

static int close_file(struct exporter *e, FILE *file, const char *name,
		      struct err *err)
{
	bool failed = ferror(file) != 0;

	if (fclose(file) == 0 && !failed)
		return 0;
	return err_set(err, ERR_SYSTEM, "%s: '%s' was not written: %s",
		       e->folder, name, strerror(errno));
}

static void put(FILE *file, struct strbuf *line)
{
	fwrite(line->data, 1, line->len, file);
	strbuf_clear(line);
}

static int add_row(struct csv_mask *masked, const struct csv_table *table,
		   struct statement *st, struct strbuf *line, struct err *err)
{
	struct strbuf cell = STRBUF_INIT;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < table->column_count; i++) {
		if (i > 0)
			strbuf_add_char(line, ',');
		if (!masked) {
			output_add_csv(line, statement_text(st, (int)i));
			continue;
		}
		strbuf_clear(&cell);
		rc = csv_mask_add(masked, st, i, &cell, err);
		output_add_csv(line, strbuf_view(&cell));
	}
	strbuf_add_z(line, "\r\n");
	strbuf_release(&cell);
	return rc;
}

static int write_rows(struct csv_mask *masked, const struct csv_table *table,
		      struct statement *st, FILE *file, struct err *err)
{
	struct strbuf line = STRBUF_INIT;
	int rc = masked ? csv_mask_begin(masked, table, st, err) : 0;

	for (size_t i = 0; i < table->column_count; i++)
		strbuf_addf(&line, "%s%s", i > 0 ? "," : "",
			    table->columns[i].name);
	strbuf_add_z(&line, "\r\n");
	put(file, &line);
	while (rc >= 0 && (rc = statement_step(st, err)) > 0) {
		if (masked && csv_mask_skips(masked, st))
			continue;
		rc = add_row(masked, table, st, &line, err);
		put(file, &line);
	}
	strbuf_release(&line);
	return rc;
}

static int write_table(struct exporter *e, struct csv_mask *masked,
		       const struct csv_table *table, struct err *err)
{
	struct statement *st = NULL;
	FILE *file;
	int rc, closed;

	rc = statement_open(&st, e->db, table->sql, err);
	if (rc < 0)
		return rc;
	statement_bind(st, 1, strbuf_view(&e->chosen));
	file = open_file(e, table->name, ".csv", err);
	rc = file ? write_rows(masked, table, st, file, err) : ERR_SYSTEM;
	statement_close(st);
	closed = file ? close_file(e, file, table->name, err) : 0;
	return rc < 0 ? rc : closed;
}

/* "a b" as ["a", "b"]. */
static void add_names(struct strbuf *out, const char *names)
{
	struct str rest = str_of(names), name;
	const char *before = "[";

	while (str_split(&rest, ' ', &name)) {
		strbuf_add_z(out, before);
		output_add_json(out, name);
		before = ", ";
	}
	strbuf_add_char(out, ']');
}

static bool is_primary(const struct csv_table *table, const char *column)
{
	struct str rest = str_of(table->primary), name;

	while (str_split(&rest, ' ', &name))
		if (str_equal(name, str_of(column)))
			return true;
	return false;
}

static void add_fields(struct strbuf *out, const struct csv_table *table)
{
	for (size_t i = 0; i < table->column_count; i++) {
		const struct csv_column *column = &table->columns[i];

		strbuf_addf(out, "%s\n          {\"name\": \"%s\", \"type\": "
			    "\"%s\"", i > 0 ? "," : "", column->name,
			    column->type == 'i' ? "integer" :
			    column->type == 'n' ? "number" : "string");
		if (column->meaning) {
			strbuf_add_z(out, ", \"description\": ");
			output_add_json(out, str_of(column->meaning));
		}
		if (is_primary(table, column->name))
			strbuf_add_z(out, ", \"constraints\": "
				     "{\"required\": true}");
		strbuf_add_char(out, '}');
	}
}

static void add_foreign(struct strbuf *out, const struct csv_table *table)
{
	for (size_t i = 0; i < CSV_KEYS && table->foreign[i].columns; i++) {
		const struct csv_key *key = &table->foreign[i];

		strbuf_add_z(out, i > 0 ? "," : ",\n        \"foreignKeys\": [");
		strbuf_add_z(out, "\n          {\"fields\": ");
		add_names(out, key->columns);
		strbuf_addf(out, ", \"reference\": {\"resource\": \"%s\", "
			    "\"fields\": ", key->table);
		add_names(out, key->theirs);
		strbuf_add_z(out, "}}");
	}
	if (table->foreign[0].columns)
		strbuf_add_z(out, "\n        ]");
}

static void add_resource(struct strbuf *out, const struct csv_table *table)
{
	strbuf_addf(out, "    {\n      \"name\": \"%s\",\n"
		    "      \"title\": \"%s\",\n      \"path\": \"%s.csv\",\n"
		    "      \"profile\": \"tabular-data-resource\",\n"
		    "      \"format\": \"csv\",\n"
		    "      \"mediatype\": \"text/csv\",\n"
		    "      \"encoding\": \"utf-8\",\n"
		    "      \"dialect\": {\"delimiter\": \",\", "
		    "\"lineTerminator\": \"\\r\\n\", \"quoteChar\": \"\\\"\", "
		    "\"doubleQuote\": true, \"header\": true},\n"
		    "      \"schema\": {\n        \"fields\": [",
		    table->name, table->title, table->name);
	add_fields(out, table);
	strbuf_add_z(out, "\n        ],\n        \"missingValues\": [\"\"],\n"
		     "        \"primaryKey\": ");
	add_names(out, table->primary);
	add_foreign(out, table);
	strbuf_add_z(out, "\n      }\n    }");
}

/* Version 1 of the specification: all tools read it, and readers of version 2
 * must. */
static int write_descriptor(struct exporter *e, struct err *err)
{
	static const char name[] = "datapackage.json";
	struct strbuf out = STRBUF_INIT;
	FILE *file = open_file(e, name, "", err);

	if (!file)
		return ERR_SYSTEM;
	strbuf_add_z(&out, "{\n  \"profile\": \"tabular-data-package\",\n"
		     "  \"name\": \"esep\",\n"
		     "  \"title\": \"Reports as data\",\n"
		     "  \"resources\": [\n");
	for (size_t i = 0; i < csv_table_count; i++) {
		add_resource(&out, &csv_tables[i]);
		strbuf_add_z(&out, i + 1 < csv_table_count ? ",\n" : "\n");
	}
	strbuf_add_z(&out, "  ]\n}\n");
	put(file, &out);
	strbuf_release(&out);
	return close_file(e, file, name, err);
}

static int end(struct exporter *e, struct err *err)
{
	struct csv_mask *masked = NULL;
	int rc = e->mask ? csv_mask_open(&masked, e->mask, e->db, err) : 0;

	for (size_t i = 0; rc == 0 && i < csv_table_count; i++)
		rc = write_table(e, masked, &csv_tables[i], err);
	csv_mask_close(masked);
	return rc < 0 ? rc : write_descriptor(e, err);
}

const struct export_format export_csv = {
	.name = "csv",
	.is_folder = true,
	.needs_rows = true,
	.begin = begin,
	.end = end,
};
