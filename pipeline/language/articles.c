#include "articles.h"

#include <stdlib.h>

struct articles {
	struct languages *languages;
	struct words *words;
	LIST(struct article_word) list;  /* words for articles */
	LIST(struct article_word) parts; /* and what else there is */
};

static int add_row(struct articles *articles, const struct knowledge *knowledge,
		   struct table *table, size_t row, struct err *err)
{
	static const char *const sides[] = { "before", "behind",
					     "behind_form", "shown",
					     "shown_list", NULL };
	static const char *const units[] = { "article", "section", "part",
					     "join", NULL };
	struct article_word word = {
		.word = table_named_cell(table, row, "word")
	};
	unsigned side, unit;
	int rc = knowledge_lang(knowledge, table, row, &word.lang, err);

	if (rc == 0)
		rc = table_choice(table, row, "side", sides, &side, err);
	if (rc == 0)
		rc = table_choice(table, row, "unit", units, &unit, err);
	if (rc < 0)
		return rc;
	if (side > 2) { /* law_shown.h reads it */
		table_take(table, row);
		return 0;
	}
	word.unit = (enum law_unit)(unit + 1);
	word.before = side == 0;
	word.behind = side != 0;
	word.by_form = side == 2;
	if (word.unit == UNIT_ARTICLE)
		*LIST_ADD(&articles->list) = word;
	else
		*LIST_ADD(&articles->parts) = word;
	table_take(table, row);
	return 0;
}

int articles_open(struct articles **out, const struct knowledge *knowledge,
		  struct err *err)
{
	struct articles *articles;
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "articles.tsv", &table,
				err);

	if (rc < 0)
		return rc;
	articles = memory_get_zeroed(sizeof *articles);
	articles->languages = knowledge->languages;
	articles->words = knowledge->words;
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(articles, knowledge, table, row, err);
	if (rc < 0) {
		articles_close(articles);
		return rc;
	}
	*out = articles;
	return 0;
}

void articles_close(struct articles *articles)
{
	if (!articles)
		return;
	LIST_RELEASE(&articles->list);
	LIST_RELEASE(&articles->parts);
	free(articles);
}

bool articles_is_number(struct str text)
{
	return text.len > 0 && text.data[0] >= '0' && text.data[0] <= '9';
}

static word_id stem_of(struct articles *articles, lang_id lang, struct str text)
{
	return languages_stem(articles->languages, lang,
			      words_add(articles->words, text));
}

static uint8_t script_of(struct articles *articles, struct str text)
{
	return words_shape(articles->words, words_add(articles->words, text)) &
	       (SHAPE_LATIN | SHAPE_CYRILLIC);
}

static bool is_form_of(struct articles *articles,
		       const struct article_word *word, struct str text)
{
	struct words *words = articles->words;

	if (word->by_form)
		return words_fold(words, words_add(words, text)) ==
		       words_fold(words, words_add(words, word->word));
	return stem_of(articles, word->lang, text) ==
	       stem_of(articles, word->lang, word->word);
}

static bool is_word(struct articles *articles, struct str text, bool behind)
{
	uint8_t script = script_of(articles, text);

	for (size_t i = 0; i < articles->list.count; i++) {
		const struct article_word *word = &articles->list.items[i];

		if ((behind ? word->behind : word->before) &&
		    script_of(articles, word->word) == script &&
		    is_form_of(articles, word, text))
			return true;
	}
	return false;
}

static void add_unit(struct articles *articles, const struct article_word *row,
		     struct str word, enum law_unit *unit, bool *before,
		     bool *behind)
{
	if ((*unit != UNIT_NONE && *unit != row->unit) ||
	    script_of(articles, row->word) != script_of(articles, word) ||
	    !is_form_of(articles, row, word))
		return;
	*unit = row->unit;
	*before = *before || row->before;
	*behind = *behind || row->behind;
}

enum law_unit articles_unit(struct articles *articles, struct str word,
			    bool *before, bool *behind)
{
	enum law_unit unit = UNIT_NONE;

	*before = *behind = false;
	for (size_t i = 0; i < articles->list.count; i++)
		add_unit(articles, &articles->list.items[i], word, &unit,
			 before, behind);
	for (size_t i = 0; i < articles->parts.count; i++)
		add_unit(articles, &articles->parts.items[i], word, &unit,
			 before, behind);
	return unit;
}

bool articles_is_pair(struct articles *articles, struct str first,
		      struct str second)
{
	return articles_is_number(second)
		? !articles_is_number(first) && is_word(articles, first, false)
		: articles_is_number(first) && is_word(articles, second, true);
}

struct str articles_number(struct articles *articles, struct str text)
{
	size_t blank = str_find(text, STR(" "), 0), hyphen = text.len;
	struct str first = str_slice(text, 0, blank), rest;

	if (blank < text.len) {
		rest = str_slice(text, blank + 1, text.len);
		if (str_find(rest, STR(" "), 0) < rest.len ||
		    !articles_is_pair(articles, first, rest))
			return STR_NONE;
		return articles_is_number(first) ? first : rest;
	}
	if (!articles_is_number(text))
		return STR_NONE;
	while (hyphen > 0 && text.data[hyphen - 1] != '-')
		hyphen--;
	return hyphen > 1 && is_word(articles, str_slice(text, hyphen, text.len),
				     true)
		? str_slice(text, 0, hyphen - 1) : STR_NONE;
}

size_t articles_count(const struct articles *articles)
{
	return articles->list.count;
}

const struct article_word *articles_word(const struct articles *articles,
					 size_t index)
{
	return &articles->list.items[index];
}
