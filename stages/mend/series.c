#include "series.h"

#include "lexicons.h"
#include "utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

enum {
	MATCH_BYTES = 4096,    /* what a pattern gets to see of a paragraph */
	DETECT_PARAGRAPHS = 40 /* a series shows itself on its first pages */
};

static const struct str kind_names[SERIES_KINDS] = {
	[SERIES_DETECT] = { "detect", 6 },
	[SERIES_SCALE] = { "scale", 5 },
	[SERIES_SCORE] = { "score", 5 },
	[SERIES_HEADING] = { "heading", 7 },
	[SERIES_GROUP] = { "group", 5 },
	[SERIES_PANEL] = { "panel", 5 },
	[SERIES_BOILERPLATE] = { "boilerplate", 11 },
	[SERIES_FURNITURE] = { "furniture", 9 },
};

static struct str cell(const struct table *table, size_t row, const char *name)
{
	return table_cell(table, row, table_column(table, name));
}

static int add_row(struct series_set *set, struct series *series,
		   const struct table *table, size_t row, struct err *err)
{
	struct str kind = cell(table, row, "kind");
	struct series_row new = { SERIES_DETECT, STR_NONE, NULL };
	size_t number = 0;
	int rc;

	while (number < SERIES_KINDS && !str_equal(kind, kind_names[number]))
		number++;
	if (number == SERIES_KINDS)
		return err_set(err, ERR_FORMAT,
			       "%s:%u: there is no kind '%.*s'",
			       table->path.data, table->lines.items[row],
			       STR_ARGS(kind));
	new.kind = (enum series_kind)number;
	new.value = str_copy(&set->arena, cell(table, row, "value"));
	rc = regex_compile(&new.regex, cell(table, row, "pattern"), false, err);
	if (rc < 0)
		return err_wrap(err, rc, "%s:%u", table->path.data,
				table->lines.items[row]);
	*LIST_ADD(&series->rows) = new;
	return 0;
}

static int load_one(struct series_set *set, const char *lexicons,
		    const char *file, struct err *err)
{
	struct series *series = LIST_ADD(&set->series);
	struct strbuf name = STRBUF_INIT;
	struct table table;
	int rc;

	series->name = str_copy(&set->arena, str_of(file));
	series->name.len -= strlen(".tsv");
	strbuf_addf(&name, "series/%s", file);
	rc = lexicons_load(&table, lexicons, name.data,
			   "kind value lang pattern", err);
	strbuf_release(&name);
	if (rc < 0)
		return rc;
	for (size_t row = 0; rc == 0 && row < table.row_count; row++)
		rc = add_row(set, series, &table, row, err);
	table_release(&table);
	return rc;
}

static int is_table(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return len > 4 && entry->d_name[0] != '.' &&
	       !strcmp(entry->d_name + len - 4, ".tsv");
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

int series_load(struct series_set *set, const char *lexicons, struct err *err)
{
	struct strbuf folder = STRBUF_INIT;
	struct dirent **files = NULL;
	int count, rc = 0;

	strbuf_addf(&folder, "%s/series", lexicons);
	count = scandir(folder.data, &files, is_table, by_name);
	if (count < 0 && errno != ENOENT)
		rc = err_set(err, ERR_SYSTEM, "%s: %s", folder.data,
			     strerror(errno));
	for (int i = 0; i < count; i++) {
		if (rc == 0)
			rc = load_one(set, lexicons, files[i]->d_name, err);
		free(files[i]);
	}
	free(files);
	strbuf_release(&folder);
	return rc;
}

void series_release(struct series_set *set)
{
	for (size_t i = 0; i < set->series.count; i++) {
		struct series *series = &set->series.items[i];

		for (size_t row = 0; row < series->rows.count; row++)
			regex_free(series->rows.items[row].regex);
		LIST_RELEASE(&series->rows);
	}
	LIST_RELEASE(&set->series);
	arena_release(&set->arena);
}

static bool names(const struct series *series, struct str name)
{
	if (str_equal(series->name, name))
		return true;
	for (size_t i = 0; i < series->rows.count; i++)
		if (series->rows.items[i].kind == SERIES_DETECT &&
		    str_equal(series->rows.items[i].value, name))
			return true;
	return false;
}

static const struct series_row *detect(const struct series *series,
				       const struct document *doc)
{
	struct str title = document_meta(doc, STR("title"));
	const struct series_row *row;
	struct regex_match match;

	row = series_match(series, SERIES_DETECT, title, &match);
	for (size_t i = 0; !row && i < doc->paragraphs.count &&
			   i < DETECT_PARAGRAPHS; i++)
		row = series_match(series, SERIES_DETECT,
				   doc->paragraphs.items[i].text, &match);
	return row;
}

const struct series *series_of(const struct series_set *set,
			       struct document *doc)
{
	struct str name = document_meta(doc, STR("series"));

	for (size_t i = 0; name.len > 0 && i < set->series.count; i++)
		if (names(&set->series.items[i], name))
			return &set->series.items[i];
	for (size_t i = 0; i < set->series.count; i++) {
		const struct series_row *row = detect(&set->series.items[i],
						      doc);

		if (!row)
			continue;
		if (name.len == 0)
			document_set_meta(doc, STR("series"), row->value);
		return &set->series.items[i];
	}
	return NULL;
}

const struct series_row *series_match(const struct series *series,
				      enum series_kind kind, struct str text,
				      struct regex_match *match)
{
	if (!series)
		return NULL;
	if (text.len > MATCH_BYTES) {
		text.len = MATCH_BYTES;
		while (text.len > 0 &&
		       ((unsigned char)text.data[text.len] & 0xc0) == 0x80)
			text.len--;
	}
	for (size_t i = 0; i < series->rows.count; i++)
		if (series->rows.items[i].kind == kind &&
		    regex_find(series->rows.items[i].regex, text, 0, match))
			return &series->rows.items[i];
	return NULL;
}

struct str series_value(struct arena *arena, const struct series_row *row,
			const struct regex_match *match)
{
	struct strbuf buf = STRBUF_INIT;
	struct str value = row->value;

	for (size_t i = 0; i < value.len; i++) {
		size_t group = REGEX_GROUPS;

		if (value.data[i] == '\\' && i + 1 < value.len)
			group = (size_t)(value.data[i + 1] - '0');
		if (group > 0 && group < REGEX_GROUPS && group < 10) {
			if (match->group[group].data)
				strbuf_add(&buf, match->group[group]);
			i++;
		} else {
			strbuf_add_char(&buf, value.data[i]);
		}
	}
	value = str_copy(arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return value;
}
