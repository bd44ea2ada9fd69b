#include "names_key.h"

#include "byte_tree.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	LONGEST_NAME = 64, LETTERS_LEFT = 2,
	KEEP_MAX = 20, SLOTS_MAX = 4
};

static const char EDGE = '_';

struct ending {
	struct str form, after, vowels, base;
	size_t keep;
	uint32_t spelled;  /* words of this language alone, a bit; 0: of any */
};

struct group {
	struct str letters, after, before, key;
};

struct names_key {
	LIST(struct group) groups;
	LIST(struct ending) endings;
	struct byte_tree group_at;      /* by letters: the first row, plus 1 */
	struct byte_tree ending_at[SLOTS_MAX]; /* backwards: the same */
	size_t slot_count;
	const struct lexicon_languages *languages;
	struct strbuf vowels;                   /* that endings ask for */
	struct strbuf plain, roman;
};

static struct str first_letter(struct str text, size_t at)
{
	size_t end = at;

	utf8_next(text, &end);
	return str_slice(text, at, end);
}

static struct str last_letter(struct str text)
{
	size_t start = text.len;

	utf8_before(text, text.len, &start);
	return str_slice(text, start, text.len);
}

static void load_groups(struct names_key *key, struct table *table)
{
	for (size_t row = 0; row < table->row_count; row++) {
		struct group *group = LIST_ADD(&key->groups);

		*group = (struct group){
			.letters = table_named_cell(table, row, "letters"),
			.after = table_named_cell(table, row, "after"),
			.before = table_named_cell(table, row, "before"),
			.key = table_named_cell(table, row, "key")
		};
		byte_tree_add(&key->group_at, group->letters,
			      (uint32_t)row + 1);
		table_take(table, row);
	}
}

/* The slot of a row: that of the row above, or the next one. */
static bool find_slot(struct names_key *key, const struct table *table,
		      size_t row)
{
	struct str slot = table_named_cell(table, row, "slot");

	if (row == 0 ||
	    !str_equal(slot, table_named_cell(table, row - 1, "slot")))
		key->slot_count++;
	return key->slot_count <= SLOTS_MAX;
}

static int read_spelling(const struct names_key *key, const struct table *table,
			 size_t row, uint32_t *spelled, struct err *err)
{
	struct str cell = table_named_cell(table, row, "spelling");

	*spelled = 0;
	for (size_t i = 0; i < key->languages->count; i++)
		if (str_equal(key->languages->items[i].code, cell))
			*spelled = UINT32_C(1) << i;
	return *spelled || cell.len == 0 ? 0
		: table_refuse(table, row, err, "spelling '%.*s' is no code of"
			       " languages.tsv", STR_ARGS(cell));
}

static int read_ending(const struct names_key *key, const struct table *table,
		       size_t row, struct ending *ending, struct err *err)
{
	uint32_t spelled = 0;
	uint64_t keep = 0;
	int rc = table_number(table, row, "keep", KEEP_MAX, &keep, err);

	if (rc == 0)
		rc = read_spelling(key, table, row, &spelled, err);
	*ending = (struct ending){
		.form = table_named_cell(table, row, "ending"),
		.after = table_named_cell(table, row, "after"),
		.vowels = table_named_cell(table, row, "vowels"),
		.base = table_named_cell(table, row, "base"),
		.keep = (size_t)keep,
		.spelled = spelled
	};
	if (rc == 0 && ending->form.len == 0)
		rc = table_refuse(table, row, err, "no ending");
	return rc;
}

static void add_vowels(struct names_key *key, struct str vowels)
{
	for (size_t at = 0; at < vowels.len;) {
		struct str letter = first_letter(vowels, at);

		if (str_find(strbuf_view(&key->vowels), letter, 0) ==
		    key->vowels.len)
			strbuf_add(&key->vowels, letter);
		at += letter.len;
	}
}

static int load_endings(struct names_key *key, struct table *table,
			struct err *err)
{
	for (size_t row = 0; row < table->row_count; row++) {
		struct ending *ending = LIST_ADD(&key->endings);
		int rc = read_ending(key, table, row, ending, err);

		if (rc < 0)
			return rc;
		if (!find_slot(key, table, row))
			return table_refuse(table, row, err, "too many slots");
		byte_tree_add_backwards(&key->ending_at[key->slot_count - 1],
					ending->form, (uint32_t)row + 1);
		add_vowels(key, ending->vowels);
		table_take(table, row);
	}
	return 0;
}

int names_key_open(struct names_key **key, struct lexicons *lexicons,
		   struct err *err)
{
	struct names_key *new = memory_get_zeroed(sizeof *new);
	struct table *letters, *endings;
	int rc = lexicons_languages(lexicons, &new->languages, err);

