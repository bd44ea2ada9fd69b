#include "incidents.h"

#include "acts.h"
#include "again.h"
#include "where.h"

enum {
	ENOUGH = 2,           /* grounds to believe that an act took place */
	AMOUNT_REACH = 4
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

static bool is_believed(const struct scene *scene, const struct act *act,
			const struct told *told)
{
	unsigned grounds = act->voice == VOICE_NOUN ? 0 : ENOUGH;

	if ((act->trigger->row->need == NEED_PARTY && act->parties == 0) ||
	    (act->trigger->row->need == NEED_DATE && !told->in_sentence))
		return false;
	if (told->in_clause)
		grounds += ENOUGH;
	else if (told->in_sentence || told->beside || told->carried)
		grounds++;
	return grounds + act->parties + has_amount(scene, act->trigger) >=
	       ENOUGH;
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

static const struct mention *find_law(const struct scene *scene,
				      const struct cue *trigger)
{
	const struct mention *best = NULL;
	size_t least = SIZE_MAX;

	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];
		size_t far = m->where.first >= trigger->end ?
			m->where.first - trigger->end :
			m->where.end <= trigger->first ?
			trigger->first - m->where.end : 0;

		if (m->type == MENTION_LAW && far < least) {
			least = far;
			best = m;
		}
	}
	return best;
}

void incidents_find(const struct scene *scene, const struct setting *setting,
		    const struct days *days, const struct focus *focus)
{
	struct act act = { 0 };

	for (size_t i = 0; i < scene->cues.count; i++) {
		const struct cue *cue = &scene->cues.items[i];
		const struct mention *law;
		struct incident incident;
		struct told told;

		if (cue->row->kind != CUE_TRIGGER ||
		    !act_read(&act, scene, cue, focus))
			continue;
		told = when_told(days, scene, cue, setting);
		if (!is_believed(scene, &act, &told))
			continue;
		law = find_law(scene, cue);
		incident = (struct incident){
			.sentence = scene->sentence,
			.type = type_of(scene, cue),
			.status = act.status,
			.date = told.date,
			.date_from = told.from,
			.target = act.target,
			.actor = act.actor,
			.actor_class = act.actor_class,
			.number = act.number,
			.law = law != NULL ? law->id : STR_NONE,
			.trigger = { scene->sentence, cue->first, cue->end }
		};
		incident.place = where_told(scene, cue, setting,
					    &incident.place_from);
		again_add(scene, &incident, act.voice == VOICE_NOUN);
	}
}
