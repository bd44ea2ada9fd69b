#include "gazetteer_internal.h"

#include "country_words.h"
#include "utf8.h"

/* Names that stand without a country, by their lower case. */
struct bare_names {
	struct interned texts;
	LIST(uint32_t) names; /* of each: index in gazetteer.names + 1 */
};

static uint32_t find_bare(struct gazetteer *g, struct bare_names *bare,
			  struct str text)
{
	strbuf_clear(&g->site);
	utf8_add_fold(&g->site, text);
	return bare->names.items[interned_find(&bare->texts,
					       strbuf_view(&g->site))];
}

static void add_bare(struct gazetteer *g, struct bare_names *bare,
		     uint32_t number)
{
	uint32_t string;

	strbuf_clear(&g->site);
	utf8_add_fold(&g->site, g->names.items[number].text);
	string = interned_add(&bare->texts, strbuf_view(&g->site));
	while (bare->names.count <= string)
		LIST_ADD(&bare->names);
	bare->names.items[string] = number + 1;
}

static bool is_of_country(const struct gazetteer *g, const struct name *name)
{
	const struct entity *entity = &g->entities.list.items[name->entity];

	return entity->country.len == 2 && (entity->type == MENTION_BODY ||
					    entity->type == MENTION_LAW);
}

/* Where the words that name the country begin: "of the" goes with it. */
static size_t begin_of(struct str text, size_t at)
{
	static const char *const links[] = { " of the ", " of ", " the " };
	struct str before = str_slice(text, 0, at);

	for (size_t i = 0; i < COUNT_OF(links); i++)
		if (str_has_suffix(before, str_of(links[i])))
			return at - strlen(links[i]);
	return at > 0 && text.data[at - 1] == ' ' ? at - 1 : at;
}

/* The name without its country; false where it has none, or others too. */
static bool take_country_off(struct gazetteer *g, struct name *name,
			     struct country_hits *hits, struct strbuf *out)
{
	struct str code = g->entities.list.items[name->entity].country;
	struct range at;

	hits->count = 0;
	country_words_read(g->countries, name->text, name->lang, hits);
	if (hits->count != 1 || !str_equal(hits->items[0].code, code))
		return false;
	at = country_words_range(g->countries, &hits->items[0]);
	strbuf_clear(out);
	strbuf_add(out, str_slice(name->text, 0,
				  begin_of(name->text, at.start)));
	strbuf_add(out, str_slice(name->text, at.end, name->text.len));
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		strbuf_truncate(out, out->len - 1);
	return out->len > 0;
}

/* A single word needs a namesake ("МВД"), whose cue it has: without one
 * "President of Russia" would be any president. */
static void add_home_name(struct gazetteer *g, struct bare_names *bare,
			  uint32_t number, struct str text)
{
	struct name name = g->names.items[number];
	uint32_t same, first = (uint32_t)g->names.count;

	if (text.data[0] == ' ')
		text = str_slice(text, 1, text.len);
	same = find_bare(g, bare, text);
	if (!same && str_find(text, STR(" "), 0) == text.len)
		return;
	gazetteer_add_name(g, name.lang, name.entity, text,
			   same ? g->names.items[same - 1].cue : 0);
	for (size_t i = first; i < g->names.count; i++)
		g->names.items[i].at_home = true;
}

void home_names_load(struct gazetteer *g)
{
	struct bare_names bare = { .names = { NULL, 0, 0 } };
	struct country_hits hits = { NULL, 0, 0 };
	struct strbuf text = STRBUF_INIT;
	size_t count = g->names.count;

	interned_init(&bare.texts);
	LIST_ADD(&bare.names);
	for (size_t i = 0; i < count; i++)
		if (is_of_country(g, &g->names.items[i]))
			add_bare(g, &bare, (uint32_t)i);
	for (size_t i = 0; i < count; i++)
		if (is_of_country(g, &g->names.items[i]) &&
		    take_country_off(g, &g->names.items[i], &hits, &text))
			add_home_name(g, &bare, (uint32_t)i,
				      strbuf_view(&text));
	interned_release(&bare.texts);
	LIST_RELEASE(&bare.names);
	list_free(hits.items);
	strbuf_release(&text);
}
