#include "sorted_words.h"

#include <stdlib.h>

void sorted_words_add(struct sorted_words *set, struct str word)
{
	*LIST_ADD(&set->words) = word;
}

static int compare(const void *a, const void *b)
{
	const struct str *one = a, *other = b;

	return str_compare(*one, *other);
}

void sorted_words_sort(struct sorted_words *set)
{
	size_t i = 1;

	while (i < set->words.count &&
	       str_compare(set->words.items[i - 1], set->words.items[i]) <= 0)
		i++;
	if (i < set->words.count)
		qsort(set->words.items, set->words.count,
		      sizeof *set->words.items, compare);
}

/* The first word that is not less than `word`, or NULL. */
static const struct str *lower_bound(const struct sorted_words *set,
				     struct str word)
{
	size_t low = 0, high = set->words.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_compare(set->words.items[middle], word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < set->words.count ? &set->words.items[low] : NULL;
}

bool sorted_words_has(const struct sorted_words *set, struct str word)
{
	const struct str *found = lower_bound(set, word);

	return found && str_equal(*found, word);
}

bool sorted_words_has_prefix(const struct sorted_words *set, struct str prefix)
{
	const struct str *found = lower_bound(set, prefix);

	return found && str_has_prefix(*found, prefix);
}

void sorted_words_release(struct sorted_words *set)
{
	LIST_RELEASE(&set->words);
}
