#include "languages_internal.h"

#include "tokens.h"

#include <stdlib.h>

static lang_id number_of(const struct languages *languages, size_t row)
{
	return languages->numbers[row];
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
		lang_id lang = words_lang(languages->words,
					  languages->rows->items[row].code);

		languages->numbers[row] = lang;
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
		word_cache_release(&languages->of[i].known);
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

void languages_make_key(struct languages *languages, struct str text,
			struct strbuf *out)
{
	names_key_make(languages->key, text, out);
}

void languages_name_base(struct languages *languages, struct str name,
			 struct strbuf *out)
{
	names_key_base(languages->key, name, out);
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
