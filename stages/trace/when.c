#include "when.h"

#include "day_spans.h"
#include "edtf.h"
#include "shifts.h"

enum {
	OTHER_CLAUSE = 40,    /* a date's distance grows by so many tokens */
	OTHER_CHUNK = 6,
	BEHIND_RELATIVE = 15,
	BEHIND_AND = 6,
	BEHIND_TRIGGER = 3,
	LEAD_REACH = 2,       /* tokens before a date that begins its clause */
	GOES_ON = 2,          /* tokens behind it that make a clause */
	DATED_REACH = 4,      /* tokens between "published" and its date */
	DATED_BEHIND = 1,     /* where it stands behind, as in Kazakh */
	OPEN_REACH = 6,       /* between an act and since when it lasts */
	DURING_REACH = 4,
	MONTH_LEN = 7,        /* of 2022-12-08 */
	DAY_LEN = 10
};

/* XXXX, XXXX-06: no day that a timeline could show. */
static bool is_read(struct str value)
{
	return value.len > 0 &&
	       str_find(value, STR("XXXX"), 0) == value.len;
}

static bool is_date(const struct scene *scene, size_t token)
{
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];

		if (m->where.first <= token && token < m->where.end)
			return m->type == MENTION_DATE;
	}
	return false;
}

static bool is_bound(const struct scene *scene, size_t token)
{
	const struct scene_token *here = scene_token(scene, token);

	if (token == scene->first)
		return true;
	return (here->chunk != scene_token(scene, token - 1)->chunk ||
		scene_cue(scene, CUE_AND, token, token + 1) != NULL) &&
	       !is_date(scene, token - 1);
}

/* "And in June he was released": it begins a clause and is not all of it. */
static bool leads(const struct scene *scene, size_t first, size_t end)
{
	size_t back = scene_back(scene, first, LEAD_REACH);
	size_t on = scene_on(scene, end, GOES_ON);
	bool bound = is_bound(scene, first);

	for (size_t t = first; !bound && t-- > back;) {
		if (scene_cue(scene, CUE_TRIGGER, t, t + 1) != NULL)
			return false;
		bound = is_bound(scene, t);
	}
	return bound && on - end == GOES_ON &&
	       scene_token(scene, on - 1)->chunk ==
		       scene_token(scene, end - 1)->chunk;
}

static const struct cue *last_cue(const struct scene *scene,
				  enum cue_kind kind, size_t first, size_t end)
{
	const struct cue *last = NULL;
	const struct cue *next = scene_cue(scene, kind, first, end);

	while (next != NULL) {
		last = next;
		next = scene_cue(scene, kind, next->first + 1, end);
	}
	return last;
}

/* "Published on 3 May", and no act between; where the date stands before, as
 * in Kazakh, the next one is not dated so too. */
static bool is_foreign(const struct days *days, const struct scene *scene,
		       const struct extent *at)
{
	const struct day *last = days->count > 0 ?
		&days->items[days->count - 1] : NULL;
	uint32_t chunk = scene_token(scene, at->first)->chunk;
	size_t back = scene_back(scene, at->first, DATED_REACH);
	size_t on = scene_on(scene, at->end, DATED_BEHIND + 1);
	const struct cue *before = last_cue(scene, CUE_DATED, back, at->first);
	const struct cue *behind = scene_cue(scene, CUE_DATED, at->end, on);

	if (before != NULL && last != NULL && last->foreign &&
	    last->end <= before->first &&
	    before->first - last->end <= DATED_BEHIND)
		before = NULL;
	if (before != NULL && scene_token(scene, before->first)->chunk == chunk)
		return scene_cue(scene, CUE_TRIGGER, before->end, at->first) ==
		       NULL;
	return behind != NULL &&
	       scene_token(scene, behind->first)->chunk == chunk;
}

static size_t chunk_start(const struct scene *scene, size_t token)
{
	uint32_t chunk = scene_token(scene, token)->chunk;

	while (token > scene->first &&
	       scene_token(scene, token - 1)->chunk == chunk)
		token--;
	return token;
}

