#include "series.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

static const char *const kind_names[SERIES_KINDS + 1] = {
	[SERIES_DETECT] = "detect",
	[SERIES_DETECT_MANY] = "detect_many",
	[SERIES_SCALE] = "scale",
	[SERIES_CLASS] = "class",
	[SERIES_SCORE] = "score",
	[SERIES_MARK] = "mark",
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
	[SERIES_LEVEL] = "level",
	[SERIES_NUMBERED] = "numbered",
	[SERIES_SUBTITLE] = "subtitle",
	[SERIES_LABELLED] = "labelled",
	[SERIES_SCORE_WORD] = "score_word",
	[SERIES_MARK_WORD] = "mark_word",
	[SERIES_CONTACT] = "contact",
	[SERIES_NO_HEADING] = "no_heading",
	[SERIES_GOES_ON] = "goes_on",
	[SERIES_NOTE_CUT] = "note_cut",
	[SERIES_NOTE_AGAIN] = "note_again",
	[SERIES_NOTE_AUTHOR] = "note_author",
	[SERIES_NOTE_LAW] = "note_law",
	[SERIES_KINDS] = NULL
};

static const char *const part_names[SERIES_PARTS] = {
	[PART_LABEL] = "label", [PART_LOW] = "low", [PART_HIGH] = "high",
	[PART_VALUE] = "value", [PART_LAST] = "last",
	[PART_CHANGE] = "change", [PART_FROM] = "from", [PART_TO] = "to",
	[PART_BY] = "by", [PART_DAY] = "day", [PART_LAST_DAY] = "last_day",
	[PART_MONTH] = "month", [PART_YEAR] = "year", [PART_TITLE] = "title",
	[PART_AUTHOR] = "author", [PART_OF] = "of", [PART_WORD] = "word",
	[PART_NUMBER] = "number",
};

/* The slots of every table, beside {year} and {ordinal}. A month or a number is any word
 * here: which it is will be looked up. */
static const struct { const char *name, *pattern; } slots[] = {
	{ "month", "\\p{L}{2,}\\.?" },
	{ "number", "(?:\\d{1,3}(?:[.,]\\d{1,3})?|\\p{L}+(?: \\p{L}+)?)" },
	{ "date",
	  "(?:\\d{1,2}{ordinal}? {month},? \\d{4}(?: {year})?|"
	  "{month} \\d{1,2},? \\d{4}|\\d{4} {year} \\d{1,2} {month}|"
	  "\\d{4} {year} {month}|{month},? \\d{4}(?: {year})?|"
	  "\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}-\\d{2}-\\d{2})" },
};

static void add_common_slots(const struct series_set *set,
			     struct series *series)
{
	struct strbuf words = STRBUF_INIT;

	month_words_add_years(&set->months, &words);
	pattern_slots_add(&series->slots, STR("year"), strbuf_view(&words));
	strbuf_clear(&words);
	month_words_add_ordinals(&set->months, &words);
	pattern_slots_add(&series->slots, STR("ordinal"), strbuf_view(&words));
	strbuf_release(&words);
	for (size_t i = 0; i < COUNT_OF(slots); i++)
		pattern_slots_add(&series->slots, str_of(slots[i].name),
			 str_of(slots[i].pattern));
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

static int compile_row(const struct series *series, struct series_row *row,
		       const struct table *table, size_t row_number,
		       struct err *err)
{
	struct strbuf full = STRBUF_INIT;
	const char *unknown;
	int rc;

	pattern_slots_fill(&series->slots,
			   table_named_cell(table, row_number, "pattern"),
			   &full);
	rc = regex_compile(&row->regex, strbuf_view(&full), false, err);
	strbuf_release(&full);
	if (rc < 0)
		return table_blame(table, row_number, rc, err);
	if (name_parts(row, &unknown))
		return 0;
	rc = table_refuse(table, row_number, err, "no group is named '%s'",
			  unknown);
	regex_free(row->regex);
	return rc;
}

static int add_row(struct series *series, struct table *table, size_t row,
		   struct err *err)
{
	struct series_row new = {
		.value = table_named_cell(table, row, "value"),
		.lang = table_named_cell(table, row, "lang")
	};
	unsigned kind = 0;
	int rc;

	table_take(table, row);
	if (str_equal(table_named_cell(table, row, "kind"), STR("part"))) {
		pattern_slots_add(&series->slots, new.value,
			 table_named_cell(table, row, "pattern"));
		return 0;
	}
	rc = table_choice(table, row, "kind", kind_names, &kind, err);
	new.kind = (enum series_kind)kind;
	if (rc == 0)
		rc = compile_row(series, &new, table, row, err);
	if (rc == 0)
		*LIST_ADD(&series->rows) = new;
	return rc;
}

static int load_table(struct series_set *set, struct series *series,
		      struct lexicons *lexicons, const char *file,
		      struct err *err)
{
	struct table *table;
	int rc = lexicons_table(lexicons, file, &table, err);

	if (rc < 0)
		return rc;
	add_common_slots(set, series);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(series, table, row, err);
	return rc;
}

static int load_one(struct series_set *set, struct lexicons *lexicons,
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

static int load_folder(struct series_set *set, struct lexicons *lexicons,
		       struct err *err)
{
	struct strbuf folder = STRBUF_INIT;
	struct dirent **files = NULL;
	int count, rc = 0;

	strbuf_addf(&folder, "%s/series", lexicons_folder(lexicons));
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

static bool is_of_frame(const struct series_row *row)
{
	return row->kind == SERIES_SCALE || row->kind == SERIES_SCORE ||
	       row->kind == SERIES_MARK || row->kind == SERIES_MARK_WORD ||
	       row->kind == SERIES_BOILERPLATE ||
	       row->kind == SERIES_LABELLED ||
	       row->kind == SERIES_SCORE_WORD ||
	       (row->kind == SERIES_HEADING && row->value.len > 0);
}

static void take_frame(struct series_set *set)
{
	set->frame.name = STR("frame");
	set->frame.months = &set->months;
	for (size_t i = 0; i < set->any.rows.count; i++)
		if (is_of_frame(&set->any.rows.items[i]))
			*LIST_ADD(&set->frame.rows) = set->any.rows.items[i];
}

int series_load(struct series_set *set, struct lexicons *lexicons,
		struct err *err)
{
	int rc = month_words_load(&set->months, lexicons, err);

	if (rc == 0)
		rc = lexicons_numbers(lexicons, &set->numbers, err);
	set->any.months = &set->months;
	if (rc == 0)
		rc = load_table(set, &set->any, lexicons, "report_words.tsv",
				err);
	if (rc == 0)
		take_frame(set);
	return rc == 0 ? load_folder(set, lexicons, err) : rc;
}

static void release_rows(struct series *series)
{
	for (size_t row = 0; row < series->rows.count; row++)
		regex_free(series->rows.items[row].regex);
	LIST_RELEASE(&series->rows);
	pattern_slots_release(&series->slots);
}

void series_release(struct series_set *set)
{
	for (size_t i = 0; i < set->series.count; i++)
		release_rows(&set->series.items[i]);
	release_rows(&set->any);
	LIST_RELEASE(&set->frame.rows);
	LIST_RELEASE(&set->series);
	month_words_release(&set->months);
	arena_release(&set->arena);
}
