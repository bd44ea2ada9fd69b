#include "languages.h"

#include "guess.h"
#include "language_runs.h"
#include "lexicons.h"
#include "names_key.h"
#include "sentences.h"
#include "stems.h"
#include "tokens.h"
#include "word_weights.h"

#include <stdio.h>
#include <stdlib.h>

enum { PATH_SIZE = 64, GUESS_PIECES = 256 };

struct language {
	struct token_rules rules;
	struct string_map stopwords;
	struct stemmer stemmer;
	struct word_cache stems;      /* of folded forms */
	struct word_cache roots;
};

struct languages {
	struct words *words;
	struct classes classes;
	struct string_map domains;
	struct language of[LANG_MAX]; /* by lang_id; [LANG_UND]: none */
	struct guesser guesser;
	struct word_weights weights;
	struct run_finder runs;
	struct names_key *key;
	struct strbuf scratch;
	struct word_cache stopwords;  /* bit 0: known; bit n: of language n */
};

/* The words in a column of a table; a missing table has none. */
static int load_forms(struct string_map *forms, const char *folder,
		      const char *name, const char *column, struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, folder, name, column, err), index;

	if (rc < 0)
		return rc == ERR_MISSING ? 0 : rc;
	index = table_column(&table, column);
	for (size_t row = 0; row < table.row_count; row++)
		string_map_add(forms, table_cell(&table, row, index), 1);
	table_release(&table);
	return 0;
}

/* What tells a language from others, by a row of languages.tsv. */
static int load_guess(struct languages *languages, lang_id lang,
		      const char *folder, const struct table *table,
		      size_t row, struct err *err)
{
	struct string_map *stopwords = &languages->of[lang].stopwords;
	struct str code = table_named_cell(table, row, "code");
	char path[PATH_SIZE];
	int rc;

	snprintf(path, sizeof path, "%.*s/stopwords.tsv", STR_ARGS(code));
	rc = load_forms(stopwords, folder, path, "word", err);
	if (rc == 0)
		rc = guesser_add(&languages->guesser, lang,
				 table_named_cell(table, row, "script"),
				 table_named_cell(table, row, "also"),
				 stopwords, folder, code, err);
	return rc;
}

static int load_language(struct languages *languages, bool guess_alone,
			 const char *folder, const struct table *table,
			 size_t row, struct err *err)
{
	struct str code = table_cell(table, row, table_column(table, "code"));
	struct str stemmer = table_cell(table, row,
					table_column(table, "stemmer"));
	lang_id lang = words_lang(languages->words, code);
	struct language *language = &languages->of[lang];
	int rc = 0;

	if (lang == LANG_UND || code.len > 8)
		return err_set(err, ERR_LIMIT, "%.*s:%u: no room for the"
			       " language '%.*s'", STR_ARGS(table->path),
			       (unsigned)table->lines.items[row],
			       STR_ARGS(code));
	if (!guess_alone)
		rc = token_rules_load(&language->rules, folder, code, err);
	if (rc == 0)
		rc = load_guess(languages, lang, folder, table, row, err);
	if (rc == 0 && !guess_alone)
		rc = stemmer_open(&language->stemmer, stemmer, folder, code,
				  err);
	return rc < 0 ? err_wrap(err, rc, "%.*s:%u: cannot load the language"
				 " '%.*s'", STR_ARGS(table->path),
				 (unsigned)table->lines.items[row],
				 STR_ARGS(code)) : 0;
}

static int load_all(struct languages *languages, bool guess_alone,
		    const char *folder, struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, folder, "languages.tsv",
			       "code script stemmer", err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; row < table.row_count && rc == 0; row++)
		rc = load_language(languages, guess_alone, folder, &table, row,
				   err);
	table_release(&table);
	if (rc == 0)
		rc = guesser_add_others(&languages->guesser, folder, err);
	if (rc < 0 || guess_alone)
		return rc;
	rc = load_forms(&languages->domains, folder, "domains.tsv", "domain",
			err);
	return rc == 0 ? names_key_load(&languages->key, folder, err) : rc;
}

static int open_languages(struct languages **languages, bool guess_alone,
			  struct words *words, const char *lexicons,
			  struct err *err)
{
	struct languages *new = memory_get(sizeof *new);
	int rc;

