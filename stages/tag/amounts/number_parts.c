#include "number_parts.h"

#include <stdlib.h>

struct number_parts {
	struct phrases *phrases; /* value: an enum number_part */
	struct phrase_matches matches;
};

static int add_row(struct number_parts *parts,
		   const struct knowledge *knowledge, struct table *table,
		   size_t row, struct err *err)
{
	static const char *const kinds[] = {
		[PART_HALF - 1] = "half", [PART_ONE_HALF - 1] = "one_half",
		[PART_HALF_A - 1] = "half_a", [PART_ZERO - 1] = "zero",
		[PART_WHOLE - 1] = "whole", [PART_POINT - 1] = "point",
		[PART_TENTH - 1] = "tenth", [PART_HUNDREDTH - 1] = "hundredth",
		[PART_THOUSANDTH - 1] = "thousandth", [PART_TO - 1] = "to",
		[PART_BETWEEN - 1] = "between", [PART_AND - 1] = "and",
		[PART_TILL - 1] = "till", NULL
	};
	unsigned kind = 0;
	lang_id lang;
	int rc = knowledge_lang(knowledge, table, row, &lang, err);

	if (rc == 0)
		rc = table_choice(table, row, "kind", kinds, &kind, err);
	if (rc < 0)
		return rc;
	phrases_add_forms(parts->phrases, lang,
			  table_named_cell(table, row, "form"), kind + 1);
	table_take(table, row);
	return 0;
}

int number_parts_open(struct number_parts **out,
		      const struct knowledge *knowledge, struct err *err)
{
	struct number_parts *parts = memory_get(sizeof *parts);
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "number_parts.tsv", &table,
				err);

	*parts = (struct number_parts){ .phrases = phrases_new(knowledge) };
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(parts, knowledge, table, row, err);
	if (rc < 0) {
		number_parts_close(parts);
		parts = NULL;
	}
	*out = parts;
	return rc;
}

void number_parts_close(struct number_parts *parts)
{
	if (!parts)
		return;
	phrases_free(parts->phrases);
	list_free(parts->matches.items);
	free(parts);
}

enum number_part number_part_at(struct number_parts *parts,
				const struct scan *scan, size_t token,
				size_t limit, size_t *end)
{
	if (token >= limit)
		return PART_NONE;
	parts->matches.count = 0;
	phrases_match(parts->phrases, scan->doc, token, limit, &parts->matches);
	if (parts->matches.count == 0)
		return PART_NONE;
	*end = parts->matches.items[0].end;
	return (enum number_part)parts->matches.items[0].value;
}
