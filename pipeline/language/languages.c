#include "languages_internal.h"

#include "acronyms.h"
#include "tokens.h"
#include "utf8.h"

#include <stdlib.h>

enum { GUESS_PIECES = 256, GUESS_BYTES = 4096 };

static lang_id number_of(const struct languages *languages, size_t row)
{
	return words_lang(languages->words, languages->rows->items[row].code);
}

static void add_cells(struct string_map *forms, struct table *table,
		      const char *column)
{
	int index = table_column(table, column);

	for (size_t row = 0; row < table->row_count; row++) {
		string_map_add(forms, table_cell(table, row, index), 1);
		table_take(table, row);
	}
}

static int load_stopwords(struct languages *languages, size_t row,
			  struct err *err)
{
	struct language *language = &languages->of[number_of(languages, row)];
	struct table *table;
	int rc = lexicons_language_table(languages->lexicons,
					 languages->rows->items[row].code,
					 "stopwords.tsv", &table, err);

	if (rc < 0)
		return rc;
	add_cells(&language->stopwords, table, "word");
	language->stopword_rows = table;
	return 0;
}

static int load_guess(struct languages *languages, size_t row, struct err *err)
{
	lang_id lang = number_of(languages, row);
	const struct lexicon_language *language = &languages->rows->items[row];
	int rc = known_words_add(&languages->known, lang,
				 &languages->of[lang].stemmer,
				 &languages->of[lang].rules,
				 lexicons_folder(languages->lexicons),
				 language->code, err);

	rc = lexicons_tell(languages->lexicons, rc, err);
	return rc < 0 ? rc : guesser_add(&languages->guesser, lang, language,
					 &languages->of[lang].stopwords,
					 languages->lexicons, err);
}

static int load_rules(struct languages *languages, size_t row, struct err *err)
{
	lang_id lang = number_of(languages, row);
	const struct string_map *own = &languages->of[lang].rules.abbreviations;
	int rc = token_rules_load(&languages->of[lang].rules,
				  languages->lexicons,
				  languages->rows->items[row].code, err);

	for (size_t i = 0; rc == 0 && i < own->slot_count; i++)
		string_map_add(&languages->shared.abbreviations,
			       own->slots[i].text, 1u << lang);
	return rc;
}

static int load_stemmer(struct languages *languages, size_t row,
			struct err *err)
{
	struct language *language = &languages->of[number_of(languages, row)];
	int rc;

	if (language->has_stemmer)
		return 0;
	rc = stemmer_open(&language->stemmer,
			  languages->rows->items[row].stemmer,
			  languages->lexicons,
			  languages->rows->items[row].code, err);
	language->has_stemmer = rc == 0;
	return rc;
}

static int load_spellings(struct languages *languages, size_t row,
			  struct err *err)
{
	struct language *language = &languages->of[number_of(languages, row)];

	return spellings_open(&language->spellings, languages->lexicons,
			      languages->rows->items[row].code,
			      &language->stemmer.lexemes, err);
}

static int load_other_letters(struct languages *languages, struct err *err)
{
	return guesser_add_others(&languages->guesser, languages->lexicons,
				  err);
}

static int load_domains(struct languages *languages, struct err *err)
{
	struct table *table;
	int rc = lexicons_table(languages->lexicons, "domains.tsv", &table,
				err);

	if (rc == 0)
		add_cells(&languages->domains, table, "domain");
	return rc;
}

static int load_key(struct languages *languages, struct err *err)
{
	return names_key_open(&languages->key, languages->lexicons, err);
}

static const struct part {
	unsigned part, needs;
	int (*of_language)(struct languages *languages, size_t row,
			   struct err *err);
	int (*common)(struct languages *languages, struct err *err);
} parts[] = { /* each behind those that it needs */
	{ LANGUAGES_STOPWORDS, 0, load_stopwords, NULL },
	{ LANGUAGES_SPLIT, LANGUAGES_STOPWORDS, load_rules, load_domains },
	{ LANGUAGES_STEM, LANGUAGES_STOPWORDS, load_stemmer, NULL },
	{ LANGUAGES_GUESS, LANGUAGES_STOPWORDS | LANGUAGES_SPLIT |
			   LANGUAGES_STEM, load_guess, load_other_letters },
	{ LANGUAGES_KEY, 0, NULL, load_key },
	{ LANGUAGES_SPELLINGS, LANGUAGES_STEM, load_spellings, NULL },
};