	memset(new, 0, sizeof *new);
	new->words = words;
	new->guesser.classes = &new->classes;
	new->guesser.scratch = &new->scratch;
	new->runs.weights = &new->weights;
	new->runs.guesser = &new->guesser;
	new->runs.words = words;
	classes_build(&new->classes);
	rc = load_all(new, guess_alone, lexicons, err);
	if (rc < 0) {
		languages_close(new);
		return rc;
	}
	*languages = new;
	return 0;
}

int languages_open(struct languages **languages, struct words *words,
		   const char *lexicons, struct err *err)
{
	return open_languages(languages, false, words, lexicons, err);
}

int languages_open_guess(struct languages **languages, struct words *words,
			 const char *lexicons, struct err *err)
{
	return open_languages(languages, true, words, lexicons, err);
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
		word_cache_release(&languages->of[i].roots);
	}
	string_map_release(&languages->domains);
	guesser_release(&languages->guesser);
	word_weights_release(&languages->weights);
	language_runs_release(&languages->runs);
	names_key_free(languages->key);
	strbuf_release(&languages->scratch);
	word_cache_release(&languages->stopwords);
	free(languages);
}

lang_id languages_find(const struct languages *languages, struct str code)
{
	for (unsigned i = 1; i < languages->words->lang_count; i++)
		if (languages->guesser.languages[i].known &&
		    str_equal(words_lang_code(languages->words, (lang_id)i),
			      code))
			return (lang_id)i;
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

void languages_sentences(struct languages *languages, lang_id lang,
			 struct str text, struct offsets *out)
{
	struct sentence_splitter splitter = {
		&languages->classes, &languages->of[lang].rules,
		&languages->of[lang].stopwords, &languages->scratch
	};

	sentences_split(&splitter, text, out);
}

lang_id languages_guess(struct languages *languages, struct str text,
			lang_id hint)
{
	struct guess_evidence seen = { .words = 0 };

	guesser_weigh(&languages->guesser, text, &seen);
	return guesser_decide(&languages->guesser, &seen, hint, false);
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

lang_id languages_decide(const struct languages *languages,
			 const struct guess_evidence *evidence, lang_id hint,
			 bool around)
{
	return guesser_decide(&languages->guesser, evidence, hint, around);
}

/* Bit 0: known; bit n: not a word of language n; bits LANG_MAX on: the language
 * that it is of instead. */
static uint16_t find_foreign(struct languages *languages, word_id form)
{
	struct str text = words_text(languages->words, form);
	lang_id own = languages_guess(languages, text, LANG_UND);
	unsigned foreign = 1u | (unsigned)own << LANG_MAX;

	for (unsigned i = 1; i < LANG_MAX; i++)
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

/* A single word in letters that the sentence's language lacks is told by
 * them, too weak as it is for a run. */
void languages_of_words(struct languages *languages, lang_id lang,
			const struct piece *pieces, size_t count,
			lang_id *langs)
{
	enum script usual = languages->guesser.languages[lang].script;

	languages->runs.lang = lang;
	language_runs_find(&languages->runs, pieces, count, langs);
	for (size_t i = 0; i < count; i++)
		if (langs[i] == lang &&
		    word_weights_get(&languages->weights, &languages->guesser,
				     languages->words,
				     pieces[i].form)->script == usual)
			langs[i] = languages_of_word(languages, lang,
						     pieces[i].form);
}

/* A word that texts of several languages share has a stem in each: the one
 * asked for last stands in the word, all of them in a table, twice its number,
 * and 1 more where it is the lemma. */
const struct word *languages_find_stem(struct languages *languages,
				       lang_id lang, word_id form)
{
	struct language *language = &languages->of[lang];
	struct words *words = languages->words;
	word_id fold = words_fold(words, form), stem;
	uint32_t known = *word_cache_at(&language->stems, words, fold);
	struct word *word;
	bool is_lemma;

	if (!known && form != 0) {
		is_lemma = stemmer_stem(&language->stemmer,
					words_text(words, fold),
					&languages->scratch);
		stem = words_add(words, strbuf_view(&languages->scratch));
		known = stem * 2 + is_lemma;
		*word_cache_at(&language->stems, words, fold) = known;
	}
	word = words_get(words, form);
	word->stem = known / 2;
	word->is_lemma = known & 1;
	word->stem_lang = lang;
	return word;
}

word_id languages_stem(struct languages *languages, lang_id lang, word_id form)
{
	return languages_stemmed(languages, languages->words, lang, form)->stem;
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

bool languages_is_abbreviation(struct languages *languages, lang_id lang,
			       struct str form)
{
	return token_rules_abbreviation(&languages->of[lang].rules, form,
					&languages->scratch) != 0;
}
