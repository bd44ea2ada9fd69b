#include "suffixes_internal.h"

#include "utf8.h"

#include <stdlib.h>

enum { FIRST_CLASS = 5 };

/* The classes of roots as slots.tsv and roots.tsv name them. */
static const struct { const char *name; char letter; } root_classes[] = {
	[ROOT_NOUN] = { "noun", 'n' },
	[ROOT_VERB] = { "verb", 'v' },
	[ROOT_PARTICLE] = { "particle", 'p' },
	[ROOT_NUMERAL] = { "numeral", 'q' },
};

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

	if (!bit && suffixes->class_count == SUFFIX_CLASSES_MAX)
		return ERR_LIMIT;
	if (!bit) {
		bit = UINT32_C(1) << suffixes->class_count;
		suffixes->classes[suffixes->class_count++] = name;
	}
	for (size_t at = 0; at < letters.len;) {
		uint32_t letter = utf8_next(letters, &at);

		if (letter >= SUFFIX_LETTERS)
			return ERR_LIMIT;
		suffixes->letters[letter] |= bit;
	}
	return 0;
}

static int add_final(struct suffixes *suffixes, struct str from, struct str to)
{
	size_t at = 0;

	if (from.len == 0 || from.len != to.len)
		return ERR_FORMAT;
	if (utf8_chars(from) == 1 && utf8_next(from, &at) < SUFFIX_LETTERS) {
		at = 0;
		suffixes->is_voiced[utf8_next(from, &at)] = true;
	}
	*LIST_ADD(&suffixes->finals) = (struct suffix_final){ from, to };
	return 0;
}

static int load_sounds(struct suffixes *suffixes, struct lexicons *lexicons,
		       struct str code, struct err *err)
{
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, "sounds.tsv", &table,
					 err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		struct str name = table_named_cell(table, row, "class");
		struct str cell = table_named_cell(table, row, "letters");

		if ((str_equal(name, STR("final")) ?
			     add_final(suffixes, cell,
				       table_named_cell(table, row, "to")) :
			     add_class(suffixes, name, cell)) < 0)
			rc = table_refuse(table, row, err, "no letter of the"
					  " script, or more than %d classes",
					  SUFFIX_CLASSES_MAX);
		else
			table_take(table, row);
	}
	suffixes->vowels = class_bit(suffixes, STR("vowel"));
	suffixes->voicing = class_bit(suffixes, STR("voicing"));
	suffixes->sign = class_bit(suffixes, STR("sign"));
	return rc;
}

/* The number of a slot, or SUFFIX_SLOTS_MAX. */
static size_t slot_number(const struct suffixes *suffixes, struct str name)
{
	for (size_t i = 0; i < suffixes->slot_count; i++)
		if (str_equal(suffixes->slots[i].name, name))
			return i;
	return SUFFIX_SLOTS_MAX;
}

static int read_yes(const struct table *table, size_t row, const char *column,
		    bool *yes, struct err *err)
{
	static const char *const choices[] = { "no", "yes", NULL };
	unsigned choice = 0;
	int rc = table_choice(table, row, column, choices, &choice, err);

	*yes = choice == 1;
	return rc;
}

static int read_slot(const struct suffixes *suffixes, const struct table *table,
		     size_t row, struct suffix_slot *slot, struct err *err)
{
	static const char *const ends[] = { [ENDS_NO] = "no",
					    [ENDS_DOUBT] = "doubt",
					    [ENDS_SURE] = "sure", NULL };
	struct str behind = table_named_cell(table, row, "behind"), name;
	unsigned end = 0;
	uint64_t cost;
	int rc;

	if (!str_number(table_named_cell(table, row, "cost"), SUFFIX_COST_MAX,
			&cost))
		return table_refuse(table, row, err, "the cost is no number"
				    " up to %d", SUFFIX_COST_MAX);
	slot->cost = (uint8_t)cost;
	while (behind.len > 0 && str_split(&behind, ' ', &name)) {
		size_t number = slot_number(suffixes, name);

		if (number == SUFFIX_SLOTS_MAX)
			return table_refuse(table, row, err, "the slot '%.*s'"
					    " has no row", STR_ARGS(name));
		slot->behind |= UINT64_C(1) << number;
	}
	rc = table_choice(table, row, "ends", ends, &end, err);
	slot->ends = (enum suffix_ends)end;
	if (rc == 0)
		rc = read_yes(table, row, "guess", &slot->guess, err);
	if (rc == 0)
		rc = read_yes(table, row, "kept", &slot->kept, err);
	return rc == 0 ? read_yes(table, row, "lemma", &slot->lemma, err) : rc;
}

