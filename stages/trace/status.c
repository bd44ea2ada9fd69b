#include "status.h"

enum {
	MODAL_REACH = 4,
	GROUND_REACH = 4,     /* "suspected of the violent murder" */
	WANTED_REACH = 5,     /* "planned a national day of protest" */
	BASE_REACH = 3,       /* "to severely beat" */
	NOUN_REACH = 12,      /* "сведений о задержании … нет" */
	BEHIND_REACH = 2,     /* a Kazakh negation or modal follows its verb */
	AND_REACH = 2,        /* ", and prosecuted" */
	ASKED_REACH = 2,      /* "задержали ли" */
	DENY_REACH = 5        /* "denied the detention of", between them */
};

struct clause {
	const struct scene *scene;
	const struct cue *trigger;
	size_t at;            /* the verb, or the trigger's first word */
	size_t first, end;    /* tokens of the clause */
};

/* The clause of a trigger: its segment, cut at a comma before "and" unless the
 * trigger follows so soon that it shares the verbs before. */
static struct clause clause_of(const struct scene *scene,
			       const struct cue *trigger)
{
	struct clause clause = { .scene = scene, .trigger = trigger };
	size_t comma;

	clause.at = trigger->row->verbal ? trigger->verb : trigger->first;
	scene_segment(scene, clause.at, &clause.first, &clause.end);
	comma = scene_comma(scene, clause.first, clause.end);
	for (; comma < clause.end;
	     comma = scene_comma(scene, comma + 1, clause.end)) {
		if (scene_cue(scene, CUE_AND, comma + 1, comma + 2) == NULL)
			continue;
		if (comma + AND_REACH < trigger->first)
			clause.first = comma;
		else if (comma >= trigger->end)
			clause.end = comma;
	}
	return clause;
}

static bool has(const struct clause *clause, enum cue_kind kind, size_t first,
		size_t end)
{
	return scene_cue(clause->scene, kind, first, end) != NULL;
}

/* Within `reach` tokens before the verb, or inside a trigger with a gap. */
static bool has_before(const struct clause *clause, enum cue_kind kind,
		       size_t reach)
{
	size_t back = scene_back(clause->scene, clause->at, reach);

	return has(clause, kind, back > clause->first ? back : clause->first,
		   clause->at);
}

static bool has_behind(const struct clause *clause, enum cue_kind kind,
		       size_t reach)
{
	size_t on = scene_on(clause->scene, clause->trigger->end, reach);

	return has(clause, kind, clause->trigger->end,
		   on < clause->end ? on : clause->end);
}

/* Before it, or behind it up to what is told by "that". */
static bool has_around(const struct clause *clause, enum cue_kind kind)
{
	size_t behind = clause->trigger->end;
	const struct cue *that = scene_cue(clause->scene, CUE_THAT, behind,
					   clause->end);

	return has(clause, kind, clause->first, clause->trigger->first) ||
	       has(clause, kind, behind, that != NULL ? that->first
						      : clause->end);
}

static bool is_question(const struct scene *scene)
{
	size_t last = scene->end - 1;

	while (last > scene->first && scene_token(scene, last)->stretch > 0)
		last--;
	return str_equal(scene_text(scene, last), STR("?")) ||
	       str_equal(scene_text(scene, scene->end - 1), STR("?"));
}

/* A negation that the trigger begins with belongs to the act: "не пустил". */
static bool is_negated(const struct clause *clause)
{
	size_t back = scene_back(clause->scene, clause->at, MODAL_REACH);
	const struct cue *not = scene_cue(clause->scene, CUE_NEGATION,
					  back > clause->first ? back
							       : clause->first,
					  clause->at);

	return not != NULL && not->first != clause->trigger->first;
}

/* "Suspected of the murder of X": why another act was done, unless the day of
 * this one is told behind it. */
static bool is_ground(const struct clause *clause)
{
	const struct scene *scene = clause->scene;

	if (!has_before(clause, CUE_GROUND, GROUND_REACH))
		return false;
	for (size_t i = scene->mentions; i < scene->mentions_end; i++)
		if (scene->doc->mentions.items[i].type == MENTION_DATE &&
		    scene->doc->mentions.items[i].where.first >=
			    clause->trigger->end &&
		    scene->doc->mentions.items[i].where.end <= clause->end)
			return false;
	return true;
}

/* Whether the sentence tells that the act was not done, or names none. */
static bool is_undone(const struct clause *clause, enum voice voice)
{
	const struct cue *trigger = clause->trigger;
	enum verb_tense tense = trigger->form.tense;
	size_t reach = voice == VOICE_NOUN ? NOUN_REACH : BEHIND_REACH;
	bool undone = trigger->negated || is_negated(clause) ||
		      has_behind(clause, CUE_UNDONE, reach);

	return undone != trigger->row->negated ||
	       (voice == VOICE_NOUN &&
		(has_around(clause, CUE_REFUSED) || is_ground(clause) ||
		 has_before(clause, CUE_WANTED, WANTED_REACH) ||
		 has_behind(clause, CUE_WANTED, BEHIND_REACH))) ||
	       (tense == VERB_BASE &&
		!has_before(clause, CUE_MODAL, BASE_REACH)) ||
	       (tense == VERB_GERUND &&
		!has_before(clause, CUE_DEED, 1) &&
		!has_before(clause, CUE_DENY, 1));
}

