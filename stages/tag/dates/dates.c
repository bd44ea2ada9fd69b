#include "dates.h"

#include "date_chain.h"
#include "date_parts.h"

#include <stdlib.h>

enum {
	BARE_BACK = 30, BARE_AHEAD = 10, /* years around the covered one in
	                                   which bare digits are a year */
	YEAR_LEADS = 1 /* words before a year that begins a sentence */
};

struct dates {
	struct date_words *words;
	struct numbers *numbers;
	struct date_marks marks;     /* reused */
	struct strbuf buf;           /* reused */
};

int dates_open(struct dates **out, const struct knowledge *knowledge,
	       struct numbers *numbers, struct err *err)
{
	struct dates *dates = memory_get_zeroed(sizeof *dates);
	int rc;

	dates->numbers = numbers;
	rc = date_words_open(&dates->words, knowledge, err);
	if (rc < 0) {
		dates_close(dates);
		dates = NULL;
	}
	*out = dates;
	return rc;
}

void dates_close(struct dates *dates)
{
	if (!dates)
		return;
	date_words_close(dates->words);
	LIST_RELEASE(&dates->marks.tokens);
	LIST_RELEASE(&dates->marks.found);
	strbuf_release(&dates->buf);
	free(dates);
}

/* What stands right before four digits that are no year: an article of a law,
 * a sign, another number. */
static bool is_number_before(const struct scan *scan, size_t token)
{
	if (scan->marks.items[token - 1].cue_ends & 1u << MENTION_LAW)
		return true;
	return ((scan->doc->tokens.items[token - 1].flags & TOKEN_GLUED) &&
		!scan_has_partner(scan, token - 1)) ||
	       scan_kind(scan, token - 1) == KIND_SYMBOL ||
	       scan_kind(scan, token - 1) == KIND_NUMBER;
}

static bool is_counted(const struct date_reader *r, size_t behind)
{
	const struct scan *scan = r->scan;

	return scan_kind(scan, behind) == KIND_WORD &&
	       !scan_is_capital(scan, behind) &&
	       !scan_is_stopword(scan, behind) &&
	       !date_at(r, behind, DATE_KIND_STUDY);
}

/* "the 2013 cases", "in a 2012 interview" */
static bool is_near_noun(const struct scan *scan,
			 const struct date_chain *chain, unsigned year)
{
	enum { BACK = 40, AHEAD = 1 };

	return chain->lead.definite && year + BACK >= scan->covers &&
	       year <= scan->covers_last + AHEAD;
}

static bool is_range(const struct date_chain *chain)
{
	const struct date_point *p = chain->points;

	return chain->count == 2 && chain->joins[0] == JOIN_RANGE &&
	       p[0].form == POINT_BARE && p[1].form == POINT_BARE &&
	       p[0].year < p[1].year && p[0].year + BARE_BACK > p[1].year;
}

/* Four digits without the word for year: behind a preposition or in brackets
 * any year, elsewhere one near the covered year; not before what they count. */
static bool is_year(const struct date_reader *r, const struct date_chain *chain,
		    size_t number)
{
	const struct date_point *p = &chain->points[number];
	const struct scan *scan = r->scan;
	size_t start = scan_sentence_start(scan, p->first);
	size_t behind = chain->behind_end;
	bool led = number > 0 || chain->lead.led, near, alone;

	alone = behind >= r->limit || scan_kind(scan, behind) == KIND_PUNCT;
	if (number == 0 && p->first > start &&
	    is_number_before(scan, p->first))
		return false;
	if (!alone && (scan_kind(scan, behind) == KIND_SYMBOL ||
		       scan_kind(scan, behind) == KIND_NUMBER))
		return false;
	if (date_is_dash(r, behind) && behind + 1 < r->limit &&
	    (scan->doc->tokens.items[behind].flags & TOKEN_GLUED) &&
	    (scan_shape(scan, behind + 1) & SHAPE_DIGIT))
		return false; /* a telephone's */
	if (chain->lead.sure)
		return true;
	near = scan->covers > 0 && p->year + BARE_BACK >= scan->covers &&
	       p->year <= scan->covers_last + BARE_AHEAD;
	/* but "In 2016 access …", "the war of 2019 to 2020 ended" */
	if (!alone && is_counted(r, behind) &&
	    !(chain->lead.led && near &&
	      (chain->points[0].first <= start + 1 || is_range(chain) ||
	       is_near_noun(scan, chain, p->year))))
		return false;
	if (p->first > start && scan_has_partner(scan, p->first - 1))
		return true;
	if (behind < r->limit && scan_has_partner(scan, behind))
		return p->year >= YEAR_FIRST || number > 0;
	if (p->year < YEAR_FIRST)
		return chain->lead.timely && (alone || !is_counted(r, behind));
	return led || near;
}

