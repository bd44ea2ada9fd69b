#include "said.h"

#include "quoted.h"
#include "subjects.h"

enum {
	FEWEST_OF_CLAUSE = 3, /* words behind "that" */
	THAT_REACH = 10,      /* tokens between "told X" and "that" */
	LABEL_REACH = 12,     /* tokens from "called" to its “label” */
	APPOSITION_REACH = 14,
	SHORT_APPOSITION = 6,
	ROLE_REACH = 4,
	BESIDE = 2,           /* tokens between a verb and its subject */
	SUBJECT_REACH = 3     /* tokens between the comma and X in ", said X" */
};

bool said_is_last(const struct cue *cue)
{
	return cue->row->saying == SAYING_END ||
	       cue->row->saying == SAYING_TOLD;
}

size_t said_from(const struct utterance *s)
{
	return s->cue->end > s->speaker.end ? s->cue->end : s->speaker.end;
}

size_t said_edge(const struct utterance *s)
{
	return s->speaker.first < s->cue->first ? s->speaker.first
						: s->cue->first;
}

size_t said_behind_link(const struct scene *scene, size_t first, size_t end)
{
	const struct cue *link;

	while (first < end && quoted_is_mark(scene, first))
		first++;
	link = scene_cue(scene, CUE_LINK, first, first + 1);
	if (link == NULL || link->end >= end)
		return first;
	return link->end;
}

bool said_is_apposition(const struct scene *scene, size_t first, size_t end)
{
	const struct cue *role = scene_cue(scene, CUE_ROLE, first, end), *and;

	if (role == NULL || role->first - first >= ROLE_REACH)
		return false;
	while ((and = scene_cue(scene, CUE_AND, role->end, role->end + 1)) &&
	       scene_cue(scene, CUE_ROLE, and->end, and->end + ROLE_REACH))
		role = scene_cue(scene, CUE_ROLE, and->end, scene->end);
	return role->end >= end || scene_token(scene, role->end)->mention ||
	       (end - first <= SHORT_APPOSITION &&
		!scene_cue(scene, CUE_GROUP, role->first, role->end)) ||
	       scene_cue(scene, CUE_PREPOSITION, role->end, role->end + 1) ||
	       scene_cue(scene, CUE_RELATIVE, role->end, role->end + 1);
}

size_t said_behind_name(const struct scene *scene, size_t from)
{
	size_t comma = scene_comma(scene, from, scene->end), next;

	if (comma == scene->end)
		return scene->end;
	next = scene_comma(scene, comma + 1, scene->end);
	if (next == scene->end || next - comma > APPOSITION_REACH ||
	    !said_is_apposition(scene, comma + 1, next))
		return comma + 1;
	return next + 1;
}

static bool is_same_clause(const struct scene *scene, size_t a, size_t b)
{
	return scene_token(scene, a)->segment ==
		       scene_token(scene, b)->segment &&
	       scene_cue(scene, CUE_SPEECH, a + 1, b) == NULL;
}

/* "That video", "in that": it stands before a thing. */
static bool is_pointing(const struct scene *scene, const struct cue *that)
{
	if (str_equal(scene_text(scene, that->first - 1), STR(",")))
		return false;
	return scene_cue(scene, CUE_PREPOSITION, that->first - 1,
			 that->first) != NULL ||
	       scene_cue(scene, CUE_PASSIVE, that->end, that->end + 1) ||
	       scene_cue(scene, CUE_PRESENT, that->end, that->end + 1) ||
	       scene_cue(scene, CUE_MODAL, that->end, that->end + 1) ||
	       quoted_words(scene, that->end, scene->end) < FEWEST_OF_CLAUSE;
}

const struct cue *said_that(const struct utterance *s)
{
	const struct scene *scene = s->scene;
	size_t from = said_from(s);
	const struct cue *that = scene_cue(scene, CUE_THAT, s->cue->end,
					   scene_on(scene, from, THAT_REACH));
	bool told;

	if (that == NULL || is_pointing(scene, that) ||
	    !is_same_clause(scene, s->cue->end - 1, that->first))
		return NULL;
	told = scene_cue(scene, CUE_GROUP, s->cue->end, that->first) != NULL ||
	       scene_cue(scene, CUE_AUDIENCE, s->cue->first, s->cue->end) ||
	       scene_cue(scene, CUE_PREPOSITION, from, from + 1) != NULL;
	for (size_t t = s->cue->end; t < that->first; t++)
		told = told || scene_token(scene, t)->mention;
	return told || that->first <= from + 1 ||
	       str_equal(scene_text(scene, that->first - 1), STR(","))
		? that : NULL;
}

size_t said_behind_apposed(const struct scene *scene, size_t from, size_t end)
{
	size_t next;

	if (scene_comma(scene, from, end) != from)
		return from;
	next = scene_comma(scene, from + 1, end);
	return next < end && next - from <= APPOSITION_REACH &&
			       scene_cue(scene, CUE_ROLE, next - 1, next)
		? next : from;
}

