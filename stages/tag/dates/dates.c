#include "dates.h"

#include "date_reader.h"

#include <stdlib.h>

enum {
	BARE_BACK = 30, BARE_AHEAD = 10, /* years around the covered one in
	                                    which bare digits are a year */
	STUDY_NEAR = 4                   /* words to "study" */
};

struct dates {
	struct date_words *words;
	struct numbers *numbers;
	struct date_marks marks;     /* reused */
	struct strbuf buf;           /* reused */
};

/* The last date that was read, for "a month later". */
struct last_date {
	struct edtf value;
	size_t sentence;
	bool known, has_year;
};

int dates_open(struct dates **out, const struct knowledge *knowledge,
	       struct numbers *numbers, struct err *err)
{
	struct dates *dates = memory_get(sizeof *dates);
	int rc;

	*dates = (struct dates){ .numbers = numbers };
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
	LIST_RELEASE(&dates->marks);
	strbuf_release(&dates->buf);
	free(dates);
}

/* A year in the place of a hint's letters: "YYYY-33" and 2022. */
static bool fill_hint(struct strbuf *buf, struct str hint, unsigned year,
		      struct edtf *value)
{
	strbuf_clear(buf);
	for (size_t i = 0; i < hint.len;) {
		if (str_has_prefix(str_slice(hint, i, hint.len), STR("YYYY"))) {
			strbuf_addf(buf, "%04u", year);
			i += 4;
		} else {
			strbuf_add_char(buf, hint.data[i++]);
		}
	}
	return edtf_parse(value, strbuf_view(buf));
}

/* Beginning, middle and end of a year or month are that year or month;
 * quarters and halves of a year stand for themselves. */
static bool apply_part(struct dates *dates, struct str hint,
		       struct edtf *value)
{
	if (value->interval || value->start.precision != EDTF_YEAR ||
	    hint.len == sizeof "YYYY" - 1)
		return true;
	if (hint.len == sizeof "YYYY-MM" - 1 && hint.data[5] < '2')
		return true;
	return fill_hint(&dates->buf, hint, value->start.year, value);
}

/* "end of 2022", "в начале января", "end of the year" */
static bool read_part(struct dates *dates, const struct date_reader *r,
		      size_t token, struct read_date *date)
{
	const struct date_mark *mark = &r->marks[token];
	size_t next = token + mark->part_len;
	struct str hint;

	if (mark->part_len == 0)
		return false;
	hint = date_words_hint(dates->words, mark->part);
	if (date_words_has_year(dates->words, mark->part)) {
		if (str_equal(hint, STR("YYYY")))
			return false; /* "half a year" is a duration */
		date->end = next;
		date->has_year = false;
		return r->year > 0 &&
		       edtf_make(&date->value, r->year, 0, 0) &&
		       apply_part(dates, hint, &date->value);
	}
	while (next < r->limit && next < token + mark->part_len + 2 &&
	       (r->marks[next].flags & DATE_LEAD))
		next++;
	if (next >= r->limit || !date_read(r, next, date))
		return false;
	date->is_bare = false;
	return apply_part(dates, hint, &date->value);
}

/* "2022 жылдың соңында": the part behind the year. */
static void read_part_behind(struct dates *dates, const struct date_reader *r,
			     struct read_date *date)
{
	const struct date_mark *mark;

	if (date->end >= r->limit)
		return;
	mark = &r->marks[date->end];
	if (mark->part_len == 0 ||
	    (scan_shape(r->scan, date->end) & SHAPE_LATIN) ||
	    date_words_has_year(dates->words, mark->part))
		return;
	/* A part that stands before its date begins another one there. */
	if (date->end + mark->part_len < r->limit) {
		struct read_date next;

		if (date_read(r, date->end + mark->part_len, &next))
			return;
	}
	if (date->is_bare || date->value.start.precision == EDTF_UNKNOWN)
		return;
	if (apply_part(dates, date_words_hint(dates->words, mark->part),
		       &date->value))
		date->end += mark->part_len;
}

static bool is_near_study(const struct date_reader *r, size_t token)
{
	for (size_t t = token; t < r->limit && t < token + STUDY_NEAR; t++) {
		if (r->marks[t].flags & DATE_STUDY)
			return true;
		if (scan_kind(r->scan, t) == KIND_PUNCT)
			return false;
	}
	return false;
}

/* "two years ago": the number is the first word of the phrase. */
static bool years_ago(struct dates *dates, const struct date_reader *r,
		      size_t token, struct edtf *value)
{
	uint64_t number = number_of_word(dates->numbers, r->scan, token);
	struct str form = scan_form(r->scan, token);

	if (number == 0 && !str_number(form, 1000, &number))
		return false;
	return number > 0 && number < r->year &&
	       edtf_make(value, r->year - (unsigned)number, 0, 0);
}

