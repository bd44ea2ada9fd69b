#include "incidents.h"

#include "acts.h"
#include "told_again.h"
#include "day_spans.h"
#include "gaps.h"
#include "outcome.h"
#include "topic.h"
#include "totals.h"
#include "where.h"

enum {
	ENOUGH = 2,           /* grounds to believe that an act took place */
	AMOUNT_REACH = 4,
	DATE_REACH = 4,
	LAW_REACH = 16,
	BEARER_REACH = 2,
	SEVERAL = 2,
	DAY_LEN = 10          /* of 2022-12-08 */
};

/* A fine with its amount beside it. */
static bool has_amount(const struct scene *scene, const struct cue *trigger)
{
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];

		if (m->type == MENTION_MONEY &&
		    m->where.first < trigger->end + AMOUNT_REACH &&
		    trigger->first < m->where.end + AMOUNT_REACH)
			return true;
	}
	return false;
}

/* Whether something of a type is named within `reach` tokens of the trigger. */
static bool is_near(const struct scene *scene, const struct cue *trigger,
		    enum mention_type type, size_t reach)
{
	size_t first = scene_back(scene, trigger->first, reach);
	size_t end = scene_on(scene, trigger->end, reach);

	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];

		if (m->type == type && m->where.end > first &&
		    m->where.first < end)
			return true;
	}
	return false;
}

static bool has_law(const struct scene *scene, const struct cue *trigger)
{
	return is_near(scene, trigger, MENTION_LAW, LAW_REACH) ||
	       scene_cue(scene, CUE_LAW,
			 scene_back(scene, trigger->first, LAW_REACH),
			 scene_on(scene, trigger->end, LAW_REACH)) != NULL;
}

static bool quote_opens(const struct scene *scene, size_t mark)
{
	return mark + 1 < scene->end &&
	       scene_token(scene, mark + 1)->stretch >
		       scene_token(scene, mark)->stretch;
}

/* A participle before its noun, as in Kazakh: "the reporter who was
 * detained". */
static bool is_quality(const struct scene *scene, const struct cue *trigger)
{
	size_t next = trigger->end;

	return trigger->form.bare && next < scene->end &&
	       trigger->verb + 1 == next &&
	       scene_token(scene, next)->chunk ==
		       scene_token(scene, trigger->first)->chunk &&
	       (!scene_is_mark(scene, next) || quote_opens(scene, next)) &&
	       scene_cue(scene, CUE_FINITE, next, next + 1) == NULL;
}

/* «Вдова убитого», «с уволенным профессором»: a participle in the place of an
 * adjective or a noun; behind a comma it is a clause: «, избитый полицией,». */
static bool is_epithet(const struct scene *scene, const struct cue *trigger)
{
	return trigger->form.tense == VERB_PARTICIPLE && !trigger->form.inner &&
	       trigger->first > scene->first &&
	       !scene_is_mark(scene, trigger->first - 1) &&
	       scene_cue(scene, CUE_AND, trigger->first - 1, trigger->first) ==
		       NULL &&
	       !is_near(scene, trigger, MENTION_DATE, DATE_REACH);
}

/* "The jailed editor", "two murdered reporters": the same where a participle is
 * told from an adjective by its place alone. */
static bool is_adjective(const struct scene *scene, const struct cue *trigger)
{
	static const enum cue_kind kinds[] = {
		CUE_ARTICLE, CUE_SOME, CUE_THOSE, CUE_NUMBER, CUE_WHOSE,
		CUE_WHOSE_SEVERAL
	};
	bool begun = false, borne = false;

	if (!trigger->row->verbal || trigger->end != trigger->first + 1 ||
	    trigger->form.tense != VERB_PAST ||
	    trigger->form.voice == VERB_ACTIVE ||
	    trigger->first == scene->first)
		return false;
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		begun = begun || scene_cue(scene, kinds[i], trigger->first - 1,
					   trigger->first) != NULL;
	for (size_t i = 0; begun && i < scene->parties.count; i++)
		borne = borne || scene->parties.items[i].first == trigger->end;
	return borne;
}

