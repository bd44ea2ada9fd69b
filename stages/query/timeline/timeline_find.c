#include "timeline_internal.h"

#include "countries.h"
#include "session.h"

#include <stdlib.h>

/* How sure the report is of an entity; NULL: it has no mention there that says
 * so. */
#define SURELY \
	"(SELECT max(confidence) FROM document JOIN paragraph " \
	"ON paragraph.document = document.id JOIN mention " \
	"ON mention.id BETWEEN paragraph.first_mention AND last_mention " \
	"WHERE document.name = v_incidents.document " \
	"AND mention.entity = party.entity)"
#define HAS_PARTY \
	"EXISTS (SELECT 1 FROM incident_party AS party " \
	"WHERE incident = v_incidents.id AND party.entity IS NOT NULL AND "

static const char list_sql[] =
	"SELECT id, document, line, date, type, CASE WHEN ?1 > 0 THEN "
	HAS_PARTY SURELY " IS NULL) ELSE 0 END FROM v_incidents "
	"WHERE (?1 = 0 OR NOT " HAS_PARTY SURELY
	" < ?1))";

/* An incident without a date is behind all others. */
static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = b->has_date - a->has_date;

	if (order == 0 && a->has_date)
		order = edtf_compare(&a->parsed, &b->parsed);
	if (order == 0)
		order = str_compare(a->document, b->document);
	if (order == 0)
		order = (a->line > b->line) - (a->line < b->line);
	if (order == 0) /* in text order within a document */
		order = (a->id > b->id) - (a->id < b->id);
	return order;
}

/* `period`: NULL for all of time. */
static void add_entry(struct entries *entries, struct statement *st,
		      const struct edtf *period)
{
	struct str date = statement_text(st, 3);
	struct edtf parsed;
	bool has_date = edtf_parse(&parsed, date);
	struct entry *entry;

	if (period && (!has_date || !edtf_overlaps(&parsed, period)))
		return;
	entry = LIST_ADD(&entries->list);
	entry->id = statement_number(st, 0);
	entry->document = str_copy(&entries->arena, statement_text(st, 1));
	entry->line = statement_number(st, 2);
	entry->has_date = has_date;
	if (has_date)
		entry->parsed = parsed;
	entries->unsure += statement_number(st, 5) != 0;
}

/* Those in which one of the list has a part, or that part. */
static void add_parties(struct strbuf *sql, const struct strings *list,
			const char *role)
{
	if (list->count == 0)
		return;
	strbuf_add_z(sql, " AND id IN (SELECT incident FROM incident_party "
		     "WHERE name IN ");
	filters_add_list(sql, list);
	if (role)
		strbuf_addf(sql, " AND role = '%s'", role);
	strbuf_add_char(sql, ')');
}

static void add_each(struct strbuf *sql, const struct strings *list,
		     const char *role)
{
	for (size_t i = 0; i < list->count; i++) {
		struct str id = str_of(list->items[i]);

		strbuf_add_z(sql, i == 0 ? " AND (" : " OR ");
		strbuf_addf(sql, "id IN (SELECT incident FROM incident_party "
			    "WHERE role = '%s' AND (name = ", role);
		filters_add_literal(sql, id);
		/* an article's id begins with that of its act */
		strbuf_add_z(sql, " OR name GLOB ");
		filters_add_literal(sql, id);
		strbuf_add_z(sql, " || '_[0-9]*'))");
	}
	strbuf_add_z(sql, list->count > 0 ? ")" : "");
}

/* A country's places are those that places.tsv has there. */
static int add_regions(struct strbuf *sql, const struct strings *regions,
		       struct query_context *context, struct err *err)
{
	const struct countries *countries;
	struct knowledge *knowledge;
	struct strings places = { NULL, 0, 0 };
	struct table *table;
	int rc = regions->count == 0 ? 1 :
		session_knowledge(context->session, 0, &knowledge, err);

	if (rc == 0)
		rc = lexicons_countries(knowledge->lexicons, &countries, err);
	if (rc == 0)
		rc = lexicons_table(knowledge->lexicons, "places.tsv", &table,
				    err);
	if (rc != 0)
		return rc < 0 ? rc : 0;
	for (size_t i = 0; i < regions->count; i++) {
		const struct country *country = countries_by_id(
			countries, str_of(regions->items[i]));

		strings_add(&places, regions->items[i]);
		for (size_t row = 0; country && row < table->row_count; row++)
			if (str_equal(table_named_cell(table, row, "country"),
				      country->code))
				strings_add(&places, str_copy_z(
					&context->arena, table_named_cell(
						table, row, "id")));
	}
	add_parties(sql, &places, "place");
	LIST_RELEASE(&places);
	return 0;
}

