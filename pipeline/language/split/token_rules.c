#include "token_rules.h"

#include "lexicons.h"
#include "utf8.h"

#include <stdio.h>

enum { NAME_SIZE = 64 };

static int load(struct table *table, const char *folder, struct str code,
		const char *name, const char *columns, struct err *err)
{
	char path[NAME_SIZE];

	snprintf(path, sizeof path, "%.*s/%s", STR_ARGS(code), name);
	return lexicons_load(table, folder, path, columns, err);
}

/* Each part of "т. е." stands in the text as a token of its own, and so do
 * those of "т.е." where dotted forms are split. */
static void add_abbreviation(struct token_rules *rules, struct str form,
			     uint32_t kind)
{
	bool has_blank = str_find(form, STR(" "), 0) < form.len;
	size_t start = 0;

	string_map_add(&rules->abbreviations, form, kind);
	for (size_t i = 0; i < form.len; i++) {
		if (form.data[i] != '.')
			continue;
		if (rules->split_dotted || has_blank)
			string_map_add(&rules->abbreviations,
				       str_slice(form, start, i + 1), kind);
		start = i + 1;
		while (start < form.len && form.data[start] == ' ')
			start++;
	}
}

static uint32_t kind_of(struct str name)
{
	if (str_equal(name, STR("title")))
		return ABBREVIATION_TITLE;
	if (str_equal(name, STR("month")))
		return ABBREVIATION_MONTH;
	if (str_equal(name, STR("number")))
		return ABBREVIATION_NUMBER;
	return ABBREVIATION_OTHER;
}

static int load_abbreviations(struct token_rules *rules, const char *folder,
			      struct str code, struct err *err)
{
	struct table table;
	int form, kind, rc;

	rc = load(&table, folder, code, "abbreviations.tsv", "form kind", err);
	if (rc < 0)
		return rc;
	form = table_column(&table, "form");
	kind = table_column(&table, "kind");
	for (size_t row = 0; row < table.row_count; row++) {
		struct str cell = table_cell(&table, row, form);
		uint32_t bit = kind_of(table_cell(&table, row, kind));

		if (str_has_suffix(cell, STR(".")))
			add_abbreviation(rules, cell, bit);
	}
	table_release(&table);
	return 0;
}

/* "can not" for "cannot": how many bytes its first word has; 0 if the words
 * do not add up to the form. */
static uint32_t first_word(struct str form, struct str words)
{
	size_t blank = str_find(words, STR(" "), 0);

	if (blank == words.len || blank == 0 || words.len != form.len + 1 ||
	    !str_equal(str_slice(form, 0, blank), str_slice(words, 0, blank)) ||
	    !str_has_suffix(form, str_slice(words, blank + 1, words.len)))
		return 0;
	return (uint32_t)blank;
}

static void add_contraction(struct token_rules *rules, struct str form,
			    uint32_t first)
{
	string_map_add(&rules->contractions, form, first);
	if (form.len < 32)
		rules->contraction_lengths[form.data[0] & 31] |=
			UINT32_C(1) << form.len;
}

/* Rules that hold for the language, without a form. */
static bool *switch_of(struct token_rules *rules, struct str rule)
{
	const struct {
		struct str rule;
		bool *value;
	} switches[] = {
		{ STR("hyphen"), &rules->split_hyphens },
		{ STR("names"), &rules->split_names },
		{ STR("dotted"), &rules->split_dotted },
		{ STR("final"), &rules->split_final },
		{ STR("marks"), &rules->split_marks },
		{ STR("groups"), &rules->group_blanks },
		{ STR("small"), &rules->begin_small },
	};

	for (size_t i = 0; i < COUNT_OF(switches); i++)
		if (str_equal(switches[i].rule, rule))
			return switches[i].value;
	return NULL;
}

static struct string_map *list_of(struct token_rules *rules, struct str rule)
{
	const struct {
		struct str rule;
		struct string_map *forms;
	} lists[] = {
		{ STR("clitic"), &rules->clitics },
		{ STR("whole"), &rules->whole },
		{ STR("unit"), &rules->units },
		{ STR("prefix"), &rules->prefixes },
		{ STR("particle"), &rules->particles },
		{ STR("link"), &rules->links },
		{ STR("ending"), &rules->endings },
	};

