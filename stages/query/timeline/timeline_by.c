/* How many incidents there are of each month, type, place … */
#include "timeline_internal.h"

#include "interned.h"

#include <stdlib.h>

struct group {
	uint32_t value;        /* its number; what is not known has none */
	uint32_t document;     /* the last one counted, and how many */
	int64_t count, documents;
	struct str name;
};

struct counts {
	struct interned values, documents;
	LIST(struct group) groups; /* by number of the value */
	struct arena arena;
};

static const struct output_column columns[] = {
	{ "value", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "name", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
	{ "incidents", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
	{ "documents", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }
};

static struct group *find_group(struct counts *counts, struct str value)
{
	uint32_t number = value.len > 0 ? interned_add(&counts->values, value)
					: 0;

	while (counts->groups.count <= number) {
		uint32_t next = (uint32_t)counts->groups.count;

		*LIST_ADD(&counts->groups) = (struct group){
			.value = next, .name = STR_NONE
		};
	}
	return &counts->groups.items[number];
}

/* Entries come by date, so that a document may come again. */
static int by_value_and_document(const void *left, const void *right)
{
	const uint64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

struct pairs { uint64_t *items; size_t count, capacity; };

static void count_one(struct counts *counts, struct pairs *pairs,
		      struct str value, struct str name, struct str document)
{
	struct group *group = find_group(counts, value);
	uint32_t number = interned_add(&counts->documents, document);

	group->count++;
	if (group->name.len == 0 && name.len > 0)
		group->name = str_copy(&counts->arena, name);
	*LIST_ADD(pairs) = (uint64_t)group->value << 32 | number;
}

static void count_documents(struct counts *counts, struct pairs *pairs)
{
	if (pairs->count > 1)
		qsort(pairs->items, pairs->count, sizeof *pairs->items,
		      by_value_and_document);
	for (size_t i = 0; i < pairs->count; i++)
		if (i == 0 || pairs->items[i] != pairs->items[i - 1])
			counts->groups.items[pairs->items[i] >> 32].documents++;
}

/* The month, or year, that holds a date; else the date itself. */
static void add_period(struct strbuf *out, const struct entry *entry,
		       bool months)
{
	const struct edtf_date *start = &entry->parsed.start;
	const struct edtf_date *end = &entry->parsed.end;
	bool in_year = start->precision >= EDTF_YEAR &&
		       end->precision >= EDTF_YEAR && start->year == end->year;

	strbuf_clear(out);
	if (!entry->has_date)
		return;
	if (!in_year)
		edtf_add(out, &entry->parsed);
	else
		strbuf_addf(out, "%04u", start->year);
	if (months && in_year && start->precision >= EDTF_MONTH &&
	    end->precision >= EDTF_MONTH && start->month == end->month)
		strbuf_addf(out, "-%02u", start->month);
}

static int compare_values(const struct counts *counts, const struct group *a,
			  const struct group *b)
{
	return str_compare(interned_text(&counts->values, a->value),
			   interned_text(&counts->values, b->value));
}

static bool is_period(const char *by)
{
	return !strcmp(by, "month") || !strcmp(by, "year");
}

/* Periods in their order, all else by how many there are; what is not known
 * last. */
static bool stands_before(const struct counts *counts, const char *by,
			  const struct group *a, const struct group *b)
{
	if ((a->value == 0) != (b->value == 0))
		return b->value == 0;
	if (!is_period(by) && a->count != b->count)
		return a->count > b->count;
	return compare_values(counts, a, b) < 0;
}

struct sorting { const struct counts *counts; const char *by; };

static int compare_groups(const void *left, const void *right, void *opaque)
{
	const struct sorting *sorting = opaque;
	const struct group *a = left, *b = right;

	if (a->value == b->value)
		return 0;
	return stands_before(sorting->counts, sorting->by, a, b) ? -1 : 1;
}

/* A month in which there is none is a row too. */
static void add_empty_months(struct counts *counts,
			     const struct entries *entries)
{
	struct edtf_date first = { 0 }, last = { 0 };
	struct strbuf value = STRBUF_INIT;

	for (size_t i = 0; i < entries->list.count; i++) {
		const struct entry *entry = &entries->list.items[i];

		add_period(&value, entry, true);
		if (value.len != sizeof "2024-05" - 1)
			continue;
		if (first.year == 0)
			first = entry->parsed.start;
		last = entry->parsed.start;
	}
	for (unsigned year = first.year, month = first.month;
	     first.year > 0 && (year < last.year ||
				(year == last.year && month <= last.month));
	     month == 12 ? year++, month = 1 : month++) {
		strbuf_clear(&value);
		strbuf_addf(&value, "%04u-%02u", year, month);
		find_group(counts, strbuf_view(&value));
	}
	strbuf_release(&value);
}

static void print_groups(struct counts *counts, struct output *out)
{
	for (size_t i = 0; i < counts->groups.count; i++) {
		const struct group *group = &counts->groups.items[i];

		if (group->value == 0 && group->count == 0)
			continue;
		output_text(out, group->value == 0 ? STR_NONE :
			    interned_text(&counts->values, group->value));
		output_text(out, group->name);
		output_number(out, group->count);
		output_number(out, group->documents);
	}
}

/* The values of one incident, each with a name. */
static struct statement *open_values(const char *by,
				     struct query_context *context,
				     struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct statement *st;

	if (!strcmp(by, "type") || !strcmp(by, "status"))
		strbuf_addf(&sql, "SELECT %s, NULL FROM incident WHERE id = ?1",
			    by);
	else
		strbuf_addf(&sql, "SELECT DISTINCT party.name, coalesce("
			    "entity.name, replace(party.name, '_', ' ')) "
			    "FROM incident_party AS party "
			    "LEFT JOIN entity ON entity.id = party.entity "
			    "WHERE incident = ?1 AND role = '%s'%s "
			    "ORDER BY position",
			    strcmp(by, "outlet") ? by : "target",
			    strcmp(by, "outlet") ? ""
				: " AND entity.type = 'outlet'");
	if (statement_open(&st, context->db, sql.data, err) < 0)
		st = NULL;
	strbuf_release(&sql);
	return st;
}

static int count_stored(const char *by, struct query_context *context,
			const struct entries *entries, struct counts *counts,
			struct pairs *pairs, struct err *err)
{
	struct statement *st = open_values(by, context, err);
	int rc = st ? 0 : err->code;

	for (size_t i = 0; rc >= 0 && i < entries->list.count; i++) {
		const struct entry *entry = &entries->list.items[i];
		bool any = false;

		statement_bind_number(st, 1, entry->id);
		for (; (rc = statement_step(st, err)) > 0; any = true)
			count_one(counts, pairs, statement_text(st, 0),
				  statement_text(st, 1), entry->document);
		statement_reset(st);
		if (!any && strcmp(by, "outlet"))
			count_one(counts, pairs, STR_NONE, STR_NONE,
				  entry->document);
	}
	statement_close(st);
	return rc < 0 ? rc : 0;
}

static void count_told(const char *by, const struct entries *entries,
		       struct counts *counts, struct pairs *pairs)
{
	struct strbuf period = STRBUF_INIT;

	for (size_t i = 0; i < entries->list.count; i++) {
		const struct entry *entry = &entries->list.items[i];

		add_period(&period, entry, !strcmp(by, "month"));
		count_one(counts, pairs, is_period(by) ? strbuf_view(&period) :
			  entry->document, STR_NONE, entry->document);
	}
	strbuf_release(&period);
	if (!strcmp(by, "month"))
		add_empty_months(counts, entries);
}

int timeline_count(const struct timeline_settings *settings,
		   struct query_context *context,
		   const struct entries *entries, struct err *err)
{
	const char *by = settings->by;
	struct counts counts = { .arena = ARENA_INIT };
	struct pairs pairs = { NULL, 0, 0 };
	int rc = output_columns(context->out, columns, COUNT_OF(columns), err);

	interned_init(&counts.values);
	interned_init(&counts.documents);
	if (rc == 0 && (is_period(by) || !strcmp(by, "document")))
		count_told(by, entries, &counts, &pairs);
	else if (rc == 0)
		rc = count_stored(by, context, entries, &counts, &pairs, err);
	count_documents(&counts, &pairs);
	if (counts.groups.count > 1)
		qsort_r(counts.groups.items, counts.groups.count,
			sizeof *counts.groups.items, compare_groups,
			&(struct sorting){ &counts, by });
	if (rc == 0)
		print_groups(&counts, context->out);
	list_free(pairs.items);
	LIST_RELEASE(&counts.groups);
	interned_release(&counts.values);
	interned_release(&counts.documents);
	arena_release(&counts.arena);
	return rc;
}
