#include "law_shown.h"

#include "string_map.h"

#include <stdlib.h>

struct law_shown {
	struct table *laws, *shorts, *articles;
	struct string_map acts;     /* their row in `laws` + 1 */
	struct string_map parents;  /* acts: an article's row with a sign + 1 */
};

static bool is_digit(struct str text, size_t at)
{
	return at < text.len && text.data[at] >= '0' && text.data[at] <= '9';
}

/* The first character of a number that is no digit: 127-2, 207.3, 307(3). */
static char sign_of(struct str number)
{
	for (size_t i = 0; i < number.len; i++)
		if (!is_digit(number, i))
			return number.data[i];
	return 0;
}

static void read_laws(struct law_shown *shown)
{
	for (size_t row = 0; row < shown->laws->row_count; row++) {
		struct str parent = table_named_cell(shown->laws, row,
						     "parent");

		if (parent.len == 0)
			string_map_add(&shown->acts,
				       table_named_cell(shown->laws, row, "id"),
				       (uint32_t)row + 1);
		else if (sign_of(table_named_cell(shown->laws, row,
						  "number")) &&
			 !string_map_find(&shown->parents, parent))
			string_map_add(&shown->parents, parent,
				       (uint32_t)row + 1);
	}
}

static int take_shorts(struct law_shown *shown, struct err *err)
{
	for (size_t row = 0; row < shown->shorts->row_count; row++) {
		if (table_named_cell(shown->shorts, row, "short").len == 0)
			return table_refuse(shown->shorts, row, err,
					    "an act is called something");
		table_take(shown->shorts, row);
	}
	return 0;
}

int law_shown_open(struct law_shown **out, struct lexicons *lexicons,
		   struct err *err)
{
	struct law_shown *shown = memory_get_zeroed(sizeof *shown);
	int rc = lexicons_table(lexicons, "laws.tsv", &shown->laws, err);

	if (rc == 0)
		rc = lexicons_table(lexicons, "law_shorts.tsv", &shown->shorts,
				    err);
	if (rc == 0)
		rc = lexicons_table(lexicons, "articles.tsv", &shown->articles,
				    err);
	if (rc == 0)
		rc = take_shorts(shown, err);
	if (rc == 0) {
		read_laws(shown);
	} else {
		law_shown_close(shown);
		shown = NULL;
	}
	*out = shown;
	return rc;
}

void law_shown_close(struct law_shown *shown)
{
	if (!shown)
		return;
	string_map_release(&shown->acts);
	string_map_release(&shown->parents);
	free(shown);
}

static struct str short_of(const struct law_shown *shown, struct str id,
			   struct str lang)
{
	for (size_t row = 0; row < shown->shorts->row_count; row++)
		if (str_equal(table_named_cell(shown->shorts, row, "id"), id) &&
		    str_equal(table_named_cell(shown->shorts, row, "lang"),
			      lang))
			return table_named_cell(shown->shorts, row, "short");
	return STR_NONE;
}

static void add_upper(struct strbuf *out, struct str code)
{
	for (size_t i = 0; i < code.len; i++)
		strbuf_add_char(out, (char)(code.data[i] - 'a' + 'A'));
}

/* Two small letters before a `_`: the country of an id. */
static bool has_country(struct str id)
{
	return id.len > 3 && id.data[2] == '_' && id.data[0] >= 'a' &&
	       id.data[0] <= 'z' && id.data[1] >= 'a' && id.data[1] <= 'z';
}

/* What the act is called: its own short name, else that of all countries' with
 * the country; an article of no known act has the country alone. */
static bool add_act(const struct law_shown *shown, struct strbuf *out,
		    struct str act, struct str lang)
{
	struct str name = short_of(shown, act, lang), bare = act;
	struct str country = STR_NONE;

	if (name.len == 0 && has_country(act)) {
		country = str_slice(act, 0, 2);
		bare = str_slice(act, 3, act.len);
		name = short_of(shown, bare, lang);
	}
	if (name.len == 0 && !str_equal(bare, STR("article")))
		return false;
	strbuf_add(out, name);
	if (name.len > 0 && country.len > 0)
		strbuf_add_char(out, ' ');
	add_upper(out, country);
	return true;
}

