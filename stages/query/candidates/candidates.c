#include "candidates.h"

#include "gather.h"
#include "session.h"
#include "slug.h"
#include "stored.h"
#include "utf8.h"

#include <stdlib.h>

struct candidates_settings {
	struct strings types;
	size_t min;
};

static const struct program_option options[] = {
	{ 't', "type", OPT_LIST, offsetof(struct candidates_settings, types),
	  "TYPE", "only names that are likely of a type; may be repeated",
	  VALUE_ENTITY_TYPE, NULL },
	{ 'm', "min", OPT_NUMBER, offsetof(struct candidates_settings, min),
	  "N", "only names that stand N times at least (default: 1)",
	  VALUE_ANY, NULL },
	{ .name = NULL }
};

enum { SHORT_FORM = 3 /* letters of an abbreviation that means many things */ };

/* What speaks for a name, in the order of enum WHY. */
static const char *const reasons[] = {
	"shape", "address", "kind word", "quoted", "abbreviation", "capitals"
};

struct candidates {
	const struct candidates_settings *settings;
	struct query_context *context;
	struct knowledge *knowledge;
	struct romanisation *romanisation;
	struct stored stored;
	struct kinds kinds;
	struct gathered gathered;
	struct passing passing;
	struct statement *names;     /* of entities */
	LIST(uint32_t) order;        /* of proposals */
	LIST(struct output_item) items; /* reused */
	struct strbuf line;
};

/* For qsort, which hands nothing on. */
static const struct gathered *sorted;

static int by_count(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;
	int64_t of_a = sorted->list.items[*a].count,
		of_b = sorted->list.items[*b].count;

	if (of_a != of_b)
		return of_a > of_b ? -1 : 1;
	return str_compare(interned_text(&sorted->keys, *a),
			   interned_text(&sorted->keys, *b));
}

/* By proposal, the commonest spelling of each first. */
static int by_proposal(const void *left, const void *right)
{
	const struct proposed_form *a = left, *b = right;

	if (a->proposal != b->proposal)
		return a->proposal < b->proposal ? -1 : 1;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return str_compare(a->text, b->text);
}

