#include "entities.h"

#include "interned.h"

#include <stdlib.h>

struct entities_settings {
	struct strings types;
	const char *names_in;
	size_t confidence;
};

static const struct program_option options[] = {
	{ 't', "type", OPT_LIST, offsetof(struct entities_settings, types),
	  "TYPE", "only entities of a type; may be repeated",
	  VALUE_ENTITY_TYPE, NULL },
	{ 0, "names-in", OPT_STRING,
	  offsetof(struct entities_settings, names_in), "CODE",
	  "names for readers of a language (default: of that of most reports)",
	  VALUE_NAME_LANG, NULL },
	{ 'c', "confidence", OPT_NUMBER,
	  offsetof(struct entities_settings, confidence), "PERCENT",
	  "only entities of which the surest mention is at least so sure",
	  VALUE_PERCENT, NULL },
	{ .name = NULL }
};

static const char entities_sql[] =
	"SELECT entity.id, entity.type, coalesce(entity_name.name, "
	"entity.name), coalesce(sum(count), 0) AS n, entity.corrected "
	"FROM entity LEFT JOIN alias ON alias.entity = entity.id "
	"LEFT JOIN entity_name ON entity_name.entity = entity.id "
	"AND entity_name.lang = ?1 GROUP BY entity.id "
	"ORDER BY n DESC, entity.id";

/* The same of what filters leave: %s is these. */
static const char filtered_sql[] =
	"SELECT entity.id, entity.type, coalesce(entity_name.name, "
	"entity.name), n, entity.corrected FROM (SELECT entity AS who, "
	"count(*) AS n FROM v_mentions WHERE entity IS NOT NULL%s "
	"GROUP BY entity) JOIN entity ON entity.id = who "
	"LEFT JOIN entity_name ON entity_name.entity = entity.id "
	"AND entity_name.lang = ?1 ORDER BY n DESC, entity.id";

static const char filtered_mentions_sql[] =
	"SELECT id, entity, corrected, confidence FROM v_mentions "
	"WHERE entity IS NOT NULL%s ORDER BY id";

static const char filtered_spellings_sql[] =
	"SELECT entity, form, count(*) AS n FROM v_mentions "
	"WHERE entity IS NOT NULL%s GROUP BY entity, form "
	"ORDER BY entity, n DESC, form";

static const char starts_sql[] =
	"SELECT first_mention FROM document WHERE first_mention > 0 ORDER BY 1";

static const char mentions_sql[] =
	"SELECT id, entity, corrected, confidence FROM mention "
	"WHERE entity IS NOT NULL ORDER BY id";

static const char spellings_sql[] =
	"SELECT form, sum(count) AS n FROM alias WHERE entity = ?1 "
	"GROUP BY form ORDER BY n DESC, form";

/* Where the filtered spellings of an entity stand. */
struct spelled {
	size_t first, count;
};

struct spellings {
	LIST(struct output_item) list; /* of one entity; filtered: of all */
	struct interned ids;           /* filtered: of the entities … */
	LIST(struct spelled) of_ids;   /* … and theirs, by number */
	struct arena arena;
};

static int find_spellings(struct spellings *spellings, struct statement *st,
			  struct str id, struct err *err)
{
	int rc;

	LIST_CLEAR(&spellings->list);
	arena_clear(&spellings->arena);
	statement_bind(st, 1, id);
	while ((rc = statement_step(st, err)) > 0)
		*LIST_ADD(&spellings->list) = (struct output_item){
			str_copy(&spellings->arena, statement_text(st, 0)),
			statement_number(st, 1) };
	return rc;
}

/* An entity that is printed. */
struct seen {
	size_t document;    /* that mentioned it last, from 1 */
	int64_t documents;
	int64_t corrected;  /* mentions */
	int64_t confidence; /* of the surest mention; 0: not known */
};

struct entities {
	const struct entities_settings *settings;
	struct query_context *context;
	struct statement *list, *spellings;
	struct interned ids;
	LIST(struct seen) seen;      /* each of them, by its number */
	LIST(int64_t) starts;        /* the first mention of each document */
	struct spellings forms;
	struct strbuf filters;       /* SQL */
	struct strbuf line;
};