static bool is_comma(const struct scene *scene, size_t token)
{
	return str_equal(scene_text(scene, token), STR(","));
}

/* In a clause that is put in behind a comma: "who …", "arrested in May,". */
static bool is_closed(const struct scene *scene, size_t token)
{
	size_t first = chunk_start(scene, token);

	if (first == scene->first)
		return false;
	if (is_comma(scene, first) && first < token)
		first++;
	if (scene_cue(scene, CUE_PASSIVE, first, first + 1) != NULL)
		return false; /* ", once a daily, was closed in May" */
	return scene_cue(scene, CUE_RELATIVE, first, first + 1) != NULL ||
	       scene_cue(scene, CUE_TRIGGER, first, first + 1) != NULL;
}

/* Between commas, without an act: "editor since 2015,". */
static bool is_aside(const struct scene *scene, size_t token)
{
	size_t first = chunk_start(scene, token);

	return is_comma(scene, first) && token - first > LEAD_REACH &&
	       scene_cue(scene, CUE_TRIGGER, first, token) == NULL;
}

/* Since 2015: 2015/.. */
static bool is_open(struct str value)
{
	return str_has_suffix(value, STR("/.."));
}

/* Since when an act lasts, it took place then; until when says nothing. */
static struct str start_of(struct str value)
{
	return is_open(value) ? str_slice(value, 0, value.len - 3) : value;
}

static void add_day(struct days *days, const struct scene *scene,
		    struct day day)
{
	struct extent at = { scene->sentence, day.first, day.end };

	day.foreign = str_has_prefix(day.value, STR("../")) ||
		      is_foreign(days, scene, &at);
	day.leads = leads(scene, at.first, at.end);
	day.closed = is_closed(scene, at.first);
	day.aside = is_aside(scene, at.first);
	*LIST_ADD(days) = day;
}

/* A date that was not read. */
static void add_unread(struct days *days, const struct scene *scene,
		       size_t token)
{
	add_day(days, scene, (struct day){ .first = token, .end = token + 1 });
}

/* Take the words at `token` that tell a day by another one; the end of what
 * was read. "The day after her arrest" is told by what may not be known. */
static size_t add_shift(struct days *days, const struct scene *scene,
			const struct setting *setting, size_t token)
{
	struct day day;

	if (!shifts_read(days, scene, setting, token, &day))
		return token + 1;
	if (day.value.len > 0)
		day.from = STR("carried");
	add_day(days, scene, day);
	return day.end;
}

/* One of the sentence, or NULL. */
static const struct mention *mention_at(const struct scene *scene, size_t index)
{
	return index < scene->mentions_end ? &scene->doc->mentions.items[index]
					   : NULL;
}

static void add_left_over(struct days *days, const struct scene *scene,
			  const struct setting *setting)
{
	const struct mention *m = mention_at(scene, scene->mentions);
	size_t token;

	if (calendar_left_over(setting->calendar, scene->doc, scene->sentence,
			       m, scene->mentions_end - scene->mentions,
			       &token) &&
	    !scene_token(scene, token)->mention &&
	    scene_token(scene, token)->stretch == 0)
		add_unread(days, scene, token);
}

/* A date; where it is told by how far it is from another one ("a month later"),
 * that is the last one of the story. */
static void add_date(struct days *days, const struct scene *scene,
		     const struct setting *setting, const struct mention *m)
{
	struct day day, date = {
		.first = m->where.first, .end = m->where.end,
		.value = is_read(m->value) ? m->value : STR_NONE,
		.from = STR("stated")
	};

	if (shifts_read(days, scene, setting, date.first, &day) &&
	    day.end >= date.end) {
		day.from = STR("carried");
		if (day.end > date.end) /* "a month after her arrest" */
			date = day;
		else if (day.value.len > 0 && !setting->is_dated &&
			 setting->entry.len == 0)
			date.value = day.value;
	}
	add_day(days, scene, date);
}

