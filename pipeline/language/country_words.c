#include "country_words.h"

#include "countries.h"
#include "phrases.h"
#include "string_map.h"
#include "utf8.h"

#include <stdlib.h>

struct country_word {
	struct str code, text;
	bool adjective, doubtful, one_word;
	bool capital, acronym; /* how its first word is written */
};

struct country_words {
	const struct knowledge *knowledge;
	struct phrases *phrases;     /* value: index in `list` */
	LIST(struct country_word) list;
	struct document text;        /* of country_words_read: its tokens */
	struct pieces pieces;        /* reused */
	struct phrase_matches matches; /* reused */
	struct strbuf buf;           /* reused */
};

void country_words_close(struct country_words *w)
{
	if (!w)
		return;
	phrases_free(w->phrases);
	LIST_RELEASE(&w->list);
	document_release(&w->text);
	list_free(w->pieces.items);
	list_free(w->matches.items);
	strbuf_release(&w->buf);
	free(w);
}

/* All letters of the first word are upper case, two of them at least. */
static void look_at_letters(struct country_word *word)
{
	size_t at = 0, letters = 0;
	bool upper = true;

	while (at < word->text.len) {
		uint32_t c = utf8_next(word->text, &at);

		if (c == ' ')
			break;
		if (!utf8_is_letter(c))
			continue;
		if (letters++ == 0)
			word->capital = utf8_is_upper(c);
		upper = upper && utf8_is_upper(c);
	}
	word->acronym = upper && letters > 1;
	word->one_word = str_find(word->text, STR(" "), 0) == word->text.len;
}

static bool is_cyrillic(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if (utf8_is_cyrillic(utf8_next(text, &at)))
			return true;
	return false;
}

/* What a stemmer leaves apart: Беларусь, Беларуси; Китай, Китая. */
static void add_cases(struct country_words *w, const struct table *cases,
		      struct str text, uint32_t value)
{
	int ending = table_column(cases, "ending");
	int base = table_column(cases, "base");

	for (size_t row = 0; row < cases->row_count; row++) {
		struct str old = table_cell(cases, row, base);

		if (!str_has_suffix(text, old))
			continue;
		strbuf_clear(&w->buf);
		strbuf_add(&w->buf, str_slice(text, 0, text.len - old.len));
		strbuf_add(&w->buf, table_cell(cases, row, ending));
		phrases_add_forms(w->phrases, LANG_UND, strbuf_view(&w->buf),
				  value);
	}
}

/* A name in Cyrillic has the cases of all languages of the script. */
static int add_name(struct country_words *w, const struct table *cases,
		    lang_id lang, const struct country_word *word,
		    struct err *err)
{
	const struct lexicon_languages *languages;
	uint32_t value = (uint32_t)w->list.count;
	int rc = lexicons_languages(w->knowledge->lexicons, &languages, err);

	if (rc < 0)
		return rc;
	*LIST_ADD(&w->list) = *word;
	look_at_letters(&w->list.items[value]);
	phrases_add(w->phrases, lang, word->text, value);
	if (!is_cyrillic(word->text))
		return 0;
	for (size_t i = 0; i < languages->count; i++) {
		lang_id other = languages_find(w->knowledge->languages,
					       languages->items[i].code);

		if (other != lang &&
		    languages->items[i].script == SCRIPT_CYRILLIC)
			phrases_add_foreign(w->phrases, other, word->text,
					    value);
	}
	if (w->list.items[value].one_word && !w->list.items[value].acronym)
		add_cases(w, cases, word->text, value);
	return 0;
}

/* The code of the country that a place is, or with `inside` is in; empty where
 * it is none. */
static struct str code_of(const struct countries *all,
			  const struct string_map *inside, struct str id)
{
	const struct country *country = countries_by_id(all, id);
	uint32_t place;

	if (!inside)
		return country ? country->code : STR_NONE;
	place = country ? 0 : string_map_find(inside, id);
	return place > 0 ? all->list.items[place - 1].code : STR_NONE;
}

