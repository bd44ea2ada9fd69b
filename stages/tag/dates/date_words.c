#include "date_words.h"

#include "interned.h"
#include "utf8.h"

#include <stdlib.h>

struct date_words {
	const struct knowledge *knowledge;
	const struct date_facts *facts;
	struct phrases *phrases;     /* value: index in the facts */
	struct interned suffixes;    /* what stands behind digits */
	LIST(uint64_t) suffix_kinds; /* of each, 1 << date_kind */
	struct phrase_matches matches;
	struct strbuf fold;
};

static void add_suffix(struct date_words *d, const struct date_fact *fact)
{
	uint32_t term;

	strbuf_clear(&d->fold);
	utf8_add_fold(&d->fold, fact->form);
	term = interned_add(&d->suffixes, strbuf_view(&d->fold));
	while (d->suffix_kinds.count <= term)
		*LIST_ADD(&d->suffix_kinds) = 0;
	d->suffix_kinds.items[term] |= (uint64_t)1 << fact->kind;
}

static void add_fact(struct date_words *d, uint32_t number)
{
	const struct date_fact *fact = &d->facts->items[number];
	lang_id lang = languages_find(d->knowledge->languages, fact->lang);

	if (fact->kind == DATE_KIND_PLURAL || fact->kind == DATE_KIND_ORDINAL)
		add_suffix(d, fact);
	else if (fact->kind == DATE_KIND_SHIFT)
		return;
	else if (fact->any)
		phrases_add(d->phrases, lang, fact->form, number);
	else
		phrases_add_forms(d->phrases, lang, fact->form, number);
}

int date_words_open(struct date_words **out, const struct knowledge *knowledge,
		    struct err *err)
{
	const struct date_facts *facts;
	struct date_words *d;
	int rc = lexicons_dates(knowledge->lexicons, &facts, err);

	*out = NULL;
	if (rc < 0)
		return rc;
	d = memory_get_zeroed(sizeof *d);
	*d = (struct date_words){ .knowledge = knowledge, .facts = facts,
				  .phrases = phrases_new(knowledge) };
	interned_init(&d->suffixes);
	for (size_t i = 0; i < facts->count; i++)
		add_fact(d, (uint32_t)i);
	*out = d;
	return 0;
}

void date_words_close(struct date_words *d)
{
	if (!d)
		return;
	phrases_free(d->phrases);
	LIST_RELEASE(&d->suffix_kinds);
	interned_release(&d->suffixes);
	list_free(d->matches.items);
	strbuf_release(&d->fold);
	free(d);
}

static void mark_token(struct date_words *d, struct scan *scan, size_t token,
		       struct date_marks *marks)
{
	struct date_mark *mark = LIST_ADD(&marks->tokens);

	/* those behind digits are no phrases */
	_Static_assert(DATE_KIND_PLURAL < 32, "kinds are bits");

	*mark = (struct date_mark){ 0, (uint32_t)marks->found.count };
	scan->matches.count = 0;
	phrases_match(d->phrases, scan->doc, token,
		      scan_sentence_end(scan, token), &scan->matches);
	for (size_t i = 0; i < scan->matches.count; i++) {
		const struct phrase_match *m = &scan->matches.items[i];
		const struct date_fact *fact = &d->facts->items[m->value];

		mark->kinds |= 1u << fact->kind;
		*LIST_ADD(&marks->found) = (struct date_found){
			fact, (uint32_t)(m->end - m->first)
		};
	}
}

void date_words_mark(struct date_words *d, struct scan *scan,
		     struct date_marks *marks)
{
	LIST_CLEAR(&marks->tokens);
	LIST_CLEAR(&marks->found);
	for (size_t t = 0; t < scan->doc->tokens.count; t++)
		mark_token(d, scan, t, marks);
	*LIST_ADD(&marks->tokens) =
		(struct date_mark){ 0, (uint32_t)marks->found.count };
}

const struct date_found *date_words_at(const struct date_marks *marks,
				       size_t token, enum date_kind kind)
{
	const struct date_mark *mark = &marks->tokens.items[token];

	if (!(mark->kinds & 1u << kind))
		return NULL;
	for (size_t i = mark->first; i < mark[1].first; i++)
		if (marks->found.items[i].fact->kind == kind)
			return &marks->found.items[i];
	return NULL;
}

const struct date_fact *date_words_one(struct date_words *d, lang_id lang,
				       struct str word, enum date_kind kind)
{
	d->matches.count = 0;
	phrases_match_word(d->phrases, lang, word, &d->matches);
	for (size_t i = 0; i < d->matches.count; i++) {
		const struct date_fact *fact =
			&d->facts->items[d->matches.items[i].value];

		if (fact->kind == kind)
			return fact;
	}
	return NULL;
}

bool date_words_is_suffix(struct date_words *d, struct str suffix,
			  enum date_kind kind)
{
	uint32_t term;

	strbuf_clear(&d->fold);
	utf8_add_fold(&d->fold, suffix);
	term = interned_find(&d->suffixes, strbuf_view(&d->fold));
	return term && term < d->suffix_kinds.count &&
	       (d->suffix_kinds.items[term] & (uint64_t)1 << kind);
}
