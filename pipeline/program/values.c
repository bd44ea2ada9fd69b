#include "values_internal.h"

#include "document.h"
#include "filters.h"
#include "session.h"

/* What is asked of the database. `has` is sooner than the list; its parameter
 * is the value. */
static const struct kind_facts {
	const char *none;    /* a value is not there */
	const char *list;    /* value and what is told of it */
	const char *has;     /* or NULL: the list is looked through */
	bool is_known;       /* esep has a list of its own */
} kinds[VALUE_KINDS] = {
	[VALUE_EDITION] = { "there is no edition '%s'",
		"SELECT edition, count(*) || iif(count(*) > 1, ' reports', "
		"' report') FROM document WHERE edition IS NOT NULL GROUP BY 1 "
		"ORDER BY 1", NULL, false },
	[VALUE_LANG] = { "there are no sentences in '%s'",
		"SELECT DISTINCT lang, NULL FROM sentence ORDER BY 1",
		"SELECT 1 FROM sentence WHERE lang = ?1 LIMIT 1", false },
	[VALUE_COUNTRY] = { "nothing is on the country '%s'",
		"SELECT country, NULL FROM document WHERE country IS NOT NULL "
		"UNION SELECT country, NULL FROM paragraph "
		"WHERE country IS NOT NULL ORDER BY 1",
		"SELECT 1 FROM document WHERE country = ?1 UNION ALL "
		"SELECT 1 FROM paragraph WHERE country = ?1 LIMIT 1", false },
	[VALUE_SERIES] = { "there is no series '%s'",
		"SELECT series, count(*) || iif(count(*) > 1, ' reports', "
		"' report') FROM document WHERE series IS NOT NULL GROUP BY 1 "
		"ORDER BY 1", NULL, false },
	[VALUE_DOCUMENT] = { "there is no document '%s'",
		"SELECT name, title FROM document ORDER BY name",
		"SELECT 1 FROM document WHERE name = ?1", false },
	[VALUE_SECTION] = { "there is no section '%s'",
		"SELECT code, min(title) FROM section GROUP BY code "
		"ORDER BY min(position), code",
		"SELECT 1 FROM section WHERE code = ?1 LIMIT 1", false },
	[VALUE_KIND] = { "there are no paragraphs of kind '%s'",
		"SELECT kind, count(*) FROM paragraph GROUP BY kind "
		"ORDER BY kind",
		"SELECT 1 FROM paragraph WHERE kind = ?1 LIMIT 1", true },
	[VALUE_ENTITY] = { "there is no entity '%s'",
		"SELECT id, entity.name || coalesce(' (' || entity.type || ')'"
		", '') FROM entity LEFT JOIN alias ON entity = id GROUP BY id "
		"ORDER BY coalesce(sum(count), 0) DESC, id", NULL, false },
	[VALUE_PLACE] = { "there is no place '%s'",
		"SELECT id, entity.name FROM entity LEFT JOIN alias "
		"ON entity = id WHERE entity.type = 'place' GROUP BY id "
		"ORDER BY coalesce(sum(count), 0) DESC, id", NULL, false },
	[VALUE_ENTITY_TYPE] = { "there are no entities of type '%s'",
		"SELECT type, count(*) FROM entity WHERE type IS NOT NULL "
		"GROUP BY type ORDER BY type", NULL, true },
	[VALUE_INCIDENT_TYPE] = { "there are no incidents of type '%s'",
		"SELECT type, count(*) FROM incident GROUP BY type "
		"ORDER BY type",
		"SELECT 1 FROM incident WHERE type = ?1 LIMIT 1", true },
	[VALUE_NAME_LANG] = { "there are no names in '%s'",
		"SELECT DISTINCT lang, NULL FROM entity_name ORDER BY 1",
		NULL, false },
};

bool values_are_checked(enum value_kind kind)
{
	return kinds[kind].none || kind == VALUE_WHERE || kind == VALUE_DATE ||
	       kind == VALUE_PERCENT;
}

