#include "languages_internal.h"

#include "proper_names.h"
#include "sentence_words.h"
#include "utf8.h"

struct cutting {
	struct languages *languages;
	lang_id lang;                /* of the paragraph */
};

static enum script script_of(uint32_t c)
{
	if (utf8_is_cyrillic(c))
		return SCRIPT_CYRILLIC;
	return c >= 'A' && utf8_is_latin(c) ? SCRIPT_LATIN : SCRIPT_OTHER;
}

static bool is_written_in(const struct language *language, enum script script)
{
	return language->script == script || language->also == script;
}

static struct sentence_language as_cut(const struct languages *languages,
				       lang_id lang)
{
	return (struct sentence_language){ &languages->of[lang].rules,
					   &languages->of[lang].stopwords };
}

/* The first language that is usually written so. */
static lang_id first_in(const struct languages *languages, enum script script)
{
	for (lang_id i = 1; i < LANG_MAX; i++)
		if (languages->of[i].script == script)
			return i;
	return LANG_UND;
}

/* The languages that have the abbreviation text[word..stop]: bit n. */
static uint32_t writers_of(struct languages *languages, struct str text,
			   size_t word, size_t stop)
{
	return sentence_abbreviation(&languages->shared, text, word, stop,
				     &languages->scratch);
}

/* Is the full stop at `stop` followed by a capital, and neither an
 * abbreviation's of `lang` nor an initial's? */
static bool may_end(struct languages *languages, lang_id lang, struct str text,
		    size_t start, size_t stop)
{
	const struct classes *classes = &languages->classes;
	size_t word = sentence_word_start(classes, text, start, stop);
	size_t next = sentence_skip_blanks(classes, text, stop + 1), begin;

	return next > stop + 1 &&
	       (classes_at(classes, text, next, &begin) & CLASS_UPPER) &&
	       word < stop && utf8_chars(str_slice(text, word, stop)) > 1 &&
	       !(writers_of(languages, text, word, stop) >> lang & 1);
}

/* The sentence around a word, as one of `lang`, in the word's script, and as
 * far as a guess is worth it. */
static struct str stretch(struct languages *languages, lang_id lang,
			  struct str text, size_t start, size_t word,
			  size_t stop, enum script script)
{
	enum { REACH = 96 };
	size_t from = word, to = stop, next;

	for (; from > start && word - from < REACH; from = next) {
		enum script one = script_of(utf8_before(text, from, &next));

		if (one != script && one != SCRIPT_OTHER)
			break;
	}
	for (next = to; to < text.len && to - stop < REACH; to = next) {
		enum script one = script_of(utf8_next(text, &next));

		if ((one != script && one != SCRIPT_OTHER) ||
		    (text.data[to] == '.' &&
		     may_end(languages, lang, text, start, to)))
			break;
	}
	return str_slice(text, from, to);
}

/* The language, of those of `writers` that are usually written in `script`,
 * that the words around text[word..stop] are in. A word in the script of the
 * paragraph is in its language, unless they tell another one. */
static lang_id quoted_language(struct languages *languages, lang_id own,
			       uint32_t writers, struct str text, size_t start,
			       size_t word, size_t stop, enum script script)
{
	bool at_home = own == LANG_UND ||
		       is_written_in(&languages->of[own], script);
	lang_id found = LANG_UND, guess;
	unsigned others = 0;

	for (lang_id i = 1; i < LANG_MAX; i++)
		if ((writers >> i & 1) && languages->of[i].script == script) {
			found = found ? found : i;
			others |= 1u << i;
		}
	if (!others)
		return at_home ? own : first_in(languages, script);
	if (!at_home && others == 1u << found)
		return found;
	guess = languages_guess(languages,
				stretch(languages, found, text, start, word,
					stop, script),
				LANG_UND);
	if (others >> guess & 1)
		return guess;
	return at_home ? own : found;
}

static struct sentence_language language_at(void *state, struct str text,
					    size_t start, size_t word,
					    size_t stop)
{
	const struct cutting *cutting = state;
	struct languages *languages = cutting->languages;
	lang_id own = cutting->lang;
	size_t begin;
	enum script script = script_of(utf8_before(text, stop, &begin));
	uint32_t writers = text.data[stop] == '.'
		? writers_of(languages, text, word, stop) : 0;

	if (script != SCRIPT_OTHER && !(writers >> own & 1) &&
	    (writers || !is_written_in(&languages->of[own], script)))
		own = quoted_language(languages, own, writers, text, start,
				      word, stop, script);
	return as_cut(languages, own);
}

/* Load the names that begin as the word does, if they were not yet. */
static bool know_names(struct languages *languages, struct str word)
{
	size_t end = 0;

	utf8_next(word, &end);
	if (languages->failure == 0)
		languages->failure = proper_names_load(
			&languages->names, lexicons_folder(languages->lexicons),
			str_slice(word, 0, end), &languages->reason);
	return languages->failure == 0;
}

static bool know_words(struct languages *languages, lang_id lang)
{
	if (languages->failure == 0 && lang != LANG_UND)
		languages->failure = languages_need_asked(languages, lang,
							 &languages->reason);
	return languages->failure == 0;
}

int languages_failed(const struct languages *languages, struct err *err)
{
	if (languages->failure < 0)
		*err = languages->reason;
	return languages->failure;
}

/* Where the word behind `at` ends; hyphens and full stops are its own. */
static size_t long_word_end(struct str text, size_t at)
{
	enum { LONGEST = 64 };
	size_t start = at, next = at;

	while (at < text.len && at - start < LONGEST) {
		uint32_t c = utf8_next(text, &next);

		if (!utf8_is_letter(c) && !utf8_is_number(c) && c != '-' &&
		    c != '.')
			break;
		at = next;
	}
	return at;
}

