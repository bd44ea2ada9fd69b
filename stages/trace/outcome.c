#include "outcome.h"

#include <string.h>

enum {
	BEHIND = 14,          /* tokens between an act and its term */
	BEFORE = 6,
	LAPSE_REACH = 3,      /* tokens between "через" and its unit */
	JOINED = 2,           /* "two years and three months" */
	OTHER_CLAUSE = 40,
	MOST = 1000
};

/* An act stands before it in its clause, which it belongs to. */
static bool is_behind_act(const struct scene *scene, size_t token)
{
	size_t back = scene_back(scene, token, BEHIND);

	while (scene_token(scene, back)->chunk !=
	       scene_token(scene, token)->chunk)
		back++;
	return scene_cue(scene, CUE_TRIGGER, back, token) != NULL;
}

/* Whether what stands at [first, end) belongs to the trigger: in its clause,
 * near it, and no other act between. */
static bool is_of(const struct scene *scene, const struct cue *trigger,
		  size_t first, size_t end)
{
	const struct scene_token *at = scene_token(scene, trigger->first);
	const struct scene_token *there = scene_token(scene, first);

	if (at->segment != there->segment || there->stretch > 0)
		return false;
	if (first >= trigger->end)
		return first - trigger->end <= BEHIND &&
		       scene_cue(scene, CUE_TRIGGER, trigger->end, first) ==
			       NULL;
	if (end > trigger->first)
		return true;
	return trigger->first - end <= BEFORE && at->chunk == there->chunk &&
	       scene_cue(scene, CUE_TRIGGER, end, trigger->first) == NULL &&
	       !is_behind_act(scene, first);
}

/* "Three years later" tells when. */
static bool is_date(const struct days *days, size_t token)
{
	for (size_t i = 0; i < days->count; i++)
		if (days->items[i].first <= token &&
		    token < days->items[i].end)
			return true;
	return false;
}

/* "Seventeen months after", "через два года": neither lasts. */
static bool is_lapse(const struct scene *scene, const struct cue *time)
{
	return scene_cue(scene, CUE_LAPSE, time->end,
			 scene_on(scene, time->end, 1)) != NULL ||
	       scene_cue(scene, CUE_LAPSE,
			 scene_back(scene, time->first, LAPSE_REACH),
			 time->first) != NULL;
}

/* The number that counts a word for a time, "4.5-year" too: *half for one that
 * ends so; 0 if none. */
static uint64_t number_before(const struct scene *scene, size_t token,
			      bool *half)
{
	const struct cue *word;
	struct str form, whole;
	uint64_t number = 0;
	size_t point;

	*half = false;
	if (token > scene->first &&
	    str_equal(scene_text(scene, token - 1), STR("-")))
		token--;
	if (token == scene->first)
		return 0;
	word = scene_cue(scene, CUE_NUMBER, token - 1, token);
	if (word != NULL)
		return word->row->number;
	form = scene_text(scene, token - 1);
	point = str_find(form, STR("."), 0);
	if (point == form.len)
		point = str_find(form, STR(","), 0);
	whole = str_slice(form, 0, point);
	*half = str_equal(str_slice(form, point, form.len), STR(".5")) ||
		str_equal(str_slice(form, point, form.len), STR(",5"));
	if (point < form.len && !*half)
		return 0;
	return str_number(whole, MOST, &number) ? number : 0;
}

/* Append what a word for a time says, without its P; false if it has no number
 * where it needs one. */
static bool add_term(struct strbuf *out, const struct scene *scene,
		     const struct cue *cue)
{
	struct str value = cue->row->name;
	bool half, counted = str_find(value, STR("n"), 0) < value.len;
	uint64_t number = number_before(scene, cue->first, &half);

	if (counted && number == 0)
		return false;
	/* "34-year-old" */
	if (cue->end < scene->end &&
	    str_equal(scene_text(scene, cue->end), STR("-")))
		return false;
	if (half && !str_equal(value, STR("PnY")))
		return false;
	for (size_t i = 1; i < value.len; i++) {
		if (value.data[i] == 'n')
			strbuf_add_number(out, number);
		else
			strbuf_add_char(out, value.data[i]);
	}
	if (half)
		strbuf_add_z(out, "6M");
	return true;
}

static void separate(struct strbuf *out)
{
	if (out->len > 0)
		strbuf_add_char(out, ';');
}

