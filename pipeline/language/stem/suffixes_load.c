#include "suffixes_internal.h"

#include "lexicons.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { PATH_SIZE = 64, FIRST_CLASS = 5 };

/* The classes of roots as slots.tsv and roots.tsv name them. */
static const struct { const char *name; char letter; } root_classes[] = {
	[ROOT_NOUN] = { "noun", 'n' },
	[ROOT_VERB] = { "verb", 'v' },
	[ROOT_PARTICLE] = { "particle", 'p' },
	[ROOT_NUMERAL] = { "numeral", 'q' },
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
	if (from.len == 0 || from.len != to.len)
		return ERR_FORMAT;
	*LIST_ADD(&suffixes->finals) = (struct suffix_final){ from, to };
	return 0;
}

static int load_sounds(struct suffixes *suffixes, const char *folder,
		       struct str code, struct err *err)
{
	struct table *table = &suffixes->sounds;
	int rc = load(table, folder, code, "sounds.tsv", "class letters to",
		      err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; row < table->row_count; row++) {
		struct str name = table_named_cell(table, row, "class");
		struct str cell = table_named_cell(table, row, "letters");

		rc = str_equal(name, STR("final")) ?
			     add_final(suffixes, cell,
				       table_named_cell(table, row, "to")) :
			     add_class(suffixes, name, cell);
		if (rc < 0)
			return err_set(err, rc, "%.*s:%u: no letter of the"
				       " script, or more than %d classes",
				       STR_ARGS(table->path),
				       (unsigned)table->lines.items[row],
				       SUFFIX_CLASSES_MAX);
	}
	suffixes->vowels = class_bit(suffixes, STR("vowel"));
	return 0;
}

/* The number of a slot, or SUFFIX_SLOTS_MAX. */
static size_t slot_number(const struct suffixes *suffixes, struct str name)
{
	for (size_t i = 0; i < suffixes->slot_count; i++)
		if (str_equal(suffixes->slots[i].name, name))
			return i;
	return SUFFIX_SLOTS_MAX;
}

static int read_slot(const struct suffixes *suffixes, size_t row,
		     struct suffix_slot *slot)
{
	const struct table *table = &suffixes->slot_rows;
	struct str behind = table_named_cell(table, row, "behind"), name;
	struct str ends = table_named_cell(table, row, "ends");

	while (behind.len > 0 && str_split(&behind, ' ', &name)) {
		size_t number = slot_number(suffixes, name);

		if (number == SUFFIX_SLOTS_MAX)
			return ERR_FORMAT;
		slot->behind |= UINT64_C(1) << number;
	}
	slot->ends = str_equal(ends, STR("sure"))  ? ENDS_SURE :
		     str_equal(ends, STR("doubt")) ? ENDS_DOUBT :
						     ENDS_NO;
	slot->guess = str_equal(table_named_cell(table, row, "guess"),
				STR("yes"));
	slot->kept = str_equal(table_named_cell(table, row, "kept"),
			       STR("yes"));
	slot->lemma = str_equal(table_named_cell(table, row, "lemma"),
				STR("yes"));
	return 0;
}

static int load_slots(struct suffixes *suffixes, const char *folder,
		      struct str code, struct err *err)
{
	struct table *table = &suffixes->slot_rows;
	int rc = load(table, folder, code, "slots.tsv",
		      "slot behind ends guess kept lemma", err);

	if (rc < 0)
		return rc;
	if (table->row_count + ROOT_CLASSES > SUFFIX_SLOTS_MAX)
		return err_set(err, ERR_LIMIT, "%.*s: more than %d slots",
			       STR_ARGS(table->path),
			       SUFFIX_SLOTS_MAX - ROOT_CLASSES);
	for (size_t i = 0; i < ROOT_CLASSES; i++)
		suffixes->slots[i].name = str_of(root_classes[i].name);
	for (size_t row = 0; row < table->row_count; row++)
		suffixes->slots[ROOT_CLASSES + row].name =
			table_named_cell(table, row, "slot");
	suffixes->slot_count = ROOT_CLASSES + table->row_count;
	for (size_t row = 0; row < table->row_count; row++)
		if (read_slot(suffixes, row,
			      &suffixes->slots[ROOT_CLASSES + row]) < 0)
			return err_set(err, ERR_FORMAT,
				       "%.*s:%u: a slot that has no row",
				       STR_ARGS(table->path),
				       (unsigned)table->lines.items[row]);
	return 0;
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

static int read_rule(const struct suffixes *suffixes, size_t row,
		     struct suffix_rule *rule)
{
	const struct table *table = &suffixes->rows;
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
	rule->vowel = (suffixes_class(suffixes, letter) & suffixes->vowels) ||
		      letter == 0x443;
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
	memcpy(old, sorted, placed * sizeof *sorted);
	free(sorted);
	return placed == count ? 0 : ERR_FORMAT;
}

static int load_rules(struct suffixes *suffixes, const char *folder,
		      struct str code, struct err *err)
{
	struct table *table = &suffixes->rows;
	int rc = load(table, folder, code, "suffixes.tsv",
		      "slot suffix after keep restores example stem", err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; row < table->row_count; row++)
		if (read_rule(suffixes, row, LIST_ADD(&suffixes->rules)) < 0)
			return err_set(err, ERR_FORMAT,
				       "%.*s:%u: an empty suffix, a slot that"
				       " slots.tsv or a class that sounds.tsv"
				       " lacks, or a wrong number",
				       STR_ARGS(table->path),
				       (unsigned)table->lines.items[row]);
	rc = index_rules(suffixes);
	return rc == 0 ? 0 : err_set(err, rc, "%.*s: a suffix ends in a letter"
				     " that sounds.tsv lacks, or there are too"
				     " many", STR_ARGS(table->path));
}

static int load_irregular(struct suffixes *suffixes, const char *folder,
			  struct str code, struct err *err)
{
	struct table *table = &suffixes->irregular;
	int form, class, rc = load(table, folder, code, "irregular.tsv",
				   "form stem class reason", err);

