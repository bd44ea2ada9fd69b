/* The model is that of followthemoney.tech (schemata Event, Person, Mention),
 * whose ids are [0-9a-zA-Z.-]. What it has no place for is left out and told,
 * not put into a schema that says more than the report: an outlet is an
 * Organization, since nothing tells that it is a Company; no membership or post
 * is made of a word that stands beside a name. A law is a Document, of
 * which the model asks for a fileName: its name. */
#include "export_formats.h"
#include "export_text.h"

#include "edtf.h"
#include "ftm_object.h"

enum { DOCUMENTS, ENTITIES, NAMES, PROOFS, INCIDENTS, PARTIES, MENTIONS };

static const struct type_schema { /* of types of mentions */
	const char *type, *schema;
	bool is_legal_entity;
} type_schemata[] = {
	{ "journalist", "Person", true },
	{ "official", "Person", true },
	{ "person", "Person", true },
	{ "outlet", "Organization", true },
	{ "org", "Organization", true },
	{ "platform", "Organization", true },
	{ "body", "PublicBody", true },
	{ "law", "Document", false },
	{ "place", "Address", false },
	{ "event", "Event", false },
};

/* Those of no such type, by the parts they had in incidents: whoever did or
 * suffered something and has no name ("police"), and others. */
enum { PART_NONE, PART_PARTY, PART_PLACE, PART_LAW };
static const struct type_schema part_schemata[] = {
	[PART_PARTY] = { "", "LegalEntity", true },
	[PART_PLACE] = { "", "Address", false },
	[PART_LAW] = { "", "Document", false },
};

static const struct file_schema { /* by the end of a file's name */
	const char *suffix, *schema;
} file_schemata[] = {
	{ ".txt", "PlainText" }, { ".md", "PlainText" },
	{ ".html", "HyperText" }, { ".htm", "HyperText" },
	{ ".pdf", "Pages" }, { ".docx", "Pages" }, { ".odt", "Pages" },
	{ ".epub", "Pages" },
};

/* NULL: none. */
static const struct type_schema *schema_of(struct str type, int64_t part)
{
	for (size_t i = 0; i < COUNT_OF(type_schemata); i++)
		if (str_equal(str_of(type_schemata[i].type), type))
			return &type_schemata[i];
	return part == PART_NONE ? NULL : &part_schemata[part];
}

/* A part of object->id; see export_add_id. */
static void add_id(struct ftm_object *object, struct str text, char dash)
{
	export_add_id(&object->id, ftm_mask(object, text), dash);
}

/* An id: what it is of, and texts that tell which. */
static void add_document_id(struct ftm_object *object, struct str document)
{
	strbuf_add_z(&object->id, "document-");
	add_id(object, document, '-');
}

static void add_entity_id(struct ftm_object *object, struct str entity)
{
	strbuf_add_z(&object->id, "entity-");
	add_id(object, entity, '_');
}

static void add_incident_id(struct ftm_object *object, struct str document,
			    struct str incident)
{
	strbuf_add_z(&object->id, "incident-");
	add_id(object, document, '-');
	strbuf_add_z(&object->id, "..");
	add_id(object, incident, '-');
}

static void refer_to_document(struct ftm_object *object, const char *name,
			      struct str document)
{
	ftm_begin_property(object, name);
	add_document_id(object, document);
	ftm_add_reference(object);
	ftm_end_property(object);
}

static const char *schema_of_file(struct str name)
{
	for (size_t i = 0; i < COUNT_OF(file_schemata); i++)
		if (str_has_suffix(name, str_of(file_schemata[i].suffix)))
			return file_schemata[i].schema;
	return "Document";
}

static int add_documents(struct exporter *e, struct ftm_object *object,
			 struct err *err)
{
	struct statement *st = e->statements[DOCUMENTS];
	struct edtf edition;
	int rc;

