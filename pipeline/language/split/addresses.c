#include "addresses.h"

#include "utf8.h"

enum { LONGEST_LOCAL = 64, LONGEST_DOMAIN = 253, LONGEST_SCHEME = 12 };

static size_t skip_word(const struct address_finder *finder, struct str text,
			size_t at)
{
	size_t next;

	while (class_is_word(classes_at(finder->classes, text, at, &next)))
		at = next;
	return at;
}

/* Characters that never belong to an address in prose. */
static bool ends_address(const struct classes *classes, struct str text,
			 size_t at, size_t *next)
{
	uint8_t class = classes_at(classes, text, at, next);

	if (class_is(class, CLASS_BLANK) || class_is(class, CLASS_RAISED))
		return true;
	if ((unsigned char)text.data[at] >= 0x80)
		return class_is(class, CLASS_OPEN) ||
		       class_is(class, CLASS_CLOSE);
	return strchr("<>\"`|{}\\^[]", text.data[at]) != NULL;
}

/* A full stop or a comma at the end is the sentence's, and so is a bracket of
 * which the address holds no opening one. `open` is how many more opening than
 * closing brackets it holds. */
static size_t trim(struct str text, size_t start, size_t end, ptrdiff_t open)
{
	while (end > start) {
		char c = text.data[end - 1];

		if (!c || !strchr(".,;:!?'*)", c) || (c == ')' && open >= 0))
			break;
		open += c == ')';
		end--;
	}
	return end;
}

static size_t address_tail(const struct address_finder *finder,
			   struct str text, size_t start, size_t at)
{
	ptrdiff_t open = 0;
	size_t next;

	while (at < text.len &&
	       !ends_address(finder->classes, text, at, &next)) {
		open += (text.data[at] == '(') - (text.data[at] == ')');
		at = next;
	}
	return trim(text, start, at, open);
}

size_t address_url(const struct address_finder *finder, struct str text,
		   size_t start)
{
	size_t at = start, end;

	while (at < text.len && at - start < LONGEST_SCHEME &&
	       ((text.data[at] | 32) >= 'a' && (text.data[at] | 32) <= 'z'))
		at++;
	if (at == start ||
	    !str_has_prefix(str_slice(text, at, text.len), STR("://")))
		return start;
	end = address_tail(finder, text, at + 3, at + 3);
	return end > at + 3 ? end : start;
}

/* alt.animals.dog, org.apache.commons: three or more words of small letters,
 * none shorter than three, as in "i.e.the" with its blanks forgotten. */
static bool is_dotted_name(struct str text)
{
	size_t letters = 0, labels = 0;

	for (size_t i = 0; i <= text.len; i++) {
		char c = i < text.len ? text.data[i] : '.';

		if (c == '.') {
			if (letters < 3)
				return false;
			labels++;
			letters = 0;
		} else if (c >= 'a' && c <= 'z') {
			letters++;
		} else if (c != '-') {
			return false;
		}
	}
	return labels > 2;
}

static bool is_cyrillic_at(struct str text, size_t at)
{
	return at < text.len && utf8_is_cyrillic(utf8_next(text, &at));
}

size_t address_ending(const struct address_finder *finder, struct str text,
		      size_t end)
{
	size_t at = end;
	uint32_t mark;

	if (at >= text.len)
		return end;
	mark = utf8_next(text, &at);
	if (mark != '-' && mark != 0x2010 && mark != 0x2011 && mark != '\'' &&
	    mark != 0x2019)
		at = end;
	return is_cyrillic_at(text, at) ? skip_word(finder, text, at) : end;
}

size_t address_domain(const struct address_finder *finder, struct str text,
		      size_t start)
{
	size_t at = start, label = start, labels = 0, end, next;

	for (;;) {
		end = skip_word(finder, text, at);
		if (end == at || end - start > LONGEST_DOMAIN)
			return start;
		at = end + 1;
		if (end < text.len && (text.data[end] == '-' ||
				       text.data[end] == '_') &&
		    !is_cyrillic_at(text, at))
			continue;
		labels++;
		if (end >= text.len || text.data[end] != '.' ||
		    !class_is_word(classes_at(finder->classes, text, end + 1,
					      &next)))
			break;
		label = end + 1;
	}
	if (labels < 2)
		return start;
	if (!string_map_find(finder->domains, str_slice(text, label, end)))
		return is_dotted_name(str_slice(text, start, end)) ? end
								   : start;
	if (end < text.len && text.data[end] == '/')
		return address_tail(finder, text, end, end + 1);
	return end;
}

static bool is_local(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       (c && strchr("._%+-", c));
}

size_t address_email(const struct address_finder *finder, struct str text,
		     size_t start)
{
	size_t at = start, end;

	while (at < text.len && at - start < LONGEST_LOCAL &&
	       is_local(text.data[at]))
		at++;
	if (at == start || at >= text.len || text.data[at] != '@')
		return start;
	end = address_domain(finder, text, at + 1);
	return end > at + 1 ? end : start;
}

size_t address_handle(const struct address_finder *finder, struct str text,
		      size_t start)
{
	size_t at = start + 1, end, next;
	uint8_t first = classes_at(finder->classes, text, at, &next);

	if (!class_is_word(first) && (at >= text.len || text.data[at] != '_'))
		return start;
	if (text.data[start] == '#' && !class_is(first, CLASS_LETTER))
		return start;
	for (;;) {
		end = skip_word(finder, text, at);
		if (end < text.len && text.data[end] == '_') {
			at = end + 1;
			continue;
		}
		if (text.data[start] == '#' || end >= text.len ||
		    (text.data[end] != '.' && text.data[end] != '-') ||
		    !class_is_word(classes_at(finder->classes, text, end + 1,
					      &next)))
			return end;
		at = end + 1;
	}
}
