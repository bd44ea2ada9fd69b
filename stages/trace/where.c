#include "where.h"

enum {
	OTHER_CLAUSE = 40,    /* a place's distance grows by so many tokens */
	OTHER_CHUNK = 6,
	BEHIND_TRIGGER = 3,
	NOT_LOCATED = 25,     /* nothing tells that things happen there */
	WIDER = 30,           /* "in Taraz, Zhambyl region" */
	COUNTRY = 1000,
	SIGN_REACH = 3        /* tokens between "in" and the name */
};

static bool is_where_form(const struct scene *scene,
			  const struct setting *setting,
			  const struct mention *m)
{
	const struct token *last =
		&scene->doc->tokens.items[m->where.end - 1];

	return cues_is_where(setting->cues, last->lang,
			     scene_text(scene, m->where.end - 1));
}

/* The sign of this kind before a name, with common words between at most: "in
 * the city of Taraz". */
static bool has_sign(const struct scene *scene, const struct mention *m,
		     enum cue_kind kind)
{
	size_t first = m->where.first, back;

	back = scene_back(scene, first, SIGN_REACH);
	while (first > back && !scene_token(scene, first - 1)->mention &&
	       scene_token(scene, first - 1)->chunk ==
		       scene_token(scene, m->where.first)->chunk) {
		const struct cue *sign = scene_cue(scene, kind, first - 1,
						   first);

		if (sign != NULL)
			return true;
		if (scene_cue(scene, CUE_WHERE, first - 1, first) != NULL ||
		    scene_cue(scene, CUE_FROM, first - 1, first) != NULL)
			return false;
		first--;
	}
	return false;
}

static bool is_place(const struct mention *m)
{
	return m->type == MENTION_PLACE && m->id.len > 0;
}

/* The place before it, with a comma between: it is the one that lies in this
 * one. */
static bool is_wider(const struct scene *scene, size_t index)
{
	const struct mention *m = &scene->doc->mentions.items[index];
	const struct mention *last = m - 1;

	return index > scene->mentions && is_place(last) &&
	       last->where.end + 1 == m->where.first &&
	       str_equal(scene_text(scene, last->where.end), STR(","));
}

/* "Karatal. On 5 May …", "(Karatal)", "Karatal police detained": by itself
 * between marks, and before those who act there; "a Karatal reporter" may be
 * anywhere. */
static bool is_scene_of(const struct scene *scene, const struct mention *m)
{
	size_t next = m->where.end;
	const struct cue *doer;

	if ((m->where.first == scene->first ||
	     scene_is_mark(scene, m->where.first - 1)) &&
	    (next == scene->end || scene_is_mark(scene, next)))
		return true;
	doer = scene_cue(scene, CUE_GROUP, next, next + 1);
	if (doer == NULL)
		doer = scene_cue(scene, CUE_NOUN, next, next + 1);
	return doer != NULL && doer->row->group >= GROUP_STATE &&
	       doer->row->group <= GROUP_COURT;
}

/* What a place costs by itself; SIZE_MAX where nothing happens there. */
static size_t cost_of(const struct scene *scene,
		      const struct setting *setting, size_t index)
{
	const struct mention *m = &scene->doc->mentions.items[index];
	bool located, country = cues_is_country(setting->cues, m->id);
	size_t cost = 0;

	if (!is_place(m) || scene_token(scene, m->where.first)->stretch > 0 ||
	    has_sign(scene, m, CUE_FROM))
		return SIZE_MAX;
	located = has_sign(scene, m, CUE_WHERE) ||
		  is_where_form(scene, setting, m);
	if (country)
		cost += COUNTRY;
	if (is_wider(scene, index))
		return cost + WIDER;
	if (located)
		return cost;
	return country || !is_scene_of(scene, m) ? SIZE_MAX
						 : cost + NOT_LOCATED;
}

static size_t far_from(const struct scene *scene, const struct cue *trigger,
		       const struct mention *m)
{
	const struct scene_token *at = scene_token(scene, trigger->first);
	const struct scene_token *there = scene_token(scene, m->where.first);
	size_t far = 0;

	if (at->segment != there->segment)
		far += OTHER_CLAUSE;
	if (at->chunk != there->chunk)
		far += OTHER_CHUNK;
	if (m->where.end <= trigger->first)
		return far + trigger->first - m->where.end;
	if (m->where.first < trigger->end)
		return 0;
	if (at->chunk != there->chunk && there->verbs > at->verbs)
		return SIZE_MAX;
	return far + m->where.first - trigger->end + BEHIND_TRIGGER;
}

struct str where_told(const struct scene *scene, const struct cue *trigger,
		      const struct setting *setting, struct str *from)
{
	const struct mention *best = NULL;
	size_t least = SIZE_MAX;

	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];
		size_t cost = is_place(m) ? cost_of(scene, setting, i)
					  : SIZE_MAX;
		size_t far = cost < SIZE_MAX ? far_from(scene, trigger, m)
					     : SIZE_MAX;

		if (far < SIZE_MAX && cost + far < least) {
			least = cost + far;
			best = m;
		}
	}
	*from = best != NULL ? STR("stated") :
		setting->near.len > 0 ? STR("carried") :
		setting->place.len > 0 ? STR("heading") : STR_NONE;
	return best != NULL ? best->id :
	       setting->near.len > 0 ? setting->near : setting->place;
}

void where_move(struct setting *setting, const struct scene *scene)
{
	bool moved = false;

	if (scene_cue(scene, CUE_RESET, scene->first, scene->end) != NULL)
		setting->near = STR_NONE;
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];

		if (!is_place(m) || cues_is_country(setting->cues, m->id) ||
		    is_wider(scene, i) ||
		    (moved && !has_sign(scene, m, CUE_WHERE)) ||
		    cost_of(scene, setting, i) == SIZE_MAX)
			continue;
		setting->near = m->id;
		moved = true;
	}
}