static void add_statuses(struct strbuf *sql, const struct strings *statuses)
{
	if (statuses->count == 0)
		strbuf_add_z(sql, " AND " INCIDENT_HOLDS);
	for (size_t i = 0; i < statuses->count; i++)
		if (!strcmp(statuses->items[i], "all"))
			return;
	if (statuses->count > 0) {
		strbuf_add_z(sql, " AND status IN ");
		filters_add_list(sql, statuses);
	}
}

static int make_list_sql(const struct timeline_settings *settings,
			 struct query_context *context, struct strbuf *sql,
			 struct err *err)
{
	struct filter_columns asked = filter_columns_of_records;
	int rc;

	asked.sentence = NULL;
	asked.has_dates = true;
	strbuf_add_z(sql, list_sql);
	if (settings->types.count > 0) {
		strbuf_add_z(sql, " AND type IN ");
		filters_add_list(sql, &settings->types);
	}
	add_parties(sql, &context->filters->entities, NULL);
	add_parties(sql, &settings->places, "place");
	add_parties(sql, &settings->targets, "target");
	add_parties(sql, &settings->actors, "actor");
	add_each(sql, &settings->laws, "law");
	add_statuses(sql, &settings->statuses);
	if (settings->stated)
		strbuf_add_z(sql, " AND date_from IN ('stated', 'corrected')");
	if ((rc = add_regions(sql, &settings->regions, context, err)) < 0)
		return rc;
	rc = query_add_filters(context, &asked, sql, err);
	strbuf_add_z(sql, " ORDER BY document, line, id");
	return rc;
}

/* Nothing in the period: when there is something. */
static int tell_dates(struct query_context *context, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, context->db, "SELECT min(date), max(date) "
				"FROM incident WHERE date GLOB '[0-9]*'", err);

	if (rc < 0)
		return rc;
	rc = statement_step(st, err);
	if (rc > 0 && !statement_is_null(st, 0))
		strbuf_addf(&context->notes, "nothing is in that period; "
			    "incidents of the database are dated from %.*s to "
			    "%.*s\n", STR_ARGS(statement_text(st, 0)),
			    STR_ARGS(statement_text(st, 1)));
	statement_close(st);
	return rc < 0 ? rc : 0;
}

/* Nothing is dropped for what nobody can know; it is told. */
static void tell_unsure(struct query_context *context, size_t count)
{
	if (count > 0)
		strbuf_addf(&context->notes, "of %zu incidents it is not known "
			    "how surely a party is named; they are kept\n",
			    count);
}

static int find_entries(const struct timeline_settings *settings,
			struct query_context *context, struct entries *entries,
			struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct statement *st = NULL;
	struct edtf period;
	bool given;
	int rc = filters_period(context->filters, &period, &given, err);

	if (rc == 0)
		rc = make_list_sql(settings, context, &sql, err);
	if (rc == 0)
		rc = statement_open(&st, context->db, sql.data, err);
	if (rc == 0)
		statement_bind_number(st, 1, (int64_t)settings->confidence);
	while (rc >= 0 && (rc = statement_step(st, err)) > 0)
		add_entry(entries, st, given ? &period : NULL);
	statement_close(st);
	strbuf_release(&sql);
	return rc;
}

int timeline_find(const struct timeline_settings *settings,
		  struct query_context *context, struct entries *entries,
		  struct err *err)
{
	int rc = find_entries(settings, context, entries, err);

	tell_unsure(context, entries->unsure);
	if (rc == 0 && entries->list.count == 0 &&
	    (context->filters->from || context->filters->to))
		rc = tell_dates(context, err);
	if (entries->list.count > 0)
		qsort(entries->list.items, entries->list.count,
		      sizeof *entries->list.items, compare_entries);
	return rc;
}

int timeline_find_denied(const struct timeline_settings *settings,
			 struct query_context *context,
			 struct entries *entries, struct err *err)
{
	const char *denied = "denied";
	struct timeline_settings own = *settings;

	own.statuses = (struct strings){ &denied, 1, 1 };
	return find_entries(&own, context, entries, err);
}

void timeline_release(struct entries *entries)
{
	LIST_RELEASE(&entries->list);
	arena_release(&entries->arena);
}
