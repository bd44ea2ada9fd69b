#include "series.h"

#include "lexicons.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

static const char *const kind_names[SERIES_KINDS] = {
	[SERIES_DETECT] = "detect",
	[SERIES_DETECT_MANY] = "detect_many",
	[SERIES_SCALE] = "scale",
	[SERIES_CLASS] = "class",
	[SERIES_SCORE] = "score",
	[SERIES_SCOPE] = "scope",
	[SERIES_CHANGE] = "change",
	[SERIES_HEADING] = "heading",
	[SERIES_GROUP] = "group",
	[SERIES_PANEL] = "panel",
	[SERIES_BOILERPLATE] = "boilerplate",
	[SERIES_FURNITURE] = "furniture",
	[SERIES_RUNNING] = "running",
	[SERIES_DATE] = "date",
	[SERIES_DATED] = "dated",
	[SERIES_ENTRY] = "entry",
	[SERIES_CONTENTS] = "contents",
	[SERIES_NO_HEADING] = "no_heading",
	[SERIES_GOES_ON] = "goes_on",
	[SERIES_NOTE_CUT] = "note_cut",
	[SERIES_NOTE_AGAIN] = "note_again",
	[SERIES_NOTE_AUTHOR] = "note_author",
	[SERIES_NOTE_LAW] = "note_law",
};

static const char *const part_names[SERIES_PARTS] = {
	[PART_LABEL] = "label", [PART_LOW] = "low", [PART_HIGH] = "high",
	[PART_VALUE] = "value", [PART_LAST] = "last",
	[PART_CHANGE] = "change", [PART_FROM] = "from", [PART_TO] = "to",
	[PART_BY] = "by", [PART_DAY] = "day", [PART_LAST_DAY] = "last_day",
	[PART_MONTH] = "month", [PART_YEAR] = "year", [PART_TITLE] = "title",
	[PART_AUTHOR] = "author",
};

enum slot { SLOT_MONTH, SLOT_YEAR, SLOT_NUMBER, SLOT_DATE, SLOTS };
static const char *const slot_names[SLOTS] = {
	"{month}", "{year}", "{number}", "{date}"
};

/* A month or a number is any word here: which it is will be looked up. */
#define MONTH "\\p{L}{2,}\\.?"
#define YEAR "{year}"
static const char *const slots[SLOTS] = {
	[SLOT_MONTH] = MONTH,
	[SLOT_NUMBER] = "(?:\\d{1,3}(?:[.,]\\d{1,3})?|"
			"\\p{L}+(?: \\p{L}+)?)",
	[SLOT_DATE] =
	"(?:\\d{1,2}(?:st|nd|rd|th)? " MONTH ",? \\d{4}(?: " YEAR ")?|"
	MONTH " \\d{1,2},? \\d{4}|\\d{4} " YEAR " \\d{1,2} " MONTH "|"
	"\\d{4} " YEAR " " MONTH "|" MONTH ",? \\d{4}(?: " YEAR ")?|"
	"\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}-\\d{2}-\\d{2})",
};

static struct str cell(const struct table *table, size_t row, const char *name)
{
	return table_cell(table, row, table_column(table, name));
}

/* Append the pattern with its slots filled. */
static void fill_slots(const struct series_set *set, struct str pattern,
		       struct strbuf *out)
{
	while (pattern.len > 0) {
		size_t at = pattern.len, slot = SLOTS;

		for (size_t i = 0; i < SLOTS; i++) {
			size_t found = str_find(pattern,
						str_of(slot_names[i]), 0);

			if (found < at) {
				at = found;
				slot = i;
			}
		}
		strbuf_add(out, str_slice(pattern, 0, at));
		if (slot == SLOTS)
			break;
		if (slot == SLOT_YEAR)
			month_words_add_years(&set->months, out);
		else
			fill_slots(set, str_of(slots[slot]), out);
		pattern = str_slice(pattern, at + strlen(slot_names[slot]),
				    pattern.len);
	}
}