static int load_names(struct country_words *w, const struct countries *all,
		      const struct string_map *inside, struct err *err)
{
	struct lexicons *lexicons = w->knowledge->lexicons;
	struct str code = STR_NONE, last = STR_NONE;
	struct table *names, *cases;
	int rc = lexicons_table(lexicons, "names/places.tsv", &names, err);

	if (rc == 0)
		rc = lexicons_table(lexicons, "name_cases.tsv", &cases, err);
	for (size_t row = 0; rc == 0 && row < names->row_count; row++) {
		struct str id = table_named_cell(names, row, "id");
		lang_id lang;

		if (row == 0 || !str_equal(id, last))
			code = code_of(all, inside, id);
		last = id;
		if (code.len == 0)
			continue;
		rc = knowledge_lang(w->knowledge, names, row, &lang, err);
		if (rc == 0)
			rc = add_name(w, cases, lang, &(struct country_word){
				.code = code,
				.text = table_named_cell(names, row, "name"),
				.doubtful = table_named_cell(names, row,
							     "cue").len > 0
			}, err);
	}
	return rc;
}

static int load_adjective(struct country_words *w, struct table *table,
			  size_t row, const struct countries *all,
			  struct err *err)
{
	struct str id = table_named_cell(table, row, "id");
	const struct country *country = countries_by_id(all, id);
	uint32_t value = (uint32_t)w->list.count;
	struct country_word *word;
	lang_id lang;
	int rc = knowledge_lang(w->knowledge, table, row, &lang, err);

	if (rc < 0)
		return rc;
	if (!country)
		return table_refuse(table, row, err, "'%.*s' is no country of"
				    " places.tsv", STR_ARGS(id));
	word = LIST_ADD(&w->list);
	*word = (struct country_word){
		.code = country->code, .adjective = true,
		.text = table_named_cell(table, row, "word")
	};
	look_at_letters(word);
	phrases_add(w->phrases, lang, word->text, value);
	table_take(table, row);
	return 0;
}

static int load_adjectives(struct country_words *w, const struct countries *all,
			   struct err *err)
{
	struct table *table;
	int rc = lexicons_table(w->knowledge->lexicons, "nationalities.tsv",
				&table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = load_adjective(w, table, row, all, err);
	return rc;
}

/* The places of places.tsv that are in a country: 1 and its place in `all`. */
static int load_inside(struct lexicons *lexicons, const struct countries *all,
		       struct string_map *inside, struct err *err)
{
	struct table *table;
	int rc = lexicons_table(lexicons, "places.tsv", &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		const struct country *country = countries_by_code(
			all, table_named_cell(table, row, "country"));

		if (country)
			string_map_add(inside,
				       table_named_cell(table, row, "id"),
				       (uint32_t)(country - all->list.items) +
					       1);
	}
	return rc;
}

static int load(struct country_words *w, bool places, struct err *err)
{
	struct lexicons *lexicons = w->knowledge->lexicons;
	struct string_map inside = STRING_MAP_INIT;
	const struct countries *all;
	int rc = languages_need(w->knowledge->languages,
				LANGUAGES_SPLIT | LANGUAGES_STEM, err);

	if (rc == 0)
		rc = lexicons_countries(lexicons, &all, err);
	if (rc == 0 && places)
		rc = load_inside(lexicons, all, &inside, err);
	if (rc == 0)
		rc = load_names(w, all, places ? &inside : NULL, err);
	if (rc == 0 && !places)
		rc = load_adjectives(w, all, err);
	string_map_release(&inside);
	return rc;
}

static int open_words(struct country_words **out,
		      const struct knowledge *knowledge, bool places,
		      struct err *err)
{
	struct country_words *w = memory_get(sizeof *w);
	int rc;

