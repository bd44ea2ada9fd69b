#include "gazetteer_internal.h"

#include "scopes.h"
#include "utf8.h"
#include "word_parts.h"

enum {
	ARTICLE_NEAR = 16,    /* words from "article" to its quoted title */
	SHORT_NAME = 7        /* letters */
};

/* What a name's words look like is needed only once it was met. */
static void shape_name(struct gazetteer *g, struct name *name)
{
	g->pieces.count = 0;
	languages_split(g->languages, name->lang, name->text, &g->pieces);
	for (size_t i = 0; i < g->pieces.count && i < NAME_WORDS; i++) {
		uint8_t shape = words_shape(g->words, g->pieces.items[i].form);

		if (shape & SHAPE_CAPITAL)
			name->capitals |= 1u << i;
		if (shape & SHAPE_ALL_CAPITAL)
			name->acronyms |= 1u << i;
		name->word_count++;
	}
	name->shaped = true;
}

/* Two letters in upper case begin the word: МИД, МИДом. */
static bool begins_as_acronym(const struct scan *scan, size_t token)
{
	struct str form = scan_form(scan, token);
	size_t at = 0;

	if (scan_shape(scan, token) & SHAPE_ALL_CAPITAL)
		return true;
	return form.len > 0 && utf8_is_upper(utf8_next(form, &at)) &&
	       at < form.len && utf8_is_upper(utf8_next(form, &at));
}

static const struct type_fact *fact_of(const struct gazetteer *g,
				       const struct entity *entity)
{
	return &g->knowledge->types->of[entity->type];
}

/* Names of several words are often written small (national bank, criminal
 * code); of a platform even one is. Others keep their capitals. */
static bool may_be_small(const struct gazetteer *g, const struct name *name,
			 const struct entity *entity)
{
	switch (fact_of(g, entity)->small) {
	case SMALL_ANY:
		return true;
	case SMALL_SEVERAL:
		return name->word_count > 1 && !name->acronyms;
	case SMALL_ONE:
		return name->cue == 0 && name->word_count == 1;
	default:
		return false;
	}
}

/* "Kyzylorda Region" is "Kyzylorda region" too. */
static bool is_place_head(const struct scan *scan, const struct entity *entity,
			  size_t token)
{
	const struct token_mark *mark = &scan->marks.items[token];

	return entity->type == MENTION_PLACE &&
	       ((mark->head_starts | mark->head_ends) & 1u << MENTION_PLACE);
}

static bool case_fits(const struct gazetteer *g, const struct scan *scan,
		      const struct name *name, const struct entity *entity,
		      size_t first)
{
	bool small_fits = may_be_small(g, name, entity);

	for (size_t i = 0; i < name->word_count; i++) {
		uint8_t shape = scan_shape(scan, first + i);

		if (name->acronyms & 1u << i) {
			if (!begins_as_acronym(scan, first + i) &&
			    scan_kind(scan, first + i) == KIND_WORD &&
			    (name->word_count == 1 ||
			     !(shape & SHAPE_CAPITAL)))
				return false;
		} else if (name->capitals & 1u << i) {
			if (!(shape & SHAPE_CAPITAL) && !small_fits &&
			    !is_place_head(scan, entity, first + i) &&
			    scan_kind(scan, first + i) == KIND_WORD)
				return false;
		}
	}
	return true;
}

/* A stem may be short (Семей and семья have one): the letters of the name but
 * the last must be there, and a short name does not lose any. */
static bool begins_alike(const struct scan *scan, const struct name *name,
			 size_t token)
{
	struct str form = words_text(scan->words, scan_fold(scan, token));
	size_t chars = utf8_chars(name->text);

	return utf8_common(name->text, form) + 1 >= chars &&
	       (chars > SHORT_NAME || utf8_chars(form) >= chars);
}

/* Other forms than the lexicon's: only as its language inflects, in text of
 * that language, and in English only where the name is made of common words. */
static bool form_fits(const struct gazetteer *g, const struct scan *scan,
		      const struct name *name, const struct entity *entity,
		      const struct phrase_match *match)
{
	lang_id lang = scan_lang(scan, match->first);

	if (match->exact)
		return true;
	if (name->lang != lang && lang != LANG_UND)
		return false;
	if (name->word_count == 1 && !begins_alike(scan, name, match->first))
		return false;
	for (size_t i = 0; i < g->cyrillic_count; i++)
		if (g->cyrillic[i].lang == name->lang)
			return true;
	return fact_of(g, entity)->small == SMALL_ANY && name->word_count > 1;
}

