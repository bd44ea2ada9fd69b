#include "alternatives.h"

static size_t count_of(struct str choices)
{
	size_t count = 1;

	for (size_t i = 0; i < choices.len; i++)
		count += choices.data[i] == '|';
	return count;
}

static struct str choice_of(struct str choices, size_t number)
{
	struct str choice = STR_NONE;

	for (size_t i = 0; i <= number; i++)
		str_split(&choices, '|', &choice);
	return choice;
}

bool alternatives_get(struct strbuf *out, struct str pattern, size_t number)
{
	size_t at = 0;

	if (number >= ALTERNATIVES_MAX)
		return false;
	strbuf_clear(out);
	while (at < pattern.len) {
		size_t open = str_find(pattern, STR("{"), at);
		size_t close = str_find(pattern, STR("}"), at);
		struct str choices;

		strbuf_add(out, str_slice(pattern, at, open));
		if (open == pattern.len)
			return close == pattern.len && number == 0;
		if (close < open || close == pattern.len)
			return false;
		choices = str_slice(pattern, open + 1, close);
		strbuf_add(out, choice_of(choices, number % count_of(choices)));
		number /= count_of(choices);
		at = close + 1;
	}
	return number == 0;
}
