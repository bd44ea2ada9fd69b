#include "law_words.h"

#include "utf8.h"

#include <stdlib.h>

struct law_words {
	struct languages *languages;
	struct words *words;
	struct phrases *phrases;   /* value: index in list */
	LIST(struct law_word) list;
	struct interned empty;     /* stems with their language */
	struct interned firsts;    /* of first words, the same */
	struct word_cache begins;  /* of each fold: 1 no row begins so, 2 one does */
	struct phrase_matches matches;
	struct strbuf key;         /* reused */
};

static struct str stem_key(struct law_words *words, lang_id lang, word_id form)
{
	strbuf_clear(&words->key);
	strbuf_add(&words->key, words_lang_code(words->words, lang));
	strbuf_add_char(&words->key, ' ');
	strbuf_add(&words->key,
		   words_text(words->words,
			      languages_stem(words->languages, lang, form)));
	return strbuf_view(&words->key);
}

static void add_empty(struct law_words *words, lang_id lang, struct str text)
{
	struct str word;

	while (str_split(&text, ' ', &word))
		interned_add(&words->empty,
			     stem_key(words, lang,
				      words_add(words->words, word)));
}

static void add_first(struct law_words *words, lang_id lang, struct str text)
{
	struct str word = str_slice(text, 0, str_find(text, STR(" "), 0));

	interned_add(&words->firsts,
		     stem_key(words, lang, words_add(words->words, word)));
}

/* Most words begin no row: they are known after one look. */
static bool may_begin(struct law_words *words, word_id fold)
{
	uint32_t *known = word_cache_at(&words->begins, words->words, fold);
	bool may = *known == 2;

	if (*known != 0)
		return may;
	for (size_t i = 0; i < words->list.count && !may; i++) {
		lang_id lang = words->list.items[i].lang;

		if (i == 0 || lang != words->list.items[i - 1].lang)
			may = interned_find(&words->firsts,
					    stem_key(words, lang, fold)) != 0;
	}
	*word_cache_at(&words->begins, words->words, fold) = may ? 2 : 1;
	return may;
}

static bool begins_capital(struct str text)
{
	size_t at = 0;

	return text.len > 0 && utf8_is_upper(utf8_next(text, &at));
}

static int add_row(struct law_words *words, const struct knowledge *knowledge,
		   struct table *table, size_t row, struct err *err)
{
	static const char *const roles[] = {
		[LAW_BEFORE] = "before", [LAW_BEHIND] = "behind",
		[LAW_ON] = "on", [LAW_LINK] = "link", [LAW_WITH] = "with",
		[LAW_NOT] = "not", [LAW_NOT_BEHIND] = "not_behind",
		[LAW_LED] = "led", [LAW_DATED] = "dated", [LAW_AGAIN] = "again", NULL
	};
	static const char *const forms[] = { "this", "any", NULL };
	struct str text = table_named_cell(table, row, "word");
	struct law_word word = { .id = table_named_cell(table, row, "id"),
				 .text = text };
	unsigned role, form;
	int rc = knowledge_lang(knowledge, table, row, &word.lang, err);

	if (rc == 0)
		rc = table_choice(table, row, "role", roles, &role, err);
	if (rc == 0)
		rc = table_choice(table, row, "forms", forms, &form, err);
	if (rc < 0)
		return rc;
	word.role = (enum law_role)role;
	word.any_form = form == 1;
	word.capital = begins_capital(text);
	if (word.any_form && str_find(text, STR("*"), 0) == text.len)
		phrases_add(words->phrases, word.lang, text,
			    (uint32_t)words->list.count);
	else
		phrases_add_forms(words->phrases, word.lang, text,
				  (uint32_t)words->list.count);
	add_first(words, word.lang, text);
	if (word.role <= LAW_ON || word.role == LAW_WITH)
		add_empty(words, word.lang, text);
	*LIST_ADD(&words->list) = word;
	table_take(table, row);
	return 0;
}

int law_words_open(struct law_words **out, const struct knowledge *knowledge,
		   struct err *err)
{
	struct law_words *words;
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "law_words.tsv", &table,
				err);

	if (rc < 0)
		return rc;
	words = memory_get_zeroed(sizeof *words);
	words->languages = knowledge->languages;
	words->words = knowledge->words;
	words->phrases = phrases_new(knowledge);
	interned_init(&words->empty);
	interned_init(&words->firsts);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(words, knowledge, table, row, err);
	if (rc < 0) {
		law_words_close(words);
		words = NULL;
	}
	*out = words;
	return rc;
}

void law_words_close(struct law_words *words)
{
	if (!words)
		return;
	phrases_free(words->phrases);
	LIST_RELEASE(&words->list);
	interned_release(&words->empty);
	interned_release(&words->firsts);
	word_cache_release(&words->begins);
	list_free(words->matches.items);
	strbuf_release(&words->key);
	free(words);
}

const struct law_word *law_words_at(struct law_words *words, struct scan *scan,
				    size_t token, enum law_role role,
				    size_t *end)
{
	if (!may_begin(words, scan_fold(scan, token)))
		return NULL;
	words->matches.count = 0;
	phrases_match(words->phrases, scan->doc, token,
		      scan_sentence_end(scan, token), &words->matches);
	for (size_t i = 0; i < words->matches.count; i++) {
		const struct phrase_match *match = &words->matches.items[i];
		const struct law_word *word = &words->list.items[match->value];

		if (word->role == role && (word->any_form || match->exact) &&
		    (!word->capital ||
		     scan_shape(scan, token) & SHAPE_CAPITAL)) {
			*end = match->end;
			return word;
		}
	}
	return NULL;
}

bool law_words_is_empty(struct law_words *words, lang_id lang, word_id form)
{
	return interned_find(&words->empty, stem_key(words, lang, form)) != 0;
}
