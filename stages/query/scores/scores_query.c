#include "scores_query.h"

#include "view.h"

struct scores_settings {
	struct view_settings view;
};

static const struct program_option options[] = {
	VIEW_SQL_OPTION(struct scores_settings, view),
	{ .name = NULL }
};

static const struct view_column columns[] = {
	{ { "document", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "edition", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "country", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "scope", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "value", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "class", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "change", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "page", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "line", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, NULL, 0 },
	{ { "citation", OUTPUT_TEXT, SHOW_PAGE, NULL }, NULL, 0 },
};

static const struct view scores_view = {
	.columns = columns,
	.count = COUNT_OF(columns),
	.from = "v_scores",
	.order = "edition, document, id",
	.filters = &filter_columns_of_scores,
};

static int scores_run(const void *settings, struct query_context *context,
		      struct err *err)
{
	const struct scores_settings *chosen = settings;
	int rc = query_no_arguments(&scores_query, context, err);

	return rc < 0 ? rc : view_run(&scores_view, &chosen->view, STR_NONE,
				      STR_NONE, context, err);
}

const struct query scores_query = {
	.program = {
		.name = "scores",
		.summary = "list the marks that reports give",
		.group = GROUP_ASK,
		.arguments = "DATABASE",
		.description =
"Print a row for every mark that the reports of a database give: what it is for (overall, a principle such as P1, an indicator such as I7), its value, its class in the report's words, how it changed against the edition before, and where it stands.",
		.examples =
"  esep scores corpus.db --sort scope,edition --columns edition,scope,value,class\n"
"      how each mark changed from year to year\n",
		.options = options,
		.settings_size = sizeof(struct scores_settings),
	},
	.run = scores_run,
};
