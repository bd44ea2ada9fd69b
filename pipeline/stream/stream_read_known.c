#include "stream_read_known.h"

#include "hash.h"

#include <stdlib.h>

enum { ROWS = 1 << 14, DIGITS_MAX = 9 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Take "TokenRange=12:34" off the end. What parts it from the rest stays: a tab
 * or a bar, and a row is well-formed by one of them alone. */
static bool cut_range(struct str *line)
{
	static const char name[] = "TokenRange=";
	const size_t len = sizeof name - 1;
	size_t at = line->len, colon;

	while (at > 0 && is_digit(line->data[at - 1]))
		at--;
	if (at == line->len || at == 0 || line->data[at - 1] != ':')
		return false;
	colon = --at;
	while (at > 0 && is_digit(line->data[at - 1]))
		at--;
	if (at == colon || at < len + 1 ||
	    memcmp(line->data + at - len, name, len) != 0)
		return false;
	at -= len;
	if (line->data[at - 1] != '|' && line->data[at - 1] != '\t')
		return false;
	line->len = at;
	return true;
}

bool known_rows_cut(struct str line, uint64_t *first, struct str *rest)
{
	size_t at = 0;

	*first = 0;
	for (; at < line.len && at <= DIGITS_MAX && is_digit(line.data[at]);
	     at++)
		*first = *first * 10 + (uint64_t)(line.data[at] - '0');
	if (at == 0 || at > DIGITS_MAX || at == line.len ||
	    line.data[at] != '\t' || !cut_range(&line) || at >= line.len)
		return false;
	*rest = str_slice(line, at, line.len);
	return true;
}

static void begin(struct known_rows *rows, const struct words *words)
{
	const size_t size = ROWS * sizeof *rows->list;

	if (rows->list && rows->generation == words->generation)
		return;
	if (!rows->list)
		rows->list = memory_get_lines(size);
	memset(rows->list, 0, size);
	rows->generation = words->generation;
}

struct known_row *known_rows_at(struct known_rows *rows,
				const struct words *words, struct str rest)
{
	struct known_row *row;

	if (rest.len > KNOWN_BYTES)
		return NULL;
	begin(rows, words);
	row = &rows->list[str_hash(rest) % ROWS];
	if (row->form && (row->len != rest.len ||
			  memcmp(row->bytes, rest.data, rest.len) != 0))
		*row = (struct known_row){ .form = 0 };
	return row;
}

void known_row_set(struct known_row *row, struct str rest)
{
	row->len = (uint8_t)rest.len;
	memcpy(row->bytes, rest.data, rest.len);
}

void known_rows_release(struct known_rows *rows)
{
	free(rows->list);
	rows->list = NULL;
}
