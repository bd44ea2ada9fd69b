#include "show.h"

#include "values.h"
#include "view.h"

struct show_settings {
	struct view_settings view;
	size_t around;
};

static const struct program_option options[] = {
	{ 'C', "context", OPT_NUMBER, offsetof(struct show_settings, around),
	  "N", "with a line: N paragraphs before it and behind it too",
	  VALUE_ANY, NULL },
	VIEW_SQL_OPTION(struct show_settings, view),
	{ .name = NULL }
};

#define MENTIONS(what, between) \
	"(SELECT group_concat(" what ", '" between "')\n" \
	"  FROM (SELECT * FROM mention WHERE mention.sentence = here.id\n" \
	"    AND mention.id BETWEEN first_mention AND last_mention\n" \
	"    ORDER BY start_char, end_char DESC) AS m)"

static const struct view_column columns[] = {
	{ { "page", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "line", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "section", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "kind", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "text", OUTPUT_HITS, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "hits", OUTPUT_RANGES, SHOW_ASKED, NULL },
	  MENTIONS("(m.start_char - here.start_char) || ':' || "
		   "(m.end_char - here.start_char)", " "), 0 },
	{ { "names", OUTPUT_IDS, SHOW_ASKED, NULL },
	  MENTIONS("coalesce(m.entity, m.value)", ";"), ';' },
	{ { "sentence_id", OUTPUT_TEXT, SHOW_ASKED, NULL }, "sentence", 0 },
	{ { "citation", OUTPUT_TEXT, SHOW_ASKED, NULL }, NULL, 0 },
};

static const struct view show_view = {
	.columns = columns,
	.count = COUNT_OF(columns),
	.from = "v_sentences AS here",
	.order = "paragraph_position, position",
	.filters = &filter_columns_of_sentences,
};

/* "64" or "64-70"; false for another text. */
static bool read_range(struct str text, uint64_t *from, uint64_t *to)
{
	struct str first;

	if (!str_split(&text, '-', &first) ||
	    !str_number(first, INT32_MAX, from))
		return false;
	*to = *from;
	return !text.data || (str_number(text, INT32_MAX, to) && *to >= *from);
}

/* Paragraphs that have a line, and those around. */
static void add_lines(struct strbuf *sql, struct str document, uint64_t from,
		      uint64_t to, size_t around)
{
	struct strbuf lines = STRBUF_INIT;

	strbuf_add_z(&lines, "(position) FROM v_paragraphs WHERE document = ");
	filters_add_literal(&lines, document);
	strbuf_addf(&lines, "\n    AND last_line >= %ju AND first_line <= %ju)",
		    (uintmax_t)from, (uintmax_t)to);
	strbuf_addf(sql, "\n  AND paragraph_position BETWEEN (SELECT min%s - "
		    "%zu\n  AND (SELECT max%s + %zu", lines.data, around,
		    lines.data, around);
	strbuf_release(&lines);
}

/* A section and those within it. */
static void add_section(struct strbuf *sql, struct str document,
			struct str section)
{
	strbuf_add_z(sql, "\n  AND section IN (WITH RECURSIVE inner_one(code) "
		     "AS (SELECT ");
	filters_add_literal(sql, section);
	strbuf_add_z(sql, "\n    UNION SELECT section FROM v_sections JOIN "
		     "inner_one\n    ON parent = code WHERE document = ");
	filters_add_literal(sql, document);
	strbuf_add_z(sql, ") SELECT code FROM inner_one)");
}

static int add_place(struct strbuf *sql, struct str document, struct str place,
		     const struct show_settings *settings,
		     struct query_context *context, struct err *err)
{
	struct strbuf section = STRBUF_INIT;
	uint64_t from, to;
	const char *code;
	int rc;

	if (read_range(place, &from, &to)) {
		add_lines(sql, document, from, to, settings->around);
		return 0;
	}
	if (str_has_prefix(place, STR("p.")) &&
	    read_range(str_trim(str_slice(place, 2, place.len)), &from, &to)) {
		strbuf_addf(sql, "\n  AND page BETWEEN %ju AND %ju",
			    (uintmax_t)from, (uintmax_t)to);
		return 0;
	}
	strbuf_add(&section, place);
	code = section.data ? section.data : "";
	rc = values_check(context, VALUE_SECTION, "section", &code, err);
	if (rc == 0)
		add_section(sql, document, str_of(code));
	strbuf_release(&section);
	return rc;
}

