#include "cues_internal.h"

#include "alternatives.h"
#include "cue_rows.h"
#include "countries.h"
#include "number_words.h"

#include <stdlib.h>

static const struct source {
	const char *file, *pattern;    /* the column of the pattern */
	enum cue_kind kind;
} sources[] = {
	{ "triggers.tsv", "pattern", CUE_TRIGGER },
	{ "speech.tsv", "pattern", CUE_SPEECH },
	{ "groups.tsv", "pattern", CUE_GROUP },
	{ "speakers.tsv", "pattern", CUE_SPEAKER },
	{ "pronouns.tsv", "pattern", CUE_PRONOUN },
	{ "clauses.tsv", "pattern", CUE_GENERAL },
	{ "roles.tsv", "role", CUE_ROLE },
	{ "durations.tsv", "words", CUE_DURATION },
};

/* Apart by language, so that of the words of a text only the stems in its own
 * are asked for. */
static struct phrases *phrases_of(struct cues *cues, lang_id lang)
{
	if (cues->phrases[lang] == NULL)
		cues->phrases[lang] = phrases_new(cues->knowledge);
	if (cues->langs <= lang)
		cues->langs = (lang_id)(lang + 1);
	return cues->phrases[lang];
}

static int add_patterns(struct cues *cues, const struct table *table,
			size_t row, size_t cue, struct str pattern,
			struct err *err)
{
	lang_id lang = cues->rows.items[cue].lang;
	size_t count = alternatives_count(pattern);

	phrases_add_choices(phrases_of(cues, lang), lang, pattern,
			    (uint32_t)cue);
	if (count > 0 && count < ALTERNATIVES_MAX)
		return 0;
	return table_refuse(table, row, err, "%s in '%.*s'",
			    count > 0 ? "too many alternatives"
				      : "unpaired brace", STR_ARGS(pattern));
}

/* The cues of a verb's row are of it, as VOICE_PASSIVE or as VOICE_NOUN. */
static void add_voices(struct cues *cues)
{
	struct cue_row row = cues->rows.items[cues->rows.count - 1];
	bool is_free = verb_forms_is_free(cues->verbs, row.lang);

	if (!row.verbal)
		return;
	row.voice = row.voice == VOICE_UNDERGO ? VOICE_PASSIVE :
		    is_free ? VOICE_FREE : VOICE_ACTIVE;
	cues->rows.items[cues->rows.count - 1] = row;
	row.voice = VOICE_PASSIVE;
	*LIST_ADD(&cues->rows) = row;
	row.voice = VOICE_NOUN;
	if (row.need == NEED_NOTHING)
		row.need = NEED_PARTY;
	*LIST_ADD(&cues->rows) = row;
}

/* "Take ~ into custody": each stretch is looked for by itself. */
static int add_parted(struct cues *cues, const struct table *table, size_t row,
		      uint32_t head, struct str pattern, struct err *err)
{
	struct cue_row part = {
		.kind = CUE_PART, .lang = cues->rows.items[head].lang,
		.by_stem = cues->rows.items[head].by_stem, .head = head
	};
	struct str piece;
	int rc = 0;

	for (size_t i = 0; i < pattern.len; i++)
		part.parts += pattern.data[i] == '~';
	part.parts++;
	if (part.parts > PARTS_MAX)
		return table_refuse(table, row, err, "more than %d parts in "
				    "'%.*s'", PARTS_MAX, STR_ARGS(pattern));
	for (; rc == 0 && str_split(&pattern, '~', &piece); part.part++) {
		*LIST_ADD(&cues->rows) = part;
		rc = add_patterns(cues, table, row, cues->rows.count - 1,
				  str_trim(piece), err);
	}
	return rc;
}

