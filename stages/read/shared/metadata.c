#include "metadata.h"

#include "countries.h"
#include "regex.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	YEARS_AMONG = 1 << 20, /* bytes in which years are counted */
	TITLE_AMONG = 15,    /* the title stands in the first paragraphs */
	TITLE_LINES = 5,
	TITLE_CHARS = 80,
	NAME_CHARS = 4,      /* of a country in a title */
	COVERS_AMONG = 60,
	SAMPLE = 16 * 1024   /* bytes that tell the language */
};

struct covers_rule {
	struct regex *regex;
	bool in_title;
};

struct title_country {
	struct str code, name; /* the name in lower case, 4 bytes or more */
};

struct metadata {
	const struct knowledge *knowledge;
	bool has_rules, has_countries;
	LIST(struct covers_rule) rules;
	LIST(struct title_country) countries;
	struct arena arena;
};

static int load_rule(struct metadata *metadata, struct table *table, size_t row,
		     struct err *err)
{
	static const char *const places[] = { "text", "title", NULL };
	struct covers_rule rule = { NULL, false };
	unsigned where = 0;
	int rc = table_choice(table, row, "where", places, &where, err);

	if (rc < 0)
		return rc;
	rc = regex_compile(&rule.regex, table_named_cell(table, row, "pattern"),
			   true, err);
	if (rc < 0)
		return table_blame(table, row, rc, err);
	rule.in_title = where == 1;
	*LIST_ADD(&metadata->rules) = rule;
	table_take(table, row);
	return 0;
}

static int load_rules(struct metadata *metadata, struct err *err)
{
	struct table *table;
	int rc = lexicons_table(metadata->knowledge->lexicons, "covers.tsv",
				&table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = load_rule(metadata, table, row, err);
	metadata->has_rules = rc == 0;
	return rc;
}

static struct str fold_copy(struct arena *arena, struct str text)
{
	struct strbuf fold = STRBUF_INIT;
	struct str copy;

	utf8_add_fold(&fold, text);
	copy = str_copy(arena, strbuf_view(&fold));
	strbuf_release(&fold);
	return copy;
}

static int load_countries(struct metadata *metadata, struct err *err)
{
	const struct countries *countries;
	int rc = lexicons_countries(metadata->knowledge->lexicons, &countries,
				    err);

	for (size_t i = 0; rc == 0 && i < countries->names.count; i++) {
		const struct country_name *name = &countries->names.items[i];

		if (utf8_chars(name->text) >= NAME_CHARS)
			*LIST_ADD(&metadata->countries) =
				(struct title_country){
					countries->list.items[name->country]
						.code,
					fold_copy(&metadata->arena, name->text)
				};
	}
	metadata->has_countries = rc == 0;
	return rc;
}

int metadata_load(struct metadata *metadata, struct err *err)
{
	int rc = load_rules(metadata, err);

	return rc == 0 ? load_countries(metadata, err) : rc;
}

struct metadata *metadata_new(const struct knowledge *knowledge)
{
	struct metadata *metadata = memory_get(sizeof *metadata);

	*metadata = (struct metadata){ .knowledge = knowledge };
	return metadata;
}

void metadata_free(struct metadata *metadata)
{
	for (size_t i = 0; i < metadata->rules.count; i++)
		regex_free(metadata->rules.items[i].regex);
	LIST_RELEASE(&metadata->rules);
	LIST_RELEASE(&metadata->countries);
	arena_release(&metadata->arena);
	free(metadata);
}

/* "2 0 2 3" is one number. */
static void add_drawn_together(struct strbuf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		bool before = i > 0 && text.data[i - 1] >= '0' &&
			      text.data[i - 1] <= '9' &&
			      (i == 1 || text.data[i - 2] == ' ');
		bool after = i + 1 < text.len && text.data[i + 1] >= '0' &&
			     text.data[i + 1] <= '9' &&
			     (i + 2 == text.len || text.data[i + 2] == ' ');

		if (text.data[i] != ' ' || !before || !after)
			strbuf_add_char(out, text.data[i]);
	}
}