/* A word of heads.tsv for the type stands beside the name. */
static bool has_cue(const struct gazetteer *g, const struct scan *scan,
		    size_t first, size_t end, enum mention_type type)
{
	const struct token_mark *marks = scan->marks.items;
	unsigned bit = 1u << type;

	if (scan_is_quoted(scan, first, end)) {
		if (g->knowledge->types->of[type].quoted)
			return true;
		first--;
		end++;
	}
	if (first > scan_sentence_start(scan, first) &&
	    ((marks[first - 1].cue_ends | marks[first - 1].head_starts) & bit))
		return true;
	return end < scan_sentence_end(scan, first) &&
	       ((marks[end].cue_starts | marks[end].head_ends) & bit);
}

static bool is_home(struct gazetteer *g, const struct scan *scan,
		    const struct entity *entity,
		    const struct phrase_match *match)
{
	struct str here = name_country(g, scan, entity, match);

	return here.len == 0 || entity->country.len == 0 ||
	       str_equal(entity->country, here);
}

static bool is_short_fit(struct gazetteer *g, const struct scan *scan,
			 const struct entity *entity,
			 const struct phrase_match *match)
{
	if (match->end - match->first > 1)
		return true;
	return begins_as_acronym(scan, match->first) &&
	       (utf8_chars(scan_form(scan, match->first)) > 2 ||
		(entity->country.len > 0 && is_home(g, scan, entity, match)));
}

/* "in Georgia": a country whose name persons have too, behind a function word,
 * or the one that is spoken of, and before no other part of a name. */
static bool is_plain_country(const struct gazetteer *g, const struct scan *scan,
			   const struct entity *entity,
			   const struct phrase_match *match)
{
	size_t limit = scan_sentence_end(scan, match->first);

	bool led = match->first > scan_sentence_start(scan, match->first) &&
		   scan_is_stopword(scan, match->first - 1);

	return entity->type == MENTION_PLACE &&
	       countries_by_id(g->all_countries, entity->id) != NULL &&
	       (led || str_equal(scope_of(scan, match->first, match->end),
				 entity->country)) &&
	       (match->end == limit || !scan_is_name_word(scan, match->end));
}

/* Whether a name that may be another word counts without a cue. */
static bool stands_alone(struct gazetteer *g, const struct scan *scan,
			 const struct name *name, const struct entity *entity,
			 const struct phrase_match *match)
{
	enum type_common common = fact_of(g, entity)->common;
	bool home = entity->country.len > 0 && is_home(g, scan, entity, match);

	if (name->cue & CUE_OTHER)
		return is_plain_country(g, scan, entity, match);
	if (name->cue & CUE_PLACE && entity->type != MENTION_BODY)
		return false;
	if (name->cue & CUE_SHORT && !is_short_fit(g, scan, entity, match))
		return false;
	if (!(name->cue & CUE_COMMON))
		return true;
	if (common == COMMON_HOME)
		return home;
	return common == COMMON_INSIDE &&
	       !(scan->marks.items[match->first].flags &
		 (MARK_START | MARK_LOWER));
}

bool name_holds_number(const struct scan *scan,
			 const struct phrase_match *match)
{
	for (size_t t = match->first; t < match->end; t++)
		if (scan_kind(scan, t) == KIND_NUMBER)
			return true;
	return false;
}

static bool is_plain_cue(const struct scan *scan, size_t token)
{
	return scan->marks.items[token].flags & MARK_CUE &&
	       !(scan_shape(scan, token) & SHAPE_CAPITAL);
}

/* "Telegram channel" is a name with its cue: the name alone counts, where a table
 * has it, unless quotation marks are around both («Кактус медиа»). A cue that ends names of another type too goes with it, lest Анадолы
 * агенттігі is taken for one of these. */
static bool holds_cue(const struct gazetteer *g, const struct scan *scan,
		      const struct entity *entity,
		      const struct phrase_match *match)
{
	uint32_t number = g->names.items[match->value].entity;

	if ((entity->type != MENTION_OUTLET &&
	     entity->type != MENTION_PLATFORM) ||
	    match->first + 1 >= match->end ||
	    scan_is_quoted(scan, match->first, match->end) ||
	    !is_plain_cue(scan, match->end - 1) ||
	    scan->marks.items[match->end - 1].head_ends & ~(1u << entity->type))
		return false;
	for (size_t i = 0; i < scan->matches.count; i++) {
		const struct phrase_match *other = &scan->matches.items[i];

		if (other->first == match->first && other->end < match->end &&
		    g->names.items[other->value].entity == number)
			return true;
	}
	return false;
}

