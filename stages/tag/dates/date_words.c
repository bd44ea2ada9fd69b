#include "date_words.h"

#include "lexicons.h"
#include "interned.h"
#include "utf8.h"

#include <stdlib.h>

enum date_kind { KIND_MONTH, KIND_SEASON, KIND_ALONE, KIND_UNIT, KIND_RELATIVE,
		 KIND_PART, KIND_LEAD, KIND_STUDY, KIND_APPROX, KIND_PLURAL,
		 KIND_ORDINAL, KINDS };

static const char *const kind_names[KINDS] = {
	"month", "season", "alone", "unit", "relative", "part", "lead", "study",
	"approx", "plural", "ordinal"
};

struct date_row {
	enum date_kind kind;
	uint8_t number;              /* of a month or season */
	bool is_short, has_year;
	struct str hint, form;
};

struct date_words {
	struct words *words;
	struct phrases *phrases;     /* value: index in rows */
	LIST(struct date_row) rows;
	struct interned forms;	     /* of one word: months and years */
	LIST(uint32_t) form_row;     /* of each */
	struct strbuf fold;
	struct arena arena;
};

static bool find_kind(struct str name, enum date_kind *kind)
{
	for (size_t i = 0; i < KINDS; i++)
		if (str_equal(name, str_of(kind_names[i]))) {
			*kind = (enum date_kind)i;
			return true;
		}
	return false;
}

/* Months are --01, seasons YYYY-24. */
static bool read_number(struct date_row *row)
{
	uint64_t number;
	size_t from = row->kind == KIND_MONTH ? 2 : 5;

	if (row->kind > KIND_ALONE)
		return true;
	if (row->hint.len != from + 2 ||
	    !str_number(str_slice(row->hint, from, from + 2), 24, &number))
		return false;
	row->number = (uint8_t)number;
	return row->kind == KIND_MONTH ? number >= 1 && number <= 12 :
					 number >= 21;
}

static void add_form(struct date_words *d, const struct date_row *row,
		     uint32_t number)
{
	uint32_t term;

	strbuf_clear(&d->fold);
	utf8_add_fold(&d->fold, row->form);
	term = interned_add(&d->forms, strbuf_view(&d->fold));
	while (d->form_row.count <= term)
		*LIST_ADD(&d->form_row) = UINT32_MAX;
	if (d->form_row.items[term] == UINT32_MAX)
		d->form_row.items[term] = number;
}

static int add_row(struct date_words *d, lang_id lang,
		   const struct table *table, size_t at, struct err *err)
{
	struct str form = table_cell(table, at, table_column(table, "form"));
	uint32_t number = (uint32_t)d->rows.count;
	struct date_row row = { .number = 0 };

	if (!find_kind(table_cell(table, at, table_column(table, "kind")),
		       &row.kind) ||
	    str_find(form, STR("{"), 0) < form.len)
		return 0;
	row.hint = str_copy(&d->arena, table_cell(table, at,
						  table_column(table, "hint")));
	row.form = str_copy(&d->arena, form);
	if (!read_number(&row))
		return err_set(err, ERR_FORMAT, "%s:%u: '%.*s' is no hint for '%.*s'",
			       table->path.data, table->lines.items[at],
			       STR_ARGS(row.hint), STR_ARGS(row.form));
	if (row.kind == KIND_UNIT && !str_equal(row.hint, STR("Y")))
		return 0;
	row.is_short = str_has_suffix(form, STR("."));
	*LIST_ADD(&d->rows) = row;
	if (row.kind < KIND_PLURAL)
		phrases_add_forms(d->phrases, lang, form, number);
	if (row.kind == KIND_MONTH || row.kind == KIND_UNIT ||
	    row.kind == KIND_PART || row.kind >= KIND_PLURAL)
		add_form(d, &row, number);
	return 0;
}

static int load_language(struct date_words *d, const char *folder,
			 struct str code, struct err *err)
{
	struct strbuf name = STRBUF_INIT;
	struct table table;
	int rc;

	strbuf_addf(&name, "%.*s/dates.tsv", STR_ARGS(code));
	rc = lexicons_load(&table, folder, name.data, "kind hint form", err);
	strbuf_release(&name);
	if (rc < 0)
		return rc == ERR_MISSING ? 0 : rc;
	for (size_t row = 0; rc == 0 && row < table.row_count; row++)
		rc = add_row(d, words_lang(d->words, code), &table, row, err);
	table_release(&table);
	return rc;
}

