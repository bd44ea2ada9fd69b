#include "markup_tags.h"

#include <strings.h>

enum { NAME_MAX = 100 }; /* libxml2 reads the rest as another attribute */

struct scan {
	struct str text;
	size_t at;
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == ':' ||
	       c == '-' || c == '_' || c == '.';
}

static char at(const struct scan *scan, size_t ahead)
{
	return scan->text.len - scan->at > ahead
		? scan->text.data[scan->at + ahead] : '\0';
}

static void skip_blanks(struct scan *scan)
{
	while (str_is_blank(at(scan, 0)))
		scan->at++;
}

static bool at_tag_end(const struct scan *scan)
{
	return scan->at >= scan->text.len || at(scan, 0) == '>' ||
	       (at(scan, 0) == '/' && at(scan, 1) == '>');
}

static void skip_value(struct scan *scan)
{
	char quote = at(scan, 0);
	const char *end;

	if (quote == '"' || quote == '\'') {
		scan->at++;
		end = memchr(scan->text.data + scan->at, quote,
			     scan->text.len - scan->at);
		scan->at = end ? (size_t)(end - scan->text.data) + 1
			       : scan->text.len;
		return;
	}
	while (!at_tag_end(scan) && !str_is_blank(at(scan, 0)))
		scan->at++;
}

static bool begins_name(char c)
{
	return is_letter(c) || c == ':' || c == '_' || c == '.';
}

static void skip_attribute(struct scan *scan)
{
	size_t start = scan->at;

	if (!begins_name(at(scan, 0))) {
		while (!at_tag_end(scan) && !str_is_blank(at(scan, 0)))
			scan->at++;
		return;
	}
	while (is_name(at(scan, 0)) && scan->at - start < NAME_MAX)
		scan->at++;
	skip_blanks(scan);
	if (at(scan, 0) != '=')
		return;
	scan->at++;
	skip_blanks(scan);
	skip_value(scan);
}

/* To the end of `mark`, read without regard to case. */
static void skip_behind(struct scan *scan, struct str mark)
{
	while (scan->at < scan->text.len) {
		const char *found = memchr(scan->text.data + scan->at,
					   mark.data[0],
					   scan->text.len - scan->at);

		scan->at = found ? (size_t)(found - scan->text.data)
				 : scan->text.len;
		if (scan->text.len - scan->at >= mark.len &&
		    !strncasecmp(scan->text.data + scan->at, mark.data,
				 mark.len)) {
			scan->at += mark.len;
			return;
		}
		scan->at += scan->at < scan->text.len;
	}
}

static bool begins(const struct scan *scan, struct str mark)
{
	return scan->text.len - scan->at >= mark.len &&
	       !strncasecmp(scan->text.data + scan->at, mark.data, mark.len);
}

/* Over a start tag, and a script or style behind it. */
static size_t skip_tag(struct scan *scan)
{
	bool script = begins(scan, STR("<script"));
	bool style = begins(scan, STR("<style"));
	size_t count = 0;

	scan->at++;
	while (is_name(at(scan, 0)))
		scan->at++;
	skip_blanks(scan);
	for (; !at_tag_end(scan); count++) {
		skip_attribute(scan);
		skip_blanks(scan);
	}
	if (script)
		skip_behind(scan, STR("</script"));
	else if (style)
		skip_behind(scan, STR("</style"));
	return count;
}

size_t markup_tags_crowded(struct str text, size_t max)
{
	struct scan scan = { text, 0 };

	while (scan.at < text.len) {
		const char *found = memchr(text.data + scan.at, '<',
					   text.len - scan.at);
		size_t start;

		if (!found)
			break;
		scan.at = start = (size_t)(found - text.data);
		if (begins(&scan, STR("<!--")))
			skip_behind(&scan, STR("-->"));
		else if (!is_letter(at(&scan, 1)))
			scan.at++;
		else if (skip_tag(&scan) > max)
			return start;
	}
	return text.len;
}

/* Behind `<`, `<!` and `<!-`. */
static enum markup_tags_state open_state(const struct markup_tags *tags, char c)
{
	if (tags->last[0] == '-')
		return c == '-' ? TAGS_COMMENT : TAGS_OTHER;
	if (tags->last[0] == '!')
		return c == '-' ? TAGS_OPEN : c == '[' ? TAGS_DATA : TAGS_OTHER;
	if (c == '!')
		return TAGS_OPEN;
	return c == '?' ? TAGS_OTHER : TAGS_TAG;
}

static enum markup_tags_state next_state(struct markup_tags *tags, char c)
{
	bool closes = c == '>';

	switch (tags->state) {
	case TAGS_TEXT: return c == '<' ? TAGS_OPEN : TAGS_TEXT;
	case TAGS_OPEN: return open_state(tags, c);
	case TAGS_TAG:
		if (c != '"' && c != '\'')
			return closes ? TAGS_TEXT : TAGS_TAG;
		tags->quote = c;
		tags->attributes++;
		return TAGS_VALUE;
	case TAGS_VALUE: return c == tags->quote ? TAGS_TAG : TAGS_VALUE;
	case TAGS_COMMENT:
		closes = closes && tags->last[0] == '-' &&
			 tags->last[1] == '-';
		return closes ? TAGS_TEXT : TAGS_COMMENT;
	case TAGS_DATA:
		closes = closes && tags->last[0] == ']' &&
			 tags->last[1] == ']';
		return closes ? TAGS_TEXT : TAGS_DATA;
	default: return closes ? TAGS_TEXT : TAGS_OTHER;
	}
}

bool markup_tags_feed(struct markup_tags *tags, struct str piece, size_t max)
{
	for (size_t i = 0; i < piece.len; i++) {
		char c = piece.data[i];
		bool open;

		if (tags->state == TAGS_TEXT) { /* most of all bytes */
			const char *next = memchr(piece.data + i, '<',
						  piece.len - i);

			if (!next)
				return true;
			i = (size_t)(next - piece.data);
			c = '<';
			tags->attributes = 0;
		}
		open = tags->state == TAGS_OPEN;
		tags->state = next_state(tags, c);
		tags->last[1] = tags->last[0];
		tags->last[0] = c;
		if (open && tags->state != TAGS_OPEN)
			tags->last[0] = '\0';
		if (tags->attributes > max)
			return false;
	}
	return true;
}