static int add_pattern(struct cues *cues, const struct table *table,
		       size_t row, struct str pattern, struct err *err)
{
	uint32_t head = (uint32_t)cues->rows.count - 1;

	if (cues->rows.items[head].kind != CUE_TRIGGER)
		return add_patterns(cues, table, row, head, pattern, err);
	add_voices(cues);
	if (str_find(pattern, STR("~"), 0) < pattern.len)
		return add_parted(cues, table, row, head, pattern, err);
	return add_patterns(cues, table, row, head, pattern, err);
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
		rc = add_pattern(cues, table, row,
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
		phrases_add_lasting(phrases_of(cues, cue->lang), cue->lang,
				    word->form,
				    (uint32_t)cues->rows.count - 1, false);
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

	if (rc == 0)
		rc = verb_forms_open(&cues->verbs, cues->knowledge, err);
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

	*cues = (struct cues){ .knowledge = knowledge };
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
	for (size_t i = 0; i < LANG_MAX; i++)
		phrases_free(cues->phrases[i]);
	verb_forms_close(cues->verbs);
	LIST_RELEASE(&cues->rows);
	LIST_RELEASE(&cues->pieces);
	LIST_RELEASE(&cues->nevers);
	LIST_RELEASE(&cues->endings);
	LIST_RELEASE(&cues->matches);
	free(cues);
}

/* How much a cue of a length counts: by form, by stem, a verb in a form that
 * may be another word's. */
static unsigned rank_of(const struct phrase_match *match,
			const struct cue *cue)
{
	if (cue->form.tense == VERB_BASE || cue->form.tense == VERB_PRESENT)
		return 0;
	return cue->row->verbal || !match->exact ? 1 : 2;
}

/* What is to be kept of the matches that begin at a token: of each kind the
 * longest, of two of one length the one that counts more, then the one whose
 * pattern stands first in its table; phrases_match gives longer ones first. */
struct chosen {
	struct cue cue;
	unsigned rank;
};

static void choose(struct cues *cues, const struct document *doc,
		   const struct phrase_match *match, struct chosen *best)
{
	const struct cue_row *row = &cues->rows.items[match->value];
	struct cue cue = { .row = row, .first = match->first,
			   .end = match->end,
			   .length = match->end - match->first };
	unsigned rank;

	if (!match->exact && !match->open && !row->by_stem)
		return;
	if (row->kind == CUE_PART) {
		*LIST_ADD(&cues->pieces) = cue;
		return;
	}
	if (row->voice == VOICE_NEVER && row->kind == CUE_TRIGGER) {
		*LIST_ADD(&cues->nevers) = (struct joining){
			.row = row, .parts = { cue }, .count = 1
		};
		return;
	}
	if (row->verbal && !triggers_read(cues, doc, &cue))
		return;
	/* «приговор*» begins a verb too */
	if (row->kind == CUE_TRIGGER && row->voice == VOICE_NOUN &&
	    (row->by_stem || match->open) &&
	    triggers_is_verb(cues, doc, &cue))
		return;
	rank = rank_of(match, &cue);
	if (best->cue.row != NULL &&
	    (best->cue.end > cue.end || best->rank >= rank))
		return;
	*best = (struct chosen){ cue, rank };
}

static bool goes_first(const struct phrase_match *one,
		       const struct phrase_match *other)
{
	return one->end != other->end ? one->end > other->end
				      : one->value < other->value;
}

/* Put the matches from `first` on among those before them, as if all patterns
 * stood together: longest first, then by row. */
static void mingle(struct phrase_matches *matches, size_t first)
{
	for (size_t i = first; i < matches->count; i++) {
		struct phrase_match match = matches->items[i];
		size_t at = i;

		for (; at > 0 && goes_first(&match, &matches->items[at - 1]);
		     at--)
			matches->items[at] = matches->items[at - 1];
		matches->items[at] = match;
	}
}

/* What begins at a token: of the sentence's language, of all where that is not
 * known, and what is of none. */
static void find_matches(struct cues *cues, const struct document *doc,
			 lang_id lang, size_t at, size_t end)
{
	LIST_CLEAR(&cues->matches);
	for (lang_id i = 0; i < cues->langs; i++) {
		size_t first = cues->matches.count;

		if (cues->phrases[i] == NULL ||
		    (lang != LANG_UND && i != LANG_UND && i != lang))
			continue;
		phrases_match(cues->phrases[i], doc, at, end, &cues->matches);
		if (first > 0)
			mingle(&cues->matches, first);
	}
}

/* What is chosen of the kinds so far, or of one at the token at hand. */
struct choosing {
	struct chosen best[CUE_KINDS];
	size_t taken[CUE_KINDS];       /* tokens before are in a cue */
	enum cue_kind found[CUE_KINDS]; /* those that `best` has */
	size_t count;
};

/* In the order of kinds, whichever pattern came first. */
static void add_found(struct choosing *choosing, enum cue_kind kind)
{
	size_t i = choosing->count++;

	for (; i > 0 && choosing->found[i - 1] > kind; i--)
		choosing->found[i] = choosing->found[i - 1];
	choosing->found[i] = kind;
}

static void choose_at(struct cues *cues, const struct document *doc,
		      size_t token, struct choosing *choosing)
{
	for (size_t i = 0; i < cues->matches.count; i++) {
		const struct phrase_match *m = &cues->matches.items[i];
		enum cue_kind kind = cues->rows.items[m->value].kind;
		struct chosen *best = &choosing->best[kind];
		bool known;

		if (token < choosing->taken[kind])
			continue;
		known = best->cue.row != NULL;
		choose(cues, doc, m, best);
		if (!known && best->cue.row != NULL)
			add_found(choosing, kind);
	}
}

static void take_chosen(struct choosing *choosing, struct cue_list *out)
{
	for (size_t i = 0; i < choosing->count; i++) {
		enum cue_kind kind = choosing->found[i];

		choosing->taken[kind] = choosing->best[kind].cue.end;
		*LIST_ADD(out) = choosing->best[kind].cue;
		choosing->best[kind] = (struct chosen){ 0 };
	}
	choosing->count = 0;
}

void cues_find(struct cues *cues, const struct document *doc, size_t sentence,
	       struct cue_list *out)
{
	const struct sentence *s = &doc->sentences.items[sentence];
	size_t end = s->first_token + s->token_count;
	struct choosing choosing = { 0 };

	LIST_CLEAR(out);
	LIST_CLEAR(&cues->pieces);
	LIST_CLEAR(&cues->nevers);
	for (size_t at = s->first_token; at < end; at++) {
		find_matches(cues, doc, s->lang, at, end);
		choose_at(cues, doc, at, &choosing);
		take_chosen(&choosing, out);
	}
	triggers_join(cues, doc, out);
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
