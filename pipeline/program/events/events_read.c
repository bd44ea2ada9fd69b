#include "events_internal.h"

#include "twins.h"

#include <stdlib.h>

/* Translations have a series, an edition and all that tells its issues apart in
 * common. */
static const char documents_sql[] =
	"SELECT id, name, lang, CASE WHEN series <> '' AND edition <> '' "
	"THEN series || char(31) || edition || char(31) || "
	"coalesce(covers, '') || char(31) || coalesce(country, '') END, "
	"edition FROM document ORDER BY name";

static const char facts_sql[] =
	"SELECT type, status, date, date_from, place_from, outcome, "
	"incident.number, section.code, incident.name, sentence.id, "
	"paragraph.document "
	"FROM incident JOIN sentence ON sentence.id = incident.sentence "
	"JOIN paragraph ON paragraph.id = sentence.paragraph "
	"LEFT JOIN section ON section.id = paragraph.section "
	"WHERE incident.id = ?1";

/* Words for a group that no report names are entities too: who refers to them
 * needs a row. */
static const char parties_sql[] =
	"SELECT role, party.name, party.entity IS NOT NULL, "
	"entity.type IS NOT NULL FROM incident_party AS party "
	"LEFT JOIN entity ON entity.id = party.entity "
	"WHERE incident = ?1 ORDER BY role, position";

static const char *const roles[EVENT_ROLES] = {
	"target", "place", "actor", "law"
};

struct reader {
	struct events *events;
	struct statement *facts, *parties;
	LIST(size_t) by_id;              /* documents */
	struct string_map groups;        /* words for groups */
	LIST(struct event_party) found;  /* reused */
};

static int read_documents(struct events *events, struct database *db,
			  struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, documents_sql, err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		struct arena *arena = &events->arena;
		size_t number = events->documents.count;

		*LIST_ADD(&events->documents) = (struct event_document){
			.id = statement_number(st, 0),
			.name = str_copy(arena, statement_text(st, 1)),
			.lang = str_copy(arena, statement_text(st, 2)),
			.family = str_copy(arena, statement_text(st, 3)),
			.edition = str_copy(arena, statement_text(st, 4)),
			.report = number
		};
	}
	statement_close(st);
	return rc;
}

static int by_document_id(const void *left, const void *right, void *data)
{
	const struct events *events = data;
	int64_t a = events->documents.items[*(const size_t *)left].id;
	int64_t b = events->documents.items[*(const size_t *)right].id;

	return (a > b) - (a < b);
}

static void sort_documents(struct reader *reader)
{
	size_t count = reader->events->documents.count;

	for (size_t i = 0; i < count; i++)
		*LIST_ADD(&reader->by_id) = i;
	if (count > 0)
		qsort_r(reader->by_id.items, count, sizeof(size_t),
			by_document_id, reader->events);
}

/* It is there: the tables refer to each other. */
static size_t document_of(const struct reader *reader, int64_t id)
{
	size_t low = 0, high = reader->by_id.count;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;
		size_t at = reader->by_id.items[middle];

		if (reader->events->documents.items[at].id <= id)
			low = middle;
		else
			high = middle;
	}
	return reader->by_id.items[low];
}

static void keep_parties(struct reader *reader, struct telling *telling,
			 unsigned role)
{
	size_t count = reader->found.count;

	if (role < EVENT_ROLES && count > 0) {
		telling->parties[role] =
			arena_get(&reader->events->arena,
				  count * sizeof(struct event_party));
		memcpy(telling->parties[role], reader->found.items,
		       count * sizeof(struct event_party));
		telling->party_counts[role] = count;
	}
	LIST_CLEAR(&reader->found);
}

static unsigned role_of(struct str name)
{
	unsigned role = 0;

	while (role < EVENT_ROLES && !str_equal(str_of(roles[role]), name))
		role++;
	return role;
}

static bool is_entity(const struct reader *reader, struct statement *st)
{
	return statement_number(st, 2) != 0 &&
	       (statement_number(st, 3) != 0 ||
		!string_map_find(&reader->groups, statement_text(st, 1)));
}

static int read_parties(struct reader *reader, struct telling *telling,
			struct err *err)
{
	struct statement *st = reader->parties;
	unsigned role = EVENT_ROLES;
	int rc;

	statement_bind_number(st, 1, telling->id);
	while ((rc = statement_step(st, err)) > 0) {
		unsigned next = role_of(statement_text(st, 0));

		if (next != role)
			keep_parties(reader, telling, role);
		role = next;
		*LIST_ADD(&reader->found) = (struct event_party){
			str_copy(&reader->events->arena, statement_text(st, 1)),
			is_entity(reader, st)
		};
	}
	keep_parties(reader, telling, role);
	return rc;
}

static int read_telling(struct reader *reader, int64_t id, bool is_beside,
			struct err *err)
{
	struct events *events = reader->events;
	struct statement *st = reader->facts;
	struct telling *telling;
	int rc;

