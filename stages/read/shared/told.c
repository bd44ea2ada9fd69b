#include "told.h"

#include "countries.h"
#include "distance.h"
#include "edtf.h"
#include "interned.h"
#include "lexicon_files.h"
#include "utf8.h"

#include <stdlib.h>

enum { YEAR_FIRST = 1500, YEAR_LAST = 2199 }; /* of a report in print */

struct told {
	const struct stage_context *context;
	struct interned series;    /* that tables know */
	struct interned noted;     /* that none knows, and was told */
	bool has_series;
};

struct told *told_new(const struct stage_context *context)
{
	struct told *told = memory_get(sizeof *told);

	*told = (struct told){ .context = context };
	interned_init(&told->series);
	interned_init(&told->noted);
	return told;
}

void told_free(struct told *told)
{
	if (!told)
		return;
	interned_release(&told->series);
	interned_release(&told->noted);
	free(told);
}

static struct lexicons *lexicons_of(const struct told *told)
{
	return told->context->knowledge->lexicons;
}

/* A table is a series by its name, and others that it recognises. */
static int add_series(struct told *told, struct str file, struct err *err)
{
	struct str name = str_slice(file, strlen("series/"),
				    file.len - strlen(".tsv"));
	struct arena arena = ARENA_INIT;
	struct table *table;
	int rc = lexicons_table(lexicons_of(told), str_copy_z(&arena, file),
				&table, err);

	arena_release(&arena);
	if (rc < 0)
		return rc;
	interned_add(&told->series, name);
	for (size_t row = 0; row < table->row_count; row++) {
		struct str value = table_named_cell(table, row, "value");

		if (str_has_prefix(table_named_cell(table, row, "kind"),
				   STR("detect")) &&
		    str_split(&value, ' ', &name))
			interned_add(&told->series, name);
	}
	return 0;
}

int told_load(struct told *told, struct err *err)
{
	struct lexicon_files files;
	int rc = 0;

	if (told->has_series)
		return 0;
	rc = lexicon_files_find(&files, lexicons_folder(lexicons_of(told)),
				err);
	for (size_t i = 0; rc == 0 && i < files.names.count; i++)
		if (str_has_prefix(files.names.items[i], STR("series/")) &&
		    str_has_suffix(files.names.items[i], STR(".tsv")))
			rc = add_series(told, files.names.items[i], err);
	lexicon_files_release(&files);
	told->has_series = rc == 0;
	return rc;
}

/* Whether one name is the other one misspelt; figures are no letters: those of
 * two editions differ. */
static bool is_near(struct str told, struct str known)
{
	size_t chars = utf8_chars(known);
	unsigned most = chars < 6 ? 1 : 2;
	unsigned distance = distance_of(told, known, most);

	for (size_t i = 0; i < told.len; i++)
		if (told.data[i] >= '0' && told.data[i] <= '9')
			return distance == 0;
	return distance == 0 || (chars > 3 && distance <= most);
}

static void note_series(struct told *told, struct str row, struct str series)
{
	size_t known = told->noted.list.count;
	struct err note = ERR_INIT;

	interned_add(&told->noted, series);
	if (told->noted.list.count == known)
		return;
	err_set(&note, ERR_NOTE, "%.*s: no table of lexicons/series/ knows the"
		" series '%.*s': it is read by the rules for all reports",
		STR_ARGS(row), STR_ARGS(series));
	told->context->warn(told->context->data, &note);
}

/* What a row says of a report in one column. */
struct cell {
	struct told *told;
	struct document *doc;
	struct str row, text;
};

static int check_series(const struct cell *cell, struct err *err)
{
	struct told *told = cell->told;
	struct str series = cell->text;
	int rc = told_load(told, err);

	if (rc < 0 || interned_find(&told->series, series))
		return rc;
	for (size_t i = 1; i < told->series.list.count; i++) {
		struct str known = told->series.list.items[i].text;

		if (is_near(series, known))
			return err_set(err, ERR_FORMAT, "%.*s: there is no "
				       "series '%.*s' (did you mean '%.*s'?)",
				       STR_ARGS(cell->row), STR_ARGS(series),
				       STR_ARGS(known));
	}
	note_series(told, cell->row, series);
	return 0;
}

