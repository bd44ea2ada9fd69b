#include "time_axis.h"

#include "svg.h"

enum {
	DAYS_OF_MONTHS = 550,  /* up to so many, months have names */
	YEARS_MOST = 100,      /* more of them: every tenth has a line */
	LABEL_ROOM = 44        /* pixels between two names */
};

static int32_t day_number(unsigned year, unsigned month)
{
	struct edtf date;
	int32_t first = 0, last;

	if (edtf_make(&date, year, month, 0))
		edtf_span(&date, &first, &last);
	return first;
}

void time_axis_make(struct time_axis *axis, int32_t first, int32_t last,
		    double left, double right)
{
	struct edtf_date from, to;
	struct edtf unit;
	int32_t ignored;

	*axis = (struct time_axis){ first, last, left, right,
				    last - first < DAYS_OF_MONTHS };
	if (!edtf_day(&from, first) || !edtf_day(&to, last))
		return;
	if (edtf_make(&unit, from.year, axis->months ? from.month : 0, 0))
		edtf_span(&unit, &axis->first, &ignored);
	if (edtf_make(&unit, to.year, axis->months ? to.month : 0, 0))
		edtf_span(&unit, &ignored, &axis->last);
}

double time_axis_at(const struct time_axis *axis, int64_t day)
{
	double days = (double)axis->last - axis->first + 1;

	return axis->left + (double)(day - axis->first) / days *
				    (axis->right - axis->left);
}

static void draw_mark(const struct time_axis *axis, struct strbuf *out,
		      int32_t day, struct str name, double top, double bottom)
{
	double x = time_axis_at(axis, day);

	svg_line(out, x, top, x, bottom, "grid");
	if (name.len > 0)
		svg_text(out, x, bottom + 14, SVG_START, "small", name);
}

void time_axis_draw(const struct time_axis *axis, struct strbuf *out,
		    double top, double bottom)
{
	struct strbuf name = STRBUF_INIT;
	struct edtf_date from, to;
	unsigned step = 1;
	double named = -LABEL_ROOM;

	if (!edtf_day(&from, axis->first) || !edtf_day(&to, axis->last))
		return;
	while ((to.year - from.year) / step > YEARS_MOST)
		step *= 10;
	for (unsigned year = from.year - from.year % step; year <= to.year;
	     year += step)
		for (unsigned month = 1; month <= (axis->months ? 12 : 1);
		     month++) {
			int32_t day = day_number(year, month);
			double x = time_axis_at(axis, day);

			if (day < axis->first || day > axis->last)
				continue;
			strbuf_clear(&name);
			if (x - named >= LABEL_ROOM) {
				strbuf_addf(&name, "%04u", year);
				if (axis->months)
					strbuf_addf(&name, "-%02u", month);
				named = x;
			}
			draw_mark(axis, out, day, strbuf_view(&name), top,
				  bottom);
		}
	svg_line(out, axis->left, bottom, axis->right, bottom, "axis");
	strbuf_release(&name);
}