static int load_of_language(struct languages *languages, const struct part *part,
			    size_t row, struct err *err)
{
	int rc = part->of_language(languages, row, err);

	if (rc < 0)
		err_wrap(err, rc, "%s/languages.tsv:%u: cannot load"
			 " the language '%.*s'",
			 lexicons_folder(languages->lexicons),
			 (unsigned)languages->rows->items[row].line,
			 STR_ARGS(languages->rows->items[row].code));
	return rc;
}

static int load_part(struct languages *languages, const struct part *part,
		     struct err *err)
{
	int rc = 0;

	for (size_t row = 0; part->of_language && rc == 0 &&
			     row < languages->rows->count; row++)
		rc = load_of_language(languages, part, row, err);
	return rc == 0 && part->common ? part->common(languages, err) : rc;
}

int languages_need_asked(struct languages *languages, lang_id lang,
			 struct err *err)
{
	const unsigned asked = LANGUAGES_STEM | LANGUAGES_SPELLINGS;
	size_t row = 0;
	int rc = 0;

	while (row < languages->rows->count &&
	       number_of(languages, row) != lang)
		row++;
	if (row == languages->rows->count || languages->of[lang].is_asked)
		return 0;
	for (size_t i = 0; rc == 0 && i < COUNT_OF(parts); i++)
		if (parts[i].part & asked)
			rc = load_of_language(languages, &parts[i], row, err);
	languages->of[lang].is_asked = rc == 0;
	return rc;
}

int languages_need(struct languages *languages, unsigned wanted,
		   struct err *err)
{
	int rc = 0;

	for (size_t i = COUNT_OF(parts); i-- > 0;)
		if (wanted & parts[i].part)
			wanted |= parts[i].needs;
	for (size_t i = 0; rc == 0 && i < COUNT_OF(parts); i++) {
		if (!(wanted & ~languages->parts & parts[i].part))
			continue;
		rc = load_part(languages, &parts[i], err);
		if (rc == 0)
			languages->parts |= parts[i].part;
	}
	return rc;
}

/* Their numbers are taken before a document's languages take the rest. */
static int number_languages(struct languages *languages, struct err *err)
{
	for (size_t row = 0; row < languages->rows->count; row++) {
		lang_id lang = number_of(languages, row);

		languages->of[lang].script = languages->rows->items[row].script;
		languages->of[lang].also = languages->rows->items[row].also;
		if (lang == LANG_UND)
			return err_set(err, ERR_LIMIT, "%s/languages.tsv:%u:"
				       " no room for the language '%.*s'",
				       lexicons_folder(languages->lexicons),
				       (unsigned)languages->rows->items[row].line,
				       STR_ARGS(languages->rows->items[row].code));
	}
	words_keep_langs(languages->words);
	return 0;
}

int languages_open(struct languages **languages, struct words *words,
		   struct lexicons *lexicons, struct err *err)
{
	struct languages *new = memory_get_zeroed(sizeof *new);
	int rc = lexicons_languages(lexicons, &new->rows, err);

	new->words = words;
	new->lexicons = lexicons;
	new->guesser.classes = &new->classes;
	new->guesser.scratch = &new->scratch;
	new->known.guesser = &new->guesser;
	new->known_weights.known = &new->known;
	new->known_weights.letters = &new->weights;
	new->runs.weights = &new->weights;
	new->runs.guesser = &new->guesser;
	new->runs.words = words;
	classes_build(&new->classes);
	if (rc == 0)
		rc = number_languages(new, err);
	if (rc < 0) {
		languages_close(new);
		return rc;
	}
	*languages = new;
	return 0;
}

void languages_close(struct languages *languages)
{
	if (!languages)
		return;
	for (size_t i = 0; i < LANG_MAX; i++) {
		token_rules_release(&languages->of[i].rules);
		string_map_release(&languages->of[i].stopwords);
		stemmer_close(&languages->of[i].stemmer);
		word_cache_release(&languages->of[i].stems);
		word_cache_release(&languages->of[i].heads);
		word_cache_release(&languages->of[i].also_stems);
		word_cache_release(&languages->of[i].roots);
		word_cache_release(&languages->of[i].acronyms);
	}
	string_map_release(&languages->domains);
	string_map_release(&languages->names);
	token_rules_release(&languages->shared);
	guesser_release(&languages->guesser);
	word_weights_release(&languages->weights);
	word_weights_release(&languages->known_weights);
	known_words_release(&languages->known);
	language_runs_release(&languages->runs);
	names_key_close(languages->key);
	strbuf_release(&languages->scratch);
	word_cache_release(&languages->stopwords);
	free(languages);
}

