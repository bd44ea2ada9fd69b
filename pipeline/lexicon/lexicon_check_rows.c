#include "lexicon_check_internal.h"

#include "interned.h"

/* Rows of a table that are the same in the columns `once` stand twice, else
 * those that are the same in all; rows that are the same in the column
 * `together` stand one behind the other. */
static const struct key {
	const char *table, *once, *together;
} keys[] = {
	{ "languages.tsv", "code", NULL },
	{ "outlets.tsv", "id", NULL },
	{ "laws.tsv", "id", NULL },
	{ "bodies.tsv", "id", NULL },
	{ "orgs.tsv", "id", NULL },
	{ "platforms.tsv", "id", NULL },
	{ "places.tsv", "id", NULL },
	{ "events.tsv", "id", NULL },
	{ "*.tsv", "id", NULL },
	{ "mention_types.tsv", "type", NULL },
	{ "names/*.tsv", "id name", "id" },
	{ "given_names.tsv", "id name", "id" },
	{ "surnames.tsv", "id name", "id" },
	{ "nationalities.tsv", "lang word", "id" },
	{ "roles.tsv", "lang role", NULL },
	{ "deeds.tsv", "class lang phrase", NULL },
	{ "role_endings.tsv", "kind lang lemma ending", NULL },
	{ "acts.tsv", "type", NULL },
	{ "case_steps.tsv", "type outcome", NULL },
	{ "type_map.tsv", "type scheme", NULL },
	{ "verb_forms.tsv", "lang part form", NULL },
	{ "numbers.tsv", "lang form", NULL },
	{ "currencies.tsv", "lang form", NULL },
	{ "romanisation.tsv", "letter", NULL },
	{ "lookalikes.tsv", "latin", NULL },
	{ "key_letters.tsv", "letters after before", "letters" },
	{ "key_endings.tsv", NULL, "slot" },
	{ "html_furniture.tsv", "word", NULL },
	{ "other_letters.tsv", NULL, "script" },
	{ "CODE/abbreviations.tsv", "form", NULL },
	{ "CODE/tokens.tsv", "rule form", NULL },
	{ "CODE/hyphens.tsv", "kind form", NULL },
	{ "CODE/paradigms.tsv", "paradigm", NULL },
	{ "CODE/readings.tsv", "form", NULL },
	{ "CODE/slots.tsv", "slot", NULL },
	{ "CODE/irregular.tsv", "form", NULL },
	{ "CODE/roots.tsv", "root", NULL },
};

