#include "person_names_internal.h"

#include "lexicons.h"
#include "utf8.h"

#include <stdlib.h>

enum gender person_gender(struct str cell)
{
	return str_equal(cell, STR("m")) ? GENDER_M :
	       str_equal(cell, STR("f")) ? GENDER_F :
					   GENDER_UNKNOWN;
}

static int load_endings(struct person_names *names, const char *folder,
			struct err *err)
{
	static const char *const kinds[] = { "surname", "patronymic", "word",
					     "adjective" };
	struct table *table = &names->ending_table;
	int rc = lexicons_load(table, folder, "name_endings.tsv",
			       "kind ending gender base", err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; row < table->row_count; row++) {
		struct str kind = table_cell(table, row,
					     table_column(table, "kind"));
		struct str gender = table_cell(table, row,
					       table_column(table, "gender"));
		struct ending *ending = LIST_ADD(&names->endings);
		size_t i = 0;

		while (i < COUNT_OF(kinds) && !str_equal(kind, str_of(kinds[i])))
			i++;
		if (i == COUNT_OF(kinds))
			return err_set(err, ERR_FORMAT,
				       "%s:%u: '%.*s' is no kind of ending",
				       table->path.data,
				       table->lines.items[row], STR_ARGS(kind));
		ending->kind = (enum ending_kind)i;
		ending->gender = person_gender(gender);
		ending->text = table_cell(table, row,
					  table_column(table, "ending"));
		ending->base = table_cell(table, row,
					  table_column(table, "base"));
	}
	return 0;
}

static struct str fold(struct person_names *names, struct str text)
{
	strbuf_clear(&names->buf);
	utf8_add_fold(&names->buf, text);
	return strbuf_view(&names->buf);
}

/* The first row of an id stands for all its spellings. */
static void add_spelling(struct person_names *names, struct str text,
			 uint32_t row, bool is_given)
{
	uint32_t term = interned_add(&names->spellings, fold(names, text)),
		 *known;

	while (names->of_spelling.count <= term)
		LIST_ADD(&names->of_spelling);
	known = is_given ? &names->of_spelling.items[term].given :
			   &names->of_spelling.items[term].surname;
	if (!*known)
		*known = row;
}

static void add_rows(struct person_names *names, const struct table *table,
		     bool is_given)
{
	int id = table_column(table, "id"), name = table_column(table, "name");
	int gender = table_column(table, "gender");
	uint32_t first = 0;

	for (size_t row = 0; row < table->row_count; row++) {
		struct str text = table_cell(table, row, name);
		word_id key = languages_key(names->languages,
					    words_add(names->words, text));
		struct known_name *known;
		uint32_t term, *of_gender;

		if (row == 0 || !str_equal(table_cell(table, row, id),
					   table_cell(table, row - 1, id)))
			first = (uint32_t)row;
		add_spelling(names, text, first + 1, is_given);
		if (key == 0)
			continue;
		term = interned_add(&names->keys,
				    words_text(names->words, key));
		while (names->of_key.count <= term)
			LIST_ADD(&names->of_key);
		known = &names->of_key.items[term];
		if (!is_given) {
			if (!known->surname)
				known->surname = first + 1;
			continue;
		}
		if (!known->given)
			known->given = first + 1;
		of_gender = &known->of_gender[person_gender(
			table_cell(table, row, gender))];
		if (!*of_gender)
			*of_gender = first + 1;
	}
}

static int load(struct person_names *names, const char *folder,
		struct err *err)
{
	int rc = lexicons_load(&names->given, folder, "given_names.tsv",
			       "id lang name gender", err);

	if (rc == 0)
		rc = lexicons_load(&names->surnames, folder, "surnames.tsv",
				   "id lang name gender", err);
	if (rc == 0)
		rc = load_endings(names, folder, err);
	if (rc < 0)
		return rc;
	LIST_ADD(&names->of_key);
	LIST_ADD(&names->of_spelling);
	add_rows(names, &names->given, true);
	add_rows(names, &names->surnames, false);
	return 0;
}

int person_names_open(struct person_names **out, struct languages *languages,
		      struct words *words, const char *folder,
		      const struct romanisation *romanisation, struct err *err)
{
	struct person_names *names = memory_get(sizeof *names);
	int rc;

	*names = (struct person_names){ .languages = languages,
					.words = words,
					.romanisation = romanisation };
	interned_init(&names->keys);
	interned_init(&names->spellings);
	rc = load(names, folder, err);
	if (rc < 0) {
		person_names_close(names);
		names = NULL;
	}
	*out = names;
	return rc;
}

void person_names_close(struct person_names *names)
{
	if (!names)
		return;
	table_release(&names->given);
	table_release(&names->surnames);
	table_release(&names->ending_table);
	LIST_RELEASE(&names->endings);
	LIST_RELEASE(&names->of_key);
	LIST_RELEASE(&names->of_spelling);
	interned_release(&names->keys);
	interned_release(&names->spellings);
	strbuf_release(&names->buf);
	free(names);
}