/* Of «Хабар» телеарнасы and телеканал «Хабар» what stands in the quotation
 * marks is the name, but of Радио «Хабар» all. */
static struct phrase_match without_quotes(const struct scan *scan,
					  const struct name *name,
					  const struct phrase_match *match)
{
	struct phrase_match inner = *match;
	uint32_t outside = name->capitals;

	for (size_t t = match->first; t < match->end; t++) {
		size_t close = scan->marks.items[t].partner;

		if (close <= t + 1 || close >= match->end ||
		    (t > match->first && close + 1 < match->end) ||
		    scan_is_form(scan, t, "("))
			continue;
		for (size_t i = t; i <= close && i - match->first < NAME_WORDS;
		     i++)
			outside &= ~(1u << (i - match->first));
		if (outside)
			continue;
		inner.first = t + 1;
		inner.end = close;
		return inner;
	}
	return inner;
}

/* The title of an article is an offence like any other ("fraud"): it names the
 * article with a number in it, or in quotation marks near the word for one. */
static bool names_article(const struct scan *scan,
			  const struct phrase_match *match)
{
	size_t start = scan_sentence_start(scan, match->first);
	unsigned law = 1u << MENTION_LAW;

	if (name_holds_number(scan, match))
		return true;
	if (match->first == start || match->end >= scan->marks.count ||
	    scan->marks.items[match->first - 1].partner < match->end)
		return false;
	for (size_t t = match->first; t-- > start;) {
		if (match->first - t > ARTICLE_NEAR)
			break;
		if ((scan->marks.items[t].cue_ends |
		     scan->marks.items[t].cue_starts) & law)
			return true;
	}
	return false;
}

/* "Kazakhstan's constitution" is a place and an act: a word that begins with
 * an apostrophe stands at the one before it. */
static bool holds_clitic(const struct scan *scan,
			 const struct phrase_match *match)
{
	for (size_t t = match->first + 1; t < match->end; t++)
		if (scan->doc->tokens.items[t - 1].flags & TOKEN_GLUED &&
		    scan_kind(scan, t) == KIND_WORD &&
		    (str_has_prefix(scan_form(scan, t), STR("'")) ||
		     str_has_prefix(scan_form(scan, t), STR("’"))))
			return true;
	return false;
}

/* "register of state enterprises" describes a service more than it names it. */
static bool is_description(const struct name *name, const struct entity *entity)
{
	return entity->type == MENTION_PLATFORM && name->word_count > 2 &&
	       !(name->capitals & 1u);
}

static void mark_place(const struct gazetteer *g, struct scan *scan,
		       const struct phrase_match *match)
{
	const struct name *name = &g->names.items[match->value];

	if (match->end == match->first + 1 && !(name->cue & CUE_MINOR) &&
	    g->entities.list.items[name->entity].type == MENTION_PLACE)
		scan->marks.items[match->first].flags |=
			MARK_PLACE | (match->exact ? MARK_PLACE_BASE : 0);
}

static bool is_known(const struct gazetteer *g, const struct scan *scan,
		     size_t token)
{
	return languages_know(g->languages, scan_lang(scan, token),
			      scan->doc->tokens.items[token].form);
}

/* Dictionaries have names of places too: that word is the name, as a name that
 * is a common word has a cue. */
static bool is_own_word(const struct scan *scan, const struct name *name,
			const struct phrase_match *match)
{
	word_id lemma = scan->doc->tokens.items[match->first].stem;
	struct str text = words_text(scan->words, lemma);
	size_t chars = utf8_chars(name->text);

	return match->end == match->first + 1 && utf8_chars(text) == chars &&
	       utf8_common(name->text, text) == chars;
}

/* The name of a place that few speak of is rather part of a longer name, where
 * it stands in one, or a form of a word that the language knows. */
static bool is_minor_fit(const struct gazetteer *g, const struct scan *scan,
			 const struct name *name,
			 const struct phrase_match *match, enum rank *rank)
{
	size_t first = match->first, start = scan_sentence_start(scan, first);
	bool latin = scan_shape(scan, first) & SHAPE_LATIN;

	*rank = RANK_MINOR;
	if (scan->marks.items[first].flags & MARK_LOWER ||
	    (first > start && scan_is_name_word(scan, first - 1) &&
	     (first > start + 1 || !is_known(g, scan, start))) ||
	    (latin && match->end < scan_sentence_end(scan, first) &&
	     scan_is_name_word(scan, match->end)))
		return false;
	return (match->exact && first > start) || !is_known(g, scan, first) ||
	       is_own_word(scan, name, match);
}

