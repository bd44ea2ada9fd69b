#include "suffixes_internal.h"

#include "utf8.h"

/* The longest that the rest begins with. */
static const struct latin_letter *letter_at(const struct suffixes *suffixes,
					    struct str rest,
					    size_t alphabet)
{
	const struct latin_letter *best = NULL;

	for (size_t i = 0; i < suffixes->latin.count; i++) {
		const struct latin_letter *letter = &suffixes->latin.items[i];

		if (letter->in >> alphabet & 1 &&
		    (!best || letter->latin.len > best->latin.len) &&
		    str_has_prefix(rest, letter->latin))
			best = letter;
	}
	return best;
}

bool suffixes_from_latin(const struct suffixes *suffixes, struct str word,
			 size_t alphabet, struct strbuf *out)
{
	bool vowel = false;

	strbuf_clear(out);
	for (size_t at = 0; at < word.len;) {
		const struct latin_letter *letter =
			letter_at(suffixes, str_slice(word, at, word.len),
				  alphabet);
		struct str to;
		size_t first = 0;

		if (!letter)
			return false;
		to = vowel && letter->after_vowel.len > 0 ?
			     letter->after_vowel : letter->cyrillic;
		strbuf_add(out, to);
		vowel = suffixes_class(suffixes, utf8_next(to, &first)) &
			suffixes->vowels;
		at += letter->latin.len;
	}
	return true;
}
