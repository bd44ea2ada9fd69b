#include "date_words.h"

#include "date_facts.h"
#include "interned.h"
#include "lexicons.h"
#include "utf8.h"

#include <stdlib.h>

struct date_row {
	const struct date_fact *fact;
	bool is_short, has_year;
};

struct date_words {
	const struct knowledge *knowledge;
	struct phrases *phrases;     /* value: index in rows */
	LIST(struct date_row) rows;
	struct interned forms;       /* of one word: months and years */
	LIST(uint32_t) form_row;     /* of each */
	struct strbuf fold;
};

static void add_form(struct date_words *d, struct str form, uint32_t number)
{
	uint32_t term;

	strbuf_clear(&d->fold);
	utf8_add_fold(&d->fold, form);
	term = interned_add(&d->forms, strbuf_view(&d->fold));
	while (d->form_row.count <= term)
		*LIST_ADD(&d->form_row) = UINT32_MAX;
	if (d->form_row.items[term] == UINT32_MAX)
		d->form_row.items[term] = number;
}

static void add_fact(struct date_words *d, const struct date_fact *fact)
{
	uint32_t number = (uint32_t)d->rows.count;

	*LIST_ADD(&d->rows) = (struct date_row){
		fact, str_has_suffix(fact->form, STR(".")), false
	};
	if (fact->kind < DATE_KIND_PLURAL && fact->kind != DATE_KIND_SHIFT &&
	    (fact->kind != DATE_KIND_LATER || fact->shift.count != DATE_SHIFT_NUMBER)) {
		struct strbuf form = STRBUF_INIT;

		strbuf_add_z(&form, fact->counted ? "* " : "");
		strbuf_add(&form, fact->form);
		phrases_add_forms(d->phrases,
				  languages_find(d->knowledge->languages,
						 fact->lang),
				  strbuf_view(&form), number);
		strbuf_release(&form);
	}
	if (fact->kind == DATE_KIND_MONTH || fact->kind == DATE_KIND_UNIT ||
	    fact->kind == DATE_KIND_PART || fact->kind >= DATE_KIND_PLURAL)
		add_form(d, fact->form, number);
}

/* "Jan" shortens "January": a form in Latin letters that begins another of the
 * same month. */
static bool is_short_for(const struct date_fact *a, const struct date_fact *b)
{
	return b->kind == DATE_KIND_MONTH && b->number == a->number &&
	       b->form.len > a->form.len &&
	       (unsigned char)a->form.data[0] < 0x80 &&
	       str_has_prefix(b->form, a->form) &&
	       !str_has_suffix(b->form, STR("."));
}

static void find_short_months(struct date_words *d)
{
	for (size_t i = 0; i < d->rows.count; i++) {
		struct date_row *row = &d->rows.items[i];

		for (size_t k = 0; row->fact->kind == DATE_KIND_MONTH &&
				   k < d->rows.count; k++)
			if (is_short_for(row->fact, d->rows.items[k].fact))
				row->is_short = true;
	}
}

static bool holds_year(struct date_words *d, struct str phrase)
{
	struct str word;

	while (str_split(&phrase, ' ', &word)) {
		size_t apostrophe = str_find(word, STR("'"), 0);
		uint32_t term = interned_find(&d->forms,
					      str_slice(word, 0, apostrophe));

		if (term && term < d->form_row.count &&
		    d->form_row.items[term] != UINT32_MAX &&
		    d->rows.items[d->form_row.items[term]].fact->kind ==
			    DATE_KIND_UNIT)
			return true;
	}
	return false;
}

/* A phrase with the word for year says which. */
static void find_years(struct date_words *d)
{
	for (size_t i = 0; i < d->rows.count; i++)
		if (d->rows.items[i].fact->kind == DATE_KIND_PART)
			d->rows.items[i].has_year = holds_year(
				d, d->rows.items[i].fact->form);
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
	d = memory_get(sizeof *d);
	*d = (struct date_words){ .knowledge = knowledge,
				  .phrases = phrases_new(knowledge) };
	interned_init(&d->forms);
	for (size_t i = 0; i < facts->count; i++)
		add_fact(d, &facts->items[i]);
	find_short_months(d);
	find_years(d);
	*out = d;
	return 0;
}