lang_id languages_find(const struct languages *languages, struct str code)
{
	for (size_t row = 0; row < languages->rows->count; row++)
		if (str_equal(languages->rows->items[row].code, code))
			return number_of(languages, row);
	return LANG_UND;
}

static void split(struct languages *languages, lang_id lang, struct str text,
		  bool is_sentence, struct pieces *out)
{
	struct token_splitter splitter = {
		&languages->classes, &languages->domains,
		&languages->of[lang].rules, &languages->of[lang].stopwords,
		languages->words, &languages->scratch, is_sentence
	};

	tokens_split(&splitter, text, out);
}

void languages_split(struct languages *languages, lang_id lang, struct str text,
		     struct pieces *out)
{
	split(languages, lang, text, false, out);
}

void languages_split_sentence(struct languages *languages, lang_id lang,
			      struct str text, struct pieces *out)
{
	split(languages, lang, text, true, out);
}

static lang_id decide_by_words(struct languages *languages,
			       const struct piece *pieces, size_t count,
			       lang_id hint, bool around)
{
	struct guess_evidence seen = { .words = 0 };

	word_weights_add(&languages->known_weights, &languages->guesser,
			 languages->words, pieces,
			 count < GUESS_PIECES ? count : GUESS_PIECES, LANG_UND,
			 &seen);
	return guesser_decide(&languages->guesser, &seen, hint, around);
}

lang_id languages_guess(struct languages *languages, struct str text,
			lang_id hint)
{
	struct guess_evidence seen = { .words = 0 };
	struct pieces pieces = { NULL, 0, 0 };
	lang_id lang;

	guesser_weigh(&languages->guesser, text, &seen);
	if (guesser_is_clear(&languages->guesser, &seen, hint))
		return guesser_decide(&languages->guesser, &seen, hint, false);
	if (text.len > GUESS_BYTES)
		text.len = GUESS_BYTES;
	languages_split(languages, hint, text, &pieces);
	lang = decide_by_words(languages, pieces.items, pieces.count, hint,
			       false);
	LIST_RELEASE(&pieces);
	return lang;
}

const struct guesser *languages_guesser(const struct languages *languages)
{
	return &languages->guesser;
}

struct str languages_guess_code(struct languages *languages, struct str text,
				struct str hint)
{
	return words_lang_code(languages->words,
			       languages_guess(languages, text,
					       languages_find(languages,
							      hint)));
}

bool languages_weigh(struct languages *languages, const struct piece *pieces,
		     size_t count, lang_id lang,
		     struct guess_evidence *evidence)
{
	size_t weighed = count < GUESS_PIECES ? count : GUESS_PIECES;

	return word_weights_add(&languages->weights, &languages->guesser,
				languages->words, pieces, weighed, lang,
				evidence) || count > weighed;
}

lang_id languages_decide(struct languages *languages,
			 const struct piece *pieces, size_t count,
			 const struct guess_evidence *evidence, lang_id hint,
			 bool around)
{
	if (guesser_is_clear(&languages->guesser, evidence, hint))
		return guesser_decide(&languages->guesser, evidence, hint,
				      around);
	return decide_by_words(languages, pieces, count, hint, around);
}

/* Telegram-канал: it is of the text that it stands in. */
static bool is_mixed(struct languages *languages, word_id form)
{
	const uint8_t both = SHAPE_LATIN | SHAPE_CYRILLIC;

	return (words_shape(languages->words, form) & both) == both;
}

/* Bit 0: known; bit n: not a word of language n; bits LANG_MAX on: the language
 * that it is of instead. */
static uint16_t find_foreign(struct languages *languages, word_id form)
{
	struct str text = words_text(languages->words, form);
	lang_id own = languages_guess(languages, text, LANG_UND);
	unsigned foreign = 1u | (unsigned)own << LANG_MAX;

	for (unsigned i = 1; i < LANG_MAX && !is_mixed(languages, form); i++)
		if (guesser_is_foreign(&languages->guesser, text, (lang_id)i))
			foreign |= 1u << i;
	return words_get(languages->words, form)->foreign = (uint16_t)foreign;
}