/* "Jan" shortens "January": a form in Latin letters that begins another of the
 * same month; and a phrase with the word for year says so. */
static void look_over(struct date_words *d)
{
	size_t count = d->rows.count;

	for (size_t i = 0; i < count; i++) {
		struct date_row *row = &d->rows.items[i];

		for (size_t k = 0; row->kind == KIND_MONTH && k < count; k++) {
			const struct date_row *other = &d->rows.items[k];

			if (other->kind == KIND_MONTH &&
			    other->number == row->number &&
			    other->form.len > row->form.len &&
			    (unsigned char)row->form.data[0] < 0x80 &&
			    str_has_prefix(other->form, row->form) &&
			    !str_has_suffix(other->form, STR(".")))
				row->is_short = true;
		}
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
		    d->rows.items[d->form_row.items[term]].kind == KIND_UNIT)
			return true;
	}
	return false;
}

static int load(struct date_words *d, const char *folder, struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, folder, "languages.tsv", "code", err);

	if (rc < 0)
		return rc;
	for (size_t row = 0; rc == 0 && row < table.row_count; row++)
		rc = load_language(d, folder,
				   table_cell(&table, row,
					      table_column(&table, "code")),
				   err);
	table_release(&table);
	look_over(d);
	for (size_t i = 0; i < d->rows.count; i++)
		if (d->rows.items[i].kind == KIND_PART)
			d->rows.items[i].has_year =
				holds_year(d, d->rows.items[i].form);
	return rc;
}

int date_words_open(struct date_words **out, struct languages *languages,
		    struct words *words, const char *folder, struct err *err)
{
	struct date_words *d = memory_get(sizeof *d);
	int rc;

	*d = (struct date_words){ .words = words };
	d->phrases = phrases_new(languages, words);
	interned_init(&d->forms);
	rc = load(d, folder, err);
	if (rc < 0) {
		date_words_close(d);
		d = NULL;
	}
	*out = d;
	return rc;
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
	arena_release(&d->arena);
	free(d);
}

struct str date_words_hint(const struct date_words *d, uint32_t row)
{
	return d->rows.items[row].hint;
}

bool date_words_has_year(const struct date_words *d, uint32_t row)
{
	return d->rows.items[row].has_year;
}

static void put_mark(struct date_mark *mark, const struct date_row *row,
		     uint32_t number, uint8_t len)
{
	switch (row->kind) {
	case KIND_MONTH:
		if (len <= mark->month_len)
			return;
		mark->month = row->number;
		mark->month_len = len;
		mark->flags &= (uint8_t)~DATE_SHORT;
		mark->flags |= row->is_short ? DATE_SHORT : 0;
		return;
	case KIND_SEASON:
	case KIND_ALONE:
		mark->season = row->number;
		if (len > mark->season_len)
			mark->season_len = len;
		if (row->kind == KIND_ALONE || len > 1)
			mark->alone_len = len;
		return;
	case KIND_UNIT:
		mark->flags |= DATE_YEAR;
		mark->year_len = len;
		return;
	case KIND_RELATIVE:
		if (len > mark->relative_len) {
			mark->relative = number;
			mark->relative_len = len;
		}
		return;
	case KIND_PART:
		if (len > mark->part_len) {
			mark->part = number;
			mark->part_len = len;
		}
		return;
	case KIND_APPROX:
		mark->flags |= DATE_APPROX;
		return;
	case KIND_ORDINAL:
		mark->flags |= DATE_ORDINAL;
		return;
	case KIND_LEAD:
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
	if (row && row->kind != KIND_PLURAL && row->kind != KIND_PART)
		put_mark(mark, row, number, 1);
}

bool date_words_is_plural(struct date_words *d, struct str suffix)
{
	uint32_t number;
	const struct date_row *row = suffix_row(d, suffix, &number);

	return row && row->kind == KIND_PLURAL;
}

bool date_words_is_part(struct date_words *d, struct str word)
{
	uint32_t number;
	const struct date_row *row = suffix_row(d, word, &number);

	return row && row->kind == KIND_PART;
}
