#include "roles.h"

#include "lexicons.h"

#include <stdlib.h>

struct roles {
	struct phrases *phrases; /* value: class */
};

static bool find_class(struct str name, uint32_t *class)
{
	static const struct { const char *name; uint32_t class; } classes[] = {
		{ "journalist", ROLE_JOURNALIST },
		{ "official", ROLE_OFFICIAL },
		{ "person", ROLE_PERSON },
		{ "modifier", 0 }
	};

	for (size_t i = 0; i < COUNT_OF(classes); i++)
		if (str_equal(name, str_of(classes[i].name))) {
			*class = classes[i].class;
			return true;
		}
	return false;
}

static int add_row(struct roles *roles, struct words *words,
		   const struct table *table, size_t row, struct err *err)
{
	struct str name = table_cell(table, row, table_column(table, "class"));
	struct str lang = table_cell(table, row, table_column(table, "lang"));
	uint32_t class;

	if (!find_class(name, &class))
		return err_set(err, ERR_FORMAT, "%s:%u: '%.*s' is no class",
			       table->path.data, table->lines.items[row],
			       STR_ARGS(name));
	if (class)
		phrases_add(roles->phrases, words_lang(words, lang),
			    table_cell(table, row,
				       table_column(table, "role")),
			    class);
	return 0;
}

int roles_open(struct roles **out, struct languages *languages,
	       struct words *words, const char *folder, struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, folder, "roles.tsv", "class lang role",
			       err);
	struct roles *roles;

	*out = NULL;
	if (rc < 0)
		return rc;
	roles = memory_get(sizeof *roles);
	roles->phrases = phrases_new(languages, words);
	for (size_t row = 0; rc == 0 && row < table.row_count; row++)
		rc = add_row(roles, words, &table, row, err);
	table_release(&table);
	if (rc < 0)
		roles_close(roles);
	else
		*out = roles;
	return rc;
}

void roles_close(struct roles *roles)
{
	if (!roles)
		return;
	phrases_free(roles->phrases);
	free(roles);
}

void roles_mark(struct roles *roles, struct scan *scan,
		struct role_marks *marks)
{
	LIST_CLEAR(marks);
	for (size_t t = 0; t < scan->doc->tokens.count; t++)
		LIST_ADD(marks);
	for (size_t t = 0; t < scan->doc->tokens.count; t++) {
		scan->matches.count = 0;
		phrases_match(roles->phrases, scan->doc, t,
			      scan_sentence_end(scan, t), &scan->matches);
		if (scan->matches.count == 0)
			continue;

		const struct phrase_match *m = &scan->matches.items[0];
		uint8_t len = (uint8_t)(m->end - m->first);

		marks->items[t].starts = (uint8_t)m->value;
		marks->items[t].start_len = len;
		if (len >= marks->items[m->end - 1].end_len) {
			marks->items[m->end - 1].ends = (uint8_t)m->value;
			marks->items[m->end - 1].end_len = len;
		}
	}
}