/* Whether the noun behind a participle is whom the act befell: "detained
 * reporters", not "dead doctors" where reporters ask for their number. Nobody
 * in particular is whom acts befall whose day is told. */
static bool is_bearer(const struct scene *scene, const struct act *act,
		      bool dated)
{
	size_t from = act->trigger->end;

	if (act->voice != VOICE_PASSIVE ||
	    act->trigger->row->victim == VICTIM_NONE)
		return true;
	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->first >= from &&
		    party->from <= from + BEARER_REACH &&
		    scene_cue(scene, CUE_POSTPOSITION, from, party->first) ==
			    NULL &&
		    (party->told ||
		     (str_equal(party->id, act->target) &&
		      (dated || party->named || party->counted))))
			return true;
	}
	return false;
}

/* Who is told of by what was done once is no news, unless when is told: before
 * it, or of people by their name by what was told before. */
static bool is_known(const struct scene *scene, const struct act *act,
		     const struct told *told)
{
	if (is_epithet(scene, act->trigger) ||
	    is_adjective(scene, act->trigger))
		return true;
	if (!is_quality(scene, act->trigger))
		return false;
	return !is_bearer(scene, act, told->before) ||
	       (!told->before &&
		(told->in_sentence || act->target.len == 0 ||
		 act->number.len > 0 || !(told->carried || told->beside)));
}

static bool is_believed(const struct scene *scene, const struct act *act,
			const struct told *told)
{
	unsigned grounds = act->voice == VOICE_NOUN ? 0 : ENOUGH;

	if (is_known(scene, act, told) ||
	    (act->trigger->row->need == NEED_PARTY && act->parties == 0) ||
	    (act->trigger->row->need == NEED_DATE && !told->in_sentence) ||
	    (act->trigger->row->need == NEED_LAW &&
	     !(told->in_sentence && has_law(scene, act->trigger))))
		return false;
	if (told->in_clause)
		grounds += ENOUGH;
	else if (told->in_sentence || told->beside ||
		 (told->carried && act->voice != VOICE_NOUN))
		grounds++;
	return grounds + act->parties + has_amount(scene, act->trigger) >=
	       ENOUGH;
}

/* Whether the sentence has told an act that this one is part of. */
static bool told_within(const struct scene *scene, const struct act *act,
			const struct incident *new)
{
	struct document *doc = scene->doc;

	for (size_t i = doc->incidents.count; i-- > 0;) {
		struct incident *old = &doc->incidents.items[i];
		bool apart = !str_equal(old->date, new->date) ||
			     !str_equal(old->status, new->status) ||
			     (new->target.len > 0 && old->target.len > 0 &&
			      !str_equal(old->target, new->target));

		if (old->sentence != scene->sentence)
			return false;
		if (!apart && str_equal(old->type, act->trigger->row->within))
			return true;
	}
	return false;
}

static bool has_trigger(const struct scene *scene, struct str type)
{
	for (size_t i = 0; i < scene->cues.count; i++)
		if (scene->cues.items[i].row->kind == CUE_TRIGGER &&
		    str_equal(scene->cues.items[i].row->name, type))
			return true;
	return false;
}

/* "was imprisoned, accused of …" tells a detention: no verdict was given. */
static struct str type_of(const struct scene *scene, const struct cue *trigger)
{
	const struct cue_row *row = trigger->row;

	return row->need == NEED_VERDICT && has_trigger(scene, row->beside) ?
		row->becomes : row->name;
}

/* What the trigger tells beside when and whom. */
static void fill(struct incident *incident, const struct scene *scene,
		 const struct act *act, const struct days *days,
		 const struct setting *setting)
{
	const struct cue *trigger = act->trigger;

	incident->sentence = scene->sentence;
	incident->type = type_of(scene, trigger);
	incident->target = act->target;
	incident->actor = act->actor;
	incident->actor_class = act->actor_class;
	incident->law = outcome_law(scene, trigger);
	incident->outcome = outcome_told(scene, trigger, days);
	incident->place = where_told(scene, trigger, setting,
				     &incident->place_from);
	incident->trigger = (struct extent){ scene->sentence, trigger->first,
					     trigger->end };
}

