#include "running.h"

#include "shape.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	HEAD_BYTES = 100,
	PAGE_DIGITS = 4
};

struct head {
	struct str name;   /* the line without page numbers */
	size_t paragraph;
	bool cuts;         /* of the first of its name: one cuts a sentence */
};

struct search {
	struct document *doc;
	LIST(struct head) heads;
	size_t *group;     /* by paragraph: 1 + the first head of its name in
	                      `heads`, or 0 */
};

static bool is_margin(uint32_t c)
{
	return utf8_is_digit(c) || utf8_is_space(c) || c == '|' || c == '-' ||
	       c == 0x2013 || c == 0x2014 || c == 0x2022;
}

static struct str name_of(struct str text)
{
	size_t start = 0, next = 0, end = text.len, before = text.len;

	while (start < text.len && is_margin(utf8_next(text, &next)))
		start = next;
	while (end > start && is_margin(utf8_before(text, end, &before)))
		end = before;
	return str_slice(text, start, end);
}

static bool is_head(const struct paragraph *par)
{
	return par->kind == PARAGRAPH_TEXT &&
	       par->text.len <= HEAD_BYTES &&
	       shape_end(par->text) == END_OPEN &&
	       shape_begin(par->text) != BEGIN_LOWER &&
	       shape_has_letter(par->text);
}

/* "Freedom House 3", "12 | Chapter" */
static bool has_page_number(struct str text)
{
	size_t digits = 0, end = text.len;

	while (digits < text.len && text.data[digits] >= '0' &&
	       text.data[digits] <= '9')
		digits++;
	if (digits > 0)
		return digits <= PAGE_DIGITS && text.data[digits] == ' ';
	while (end > 0 && text.data[end - 1] >= '0' &&
	       text.data[end - 1] <= '9')
		end--;
	return end < text.len && text.len - end <= PAGE_DIGITS && end > 0 &&
	       text.data[end - 1] == ' ';
}

static int by_name(const void *a, const void *b)
{
	const struct head *one = a, *other = b;
	int order = str_compare(one->name, other->name);

	if (order)
		return order;
	return one->paragraph < other->paragraph ? -1
						 : one->paragraph >
							   other->paragraph;
}

static size_t group_end(const struct search *search, size_t first)
{
	size_t end = first + 1;

	while (end < search->heads.count &&
	       str_equal(search->heads.items[end].name,
			 search->heads.items[first].name))
		end++;
	return end;
}

static void collect(struct search *search)
{
	struct document *doc = search->doc;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		search->group[i] = 0;
		if (is_head(&doc->paragraphs.items[i]))
			*LIST_ADD(&search->heads) = (struct head){
				name_of(doc->paragraphs.items[i].text), i, false
			};
	}
	if (search->heads.count > 1)
		qsort(search->heads.items, search->heads.count,
		      sizeof *search->heads.items, by_name);
	for (size_t first = 0, end; first < search->heads.count; first = end) {
		end = group_end(search, first);
		for (size_t i = first; i < end; i++) {
			size_t par = search->heads.items[i].paragraph;

			if (end - first > 1 ||
			    has_page_number(doc->paragraphs.items[par].text))
				search->group[par] = first + 1;
		}
	}
}

static bool flows_around(const struct search *search, size_t index)
{
	enum paragraph_kind kind = search->doc->paragraphs.items[index].kind;

	return kind == PARAGRAPH_FOOTNOTE || kind == PARAGRAPH_PULLQUOTE ||
	       kind == PARAGRAPH_FURNITURE || search->group[index] > 0;
}

static bool is_repeated(const struct search *search, size_t first)
{
	const struct head *heads = search->heads.items;

	return first + 1 < search->heads.count &&
	       str_equal(heads[first].name, heads[first + 1].name);
}

/* The lines between text `last`, which ends openly, and the rest of its
 * sentence. */
static void see_cuts(struct search *search, size_t last, size_t next)
{
	struct paragraph *all = search->doc->paragraphs.items;
	bool in_word = shape_end(all[last].text) == END_HYPHEN;

	for (size_t i = last + 1; i < next; i++) {
		size_t group = search->group[i];

		if (group == 0 ||
		    !(in_word || is_repeated(search, group - 1)))
			continue;
		search->heads.items[group - 1].cuts = true;
		all[i].kind = PARAGRAPH_FURNITURE;
	}
}

static bool is_cut(const struct paragraph *last, const struct paragraph *next)
{
	enum shape_end end = shape_end(last->text);

	return (last->kind == PARAGRAPH_TEXT || last->kind == PARAGRAPH_ITEM) &&
	       next->kind == PARAGRAPH_TEXT &&
	       shape_begin(next->text) == BEGIN_LOWER &&
	       (end == END_HYPHEN ||
		(end == END_OPEN && shape_fills_line(last->text)));
}

/* The others of their name: of one word ("Chapter 2") they may be headings. */
static void set_kinds(struct search *search)
{
	struct paragraph *all = search->doc->paragraphs.items;
	const struct head *heads = search->heads.items;

	for (size_t first = 0, end; first < search->heads.count; first = end) {
		end = group_end(search, first);
		if (!heads[first].cuts || shape_words(heads[first].name) < 2)
			continue;
		for (size_t i = first + 1; i < end; i++)
			all[heads[i].paragraph].kind = PARAGRAPH_FURNITURE;
	}
}

void running_find(struct document *doc)
{
	struct search search = { .doc = doc };
	const struct paragraph *all = doc->paragraphs.items;
	size_t last = SIZE_MAX;

	search.group = memory_get((doc->paragraphs.count + 1) *
				  sizeof *search.group);
	collect(&search);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		if (flows_around(&search, i))
			continue;
		if (last != SIZE_MAX && i > last + 1 &&
		    is_cut(&all[last], &all[i]))
			see_cuts(&search, last, i);
		last = i;
	}
	set_kinds(&search);
	LIST_RELEASE(&search.heads);
	list_free(search.group);
}