static int refuse_lang(const struct lexicon_languages *languages,
		       struct str row, struct str lang, struct err *err)
{
	struct strbuf codes = STRBUF_INIT;
	int rc;

	for (size_t i = 0; i < languages->count; i++) {
		const struct lexicon_language *one = &languages->items[i];

		if (distance_of(lang, one->code, 1) == 0 ||
		    distance_of(lang, one->name, 1) <= 1) {
			strbuf_release(&codes);
			return err_set(err, ERR_FORMAT, "%.*s: there is no "
				       "language '%.*s' (did you mean '%.*s'?)",
				       STR_ARGS(row), STR_ARGS(lang),
				       STR_ARGS(one->code));
		}
		strbuf_addf(&codes, "%s%.*s", i ? ", " : "",
			    STR_ARGS(one->code));
	}
	rc = err_set(err, ERR_FORMAT, "%.*s: lang '%.*s': expected one of %s, "
		     "or nothing for another", STR_ARGS(row), STR_ARGS(lang),
		     codes.data ? codes.data : "");
	strbuf_release(&codes);
	return rc;
}

static int check_lang(const struct cell *cell, struct err *err)
{
	const struct lexicon_languages *languages;
	int rc = lexicons_languages(lexicons_of(cell->told), &languages, err);

	for (size_t i = 0; rc == 0 && i < languages->count; i++)
		if (str_equal(languages->items[i].code, cell->text))
			return 0;
	return rc < 0 ? rc
		      : refuse_lang(languages, cell->row, cell->text, err);
}

/* Two letters that ISO 3166-1 has or leaves to users, or INT. */
static bool is_code(const struct countries *countries, struct str text)
{
	char a, b;

	if (text.len != 2)
		return str_equal(text, STR("INT"));
	a = text.data[0];
	b = text.data[1];
	if ((a == 'X' && b >= 'A' && b <= 'Z') ||
	    (a == 'Q' && b >= 'M' && b <= 'Z') ||
	    (a == b && (a == 'A' || a == 'Z')))
		return true;
	return countries_by_code(countries, text) != NULL;
}

/* The name of a country that is spelled most nearly so, or empty. */
static struct str nearest_country(const struct countries *countries,
				  struct str told)
{
	enum { CLOSE = 2 };
	unsigned best = CLOSE + 1;
	struct str nearest = STR_NONE;

	for (size_t i = 0; i < countries->names.count; i++) {
		struct str name = countries->names.items[i].text;
		unsigned distance = distance_of(told, name, CLOSE);

		if (distance < best && distance < utf8_chars(told) / 2) {
			best = distance;
			nearest = name;
		}
	}
	return nearest;
}

static int refuse_country(const struct countries *countries, struct str row,
			  struct str told, struct err *err)
{
	struct str nearest = nearest_country(countries, told);

	if (nearest.len > 0)
		return err_set(err, ERR_FORMAT, "%.*s: there is no country "
			       "'%.*s' (did you mean '%.*s'?)", STR_ARGS(row),
			       STR_ARGS(told), STR_ARGS(nearest));
	return err_set(err, ERR_FORMAT, "%.*s: country '%.*s': expected a code"
		       " of ISO 3166-1 (KZ), one of your own (XA to XZ) or a "
		       "name of lexicons/names/places.tsv", STR_ARGS(row),
		       STR_ARGS(told));
}

