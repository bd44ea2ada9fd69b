#include "person_names_internal.h"

#include <string.h>

/* Ids of people, made of the nominatives of their names. */

/* Press spellings differ in the y of -aye-, -iye- and Ye- (Egeubaeva,
 * Yegeubayeva): an id goes without it, so that they meet. */
static void drop_glides(struct strbuf *out, size_t from)
{
	size_t kept = from;

	for (size_t i = from; i < out->len; i++) {
		char before = kept == from ? '_' : out->data[kept - 1];

		if (out->data[i] == 'y' && i + 1 < out->len &&
		    out->data[i + 1] == 'e' && strchr("_aeiou", before))
			continue;
		out->data[kept++] = out->data[i];
	}
	strbuf_truncate(out, kept);
}

static void slug_of_name(const struct person_names *names, struct strbuf *out,
			 struct str text)
{
	size_t from = out->len;

	romanisation_slug(names->romanisation, out, text);
	drop_glides(out, from);
}

/* How many spellings an id has. */
static size_t spellings_of(const struct table *table, uint32_t first)
{
	int id = table_column(table, "id");
	struct str same = table_cell(table, first - 1, id);
	size_t row = first - 1;

	while (row < table->row_count &&
	       str_equal(table_cell(table, row, id), same))
		row++;
	return row + 1 - first;
}

/* Whether an id is shorter than another, or has more spellings. */
static bool is_plainer(const struct table *table, uint32_t one, uint32_t other)
{
	size_t a = table_named_cell(table, one - 1, "id").len;
	size_t b = table_named_cell(table, other - 1, "id").len;

	return a != b ? a < b :
			spellings_of(table, one) > spellings_of(table, other);
}

/* "aigerim_2" is romanised as "aigerim" is. */
static struct str without_number(struct str id)
{
	size_t line = str_find(id, STR("_"), 0);

	return line + 1 < id.len && id.data[line + 1] >= '0' &&
			       id.data[line + 1] <= '9' ?
		       str_slice(id, 0, line) :
		       id;
}

static bool is_same_but_doubles(struct str a, struct str b)
{
	size_t i = 0, j = 0;

	while (i < a.len && j < b.len && a.data[i] == b.data[j]) {
		char letter = a.data[i];

		while (i < a.len && a.data[i] == letter)
			i++;
		while (j < b.len && b.data[j] == letter)
			j++;
	}
	return i == a.len && j == b.len;
}

/* Whether two ids that share a key are one name: what English writes with a vowel
 * at the end is another (Maxime), in Russian some women's have -а or not. */
static bool are_one(const struct table *table, uint32_t one, uint32_t other)
{
	struct str a = table_named_cell(table, one - 1, "id");
	struct str b = table_named_cell(table, other - 1, "id");

	if (person_gender(table, one - 1) != person_gender(table, other - 1))
		return false;
	return is_same_but_doubles(a, b) ||
	       (a.len + 1 == b.len && b.data[a.len] == 'a' &&
		str_has_prefix(b, a) &&
		person_names_next_spelling(table, one, 0, true) &&
		person_names_next_spelling(table, other, 0, true));
}

/* Гульнар, Гульнара and Gulnar are one name in the ids of people, the plainest:
 * of those that share a key. */
static uint32_t main_given(struct person_names *names, uint32_t given)
{
	const struct table *table = names->given;
	struct str name = table_named_cell(table, given - 1, "name");
	word_id key = languages_key(names->languages,
				    words_add(names->words, name));
	uint32_t string = key ? interned_of_word(&names->keys, names->words,
						 key) : 0, best = given;
	bool listed = string && names->next_given.count > 0;

	for (uint32_t id = listed ? names->of_key.items[string].given : 0; id;
	     id = names->next_given.items[id - 1])
		if (is_plainer(table, id, best) && are_one(table, id, given))
			best = id;
	return best;
}

void person_names_given_id(struct person_names *names, struct strbuf *out,
			   uint32_t given, struct str text)
{
	const struct table *table = names->given;

	if (given && !names->main_given.items[given - 1])
		names->main_given.items[given - 1] = main_given(names, given);
	if (given)
		strbuf_add(out, without_number(table_cell(
			table, names->main_given.items[given - 1] - 1,
			table_column(table, "id"))));
	else
		slug_of_name(names, out, text);
}

/* The surname's main spelling in the gender: the first English row of it. */
static struct str surname_form(const struct table *table, uint32_t surname,
			       enum gender gender)
{
	int id = table_column(table, "id"), name = table_column(table, "name");
	size_t row = surname - 1;
	struct str wanted = table_cell(table, row, id);

	for (; row < table->row_count &&
	       str_equal(table_cell(table, row, id), wanted); row++)
		if (gender == GENDER_F &&
		    person_gender(table, row) == GENDER_F)
			return table_cell(table, row, name);
	return wanted;
}

void person_names_surname_id(const struct person_names *names,
			     struct strbuf *out, uint32_t surname,
			     enum gender gender, struct str text)
{
	if (surname)
		romanisation_slug(names->romanisation, out,
				  surname_form(names->surnames, surname,
					       gender));
	else
		slug_of_name(names, out, text);
}