/* "+P1M": the last date of the paragraph, moved. */
static bool move_last(const struct date_reader *r, struct str hint,
		      const struct last_date *last, size_t token,
		      struct edtf *value)
{
	size_t sentence = r->scan->marks.items[token].sentence;
	char unit;

	if (!last->known || hint.len != 4 ||
	    r->scan->doc->sentences.items[sentence].paragraph !=
		    r->scan->doc->sentences.items[last->sentence].paragraph)
		return false;
	unit = hint.data[3];
	*value = last->value;
	return edtf_move(value, unit == 'Y', unit == 'M', unit == 'W' ? 7 : 0);
}

static bool read_relative(struct dates *dates, const struct date_reader *r,
			  size_t token, const struct last_date *last,
			  struct read_date *date)
{
	const struct date_mark *mark = &r->marks[token];
	struct str hint;

	if (mark->relative_len == 0)
		return false;
	hint = date_words_hint(dates->words, mark->relative);
	date->end = token + mark->relative_len;
	if (str_has_prefix(hint, STR("+P1")))
		return move_last(r, hint, last, token, &date->value);
	if (r->year == 0)
		return false;
	if (str_equal(hint, STR("-PnY")))
		return years_ago(dates, r, token, &date->value);
	if (r->scan->year == 0)
		return false;
	if (str_equal(hint, STR("Y-1")) && is_near_study(r, date->end))
		return r->scan->edition > 1 &&
		       edtf_make(&date->value, r->scan->edition - 1, 0, 0);
	if (str_equal(hint, STR("Y")))
		return edtf_make(&date->value, r->scan->year, 0, 0);
	if (str_equal(hint, STR("Y-1")) || str_equal(hint, STR("-P1Y")))
		return edtf_make(&date->value, r->scan->year - 1, 0, 0);
	if (str_equal(hint, STR("Y-2")))
		return edtf_make(&date->value, r->scan->year - 2, 0, 0);
	if (str_equal(hint, STR("Y+1")))
		return edtf_make(&date->value, r->scan->year + 1, 0, 0);
	return false;
}

/* Four digits without the word for year: behind a preposition or in brackets
 * any year, elsewhere one near the covered year; not before what they count. */
static bool is_year(const struct date_reader *r, size_t token,
		    const struct read_date *date)
{
	const struct scan *scan = r->scan;
	size_t start = scan_sentence_start(scan, token), behind = date->end;
	unsigned year = date->value.start.year;
	bool led = token > start && (r->marks[token - 1].flags & DATE_LEAD);
	bool alone = behind >= r->limit ||
		     scan_kind(scan, behind) == KIND_PUNCT;
	bool near;

	if (token > start &&
	    (scan->marks.items[token - 1].cue_ends & 1u << MENTION_LAW))
		return false; /* "Article 2022" */
	if (token > start &&
	    ((scan->doc->tokens.items[token - 1].flags & TOKEN_GLUED &&
	      !scan_has_partner(scan, token - 1)) ||
	     scan_kind(scan, token - 1) == KIND_SYMBOL ||
	     scan_kind(scan, token - 1) == KIND_NUMBER))
		return false;
	if (!alone && (scan_kind(scan, behind) == KIND_SYMBOL ||
		       scan_kind(scan, behind) == KIND_NUMBER))
		return false;
	near = scan->covers > 0 && year + BARE_BACK >= scan->covers &&
	       year <= scan->covers_last + BARE_AHEAD;
	if (!alone && scan_kind(scan, behind) == KIND_WORD &&
	    !(scan_shape(scan, behind) & SHAPE_CAPITAL) &&
	    !scan_is_stopword(scan, behind) &&
	    !(r->marks[behind].flags & DATE_STUDY) &&
	    !(led && near && token == start + 1)) /* "In 2016 access …" */
		return false;
	if (led || (token > start && scan_has_partner(scan, token - 1)))
		return true;
	return near;
}

static void add_date(struct dates *dates, const struct date_reader *r,
		     size_t token, struct read_date *date)
{
	struct candidate *c;

	if (token > scan_sentence_start(r->scan, token) &&
	    (r->marks[token - 1].flags & DATE_APPROX) &&
	    !date->value.interval &&
	    date->value.start.precision == EDTF_YEAR)
		date->value.start.approximate = date->value.end.approximate =
			true;

	while (token + 1 < date->end && (r->marks[token].flags & DATE_LEAD))
		token++;
	c = scan_add(r->scan, token, date->end, MENTION_DATE, RANK_VALUE,
		     RULE_DATE);
	strbuf_clear(&dates->buf);
	edtf_add(&dates->buf, &date->value);
	c->value = str_copy(&r->scan->doc->arena, strbuf_view(&dates->buf));
}

