#include "odt_styles.h"

#include <stdlib.h>

enum {
	CHAIN_MAX = 32,
	LISTS_MAX = 100000
};

struct loader {
	struct odt_styles *styles;
	bool in_style;            /* properties belong to the last style */
};

/* By the names that LibreOffice gives its own styles. */
static enum odt_kind kind_of(struct str name)
{
	static const char *const captions[] = {
		"Caption", "Illustration", "Table", "Figure", "Drawing"
	};

	if (str_equal(name, STR("Title")) || str_equal(name, STR("Subtitle")))
		return ODT_TITLE;
	if (str_has_prefix(name, STR("Heading")))
		return ODT_HEADING;
	for (size_t i = 0; i < COUNT_OF(captions); i++)
		if (str_equal(name, str_of(captions[i])))
			return ODT_CAPTION;
	return ODT_PLAIN;
}

static void add_style(struct odt_styles *styles,
		      const struct markup_element *element)
{
	struct odt_style *new = LIST_ADD(&styles->list);

	*new = (struct odt_style){
		.family = str_copy(&styles->arena,
				   markup_value(element, STR("family"))),
		.name = str_copy(&styles->arena,
				 markup_value(element, STR("name"))),
		.base = str_copy(&styles->arena,
				 markup_value(element,
					      STR("parent-style-name")))
	};
	if (str_equal(new->family, STR("paragraph")))
		new->kind = kind_of(new->name);
}

static void add_property(struct odt_style *style,
			 const struct markup_element *element)
{
	struct str position = markup_value(element, STR("text-position"));

	style->hidden = style->hidden ||
			str_equal(markup_value(element, STR("display")),
				  STR("none"));
	style->raised = style->raised ||
			str_has_prefix(position, STR("super")) ||
			(position.len > 0 && position.data[0] > '0' &&
			 position.data[0] <= '9');
}

static int64_t number_of(struct str text, int64_t otherwise)
{
	uint64_t number;

	return str_number(text, INT32_MAX, &number) ? (int64_t)number
						    : otherwise;
}

static void add_level(struct odt_styles *styles,
		      const struct markup_element *element, bool numbered)
{
	struct odt_list *list =
		&styles->lists.items[styles->lists.count - 1];
	int64_t level = number_of(markup_value(element, STR("level")), 0);
	struct odt_level *one;

	if (level < 1 || level > ODT_LEVELS)
		return;
	one = &list->levels[level - 1];
	one->known = true;
	if (!numbered)
		return;
	one->format = str_copy(&styles->arena,
			       markup_value(element, STR("num-format")));
	one->before = str_copy(&styles->arena,
			       markup_value(element, STR("num-prefix")));
	one->behind = str_copy(&styles->arena,
			       markup_value(element, STR("num-suffix")));
	one->start = number_of(markup_value(element, STR("start-value")), 1);
	one->shown = (unsigned)number_of(markup_value(element,
						      STR("display-levels")),
					 1);
	one->known = one->format.len > 0;
}

static int on_start(void *data, const struct markup_element *element,
		    struct err *err)
{
	struct loader *loader = data;
	struct odt_styles *styles = loader->styles;
	struct str name = element->name;

	if (styles->lists.count > LISTS_MAX || styles->list.count > LISTS_MAX)
		return err_set(err, ERR_LIMIT, "more than %d styles",
			       LISTS_MAX);
	if (str_equal(name, STR("style"))) {
		add_style(styles, element);
		loader->in_style = true;
	} else if (str_equal(name, STR("list-style")) ||
		   str_equal(name, STR("outline-style"))) {
		*LIST_ADD(&styles->lists) = (struct odt_list){ .name =
			str_equal(name, STR("list-style"))
				? str_copy(&styles->arena,
					   markup_value(element, STR("name")))
				: STR_NONE };
		loader->in_style = false;
	} else if (str_equal(name, STR("text-properties")) &&
		   loader->in_style) {
		add_property(&styles->list.items[styles->list.count - 1],
			     element);
	} else if (styles->lists.count > 0 &&
		   (str_equal(name, STR("list-level-style-number")) ||
		    str_equal(name, STR("outline-level-style")))) {
		add_level(styles, element, true);
	} else if (styles->lists.count > 0 &&
		   str_equal(name, STR("list-level-style-bullet"))) {
		add_level(styles, element, false);
	}
	return 0;
}

static int compare(const void *a, const void *b)
{
	const struct odt_style *one = a, *other = b;
	int order = str_compare(one->family, other->family);

	return order ? order : str_compare(one->name, other->name);
}

static int compare_lists(const void *a, const void *b)
{
	return str_compare(((const struct odt_list *)a)->name,
			   ((const struct odt_list *)b)->name);
}

const struct odt_style *odt_styles_find(const struct odt_styles *styles,
					struct str family, struct str name)
{
	struct odt_style key = { .family = family, .name = name };

	if (styles->list.count == 0 || name.len == 0)
		return NULL;
	return bsearch(&key, styles->list.items, styles->list.count,
		       sizeof key, compare);
}

const struct odt_list *odt_styles_list(const struct odt_styles *styles,
				       struct str name)
{
	struct odt_list key = { .name = name };

	return styles->lists.count == 0 ? NULL
		: bsearch(&key, styles->lists.items, styles->lists.count,
			  sizeof key, compare_lists);
}

/* What a style is based on says what it is; what a style says of letters holds
 * in those based on it. */
static void inherit(const struct odt_styles *styles, struct odt_style *style)
{
	const struct odt_style *base = style;

	for (int i = 0; i < CHAIN_MAX; i++) {
		base = odt_styles_find(styles, style->family, base->base);
		if (!base)
			return;
		if (style->kind == ODT_PLAIN)
			style->kind = base->kind;
		style->hidden = style->hidden || base->hidden;
		style->raised = style->raised || base->raised;
	}
}

int odt_styles_load(struct odt_styles *styles, struct package *package,
		    const char *part, struct err *err)
{
	static const struct markup_events events = { .start = on_start };
	struct loader loader = { .styles = styles };

	return package_parse(package, part, &events, &loader, err);
}

void odt_styles_finish(struct odt_styles *styles)
{
	if (styles->list.count > 1)
		qsort(styles->list.items, styles->list.count,
		      sizeof *styles->list.items, compare);
	if (styles->lists.count > 1)
		qsort(styles->lists.items, styles->lists.count,
		      sizeof *styles->lists.items, compare_lists);
	for (size_t i = 0; i < styles->list.count; i++)
		inherit(styles, &styles->list.items[i]);
}

void odt_styles_release(struct odt_styles *styles)
{
	LIST_RELEASE(&styles->list);
	LIST_RELEASE(&styles->lists);
	arena_release(&styles->arena);
}
