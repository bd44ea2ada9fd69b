#include "noun_cases.h"

#include "ending_rows.h"
#include "slug.h"
#include "beginning.h"

#include <stdlib.h>

enum {
	LETTERS_LEFT = 2,     /* of a word before its ending */
	PART_ENDS = 2         /* letters at the end of an id's part */
};

struct case_row {
	lang_id lang;
	struct str base, ending;
	struct noun_form form;
};

struct noun_cases {
	LIST(struct case_row) rows;
	struct ending_rows by_ending; /* of `rows` */
	struct romanisation *romanisation;
	struct lang_facts {
		bool has_rows, shows; /* any row; one that tells cases apart */
		bool bends;           /* endings stand for others */
	} langs[LANG_MAX];
};

int noun_cases_read(const struct table *table, size_t row, unsigned *bits,
		    struct err *err)
{
	static const char letters[] = "ngdaipb";
	struct str cell = table_named_cell(table, row, "cases");

	*bits = 0;
	for (size_t i = 0; i < cell.len; i++) {
		const char *letter = memchr(letters, cell.data[i],
					    sizeof letters - 1);

		if (letter == NULL)
			return table_refuse(table, row, err,
					    "cases '%.*s' are none of n g d a"
					    " i p b", STR_ARGS(cell));
		*bits |= 1u << (letter - letters);
	}
	return 0;
}

static int add_row(struct noun_cases *cases, const struct knowledge *knowledge,
		   struct table *table, size_t row, struct err *err)
{
	static const char *const numbers[] = { "s", "p", "u", NULL };
	struct case_row *new = LIST_ADD(&cases->rows);
	unsigned number = 0;
	int rc = knowledge_lang(knowledge, table, row, &new->lang, err);

	new->base = table_named_cell(table, row, "base");
	new->ending = table_named_cell(table, row, "ending");
	ending_rows_add(&cases->by_ending, new->ending);
	if (rc == 0)
		rc = table_choice(table, row, "number", numbers, &number, err);
	new->form = (struct noun_form){ 0, number != 1, number != 0 };
	if (rc == 0)
		rc = noun_cases_read(table, row, &new->form.cases, err);
	if (rc < 0)
		return rc;
	cases->langs[new->lang].has_rows = true;
	cases->langs[new->lang].shows |= new->form.cases != CASES_ALL;
	cases->langs[new->lang].bends |= new->base.len > 0 &&
		!(new->form.one && new->form.several);
	table_take(table, row);
	return 0;
}

int noun_cases_open(struct noun_cases **result,
		    const struct knowledge *knowledge, struct err *err)
{
	struct noun_cases *cases = memory_get(sizeof *cases);
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "case_endings.tsv",
				&table, err);

	*cases = (struct noun_cases){ 0 };
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(cases, knowledge, table, row, err);
	if (rc == 0)
		rc = romanisation_open(&cases->romanisation,
				       knowledge->lexicons, err);
	if (rc < 0) {
		noun_cases_close(cases);
		cases = NULL;
	}
	*result = cases;
	return rc;
}

void noun_cases_close(struct noun_cases *cases)
{
	if (cases == NULL)
		return;
	LIST_RELEASE(&cases->rows);
	ending_rows_release(&cases->by_ending);
	romanisation_close(cases->romanisation);
	free(cases);
}

bool noun_cases_told(const struct noun_cases *cases, lang_id lang)
{
	return cases->langs[lang].shows;
}

struct question {              /* of a form */
	const struct noun_cases *cases;
	lang_id lang;
	struct str form, stem;
	bool is_name;          /* `stem` is a part of an id */
	bool any;              /* never mind the stem */
};

/* What writers of ids agree on: i, j, y and h they set or leave out. */
static void add_sure(struct strbuf *out, struct str slug)
{
	for (size_t i = 0; i < slug.len; i++)
		if (strchr("ijyh", slug.data[i]) == NULL)
			strbuf_add_char(out, slug.data[i]);
}

/* Whether a part of an id may be the word: they begin and end alike. */
static bool is_part(const struct question *q, struct str word)
{
	struct strbuf slug = STRBUF_INIT, sure = STRBUF_INIT;
	struct str a, b;
	size_t end;
	bool is;

	romanisation_slug(q->cases->romanisation, &slug, word);
	add_sure(&sure, strbuf_view(&slug));
	end = sure.len;
	add_sure(&sure, q->stem);
	a = str_slice(strbuf_view(&sure), 0, end);
	b = str_slice(strbuf_view(&sure), end, sure.len);
	is = a.len >= PART_ENDS && b.len >= PART_ENDS &&
	     a.data[0] == b.data[0] && a.len <= b.len + 1 &&
	     b.len <= a.len + 1 &&
	     str_equal(str_slice(a, a.len - PART_ENDS, a.len),
		       str_slice(b, b.len - PART_ENDS, b.len));
	strbuf_release(&slug);
	strbuf_release(&sure);
	return is;
}

