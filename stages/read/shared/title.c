#include "title.h"

#include "covers.h"
#include "pattern_slots.h"
#include "regex.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	AMONG = 15,          /* the title stands in the first paragraphs */
	LINES = 5,
	CHARS = 80,          /* of a line; the first may be longer */
	FIRST_CHARS = 140,
	LEFT_GUILLEMET = 0xab,
	FACTS = 2,           /* lines of a table */
	SPACED = 4,          /* letters apart that make a word */
	YEARS_LETTERS = 2    /* of a short word for years: г., гг., жж. */
};

struct title_rules {
	LIST(struct regex *) none;  /* no title line */
	LIST(struct regex *) ends;  /* the title ends before such a line */
};

void title_release(struct title *title)
{
	LIST_RELEASE(&title->lines);
	strbuf_release(&title->text);
}

static int add_rule(struct table *table, size_t row,
		    const struct pattern_slots *slots, struct regex **regex,
		    struct err *err)
{
	struct strbuf full = STRBUF_INIT;
	int rc;

	pattern_slots_fill(slots, table_named_cell(table, row, "pattern"),
			   &full);
	rc = regex_compile(regex, strbuf_view(&full), false, err);
	strbuf_release(&full);
	if (rc < 0)
		return table_blame(table, row, rc, err);
	table_take(table, row);
	return 0;
}

static int load_none(struct title_rules *rules, struct lexicons *lexicons,
		     struct err *err)
{
	const struct pattern_slots slots = { 0 };
	struct table *table;
	int rc = lexicons_table(lexicons, "no_titles.tsv", &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		struct regex *regex = NULL;

		rc = add_rule(table, row, &slots, &regex, err);
		if (rc == 0)
			*LIST_ADD(&rules->none) = regex;
	}
	return rc;
}

/* Headings, contents, marks and what marks mean stand behind the title. */
static bool is_end(struct str kind)
{
	return str_equal(kind, STR("heading")) ||
	       str_equal(kind, STR("contents")) ||
	       str_equal(kind, STR("score")) || str_equal(kind, STR("scale"));
}

static int load_ends(struct title_rules *rules, struct lexicons *lexicons,
		     struct err *err)
{
	struct pattern_slots slots = { 0 };
	struct table *table;
	int rc = lexicons_table(lexicons, "report_words.tsv", &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		struct str kind = table_named_cell(table, row, "kind");
		struct regex *regex = NULL;

		if (str_equal(kind, STR("part")))
			pattern_slots_add(&slots,
					  table_named_cell(table, row, "value"),
					  table_named_cell(table, row,
							   "pattern"));
		if (!is_end(kind))
			continue;
		rc = add_rule(table, row, &slots, &regex, err);
		if (rc == 0)
			*LIST_ADD(&rules->ends) = regex;
	}
	pattern_slots_release(&slots);
	return rc;
}

int title_rules_open(struct title_rules **out, struct lexicons *lexicons,
		     struct err *err)
{
	struct title_rules *rules = memory_get(sizeof *rules);
	int rc;

	*rules = (struct title_rules){ .none = { NULL, 0, 0 } };
	rc = load_none(rules, lexicons, err);
	if (rc == 0)
		rc = load_ends(rules, lexicons, err);
	if (rc < 0) {
		title_rules_close(rules);
		rules = NULL;
	}
	*out = rules;
	return rc;
}

void title_rules_close(struct title_rules *rules)
{
	if (!rules)
		return;
	for (size_t i = 0; i < rules->none.count; i++)
		regex_free(rules->none.items[i]);
	for (size_t i = 0; i < rules->ends.count; i++)
		regex_free(rules->ends.items[i]);
	LIST_RELEASE(&rules->none);
	LIST_RELEASE(&rules->ends);
	free(rules);
}

/* The characters of a class that stand from `at` on, single, with a blank
 * between; *end is behind the last. */
static size_t count_spaced(struct str text, size_t at,
			   bool (*is)(uint32_t), size_t *end)
{
	size_t count = 0;

	while (at < text.len) {
		size_t next = at;

		if (!is(utf8_next(text, &next)) ||
		    (next < text.len && text.data[next] != ' '))
			return count;
		*end = next;
		count++;
		at = next + 1;
	}
	return count;
}

