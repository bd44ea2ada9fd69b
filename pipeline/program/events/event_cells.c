#include "event_cells.h"

#include "string_map.h"

static const char names_sql[] =
	"SELECT coalesce((SELECT name FROM entity_name WHERE entity = ?1 "
	"AND lang = ?2), (SELECT name FROM entity WHERE id = ?1), "
	"replace(?1, '_', ' '))";

static const char sources_sql[] =
	"SELECT sentence, citation FROM v_incidents WHERE id = ?1";

int event_cells_open(struct event_cells *cells, struct database *db,
		     const struct events *events, struct output *out,
		     const char *lang, struct err *err)
{
	int rc;

	*cells = (struct event_cells){ .events = events, .out = out,
				       .lang = lang };
	rc = statement_open(&cells->names, db, names_sql, err);
	if (rc == 0)
		rc = statement_open(&cells->sources, db, sources_sql, err);
	if (rc == 0)
		rc = statement_open(&cells->text_of, db, "SELECT text "
				    "FROM v_sentences WHERE id = ?1", err);
	return rc;
}

void event_cells_close(struct event_cells *cells)
{
	statement_close(cells->names);
	statement_close(cells->sources);
	statement_close(cells->text_of);
	strbuf_release(&cells->text);
	LIST_RELEASE(&cells->items);
}

static const struct telling *telling_at(const struct event_cells *cells,
					const struct event *event, size_t at)
{
	return &cells->events->tellings.items[event->tellings[at]];
}

static void add_item(struct event_cells *cells, struct str text)
{
	*LIST_ADD(&cells->items) = (struct output_item){ text, 0 };
}

/* One that is not there yet. */
static void add_once(struct event_cells *cells, struct string_map *seen,
		     struct str text)
{
	if (text.len == 0 || string_map_find(seen, text))
		return;
	string_map_add(seen, text, 1);
	add_item(cells, text);
}

static void put_items(struct event_cells *cells)
{
	output_items(cells->out, cells->items.items, cells->items.count);
	LIST_CLEAR(&cells->items);
}

static void list_parties(struct event_cells *cells, const struct event *event,
			 enum event_role role)
{
	struct string_map seen = STRING_MAP_INIT;

	for (size_t i = 0; i < event->count; i++) {
		const struct telling *telling = telling_at(cells, event, i);

		for (size_t k = 0; !telling->denies &&
				   k < telling->party_counts[role]; k++)
			add_once(cells, &seen, telling->parties[role][k].name);
	}
	string_map_release(&seen);
}

void event_cell_ids(struct event_cells *cells, const struct event *event,
		    enum event_role role)
{
	list_parties(cells, event, role);
	put_items(cells);
}

/* Append the name behind those that stand in cells->text. */
static int add_name(struct event_cells *cells, struct str id, struct err *err)
{
	int rc;

	statement_bind(cells->names, 1, id);
	if (cells->lang)
		statement_bind(cells->names, 2, str_of(cells->lang));
	else
		statement_bind_null(cells->names, 2);
	rc = statement_step(cells->names, err);
	if (rc > 0)
		strbuf_add(&cells->text, statement_text(cells->names, 0));
	statement_reset(cells->names);
	return rc < 0 ? rc : 0;
}

int event_cell_names(struct event_cells *cells, const struct event *event,
		     enum event_role role, struct err *err)
{
	int rc = 0;

	strbuf_clear(&cells->text);
	list_parties(cells, event, role);
	for (size_t i = 0; rc == 0 && i < cells->items.count; i++) {
		if (i > 0)
			strbuf_add_char(&cells->text, '\x1f');
		rc = add_name(cells, cells->items.items[i].text, err);
	}
	LIST_CLEAR(&cells->items);
	if (rc == 0)
		output_split(cells->out, strbuf_view(&cells->text), '\x1f');
	return rc;
}

int event_cell_name(struct event_cells *cells, struct str id, struct err *err)
{
	int rc;

	strbuf_clear(&cells->text);
	rc = add_name(cells, id, err);
	if (rc == 0)
		output_text(cells->out, strbuf_view(&cells->text));
	return rc;
}

void event_cell_outcomes(struct event_cells *cells, const struct event *event)
{
	struct string_map seen = STRING_MAP_INIT;

	for (size_t i = 0; i < event->count; i++) {
		struct str rest = telling_at(cells, event, i)->outcome, outcome;

		while (rest.len > 0 && str_split(&rest, ';', &outcome))
			add_once(cells, &seen, outcome);
	}
	string_map_release(&seen);
	put_items(cells);
}

void event_cell_evidence(struct event_cells *cells, const struct event *event)
{
	for (unsigned i = 0; i < EVIDENCES; i++)
		if (event->evidence >> i & 1)
			add_item(cells, str_of(event_evidence_names[i]));
	put_items(cells);
}

void event_cell_documents(struct event_cells *cells, const struct event *event)
{
	for (size_t i = 0; i < event->count; i++) {
		size_t own = telling_at(cells, event, i)->document;

		if (i == 0 || telling_at(cells, event, i - 1)->document != own)
			add_item(cells,
				 cells->events->documents.items[own].name);
	}
	put_items(cells);
}

int event_cell_sentence(struct event_cells *cells, const struct event *event,
			struct err *err)
{
	int rc;

	statement_bind_number(cells->text_of, 1,
			      event_lead(cells->events, event)->sentence);
	if ((rc = statement_step(cells->text_of, err)) < 0)
		return rc;
	output_text(cells->out, statement_text(cells->text_of, 0));
	statement_reset(cells->text_of);
	return 0;
}

void event_cells_add(struct strbuf *list, size_t *last, struct str text)
{
	if (list->len > 0 &&
	    str_equal(str_slice(strbuf_view(list), *last, list->len), text))
		return;
	strbuf_add_z(list, list->len > 0 ? "\x1f" : "");
	*last = list->len;
	strbuf_add(list, text);
}

/* A sentence that tells it twice is one source. */
static int add_source(struct event_cells *cells, const struct event *event,
		      size_t at, enum event_source what, size_t *last,
		      struct err *err)
{
	const struct telling *telling = telling_at(cells, event, at);
	int rc;

	if (at > 0 && telling_at(cells, event, at - 1)->sentence ==
			      telling->sentence)
		return 0;
	statement_bind_number(cells->sources, 1, telling->id);
	rc = statement_step(cells->sources, err);
	if (rc > 0)
		event_cells_add(&cells->text, last,
				statement_text(cells->sources,
					       what == SOURCE_ID ? 0 : 1));
	statement_reset(cells->sources);
	return rc < 0 ? rc : 0;
}

int event_cell_sources(struct event_cells *cells, const struct event *event,
		       bool denials, enum event_source what, struct err *err)
{
	size_t last = 0;
	int rc = 0;

	strbuf_clear(&cells->text);
	for (size_t i = 0; rc == 0 && i < event->count; i++)
		if (telling_at(cells, event, i)->denies == denials)
			rc = add_source(cells, event, i, what, &last, err);
	if (rc == 0)
		output_split(cells->out, strbuf_view(&cells->text), '\x1f');
	return rc;
}

void events_add_notes(struct strbuf *notes, const struct events *events)
{
	for (size_t i = 0; i < events->same.count; i++)
		strbuf_addf(notes, "one report in several files, which count "
			    "once: %.*s\n",
			    STR_ARGS(events->same.items[i]));
}
