#include "store.h"

static int64_t sentence_row(const struct store *store, size_t sentence)
{
	return store->sentences.items[sentence];
}

/* Where an extent stands; all zero or -1 for an empty one. */
static void locate_extent(struct store *store, struct extent extent,
			  struct location *where)
{
	const struct document *doc = store->doc;

	if (extent.first == extent.end) {
		*where = (struct location){ .source_start = -1,
					    .source_end = -1 };
		return;
	}
	store_locate(store, doc->sentences.items[extent.sentence].paragraph,
		     doc->tokens.items[extent.first].start,
		     doc->tokens.items[extent.end - 1].end, where);
}

/* The location of an extent, or of the sentence where the extent is empty. */
static void locate_or_sentence(struct store *store, struct extent extent,
			       size_t sentence, struct location *where)
{
	const struct sentence *s = &store->doc->sentences.items[sentence];

	if (extent.first < extent.end)
		locate_extent(store, extent, where);
	else
		store_locate(store, s->paragraph, s->start, s->end, where);
}

static int put_mention(struct store *store, const struct mention *mention,
		       struct err *err)
{
	const struct document *doc = store->doc;
	const struct sentence *s =
		&doc->sentences.items[mention->where.sentence];
	struct str form = extent_text(doc, mention->where);
	struct statement *st = store->st[PUT_MENTION];
	struct location where;
	int rc = store_touch(store, mention->id, err);

	if (rc < 0)
		return rc;
	locate_extent(store, mention->where, &where);
	statement_bind_number(st, 1, sentence_row(store,
						  mention->where.sentence));
	statement_bind(st, 2, mention_types_name(&doc->words->types,
						  mention->type));
	statement_bind_some(st, 3, mention->id);
	statement_bind_some(st, 4, mention->value);
	statement_bind(st, 5, form);
	statement_bind_number(st, 6, where.start);
	statement_bind_number(st, 7, where.end);
	store_bind_location(st, 8, &where);
	if ((rc = statement_run(st, err)) < 0 || mention->id.len == 0)
		return rc;
	st = store->st[PUT_ALIAS];
	statement_bind(st, 1, mention->id);
	statement_bind(st, 2, form);
	statement_bind(st, 3, words_lang_code(doc->words, s->lang));
	statement_bind(st, 4, mention_types_name(&doc->words->types,
						  mention->type));
	return statement_run(st, err);
}

static int put_parties(struct store *store, int64_t incident, struct str role,
		       struct str ids, struct err *err)
{
	struct statement *st = store->st[PUT_PARTY];
	int64_t position = 0;
	struct str id;
	int rc = 0;

	while (rc == 0 && str_split(&ids, ';', &id)) {
		if (id.len == 0)
			continue;
		if (store_is_entity(store, id) &&
		    (rc = store_touch(store, id, err)) < 0)
			break;
		statement_bind_number(st, 1, incident);
		statement_bind(st, 2, role);
		statement_bind_number(st, 3, ++position);
		statement_bind(st, 4, id);
		statement_bind_some(st, 5, store_is_entity(store, id)
						   ? id : STR_NONE);
		rc = statement_run(st, err);
	}
	return rc;
}

static int put_incident(struct store *store, const struct incident *incident,
			struct err *err)
{
	struct statement *st = store->st[PUT_INCIDENT];
	struct location where;
	int64_t id;
	int rc;

	locate_or_sentence(store, incident->trigger, incident->sentence,
			   &where);
	statement_bind_number(st, 1, sentence_row(store, incident->sentence));
	statement_bind(st, 2, incident->id);
	statement_bind(st, 3, incident->type);
	statement_bind_some(st, 4, incident->date);
	statement_bind_some(st, 5, extent_text(store->doc, incident->trigger));
	store_bind_location(st, 6, &where);
	if ((rc = statement_run(st, err)) < 0)
		return rc;
	id = database_last_id(store->db);
	if ((rc = put_parties(store, id, STR("target"), incident->target,
			      err)) == 0 &&
	    (rc = put_parties(store, id, STR("place"), incident->place,
			      err)) == 0 &&
	    (rc = put_parties(store, id, STR("actor"), incident->actor,
			      err)) == 0)
		rc = put_parties(store, id, STR("law"), incident->law, err);
	return rc;
}

