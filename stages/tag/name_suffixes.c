#include "name_suffixes.h"

#include "utf8.h"

/* What letters a text has. */
struct letters {
	bool any, latin, cyrillic, upper, lower;
};

static struct letters letters_of(struct str text)
{
	struct letters has = { .any = false };
	size_t at = 0;

	while (at < text.len) {
		uint32_t c = utf8_next(text, &at);

		if (!utf8_is_letter(c))
			continue;
		has.any = true;
		has.latin |= utf8_is_latin(c);
		has.cyrillic |= utf8_is_cyrillic(c);
		if (utf8_is_upper(c))
			has.upper = true;
		else
			has.lower = true;
	}
	return has;
}

/* A table has the name with what stands behind its hyphen: ovd_info. */
static bool is_in_id(const struct candidate *c, struct str tail,
		     const struct romanisation *romanisation)
{
	struct strbuf slug = STRBUF_INIT;
	bool is;

	romanisation_slug(romanisation, &slug, tail);
	is = c->entity != NO_ENTITY &&
	     str_has_suffix(c->id, strbuf_view(&slug));
	strbuf_release(&slug);
	return is;
}

uint32_t suffix_of(const struct scan *scan, const struct candidate *c,
		   const struct romanisation *romanisation)
{
	struct str form = scan_form(scan, c->end - 1), tail;
	size_t at = form.len;
	struct letters name, end;

	if (c->rule == RULE_DATE || c->rule == RULE_AMOUNT || c->is_article ||
	    !(scan_shape(scan, c->end - 1) & SHAPE_COMPOUND))
		return 0;
	while (at > 0 && form.data[at - 1] != '-')
		at--;
	if (at <= 1 || at == form.len)
		return 0;
	tail = str_slice(form, at, form.len);
	name = letters_of(str_slice(form, 0, at - 1));
	end = letters_of(tail);
	if (!name.any || !end.any || end.upper ||
	    (name.lower && name.latin == end.latin &&
	     name.cyrillic == end.cyrillic) ||
	    is_in_id(c, tail, romanisation))
		return 0;
	return (uint32_t)(form.len - at + 1);
}
