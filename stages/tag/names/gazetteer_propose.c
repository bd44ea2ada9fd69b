#include "gazetteer_internal.h"

bool name_is_better(const struct scan *scan, struct str here,
		    const struct entity *a, const struct entity *b)
{
	bool a_home = str_equal(a->country, here);
	bool b_home = str_equal(b->country, here);
	bool a_past = a->year <= scan->covers_last;
	bool b_past = b->year <= scan->covers_last;

	if (a_home != b_home)
		return a_home;
	if ((a->country.len == 2) != (b->country.len == 2))
		return a->country.len != 2;
	if (scan->covers == 0 || a->year == b->year)
		return false;
	if (a_past != b_past)
		return a_past;
	return a_past ? a->year > b->year : a->year < b->year;
}

/* Whether a new entity takes the place of a candidate's. Where nothing else
 * decides, the country of the text's language does (of a Kazakh one,
 * Kazakhstan); what is left is a tie, and said. */
static bool takes_place(const struct gazetteer *g, const struct scan *scan,
			struct candidate *c, uint32_t number, struct str here)
{
	struct str land = g->lands[scan_lang(scan, c->first)];
	const struct entity *new = &g->entities.list.items[number];
	const struct entity *old = &g->entities.list.items[c->entity];

	if (c->entity == number || name_is_better(scan, here, old, new))
		return false;
	if (name_is_better(scan, here, new, old))
		return true;
	if (str_equal(new->country, land) != str_equal(old->country, land))
		return str_equal(new->country, land);
	if (new->country.len == 2 && old->country.len == 2 &&
	    !str_equal(new->country, old->country))
		c->tie = new->id;
	return false;
}

static struct candidate *same_extent(struct scan *scan, size_t from,
				     const struct phrase_match *match,
				     enum mention_type type)
{
	for (size_t i = from; i < scan->candidates.count; i++) {
		struct candidate *c = &scan->candidates.items[i];

		if (c->first == match->first && c->end == match->end &&
		    c->type == type)
			return c;
	}
	return NULL;
}

static enum tag_rule rule_of(enum rank rank, const struct entity *entity)
{
	switch (rank) {
	case RANK_LISTED: return RULE_LIST;
	case RANK_CUED:   return RULE_CUE;
	case RANK_FORM:   return RULE_FORM;
	case RANK_MINOR:  return RULE_MINOR;
	default: return entity->is_made ? RULE_USUAL : RULE_NAME;
	}
}

/* The word for what it is that stands before a name or behind it; where none
 * does, quotation marks are its sign. */
static struct str sign_beside(const struct scan *scan,
			      const struct phrase_match *match,
			      enum mention_type type)
{
	const struct token_mark *marks = scan->marks.items;
	bool quoted = scan_is_quoted(scan, match->first, match->end);
	size_t first = match->first - quoted, end = match->end + quoted;
	unsigned bit = 1u << type;

	if (first > scan_sentence_start(scan, first) &&
	    (marks[first - 1].cue_ends | marks[first - 1].head_starts) & bit)
		return scan_form(scan, first - 1);
	if (end < scan_sentence_end(scan, match->first) &&
	    (marks[end].cue_starts | marks[end].head_ends) & bit)
		return scan_form(scan, end);
	return STR("quotation marks");
}

/* The name and the table that has it. */
static void explain(const struct gazetteer *g, struct scan *scan,
		    struct candidate *c, const struct phrase_match *match)
{
	const struct name *name = &g->names.items[match->value];
	enum mention_type type = g->entities.list.items[name->entity].type;
	struct str table = g->knowledge->types->of[type].names;

	if (c->rule == RULE_CUE)
		scan_because(scan, c, "%.*s (names/%.*s.tsv), %.*s",
			     STR_ARGS(name->text), STR_ARGS(table),
			     STR_ARGS(sign_beside(scan, match, c->type)));
	else if (name->listed)
		scan_because(scan, c, "%.*s (--names)", STR_ARGS(name->text));
	else
		scan_because(scan, c, "%.*s (names/%.*s.tsv)",
			     STR_ARGS(name->text), STR_ARGS(table));
}

void gazetteer_propose(struct gazetteer *g, struct scan *scan, size_t from,
		       const struct phrase_match *match, uint32_t number,
		       enum rank rank)
{
	const struct entity *entity = &g->entities.list.items[number];
	struct str here = name_country(g, scan, entity, match);
	struct candidate *c = same_extent(scan, from, match, entity->type);

	if (c && (c->rank < rank ||
		  (c->rank == rank &&
		   !takes_place(g, scan, c, number, here))))
		return;
	if (!c)
		c = scan_add(scan, match->first, match->end, entity->type,
			     rank, RULE_NONE);
	c->rank = rank;
	c->rule = rule_of(rank, entity);
	explain(g, scan, c, match);
	c->entity = number;
	c->id = entity->id;
	c->country = entity->country;
	c->is_article = entity->is_article;
	c->tie = STR_NONE;
	if (here.len == 0 && name_has_own_id(entity)) {
		c->id = str_slice(entity->id, 3, entity->id.len);
		c->country = STR_NONE;
	}
}
