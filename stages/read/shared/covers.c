#include "covers.h"

#include "date_facts.h"
#include "edtf.h"
#include "number_words.h"
#include "regex.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	PARAGRAPHS = 60, /* in which a text says what it covers */
	FRONT = 10,      /* in which it need not say that the report does */
	LINES = 4,       /* below the title that may tell the period */
	LINE_BYTES = 80,
	CUES = 8,        /* of one rule that are looked at in a paragraph */
	BESIDE = 30,     /* characters in which a comma parts no clauses */
	NEAR = 100       /* characters between a period and what says so */
};

enum part { PART_YEAR, PART_TO, PART_MONTH, PART_TO_MONTH, PART_MONTHS, PARTS };

static const char *const part_names[PARTS] = { "year", "to", "month",
					       "to_month", "months" };

enum where {
	IN_TEXT,
	IN_TITLE,
	SPAN,      /* in titles, and in texts by a cue or a hint */
	CUE,       /* a report tells of itself, near a span */
	HINT,      /* so it may do where it begins, right beside a span */
	OTHER      /* another thing's year, in titles */
};

struct rule {
	struct regex *regex;
	enum where where;
	struct str value;          /* "YYYY-33"; empty: made of the parts */
	uint8_t part[PARTS];       /* its group, 0 = it has none */
};

struct covers_rules {
	LIST(struct rule) list;
	const struct date_facts *dates;
	const struct number_words *numbers;
};

static bool name_parts(struct rule *rule)
{
	for (unsigned group = 1; group < REGEX_GROUPS; group++) {
		const char *name = regex_group_name(rule->regex, group);
		size_t part = 0;

		if (!name)
			continue;
		while (part < PARTS && strcmp(name, part_names[part]) != 0)
			part++;
		if (part == PARTS)
			return false;
		rule->part[part] = (uint8_t)group;
	}
	return (rule->part[PART_YEAR] > 0) ==
	       (rule->where != CUE && rule->where != HINT);
}

static int load_rule(struct covers_rules *rules, struct table *table,
		     size_t row, struct err *err)
{
	static const char *const places[] = { "text", "title", "span", "cue",
					      "hint", "other", NULL };
	struct rule rule = { .value = table_named_cell(table, row, "value") };
	unsigned where = 0;
	int rc = table_choice(table, row, "where", places, &where, err);

	if (rc < 0)
		return rc;
	rc = regex_compile(&rule.regex, table_named_cell(table, row, "pattern"),
			   true, err);
	if (rc < 0)
		return table_blame(table, row, rc, err);
	rule.where = (enum where)where;
	*LIST_ADD(&rules->list) = rule;
	if (!name_parts(&rules->list.items[rules->list.count - 1]))
		return table_refuse(table, row, err, "a pattern but of a cue"
				    " or hint has a group year; others are to, month,"
				    " to_month and months");
	table_take(table, row);
	return 0;
}

int covers_rules_open(struct covers_rules **out, struct lexicons *lexicons,
		      struct err *err)
{
	struct covers_rules *rules = memory_get(sizeof *rules);
	struct table *table;
	int rc;

	*rules = (struct covers_rules){ .dates = NULL };
	rc = lexicons_table(lexicons, "covers.tsv", &table, err);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = load_rule(rules, table, row, err);
	if (rc == 0)
		rc = lexicons_dates(lexicons, &rules->dates, err);
	if (rc == 0)
		rc = lexicons_numbers(lexicons, &rules->numbers, err);
	if (rc < 0) {
		covers_rules_close(rules);
		rules = NULL;
	}
	*out = rules;
	return rc;
}

void covers_rules_close(struct covers_rules *rules)
{
	if (!rules)
		return;
	for (size_t i = 0; i < rules->list.count; i++)
		regex_free(rules->list.items[i].regex);
	LIST_RELEASE(&rules->list);
	free(rules);
}

static bool is_month(const struct date_fact *fact, struct str word)
{
	struct str form = fact->form;

	if (fact->kind != DATE_KIND_MONTH && fact->kind != DATE_KIND_SHORT &&
	    fact->kind != DATE_KIND_MONTHLY)
		return false;
	if (str_has_suffix(form, STR("*")))
		return str_has_prefix(word, str_slice(form, 0, form.len - 1));
	if (fact->any && str_has_prefix(word, form))
		return true;
	return str_equal(form, word);
}

