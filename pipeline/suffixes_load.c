#include "suffix_table.h"

#include "lexicons.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { PATH_SIZE = 64, FIRST_CLASS = 3 };

static int load(struct table *table, const char *folder, struct str code,
		const char *name, const char *columns, struct err *err)
{
	char path[PATH_SIZE];

	snprintf(path, sizeof path, "%.*s/%s", STR_ARGS(code), name);
	return lexicons_load(table, folder, path, columns, err);
}

static uint32_t class_bit(const struct suffixes *suffixes, struct str name)
{
	for (size_t i = 0; i < suffixes->class_count; i++)
		if (str_equal(suffixes->classes[i], name))
			return UINT32_C(1) << i;
	return 0;
}

static int add_class(struct suffixes *suffixes, struct str name,
		     struct str letters)
{
	uint32_t bit = class_bit(suffixes, name);

	if (!bit && suffixes->class_count == SUFFIX_CLASSES_MAX)
		return ERR_LIMIT;
	if (!bit) {
		bit = UINT32_C(1) << suffixes->class_count;
		suffixes->classes[suffixes->class_count++] = name;
	}
	for (size_t at = 0, start; at < letters.len;) {
		start = at;
		utf8_next(letters, &at);
		forms_add(&suffixes->letters, str_slice(letters, start, at),
			  bit);
	}
	return 0;
}

static int load_sounds(struct suffixes *suffixes, const char *folder,
		       struct str code, struct err *err)
{
	struct table *table = &suffixes->sounds;
	int class, letters, to, rc;

	rc = load(table, folder, code, "sounds.tsv", "class letters to", err);
	if (rc < 0)
		return rc;
	class = table_column(table, "class");
	letters = table_column(table, "letters");
	to = table_column(table, "to");
	for (size_t row = 0; row < table->row_count; row++) {
		struct str name = table_cell(table, row, class);
		struct str cell = table_cell(table, row, letters);

		if (str_equal(name, STR("final")))
			*LIST_ADD(&suffixes->finals) = (struct suffix_final){
				cell, table_cell(table, row, to)
			};
		else if (add_class(suffixes, name, cell) < 0)
			return err_set(err, ERR_LIMIT,
				       "%.*s: more than %d classes of letters",
				       STR_ARGS(table->path), SUFFIX_CLASSES_MAX);
	}
	return 0;
}

static int read_rule(const struct suffixes *suffixes, size_t row,
		     struct suffix_rule *rule)
{
	const struct table *table = &suffixes->rows;
	struct str names, name;
	uint64_t keep;

	rule->slot = table_cell(table, row, table_column(table, "slot"));
	rule->suffix = table_cell(table, row, table_column(table, "suffix"));
	rule->next = table_cell(table, row, table_column(table, "next"));
	names = table_cell(table, row, table_column(table, "after"));
	while (names.len > 0 && str_split(&names, ' ', &name)) {
		uint32_t bit = class_bit(suffixes, name);

		if (!bit)
			return ERR_FORMAT;
		rule->after |= bit;
	}
	if (!str_number(table_cell(table, row, table_column(table, "keep")),
			SUFFIX_LONGEST_WORD, &keep) || rule->suffix.len == 0)
		return ERR_FORMAT;
	rule->keep = (size_t)keep;
	if (!(rule->after & SOUND_FREE))
		rule->harmony = suffixes_harmony(suffixes, rule->suffix);
	rule->after &= ~(uint32_t)SOUND_FREE;
	return 0;
}

/* A slot that a row names as its next is entered in no other way. */
static void mark_targets(struct suffixes *suffixes)
{
	struct suffix_rule *rules = suffixes->rules.items;

	for (size_t i = 0; i < suffixes->rules.count; i++)
		for (size_t j = 0; j < suffixes->rules.count; j++)
			if (str_equal(rules[i].slot, rules[j].next))
				rules[i].by_jump = true;
}

static int load_rules(struct suffixes *suffixes, const char *folder,
		      struct str code, struct err *err)
{
	struct table *table = &suffixes->rows;
	int rc = load(table, folder, code, "suffixes.tsv",
		      "slot suffix after keep next example stem", err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; row < table->row_count; row++)
		if (read_rule(suffixes, row, LIST_ADD(&suffixes->rules)) < 0)
			return err_set(err, ERR_FORMAT,
				       "%.*s:%u: an empty suffix, a class that"
				       " sounds.tsv lacks, or a wrong number",
				       STR_ARGS(table->path),
				       (unsigned)table->lines.items[row]);
	mark_targets(suffixes);
	return 0;
}

static int load_irregular(struct suffixes *suffixes, const char *folder,
			  struct str code, struct err *err)
{
	struct table *table = &suffixes->irregular;
	int form, rc = load(table, folder, code, "irregular.tsv", "form stem",
			    err);

	if (rc < 0)
		return rc;
	form = table_column(table, "form");
	for (size_t row = 0; row < table->row_count; row++)
		forms_add(&suffixes->irregulars, table_cell(table, row, form),
			  (uint32_t)row + 1);
	return 0;
}

int suffixes_load(struct suffixes **suffixes, const char *folder,
		  struct str code, struct err *err)
{
	struct suffixes *new = memory_get(sizeof *new);
	int rc;

	*new = (struct suffixes){ .class_count = FIRST_CLASS,
		.classes = { STR("back"), STR("front"), STR("free") } };
	rc = load_sounds(new, folder, code, err);
	if (rc == 0)
		rc = load_rules(new, folder, code, err);
	if (rc == 0)
		rc = load_irregular(new, folder, code, err);
	if (rc == 0) {
		*suffixes = new;
		return 0;
	}
	suffixes_free(new);
	return rc;
}

void suffixes_free(struct suffixes *suffixes)
{
	if (!suffixes)
		return;
	table_release(&suffixes->rows);
	table_release(&suffixes->sounds);
	table_release(&suffixes->irregular);
	LIST_RELEASE(&suffixes->rules);
	LIST_RELEASE(&suffixes->finals);
	forms_release(&suffixes->letters);
	forms_release(&suffixes->irregulars);
	free(suffixes);
}
