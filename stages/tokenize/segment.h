/* A document's paragraphs into sentences and words. */
#ifndef ESEP_SEGMENT_H
#define ESEP_SEGMENT_H

#include "document.h"
#include "guess.h"
#include "languages.h"

struct segment_part {
	uint32_t start, end;   /* bytes of the paragraph */
	size_t first, count;   /* pieces */
	bool mixed;            /* words may be in another language than that
	                          in which they were split */
	struct guess_evidence evidence;
};

struct segmenter {
	struct languages *languages;
	lang_id forced;        /* the language of all text; LANG_UND: guess */

	/* Reused from paragraph to paragraph: */
	struct offsets ends;   /* of its sentences */
	LIST(struct segment_part) parts; /* its sentences */
	struct pieces pieces;
	struct pieces other;   /* of a sentence in another language */
	LIST(lang_id) langs;   /* of the words of a mixed sentence */
};

/* Fill the document's sentences and tokens. Each sentence has the language
 * that its own words speak for; where they leave it open, that of the
 * paragraph, and there that of the document (meta lang) or of the paragraph
 * before. Words have another language than their sentence if their letters do,
 * or if they stand in a run of words of that language. */
void segment_document(struct segmenter *segmenter, struct document *doc);

void segmenter_release(struct segmenter *segmenter);

#endif
