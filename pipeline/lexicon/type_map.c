#include "type_map.h"

static bool has_type(const struct table *acts, struct str type)
{
	for (size_t row = 0; row < acts->row_count; row++)
		if (str_equal(table_named_cell(acts, row, "type"), type))
			return true;
	return false;
}

static int check_row(struct table *map, size_t row, const struct table *acts,
		     struct err *err)
{
	struct str type = table_named_cell(map, row, "type");

	if (!has_type(acts, type))
		return table_refuse(map, row, err, "no type '%.*s' in acts.tsv",
				    STR_ARGS(type));
	if (table_named_cell(map, row, "scheme").len == 0 ||
	    table_named_cell(map, row, "name").len == 0)
		return table_refuse(map, row, err,
				    "a scheme calls a type by some name");
	table_take(map, row);
	return 0;
}

int type_map_open(struct table **map, struct lexicons *lexicons,
		  struct err *err)
{
	struct table *acts;
	int rc = lexicons_table(lexicons, "type_map.tsv", map, err);

	if (rc == 0)
		rc = lexicons_table(lexicons, "acts.tsv", &acts, err);
	for (size_t row = 0; rc == 0 && row < (*map)->row_count; row++)
		rc = check_row(*map, row, acts, err);
	return rc;
}
