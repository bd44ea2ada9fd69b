#include "guess.h"

#include "hash.h"
#include "lexicons.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	PATH_SIZE = 64, FIRST_SLOTS = 16384, LONGEST_TEXT = 4096,
	MOST_WEIGHT = 1000,
	STOPWORD_WEIGHT = 300, /* against 100 · ln of a probability */
	FOREIGN_WEIGHT = 500,  /* a letter that the language lacks */
	HINT_WEIGHT = 100,
	FEW_WORDS = 4
};

struct guess_gram {
	uint64_t key;               /* three code points of 21 bits */
	int16_t weight[LANG_MAX];
};

enum script script_find(struct str name)
{
	if (str_equal(name, STR("latin")))
		return SCRIPT_LATIN;
	if (str_equal(name, STR("cyrillic")))
		return SCRIPT_CYRILLIC;
	return SCRIPT_OTHER;
}

static enum script script_of(uint32_t c)
{
	if (c >= 0x400 && c < 0x530)
		return SCRIPT_CYRILLIC;
	if (c < 0x250 || (c >= 0x1e00 && c < 0x1f00))
		return SCRIPT_LATIN;
	return SCRIPT_OTHER;
}

static struct guess_gram *slot_of(const struct guesser *guesser, uint64_t key)
{
	size_t mask = guesser->slot_count - 1;
	size_t slot = (size_t)(key * 0x9e3779b97f4a7c15u >> 32) & mask;

	while (guesser->slots[slot].key && guesser->slots[slot].key != key)
		slot = (slot + 1) & mask;
	return &guesser->slots[slot];
}

/* Room for `more` groups of letters, in one step. */
static void make_room(struct guesser *guesser, size_t more)
{
	struct guess_gram *old = guesser->slots;
	size_t old_count = guesser->slot_count, count = old_count;

	if (count == 0)
		count = FIRST_SLOTS;
	while ((guesser->count + more) * 2 > count)
		count *= 2;
	if (count == old_count)
		return;
	guesser->slot_count = count;
	guesser->slots = memory_get_zeroed(count * sizeof *old);
	for (size_t i = 0; i < old_count; i++)
		if (old[i].key)
			*slot_of(guesser, old[i].key) = old[i];
	free(old);
}

static bool add_gram(struct guesser *guesser, lang_id lang, struct str gram,
		     struct str weight)
{
	struct guess_gram *slot;
	uint64_t key = 0, number;
	size_t at = 0, chars = 0;

	for (; at < gram.len; chars++) {
		uint32_t c = utf8_next(gram, &at);

		key = key << 21 | c;
		if (c < GUESS_LETTERS)
			guesser->letters[c] |= (uint8_t)(1u << lang);
	}
	if (chars != 3 || !str_number(weight, MOST_WEIGHT * 2, &number))
		return false;
	slot = slot_of(guesser, key);
	guesser->count += slot->key == 0;
	slot->key = key;
	slot->weight[lang] = (int16_t)number;
	return true;
}

int guesser_add(struct guesser *guesser, lang_id lang, enum script script,
		const struct forms *stopwords, const char *folder,
		struct str code, struct err *err)
{
	struct guess_language *language = &guesser->languages[lang];
	char path[PATH_SIZE];
	struct table table;
	int rc, gram, weight;

	*language = (struct guess_language){ script, stopwords, true };
	if (guesser->end <= lang)
		guesser->end = lang + 1u;
	snprintf(path, sizeof path, "%.*s/letters.tsv", STR_ARGS(code));
	rc = lexicons_load(&table, folder, path,
			   "gram weight", err);
	if (rc < 0)
		return rc == ERR_MISSING ? 0 : rc;
	gram = table_column(&table, "gram");
	weight = table_column(&table, "weight");
	make_room(guesser, table.row_count);
	for (size_t row = 0; row < table.row_count && rc == 0; row++)
		if (!add_gram(guesser, lang, table_cell(&table, row, gram),
			      table_cell(&table, row, weight)))
			rc = err_set(err, ERR_FORMAT,
				     "%.*s:%u: not three letters and a number"
				     " up to %d", STR_ARGS(table.path),
				     (unsigned)table.lines.items[row],
				     MOST_WEIGHT * 2);
	table_release(&table);
	return rc;
}

void guesser_release(struct guesser *guesser)
{
	free(guesser->slots);
	*guesser = (struct guesser){ 0 };
}

static void add_key(const struct guesser *guesser, struct guess_evidence *seen,
		    uint64_t key)
{
	const struct guess_gram *slot;

	if (guesser->slot_count == 0)
		return;
	slot = slot_of(guesser, key);
	for (size_t i = 0; i < guesser->end; i++)
		seen->score[i] += slot->weight[i];
}

