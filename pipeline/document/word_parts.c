#include "word_parts.h"

#include "utf8.h"

enum { MOST_JOINED = 5, YEAR_DIGITS = 4, LONGEST_PATH = 80,
       LONGEST_DOMAIN = 253 /* RFC 1035 */ };

static unsigned script_of(uint32_t c)
{
	return utf8_is_latin(c) ? SHAPE_LATIN
		: utf8_is_cyrillic(c) ? SHAPE_CYRILLIC : 0;
}

bool word_parts_next(struct str text, size_t *at, struct str *run)
{
	size_t start = *at, end, next;
	unsigned script = 0;

	for (end = start; end < text.len; end = next) {
		uint32_t c;
		unsigned own;

		next = end;
		c = utf8_next(text, &next);
		if (!utf8_is_letter(c) && !utf8_is_number(c)) {
			if (end > start)
				break;
			start = next;
			continue;
		}
		own = utf8_is_letter(c) ? script_of(c) : 0;
		if (script && own && own != script)
			break;
		script = own ? own : script;
	}
	*at = end;
	*run = str_slice(text, start, end);
	return end > start;
}

struct str word_parts_domain(struct str address)
{
	size_t start = str_find(address, STR("://"), 0), end;

	start = start < address.len ? start + 3 : 0;
	end = str_find(address, STR("/"), start);
	if (str_find(address, STR("@"), start) < end)
		start = str_find(address, STR("@"), start) + 1;
	for (size_t at = start; at < end; at++)
		if (address.data[at] == ':' || address.data[at] == '?')
			end = at;
	return str_slice(address, start, end);
}

static struct str between(struct str first, struct str last)
{
	return (struct str){
		first.data, (size_t)(last.data + last.len - first.data)
	};
}

/* In the stream parts are told in one line of them, with these between. */
static bool may_be_told(struct str part)
{
	for (size_t i = 0; i < part.len; i++)
		if (part.data[i] == ',' || part.data[i] == ':' ||
		    part.data[i] == ' ')
			return false;
	return true;
}

static void add_joined(struct word_parts *parts, struct str text, size_t first,
		       size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; k < count; k++) {
			struct str part = between(parts->items[first + i],
						  parts->items[first + k]);

			if (part.len < text.len && may_be_told(part))
				*LIST_ADD(parts) = part;
		}
}

/* Runs with nothing between, of two scripts, are one word to who looks for it. */
static void add_touching(struct word_parts *parts, size_t first, size_t count)
{
	for (size_t i = 0, k; i < count; i = k) {
		struct str part = parts->items[first + i];

		for (k = i + 1; k < count && parts->items[first + k].data ==
						     part.data + part.len; k++)
			part.len += parts->items[first + k].len;
		if (k > i + 1)
			*LIST_ADD(parts) = part;
	}
}

static bool is_joint(char c)
{
	return c == '-' || c == '_' || c == '.';
}

/* What is between two slashes of an address: parliament-passes-law. */
static void add_segments(struct word_parts *parts, struct str text,
			 size_t first, size_t count)
{
	struct str domain = word_parts_domain(text);

	for (size_t i = 0, k; i < count; i = k) {
		struct str part = parts->items[first + i];

		for (k = i + 1; k < count; k++) {
			struct str more = between(part, parts->items[first + k]);
			size_t behind = part.len;

			while (behind < more.len - parts->items[first + k].len &&
			       is_joint(more.data[behind]))
				behind++;
			if (behind < more.len - parts->items[first + k].len)
				break;
			part = more;
		}
		if (k > i + 1 && part.len <= LONGEST_PATH &&
		    part.data > domain.data + domain.len)
			*LIST_ADD(parts) = part;
	}
}

static void add_domains(struct word_parts *parts, struct str text, size_t first,
			size_t count)
{
	struct str domain = word_parts_domain(text);
	const char *end = domain.data + domain.len;
	struct str last = parts->items[first + count - 1];
	bool has_path = last.data < end;

	for (size_t i = 0; i + 1 < count; i++) {
		struct str run = parts->items[first + i], part;

		if (run.data < domain.data || run.data + run.len >= end ||
		    domain.len > LONGEST_DOMAIN)
			continue;
		part = (struct str){ run.data, (size_t)(end - run.data) };
		if (part.len < text.len && may_be_told(part))
			*LIST_ADD(parts) = part;
		if (has_path || str_equal(run, STR("www")))
			continue;
		has_path = true;
		part = between(run, last);
		if (part.len < text.len && part.len <= LONGEST_PATH &&
		    may_be_told(part))
			*LIST_ADD(parts) = part;
	}
}

static bool is_decimal(struct str text, size_t runs)
{
	return runs == 2 && (str_find(text, STR("."), 0) < text.len ||
			     str_find(text, STR(","), 0) < text.len);
}

/* Keep what may be a year. */
static void cut_numbers(struct word_parts *parts, struct str text, size_t first)
{
	size_t count = parts->count - first, kept = first;
	bool none = is_decimal(text, count);

	for (size_t i = first; i < parts->count; i++)
		if (!none && parts->items[i].len >= YEAR_DIGITS)
			parts->items[kept++] = parts->items[i];
	parts->count = kept;
}

void word_parts_find(struct words *words, word_id form,
		     struct word_parts *parts)
{
	struct str text = words_text(words, form), run;
	uint8_t shape = words_shape(words, form);
	size_t at = 0, first = parts->count, count;

	if (!(shape & SHAPE_COMPOUND))
		return;
	while (parts->count - first < WORD_PARTS_MAX &&
	       word_parts_next(text, &at, &run))
		*LIST_ADD(parts) = run;
	count = parts->count - first;
	if (!(shape & SHAPE_LETTER))
		cut_numbers(parts, text, first);
	else if (words_kind(words, form) != KIND_ADDRESS &&
		 count <= MOST_JOINED)
		add_joined(parts, text, first, count);
	else
		add_touching(parts, first, count);
	if (words_kind(words, form) == KIND_ADDRESS) {
		add_domains(parts, text, first, count);
		add_segments(parts, text, first, count);
	}
}