static void add_spaced(struct strbuf *out, struct str text, size_t *at,
		       size_t end)
{
	for (; *at < end; ++*at)
		if (text.data[*at] != ' ')
			strbuf_add_char(out, text.data[*at]);
}

/* "A N N U A L 2 0 2 3" is a word and a number. */
static void add_drawn_together(struct strbuf *out, struct str text)
{
	size_t at = 0, end = 0;

	while (at < text.len) {
		bool begins = at == 0 || text.data[at - 1] == ' ';

		if (begins &&
		    (count_spaced(text, at, utf8_is_upper, &end) >= SPACED ||
		     count_spaced(text, at, utf8_is_digit, &end) > 1))
			add_spaced(out, text, &at, end);
		else
			strbuf_add_char(out, text.data[at++]);
	}
}

/* "2014–2016 гг.": the stop is that of the word for years. */
static bool ends_with_years(struct str text)
{
	size_t word = text.len, start, letters = 0;

	if (!str_has_suffix(text, STR(".")))
		return false;
	for (word--; word > 0 && utf8_is_letter(utf8_before(text, word,
							    &start));
	     word = start)
		letters++;
	while (word > 0 && text.data[word - 1] == ' ')
		word--;
	return letters > 0 && letters <= YEARS_LETTERS && word >= 4 &&
	       find_year(str_slice(text, word - 4, word)).len == 4;
}

/* A title line is short, begins with a letter or digit, or with a name between
 * « and », and ends as no sentence. */
static bool is_title_line(struct str text, size_t most)
{
	char last = text.data[text.len - 1];
	size_t at = 0;
	uint32_t first = utf8_next(text, &at);

	return utf8_chars(text) <= most && last != ':' && last != ';' &&
	       last != ',' && (last != '.' || ends_with_years(text)) &&
	       (utf8_is_letter(first) || utf8_is_digit(first) ||
		(first == LEFT_GUILLEMET && !str_has_suffix(text, STR("»")) &&
		 utf8_is_letter(utf8_next(text, &at))));
}

static bool any_matches(struct regex *const *list, size_t count,
			struct str text)
{
	struct regex_match match;

	for (size_t i = 0; i < count; i++)
		if (regex_find(list[i], text, 0, &match))
			return true;
	return false;
}

/* A heading; but a line with a year is the title's: "3 March 2021" begins as a
 * numbered heading does. */
static bool ends_title(const struct title_rules *rules, struct str text)
{
	return !is_title_line(text, CHARS) ||
	       (find_year(text).len == 0 &&
		any_matches(rules->ends.items, rules->ends.count, text));
}

static void add_line(struct title *title, struct str text)
{
	if (title->text.len > 0)
		strbuf_add_char(&title->text, ' ');
	add_drawn_together(&title->text, text);
	*LIST_ADD(&title->lines) = text;
}

/* "Head of state: Jan Brenn" over another such line: a table of facts. */
static bool is_fact(const struct document *doc, size_t index)
{
	for (size_t i = index; i < index + FACTS; i++) {
		struct str text;

		if (i >= doc->paragraphs.count)
			return false;
		text = doc->paragraphs.items[i].text;
		if (str_find(text, STR(": "), 0) == text.len ||
		    find_year(text).len > 0)
			return false;
	}
	return true;
}

static bool has_line(const struct title *title, struct str text)
{
	for (size_t i = 0; i < title->lines.count; i++)
		if (str_equal(title->lines.items[i], text))
			return true;
	return false;
}

void title_find(const struct title_rules *rules, struct document *doc,
		struct title *title)
{
	for (size_t i = 0; i < doc->paragraphs.count && i < AMONG &&
			   title->lines.count < LINES; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];
		size_t most = title->lines.count > 0 ? CHARS : FIRST_CHARS;

		if (par->kind == PARAGRAPH_FURNITURE ||
		    par->kind == PARAGRAPH_BOILERPLATE ||
		    any_matches(rules->none.items, rules->none.count,
				par->text))
			continue;
		if (par->first_page > 1 ||
		    (title->lines.count > 0 &&
		     (ends_title(rules, par->text) || is_fact(doc, i))))
			return;
		if (is_title_line(par->text, most) &&
		    !has_line(title, par->text))
			add_line(title, par->text);
	}
}
