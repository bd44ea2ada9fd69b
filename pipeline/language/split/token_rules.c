#include "token_rules.h"

#include "utf8.h"

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

static int load_abbreviations(struct token_rules *rules,
			      struct lexicons *lexicons, struct str code,
			      struct err *err)
{
	static const char *const kinds[] = { "other", "title", "month",
					     "number", "unit", "counted",
					     NULL };
	static const uint32_t bits[] = {
		ABBREVIATION_OTHER, ABBREVIATION_TITLE, ABBREVIATION_MONTH,
		ABBREVIATION_NUMBER, ABBREVIATION_UNIT, ABBREVIATION_COUNTED
	};
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, "abbreviations.tsv",
					 &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		struct str form = table_named_cell(table, row, "form");
		unsigned kind = 0;

		rc = table_choice(table, row, "kind", kinds, &kind, err);
		if (rc == 0 && !str_has_suffix(form, STR(".")))
			rc = table_refuse(table, row, err, "'%.*s' has no full"
					  " stop at its end", STR_ARGS(form));
		if (rc == 0) {
			add_abbreviation(rules, form, bits[kind]);
			if (bits[kind] == ABBREVIATION_MONTH)
				string_map_add(&rules->calendar,
					       table_named_cell(table, row,
								"expansion"),
					       1);
			table_take(table, row);
		}
	}
	return rc;
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
		{ STR("figures"), &rules->split_figures },
		{ STR("dotted"), &rules->split_dotted },
		{ STR("final"), &rules->split_final },
		{ STR("marks"), &rules->split_marks },
		{ STR("groups"), &rules->group_blanks },
		{ STR("small"), &rules->begin_small },
		{ STR("predicate"), &rules->verb_last },
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
		{ STR("possessive"), &rules->possessives },
		{ STR("decade"), &rules->decades },
		{ STR("whole"), &rules->whole },
		{ STR("unit"), &rules->units },
		{ STR("prefix"), &rules->prefixes },
		{ STR("particle"), &rules->particles },
		{ STR("link"), &rules->links },
		{ STR("ending"), &rules->endings },
		{ STR("verb"), &rules->verbs },
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

static int load_tokens(struct token_rules *rules, struct lexicons *lexicons,
		       struct str code, struct err *err)
{
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, "tokens.tsv", &table,
					 err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		struct str rule = table_named_cell(table, row, "rule");
		struct str form = table_named_cell(table, row, "form");

		if (add_rule(rules, rule, form,
			     table_named_cell(table, row, "words")) < 0)
			rc = table_refuse(table, row, err, "'%.*s' is no rule,"
					  " or does not fit the form '%.*s'",
					  STR_ARGS(rule), STR_ARGS(form));
		else
			table_take(table, row);
	}
	return rc;
}

int token_rules_load(struct token_rules *rules, struct lexicons *lexicons,
		     struct str code, struct err *err)
{
	int rc = load_tokens(rules, lexicons, code, err);

	return rc == 0 ? load_abbreviations(rules, lexicons, code, err) : rc;
}

void token_rules_release(struct token_rules *rules)
{
	string_map_release(&rules->abbreviations);
	string_map_release(&rules->calendar);
	string_map_release(&rules->clitics);
	string_map_release(&rules->possessives);
	string_map_release(&rules->decades);
	string_map_release(&rules->contractions);
	string_map_release(&rules->whole);
	string_map_release(&rules->units);
	string_map_release(&rules->prefixes);
	string_map_release(&rules->particles);
	string_map_release(&rules->links);
	string_map_release(&rules->endings);
	string_map_release(&rules->verbs);
}

bool token_rules_has_ending(const struct string_map *endings, struct str word,
			    struct strbuf *scratch)
{
	enum { LONGEST_ENDING = 12 }; /* bytes */
	size_t first = word.len > LONGEST_ENDING ? word.len - LONGEST_ENDING
						 : 1;

	for (size_t at = first; at < word.len; at++)
		if (string_map_find_folded(endings,
					   str_slice(word, at, word.len),
					   scratch))
			return true;
	return false;
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