/* The rows of a statement to `see`; they begin with `prefix`. */
static int list_rows(struct database *db, const char *sql, const char *column,
		     const char *prefix, values_see *see, void *data,
		     struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, sql, err);

	if (rc == 0 && column)
		statement_bind(st, 1, str_of(column));
	while (rc >= 0 && (rc = statement_step(st, err)) > 0)
		if (str_has_prefix_any_case(statement_text(st, 0), prefix))
			see(data, statement_text(st, 0), statement_text(st, 1));
	statement_close(st);
	return rc;
}

static const char keys_sql[] =
	"SELECT DISTINCT key, NULL FROM document_meta "
	"WHERE key NOT GLOB '" META_NAME "*' ORDER BY 1";

static const char values_sql[] =
	"SELECT value, count(*) FROM document_meta WHERE key = ?1 "
	"GROUP BY value ORDER BY value";

/* The columns that some report has a value in. */
static int list_columns(struct database *db, const char *prefix,
			values_see *see, void *data, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	int rc = 0;

	for (size_t i = 0; rc == 0 && filters_document_columns[i]; i++) {
		const char *name = filters_document_columns[i];

		strbuf_clear(&sql);
		strbuf_addf(&sql, "SELECT '%s', NULL WHERE EXISTS (SELECT 1 "
			    "FROM document WHERE %s IS NOT NULL)", name,
			    filters_document_column(str_of(name)));
		rc = list_rows(db, sql.data, NULL, prefix, see, data, err);
	}
	strbuf_release(&sql);
	return rc < 0 ? rc
		      : list_rows(db, keys_sql, NULL, prefix, see, data, err);
}

static int list_values(struct database *db, const char *column,
		       const char *prefix, values_see *see, void *data,
		       struct err *err)
{
	const char *own = filters_document_column(str_of(column));
	struct strbuf sql = STRBUF_INIT;
	int rc;

	if (own)
		strbuf_addf(&sql, "SELECT %s, count(*) FROM document WHERE %s "
			    "IS NOT NULL GROUP BY 1 ORDER BY 1", own, own);
	rc = list_rows(db, own ? sql.data : values_sql, own ? NULL : column,
		       prefix, see, data, err);
	strbuf_release(&sql);
	return rc;
}

/* Whoever is told of values gets them with more around. */
struct wrapped {
	const char *before, *behind;
	values_see *see;
	void *data;
};

static void see_wrapped(void *data, struct str value, struct str about)
{
	const struct wrapped *wrapped = data;
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "%s%.*s%s", wrapped->before, STR_ARGS(value),
		    wrapped->behind);
	wrapped->see(wrapped->data, strbuf_view(&text), about);
	strbuf_release(&text);
}

static int list_where(struct database *db, const char *prefix, values_see *see,
		      void *data, struct err *err)
{
	const char *sign = strchr(prefix, '=');
	struct wrapped wrapped = { "", "=", see, data };
	struct strbuf column = STRBUF_INIT, before = STRBUF_INIT;
	int rc;

	if (!sign)
		return list_columns(db, prefix, see_wrapped, &wrapped, err);
	strbuf_add(&column, str_slice(str_of(prefix), 0,
				      (size_t)(sign - prefix)));
	strbuf_addf(&before, "%s=", column.data);
	wrapped.before = before.data;
	wrapped.behind = "";
	rc = list_values(db, column.data, sign + 1, see_wrapped, &wrapped, err);
	strbuf_release(&column);
	strbuf_release(&before);
	return rc;
}

int values_list(struct database *db, enum value_kind kind, const char *prefix,
		values_see *see, void *data, struct err *err)
{
	if (kind == VALUE_WHERE)
		return list_where(db, prefix, see, data, err);
	return kinds[kind].list ? list_rows(db, kinds[kind].list, NULL, prefix,
					    see, data, err)
				: 0;
}

/* A value that is looked for among those that are there. */
struct search_for {
	struct offer offer;
	bool found;
};

static void see_value(void *data, struct str value, struct str about)
{
	struct search_for *s = data;

	(void)about;
	s->found = s->found || str_equal(value, s->offer.wanted);
	offer_compare(&s->offer, value, value);
	offer_list(&s->offer, value);
}

