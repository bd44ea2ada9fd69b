#include "output_events.h"

#include <stdlib.h>

/* What a part is called by the queries that have it. */
static const char *const names[EVENT_PARTS] = {
	[EVENT_DATE] = "date", [EVENT_TYPE] = "type",
	[EVENT_TARGET] = "target_name", [EVENT_PLACE] = "place_name",
	[EVENT_ACTOR] = "actor_name", [EVENT_LAW] = "law_name",
	[EVENT_STATUS] = "status", [EVENT_OUTCOME] = "outcome",
	[EVENT_SENTENCE] = "sentence", [EVENT_CITATION] = "citation",
	[EVENT_DOCUMENT] = "document", [EVENT_LANG] = "lang",
	[EVENT_ID] = "incident"
};

int events_open(struct output_sink *sink, struct err *err)
{
	struct events *events = memory_get_zeroed(sizeof *events);

	sink->state = events;
	for (size_t part = 0; part < EVENT_PARTS; part++) {
		events->columns[part] = SIZE_MAX;
		for (size_t i = 0; i < sink->count; i++)
			if (!strcmp(sink->columns[i].column.name, names[part]))
				events->columns[part] = i;
	}
	if (events->columns[EVENT_DATE] != SIZE_MAX &&
	    events->columns[EVENT_TYPE] != SIZE_MAX)
		return 0;
	events_close(sink);
	return err_set(err, ERR_USAGE, "--format: ics, timelinejs, timemap, "
		       "uwazi and svg show what happened when; these rows have "
		       "no date and type, those of esep-timeline have");
}

void events_close(struct output_sink *sink)
{
	struct events *events = sink->state;

	if (!events)
		return;
	for (size_t part = 0; part < EVENT_PARTS; part++)
		strbuf_release(&events->texts[part]);
	strbuf_release(&events->title);
	strbuf_release(&events->out);
	free(events);
	sink->state = NULL;
}

static void read_part(struct events *events, const struct output_cell *cells,
		      enum event_part part)
{
	const struct output_cell *cell;
	struct strbuf *text = &events->texts[part];

	strbuf_clear(text);
	if (events->columns[part] == SIZE_MAX)
		return;
	cell = &cells[events->columns[part]];
	if (cell->kind != CELL_ITEMS) {
		if (cell->kind != CELL_NONE)
			strbuf_add(text, cell->text);
		return;
	}
	for (size_t i = 0; i < cell->count; i++)
		strbuf_addf(text, "%s%.*s", i > 0 ? ", " : "",
			    STR_ARGS(cell->items[i].text));
}

struct events *events_read(struct output_sink *sink,
			   const struct output_cell *cells)
{
	struct events *events = sink->state;
	struct str whom;

	for (size_t part = 0; part < EVENT_PARTS; part++)
		read_part(events, cells, (enum event_part)part);
	events->has_date = edtf_parse(&events->date,
				      event_text(events, EVENT_DATE)) &&
			   events->date.start.precision != EDTF_UNKNOWN;
	strbuf_clear(&events->title);
	strbuf_add(&events->title, event_text(events, EVENT_TYPE));
	whom = event_text(events, EVENT_TARGET);
	if (whom.len == 0)
		whom = event_text(events, EVENT_PLACE);
	if (whom.len > 0)
		strbuf_addf(&events->title, ": %.*s", STR_ARGS(whom));
	return events;
}

struct str event_text(const struct events *events, enum event_part part)
{
	return strbuf_view(&events->texts[part]);
}

void event_add_description(const struct events *events, struct strbuf *out,
			   const char *between)
{
	struct str citation = event_text(events, EVENT_CITATION);

	strbuf_add(out, event_text(events, EVENT_SENTENCE));
	if (citation.len == 0)
		citation = event_text(events, EVENT_DOCUMENT);
	if (citation.len > 0)
		strbuf_addf(out, "%s%.*s", between, STR_ARGS(citation));
}

bool event_days(const struct events *events, struct edtf_date *first,
		struct edtf_date *last)
{
	int32_t from, to;

	if (!events->has_date)
		return false;
	edtf_span(&events->date, &from, &to);
	return edtf_day(first, from) && edtf_day(last, to);
}

bool event_is_of_days(const struct events *events)
{
	return events->has_date && !events->date.one_of &&
	       events->date.start.precision == EDTF_DAY &&
	       events->date.end.precision == EDTF_DAY &&
	       !events->date.start.approximate && !events->date.end.approximate;
}
