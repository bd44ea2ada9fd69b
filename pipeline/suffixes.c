#include "suffix_table.h"

#include "utf8.h"

/* The stem of a form that follows no rule. */
static bool is_irregular(const struct suffixes *suffixes, struct str word,
			 struct str *stem)
{
	uint32_t row = forms_find(&suffixes->wholes, word);

	if (!row)
		return false;
	*stem = table_named_cell(&suffixes->irregular, row - 1, "stem");
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

enum script { SCRIPT_OTHER, SCRIPT_LATIN, SCRIPT_LATIN_KAZAKH };

/* What a word is written in; SCRIPT_LATIN_KAZAKH with a letter beyond ASCII. */
static enum script script_of(struct str word)
{
	enum script script = SCRIPT_LATIN;

	for (size_t at = 0; at < word.len;) {
		uint32_t letter = utf8_next(word, &at);

		if (letter >= 0x80 && utf8_is_latin(letter))
			script = SCRIPT_LATIN_KAZAKH;
		else if (letter < 'a' || letter > 'z')
			return SCRIPT_OTHER;
	}
	return script;
}

/* A word in Latin letters: by the alphabet that leads to a known root. One
 * that leads to none is cut only if its letters show that it is Kazakh. */
static void strip_latin(const struct suffixes *suffixes, struct strbuf *word,
			bool kazakh)
{
	struct strbuf cyrillic = STRBUF_INIT, first = STRBUF_INIT;

	for (int alphabet = 1; alphabet >= 0; alphabet--) {
		if (!suffixes_from_latin(suffixes, strbuf_view(word), alphabet,
					 &cyrillic))
			continue;
		if (strip(suffixes, &cyrillic)) {
			replace(word, strbuf_view(&cyrillic));
			kazakh = false;
			break;
		}
		if (first.len == 0)
			replace(&first, strbuf_view(&cyrillic));
	}
	if (kazakh && first.len > 0)
		replace(word, strbuf_view(&first));
	strbuf_release(&cyrillic);
	strbuf_release(&first);
}

void suffixes_strip(const struct suffixes *suffixes, struct strbuf *word)
{
	enum script script;

	if (word->len == 0 || word->len > SUFFIX_LONGEST_WORD)
		return;
	script = script_of(strbuf_view(word));
	if (script == SCRIPT_OTHER)
		strip(suffixes, word);
	else if (suffixes->latin.count > 0)
		strip_latin(suffixes, word, script == SCRIPT_LATIN_KAZAKH);
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