/* A title line is short, holds a letter or digit, and ends as no sentence. */
static bool is_title_line(struct str text)
{
	char last = text.data[text.len - 1];
	size_t at = 0;
	uint32_t first = utf8_next(text, &at);

	return utf8_chars(text) <= TITLE_CHARS && last != '.' && last != ':' &&
	       last != ';' && last != ',' &&
	       (utf8_is_letter(first) || utf8_is_digit(first));
}

static void find_title(const struct document *doc, struct strbuf *title)
{
	size_t lines = 0;

	for (size_t i = 0; i < doc->paragraphs.count && i < TITLE_AMONG &&
			   lines < TITLE_LINES; i++) {
		struct str text = doc->paragraphs.items[i].text;

		if (doc->paragraphs.items[i].kind == PARAGRAPH_FURNITURE)
			continue;
		if (doc->paragraphs.items[i].first_page > 1)
			return;
		if (!is_title_line(text)) {
			if (lines > 0)
				return;
			continue;
		}
		if (lines++ > 0)
			strbuf_add_char(title, ' ');
		add_drawn_together(title, text);
	}
}

/* The first number of four digits from 1900 to 2099; empty if there is none. */
static struct str find_year(struct str text)
{
	size_t digits = 0;

	for (size_t i = 0; i <= text.len; i++) {
		if (i < text.len && text.data[i] >= '0' &&
		    text.data[i] <= '9') {
			digits++;
			continue;
		}
		if (digits == 4) {
			struct str year = str_slice(text, i - 4, i);

			if (str_has_prefix(year, STR("19")) ||
			    str_has_prefix(year, STR("20")))
				return year;
		}
		digits = 0;
	}
	return STR_NONE;
}

static struct str find_copyright_year(const struct document *doc)
{
	for (size_t i = doc->paragraphs.count; i-- > 0;) {
		struct str text = doc->paragraphs.items[i].text;
		size_t mark = str_find(text, STR("©"), 0);

		if (mark < text.len)
			return find_year(str_slice(text, mark, text.len));
	}
	return STR_NONE;
}

static void find_edition(struct document *doc, struct str title)
{
	struct str year = find_year(title);

	if (year.len == 0)
		year = find_year(str_file_name(
			document_meta(doc, STR("source"))));
	if (year.len == 0)
		year = find_copyright_year(doc);
	document_set_meta(doc, STR("edition"), year);
}

static bool holds_year(struct str text)
{
	size_t digits = 0;

	for (size_t i = 0; i < text.len && digits < 4; i++)
		digits = text.data[i] >= '0' && text.data[i] <= '9'
				 ? digits + 1 : 0;
	return digits == 4;
}

/* A period is told by a year of four digits: most paragraphs have none, and no
 * rule needs to look at them. */
static struct str covers_said(const struct metadata *metadata,
			      const struct document *doc, struct str title)
{
	struct regex_match match;
	bool has_year[COVERS_AMONG];

	for (size_t p = 0; p < doc->paragraphs.count && p < COVERS_AMONG; p++)
		has_year[p] = holds_year(doc->paragraphs.items[p].text);
	for (size_t i = 0; i < metadata->rules.count; i++) {
		const struct covers_rule *rule = &metadata->rules.items[i];

		if (rule->in_title) {
			if (regex_find(rule->regex, title, 0, &match))
				return match.group[1];
			continue;
		}
		for (size_t p = 0; p < doc->paragraphs.count &&
				   p < COVERS_AMONG; p++)
			if (has_year[p] &&
			    regex_find(rule->regex,
				       doc->paragraphs.items[p].text, 0,
				       &match))
				return match.group[1];
	}
	return STR_NONE;
}

static size_t count_year(const struct document *doc, uint64_t year)
{
	struct str text = doc->source_text;
	char digits[24];
	size_t count = 0, at = 0;

	snprintf(digits, sizeof digits, "%04ju", (uintmax_t)year);
	if (text.len > YEARS_AMONG)
		text.len = YEARS_AMONG;
	while ((at = str_find(text, str_of(digits), at)) < text.len) {
		count++;
		at += 4;
	}
	return count;
}

/* A yearly report speaks most of the year it is about: that of its edition,
 * which its cover names once without being about it, or, as most do, the one
 * before. */
