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

enum letters { LETTERS_OTHER, LETTERS_ASCII, LETTERS_SIGN, LETTERS_LATIN };

/* What a word is written in: ASCII letters, one among them that is a sign of
 * the language, or letters beyond ASCII. */
static enum letters letters_of(const struct suffixes *suffixes, struct str word)
{
	enum letters letters = LETTERS_ASCII;

	for (size_t at = 0; at < word.len;) {
		uint32_t letter = utf8_next(word, &at);

		if (letter >= 0x80 && utf8_is_latin(letter))
			letters = LETTERS_LATIN;
		else if (letter < 'a' || letter > 'z')
			return LETTERS_OTHER;
		else if (letters == LETTERS_ASCII &&
			 suffixes_class(suffixes, letter) & suffixes->sign)
			letters = LETTERS_SIGN;
	}
	return letters;
}

/* A word in Latin letters: by the last alphabet that leads to a known root;
 * else by the last that has all its letters, if `guess`. */
static bool strip_latin(const struct suffixes *suffixes, struct strbuf *word,
			bool guess)
{
	struct strbuf cyrillic = STRBUF_INIT, first = STRBUF_INIT;
	bool known = false;

	for (size_t i = suffixes->alphabet_count; i > 0 && !known; i--) {
		if (!suffixes_from_latin(suffixes, strbuf_view(word), i - 1,
					 &cyrillic))
			continue;
		known = strip(suffixes, &cyrillic);
		if (first.len == 0)
			replace(&first, strbuf_view(&cyrillic));
	}
	if (known)
		replace(word, strbuf_view(&cyrillic));
	else if (guess && first.len > 0)
		replace(word, strbuf_view(&first));
	strbuf_release(&cyrillic);
	strbuf_release(&first);
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
	return letters != LETTERS_ASCII && suffixes->latin.count > 0 &&
	       strip_latin(suffixes, word, letters == LETTERS_LATIN);
}

bool suffixes_may_shift(const struct suffixes *suffixes, struct str word)
{
	struct str stem, second;
	size_t start = 0, end;

	if (is_irregular(suffixes, word, &stem))
		return true;
	utf8_next(word, &start);
	end = start;
	if (start < word.len)
		utf8_next(word, &end);
	second = str_slice(word, start, end);
	for (size_t i = 0; i < suffixes->finals.count; i++)
		if (str_equal(suffixes->finals.items[i].from, second))
			return true;
	return false;
}

bool suffixes_lemma(const struct suffixes *suffixes, struct str word,
		    struct strbuf *lemma)
{
	struct suffix_cut cut;
	struct str stem;

	if (is_irregular(suffixes, word, &stem)) {
		replace(lemma, stem);
		return true;
	}
	if (!suffixes_search(suffixes, word, &cut) || !cut.certain)
		return false;
	replace(lemma, (struct str){ cut.stem, cut.len });
	return true;
}
