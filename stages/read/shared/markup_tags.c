#include "markup_tags.h"

#include <strings.h>

enum { NAME_MAX = 100 }; /* libxml2 reads the rest as another attribute */

struct tag_walk {
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

static char at(const struct tag_walk *walk, size_t ahead)
{
	return walk->text.len - walk->at > ahead
		? walk->text.data[walk->at + ahead] : '\0';
}

static void skip_blanks(struct tag_walk *walk)
{
	while (str_is_blank(at(walk, 0)))
		walk->at++;
}

static bool at_tag_end(const struct tag_walk *walk)
{
	return walk->at >= walk->text.len || at(walk, 0) == '>' ||
	       (at(walk, 0) == '/' && at(walk, 1) == '>');
}

static void skip_value(struct tag_walk *walk)
{
	char quote = at(walk, 0);
	const char *end;

	if (quote == '"' || quote == '\'') {
		walk->at++;
		end = memchr(walk->text.data + walk->at, quote,
			     walk->text.len - walk->at);
		walk->at = end ? (size_t)(end - walk->text.data) + 1
			       : walk->text.len;
		return;
	}
	while (!at_tag_end(walk) && !str_is_blank(at(walk, 0)))
		walk->at++;
}

static bool begins_name(char c)
{
	return is_letter(c) || c == ':' || c == '_' || c == '.';
}

static void skip_attribute(struct tag_walk *walk)
{
	size_t start = walk->at;

	if (!begins_name(at(walk, 0))) {
		while (!at_tag_end(walk) && !str_is_blank(at(walk, 0)))
			walk->at++;
		return;
	}
	while (is_name(at(walk, 0)) && walk->at - start < NAME_MAX)
		walk->at++;
	skip_blanks(walk);
	if (at(walk, 0) != '=')
		return;
	walk->at++;
	skip_blanks(walk);
	skip_value(walk);
}

/* To the end of `mark`, read without regard to case. */
static void skip_behind(struct tag_walk *walk, struct str mark)
{
	while (walk->at < walk->text.len) {
		const char *found = memchr(walk->text.data + walk->at,
					   mark.data[0],
					   walk->text.len - walk->at);

		walk->at = found ? (size_t)(found - walk->text.data)
				 : walk->text.len;
		if (walk->text.len - walk->at >= mark.len &&
		    !strncasecmp(walk->text.data + walk->at, mark.data,
				 mark.len)) {
			walk->at += mark.len;
			return;
		}
		walk->at += walk->at < walk->text.len;
	}
}

static bool begins(const struct tag_walk *walk, struct str mark)
{
	return walk->text.len - walk->at >= mark.len &&
	       !strncasecmp(walk->text.data + walk->at, mark.data, mark.len);
}

/* Over a start tag, and a script or style behind it. */
static size_t skip_tag(struct tag_walk *walk)
{
	bool script = begins(walk, STR("<script"));
	bool style = begins(walk, STR("<style"));
	size_t count = 0;

	walk->at++;
	while (is_name(at(walk, 0)))
		walk->at++;
	skip_blanks(walk);
	for (; !at_tag_end(walk); count++) {
		skip_attribute(walk);
		skip_blanks(walk);
	}
	if (script)
		skip_behind(walk, STR("</script"));
	else if (style)
		skip_behind(walk, STR("</style"));
	return count;
}

size_t markup_tags_crowded(struct str text, size_t max)
{
	struct tag_walk walk = { text, 0 };

	while (walk.at < text.len) {
		const char *found = memchr(text.data + walk.at, '<',
					   text.len - walk.at);
		size_t start;

		if (!found)
			break;
		walk.at = start = (size_t)(found - text.data);
		if (begins(&walk, STR("<!--")))
			skip_behind(&walk, STR("-->"));
		else if (!is_letter(at(&walk, 1)))
			walk.at++;
		else if (skip_tag(&walk) > max)
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
