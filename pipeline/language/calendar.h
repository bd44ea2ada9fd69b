/* Words about dates for who looks at a text behind `tag`: by how much "the next
 * day" or "three days later" moves a date, and whether a sentence holds what
 * looks like a date and was not read as one.
 *
 * source  lexicons/CODE/dates.tsv, the kinds `later`, `shift`, `month`;
 *         numbers.tsv */
#ifndef ESEP_CALENDAR_H
#define ESEP_CALENDAR_H

#include "document.h"
#include "edtf.h"
#include "knowledge.h"

struct calendar;

/* errors: of lexicons_dates and lexicons_numbers */
int calendar_open(struct calendar **calendar,
		  const struct knowledge *knowledge, struct err *err);
void calendar_close(struct calendar *calendar); /* NULL too */

enum calendar_side {
	CALENDAR_TOLD,         /* told before: the next day */
	CALENDAR_BEHIND,       /* the day after her arrest */
	CALENDAR_BEFORE
};

struct calendar_shift {
	int count;             /* signed: earlier is below 0 */
	char unit;             /* D days, W weeks, M months, Y years */
	enum calendar_side of; /* where it is named what it is counted from */
	bool either;           /* there, or it is told before: «накануне» */
	size_t end;            /* the token behind the words */
};

/* The words at a token that tell a time by how far it is from another one,
 * which stand before `end`; the longest. */
bool calendar_shift_at(struct calendar *calendar, const struct document *doc,
		       size_t token, size_t end, struct calendar_shift *shift);

/* Move a date so, of a range its nearer end. What is told in months or years
 * says no day; a few days behind a month's day are told as that month. False,
 * with *date unchanged, where the date is too coarse for the unit. */
bool calendar_move(struct edtf *date, const struct calendar_shift *shift);

/* Whether the sentence has a date that was not read: a month's name beside a
 * number or in its usual letters, or digits as 14/03/2019 has them, that lie
 * in no mention, or a date mention without a known value (XXXX, XXXX-06).
 * `mentions`: those of the sentence. *token: the first of them.
 * cost: linear in the tokens of the sentence and its mentions */
bool calendar_left_over(struct calendar *calendar, const struct document *doc,
			size_t sentence, const struct mention *mentions,
			size_t mention_count, size_t *token);

#endif
