#include "footnotes.h"

#include "interned.h"
#include "references.h"
#include "view.h"

struct footnotes_settings {
	struct view_settings view;
	const char *as;
};

static const struct program_option options[] = {
	{ 0, "as", OPT_STRING, offsetof(struct footnotes_settings, as),
	  "bibtex|csl-json", "print entries for a bibliography, for BibLaTeX "
	  "or for Zotero and pandoc", VALUE_CHOICE, NULL },
	VIEW_SQL_OPTION(struct footnotes_settings, view),
	{ .name = NULL }
};

static const struct view_column columns[] = {
	{ { "document", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "section", OUTPUT_TEXT, SHOW_WIDE, NULL }, NULL, 0 },
	{ { "number", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "author", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "title", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "outlet", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "date", OUTPUT_DATE, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "url", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "page", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "line", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "sentence", OUTPUT_TEXT, SHOW_ASKED, NULL }, "text", 0 },
	{ { "sentence_id", OUTPUT_TEXT, SHOW_ASKED, NULL }, "sentence", 0 },
	{ { "note", OUTPUT_TEXT, SHOW_ASKED, NULL }, NULL, 0 },
	{ { "note_page", OUTPUT_NUMBER, SHOW_ASKED, NULL }, NULL, 0 },
	{ { "note_line", OUTPUT_NUMBER, SHOW_ASKED, NULL }, NULL, 0 },
	{ { "citation", OUTPUT_TEXT, SHOW_PAGE, NULL }, NULL, 0 },
};

static const struct view footnotes_view = {
	.columns = columns,
	.count = COUNT_OF(columns),
	.from = "v_footnotes",
	.order = "document, id",
	.filters = &filter_columns_of_records,
};

static const char references_sql[] =
	"SELECT document || '-' || coalesce(nullif(number, ''), 'note'), author, "
	"title, outlet, date, url, note, id FROM v_footnotes WHERE true";

/* Keys of entries, so that each is another one. */
struct keys {
	struct interned names;
	LIST(uint32_t) uses;       /* of each, by its number */
	struct strbuf key;         /* reused */
};

static uint32_t use_key(struct keys *keys, struct str name)
{
	uint32_t number = interned_add(&keys->names, name);

	while (keys->uses.count <= number)
		*LIST_ADD(&keys->uses) = 0;
	return ++keys->uses.items[number];
}

/* Notes that are numbered anew in each chapter have -2, -3 … behind. */
static struct str make_key(struct keys *keys, struct str name)
{
	uint32_t use = use_key(keys, name);

	strbuf_clear(&keys->key);
	strbuf_add(&keys->key, name);
	while (use > 1) {
		strbuf_clear(&keys->key);
		strbuf_add(&keys->key, name);
		strbuf_addf(&keys->key, "-%u", (unsigned)use);
		if (use_key(keys, strbuf_view(&keys->key)) == 1)
			break;
		use = use_key(keys, name);
	}
	return strbuf_view(&keys->key);
}

static void print_reference(struct query_context *context, struct keys *keys,
			    struct statement *st, bool is_bibtex, bool first)
{
	struct strbuf out = STRBUF_INIT;
	const struct reference ref = {
		.key = make_key(keys, statement_text(st, 0)),
		.author = statement_text(st, 1),
		.title = statement_text(st, 2), .outlet = statement_text(st, 3),
		.date = statement_text(st, 4), .url = statement_text(st, 5),
		.note = statement_text(st, 6)
	};

	if (is_bibtex) {
		references_add_bibtex(&out, &ref);
	} else {
		strbuf_add_z(&out, first ? "\n" : ",\n");
		references_add_csl(&out, &ref);
	}
	if (context->mask) {
		struct strbuf masked = STRBUF_INIT;

		mask_add(context->mask, &masked, strbuf_view(&out), NULL, 0);
		strbuf_release(&out);
		out = masked;
	}
	query_print_text(context, strbuf_view(&out), "");
	strbuf_release(&out);
}

/* CSL-JSON is one array. */
static int print_references(struct query_context *context, bool is_bibtex,
			    struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct keys keys = { .key = STRBUF_INIT };
	struct statement *st = NULL;
	bool first = true;
	int rc;

	if (output_is_shaped(context->out))
		return err_set(err, ERR_USAGE, "--as prints all entries: it is "
			       "not for --columns, --sort and --limit");

	strbuf_add_z(&sql, references_sql);
	rc = query_add_filters(context, footnotes_view.filters, &sql, err);
	strbuf_addf(&sql, " ORDER BY %s", footnotes_view.order);
	if (rc == 0)
		rc = statement_open(&st, context->db, sql.data, err);
	strbuf_release(&sql);
	if (rc < 0)
		return rc;
	if (!is_bibtex)
		fputc('[', context->text);
	interned_init(&keys.names);
	while ((rc = statement_step(st, err)) > 0) {
		print_reference(context, &keys, st, is_bibtex, first);
		first = false;
	}
	if (!is_bibtex)
		fputs("\n]\n", context->text);
	interned_release(&keys.names);
	LIST_RELEASE(&keys.uses);
	strbuf_release(&keys.key);
	statement_close(st);
	return rc;
}

static int footnotes_run(const void *settings, struct query_context *context,
			 struct err *err)
{
	const struct footnotes_settings *chosen = settings;
	bool is_bibtex = chosen->as && !strcmp(chosen->as, "bibtex");
	int rc = query_no_arguments(&footnotes_query, context, err);

	if (rc < 0)
		return rc;
	return chosen->as ? print_references(context, is_bibtex, err)
			  : view_run(&footnotes_view, &chosen->view, STR_NONE,
				     STR_NONE, context, err);
}

const struct query footnotes_query = {
	.program = {
		.name = "footnotes",
		.summary = "list what reports refer to",
		.group = GROUP_ASK,
		.arguments = "DATABASE",
		.description =
"Print a row for every footnote of a database, in the order of the reports: its number, author, title, outlet, date and web address, as far as they could be told, and where its mark stands: page, line and (by --columns) the sentence; 'note' is the footnote as it was printed.\n"
"\n"
"With --as the footnotes come as entries of a bibliography, whose keys are DOCUMENT-NUMBER: of one without a title its printed text is the note.",
		.examples =
"  esep footnotes corpus.db --columns number,outlet,url --document tengria-2025-en\n"
"      where a report has its facts from\n"
"  esep footnotes corpus.db --as bibtex > footnotes.bib\n"
"      for BibLaTeX, JabRef, Zotero\n",
		.options = options,
		.settings_size = sizeof(struct footnotes_settings),
	},
	.run = footnotes_run,
};
