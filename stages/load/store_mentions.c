#include "store.h"

/* By CORRECTED_*. */
static const char *const corrected[] = {
	"", "entity", "type", "entity type"
};

/* In percent; 0: not known. What people say of a mention is right. */
static unsigned confidence(const struct store *store,
			   const struct mention *mention)
{
	if (mention->corrected)
		return 100;
	return rules_confidence(store->rules, mention->rule,
				mention_types_name(&store->doc->words->types,
						   mention->type));
}

static int put_mention(struct store *store, size_t index, struct err *err)
{
	const struct document *doc = store->doc;
	const struct mention *mention = &doc->mentions.items[index];
	const struct sentence *s =
		&doc->sentences.items[mention->where.sentence];
	struct str form = mention_text(doc, mention);
	struct statement *st = store->st[PUT_MENTION];
	struct location where;
	unsigned percent;
	int rc = store_touch(store, mention->id, err);

	if (rc < 0)
		return rc;
	store_locate(store, s->paragraph,
		     doc->tokens.items[mention->where.first].start,
		     mention_end(doc, mention), &where);
	statement_bind_number(st, 1, store->first_sentence +
			      (int64_t)mention->where.sentence);
	statement_bind(st, 2, mention_types_name(&doc->words->types,
						  mention->type));
	statement_bind_some(st, 3, mention->id);
	statement_bind_some(st, 4, mention->value);
	statement_bind_number(st, 5, where.start);
	statement_bind_number(st, 6, where.end);
	store_bind_location(st, 7, &where);
	statement_bind_number(st, 11, store->first_mention + (int64_t)index);
	statement_bind_some(st, 12, str_of(corrected[mention->corrected]));
	statement_bind_some(st, 13, mention->rule);
	percent = confidence(store, mention);
	if (percent > 0)
		statement_bind_number(st, 14, percent);
	else
		statement_bind_null(st, 14);
	if ((rc = statement_run(st, err)) < 0 || mention->id.len == 0)
		return rc;
	store_add_alias(store, (const struct str[ALIAS_PARTS]){
		mention->id, form, words_lang_code(doc->words, s->lang),
		mention_types_name(&doc->words->types, mention->type)
	}, 1);
	return 0;
}

int store_mentions(struct store *store, struct err *err)
{
	const struct document *doc = store->doc;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < doc->mentions.count; i++)
		rc = put_mention(store, i, err);
	return rc;
}