	while ((rc = statement_step(st, err)) > 0) {
		struct str id = statement_text(st, 0);
		struct str title = statement_text(st, 1);
		struct str file = str_file_name(statement_text(st, 2));

		add_document_id(object, id);
		ftm_begin(object, schema_of_file(file));
		ftm_add(object, "name", title.len > 0 ? title : id);
		ftm_add(object, "title", title);
		ftm_add(object, "fileName", file.len > 0 ? file : id);
		ftm_add_country(object, statement_text(st, 3));
		if (edtf_parse(&edition, statement_text(st, 4)) &&
		    !edition.interval && ftm_is_date(&edition.start))
			ftm_add_date(object, "publishedAt", &edition.start);
		ftm_add(object, "keywords", statement_text(st, 5));
		ftm_end(object);
		export_flush(e);
	}
	return rc;
}

/* The rows of a statement that is sorted by entity, as add_row adds them; it is
 * at its next row if *has_row. */
static int add_rows_of(struct ftm_object *object, struct statement *st,
		       struct str entity, bool *has_row,
		       void (*add_row)(struct ftm_object *object,
				       struct statement *st),
		       struct err *err)
{
	int rc = 0, order = -1;

	while (rc >= 0 && *has_row && order <= 0) {
		order = str_compare(statement_text(st, 0), entity);
		if (order == 0)
			add_row(object, st);
		if (order <= 0)
			*has_row = (rc = statement_step(st, err)) > 0;
	}
	return rc < 0 ? rc : 0;
}

static void add_proof(struct ftm_object *object, struct statement *st)
{
	add_document_id(object, statement_text(st, 1));
	ftm_add_reference(object);
}

static int add_names(struct exporter *e, struct ftm_object *object,
		     struct str entity, struct str name, struct err *err)
{
	struct statement *st = e->statements[NAMES];
	struct strbuf own = STRBUF_INIT;
	int rc;

	statement_bind(st, 1, entity);
	statement_bind(st, 2, name);
	strbuf_add(&own, ftm_mask(object, name));
	ftm_begin_property(object, "alias");
	while ((rc = statement_step(st, err)) > 0) {
		struct str alias = statement_text(st, 0);

		if (!str_equal(ftm_mask(object, alias), strbuf_view(&own)))
			ftm_add_value(object, alias);
	}
	ftm_end_property(object);
	strbuf_release(&own);
	return rc;
}

static int add_entity(struct exporter *e, struct ftm_object *object,
		      const char *schema, bool *has_proof, struct err *err)
{
	struct statement *st = e->statements[ENTITIES];
	struct str id = statement_text(st, 0), name = statement_text(st, 2);
	int rc;

	add_entity_id(object, id);
	ftm_begin(object, schema);
	ftm_add(object, "name", name);
	if (!strcmp(schema, "Address"))
		ftm_add(object, "full", name);
	if (!strcmp(schema, "Document")) {
		ftm_add(object, "title", name);
		ftm_add(object, "fileName", name);
	}
	ftm_add(object, "keywords", statement_text(st, 1));
	rc = add_names(e, object, id, name, err);
	ftm_begin_property(object, "proof");
	if (rc == 0)
		rc = add_rows_of(object, e->statements[PROOFS], id, has_proof,
				 add_proof, err);
	ftm_end_property(object);
	ftm_end(object);
	export_flush(e);
	return rc;
}

static int add_entities(struct exporter *e, struct ftm_object *object,
			struct err *err)
{
	struct statement *st = e->statements[ENTITIES];
	int rc = statement_step(e->statements[PROOFS], err);
	bool has_proof = rc > 0;
	size_t left_out = 0;

	while (rc >= 0 && (rc = statement_step(st, err)) > 0) {
		const struct type_schema *schema =
			schema_of(statement_text(st, 1),
				  statement_number(st, 3));

		if (schema)
			rc = add_entity(e, object, schema->schema, &has_proof,
					err);
		else
			left_out++;
	}
	if (rc == 0 && left_out > 0)
		strbuf_addf(e->notes, "entities left out, since FollowTheMoney "
			    "has no schema for their types: %zu\n", left_out);
	return rc;
}

/* One that had a part in an incident. */
struct party {
	struct str role, id, name;        /* id is empty: no entity */
	struct str type;
	int64_t position;
};

struct parties {
	LIST(struct party) list;
	struct arena arena;
};