	if (rc == 0)
		rc = lexicons_table(lexicons, "key_letters.tsv", &letters, err);
	if (rc == 0)
		rc = lexicons_table(lexicons, "key_endings.tsv", &endings, err);
	if (rc == 0)
		rc = load_endings(new, endings, err);
	if (rc < 0) {
		names_key_close(new);
		return rc;
	}
	load_groups(new, letters);
	*key = new;
	return 0;
}

void names_key_close(struct names_key *key)
{
	if (!key)
		return;
	LIST_RELEASE(&key->groups);
	LIST_RELEASE(&key->endings);
	byte_tree_release(&key->group_at);
	for (size_t slot = 0; slot < SLOTS_MAX; slot++)
		byte_tree_release(&key->ending_at[slot]);
	strbuf_release(&key->vowels);
	strbuf_release(&key->plain);
	strbuf_release(&key->roman);
	free(key);
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201b) ||
	       (c >= 0x2bb && c <= 0x2bd);
}

/* A mark that is a code point of its own is no letter, nor is a modifier: ʹ and
 * ʺ stand for ь and ъ in ISO 9. Below U+02B0 there are none of these. */
static bool is_key_letter(uint32_t c)
{
	return utf8_is_letter(c) &&
	       (c < 0x2b0 ||
		(!utf8_is_mark(c) && strcmp(utf8_category(c), "Lm") != 0));
}

/* Letters in lower case between two edges. Returns the languages that the word
 * is spelled in. */
static uint32_t add_plain(struct strbuf *out,
			  const struct letter_writers *letters, struct str word)
{
	struct spelling spelling = { 0 };

	strbuf_add_char(out, EDGE);
	for (size_t at = 0, count = 0; at < word.len && count < LONGEST_NAME;) {
		uint32_t c = utf8_next(word, &at);

		if (is_apostrophe(c)) {
			strbuf_add_char(out, '\'');
			count++;
		} else if (is_key_letter(c)) {
			c = utf8_fold_char(c);
			utf8_add(out, c);
			spelling_add(&spelling, letters, c);
			count++;
		}
	}
	strbuf_add_char(out, EDGE);
	return spelling_languages(&spelling, letters);
}

static bool letter_in(struct str set, struct str letter)
{
	return set.len == 0 || str_find(set, letter, 0) < set.len;
}

static bool last_letter_in(struct str set, struct str text)
{
	return set.len == 0 ||
	       (text.len > 0 && letter_in(set, last_letter(text)));
}

static bool last_vowel_in(struct str set, struct str text, struct str vowels)
{
	for (size_t end = text.len, start; end > 0; end = start) {
		struct str letter;

		utf8_before(text, end, &start);
		letter = str_slice(text, start, end);
		if (letter_in(vowels, letter))
			return letter_in(set, letter);
	}
	return true;
}

/* Of the rows of a form, from one on, the first that fits behind the stem. */
static const struct ending *ending_of(const struct names_key *key, size_t row,
				      struct str form, struct str stem,
				      uint32_t spelled)
{
	size_t left = utf8_chars(stem);

	for (; row <= key->endings.count; row++) {
		const struct ending *one = &key->endings.items[row - 1];

		if (!str_equal(one->form, form))
			break;
		if (left >= one->keep + (left > 0) &&
		    !(one->spelled & ~spelled) &&
		    last_letter_in(one->after, stem) &&
		    last_vowel_in(one->vowels, stem,
				  strbuf_view(&key->vowels)))
			return one;
	}
	return NULL;
}

/* The longest ending of a slot that fits comes off, with its edge. */
static void take_ending(const struct names_key *key, size_t slot,
			uint32_t spelled, struct strbuf *plain)
{
	const struct byte_tree *tree = &key->ending_at[slot];
	struct str text = strbuf_view(plain);
	const struct ending *best = NULL;
	size_t start = text.len - 1, cut = 0;
	uint32_t node = 0;

	while (start > 0) {
		const struct ending *found;

		node = byte_tree_step(tree, node, text.data[--start]);
		if (!node)
			break;
		if (!byte_tree_value(tree, node))
			continue;
		found = ending_of(key, byte_tree_value(tree, node),
				  str_slice(text, start, text.len - 1),
				  str_slice(text, 0, start), spelled);
		if (found) {
			best = found;
			cut = start;
		}
	}
	if (!best)
		return;
	strbuf_truncate(plain, cut);
	strbuf_add(plain, best->base);
	strbuf_add_char(plain, EDGE);
}

/* Of the rows of some letters, from one on, the first that fits between what is
 * around them. */
static const struct group *group_of(const struct names_key *key, size_t row,
				    struct str text, size_t at, size_t end)
{
	struct str letters = str_slice(text, at, end);

