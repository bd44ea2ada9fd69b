#include "mend.h"

#include "captions.h"
#include "joins.h"
#include "notes.h"
#include "parts.h"
#include "pullquotes.h"

struct mend {
	struct series_set series;
	struct month_words months;
	struct captions captions;
};

static void mend_close(void *state)
{
	struct mend *mend = state;

	series_release(&mend->series);
	month_words_release(&mend->months);
	captions_release(&mend->captions);
	list_free(mend);
}

static int mend_open(void **state, const void *settings,
		     const struct stage_context *context, struct err *err)
{
	struct mend *mend = memory_get(sizeof *mend);
	int rc;

	(void)settings;
	*mend = (struct mend){ 0 };
	rc = series_load(&mend->series, context->lexicons, err);
	if (rc == 0)
		rc = month_words_load(&mend->months, context->lexicons, err);
	if (rc == 0)
		rc = captions_load(&mend->captions, context->lexicons, err);
	if (rc < 0)
		mend_close(mend);
	else
		*state = mend;
	return rc;
}

/* The order matters: a footnote or a pull quote must be known before the text
 * around it is joined, and offsets in a text only hold when it is whole. */
static int mend_document(void *state, struct document *doc, struct err *err)
{
	struct mend *mend = state;
	const struct series *series = series_of(&mend->series, doc);
	struct scale scale = { 0 };

	if (doc->sentences.count > 0)
		return err_set(err, ERR_FORMAT,
			       "%.*s is already cut into sentences; "
			       "mend comes before tokenize", STR_ARGS(doc->id));
	LIST_CLEAR(&doc->scores);
	parts_kinds(doc, series, &scale);
	LIST_RELEASE(&scale.classes);
	captions_find(&mend->captions, doc);
	notes_find(doc, &mend->months);
	pullquotes_find(doc);
	parts_sections(doc, series);
	parts_headings(doc);
	joins_make(doc);
	notes_read(doc, &mend->months);
	return 0;
}

const struct stage mend_stage = {
	.program = {
		.name = "mend",
		.summary =
			"make the paragraphs of a report as they were written",
		.arguments = "[FILE…]",
		.description =
"Reads documents as esep-read writes them and undoes what the layout of a page "
"did to the text. A paragraph that was cut by a page end, a footnote or a pull "
"quote becomes one paragraph again; the lines it came from stay known.\n"
"\n"
"Each paragraph is given its kind (title, scale, score, heading, paragraph, "
"pullquote, footnote, panelist, boilerplate, furniture, item, row, caption) and, where "
"the series of reports is known, its section: front, summary, P1 to P4 for the "
"introductions to the principles, I1 to I20 for the indicators, panel, back. "
"Footnotes are read into author, title, outlet, date (EDTF) and address, and "
"tied to their marks in the text; the overall score is read with its class.\n"
"\n"
"What is particular to a series is a table in the lexicons, series/NAME.tsv. "
"The metadata key `series` chooses the table; without it the first table "
"that recognises the document is taken. A report of no known series still "
"gets headings, footnotes, pull quotes and whole paragraphs, but no "
"sections.\n"
"\n"
"Emphasis and links of Markdown, and escapes such as \\$, are left as they "
"stand.",
		.examples =
"esep-read report.pdf | esep-mend > report.conllu\n"
"  read a report and mend it\n"
"esep-read report.txt | esep-mend | grep '^# footnote'\n"
"  list the footnotes\n"
"esep-read report.txt | esep-mend | grep -c '^# par::section = I7'\n"
"  count the paragraphs under indicator 7\n",
	},
	.role = STAGE_FILTER,
	.open = mend_open,
	.document = mend_document,
	.close = mend_close,
};
