#include "suffixes.h"

#include "forms.h"
#include "lexicons.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { PATH_SIZE = 64, CLASSES_MAX = 24, LONGEST_WORD = 200 };

enum { SOUND_BACK = 1, SOUND_FRONT = 2, SOUND_FREE = 4, FIRST_CLASS = 3 };

struct rule {
	struct str suffix;
	struct str slot;
	uint32_t after;      /* classes of sounds; 0 = any */
	uint32_t harmony;    /* SOUND_BACK, SOUND_FRONT or 0 */
	size_t keep;
	struct str next;     /* the slot to go on with; empty = the next one */
	bool by_jump;        /* its slot is reached by `next` alone */
};

struct pair {
	struct str from, to;
};

struct suffixes {
	struct table rows, sounds, irregular;
	LIST(struct rule) rules;
	struct str classes[CLASSES_MAX];
	size_t class_count;
	struct forms letters;    /* a letter: its classes */
	LIST(struct pair) finals;
	struct forms irregulars; /* a form: row of its stem, plus one */
};

static int load(struct table *table, const char *folder, struct str code,
		const char *name, const char *columns, struct err *err)
{
	char path[PATH_SIZE];

	snprintf(path, sizeof path, "%.*s/%s", STR_ARGS(code), name);
	return lexicons_load(table, folder, path, columns, err);
}

static uint32_t class_bit(const struct suffixes *suffixes, struct str name)
{
	for (size_t i = 0; i < suffixes->class_count; i++)
		if (str_equal(suffixes->classes[i], name))
			return UINT32_C(1) << i;
	return 0;
}

static int add_class(struct suffixes *suffixes, struct str name,
		     struct str letters)
{
	uint32_t bit = class_bit(suffixes, name);

	if (!bit && suffixes->class_count == CLASSES_MAX)
		return ERR_LIMIT;
	if (!bit) {
		bit = UINT32_C(1) << suffixes->class_count;
		suffixes->classes[suffixes->class_count++] = name;
	}
	for (size_t at = 0, start; at < letters.len;) {
		start = at;
		utf8_next(letters, &at);
		forms_add(&suffixes->letters, str_slice(letters, start, at),
			  bit);
	}
	return 0;
}

static int load_sounds(struct suffixes *suffixes, const char *folder,
		       struct str code, struct err *err)
{
	struct table *table = &suffixes->sounds;
	int class, letters, to, rc;

	rc = load(table, folder, code, "sounds.tsv", "class letters to", err);
	if (rc < 0)
		return rc;
	class = table_column(table, "class");
	letters = table_column(table, "letters");
	to = table_column(table, "to");
	for (size_t row = 0; row < table->row_count; row++) {
		struct str name = table_cell(table, row, class);
		struct str cell = table_cell(table, row, letters);

		if (str_equal(name, STR("final")))
			*LIST_ADD(&suffixes->finals) = (struct pair){
				cell, table_cell(table, row, to)
			};
		else if (add_class(suffixes, name, cell) < 0)
			return err_set(err, ERR_LIMIT,
				       "%.*s: more than %d classes of letters",
				       STR_ARGS(table->path), CLASSES_MAX);
	}
	return 0;
}

/* The harmony of the last letter of the text that has one. */
static uint32_t harmony_of(const struct suffixes *suffixes, struct str text)
{
	for (size_t at = text.len, start; at > 0; at = start) {
		utf8_before(text, at, &start);
		uint32_t class = forms_find(&suffixes->letters,
					    str_slice(text, start, at));

		if (class & (SOUND_BACK | SOUND_FRONT))
			return class & (SOUND_BACK | SOUND_FRONT);
	}
	return 0;
}

static int read_rule(const struct suffixes *suffixes, size_t row,
		     struct rule *rule)
{
	const struct table *table = &suffixes->rows;
	struct str names, name;
	uint64_t keep;

	rule->slot = table_cell(table, row, table_column(table, "slot"));
	rule->suffix = table_cell(table, row, table_column(table, "suffix"));
	rule->next = table_cell(table, row, table_column(table, "next"));
	names = table_cell(table, row, table_column(table, "after"));
	while (names.len > 0 && str_split(&names, ' ', &name)) {
		uint32_t bit = class_bit(suffixes, name);

		if (!bit)
			return ERR_FORMAT;
		rule->after |= bit;
	}
	if (!str_number(table_cell(table, row, table_column(table, "keep")),
			LONGEST_WORD, &keep) || rule->suffix.len == 0)
		return ERR_FORMAT;
	rule->keep = (size_t)keep;
	if (!(rule->after & SOUND_FREE))
		rule->harmony = harmony_of(suffixes, rule->suffix);
	rule->after &= ~(uint32_t)SOUND_FREE;
	return 0;
}

/* A slot that a row names as its next is entered in no other way. */
static void mark_targets(struct suffixes *suffixes)
{
	struct rule *rules = suffixes->rules.items;

	for (size_t i = 0; i < suffixes->rules.count; i++)
		for (size_t j = 0; j < suffixes->rules.count; j++)
			if (str_equal(rules[i].slot, rules[j].next))
				rules[i].by_jump = true;
}