static int has_value(struct database *db, const char *sql, struct str value,
		     bool *found, struct err *err)
{
	struct statement *st;
	int rc = statement_open(&st, db, sql, err);

	if (rc < 0)
		return rc;
	statement_bind(st, 1, value);
	rc = statement_step(st, err);
	*found = rc > 0;
	statement_close(st);
	return rc < 0 ? rc : 0;
}

/* What esep knows of a kind, to `see`; types of mentions beyond its own are
 * those of `types`. */
static void list_known(struct lexicons *lexicons,
		       const struct mention_types *types, enum value_kind kind,
		       values_see *see, void *data)
{
	struct table *acts = NULL;
	struct err err;

	for (int i = 0; kind == VALUE_KIND && i < PARAGRAPH_KINDS; i++)
		see(data, paragraph_kind_name((enum paragraph_kind)i),
		    STR_NONE);
	for (unsigned i = 0; kind == VALUE_ENTITY_TYPE &&
			     i < MENTION_KNOWN + types->count; i++)
		if (!mention_type_has_value((enum mention_type)i))
			see(data, mention_types_name(types,
						     (enum mention_type)i),
			    STR_NONE);
	if (kind == VALUE_INCIDENT_TYPE && lexicons &&
	    lexicons_table(lexicons, "acts.tsv", &acts, &err) == 0)
		for (size_t row = 0; row < acts->row_count; row++)
			see(data, table_named_cell(acts, row, "type"),
			    STR_NONE);
}

/* With the lexicons of the session, where they open. */
static void look_at_known(struct query_context *context, enum value_kind kind,
			  struct search_for *known)
{
	const struct mention_types own = { .count = 0 };
	struct knowledge *knowledge;
	struct err err;

	if (context->session && kinds[kind].is_known &&
	    session_knowledge(context->session, 0, &knowledge, &err) == 0)
		list_known(knowledge->lexicons, &knowledge->words->types, kind,
			   see_value, known);
	else
		list_known(NULL, &own, kind, see_value, known);
}

/* None is there: what esep knows is fine, but who asks is told. */
static int refuse_unknown(struct query_context *context, enum value_kind kind,
			  const char *label, struct search_for *s,
			  struct err *err)
{
	struct search_for known = { .found = false };
	struct strbuf *best = &known.offer.best;
	int rc = 0;

	offer_init(&known.offer, s->offer.wanted);
	look_at_known(context, kind, &known);
	if (best->len > 0)
		offer_compare(&s->offer, strbuf_view(best), strbuf_view(best));
	if (known.found) {
		strbuf_clear(&s->offer.best);
		offer_refuse(&s->offer, label, kinds[kind].none, err);
		strbuf_addf(&context->notes, "%s\n", err->text);
	} else {
		rc = offer_refuse(&s->offer, label, kinds[kind].none, err);
	}
	offer_release(&known.offer);
	return rc;
}

static int check_listed(struct query_context *context, enum value_kind kind,
			const char *label, struct str value, struct err *err)
{
	struct search_for s = { .found = false };
	int rc = kinds[kind].has ? has_value(context->db, kinds[kind].has,
					     value, &s.found, err)
				 : 0;

	if (rc < 0 || s.found)
		return rc;
	offer_init(&s.offer, value);
	rc = values_list(context->db, kind, "", see_value, &s, err);
	if (rc == 0 && !s.found)
		rc = refuse_unknown(context, kind, label, &s, err);
	offer_release(&s.offer);
	return rc;
}