	if (rc < 0)
		return rc;
	form = table_column(table, "form");
	class = table_column(table, "class");
	for (size_t row = 0; row < table->row_count; row++) {
		bool whole = str_equal(table_cell(table, row, class),
				       STR("whole"));

		string_map_add(whole ? &suffixes->wholes : &suffixes->variants,
			       table_cell(table, row, form), (uint32_t)row + 1);
	}
	return 0;
}

static uint32_t class_of_root(struct str letters)
{
	uint32_t class = 0;

	for (size_t i = 0; i < letters.len; i++)
		for (size_t j = 0; j < ROOT_CLASSES; j++)
			if (root_classes[j].letter == letters.data[i])
				class |= UINT32_C(1) << j;
	return class;
}

static int load_roots(struct suffixes *suffixes, const char *folder,
		      struct str code, struct err *err)
{
	struct table table;
	int root, class;
	int rc = load(&table, folder, code, "roots.tsv", "root class", err);

	if (rc < 0)
		return rc == ERR_MISSING ? 0 : rc;
	root = table_column(&table, "root");
	class = table_column(&table, "class");
	for (size_t row = 0; row < table.row_count && rc == 0; row++) {
		uint32_t bits = class_of_root(table_cell(&table, row, class));

		if (!bits)
			rc = err_set(err, ERR_FORMAT, "%.*s:%u: no class of"
				     " roots", STR_ARGS(table.path),
				     (unsigned)table.lines.items[row]);
		string_map_add(&suffixes->roots, table_cell(&table, row, root),
			       bits);
	}
	table_release(&table);
	return rc;
}

static void read_latin(const struct table *table, size_t row,
		       struct latin_letter *letter)
{
	struct str alphabet = table_named_cell(table, row, "alphabet");

	letter->latin = table_named_cell(table, row, "latin");
	letter->cyrillic = table_named_cell(table, row, "cyrillic");
	letter->after_vowel = table_named_cell(table, row, "after_vowel");
	letter->in[0] = !str_equal(alphabet, STR("2021"));
	letter->in[1] = !str_equal(alphabet, STR("2018"));
}

static int load_latin(struct suffixes *suffixes, const char *folder,
		      struct str code, struct err *err)
{
	struct table *table = &suffixes->latin_rows;
	int rc = load(table, folder, code, "latin.tsv",
		      "alphabet latin cyrillic after_vowel", err);

	if (rc < 0) {
		*table = (struct table){ 0 };
		return rc == ERR_MISSING ? 0 : rc;
	}
	for (size_t row = 0; row < table->row_count; row++) {
		struct latin_letter *letter = LIST_ADD(&suffixes->latin);

		read_latin(table, row, letter);
		if (letter->latin.len == 0 || letter->cyrillic.len == 0)
			return err_set(err, ERR_FORMAT, "%.*s:%u: no letter",
				       STR_ARGS(table->path),
				       (unsigned)table->lines.items[row]);
	}
	return 0;
}

int suffixes_load(struct suffixes **suffixes, const char *folder,
		  struct str code, struct err *err)
{
	static int (*const parts[])(struct suffixes *, const char *, struct str,
				    struct err *) = {
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
		rc = parts[i](new, folder, code, err);
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
	table_release(&suffixes->slot_rows);
	table_release(&suffixes->sounds);
	table_release(&suffixes->irregular);
	table_release(&suffixes->latin_rows);
	LIST_RELEASE(&suffixes->rules);
	LIST_RELEASE(&suffixes->finals);
	LIST_RELEASE(&suffixes->latin);
	string_map_release(&suffixes->roots);
	string_map_release(&suffixes->wholes);
	string_map_release(&suffixes->variants);
	free(suffixes);
}
