/* Reports that are entries under dates, as monitors of press freedom publish:
 * a date, who it befell, what happened. */
#ifndef ESEP_ENTRIES_H
#define ESEP_ENTRIES_H

#include "series.h"

/* Whether the series writes dates as headings. */
bool entries_are_dated(const struct series *series);

/* Set the sections: a date line begins the section of its date in EDTF (a
 * day, days, a month), a paragraph with a date in front stands in that of its
 * own, other headings stand in none. A line without a final stop behind a date
 * is the heading of its entry, one in front of a date a heading over dates.
 * A date without a year is of the year that a heading or title said last, else
 * of the metadata `covers`, else `edition`; without any of these it is none.
 * The metadata `covers` becomes the years of the entries where it is none of
 * them. */
void entries_sections(struct document *doc, const struct series *series,
		      const struct month_words *months);

#endif