static void add_date(struct dates *dates, const struct date_reader *r,
		     size_t token, size_t end, const struct edtf *value,
		     const char *because)
{
	struct candidate *c;

	while (token + 1 < end && (r->marks->tokens.items[token].kinds &
				   (1u << DATE_KIND_LEAD | 1u << DATE_KIND_OPEN)))
		token++;
	c = scan_add(r->scan, token, end, MENTION_DATE, RANK_VALUE,
		     RULE_DATE);
	strbuf_clear(&dates->buf);
	edtf_add(&dates->buf, value);
	c->value = str_copy(&r->scan->doc->arena, strbuf_view(&dates->buf));
	scan_because(r->scan, c, "%s", because);
}

/* Before a noun a date with an article belongs to it: "after the May
 * elections". */
static bool is_of_noun(const struct date_reader *r,
		       const struct date_chain *chain)
{
	const struct date_point *p = &chain->points[0];

	return p->attributive ||
	       (chain->lead.article && !p->is_part && !p->worded &&
		p->day == 0 &&
		(p->form == POINT_PLAIN || p->form == POINT_BARE) &&
		p->month <= 12 && chain->end < r->limit &&
		scan_kind(r->scan, chain->end) == KIND_WORD &&
		!scan_is_stopword(r->scan, chain->end));
}

/* "since 2019", "2019 жылға дейін", "about 2015" */
static void open_value(const struct date_reader *r,
		       const struct date_chain *chain, struct edtf *value)
{
	struct edtf open = { .interval = false };
	const struct date_point *p = &chain->points[0];
	const struct date_fact *fact = chain->behind ? chain->behind
						     : chain->lead.open;

	if (chain->lead.approximate ||
	    (chain->behind &&
	     str_equal(chain->behind->hint, STR("ref~")))) {
		value->start.approximate = true;
		value->end.approximate = true;
	}
	if (!fact || value->interval || is_of_noun(r, chain) ||
	    (p->is_part && p->year == 0 && p->month == 0))
		return; /* "by the end of the year" */
	if (str_equal(fact->hint, STR("ref/..")))
		edtf_make_interval(value, value, &open);
	else if (str_equal(fact->hint, STR("../ref")))
		edtf_make_interval(value, &open, value);
}

/* A range without a year that runs backwards is over the end of one. */
static bool make_range(const struct date_reader *r,
		       const struct date_point *from,
		       const struct date_point *to, struct edtf *value)
{
	struct edtf a, b;

	if (!date_point_value(r, from, &a) || !date_point_value(r, to, &b))
		return false;
	if (edtf_make_interval(value, &a, &b))
		return true;
	return from->year == 0 && to->year == 0 && from->month > 0 &&
	       to->month > 0 &&
	       edtf_make_yearless(&a, from->month, from->day) &&
	       edtf_make_yearless(&b, to->month, to->day) &&
	       edtf_make_interval(value, &a, &b);
}

static bool is_next_day(const struct date_reader *r,
			const struct date_point *from)
{
	struct edtf a, b;

	return date_point_value(r, from, &a) &&
	       date_point_value(r, from + 1, &b) &&
	       edtf_move(&a, 0, 0, 1) && edtf_compare(&a, &b) == 0;
}

/* The value of the points from one to another; false where they make none. */
static bool make_value(const struct date_reader *r,
		       const struct date_chain *chain, size_t first,
		       size_t last, struct edtf *value)
{
	const struct date_point *from = &chain->points[first];
	const struct date_point *to = &chain->points[last];
	struct edtf a, b;

	if (first == last)
		return date_point_value(r, from, value);
	if (chain->joins[first] == JOIN_OR)
		return date_point_value(r, from, &a) &&
		       date_point_value(r, to, &b) &&
		       edtf_make_one_of(value, &a, &b);
	if (chain->joins[first] == JOIN_NIGHT && !is_next_day(r, from))
		return false;
	return make_range(r, from, to, value);
}

static const char *year_source(const struct date_reader *r,
			       const struct date_point *p)
{
	if (p->form == POINT_FIXED)
		return "told by its distance, or as it stands";
	if (p->year > 0)
		return "the year is told";
	return r->year > 0 ? "the year is that of the report or the sentence"
			   : "no year is told";
}

