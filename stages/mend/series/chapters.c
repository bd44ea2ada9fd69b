#include "chapters.h"

#include "shape.h"
#include "utf8.h"

enum {
	NAME_BYTES = 80,      /* of a country */
	NUMBER_BYTES = 40,    /* of what stands in front of it */
	OUTER_BYTES = 200,    /* of a heading that ends the last chapter */
	COUNTRY_CHARS = 4,    /* of a name that is looked for in a text */
	CASE_CHARS = 1,       /* of them that an ending may change */
	MOST = 2              /* chapters are one part in so many, or more */
};

int chapters_load(struct chapters *chapters, struct lexicons *lexicons,
		  struct err *err)
{
	struct strbuf folded = STRBUF_INIT;
	int rc = lexicons_countries(lexicons, &chapters->countries, err);

	for (size_t i = 0; rc == 0 && i < chapters->countries->names.count;
	     i++) {
		const struct country_name *name =
			&chapters->countries->names.items[i];

		strbuf_clear(&folded);
		utf8_add_fold(&folded, name->text);
		if (string_map_find(&chapters->names, strbuf_view(&folded)) ==
		    0)
			string_map_add(&chapters->names, strbuf_view(&folded),
				       (uint32_t)name->country + 1);
	}
	strbuf_release(&folded);
	return rc;
}

void chapters_release(struct chapters *chapters)
{
	string_map_release(&chapters->names);
}

const struct country *chapters_country(const struct chapters *chapters,
				       struct str text)
{
	struct strbuf folded = STRBUF_INIT;
	uint32_t place = 0;

	if (text.len <= NAME_BYTES)
		place = string_map_find_folded(&chapters->names, text, &folded);
	strbuf_release(&folded);
	return place > 0 ? &chapters->countries->list.items[place - 1] : NULL;
}

/* "Norway: fewer fines": the country in front of what is told of it. */
static const struct country *told_of(const struct chapters *chapters,
				     struct str text)
{
	static const char *const stops[] = { ": ", " – ", " — ", " - " };
	const struct country *country = NULL;

	for (size_t i = 0; !country && i < COUNT_OF(stops); i++) {
		size_t at = str_find(text, str_of(stops[i]), 0);

		if (at < text.len)
			country = chapters_country(chapters,
						   str_slice(text, 0, at));
	}
	return country;
}

/* "2. Norway", "Chapter 3: Japan", "Бірінші тарау. Жапония": what stands in
 * front of the country is how headings are numbered. */
static const struct country *named_by(const struct chapters *chapters,
				      const struct series *any,
				      struct str text)
{
	static const char *const stops[] = { ". ", ": ", " – ", " — ", " - " };
	const struct country *country = chapters_country(chapters, text);
	struct regex_match match;

	for (size_t i = 0; !country && i < COUNT_OF(stops); i++) {
		struct str stop = str_of(stops[i]);
		size_t at = str_find(text, stop, 0);

		if (at == text.len || at > NUMBER_BYTES)
			continue;
		country = chapters_country(
			chapters, str_slice(text, at + stop.len, text.len));
		if (country &&
		    !series_match(any, SERIES_HEADING, text, &match) &&
		    !series_match(any, SERIES_LEVEL, text, &match))
			country = NULL;
	}
	return country ? country : told_of(chapters, text);
}

static bool begins_as_country(const struct chapters *chapters, struct str word)
{
	const struct countries *all = chapters->countries;

	for (size_t i = 0; i < all->names.count; i++) {
		struct str name = all->names.items[i].text;
		size_t chars = utf8_chars(name);

		if (chars >= COUNTRY_CHARS &&
		    utf8_common(word, name) + CASE_CHARS >= chars)
			return true;
	}
	return false;
}

/* Whether a word of the text begins as the name of a country does, but for the
 * letters that case endings change. */
static bool tells_country(const struct chapters *chapters, struct str text)
{
	struct str word;

	while (str_split(&text, ' ', &word))
		if (shape_begin(word) == BEGIN_UPPER &&
		    utf8_chars(word) >= COUNTRY_CHARS &&
		    begins_as_country(chapters, word))
			return true;
	return false;
}

bool chapters_is_subtitle(const struct chapters *chapters,
			  const struct series *any, struct str text,
			  struct str above)
{
	struct regex_match match;

	return series_match(any, SERIES_SUBTITLE, text, &match) ||
	       (shape_has_year(text) && !shape_has_year(above)) ||
	       (tells_country(chapters, text) &&
		!tells_country(chapters, above));
}

