#include "guess.h"

#include "utf8.h"

#include <stdlib.h>

enum {
	FIRST_SLOTS = 32768, GRAM_CHARS = 4,
	UNIT = 4,                         /* of a table's weight; see guess.h */
	MOST_WEIGHT = UINT8_MAX * UNIT
};

static uint64_t hash_of(uint64_t key)
{
	key *= 0x9e3779b97f4a7c15u;
	return key ^ key >> 32;
}

static struct guess_slot *slot_of(const struct guesser *guesser, uint64_t key)
{
	size_t mask = guesser->slot_count - 1;
	uint64_t hash = hash_of(key);
	uint32_t tag = (uint32_t)(hash >> 32);
	size_t at = (size_t)hash & mask;

	for (;; at = (at + 1) & mask) {
		struct guess_slot *slot = &guesser->slots[at];

		if (slot->gram == 0 ||
		    (slot->tag == tag &&
		     guesser->grams.items[slot->gram - 1].key == key))
			return slot;
	}
}

static void fill(struct guess_slot *slot, uint64_t key, size_t gram)
{
	slot->tag = (uint32_t)(hash_of(key) >> 32);
	slot->gram = (uint32_t)gram;
}

const struct guess_gram *guesser_find(const struct guesser *guesser,
				      uint64_t key)
{
	uint32_t gram;

	if (guesser->slot_count == 0)
		return NULL;
	gram = slot_of(guesser, key)->gram;
	return gram ? &guesser->grams.items[gram - 1] : NULL;
}

static void make_room(struct guesser *guesser)
{
	if (guesser->grams.count * 3 < guesser->slot_count * 2)
		return;
	free(guesser->slots);
	guesser->slot_count = guesser->slot_count ? guesser->slot_count * 2
						  : FIRST_SLOTS;
	guesser->slots = memory_get_zeroed(guesser->slot_count *
					   sizeof *guesser->slots);
	for (size_t i = 0; i < guesser->grams.count; i++) {
		uint64_t key = guesser->grams.items[i].key;

		fill(slot_of(guesser, key), key, i + 1);
	}
}

static bool add_gram(struct guesser *guesser, unsigned profile, struct str text,
		     uint8_t weight)
{
	uint64_t key = 0;
	size_t at = 0, chars = 0;
	struct guess_slot *slot;

	for (; at < text.len; chars++) {
		uint32_t c = utf8_next(text, &at);

		key = guesser_key(key, c);
		if (c < GUESS_LETTERS)
			guesser->letters[c] |= UINT32_C(1) << profile;
	}
	if (chars < GRAM_CHARS - 1 || chars > GRAM_CHARS)
		return false;
	make_room(guesser);
	slot = slot_of(guesser, key);
	if (!slot->gram) {
		LIST_ADD(&guesser->grams)->key = key;
		fill(slot, key, guesser->grams.count);
	}
	guesser->grams.items[slot->gram - 1].weight[profile] = weight;
	return true;
}

/* A row's groups of letters, with a blank between. */
static int add_row(struct guesser *guesser, unsigned profile,
		   struct table *table, size_t row, struct err *err)
{
	struct str grams = table_named_cell(table, row, "grams"), gram;
	uint64_t number;
	int rc = table_number(table, row, "weight", MOST_WEIGHT, &number, err);

	while (rc == 0 && grams.len > 0 && str_split(&grams, ' ', &gram))
		if (!add_gram(guesser, profile, gram,
			      (uint8_t)((number + UNIT / 2) / UNIT)))
			rc = table_refuse(table, row, err, "'%.*s' is no group"
					  " of three or four letters",
					  STR_ARGS(gram));
	if (rc == 0)
		table_take(table, row);
	return rc;
}

int guesser_add(struct guesser *guesser, lang_id lang,
		const struct lexicon_language *language,
		const struct string_map *stopwords, struct lexicons *lexicons,
		struct err *err)
{
	struct table *table;
	int rc = lexicons_language_table(lexicons, language->code,
					 "letters.tsv", &table, err);

	guesser->languages[lang] = (struct guess_language){
		language->script, 1u << language->script | 1u << language->also,
		stopwords, true
	};
	if (guesser->end <= lang)
		guesser->end = lang + 1u;
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(guesser, lang, table, row, err);
	return rc;
}

static bool same_cell(const struct table *table, size_t row, int column)
{
	return row > 0 && str_equal(table_cell(table, row, column),
				    table_cell(table, row - 1, column));
}

/* Rows of one profile stand together. */
static int add_others(struct guesser *guesser, struct table *table,
		      struct err *err)
{
	int script = table_column(table, "script");
	int languages = table_column(table, "languages");
	unsigned profile = 0;
	int rc = 0;

	for (size_t row = 0; row < table->row_count && rc == 0; row++) {
		if (!same_cell(table, row, script))
			profile = LANG_MAX;
		else if (!same_cell(table, row, languages))
			profile++;
		if (profile == GUESS_PROFILES)
			return table_refuse(table, row, err, "more than %d"
					    " groups of languages in a script",
					    GUESS_OTHERS);
		rc = add_row(guesser, profile, table, row, err);
	}
	return rc;
}

int guesser_add_others(struct guesser *guesser, struct lexicons *lexicons,
		       struct err *err)
{
	struct table *table;
	int rc = lexicons_table(lexicons, "other_letters.tsv", &table, err);

	return rc == 0 ? add_others(guesser, table, err) : rc;
}

void guesser_release(struct guesser *guesser)
{
	LIST_RELEASE(&guesser->grams);
	free(guesser->slots);
	*guesser = (struct guesser){ 0 };
}