lang_id languages_of_word(struct languages *languages, lang_id lang,
			  word_id form)
{
	unsigned foreign = words_get(languages->words, form)->foreign;

	if (!foreign)
		foreign = find_foreign(languages, form);
	if (lang == LANG_UND || !(foreign >> lang & 1))
		return lang;
	return (lang_id)(foreign >> LANG_MAX);
}

static bool knows_all(struct languages *languages, lang_id lang,
		      const struct piece *pieces, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (words_kind(languages->words, pieces[i].form) == KIND_WORD &&
		    !languages_know(languages, lang, pieces[i].form))
			return false;
	return true;
}

/* A run of words that the sentence's language knows is in that (300 тыс. тенге),
 * whatever they look like. */
static void undo_known(struct languages *languages, lang_id lang,
		       const struct piece *pieces, size_t count, lang_id *langs)
{
	for (size_t i = 0, end; i < count; i = end) {
		end = i + 1;
		if (langs[i] == lang)
			continue;
		while (end < count && langs[end] == langs[i])
			end++;
		if (!knows_all(languages, lang, pieces + i, end - i))
			continue;
		for (size_t k = i; k < end; k++)
			langs[k] = lang;
	}
}

/* A single word in letters that the sentence's language lacks is told by
 * them, too weak as it is for a run. */
void languages_of_words(struct languages *languages, lang_id lang,
			const struct piece *pieces, size_t count,
			lang_id *langs)
{
	enum script usual = languages->guesser.languages[lang].script;

	languages->runs.lang = lang;
	language_runs_find(&languages->runs, pieces, count, langs);
	if (lang != LANG_UND)
		undo_known(languages, lang, pieces, count, langs);
	for (size_t i = 0; i < count; i++)
		if (langs[i] != lang && is_mixed(languages, pieces[i].form))
			langs[i] = lang;
		else if (langs[i] == lang &&
		    word_weights_get(&languages->weights, &languages->guesser,
				     languages->words,
				     pieces[i].form)->script == usual)
			langs[i] = languages_of_word(languages, lang,
						     pieces[i].form);
}

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
	word_id fold = words_fold(languages->words, form);

	return languages_is_stopword(languages, lang, form) ||
	       stemmer_knows(&languages->of[lang].stemmer,
			     words_text(languages->words, fold));
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

bool languages_may_shift(struct languages *languages, lang_id lang,
			 struct str word)
{
	enum { SHORT = 3 };
	bool is_short = utf8_chars(word) <= SHORT;
	size_t at = 0;

	if (is_short || utf8_is_latin(utf8_next(word, &at)) !=
			(languages->of[lang].script == SCRIPT_LATIN))
		return true;
	strbuf_clear(&languages->scratch);
	utf8_add_fold(&languages->scratch, word);
	return stemmer_names(&languages->of[lang].stemmer,
			     strbuf_view(&languages->scratch));
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

/* A word without a key is asked for again each time: marks and numbers, which
 * nobody asks for often. */
word_id languages_key(struct languages *languages, word_id form)
{
	struct words *words = languages->words;
	word_id key = words_get(words, form)->key, fold;

	if (key || form == 0)
		return key;
	fold = words_fold(words, form);
	key = words_get(words, fold)->key;
	if (!key) {
		names_key_make(languages->key, words_text(words, fold),
			       &languages->scratch);
		key = words_add(words, strbuf_view(&languages->scratch));
		words_get(words, fold)->key = key;
	}
	words_get(words, form)->key = key;
	return key;
}

bool languages_is_stopword(struct languages *languages, lang_id lang,
			   word_id form)
{
	word_id fold = words_fold(languages->words, form);
	uint32_t *known = word_cache_at(&languages->stopwords,
					languages->words, fold);

	if (!*known) {
		struct str text = words_text(languages->words, fold);

		*known = 1;
		for (unsigned i = 1; i < LANG_MAX; i++)
			if (string_map_find(&languages->of[i].stopwords, text))
				*known |= 1u << i;
	}
	return lang != LANG_UND && (*known >> lang & 1);
}