/* The year that a relative expression of a year means, 0 if it means none. */
static unsigned relative_year(struct dates *dates, const struct date_reader *r,
			      size_t token, size_t *end)
{
	struct last_date none = { .known = false };
	struct read_date date = { .end = token };

	if (token >= r->limit ||
	    !read_relative(dates, r, token, &none, &date) ||
	    date.value.interval || date.value.start.precision != EDTF_YEAR)
		return 0;
	*end = date.end;
	return date.value.start.year;
}

/* "в декабре прошлого года": the year stands behind. */
static void read_year_behind(struct dates *dates, const struct date_reader *r,
			     struct read_date *date)
{
	size_t next = date->end, end;
	unsigned year;
	struct edtf moved = date->value;

	if (date->has_year || date->value.start.precision < EDTF_SEASON)
		return;
	if (next + 1 < r->limit && (r->marks[next].flags & DATE_LEAD) &&
	    r->marks[next].relative_len == 0)
		next++;
	year = relative_year(dates, r, next, &end);
	if (year == 0 ||
	    !edtf_move(&moved, (int)year - (int)moved.start.year, 0, 0))
		return;
	date->value = moved;
	date->end = end;
}

/* "өткен жылдың шілде айында": the year stands before. */
static bool read_month_behind(struct dates *dates, const struct date_reader *r,
			      size_t token, struct read_date *date)
{
	struct date_reader inner = *r;
	struct read_date month;
	size_t end;
	unsigned year = relative_year(dates, r, token, &end);

	if (year == 0 || end >= r->limit ||
	    (scan_shape(r->scan, end) & SHAPE_LATIN))
		return false;
	inner.year = year;
	if (!date_read(&inner, end, &month) || month.has_year ||
	    month.value.start.precision < EDTF_SEASON)
		return false;
	*date = month;
	return true;
}

/* The date at a token, if any; the longer of a relative and another one. */
static bool read_any(struct dates *dates, const struct date_reader *r,
		     size_t token, const struct last_date *last,
		     struct read_date *date)
{
	struct read_date other = { .end = token };
	bool found = read_part(dates, r, token, date) ||
		     date_read(r, token, date);

	if (found && date->is_bare) {
		read_part_behind(dates, r, date);
		found = is_year(r, token, date);
	} else if (found) {
		read_year_behind(dates, r, date);
		read_part_behind(dates, r, date);
	}
	if (!found && read_month_behind(dates, r, token, date))
		return true;
	if (read_relative(dates, r, token, last, &other) &&
	    (!found || other.end > date->end)) {
		*date = other;
		return true;
	}
	return found;
}

/* The year of the section that a sentence stands in, else that of the report. */
static unsigned year_around(const struct scan *scan, const struct sentence *s)
{
	struct str section = scan->doc->paragraphs.items[s->paragraph].section;
	struct edtf date;

	if (section.len == 0 || section.data[0] < '0' ||
	    section.data[0] > '9' || !edtf_parse(&date, section) ||
	    date.start.precision < EDTF_YEAR ||
	    date.start.year != date.end.year)
		return scan->year;
	return date.start.year;
}

static void find_in_sentence(struct dates *dates, struct date_reader *r,
			     size_t number, struct last_date *last)
{
	const struct sentence *s = &r->scan->doc->sentences.items[number];
	size_t t = s->first_token;

	r->limit = t + s->token_count;
	r->year = year_around(r->scan, s);
	while (t < r->limit) {
		struct read_date date = { .end = t };

		if (!read_any(dates, r, t, last, &date)) {
			t++;
			continue;
		}
		add_date(dates, r, t, &date);
		*last = (struct last_date){ date.value, number, true,
					    date.has_year };
		if (date.has_year && !date.value.interval &&
		    date.value.start.precision >= EDTF_YEAR)
			r->year = date.value.start.year;
		t = date.end;
	}
}

void dates_find(struct dates *dates, struct scan *scan)
{
	struct date_reader reader = { .scan = scan, .words = dates->words };
	struct last_date last = { .known = false };

	date_words_mark(dates->words, scan, &dates->marks);
	reader.marks = dates->marks.items;
	for (size_t i = 0; i < scan->doc->sentences.count; i++)
		find_in_sentence(dates, &reader, i, &last);
}