static int load_rules(struct suffixes *suffixes, const char *folder,
		      struct str code, struct err *err)
{
	struct table *table = &suffixes->rows;
	int rc = load(table, folder, code, "suffixes.tsv",
		      "slot suffix after keep next example stem", err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; row < table->row_count; row++)
		if (read_rule(suffixes, row, LIST_ADD(&suffixes->rules)) < 0)
			return err_set(err, ERR_FORMAT,
				       "%.*s:%u: an empty suffix, a class that"
				       " sounds.tsv lacks, or a wrong number",
				       STR_ARGS(table->path),
				       (unsigned)table->lines.items[row]);
	mark_targets(suffixes);
	return 0;
}

static int load_irregular(struct suffixes *suffixes, const char *folder,
			  struct str code, struct err *err)
{
	struct table *table = &suffixes->irregular;
	int form, rc = load(table, folder, code, "irregular.tsv", "form stem",
			    err);

	if (rc < 0)
		return rc;
	form = table_column(table, "form");
	for (size_t row = 0; row < table->row_count; row++)
		forms_add(&suffixes->irregulars, table_cell(table, row, form),
			  (uint32_t)row + 1);
	return 0;
}

int suffixes_load(struct suffixes **suffixes, const char *folder,
		  struct str code, struct err *err)
{
	struct suffixes *new = memory_get(sizeof *new);
	int rc;

	*new = (struct suffixes){ .class_count = FIRST_CLASS,
		.classes = { STR("back"), STR("front"), STR("free") } };
	rc = load_sounds(new, folder, code, err);
	if (rc == 0)
		rc = load_rules(new, folder, code, err);
	if (rc == 0)
		rc = load_irregular(new, folder, code, err);
	if (rc == 0) {
		*suffixes = new;
		return 0;
	}
	suffixes_free(new);
	return rc;
}

void suffixes_free(struct suffixes *suffixes)
{
	if (!suffixes)
		return;
	table_release(&suffixes->rows);
	table_release(&suffixes->sounds);
	table_release(&suffixes->irregular);
	LIST_RELEASE(&suffixes->rules);
	LIST_RELEASE(&suffixes->finals);
	forms_release(&suffixes->letters);
	forms_release(&suffixes->irregulars);
	free(suffixes);
}

static bool fits(const struct suffixes *suffixes, const struct rule *rule,
		 struct str word)
{
	struct str left = { word.data, word.len - rule->suffix.len };
	uint32_t harmony, class;
	size_t start;

	if (utf8_chars(left) < rule->keep || left.len == 0)
		return false;
	utf8_before(left, left.len, &start);
	class = forms_find(&suffixes->letters,
			   str_slice(left, start, left.len));
	if (rule->after && !(class & rule->after))
		return false;
	harmony = rule->harmony ? harmony_of(suffixes, left) : 0;
	return !harmony || harmony == rule->harmony;
}

/* The longest ending of the slot that begins at rule `first`; *end is where
 * the next slot begins. */
static const struct rule *longest(const struct suffixes *suffixes, size_t first,
				  size_t *end, struct str word)
{
	const struct rule *best = NULL, *rules = suffixes->rules.items;
	size_t i = first;

	for (; i < suffixes->rules.count &&
	       str_equal(rules[i].slot, rules[first].slot); i++)
		if (str_has_suffix(word, rules[i].suffix) &&
		    (!best || rules[i].suffix.len > best->suffix.len) &&
		    fits(suffixes, &rules[i], word))
			best = &rules[i];
	*end = i;
	return best;
}

/* The stem of a form that follows no rule. */
static bool is_irregular(const struct suffixes *suffixes, struct strbuf *word)
{
	const struct table *table = &suffixes->irregular;
	uint32_t row = forms_find(&suffixes->irregulars, strbuf_view(word));

	if (!row)
		return false;
	strbuf_clear(word);
	strbuf_add(word, table_cell(table, row - 1,
				    table_column(table, "stem")));
	return true;
}

static void unvoice(const struct suffixes *suffixes, struct strbuf *word)
{
	for (size_t i = 0; i < suffixes->finals.count; i++) {
		const struct pair *final = &suffixes->finals.items[i];

		if (!str_has_suffix(strbuf_view(word), final->from))
			continue;
		strbuf_truncate(word, word->len - final->from.len);
		strbuf_add(word, final->to);
		return;
	}
}

/* The first rule of a slot at or behind rule `from`. */
static size_t skip_to(const struct suffixes *suffixes, size_t from,
		      struct str slot)
{
	if (slot.len > 0)
		while (from < suffixes->rules.count &&
		       !str_equal(suffixes->rules.items[from].slot, slot))
			from++;
	return from;
}

void suffixes_strip(const struct suffixes *suffixes, struct strbuf *word)
{
	const struct rule *rules = suffixes->rules.items;
	size_t first = 0, end;
	bool jumped = false;

	if (word->len > LONGEST_WORD || is_irregular(suffixes, word))
		return;
	for (; first < suffixes->rules.count; first = end) {
		if (rules[first].by_jump && !jumped)
			break;
		const struct rule *rule = longest(suffixes, first, &end,
						  strbuf_view(word));

		if (!rule)
			continue;
		if (str_equal(rule->slot, STR("whole")))
			break;
		strbuf_truncate(word, word->len - rule->suffix.len);
		if (is_irregular(suffixes, word))
			return;
		end = skip_to(suffixes, end, rule->next);
		jumped = jumped || rule->next.len > 0;
	}
	unvoice(suffixes, word);
}
