#include "heads.h"

#include "lexicons.h"
#include "utf8.h"

#include <stdlib.h>

enum side { SIDE_FIRST, SIDE_LAST, SIDE_CUE_BEFORE, SIDE_CUE_AFTER,
	    SIDE_LINK, SIDE_COUNTRY, SIDES };

enum { COUNTRY_CHARS = 5 /* of a country's name, for the words made of it */ };

struct heads {
	struct phrases *phrases; /* value: type * SIDES + side */
};

static bool find_side(struct str name, enum side *side)
{
	static const char *const names[] = { "first", "last", "cue_before",
					     "cue_after" };

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (str_equal(name, str_of(names[i]))) {
			*side = (enum side)i;
			return true;
		}
	return false;
}

static int add_heads(struct heads *heads, struct words *words,
		     const char *folder, struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, folder, "heads.tsv",
			       "type lang head side", err);
	int type_column, lang_column, head_column, side_column;

	if (rc < 0)
		return rc;
	type_column = table_column(&table, "type");
	lang_column = table_column(&table, "lang");
	head_column = table_column(&table, "head");
	side_column = table_column(&table, "side");
	for (size_t row = 0; rc == 0 && row < table.row_count; row++) {
		struct str lang = table_cell(&table, row, lang_column);
		enum mention_type type;
		enum side side;

		if (!mention_type_find(table_cell(&table, row, type_column),
				       &type) ||
		    !find_side(table_cell(&table, row, side_column), &side)) {
			rc = err_set(err, ERR_FORMAT,
				     "%s:%u: unknown type or side",
				     table.path.data, table.lines.items[row]);
			break;
		}
		phrases_add_forms(heads->phrases, words_lang(words, lang),
				  table_cell(&table, row, head_column),
				  (uint32_t)type * SIDES + side);
	}
	table_release(&table);
	return rc;
}

static int add_links(struct heads *heads, const char *folder, struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, folder, "name_links.tsv", "lang form",
			       err);
	int column;

	if (rc < 0)
		return rc;
	column = table_column(&table, "form");
	for (size_t row = 0; row < table.row_count; row++)
		phrases_add(heads->phrases, LANG_UND,
			    table_cell(&table, row, column), SIDE_LINK);
	table_release(&table);
	return 0;
}

/* The beginning of a country's name stands for the words made of it. */
static void add_country(struct heads *heads, struct str name)
{
	struct strbuf pattern = STRBUF_INIT;
	size_t len = 0;

	if (str_find(name, STR(" "), 0) < name.len ||
	    utf8_chars(name) < COUNTRY_CHARS)
		return;
	for (int i = 0; i < COUNTRY_CHARS; i++)
		utf8_next(name, &len);
	strbuf_add(&pattern, str_slice(name, 0, len));
	strbuf_add_char(&pattern, '*');
	phrases_add(heads->phrases, LANG_UND, strbuf_view(&pattern),
		    SIDE_COUNTRY);
	strbuf_release(&pattern);
}

/* Whether the id, which the places are sorted by, is a country's. *row is where
 * the one before was: the names are sorted by id too. */
static bool is_country(const struct table *places, int id_column,
		       int kind_column, size_t *row, struct str id)
{
	while (*row < places->row_count &&
	       str_compare(table_cell(places, *row, id_column), id) < 0)
		(*row)++;
	return *row < places->row_count &&
	       str_equal(table_cell(places, *row, id_column), id) &&
	       str_equal(table_cell(places, *row, kind_column), STR("country"));
}

static int add_countries(struct heads *heads, const char *folder,
			 struct err *err)
{
	struct table places, names;
	int rc = lexicons_load(&places, folder, "places.tsv",
			       "id kind country", err);

	if (rc < 0)
		return rc;
	rc = lexicons_load(&names, folder, "names/places.tsv", "id name", err);
	if (rc == 0) {
		int id = table_column(&names, "id");
		int name = table_column(&names, "name");
		int place_id = table_column(&places, "id");
		int kind = table_column(&places, "kind");
		size_t at = 0;

		for (size_t row = 0; row < names.row_count; row++)
			if (is_country(&places, place_id, kind, &at,
				       table_cell(&names, row, id)))
				add_country(heads,
					    table_cell(&names, row, name));
		table_release(&names);
	}
	table_release(&places);
	return rc;
}

int heads_open(struct heads **out, struct languages *languages,
	       struct words *words, const char *folder, struct err *err)
{
	struct heads *heads = memory_get(sizeof *heads);
	int rc;

	heads->phrases = phrases_new(languages, words);
	rc = add_heads(heads, words, folder, err);
	if (rc == 0)
		rc = add_links(heads, folder, err);
	if (rc == 0)
		rc = add_countries(heads, folder, err);
	if (rc < 0) {
		heads_close(heads);
		heads = NULL;
	}
	*out = heads;
	return rc;
}

void heads_close(struct heads *heads)
{
	if (!heads)
		return;
	phrases_free(heads->phrases);
	free(heads);
}

static void mark_head(struct token_mark *marks,
		      const struct phrase_match *match, enum side side,
		      uint16_t type)
{
	struct token_mark *first = &marks[match->first];
	struct token_mark *last = &marks[match->end - 1];
	size_t len = match->end - match->first;

	if (side == SIDE_FIRST)
		first->head_starts |= type;
	else if (side == SIDE_LAST)
		last->head_ends |= type;
	else if (side == SIDE_CUE_BEFORE)
		last->cue_ends |= type;
	else
		first->cue_starts |= type;
	if (side == SIDE_CUE_BEFORE || side == SIDE_CUE_AFTER)
		for (size_t t = match->first; t < match->end; t++)
			marks[t].flags |= MARK_CUE;
	else if (len > first->head_len)
		first->head_len = (uint8_t)len;
}

void heads_mark(struct heads *heads, struct scan *scan)
{
	struct token_mark *marks = scan->marks.items;

	for (size_t t = 0; t < scan->marks.count; t++) {
		scan->matches.count = 0;
		phrases_match(heads->phrases, scan->doc, t,
			      scan_sentence_end(scan, t), &scan->matches);
		for (size_t i = 0; i < scan->matches.count; i++) {
			const struct phrase_match *m = &scan->matches.items[i];
			enum side side = (enum side)(m->value % SIDES);

			if (side == SIDE_LINK)
				marks[t].flags |= MARK_LINK;
			else if (side == SIDE_COUNTRY)
				marks[t].flags |= MARK_COUNTRY;
			else
				mark_head(marks, m, side,
					  (uint16_t)(1u << m->value / SIDES));
		}
	}
}