/* *number: the entity that is meant, if any is. */
static bool accept(struct gazetteer *g, struct scan *scan,
		   const struct phrase_match *match, enum rank *rank,
		   uint32_t *number)
{
	struct name *name = &g->names.items[match->value];
	const struct entity *entity = &g->entities.list.items[name->entity];

	*number = name->entity;

	if (!name->shaped)
		shape_name(g, name);
	if (scan_kind(scan, match->first) == KIND_ADDRESS ||
	    !case_fits(g, scan, name, entity, match->first) ||
	    !form_fits(g, scan, name, entity, match))
		return false;
	if (!name_fits_country(g, scan, name, entity, match)) {
		*number = name->at_home ? NO_ENTITY
			: name_counterpart(g, scan, entity, match);
		if (*number == NO_ENTITY)
			return false;
		entity = &g->entities.list.items[*number];
	}
	if (match->end == match->first + 1 && name_has_own_id(entity) &&
	    entity->type != MENTION_LAW && name_is_of_other(g, scan, entity, match))
		return false;
	if (holds_cue(g, scan, entity, match) || is_description(name, entity) ||
	    (entity->is_article && !names_article(scan, match)) ||
	    (entity->type == MENTION_LAW && holds_clitic(scan, match)))
		return false;
	*rank = name->listed ? RANK_LISTED :
		entity->is_made ? RANK_SHAPE :
		match->exact ? RANK_NAME :
			       RANK_FORM;
	if (has_cue(g, scan, match->first, match->end, entity->type))
		*rank = name->cue && !name->listed ? RANK_CUED : *rank;
	else if (name->cue == CUE_MINOR)
		return is_minor_fit(g, scan, name, match, rank);
	else if (name->cue)
		return stands_alone(g, scan, name, entity, match);
	return true;
}

/* The countries that scope_of may tell. */
static void need_home_names(struct gazetteer *g, const struct scan *scan)
{
	for (size_t i = 0; i < scan->scopes.count; i++)
		home_names_need(g, scan->scopes.items[i].country);
	for (size_t i = 0; i < scan->hits.count; i++)
		home_names_need(g, scan->hits.items[i].code);
}

static void take_matches(struct gazetteer *g, struct scan *scan, size_t from)
{
	for (size_t i = 0; i < scan->matches.count; i++) {
		const struct phrase_match *match = &scan->matches.items[i];
		uint32_t number;
		enum rank rank;

		struct phrase_match inner;

		mark_place(g, scan, match);
		if (!accept(g, scan, match, &rank, &number))
			continue;
		inner = without_quotes(scan, &g->names.items[match->value],
				       match);
		gazetteer_propose(g, scan, from, &inner, number, rank);
	}
}

/* The first part of a word with a hyphen may be a name: Telegram-канал. Only
 * media and platforms are compounded so; people and places are other names
 * then (Казах-центр). Acts have endings so (ӘҚБтК-нің). "Vector_2024.pdf" is no
 * name. */
static void find_inside(struct gazetteer *g, struct scan *scan, size_t token)
{
	struct str form = scan_form(scan, token), part;
	size_t at = 0, kept = 0;

	scan->matches.count = 0;
	if (scan_kind(scan, token) != KIND_WORD ||
	    !word_parts_next(form, &at, &part) || part.len == form.len ||
	    form.data[part.len] == '_')
		return;
	phrases_match_word(g->phrases, scan_lang(scan, token), part,
			   &scan->matches);
	for (size_t i = 0; i < scan->matches.count; i++) {
		struct phrase_match match = scan->matches.items[i];
		const struct name *name = &g->names.items[match.value];
		enum mention_type type =
			g->entities.list.items[name->entity].type;

		if (!match.exact || match.end != 1 ||
		    (type != MENTION_OUTLET && type != MENTION_PLATFORM &&
		     type != MENTION_LAW))
			continue;
		match.first = token;
		match.end = token + 1;
		scan->matches.items[kept++] = match;
	}
	scan->matches.count = kept;
}

void gazetteer_find(struct gazetteer *g, struct scan *scan)
{
	need_home_names(g, scan);
	for (size_t t = 0; t < scan->doc->tokens.count; t++) {
		size_t from = scan->candidates.count;

		scan->matches.count = 0;
		phrases_match(g->phrases, scan->doc, t,
			      scan_sentence_end(scan, t), &scan->matches);
		name_cases_match(g, scan, t, &scan->matches);
		take_matches(g, scan, from);
		if (scan->candidates.count == from &&
		    (scan_shape(scan, t) & SHAPE_COMPOUND)) {
			find_inside(g, scan, t);
			take_matches(g, scan, from);
		}
	}
	sites_find(g, scan);
}
