#include "trace.h"

#include "told_again.h"
#include "document_stages.h"
#include "edtf.h"
#include "incidents.h"
#include "quotations.h"
#include "statistics_rows.h"
#include "topic.h"
#include "totals.h"
#include "where.h"

#include <stdlib.h>

enum { STORY_PARAGRAPHS = 40, STORY_HEADINGS = 1, DAY_LEN = 10 };

struct state {
	struct cues *cues;
	struct calendar *calendar;
	struct noun_cases *noun_cases;
	struct scene scene;
	struct days days;
	LIST(struct footnote) notes; /* those with a date, by anchor */
	struct talk talk;
};

static void trace_close(void *opaque)
{
	struct state *state = opaque;

	scene_release(&state->scene);
	LIST_RELEASE(&state->notes);
	when_release(&state->days);
	noun_cases_close(state->noun_cases);
	calendar_close(state->calendar);
	cues_close(state->cues);
	free(state);
}

static int trace_open(void **result, const void *settings,
		      const struct stage_context *context, struct err *err)
{
	struct state *state = memory_get(sizeof *state);
	int rc;

	(void)settings;
	*state = (struct state){ 0 };
	state->scene.types = context->knowledge->types;
	rc = cues_open(&state->cues, context->knowledge, err);
	if (rc == 0)
		rc = calendar_open(&state->calendar, context->knowledge, err);
	if (rc == 0)
		rc = noun_cases_open(&state->noun_cases, context->knowledge,
				     err);
	if (rc < 0) {
		trace_close(state);
		state = NULL;
	} else {
		state->scene.noun_cases = state->noun_cases;
	}
	*result = state;
	return rc;
}

static int by_anchor(const void *left, const void *right)
{
	const struct anchor *one = &((const struct footnote *)left)->anchor;
	const struct anchor *other = &((const struct footnote *)right)->anchor;

	if (one->paragraph != other->paragraph)
		return one->paragraph < other->paragraph ? -1 : 1;
	return one->at < other->at ? -1 : one->at > other->at;
}

static void sort_notes(struct state *state, const struct document *doc)
{
	LIST_CLEAR(&state->notes);
	for (size_t i = 0; i < doc->footnotes.count; i++)
		if (doc->footnotes.items[i].anchor.paragraph != SIZE_MAX &&
		    doc->footnotes.items[i].date.len > 0)
			*LIST_ADD(&state->notes) = doc->footnotes.items[i];
	if (state->notes.count > 1)
		qsort(state->notes.items, state->notes.count,
		      sizeof *state->notes.items, by_anchor);
}

static bool is_before(const struct anchor *anchor, const struct sentence *s)
{
	return anchor->paragraph < s->paragraph ||
	       (anchor->paragraph == s->paragraph && anchor->at < s->start);
}

/* The date of the first footnote whose mark stands in the sentence. `note`
 * moves on with the sentences, so that all is one pass. */
static struct str printed_in(const struct state *state, size_t *note,
			     const struct sentence *s)
{
	const struct footnote *notes = state->notes.items;

	while (*note < state->notes.count &&
	       is_before(&notes[*note].anchor, s))
		++*note;
	if (*note < state->notes.count &&
	    notes[*note].anchor.paragraph == s->paragraph &&
	    notes[*note].anchor.at < s->end)
		return notes[*note].date;
	return STR_NONE;
}

static bool is_running_text(const struct paragraph *par)
{
	return par->kind == PARAGRAPH_TEXT || par->kind == PARAGRAPH_ITEM ||
	       (par->kind == PARAGRAPH_ROW && !row_is_statistics(par->text));
}

/* "26 October. A judge fines X", "26 октября — судья …": a paragraph of a
 * chronicle. */
static bool begins_with_day(const struct scene *scene)
{
	const struct mention *m;
	struct str mark;

	if (scene->mentions == scene->mentions_end)
		return false;
	m = &scene->doc->mentions.items[scene->mentions];
	if (m->type != MENTION_DATE || m->id.len != DAY_LEN ||
	    m->where.first != scene->first)
		return false;
	if (m->where.end + 1 >= scene->end)
		return true;
	mark = scene_text(scene, m->where.end);
	return str_equal(mark, STR("—")) || str_equal(mark, STR("–")) ||
	       str_equal(mark, STR(":"));
}

