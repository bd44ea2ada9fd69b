#include "cues.h"

#include "alternatives.h"
#include "cue_rows.h"
#include "lexicons.h"

#include <stdlib.h>

enum { TABLES = 9 };

struct place {
	struct str id, country;
};

struct cues {
	LIST(struct cue_row) rows;
	LIST(struct place) countries;  /* by id */
	struct phrases *phrases;
	struct phrase_matches matches; /* reused */
	struct strbuf plain;           /* reused */
	struct words *words;
	struct table tables[TABLES];   /* own the strings of the rows */
	size_t table_count;
};

static const struct source {
	const char *file, *columns, *pattern; /* no pattern: looked up only */
	enum cue_kind kind;
} sources[TABLES] = {
	{ "acts.tsv", "type target", NULL, CUE_KINDS },
	{ "triggers.tsv", "type lang voice needs pattern", "pattern",
	  CUE_TRIGGER },
	{ "speech.tsv", "lang pattern side kind", "pattern", CUE_SPEECH },
	{ "groups.tsv", "id class lang pattern", "pattern", CUE_GROUP },
	{ "clauses.tsv", "cue lang pattern", "pattern", CUE_GENERAL },
	{ "roles.tsv", "class lang role", "role", CUE_ROLE },
	{ "numbers.tsv", "lang form value", "form", CUE_NUMBER },
	{ "events.tsv", "id date", NULL, CUE_KINDS },
	{ "places.tsv", "id kind country", NULL, CUE_KINDS }
};

/* A phrase's value: the number of its row, and whether it has a `*`. */
static uint32_t value_of(size_t row, struct str plain)
{
	bool open = str_find(plain, STR("*"), 0) < plain.len;

	return (uint32_t)row << 1 | open;
}

static int add_patterns(struct cues *cues, const struct table *table,
			size_t row, struct str pattern, struct err *err)
{
	size_t cue = cues->rows.count - 1, number = 0;

	while (alternatives_get(&cues->plain, pattern, number)) {
		struct str plain = strbuf_view(&cues->plain);

		phrases_add(cues->phrases, cues->rows.items[cue].lang, plain,
			    value_of(cue, plain));
		number++;
	}
	if (number > 0 && number < ALTERNATIVES_MAX)
		return 0;
	return err_set(err, ERR_FORMAT, "%.*s:%u: %s in '%.*s'",
		       STR_ARGS(table->path),
		       (unsigned)table->lines.items[row],
		       number > 0 ? "too many alternatives" : "unpaired brace",
		       STR_ARGS(pattern));
}

static int add_rows(struct cues *cues, const struct table *table,
		    const struct source *source, struct err *err)
{
	int lang = table_column(table, "lang"), rc;
	int pattern = table_column(table, source->pattern);

	for (size_t i = 0; i < table->row_count; i++) {
		struct cue_row *cue = LIST_ADD(&cues->rows);

		cue->kind = source->kind;
		cue->lang = words_lang(cues->words, table_cell(table, i, lang));
		if ((rc = cue_row_fill(cue, table, i, &cues->tables[0],
				       err)) < 0 ||
		    (rc = add_patterns(cues, table, i,
				       table_cell(table, i, pattern),
				       err)) < 0)
			return rc;
	}
	return 0;
}

static void add_countries(struct cues *cues)
{
	const struct table *table = &cues->tables[TABLES - 1];
	int id = table_column(table, "id"), kind = table_column(table, "kind");
	int country = table_column(table, "country");

	for (size_t i = 0; i < table->row_count; i++)
		if (str_equal(table_cell(table, i, kind), STR("country")))
			*LIST_ADD(&cues->countries) = (struct place){
				table_cell(table, i, id),
				table_cell(table, i, country)
			};
}

