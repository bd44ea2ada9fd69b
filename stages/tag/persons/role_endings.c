#include "role_endings.h"

#include <stdlib.h>

struct ending {
	struct str lemma, text; /* of the lexicons */
};

struct role_endings {
	LIST(struct ending) of_kind[ROLE_ENDINGS][LANG_MAX];
};

static const char *const kinds[] = {
	[ENDS_SEVERAL] = "several",
	[ENDS_SEVERAL_OR_ONE] = "several_or_one",
	[ENDS_APART] = "apart",
	[ENDS_LIKE] = "like",
	[ENDS_OF] = "of",
	[ENDS_BASE] = "base",
	[ENDS_BASE_F] = "base_f",
	[ENDS_VERB] = "verb",
	[ENDS_VERB_M] = "verb_m",
	[ENDS_VERB_F] = "verb_f",
	[ROLE_ENDINGS] = NULL
};

int role_endings_open(struct role_endings **out,
		      const struct knowledge *knowledge, struct err *err)
{
	struct role_endings *endings = memory_get(sizeof *endings);
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "role_endings.tsv",
				&table, err);

	memset(endings, 0, sizeof *endings);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		unsigned kind = 0;
		lang_id lang = LANG_UND;

		rc = table_choice(table, row, "kind", kinds, &kind, err);
		if (rc == 0)
			rc = knowledge_lang(knowledge, table, row, &lang, err);
		if (rc < 0)
			break;
		*LIST_ADD(&endings->of_kind[kind][lang]) = (struct ending){
			table_named_cell(table, row, "lemma"),
			table_named_cell(table, row, "ending")
		};
		table_take(table, row);
	}
	if (rc < 0) {
		role_endings_close(endings);
		endings = NULL;
	}
	*out = endings;
	return rc;
}

void role_endings_close(struct role_endings *endings)
{
	if (!endings)
		return;
	for (int kind = 0; kind < ROLE_ENDINGS; kind++)
		for (int lang = 0; lang < LANG_MAX; lang++)
			LIST_RELEASE(&endings->of_kind[kind][lang]);
	free(endings);
}

bool role_endings_has(const struct role_endings *endings,
		      const struct scan *scan, size_t token,
		      enum role_ending kind)
{
	lang_id lang = scan_lang(scan, token);
	struct str form = words_text(scan->words, scan_fold(scan, token));
	struct str lemma = words_text(scan->words,
				      scan->doc->tokens.items[token].stem);

	for (size_t i = 0; i < endings->of_kind[kind][lang].count; i++) {
		const struct ending *e = &endings->of_kind[kind][lang].items[i];

		if (str_has_suffix(form, e->text) &&
		    str_has_suffix(lemma, e->lemma) &&
		    !(kind == ENDS_VERB && str_equal(form, lemma)))
			return true;
	}
	return false;
}

bool role_endings_any(const struct role_endings *endings, lang_id lang,
		      enum role_ending kind)
{
	return endings->of_kind[kind][lang].count > 0;
}
