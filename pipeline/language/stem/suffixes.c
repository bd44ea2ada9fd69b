#include "suffixes_internal.h"

#include "utf8.h"

/* The stem of a form that follows no rule. */
static bool is_irregular(const struct suffixes *suffixes, struct str word,
			 struct str *stem)
{
	uint32_t row = string_map_find(&suffixes->wholes, word);

	if (!row)
		return false;
	*stem = table_named_cell(suffixes->irregular, row - 1, "stem");
	return true;
}

static void replace(struct strbuf *buf, struct str text)
{
	strbuf_clear(buf);
	strbuf_add(buf, text);
}

/* Cut a word in Cyrillic letters. True where the root is known. */
static bool strip(const struct suffixes *suffixes, struct strbuf *word)
{
	struct suffix_cut cut;
	struct str stem;

	if (is_irregular(suffixes, strbuf_view(word), &stem)) {
		replace(word, stem);
		return true;
	}
	if (suffixes_search(suffixes, strbuf_view(word), &cut)) {
		replace(word, (struct str){ cut.stem, cut.len });
		return cut.known;
	}
	suffixes_unvoice(suffixes, word->data, word->len);
	return false;
}

bool suffixes_find_stem(const struct suffixes *suffixes, struct str word,
			struct strbuf *stem)
{
	replace(stem, word);
	return word.len <= SUFFIX_LONGEST_WORD && strip(suffixes, stem);
}

enum { ROOTS_OF_MOST = 1000 };

enum letters { LETTERS_OTHER, LETTERS_ASCII, LETTERS_SIGN, LETTERS_LATIN };

/* What a word is written in: ASCII letters, one among them that is a sign of
 * the language, or letters beyond ASCII. */
static enum letters letters_of(const struct suffixes *suffixes, struct str word)
{
	enum letters letters = LETTERS_ASCII;

	for (size_t at = 0; at < word.len;) {
		uint32_t letter = utf8_next(word, &at);

		bool sign = suffixes_class(suffixes, letter) & suffixes->sign;

		if (letter >= 0x80 && utf8_is_latin(letter))
			letters = LETTERS_LATIN;
		else if ((letter < 'a' || letter > 'z') && !sign)
			return LETTERS_OTHER;
		else if (letters == LETTERS_ASCII && sign)
			letters = LETTERS_SIGN;
	}
	return letters;
}

/* Cut a word in Latin letters by its Cyrillic spelling; where that has no known
 * root, only if `guess`.
 * Returns whether it has. */
static bool strip_latin(const struct suffixes *suffixes, struct strbuf *word,
			bool guess)
{
	struct strbuf cyrillic = STRBUF_INIT;
	bool known = suffixes_from_latin(suffixes, strbuf_view(word),
					 &cyrillic);

	if ((known || guess) && cyrillic.len > 0) {
		strip(suffixes, &cyrillic);
		replace(word, strbuf_view(&cyrillic));
	}
	strbuf_release(&cyrillic);
	return known;
}

bool suffixes_know(const struct suffixes *suffixes, struct str word)
{
	struct strbuf copy = STRBUF_INIT;
	bool known = false;

	if (word.len > 0 && word.len <= SUFFIX_LONGEST_WORD) {
		strbuf_add(&copy, word);
		known = letters_of(suffixes, word) != LETTERS_OTHER
			? suffixes_from_latin(suffixes, word, &copy)
			: strip(suffixes, &copy);
	}
	strbuf_release(&copy);
	return known;
}

bool suffixes_strip(const struct suffixes *suffixes, struct strbuf *word)
{
	enum letters letters;

	if (word->len == 0 || word->len > SUFFIX_LONGEST_WORD)
		return false;
	letters = letters_of(suffixes, strbuf_view(word));
	if (letters == LETTERS_OTHER)
		return strip(suffixes, word);
	return letters != LETTERS_ASCII &&
	       strip_latin(suffixes, word, letters == LETTERS_LATIN);
}

void suffixes_strip_latin(const struct suffixes *suffixes, struct strbuf *word)
{
	if (word->len > 0 && word->len <= SUFFIX_LONGEST_WORD &&
	    letters_of(suffixes, strbuf_view(word)) == LETTERS_ASCII)
		strip_latin(suffixes, word, false);
	else
		suffixes_strip(suffixes, word);
}

bool suffixes_know_most(const struct suffixes *suffixes)
{
	return suffixes->roots.count >= ROOTS_OF_MOST;
}

/* Whether the stem of a word may end in another letter than this one of the
 * word. */
static bool is_voiced(const struct suffixes *suffixes, uint32_t letter)
{
	return letter < SUFFIX_LETTERS && suffixes->is_voiced[letter];
}

bool suffixes_may_shift(const struct suffixes *suffixes, struct str word)
{
	struct str stem;
	size_t at = 0;

	if (is_irregular(suffixes, word, &stem))
		return true;
	utf8_next(word, &at);
	return at < word.len && is_voiced(suffixes, utf8_next(word, &at));
}

bool suffixes_begin_shifted(const struct suffixes *suffixes,
			    struct str word)
{
	size_t at = 0;

	if (beginnings_have(&suffixes->of_wholes, word))
		return true;
	utf8_next(word, &at);
	return at < word.len &&
	       is_voiced(suffixes, utf8_fold_char(utf8_next(word, &at)));
}

bool suffixes_lemma(const struct suffixes *suffixes, struct str word,
		    struct strbuf *lemma)
{
	struct suffix_cut cut;
	struct str stem;

	if (is_irregular(suffixes, word, &stem)) {
		if (!str_equal(stem, word) &&
		    string_map_find(&suffixes->roots, word))
			return false; /* алды, took or the front */
		replace(lemma, stem);
		return true;
	}
	if (!suffixes_search(suffixes, word, &cut) || !cut.certain)
		return false;
	replace(lemma, (struct str){ cut.stem, cut.len });
	return true;
}