/* Whether the document has text there, whatever filters leave of it. */
static int check_place(struct query_context *context, struct str document,
		       struct str place, struct str condition, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct statement *st;
	int rc;

	strbuf_addf(&sql, "SELECT 1 FROM v_sentences WHERE true%.*s LIMIT 1",
		    STR_ARGS(condition));
	rc = statement_open(&st, context->db, sql.data, err);
	strbuf_release(&sql);
	if (rc < 0)
		return rc;
	rc = statement_step(st, err);
	statement_close(st);
	if (rc == 0)
		return err_set(err, ERR_USAGE, "'%.*s' has no text at '%.*s'%s",
			       STR_ARGS(document), STR_ARGS(place),
			       str_has_prefix(place, STR("p.")) ?
			       "; 'esep info' tells what is in it, and a text "
			       "file may have no pages" : "");
	return rc < 0 ? rc : 0;
}

static int has_document(struct query_context *context, struct str name,
			struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, context->db, "SELECT 1 FROM document "
				"WHERE name = ?1", err);

	if (rc < 0)
		return rc;
	statement_bind(st, 1, name);
	rc = statement_step(st, err);
	statement_close(st);
	return rc;
}

/* Part the argument at its last colon, unless a document is called so. */
static int find_document(struct query_context *context, struct str *document,
			 struct str *place, struct err *err)
{
	struct str argument = str_of(context->arguments.items[0]);
	struct strbuf name = STRBUF_INIT;
	size_t colon = argument.len;
	const char *checked;
	int rc = has_document(context, argument, err);

	*document = argument;
	*place = STR_NONE;
	if (rc != 0)
		return rc < 0 ? rc : 0;
	while (colon > 0 && argument.data[colon - 1] != ':')
		colon--;
	if (colon > 0) {
		*document = str_slice(argument, 0, colon - 1);
		*place = str_slice(argument, colon, argument.len);
	}
	strbuf_add(&name, *document);
	checked = name.data ? name.data : "";
	rc = values_check(context, VALUE_DOCUMENT, "document", &checked, err);
	strbuf_release(&name);
	return rc;
}

static int show_run(const void *settings, struct query_context *context,
		    struct err *err)
{
	const struct show_settings *chosen = settings;
	struct strbuf condition = STRBUF_INIT;
	struct str document, place;
	int rc;

	if (context->arguments.count != 1)
		return err_set(err, ERR_USAGE, "name one document, as it is "
			       "listed by 'esep info'");
	rc = find_document(context, &document, &place, err);
	strbuf_add_z(&condition, " AND document = ");
	filters_add_literal(&condition, document);
	if (rc == 0 && place.len > 0)
		rc = add_place(&condition, document, place, chosen, context,
			       err);
	if (rc == 0 && place.len > 0)
		rc = check_place(context, document, place,
				 strbuf_view(&condition), err);
	if (rc == 0)
		rc = view_run(&show_view, &chosen->view, STR_NONE,
			      strbuf_view(&condition), context, err);
	strbuf_release(&condition);
	return rc;
}

const struct query show_query = {
	.program = {
		.name = "show",
		.summary = "print the text of a report, or a place in it",
		.group = GROUP_LOOK,
		.arguments = "DATABASE DOCUMENT[:LINE|:p.PAGE|:SECTION]",
		.description =
"Print a document as it was loaded, a sentence a row, with its page, line, section and kind of paragraph; what is named in it is coloured or stands between ** **. Of a place only that: the paragraph of a line of the source (tengria-2024-en:64, or lines 64-70), a page (tengria-2024-en:p.3, p.3-5), a section and all within it (tengria-2024-en:P1). The other formats have the places of names in 'hits', in characters of the sentence from 0, and what they are in 'names'.",
		.examples =
"  esep show corpus.db tengria-2025-en:64 --context 2\n"
"      what stands around a line that another answer has told\n"
"  esep show corpus.db tengria-2025-en:summary\n"
"      a section\n",
		.options = options,
		.settings_size = sizeof(struct show_settings),
	},
	.run = show_run,
};