static bool is_capitals(struct str word)
{
	size_t capitals = 0;

	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);

		capitals += utf8_is_upper(c);
		if (utf8_is_lower(c))
			return false;
	}
	return capitals > 1;
}

/* A name of up to three words at `at`. */
static uint32_t name_at(const struct string_map *names, struct str text,
			size_t at)
{
	enum { MOST_WORDS = 3 };
	size_t end = at;

	for (int words = 0; words < MOST_WORDS; words++) {
		struct str name;
		uint32_t kind;

		end = long_word_end(text, end);
		name = str_slice(text, at, end);
		kind = string_map_find(names, name);
		if (!kind && str_has_suffix(name, STR(".")))
			kind = string_map_find(names, str_slice(name, 0,
								name.len - 1));
		if (kind)
			return kind;
		if (end >= text.len || text.data[end] != ' ')
			break;
		end++;
	}
	return 0;
}

/* Is the lemma, in small letters, a name? */
static bool is_lemma_of_name(const struct string_map *names, struct str lemma)
{
	struct strbuf name = STRBUF_INIT;
	size_t at = 0;
	bool is_name;

	if (lemma.len == 0)
		return false;
	utf8_add(&name, utf8_upper_char(utf8_next(lemma, &at)));
	strbuf_add(&name, str_slice(lemma, at, lemma.len));
	is_name = (string_map_find(names, strbuf_view(&name)) &
		   PROPER_NAME) != 0;
	strbuf_release(&name);
	return is_name;
}

/* Its lemma into the scratch. */
static bool is_in_dictionary(struct languages *languages, lang_id lang,
			     struct str word)
{
	struct strbuf folded = STRBUF_INIT;
	bool is;

	utf8_add_fold(&folded, word);
	is = stemmer_find_lemma(&languages->of[lang].stemmer,
				strbuf_view(&folded),
				&languages->scratch);
	strbuf_release(&folded);
	return is;
}

static enum sentence_word capitals_at(struct languages *languages,
				      struct str text, size_t at,
				      struct str word)
{
	return know_names(languages, word) &&
	       (name_at(&languages->names, text, at) & PROPER_NAME_SHORT)
		? SENTENCE_WORD_SHORT : SENTENCE_WORD_NAME;
}

static enum sentence_word word_at(void *state, struct str text, size_t at)
{
	const struct cutting *cutting = state;
	struct languages *languages = cutting->languages;
	lang_id lang = cutting->lang;
	size_t first = at;
	enum script script = script_of(utf8_next(text, &first));
	struct str word = str_slice(text, at, long_word_end(text, at));

	if (is_capitals(word))
		return capitals_at(languages, text, at, word);
	if (languages->of[lang].script != script)
		lang = first_in(languages, script);
	if (!know_words(languages, lang) ||
	    !is_in_dictionary(languages, lang, word))
		return SENTENCE_WORD_UNKNOWN;
	if (!know_names(languages, word) ||
	    (name_at(&languages->names, text, at) & PROPER_NAME) ||
	    is_lemma_of_name(&languages->names,
			     strbuf_view(&languages->scratch)))
		return SENTENCE_WORD_NAME;
	return SENTENCE_WORD_COMMON;
}

/* A short form of an adjective is one too, a participle with an ending of
 * adjectives is none. */
bool languages_is_predicate(struct languages *languages, lang_id lang,
			    struct str word)
{
	const struct token_rules *rules = &languages->of[lang].rules;
	struct strbuf lemma = STRBUF_INIT;
	bool is = false;

	if (know_words(languages, lang) &&
	    is_in_dictionary(languages, lang, word)) {
		strbuf_add(&lemma, strbuf_view(&languages->scratch));
		is = token_rules_has_ending(&rules->verbs, strbuf_view(&lemma),
					    &languages->scratch)
			? !token_rules_has_ending(&rules->endings, word,
						  &languages->scratch)
			: utf8_chars(word) < utf8_chars(strbuf_view(&lemma)) &&
			  token_rules_has_ending(&rules->endings,
						 strbuf_view(&lemma),
						 &languages->scratch);
	}
	strbuf_release(&lemma);
	return is;
}

bool languages_is_adjective(struct languages *languages, lang_id lang,
			    struct str word)
{
	const struct token_rules *rules = &languages->of[lang].rules;
	struct strbuf lemma = STRBUF_INIT;
	bool is = false;

	if (know_words(languages, lang) &&
	    is_in_dictionary(languages, lang, word)) {
		strbuf_add(&lemma, strbuf_view(&languages->scratch));
		is = token_rules_has_ending(&rules->endings,
					    strbuf_view(&lemma),
					    &languages->scratch) &&
		     token_rules_has_ending(&rules->endings, word,
					    &languages->scratch);
	}
	strbuf_release(&lemma);
	return is;
}

static bool is_predicate(void *state, struct str word)
{
	const struct cutting *cutting = state;

	return languages_is_predicate(cutting->languages, cutting->lang, word);
}

void languages_sentences(struct languages *languages, lang_id lang,
			 struct str text, struct offsets *out)
{
	struct cutting cutting = { languages, lang };
	struct sentence_judge judge = { &cutting, word_at, is_predicate, language_at };
	struct sentence_splitter splitter = {
		&languages->classes, as_cut(languages, lang), &judge,
		&languages->scratch
	};

	sentences_split(&splitter, text, out);
}
