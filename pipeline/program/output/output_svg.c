/* A timeline as a picture: a lane for each type, a point for a day, a bar as
 * long as the time between which something happened. */
#include "output_events.h"

#include "svg.h"
#include "time_axis.h"

#include <stdlib.h>

enum {
	WIDTH = 1000, LEFT = 150, RIGHT = 20, TOP = 44, BELOW = 30,
	ROW = 15,             /* height of a row of marks */
	MARK = 8,             /* of a mark */
	LANE_GAP = 10,
	GAP = 3,              /* between two marks of a row */
	FEW = 60,             /* so many are named beside their marks */
	NAME_SIZE = 10,
	ROWS_MAX = 400        /* of a lane; what finds no room overlaps */
};

struct mark {
	struct str type, name, told;
	int32_t first, last;
	size_t row;           /* of its lane */
	bool is_day, is_sure; /* one day; days that are told */
	bool is_left;         /* its name stands before it */
};

struct picture {
	struct events *events;
	struct arena arena;
	LIST(struct mark) marks;
};

static int svg_open(struct output_sink *sink, struct err *err)
{
	struct picture *picture;
	int rc = events_open(sink, err);

	if (rc < 0)
		return rc;
	picture = memory_get_zeroed(sizeof *picture);
	picture->events = sink->state;
	sink->state = picture;
	return 0;
}

static int svg_row(struct output_sink *sink, const struct output_cell *cells,
		   struct err *err)
{
	struct picture *picture = sink->state;
	struct strbuf told = STRBUF_INIT;
	struct edtf_date first, last;
	struct events *events;
	struct mark *mark;
	struct str name;

	(void)err;
	sink->state = picture->events;
	events = events_read(sink, cells);
	sink->state = picture;
	if (!event_days(events, &first, &last)) {
		sink->skipped++;
		return 0;
	}
	mark = LIST_ADD(&picture->marks);
	edtf_span(&events->date, &mark->first, &mark->last);
	mark->is_sure = event_is_of_days(events);
	mark->is_day = mark->is_sure && !events->date.interval;
	mark->type = str_copy(&picture->arena, event_text(events, EVENT_TYPE));
	name = event_text(events, EVENT_TARGET);
	if (name.len == 0)
		name = event_text(events, EVENT_PLACE);
	mark->name = str_copy(&picture->arena, name);
	strbuf_add(&told, event_text(events, EVENT_DATE));
	strbuf_addf(&told, " · %s · ", events->title.data);
	event_add_description(events, &told, " · ");
	mark->told = str_copy(&picture->arena, strbuf_view(&told));
	strbuf_release(&told);
	return 0;
}

/* By lane, then by time; what is told decides last. */
static int compare_marks(const void *left, const void *right)
{
	const struct mark *a = left, *b = right;
	int order = str_compare(a->type, b->type);

	if (order == 0)
		order = (a->first > b->first) - (a->first < b->first);
	if (order == 0)
		order = (a->last > b->last) - (a->last < b->last);
	if (order == 0)
		order = str_compare(a->told, b->told);
	return order;
}

/* From where to where a mark is drawn, without its name. */
static void span_mark(const struct mark *mark, const struct time_axis *axis,
		      double *x, double *end)
{
	*x = time_axis_at(axis, mark->first);
	*end = time_axis_at(axis, (int64_t)mark->last + 1);
	if (mark->is_day)
		*x = (*x + *end) / 2 - MARK / 2.0;
	if (mark->is_day || *end - *x < MARK)
		*end = *x + MARK;
}

/* Give each mark of a lane the first row in which it has room; returns how many
 * rows there are. */
static size_t lay_lane(struct mark *marks, size_t count,
		       const struct time_axis *axis, bool named)
{
	double *ends = memory_get(ROWS_MAX * sizeof *ends);
	size_t rows = 0;

	for (size_t i = 0; i < count; i++) {
		struct mark *mark = &marks[i];
		double name = named && mark->name.len > 0 ?
			GAP + svg_width(mark->name, NAME_SIZE) : 0;
		size_t row = 0;
		double x, end;

		span_mark(mark, axis, &x, &end);
		mark->is_left = end + name > WIDTH;
		x -= mark->is_left ? name : 0;
		while (row < rows && ends[row] + GAP > x)
			row++;
		if (row == ROWS_MAX)
			row = i % ROWS_MAX;
		else if (row == rows)
			rows++;
		ends[row] = end + (mark->is_left ? 0 : name);
		mark->row = row;
	}
	free(ends);
	return rows;
}

