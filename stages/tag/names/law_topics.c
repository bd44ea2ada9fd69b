#include "law_topics.h"

#include "gazetteer_internal.h"

#include <stdlib.h>

struct law_topics {
	const struct knowledge *knowledge;
	struct law_words *words;
	const struct gazetteer *names;
	struct country_words *countries;
	struct interned keys;
	LIST(uint32_t) first;     /* of each key: in `list` + 1 */
	LIST(struct topic {
		uint32_t entity;
		uint32_t next;    /* of the same key + 1 */
	}) list;
	bool is_read;
	struct country_hits hits; /* reused */
	struct pieces pieces;
	struct strbuf key;
};

void law_topics_open(struct law_topics **out,
		     const struct knowledge *knowledge, struct law_words *words,
		     const struct gazetteer *names,
		     struct country_words *countries)
{
	struct law_topics *topics = memory_get_zeroed(sizeof *topics);

	topics->knowledge = knowledge;
	topics->words = words;
	topics->names = names;
	topics->countries = countries;
	interned_init(&topics->keys);
	LIST_ADD(&topics->first);
	*out = topics;
}

void law_topics_close(struct law_topics *topics)
{
	if (!topics)
		return;
	interned_release(&topics->keys);
	LIST_RELEASE(&topics->first);
	LIST_RELEASE(&topics->list);
	list_free(topics->hits.items);
	list_free(topics->pieces.items);
	strbuf_release(&topics->key);
	free(topics);
}

/* A word that tells what the act is about. */
static void add_word(struct law_topics *topics, lang_id lang, word_id form,
		     struct strbuf *out)
{
	struct languages *languages = topics->knowledge->languages;
	struct words *words = topics->knowledge->words;

	if (words_kind(words, form) != KIND_WORD ||
	    languages_is_stopword(languages, lang, form) ||
	    law_words_is_empty(topics->words, lang, form))
		return;
	if (out->len > 0)
		strbuf_add_char(out, ' ');
	strbuf_add(out, words_text(words, languages_stem(languages, lang,
							 form)));
}

static bool is_in_hit(const struct country_hits *hits, size_t token)
{
	for (size_t i = 0; i < hits->count; i++)
		if (token >= hits->items[i].first && token < hits->items[i].end)
			return true;
	return false;
}

struct str law_topics_key(struct law_topics *topics, const struct scan *scan,
			  size_t first, size_t end, struct strbuf *out)
{
	topics->hits.count = 0;
	country_words_find(topics->countries, scan->doc, first, end, false,
			   &topics->hits);
	strbuf_clear(out);
	for (size_t t = first; t < end; t++)
		if (!is_in_hit(&topics->hits, t))
			add_word(topics, scan_lang(scan, t),
				 scan->doc->tokens.items[t].form, out);
	return strbuf_view(out);
}

static void add_key(struct law_topics *topics, struct str key, uint32_t entity)
{
	uint32_t number = interned_add(&topics->keys, key);

	while (topics->first.count <= number)
		LIST_ADD(&topics->first);
	for (uint32_t i = topics->first.items[number]; i > 0;
	     i = topics->list.items[i - 1].next)
		if (topics->list.items[i - 1].entity == entity)
			return;
	*LIST_ADD(&topics->list) = (struct topic){
		entity, topics->first.items[number]
	};
	topics->first.items[number] = (uint32_t)topics->list.count;
}

static void add_name(struct law_topics *topics, const struct name *name)
{
	struct languages *languages = topics->knowledge->languages;
	struct str text = name->text;
	struct range range;
	bool is_cut;

	topics->hits.count = 0;
	country_words_read(topics->countries, text, name->lang, &topics->hits);
	is_cut = topics->hits.count == 1;
	if (is_cut)
		range = country_words_range(topics->countries,
					    &topics->hits.items[0]);
	topics->pieces.count = 0;
	languages_split(languages, name->lang, text, &topics->pieces);
	strbuf_clear(&topics->key);
	for (size_t i = 0; i < topics->pieces.count; i++) {
		const struct piece *piece = &topics->pieces.items[i];

		if (!is_cut || piece->end <= range.start ||
		    piece->start >= range.end)
			add_word(topics, name->lang, piece->form, &topics->key);
	}
	if (topics->key.len > 0)
		add_key(topics, strbuf_view(&topics->key), name->entity);
}

static void read_names(struct law_topics *topics)
{
	const struct gazetteer *g = topics->names;

	topics->is_read = true;
	for (size_t i = 0; i < g->names.count; i++) {
		const struct name *name = &g->names.items[i];
		const struct entity *entity =
			&g->entities.list.items[name->entity];

		if (entity->type == MENTION_LAW && !entity->is_article &&
		    name->lang != LANG_UND)
			add_name(topics, name);
	}
}

/* A bill on cybercrime is no convention on it. */
static bool is_of_kind(const struct entity *entity, struct str kind)
{
	if (str_equal(kind, STR("law")) || str_equal(kind, STR("code")))
		return str_equal(entity->kind, kind);
	if (str_equal(entity->kind, STR("law")) ||
	    str_equal(entity->kind, STR("code")))
		return false;
	return true;
}

static bool fits(const struct entity *entity, struct str kind,
		 struct str country)
{
	if (!is_of_kind(entity, kind))
		return false;
	return country.len == 0 || entity->country.len != 2 ||
	       str_equal(entity->country, country);
}

struct str law_topics_find(struct law_topics *topics, const struct scan *scan,
			   struct str key, struct str kind,
			   struct str country)
{
	const struct entity *best = NULL;
	uint32_t number;

	if (!topics->is_read)
		read_names(topics);
	number = interned_find(&topics->keys, key);
	for (uint32_t i = number ? topics->first.items[number] : 0; i > 0;
	     i = topics->list.items[i - 1].next) {
		const struct entity *entity = &topics->names->entities.list
			.items[topics->list.items[i - 1].entity];

		if (fits(entity, kind, country) &&
		    (!best || name_is_better(scan, country, entity, best) ||
		     (!name_is_better(scan, country, best, entity) &&
		      str_compare(entity->id, best->id) < 0)))
			best = entity;
	}
	if (!best)
		return STR_NONE;
	return country.len == 0 && name_has_own_id(best)
		? str_slice(best->id, 3, best->id.len) : best->id;
}
