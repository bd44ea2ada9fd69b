#include "lexicons_internal.h"

#include "utf8.h"

#include <stdlib.h>

static void add_places(struct countries *countries, const struct table *places)
{
	int id = table_column(places, "id"),
	    kind = table_column(places, "kind");
	int code = table_column(places, "country");

	for (size_t row = 0; row < places->row_count; row++)
		if (str_equal(table_cell(places, row, kind), STR("country")))
			*LIST_ADD(&countries->list) = (struct country){
				table_cell(places, row, id),
				table_cell(places, row, code)
			};
}

static int by_id(const void *left, const void *right)
{
	const struct country *a = left, *b = right;

	return str_compare(a->id, b->id);
}

static void add_names(struct countries *countries, const struct table *names)
{
	int id = table_column(names, "id"), name = table_column(names, "name");
	const struct country *country = NULL;

	for (size_t row = 0; row < names->row_count; row++) {
		struct str same = row ? table_cell(names, row - 1, id)
				      : STR_NONE;

		if (row == 0 || !str_equal(table_cell(names, row, id), same))
			country = countries_by_id(countries,
						  table_cell(names, row, id));
		if (country)
			*LIST_ADD(&countries->names) = (struct country_name){
				table_cell(names, row, name),
				(size_t)(country - countries->list.items)
			};
	}
}

int lexicons_countries(struct lexicons *lexicons,
		       const struct countries **result, struct err *err)
{
	struct countries *countries = &lexicons->countries;
	struct table *places, *names;
	int rc;

	*result = countries;
	if (countries->list.count > 0)
		return 0;
	rc = lexicons_table(lexicons, "places.tsv", &places, err);
	if (rc == 0)
		rc = lexicons_table(lexicons, "names/places.tsv", &names, err);
	if (rc < 0)
		return rc;
	add_places(countries, places);
	if (countries->list.count > 1)
		qsort(countries->list.items, countries->list.count,
		      sizeof *countries->list.items, by_id);
	add_names(countries, names);
	return 0;
}

const struct country *countries_by_code(const struct countries *countries,
					struct str code)
{
	for (size_t i = 0; i < countries->list.count; i++)
		if (str_equal(countries->list.items[i].code, code))
			return &countries->list.items[i];
	return NULL;
}

const struct country *countries_by_name(const struct countries *countries,
					struct str name)
{
	struct strbuf wanted = STRBUF_INIT, text = STRBUF_INIT;
	const struct country *found = NULL;

	utf8_add_fold(&wanted, name);
	for (size_t i = 0; !found && i < countries->names.count; i++) {
		const struct country_name *known = &countries->names.items[i];

		strbuf_clear(&text);
		utf8_add_fold(&text, known->text);
		if (str_equal(strbuf_view(&text), strbuf_view(&wanted)))
			found = &countries->list.items[known->country];
	}
	strbuf_release(&wanted);
	strbuf_release(&text);
	return found;
}

const struct country *countries_by_id(const struct countries *countries,
				      struct str id)
{
	struct country key = { .id = id };

	return countries->list.count == 0 ? NULL
		: bsearch(&key, countries->list.items, countries->list.count,
			  sizeof key, by_id);
}

void countries_release(struct countries *countries)
{
	LIST_RELEASE(&countries->list);
	LIST_RELEASE(&countries->names);
}