	*w = (struct country_words){ .knowledge = knowledge };
	document_init(&w->text, knowledge->words);
	w->phrases = phrases_new(knowledge);
	rc = load(w, places, err);
	if (rc < 0) {
		country_words_close(w);
		w = NULL;
	}
	*out = w;
	return rc;
}

int country_words_open(struct country_words **out,
		       const struct knowledge *knowledge, struct err *err)
{
	return open_words(out, knowledge, false, err);
}

int country_words_open_places(struct country_words **out,
			      const struct knowledge *knowledge,
			      struct err *err)
{
	return open_words(out, knowledge, true, err);
}

int country_words_share(struct country_words **out,
			const struct knowledge *knowledge, struct err *err)
{
	struct country_words **shared = &knowledge->shared->country_words;
	int rc = *shared ? 0 : country_words_open(shared, knowledge, err);

	*out = *shared;
	return rc;
}

static bool is_written_so(const struct country_words *w,
			  const struct country_word *word,
			  const struct token *token, bool small)
{
	uint8_t shape = words_shape(w->knowledge->words, token->form);

	if (word->acronym)
		return shape & SHAPE_ALL_CAPITAL;
	return small || !word->capital || (shape & SHAPE_CAPITAL);
}

/* A word that has a name's stem is a form of it if the whole name stands
 * before the ending, as in Kazakh; Малый is none of Мали. */
static bool is_form(const struct country_words *w,
		    const struct country_word *word,
		    const struct phrase_match *match,
		    const struct token *token)
{
	struct words *words = w->knowledge->words;
	struct strbuf name = STRBUF_INIT;
	bool is;

	if (match->exact || !word->one_word || word->adjective)
		return true;
	utf8_add_fold(&name, word->text);
	is = str_has_prefix(words_text(words, words_fold(words, token->form)),
			    strbuf_view(&name));
	strbuf_release(&name);
	return is;
}

static bool find_at(struct country_words *w, const struct document *doc,
		    size_t first, size_t end, bool small,
		    struct country_hit *hit)
{
	const struct token *token = &doc->tokens.items[first];

	w->matches.count = 0;
	phrases_match(w->phrases, doc, first, end, &w->matches);
	for (size_t i = 0; i < w->matches.count; i++) {
		const struct phrase_match *match = &w->matches.items[i];
		const struct country_word *word =
			&w->list.items[match->value];

		if (!is_written_so(w, word, token, small) ||
		    !is_form(w, word, match, token))
			continue;
		*hit = (struct country_hit){
			.first = first, .end = match->end, .code = word->code,
			.adjective = word->adjective,
			.doubtful = word->doubtful
		};
		return true;
	}
	return false;
}

void country_words_find(struct country_words *w, const struct document *doc,
			size_t first, size_t end, bool small,
			struct country_hits *out)
{
	struct country_hit hit;

	while (first < end) {
		if (find_at(w, doc, first, end, small, &hit)) {
			*LIST_ADD(out) = hit;
			first = hit.end;
		} else {
			first++;
		}
	}
}

void country_words_read(struct country_words *w, struct str text, lang_id lang,
			struct country_hits *out)
{
	w->pieces.count = 0;
	LIST_CLEAR(&w->text.tokens);
	languages_split(w->knowledge->languages, lang, text, &w->pieces);
	for (size_t i = 0; i < w->pieces.count; i++)
		*LIST_ADD(&w->text.tokens) = (struct token){
			.form = w->pieces.items[i].form, .lang = lang
		};
	country_words_find(w, &w->text, 0, w->pieces.count,
			   !utf8_has_upper(text), out);
}

struct range country_words_range(const struct country_words *w,
				 const struct country_hit *hit)
{
	return (struct range){ w->pieces.items[hit->first].start,
			       w->pieces.items[hit->end - 1].end };
}

size_t country_words_length(const struct country_words *w)
{
	return w->text.tokens.count;
}

struct str country_hits_code(const struct country_hits *hits)
{
	for (size_t i = 1; i < hits->count; i++)
		if (!str_equal(hits->items[i].code, hits->items[0].code))
			return STR_NONE;
	return hits->count > 0 ? hits->items[0].code : STR_NONE;
}
