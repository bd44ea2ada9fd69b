#include "told_again.h"

enum { AGAIN = 16 /* incidents before, that one may tell again */ };

/* A date that nothing but the report gives, or none. */
static bool is_default(const struct incident *incident)
{
	return incident->date.len == 0 ||
	       str_equal(incident->date_from, STR("report"));
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

/* What is claimed of an act may be what is told of it. */
static bool is_told(struct str status)
{
	return str_equal(status, STR("asserted")) ||
	       str_equal(status, STR("alleged"));
}

static bool has_one_status(const struct incident *old,
			   const struct incident *new)
{
	return str_equal(old->status, new->status) ||
	       (is_told(old->status) && is_told(new->status));
}

/* Whether both may be one act: nothing that is told tells them apart. A noun
 * names again what a verb has told, without saying of whom. */
static bool is_same(const struct scene *scene, const struct incident *old,
		    const struct incident *new, bool noun)
{
	/* "Found him guilty and on 5 May sent him to prison" */
	bool dates_it = old->sentence == new->sentence && is_default(old) &&
			new->target.len > 0 &&
			str_equal(old->target, new->target);

	if (!str_equal(old->type, new->type) || !has_one_status(old, new))
		return false;
	if (!str_equal(old->date, new->date) && !dates_it &&
	    (!noun || (str_equal(new->date_from, STR("stated")) &&
		       !is_default(old))))
		return false;
	return old->target.len == 0 || new->target.len == 0 ||
	       str_equal(old->target, new->target) ||
	       (noun && is_vague(scene, new->target));
}

/* A text that tells of one thing comes back to it: without a day of its own, or
 * people of its own, it is the same act. */
static bool is_retold(const struct scene *scene, const struct incident *old,
		      const struct incident *new)
{
	return str_equal(old->type, new->type) && has_one_status(old, new) &&
	       (str_equal(old->date, new->date) ||
		!str_equal(new->date_from, STR("stated"))) &&
	       (new->target.len == 0 || old->target.len == 0 ||
		str_equal(old->target, new->target) ||
		is_vague(scene, new->target));
}

/* The incident that the sentence, or one of the paragraph's before it, has told
 * already; of what those before have told, a verb with its own day or with
 * people by their name tells another one. */
static struct incident *told_before(const struct scene *scene,
				    const struct incident *new, bool noun,
				    bool story)
{
	struct document *doc = scene->doc;
	size_t paragraph = doc->sentences.items[scene->sentence].paragraph;
	bool anew = !noun && (str_equal(new->date_from, STR("stated")) ||
			      (new->target.len > 0 &&
			       party_of(scene, new->target) != NULL));
	size_t count = doc->incidents.count;

	for (size_t n = 1; n <= AGAIN && n <= count; n++) {
		struct incident *old = &doc->incidents.items[count - n];
		size_t sentence = old->sentence;

		bool apart = doc->sentences.items[sentence].paragraph !=
			     paragraph;

		if (story && sentence != scene->sentence &&
		    (apart || old->target.len > 0) &&
		    is_retold(scene, old, new))
			return old;
		if (apart && !story)
			break;
		if (apart)
			continue;
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

static void take(struct str *old, struct str new)
{
	if (old->len == 0)
		*old = new;
}

void again_add(const struct scene *scene, struct incident *new, bool noun,
	       bool story)
{
	struct document *doc = scene->doc;
	struct incident *old = told_before(scene, new, noun, story);
	struct strbuf id = STRBUF_INIT;

	if (old != NULL) {
		if (str_equal(new->status, STR("asserted")))
			old->status = new->status;
		take(&old->target, new->target);
		take(&old->law, new->law);
		take(&old->outcome, new->outcome);
		if (is_default(old) && !is_default(new)) {
			old->date = new->date;
			old->date_from = old->sentence == new->sentence ?
				new->date_from : STR("carried");
		}
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

static const struct day *only_day(const struct days *days)
{
	const struct day *day = NULL;

	for (size_t i = 0; i < days->count; i++) {
		if (days->items[i].foreign || days->items[i].value.len == 0)
			continue;
		if (day != NULL)
			return NULL;
		day = &days->items[i];
	}
	return day;
}

void again_date(const struct scene *scene, const struct days *days)
{
	struct document *doc = scene->doc;
	const struct day *day = only_day(days);
	size_t paragraph = doc->sentences.items[scene->sentence].paragraph;
	size_t i = doc->incidents.count;

	if (day == NULL ||
	    scene_cue(scene, CUE_AGAIN, scene->first, scene->end) == NULL ||
	    scene_cue(scene, CUE_HAPPENED, scene->first, scene->end) == NULL)
		return;
	while (i-- > 0) {
		struct incident *one = &doc->incidents.items[i];

		if (one->sentence + 1 != scene->sentence ||
		    doc->sentences.items[one->sentence].paragraph != paragraph)
			return;
		if (is_default(one)) {
			one->date = day->value;
			one->date_from = STR("carried");
		}
	}
}
