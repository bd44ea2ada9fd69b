#include "case_rows.h"

#include "event_cells.h"

/* What both sorts of rows begin with. */
#define OF_CASE \
	{ "case", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, \
	{ "target", OUTPUT_TEXT, SHOW_ASKED, NULL }, \
	{ "target_name", OUTPUT_TEXT, SHOW_ALWAYS, "target" }, \
	{ "state", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, \
	{ "since", OUTPUT_DATE, SHOW_ALWAYS, NULL }, \
	{ "open", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, \
	{ "open_since", OUTPUT_DATE, SHOW_ALWAYS, NULL }

static const struct output_column case_columns[] = {
	OF_CASE,
	{ "unsure", OUTPUT_LIST, SHOW_ALWAYS, NULL },
	{ "steps", OUTPUT_COUNTS, SHOW_ALWAYS, NULL },
	{ "told", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }
};

static const struct output_column step_columns[] = {
	OF_CASE,
	{ "step", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "date", OUTPUT_DATE, SHOW_ALWAYS, NULL },
	{ "date_from", OUTPUT_TEXT, SHOW_WIDE, NULL },
	{ "type", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "unsure", OUTPUT_LIST, SHOW_ALWAYS, NULL },
	OUTPUT_NAMED("place"),
	OUTPUT_NAMED("actor"),
	OUTPUT_NAMED("law"),
	{ "outcome", OUTPUT_LIST, SHOW_ALWAYS, NULL },
	{ "status", OUTPUT_TEXT, SHOW_WIDE, NULL },
	{ "disputed", OUTPUT_LIST, SHOW_ALWAYS, NULL },
	{ "told", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "documents", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "evidence", OUTPUT_LIST, SHOW_WIDE, NULL },
	{ "document", OUTPUT_LIST, SHOW_ASKED, NULL },
	{ "sentence", OUTPUT_TEXT, SHOW_WIDE, "text" },
	{ "incident", OUTPUT_TEXT, SHOW_ASKED, NULL },
	{ "sentence_id", OUTPUT_LIST, SHOW_ASKED, NULL },
	{ "citation", OUTPUT_LIST, SHOW_ALWAYS, NULL }
};

struct printer {
	struct event_cells cells;
	const struct events *events;
	const struct chains *chains;
	struct strbuf text;             /* reused */
	LIST(struct output_item) items; /* reused */
};

static const struct event *event_of(const struct printer *p, size_t step)
{
	return &p->events->list.items[p->chains->steps.items[step].event];
}

static const struct telling *lead_of(const struct printer *p, size_t step)
{
	return event_lead(p->events, event_of(p, step));
}

static bool is_wanted(const struct printer *p, const struct case_chain *chain,
		      const struct case_wish *wish)
{
	bool in_period = !wish->period;

	if ((wish->open && !chain->open) ||
	    !query_wants(wish->persons, chain->target))
		return false;
	for (size_t i = 0; !in_period && i < chain->count; i++) {
		const struct telling *lead = lead_of(p, chain->first + i);

		in_period = lead->first <= lead->last &&
			    edtf_overlaps(&lead->parsed, wish->period);
	}
	return in_period;
}

static int print_case_cells(struct printer *p, const struct case_chain *chain,
			    struct err *err)
{
	struct output *out = p->cells.out;
	int rc;

	strbuf_clear(&p->text);
	strbuf_addf(&p->text, "%.*s.%zu", STR_ARGS(chain->target),
		    chain->number);
	output_text(out, strbuf_view(&p->text));
	output_text(out, chain->target);
	if ((rc = event_cell_name(&p->cells, chain->target, err)) < 0)
		return rc;
	output_text(out, p->chains->steps.items[chain->last].step->state);
	output_text(out, lead_of(p, chain->last)->date);
	output_text(out, chain->open ? STR("yes") : STR("no"));
	if (chain->open)
		output_text(out, lead_of(p, chain->first)->date);
	else
		output_none(out);
	return 0;
}

static void add_reason(struct printer *p, const char *reason)
{
	*LIST_ADD(&p->items) = (struct output_item){ str_of(reason), 0 };
}

/* Why a step may have happened at another time, or elsewhere in the order. */
static void print_unsure(struct printer *p, size_t at)
{
	const struct chain_step *step = &p->chains->steps.items[at];
	const struct telling *lead = lead_of(p, at);

	LIST_CLEAR(&p->items);
	if (lead->date.len == 0 ||
	    !(lead->date_from.len == 0 ||
	      str_equal(lead->date_from, STR("stated"))))
		add_reason(p, "date");
	if (step->by_type)
		add_reason(p, "order");
	if (step->may_be_another)
		add_reason(p, "case");
	output_items(p->cells.out, p->items.items, p->items.count);
}

/* "2023-06-14 detention (6)"; where the date is not the sentence's own, it is
 * told from where it is. */
static void add_step_text(struct printer *p, size_t at)
{
	const struct telling *lead = lead_of(p, at);

	strbuf_add(&p->text, lead->date.len > 0 ? lead->date : STR("?"));
	if (lead->date_from.len > 0 &&
	    !str_equal(lead->date_from, STR("stated")))
		strbuf_addf(&p->text, " (%.*s)", STR_ARGS(lead->date_from));
	strbuf_add_char(&p->text, ' ');
	strbuf_add(&p->text, lead->type);
	if (p->chains->steps.items[at].by_type)
		strbuf_add_z(&p->text, "?");
}

static void print_steps(struct printer *p, const struct case_chain *chain)
{
	struct str rest, text;

	strbuf_clear(&p->text);
	for (size_t i = 0; i < chain->count; i++) {
		if (i > 0)
			strbuf_add_char(&p->text, '\x1f');
		add_step_text(p, chain->first + i);
	}
	rest = strbuf_view(&p->text);
	LIST_CLEAR(&p->items);
	for (size_t i = 0; str_split(&rest, '\x1f', &text) && i < chain->count;
	     i++)
		*LIST_ADD(&p->items) = (struct output_item){
			text, (int64_t)event_of(p, chain->first + i)->told };
	output_items(p->cells.out, p->items.items, p->items.count);
}

static int print_case(struct printer *p, const struct case_chain *chain,
		      struct err *err)
{
	size_t told = 0;
	int rc = print_case_cells(p, chain, err);

	if (rc < 0)
		return rc;
	print_unsure(p, chain->last);
	print_steps(p, chain);
	for (size_t i = 0; i < chain->count; i++)
		told += event_of(p, chain->first + i)->told;
	output_number(p->cells.out, (int64_t)told);
	return 0;
}

static int print_parties(struct event_cells *cells, const struct event *event,
			 struct err *err)
{
	static const enum event_role order[] = {
		EVENT_PLACE, EVENT_ACTOR, EVENT_LAW
	};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < COUNT_OF(order); i++) {
		event_cell_ids(cells, event, order[i]);
		rc = event_cell_names(cells, event, order[i], err);
	}
	return rc;
}

/* How it ended, who tells it, and who says that it was not so. */
static int print_telling(struct event_cells *cells, const struct event *event,
			 struct err *err)
{
	struct output *out = cells->out;
	int rc;

	event_cell_outcomes(cells, event);
	output_text(out, event_status(cells->events, event));
	rc = event_cell_sources(cells, event, true, SOURCE_CITATION, err);
	if (rc < 0)
		return rc;
	output_number(out, (int64_t)event->told);
	output_number(out, (int64_t)event->documents);
	event_cell_evidence(cells, event);
	event_cell_documents(cells, event);
	if ((rc = event_cell_sentence(cells, event, err)) < 0)
		return rc;
	output_text(out, event_lead(cells->events, event)->name);
	rc = event_cell_sources(cells, event, false, SOURCE_ID, err);
	if (rc == 0)
		rc = event_cell_sources(cells, event, false, SOURCE_CITATION,
					err);
	return rc;
}

static int print_step(struct printer *p, const struct case_chain *chain,
		      size_t number, struct err *err)
{
	const struct event *event = event_of(p, chain->first + number);
	const struct telling *lead = event_lead(p->events, event);
	struct output *out = p->cells.out;
	int rc = print_case_cells(p, chain, err);

	if (rc < 0)
		return rc;
	output_number(out, (int64_t)number + 1);
	output_text(out, lead->date);
	output_text(out, lead->date_from);
	output_text(out, lead->type);
	print_unsure(p, chain->first + number);
	if ((rc = print_parties(&p->cells, event, err)) < 0)
		return rc;
	return print_telling(&p->cells, event, err);
}

static int open_printer(struct printer *p, struct query_context *context,
			const struct events *events,
			const struct chains *chains, const char *names_in,
			struct err *err)
{
	*p = (struct printer){ .events = events, .chains = chains };
	return event_cells_open(&p->cells, context->db, events, context->out,
				names_in, err);
}

static void close_printer(struct printer *p)
{
	event_cells_close(&p->cells);
	strbuf_release(&p->text);
	LIST_RELEASE(&p->items);
}

int case_rows_print_cases(struct query_context *context,
			  const struct events *events,
			  const struct chains *chains,
			  const struct case_wish *wish, struct err *err)
{
	struct printer p;
	int rc = open_printer(&p, context, events, chains, wish->names_in, err);

	if (rc == 0)
		rc = output_columns(context->out, case_columns,
				    COUNT_OF(case_columns), err);
	for (size_t i = 0; rc == 0 && i < chains->list.count &&
			   output_left(context->out) > 0; i++)
		if (is_wanted(&p, &chains->list.items[i], wish))
			rc = print_case(&p, &chains->list.items[i], err);
	close_printer(&p);
	return rc;
}

int case_rows_print_steps(struct query_context *context,
			  const struct events *events,
			  const struct chains *chains,
			  const struct case_wish *wish, struct err *err)
{
	struct printer p;
	int rc = open_printer(&p, context, events, chains, wish->names_in, err);

	if (rc == 0)
		rc = output_columns(context->out, step_columns,
				    COUNT_OF(step_columns), err);
	for (size_t i = 0; rc == 0 && i < chains->list.count; i++) {
		const struct case_chain *chain = &chains->list.items[i];

		if (!is_wanted(&p, chain, wish))
			continue;
		for (size_t k = 0; rc == 0 && k < chain->count &&
				   output_left(context->out) > 0; k++)
			rc = print_step(&p, chain, k, err);
	}
	close_printer(&p);
	return rc;
}
