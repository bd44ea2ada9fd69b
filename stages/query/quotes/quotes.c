#include "quotes.h"

#include "view.h"

struct quotes_settings {
	struct view_settings view;
	struct strings speakers, about;
};

static const struct program_option options[] = {
	{ 0, "speaker", OPT_LIST, offsetof(struct quotes_settings, speakers),
	  "ENTITY", "only what somebody says; may be repeated",
	  VALUE_ENTITY, NULL },
	{ 0, "about", OPT_LIST, offsetof(struct quotes_settings, about),
	  "ENTITY", "only where a sentence names somebody or something beside "
	  "who speaks; may be repeated",
	  VALUE_ENTITY, NULL },
	VIEW_SQL_OPTION(struct quotes_settings, view),
	{ .name = NULL }
};

static const struct view_column columns[] = {
	{ { "speaker", OUTPUT_TEXT, SHOW_ASKED, NULL }, NULL, 0 },
	{ { "speaker_name", OUTPUT_TEXT, SHOW_ALWAYS, "speaker" }, "name", 0 },
	{ { "speaker_from", OUTPUT_TEXT, SHOW_ASKED, NULL }, NULL, 0 },
	{ { "kind", OUTPUT_TEXT, SHOW_WIDE, NULL }, NULL, 0 },
	{ { "cue", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "quote", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "document", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "section", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "page", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "line", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "sentence", OUTPUT_TEXT, SHOW_ASKED, NULL }, "text", 0 },
	{ { "sentence_id", OUTPUT_TEXT, SHOW_ASKED, NULL }, "sentence", 0 },
	{ { "corrected", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "citation", OUTPUT_TEXT, SHOW_PAGE, NULL }, NULL, 0 },
};

/* An entity is asked for by quotes_run: who speaks need not be named there. */
static const struct filter_columns filters = {
	.document = "document_id", .section = "section_id",
	.kind = "paragraph_kind", .country = "country", .lang = "lang"
};

static const struct view quotes_view = {
	.columns = columns,
	.count = COUNT_OF(columns),
	.from = "v_quotations",
	.order = "document, id",
	.filters = &filters,
};

/* What is said by any of the list, or where a sentence names one. */
static void add_entities(struct strbuf *condition, const struct strings *list)
{
	if (list->count == 0)
		return;
	strbuf_add_z(condition, "\n  AND (speaker IN ");
	filters_add_list(condition, list);
	strbuf_add_z(condition, " OR sentence_row IN (SELECT sentence FROM "
		     "mention WHERE entity IN ");
	filters_add_list(condition, list);
	strbuf_add_z(condition, "))");
}

/* One set for each, which is computed once. */
static void add_about(struct strbuf *condition, const struct strings *about)
{
	for (size_t i = 0; i < about->count; i++) {
		struct strbuf id = STRBUF_INIT;

		filters_add_literal(&id, str_of(about->items[i]));
		strbuf_addf(condition, "%s(speaker IS NOT %s AND sentence_row "
			    "IN\n    (SELECT sentence FROM mention WHERE entity "
			    "= %s))", i == 0 ? "\n  AND (" : "\n  OR ",
			    id.data, id.data);
		strbuf_release(&id);
	}
	if (about->count > 0)
		strbuf_add_char(condition, ')');
}

static int quotes_run(const void *settings, struct query_context *context,
		      struct err *err)
{
	const struct quotes_settings *chosen = settings;
	struct strbuf condition = STRBUF_INIT;
	int rc = query_no_arguments(&quotes_query, context, err);

	add_entities(&condition, &context->filters->entities);
	if (chosen->speakers.count > 0) {
		strbuf_add_z(&condition, " AND speaker IN ");
		filters_add_list(&condition, &chosen->speakers);
	}
	add_about(&condition, &chosen->about);
	if (rc == 0)
		rc = view_run(&quotes_view, &chosen->view, STR_NONE,
			      strbuf_view(&condition), context, err);
	strbuf_release(&condition);
	return rc;
}

const struct query quotes_query = {
	.program = {
		.name = "quotes",
		.summary = "list who is cited as saying what",
		.group = GROUP_ASK,
		.arguments = "DATABASE",
		.description =
"Print a row for every quotation of a database, in the order of the text: who speaks (a canonical id, and the name; speaker_from, if asked for, tells whether the text names them there, or whom a noun or a pronoun means was found by what stands before), whether the words are given as they were said (direct) or told (indirect), the words that tell of speaking, what is said, and where it stands. A speaker who is not known is empty.",
		.examples =
"  esep quotes corpus.db --speaker 'Erlan Kumtasov'\n"
"      what he says, in every report\n"
"  esep quotes corpus.db --about kunbatys_xt --edition 2025 --format csv > quotes.csv\n"
"      who is cited about an outlet, for a spreadsheet\n",
		.options = options,
		.settings_size = sizeof(struct quotes_settings),
	},
	.run = quotes_run,
};