static int read_parties(struct exporter *e, struct parties *parties,
			int64_t incident, struct err *err)
{
	struct statement *st = e->statements[PARTIES];
	int rc;

	LIST_CLEAR(&parties->list);
	arena_clear(&parties->arena);
	statement_bind_number(st, 1, incident);
	while ((rc = statement_step(st, err)) > 0) {
		struct party *party = LIST_ADD(&parties->list);
		struct arena *arena = &parties->arena;

		party->role = str_copy(arena, statement_text(st, 0));
		party->position = statement_number(st, 1);
		party->id = str_copy(arena, statement_text(st, 2));
		party->type = str_copy(arena, statement_text(st, 3));
		party->name = str_copy(arena, statement_text(st, 4));
	}
	return rc;
}

/* A word of an interface for people: 41_journalists, dismissal-or-strike. */
static void add_words(struct strbuf *out, struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		strbuf_add_char(out, word.data[i] == '_' || word.data[i] == '-'
					     ? ' ' : word.data[i]);
}

static void add_event_name(struct ftm_object *object, struct str type,
			   const struct parties *parties)
{
	struct strbuf name = STRBUF_INIT;
	const char *before = ": ";

	add_words(&name, type);
	for (size_t i = 0; i < parties->list.count; i++) {
		const struct party *party = &parties->list.items[i];

		if (!str_equal(party->role, STR("target")))
			continue;
		strbuf_add_z(&name, before);
		if (party->id.len > 0)
			strbuf_add(&name, ftm_mask(object, party->name));
		else
			add_words(&name, party->name);
		before = ", ";
	}
	ftm_add(object, "name", strbuf_view(&name));
	strbuf_release(&name);
}

static void add_involved(struct ftm_object *object,
			 const struct parties *parties)
{
	ftm_begin_property(object, "involved");
	for (size_t i = 0; i < parties->list.count; i++) {
		const struct party *party = &parties->list.items[i];

		if (party->id.len == 0 ||
		    str_equal(party->role, STR("place")) ||
		    str_equal(party->role, STR("law")) ||
		    !schema_of(party->type, PART_PARTY)->is_legal_entity)
			continue;
		add_entity_id(object, party->id);
		ftm_add_reference(object);
	}
	ftm_end_property(object);
}

static void add_places(struct ftm_object *object,
		       const struct parties *parties, bool ids)
{
	ftm_begin_property(object, ids ? "addressEntity" : "location");
	for (size_t i = 0; i < parties->list.count; i++) {
		const struct party *party = &parties->list.items[i];

		if (!str_equal(party->role, STR("place")))
			continue;
		if (!ids) {
			ftm_add_value(object, party->name);
		} else if (str_equal(party->type, STR("place"))) {
			add_entity_id(object, party->id);
			ftm_add_reference(object);
		}
	}
	ftm_end_property(object);
}

/* Where it stands, and what has no property. */
static void add_notes(struct ftm_object *object, struct statement *st,
		      const struct parties *parties, bool dated)
{
	struct strbuf note = STRBUF_INIT;

	ftm_begin_property(object, "notes");
	strbuf_add(&note, statement_text(st, 1));
	if (statement_number(st, 6) > 0)
		strbuf_addf(&note, ", page %jd",
			    (intmax_t)statement_number(st, 6));
	if (statement_number(st, 7) > 0)
		strbuf_addf(&note, ", line %jd",
			    (intmax_t)statement_number(st, 7));
	ftm_add_value(object, strbuf_view(&note));
	if (!dated) {
		strbuf_clear(&note);
		strbuf_add_z(&note, "date (EDTF): ");
		strbuf_add(&note, statement_text(st, 4));
		ftm_add_value(object, strbuf_view(&note));
	}
	for (size_t i = 0; i < parties->list.count; i++) {
		const struct party *party = &parties->list.items[i];

		if (party->id.len > 0)
			continue;
		strbuf_clear(&note);
		strbuf_addf(&note, "%.*s: ", STR_ARGS(party->role));
		add_words(&note, party->name);
		ftm_add_value(object, strbuf_view(&note));
	}
	ftm_end_property(object);
	strbuf_release(&note);
}

