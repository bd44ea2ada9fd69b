#include "knowledge.h"

#include "articles.h"

#include "case_steps.h"
#include "country_words.h"
#include "law_shown.h"
#include "lexemes.h"
#include "rules.h"
#include "type_map.h"

#include <stdlib.h>

int knowledge_begin(struct knowledge *knowledge, struct words *words,
		    struct lexicons *lexicons, struct err *err)
{
	int rc;

	*knowledge = (struct knowledge){
		.words = words, .lexicons = lexicons,
		.shared = memory_get_zeroed(sizeof *knowledge->shared)
	};
	rc = languages_open(&knowledge->languages, words, lexicons, err);
	if (rc == 0)
		rc = lexicons_types(lexicons, &words->types, &knowledge->types,
				    err);
	if (rc < 0)
		knowledge_end(knowledge);
	return rc;
}

void knowledge_end(struct knowledge *knowledge)
{
	if (knowledge->shared)
		country_words_close(knowledge->shared->country_words);
	free(knowledge->shared);
	languages_close(knowledge->languages);
	*knowledge = (struct knowledge){ .lexicons = NULL };
}

int knowledge_open(struct knowledge *knowledge, struct words *words,
		   const char *lexicons, struct err *err)
{
	struct lexicons *own = NULL;
	int rc = lexicons_open(&own, lexicons, err);

	*knowledge = (struct knowledge){ .lexicons = NULL };
	if (rc == 0)
		rc = knowledge_begin(knowledge, words, own, err);
	if (rc < 0)
		lexicons_close(own);
	return rc;
}

void knowledge_close(struct knowledge *knowledge)
{
	struct lexicons *own = knowledge->lexicons;

	knowledge_end(knowledge);
	lexicons_close(own);
}

int knowledge_check(struct knowledge *knowledge, struct err *err)
{
	const struct lexicon_languages *languages;
	struct articles *articles;
	struct law_shown *shown;
	struct case_steps steps;
	struct table *types;
	struct rules *rules;
	int rc = lexicons_languages(knowledge->lexicons, &languages, err);

	for (size_t i = 0; rc == 0 && i < languages->count; i++)
		if (languages->items[i].stemmer.len > 0)
			rc = lexemes_check(knowledge->lexicons,
					   languages->items[i].code, err);
	if (rc == 0 && (rc = articles_open(&articles, knowledge, err)) == 0)
		articles_close(articles);
	if (rc == 0 &&
	    (rc = law_shown_open(&shown, knowledge->lexicons, err)) == 0)
		law_shown_close(shown);
	if (rc == 0 &&
	    (rc = case_steps_open(&steps, knowledge->lexicons, err)) == 0)
		case_steps_release(&steps);
	if (rc == 0)
		rc = type_map_open(&types, knowledge->lexicons, err);
	if (rc == 0 &&
	    (rc = rules_open(&rules, knowledge->lexicons, err)) == 0)
		rules_close(rules);
	return rc;
}

static int refuse_lang(const struct knowledge *knowledge,
		       const struct table *table, size_t row, struct err *err)
{
	const struct lexicon_languages *languages;
	struct strbuf codes = STRBUF_INIT;
	struct str cell = table_named_cell(table, row, "lang");
	int rc = lexicons_languages(knowledge->lexicons, &languages, err);

	for (size_t i = 0; rc == 0 && i < languages->count; i++) {
		strbuf_add(&codes, languages->items[i].code);
		strbuf_add_char(&codes, ' ');
	}
	if (rc == 0)
		rc = table_refuse(table, row, err, "lang '%.*s': expected one"
				  " of %sor mul", STR_ARGS(cell),
				  codes.len > 0 ? codes.data : "");
	strbuf_release(&codes);
	return rc;
}

int knowledge_lang(const struct knowledge *knowledge, const struct table *table,
		   size_t row, lang_id *lang, struct err *err)
{
	struct str cell = table_named_cell(table, row, "lang");

	*lang = languages_find(knowledge->languages, cell);
	if (*lang != LANG_UND || str_equal(cell, STR("mul")))
		return 0;
	return refuse_lang(knowledge, table, row, err);
}

int knowledge_mention_type(const struct knowledge *knowledge,
			   const struct table *table, size_t row,
			   enum mention_type *type, struct err *err)
{
	const struct mention_types *types = &knowledge->words->types;
	struct str cell = table_named_cell(table, row, "type");
	struct strbuf names = STRBUF_INIT;
	int rc;

	if (mention_types_find(types, cell, type))
		return 0;
	mention_types_list(types, &names);
	rc = table_refuse(table, row, err, "type '%.*s': expected one of %s",
			  STR_ARGS(cell), names.data);
	strbuf_release(&names);
	return rc;
}