/* A statement, or what it is with filters, where there are any. */
static int open_statement(struct entities *e, struct statement **st,
			  const char *sql, const char *filtered,
			  struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	struct str rest = str_of(filtered);
	size_t at = str_find(rest, STR("%s"), 0);
	int rc;

	if (e->filters.len == 0)
		return statement_open(st, e->context->db, sql, err);
	strbuf_add(&text, str_slice(rest, 0, at));
	strbuf_add(&text, strbuf_view(&e->filters));
	strbuf_add(&text, str_slice(rest, at + 2, rest.len));
	rc = statement_open(st, e->context->db, text.data, err);
	strbuf_release(&text);
	return rc;
}

/* The table alias has totals alone; what filters leave is counted once. */
static int load_spellings(struct entities *e, struct err *err)
{
	struct spellings *forms = &e->forms;
	struct statement *st;
	int rc = open_statement(e, &st, spellings_sql, filtered_spellings_sql,
				err);

	if (rc < 0)
		return rc;
	LIST_ADD(&forms->of_ids); /* of none */
	while ((rc = statement_step(st, err)) > 0) {
		uint32_t number = interned_add(&forms->ids,
					       statement_text(st, 0));

		if (number == forms->of_ids.count)
			LIST_ADD(&forms->of_ids)->first = forms->list.count;
		forms->of_ids.items[number].count++;
		*LIST_ADD(&forms->list) = (struct output_item){
			str_copy(&forms->arena, statement_text(st, 1)),
			statement_number(st, 2) };
	}
	statement_close(st);
	return rc;
}

static int print_spellings(struct entities *e, struct str id, struct err *err)
{
	struct spellings *forms = &e->forms;
	struct spelled all = { 0, 0 };
	int rc = 0;

	if (e->filters.len > 0) {
		all = forms->of_ids.items[interned_find(&forms->ids, id)];
	} else {
		rc = find_spellings(forms, e->spellings, id, err);
		all.count = forms->list.count;
	}
	if (rc == 0)
		output_items(e->context->out, forms->list.items + all.first,
			     all.count);
	return rc;
}

static bool is_chosen(const struct entities *e)
{
	return query_wants(&e->settings->types, statement_text(e->list, 1));
}

static int choose(struct entities *e, struct err *err)
{
	/* who is sure enough is not known before all were looked at */
	size_t most = e->settings->confidence ? SIZE_MAX
					      : output_left(e->context->out);
	size_t count = 0;
	int rc;

	LIST_ADD(&e->seen);
	while ((rc = statement_step(e->list, err)) > 0) {
		if (count == most || !is_chosen(e))
			continue;
		interned_add(&e->ids, statement_text(e->list, 0));
		LIST_ADD(&e->seen);
		count++;
	}
	return rc;
}

static int load_starts(struct entities *e, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, e->context->db, starts_sql, err);

	if (rc < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0)
		*LIST_ADD(&e->starts) = statement_number(st, 0);
	statement_close(st);
	return rc;
}

/* Mentions are numbered document by document: one look at each of them is
 * sooner than joins, and needs no index of them by entity. */
static int count_documents(struct entities *e, struct err *err)
{
	struct statement *st;
	size_t document = 0;
	int rc = load_starts(e, err);

	if (rc < 0 || (rc = open_statement(e, &st, mentions_sql,
					   filtered_mentions_sql, err)) < 0)
		return rc;
	while ((rc = statement_step(st, err)) > 0) {
		int64_t id = statement_number(st, 0);
		struct seen *seen = &e->seen.items[
			interned_find(&e->ids, statement_text(st, 1))];

		while (document < e->starts.count &&
		       e->starts.items[document] <= id)
			document++;
		seen->documents += seen->document != document;
		seen->document = document;
		seen->corrected += !statement_is_null(st, 2);
		if (statement_number(st, 3) > seen->confidence)
			seen->confidence = statement_number(st, 3);
	}
	statement_close(st);
	return rc;
}

static int print_entity(struct entities *e, const struct seen *seen,
			struct err *err)
{
	struct output *out = e->context->out;
	int rc;