static bool has_date(const struct document *doc,
		     const struct paragraph *paragraph)
{
	const struct sentence *last;
	size_t i, end;

	if (paragraph->sentence_count == 0)
		return false;
	i = scene_mentions_from(doc, doc->sentences.items[
			paragraph->first_sentence].first_token);
	last = &doc->sentences.items[paragraph->first_sentence +
				     paragraph->sentence_count - 1];
	end = last->first_token + last->token_count;
	for (; i < doc->mentions.count &&
	       doc->mentions.items[i].where.first < end; i++)
		if (doc->mentions.items[i].type == MENTION_DATE)
			return true;
	return false;
}

static void trace_paragraph(struct state *state, struct document *doc,
			    const struct paragraph *paragraph,
			    struct setting *setting, struct focus *focus,
			    size_t *note)
{
	struct edtf date;
	bool open = false;

	if (paragraph->kind != PARAGRAPH_ROW)
		setting->years = STR_NONE;
	/* One that its own first words open ends at another date. */
	setting->entry = edtf_parse(&date, paragraph->section) &&
			 (str_equal(setting->headed, paragraph->section) ||
			  !str_equal(setting->last, paragraph->section) ||
			  !has_date(doc, paragraph))
		? paragraph->section : STR_NONE;
	setting->last = paragraph->section;
	/* "He" may begin a paragraph; a date or place holds within one. */
	setting->before = setting->day;
	setting->day = STR_NONE;
	setting->near = STR_NONE;
	setting->topic = false;
	state->scene.entry = setting->entry.len > 0;
	quotations_begin(&state->talk, doc);
	focus->target = STR_NONE;
	if (setting->entry.len == 0 && !setting->is_story)
		focus->near = focus->paper = STR_NONE;
	for (size_t i = 0; i < paragraph->sentence_count; i++) {
		size_t number = paragraph->first_sentence + i;
		size_t incidents = doc->incidents.count;

		setting->printed = printed_in(state, note,
					      &doc->sentences.items[number]);
		if (!scene_read(&state->scene, state->cues, doc, number,
				open)) {
			open = false;
			continue;
		}
		if (i == 0 && begins_with_day(&state->scene))
			state->scene.entry = true;
		when_days(&state->days, &state->scene, setting);
		incidents_find(&state->scene, setting, &state->days, focus);
		if (doc->incidents.count == incidents)
			again_date(&state->scene, &state->days);
		quotations_find(doc, &state->scene, focus, &state->talk);
		focus_move(focus, &state->scene, incidents);
		when_move(setting, &state->days, &state->scene, incidents);
		where_move(setting, &state->scene);
		setting->topic = setting->topic || topic_told(&state->scene);
		open = state->scene.open;
	}
	quotations_end(doc, &state->talk);
}

/* A row of a table that tells no acts: how many there were, or of which years
 * the columns below it are. */
static void trace_row(struct state *state, struct document *doc,
		      const struct paragraph *row, struct setting *setting)
{
	if (row_is_years(row->text)) {
		setting->years = row->text;
		return;
	}
	for (size_t i = 0; i < row->sentence_count; i++)
		if (scene_read(&state->scene, state->cues, doc,
			       row->first_sentence + i, false))
			totals_row(&state->scene, setting);
}

/* Under a date a heading tells whom the entry is about, and where; whom the one
 * before was about is forgotten. */
static void trace_heading(struct state *state, struct document *doc,
			  const struct paragraph *heading,
			  struct setting *setting, struct focus *focus)
{
	struct edtf date;

	setting->place = STR_NONE;
	setting->day = STR_NONE;
	setting->near = STR_NONE;
	setting->years = STR_NONE;
	setting->headed = heading->section;
	if (!edtf_parse(&date, heading->section))
		return;
	*focus = (struct focus){ .person = STR_NONE };
	for (size_t i = 0; i < heading->sentence_count; i++)
		if (scene_read(&state->scene, state->cues, doc,
			       heading->first_sentence + i, false)) {
			focus_move(focus, &state->scene, doc->incidents.count);
			where_move(setting, &state->scene);
		}
	setting->place = setting->near;
}