/* The month that a word or a number names, or 0. */
static unsigned month_of(const struct covers_rules *rules, struct str word)
{
	struct strbuf lower = STRBUF_INIT, form = STRBUF_INIT;
	unsigned month = 0;
	uint64_t number;

	if (str_number(word, 12, &number))
		return (unsigned)number;
	utf8_add_fold(&lower, word);
	for (size_t i = 0; month == 0 && i < rules->dates->count; i++) {
		struct date_fact fact = rules->dates->items[i];

		strbuf_clear(&form);
		utf8_add_fold(&form, fact.form);
		fact.form = strbuf_view(&form);
		if (is_month(&fact, strbuf_view(&lower)))
			month = fact.number;
	}
	strbuf_release(&lower);
	strbuf_release(&form);
	return month;
}

static struct str part_of(const struct rule *rule,
			  const struct regex_match *match, enum part part)
{
	return rule->part[part] ? match->group[rule->part[part]] : STR_NONE;
}

/* "2019/20" ends in 2020. */
static void add_last_year(struct strbuf *out, struct str year, struct str to)
{
	if (to.len == 2)
		strbuf_add(out, str_slice(year, 0, 2));
	strbuf_add(out, to.len > 0 ? to : year);
}

/* How many months a word or number tells: 1 to 12, else 0. */
static unsigned months_told(const struct covers_rules *rules, struct str text)
{
	const struct number_word *word;
	uint64_t number = 0;

	if (!str_number(text, 12, &number)) {
		word = number_words_find(rules->numbers, text);
		number = word && word->value <= 12 ? word->value : 0;
	}
	return (unsigned)number;
}

/* The rule's own value with the year in the place of YYYY, and a number of
 * months in that of NN. */
static void add_value(struct strbuf *out, struct str value, struct str year,
		      unsigned months)
{
	while (value.len > 0) {
		size_t at = str_find(value, STR("YYYY"), 0);

		strbuf_add(out, str_slice(value, 0, at));
		if (at == value.len)
			break;
		strbuf_add(out, year);
		value = str_slice(value, at + 4, value.len);
	}
	if (months > 0 && str_has_suffix(strbuf_view(out), STR("NN"))) {
		strbuf_truncate(out, out->len - 2);
		strbuf_addf(out, "%02u", months);
	}
}

/* The period from one month to another; whole years are told without months. */
static bool add_months(const struct covers_rules *rules,
		       const struct rule *rule,
		       const struct regex_match *match, struct strbuf *out)
{
	struct str year = part_of(rule, match, PART_YEAR);
	struct str to = part_of(rule, match, PART_TO);
	struct str month = part_of(rule, match, PART_MONTH);
	struct str to_month = part_of(rule, match, PART_TO_MONTH);
	unsigned first = month_of(rules, month);
	unsigned last = month_of(rules, to_month);

	if (month.len > 0 && to_month.len > 0 && first == 1 && last == 12)
		month = to_month = STR_NONE;
	if (first == last && (to.len == 0 || str_equal(to, year)))
		to = to_month = STR_NONE;
	strbuf_add(out, year);
	if (month.len > 0)
		strbuf_addf(out, "-%02u", first);
	if ((to.len > 0 && !str_equal(to, year)) || to_month.len > 0) {
		strbuf_add_char(out, '/');
		add_last_year(out, year, to);
	}
	if (to_month.len > 0)
		strbuf_addf(out, "-%02u", last);
	return (month.len == 0 || first > 0) &&
	       (to_month.len == 0 || last > 0);
}

/* The twelve months that end with one. */
static bool add_year_to(const struct covers_rules *rules,
			const struct rule *rule,
			const struct regex_match *match, struct strbuf *out)
{
	struct str year = part_of(rule, match, PART_YEAR);
	unsigned month = month_of(rules, part_of(rule, match, PART_MONTH));
	uint64_t number;

	if (month == 0 || !str_number(year, 9999, &number))
		return false;
	if (month == 12)
		strbuf_add(out, year);
	else
		strbuf_addf(out, "%04u-%02u/%04u-%02u", (unsigned)number - 1,
			    month + 1, (unsigned)number, month);
	return true;
}

/* "January–June 2022": the year of the second part is that of the first. */
static bool add_period(const struct covers_rules *rules,
		       const struct rule *rule,
		       const struct regex_match *match, struct strbuf *out)
{
	struct edtf date;
	bool known = true;

	strbuf_clear(out);
	if (str_equal(rule->value, STR("P1Y")))
		known = add_year_to(rules, rule, match, out);
	else if (rule->value.len > 0)
		add_value(out, rule->value, part_of(rule, match, PART_YEAR),
			  months_told(rules, part_of(rule, match,
						     PART_MONTHS)));
	else
		known = add_months(rules, rule, match, out);
	if (known && edtf_parse(&date, strbuf_view(out)))
		return true;
	strbuf_clear(out);
	return false;
}

