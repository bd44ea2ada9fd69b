#include "gazetteer_internal.h"

#include "scopes.h"
#include "utf8.h"

enum {
	BESIDE = 3,           /* words beside a name that name a country */
	COUNTRY_NEAR = 6      /* the same behind it: of the Kyrgyz Republic */
};

/* The id of a country's own body or act begins with the country's code. */
bool name_has_own_id(const struct entity *entity)
{
	struct str id = entity->id, code = entity->country;

	if (code.len != 2 || id.len < 3 || id.data[2] != '_')
		return false;
	for (size_t i = 0; i < 2; i++)
		if (id.data[i] != code.data[i] - 'A' + 'a')
			return false;
	return true;
}

/* Words between an act and the country that it is of: of the. */
static bool is_led_to(const struct scan *scan, size_t from, size_t to)
{
	if (to > from + 2 || to < from)
		return false;
	for (size_t t = from; t < to; t++)
		if (!(scan_shape(scan, t) & SHAPE_LATIN) ||
		    !(scan->marks.items[t].flags & MARK_LINK) ||
		    scan_is_form(scan, t, "and"))
			return false;
	return true;
}

/* Right before the act, or with an 's between. */
static bool is_owner(const struct scan *scan, size_t end, size_t first)
{
	return end == first ||
	       (end + 1 == first && (scan_is_form(scan, end, "'s") ||
				     scan_is_form(scan, end, "’s")));
}

/* "Criminal Code of Ukraine", "УК Украины", "the Russian Criminal Code": the
 * country beside an act tells more than the chapter does. */
static struct str act_country(struct gazetteer *g, const struct scan *scan,
			      const struct phrase_match *match)
{
	size_t start = scan_sentence_start(scan, match->first);
	size_t limit = scan_sentence_end(scan, match->first);
	size_t from = match->first > start + BESIDE ? match->first - BESIDE
						    : start;
	size_t to = match->end + COUNTRY_NEAR < limit
		? match->end + COUNTRY_NEAR : limit;
	struct str code = STR_NONE;

	g->beside.count = 0;
	country_words_find(g->countries, scan->doc, from, to, false,
			   &g->beside);
	for (size_t i = 0; i < g->beside.count; i++) {
		const struct country_hit *hit = &g->beside.items[i];

		if (hit->first >= match->first && hit->end <= match->end)
			return hit->code;
		if ((hit->first >= match->end && !hit->adjective &&
		     is_led_to(scan, match->end, hit->first)) ||
		    (code.len == 0 && hit->end <= match->first &&
		     is_owner(scan, hit->end, match->first)))
			code = hit->code;
	}
	return code;
}

struct str name_country(struct gazetteer *g, const struct scan *scan,
			const struct entity *entity,
			const struct phrase_match *match)
{
	struct str code = STR_NONE;

	if (entity->type == MENTION_LAW && !entity->is_article &&
	    name_has_own_id(entity))
		code = act_country(g, scan, match);
	return code.len > 0 ? code : scope_of(scan, match->first, match->end);
}

/* "Конституция США", "the US Constitution": another country's name stands right
 * beside it. */
bool name_is_of_other(struct gazetteer *g, const struct scan *scan,
		      const struct entity *entity,
		      const struct phrase_match *match)
{
	size_t start = scan_sentence_start(scan, match->first);
	size_t limit = scan_sentence_end(scan, match->first);
	size_t from = match->first > start + BESIDE ? match->first - BESIDE
						    : start;
	size_t to = match->end + BESIDE < limit ? match->end + BESIDE : limit;
	bool is = false;

	g->beside.count = 0;
	country_words_find(g->countries, scan->doc, from, to, false,
			   &g->beside);
	for (size_t i = 0; i < g->beside.count; i++) {
		const struct country_hit *hit = &g->beside.items[i];

		is = is || ((hit->end == match->first ||
			     hit->first == match->end) &&
			    !str_equal(hit->code, entity->country));
	}
	return is;
}

/* A name of a country's own means another country's only where it says so. The
 * title of an article tells no number of another code. */