static int put_quotation(struct store *store,
			 const struct quotation *quotation, struct err *err)
{
	const struct document *doc = store->doc;
	struct statement *st = store->st[PUT_QUOTATION];
	struct location where;
	bool named = store_is_entity(store, quotation->speaker);
	int rc = named ? store_touch(store, quotation->speaker, err) : 0;

	if (rc < 0)
		return rc;
	locate_or_sentence(store, quotation->quote, quotation->sentence,
			   &where);
	statement_bind_number(st, 1, sentence_row(store, quotation->sentence));
	statement_bind(st, 2, quotation->id);
	statement_bind(st, 3, quotation->kind);
	statement_bind_some(st, 4, named ? quotation->speaker : STR_NONE);
	statement_bind_some(st, 5, extent_text(doc, quotation->cue));
	statement_bind_some(st, 6, extent_text(doc, quotation->quote));
	store_bind_location(st, 7, &where);
	return statement_run(st, err);
}

int store_found(struct store *store, struct err *err)
{
	const struct document *doc = store->doc;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < doc->mentions.count; i++)
		rc = put_mention(store, &doc->mentions.items[i], err);
	for (size_t i = 0; rc == 0 && i < doc->incidents.count; i++)
		rc = put_incident(store, &doc->incidents.items[i], err);
	for (size_t i = 0; rc == 0 && i < doc->quotations.count; i++)
		rc = put_quotation(store, &doc->quotations.items[i], err);
	return rc;
}

static int put_footnote(struct store *store, const struct footnote *note,
			struct err *err)
{
	struct statement *st = store->st[PUT_FOOTNOTE];

	statement_bind_number(st, 1, store->paragraphs.items[note->paragraph]);
	statement_bind(st, 2, note->number);
	if (note->anchor == SIZE_MAX) {
		statement_bind_null(st, 3);
		statement_bind_null(st, 4);
	} else {
		struct location where;

		store_locate(store, note->anchor, note->anchor_at,
			     note->anchor_at, &where);
		statement_bind_number(st, 3,
				      store->paragraphs.items[note->anchor]);
		statement_bind_number(st, 4, where.start);
	}
	statement_bind_some(st, 5, note->author);
	statement_bind_some(st, 6, note->title);
	statement_bind_some(st, 7, note->outlet);
	statement_bind_some(st, 8, note->date);
	statement_bind_some(st, 9, note->url);
	return statement_run(st, err);
}

static int put_score(struct store *store, const struct score *score,
		     struct err *err)
{
	struct statement *st = store->st[PUT_SCORE];

	statement_bind_number(st, 1, store->paragraphs.items[score->paragraph]);
	statement_bind(st, 2, score->scope);
	statement_bind_some(st, 3, score->value);
	statement_bind_some(st, 4, score->label);
	statement_bind_some(st, 5, score->change);
	return statement_run(st, err);
}

static int put_link(struct store *store, const struct link *link,
		    struct err *err)
{
	struct statement *st = store->st[PUT_LINK];
	struct location where;

	store_locate(store, link->paragraph, link->start, link->end, &where);
	statement_bind_number(st, 1, store->paragraphs.items[link->paragraph]);
	statement_bind_number(st, 2, where.start);
	statement_bind_number(st, 3, where.end);
	statement_bind(st, 4, link->target);
	return statement_run(st, err);
}

int store_notes(struct store *store, struct err *err)
{
	const struct document *doc = store->doc;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < doc->footnotes.count; i++)
		rc = put_footnote(store, &doc->footnotes.items[i], err);
	for (size_t i = 0; rc == 0 && i < doc->scores.count; i++)
		rc = put_score(store, &doc->scores.items[i], err);
	for (size_t i = 0; rc == 0 && i < doc->links.count; i++)
		rc = put_link(store, &doc->links.items[i], err);
	return rc;
}