static bool holds_year(struct str text)
{
	size_t digits = 0;

	for (size_t i = 0; i < text.len && digits < 4; i++)
		digits = text.data[i] >= '0' && text.data[i] <= '9'
				 ? digits + 1 : 0;
	return digits == 4;
}

static bool said_in(const struct covers_rules *rules, const struct rule *rule,
		    struct str text, struct strbuf *out, struct str *part)
{
	struct regex_match match;

	if (!regex_find(rule->regex, text, 0, &match) ||
	    !add_period(rules, rule, &match, out))
		return false;
	*part = match.group[0];
	return true;
}

/* What stands between two parts of a text; empty where they overlap. */
static struct str between(struct str text, struct str one, struct str other)
{
	size_t first = (size_t)(one.data - text.data) + one.len;
	size_t second = (size_t)(other.data - text.data);

	if (first <= second)
		return str_slice(text, first, second);
	first = (size_t)(one.data - text.data);
	second += other.len;
	return second <= first ? str_slice(text, second, first) : STR_NONE;
}

static bool holds_sentence_end(struct str text)
{
	for (size_t at = 0; at + 1 < text.len; at++)
		if (strchr(".!?;", text.data[at]) && text.data[at + 1] == ' ')
			return true;
	return false;
}

/* Whether a cue is of a span with this between them: a verb of the same clause,
 * a noun of the same sentence. */
static bool belongs(const struct rule *cue, struct str gap)
{
	if (cue->where == HINT)
		return str_trim(gap).len == 0;
	return utf8_chars(gap) <= NEAR && !holds_sentence_end(gap) &&
	       (str_equal(cue->value, STR("sentence")) ||
		utf8_chars(gap) <= BESIDE || !memchr(gap.data, ',', gap.len));
}

/* Years alone between others may be of anything: a rule that has no months is
 * no span of a text. A hint tells less than a year in the title, unless it is
 * of that year too and tells more. */
static bool may_stand(const struct rule *rule, const struct rule *cue,
		      struct str title_year)
{
	if (rule->where != SPAN)
		return false;
	return rule->part[PART_MONTH] ||
	       (rule->value.len > 0 &&
		(cue->where == CUE || title_year.len == 0));
}

/* Whether a period holds a year or part of it, or there is none to hold. */
static bool is_of_year(const struct strbuf *period, struct str year)
{
	return year.len == 0 ||
	       str_find(strbuf_view(period), year, 0) < period->len;
}

/* Whether the text tells a period by the cue that stands at `near`. */
static bool said_by_cue(const struct covers_rules *rules,
			const struct rule *cue, struct str near,
			struct str text, struct str title_year,
			struct strbuf *out)
{
	struct regex_match match;

	for (size_t i = 0; i < rules->list.count; i++) {
		const struct rule *rule = &rules->list.items[i];
		size_t at = 0;

		while (may_stand(rule, cue, title_year) &&
		       regex_find(rule->regex, text, at, &match)) {
			at = (size_t)(match.group[0].data - text.data) +
			     match.group[0].len;
			if (belongs(cue, between(text, near,
						 match.group[0])) &&
			    add_period(rules, rule, &match, out) &&
			    (cue->where == CUE || is_of_year(out, title_year)))
				return true;
		}
	}
	strbuf_clear(out);
	return false;
}

static bool said_near(const struct covers_rules *rules, const struct rule *cue,
		      struct str text, struct str title_year,
		      struct strbuf *out)
{
	struct regex_match near;
	size_t at = 0;

	for (unsigned i = 0; i < CUES && at < text.len &&
			     regex_find(cue->regex, text, at, &near); i++) {
		if (near.group[0].len == 0 ||
		    said_by_cue(rules, cue, near.group[0], text, title_year,
				out))
			return near.group[0].len > 0;
		at = (size_t)(near.group[0].data - text.data) +
		     near.group[0].len;
	}
	return false;
}

