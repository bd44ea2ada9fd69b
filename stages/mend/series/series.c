#include "series.h"

#include "shape.h"

enum {
	MATCH_BYTES = 4096,     /* what a pattern gets to see of a paragraph */
	DETECT_PARAGRAPHS = 40, /* a series shows itself on its first pages */
	DETECT_SHARE = 20       /* one in so many, where many must match, if
				   the row does not say how many */
};

/* The pattern takes any word for a month. */
static bool has_month(const struct series *series, const struct series_row *row,
		      const struct regex_match *match)
{
	struct str word = series_part(row, PART_MONTH, match);
	uint64_t number;

	if (word.len == 0 || str_number(word, UINT32_MAX, &number))
		return true;
	if (str_has_suffix(word, STR(".")))
		word.len--;
	return month_words_find(series->months, word) > 0;
}

static bool match_row(const struct series *series, const struct series_row *row,
		      struct str text, struct regex_match *match)
{
	return regex_find(row->regex, shape_beginning(text, MATCH_BYTES), 0,
			  match) &&
	       has_month(series, row, match);
}

static bool names(const struct series *series, struct str name)
{
	if (str_equal(series->name, name))
		return true;
	for (size_t i = 0; i < series->rows.count; i++)
		if (series->rows.items[i].kind == SERIES_DETECT &&
		    str_equal(series->rows.items[i].value, name))
			return true;
	return false;
}

static const struct series_row *detect(const struct series *series,
				       const struct document *doc)
{
	struct str title = document_meta(doc, STR("title"));
	const struct series_row *row;
	struct regex_match match;

	row = series_match(series, SERIES_DETECT, title, &match);
	for (size_t i = 0; !row && i < doc->paragraphs.count &&
			   i < DETECT_PARAGRAPHS; i++)
		row = series_match(series, SERIES_DETECT,
				   doc->paragraphs.items[i].text, &match);
	return row;
}

static bool is_date(const struct series *series, const struct series_row *row,
		    struct str text)
{
	struct regex_match match;

	return match_row(series, row, text, &match) &&
	       (series_match(series, SERIES_DATE, text, &match) ||
		series_match(series, SERIES_DATED, text, &match));
}

/* A row of the kind, for which as many paragraphs match as it asks for. */
static const struct series_row *detect_many(const struct series *series,
					    const struct document *doc,
					    struct str *name)
{
	for (size_t i = 0; i < series->rows.count; i++) {
		const struct series_row *row = &series->rows.items[i];
		struct str value = row->value;
		size_t found = 0;
		uint64_t least, share = DETECT_SHARE;
		struct str number;

		if (row->kind != SERIES_DETECT_MANY ||
		    !str_split(&value, ' ', name) ||
		    !str_split(&value, ' ', &number) ||
		    !str_number(number, UINT32_MAX, &least))
			continue;
		str_number(value, UINT32_MAX, &share);
		for (size_t p = 0; p < doc->paragraphs.count; p++)
			found += is_date(series, row,
					 doc->paragraphs.items[p].text);
		if (found >= least &&
		    found * share >= doc->paragraphs.count)
			return row;
	}
	return NULL;
}

static void set_name(struct document *doc, struct str name)
{
	if (document_meta(doc, STR("series")).len == 0)
		document_set_meta(doc, STR("series"), name);
}

const struct series *series_of(const struct series_set *set,
			       struct document *doc)
{
	struct str name = document_meta(doc, STR("series"));

	for (size_t i = 0; name.len > 0 && i < set->series.count; i++)
		if (names(&set->series.items[i], name))
			return &set->series.items[i];
	for (size_t i = 0; i < set->series.count; i++) {
		const struct series_row *row = detect(&set->series.items[i],
						      doc);

		if (!row)
			continue;
		set_name(doc, row->value);
		return &set->series.items[i];
	}
	for (size_t i = 0; i < set->series.count; i++) {
		if (!detect_many(&set->series.items[i], doc, &name))
			continue;
		set_name(doc, name);
		return &set->series.items[i];
	}
	return NULL;
}

const struct series_row *series_match(const struct series *series,
				      enum series_kind kind, struct str text,
				      struct regex_match *match)
{
	if (!series)
		return NULL;
	for (size_t i = 0; i < series->rows.count; i++)
		if (series->rows.items[i].kind == kind &&
		    match_row(series, &series->rows.items[i], text, match))
			return &series->rows.items[i];
	return NULL;
}

struct str series_part(const struct series_row *row, enum series_part part,
		       const struct regex_match *match)
{
	struct str text = match->group[row->part[part]];

	return row->part[part] > 0 && text.data ? text : STR_NONE;
}

struct str series_value(struct arena *arena, const struct series_row *row,
			const struct regex_match *match)
{
	struct strbuf buf = STRBUF_INIT;
	struct str value = row->value;

	for (size_t i = 0; i < value.len; i++) {
		size_t group = REGEX_GROUPS;

		if (value.data[i] == '\\' && i + 1 < value.len)
			group = (size_t)(value.data[i + 1] - '0');
		if (group > 0 && group < REGEX_GROUPS && group < 10) {
			if (match->group[group].data)
				strbuf_add(&buf, match->group[group]);
			i++;
		} else {
			strbuf_add_char(&buf, value.data[i]);
		}
	}
	value = str_copy(arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return value;
}