/* "61 percent of the reporters were threatened": a survey, unless a day is
 * told. */
static bool is_share(const struct clause *clause)
{
	const struct scene *scene = clause->scene;
	bool share = false, date = false;

	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];

		share = share || (m->type == MENTION_PERCENT &&
				  m->where.first >= clause->first &&
				  m->where.end <= clause->trigger->first);
		date = date || m->type == MENTION_DATE;
	}
	return share && !date;
}

static bool is_general(const struct clause *clause, enum voice voice)
{
	enum verb_tense tense = clause->trigger->form.tense;

	return (tense == VERB_PRESENT && !clause->scene->entry) ||
	       tense == VERB_CONDITION ||
	       is_question(clause->scene) || is_share(clause) ||
	       has_around(clause, CUE_GENERAL) ||
	       has(clause, CUE_CONDITION, clause->first, clause->at) ||
	       has(clause, CUE_ANYONE, clause->first, clause->at) ||
	       has_before(clause, CUE_ALMOST, MODAL_REACH) ||
	       has_behind(clause, CUE_ALMOST_BEHIND, BEHIND_REACH) ||
	       has_behind(clause, CUE_ASKED, ASKED_REACH) ||
	       (voice != VOICE_NOUN && !clause->scene->entry &&
		!has_before(clause, CUE_MODAL, MODAL_REACH) &&
		has_before(clause, CUE_PRESENT, MODAL_REACH));
}

static bool is_planned(const struct clause *clause)
{
	enum verb_tense tense = clause->trigger->form.tense;

	return tense == VERB_FUTURE || tense == VERB_INFINITIVE ||
	       tense == VERB_BASE ||
	       has_before(clause, CUE_MODAL, MODAL_REACH) ||
	       has_behind(clause, CUE_DUE, BEHIND_REACH);
}

/* Whether what is denied is what others claim of who denies it: "the ministry
 * rejected claims that": it stays claimed. */
static bool is_accused(const struct clause *clause, const struct cue *deny)
{
	const struct scene *scene = clause->scene;

	if (!has(clause, CUE_DOUBT, deny->end, clause->trigger->first))
		return false;
	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].end <= deny->first &&
		    scene->parties.items[i].class >= PARTY_OFFICIAL)
			return true;
	return false;
}

/* "Rumours of the arrest, which she denied": what the sentence goes on with. */
static bool is_rumour(const struct clause *clause)
{
	const struct scene *scene = clause->scene;

	return has(clause, CUE_DOUBT, clause->trigger->end, clause->end) &&
	       scene_cue(scene, CUE_DENY, clause->trigger->end, scene->end) !=
		       NULL;
}

/* "It is not true that". */
static bool is_false_that(const struct clause *clause)
{
	const struct scene *scene = clause->scene;
	size_t trigger = clause->trigger->first;
	const struct cue *untrue = scene_cue(scene, CUE_FALSE, scene->first,
					     trigger);

	return untrue != NULL && has(clause, CUE_THAT, untrue->end, trigger);
}

/* What is denied is told behind "that", or named beside the verb; where the
 * verb stands last, before it. */
static bool is_denied(const struct clause *clause)
{
	const struct scene *scene = clause->scene;
	const struct cue *trigger = clause->trigger, *deny;
	bool finite = trigger->row->verbal &&
		      trigger->form.tense == VERB_PAST;
	size_t back;

	if (has(clause, CUE_FALSE, trigger->end, clause->end) ||
	    is_false_that(clause) || is_rumour(clause))
		return true;
	deny = scene_cue(scene, CUE_DENY, scene->first, trigger->first);
	if (deny != NULL && is_accused(clause, deny))
		return false;
	if (deny != NULL) {
		back = scene_back(scene, trigger->first, DENY_REACH);
		return has(clause, CUE_THAT, deny->end, trigger->first) ||
		       (deny->end > back && !has(clause, CUE_AND, deny->end,
						 trigger->first));
	}
	return !finite && has(clause, CUE_DENY, trigger->end, clause->end);
}

static bool is_doubtful(const struct clause *clause)
{
	const struct scene *scene = clause->scene;
	const struct cue *said = scene_cue(scene, CUE_SPEECH, scene->first,
					   clause->trigger->first);

	return has_around(clause, CUE_DOUBT) ||
	       (said != NULL && (said->row->saying == SAYING_FRAME ||
				 has(clause, CUE_THAT, said->end,
				     clause->trigger->first)));
}

struct str status_of(const struct scene *scene, const struct cue *trigger,
		     enum voice voice)
{
	struct clause clause = clause_of(scene, trigger);

	if (is_undone(&clause, voice))
		return STR_NONE;
	if (is_denied(&clause))
		return STR("denied");
	if (is_general(&clause, voice))
		return STR("general");
	if (is_planned(&clause))
		return STR("planned");
	return is_doubtful(&clause) ? STR("alleged") : STR("asserted");
}
