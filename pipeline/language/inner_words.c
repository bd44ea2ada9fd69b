#include "inner_words.h"

#include "utf8.h"

/* orda of www.orda.kz: the label before the last. */
static bool names_domain(struct str address, struct str part)
{
	struct str domain = word_parts_domain(address);
	size_t at = (size_t)(part.data - address.data) + part.len;
	size_t end = (size_t)(domain.data - address.data) + domain.len;
	struct str rest = at < end ? str_slice(address, at, end) : STR_NONE;

	return part.data >= domain.data && rest.len > 1 &&
	       rest.data[0] == '.' &&
	       str_find(part, STR("."), 0) == part.len &&
	       str_find(rest, STR("."), 1) == rest.len;
}

static bool may_be_name(struct inner_words *inner, word_id form,
			struct str part)
{
	struct str text = words_text(inner->words, form);
	size_t at = 0;
	uint32_t c = utf8_next(part, &at);

	if (words_kind(inner->words, form) == KIND_ADDRESS)
		return names_domain(text, part);
	return utf8_is_upper(c);
}

static void tell(struct inner_words *inner, lang_id lang, word_id form,
		 struct str part)
{
	struct words *words = inner->words;
	bool is_name = may_be_name(inner, form, part);
	word_id word = words_add(words, part);

	if (inner->told.len > 0)
		strbuf_add_char(&inner->told, ',');
	strbuf_add(&inner->told,
		   words_text(words, languages_stem(inner->languages, lang,
						    word)));
	if (!is_name)
		return;
	strbuf_add_char(&inner->told, ':');
	strbuf_add(&inner->told,
		   words_text(words, languages_key(inner->languages, word)));
}

word_id inner_words_of(struct inner_words *inner, lang_id lang, word_id form)
{
	struct words *words = inner->words;
	uint32_t known;

	if (!(words_shape(words, form) & SHAPE_COMPOUND))
		return 0;
	known = *word_cache_at(&inner->known[lang], words, form);
	if (known > 0)
		return known - 1;
	LIST_CLEAR(&inner->parts);
	strbuf_clear(&inner->told);
	word_parts_find(words, form, &inner->parts);
	for (size_t i = 0; i < inner->parts.count; i++)
		tell(inner, lang, form, inner->parts.items[i]);
	known = words_add(words, strbuf_view(&inner->told));
	*word_cache_at(&inner->known[lang], words, form) = known + 1;
	return known;
}

void inner_words_release(struct inner_words *inner)
{
	LIST_RELEASE(&inner->parts);
	strbuf_release(&inner->told);
	for (size_t i = 0; i < LANG_MAX; i++)
		word_cache_release(&inner->known[i]);
}
