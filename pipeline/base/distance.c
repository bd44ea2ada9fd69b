#include "distance.h"

#include "utf8.h"

struct letters {
	uint32_t at[DISTANCE_LONGEST];
	size_t count;
};

static bool read_letters(struct letters *letters, struct str text)
{
	letters->count = 0;
	for (size_t at = 0; at < text.len;) {
		if (letters->count == DISTANCE_LONGEST)
			return false;
		letters->at[letters->count++] =
			utf8_fold_char(utf8_next(text, &at));
	}
	return true;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* One row of the table: `rows` are this one, the one before and that before. */
static unsigned fill(const struct letters *a, const struct letters *b, size_t i,
		     unsigned *rows[3])
{
	unsigned best = rows[0][0] = (unsigned)i;

	for (size_t k = 1; k <= b->count; k++) {
		bool same = a->at[i - 1] == b->at[k - 1];
		unsigned cost = least(rows[1][k], rows[0][k - 1]) + 1;

		cost = least(cost, rows[1][k - 1] + !same);
		if (i > 1 && k > 1 && a->at[i - 1] == b->at[k - 2] &&
		    a->at[i - 2] == b->at[k - 1])
			cost = least(cost, rows[2][k - 2] + 1);
		rows[0][k] = cost;
		best = least(best, cost);
	}
	return best;
}

unsigned distance_of(struct str a, struct str b, unsigned most)
{
	struct letters first, second;
	unsigned table[3][DISTANCE_LONGEST + 1];
	unsigned *rows[3] = { table[0], table[1], table[2] };

	if (!read_letters(&first, a) || !read_letters(&second, b) ||
	    first.count > second.count + most ||
	    second.count > first.count + most)
		return most + 1;
	for (size_t k = 0; k <= second.count; k++)
		rows[0][k] = (unsigned)k;
	for (size_t i = 1; i <= first.count; i++) {
		unsigned *kept = rows[2];

		rows[2] = rows[1];
		rows[1] = rows[0];
		rows[0] = kept;
		if (fill(&first, &second, i, rows) > most)
			return most + 1;
	}
	return least(rows[0][second.count], most + 1);
}