	statement_bind_number(st, 1, id);
	if ((rc = statement_step(st, err)) <= 0)
		return rc;
	telling = LIST_ADD(&events->tellings);
	*telling = (struct telling){
		.id = id, .is_beside = is_beside, .first = 1,
		.sentence = statement_number(st, 9),
		.document = document_of(reader, statement_number(st, 10))
	};
	struct str *texts[] = {
		&telling->type, &telling->status, &telling->date,
		&telling->date_from, &telling->place_from, &telling->outcome,
		&telling->number, &telling->section, &telling->name
	};
	for (int i = 0; i < (int)COUNT_OF(texts); i++)
		*texts[i] = str_copy(&events->arena, statement_text(st, i));
	statement_reset(st);
	telling->denies = str_equal(telling->status, STR("denied"));
	if (edtf_parse(&telling->parsed, telling->date) &&
	    telling->parsed.start.precision != EDTF_UNKNOWN &&
	    telling->parsed.end.precision != EDTF_UNKNOWN)
		edtf_span(&telling->parsed, &telling->first, &telling->last);
	return read_parties(reader, telling, err);
}

static int in_text_order(const void *left, const void *right)
{
	const struct telling *a = left, *b = right;

	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	if (a->sentence != b->sentence)
		return a->sentence < b->sentence ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

static int read_groups(struct string_map *groups, struct lexicons *lexicons,
		       struct err *err)
{
	struct table *table;
	int rc = lexicons_table(lexicons, "groups.tsv", &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		string_map_add(groups, table_named_cell(table, row, "id"), 1);
	return rc;
}

int events_load(struct events *events, struct database *db,
		struct lexicons *lexicons, struct event_ids ids,
		struct event_ids denials, struct err *err)
{
	struct reader reader = { .events = events };
	int rc = read_documents(events, db, err);

	sort_documents(&reader);
	if (rc == 0)
		rc = read_groups(&reader.groups, lexicons, err);
	if (rc == 0)
		rc = statement_open(&reader.facts, db, facts_sql, err);
	if (rc == 0)
		rc = statement_open(&reader.parties, db, parties_sql, err);
	for (size_t i = 0; rc == 0 && i < ids.count; i++)
		rc = read_telling(&reader, ids.items[i], false, err);
	for (size_t i = 0; rc == 0 && i < denials.count; i++)
		rc = read_telling(&reader, denials.items[i], true, err);
	if (rc == 0 && events->tellings.count > 0)
		qsort(events->tellings.items, events->tellings.count,
		      sizeof *events->tellings.items, in_text_order);
	statement_close(reader.facts);
	statement_close(reader.parties);
	LIST_RELEASE(&reader.by_id);
	LIST_RELEASE(&reader.found);
	string_map_release(&reader.groups);
	return rc < 0 ? rc : 0;
}

static size_t document_named(const struct events *events, struct str name)
{
	size_t low = 0, high = events->documents.count;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (str_compare(events->documents.items[middle].name, name) <=
		    0)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static bool is_same_report(const struct event_document *one,
			   const struct event_document *other)
{
	return str_equal(one->lang, other->lang) &&
	       str_equal(one->edition, other->edition) &&
	       str_equal(one->family, other->family);
}

/* Of twins, files in one language that are no other edition. */
static void mark_files(struct events *events, const struct twin_group *group)
{
	LIST(size_t) reports = { NULL, 0, 0 };

	for (size_t i = 0; i < group->count; i++) {
		size_t at = document_named(events, group->names[i]), k = 0;
		struct event_document *own = &events->documents.items[at];

		while (k < reports.count &&
		       !is_same_report(own, &events->documents.items
						     [reports.items[k]]))
			k++;
		if (k == reports.count) {
			*LIST_ADD(&reports) = at;
			continue;
		}
		own->report = reports.items[k];
		own->is_twin = true;
		events->documents.items[own->report].is_twin = true;
	}
	LIST_RELEASE(&reports);
}

/* Documents are in the order of names, and a report is its first one. */
static void list_files(struct events *events)
{
	size_t count = events->documents.count;
	struct strbuf *names = memory_get_zeroed((count + 1) * sizeof *names);

	for (size_t i = 0; i < count; i++) {
		const struct event_document *file = &events->documents.items[i];
		struct strbuf *list = &names[file->report];

		if (!file->is_twin)
			continue;
		strbuf_add_z(list, list->len > 0 ? ", " : "");
		strbuf_add(list, file->name);
	}
	for (size_t i = 0; i < count; i++) {
		if (names[i].len > 0)
			*LIST_ADD(&events->same) =
				str_copy(&events->arena,
					 strbuf_view(&names[i]));
		strbuf_release(&names[i]);
	}
	free(names);
}

int events_find_twins(struct events *events, struct database *db,
		      struct err *err)
{
	struct twins twins;
	int rc = twins_find(&twins, db, err);

	for (size_t i = 0; rc == 0 && i < twins.list.count; i++)
		mark_files(events, &twins.list.items[i]);
	if (rc == 0)
		list_files(events);
	twins_release(&twins);
	return rc;
}
