#include "law_read.h"

#include "utf8.h"

enum {
	COUNTRY_NEAR = 6,     /* words behind an act that name its country */
	MAKER_WORDS = 7,      /* who issued it: приказ министра информации № 5 */
	NUMBER_WORDS = 5,     /* of № 123-ФЗ before its kind */
	YEAR_CHARS = 4
};

/* The country named right behind a token, over "of the"; returns its end, or
 * the token. */
size_t law_country_end(const struct law_reader *r,
			  size_t token)
{
	size_t to = token + COUNTRY_NEAR < r->limit ? token + COUNTRY_NEAR
						    : r->limit;
	size_t end;

	r->hits->count = 0;
	country_words_find(r->countries, r->scan->doc, token, to, false,
			   r->hits);
	if (r->hits->count == 0 || r->hits->items[0].adjective)
		return token;
	for (size_t t = token; t < r->hits->items[0].first; t++)
		if (!(scan_shape(r->scan, t) & SHAPE_LATIN) ||
		    !law_words_at(r->words, r->scan, t, LAW_LINK, &end) ||
		    scan_is_form(r->scan, t, "and"))
			return token;
	end = r->hits->items[0].end;
	return end < r->limit && str_has_prefix(scan_form(r->scan, end),
						STR("'")) ? token : end;
}

size_t law_country_first(const struct law_reader *r,
			    size_t token)
{
	size_t from = token > r->start + COUNTRY_NEAR ? token - COUNTRY_NEAR
						      : r->start;
	const struct country_hit *last;

	r->hits->count = 0;
	country_words_find(r->countries, r->scan->doc, from, token, false,
			   r->hits);
	if (r->hits->count == 0)
		return token;
	last = &r->hits->items[r->hits->count - 1];
	return last->end == token && (last->adjective ||
				      scan_shape(r->scan, last->first) &
					      SHAPE_CYRILLIC)
		? last->first : token;
}

static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.data[i] >= '0' && text.data[i] <= '9')
			return true;
	return false;
}

static bool is_year(struct str form)
{
	uint64_t number;

	return form.len == YEAR_CHARS && str_number(form, 2100, &number) &&
	       number >= 1800;
}

/* 149-ФЗ, C-11, 2016/679; and 5651, no year, behind a word with a capital. */
static bool is_act_number(const struct scan *scan, size_t token)
{
	struct str form = scan_form(scan, token);
	uint8_t shape = scan_shape(scan, token);

	if (str_find(form, STR("/"), 0) < form.len ||
	    (shape & SHAPE_LETTER && shape & SHAPE_COMPOUND))
		return true;
	return form.len >= 2 && !is_year(form) && token > 0 &&
	       scan_shape(scan, token - 1) & SHAPE_CAPITAL &&
	       scan_shape(scan, token - 1) & SHAPE_LATIN &&
	       form.data[0] >= '0' && form.data[0] <= '9';
}

/* No. 123-IV, № 149-ФЗ, 272-FZ: the end, or the token. */
static size_t number_end(const struct law_reader *r, size_t token)
{
	const struct scan *scan = r->scan;
	size_t t = token;
	bool sign = t + 1 < r->limit && law_is_number_sign(scan, t);

	t += sign;
	if (!sign && t + 3 < r->limit && scan_is_form(scan, t, "(") &&
	    scan->marks.items[t].partner == t + 2)
		t += 3; /* Regulation (EU) 2016/679 */
	if (t >= r->limit || !has_digit(scan_form(scan, t)) ||
	    scan_kind(scan, t) == KIND_ADDRESS)
		return token;
	while (t + 2 < r->limit &&
	       scan->doc->tokens.items[t].flags & TOKEN_GLUED &&
	       scan->doc->tokens.items[t + 1].flags & TOKEN_GLUED &&
	       (scan_is_form(scan, t + 1, "-") || scan_is_form(scan, t + 1, "/") ||
		scan_is_form(scan, t + 1, "–")))
		t += 2;
	t++;
	return sign || (t == token + 1 ? is_act_number(scan, token)
				       : !scan_find(scan, token, MENTION_DATE))
		? t : token;
}

static void take_number(const struct law_reader *r,
			struct law_name *name, size_t end)
{
	size_t from = name->end + (law_is_number_sign(r->scan, name->end) ? 1 : 0);

	strbuf_clear(r->id);
	romanisation_slug(r->romanisation, r->id,
			  extent_text(r->scan->doc, (struct extent){
				  r->scan->marks.items[from].sentence, from,
				  end }));
	name->number = str_copy(&r->scan->doc->arena, strbuf_view(r->id));
	name->end = end;
}

