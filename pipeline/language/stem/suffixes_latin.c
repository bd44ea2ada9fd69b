/* A word in Latin letters in Cyrillic ones. An alphabet may leave a letter to
 * be read in several ways: of the spellings that these make, the first of those
 * with the longest stem of a known root is taken. They are tried letter by
 * letter, and only as far as a root begins so; behind a root stand the letters
 * of endings alone. */
#include "suffixes_internal.h"

#include "utf8.h"

enum { LETTERS_MAX = 500 }; /* that are read, in all spellings of a word */

struct speller {
	const struct suffixes *suffixes;
	struct str word;             /* in Latin letters */
	size_t alphabet;
	struct strbuf read;          /* in Cyrillic, as far as it was read */
	struct strbuf stem;
	struct strbuf *out;          /* the best spelling */
	size_t chars;                /* of its stem; 0: there is none */
	unsigned left;               /* of LETTERS_MAX */
};

/* How many bytes of the word the letter at `at` has: of those of the alphabet
 * the longest; 0 where it has none. */
static size_t letter_len(const struct speller *speller, size_t at)
{
	struct str rest = str_slice(speller->word, at, speller->word.len);
	unsigned byte = (unsigned char)speller->word.data[at];
	size_t longest = 0;

	for (size_t i = speller->suffixes->latin_from[byte];
	     i < speller->suffixes->latin_from[byte + 1]; i++) {
		const struct latin_letter *letter =
			&speller->suffixes->latin.items[i];

		if ((letter->in >> speller->alphabet & 1) &&
		    letter->latin.len > longest &&
		    str_has_prefix(rest, letter->latin))
			longest = letter->latin.len;
	}
	return longest;
}

static bool reads(const struct speller *speller,
		  const struct latin_letter *letter, size_t at, size_t len)
{
	return (letter->in >> speller->alphabet & 1) &&
	       letter->latin.len == len &&
	       str_has_prefix(str_slice(speller->word, at, speller->word.len),
			      letter->latin);
}

static struct str cyrillic_of(const struct latin_letter *letter, bool vowel)
{
	return vowel && letter->after_vowel.len > 0 ? letter->after_vowel
						    : letter->cyrillic;
}

static bool ends_in_vowel(const struct suffixes *suffixes, struct str text)
{
	size_t start;

	return text.len > 0 && (suffixes_class(suffixes,
					       utf8_before(text, text.len,
							   &start)) &
				suffixes->vowels);
}

/* Whether a cell of the column, which is in byte order, begins so. */
static bool begins_row(const struct table *table, int column, struct str start)
{
	size_t low = 0, high = table->row_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_compare(table_cell(table, middle, column), start) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < table->row_count &&
	       str_has_prefix(table_cell(table, low, column), start);
}

/* May endings stand behind what was read? It is a root, as it stands, with
 * its last letter voiced or with what it loses before some of them. */
static bool is_root(const struct speller *speller)
{
	const struct suffixes *suffixes = speller->suffixes;
	struct str text = strbuf_view(&speller->read);
	char changed[SUFFIX_LONGEST_WORD * 2 + SUFFIX_RESTORES_MAX];

	if (string_map_find(&suffixes->roots, text) ||
	    string_map_find(&suffixes->variants, text))
		return true;
	if (text.len > SUFFIX_LONGEST_WORD * 2)
		return false;
	memcpy(changed, text.data, text.len);
	suffixes_unvoice(suffixes, changed, text.len);
	if (string_map_find(&suffixes->roots,
			    (struct str){ changed, text.len }))
		return true;
	memcpy(changed, text.data, text.len);
	for (size_t i = 0; i < suffixes->restores.count; i++) {
		struct str lost = suffixes->restores.items[i];

		memcpy(changed + text.len, lost.data, lost.len);
		if (string_map_find(&suffixes->roots,
				    (struct str){ changed,
						  text.len + lost.len }))
			return true;
	}
	return false;
}

static bool may_begin(const struct speller *speller)
{
	const struct suffixes *suffixes = speller->suffixes;
	struct str text = strbuf_view(&speller->read);

	return begins_row(suffixes->root_table, suffixes->root_column, text) ||
	       begins_row(suffixes->irregular, suffixes->form_column, text);
}

/* Do endings have all letters of the text? */
static bool may_end(const struct suffixes *suffixes, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t letter = utf8_next(text, &at);

		if (letter >= SUFFIX_LETTERS || !suffixes->in_rules[letter])
			return false;
	}
	return true;
}

static void keep_best(struct speller *speller)
{
	size_t chars;

	if (!suffixes_find_stem(speller->suffixes,
				strbuf_view(&speller->read), &speller->stem))
		return;
	chars = utf8_chars(strbuf_view(&speller->stem));
	if (chars <= speller->chars)
		return;
	speller->chars = chars;
	strbuf_clear(speller->out);
	strbuf_add(speller->out, strbuf_view(&speller->read));
}

/* Read on from `at`; `rooted`: a root was read. */
static void read_on(struct speller *speller, size_t at, bool rooted)
{
	const struct suffixes *suffixes = speller->suffixes;
	size_t before = speller->read.len, len;
	bool vowel = ends_in_vowel(suffixes, strbuf_view(&speller->read));
	unsigned byte;

	if (at == speller->word.len) {
		keep_best(speller);
		return;
	}
	byte = (unsigned char)speller->word.data[at];
	len = letter_len(speller, at);
	for (size_t i = suffixes->latin_from[byte];
	     len > 0 && i < suffixes->latin_from[byte + 1]; i++) {
		const struct latin_letter *letter = &suffixes->latin.items[i];
		struct str to = cyrillic_of(letter, vowel);
		bool root = rooted;

		if (speller->left == 0 || !reads(speller, letter, at, len))
			continue;
		speller->left--;
		strbuf_add(&speller->read, to);
		if (!rooted)
			root = is_root(speller);
		if ((rooted ? may_end(suffixes, to) : root) ||
		    may_begin(speller))
			read_on(speller, at + len, root);
		strbuf_truncate(&speller->read, before);
	}
}

/* Read each letter in the first way there is. */
static bool read_plainly(struct speller *speller)
{
	const struct suffixes *suffixes = speller->suffixes;

	strbuf_clear(speller->out);
	for (size_t at = 0, len; at < speller->word.len; at += len) {
		bool vowel = ends_in_vowel(suffixes,
					   strbuf_view(speller->out));
		size_t i = 0;

		len = letter_len(speller, at);
		if (len == 0)
			return false;
		while (!reads(speller, &suffixes->latin.items[i], at, len))
			i++;
		strbuf_add(speller->out,
			   cyrillic_of(&suffixes->latin.items[i], vowel));
	}
	return true;
}

bool suffixes_from_latin(const struct suffixes *suffixes, struct str word,
			 struct strbuf *out)
{
	struct speller speller = {
		.suffixes = suffixes, .word = word, .read = STRBUF_INIT,
		.stem = STRBUF_INIT, .out = out
	};
	size_t i = suffixes->alphabet_count;

	strbuf_clear(out);
	while (i > 0 && speller.chars == 0) {
		speller.alphabet = --i;
		speller.left = LETTERS_MAX;
		read_on(&speller, 0, false);
	}
	strbuf_release(&speller.read);
	strbuf_release(&speller.stem);
	for (i = suffixes->alphabet_count; i > 0 && out->len == 0; i--) {
		speller.alphabet = i - 1;
		if (!read_plainly(&speller))
			strbuf_clear(out);
	}
	return speller.chars > 0;
}
