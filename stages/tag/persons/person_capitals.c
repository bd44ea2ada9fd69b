#include "persons_internal.h"

#include "utf8.h"

/* Names in capitals, whole or the surname alone, that no table has: a role
 * behind them tells that they are names and no headings or acronyms. */

enum {
	LETTERS_LEAST = 3,    /* of a word in capitals */
	WORDS_MAX = 4
};

static bool is_capitals(const struct scan *scan, const struct name_part *part)
{
	return scan_shape(scan, part->first) & SHAPE_ALL_CAPITAL;
}

/* A word that may be a name's: nothing else claims it. */
static bool may_be_name(struct persons *p, const struct scan *scan,
			size_t token, struct name_part *part)
{
	const struct token_mark *mark = &scan->marks.items[token];

	return person_names_part(p->names, scan, token, part) &&
	       !(part->is & PART_INITIAL) && !p->covered.items[token] &&
	       !p->honoured.items[token] && !p->titled.items[token] &&
	       !p->marks.items[token].starts && !mark->head_starts &&
	       !mark->head_ends && !mark->cue_starts && !mark->cue_ends &&
	       !(mark->flags & (MARK_COUNTRY | MARK_PLACE)) &&
	       !scan_is_stopword(scan, token) &&
	       utf8_chars(scan_form(scan, token)) >=
		       (part->end > token + 1 ? 1 : LETTERS_LEAST) &&
	       person_run_has_vowel(p, persons_part_text(scan, part));
}

static bool is_word(const struct persons *p, const struct scan *scan,
		    const struct name_part *part)
{
	return part->end == part->first + 1 &&
	       !(part->is & (PART_GIVEN | PART_SURNAME | PART_ENDING)) &&
	       (languages_know(p->languages, scan_lang(scan, part->first),
			       scan_fold(scan, part->first)) ||
		scan->marks.items[part->first].flags & MARK_LOWER);
}

/* "(video editor)", "– оператор Temirov Live", ", a reporter" */
static bool is_before_role(const struct persons *p, const struct scan *scan,
			   size_t end)
{
	size_t limit = scan_sentence_end(scan, end - 1);

	if (end + 1 >= limit)
		return false;
	if (role_is_behind(&p->marks, scan, end) ||
	    surroundings_before_role(p, scan, end, false))
		return true;
	return (scan_is_form(scan, end, "–") || scan_is_form(scan, end, "—") ||
		scan_is_form(scan, end, "-") || scan_is_form(scan, end, "(")) &&
	       p->marks.items[end + 1].starts;
}

/* "OKON Ude", "Ude OKON", "UDE OKON": where the surname alone has capitals it is
 * the part that has them. */
static void split(const struct scan *scan, const struct name_run *run,
		  struct person_parts *parts)
{
	size_t last = run->count - 1, given = 0, surname = last;
	bool first = is_capitals(scan, &run->parts[0]);

	if ((first && !is_capitals(scan, &run->parts[last])) ||
	    (run->parts[0].is & (PART_SURNAME | PART_ENDING) &&
	     !(run->parts[last].is & (PART_SURNAME | PART_ENDING)))) {
		surname = 0;
		given = 1;
	}
	parts->given = run->parts[given];
	parts->surname = run->parts[surname];
	if (given == 0)
		for (size_t i = 1; i < last; i++)
			person_run_add_middle(parts, &run->parts[i]);
	else if (last > 1 && run->parts[last].is & PART_PATRONYMIC)
		parts->patronymic = run->parts[last];
}

/* "Judge Zeynab OKONLI": a role or title right before a word that is not in
 * capitals itself. */
static bool is_behind_role(const struct persons *p, const struct scan *scan,
			   const struct name_run *run)
{
	size_t first = run->parts[0].first;

	return first > scan_sentence_start(scan, first) &&
	       !is_capitals(scan, &run->parts[0]) &&
	       (p->titled.items[first - 1] || p->marks.items[first - 1].ends) &&
	       is_capitals(scan, &run->parts[run->count - 1]);
}

bool person_capitals_at(struct persons *p, struct scan *scan, size_t token)
{
	struct name_run run = { .count = 0 };
	struct person_parts parts = { .given.end = 0 };
	size_t limit = scan_sentence_end(scan, token), next = token;
	size_t capitals = 0, words = 0;

	while (run.count < WORDS_MAX && next < limit &&
	       may_be_name(p, scan, next, &run.parts[run.count])) {
		const struct name_part *part = &run.parts[run.count++];

		capitals += is_capitals(scan, part);
		words += is_word(p, scan, part);
		next = part->end;
	}
	if (run.count < 2 || capitals == 0 || words > 0 ||
	    scan_is_quoted(scan, token, next) ||
	    (!is_before_role(p, scan, next) && !is_behind_role(p, scan, &run)))
		return false;
	split(scan, &run, &parts);
	persons_add(p, scan, token, next, &parts);
	return true;
}
