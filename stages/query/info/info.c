#include "info.h"

#include "sources.h"
#include "twins.h"
#include "view.h"

enum { TWINS_NAMED = 12 }; /* of a group */

struct info_settings {
	struct view_settings view;
	const char *files;
};

static const struct program_option options[] = {
	{ 0, "files", OPT_STRING, offsetof(struct info_settings, files), "DIR",
	  "look below DIR for the files of the reports (default: where they "
	  "were, and beside the database)", VALUE_FOLDER, NULL },
	VIEW_SQL_OPTION(struct info_settings, view),
	{ .name = NULL }
};

static const struct view_column columns[] = {
	{ { "what", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "name", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "documents", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "count", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "unit", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "about", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
};

static const struct filter_columns filter_columns_of_chosen = {
	.document = "id"
};

/* A row for each value that reports have of a column. */
#define BY_COLUMN(place, what, column) \
	"UNION ALL SELECT " place ", '" what "', " column ", count(*), " \
	"sum(words), 'words', NULL, " column "\n" \
	"  FROM chosen GROUP BY " column " HAVING " column " IS NOT NULL\n"

/* A row for all that stands at a paragraph or sentence. */
#define RECORDS(what, table, link) \
	"UNION ALL SELECT 11, 'record', '" what "', count(DISTINCT " \
	"paragraph.document), count(*),\n  '" what "', NULL, NULL FROM " table \
	" JOIN " link "\n  JOIN chosen ON chosen.id = paragraph.document\n"

#define IN_SENTENCE(table) \
	"sentence ON sentence.id = " table ".sentence\n" \
	"  JOIN paragraph ON paragraph.id = sentence.paragraph"
#define IN_PARAGRAPH(table) "paragraph ON paragraph.id = " table ".paragraph"

/* `chosen` stands before it. */
static const char parts_sql[] =
	"SELECT 1 AS place, 'corpus' AS what, NULL AS name,\n"
	"  count(*) AS documents, sum(words) AS count, 'words' AS unit,\n"
	"  sum(paragraphs) || ' paragraphs, ' || sum(sentences) || "
	"' sentences' AS about,\n  NULL AS rank FROM chosen\n"
	"UNION ALL SELECT 2, 'report', document, 1, words, 'words',\n"
	"  title, document FROM chosen\n"
	BY_COLUMN("3", "edition", "edition")
	"UNION ALL SELECT 4, 'language', sentence.lang, "
	"count(DISTINCT paragraph.document), count(*),\n"
	"  'sentences', NULL, sentence.lang FROM sentence\n"
	"  JOIN paragraph ON paragraph.id = sentence.paragraph\n"
	"  JOIN chosen ON chosen.id = paragraph.document\n"
	"  GROUP BY sentence.lang\n"
	"UNION ALL SELECT 5, 'country', coalesce(paragraph.country, "
	"chosen.country),\n"
	"  count(DISTINCT chosen.id), count(*), 'paragraphs', NULL,\n"
	"  coalesce(paragraph.country, chosen.country) FROM paragraph\n"
	"  JOIN chosen ON chosen.id = paragraph.document\n"
	"  WHERE coalesce(paragraph.country, chosen.country) IS NOT NULL\n"
	"  GROUP BY coalesce(paragraph.country, chosen.country)\n"
	BY_COLUMN("6", "series", "series")
	"UNION ALL SELECT 7, 'section', section.code, "
	"count(DISTINCT section.document),\n"
	"  count(*), 'paragraphs', (SELECT titled.title FROM section AS titled\n"
	"    JOIN chosen AS its ON its.id = titled.document\n"
	"    WHERE titled.code = section.code AND titled.title IS NOT NULL\n"
	"    ORDER BY its.document LIMIT 1), "
	"printf('%09d', min(section.position))\n"
	"  FROM section JOIN chosen ON chosen.id = section.document\n"
	"  JOIN paragraph ON paragraph.section = section.id "
	"GROUP BY section.code\n"
	"UNION ALL SELECT 8, 'kind', paragraph.kind, "
	"count(DISTINCT paragraph.document), count(*),\n"
	"  'paragraphs', NULL, paragraph.kind FROM paragraph\n"
	"  JOIN chosen ON chosen.id = paragraph.document "
	"GROUP BY paragraph.kind\n"
	"UNION ALL SELECT 9, 'names', mention.type,\n"
	"  count(DISTINCT paragraph.document), count(*), 'mentions',\n"
	"  nullif(count(DISTINCT mention.entity), 0) || ' entities', "
	"mention.type\n"
	"  FROM mention JOIN " IN_SENTENCE("mention") "\n"
	"  JOIN chosen ON chosen.id = paragraph.document "
	"GROUP BY mention.type\n"
	"UNION ALL SELECT 10, 'incident', incident.type,\n"
	"  count(DISTINCT paragraph.document), count(*), 'incidents', NULL, "
	"incident.type\n"
	"  FROM incident JOIN " IN_SENTENCE("incident") "\n"
	"  JOIN chosen ON chosen.id = paragraph.document\n"
	"  WHERE " INCIDENT_HOLDS " GROUP BY incident.type\n"
	RECORDS("quotations", "quotation", IN_SENTENCE("quotation"))
	RECORDS("footnotes", "footnote", IN_PARAGRAPH("footnote"))
	RECORDS("scores", "score", IN_PARAGRAPH("score"))
	RECORDS("links", "link", IN_PARAGRAPH("link"))
	"UNION ALL SELECT 12, 'metadata', key, count(*), "
	"count(DISTINCT value),\n"
	"  'values', NULL, key FROM document_meta\n"
	"  JOIN chosen ON chosen.id = document_meta.document\n"
	"  WHERE key NOT GLOB 'name.*' AND key <> 'stages' GROUP BY key\n"
	"UNION ALL SELECT 13, 'made by', coalesce('esep ' || esep, 'unknown'),\n"
	"  count(*), NULL, NULL, 'tokenizer ' || tokenizer || ', stemmer ' || "
	"stemmer ||\n"
	"  ', name key ' || name_key || coalesce(', lexicons ' || "
	"substr(lexicons, 1, 12), '') ||\n"
	"  coalesce(', names ' || replace(trim(names, char(10)), char(10), ', '), '') ||\n"
	"   coalesce(', options ' || "
	"options, ''), esep\n"
	"  FROM chosen GROUP BY esep, tokenizer, stemmer, name_key, lexicons, "
	"names, options";

static const struct view info_view = {
	.columns = columns,
	.count = COUNT_OF(columns),
	.order = "place, rank, name",
};

/* "(WITH chosen AS (…) SELECT …)" */
static int add_from(struct strbuf *from, const struct query_context *context,
		    struct err *err)
{
	int rc;

	strbuf_add_z(from, "(WITH chosen AS (SELECT * FROM v_documents "
		     "WHERE true");
	rc = query_add_filters(context, &filter_columns_of_chosen, from, err);
	strbuf_addf(from, ")\n%s)", parts_sql);
	return rc;
}

static void print_number(struct output *out, size_t number)
{
	if (number > 0)
		output_number(out, (int64_t)number);
	else
		output_none(out);
}

/* 0 is no number. */
static void print_row(struct output *out, const char *what, struct str name,
		      size_t documents, size_t count, const char *unit,
		      struct str about)
{
	output_text(out, str_of(what));
	output_text(out, name);
	print_number(out, documents);
	print_number(out, count);
	output_text(out, str_of(unit));
	output_text(out, about);
}

static void tell_source(void *data, struct str document, struct str source,
			enum source_state state, struct str found)
{
	struct strbuf about = STRBUF_INIT;

	if (state == SOURCE_SAME)
		return;
	strbuf_addf(&about, "%s: %.*s", source_state_name(state),
		    STR_ARGS(found.len > 0 ? found : source));
	print_row(data, "file", document, 0, 0, NULL, strbuf_view(&about));
	strbuf_release(&about);
}

/* Of more than two, the number is of the two that share most. */
static void add_about_twins(struct strbuf *about,
			    const struct twin_group *group)
{
	size_t end = group->count <= TWINS_NAMED ? group->count : TWINS_NAMED;

	strbuf_addf(about, "of %zu%s also in", group->paragraphs,
		    group->count > 2 ? " (the closest two)," : "");
	for (size_t i = 1; i < end; i++)
		strbuf_addf(about, "%s %.*s", i > 1 ? "," : "",
			    STR_ARGS(group->names[i]));
	if (end < group->count)
		strbuf_addf(about, ", … and %zu more", group->count - end);
}

static int print_twins(struct query_context *context, struct err *err)
{
	struct twins twins = { .arena = ARENA_INIT };
	struct strbuf about = STRBUF_INIT;
	int rc = twins_find(&twins, context->db, err);

	for (size_t i = 0; rc == 0 && i < twins.list.count; i++) {
		const struct twin_group *group = &twins.list.items[i];

		strbuf_clear(&about);
		add_about_twins(&about, group);
		print_row(context->out, "twin", group->names[0], group->count,
			  group->shared, "paragraphs", strbuf_view(&about));
	}
	strbuf_release(&about);
	twins_release(&twins);
	return rc;
}

static int info_run(const void *settings, struct query_context *context,
		    struct err *err)
{
	const struct info_settings *chosen = settings;
	struct strbuf from = STRBUF_INIT;
	int rc = query_no_arguments(&info_query, context, err);

	if (rc == 0)
		rc = add_from(&from, context, err);
	if (rc == 0)
		rc = view_run(&info_view, &chosen->view, strbuf_view(&from),
			      STR_NONE, context, err);
	strbuf_release(&from);
	/* these two are of the whole database, and no SQL gives them */
	if (rc < 0 || chosen->view.sql || filters_any(context->filters))
		return rc;
	rc = sources_check(context->db, chosen->files, tell_source,
			   context->out, err);
	return rc < 0 ? rc : print_twins(context, err);
}

const struct query info_query = {
	.program = {
		.name = "info",
		.summary = "tell what a database has and what made it",
		.group = GROUP_LOOK,
		.arguments = "DATABASE",
		.description =
"Print what can be asked of a database, a row each: the corpus as a whole, its reports, editions, languages, countries, series, sections, kinds of paragraphs, types of names and of incidents, other records, further columns of its manifest (for --where), and what made it (the version of esep, of what splits words, of stems and name keys, a digest of the lexicons, --names and options). In how many documents each is found stands beside, and how much of it there is.\n"
"\n"
"Behind these come reports whose files have changed since they were loaded, are gone or cannot be told, and twins, a row a group: reports that share most of their paragraphs, since one is in the corpus in two formats or twice (or a new edition repeats an old one). Their count is what the two share that share most. With filters they are left out.",
		.examples =
"  esep info corpus.db\n"
"      what is in it\n"
"  esep info corpus.db --edition 2025 --columns what,name,count\n"
"      what the reports of a year have\n"
"  esep info corpus.db --files reports/2026\n"
"      whether the files that lie there now are those that were loaded\n",
		.options = options,
		.settings_size = sizeof(struct info_settings),
	},
	.filters = FILTERS_DOCUMENTS,
	.run = info_run,
};
