#include "languages_internal.h"

#include "utf8.h"

/* Where the last run of letters begins, in Cyrillic letters, and before it what
 * parts it from the rest: a hyphen, an apostrophe, or nothing at all behind a
 * Latin letter. *head: the end of the rest, 0 if there is none. */
static struct str last_run(struct str text, size_t *head)
{
	size_t at = text.len, start;

	*head = 0;
	while (at > 0 && utf8_is_cyrillic(utf8_before(text, at, &start)))
		at = start;
	if (at == 0 || at == text.len)
		return STR_NONE;
	switch (utf8_before(text, at, &start)) {
	case '-': case 0x2010: case 0x2011: case '\'': case 0x2019:
		*head = start;
		break;
	default:
		*head = at;
	}
	return str_slice(text, at, text.len);
}

/* A name, an acronym, a number or an address as it stands: what is no common
 * word of the language. */
static bool may_be_head(struct languages *languages, lang_id lang, word_id head)
{
	uint8_t shape = words_shape(languages->words, head);
	bool is_cyrillic = languages->of[lang].script == SCRIPT_CYRILLIC;

	return !(shape & SHAPE_LETTER) || (shape & SHAPE_ALL_CAPITAL) ||
	       (is_cyrillic && !(shape & SHAPE_CYRILLIC));
}

static word_id find_head(struct languages *languages, lang_id lang,
			 word_id form)
{
	struct words *words = languages->words;
	struct strbuf *fold = &languages->scratch;
	size_t end;
	struct str text = words_text(words, form);
	struct str ending = last_run(text, &end);
	word_id head;

	if (end == 0)
		return form;
	strbuf_clear(fold);
	utf8_add_fold(fold, ending);
	if (!stemmer_is_ending(&languages->of[lang].stemmer,
			       strbuf_view(fold)))
		return form;
	head = words_add(words, str_slice(text, 0, end));
	return may_be_head(languages, lang, head) ? head : form;
}

word_id languages_head(struct languages *languages, lang_id lang, word_id form)
{
	uint32_t *known;

	if (!(words_shape(languages->words, form) & SHAPE_COMPOUND))
		return form;
	known = word_cache_at(&languages->of[lang].heads, languages->words,
			      form);
	if (*known == 0) {
		word_id head = find_head(languages, lang, form);

		known = word_cache_at(&languages->of[lang].heads,
				      languages->words, form);
		*known = head;
	}
	return *known;
}
