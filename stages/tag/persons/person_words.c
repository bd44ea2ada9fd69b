#include "persons_internal.h"

/* Names of two words of which one has another meaning too. */

/* A place's or month's name, or a given name that is a function word. */
static bool is_other_word(const struct scan *scan, const struct name_part *part)
{
	size_t token = part->first;
	const struct candidate *place = scan_find(scan, token, MENTION_PLACE);
	const struct candidate *date = scan_find(scan, token, MENTION_DATE);

	if (place || date)
		return (!place || place->end == token + 1) &&
		       (!date || date->end == token + 1);
	return scan->marks.items[token].flags & MARK_PLACE ||
	       (part->is & PART_GIVEN && scan_is_stopword(scan, token));
}

/* "Clara March", "April Kim": a month beside a name that the tables spell so;
 * before it no word that leads to a date ("In April Kim …"). */
static bool is_name_beside_date(const struct scan *scan,
				const struct name_part *given,
				const struct name_part *surname,
				bool given_other)
{
	size_t token = given->first;
	const struct name_part *other = given_other ? given : surname;
	unsigned is = given_other ? PART_SURNAME : PART_GIVEN;
	const struct name_part *known = given_other ? surname : given;

	if (!scan_find(scan, other->first, MENTION_DATE) ||
	    !(known->is & is) || !(known->is & PART_SPELLED))
		return false;
	if (!given_other)
		return !(scan->marks.items[token].flags & MARK_LOWER);
	return token == scan_sentence_start(scan, token) ||
	       scan_kind(scan, token - 1) == KIND_PUNCT;
}

/* "Reporter April Johnson", "Aktan May, a photographer", "Талас Асанов": one of
 * two words has another meaning too. */
bool person_words_at(struct persons *p, struct scan *scan, size_t token)
{
	struct person_parts parts = { .given.end = 0 };
	struct name_part *given = &parts.given, *surname = &parts.surname;
	size_t limit = scan_sentence_end(scan, token);
	bool given_other, ended;
	unsigned flags;

	if (token + 1 >= limit ||
	    !person_names_part(p->names, scan, token, given) ||
	    given->is & PART_INITIAL || given->end >= limit ||
	    !person_names_part(p->names, scan, given->end, surname) ||
	    surname->is & (PART_INITIAL | PART_PATRONYMIC) ||
	    (scan_shape(scan, given->first) |
	     scan_shape(scan, surname->first)) & SHAPE_ALL_CAPITAL)
		return false;
	/* "Есепте Қазақстандағы …" */
	if (person_names_is_where(p->names, scan, surname->first))
		return false;
	given_other = is_other_word(scan, given);
	/* "президент Египта Мухаммед …" */
	if (given_other &&
	    (scan_shape(scan, surname->first) & SHAPE_CYRILLIC) &&
	    surname->is & PART_GIVEN &&
	    !(surname->is & (PART_SURNAME | PART_ENDING)))
		return false;
	/* "министр здравоохранения Перу Зулема Томас": a place's name, and
	 * the person's behind it */
	if (given_other && surname->end < limit &&
	    scan_find(scan, given->first, MENTION_PLACE) &&
	    scan_is_name_word(scan, surname->end))
		return false;
	if (given_other ? !person_run_is_open(p, scan, surname) &&
				  !(is_other_word(scan, surname) &&
				    p->marks.items[token > 0 ? token - 1 : 0]
					    .ends) :
			  !person_run_is_open(p, scan, given) ||
				  !is_other_word(scan, surname))
		return false;
	flags = scan->marks.items[given->first].flags;
	/* "император Японии Акихито", "глава Роскосмоса Александр …" */
	if (scan_shape(scan, given->first) & SHAPE_CYRILLIC && !(given->is & PART_GIVEN) &&
	    ((given_other && flags & MARK_PLACE &&
	      !(flags & MARK_PLACE_BASE)) ||
	     (!given_other && token > scan_sentence_start(scan, token) &&
	      p->marks.items[token - 1].ends && !person_shapes_agree(p, scan, token))))
		return false;
	ended = given_other && surname->is & (PART_SURNAME | PART_ENDING) &&
		surname->gender && flags & MARK_START &&
		flags & MARK_PLACE_BASE;
	if (!ended && !surroundings_tell(p, scan, given->first, surname->end) &&
	    !is_name_beside_date(scan, given, surname, given_other) &&
	    !persons_know_pair(p, scan, given, surname))
		return false;
	persons_add(p, scan, given->first, surname->end, &parts);
	return true;
}
