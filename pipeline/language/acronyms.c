#include "acronyms.h"

#include "string_map.h"
#include "utf8.h"

word_id acronym_upper(struct words *words, struct str text)
{
	struct strbuf upper = STRBUF_INIT;
	word_id id;

	for (size_t at = 0; at < text.len;)
		utf8_add(&upper, utf8_upper_char(utf8_next(text, &at)));
	id = words_add(words, strbuf_view(&upper));
	strbuf_release(&upper);
	return id;
}

/* The capitals that the word begins with; empty where there are too few, or
 * what is behind them is not in small letters. */
static struct str capitals_of(struct str word)
{
	size_t count = 0, end = 0;

	for (size_t at = 0; at < word.len; end = at, count++)
		if (!utf8_is_upper(utf8_next(word, &at)))
			break;
	for (size_t at = end; at < word.len;) {
		size_t start = at;
		uint32_t c = utf8_next(word, &at);

		if (!utf8_is_lower(c) && !(c == '-' && start == end))
			return STR_NONE;
	}
	return count < ACRONYM_LEAST ? STR_NONE : str_slice(word, 0, end);
}

/* Whether an ending of the language stands behind the capitals. */
static bool has_ending(const struct acronym_finder *finder, struct str word,
		       struct str capitals)
{
	struct str ending = str_slice(word, capitals.len, word.len);
	struct strbuf lower = STRBUF_INIT;
	size_t edge;
	bool has;

	if (str_has_prefix(ending, STR("-")))
		ending = str_slice(ending, 1, ending.len);
	utf8_add_fold(&lower, capitals);
	edge = lower.len;
	strbuf_add(&lower, ending);
	has = stemmer_ends(finder->stemmer, strbuf_view(&lower), edge);
	strbuf_release(&lower);
	return has;
}

/* The stem of a word that is one of small letters too, or 0. */
static word_id stem_of(const struct acronym_finder *finder,
		       struct str capitals, struct str lower)
{
	size_t count = utf8_chars(capitals);

	if (count > ACRONYM_MOST)
		return 0;
	if (string_map_find(finder->stopwords, lower))
		return words_add(finder->words, capitals);
	return stemmer_in_use(finder->stemmer, lower)
		? words_add(finder->words, capitals) : 0;
}

word_id acronym_stem(const struct acronym_finder *finder, word_id form)
{
	struct str word = words_text(finder->words, form);
	struct str capitals = capitals_of(word);
	struct strbuf lower = STRBUF_INIT;
	bool has_more = capitals.len < word.len;
	word_id stem = 0;

	if (capitals.len == 0 ||
	    (has_more && !has_ending(finder, word, capitals)))
		return 0;
	utf8_add_fold(&lower, capitals);
	stem = stem_of(finder, capitals, strbuf_view(&lower));
	if (!stem && has_more) {
		stemmer_stem(finder->stemmer, strbuf_view(&lower),
			     finder->scratch);
		stem = words_add(finder->words, strbuf_view(finder->scratch));
	}
	strbuf_release(&lower);
	return stem;
}
