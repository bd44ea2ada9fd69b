#include "contents_lines.h"

#include "shape.h"

enum {
	ENTRY_BYTES = 250,  /* of a line of a table of contents */
	PAGE_DIGITS = 4,
	LEADER_DOTS = 4,
	BETWEEN = 2,        /* lines without a page in front of one that has */
	LEADERS_LEAST = 3,  /* of them without a heading */
	FRONT = 400,        /* contents begin among so many paragraphs */
	ENTRIES_MAX = 200,  /* that are looked for in the text */
	PAGED_LEAST = 4,    /* without a heading and leaders */
	TOLD_SHARE = 3,     /* one in so many of these is told later */
	NAME_MIN = 4,       /* bytes of an entry */
	MARK_BYTES = 4      /* of a note's mark behind it */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "Legal framework ..... 12" */
static bool ends_with_page(struct str text)
{
	size_t at = text.len;

	while (at > 0 && is_digit(text.data[at - 1]))
		at--;
	return text.len <= ENTRY_BYTES && at > 1 && at < text.len &&
	       text.len - at <= PAGE_DIGITS &&
	       strchr(" .\t|", text.data[at - 1]) != NULL;
}

/* Four dots, with or without blanks between, and a number; the lines of
 * contents may have run together. */
static bool has_leader(struct str text)
{
	size_t dots = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (is_digit(text.data[i]) && dots >= LEADER_DOTS)
			return true;
		if (text.data[i] == '.')
			dots++;
		else if (i + 2 < text.len &&
			 str_has_prefix(str_slice(text, i, text.len),
					STR("…"))) {
			dots += 3;
			i += 2;
		} else if (text.data[i] != ' ') {
			dots = 0;
		}
	}
	return false;
}

static bool has_page(struct str text)
{
	return ends_with_page(text) || has_leader(text);
}

/* An entry without its page and what stands in front of that. */
static struct str entry_name(struct str text)
{
	size_t end = text.len;

	if (end > ENTRY_BYTES)
		return STR_NONE;
	while (end > 0 && is_digit(text.data[end - 1]))
		end--;
	while (end > 0 && strchr(" ./|-\t", text.data[end - 1]))
		end--;
	return str_slice(text, 0, end);
}

/* The first line behind that says what an entry does, but for its page; the
 * count of paragraphs if there is none. */
static size_t told_at(const struct document *doc, size_t from,
		      struct str name)
{
	const struct paragraph *all = doc->paragraphs.items;

	for (size_t i = name.len < NAME_MIN ? doc->paragraphs.count : from;
	     i < doc->paragraphs.count; i++)
		if (str_has_prefix(all[i].text, name) &&
		    all[i].text.len <= name.len + MARK_BYTES)
			return i;
	return doc->paragraphs.count;
}

static bool is_told(const struct document *doc, size_t from, struct str name)
{
	return told_at(doc, from, name) < doc->paragraphs.count;
}

static bool is_between(const struct paragraph *par)
{
	return par->text.len <= ENTRY_BYTES &&
	       shape_end(par->text) != END_CLOSED;
}

static size_t entries_end(const struct document *doc, size_t first,
			  bool (*is_entry)(struct str text))
{
	const struct paragraph *all = doc->paragraphs.items;
	size_t end = first;

	for (size_t i = first; i < doc->paragraphs.count &&
			       i <= end + BETWEEN; i++) {
		if (is_entry(all[i].text))
			end = i + 1;
		else if (!is_between(&all[i]))
			break;
	}
	return end;
}

/* Contents whose lines have no pages: each is told later. */
static size_t named_end(const struct document *doc, size_t first)
{
	const struct paragraph *all = doc->paragraphs.items;
	size_t end = first;

	for (size_t i = first; i < doc->paragraphs.count &&
			       i <= end + BETWEEN &&
			       i < first + ENTRIES_MAX; i++) {
		if (!is_between(&all[i]))
			break;
		if (is_told(doc, i + 1, entry_name(all[i].text)))
			end = i + 1;
	}
	return end;
}

static unsigned page_of(struct str text)
{
	unsigned page = 0, power = 1;

	for (size_t at = text.len; at > 0 && is_digit(text.data[at - 1]) &&
				   power < 100000; at--, power *= 10)
		page += power * (unsigned)(text.data[at - 1] - '0');
	return page;
}

/* Contents under a heading that nobody knows, or none: lines with pages that
 * grow, of which some are told later. */
static size_t paged_end(const struct document *doc, size_t first)
{
	const struct paragraph *all = doc->paragraphs.items;
	size_t end = first, told = 0;

	if (first > FRONT || (first > 0 && ends_with_page(all[first - 1].text)))
		return first;
	while (end < doc->paragraphs.count && end < first + ENTRIES_MAX &&
	       ends_with_page(all[end].text) &&
	       (end == first ||
		page_of(all[end].text) >= page_of(all[end - 1].text)))
		end++;
	if (end < first + PAGED_LEAST)
		return first;
	for (size_t i = first; i < end; i++)
		told += is_told(doc, end, entry_name(all[i].text));
	return told * TOLD_SHARE >= end - first ? end : first;
}

bool contents_lines_are_headed(const struct series *any, struct str text)
{
	struct regex_match match;

	return series_match(any, SERIES_CONTENTS, text, &match) != NULL;
}

size_t contents_lines_end(const struct document *doc, const struct series *any,
			  size_t index)
{
	const struct paragraph *all = doc->paragraphs.items;
	size_t end, leaders = 0;

	if (contents_lines_are_headed(any, all[index].text)) {
		end = entries_end(doc, index + 1, has_page);
		if (end <= index + 2)
			end = named_end(doc, index + 1);
		return end > index + 2 ? end : index;
	}
	if (!has_leader(all[index].text))
		return paged_end(doc, index);
	end = entries_end(doc, index, has_leader);
	for (size_t i = index; i < end; i++)
		leaders += has_leader(all[i].text);
	return leaders >= LEADERS_LEAST ? end : index;
}

void contents_lines_name_told(struct document *doc, size_t first, size_t end)
{
	struct paragraph *all = doc->paragraphs.items;

	for (size_t i = first; first <= FRONT && i < end &&
			       i < first + ENTRIES_MAX; i++) {
		size_t at = told_at(doc, end, entry_name(all[i].text));

		if (at < doc->paragraphs.count &&
		    all[at].kind == PARAGRAPH_TEXT)
			all[at].kind = PARAGRAPH_HEADING;
	}
}
