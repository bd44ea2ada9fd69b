#include "hyphen_facts.h"

#include "utf8.h"

enum { WEIGHT_MAX = 2000 };

static int add_fact(struct hyphen_facts *facts, struct table *table, size_t row,
		    struct err *err)
{
	static const char *const names[] = { "vowels", "and", "whole", "first",
					     "second", "solid", "ending",
					     NULL };
	static const unsigned kinds[] = { 0, HYPHEN_AND, HYPHEN_WHOLE,
					  HYPHEN_FIRST, HYPHEN_SECOND,
					  HYPHEN_SOLID, HYPHEN_ENDING };
	struct str form = table_named_cell(table, row, "form");
	unsigned name = 0;
	int rc = table_choice(table, row, "kind", names, &name, err);

	if (rc < 0)
		return rc;
	if (kinds[name] == 0)
		facts->vowels = form;
	else if (kinds[name] == HYPHEN_WHOLE &&
		 str_find(form, STR("*"), 0) < form.len)
		*LIST_ADD(&facts->patterns) = form;
	else
		string_map_add(&facts->forms, form, kinds[name]);
	table_take(table, row);
	return 0;
}

static int load_forms(struct hyphen_facts *facts, struct lexicons *lexicons,
		      struct str code, struct err *err)
{
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, "hyphens.tsv", &table,
					 err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_fact(facts, table, row, err);
	return rc;
}

static int load_words(struct hyphen_facts *facts, struct lexicons *lexicons,
		      struct str code, const char *name, const char *column,
		      struct err *err)
{
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, name, &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		sorted_words_add(&facts->stems,
				 table_named_cell(table, row, column));
		table_take(table, row);
	}
	return rc;
}

static void add_grams(struct hyphen_facts *facts, struct str grams,
		      uint32_t weight)
{
	struct str gram;

	while (grams.len > 0 && str_split(&grams, ' ', &gram))
		string_map_add(&facts->grams, gram, weight);
}

static int load_grams(struct hyphen_facts *facts, struct lexicons *lexicons,
		      struct str code, struct err *err)
{
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, "letters.tsv", &table,
					 err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		uint64_t weight = 0;

		rc = table_number(table, row, "weight", WEIGHT_MAX, &weight,
				  err);
		add_grams(facts, table_named_cell(table, row, "grams"),
			  (uint32_t)weight);
	}
	return rc;
}

int hyphen_facts_load(struct hyphen_facts *facts, struct lexicons *lexicons,
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

static int add_names(struct sorted_words *names, struct arena *arena,
		     struct lexicons *lexicons, const char *file,
		     struct err *err)
{
	struct table *table;
	int rc = lexicons_table(lexicons, file, &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		add_name(names, arena, table_named_cell(table, row, "name"));
	return rc;
}

/* Names of laws are left out: they are sentences of common words. */
int hyphen_names_load(struct sorted_words *names, struct arena *arena,
		      const struct knowledge *knowledge, struct err *err)
{
	int rc = add_names(names, arena, knowledge->lexicons, "surnames.tsv",
			   err);

	if (rc == 0)
		rc = add_names(names, arena, knowledge->lexicons,
			       "given_names.tsv", err);
	for (unsigned type = 0; rc == 0 && type < MENTION_TYPES; type++) {
		struct str base = knowledge->types->of[type].names;
		struct strbuf file = STRBUF_INIT;

		if (base.len == 0 || type == MENTION_LAW)
			continue;
		strbuf_addf(&file, "names/%.*s.tsv", STR_ARGS(base));
		rc = add_names(names, arena, knowledge->lexicons, file.data,
			       err);
		strbuf_release(&file);
	}
	sorted_words_sort(names);
	return rc;
}
