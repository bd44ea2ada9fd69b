#include "cues.h"

#include "alternatives.h"
#include "cue_rows.h"
#include "countries.h"
#include "number_words.h"

#include <stdlib.h>

struct ending {                /* of a place's name, that tells where */
	lang_id lang;
	struct str form;
};

struct cues {
	LIST(struct cue_row) rows;
	LIST(struct ending) endings;
	const struct countries *countries;
	struct table *events;
	struct phrases *phrases;
	struct phrase_matches matches; /* reused */
	struct strbuf plain;           /* reused */
	const struct knowledge *knowledge;
};

static const struct source {
	const char *file, *pattern;    /* the column of the pattern */
	enum cue_kind kind;
} sources[] = {
	{ "triggers.tsv", "pattern", CUE_TRIGGER },
	{ "speech.tsv", "pattern", CUE_SPEECH },
	{ "groups.tsv", "pattern", CUE_GROUP },
	{ "pronouns.tsv", "pattern", CUE_PRONOUN },
	{ "clauses.tsv", "pattern", CUE_GENERAL },
	{ "roles.tsv", "role", CUE_ROLE },
	{ "durations.tsv", "words", CUE_DURATION },
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
	return table_refuse(table, row, err, "%s in '%.*s'",
			    number > 0 ? "too many alternatives"
				       : "unpaired brace", STR_ARGS(pattern));
}

static int add_row(struct cues *cues, const struct source *source,
		   struct table *table, size_t row, struct err *err)
{
	struct cue_row *cue = LIST_ADD(&cues->rows);
	int rc = knowledge_lang(cues->knowledge, table, row, &cue->lang, err);

	cue->kind = source->kind;
	if (rc == 0)
		rc = cue_row_fill(cue, cues->knowledge->lexicons, table, row,
				  err);
	if (rc == 0)
		rc = add_patterns(cues, table, row,
				  table_named_cell(table, row, source->pattern),
				  err);
	if (rc == 0)
		table_take(table, row);
	return rc;
}

static int add_source(struct cues *cues, const struct source *source,
		      struct err *err)
{
	struct table *table;
	int rc = lexicons_table(cues->knowledge->lexicons, source->file, &table,
				err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(cues, source, table, row, err);
	return rc;
}

static int add_numbers(struct cues *cues, struct err *err)
{
	const struct number_words *numbers;
	int rc = lexicons_numbers(cues->knowledge->lexicons, &numbers, err);

	for (size_t i = 0; rc == 0 && i < numbers->list.count; i++) {
		const struct number_word *word = &numbers->list.items[i];
		struct cue_row *cue = LIST_ADD(&cues->rows);

		*cue = (struct cue_row){
			.kind = CUE_NUMBER, .number = word->value,
			.lang = languages_find(cues->knowledge->languages,
					       word->lang)
		};
		phrases_add(cues->phrases, cue->lang, word->form,
			    value_of(cues->rows.count - 1, word->form));
	}
	return rc;
}

static int add_endings(struct cues *cues, struct err *err)
{
	struct table *table;
	int rc = lexicons_table(cues->knowledge->lexicons, "place_signs.tsv",
				&table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		struct ending *ending;

		if (!str_equal(table_named_cell(table, row, "kind"),
			       STR("ending")))
			continue;
		ending = LIST_ADD(&cues->endings);
		ending->form = table_named_cell(table, row, "form");
		rc = knowledge_lang(cues->knowledge, table, row, &ending->lang,
				    err);
	}
	return rc;
}

static int load(struct cues *cues, struct err *err)
{
	struct lexicons *lexicons = cues->knowledge->lexicons;
	int rc = languages_need(cues->knowledge->languages,
				LANGUAGES_SPLIT | LANGUAGES_STEM, err);

	for (size_t i = 0; rc == 0 && i < COUNT_OF(sources); i++)
		rc = add_source(cues, &sources[i], err);
	if (rc == 0)
		rc = add_numbers(cues, err);
	if (rc == 0)
		rc = add_endings(cues, err);
	if (rc == 0)
		rc = lexicons_table(lexicons, "events.tsv", &cues->events, err);
	if (rc == 0)
		rc = lexicons_countries(lexicons, &cues->countries, err);
	return rc;
}

int cues_open(struct cues **result, const struct knowledge *knowledge,
	      struct err *err)
{
	struct cues *cues = memory_get(sizeof *cues);
	int rc;

	*cues = (struct cues){ .knowledge = knowledge,
			       .phrases = phrases_new(knowledge) };
	rc = load(cues, err);
	if (rc < 0) {
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
	LIST_RELEASE(&cues->endings);
	LIST_RELEASE(&cues->matches);
	strbuf_release(&cues->plain);
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
	return match->exact || (match->value & 1) || row->kind == CUE_ROLE ||
	       row->kind == CUE_NOUN;
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

struct str cues_event_date(const struct cues *cues, struct str event)
{
	int id = table_column(cues->events, "id");

	for (size_t row = 0; row < cues->events->row_count; row++)
		if (str_equal(table_cell(cues->events, row, id), event))
			return table_named_cell(cues->events, row, "date");
	return STR_NONE;
}

bool cues_is_where(const struct cues *cues, lang_id lang, struct str form)
{
	for (size_t i = 0; i < cues->endings.count; i++)
		if (cues->endings.items[i].lang == lang &&
		    str_has_suffix(form, cues->endings.items[i].form))
			return true;
	return false;
}

bool cues_is_country(const struct cues *cues, struct str place)
{
	return countries_by_id(cues->countries, place) != NULL;
}