void covers_blank_others(const struct covers_rules *rules, struct strbuf *title)
{
	struct regex_match match;
	struct str year;

	for (size_t i = 0; i < rules->list.count; i++) {
		const struct rule *rule = &rules->list.items[i];

		if (rule->where != OTHER ||
		    !regex_find(rule->regex, strbuf_view(title), 0, &match))
			continue;
		year = part_of(rule, &match, PART_YEAR);
		if (year.len > 0)
			memset(title->data + (year.data - title->data), ' ',
			       year.len);
	}
}

/* The title, and what is said below it. */
struct telling {
	const struct document *doc;
	size_t count;              /* paragraphs that are looked at */
	bool has_year[PARAGRAPHS];
	bool is_line[LINES];       /* below the title, and has a year */
	struct str title;
	struct strbuf with_line;   /* the title and such a line */
};

static struct str text_at(const struct telling *telling, size_t index)
{
	return telling->doc->paragraphs.items[index].text;
}

static void look(struct telling *telling)
{
	size_t count = telling->doc->paragraphs.count;
	bool front = true;

	telling->count = count < PARAGRAPHS ? count : PARAGRAPHS;
	for (size_t p = 0; p < telling->count; p++) {
		struct str text = text_at(telling, p);

		telling->has_year[p] = holds_year(text);
		front = front && text.len <= LINE_BYTES &&
			!str_has_suffix(text, STR("."));
		if (p < LINES)
			telling->is_line[p] = front && telling->has_year[p];
	}
}

/* Whether the part of a title with a line below it that a rule found is the
 * line's own: its date begins the line, or all of it stands there. */
static bool is_of_line(const struct rule *rule, const struct regex_match *match,
		       const char *line)
{
	return match->group[0].data >= line ||
	       part_of(rule, match, PART_YEAR).data == line ||
	       part_of(rule, match, PART_MONTH).data == line;
}

/* The title, as far as it stands before a line, with the line behind it.
 * Returns where the line begins. */
static size_t set_line(struct telling *telling, struct str line)
{
	struct str title = telling->title;
	struct strbuf *text = &telling->with_line;

	strbuf_clear(text);
	strbuf_add(text, str_trim(str_slice(title, 0,
					    str_find(title, line, 0))));
	strbuf_add_z(text, ", ");
	strbuf_add(text, line);
	return text->len - line.len;
}

/* A line below the title tells its months as the title would, but of no other
 * year; a month with a place before it is when the report came out. */
static bool said_below(const struct covers_rules *rules,
		       const struct rule *rule, struct telling *telling,
		       struct strbuf *period)
{
	struct strbuf *text = &telling->with_line;
	struct str year = find_year(telling->title);
	struct regex_match match;

	if (!rule->part[PART_MONTH] && rule->value.len == 0)
		return false;
	for (size_t p = 0; p < telling->count && p < LINES; p++) {
		size_t line;

		if (!telling->is_line[p])
			continue;
		line = set_line(telling, text_at(telling, p));
		if (regex_find(rule->regex, strbuf_view(text), 0, &match) &&
		    is_of_line(rule, &match, text->data + line) &&
		    add_period(rules, rule, &match, period) &&
		    is_of_year(period, year))
			return true;
	}
	strbuf_clear(period);
	return false;
}

static bool said_by(const struct covers_rules *rules, const struct rule *rule,
		    struct telling *telling, struct strbuf *period,
		    struct str *in_title)
{
	size_t count = rule->where == HINT && telling->count > FRONT
			       ? FRONT : telling->count;
	struct str year = find_year(telling->title), part;

	if (rule->where == IN_TITLE || rule->where == SPAN)
		return said_in(rules, rule, telling->title, period, in_title) ||
		       said_below(rules, rule, telling, period);
	if (rule->where == OTHER)
		return false;
	for (size_t p = 0; p < count; p++) {
		struct str text = text_at(telling, p);

		if (telling->has_year[p] &&
		    (rule->where == IN_TEXT
			     ? said_in(rules, rule, text, period, &part)
			     : said_near(rules, rule, text, year, period)))
			return true;
	}
	return false;
}

/* A period is told by a year of four digits: most paragraphs have none, and no
 * rule needs to look at them. */
void covers_said(const struct covers_rules *rules, const struct document *doc,
		 struct str title, struct strbuf *period,
		 struct str *in_title)
{
	struct telling telling = { .doc = doc, .title = title };

	*in_title = STR_NONE;
	look(&telling);
	for (size_t i = 0; i < rules->list.count; i++)
		if (said_by(rules, &rules->list.items[i], &telling, period,
			    in_title))
			break;
	strbuf_release(&telling.with_line);
}

struct str find_year(struct str text)
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