static int load_slots(struct suffixes *suffixes, struct lexicons *lexicons,
		      struct str code, struct err *err)
{
	struct table *table;
	struct suffix_slot *slots = &suffixes->slots[ROOT_CLASSES];
	int rc = lexicons_language_table(lexicons, code, "slots.tsv", &table,
					 err);

	if (rc < 0)
		return rc;
	if (table->row_count + ROOT_CLASSES > SUFFIX_SLOTS_MAX)
		return err_set(err, ERR_FORMAT, "%.*s: more than %d slots",
			       STR_ARGS(table->path),
			       SUFFIX_SLOTS_MAX - ROOT_CLASSES);
	for (size_t i = 0; i < ROOT_CLASSES; i++)
		suffixes->slots[i].name = str_of(root_classes[i].name);
	for (size_t row = 0; row < table->row_count; row++)
		slots[row].name = table_named_cell(table, row, "slot");
	suffixes->slot_count = ROOT_CLASSES + table->row_count;
	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		rc = read_slot(suffixes, table, row, &slots[row], err);
		if (rc == 0)
			table_take(table, row);
	}
	return rc;
}

static int read_after(const struct suffixes *suffixes, struct str names,
		      struct suffix_rule *rule)
{
	struct str name;

	while (names.len > 0 && str_split(&names, ' ', &name)) {
		uint32_t bit = class_bit(suffixes, name);

		if (!bit)
			return ERR_FORMAT;
		rule->after |= bit;
	}
	if (!(rule->after & SOUND_FREE))
		rule->harmony = suffixes_harmony(suffixes, rule->suffix);
	rule->after &= ~(uint32_t)SOUND_FREE;
	return 0;
}

/* Whether the last letter is one that is voiced before a vowel. */
static bool is_voiced(const struct suffixes *suffixes, struct str suffix)
{
	for (size_t i = 0; i < suffixes->finals.count; i++)
		if (str_has_suffix(suffix, suffixes->finals.items[i].to))
			return true;
	return false;
}

static int read_rule(const struct suffixes *suffixes,
		     const struct table *table, size_t row,
		     struct suffix_rule *rule)
{
	size_t slot = slot_number(suffixes,
				  table_named_cell(table, row, "slot"));
	size_t first = 0;
	uint64_t keep;
	uint32_t letter;

	rule->suffix = table_named_cell(table, row, "suffix");
	rule->restores = table_named_cell(table, row, "restores");
	if (slot == SUFFIX_SLOTS_MAX || rule->suffix.len == 0 ||
	    rule->restores.len > SUFFIX_RESTORES_MAX ||
	    !str_number(table_named_cell(table, row, "keep"), UINT8_MAX - 1,
			&keep))
		return ERR_FORMAT;
	rule->slot = (uint8_t)slot;
	rule->keep = (uint8_t)keep;
	letter = utf8_next(rule->suffix, &first);
	rule->vowel = suffixes_class(suffixes, letter) & suffixes->voicing;
	rule->voices = is_voiced(suffixes, rule->suffix);
	return read_after(suffixes, table_named_cell(table, row, "after"),
			  rule);
}

static uint32_t last_letter(struct str text)
{
	size_t start;

	return utf8_before(text, text.len, &start);
}

/* Order the rules by last letter. */
static int index_rules(struct suffixes *suffixes)
{
	size_t count = suffixes->rules.count, placed = 0;
	struct suffix_rule *old = suffixes->rules.items, *sorted;

	if (count > UINT16_MAX)
		return ERR_LIMIT;
	sorted = memory_get((count + 1) * sizeof *sorted);
	for (uint32_t letter = 0; letter < SUFFIX_LETTERS; letter++) {
		suffixes->rules_from[letter] = (uint16_t)placed;
		if (suffixes->letters[letter])
			for (size_t i = 0; i < count; i++)
				if (last_letter(old[i].suffix) == letter)
					sorted[placed++] = old[i];
	}
	suffixes->rules_from[SUFFIX_LETTERS] = (uint16_t)placed;
	if (placed > 0)
		memcpy(old, sorted, placed * sizeof *sorted);
	free(sorted);
	return placed == count ? 0 : ERR_FORMAT;
}