static uint64_t year_told(const struct document *doc, uint64_t edition)
{
	return count_year(doc, edition) > count_year(doc, edition - 1) + 1
		? edition : edition - 1;
}

static int find_covers(struct metadata *metadata, struct document *doc,
		       struct str title, struct err *err)
{
	struct str said;
	uint64_t edition;
	char told[24];
	int rc;

	if (!metadata->has_rules && (rc = load_rules(metadata, err)) < 0)
		return rc;
	said = covers_said(metadata, doc, title);
	if (said.len == 0 && str_number(document_meta(doc, STR("edition")),
					9999, &edition) && edition > 0) {
		snprintf(told, sizeof told, "%04ju",
			 (uintmax_t)year_told(doc, edition));
		said = str_of(told);
	}
	document_set_meta(doc, STR("covers"), said);
	return 0;
}

static bool is_word_edge(struct str text, size_t at)
{
	size_t other = at;

	if (at == 0 || at == text.len)
		return true;
	return !utf8_is_letter(utf8_before(text, at, &other)) ||
	       !utf8_is_letter(utf8_next(text, &at));
}

/* Which groups of four bytes a text has, roughly: most names are told to be
 * absent by their first one. */
struct fours {
	bool of[1024];
};

static size_t four_of(const char *bytes)
{
	uint32_t four;

	memcpy(&four, bytes, sizeof four);
	return four * 0x9e3779b1u >> 22;
}

static void find_fours(struct fours *fours, struct str text)
{
	*fours = (struct fours){ 0 };
	for (size_t i = 0; i + 4 <= text.len; i++)
		fours->of[four_of(text.data + i)] = true;
}

/* The country whose longest name stands in the title. */
static int find_country(struct metadata *metadata, struct document *doc,
			struct str title, struct err *err)
{
	struct str fold = fold_copy(&doc->arena, title), code = STR_NONE;
	struct fours fours;
	size_t longest = 0;
	int rc;

	if (!metadata->has_countries && title.len > 0 &&
	    (rc = load_countries(metadata, err)) < 0)
		return rc;
	find_fours(&fours, fold);
	for (size_t i = 0; i < metadata->countries.count; i++) {
		const struct title_country *country =
			&metadata->countries.items[i];
		size_t at;

		if (!fours.of[four_of(country->name.data)] ||
		    country->name.len <= longest)
			continue;
		at = str_find(fold, country->name, 0);
		if (at == fold.len || !is_word_edge(fold, at) ||
		    !is_word_edge(fold, at + country->name.len))
			continue;
		longest = country->name.len;
		code = country->code;
	}
	document_set_meta(doc, STR("country"), code);
	return 0;
}

static void find_language(const struct knowledge *knowledge,
			  struct document *doc)
{
	struct strbuf sample = STRBUF_INIT;

	for (size_t i = 0; i < doc->paragraphs.count && sample.len < SAMPLE;
	     i++) {
		strbuf_add(&sample, doc->paragraphs.items[i].text);
		strbuf_add_char(&sample, '\n');
	}
	document_set_meta(doc, STR("lang"),
			  languages_guess_code(knowledge->languages,
					       strbuf_view(&sample),
					       STR_NONE));
	strbuf_release(&sample);
}

static bool lacks(const struct document *doc, struct str key)
{
	return document_meta(doc, key).len == 0;
}

int metadata_find(struct metadata *metadata, struct document *doc,
		  struct err *err)
{
	struct strbuf title = STRBUF_INIT;
	int rc = 0;

	find_title(doc, &title);
	if (lacks(doc, STR("title")))
		document_set_meta(doc, STR("title"), strbuf_view(&title));
	if (lacks(doc, STR("lang")))
		find_language(metadata->knowledge, doc);
	if (lacks(doc, STR("country")))
		rc = find_country(metadata, doc, strbuf_view(&title), err);
	if (lacks(doc, STR("edition")))
		find_edition(doc, strbuf_view(&title));
	if (rc == 0 && lacks(doc, STR("covers")))
		rc = find_covers(metadata, doc, strbuf_view(&title), err);
	strbuf_release(&title);
	return rc;
}