static bool is_id(struct str cell)
{
	for (size_t i = 0; i < cell.len; i++)
		if (!(cell.data[i] >= 'a' && cell.data[i] <= 'z') &&
		    !(cell.data[i] >= '0' && cell.data[i] <= '9') &&
		    cell.data[i] != '_')
			return false;
	return true;
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_country(struct str cell)
{
	return (cell.len == 2 && is_capital(cell.data[0]) &&
		is_capital(cell.data[1])) || str_equal(cell, STR("INT"));
}

/* What cells of a column are, in whatever table, unless they are empty. */
static const struct form {
	const char *column;
	bool (*fits)(struct str cell);
	const char *expected;
} forms[] = {
	{ "id", is_id, "a-z, 0-9 and _" },
	{ "parent", is_id, "a-z, 0-9 and _" },
	{ "country", is_country,
	  "two capital letters (ISO 3166-1, XK, EU) or INT" },
};

/* Cells of `column` are an id of the other table; * is the same in both. */
static const struct reference {
	const char *table, *column, *other;
} references[] = {
	{ "names/*.tsv", "id", "*.tsv" },
	{ "*.tsv", "id", "names/*.tsv" },
	{ "laws.tsv", "parent", "laws.tsv" },
};

static void check_form(const struct check *check, const struct table *table,
		       const struct form *form, bool needed)
{
	int column = table_column(table, form->column);

	for (size_t row = 0; column >= 0 && row < table->row_count; row++) {
		struct str cell = table_cell(table, row, column);

		if (cell.len > 0 ? !form->fits(cell) : needed)
			check_tell(check, "%s:%u: %s '%.*s': expected %s",
				   table->path.data,
				   (unsigned)table->lines.items[row],
				   form->column, STR_ARGS(cell),
				   form->expected);
	}
}

/* The cells of the columns, a tab behind each. */
static struct str key_of(struct strbuf *out, const struct table *table,
			 size_t row, const char *columns)
{
	strbuf_clear(out);
	for (size_t i = 0; i < table->columns.count; i++)
		if (check_has_word(columns, table->columns.items[i])) {
			strbuf_add(out, table_cell(table, row, (int)i));
			strbuf_add_char(out, '\t');
		}
	return strbuf_view(out);
}

static void check_once(struct check *check, const struct table *table,
		       const char *once)
{
	struct interned seen;

	interned_init(&seen);
	for (size_t row = 0; row < table->row_count; row++) {
		struct str key = key_of(&check->scratch, table, row, once);
		size_t before = seen.list.count;

		interned_add(&seen, key);
		if (seen.list.count == before)
			check_tell_row(check, table, row, "stands twice, by ",
				       str_of(once ? once : "all columns"));
	}
	interned_release(&seen);
}

static void check_together(const struct check *check, const struct table *table,
			   const char *together)
{
	int column = table_column(table, together);
	struct str last = STR_NONE;
	struct interned seen;

	interned_init(&seen);
	for (size_t row = 0; row < table->row_count; row++) {
		struct str cell = table_cell(table, row, column);

		if ((row == 0 || !str_equal(cell, last)) &&
		    interned_find(&seen, cell))
			check_tell_row(check, table, row, "stands apart from"
				       " the other rows of ", cell);
		interned_add(&seen, cell);
		last = cell;
	}
	interned_release(&seen);
}

static const struct key *key_row(const char *table)
{
	static const struct key none = { NULL, NULL, NULL };

	for (size_t i = 0; i < COUNT_OF(keys); i++)
		if (!strcmp(keys[i].table, table))
			return &keys[i];
	return &none;
}

/* What * stands for where the name fits the pattern, else nothing. */
static struct str star_of(const char *pattern, struct str name)
{
	struct str text = str_of(pattern);
	size_t at = str_find(text, STR("*"), 0);
	struct str behind = str_slice(text, at + (at < text.len), text.len);

	if (!str_has_prefix(name, str_slice(text, 0, at)) ||
	    !str_has_suffix(name, behind) ||
	    name.len < at + behind.len || (at == text.len && name.len > at))
		return (struct str){ NULL, 0 };
	return str_slice(name, at, name.len - behind.len);
}

/* The name of the other table, into check->scratch; empty where the reference
 * is not of the table `name`. */
static struct str other_name(struct check *check,
			     const struct reference *reference, struct str name)
{
	struct str star = star_of(reference->table, name),
		   other = str_of(reference->other);
	size_t at = str_find(other, STR("*"), 0);

	strbuf_clear(&check->scratch);
	if (!star.data || str_find(star, STR("/"), 0) < star.len)
		return STR_NONE;
	strbuf_add(&check->scratch, str_slice(other, 0, at));
	strbuf_add(&check->scratch, star);
	if (at < other.len)
		strbuf_add(&check->scratch, str_slice(other, at + 1,
						      other.len));
	return strbuf_view(&check->scratch);
}

/* A table that nobody reads, or of which rows are gone, is no witness. */
static void check_reference(struct check *check, const struct table *table,
			    const struct reference *reference, struct str name)
{
	struct str to = other_name(check, reference, name);
	const struct table *other = lexicons_read_table(check->lexicons, to);
	struct interned ids;

	if (!other || other->dropped > 0)
		return;
	interned_init(&ids);
	for (size_t row = 0; row < other->row_count; row++)
		interned_add(&ids, table_named_cell(other, row, "id"));
	for (size_t row = 0; row < table->row_count; row++) {
		struct str id = table_named_cell(table, row, reference->column);

		if (id.len > 0 && !interned_find(&ids, id))
			check_tell(check, "%s:%u: '%.*s' has no row in %.*s",
				   table->path.data,
				   (unsigned)table->lines.items[row],
				   STR_ARGS(id), STR_ARGS(to));
	}
	interned_release(&ids);
}

void check_rows(struct check *check, const struct table *table, struct str name,
		const char *pattern)
{
	const struct key *key = key_row(pattern);

	for (size_t i = 0; i < COUNT_OF(forms); i++)
		check_form(check, table, &forms[i],
			   key->once &&
			   check_has_word(key->once, str_of(forms[i].column)));
	check_once(check, table, key->once);
	if (key->together)
		check_together(check, table, key->together);
	for (size_t i = 0; i < COUNT_OF(references); i++)
		check_reference(check, table, &references[i], name);
}