/* from 3 March 2021, от 3 марта 2021 года, 1986, of 2019 */
static size_t date_end(const struct law_reader *r, size_t token)
{
	const struct candidate *c;
	size_t t = token, end;

	if (t < r->limit && (scan_is_form(r->scan, t, ",") ||
			     law_words_at(r->words, r->scan, t, LAW_DATED,
					  &end)))
		t++;
	if (t >= r->limit)
		return token;
	c = scan_find(r->scan, t, MENTION_DATE);
	if (is_year(scan_form(r->scan, t)))
		return c && c->end > t ? c->end : t + 1;
	if (t == token || !c || c->value.len < YEAR_CHARS)
		return token;
	return c->end;
}

/* Who issued a decree or order stands before its number: министра информации. */
static size_t skip_maker(const struct law_reader *r, size_t token)
{
	size_t end;

	for (size_t t = token; t < r->limit && t < token + MAKER_WORDS; t++) {
		if (t > token && (number_end(r, t) > t ||
				  (date_end(r, t) > t &&
				   law_words_at(r->words, r->scan, t,
						LAW_DATED, &end))))
			return t;
		if (scan_kind(r->scan, t) != KIND_WORD ||
		    (t == token && scan_shape(r->scan, t) & SHAPE_LATIN &&
		     !scan_is_form(r->scan, t, "of")) ||
		    (scan_is_stopword(r->scan, t) &&
		     !law_words_at(r->words, r->scan, t, LAW_LINK, &end)) ||
		    languages_is_predicate(r->languages, scan_lang(r->scan, t),
					   scan_form(r->scan, t)))
			break;
	}
	return token;
}

static bool may_have_maker(const struct law_word *kind)
{
	return str_equal(kind->id, STR("decree")) ||
	       str_equal(kind->id, STR("order")) ||
	       str_equal(kind->id, STR("resolution"));
}

/* The end of a country's name or adjective that begins at a token. */
static size_t country_at(const struct law_reader *r, size_t token,
			     size_t limit)
{
	r->hits->count = 0;
	country_words_find(r->countries, r->scan->doc, token, limit, false,
			   r->hits);
	return r->hits->count > 0 && r->hits->items[0].first == token
		? r->hits->items[0].end : token;
}

/* «О масс-медиа», «Масс-медиа туралы»: without the marks and the word that
 * leads to what it is about. */
static void trim_subject(const struct law_reader *r,
			 struct law_name *name)
{
	size_t end;

	if (name->behind) { /* German Aliens Act */
		size_t to = country_at(r, name->subject, name->subject_end);

		if (to < name->subject_end)
			name->subject = to;
	}
	while (name->subject + 1 < name->subject_end &&
	       (scan_kind(r->scan, name->subject) == KIND_PUNCT ||
		law_words_at(r->words, r->scan, name->subject, LAW_ON, &end)))
		name->subject++;
	while (name->subject + 1 < name->subject_end &&
	       (scan_kind(r->scan, name->subject_end - 1) == KIND_PUNCT ||
		law_words_at(r->words, r->scan, name->subject_end - 1, LAW_ON,
			     &end)))
		name->subject_end--;
}

static bool take_subject(const struct law_reader *r,
			 struct law_name *name)
{
	size_t at = name->end, end;

	if (at >= r->limit || name->subject < name->subject_end)
		return false;
	end = law_quote_end(r, at);
	if (end == at && law_words_at(r->words, r->scan, at, LAW_ON, &at)) {
		end = law_subject_end(r, at);
		if (end == at)
			return false;
	}
	if (end == at)
		return false;
	name->subject = at;
	name->subject_end = name->end = end;
	return true;
}

/* What stands behind the kind, in any order: country, date, number, subject. */
static void read_behind(const struct law_reader *r,
			struct law_name *name)
{
	for (;;) {
		size_t end = law_country_end(r, name->end);

		if (end == name->end && name->number.len == 0 &&
		    number_end(r, name->end) > name->end) {
			take_number(r, name, number_end(r, name->end));
			continue;
		}
		if (end == name->end && !name->dated) {
			end = date_end(r, name->end);
			name->dated = end > name->end;
		}
		if (end == name->end && !take_subject(r, name))
			return;
		if (end > name->end)
			name->end = end;
	}
}

/* Европейской конвенции, Рамочной конвенции */
static bool is_of_convention(const struct law_reader *r,
			     const struct law_name *name, size_t token)
{
	return str_equal(name->kind->id, STR("convention")) &&
	       scan_is_name_word(r->scan, token) &&
	       scan_shape(r->scan, token) & SHAPE_CYRILLIC &&
	       !(r->scan->marks.items[token].flags & MARK_START);
}

/* Words beside the kind that belong to it: federal, constitutional. */
static void read_with(const struct law_reader *r,
		      struct law_name *name)
{
	size_t end;

