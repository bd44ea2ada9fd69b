#include "docx_styles.h"

#include <stdlib.h>

enum { CHAIN_MAX = 32, OUTLINE_TEXT = 9 };

struct loader {
	struct docx_styles *styles;
	bool in_style;
	size_t depth, style_depth;
};

static struct str value(const struct markup_element *element)
{
	return markup_value(element, STR("val"));
}

bool docx_is_on(const struct markup_element *element)
{
	struct str val = value(element);

	return !markup_has(element, STR("val")) || str_equal(val, STR("1")) ||
	       str_equal(val, STR("true")) || str_equal(val, STR("on"));
}

uint32_t docx_number(const struct markup_element *element, uint32_t max,
		     uint32_t otherwise)
{
	uint64_t number;

	return str_number(value(element), max, &number) ? (uint32_t)number
							: otherwise;
}

/* 2 of "heading 2" */
static unsigned level_in(struct str name)
{
	char last = name.len ? name.data[name.len - 1] : 0;

	return last >= '1' && last <= '9' ? (unsigned)(last - '0') : 0;
}

/* Word keeps the English names of its own styles in every language. */
static void read_name(struct docx_style *style, struct str name)
{
	static const struct {
		const char *name;
		enum docx_kind kind;
	} names[] = {
		{ "heading ", DOCX_HEADING }, { "title", DOCX_TITLE },
		{ "subtitle", DOCX_TITLE }, { "caption", DOCX_CAPTION },
		{ "toc ", DOCX_CONTENTS }, { "contents ", DOCX_CONTENTS },
		{ "table of figures", DOCX_CONTENTS }
	};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (str_has_prefix_any_case(name, names[i].name)) {
			style->kind = names[i].kind;
			style->has_kind = true;
			style->outline = style->kind == DOCX_HEADING
				? level_in(name) : 0;
		}
}

unsigned docx_outline(const struct markup_element *element)
{
	uint32_t level = docx_number(element, OUTLINE_TEXT, OUTLINE_TEXT);

	return level < OUTLINE_TEXT ? level + 1 : 0;
}

static void read_outline(struct docx_style *style,
			 const struct markup_element *element)
{
	if (style->has_kind && style->kind != DOCX_HEADING)
		return;
	style->outline = docx_outline(element);
	style->kind = style->outline > 0 ? DOCX_HEADING : DOCX_TEXT;
	style->has_kind = true;
}

static void read_property(struct docx_styles *styles, struct docx_style *style,
			  const struct markup_element *element)
{
	struct str name = element->name;

	if (str_equal(name, STR("name"))) {
		read_name(style, value(element));
	} else if (str_equal(name, STR("basedOn"))) {
		style->base = str_copy(&styles->arena, value(element));
	} else if (str_equal(name, STR("outlineLvl"))) {
		read_outline(style, element);
	} else if (str_equal(name, STR("numId"))) {
		style->number = docx_number(element, UINT32_MAX, 0);
		style->has_number = true;
	} else if (str_equal(name, STR("ilvl"))) {
		style->level = docx_number(element, 8, 0);
	} else if (str_equal(name, STR("vanish"))) {
		style->hidden = docx_is_on(element);
	} else if (str_equal(name, STR("b"))) {
		style->bold = docx_is_on(element);
	} else if (str_equal(name, STR("vertAlign"))) {
		style->raised = str_equal(value(element), STR("superscript"));
	}
}

static int on_start(void *data, const struct markup_element *element,
		    struct err *err)
{
	struct loader *loader = data;
	struct docx_styles *styles = loader->styles;
	struct docx_style *new;

	(void)err;
	loader->depth++;
	if (element->space != SPACE_WORD)
		return 0;
	if (!loader->in_style && str_equal(element->name, STR("style"))) {
		new = LIST_ADD(&styles->list);
		new->id = str_copy(&styles->arena,
				   markup_value(element, STR("styleId")));
		loader->in_style = true;
		loader->style_depth = loader->depth;
	} else if (loader->in_style) {
		read_property(styles,
			      &styles->list.items[styles->list.count - 1],
			      element);
	}
	return 0;
}

static int on_end(void *data, struct err *err)
{
	struct loader *loader = data;

	(void)err;
	if (loader->in_style && loader->depth == loader->style_depth)
		loader->in_style = false;
	loader->depth--;
	return 0;
}

static int compare(const void *a, const void *b)
{
	return str_compare(((const struct docx_style *)a)->id,
			   ((const struct docx_style *)b)->id);
}

const struct docx_style *docx_styles_find(const struct docx_styles *styles,
					  struct str id)
{
	struct docx_style key = { .id = id };

	if (styles->list.count == 0 || id.len == 0)
		return NULL;
	return bsearch(&key, styles->list.items, styles->list.count,
		       sizeof key, compare);
}

/* What is not said in a style is said in the one it is based on. */
static void inherit(const struct docx_styles *styles, struct docx_style *style)
{
	const struct docx_style *base = style;

	for (int i = 0; i < CHAIN_MAX && base; i++) {
		base = docx_styles_find(styles, base->base);
		if (!base)
			return;
		if (!style->has_kind && base->has_kind) {
			style->kind = base->kind;
			style->outline = base->outline;
			style->has_kind = true;
		}
		if (!style->has_number && base->has_number) {
			style->number = base->number;
			style->level = base->level;
			style->has_number = true;
		}
		style->hidden = style->hidden || base->hidden;
		style->raised = style->raised || base->raised;
		style->bold = style->bold || base->bold;
	}
}

int docx_styles_load(struct docx_styles *styles, struct package *package,
		     const char *part, struct err *err)
{
	static const struct markup_events events = { .start = on_start,
						     .end = on_end };
	struct loader loader = { .styles = styles };
	int rc;

	*styles = (struct docx_styles){ .arena = ARENA_INIT };
	rc = package_parse(package, part, &events, &loader, err);
	if (styles->list.count > 1)
		qsort(styles->list.items, styles->list.count,
		      sizeof *styles->list.items, compare);
	for (size_t i = 0; i < styles->list.count; i++)
		inherit(styles, &styles->list.items[i]);
	return rc;
}

void docx_styles_release(struct docx_styles *styles)
{
	LIST_RELEASE(&styles->list);
	arena_release(&styles->arena);
}