	for (int i = 0; i < 3; i++)
		output_text(out, statement_text(e->list, i));
	output_number(out, statement_number(e->list, 3));
	output_number(out, seen->documents);
	rc = print_spellings(e, statement_text(e->list, 0), err);
	if (rc < 0)
		return rc;
	strbuf_clear(&e->line);
	strbuf_add(&e->line, statement_text(e->list, 4));
	if (seen->corrected > 0)
		strbuf_addf(&e->line, "%smentions (%jd)", e->line.len > 0 ? ", "
			    : "", (intmax_t)seen->corrected);
	output_text(out, strbuf_view(&e->line));
	output_line(out, seen->confidence);
	return 0;
}

static int print_entities(struct entities *e, struct err *err)
{
	int rc = choose(e, err);

	if (rc == 0)
		rc = count_documents(e, err);
	while (rc >= 0 && (rc = statement_step(e->list, err)) > 0) {
		const struct seen *seen;

		if (output_left(e->context->out) == 0 || !is_chosen(e))
			continue;
		seen = &e->seen.items[interned_find(
			&e->ids, statement_text(e->list, 0))];
		if (seen->confidence < (int64_t)e->settings->confidence)
			continue;
		rc = print_entity(e, seen, err);
	}
	return rc;
}

static int entities_run(const void *settings, struct query_context *context,
			struct err *err)
{
	static const struct output_column columns[] = {
		{ "id", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "type", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "name", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "mentions", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
		{ "documents", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
		{ "spellings", OUTPUT_COUNTS, SHOW_ALWAYS, NULL },
		{ "corrected", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "confidence", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }
	};
	struct entities e = { .settings = settings, .context = context,
			      .forms = { .arena = ARENA_INIT } };
	int rc = query_no_arguments(&entities_query, context, err);

	interned_init(&e.ids);
	interned_init(&e.forms.ids);
	if (rc == 0)
		rc = query_add_filters(context, &filter_columns_of_records,
				       &e.filters, err);
	if (rc == 0)
		rc = open_statement(&e, &e.list, entities_sql, filtered_sql,
				    err);
	if (rc == 0 && e.filters.len > 0)
		rc = load_spellings(&e, err);
	if (rc == 0)
		rc = statement_open(&e.spellings, context->db, spellings_sql,
				    err);
	if (rc == 0)
		rc = output_columns(context->out, columns, COUNT_OF(columns),
				    err);
	if (rc == 0) {
		query_bind(e.list, 1, e.settings->names_in);
		rc = print_entities(&e, err);
	}
	statement_close(e.list);
	statement_close(e.spellings);
	interned_release(&e.ids);
	LIST_RELEASE(&e.seen);
	LIST_RELEASE(&e.starts);
	LIST_RELEASE(&e.forms.list);
	LIST_RELEASE(&e.forms.of_ids);
	interned_release(&e.forms.ids);
	strbuf_release(&e.filters);
	arena_release(&e.forms.arena);
	strbuf_release(&e.line);
	return rc;
}

const struct query entities_query = {
	.program = {
		.name = "entities",
		.summary = "list whom and what the reports name",
		.group = GROUP_LOOK,
		.arguments = "DATABASE",
		.description =
"Print a row for every entity of a database: its id, type and name, how often and in how many documents it is mentioned, its spellings with their counts, the most frequent first, what of it was corrected by hand (its name, so many mentions), and how sure the surest of its mentions is. An entity is one outlet, person, law, body, organisation, platform, place or event, in whatever language, script and case form the reports name it; its id is the same in every database.\n"
"\n"
"The name is in the language of most reports, or in that of --names-in; an entity that has none in it is shown by the name under which it is known most. The table entity_name has all of them.\n"
"\n"
"A person whom one report has as a journalist and another as an official has the type that is commoner. An entity that only an incident or a quotation refers to has no mentions.\n"
"\n"
"With filters only the mentions that they leave are counted, and only entities that have some are printed; with --entity those that stand in one sentence with another one.\n"
"\n"
"How sure a mention is, is the share of right ones, in percent, among those that the same rule found in texts in which people had marked all names; 'esep tag --explain' prints the rules. A mention that somebody corrected has 100, one that another program found none.",
		.examples =
"  esep entities corpus.db --type law --limit 20\n"
"      the twenty laws that are named most often\n"
"  esep entities corpus.db --format json | jq -r '.[] | select(.documents > 1) | .name'\n"
"      names that stand in more than one report\n",
		.options = options,
		.settings_size = sizeof(struct entities_settings),
	},
	.run = entities_run,
};