/* What role a party had is told by a link of its own; a law is a document, and
 * documents an event. */
static void add_links(struct ftm_object *object, struct statement *st,
		      const struct parties *parties)
{
	for (size_t i = 0; i < parties->list.count; i++) {
		const struct party *party = &parties->list.items[i];
		bool law = str_equal(party->role, STR("law")) &&
			   str_equal(party->type, STR("law"));

		if (party->id.len == 0)
			continue;
		strbuf_add_z(&object->id, "link-");
		add_incident_id(object, statement_text(st, 1),
				statement_text(st, 2));
		strbuf_add_z(&object->id, "..");
		add_id(object, party->role, '-');
		strbuf_addf(&object->id, "..%jd", (intmax_t)party->position);
		ftm_begin(object, law ? "Documentation" : "UnknownLink");
		ftm_begin_property(object, law ? "document" : "subject");
		add_entity_id(object, party->id);
		ftm_add_reference(object);
		ftm_end_property(object);
		ftm_begin_property(object, law ? "entity" : "object");
		add_incident_id(object, statement_text(st, 1),
				statement_text(st, 2));
		ftm_add_reference(object);
		ftm_end_property(object);
		ftm_add(object, "role", party->role);
		ftm_end(object);
	}
}

static void add_incident(struct ftm_object *object, struct statement *st,
			 const struct parties *parties)
{
	bool dated;

	add_incident_id(object, statement_text(st, 1),
			statement_text(st, 2));
	ftm_begin(object, "Event");
	add_event_name(object, statement_text(st, 3), parties);
	dated = ftm_add_dates(object, statement_text(st, 4));
	ftm_add(object, "summary", statement_text(st, 5));
	ftm_add(object, "description", statement_text(st, 8));
	ftm_add_country(object, statement_text(st, 9));
	add_places(object, parties, false);
	add_places(object, parties, true);
	add_involved(object, parties);
	ftm_add(object, "keywords", statement_text(st, 3));
	ftm_add(object, "recordId", statement_text(st, 2));
	refer_to_document(object, "proof", statement_text(st, 1));
	add_notes(object, st, parties, dated);
	ftm_end(object);
	add_links(object, st, parties);
}

static int add_incidents(struct exporter *e, struct ftm_object *object,
			 struct err *err)
{
	struct statement *st = e->statements[INCIDENTS];
	struct parties parties = { .arena = ARENA_INIT };
	int rc = 0;

	while (rc >= 0 && (rc = statement_step(st, err)) > 0) {
		rc = read_parties(e, &parties, statement_number(st, 0), err);
		if (rc < 0)
			break;
		add_incident(object, st, &parties);
		export_flush(e);
	}
	LIST_RELEASE(&parties.list);
	arena_release(&parties.arena);
	return rc;
}

/* One for each document that names somebody: with the spellings it has. */
static int add_mentions(struct exporter *e, struct ftm_object *object,
			struct err *err)
{
	struct statement *st = e->statements[MENTIONS];
	int64_t before = 0;
	bool is_open = false;
	int rc;

	while ((rc = statement_step(st, err)) > 0) {
		const struct type_schema *schema =
			schema_of(statement_text(st, 2), PART_NONE);

		if (!schema || !schema->is_legal_entity)
			continue;
		if (statement_number(st, 4) != before || !is_open) {
			if (is_open) {
				ftm_end_property(object);
				ftm_end(object);
				export_flush(e);
			}
			is_open = true;
			before = statement_number(st, 4);
			strbuf_add_z(&object->id, "mention-");
			add_id(object, statement_text(st, 1), '-');
			strbuf_add_z(&object->id, "..");
			add_id(object, statement_text(st, 0), '_');
			ftm_begin(object, "Mention");
			refer_to_document(object, "document",
					  statement_text(st, 1));
			ftm_begin_property(object, "resolved");
			add_entity_id(object, statement_text(st, 0));
			ftm_add_reference(object);
			ftm_end_property(object);
			ftm_add(object, "detectedSchema",
				     str_of(schema->schema));
			ftm_begin_property(object, "name");
		}
		ftm_add_value(object, statement_text(st, 3));
	}
	if (is_open) {
		ftm_end_property(object);
		ftm_end(object);
	}
	return rc;
}

