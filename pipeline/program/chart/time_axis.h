/* An axis of days. */
#ifndef ESEP_TIME_AXIS_H
#define ESEP_TIME_AXIS_H

#include "edtf.h"

struct time_axis {
	int32_t first, last;   /* days, as edtf_span counts them */
	double left, right;    /* where the first begins and the last ends */
	bool months;           /* its units; else years */
};

/* From the beginning of the unit that holds `first` to the end of the one that
 * holds `last`: whole years, or months if there are few. */
void time_axis_make(struct time_axis *axis, int32_t first, int32_t last,
		    double left, double right);

/* Where a day begins. */
double time_axis_at(const struct time_axis *axis, int64_t day);

/* Draw the marks between two heights, and their names below: years, months
 * where they have room, as numbers, which are the same in every language. */
void time_axis_draw(const struct time_axis *axis, struct strbuf *out,
		    double top, double bottom);

#endif
