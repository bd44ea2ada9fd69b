/* The parts of a spelling, by which it can be found as well as whole: каналы of
 * Telegram-каналы, orda of https://www.orda.kz/news, Brien of O'Brien. */
#ifndef ESEP_WORD_PARTS_H
#define ESEP_WORD_PARTS_H

#include "words.h"

/* Runs of a word beyond these are no parts. */
enum { WORD_PARTS_MAX = 64 };

struct word_parts { struct str *items; size_t count, capacity; };

/* Append the parts of a spelling that is no run of letters and digits alone
 * (SHAPE_COMPOUND); they are pieces of it.
 *
 * Its runs are parts: they end where anything but letters, digits and their
 * marks stands, and where Latin letters meet Cyrillic ones. So are, of up to
 * five runs, those that stand side by side, with what is between them; of an
 * address the ends of its domain (orda.kz), all of it without scheme and www.,
 * and what is between two slashes. Of a number only what may be a year or longer
 * is a part, and nothing of a decimal. */
void word_parts_find(struct words *words, word_id form,
		     struct word_parts *parts);

/* The next run of a text, from *at on; false at its end. */
bool word_parts_next(struct str text, size_t *at, struct str *run);

/* The domain in an address: from the first label to the last, without what
 * stands before @ or behind a slash. */
struct str word_parts_domain(struct str address);

#endif