static void add_sign(const struct law_shown *shown, struct strbuf *out,
		     struct str act, bool *open)
{
	uint32_t row = string_map_find(&shown->parents, act);
	char sign = row ? sign_of(table_named_cell(shown->laws, row - 1,
						   "number")) : '-';

	strbuf_add_char(out, sign);
	*open = sign == '(';
}

/* 207_3 as the act writes it; 19_and_20 is a list. */
static bool add_number(const struct law_shown *shown, struct strbuf *out,
		       struct str act, struct str number)
{
	static const struct str link = STR("_and_");
	bool open = false, list = false;

	for (size_t i = 0; i < number.len;) {
		if (str_has_prefix(str_slice(number, i, number.len), link)) {
			strbuf_add(out, open ? STR("), ") : STR(", "));
			open = false;
			list = true;
			i += link.len;
		} else if (number.data[i] == '_') {
			if (open)
				strbuf_add_char(out, ')');
			add_sign(shown, out, act, &open);
			i++;
		} else if (is_digit(number, i)) {
			strbuf_add_char(out, number.data[i++]);
		} else {
			add_upper(out, str_slice(number, i, i + 1));
			i++;
		}
	}
	if (open)
		strbuf_add_char(out, ')');
	return list;
}

/* Where the number of an article begins in an id: behind the longest act that
 * the tables have, else behind the first word; 0: nowhere. */
static size_t number_start(const struct law_shown *shown, struct str id)
{
	size_t first = 0, known = 0;

	if (string_map_find(&shown->acts, id))
		return 0;
	for (size_t i = 1; i + 1 < id.len; i++) {
		if (id.data[i] != '_' || !is_digit(id, i + 1))
			continue;
		if (string_map_find(&shown->acts, str_slice(id, 0, i)))
			known = i + 1;
		else if (first == 0)
			first = i + 1;
	}
	return known ? known : first;
}

static struct str form_of(const struct law_shown *shown, struct str lang,
			  bool list)
{
	struct str side = list ? STR("shown_list") : STR("shown");

	for (size_t row = 0; row < shown->articles->row_count; row++)
		if (str_equal(table_named_cell(shown->articles, row, "side"),
			      side) &&
		    str_equal(table_named_cell(shown->articles, row, "lang"),
			      lang))
			return table_named_cell(shown->articles, row, "word");
	return STR_NONE;
}

/* The form with what stands for its slots; blanks of an empty slot go. */
static void fill(struct strbuf *out, struct str form, struct str number,
		 struct str act)
{
	for (size_t i = 0; i < form.len;) {
		struct str rest = str_slice(form, i, form.len);

		if (str_has_prefix(rest, STR("{n}"))) {
			strbuf_add(out, number);
			i += 3;
		} else if (str_has_prefix(rest, STR("{law}"))) {
			strbuf_add(out, act);
			i += 5;
			if (act.len == 0 && i < form.len && form.data[i] == ' ')
				i++;
		} else {
			strbuf_add_char(out, form.data[i++]);
		}
	}
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		strbuf_truncate(out, out->len - 1);
}

bool law_shown_add(const struct law_shown *shown, struct strbuf *out,
		   struct str id, struct str lang)
{
	size_t start = number_start(shown, id);
	struct strbuf act = STRBUF_INIT, number = STRBUF_INIT;
	struct str form;
	bool is = false;

	if (start == 0)
		return false;
	if (add_act(shown, &act, str_slice(id, 0, start - 1), lang)) {
		bool list = add_number(shown, &number,
				       str_slice(id, 0, start - 1),
				       str_slice(id, start, id.len));

		form = form_of(shown, lang, list);
		is = form.len > 0;
		fill(out, form, strbuf_view(&number), strbuf_view(&act));
	}
	strbuf_release(&act);
	strbuf_release(&number);
	return is;
}
