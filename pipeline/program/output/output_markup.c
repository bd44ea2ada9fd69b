/* What the writers of marked texts share. */
#include "output_internal.h"

bool output_piece(const struct output_cell *cell, struct output_pieces *at,
		  struct str *piece, bool *is_hit)
{
	const struct output_hit *hits = cell->hits;
	size_t count = hits ? cell->count : 0, start = at->end;

	if (start >= cell->text.len)
		return false;
	while (at->hit < count && hits[at->hit].end <= start)
		at->hit++;
	*is_hit = at->hit < count && hits[at->hit].start <= start;
	at->end = cell->text.len;
	if (at->hit < count)
		at->end = *is_hit ? hits[at->hit].end : hits[at->hit].start;
	*piece = str_slice(cell->text, start, at->end);
	return true;
}