static bool name_parts(struct series_row *row, const char **unknown)
{
	for (unsigned group = 1; group < REGEX_GROUPS; group++) {
		const char *name = regex_group_name(row->regex, group);
		size_t part = 0;

		while (name && part < SERIES_PARTS &&
		       strcmp(name, part_names[part]) != 0)
			part++;
		*unknown = name;
		if (part == SERIES_PARTS)
			return false;
		if (name)
			row->part[part] = (uint8_t)group;
	}
	return true;
}

static int compile_row(struct series_set *set, struct series_row *row,
		       struct str pattern, const char *place, uint32_t line,
		       struct err *err)
{
	struct strbuf full = STRBUF_INIT;
	const char *unknown;
	int rc;

	fill_slots(set, pattern, &full);
	rc = regex_compile(&row->regex, strbuf_view(&full), false, err);
	strbuf_release(&full);
	if (rc < 0)
		return err_wrap(err, rc, "%s:%u", place, line);
	if (name_parts(row, &unknown))
		return 0;
	rc = err_set(err, ERR_FORMAT, "%s:%u: no group is named '%s'", place,
		     line, unknown);
	regex_free(row->regex);
	return rc;
}

static int add_row(struct series_set *set, struct series *series,
		   const struct table *table, size_t row, struct err *err)
{
	struct str kind = cell(table, row, "kind");
	struct series_row new = { 0 };
	size_t number = 0;
	int rc;

	while (number < SERIES_KINDS &&
	       !str_equal(kind, str_of(kind_names[number])))
		number++;
	if (number == SERIES_KINDS)
		return err_set(err, ERR_FORMAT,
			       "%s:%u: there is no kind '%.*s'",
			       table->path.data, table->lines.items[row],
			       STR_ARGS(kind));
	new.kind = (enum series_kind)number;
	new.value = str_copy(&set->arena, cell(table, row, "value"));
	new.lang = str_copy(&set->arena, cell(table, row, "lang"));
	rc = compile_row(set, &new, cell(table, row, "pattern"),
			 table->path.data, table->lines.items[row], err);
	if (rc == 0)
		*LIST_ADD(&series->rows) = new;
	return rc;
}

static int load_table(struct series_set *set, struct series *series,
		      const char *lexicons, const char *file, struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, lexicons, file,
			       "kind value lang pattern", err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; rc == 0 && row < table.row_count; row++)
		rc = add_row(set, series, &table, row, err);
	table_release(&table);
	return rc;
}

static int load_one(struct series_set *set, const char *lexicons,
		    const char *file, struct err *err)
{
	struct series *series = LIST_ADD(&set->series);
	struct strbuf name = STRBUF_INIT;
	int rc;

	series->name = str_copy(&set->arena, str_of(file));
	series->name.len -= strlen(".tsv");
	series->months = &set->months;
	strbuf_addf(&name, "series/%s", file);
	rc = load_table(set, series, lexicons, name.data, err);
	strbuf_release(&name);
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

static int load_folder(struct series_set *set, const char *lexicons,
		       struct err *err)
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

int series_load(struct series_set *set, const char *lexicons, struct err *err)
{
	int rc = month_words_load(&set->months, lexicons, err);

	if (rc == 0)
		rc = number_words_load(&set->numbers, lexicons, err);
	set->any.months = &set->months;
	if (rc == 0)
		rc = load_table(set, &set->any, lexicons, "report_words.tsv",
				err);
	if (rc == ERR_MISSING)
		rc = 0;
	return rc == 0 ? load_folder(set, lexicons, err) : rc;
}

static void release_rows(struct series *series)
{
	for (size_t row = 0; row < series->rows.count; row++)
		regex_free(series->rows.items[row].regex);
	LIST_RELEASE(&series->rows);
}

void series_release(struct series_set *set)
{
	for (size_t i = 0; i < set->series.count; i++)
		release_rows(&set->series.items[i]);
	release_rows(&set->any);
	LIST_RELEASE(&set->series);
	month_words_release(&set->months);
	number_words_release(&set->numbers);
	arena_release(&set->arena);
}
