#include "correction_internal.h"

#include <stdlib.h>

/* The position of the last place that was asked for is gone on from: places
 * mostly come in the order of the source, and a paragraph may have thousands. */
static void go_to(struct correction_run *run, const struct paragraph *par,
		  size_t from)
{
	const struct document *doc = run->doc;
	struct correction_position *p = &run->position;
	size_t start = doc->runs.items[par->first_run].source;

	if (p->par != par || p->at > from)
		*p = (struct correction_position){
			par, start, par->first_line, par->first_page
		};
	for (; p->at < from; p->at++) {
		p->line += doc->source_text.data[p->at] == '\n' &&
			   p->line < par->last_line;
		p->page += doc->source_text.data[p->at] == '\f' &&
			   p->page < par->last_page;
	}
}

static bool is_line(struct correction_run *run,
		    const struct correction *row,
		    const struct correction_place *place)
{
	const struct document *doc = run->doc;
	const struct paragraph *par = &doc->paragraphs.items[
		doc->sentences.items[place->sentence].paragraph];
	uint64_t line = par->first_line, page = par->first_page;
	size_t from, to;

	if (par->run_count > 0 &&
	    paragraph_source(doc, par, place->start, place->end, &from, &to)) {
		go_to(run, par, from);
		line = run->position.line;
		page = run->position.page;
	}
	return (row->first_line == 0 ||
		(line >= row->first_line && line <= row->last_line)) &&
	       (row->page == 0 || page == row->page);
}

static bool is_or_any(struct str asked, struct str is)
{
	return asked.len == 0 || str_equal(asked, is);
}

bool correction_fits(struct correction_run *run,
		     const struct correction *row,
		     const struct correction_place *place)
{
	const struct document *doc = run->doc;
	const struct sentence *s = &doc->sentences.items[place->sentence];

	return is_or_any(row->document, doc->id) &&
	       is_or_any(row->spelling, place->spelling) &&
	       is_or_any(row->sentence, s->id) &&
	       is_or_any(row->section,
			 doc->paragraphs.items[s->paragraph].section) &&
	       is_or_any(row->lang, words_lang_code(doc->words, s->lang)) &&
	       ((row->first_line == 0 && row->page == 0) ||
		is_line(run, row, place));
}

int correction_weight(const struct correction *row)
{
	return 2 * (row->spelling.len > 0) + 2 * (row->sentence.len > 0) +
	       2 * (row->first_line > 0) + (row->page > 0) +
	       (row->section.len > 0) + (row->document.len > 0) +
	       (row->lang.len > 0) + 2 * (int)row->condition_count;
}

struct correction *corrections_first_here(struct correction_run *run,
					  enum correction_action action,
					  struct str head)
{
	struct correction *row = corrections_first(run->set, action, STR_NONE,
						   head);

	return row ? row : corrections_first(run->set, action, run->doc->id,
					     head);
}

struct correction *corrections_next_here(struct correction_run *run,
					 const struct correction *row)
{
	struct correction *next = corrections_next(run->set, row);

	if (!next && row->document.len == 0 && run->doc->id.len > 0)
		next = corrections_first(run->set, row->action, run->doc->id,
					 row->head);
	return next;
}

/* The one with the most conditions; of several the first. */
static struct correction *find(struct correction_run *run,
			       enum correction_action action, struct str head,
			       const struct correction_place *place)
{
	struct correction *best = NULL;

	for (struct correction *row = corrections_first_here(run, action, head);
	     row; row = corrections_next_here(run, row))
		if ((!best ||
		     correction_weight(row) > correction_weight(best)) &&
		    correction_fits(run, row, place))
			best = row;
	return best;
}

static void count(struct correction_run *run, struct correction *row)
{
	row->count++;
	run->changes++;
}

/* Note the corrections that lead on from an id, and where to. Returns whether
 * it is left: rows for several places may lead in a circle where they meet. An
 * id that is kept from one power of two to the next comes by again in any. */
static bool find_path(struct correction_run *run, struct str *id,
		      const struct correction_place *place)
{
	struct correction *row = find(run, CORRECT_SPLIT, *id, place);
	struct str kept = *id;

	LIST_CLEAR(&run->path);
	for (unsigned step = 0; step < CORRECTION_STEPS; step++) {
		if (row) {
			*LIST_ADD(&run->path) = row;
			*id = row->value;
			if (str_equal(*id, kept))
				return false;
			if ((step & (step + 1)) == 0)
				kept = *id;
		} else if (step > 0) {
			break;
		}
		row = find(run, CORRECT_MERGE, *id, place);
	}
	if (row)
		*id = corrections_merged(run->set, *id);
	return run->path.count > 0;
}

struct correction *corrections_follow(struct correction_run *run,
				      struct str *id,
				      const struct correction_place *place)
{
	struct str into = *id;

	if (!find_path(run, &into, place))
		return NULL;
	for (size_t i = 0; i < run->path.count; i++)
		count(run, run->path.items[i]);
	*id = into;
	return run->path.items[run->path.count - 1];
}

