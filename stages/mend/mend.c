#include "mend.h"

#include "captions.h"
#include "characters.h"
#include "document_stages.h"
#include "frames.h"
#include "joins.h"
#include "lists.h"
#include "markdown.h"
#include "notes.h"
#include "parts.h"
#include "pullquotes.h"
#include "running.h"
#include "scripts.h"

struct mend {
	struct series_set series;
	struct captions captions;
	struct chapters chapters;
	struct scripts scripts;
	struct knowledge *knowledge;
	struct hyphens hyphens;
};

static void mend_close(void *state)
{
	struct mend *mend = state;

	series_release(&mend->series);
	captions_release(&mend->captions);
	chapters_release(&mend->chapters);
	hyphens_release(&mend->hyphens);
	list_free(mend);
}

static int mend_open(void **state, const void *settings,
		     const struct stage_context *context, struct err *err)
{
	struct mend *mend = memory_get(sizeof *mend);
	int rc;

	(void)settings;
	*mend = (struct mend){ 0 };
	mend->knowledge = context->knowledge;
	hyphens_init(&mend->hyphens, context->knowledge);
	rc = series_load(&mend->series, context->knowledge->lexicons, err);
	if (rc == 0)
		rc = captions_load(&mend->captions,
				   context->knowledge->lexicons, err);
	if (rc == 0)
		rc = chapters_load(&mend->chapters,
				   context->knowledge->lexicons, err);
	if (rc == 0)
		rc = scripts_load(&mend->scripts, context->knowledge->lexicons,
				  err);
	if (rc < 0)
		mend_close(mend);
	else
		*state = mend;
	return rc;
}

static int mend_load_rest(void *state, struct err *err)
{
	struct mend *mend = state;
	const struct lexicon_languages *languages;
	int rc = lexicons_languages(mend->knowledge->lexicons, &languages, err);

	for (size_t i = 0; rc == 0 && i < languages->count; i++)
		rc = hyphens_prepare(&mend->hyphens, languages->items[i].code,
				     err);
	return rc;
}

/* The texts, letter by letter: what is looked for in them later must not be
 * hidden by marks, wrong letters or hyphens. */
static int mend_texts(struct mend *mend, struct document *doc,
		      struct line_hyphens *lines, bool *bold, struct err *err)
{
	int rc;

	characters_clean(doc);
	markdown_reduce(doc, bold);
	rc = scripts_repair(&mend->scripts, mend->knowledge, doc, err);
	if (rc == 0)
		rc = line_hyphens_load(lines, &mend->hyphens, doc, err);
	if (rc == 0)
		line_hyphens_mend(lines, doc);
	return rc;
}

/* Headings that lines of no kind of their own are, in a report of no known
 * series. */
static void find_frame(struct mend *mend, struct document *doc)
{
	chapters_find(&mend->chapters, &mend->series.any, doc);
	frames_headings(doc, &mend->series.any, &mend->chapters);
}

/* The order matters: a footnote or a pull quote must be known before the text
 * around it is joined, and offsets in a text only hold when it is whole. */
static void mend_parts(struct mend *mend, struct document *doc,
		       const struct line_hyphens *lines, const bool *bold)
{
	const struct series_set *set = &mend->series;
	struct scores scores = { .doc = doc, .numbers = set->numbers };
	const struct series *series = series_of(set, doc);

	LIST_CLEAR(&doc->scores);
	scores.series = series ? series : &set->frame;
	parts_kinds(doc, &scores, &set->any);
	captions_find(&mend->captions, doc);
	notes_find(doc, set);
	pullquotes_find(doc);
	running_find(doc);
	if (series)
		parts_sections(doc, series, &set->months);
	else
		find_frame(mend, doc);
	lists_panels(doc, &set->any);
	lists_contacts(doc, &set->any);
	lists_labels(doc);
	lists_lines(doc, false);
	parts_headings(doc, &set->any, &mend->chapters, bold);
	lists_lines(doc, true);
	if (!series)
		frames_sections(doc, set, &mend->chapters);
	scores_place(&scores);
	joins_make(doc, &set->any, lines);
	markdown_reduce(doc, NULL); /* a page end may have parted a pair */
	scores_read_sentences(&scores);
	notes_read(doc, set);
	scores_release(&scores);
}

static int mend_document(void *state, struct document *doc, struct err *err)
{
	struct mend *mend = state;
	struct line_hyphens lines = { 0 };
	bool *bold;
	int rc;

	bold = memory_get(doc->paragraphs.count + 1);
	rc = mend_texts(mend, doc, &lines, bold, err);
	if (rc == 0)
		mend_parts(mend, doc, &lines, bold);
	line_hyphens_release(&lines);
	list_free(bold);
	return rc;
}

static const struct stage_need refuses[] = {
	{ "tokenize", "words", document_has_words },
	{ .stage = NULL }
};

const struct stage mend_stage = {
	.program = {
		.name = "mend",
		.summary =
			"make the paragraphs of a report as they were written",
		.group = GROUP_STAGE,
		.arguments = "[FILE…]",
		.description =
"Reads documents as esep-read writes them and undoes what the layout of a page "
"did to the text. A paragraph that was cut by a page end, a footnote or a pull "
"quote becomes one paragraph again; the lines it came from stay known.\n"
"\n"
"Each paragraph is given its kind (title, scale, score, heading, paragraph, "
"pullquote, footnote, panelist, boilerplate, furniture, item, row, caption) "
"and, where the series of reports is known, its section: `front` before the "
"first heading that begins one, then what the series' table calls it. "
"In a report that is entries under dates, as monitors of press freedom publish "
"them, a section is named by its date (EDTF). Footnotes are read into author, "
"title, outlet, date (EDTF) and address, and tied to their marks in the text. "
"Scores, overall and of sections, are read with their class "
"and their change against the edition before, as a table or a sentence of the "
"text tells it.\n"
"\n"
"What is particular to a series is a table in the lexicons, series/NAME.tsv. "
"The metadata key `series` chooses the table; without it the first table "
"that recognises the document is taken. A report of no known series still "
"gets headings, footnotes, pull quotes and whole paragraphs, scores where they "
"are told with their names or under a heading, and a section a heading, in the "
"one that it stands in; in a report that has a chapter for each of several "
"countries, paragraphs have their country.\n"
"\n"
"Soft hyphens and zero-width characters leave the words, ligatures become "
"letters, and a letter of the wrong script in a word is replaced where the "
"word makes it certain. A hyphen at the end of a line is removed where it cut "
"a word and stays where it was typed, as the words of the document and of the "
"lexicons tell. Marks of Markdown leave the text; where a link leads to is "
"kept beside it. What stood in the source stays reachable.",
		.examples =
"esep-read report.pdf | esep-mend > report.conllu\n"
"  read a report and mend it\n"
"esep-read report.txt | esep-mend | grep '^# footnote'\n"
"  list the footnotes\n"
"esep-read report.txt | esep-mend | grep '^# par::section' | sort | uniq -c\n"
"  count the paragraphs of each section\n",
	},
	.role = STAGE_FILTER,
	.refuses = refuses,
	.open = mend_open,
	.load_rest = mend_load_rest,
	.document = mend_document,
	.close = mend_close,
};