static const struct proposed_form *forms_of(const struct candidates *c,
					    uint32_t proposal)
{
	struct proposed_form wanted = { .proposal = proposal,
					.count = INT64_MAX };
	size_t low = 1, high = c->gathered.forms.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (by_proposal(&c->gathered.forms.items[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return &c->gathered.forms.items[low];
}

/* The type that most words beside it speak for. Without any, an address is an
 * outlet's, what begins with a given name a person's; else it is taken for an
 * organisation. */
static enum mention_type likely_type(const struct proposal *p)
{
	unsigned best = 0;

	for (unsigned type = 0; type < MENTION_TYPES; type++)
		if (p->votes[type] > p->votes[best])
			best = type;
	if (p->votes[best] > 0)
		return (enum mention_type)best;
	if (p->why & WHY_ADDRESS)
		return MENTION_OUTLET;
	return p->is_person ? MENTION_PERSON : MENTION_ORG;
}

static struct str type_name(const struct candidates *c, enum mention_type type)
{
	return mention_types_name(&c->knowledge->words->types, type);
}

static bool is_wanted(const struct candidates *c, const struct proposal *p)
{
	size_t least = c->settings->min;

	return p->count >= (least > 0 ? (int64_t)least : 1) &&
	       query_wants(&c->settings->types, type_name(c, likely_type(p)));
}

static void print_spellings(struct candidates *c,
			    const struct proposed_form *form)
{
	uint32_t proposal = form->proposal;
	const struct proposed_form *end = c->gathered.forms.items +
					  c->gathered.forms.count;

	LIST_CLEAR(&c->items);
	for (; form < end && form->proposal == proposal; form++)
		*LIST_ADD(&c->items) = (struct output_item){ form->text,
							     form->count };
	output_items(c->context->out, c->items.items, c->items.count);
}

static void print_reasons(struct candidates *c, unsigned why)
{
	LIST_CLEAR(&c->items);
	for (size_t i = 0; i < COUNT_OF(reasons); i++)
		if (why >> i & 1)
			LIST_ADD(&c->items)->text = str_of(reasons[i]);
	output_items(c->context->out, c->items.items, c->items.count);
}

static struct str cue_of(const struct proposal *p, struct str name)
{
	if (p->why & WHY_ABBREVIATION && utf8_chars(name) <= SHORT_FORM)
		return STR("short");
	return p->is_known_word ? STR("common-word") : STR_NONE;
}

/* Id and name, as the database has them: a list that named an entity otherwise
 * would part it from itself. Else the commonest spelling makes both. */
static int print_name(struct candidates *c, const struct proposal *p,
		      const struct proposed_form *form, struct err *err)
{
	struct output *out = c->context->out;
	struct str name = form->text;
	int rc = 0;

	strbuf_clear(&c->line);
	if (p->id.len > 0) {
		statement_bind(c->names, 1, p->id);
		rc = statement_step(c->names, err);
		if (rc > 0)
			name = statement_text(c->names, 0);
		strbuf_add(&c->line, p->id);
	} else {
		romanisation_slug(c->romanisation, &c->line, name);
	}
	output_text(out, strbuf_view(&c->line));
	output_text(out, p->why & WHY_ADDRESS ? STR("mul") : form->lang);
	output_text(out, name);
	output_text(out, cue_of(p, name));
	if (p->id.len > 0)
		statement_reset(c->names);
	return rc < 0 ? rc : 0;
}

static int print_proposal(struct candidates *c, uint32_t number,
			  struct err *err)
{
	const struct proposal *p = &c->gathered.list.items[number];
	const struct proposed_form *form = forms_of(c, number);
	struct output *out = c->context->out;
	int rc;

	output_text(out, type_name(c, likely_type(p)));
	rc = print_name(c, p, form, err);
	output_number(out, p->count);
	output_number(out, p->documents);
	print_reasons(c, p->why);
	print_spellings(c, form);
	output_text(out, p->example);
	output_text(out, p->document);
	output_line(out, p->line);
	return rc;
}

static int print_all(struct candidates *c, struct err *err)
{
	static const struct output_column columns[] = {
		{ "type", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "id", OUTPUT_TEXT, SHOW_WIDE, NULL },
		{ "lang", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "name", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "cue", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "count", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
		{ "documents", OUTPUT_NUMBER, SHOW_ALWAYS, NULL },
		{ "why", OUTPUT_LIST, SHOW_ALWAYS, NULL },
		{ "spellings", OUTPUT_COUNTS, SHOW_ALWAYS, NULL },
		{ "example", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "document", OUTPUT_TEXT, SHOW_ALWAYS, NULL },
		{ "line", OUTPUT_NUMBER, SHOW_ALWAYS, NULL }
	};
	struct gathered *g = &c->gathered;
	int rc = statement_open(&c->names, c->context->db,
				"SELECT name FROM entity WHERE id = ?1", err);

	if (rc == 0)
		rc = output_columns(c->context->out, columns,
				    COUNT_OF(columns), err);
	if (rc < 0)
		return rc;
	for (uint32_t i = 1; i < g->list.count; i++)
		if (is_wanted(c, &g->list.items[i]))
			*LIST_ADD(&c->order) = i;
	sorted = g;
	if (c->order.count > 1)
		qsort(c->order.items, c->order.count, sizeof *c->order.items,
		      by_count);
	if (g->forms.count > 2)
		qsort(g->forms.items + 1, g->forms.count - 1,
		      sizeof *g->forms.items, by_proposal);
	for (size_t i = 0; rc == 0 && i < c->order.count &&
			   output_left(c->context->out) > 0; i++)
		rc = print_proposal(c, c->order.items[i], err);
	return rc;
}

static int gather_one(struct candidates *c, struct statement *document,
		      int64_t number, struct err *err)
{
	int64_t row = statement_number(document, 0);
	int rc = stored_read(&c->stored, row, err);

	if (rc < 0)
		return err_wrap(err, rc, "%s: '%.*s'",
				database_path(c->context->db),
				STR_ARGS(statement_text(document, 1)));
	rc = passing_look(&c->passing, row, &c->stored.doc, err);
	if (rc == 0)
		gathered_add(&c->gathered, &c->stored.doc, number);
	return rc;
}

static int gather_all(struct candidates *c, struct err *err)
{
	struct statement *documents;
	int64_t number = 0;
	int rc = passing_documents(&documents, c->context, err);

	if (rc == 0)
		rc = passing_open(&c->passing, c->context, err);
	c->gathered.passing = &c->passing;
	while (rc >= 0 && (rc = statement_step(documents, err)) > 0)
		rc = gather_one(c, documents, ++number, err);
	statement_close(documents);
	passing_close(&c->passing);
	return rc;
}

static int run_opened(struct candidates *c, struct err *err)
{
	int rc = romanisation_open(&c->romanisation, c->knowledge->lexicons,
				   err);

	if (rc == 0)
		rc = kinds_open(&c->kinds, c->knowledge, err);
	else
		c->kinds = (struct kinds){ .buf = STRBUF_INIT };
	if (rc == 0)
		rc = stored_open(&c->stored, c->context->db, DOCUMENT_LIMIT,
				 err);
	if (rc == 0)
		rc = gather_all(c, err);
	if (rc == 0)
		rc = print_all(c, err);
	statement_close(c->names);
	stored_close(&c->stored);
	kinds_close(&c->kinds);
	romanisation_close(c->romanisation);
	return rc;
}

static int candidates_run(const void *settings, struct query_context *context,
			  struct err *err)
{
	struct candidates c = { .settings = settings, .context = context };
	int rc = query_no_arguments(&candidates_query, context, err);

	if (rc == 0)
		rc = session_knowledge(context->session, LANGUAGES_ALL,
				       &c.knowledge, err);
	if (rc < 0)
		return rc;
	gathered_init(&c.gathered, &c.kinds);
	rc = run_opened(&c, err);
	gathered_release(&c.gathered);
	LIST_RELEASE(&c.order);
	LIST_RELEASE(&c.items);
	strbuf_release(&c.line);
	return rc;
}

const struct query candidates_query = {
	.program = {
		.name = "candidates",
		.summary = "list names that no table has, for --names",
		.group = GROUP_ORDER,
		.arguments = "DATABASE",
		.description =
"Print names that the reports of a database have and no lexicon: what esep-tag took for an outlet, a body or an organisation by its shape, web addresses and handles, names in quotation marks beside a word for what they are, words in capitals that nothing else explains, abbreviations. The first five columns are those of a list for esep-tag --names: type (the likely one), id, lang, name, and cue where the name is a common word or a short form. A list of them with a header row, put right by hand and handed to esep-run --names, makes the reports of another country known.\n"
"\n"
"The columns behind them help to decide: how often and in how many documents the name stands, what speaks for it (shape, address, kind word, quoted, abbreviation, capitals), its spellings with their counts, the commonest first, and the first sentence that has it, with its document and line. Spellings in other scripts and cases are one name where they share a name key.\n"
"\n"
"Persons are found without a list: only those are printed that esep-tag did not find.",
		.examples =
"  esep candidates corpus.db --min 3\n"
"      names that stand three times or more\n"
"  esep candidates corpus.db --type outlet --format tsv | cut -f 1-5 > names.tsv\n"
"      a list to put right by hand; then: esep run --names names.tsv -o corpus.db reports/\n",
		.options = options,
		.settings_size = sizeof(struct candidates_settings),
	},
	.run = candidates_run,
};
