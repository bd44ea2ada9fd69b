/* A calendar (RFC 5545): what has a day, as events of whole days. */
#include "output_events.h"

#include "utf8.h"

enum { LINE_OCTETS = 75 };

/* A line, folded between characters. */
static void put_line(struct output_sink *sink, struct str line)
{
	struct strbuf *buf = &sink->buf;
	size_t used = 0;

	strbuf_clear(buf);
	for (size_t at = 0; at < line.len;) {
		size_t from = at;

		utf8_next(line, &at);
		if (used + at - from > LINE_OCTETS) {
			strbuf_add_z(buf, "\r\n ");
			used = 1;
		}
		strbuf_add(buf, str_slice(line, from, at));
		used += at - from;
	}
	strbuf_add_z(buf, "\r\n");
	output_put_line(sink, strbuf_view(buf));
}

/* A property whose value is text: RFC 5545, 3.3.11. */
static void put_text(struct output_sink *sink, struct events *events,
		     const char *name, struct str text)
{
	struct strbuf shown = STRBUF_INIT;

	if (text.len == 0)
		return;
	strbuf_clear(&events->out);
	strbuf_addf(&events->out, "%s:", name);
	output_add_lines(&shown, text);
	for (size_t i = 0; i < shown.len; i++) {
		char c = shown.data[i];

		if (c == '\\' || c == ';' || c == ',')
			strbuf_add_char(&events->out, '\\');
		if (c == '\n')
			strbuf_add_z(&events->out, "\\n");
		else
			strbuf_add_char(&events->out,
					c == '\t' || c == '\r' ? ' ' : c);
	}
	put_line(sink, strbuf_view(&events->out));
	strbuf_release(&shown);
}

static void put_day(struct output_sink *sink, struct events *events,
		    const char *name, const struct edtf_date *day)
{
	strbuf_clear(&events->out);
	strbuf_addf(&events->out, "%s:%04u%02u%02u", name, day->year,
		    day->month, day->day);
	put_line(sink, strbuf_view(&events->out));
}

static int ics_open(struct output_sink *sink, struct err *err)
{
	int rc = events_open(sink, err);

	if (rc < 0)
		return rc;
	put_line(sink, STR("BEGIN:VCALENDAR"));
	put_line(sink, STR("VERSION:2.0"));
	put_line(sink, STR("PRODID:-//esep//esep//EN"));
	put_line(sink, STR("CALSCALE:GREGORIAN"));
	return 0;
}

static int ics_row(struct output_sink *sink, const struct output_cell *cells,
		   struct err *err)
{
	struct events *events = events_read(sink, cells);
	struct strbuf text = STRBUF_INIT;
	struct edtf_date first, last, next;
	int32_t from, to;

	(void)err;
	if (!event_is_of_days(events) || !event_days(events, &first, &last)) {
		sink->skipped++;
		return 0;
	}
	put_line(sink, STR("BEGIN:VEVENT"));
	if (event_text(events, EVENT_ID).len > 0)
		strbuf_add(&text, event_text(events, EVENT_ID));
	else
		strbuf_addf(&text, "row-%zu", sink->rows + 1);
	strbuf_add_z(&text, "@esep");
	put_text(sink, events, "UID", strbuf_view(&text));
	/* when the entry was made is not told: the same answer is the same
	 * file */
	strbuf_clear(&text);
	strbuf_addf(&text, "DTSTAMP:%04u%02u%02uT000000Z", first.year,
		    first.month, first.day);
	put_line(sink, strbuf_view(&text));
	put_day(sink, events, "DTSTART;VALUE=DATE", &first);
	edtf_span(&events->date, &from, &to);
	if (edtf_day(&next, (int64_t)to + 1))
		put_day(sink, events, "DTEND;VALUE=DATE", &next);
	put_text(sink, events, "SUMMARY", strbuf_view(&events->title));
	put_text(sink, events, "LOCATION", event_text(events, EVENT_PLACE));
	put_text(sink, events, "CATEGORIES", event_text(events, EVENT_TYPE));
	strbuf_clear(&text);
	event_add_description(events, &text, "\n");
	put_text(sink, events, "DESCRIPTION", strbuf_view(&text));
	if (str_equal(event_text(events, EVENT_STATUS), STR("alleged")))
		put_line(sink, STR("STATUS:TENTATIVE"));
	put_line(sink, STR("TRANSP:TRANSPARENT"));
	put_line(sink, STR("END:VEVENT"));
	strbuf_release(&text);
	return 0;
}

static int ics_close(struct output_sink *sink, struct err *err)
{
	(void)err;
	if (sink->state)
		put_line(sink, STR("END:VCALENDAR"));
	events_close(sink);
	return 0;
}

const struct output_writer output_ics_writer = {
	"ics", ics_open, ics_row, ics_close, "have no day for a calendar"
};