	while (name->first > r->start &&
	       (law_words_at(r->words, r->scan, name->first - 1, LAW_WITH,
			     &end) ||
		is_of_convention(r, name, name->first - 1)))
		name->first--;
}

static bool read_before_kind(const struct law_reader *r,
			     struct law_name *name)
{
	size_t tail, maker, end;

	if (name->end < r->limit &&
	    law_words_at(r->words, r->scan, name->end, LAW_NOT_BEHIND, &end))
		return false;
	read_with(r, name);
	name->subject = name->subject_end = name->end;
	if (may_have_maker(name->kind)) {
		maker = skip_maker(r, name->end);
		name->end = maker;
	}
	tail = name->end;
	read_behind(r, name);
	return name->end > tail &&
	       (name->subject < name->subject_end ||
		(name->number.len > 0 &&
		 !str_equal(name->kind->id, STR("code"))) ||
		(name->dated && may_have_maker(name->kind)));
}

/* 2021 жылғы 5 мамырдағы № 123 бұйрығы */
static bool read_number_before(const struct law_reader *r,
			       struct law_name *name)
{
	const struct scan *scan = r->scan;
	size_t end = name->end, t = name->first, kind = name->first;
	const struct candidate *date;

	while (t > r->start && kind - t < NUMBER_WORDS &&
	       !law_is_number_sign(scan, t))
		t--;
	if (t == kind || number_end(r, t) != kind)
		return false;
	name->end = t;
	take_number(r, name, kind);
	name->end = end;
	date = scan_find_before(scan, t, MENTION_DATE);
	name->first = date ? date->first : t;
	name->subject = name->subject_end = kind;
	return true;
}

/* Лесного кодекса: a word with a capital right before it. */
static bool read_adjective(const struct law_reader *r, struct law_name *name)
{
	size_t word = name->first - 1, end;

	if (!str_equal(name->kind->id, STR("code")) ||
	    !(scan_shape(r->scan, word) & SHAPE_CAPITAL) ||
	    scan_shape(r->scan, word) & SHAPE_ALL_CAPITAL ||
	    scan_kind(r->scan, word) != KIND_WORD ||
	    r->scan->marks.items[word].flags & MARK_START ||
	    law_words_at(r->words, r->scan, word, LAW_NOT, &end) ||
	    scan_is_stopword(r->scan, word) ||
	    r->roles->items[word].starts ||
	    scan_find(r->scan, word, MENTION_PERSON))
		return false;
	name->first = name->subject = word;
	name->subject_end = word + 1;
	name->word = languages_stem(r->languages, scan_lang(r->scan, word),
				    r->scan->doc->tokens.items[word].form);
	return true;
}

/* The years that the name of an act ends in: Public Order Act 1986. */
static bool read_behind_kind(const struct law_reader *r,
			     struct law_name *name)
{
	size_t kind = name->first, kind_end = name->end, first, end;
	bool capital = scan_shape(r->scan, kind) & SHAPE_CAPITAL;
	bool latin = scan_shape(r->scan, kind) & SHAPE_LATIN;

	if (kind == r->start || law_words_at(r->words, r->scan, kind_end < r->limit
					? kind_end : kind, LAW_NOT_BEHIND, &end))
		return false;
	if (latin) {
		first = law_subject_first(r, kind, capital);
	} else {
		read_with(r, name);
		first = law_country_first(r, name->first);
		if (first == name->first &&
		    read_number_before(r, name))
			return true;
		name->first = first;
		if (first == r->start)
			return false;
		if (read_adjective(r, name))
			return true;
		if (law_words_at(r->words, r->scan, first - 1, LAW_ON, &end)) {
			name->subject_end = first - 1;
			first = law_topic_first(r, first - 1);
		} else {
			name->subject_end = first;
			first = law_quote_first(r, first - 1);
			if (first + 1 == name->subject_end)
				return false;
		}
		if (first >= name->subject_end)
			return false;
		name->subject = first;
		name->first = law_country_first(r, first);
		return true;
	}
	if (first == kind)
		return false;
	name->first = name->subject = first;
	name->subject_end = kind;
	if (capital) {
		if (first > r->start && is_year(scan_form(r->scan, first - 1)))
			name->first--;
		if (name->end < r->limit &&
		    (is_year(scan_form(r->scan, name->end)) ||
		     scan_is_form(r->scan, name->end, ",") ||
		     scan_is_form(r->scan, name->end, "of")))
			name->end = date_end(r, name->end);
		if (number_end(r, name->end) > name->end)
			take_number(r, name, number_end(r, name->end));
	}
	return true;
}

bool law_read(const struct law_reader *r, struct law_name *name)
{
	if (!(name->behind ? read_behind_kind(r, name)
			   : read_before_kind(r, name)))
		return false;
	trim_subject(r, name);
	return true;
}