void corrections_count_names(struct correction_run *run, struct str id)
{
	for (struct correction *row = corrections_first(run->set, CORRECT_NAME,
							STR_NONE, id);
	     row; row = corrections_next(run->set, row))
		count(run, row);
}

static struct correction *find_reject(struct correction_run *run,
				      const struct mention *mention,
				      const struct correction_place *place)
{
	struct correction *row = corrections_first_here(run, CORRECT_REJECT,
							place->spelling);

	while (row && ((row->value.len > 0 &&
			!str_equal(row->value, mention->id)) ||
		       !correction_fits(run, row, place)))
		row = corrections_next_here(run, row);
	return row;
}

static void set_type(struct correction_run *run, struct mention *mention,
		     const struct correction_place *place)
{
	struct correction *row = find(run, CORRECT_TYPE, mention->id, place);
	enum mention_type type;

	if (!row || !mention_types_add(&run->doc->words->types, row->value,
				       &type) ||
	    mention_type_has_value(type))
		return;
	count(run, row);
	if (type == mention->type)
		return;
	mention->type = type;
	mention->corrected |= CORRECTED_TYPE;
}

/* Set what becomes of a mention. */
static void decide(struct correction_run *run, struct mention *mention,
		   struct correction_fate *fate)
{
	const struct document *doc = run->doc;
	struct correction_place place = {
		.sentence = mention->where.sentence,
		.start = doc->tokens.items[mention->where.first].start,
		.end = mention_end(doc, mention),
		.spelling = mention_text(doc, mention)
	};

	fate->before = mention->id;
	fate->by = find_reject(run, mention, &place);
	fate->is_rejected = fate->by != NULL;
	if (fate->is_rejected)
		count(run, fate->by);
	if (fate->is_rejected || mention->id.len == 0)
		return;
	fate->by = corrections_follow(run, &mention->id, &place);
	if (fate->by) {
		mention->id = str_copy(&run->doc->arena, mention->id);
		mention->corrected |= CORRECTED_ENTITY;
	}
	set_type(run, mention, &place);
	corrections_count_names(run, mention->id);
}

static void link_mention(struct correction_run *run, size_t at)
{
	uint32_t id = interned_add(&run->ids, run->fates[at].before);

	while (run->first.count <= id) {
		*LIST_ADD(&run->first) = 0;
		*LIST_ADD(&run->last) = 0;
	}
	if (run->last.items[id] > 0)
		run->fates[run->last.items[id] - 1].next = at + 1;
	else
		run->first.items[id] = at + 1;
	run->last.items[id] = at + 1;
}

static void decide_all(struct correction_run *run)
{
	struct document *doc = run->doc;

	for (size_t i = 0; i < doc->mentions.count; i++) {
		decide(run, &doc->mentions.items[i], &run->fates[i]);
		if (run->fates[i].before.len > 0)
			link_mention(run, i);
	}
}

static void drop_rejected(struct correction_run *run)
{
	struct document *doc = run->doc;
	size_t kept = 0;

	for (size_t i = 0; i < doc->mentions.count; i++)
		if (!run->fates[i].is_rejected)
			doc->mentions.items[kept++] = doc->mentions.items[i];
	doc->mentions.count = kept;
}

/* What a document calls an entity goes with it, unless the other one has a name
 * there. */
static void move_names(struct correction_run *run)
{
	struct document *doc = run->doc;

	for (size_t i = 0; i < doc->meta.count; i++) {
		struct str behind, into;
		struct str id = document_named(doc->meta.items[i].key, &behind);
		struct strbuf other = STRBUF_INIT;

		into = corrections_merged(run->set, id);
		strbuf_addf(&other, META_NAME "%.*s%.*s", STR_ARGS(into),
			    STR_ARGS(behind));
		if (!str_equal(id, into) &&
		    document_meta(doc, strbuf_view(&other)).len == 0)
			document_set_meta(doc, strbuf_view(&other),
					  doc->meta.items[i].value);
		strbuf_release(&other);
	}
}

size_t corrections_apply(struct corrections *set, struct document *doc)
{
	struct correction_run run = { .set = set, .doc = doc };

	for (size_t i = 0; i < set->list.count; i++)
		set->list.items[i].count = 0;
	if (set->list.count == 0)
		return 0;
	interned_init(&run.ids);
	run.fates = memory_get_zeroed((doc->mentions.count + 1) *
				      sizeof *run.fates);
	decide_all(&run);
	corrections_on_records(&run);
	drop_rejected(&run);
	move_names(&run);
	for (size_t i = 0; i < set->list.count; i++)
		if (set->list.items[i].same > 0)
			set->list.items[i].count = set->list.items[
				set->list.items[i].same - 1].count;
	interned_release(&run.ids);
	LIST_RELEASE(&run.first);
	LIST_RELEASE(&run.last);
	LIST_RELEASE(&run.path);
	free(run.fates);
	return run.changes;
}
