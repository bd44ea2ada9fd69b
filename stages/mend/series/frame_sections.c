#include "frames.h"

#include "hash.h"
#include "section_names.h"
#include "shape.h"
#include "utf8.h"

enum {
	LEVELS = 16,
	LEVEL_CHAPTER = 2, LEVEL_PART = 3, /* of a country; in capitals */
	LEVEL_PLAIN = 9
};

struct open {
	struct str code;
	unsigned level;
};

struct walk {
	struct document *doc;
	const struct series_set *set;
	const struct chapters *chapters;
	struct string_map used;       /* codes; a mark of what each stands in */
	struct open open[LEVELS];     /* the sections around, outermost first */
	size_t depth;
	bool in_chapter;              /* on a country */
};

/* "2.1.3 The courts": 3 */
static unsigned depth_of(struct str text)
{
	unsigned depth = 0;
	size_t i = 0;

	while (i < text.len && text.data[i] >= '0' && text.data[i] <= '9') {
		while (i < text.len && text.data[i] >= '0' &&
		       text.data[i] <= '9')
			i++;
		depth++;
		if (i < text.len && text.data[i] == '.')
			i++;
	}
	return i < text.len && text.data[i] == ' ' ? depth : 0;
}

static bool is_chapter(const struct walk *walk, const struct paragraph *par)
{
	return par->country.len > 0 &&
	       chapters_country(walk->chapters, par->text);
}

/* Inside the chapter of a country nothing but what ends it stands beside it. */
static unsigned level_of(const struct walk *walk, const struct paragraph *par)
{
	unsigned level, depth = depth_of(par->text);
	bool ends;

	if (is_chapter(walk, par))
		return LEVEL_CHAPTER;
	if (par->level > 0 && par->country.len == 0) /* the source says */
		return par->level < LEVEL_PLAIN ? par->level : LEVEL_PLAIN;
	level = chapters_level(&walk->set->any, par->text, &ends);
	if (level == 0 && depth > 0)
		level = LEVEL_CHAPTER - 1 + depth;
	else if (level == 0)
		level = shape_is_capitals(par->text) ? LEVEL_PART : LEVEL_PLAIN;
	if (par->country.len > 0 && level <= LEVEL_CHAPTER)
		level = LEVEL_PART;
	if (par->country.len == 0 && walk->in_chapter && level > LEVEL_CHAPTER)
		level = LEVEL_CHAPTER;
	return level < LEVEL_PLAIN ? level : LEVEL_PLAIN;
}

static struct str known_code(const struct walk *walk, struct str text)
{
	const struct series_row *row;
	struct regex_match match;

	if (series_match(&walk->set->any, SERIES_PANEL, text, &match))
		return STR("panel");
	row = series_match(&walk->set->frame, SERIES_HEADING, text, &match);
	return row ? series_value(&walk->doc->arena, row, &match) : STR_NONE;
}

static struct str parent_of(const struct walk *walk)
{
	return walk->depth > 0 ? walk->open[walk->depth - 1].code : STR_NONE;
}

/* What stands in the same section under the same heading is one. */
static bool is_free(const struct walk *walk, struct str code, uint32_t parent)
{
	uint32_t known = string_map_find(&walk->used, code);

	return known == 0 || known == parent;
}

/* The name of the section with this heading in the one that is open. */
static struct str code_of(struct walk *walk, struct str slug)
{
	struct strbuf buf = STRBUF_INIT;
	struct str parent = parent_of(walk), code;
	uint32_t mark = str_hash(parent) | 1;
	size_t number = 2;

	code = slug = slug.len > 0 ? slug : STR("section");
	if (!is_free(walk, code, mark) && parent.len > 0 &&
	    parent.len <= SECTION_NAME_BYTES) {
		strbuf_addf(&buf, "%.*s.%.*s", STR_ARGS(parent),
			    STR_ARGS(slug));
		slug = code = str_copy(&walk->doc->arena, strbuf_view(&buf));
	}
	for (; !is_free(walk, code, mark); number++) {
		strbuf_clear(&buf);
		strbuf_addf(&buf, "%.*s_%zu", STR_ARGS(slug), number);
		code = strbuf_view(&buf);
	}
	code = str_copy(&walk->doc->arena, code);
	strbuf_release(&buf);
	return code;
}

static void walk_heading(struct walk *walk, struct paragraph *par)
{
	unsigned level = level_of(walk, par);
	struct str code = known_code(walk, par->text);

	while (walk->depth > 0 && walk->open[walk->depth - 1].level >= level)
		walk->depth--;
	if (code.len == 0)
		code = code_of(walk, section_name_of(&walk->doc->arena, par->text));
	if (!string_map_find(&walk->used, code)) {
		par->parent = parent_of(walk);
		string_map_add(&walk->used, code, str_hash(par->parent) | 1);
	}
	walk->open[walk->depth++] = (struct open){ code, level };
}

static void walk_back(struct walk *walk)
{
	walk->open[0] = (struct open){ STR("back"), 0 };
	walk->depth = 1;
}

/* "(Applause)" in the record of a sitting heads nothing. */
static bool is_aside(struct str text)
{
	return (str_has_prefix(text, STR("(")) &&
		str_find(text, STR(")"), 0) + 1 == text.len) ||
	       (str_has_prefix(text, STR("[")) &&
		str_find(text, STR("]"), 0) + 1 == text.len);
}

/* Behind the last heading; 0 without one. */
static size_t headings_end(const struct document *doc)
{
	size_t end = doc->paragraphs.count;

	while (end > 0 &&
	       doc->paragraphs.items[end - 1].kind != PARAGRAPH_HEADING)
		end--;
	return end;
}

/* Contents or a notice with a heading of their own are no part behind the
 * report. */
static bool is_under_heading(const struct document *doc, size_t index)
{
	const struct paragraph *all = doc->paragraphs.items;

	return index > 0 && (all[index - 1].kind == PARAGRAPH_HEADING ||
			     (all[index - 1].kind == PARAGRAPH_BOILERPLATE &&
			      !str_equal(all[index - 1].section,
					 STR("back"))));
}

void frames_sections(struct document *doc, const struct series_set *set,
		     const struct chapters *chapters)
{
	struct walk walk = { .doc = doc, .set = set, .chapters = chapters };
	size_t last = headings_end(doc);

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		par->section = par->parent = STR_NONE;
		if (last == 0)
			continue;
		if (par->kind == PARAGRAPH_HEADING && !is_aside(par->text))
			walk_heading(&walk, par);
		else if (par->kind == PARAGRAPH_BOILERPLATE && i >= last &&
			 walk.depth > 0 && !is_under_heading(doc, i))
			walk_back(&walk);
		walk.in_chapter = par->country.len > 0;
		par->section = walk.depth > 0 ? parent_of(&walk) : STR("front");
	}
	string_map_release(&walk.used);
}
