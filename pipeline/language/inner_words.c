#include "inner_words.h"

#include "utf8.h"

enum { LONGEST_LABEL = 63 }; /* bytes; RFC 1035 */

/* orda of www.orda.kz: the label before the last. */
static bool names_domain(struct str domain, struct str part)
{
	const char *end = domain.data + domain.len, *behind;
	struct str rest;

	behind = part.data + part.len;
	if (part.data < domain.data || behind >= end || *behind != '.' ||
	    str_find(part, STR("."), 0) < part.len)
		return false;
	rest = (struct str){ behind + 1, (size_t)(end - behind - 1) };
	return rest.len > 0 && rest.len <= LONGEST_LABEL &&
	       str_find(rest, STR("."), 0) == rest.len;
}

static bool may_be_name(struct inner_words *inner, word_id form,
			struct str part)
{
	size_t at = 0;
	uint32_t c = utf8_next(part, &at);

	if (words_kind(inner->words, form) == KIND_ADDRESS)
		return names_domain(inner->domain, part);
	return utf8_is_upper(c);
}

static word_id stem_of(struct inner_words *inner, lang_id lang, word_id word,
		       bool also)
{
	uint8_t shape = words_shape(inner->words, word);
	word_id acronym = languages_acronym(inner->languages, lang, word);

	if (acronym)
		return acronym;
	return also && languages_is_also(inner->languages, lang, shape)
		? languages_stem_also(inner->languages, lang, word)
		: languages_stem(inner->languages, lang, word);
}

static void tell(struct inner_words *inner, lang_id lang, word_id form,
		 struct str part, bool also)
{
	struct words *words = inner->words;
	bool is_name = may_be_name(inner, form, part);
	struct str text = words_text(words, form);
	word_id word = words_add(words, part), stem = word;

	/* without its full stop an abbreviation (чел.) is another word */
	if (part.len + 1 == text.len && str_has_suffix(text, STR(".")))
		stem = form;
	if (inner->told.len > 0)
		strbuf_add_char(&inner->told, ',');
	strbuf_add(&inner->told,
		   words_text(words, stem_of(inner, lang, stem, also)));
	if (!is_name || (words_shape(words, word) & SHAPE_DIGIT))
		return;
	strbuf_add_char(&inner->told, ':');
	strbuf_add(&inner->told,
		   words_text(words, languages_key(inner->languages, word)));
}

word_id inner_words_of(struct inner_words *inner, lang_id lang, word_id form,
		       bool also)
{
	struct word_cache *cache = &inner->known[also][lang];
	struct words *words = inner->words;
	uint32_t known;

	if (!(words_shape(words, form) & SHAPE_COMPOUND))
		return 0;
	known = *word_cache_at(cache, words, form);
	if (known > 0)
		return known - 1;
	LIST_CLEAR(&inner->parts);
	strbuf_clear(&inner->told);
	inner->domain = word_parts_domain(words_text(words, form));
	word_parts_find(words, form, &inner->parts);
	for (size_t i = 0; i < inner->parts.count; i++)
		tell(inner, lang, form, inner->parts.items[i], also);
	known = words_add(words, strbuf_view(&inner->told));
	*word_cache_at(cache, words, form) = known + 1;
	return known;
}

void inner_words_release(struct inner_words *inner)
{
	LIST_RELEASE(&inner->parts);
	strbuf_release(&inner->told);
	for (size_t i = 0; i < LANG_MAX; i++) {
		word_cache_release(&inner->known[0][i]);
		word_cache_release(&inner->known[1][i]);
	}
}