bool name_fits_country(struct gazetteer *g, const struct scan *scan,
		       const struct name *name, const struct entity *entity,
		       const struct phrase_match *match)
{
	struct str here = name_country(g, scan, entity, match);

	if (name->at_home || !name_has_own_id(entity) ||
	    str_equal(entity->country, here))
		return !name->at_home || str_equal(entity->country, here);
	if (here.len == 0)
		return !entity->is_article || name_holds_number(scan, match);
	for (size_t t = match->first; t < match->end; t++)
		if (scan->marks.items[t].flags & MARK_COUNTRY)
			return true;
	return false;
}

static uint32_t find_entity(const struct gazetteer *g, struct str id,
			    enum mention_type type)
{
	uint32_t number = g->entities.by_id.items[interned_find(
		&g->entities.ids, id)];

	while (number && g->entities.list.items[number].type != type)
		number = g->entities.list.items[number].next;
	return number;
}

bool gazetteer_knows(const struct gazetteer *g, struct str id,
		     enum mention_type type)
{
	return find_entity(g, id, type) != NO_ENTITY;
}

/* The first entity of the country whose id says what it is "of". */
static uint32_t find_of(const struct gazetteer *g, struct str what,
			const struct entity *like, struct str country)
{
	for (size_t i = 1; i < g->entities.list.count; i++) {
		const struct entity *other = &g->entities.list.items[i];

		if (other->type == like->type && !other->is_article &&
		    str_equal(other->country, country) &&
		    str_has_prefix(other->id, what) &&
		    str_has_prefix(str_slice(other->id, what.len,
					     other->id.len), STR("_of_")))
			return (uint32_t)i;
	}
	return NO_ENTITY;
}

/* Of a certain year: kz_constitution_2026. */
static bool ends_in_digit(struct str id)
{
	char last = id.data[id.len - 1];

	return last >= '0' && last <= '9';
}

/* Every country has a criminal code: uz_criminal_code is one where no table has
 * it. Its id is in g->site. */
static uint32_t add_usual(struct gazetteer *g, enum mention_type type,
			  struct str country)
{
	uint32_t number = entities_add(&g->entities, strbuf_view(&g->site),
				       type);
	struct entity *entity = &g->entities.list.items[number];

	entity->country = interned_text(&g->entities.ids,
					interned_add(&g->entities.ids,
						     country));
	entity->is_usual = entity->is_made = true;
	return number;
}

/* What the country spoken of has of the same kind: kg_constitution for
 * kz_constitution, ministry_of_justice_of_russia for kz_ministry_of_justice;
 * NO_ENTITY if none is known. Names come again: answers are kept. */
uint32_t name_counterpart(struct gazetteer *g, const struct scan *scan,
			  const struct entity *entity,
			  const struct phrase_match *match)
{
	struct str here = name_country(g, scan, entity, match);
	struct counterpart *kept;
	enum mention_type type;
	const char *of; /* the list may move */
	struct str what;

	if (here.len != 2 || !name_has_own_id(entity) || entity->is_article)
		return NO_ENTITY;
	type = entity->type;
	kept = &g->counterparts[(size_t)(entity - g->entities.list.items) %
				COUNTERPARTS];
	if (kept->of == entity->id.data && kept->type == type &&
	    kept->entities == g->entities.list.count &&
	    memcmp(kept->country, here.data, 2) == 0)
		return kept->number;
	of = entity->id.data;
	what = str_slice(entity->id, 3, entity->id.len);
	strbuf_clear(&g->site);
	utf8_add_fold(&g->site, here);
	strbuf_add(&g->site, str_slice(entity->id, 2, entity->id.len));
	kept->number = find_entity(g, strbuf_view(&g->site), type);
	if (kept->number == NO_ENTITY)
		kept->number = find_of(g, what, entity, here);
	if (kept->number == NO_ENTITY && entity->is_usual &&
	    !ends_in_digit(entity->id))
		kept->number = add_usual(g, type, here);
	kept->of = of;
	kept->type = type;
	kept->entities = g->entities.list.count;
	memcpy(kept->country, here.data, 2);
	return kept->number;
}