	for (size_t i = 0; i < COUNT_OF(lists); i++)
		if (str_equal(lists[i].rule, rule))
			return lists[i].forms;
	return NULL;
}

static int add_rule(struct token_rules *rules, struct str rule, struct str form,
		    struct str words)
{
	bool *value = switch_of(rules, rule);
	struct string_map *forms = list_of(rules, rule);

	if (value)
		*value = true;
	else if (forms)
		string_map_add(forms, form, 1);
	else if (str_equal(rule, STR("closing")))
		add_abbreviation(rules, form, ABBREVIATION_CLOSING);
	else if (str_equal(rule, STR("opening")))
		add_abbreviation(rules, form, ABBREVIATION_TITLE);
	else if (str_equal(rule, STR("contraction")) && first_word(form, words))
		add_contraction(rules, form, first_word(form, words));
	else
		return ERR_FORMAT;
	return 0;
}

static int load_tokens(struct token_rules *rules, const char *folder,
		       struct str code, struct err *err)
{
	struct table table;
	int columns[3], rc;

	rc = load(&table, folder, code, "tokens.tsv", "rule form words", err);
	if (rc < 0)
		return rc;
	columns[0] = table_column(&table, "rule");
	columns[1] = table_column(&table, "form");
	columns[2] = table_column(&table, "words");
	for (size_t row = 0; row < table.row_count && rc == 0; row++) {
		struct str rule = table_cell(&table, row, columns[0]);
		struct str form = table_cell(&table, row, columns[1]);

		if (add_rule(rules, rule, form,
			     table_cell(&table, row, columns[2])) < 0)
			rc = err_set(err, ERR_FORMAT,
				     "%.*s:%u: '%.*s' is no rule, or does not"
				     " fit the form '%.*s'",
				     STR_ARGS(table.path),
				     (unsigned)table.lines.items[row],
				     STR_ARGS(rule), STR_ARGS(form));
	}
	table_release(&table);
	return rc;
}

int token_rules_load(struct token_rules *rules, const char *folder,
		     struct str code, struct err *err)
{
	int rc;

	*rules = (struct token_rules){ 0 };
	rc = load_tokens(rules, folder, code, err);
	if (rc == 0 || rc == ERR_MISSING)
		rc = load_abbreviations(rules, folder, code, err);
	if (rc == 0 || rc == ERR_MISSING)
		return 0;
	token_rules_release(rules);
	return rc;
}

void token_rules_release(struct token_rules *rules)
{
	string_map_release(&rules->abbreviations);
	string_map_release(&rules->clitics);
	string_map_release(&rules->contractions);
	string_map_release(&rules->whole);
	string_map_release(&rules->units);
	string_map_release(&rules->prefixes);
	string_map_release(&rules->particles);
	string_map_release(&rules->links);
	string_map_release(&rules->endings);
}

/* LTD. for Ltd. */
static uint32_t all_capitals(const struct token_rules *rules, struct str form,
			     struct strbuf *scratch)
{
	size_t at = 0;

	strbuf_clear(scratch);
	for (size_t chars = 0; at < form.len; chars++) {
		uint32_t c = utf8_next(form, &at);

		utf8_add(scratch, chars > 0 ? utf8_fold_char(c) : c);
	}
	return string_map_find(&rules->abbreviations, strbuf_view(scratch));
}

uint32_t token_rules_abbreviation(const struct token_rules *rules,
				  struct str form, struct strbuf *scratch)
{
	uint32_t kind = string_map_find(&rules->abbreviations, form);
	size_t at = 0;

	if (kind || form.len == 0 || !utf8_is_upper(utf8_next(form, &at)))
		return kind;
	kind = string_map_find_folded(&rules->abbreviations, form, scratch);
	if (kind || at >= form.len || !utf8_is_upper(utf8_next(form, &at)))
		return kind;
	return all_capitals(rules, form, scratch);
}