void when_days(struct days *days, const struct scene *scene,
	       const struct setting *setting)
{
	size_t mention = scene->mentions, token = scene->first;

	LIST_CLEAR(days);
	while (token < scene->end) {
		const struct mention *m = mention_at(scene, mention);

		if (scene_token(scene, token)->stretch > 0) {
			token++;
		} else if (!scene_token(scene, token)->mention) {
			token = add_shift(days, scene, setting, token);
		} else {
			while (m != NULL && m->where.end <= token)
				m = mention_at(scene, ++mention);
			if (m != NULL && m->type == MENTION_DATE)
				add_date(days, scene, setting, m);
			token = m != NULL && m->where.end > token ?
				m->where.end : token + 1;
		}
	}
	add_left_over(days, scene, setting);
	spans_join(days, scene);
}

void when_release(struct days *days)
{
	LIST_RELEASE(days);
}

static size_t apart(const struct scene_token *a, const struct scene_token *b)
{
	size_t far = 0;

	if (a->segment != b->segment)
		far += OTHER_CLAUSE;
	if (a->relatives != b->relatives)
		far += BEHIND_RELATIVE;
	if (a->ands != b->ands)
		far += BEHIND_AND;
	return a->chunk == b->chunk ? far : far + OTHER_CHUNK;
}

/* How far a date is from an act that it may belong to; SIZE_MAX if it cannot.
 * A date that stands before holds until another comes; one behind is that of
 * the clause alone. */
static size_t far_from(const struct scene *scene, const struct cue *trigger,
		       const struct day *day)
{
	const struct scene_token *at = scene_token(scene, trigger->first);
	const struct scene_token *there = scene_token(scene, day->first);
	size_t far = apart(at, there);
	bool other = at->chunk != there->chunk;
	size_t gap = day->first >= trigger->end ? day->first - trigger->end :
		     day->end <= trigger->first ? trigger->first - day->end : 0;

	if (is_open(day->value) && (other || gap > OPEN_REACH))
		return SIZE_MAX;
	if (day->foreign || day->value.len == 0 || (day->closed && other))
		return SIZE_MAX;
	if (day->end <= trigger->first &&
	    scene_cue(scene, CUE_THAT, day->end, trigger->first) != NULL)
		far += BEHIND_RELATIVE; /* "said on 5 May that" */
	if (day->end <= trigger->first)
		return day->aside && other ? SIZE_MAX : far + gap;
	if (day->first < trigger->end)
		return 0;
	if (day->leads || (other && there->verbs > at->verbs))
		return SIZE_MAX;
	return far + gap + BEHIND_TRIGGER;
}

