/* JSON for timelines of the web: TimelineJS 3
 * (timeline.knightlab.com/docs/json-format.html) and TimeMap (the events of
 * github.com/forensic-architecture/timemap). */
#include "output_events.h"

#include "escaped.h"

static void add_member(struct strbuf *out, const char *key, struct str text)
{
	strbuf_addf(out, ",\"%s\":", key);
	output_add_json(out, text);
}

/* As precise as the date: a year, a month of it, a day. */
static void add_date(struct strbuf *out, const char *key,
		     const struct edtf_date *date, uint8_t precision)
{
	strbuf_addf(out, "\"%s\":{\"year\":%u", key, date->year);
	if (precision >= EDTF_SEASON)
		strbuf_addf(out, ",\"month\":%u", date->month);
	if (precision >= EDTF_DAY)
		strbuf_addf(out, ",\"day\":%u", date->day);
	strbuf_add_char(out, '}');
}

/* Texts are HTML there. */
static void add_html(struct strbuf *out, const char *key, struct str text)
{
	struct strbuf escaped = STRBUF_INIT;

	escaped_add(&escaped, text);
	add_member(out, key, strbuf_view(&escaped));
	strbuf_release(&escaped);
}

static void add_slide(struct events *events, const struct edtf_date *first,
		      const struct edtf_date *last)
{
	const struct edtf *date = &events->date;
	struct strbuf *out = &events->out, text = STRBUF_INIT;

	strbuf_add_char(out, '{');
	add_date(out, "start_date", first, date->start.precision);
	if (date->interval || date->start.precision == EDTF_SEASON ||
	    date->start.precision < EDTF_YEAR) {
		strbuf_add_char(out, ',');
		add_date(out, "end_date", last, date->end.precision);
	}
	add_html(out, "display_date", event_text(events, EVENT_DATE));
	add_member(out, "group", event_text(events, EVENT_TYPE));
	add_member(out, "unique_id", event_text(events, EVENT_ID));
	strbuf_add_z(out, ",\"autolink\":false,\"text\":{\"headline\":");
	escaped_add(&text, strbuf_view(&events->title));
	output_add_json(out, strbuf_view(&text));
	strbuf_clear(&text);
	event_add_description(events, &text, "\n");
	add_html(out, "text", strbuf_view(&text));
	strbuf_add_z(out, "}}");
	strbuf_release(&text);
}

static int timelinejs_open(struct output_sink *sink, struct err *err)
{
	int rc = events_open(sink, err);

	if (rc == 0)
		fputs("{\"events\":[", sink->file);
	return rc;
}

/* What comes before an object of a list. */
static const char *before(const struct output_sink *sink)
{
	return sink->rows > sink->skipped ? ",\n" : "\n";
}

static int timelinejs_row(struct output_sink *sink,
			  const struct output_cell *cells, struct err *err)
{
	struct events *events = events_read(sink, cells);
	struct edtf_date first, last;

	(void)err;
	if (!event_days(events, &first, &last)) {
		sink->skipped++;
		return 0;
	}
	strbuf_clear(&events->out);
	strbuf_add_z(&events->out, before(sink));
	add_slide(events, &first, &last);
	output_put_line(sink, strbuf_view(&events->out));
	return 0;
}

static int timelinejs_close(struct output_sink *sink, struct err *err)
{
	(void)err;
	if (sink->state)
		fputs("\n]}\n", sink->file);
	events_close(sink);
	return 0;
}

const struct output_writer output_timelinejs_writer = {
	"timelinejs", timelinejs_open, timelinejs_row, timelinejs_close,
	"have no date, or one without an end, and are left out"
};

static int timemap_open(struct output_sink *sink, struct err *err)
{
	int rc = events_open(sink, err);

	if (rc == 0)
		fputc('[', sink->file);
	return rc;
}

/* Its date is a day, month first; how sure it is stands beside it. Where a place
 * lies is not known here. */
static int timemap_row(struct output_sink *sink,
		       const struct output_cell *cells, struct err *err)
{
	struct events *events = events_read(sink, cells);
	struct strbuf *out = &events->out, text = STRBUF_INIT;
	struct edtf_date first, last;

	(void)err;
	if (!event_days(events, &first, &last)) {
		sink->skipped++;
		return 0;
	}
	strbuf_clear(out);
	strbuf_addf(out, "%s{\"id\":", before(sink));
	output_add_json(out, event_text(events, EVENT_ID));
	strbuf_addf(out, ",\"date\":\"%u/%u/%u\",\"time\":\"\"", first.month,
		    first.day, first.year);
	add_member(out, "time_display", event_text(events, EVENT_DATE));
	add_member(out, "location", event_text(events, EVENT_PLACE));
	strbuf_add_z(out, ",\"latitude\":\"\",\"longitude\":\"\"");
	add_member(out, "type", event_text(events, EVENT_TYPE));
	add_member(out, "category", event_text(events, EVENT_TYPE));
	strbuf_add(&text, strbuf_view(&events->title));
	strbuf_add_z(&text, ". ");
	strbuf_add(&text, event_text(events, EVENT_SENTENCE));
	add_member(out, "description", strbuf_view(&text));
	add_member(out, "comments", event_text(events, EVENT_CITATION));
	strbuf_add_z(out, ",\"associations\":[],\"sources\":[]}");
	output_put_line(sink, strbuf_view(out));
	strbuf_release(&text);
	return 0;
}

static int timemap_close(struct output_sink *sink, struct err *err)
{
	(void)err;
	if (sink->state)
		fputs("\n]\n", sink->file);
	events_close(sink);
	return 0;
}

const struct output_writer output_timemap_writer = {
	"timemap", timemap_open, timemap_row, timemap_close,
	"have no date, or one without an end, and are left out"
};
