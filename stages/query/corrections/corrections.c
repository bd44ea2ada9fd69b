#include "corrections.h"

struct corrections_settings {
	bool unused;
};

static const struct program_option options[] = {
	{ 0, "unused", OPT_FLAG, offsetof(struct corrections_settings, unused),
	  NULL, "only those that change nothing",
	  VALUE_ANY, NULL },
	{ .name = NULL }
};

static const char list_sql[] =
	"SELECT action, document, at, what, value, who, date, why, "
	"CASE WHEN left_out THEN 'contradicted' WHEN applied = 0 "
	"THEN 'matches nothing' ELSE 'applied' END, applied, documents, "
	"file, line FROM v_corrections WHERE applied = 0 OR NOT ?1 "
	"ORDER BY file, line, action, what, value";

enum { TEXTS = 9, APPLIED = 9, DOCUMENTS, FILE_NAME, LINE };

static int print_rows(struct query_context *context, struct statement *st,
		      struct err *err)
{
	struct output *out = context->out;
	int rc;

	while ((rc = statement_step(st, err)) > 0) {
		for (int i = 0; i < TEXTS; i++)
			output_text(out, statement_text(st, i));
		output_number(out, statement_number(st, APPLIED));
		output_number(out, statement_number(st, DOCUMENTS));
		output_text(out, statement_text(st, FILE_NAME));
		output_line(out, statement_number(st, LINE));
	}
	return rc;
}

static int corrections_run(const void *settings, struct query_context *context,
			   struct err *err)
{
	static const struct output_column columns[] = {
		{ "action", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, { "document", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "at", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, { "what", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "value", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, { "who", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "when", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, { "why", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "state", OUTPUT_TEXT, SHOW_ALWAYS, NULL }, { "applied", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
		{ "documents", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }, { "file", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "line", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }
	};
	const struct corrections_settings *chosen = settings;
	struct statement *st = NULL;
	int rc = query_no_arguments(&corrections_query, context, err);

	if (rc == 0)
		rc = statement_open(&st, context->db, list_sql, err);
	if (rc == 0)
		rc = output_columns(context->out, columns, COUNT_OF(columns),
				    err);
	if (rc < 0) {
		statement_close(st);
		return rc;
	}
	statement_bind_number(st, 1, chosen->unused);
	rc = print_rows(context, st, err);
	statement_close(st);
	return rc;
}

const struct query corrections_query = {
	.program = {
		.name = "corrections",
		.summary = "list what people corrected, and what it changed",
		.group = GROUP_ORDER,
		.arguments = "DATABASE",
		.description =
"Print a row for every correction that a database keeps: what it says, whether it was applied, matches nothing or is contradicted by another one and holds neither, how many places it changed in how many documents, and the file and line that told it. Rows that were changed say so: mention, incident and quotation have a column 'corrected', and so have 'esep timeline' and 'esep entities'. 'esep export' writes documents as they were found, or with --corrected as they are shown.\n"
"\n"
"A file of corrections (corrections.tsv beside the reports, or that of --corrections of 'esep run' and esep-load) has a header row and a row a correction, tabs between the cells. Columns, of which action and what are needed: action, document (its id; empty: all), at (where in it), what, value, who, when (a day, EDTF), why. By action:\n"
"\n"
"merge: what is an id, value another one that stays: both are one. This may lead on from one merge to the next.\n"
"\n"
"split: what is an id that two were taken for, with |spelling=TEXT behind it, or with a document or a place; value is the id of what is spelled so or stands there.\n"
"\n"
"type: what is an id, value its type, as official or outlet.\n"
"\n"
"name: what is an id, value the name that it is shown by; with lang=ru as at, to readers of Russian alone.\n"
"\n"
"reject: what is a spelling, to the letter, that names nothing; or only not the id that stands as value.\n"
"\n"
"incident: what is its type, and where that is not enough any of its fields, as the timeline prints them: detention|target=ID|date=2024-05|trigger=detained. Value is drop, if there was none, or what is right: type=TYPE, date=DATE, or target, place, actor, law with ids, ';' between; nothing behind the = is not known.\n"
"\n"
"quotation: what is its kind, direct or indirect, and fields as above (speaker, cue); value is drop, or speaker=ID.\n"
"\n"
"At is line=64 or line=64-70 of the source, page=3, section=P1, sentence=ID, lang=ru; several hold together with | between. The order of rows does not matter; of two that fit, the one with more conditions wins. Two that say different things of the same are told and neither holds.",
		.examples =
"  esep run -o corpus.db --corrections corrections.tsv reports/\n"
"      load reports, corrected\n"
"  esep corrections corpus.db --unused\n"
"      corrections that change nothing: out of date, or mistyped\n",
		.options = options,
		.settings_size = sizeof(struct corrections_settings),
	},
	.filters = FILTERS_NONE,
	.run = corrections_run,
};