/* Stems have their letters without what writers leave to choice. */
static bool is_stem(struct str lemma, struct str stem)
{
	size_t i = 0, j = 0;

	while (i < lemma.len && j < stem.len)
		if (stem_letter(utf8_next(lemma, &i)) !=
		    stem_letter(utf8_next(stem, &j)))
			return false;
	return i == lemma.len && j == stem.len;
}

static bool fits(const struct question *q, const struct case_row *row,
		 struct strbuf *lemma)
{
	struct str left = str_slice(q->form, 0,
				    q->form.len - row->ending.len);

	if (utf8_chars(left) < LETTERS_LEFT || (q->is_name && !row->form.one))
		return false;
	if (q->any)
		return true;
	strbuf_clear(lemma);
	strbuf_add(lemma, left);
	strbuf_add(lemma, row->base);
	if (q->is_name)
		return is_part(q, strbuf_view(lemma));
	/* A stem is a lemma, or what stands before all endings. */
	return is_stem(strbuf_view(lemma), q->stem) ||
	       (row->base.len == 0 && row->form.one && row->form.several &&
		left.len > q->stem.len && str_has_prefix(left, q->stem));
}

static struct noun_form form_of(const struct question *q)
{
	struct noun_form form = { 0, false, false };
	struct strbuf lemma = STRBUF_INIT;
	struct ending_search search =
		ending_rows_of(&q->cases->by_ending, q->form);

	for (uint32_t r; (r = ending_rows_next(&search)) != 0;) {
		const struct case_row *row = &q->cases->rows.items[r - 1];

		if (row->lang != q->lang || !fits(q, row, &lemma))
			continue;
		form.cases |= row->form.cases;
		form.one |= row->form.one;
		form.several |= row->form.several;
	}
	strbuf_release(&lemma);
	return form;
}

bool noun_cases_several(const struct noun_cases *cases, lang_id lang,
			struct str form, struct str stem)
{
	struct question q = { .cases = cases, .lang = lang, .form = form,
			      .stem = stem };
	struct strbuf lemma = STRBUF_INIT;
	struct ending_search search =
		ending_rows_of(&cases->by_ending, form);
	bool one = str_equal(form, stem), several = false;

	for (uint32_t r; (r = ending_rows_next(&search)) != 0;) {
		const struct case_row *row = &cases->rows.items[r - 1];

		if (row->lang != lang || !fits(&q, row, &lemma))
			continue;
		one |= row->form.one && (row->form.cases & CASE_N);
		several |= !row->form.one;
	}
	strbuf_release(&lemma);
	return several && !one;
}

static struct noun_form answer(const struct question *q, bool is_base)
{
	static const struct noun_form all = { CASES_ALL, true, true };
	struct noun_form form;

	if (!q->cases->langs[q->lang].has_rows)
		return all;
	form = form_of(q);
	/* What only puts endings behind a word has none for the subject. */
	if (is_base || (form.cases == 0 && !q->is_name &&
			!q->cases->langs[q->lang].bends &&
			str_has_prefix(q->form, q->stem))) {
		form.cases |= CASE_N;
		form.one = true;
	}
	return form.cases == 0 ? all : form;
}

/* Whether a noun with that stem has a form for the object alone. */
static bool has_own_object(const struct noun_cases *cases, lang_id lang,
			   struct str stem)
{
	for (size_t i = 0; i < cases->rows.count; i++) {
		const struct case_row *row = &cases->rows.items[i];

		if (row->lang == lang && row->form.cases == CASE_A &&
		    str_has_suffix(stem, row->base))
			return true;
	}
	return false;
}

struct noun_form noun_cases_of(const struct noun_cases *cases, lang_id lang,
			       struct str form, struct str stem, bool is_thing)
{
	struct question q = { cases, lang, form, stem, false, false };
	struct noun_form found = answer(&q, is_stem(form, stem));

	if (is_thing && (found.cases & CASE_N) != 0 &&
	    !has_own_object(cases, lang, stem))
		found.cases |= CASE_A;
	return found;
}

struct noun_form noun_cases_of_name(const struct noun_cases *cases,
				    lang_id lang, struct str form,
				    struct str part)
{
	struct question q = { cases, lang, form, part, true, false };
	bool is_base = is_part(&q, form);

	/* Who made the id may have taken another case for the first one; a
	 * bare ending tells enough where it only stands behind the word. */
	q.any = cases->langs[lang].bends ? is_base : part.len == 0;
	return answer(&q, is_base);
}