/* "19 cases of obstruction": a total, whatever its clause is. */
static bool find_total(const struct scene *scene, const struct cue *trigger,
		       const struct days *days, const struct setting *setting)
{
	uint64_t number = totals_acts(scene, trigger);
	struct incident total = { 0 };
	struct told told;

	if (number == 0)
		return false;
	fill(&total, scene, &(struct act){ .trigger = trigger }, days, setting);
	told = when_told(days, scene, trigger, setting);
	total.status = STR("count");
	total.date = told.date;
	total.date_from = told.from;
	total.number = totals_number(scene->doc, number);
	again_add(scene, &total, true, setting->is_story);
	return true;
}

/* In a text that tells of one thing: an act of nobody and of no day of its own,
 * behind what the text tells. */
static bool is_background(const struct scene *scene, const struct act *act,
			  const struct told *told,
			  const struct setting *setting)
{
	return setting->is_story && scene->doc->incidents.count > 0 &&
	       act->trigger->row->victim != VICTIM_NONE &&
	       act->target.len == 0 && !str_equal(told->from, STR("stated"));
}

static void add_act(const struct scene *scene, const struct act *act,
		    const struct incident *incident, bool story)
{
	struct incident one = *incident;

	if (!told_within(scene, act, &one))
		again_add(scene, &one, act->voice == VOICE_NOUN ||
			  act->trigger->form.tense == VERB_GERUND, story);
}

/* "Questioned on 16, 20 and 23 May": an act on each day; "shut down on 14 and
 * 15 August" is one that lasts, and what is told of two months is one. */
static void add_days(const struct scene *scene, const struct act *act,
		     struct incident *incident, const struct days *days,
		     const struct told *told, bool story)
{
	size_t first = told->day, end = told->day + 1;
	struct str whole = STR_NONE;

	if (told->in_sentence && told->date.len > 0)
		spans_list(days, scene, told->day, &first, &end);
	if (end - first < SEVERAL || act->voice == VOICE_NOUN) {
		add_act(scene, act, incident, story);
		return;
	}
	if (act->trigger->row->lasts || told->date.len < DAY_LEN)
		whole = spans_whole(days, scene, first, end);
	if (whole.len > 0) {
		incident->date = whole;
		end = first + 1;
	}
	for (size_t i = first; i < end; i++) {
		if (whole.len == 0)
			incident->date = days->items[i].value;
		add_act(scene, act, incident, story);
	}
}

static void find_act(const struct scene *scene, const struct act *act,
		     const struct days *days, const struct setting *setting)
{
	struct incident incident = { .status = act->status,
				     .number = act->number };
	struct told told = when_told(days, scene, act->trigger, setting);
	uint64_t total;

	if (!is_believed(scene, act, &told) ||
	    is_background(scene, act, &told, setting))
		return;
	fill(&incident, scene, act, days, setting);
	incident.date = told.date;
	incident.date_from = told.from;
	total = totals_people(scene, act->number, &told);
	if (total > 0) {
		incident.status = STR("count");
		incident.number = totals_number(scene->doc, total);
	}
	add_days(scene, act, &incident, days, &told, setting->is_story);
}

void incidents_find(const struct scene *scene, const struct setting *setting,
		    const struct days *days, const struct focus *focus)
{
	size_t first = scene->doc->incidents.count;
	struct incident total;
	struct act act = { 0 };

	for (size_t i = 0; i < scene->cues.count; i++) {
		const struct cue *cue = &scene->cues.items[i];

		if (cue->row->kind == CUE_TRIGGER &&
		    !find_total(scene, cue, days, setting) &&
		    act_read(&act, scene, cue, focus) &&
		    topic_is(scene, &act, setting))
			find_act(scene, &act, days, setting);
	}
	gaps_find(scene, days, first);
	if (scene->doc->incidents.count == first &&
	    totals_others(scene, days, setting, &total))
		again_add(scene, &total, true, setting->is_story);
}
