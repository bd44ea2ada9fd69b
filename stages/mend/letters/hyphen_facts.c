#include "hyphen_facts.h"

#include "lexicons.h"
#include "utf8.h"

enum { WEIGHT_MAX = 2000 };

/* A language need not have every table. */
static int load(struct table *table, const char *lexicons, struct str code,
		const char *name, const char *columns, struct err *err)
{
	struct strbuf path = STRBUF_INIT;
	int rc;

	strbuf_addf(&path, "%.*s/%s", STR_ARGS(code), name);
	rc = lexicons_load(table, lexicons, path.data, columns, err);
	strbuf_release(&path);
	return rc;
}

static int none_is_fine(int rc)
{
	return rc == ERR_MISSING ? 0 : rc;
}

static unsigned kind_of(struct str name)
{
	static const struct {
		const char *name;
		unsigned kind;
	} kinds[] = { { "and", HYPHEN_AND },     { "whole", HYPHEN_WHOLE },
		      { "first", HYPHEN_FIRST }, { "second", HYPHEN_SECOND },
		      { "solid", HYPHEN_SOLID },
		      { "ending", HYPHEN_ENDING } };

	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (str_equal(name, str_of(kinds[i].name)))
			return kinds[i].kind;
	return 0;
}

static int add_fact(struct hyphen_facts *facts, const struct table *table,
		    size_t row, struct err *err)
{
	struct str form = table_named_cell(table, row, "form");
	struct str name = table_named_cell(table, row, "kind");
	unsigned kind = kind_of(name);

	if (str_equal(name, STR("vowels")))
		facts->vowels = str_copy(&facts->arena, form);
	else if (kind == 0)
		return err_set(err, ERR_FORMAT,
			       "%s:%u: there is no kind '%.*s'",
			       table->path.data, table->lines.items[row],
			       STR_ARGS(name));
	else if (kind == HYPHEN_WHOLE && str_find(form, STR("*"), 0) < form.len)
		*LIST_ADD(&facts->patterns) = str_copy(&facts->arena, form);
	else
		string_map_add(&facts->forms, form, kind);
	return 0;
}

static int load_forms(struct hyphen_facts *facts, const char *lexicons,
		      struct str code, struct err *err)
{
	struct table table;
	int rc = load(&table, lexicons, code, "hyphens.tsv",
		      "kind form example written", err);

	if (rc < 0)
		return none_is_fine(rc);
	for (size_t row = 0; rc == 0 && row < table.row_count; row++)
		rc = add_fact(facts, &table, row, err);
	table_release(&table);
	return rc;
}

static int load_words(struct hyphen_facts *facts, const char *lexicons,
		      struct str code, const char *name, const char *column,
		      struct err *err)
{
	struct table table;
	int rc = load(&table, lexicons, code, name, column, err);

	if (rc < 0)
		return none_is_fine(rc);
	for (size_t row = 0; row < table.row_count; row++)
		sorted_words_add(&facts->stems,
				 str_copy(&facts->arena,
					table_named_cell(&table, row, column)));
	table_release(&table);
	return 0;
}

static void add_grams(struct hyphen_facts *facts, struct str grams,
		      uint32_t weight)
{
	struct str gram;

	while (grams.len > 0 && str_split(&grams, ' ', &gram))
		string_map_add(&facts->grams, gram, weight);
}

static int load_grams(struct hyphen_facts *facts, const char *lexicons,
		      struct str code, struct err *err)
{
	struct table table;
	int rc = load(&table, lexicons, code, "letters.tsv", "weight grams",
		      err);

	if (rc < 0)
		return none_is_fine(rc);
	for (size_t row = 0; rc == 0 && row < table.row_count; row++) {
		uint64_t weight;

		if (str_number(table_named_cell(&table, row, "weight"), WEIGHT_MAX,
			       &weight))
			add_grams(facts, table_named_cell(&table, row, "grams"),
				  (uint32_t)weight);
		else
			rc = err_set(err, ERR_FORMAT, "%s:%u: not a weight",
				     table.path.data, table.lines.items[row]);
	}
	table_release(&table);
	return rc;
}

int hyphen_facts_load(struct hyphen_facts *facts, const char *lexicons,
		      struct str code, struct err *err)
{
	int rc = load_forms(facts, lexicons, code, err);

	if (rc == 0)
		rc = load_words(facts, lexicons, code, "words.tsv", "stem",
				err);
	if (rc == 0)
		rc = load_words(facts, lexicons, code, "stopwords.tsv",
				"word", err);
	if (rc == 0)
		rc = load_grams(facts, lexicons, code, err);
	sorted_words_sort(&facts->stems);
	facts->loaded = rc == 0;
	return rc;
}

void hyphen_facts_release(struct hyphen_facts *facts)
{
	string_map_release(&facts->forms);
	string_map_release(&facts->grams);
	sorted_words_release(&facts->stems);
	LIST_RELEASE(&facts->patterns);
	arena_release(&facts->arena);
}

/* The words of a name, in lower case; domains are none. */
static void add_name(struct sorted_words *names, struct arena *arena,
		     struct str name)
{
	struct strbuf fold = STRBUF_INIT;
	struct str rest, word;

	utf8_add_fold(&fold, name);
	rest = str_copy(arena, strbuf_view(&fold));
	while (str_split(&rest, ' ', &word))
		if (word.len > 1 && str_find(word, STR("."), 0) == word.len)
			sorted_words_add(names, word);
	strbuf_release(&fold);
}

int hyphen_names_load(struct sorted_words *names, struct arena *arena,
		      const char *lexicons, struct err *err)
{
	static const char *const tables[] = {
		"surnames.tsv", "given_names.tsv", "names/places.tsv",
		"names/outlets.tsv", "names/orgs.tsv", "names/bodies.tsv",
		"names/platforms.tsv", "names/events.tsv"
	};

	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		struct table table;
		int rc = lexicons_load(&table, lexicons, tables[i], "name",
				       err);

		if (rc == ERR_MISSING)
			continue;
		if (rc < 0)
			return rc;
		for (size_t row = 0; row < table.row_count; row++)
			add_name(names, arena, table_named_cell(&table, row, "name"));
		table_release(&table);
	}
	sorted_words_sort(names);
	return 0;
}