/* The points that are one mention from `first` on; the last of them. */
static size_t group_end(const struct date_chain *chain, size_t first)
{
	size_t last = first;

	if (first + 1 < chain->count && chain->joins[first] == JOIN_OR)
		return first + 1;
	while (last + 1 < chain->count && (chain->joins[last] == JOIN_RANGE ||
					   chain->joins[last] == JOIN_NIGHT))
		last++;
	return last;
}

/* Whether the year goes on to the dates behind it. That of a background does
 * not: since when something lasts; a year alone inside the sentence, which may
 * be when the paper was founded. */
static bool holds(const struct date_reader *r, const struct date_chain *chain,
		  const struct date_point *p, const struct edtf *value)
{
	if (r->year == 0)
		return true;
	if (value->end.precision == EDTF_OPEN)
		return false;
	return p->month > 0 ||
	       chain->points[0].first <=
		       scan_sentence_start(r->scan, p->first) + YEAR_LEADS;
}

static void add_group(struct dates *dates, struct date_reader *r,
		      const struct date_chain *chain, size_t first,
		      size_t last)
{
	const struct date_point *to = &chain->points[last];
	struct edtf value;

	if (!make_value(r, chain, first, last, &value)) {
		for (size_t i = first; first < last && i <= last; i++)
			add_group(dates, r, chain, i, i);
		return;
	}
	if (chain->count == 1 || chain->lead.approximate)
		open_value(r, chain, &value);
	add_date(dates, r, chain->points[first].first, to->end, &value,
		 year_source(r, to));
	r->last = value;
	if (to->form != POINT_FIXED && to->form != POINT_DECADE &&
	    to->year > 0 && holds(r, chain, to, &value))
		r->year = to->year;
}

/* Bare digits count as years together with their range. */
static bool are_years(const struct date_reader *r,
		      const struct date_chain *chain, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (chain->points[i].form == POINT_BARE &&
		    !is_year(r, chain, i))
			return false;
	return true;
}

/* Returns the token to go on with. */
static size_t read_at(struct dates *dates, struct date_reader *r, size_t token,
		      struct date_chain *chain)
{
	size_t end = token + 1;

	if (!date_chain_read(r, token, chain))
		return end;
	for (size_t first = 0; first < chain->count;) {
		size_t last = group_end(chain, first);

		if (are_years(r, chain, first, last)) {
			add_group(dates, r, chain, first, last);
			end = chain->points[last].end;
		}
		first = last + 1;
	}
	return end;
}

/* The year of the section that a sentence stands in, else that of the report;
 * a chronicle's entry has a day to count from. */
static void look_around(struct date_reader *r, const struct sentence *s)
{
	const struct document *doc = r->scan->doc;
	struct str section = doc->paragraphs.items[s->paragraph].section;
	struct edtf date;

	r->today = (struct edtf){ .interval = false };
	r->year = r->scan->year;
	if (section.len == 0 || section.data[0] < '0' ||
	    section.data[0] > '9' || !edtf_parse(&date, section))
		section = document_meta(doc, STR("date"));
	if (section.len == 0 || !edtf_parse(&date, section) ||
	    date.start.precision < EDTF_YEAR ||
	    date.start.year != date.end.year)
		return;
	r->year = date.start.year;
	r->today = date;
}

static bool may_open(const struct date_reader *r, size_t token)
{
	return r->marks->tokens.items[token].kinds &
	       (1u << DATE_KIND_OPEN | 1u << DATE_KIND_FROM |
		1u << DATE_KIND_BETWEEN | 1u << DATE_KIND_APPROX);
}

static void find_in_sentence(struct dates *dates, struct date_reader *r,
			     const struct sentence *s)
{
	struct date_chain chain;
	size_t t = s->first_token;

	r->limit = t + s->token_count;
	look_around(r, s);
	while (t < r->limit) {
		const struct date_found *never = date_at(r, t,
							 DATE_KIND_NEVER);

		t = never ? t + never->len :
		    date_may_begin(r, t) || may_open(r, t)
			? read_at(dates, r, t, &chain) : t + 1;
	}
}

void dates_find(struct dates *dates, struct scan *scan)
{
	const struct document *doc = scan->doc;
	struct date_reader reader = { .scan = scan, .words = dates->words,
				      .numbers = dates->numbers,
				      .marks = &dates->marks };
	size_t paragraph = SIZE_MAX;

	date_words_mark(dates->words, scan, &dates->marks);
	for (size_t i = 0; i < doc->sentences.count; i++) {
		const struct sentence *s = &doc->sentences.items[i];

		if (s->paragraph != paragraph)
			reader.last = (struct edtf){ .interval = false };
		paragraph = s->paragraph;
		find_in_sentence(dates, &reader, s);
	}
}
