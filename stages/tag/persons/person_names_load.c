#include "person_names_internal.h"

#include "utf8.h"

#include <stdlib.h>

static enum gender gender_of(struct str cell)
{
	return str_equal(cell, STR("m")) ? GENDER_M :
	       str_equal(cell, STR("f")) ? GENDER_F :
					   GENDER_UNKNOWN;
}

enum gender person_gender(const struct table *table, size_t row)
{
	return gender_of(table_named_cell(table, row, "gender"));
}

static int check_gender(const struct table *table, size_t row, struct err *err)
{
	static const char *const genders[] = { "m", "f", "u", "", NULL };
	unsigned gender;

	return table_choice(table, row, "gender", genders, &gender, err);
}

static int check_cue(const struct table *table, size_t row, struct err *err)
{
	static const char *const cues[] = { "", "common-word", NULL };
	unsigned cue;

	return table_choice(table, row, "cue", cues, &cue, err);
}

static int add_ending(struct person_names *names, struct table *table,
		      size_t row, struct err *err)
{
	static const char *const kinds[] = {
		[ENDING_SURNAME] = "surname",
		[ENDING_PATRONYMIC] = "patronymic", [ENDING_WORD] = "word",
		[ENDING_ADJECTIVE] = "adjective",
		[ENDING_GIVEN] = "given", [ENDING_PLURAL] = "plural",
		[ENDING_PARTICLE] = "particle", [ENDING_PLACE] = "place",
		[ENDING_WHERE] = "where", NULL
	};
	unsigned kind = 0;
	int rc = table_choice(table, row, "kind", kinds, &kind, err);

	if (rc == 0)
		rc = check_gender(table, row, err);
	if (rc < 0)
		return rc;
	*LIST_ADD(&names->endings) = (struct ending){
		(enum ending_kind)kind, person_gender(table, row),
		table_named_cell(table, row, "ending"),
		table_named_cell(table, row, "base")
	};
	ending_rows_add(&names->by_ending,
			table_named_cell(table, row, "ending"));
	table_take(table, row);
	return 0;
}

static int load_endings(struct person_names *names, struct lexicons *lexicons,
			struct err *err)
{
	struct table *table;
	int rc = lexicons_table(lexicons, "name_endings.tsv", &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_ending(names, table, row, err);
	return rc;
}

void person_names_fold(struct strbuf *out, struct str text)
{
	size_t from = out->len;

	utf8_add_fold(out, text);
	for (size_t at = from; at + 1 < out->len; at++)
		if (!memcmp(out->data + at, "\xd1\x91", 2))
			memcpy(out->data + at, "\xd0\xb5", 2);
}

static struct str fold(struct person_names *names, struct str text)
{
	strbuf_clear(&names->buf);
	person_names_fold(&names->buf, text);
	return strbuf_view(&names->buf);
}

/* What the columns of a table of names are, and the row that the other rows of
 * an id follow. */
struct name_rows {
	const struct table *table;
	int id, name, gender, cue;
	uint32_t first;
	bool is_given;
	bool is_latin;           /* the id has no Cyrillic spelling */
};

/* The first row of an id stands for all its spellings. */
static void add_spelling(struct person_names *names,
			 const struct name_rows *rows, size_t row)
{
	struct str text = table_cell(rows->table, row, rows->name);
	uint32_t string = interned_add(&names->spellings, fold(names, text));
	struct known_spelling *spelling;
	uint32_t *known;

	while (names->of_spelling.count <= string)
		LIST_ADD(&names->of_spelling);
	spelling = &names->of_spelling.items[string];
	known = rows->is_given ? &spelling->given : &spelling->surname;
	if (!*known) {
		*known = rows->first + 1;
		spelling->is_latin |= rows->is_given && rows->is_latin;
	}
	spelling->is_word |= table_cell(rows->table, row, rows->cue).len > 0;
}

/* Ids that share a key stand in a chain by their first rows. */
static void chain_given(struct person_names *names, uint32_t at, uint32_t row)
{
	while (at != row && names->next_given.items[at - 1])
		at = names->next_given.items[at - 1];
	if (at != row)
		names->next_given.items[at - 1] = row;
}

/* A given name that is written in Latin letters alone is known by its spelling:
 * in other letters many words share its key. */
static void add_key(struct person_names *names, const struct name_rows *rows,
		    size_t row)
{
	struct known_name *known;
	uint32_t string, *of_gender;

	languages_make_key(names->languages,
			   table_cell(rows->table, row, rows->name),
			   &names->buf);
	if (names->buf.len == 0)
		return;
	string = interned_add(&names->keys, strbuf_view(&names->buf));
	while (names->of_key.count <= string)
		LIST_ADD(&names->of_key);
	known = &names->of_key.items[string];
	if (!rows->is_given) {
		if (!known->surname)
			known->surname = rows->first + 1;
		return;
	}
	if (!known->given)
		known->given = rows->first + 1;
	else
		chain_given(names, known->given, rows->first + 1);
	of_gender = &known->of_gender[gender_of(
		table_cell(rows->table, row, rows->gender))];
	if (!*of_gender)
		*of_gender = rows->first + 1;
}

static bool is_cyrillic(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if (utf8_is_cyrillic(utf8_next(text, &at)))
			return true;
	return false;
}

/* Whether no spelling of the id that begins at a row is Cyrillic. */
static bool is_latin_id(const struct table *table, size_t row, int id, int name)
{
	struct str same = table_cell(table, row, id);

	for (; row < table->row_count &&
	       str_equal(table_cell(table, row, id), same); row++)
		if (is_cyrillic(table_cell(table, row, name)))
			return false;
	return true;
}

static void add_rows(struct person_names *names, const struct table *table,
		     bool is_given)
{
	struct name_rows rows = {
		.table = table, .is_given = is_given,
		.id = table_column(table, "id"),
		.name = table_column(table, "name"),
		.gender = table_column(table, "gender"),
		.cue = table_column(table, "cue")
	};

	for (size_t row = 0; row < table->row_count; row++) {
		if (row == 0 || !str_equal(table_cell(table, row, rows.id),
					   table_cell(table, row - 1,
						      rows.id))) {
			rows.first = (uint32_t)row;
			rows.is_latin = is_latin_id(table, row, rows.id,
						    rows.name);
		}
		add_spelling(names, &rows, row);
		if (!is_given || !rows.is_latin)
			add_key(names, &rows, row);
	}
}

static int check_rows(struct table *table, bool is_given, struct err *err)
{
	int rc = 0;

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		rc = check_gender(table, row, err);
		if (rc == 0 && is_given)
			rc = check_cue(table, row, err);
		table_take(table, row);
	}
	return rc;
}

