/* CSV for Uwazi of HURIDOCS: a title, properties by their names in small
 * letters, several values with | between, a period as first:last day. source:
 * github.com/huridocs/uwazi/wiki/Import-CSV */
#include "output_events.h"

static const struct property {
	const char *name;
	enum event_part part;
} properties[] = {
	{ "type", EVENT_TYPE }, { "victims", EVENT_TARGET },
	{ "place", EVENT_PLACE }, { "perpetrators", EVENT_ACTOR },
	{ "law", EVENT_LAW }, { "status", EVENT_STATUS },
	{ "outcome", EVENT_OUTCOME }, { "description", EVENT_SENTENCE },
	{ "source", EVENT_CITATION }, { "report", EVENT_DOCUMENT },
	{ "incident", EVENT_ID }
};

static int uwazi_open(struct output_sink *sink, struct err *err)
{
	int rc = events_open(sink, err);

	if (rc < 0)
		return rc;
	fputs("title,date,period,date_edtf", sink->file);
	for (size_t i = 0; i < COUNT_OF(properties); i++)
		fprintf(sink->file, ",%s", properties[i].name);
	fputs("\r\n", sink->file);
	return 0;
}

/* A cell; of a list the items, in which a | would part one. */
static void add_cell(struct strbuf *out, const struct output_cell *cell)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; cell->kind == CELL_ITEMS && i < cell->count; i++) {
		size_t from = text.len + (i > 0);

		strbuf_addf(&text, "%s%.*s", i > 0 ? "|" : "",
			    STR_ARGS(cell->items[i].text));
		for (size_t at = from; at < text.len; at++)
			if (text.data[at] == '|')
				text.data[at] = '/';
	}
	if (cell->kind != CELL_ITEMS && cell->kind != CELL_NONE)
		strbuf_add(&text, cell->text);
	output_add_csv(out, strbuf_view(&text));
	strbuf_release(&text);
}

static void add_day(struct strbuf *out, const struct edtf_date *day)
{
	strbuf_addf(out, "%04u-%02u-%02u", day->year, day->month, day->day);
}

static int uwazi_row(struct output_sink *sink, const struct output_cell *cells,
		     struct err *err)
{
	struct events *events = events_read(sink, cells);
	struct strbuf *out = &events->out;
	struct edtf_date first, last;
	bool has_days = event_days(events, &first, &last);

	(void)err;
	strbuf_clear(out);
	output_add_csv(out, strbuf_view(&events->title));
	strbuf_add_char(out, ',');
	if (has_days && event_is_of_days(events) && !events->date.interval)
		add_day(out, &first);
	strbuf_add_char(out, ',');
	if (has_days) {
		add_day(out, &first);
		strbuf_add_char(out, ':');
		add_day(out, &last);
	}
	strbuf_add_char(out, ',');
	output_add_csv(out, event_text(events, EVENT_DATE));
	for (size_t i = 0; i < COUNT_OF(properties); i++) {
		size_t column = events->columns[properties[i].part];

		strbuf_add_char(out, ',');
		if (column != SIZE_MAX)
			add_cell(out, &cells[column]);
	}
	strbuf_add_z(out, "\r\n");
	output_put_line(sink, strbuf_view(out));
	return 0;
}

static int uwazi_close(struct output_sink *sink, struct err *err)
{
	(void)err;
	events_close(sink);
	return 0;
}

const struct output_writer output_uwazi_writer = {
	"uwazi", uwazi_open, uwazi_row, uwazi_close, NULL
};
