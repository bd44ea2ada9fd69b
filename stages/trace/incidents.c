#include "incidents.h"

#include "acts.h"
#include "edtf.h"

enum {
	ENOUGH = 2,           /* grounds to believe that an act took place */
	OTHER_CLAUSE = 40,    /* a date's distance grows by so many tokens */
	BEHIND_RELATIVE = 15,
	BEHIND_AND = 6,
	BEHIND_TRIGGER = 3,
	AMOUNT_REACH = 4,
	DURING_REACH = 4,
	MONTH_LEN = 7         /* of 2022-12-08 */
};

struct told {                 /* a date and how well it fits */
	struct str date, from;
	bool in_clause, in_sentence, beside, carried;
};

static size_t distance(const struct scene *scene, const struct cue *trigger,
		       struct extent where)
{
	const struct scene_token *a = scene_token(scene, trigger->first);
	const struct scene_token *b = scene_token(scene, where.first);
	bool behind = where.first >= trigger->end;
	size_t far = behind ? where.first - trigger->end :
		     where.end <= trigger->first ? trigger->first - where.end :
						   0;

	if (a->segment != b->segment)
		far += OTHER_CLAUSE;
	if (a->relatives != b->relatives)
		far += BEHIND_RELATIVE;
	if (a->ands != b->ands)
		far += BEHIND_AND;
	return behind ? far + BEHIND_TRIGGER : far;
}

/* The nearest mention of a type that counts, or NULL. */
static const struct mention *nearest(const struct scene *scene,
				     const struct cue *trigger,
				     const struct setting *setting,
				     enum mention_type type)
{
	const struct mention *best = NULL;
	size_t least = SIZE_MAX;

	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];
		size_t far;

		if (m->type != type ||
		    (type == MENTION_DATE &&
		     (m->value.len == 0 || m->value.data[0] == 'X')) ||
		    (type == MENTION_PLACE &&
		     cues_is_country(setting->cues, m->id)))
			continue;
		far = distance(scene, trigger, m->where);
		if (far < least) {
			least = far;
			best = m;
		}
	}
	return best;
}

/* The month of a date that lies in the period, or empty. */
static struct str month_of(const struct setting *setting, struct str value)
{
	struct edtf date, covers;
	struct str first, last;

	if (!edtf_parse(&date, value) ||
	    !edtf_parse(&covers, setting->covers) ||
	    !edtf_within(&date, &covers) || value.len < MONTH_LEN)
		return STR_NONE;
	first = str_slice(value, 0, MONTH_LEN);
	last = str_slice(value, str_find(value, STR("/"), 0), value.len);
	return last.len == 0 || str_has_prefix(str_slice(last, 1, last.len),
					       first) ?
		first : STR_NONE;
}

/* "During the January events", also behind it as in Kazakh. */
static bool is_course_of(const struct scene *scene, struct extent event)
{
	return scene_cue(scene, CUE_DURING,
			 scene_back(scene, event.first, DURING_REACH),
			 event.first) != NULL ||
	       scene_cue(scene, CUE_DURING, event.end,
			 scene_on(scene, event.end, 1)) != NULL;
}

/* The press writes of a thing when it happens, so a footnote's date is near;
 * an event dates what happened in its course. */
static struct str date_beside(const struct scene *scene,
			      const struct cue *trigger,
			      const struct setting *setting, struct str *from)
{
	struct str date = month_of(setting, setting->printed);
	const struct mention *event;

	*from = STR("footnote");
	if (date.len > 0)
		return date;
	*from = STR("event");
	event = nearest(scene, trigger, setting, MENTION_EVENT);
	return event == NULL || !is_course_of(scene, event->where) ? STR_NONE :
		month_of(setting, cues_event_date(setting->cues, event->id));
}

static bool in_one_clause(const struct scene *scene, size_t a, size_t b)
{
	return scene_token(scene, a)->segment == scene_token(scene, b)->segment;
}

static struct told find_date(const struct scene *scene,
			     const struct cue *trigger,
			     const struct setting *setting,
			     const struct focus *focus)
{
	const struct mention *m = nearest(scene, trigger, setting,
					  MENTION_DATE);
	struct told told = { 0 };

	told.date = date_beside(scene, trigger, setting, &told.from);
	if (m != NULL)
		return (struct told){
			.date = m->value,
			.from = STR("stated"),
			.in_clause = in_one_clause(scene, m->where.first,
						   trigger->first),
			.in_sentence = true
		};
	if (setting->entry.len > 0) {
		told.date = setting->entry;
		told.from = STR("heading");
	}
	told.beside = told.date.len > 0;
	if (told.beside)
		return told;
	told.carried = focus->date.len > 0 &&
		       scene_cue(scene, CUE_RESET, scene->first,
				 scene->end) == NULL;
	told.date = told.carried ? focus->date : setting->covers;
	told.from = told.date.len == 0 ? STR_NONE :
		told.carried ? STR("carried") : STR("report");
	return told;
}

static struct str find_place(const struct scene *scene,
			     const struct cue *trigger,
			     const struct setting *setting,
			     const struct focus *focus, struct str *from)
{
	const struct mention *m = nearest(scene, trigger, setting,
					  MENTION_PLACE);
	bool carried = focus->place.len > 0;

	*from = m != NULL ? STR("stated") : carried ? STR("carried") :
		setting->country.len > 0 ? STR("report") : STR_NONE;
	if (m != NULL)
		return m->id;
	return carried ? focus->place : setting->country;
}

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

/* The incident of this type that the sentence has told already, if the new one
 * adds nothing to it. */
static struct incident *told_before(struct document *doc, size_t first,
				    const struct incident *new, bool same)
{
	for (size_t i = first; i < doc->incidents.count; i++) {
		struct incident *old = &doc->incidents.items[i];

		if (str_equal(old->type, new->type) &&
		    (same || new->target.len == 0 ||
		     (str_equal(old->date, new->date) &&
		      (str_equal(old->target, new->target) ||
		       old->target.len == 0))))
			return old;
	}
	return NULL;
}

static void add(struct document *doc, size_t first,
		const struct incident *new, bool same)
{
	struct incident *old = told_before(doc, first, new, same);
	struct strbuf id = STRBUF_INIT;

	if (old != NULL) {
		if (old->target.len == 0)
			old->target = new->target;
		return;
	}
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

void incidents_find(struct document *doc, const struct scene *scene,
		    const struct setting *setting, const struct focus *focus)
{
	size_t first = doc->incidents.count;
	uint32_t segment = UINT32_MAX;
	struct act act = { 0 };

	for (size_t i = 0; i < scene->cues.count; i++) {
		const struct cue *cue = &scene->cues.items[i];
		const struct mention *law;
		struct incident incident;
		struct told told;

		if (cue->row->kind != CUE_TRIGGER ||
		    !act_read(&act, scene, cue, focus))
			continue;
		told = find_date(scene, cue, setting, focus);
		if (!is_believed(scene, &act, &told))
			continue;
		law = nearest(scene, cue, setting, MENTION_LAW);
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
		incident.place = find_place(scene, cue, setting, focus,
					    &incident.place_from);
		add(doc, first, &incident,
		    segment == scene_token(scene, cue->first)->segment);
		segment = scene_token(scene, cue->first)->segment;
	}
}