void date_words_close(struct date_words *d)
{
	if (!d)
		return;
	phrases_free(d->phrases);
	LIST_RELEASE(&d->rows);
	LIST_RELEASE(&d->form_row);
	interned_release(&d->forms);
	strbuf_release(&d->fold);
	free(d);
}

struct str date_words_hint(const struct date_words *d, uint32_t row)
{
	return d->rows.items[row].fact->hint;
}

bool date_words_has_year(const struct date_words *d, uint32_t row)
{
	return d->rows.items[row].has_year;
}

static void put_mark(struct date_mark *mark, const struct date_row *row,
		     uint32_t number, uint8_t len)
{
	switch (row->fact->kind) {
	case DATE_KIND_MONTH:
		if (len <= mark->month_len)
			return;
		mark->month = row->fact->number;
		mark->month_len = len;
		mark->flags &= (uint8_t)~DATE_SHORT;
		mark->flags |= row->is_short ? DATE_SHORT : 0;
		return;
	case DATE_KIND_SEASON:
	case DATE_KIND_ALONE:
		mark->season = row->fact->number;
		if (len > mark->season_len)
			mark->season_len = len;
		if (row->fact->kind == DATE_KIND_ALONE || len > 1)
			mark->alone_len = len;
		return;
	case DATE_KIND_UNIT:
		mark->flags |= DATE_YEAR;
		mark->year_len = len;
		return;
	case DATE_KIND_RELATIVE:
	case DATE_KIND_AGO:
	case DATE_KIND_LATER:
		if (len > mark->relative_len) {
			mark->relative = number;
			mark->relative_len = len;
		}
		return;
	case DATE_KIND_PART:
		if (len > mark->part_len) {
			mark->part = number;
			mark->part_len = len;
		}
		return;
	case DATE_KIND_APPROX:
		mark->flags |= DATE_APPROX;
		return;
	case DATE_KIND_ORDINAL:
		mark->flags |= DATE_ORDINAL;
		return;
	case DATE_KIND_LEAD:
		mark->flags |= DATE_LEAD;
		return;
	default:
		mark->flags |= DATE_STUDY;
	}
}

void date_words_mark(struct date_words *d, struct scan *scan,
		     struct date_marks *marks)
{
	LIST_CLEAR(marks);
	for (size_t t = 0; t < scan->doc->tokens.count; t++) {
		struct date_mark *mark = LIST_ADD(marks);

		scan->matches.count = 0;
		phrases_match(d->phrases, scan->doc, t,
			      scan_sentence_end(scan, t), &scan->matches);
		for (size_t i = 0; i < scan->matches.count; i++) {
			const struct phrase_match *m = &scan->matches.items[i];

			put_mark(mark, &d->rows.items[m->value], m->value,
				 (uint8_t)(m->end - m->first));
		}
	}
}

static const struct date_row *suffix_row(struct date_words *d,
					 struct str suffix, uint32_t *number)
{
	uint32_t term;

	strbuf_clear(&d->fold);
	utf8_add_fold(&d->fold, suffix);
	term = interned_find(&d->forms, strbuf_view(&d->fold));
	if (!term || term >= d->form_row.count ||
	    d->form_row.items[term] == UINT32_MAX)
		return NULL;
	*number = d->form_row.items[term];
	return &d->rows.items[*number];
}

void date_words_suffix(struct date_words *d, struct str suffix,
		       struct date_mark *mark)
{
	uint32_t number;
	const struct date_row *row = suffix_row(d, suffix, &number);

	*mark = (struct date_mark){ .flags = 0 };
	if (row && row->fact->kind != DATE_KIND_PLURAL &&
	    row->fact->kind != DATE_KIND_PART)
		put_mark(mark, row, number, 1);
}

bool date_words_is_plural(struct date_words *d, struct str suffix)
{
	uint32_t number;
	const struct date_row *row = suffix_row(d, suffix, &number);

	return row && row->fact->kind == DATE_KIND_PLURAL;
}

bool date_words_is_part(struct date_words *d, struct str word)
{
	uint32_t number;
	const struct date_row *row = suffix_row(d, word, &number);

	return row && row->fact->kind == DATE_KIND_PART;
}
