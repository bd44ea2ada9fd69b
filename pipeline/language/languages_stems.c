#include "languages_internal.h"

#include "acronyms.h"
#include "utf8.h"

/* A word that texts of several languages share has a stem in each: the one
 * asked for last stands in the word, all of them in a table, twice its number,
 * and 1 more where it is the lemma or there is no stem. */
const struct word *languages_find_stem(struct languages *languages,
				       lang_id lang, word_id form)
{
	struct language *language = &languages->of[lang];
	struct words *words = languages->words;
	word_id head = languages_head(languages, lang, form);
	word_id fold = words_fold(words, head), stem;
	uint32_t known = *word_cache_at(&language->stems, words, fold);
	struct word *word;
	bool is_lemma;

	if (!known && form != 0) {
		is_lemma = stemmer_stem(&language->stemmer,
					words_text(words, fold),
					&languages->scratch);
		stem = words_add(words, strbuf_view(&languages->scratch));
		known = stem * 2 + (is_lemma || !stem);
		*word_cache_at(&language->stems, words, fold) = known;
	}
	word = words_get(words, form);
	word->stem = known / 2;
	word->is_lemma = known > 1 && (known & 1) && head == form;
	word->stem_lang = lang;
	return word;
}

word_id languages_stem(struct languages *languages, lang_id lang, word_id form)
{
	return languages_stemmed(languages, languages->words, lang, form)->stem;
}

bool languages_may_also(const struct languages *languages, lang_id lang)
{
	return languages->of[lang].also != SCRIPT_OTHER;
}

bool languages_is_also(const struct languages *languages, lang_id lang,
		       uint8_t shape)
{
	switch (languages->of[lang].also) {
	case SCRIPT_LATIN:
		return (shape & SHAPE_LATIN) && !(shape & SHAPE_CYRILLIC);
	case SCRIPT_CYRILLIC:
		return (shape & SHAPE_CYRILLIC) && !(shape & SHAPE_LATIN);
	default:
		return false;
	}
}

bool languages_may_write(const struct languages *languages, lang_id lang,
			 uint8_t shape)
{
	switch (languages->of[lang].script) {
	case SCRIPT_LATIN:
		return (shape & SHAPE_LATIN) || !(shape & SHAPE_CYRILLIC);
	case SCRIPT_CYRILLIC:
		return (shape & SHAPE_CYRILLIC) || !(shape & SHAPE_LATIN);
	default:
		return true;
	}
}

word_id languages_stem_also(struct languages *languages, lang_id lang,
			    word_id form)
{
	struct language *language = &languages->of[lang];
	struct words *words = languages->words;
	word_id fold = words_fold(words, form);
	word_id stem = *word_cache_at(&language->also_stems, words, fold);

	if (stem || form == 0)
		return stem;
	stemmer_stem_also(&language->stemmer, words_text(words, fold),
			  &languages->scratch);
	stem = words_add(words, strbuf_view(&languages->scratch));
	return *word_cache_at(&language->also_stems, words, fold) = stem;
}

bool languages_know(struct languages *languages, lang_id lang, word_id form)
{
	struct language *language = &languages->of[lang];
	word_id fold = words_fold(languages->words, form);
	uint32_t *known = word_cache_at(&language->known, languages->words,
					fold);

	if (!*known)
		*known = languages_is_stopword(languages, lang, form) ||
			 stemmer_knows(&language->stemmer,
				       words_text(languages->words, fold))
			? 2 : 1;
	return *known == 2;
}

bool languages_is_verb(struct languages *languages, lang_id lang,
		       word_id lemma)
{
	return token_rules_has_ending(&languages->of[lang].rules.verbs,
				      words_text(languages->words, lemma),
				      &languages->scratch);
}

word_id languages_acronym(struct languages *languages, lang_id lang,
			  word_id form)
{
	struct word_cache *cache = &languages->of[lang].acronyms;
	word_id known = *word_cache_at(cache, languages->words, form);
	struct acronym_finder finder = {
		languages->words, &languages->of[lang].stemmer,
		&languages->of[lang].stopwords, &languages->scratch
	};

	if (!known) {
		known = acronym_stem(&finder, form) + 1;
		*word_cache_at(cache, languages->words, form) = known;
	}
	return known - 1;
}

word_id languages_shared(struct languages *languages, lang_id lang,
			 word_id stem)
{
	spellings_share(&languages->of[lang].spellings,
			words_text(languages->words, stem),
			&languages->scratch);
	return words_add(languages->words, strbuf_view(&languages->scratch));
}

bool languages_other_spelling(struct languages *languages, lang_id lang,
			      word_id stem, size_t *row, word_id *other)
{
	if (!spellings_other(&languages->of[lang].spellings,
			     words_text(languages->words, stem), row,
			     &languages->scratch))
		return false;
	*other = words_add(languages->words, strbuf_view(&languages->scratch));
	return true;
}

const struct table *languages_stopwords(const struct languages *languages,
					lang_id lang)
{
	return languages->of[lang].stopword_rows;
}

/* At most three letters. */
static bool is_short(struct str word)
{
	size_t at = 0;

	for (int i = 0; i < 3 && at < word.len; i++)
		utf8_next(word, &at);
	return at == word.len;
}

bool languages_may_shift(struct languages *languages, lang_id lang,
			 struct str word)
{
	struct stemmer *stemmer = &languages->of[lang].stemmer;
	size_t at = 0;

	if (utf8_is_latin(utf8_next(word, &at)) !=
		    (languages->of[lang].script == SCRIPT_LATIN) ||
	    (is_short(word) && !stemmer_keeps_short(stemmer, word)))
		return true;
	if (!stemmer_may_shift(stemmer, word))
		return false;
	if (is_short(word))
		return true;
	strbuf_clear(&languages->scratch);
	utf8_add_fold(&languages->scratch, word);
	return stemmer_names(stemmer, strbuf_view(&languages->scratch));
}

word_id languages_root(struct languages *languages, lang_id lang, word_id form)
{
	struct language *language = &languages->of[lang];
	struct words *words = languages->words;
	word_id fold = words_fold(words, form);
	word_id root = *word_cache_at(&language->roots, words, fold);

	if (root || form == 0)
		return root;
	stemmer_root(&language->stemmer, words_text(words, fold),
		     &languages->scratch);
	root = words_add(words, strbuf_view(&languages->scratch));
	return *word_cache_at(&language->roots, words, fold) = root;
}

void languages_add_root(struct languages *languages, struct strbuf *out,
			lang_id lang, struct str word)
{
	word_id id = words_add(languages->words, word);

	strbuf_add(out, words_text(languages->words,
				   languages_root(languages, lang, id)));
}