/* The languages that do not write with a letter, and another does. */
static unsigned foreign_to(const struct guesser *guesser, uint32_t c)
{
	unsigned known = c < GUESS_LETTERS ? guesser->letters[c] : 0;

	return known ? ~known & 0xff : 0;
}

/* A foreign letter counts once a word, since it may be a foreign name's. */
static void add_foreign(struct guess_evidence *seen, unsigned foreign)
{
	for (unsigned i = 0; foreign; i++, foreign >>= 1)
		if (foreign & 1)
			seen->score[i] -= FOREIGN_WEIGHT;
}

bool guesser_is_foreign(const struct guesser *guesser, struct str word,
			lang_id lang)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_fold_char(utf8_next(word, &at));

		if (foreign_to(guesser, c) >> lang & 1)
			return true;
	}
	return false;
}

static void add_stopword(const struct guesser *guesser, struct guess_evidence *seen,
			 struct str fold)
{
	uint32_t hash = str_hash(fold);

	for (size_t i = 0; i < LANG_MAX; i++)
		if (guesser->languages[i].known &&
		    forms_find_hashed(guesser->languages[i].stopwords, fold,
				      hash)) {
			seen->score[i] += STOPWORD_WEIGHT;
			seen->stopwords |= 1u << i;
		}
}

/* The letters of one word, with a `_` at each end. */
static void add_word(const struct guesser *guesser, struct guess_evidence *seen,
		     struct str word)
{
	const uint64_t mask = (UINT64_C(1) << 42) - 1;
	unsigned foreign = 0;
	uint64_t key = '_';

	strbuf_clear(guesser->scratch);
	for (size_t at = 0, count = 0; at < word.len; count++) {
		uint32_t c = utf8_fold_char(utf8_next(word, &at));

		utf8_add(guesser->scratch, c);
		seen->letters[script_of(c)]++;
		foreign |= foreign_to(guesser, c);
		key = (key & mask) << 21 | c;
		if (count > 0)
			add_key(guesser, seen, key);
	}
	add_key(guesser, seen, (key & mask) << 21 | '_');
	add_foreign(seen, foreign);
	seen->words++;
	add_stopword(guesser, seen, strbuf_view(guesser->scratch));
}

/* A word that is no part of an address and begins with a small letter: the
 * text is no name. */
static void note_plain(const struct guesser *guesser, struct guess_evidence *seen,
		       struct str text, size_t start, size_t end)
{
	size_t next;

	if ((start == 0 || text.data[start - 1] == ' ') &&
	    (end == text.len || text.data[end] == ' ') &&
	    (classes_at(guesser->classes, text, start, &next) & CLASS_LOWER))
		seen->plain++;
}

void guesser_weigh(const struct guesser *guesser, struct str text,
		   struct guess_evidence *seen)
{
	size_t start = 0, next;

	if (text.len > LONGEST_TEXT)
		text.len = LONGEST_TEXT;
	for (size_t at = 0; at < text.len; at = next) {
		if (class_is(classes_at(guesser->classes, text, at, &next),
			     CLASS_LETTER))
			continue;
		if (at > start) {
			add_word(guesser, seen, str_slice(text, start, at));
			note_plain(guesser, seen, text, start, at);
		}
		start = next;
	}
	if (text.len > start) {
		add_word(guesser, seen, str_slice(text, start, text.len));
		note_plain(guesser, seen, text, start, text.len);
	}
}

static enum script main_script(const struct guess_evidence *seen)
{
	enum script most = SCRIPT_OTHER;

	for (int i = SCRIPT_OTHER; i < SCRIPTS; i++)
		if (seen->letters[i] > seen->letters[most])
			most = (enum script)i;
	return most;
}

lang_id guesser_decide(const struct guesser *guesser,
		       const struct guess_evidence *seen, lang_id hint)
{
	enum script script = main_script(seen);
	lang_id best = LANG_UND;
	int32_t score[LANG_MAX];

	if (hint != LANG_UND && !guesser->languages[hint].known)
		hint = LANG_UND;
	if (seen->words == 0 || script == SCRIPT_OTHER)
		return seen->words == 0 ? hint : LANG_UND;
	memcpy(score, seen->score, sizeof score);
	score[hint] += HINT_WEIGHT;
	for (size_t i = 1; i < LANG_MAX; i++)
		if (guesser->languages[i].known &&
		    guesser->languages[i].script == script &&
		    (best == LANG_UND || score[i] > score[best]))
			best = (lang_id)i;
	/* A name or two in another script do not change the language. */
	if (hint != LANG_UND && guesser->languages[hint].script != script &&
	    seen->words < FEW_WORDS && !(seen->stopwords >> best & 1) &&
	    seen->plain == 0)
		return hint;
	return best;
}
