#include "gazetteer_internal.h"

#include "country_words.h"
#include "utf8.h"

#include <stdlib.h>

enum { ACRONYM_LETTERS = 3 };

struct home_names {
	/* names of bodies and acts by their lower case, as the tables have
	 * them */
	struct interned texts;
	LIST(uint32_t) names;   /* of each: index in gazetteer.names + 1 */
	size_t count;           /* of the gazetteer's names, then */
	LIST(struct str) codes; /* of countries whose home names are there */
	struct country_hits hits; /* reused */
	struct strbuf text;       /* reused */
};

static uint32_t find_bare(struct gazetteer *g, struct home_names *home,
			  struct str text)
{
	strbuf_clear(&g->site);
	utf8_add_fold(&g->site, text);
	return home->names.items[interned_find(&home->texts,
					       strbuf_view(&g->site))];
}

static void add_bare(struct gazetteer *g, struct home_names *home,
		     uint32_t number)
{
	uint32_t string;

	strbuf_clear(&g->site);
	utf8_add_fold(&g->site, g->names.items[number].text);
	string = interned_add(&home->texts, strbuf_view(&g->site));
	while (home->names.count <= string)
		LIST_ADD(&home->names);
	home->names.items[string] = number + 1;
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

/* "КГБ" of three letters or more */
static bool is_acronym(struct str text)
{
	size_t letters = 0;

	for (size_t at = 0; at < text.len; letters++)
		if (!utf8_is_upper(utf8_next(text, &at)))
			return false;
	return letters >= ACRONYM_LETTERS;
}

/* A single word needs a namesake ("МВД"), whose cue it has, or to be an
 * acronym: without one "President of Russia" would be any president. */
static void add_home_name(struct gazetteer *g, struct home_names *home,
			  uint32_t number, struct str text)
{
	struct name name = g->names.items[number];
	uint32_t same, first = (uint32_t)g->names.count;

	if (text.data[0] == ' ')
		text = str_slice(text, 1, text.len);
	same = find_bare(g, home, text);
	if (!same && str_find(text, STR(" "), 0) == text.len &&
	    !is_acronym(text))
		return;
	gazetteer_add_name(g, name.lang, name.entity,
			   str_copy(&g->arena, text),
			   same ? g->names.items[same - 1].cue : 0);
	for (size_t i = first; i < g->names.count; i++) {
		g->names.items[i].at_home = true;
		name_cases_index(g, (uint32_t)i);
	}
}

/* Most reports are on one country or none: the names of the others would be
 * read in vain. */
static struct home_names *collect(struct gazetteer *g)
{
	struct home_names *home = memory_get_zeroed(sizeof *home);

	interned_init(&home->texts);
	LIST_ADD(&home->names);
	home->count = g->names.count;
	for (size_t i = 0; i < home->count; i++)
		if (is_of_country(g, &g->names.items[i]))
			add_bare(g, home, (uint32_t)i);
	return home;
}

static bool is_there(const struct home_names *home, struct str code)
{
	for (size_t i = 0; i < home->codes.count; i++)
		if (str_equal(home->codes.items[i], code))
			return true;
	return false;
}

void home_names_need(struct gazetteer *g, struct str code)
{
	struct home_names *home;

	if (code.len == 0 || (g->home && is_there(g->home, code)))
		return;
	if (!g->home)
		g->home = collect(g);
	home = g->home;
	*LIST_ADD(&home->codes) = str_copy(&g->arena, code);
	for (size_t i = 0; i < home->count; i++) {
		const struct name *name = &g->names.items[i];

		if (is_of_country(g, name) &&
		    str_equal(g->entities.list.items[name->entity].country,
			      code) &&
		    take_country_off(g, &g->names.items[i], &home->hits,
				     &home->text))
			add_home_name(g, home, (uint32_t)i,
				      strbuf_view(&home->text));
	}
}

void home_names_release(struct gazetteer *g)
{
	struct home_names *home = g->home;

	if (!home)
		return;
	interned_release(&home->texts);
	LIST_RELEASE(&home->names);
	LIST_RELEASE(&home->codes);
	list_free(home->hits.items);
	strbuf_release(&home->text);
	free(home);
}
