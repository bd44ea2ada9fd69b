#include "incidents.h"

#include "acts.h"
#include "where.h"

enum {
	ENOUGH = 2,           /* grounds to believe that an act took place */
	AMOUNT_REACH = 4,
	AGAIN = 16            /* incidents before, that one may tell again */
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

/* The party of the sentence that is so called, or NULL. */
static const struct party *party_of(const struct scene *scene,
				    struct str target)
{
	for (size_t i = 0; i < scene->parties.count; i++)
		if (str_equal(scene->parties.items[i].id, target))
			return &scene->parties.items[i];
	return NULL;
}

/* "Journalists", "reporters": nobody in particular. */
static bool is_vague(const struct scene *scene, struct str target)
{
	const struct party *party = party_of(scene, target);

	return party != NULL && !party->named && !party->counted;
}

/* Whether both may be one act: nothing that is told tells them apart. A noun
 * names again what a verb has told, without saying of whom. */
static bool is_same(const struct scene *scene, const struct incident *old,
		    const struct incident *new, bool noun)
{
	if (!str_equal(old->type, new->type) ||
	    !str_equal(old->status, new->status))
		return false;
	if (!str_equal(old->date, new->date) &&
	    (!noun || str_equal(new->date_from, STR("stated"))))
		return false;
	return old->target.len == 0 || new->target.len == 0 ||
	       str_equal(old->target, new->target) ||
	       (noun && is_vague(scene, new->target));
}

/* The incident that the sentence, or one of the paragraph's before it, has told
 * already; of what those before have told, a sentence that names another day or
 * the same people anew is another one. */
static struct incident *told_before(const struct scene *scene,
				    const struct incident *new, bool noun)
{
	struct document *doc = scene->doc;
	size_t paragraph = doc->sentences.items[scene->sentence].paragraph;
	bool anew = str_equal(new->date_from, STR("stated")) ||
		    (!noun && new->target.len > 0 &&
		     party_of(scene, new->target) != NULL);

	for (size_t i = doc->incidents.count, n = 0; i-- > 0 && n < AGAIN; n++) {
		struct incident *old = &doc->incidents.items[i];
		size_t sentence = old->sentence;

		if (doc->sentences.items[sentence].paragraph != paragraph)
			break;
		if ((sentence == scene->sentence || !anew) &&
		    is_same(scene, old, new, noun))
			return old;
	}
	return NULL;
}

/* "Blocked on 4 April and again on the 30th": of whom one of the two tells, the
 * other is told too. */
static void share_target(const struct scene *scene, struct incident *new)
{
	struct document *doc = scene->doc;
	struct incident *old = doc->incidents.count == 0 ? NULL :
		&doc->incidents.items[doc->incidents.count - 1];

	if (old == NULL || old->sentence != scene->sentence ||
	    !str_equal(old->type, new->type))
		return;
	if (new->target.len == 0)
		new->target = old->target;
	else if (old->target.len == 0)
		old->target = new->target;
}

static void add(const struct scene *scene, struct incident *new, bool noun)
{
	struct document *doc = scene->doc;
	struct incident *old = told_before(scene, new, noun);
	struct strbuf id = STRBUF_INIT;

	if (old != NULL) {
		if (old->target.len == 0)
			old->target = new->target;
		return;
	}
	share_target(scene, new);
	old = LIST_ADD(&doc->incidents);
	*old = *new;
	strbuf_add(&id, doc->id);
	strbuf_add_z(&id, "-i");
	strbuf_add_number(&id, doc->incidents.count);
	old->id = str_copy(&doc->arena, strbuf_view(&id));
	strbuf_release(&id);
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
		add(scene, &incident, act.voice == VOICE_NOUN);
	}
}