/* COLUMN=VALUE: the column first, then what stands in it. */
static int check_where(struct query_context *context, const char *label,
		       const char *text, struct err *err)
{
	struct search_for s = { .found = false };
	struct str rest = str_of(text), column;
	struct strbuf copy = STRBUF_INIT, none = STRBUF_INIT;
	int rc;

	str_split(&rest, '=', &column);
	strbuf_add(&copy, column);
	offer_init(&s.offer, column);
	strbuf_add_z(&none, rest.data ? "no report has a column '%s'"
				      : "COLUMN=VALUE is wanted, not '%s'");
	rc = list_columns(context->db, "", see_value, &s, err);
	if (rc == 0 && s.found && rest.data) {
		offer_release(&s.offer);
		offer_init(&s.offer, rest);
		s.found = false;
		strbuf_clear(&none);
		strbuf_addf(&none, "no report has '%%s' as its %s", copy.data);
		rc = list_values(context->db, copy.data, "", see_value, &s,
				 err);
	}
	if (rc == 0 && (!s.found || !rest.data))
		rc = offer_refuse(&s.offer, label, none.data, err);
	offer_release(&s.offer);
	strbuf_release(&copy);
	strbuf_release(&none);
	return rc;
}

static int check_date(const char *label, const char *text, struct err *err)
{
	struct edtf date;

	if (edtf_parse(&date, str_of(text)))
		return 0;
	return err_set(err, ERR_USAGE,
		       "%s takes a date such as 2022, 2022-07 or 2022-07-14, "
		       "not '%s'", label ? label : "it", text);
}

int values_check(struct query_context *context, enum value_kind kind,
		 const char *label, const char **value, struct err *err)
{
	switch (kind) {
	case VALUE_WHERE:
		return check_where(context, label, *value, err);
	case VALUE_DATE:
		return check_date(label, *value, err);
	case VALUE_ENTITY:
	case VALUE_PLACE:
		return values_find_entity(context, kind == VALUE_PLACE, label,
					  value, err);
	default:
		return kinds[kind].list ? check_listed(context, kind, label,
						       str_of(*value), err)
					: 0;
	}
}

static int check_percent(const char *label, const void *field, struct err *err)
{
	size_t percent = *(const size_t *)field;

	if (percent <= 100)
		return 0;
	return err_set(err, ERR_USAGE, "%s takes a percentage, 0 to 100, not "
		       "%zu", label, percent);
}

static int check_option(struct query_context *context,
			const struct program_option *option, void *settings,
			struct err *err)
{
	void *field = (char *)settings + option->offset;
	struct strings *list = field;
	const char **text = field;
	struct strbuf label = STRBUF_INIT;
	int rc = 0;

	strbuf_addf(&label, "--%s", option->name);
	if (option->values == VALUE_PERCENT)
		rc = check_percent(label.data, field, err);
	else if (option->type == OPT_STRING && *text)
		rc = values_check(context, option->values, label.data, text,
				  err);
	else if (option->type == OPT_LIST)
		for (size_t i = 0; rc == 0 && i < list->count; i++)
			rc = values_check(context, option->values, label.data,
					  &list->items[i], err);
	strbuf_release(&label);
	return rc;
}

int values_check_all(struct query_context *context,
		     const struct program *program, void *settings,
		     struct err *err)
{
	struct strings *arguments = &context->arguments;
	int rc = 0;

	for (const struct program_option *option = program->options;
	     rc == 0 && option && option->name; option++)
		if (values_are_checked(option->values))
			rc = check_option(context, option, settings, err);
	for (size_t i = 0; rc == 0 && i < arguments->count; i++)
		if (values_are_checked(program->argument_values))
			rc = values_check(context, program->argument_values,
					  NULL, &arguments->items[i], err);
	return rc;
}

static void add_name(void *data, struct str value, struct str about)
{
	struct strbuf *out = data;

	(void)about;
	strbuf_addf(out, "%s%.*s", out->len > 0 ? ", " : "", STR_ARGS(value));
}

void values_add_known(struct strbuf *out, enum value_kind kind,
		      const char *path)
{
	struct mention_types types = { .count = 0 };
	const struct type_facts *facts;
	struct lexicons *lexicons = NULL;
	struct strbuf list = STRBUF_INIT;
	struct err err;

	if (!kinds[kind].is_known)
		return;
	if (kind != VALUE_KIND && lexicons_open(&lexicons, path, &err) == 0)
		lexicons_types(lexicons, &types, &facts, &err);
	list_known(lexicons, &types, kind, add_name, &list);
	strbuf_add(out, strbuf_view(&list));
	strbuf_release(&list);
	lexicons_close(lexicons);
}
