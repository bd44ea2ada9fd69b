#include "shifts.h"

#include "edtf.h"

enum {
	NAMED_REACH = 5,      /* tokens to what a day is counted from */
	ACTS_BACK = 16        /* acts told before, that it may be */
};

static bool is_open(struct str value)
{
	return str_has_suffix(value, STR("/.."));
}

/* The last date before a token, which "the next day" is counted from. "A year
 * earlier" goes back to no other paragraph. */
static struct str told_before(const struct days *days,
			      const struct setting *setting, size_t token,
			      bool years)
{
	for (size_t i = days->count; i-- > 0;) {
		const struct day *day = &days->items[i];

		if (day->first < token && !day->foreign &&
		    !is_open(day->value))
			return day->value;
	}
	return setting->day.len > 0 ? setting->day :
	       setting->entry.len > 0 ? setting->entry :
	       setting->before.len > 0 && !years ? setting->before :
	       setting->story;
}

/* The day of the last act of this type in the paragraph or the one before. */
static struct str day_of_act(const struct scene *scene, struct str type)
{
	const struct document *doc = scene->doc;
	size_t paragraph = doc->sentences.items[scene->sentence].paragraph;
	size_t count = doc->incidents.count;

	for (size_t n = 1; n <= ACTS_BACK && n <= count; n++) {
		const struct incident *one = &doc->incidents.items[count - n];
		const struct sentence *s = &doc->sentences.items[one->sentence];

		if (s->paragraph + 1 < paragraph)
			break;
		if (str_equal(one->type, type) &&
		    !str_equal(one->date_from, STR("report")))
			return one->date;
	}
	return STR_NONE;
}

/* A date that stands in [first, end), or NULL. */
static const struct mention *date_in(const struct scene *scene, size_t first,
				     size_t end)
{
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];

		if (m->type == MENTION_DATE && m->where.first >= first &&
		    m->where.first < end)
			return m;
	}
	return NULL;
}

/* The day of what is named in [first, end): a date, an act that was told. */
static struct str day_named(const struct days *days, const struct scene *scene,
			    const struct setting *setting, size_t first,
			    size_t end)
{
	const struct mention *date = date_in(scene, first, end);
	const struct cue *act = scene_cue(scene, CUE_TRIGGER, first, end);

	if (date != NULL)
		return date->value;
	if (act != NULL)
		return day_of_act(scene, act->row->name);
	return scene_cue(scene, CUE_AGAIN, first, end) != NULL ?
		told_before(days, setting, first, false) : STR_NONE;
}

/* From `from` on, in its stretch between commas. */
static size_t stretch_end(const struct scene *scene, size_t from)
{
	size_t end = from, limit = scene_on(scene, from, NAMED_REACH);

	while (end < limit && !scene_is_mark(scene, end) &&
	       scene_token(scene, end)->chunk ==
		       scene_token(scene, from)->chunk)
		end++;
	return end;
}

static size_t stretch_start(const struct scene *scene, size_t until)
{
	size_t start = until, limit = scene_back(scene, until, NAMED_REACH);

	while (start > limit && !scene_is_mark(scene, start - 1) &&
	       scene_token(scene, start - 1)->chunk ==
		       scene_token(scene, until)->chunk)
		start--;
	return start;
}

/* «Сайлаудан екі күн бұрын»: the word before says from when it is counted. */
static bool is_from_before(const struct scene *scene, size_t token)
{
	const struct token *before;
	struct noun_form form;

	if (token == scene->first || scene_is_mark(scene, token - 1) ||
	    scene_token(scene, token - 1)->mention)
		return false;
	before = &scene->doc->tokens.items[token - 1];
	if (!noun_cases_told(scene->noun_cases, before->lang))
		return false;
	form = noun_cases_of(scene->noun_cases, before->lang,
			     scene_fold(scene, token - 1),
			     scene_stem(scene, token - 1), true);
	return (form.cases & CASE_B) && !(form.cases & CASE_N);
}

/* «Накануне выборов», but «накануне журналиста задержали». */
static bool is_from_behind(const struct scene *scene, size_t token)
{
	const struct token *behind = &scene->doc->tokens.items[token];
	struct noun_form form;

	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].first <= token &&
		    token < scene->parties.items[i].end)
			return false;
	if (scene_token(scene, token)->mention ||
	    !noun_cases_told(scene->noun_cases, behind->lang))
		return date_in(scene, token, token + 1) != NULL;
	form = noun_cases_of(scene->noun_cases, behind->lang,
			     scene_fold(scene, token),
			     scene_stem(scene, token), true);
	return (form.cases & CASE_G) && !(form.cases & CASE_N);
}

/* Where the first act or date in [first, end) ends; `end` if there is none. */
static size_t behind_first(const struct scene *scene, size_t first, size_t end)
{
	const struct cue *act = scene_cue(scene, CUE_TRIGGER, first, end);
	const struct mention *date = date_in(scene, first, end);

	if (act != NULL && (date == NULL || act->first < date->where.first))
		return act->end;
	return date != NULL ? date->where.end : end;
}

/* Where the last act in [first, end) begins. */
static size_t last_act(const struct scene *scene, size_t first, size_t end)
{
	const struct cue *act = scene_cue(scene, CUE_TRIGGER, first, end);

	while (act != NULL) {
		first = act->first;
		act = scene_cue(scene, CUE_TRIGGER, first + 1, end);
	}
	return first;
}

/* What the day is counted from is named in [day->named, day->named_end), which
 * is empty where it is the last day told. */
static void find_named(const struct scene *scene, size_t token,
		       const struct calendar_shift *shift, struct day *day)
{
	size_t end = shift->end < scene->end ? stretch_end(scene, shift->end)
					     : scene->end;

	day->named = day->named_end = shift->end;
	if (end > shift->end &&
	    (shift->either ? is_from_behind(scene, shift->end)
			   : shift->of == CALENDAR_BEHIND)) {
		day->named_end = behind_first(scene, shift->end, end);
	} else if (shift->of == CALENDAR_BEFORE ||
		   is_from_before(scene, token)) {
		day->named = last_act(scene, stretch_start(scene, token),
				      token);
		day->named_end = token;
	}
}

static struct str moved(struct document *doc, struct str base,
			const struct calendar_shift *shift)
{
	struct edtf date;
	struct strbuf out = STRBUF_INIT;
	struct str value = STR_NONE;

	if (edtf_parse(&date, base) && calendar_move(&date, shift)) {
		edtf_add(&out, &date);
		value = str_copy(&doc->arena, strbuf_view(&out));
	}
	strbuf_release(&out);
	return value;
}

bool shifts_read(const struct days *days, const struct scene *scene,
		 const struct setting *setting, size_t token, struct day *day)
{
	struct calendar_shift shift;

	if (!calendar_shift_at(setting->calendar, scene->doc, token,
			       scene->end, &shift))
		return false;
	*day = (struct day){ .first = token, .end = shift.end };
	find_named(scene, token, &shift, day);
	day->base = day->named < day->named_end ?
		day_named(days, scene, setting, day->named, day->named_end) :
		told_before(days, setting, token, shift.unit == 'Y');
	day->value = moved(scene->doc, day->base, &shift);
	return true;
}