/* The letters of endings, and what roots lose before them. */
static void note_letters(struct suffixes *suffixes,
			 const struct suffix_rule *rule)
{
	for (size_t at = 0; at < rule->suffix.len;) {
		uint32_t letter = utf8_next(rule->suffix, &at);

		if (letter < SUFFIX_LETTERS)
			suffixes->in_rules[letter] = true;
	}
	for (size_t i = 0; i < suffixes->restores.count; i++)
		if (str_equal(suffixes->restores.items[i], rule->restores))
			return;
	if (rule->restores.len > 0)
		*LIST_ADD(&suffixes->restores) = rule->restores;
}

static int load_rules(struct suffixes *suffixes, struct lexicons *lexicons,
		      struct str code, struct err *err)
{
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, "suffixes.tsv",
					 &table, err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; row < table->row_count; row++) {
		if (read_rule(suffixes, table, row,
			      LIST_ADD(&suffixes->rules)) < 0)
			return table_refuse(table, row, err, "an empty suffix,"
					    " a slot that slots.tsv or a class"
					    " that sounds.tsv lacks, or a wrong"
					    " number");
		table_take(table, row);
	}
	for (size_t i = 0; i < suffixes->rules.count; i++)
		note_letters(suffixes, &suffixes->rules.items[i]);
	rc = index_rules(suffixes);
	return rc == 0 ? 0 : err_set(err, rc, "%.*s: a suffix ends in a letter"
				     " that sounds.tsv lacks, or there are too"
				     " many", STR_ARGS(table->path));
}

static int load_irregular(struct suffixes *suffixes, struct lexicons *lexicons,
			  struct str code, struct err *err)
{
	static const char *const classes[] = { "whole", "variant", NULL };
	struct table *table;
	unsigned class = 0;
	int rc = lexicons_language_table(lexicons, code, "irregular.tsv",
					 &table, err);

	if (rc < 0)
		return rc;
	suffixes->irregular = table;
	suffixes->form_column = table_column(table, "form");
	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		struct str form = table_named_cell(table, row, "form");

		rc = table_choice(table, row, "class", classes, &class, err);
		if (rc < 0)
			break;
		string_map_add(class == 0 ? &suffixes->wholes
			       : &suffixes->variants,
			       form, (uint32_t)row + 1);
		if (class == 0)
			beginnings_add(&suffixes->of_wholes, form);
		table_take(table, row);
	}
	return rc;
}

/* The classes that the letters of a cell stand for; 0 where one is none. */
/* A root's value in the map; 0 where its classes or weights make no sense. */
static uint32_t value_of_root(struct str letters, struct str weights)
{
	uint32_t value = 0;

	if (letters.len != weights.len)
		return 0;
	for (size_t i = 0; i < letters.len; i++) {
		uint32_t weight = (uint32_t)(weights.data[i] - '0');
		unsigned class = 0;

		while (class < ROOT_CLASSES &&
		       root_classes[class].letter != letters.data[i])
			class++;
		if (class == ROOT_CLASSES || weight > ROOT_WEIGHT_MAX)
			return 0;
		value |= UINT32_C(1) << class |
			 weight << (ROOT_CLASSES + class * ROOT_WEIGHT_BITS);
	}
	return value;
}

static int load_roots(struct suffixes *suffixes, struct lexicons *lexicons,
		      struct str code, struct err *err)
{
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, "roots.tsv", &table,
					 err);

	suffixes->root_table = table;
	suffixes->root_column = rc == 0 ? table_column(table, "root") : 0;
	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		struct str cell = table_named_cell(table, row, "class");
		uint32_t value = value_of_root(cell,
			table_named_cell(table, row, "weight"));

		if (!value)
			return table_refuse(table, row, err, "class '%.*s':"
					    " expected letters of n, v, p and"
					    " q, and a digit of weight each",
					    STR_ARGS(cell));
		string_map_add(&suffixes->roots,
			       table_named_cell(table, row, "root"), value);
		table_take(table, row);
	}
	return rc;
}