/* A country that a manifest gives in words is understood: Kazakhstan, kz. */
static int check_country(const struct cell *cell, struct err *err)
{
	const struct countries *countries;
	struct str said = cell->text;
	const struct country *country = NULL;
	struct strbuf code = STRBUF_INIT;
	int rc = lexicons_countries(lexicons_of(cell->told), &countries, err);

	for (size_t i = 0; i < said.len; i++) {
		char c = said.data[i];

		strbuf_add_char(&code, c >= 'a' && c <= 'z'
				? (char)(c - 'a' + 'A') : c);
	}
	if (rc == 0 && !is_code(countries, strbuf_view(&code))) {
		country = countries_by_name(countries, said);
		strbuf_clear(&code);
		if (country)
			strbuf_add(&code, country->code);
		else
			rc = refuse_country(countries, cell->row, said, err);
	}
	if (rc == 0)
		document_set_meta(cell->doc, STR("country"),
				  strbuf_view(&code));
	strbuf_release(&code);
	return rc;
}

static bool is_year(struct str text, uint64_t *year)
{
	return text.len == 4 && str_number(text, YEAR_LAST, year) &&
	       *year >= YEAR_FIRST;
}

static int check_edition(const struct cell *cell, struct err *err)
{
	uint64_t year;

	if (is_year(cell->text, &year))
		return 0;
	return err_set(err, ERR_FORMAT, "%.*s: edition '%.*s': expected the "
		       "year on the cover, of four figures, %d to %d",
		       STR_ARGS(cell->row), STR_ARGS(cell->text), YEAR_FIRST,
		       YEAR_LAST);
}

/* A range as people write it, 2022–2023, has a / in EDTF. */
static bool add_range(struct strbuf *out, struct str covers)
{
	struct edtf date;
	uint64_t year;

	for (size_t at = 0; at < covers.len;) {
		uint32_t c = utf8_next(covers, &at);

		if (c == 0x2013 || c == 0x2014 ||
		    (c == '-' && at == 5 && covers.len == 9 &&
		     is_year(str_slice(covers, 5, 9), &year)))
			strbuf_add_char(out, '/');
		else if (!utf8_is_space(c))
			utf8_add(out, c);
	}
	return edtf_parse(&date, strbuf_view(out));
}

static int refuse_covers(struct str row, struct str covers, struct err *err)
{
	struct strbuf range = STRBUF_INIT;
	int rc;

	if (add_range(&range, covers))
		rc = err_set(err, ERR_FORMAT, "%.*s: covers '%.*s' is no date "
			     "of EDTF (did you mean '%s'?)", STR_ARGS(row),
			     STR_ARGS(covers), range.data);
	else
		rc = err_set(err, ERR_FORMAT, "%.*s: covers '%.*s': expected "
			     "a date of EDTF: 2023, 2023-05, 2022-07/2023-06",
			     STR_ARGS(row), STR_ARGS(covers));
	strbuf_release(&range);
	return rc;
}

static int check_covers(const struct cell *cell, struct err *err)
{
	struct str edition = document_meta(cell->doc, STR("edition"));
	struct str covers = cell->text;
	struct edtf date;
	uint64_t year;

	if (!edtf_parse(&date, covers))
		return refuse_covers(cell->row, covers, err);
	if (date.start.precision == EDTF_OPEN ||
	    date.start.precision == EDTF_UNKNOWN || !is_year(edition, &year) ||
	    date.start.year <= year)
		return 0;
	return err_set(err, ERR_FORMAT, "%.*s: covers '%.*s' begins after the "
		       "edition, %.*s", STR_ARGS(cell->row), STR_ARGS(covers),
		       STR_ARGS(edition));
}

static const struct {
	const char *key;
	int (*check)(const struct cell *cell, struct err *err);
} checks[] = {
	{ "lang", check_lang },
	{ "country", check_country },
	{ "edition", check_edition },
	{ "covers", check_covers },
	{ "series", check_series },
};

int told_check(struct told *told, struct document *doc, struct err *err)
{
	struct cell cell = { .told = told, .doc = doc,
			     .row = document_meta(doc, STR(META_ROW)) };
	int rc = 0;

	for (size_t i = 0; cell.row.len > 0 && rc == 0 &&
			   i < COUNT_OF(checks); i++) {
		cell.text = document_meta(doc, str_of(checks[i].key));
		if (cell.text.len > 0)
			rc = checks[i].check(&cell, err);
	}
	document_set_meta(doc, STR(META_ROW), STR_NONE);
	return rc;
}