/* A short text without parts: news of one thing, or an entry by itself. */
static bool is_story(const struct document *doc)
{
	size_t text = 0, headings = 0;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		text += is_running_text(&doc->paragraphs.items[i]);
		headings += doc->paragraphs.items[i].kind == PARAGRAPH_HEADING;
	}
	return text <= STORY_PARAGRAPHS && headings <= STORY_HEADINGS;
}

static int trace_document(void *opaque, struct document *doc, struct err *err)
{
	struct state *state = opaque;
	struct setting setting = {
		.cues = state->cues,
		.calendar = state->calendar,
		.is_story = is_story(doc),
		.is_dated = document_meta(doc, STR("date")).len > 0,
		.covers = document_meta(doc, STR("covers"))
	};
	struct focus focus = { 0 };
	size_t note = 0;

	(void)err;
	LIST_CLEAR(&doc->incidents);
	LIST_CLEAR(&doc->quotations);
	state->talk = (struct talk){ .open = SIZE_MAX, .closed = SIZE_MAX };
	sort_notes(state, doc);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];

		if (is_running_text(par))
			trace_paragraph(state, doc, par, &setting, &focus,
					&note);
		else if (par->kind == PARAGRAPH_ROW)
			trace_row(state, doc, par, &setting);
		else if (par->kind == PARAGRAPH_HEADING)
			trace_heading(state, doc, par, &setting, &focus);
	}
	return 0;
}

static const struct stage_need needs[] = {
	{ "tokenize", "words", document_has_words },
	{ "stem", "stems", document_has_stems },
	{ "tag", "entities", document_has_mentions },
	{ .stage = NULL }
};

const struct stage trace_stage = {
	.program = {
		.name = "trace",
		.summary = "find incidents and quotations",
		.group = GROUP_STAGE,
		.arguments = "[FILE…]",
		.description =
"Reads tagged documents (a stream of esep-tag) and adds to each sentence the "
"incidents that it tells of and the quotations in it, as comments of the "
"sentence: '# incident = …' and '# quotation = …'.\n"
"\n"
"An incident is a concrete act that can be put on a timeline: an attack, a "
"detention, a charge, a fine, a site that was blocked, a law that was passed. "
"It has a type, a date (EDTF), targets, a place, an actor, a law, and the "
"words that name it. A sentence that tells of habits, possibilities or of "
"what did not happen has none; neither has what stands in quotation marks, in "
"a footnote, a heading or a pull quote. A death, an attack or a disappearance "
"is none in a report where nobody speaks of media or expression. "
"The date is that of its clause, else "
"one before it in the sentence; else that of the section, where a report is "
"entries under dates, that of a footnote of the period, the last one in the "
"paragraph, of a short text the day that it begins with, or the period that "
"the report covers (meta::covers). Where it comes from is told (date_from). A "
"sentence with a date that was not read gives none. The place is one in which "
"the sentence says that it happened, else the paragraph's. What is only "
"counted ('19 cases') is an incident of the status 'count'.\n"
"\n"
"A quotation has a speaker, a kind ('direct' in quotation marks, 'indirect' "
"otherwise), the extent of its cue ('said', 'according to') and that of the "
"words. Speakers without a name appear as groups: 'experts', 'panelists'; "
"unnamed targets as a number and a group: '41_journalists'.\n"
"\n"
"What names an act or a saying, and what makes a sentence general, are rows "
"of the lexicons acts.tsv, triggers.tsv, speech.tsv, speakers.tsv, "
"groups.tsv, clauses.tsv, pronouns.tsv and durations.tsv. Sentences of more "
"than 512 words are passed over.",
		.examples =
"esep-tag report.tagged | esep-trace\n"
"  add incidents and quotations\n"
"esep-trace report.conllu | grep '^# incident'\n"
"  list the incidents of a tagged report\n"
	},
	.role = STAGE_FILTER,
	.needs = needs,
	.open = trace_open,
	.document = trace_document,
	.close = trace_close
};