static int load(struct cues *cues, const char *lexicons, struct err *err)
{
	for (size_t i = 0; i < TABLES; i++) {
		struct table *table = &cues->tables[i];
		int rc = lexicons_load(table, lexicons, sources[i].file,
				       sources[i].columns, err);

		if (rc < 0)
			return rc;
		cues->table_count++;
		if (sources[i].pattern != NULL &&
		    (rc = add_rows(cues, table, &sources[i], err)) < 0)
			return rc;
	}
	add_countries(cues);
	return 0;
}

int cues_open(struct cues **result, struct languages *languages,
	      struct words *words, const char *lexicons, struct err *err)
{
	struct cues *cues = memory_get(sizeof *cues);
	int rc;

	*cues = (struct cues){ .words = words };
	cues->phrases = phrases_new(languages, words);
	if ((rc = load(cues, lexicons, err)) < 0) {
		cues_close(cues);
		return rc;
	}
	*result = cues;
	return 0;
}

void cues_close(struct cues *cues)
{
	if (cues == NULL)
		return;
	phrases_free(cues->phrases);
	LIST_RELEASE(&cues->rows);
	LIST_RELEASE(&cues->countries);
	LIST_RELEASE(&cues->matches);
	strbuf_release(&cues->plain);
	for (size_t i = 0; i < cues->table_count; i++)
		table_release(&cues->tables[i]);
	free(cues);
}

/* Of two matches of one length the one by form stands, then the pattern that
 * stands first in its table; phrases_match gives longer ones first. */
static bool is_better(const struct phrase_match *new,
		      const struct phrase_match *old)
{
	return old == NULL || (new->end == old->end && new->exact &&
			       !old->exact);
}

static bool counts(const struct cue_row *row, const struct phrase_match *match,
		   lang_id lang)
{
	if (lang != LANG_UND && row->lang != LANG_UND && row->lang != lang)
		return false;
	return match->exact || (match->value & 1) || row->kind == CUE_ROLE;
}

void cues_find(struct cues *cues, const struct document *doc, size_t sentence,
	       struct cue_list *out)
{
	const struct sentence *s = &doc->sentences.items[sentence];
	size_t end = s->first_token + s->token_count;
	size_t taken[CUE_KINDS] = { 0 };

	LIST_CLEAR(out);
	for (size_t at = s->first_token; at < end; at++) {
		const struct phrase_match *best[CUE_KINDS] = { NULL };

		LIST_CLEAR(&cues->matches);
		phrases_match(cues->phrases, doc, at, end, &cues->matches);
		for (size_t i = 0; i < cues->matches.count; i++) {
			const struct phrase_match *m = &cues->matches.items[i];
			const struct cue_row *row =
				&cues->rows.items[m->value >> 1];

			if (at >= taken[row->kind] &&
			    counts(row, m, s->lang) &&
			    is_better(m, best[row->kind]))
				best[row->kind] = m;
		}
		for (size_t kind = 0; kind < CUE_KINDS; kind++) {
			if (best[kind] == NULL)
				continue;
			taken[kind] = best[kind]->end;
			*LIST_ADD(out) = (struct cue){
				&cues->rows.items[best[kind]->value >> 1],
				best[kind]->first, best[kind]->end
			};
		}
	}
}

struct str cues_country(const struct cues *cues, struct str code)
{
	for (size_t i = 0; i < cues->countries.count; i++)
		if (str_equal(cues->countries.items[i].country, code))
			return cues->countries.items[i].id;
	return STR_NONE;
}

struct str cues_event_date(const struct cues *cues, struct str event)
{
	const struct table *table = &cues->tables[TABLES - 2];
	int id = table_column(table, "id");

	for (size_t i = 0; i < table->row_count; i++)
		if (str_equal(table_cell(table, i, id), event))
			return table_cell(table, i,
					  table_column(table, "date"));
	return STR_NONE;
}

bool cues_is_country(const struct cues *cues, struct str place)
{
	for (size_t i = 0; i < cues->countries.count; i++)
		if (str_equal(cues->countries.items[i].id, place))
			return true;
	return false;
}
