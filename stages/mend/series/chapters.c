#include "chapters.h"

#include "shape.h"
#include "utf8.h"

enum {
	NAME_BYTES = 80,      /* of a country */
	OUTER_BYTES = 200,    /* of a heading that ends the last chapter */
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

unsigned chapters_level(const struct series *any, struct str text)
{
	struct regex_match match;
	const struct series_row *row = series_match(any, SERIES_LEVEL, text,
						    &match);
	uint64_t level;

	return row && str_number(row->value, UINT32_MAX, &level)
		? (unsigned)level : 0;
}

static bool is_line(const struct paragraph *par)
{
	return (par->kind == PARAGRAPH_TEXT ||
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

/* The country that paragraph `index` is the heading of: lists of countries
 * have names on both sides. */
static const struct country *heading_of(const struct chapters *chapters,
					const struct document *doc,
					size_t index)
{
	const struct paragraph *par = &doc->paragraphs.items[index];
	const struct paragraph *last, *next;
	const struct country *country;

	if (!is_line(par) || !(country = chapters_country(chapters, par->text)))
		return NULL;
	last = beside(doc, index, -1);
	next = beside(doc, index, 1);
	return next && !chapters_country(chapters, next->text) &&
	       !(last && chapters_country(chapters, last->text))
		? country : NULL;
}

/* Whether two countries have headings, over most of the report. */
static bool is_on_several(const struct chapters *chapters,
			  const struct document *doc)
{
	const struct country *first = NULL, *country;
	size_t count = doc->paragraphs.count, begin = 0;

	for (size_t i = 0; i < count; i++) {
		country = heading_of(chapters, doc, i);
		if (country && first && country != first)
			return (count - begin) * MOST >= count;
		if (country && !first) {
			first = country;
			begin = i;
		}
	}
	return false;
}

void chapters_find(const struct chapters *chapters, const struct series *any,
		   struct document *doc)
{
	const struct country *country = NULL, *next;
	bool several = is_on_several(chapters, doc);

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		par->country = STR_NONE;
		if (!several)
			continue;
		next = heading_of(chapters, doc, i);
		if (next)
			par->kind = PARAGRAPH_HEADING;
		if (next || (is_line(par) &&
			     chapters_level(any, par->text) == 1))
			country = next;
		if (country)
			par->country = country->code;
	}
}
