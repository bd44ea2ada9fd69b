#include "mask_internal.h"

/* Entities of the types of persons, as the database or any mention has them;
 * CROSS JOIN: documents, their paragraphs and these their mentions in turn need
 * no sorting. */
#define PERSON "IN ('journalist', 'official', 'person')"

static const char persons_sql[] =
	"SELECT mention.entity FROM document CROSS JOIN paragraph "
	"ON paragraph.document = document.id CROSS JOIN mention "
	"ON mention.id BETWEEN paragraph.first_mention "
	"AND paragraph.last_mention CROSS JOIN entity "
	"ON entity.id = mention.entity "
	"WHERE mention.type " PERSON " OR entity.type " PERSON " "
	"ORDER BY document.name, paragraph.position, mention.id";

/* Who speaks, is acted upon or acts and is nowhere named: of no known type. */
static const char unnamed_sql[] =
	"SELECT entity.id FROM quotation JOIN entity "
	"ON entity.id = speaker WHERE type IS NULL UNION "
	"SELECT entity.id FROM incident_party JOIN entity "
	"ON entity.id = incident_party.entity WHERE type IS NULL "
	"AND role IN ('target', 'actor') ORDER BY 1";

/* And whether what has the name is known by a handle, which may be that of a
 * person: it protects no words. */
static const char names_sql[] =
	"SELECT id, name, name LIKE '@%' FROM entity UNION ALL "
	"SELECT entity, name, name LIKE '@%' FROM entity_name UNION ALL "
	"SELECT entity, form, name LIKE '@%' FROM alias "
	"JOIN entity ON entity.id = entity UNION ALL "
	"SELECT value, what, 0 FROM correction WHERE action = 'merge' "
	"UNION ALL "
	"SELECT what, value, 0 FROM correction WHERE action = 'name'";

static const char authors_sql[] =
	"SELECT author FROM footnote WHERE author IS NOT NULL UNION "
	"SELECT who FROM correction WHERE who IS NOT NULL ORDER BY 1";

/* Show each row of a question to `see`. */
static int read_rows(struct mask *mask, struct database *db, const char *sql,
		     void (*see)(struct mask *mask, struct statement *row),
		     struct err *err)
{
	struct statement *st = NULL;
	int rc = statement_open(&st, db, sql, err);

	while (rc >= 0 && (rc = statement_step(st, err)) > 0)
		see(mask, st);
	statement_close(st);
	return rc;
}

static void see_person(struct mask *mask, struct statement *row)
{
	mask_add_person(mask, statement_text(row, 0));
}

/* A noun stands for those whom a report does not name: unknown_persons. */
static void see_unnamed(struct mask *mask, struct statement *row)
{
	struct str id = statement_text(row, 0), rest = id, part;

	while (str_split(&rest, '_', &part))
		if (part.len > 0 && !mask_is_known(mask, part)) {
			mask_add_person(mask, id);
			return;
		}
}

static void see_name(struct mask *mask, struct statement *row)
{
	uint32_t number = interned_find(&mask->ids, statement_text(row, 0));
	struct strbuf name = STRBUF_INIT;

	strbuf_add(&name, statement_text(row, 1));
	for (size_t i = 0; i < name.len; i++)
		if (name.data[i] == '_')
			name.data[i] = ' ';
	if (number)
		mask_add_name(mask, number - 1, strbuf_view(&name));
	else if (!statement_number(row, 2))
		mask_protect(mask, strbuf_view(&name));
	strbuf_release(&name);
}

static void see_author(struct mask *mask, struct statement *row)
{
	mask_add_author(mask, statement_text(row, 0));
}

int mask_read(struct mask *mask, struct database *db, struct err *err)
{
	int rc = read_rows(mask, db, persons_sql, see_person, err);

	if (rc == 0)
		rc = read_rows(mask, db, unnamed_sql, see_unnamed, err);
	if (rc == 0)
		rc = read_rows(mask, db, names_sql, see_name, err);
	mask_settle(mask);
	if (rc == 0)
		rc = read_rows(mask, db, authors_sql, see_author, err);
	mask_settle(mask);
	return rc;
}