void person_names_index(struct person_names *names)
{
	size_t rows = names->given->row_count + names->surnames->row_count;

	names->is_indexed = true;
	interned_reserve(&names->spellings, rows);
	LIST_RESERVE(&names->of_spelling, rows);
	LIST_RESERVE(&names->next_given, names->given->row_count);
	LIST_ADD(&names->of_key);
	LIST_ADD(&names->of_spelling);
	for (size_t row = 0; row < names->given->row_count; row++) {
		LIST_ADD(&names->next_given);
		LIST_ADD(&names->main_given);
	}
	add_rows(names, names->given, true);
	add_rows(names, names->surnames, false);
}

static int find_suffixing(struct person_names *names, struct lexicons *lexicons,
			  struct err *err)
{
	const struct lexicon_languages *all;
	int rc = lexicons_languages(lexicons, &all, err);

	for (size_t i = 0; rc == 0 && i < all->count; i++)
		names->suffixing[languages_find(names->languages,
						all->items[i].code)] =
			str_equal(all->items[i].stemmer, STR("suffixes"));
	return rc;
}

static int load(struct person_names *names, struct lexicons *lexicons,
		struct err *err)
{
	int rc = find_suffixing(names, lexicons, err);

	if (rc == 0)
		rc = lexicons_table(lexicons, "given_names.tsv",
				    &names->given, err);

	if (rc == 0)
		rc = lexicons_table(lexicons, "surnames.tsv", &names->surnames,
				    err);
	if (rc == 0)
		rc = load_endings(names, lexicons, err);
	if (rc < 0)
		return rc;
	rc = check_rows(names->given, true, err);
	return rc == 0 ? check_rows(names->surnames, false, err) : rc;
}

int person_names_open(struct person_names **out,
		      const struct knowledge *knowledge,
		      const struct romanisation *romanisation, struct err *err)
{
	struct person_names *names = memory_get(sizeof *names);
	int rc;

	*names = (struct person_names){ .languages = knowledge->languages,
					.words = knowledge->words,
					.romanisation = romanisation };
	interned_init(&names->keys);
	interned_init(&names->spellings);
	rc = person_cases_open(&names->cases, knowledge, err);
	if (rc == 0)
		rc = load(names, knowledge->lexicons, err);
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
	LIST_RELEASE(&names->endings);
	ending_rows_release(&names->by_ending);
	person_cases_close(names->cases);
	LIST_RELEASE(&names->of_key);
	LIST_RELEASE(&names->of_spelling);
	LIST_RELEASE(&names->next_given);
	LIST_RELEASE(&names->main_given);
	interned_release(&names->keys);
	interned_release(&names->spellings);
	strbuf_release(&names->buf);
	word_cache_release(&names->classes);
	for (int i = 0; i < LANG_MAX; i++)
		word_cache_release(&names->said_of[i]);
	LIST_RELEASE(&names->said);
	free(names);
}
