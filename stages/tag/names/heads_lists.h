/* Names that stand in a list beside a word for what they are. */
#ifndef ESEP_TAG_HEADS_LISTS_H
#define ESEP_TAG_HEADS_LISTS_H

#include "scan.h"

/* "the newspapers A, B and C", "A, B және C телеарналары": what stands between
 * the names becomes a cue as the word with MARK_LIST is, so that each name is
 * found as the one right beside that word. After the heads are marked.
 * cost  linear in the tokens */
void heads_mark_lists(struct scan *scan);

#endif