/* The bit of an alphabet, which is added; all of them for `all`; 0 where there
 * is no room. */
static uint32_t alphabet_bit(struct suffixes *suffixes, struct str name)
{
	size_t i = 0;

	if (str_equal(name, STR("all")))
		return UINT32_MAX;
	while (i < suffixes->alphabet_count &&
	       !str_equal(suffixes->alphabets[i], name))
		i++;
	if (i == SUFFIX_ALPHABETS_MAX)
		return 0;
	if (i == suffixes->alphabet_count)
		suffixes->alphabets[suffixes->alphabet_count++] = name;
	return UINT32_C(1) << i;
}

static int read_latin(struct suffixes *suffixes, const struct table *table,
		      size_t row, struct latin_letter *letter, struct err *err)
{
	letter->latin = table_named_cell(table, row, "latin");
	letter->cyrillic = table_named_cell(table, row, "cyrillic");
	letter->after_vowel = table_named_cell(table, row, "after_vowel");
	letter->in = alphabet_bit(suffixes,
				  table_named_cell(table, row, "alphabet"));
	if (!letter->in)
		return table_refuse(table, row, err, "more than %d alphabets",
				    SUFFIX_ALPHABETS_MAX);
	if (letter->latin.len == 0 || letter->cyrillic.len == 0)
		return table_refuse(table, row, err, "no letter");
	return 0;
}

/* Order the letters by their first byte, and else as their rows come. */
static int index_latin(struct suffixes *suffixes)
{
	size_t count = suffixes->latin.count, placed = 0;
	struct latin_letter *old = suffixes->latin.items, *sorted;

	if (count > UINT8_MAX)
		return ERR_LIMIT;
	sorted = memory_get((count + 1) * sizeof *sorted);
	for (unsigned byte = 0; byte <= UINT8_MAX; byte++) {
		suffixes->latin_from[byte] = (uint8_t)placed;
		for (size_t i = 0; i < count; i++)
			if ((unsigned char)old[i].latin.data[0] == byte)
				sorted[placed++] = old[i];
	}
	suffixes->latin_from[UINT8_MAX + 1] = (uint8_t)placed;
	if (count > 0)
		memcpy(old, sorted, count * sizeof *sorted);
	free(sorted);
	return 0;
}

static int load_latin(struct suffixes *suffixes, struct lexicons *lexicons,
		      struct str code, struct err *err)
{
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, "latin.tsv", &table,
					 err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		rc = read_latin(suffixes, table, row,
				LIST_ADD(&suffixes->latin), err);
		if (rc == 0)
			table_take(table, row);
	}
	if (rc == 0 && index_latin(suffixes) < 0)
		rc = err_set(err, ERR_LIMIT, "%.*s: more than %d letters",
			     STR_ARGS(table->path), UINT8_MAX);
	return rc;
}

int suffixes_open(struct suffixes **suffixes, struct lexicons *lexicons,
		  struct str code, struct err *err)
{
	static int (*const parts[])(struct suffixes *, struct lexicons *,
				    struct str, struct err *) = {
		load_sounds, load_slots, load_rules, load_irregular, load_roots,
		load_latin
	};
	struct suffixes *new = memory_get_zeroed(sizeof *new);
	int rc = 0;

	new->class_count = FIRST_CLASS;
	new->classes[0] = STR("back");
	new->classes[1] = STR("front");
	new->classes[2] = STR("free");
	new->classes[3] = STR("either");
	new->classes[4] = STR("first");
	for (size_t i = 0; i < COUNT_OF(parts) && rc == 0; i++)
		rc = parts[i](new, lexicons, code, err);
	if (rc == 0) {
		*suffixes = new;
		return 0;
	}
	suffixes_close(new);
	return rc;
}

void suffixes_close(struct suffixes *suffixes)
{
	if (!suffixes)
		return;
	LIST_RELEASE(&suffixes->rules);
	LIST_RELEASE(&suffixes->finals);
	LIST_RELEASE(&suffixes->restores);
	LIST_RELEASE(&suffixes->latin);
	string_map_release(&suffixes->roots);
	string_map_release(&suffixes->wholes);
	string_map_release(&suffixes->variants);
	free(suffixes);
}
