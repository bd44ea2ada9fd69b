#include "roles.h"

#include <stdlib.h>

struct roles {
	struct phrases *phrases; /* value: class */
};

static int add_row(struct roles *roles, const struct knowledge *knowledge,
		   struct table *table, size_t row, struct err *err)
{
	static const char *const names[] = { "modifier", "journalist",
					     "official", "person", NULL };
	static const uint32_t classes[] = { 0, ROLE_JOURNALIST, ROLE_OFFICIAL,
					    ROLE_PERSON };
	unsigned class = 0;
	lang_id lang;
	int rc = table_choice(table, row, "class", names, &class, err);

	if (rc == 0)
		rc = knowledge_lang(knowledge, table, row, &lang, err);
	if (rc < 0 || classes[class] == 0)
		return rc;
	phrases_add(roles->phrases, lang, table_named_cell(table, row, "role"),
		    classes[class]);
	table_take(table, row);
	return 0;
}

int roles_open(struct roles **out, const struct knowledge *knowledge,
	       struct err *err)
{
	struct roles *roles = memory_get(sizeof *roles);
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "roles.tsv", &table, err);

	roles->phrases = phrases_new(knowledge);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(roles, knowledge, table, row, err);
	if (rc < 0) {
		roles_close(roles);
		roles = NULL;
	}
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
