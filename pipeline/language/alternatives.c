#include "alternatives.h"

size_t alternatives_count(struct str pattern)
{
	size_t count = 1, choices = 0; /* of the open brace */

	for (size_t i = 0; i < pattern.len; i++) {
		char c = pattern.data[i];

		if (c == (choices > 0 ? '{' : '}'))
			return 0;
		if (c == '{') {
			choices = 1;
		} else if (c == '|' && choices > 0) {
			choices++;
		} else if (c == '}') {
			count *= choices;
			choices = 0;
			if (count > ALTERNATIVES_MAX)
				count = ALTERNATIVES_MAX;
		}
	}
	return choices > 0 ? 0 : count;
}

struct walk {
	struct str pattern;
	struct strbuf *word;
	alternatives_take *take;
	void *data;
};

/* Whether a bar parts alternatives: the next brace closes some. */
static bool is_inside(struct str pattern, size_t bar)
{
	size_t close = str_find(pattern, STR("}"), bar);

	return close < pattern.len && close < str_find(pattern, STR("{"), bar);
}

static bool is_plain(struct str pattern, size_t at)
{
	char c = pattern.data[at];

	return c != ' ' && c != '{' && c != '}' &&
	       (c != '|' || !is_inside(pattern, at));
}

static size_t add_plain(struct walk *walk, size_t at)
{
	size_t end = at;

	while (end < walk->pattern.len && is_plain(walk->pattern, end))
		end++;
	strbuf_add(walk->word, str_slice(walk->pattern, at, end));
	return end;
}

static void walk_from(struct walk *walk, size_t at);

static void walk_choices(struct walk *walk, size_t open)
{
	struct str pattern = walk->pattern;
	size_t close = str_find(pattern, STR("}"), open);

	for (size_t at = open; at < close; at++)
		if (at == open || pattern.data[at] == '|')
			walk_from(walk, at + 1);
}

/* On to the end of a word, and of each where there are several. */
static void walk_from(struct walk *walk, size_t at)
{
	struct str pattern = walk->pattern;
	size_t begun = walk->word->len;

	for (;;) {
		at = add_plain(walk, at);
		if (at == pattern.len || pattern.data[at] == '{' ||
		    (pattern.data[at] == ' ' && walk->word->len > 0))
			break;
		if (pattern.data[at] == '|')
			at = str_find(pattern, STR("}"), at);
		at++;
	}
	if (at < pattern.len && pattern.data[at] == '{')
		walk_choices(walk, at);
	else
		walk->take(walk->data, strbuf_view(walk->word), at);
	strbuf_truncate(walk->word, begun);
}

void alternatives_words(struct str pattern, size_t at, struct strbuf *scratch,
			alternatives_take *take, void *data)
{
	struct walk walk = { pattern, scratch, take, data };

	walk_from(&walk, at);
}