static int end(struct exporter *e, struct err *err)
{
	struct ftm_object object = { .out = &e->out, .mask = e->mask,
				     .masked = STRBUF_INIT, .id = STRBUF_INIT };
	int rc;

	for (size_t i = 0; i < EXPORT_STATEMENTS && e->statements[i]; i++)
		if (i != NAMES && i != PARTIES)
			statement_bind(e->statements[i], 1,
				       strbuf_view(&e->chosen));
	rc = add_documents(e, &object, err);
	if (rc == 0)
		rc = add_entities(e, &object, err);
	if (rc == 0)
		rc = add_incidents(e, &object, err);
	if (rc == 0)
		rc = add_mentions(e, &object, err);
	strbuf_release(&object.id);
	strbuf_release(&object.masked);
	return rc;
}

#define CHOSEN " FROM document JOIN paragraph AS par " \
	"ON par.document = document.id AND document.id IN " \
	"(SELECT value FROM json_each(?1)) "
#define NAMED CHOSEN "JOIN mention ON mention.id " \
	"BETWEEN par.first_mention AND par.last_mention "
#define HAPPENED CHOSEN "JOIN sentence ON sentence.id " \
	"BETWEEN par.first_sentence AND par.last_sentence " \
	"JOIN incident ON incident.sentence = sentence.id "
#define TOOK_PART HAPPENED "JOIN incident_party AS party " \
	"ON party.incident = incident.id "

const struct export_format export_ftm = {
	.name = "ftm",
	.sql = {
		[DOCUMENTS] = "SELECT name, title, source, country, edition, "
			"series FROM document WHERE id IN "
			"(SELECT value FROM json_each(?1)) ORDER BY name",
		/* the last column is one of PART_* */
		[ENTITIES] = "WITH parts AS (SELECT party.entity, "
			"min(CASE role WHEN 'place' THEN 2 WHEN 'law' THEN 3 "
			"ELSE 1 END) AS part " TOOK_PART
			"WHERE party.entity IS NOT NULL GROUP BY 1), "
			"named AS (SELECT DISTINCT mention.entity " NAMED
			"WHERE mention.entity IS NOT NULL) "
			"SELECT id, type, name, coalesce(part, 0) FROM entity "
			"LEFT JOIN parts ON parts.entity = entity.id "
			"WHERE part IS NOT NULL OR id IN named ORDER BY id",
		[NAMES] = "SELECT DISTINCT name FROM entity_name "
			"WHERE entity = ?1 AND name <> ?2 ORDER BY name",
		[PROOFS] = "SELECT mention.entity AS entity, document.name "
			"AS document " NAMED "WHERE mention.entity IS NOT NULL "
			"UNION SELECT party.entity, document.name " TOOK_PART
			"WHERE party.entity IS NOT NULL "
			"ORDER BY entity, document",
		[INCIDENTS] = "SELECT incident.id, document.name, "
			"incident.name, incident.type, incident.date, "
			"incident.trigger, incident.page, incident.line, "
			"substr(par.text, sentence.start_char + 1, "
			"sentence.end_char - sentence.start_char), par.country"
			HAPPENED "ORDER BY document.name, par.position, "
			"sentence.position, incident.id",
		[PARTIES] = "SELECT role, position, entity, entity.type, "
			"coalesce(entity.name, party.name) "
			"FROM incident_party AS party "
			"LEFT JOIN entity ON entity.id = party.entity "
			"WHERE incident = ?1 ORDER BY role, position",
		[MENTIONS] = "SELECT DISTINCT entity.id, document.name, "
			"entity.type, substr(par.text, start_char + 1, "
			"end_char - start_char) AS form, dense_rank() "
			"OVER (ORDER BY document.name, entity.id)" NAMED
			"JOIN entity ON entity.id = mention.entity "
			"ORDER BY document.name, entity.id, form",
	},
	.needs_rows = true,
	.end = end,
};