/* The last unit of a duration that was written, or 0. */
static char unit_of(const struct strbuf *out)
{
	return out->len > 0 ? out->data[out->len - 1] : '\0';
}

static bool is_smaller(char unit, char than)
{
	static const char units[] = "YMWD";

	return than != '\0' && unit != '\0' && strchr(units, than) != NULL &&
	       strchr(units, unit) > strchr(units, than);
}

static void add_terms(struct strbuf *out, const struct scene *scene,
		      const struct cue *trigger, const struct days *days)
{
	struct strbuf term = STRBUF_INIT;
	size_t last = 0;

	for (size_t i = 0; i < scene->cues.count; i++) {
		const struct cue *cue = &scene->cues.items[i];

		strbuf_clear(&term);
		if (cue->row->kind != CUE_DURATION ||
		    scene_token(scene, cue->first)->mention ||
		    is_date(days, cue->first) || is_lapse(scene, cue) ||
		    !is_of(scene, trigger, cue->first, cue->end) ||
		    !add_term(&term, scene, cue))
			continue;
		if (last == 0 || cue->first > last + JOINED + 1 ||
		    !is_smaller(unit_of(&term), unit_of(out))) {
			separate(out);
			strbuf_add_char(out, 'P');
		}
		strbuf_add(out, strbuf_view(&term));
		last = cue->end;
	}
	strbuf_release(&term);
}

static void add_amounts(struct strbuf *out, const struct scene *scene,
			const struct cue *trigger)
{
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];

		if (m->type != MENTION_MONEY || m->value.len == 0 ||
		    !is_of(scene, trigger, m->where.first, m->where.end))
			continue;
		separate(out);
		strbuf_add(out, m->value);
	}
}

static void add_word(struct strbuf *out, const struct scene *scene,
		     const struct cue *trigger, enum cue_kind kind,
		     const char *word)
{
	for (size_t i = 0; i < scene->cues.count; i++) {
		const struct cue *cue = &scene->cues.items[i];

		if (cue->row->kind != kind ||
		    !(is_of(scene, trigger, cue->first, cue->end) ||
		      (cue->first < trigger->end &&
		       trigger->first < cue->end)))
			continue;
		separate(out);
		strbuf_add_z(out, word);
		return;
	}
}

struct str outcome_told(const struct scene *scene, const struct cue *trigger,
			const struct days *days)
{
	const struct cue_row *row = trigger->row;
	struct strbuf out = STRBUF_INIT;
	struct str told = STR_NONE;

	if (row->outcomes & OUTCOME_TERM) {
		add_terms(&out, scene, trigger, days);
		add_word(&out, scene, trigger, CUE_SUSPENDED, "suspended");
	}
	if (row->outcomes & OUTCOME_AMOUNT)
		add_amounts(&out, scene, trigger);
	if (row->outcomes & OUTCOME_DROPPED)
		add_word(&out, scene, trigger, CUE_DROPPED, "dropped");
	if (out.len > 0)
		told = str_copy(&scene->doc->arena, strbuf_view(&out));
	strbuf_release(&out);
	return told;
}

static size_t far_from(const struct scene *scene, const struct cue *trigger,
		       const struct mention *m)
{
	bool other = scene_token(scene, trigger->first)->segment !=
		     scene_token(scene, m->where.first)->segment;
	size_t far = m->where.first >= trigger->end ?
			     m->where.first - trigger->end :
		     m->where.end <= trigger->first ?
			     trigger->first - m->where.end : 0;

	return other ? far + OTHER_CLAUSE : far;
}

/* Whether an id is that of an article of an act. */
static bool is_article(struct str id, struct str act)
{
	return id.len > act.len && str_has_prefix(id, act) &&
	       id.data[act.len] == '_';
}

struct str outcome_law(const struct scene *scene, const struct cue *trigger)
{
	struct str law = STR_NONE;
	size_t least = SIZE_MAX;

	if ((trigger->row->outcomes & OUTCOME_LAW) == 0)
		return law;
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];
		size_t far;

		if (m->type != MENTION_LAW || m->id.len == 0)
			continue;
		far = far_from(scene, trigger, m);
		if (is_article(law, m->id) ||
		    (far >= least && !is_article(m->id, law)))
			continue;
		least = far < least ? far : least;
		law = m->id;
	}
	return law;
}
