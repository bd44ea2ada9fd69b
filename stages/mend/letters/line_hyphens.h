/* The hyphens at line ends of a document, decided by its own words. */
#ifndef ESEP_LINE_HYPHENS_H
#define ESEP_LINE_HYPHENS_H

#include "hyphens.h"

struct line_hyphens {
	struct hyphens *hyphens;
	const struct document *doc;
	struct sorted_words words;   /* of the document, in lower case */
	int lean;                  /* as hyphens_decide has it */
};

/* Look for words that a line end or the end of a paragraph cut. Where there
 * are any, load the languages of their paragraphs and collect the words of
 * the document, but for those beside such a hyphen, and see whether its lines
 * cut words at all; where there are none, this costs a look at each hyphen.
 * errors: those of hyphens_prepare. Release it on an error too. */
int line_hyphens_load(struct line_hyphens *lines, struct hyphens *hyphens,
		      const struct document *doc, struct err *err);
void line_hyphens_release(struct line_hyphens *lines);

/* What the hyphen at the end of `left` is, if the text goes on as `right`. */
enum hyphen line_hyphens_decide(const struct line_hyphens *lines,
				struct str left, struct str right);

/* Mend what line ends parted within the paragraphs: words that were cut, and
 * what is written without a blank: dashes and slashes that touch a word,
 * addresses. */
void line_hyphens_mend(const struct line_hyphens *lines, struct document *doc);

#endif
