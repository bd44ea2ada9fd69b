#include "totals.h"

#include "told_again.h"
#include "edtf.h"
#include "statistics_rows.h"

enum {
	BETWEEN = 1,          /* words between a number and what it counts */
	CASES_REACH = 2,      /* tokens between "cases" and what they are of */
	MOST = 10000000,
	COLUMNS_MAX = 64,     /* of a table whose columns have years */
	SEVERAL = 4           /* so many in a year are a total */
};

/* The number that a token is, or 0. */
static uint64_t number_at(const struct scene *scene, size_t token)
{
	const struct cue *word = scene_cue(scene, CUE_NUMBER, token, token + 1);
	uint64_t number = 0;

	if (scene_token(scene, token)->mention)
		return 0;
	if (word != NULL)
		return word->row->number;
	return str_number(scene_text(scene, token), MOST, &number) ? number : 0;
}

static bool has_party(const struct scene *scene, size_t token)
{
	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].first <= token &&
		    token < scene->parties.items[i].end)
			return true;
	return false;
}

/* The number that counts what begins at `token`: right before it, or with a
 * word between that is nothing counted by itself. */
static uint64_t number_before(const struct scene *scene, size_t token)
{
	size_t back = scene_back(scene, token, BETWEEN + 1);

	for (size_t t = token; t-- > back;) {
		uint64_t number = number_at(scene, t);

		if (number > 1)
			return number;
		if (scene_token(scene, t)->mention || has_party(scene, t) ||
		    scene_cue(scene, CUE_DURATION, t, t + 1) != NULL ||
		    scene_token(scene, t)->chunk !=
			    scene_token(scene, token)->chunk)
			return 0;
	}
	return 0;
}

uint64_t totals_acts(const struct scene *scene, const struct cue *trigger)
{
	size_t back = scene_back(scene, trigger->first, CASES_REACH);
	const struct cue *cases = scene_cue(scene, CUE_CASES, back,
					    trigger->first);

	if ((trigger->row->voice != VOICE_NOUN &&
	     trigger->row->voice != VOICE_LEXEME) ||
	    trigger->negated != trigger->row->negated ||
	    scene_token(scene, trigger->first)->stretch > 0)
		return 0;
	return number_before(scene, cases != NULL ? cases->first :
						    trigger->first);
}

static bool is_year_or_more(struct str value)
{
	struct edtf date, year;

	return edtf_parse(&date, value) &&
	       edtf_make(&year, date.start.year, 0, 0) &&
	       edtf_within(&year, &date);
}

uint64_t totals_people(const struct scene *scene, struct str counted,
		       const struct told *told)
{
	uint64_t number = 0;

	if (!str_number(counted, MOST, &number))
		return 0;
	if (number > 1 && scene_cue(scene, CUE_SPAN, scene->first,
				    scene->end) != NULL)
		return number;
	return number >= SEVERAL && told->in_sentence &&
	       is_year_or_more(told->date) ? number : 0;
}

static bool has_public(const struct scene *scene)
{
	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].class <= PARTY_MEDIA)
			return true;
	return false;
}

bool totals_others(const struct scene *scene, const struct days *days,
		   const struct setting *setting, struct incident *total)
{
	const struct cue *cases = scene_cue(scene, CUE_CASES, scene->first,
					    scene->end);
	struct told told;
	uint64_t number;

	if (cases == NULL || !has_public(scene) ||
	    scene_token(scene, cases->first)->stretch > 0 ||
	    scene_cue(scene, CUE_RECORDED, scene->first, scene->end) == NULL)
		return false;
	number = number_before(scene, cases->first);
	if (number == 0)
		return false;
	told = when_told(days, scene, cases, setting);
	*total = (struct incident){
		.sentence = scene->sentence,
		.type = STR("other"),
		.status = STR("count"),
		.date = told.date,
		.date_from = told.from,
		.number = totals_number(scene->doc, number),
		.trigger = { scene->sentence, cases->first, cases->end }
	};
	return true;
}

/* What a row of a table counts: named in its first cell. */
static const struct cue *row_trigger(const struct scene *scene)
{
	const struct cue *trigger = scene_cue(scene, CUE_TRIGGER, scene->first,
					      scene->end);

	for (size_t t = scene->first; trigger != NULL && t < trigger->first;
	     t++)
		if (str_equal(scene_text(scene, t), STR("|")))
			return NULL;
	return trigger != NULL && trigger->row->voice != VOICE_NEVER ? trigger
								     : NULL;
}

static void add_cell(const struct scene *scene, const struct cue *trigger,
		     const struct setting *setting, size_t column,
		     uint64_t number)
{
	struct incident total = {
		.sentence = scene->sentence,
		.type = trigger->row->name,
		.status = STR("count"),
		.date = setting->covers,
		.date_from = setting->covers.len > 0 ? STR("report") :
						       STR_NONE,
		.number = totals_number(scene->doc, number),
		.trigger = { scene->sentence, trigger->first, trigger->end }
	};
	struct str year;

	if (setting->years.len > 0) {
		if (!row_cell(setting->years, column, &year) || year.len == 0)
			return;
		total.date = year;
		total.date_from = STR("heading");
	}
	again_add(scene, &total, false, false);
}

void totals_row(const struct scene *scene, const struct setting *setting)
{
	const struct cue *trigger = row_trigger(scene);
	size_t column = 0;

	for (size_t t = scene->first; trigger != NULL && t < scene->end; t++) {
		uint64_t number;

		if (!str_equal(scene_text(scene, t), STR("|")))
			continue;
		column++;
		if (column > COLUMNS_MAX)
			return;
		if (t + 1 < scene->end &&
		    (t + 2 == scene->end ||
		     str_equal(scene_text(scene, t + 2), STR("|"))) &&
		    str_number(scene_text(scene, t + 1), MOST, &number))
			add_cell(scene, trigger, setting, column, number);
	}
}

struct str totals_number(struct document *doc, uint64_t number)
{
	struct strbuf out = STRBUF_INIT;
	struct str copy;

	strbuf_add_number(&out, number);
	copy = str_copy(&doc->arena, strbuf_view(&out));
	strbuf_release(&out);
	return copy;
}