	for (; row <= key->groups.count; row++) {
		const struct group *one = &key->groups.items[row - 1];

		if (!str_equal(one->letters, letters))
			break;
		if (last_letter_in(one->after, str_slice(text, 0, at)) &&
		    letter_in(one->before, first_letter(text, end)))
			return one;
	}
	return NULL;
}

/* The longest group of letters at byte `at`; *end is where it ends. */
static const struct group *group_at(const struct names_key *key,
				    struct str text, size_t at, size_t *end)
{
	const struct group *best = NULL;
	uint32_t node = 0;

	*end = at;
	utf8_next(text, end);
	for (size_t to = at; to + 1 < text.len;) {
		const struct group *found;

		node = byte_tree_step(&key->group_at, node, text.data[to++]);
		if (!node)
			break;
		if (!byte_tree_value(&key->group_at, node))
			continue;
		found = group_of(key, byte_tree_value(&key->group_at, node),
				 text, at, to);
		if (found) {
			best = found;
			*end = to;
		}
	}
	return best;
}

static void romanise(const struct names_key *key, struct str text,
		     struct strbuf *out)
{
	for (size_t at = 1, end; at + 1 < text.len; at = end) {
		const struct group *group = group_at(key, text, at, &end);

		strbuf_add(out, group ? group->key : str_slice(text, at, end));
	}
}

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* An i beside a vowel that hides it, and letters that stand twice. */
static void drop_weak(struct strbuf *out)
{
	struct str text = strbuf_view(out);
	size_t len = 0, last = 0; /* of what stays, and of its last letter */

	for (size_t i = 0, next = 0; i < text.len; i = next) {
		size_t size;

		utf8_next(text, &next);
		size = next - i;
		if ((len > 0 && len - last == size &&
		     !memcmp(out->data + last, text.data + i, size)) ||
		    (text.data[i] == 'i' &&
		     ((len > 0 && out->data[len - 1] == 'u') ||
		      (next < text.len && is_vowel(text.data[next])))))
			continue;
		last = len;
		for (size_t k = i; k < next; k++)
			out->data[len++] = text.data[k];
	}
	while (len > LETTERS_LEFT && is_vowel(out->data[len - 1]))
		len--;
	strbuf_truncate(out, len);
}

static bool is_consonant(char c)
{
	return c && !is_vowel(c);
}

/* Whether the i at `at` may be missing: in an open syllable inside a word,
 * before l or r, or behind two consonants. */
static bool is_elided(struct str text, size_t at)
{
	const char *c = text.data + at;

	return *c == 'i' && at >= 2 && at + 2 < text.len &&
	       is_consonant(c[-1]) && is_consonant(c[1]) && is_vowel(c[2]) &&
	       (is_vowel(c[-2]) ? c[1] == 'l' || c[1] == 'r'
				: at >= 3 && is_vowel(c[-3]));
}

static void elide(struct str text, struct strbuf *out)
{
	size_t len = 0;

	strbuf_clear(out);
	strbuf_add(out, text);
	for (size_t i = 0; i < text.len; i++)
		if (!is_elided(text, i))
			out->data[len++] = text.data[i];
	strbuf_truncate(out, len);
}

/* An o before a syllable with e or i is u (Өтебаев, Otebayev, Утебаев), and a
 * u in the syllable behind one with u is i (Жүсіп, Жусуп). */
static void level_vowels(struct strbuf *out)
{
	char next = '\0';

	for (size_t i = out->len; i-- > 0;) {
		if (out->data[i] == 'o' && (next == 'e' || next == 'i'))
			out->data[i] = 'u';
		if (is_vowel(out->data[i]))
			next = out->data[i];
	}
	for (size_t i = 2; i < out->len; i++)
		if (out->data[i] == 'u' && out->data[i - 2] == 'u')
			out->data[i] = 'i';
}

void names_key_make(struct names_key *key, struct str word, struct strbuf *out)
{
	uint32_t spelled;

	strbuf_clear(&key->plain);
	strbuf_clear(&key->roman);
	spelled = add_plain(&key->plain, &key->languages->letters, word);
	for (size_t slot = 0; slot < key->slot_count; slot++)
		take_ending(key, slot, spelled, &key->plain);
	romanise(key, strbuf_view(&key->plain), &key->roman);
	drop_weak(&key->roman);
	level_vowels(&key->roman);
	elide(strbuf_view(&key->roman), out);
}

void names_key_base(struct names_key *key, struct str word, struct strbuf *out)
{
	uint32_t spelled;

	strbuf_clear(&key->plain);
	spelled = add_plain(&key->plain, &key->languages->letters, word);
	take_ending(key, 0, spelled, &key->plain);
	strbuf_clear(out);
	if (key->plain.len > 2)
		strbuf_add(out, str_slice(strbuf_view(&key->plain), 1,
					  key->plain.len - 1));
}