static size_t lane_end(const struct picture *picture, size_t from)
{
	const struct mark *marks = picture->marks.items;
	size_t end = from;

	while (end < picture->marks.count &&
	       str_equal(marks[end].type, marks[from].type))
		end++;
	return end;
}

static void draw_mark(struct strbuf *out, const struct mark *mark,
		      const struct time_axis *axis, double top, bool named)
{
	double y = top + (double)mark->row * ROW + ROW / 2.0, x, end;
	const char *look = mark->is_sure ? "sure" : "unsure";

	span_mark(mark, axis, &x, &end);
	if (mark->is_day)
		svg_point(out, x + MARK / 2.0, y, MARK / 2.0, look, mark->told);
	else
		svg_bar(out, x, y - MARK / 2.0, end - x, MARK, look,
			mark->told);
	if (named && mark->name.len > 0)
		svg_text(out, mark->is_left ? x - GAP : end + GAP,
			 y + NAME_SIZE / 3.0,
			 mark->is_left ? SVG_END : SVG_START, "small",
			 mark->name);
}

static void draw(struct picture *picture, struct strbuf *out,
		 const struct time_axis *axis)
{
	struct mark *marks = picture->marks.items;
	size_t count = picture->marks.count, end;
	struct strbuf lanes = STRBUF_INIT, about = STRBUF_INIT;
	bool named = count <= FEW;
	double y = TOP;

	for (size_t i = 0; i < count; i = end) {
		size_t rows;

		end = lane_end(picture, i);
		rows = lay_lane(marks + i, end - i, axis, named);
		svg_text(&lanes, LEFT - 10, y + ROW * 0.8, SVG_END, "lane",
			 marks[i].type);
		for (size_t k = i; k < end; k++)
			draw_mark(&lanes, &marks[k], axis, y, named);
		y += (double)rows * ROW + LANE_GAP;
		strbuf_addf(&about, "%s%.*s: %zu", i > 0 ? ", " : "",
			    STR_ARGS(marks[i].type), end - i);
	}
	svg_begin(out, WIDTH, y + BELOW, STR("Timeline of incidents"),
		  strbuf_view(&about));
	svg_text(out, LEFT, 20, SVG_START, "title",
		 STR("Timeline of incidents"));
	svg_text(out, LEFT, 36, SVG_START, "small",
		 STR("A point is a day; a bar is as long as the time in which "
		     "it happened, as far as it is told: pale where days are "
		     "not."));
	if (count > 0)
		time_axis_draw(axis, out, TOP, y);
	strbuf_add(out, strbuf_view(&lanes));
	svg_end(out);
	strbuf_release(&lanes);
	strbuf_release(&about);
}

static int svg_close(struct output_sink *sink, struct err *err)
{
	struct picture *picture = sink->state;
	struct strbuf out = STRBUF_INIT;
	struct time_axis axis;
	int32_t first = INT32_MAX, last = INT32_MIN;

	(void)err;
	if (!picture)
		return 0;
	for (size_t i = 0; i < picture->marks.count; i++) {
		const struct mark *mark = &picture->marks.items[i];

		first = mark->first < first ? mark->first : first;
		last = mark->last > last ? mark->last : last;
	}
	if (picture->marks.count == 0)
		first = last = 0;
	if (picture->marks.count > 1)
		qsort(picture->marks.items, picture->marks.count,
		      sizeof *picture->marks.items, compare_marks);
	time_axis_make(&axis, first, last, LEFT, WIDTH - RIGHT);
	draw(picture, &out, &axis);
	output_put_line(sink, strbuf_view(&out));
	strbuf_release(&out);
	LIST_RELEASE(&picture->marks);
	arena_release(&picture->arena);
	sink->state = picture->events;
	free(picture);
	events_close(sink);
	return 0;
}

const struct output_writer output_svg_writer = {
	"svg", svg_open, svg_row, svg_close,
	"have no date, or one without an end, and are left out"
};