bool said_has_verb(const struct scene *scene, size_t first, size_t end)
{
	static const enum cue_kind verbs[] = {
		CUE_PASSIVE, CUE_PRESENT, CUE_MODAL, CUE_NEGATION, CUE_TRIGGER,
		CUE_PERFECT
	};

	for (size_t i = 0; i < COUNT_OF(verbs); i++)
		if (scene_cue(scene, verbs[i], first, end) != NULL)
			return true;
	return false;
}

/* Behind the verb, and behind whom it is told where it needs one. */
static size_t behind_heard(const struct scene *scene, const struct cue *cue)
{
	if (scene_cue(scene, CUE_AUDIENCE, cue->first, cue->end) == NULL)
		return cue->end;
	for (size_t i = 0; i < scene->voices.count; i++)
		if (scene->voices.items[i].first >= cue->end)
			return scene->voices.items[i].first <= cue->end + 1
				? scene->voices.items[i].end : cue->end;
	return cue->end;
}

size_t said_clause(const struct utterance *s)
{
	const struct scene *scene = s->scene;
	size_t first = behind_heard(scene, s->cue);

	if (first == scene->end || quoted_is_mark(scene, first) ||
	    scene_cue(scene, CUE_PREPOSITION, first, first + 1) != NULL ||
	    s->speaker.end > s->cue->first ||
	    scene_cue(scene, CUE_ASKS, first, first + 1) != NULL ||
	    !said_has_verb(scene, first, scene->end))
		return scene->end;
	return first;
}

size_t said_question(const struct utterance *s)
{
	const struct scene *scene = s->scene;
	size_t from = said_from(s);
	size_t end = scene_on(scene, from, THAT_REACH);
	const struct cue *asks = scene_cue(scene, CUE_ASKS, from, end);

	if (asks == NULL)
		asks = scene_cue(scene, CUE_CONDITION, from, end);
	if (asks != NULL)
		return asks->first;
	return from < end && str_equal(scene_text(scene, from), STR(","))
		? from + 1 : scene->end;
}

/* Whether the verb and its subject, one beside the other, end a clause. */
static bool is_trailing(const struct utterance *s)
{
	const struct scene *scene = s->scene;
	const struct cue *cue = s->cue;
	bool turned = s->speaker.first >= cue->end;
	size_t end = turned ? s->speaker.end : cue->end;

	if (cue->row->saying == SAYING_ASK ||
	    (turned ? !subject_is_named_by(scene, cue->end, s->speaker.first)
		    : cue->first - s->speaker.end > BESIDE))
		return false;
	return end == scene->end || quoted_is_mark(scene, end) || turned ||
	       (cue->row->side != SIDE_SEVERAL &&
		(scene_token(scene, end)->mention ||
		 cue->row->saying == SAYING_CLAUSE));
}

size_t said_trail(const struct utterance *s)
{
	static const enum cue_kind others[] = {
		CUE_RELATIVE, CUE_THAT, CUE_AND, CUE_BREAK
	};
	const struct scene *scene = s->scene;
	size_t from = said_edge(s);
	size_t t = from;

	if (!is_trailing(s))
		return scene->first;
	while (t > scene->first && from - t <= SUBJECT_REACH &&
	       !quoted_is_mark(scene, t - 1)) {
		for (size_t i = 0; i < COUNT_OF(others); i++)
			if (scene_cue(scene, others[i], t - 1, t) != NULL)
				return scene->first;
		t--;
	}
	return from - t <= SUBJECT_REACH && t > scene->first &&
	       quoted_is_mark(scene, t - 1) &&
	       !str_equal(scene_text(scene, t - 1), STR(":"))
		? t - 1 : scene->first;
}

size_t said_colon(const struct scene *scene, size_t from)
{
	size_t t = from;

	while (t < scene->end &&
	       (scene_token(scene, t)->stretch > 0 ||
		!str_equal(scene_text(scene, t), STR(":"))))
		t++;
	return t < scene->end &&
	       scene_cue(scene, CUE_SPEECH, from, t) == NULL ? t : scene->end;
}

const struct stretch *said_label(const struct utterance *saying)
{
	const struct scene *scene = saying->scene;
	size_t from = said_from(saying), first, end;

	scene_segment(scene, saying->cue->end - 1, &first, &end);
	for (size_t i = 0; i < scene->stretches.count; i++) {
		const struct stretch *label = &scene->stretches.items[i];

		if (label->first > from && !quoted_is_title(scene, label))
			return label->first <= from + LABEL_REACH &&
					       label->first < end &&
					       !scene_cue(scene, CUE_SPEECH,
							  from, label->first)
				? label : NULL;
	}
	return NULL;
}