static const struct day *nearest(const struct days *days,
				 const struct scene *scene,
				 const struct cue *trigger)
{
	const struct day *best = NULL;
	size_t least = SIZE_MAX;

	for (size_t i = 0; i < days->count; i++) {
		size_t far = far_from(scene, trigger, &days->items[i]);

		if (far < least) {
			least = far;
			best = &days->items[i];
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

/* The nearest event in whose course something is told to have happened. */
static const struct mention *course(const struct scene *scene,
				    const struct cue *trigger)
{
	const struct mention *best = NULL;
	size_t least = SIZE_MAX;

	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];
		size_t far = m->where.first >= trigger->end ?
			m->where.first - trigger->end :
			trigger->first - m->where.first;

		if (m->type == MENTION_EVENT && far < least) {
			least = far;
			best = m;
		}
	}
	return best != NULL && is_course_of(scene, best->where) ? best : NULL;
}

/* The press writes of a thing when it happens, so a footnote's date is near;
 * an event dates what happened in its course. */
static struct told beside(const struct scene *scene, const struct cue *trigger,
			  const struct setting *setting)
{
	struct str date = month_of(setting, setting->printed);
	const struct mention *event;

	if (date.len > 0)
		return (struct told){ .date = date, .from = STR("footnote"),
				      .beside = true };
	event = course(scene, trigger);
	if (event != NULL)
		date = month_of(setting,
				cues_event_date(setting->cues, event->id));
	if (date.len > 0)
		return (struct told){ .date = date, .from = STR("event"),
				      .beside = true };
	return (struct told){ .date = STR_NONE };
}

/* The day whose base the act is, or NULL: "two days after her arrest". */
static const struct day *based_on(const struct days *days,
				  const struct cue *trigger)
{
	for (size_t i = 0; i < days->count; i++)
		if (days->items[i].named <= trigger->first &&
		    trigger->first < days->items[i].named_end)
			return &days->items[i];
	return NULL;
}

static bool has_unread(const struct days *days)
{
	for (size_t i = 0; i < days->count; i++)
		if (!days->items[i].foreign && days->items[i].value.len == 0)
			return true;
	return false;
}

static bool has_cue(const struct scene *scene, enum cue_kind kind)
{
	return scene_cue(scene, kind, scene->first, scene->end) != NULL;
}

/* The date that was told before, or that of the report. */
static struct told carried(const struct scene *scene,
			   const struct setting *setting)
{
	bool earlier = has_cue(scene, CUE_EARLIER);
	bool on = !earlier && !has_cue(scene, CUE_RESET);

	if (!earlier && setting->entry.len > 0)
		return (struct told){ .date = setting->entry,
				      .from = STR("heading"), .beside = true };
	if (on && setting->day.len > 0)
		return (struct told){ .date = setting->day,
				      .from = STR("carried"), .carried = true };
	if (on && setting->story.len > 0)
		return (struct told){ .date = setting->story,
				      .from = STR("carried"), .carried = true };
	if (setting->covers.len > 0)
		return (struct told){ .date = setting->covers,
				      .from = STR("report") };
	return (struct told){ .date = STR_NONE };
}

struct told when_told(const struct days *days, const struct scene *scene,
		      const struct cue *trigger,
		      const struct setting *setting)
{
	const struct day *day = based_on(days, trigger);
	struct told told;

	if (day != NULL)
		return (struct told){ .date = day->base,
				      .from = day->base.len > 0 ?
					      STR("carried") : STR_NONE };
	day = nearest(days, scene, trigger);

	if (day != NULL)
		return (struct told){
			.day = (size_t)(day - days->items),
			.date = start_of(day->value),
			.from = day->from,
			.in_clause = scene_token(scene, day->first)->segment ==
				scene_token(scene, trigger->first)->segment,
			.in_sentence = true,
			.before = day->end <= trigger->first
		};
	if (has_unread(days))
		return (struct told){ .in_sentence = true };
	if (setting->entry.len == 0) {
		told = beside(scene, trigger, setting);
		if (told.date.len > 0)
			return told;
	}
	return carried(scene, setting);
}

/* The latest date that the acts of a sentence have, or empty. */
static struct str latest(const struct document *doc, size_t first)
{
	struct str best = STR_NONE;
	struct edtf date, last;

	for (size_t i = first; i < doc->incidents.count; i++) {
		const struct incident *one = &doc->incidents.items[i];

		if (!str_equal(one->date_from, STR("stated")) ||
		    !edtf_parse(&date, one->date) ||
		    (best.len > 0 && edtf_compare(&date, &last) < 0))
			continue;
		best = one->date;
		last = date;
	}
	return best;
}

void when_move(struct setting *setting, const struct days *days,
	       const struct scene *scene, size_t first)
{
	struct str day = latest(scene->doc, first);

	for (size_t i = days->count; i-- > 0 && day.len == 0;)
		if (!days->items[i].foreign && !is_open(days->items[i].value))
			day = days->items[i].value;
	if (setting->is_story && setting->story.len == 0 &&
	    day.len == DAY_LEN)
		setting->story = day;
	if (day.len > 0)
		setting->day = day;
	else if (has_cue(scene, CUE_RESET) || has_cue(scene, CUE_EARLIER))
		setting->day = STR_NONE;
}
