/* The scores that a report gives: overall, by principle, by indicator, with
 * their class and their change against the edition before. */
#ifndef ESEP_SCORES_H
#define ESEP_SCORES_H

#include "series.h"

/* A class of the scale: "Slightly Vibrant" from 11 to 20. */
struct scale_class {
	struct str label;
	struct str mark;       /* as it is written: "+2", "B"; empty for a
	                          range */
	int64_t low, high;     /* thousandths, as scores are; a grade that is a
	                          letter has 0 */
	bool letter;
};

struct scores {
	struct document *doc;
	const struct series *series;        /* may be NULL */
	const struct number_words *numbers;
	LIST(struct scale_class) scale;     /* as the document shows it */
	LIST(int64_t) tops; /* of doc->scores: 10 of "7 of 10", or -1 */
	size_t unlisted;    /* lines before it are in no list of scores that
	                       begins behind where one was looked for */
	bool oldest_first;  /* years in a table's columns, as its head says */
};

/* Read the score that paragraph `index` holds, or it and the next one or two,
 * where its number then stands: all say so by their kind. A table's row keeps
 * its kind. Of two scores of one scope the first counts; what it lacks (its
 * change) it takes from the second. One without a name of its own has the scope
 * `here` until scores_place. Returns how many paragraphs it took. */
size_t scores_read(struct scores *scores, size_t index);

/* Add the score that a row with a part `word` found in a paragraph's text: it
 * is of what a row of the kind `score` names in the same text, else of the
 * `word`, as a section's name. */
void scores_add(struct scores *scores, const struct series_row *row,
		const struct regex_match *match, size_t paragraph);

/* When all are read: set the kind of paragraphs that are but the name of a
 * class, turn a principle's heading that shows its score back into a heading,
 * and give each score its class: of the document's scale, else of the series'
 * in the document's language. */
void scores_finish(struct scores *scores);

/* When sections are known: a score of the scope `here` is of the section that
 * it stands in, or overall in front of the first one. The first of a section
 * counts. */
void scores_place(struct scores *scores);

/* When sections are known: read the changes that sentences of the summary and
 * of the introductions to principles tell, and scores that stand nowhere
 * else. */
void scores_read_sentences(struct scores *scores);

/* The class of a score, or empty. */
struct str scores_label(const struct scores *scores, struct str value);

void scores_release(struct scores *scores);

#endif