unsigned chapters_level(const struct series *any, struct str text, bool *ends)
{
	struct regex_match match;
	const struct series_row *row = series_match(any, SERIES_LEVEL, text,
						    &match);
	struct str value = row ? row->value : STR_NONE, number;
	uint64_t level;

	if (!str_split(&value, ' ', &number) ||
	    !str_number(number, UINT32_MAX, &level))
		level = 0;
	*ends = level == 1 || value.len > 0;
	return (unsigned)level;
}

static bool is_line(const struct paragraph *par)
{
	return (par->kind == PARAGRAPH_TEXT || par->kind == PARAGRAPH_ITEM ||
		par->kind == PARAGRAPH_HEADING) &&
	       par->text.len <= OUTER_BYTES &&
	       shape_end(par->text) == END_OPEN;
}

/* The next paragraph that is no furniture, from `index` on by `step`. */
static const struct paragraph *beside(const struct document *doc, size_t index,
				      int step)
{
	do
		index += (size_t)step;
	while (index < doc->paragraphs.count &&
	       doc->paragraphs.items[index].kind == PARAGRAPH_FURNITURE);
	return index < doc->paragraphs.count ? &doc->paragraphs.items[index]
					     : NULL;
}

static bool names_other(const struct chapters *chapters,
			const struct series *any, const struct paragraph *par,
			const struct country *country)
{
	const struct country *named =
		par ? named_by(chapters, any, par->text) : NULL;

	return named && named != country;
}

/* The country that paragraph `index` is the heading of: in lists the name of
 * another one stands beside it. */
static const struct country *heading_of(const struct chapters *chapters,
					const struct series *any,
					const struct document *doc,
					size_t index)
{
	const struct paragraph *par = &doc->paragraphs.items[index];
	const struct paragraph *next;
	const struct country *country;

	if (!is_line(par) || !(country = named_by(chapters, any, par->text)))
		return NULL;
	next = beside(doc, index, 1);
	return next && !names_other(chapters, any, next, country) &&
	       !names_other(chapters, any, beside(doc, index, -1), country)
		? country : NULL;
}

/* How the headings of chapters are set in this report. */
struct habit {
	size_t capitals, small;   /* how many of each */
	bool several;             /* of two countries, over most of it */
};

static void look(struct habit *habit, const struct chapters *chapters,
		 const struct series *any, const struct document *doc)
{
	const struct country *first = NULL, *country;
	size_t count = doc->paragraphs.count, begin = 0;

	*habit = (struct habit){ 0, 0, false };
	for (size_t i = 0; i < count; i++) {
		country = heading_of(chapters, any, doc, i);
		if (!country)
			continue;
		if (shape_is_capitals(doc->paragraphs.items[i].text))
			habit->capitals++;
		else
			habit->small++;
		if (!first)
			begin = i;
		else if (country != first &&
			 (count - begin) * MOST >= count)
			habit->several = true;
		first = first ? first : country;
	}
}

static bool is_usual(const struct habit *habit, struct str text)
{
	return shape_is_capitals(text) == (habit->capitals > habit->small);
}

/* Whether a name of another country stands in the text. */
static bool tells_other(const struct chapters *chapters, struct str text,
			const struct country *country)
{
	for (size_t begin = 0; begin < text.len;
	     begin = str_find(text, STR(" "), begin) + 1)
		for (size_t end = begin; end < text.len;) {
			const struct country *named;

			end = str_find(text, STR(" "), end + 1);
			named = chapters_country(chapters,
						 str_slice(text, begin, end));
			if (named && named != country)
				return true;
		}
	return false;
}

/* Whether the chapter on a country ends here without another one that is
 * known: an appendix, a heading over two countries. */
static bool ends_chapter(const struct chapters *chapters,
			 const struct series *any, const struct habit *habit,
			 const struct paragraph *par,
			 const struct country *country)
{
	bool ends;

	if (!is_line(par))
		return false;
	chapters_level(any, par->text, &ends);
	return ends ||
	       (habit->capitals > habit->small && par->text.len <= NAME_BYTES &&
		 shape_is_capitals(par->text) &&
		tells_other(chapters, par->text, country));
}

void chapters_find(const struct chapters *chapters, const struct series *any,
		   struct document *doc)
{
	const struct country *country = NULL, *next;
	struct habit habit;

	look(&habit, chapters, any, doc);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		par->country = STR_NONE;
		if (!habit.several)
			continue;
		next = is_usual(&habit, par->text)
			? heading_of(chapters, any, doc, i) : NULL;
		if (next)
			par->kind = PARAGRAPH_HEADING;
		else if (is_usual(&habit, par->text) && is_line(par) &&
			 chapters_country(chapters, par->text))
			par->kind = PARAGRAPH_ITEM;
		if (next || ends_chapter(chapters, any, &habit, par, country))
			country = next;
		if (country)
			par->country = country->code;
	}
}
