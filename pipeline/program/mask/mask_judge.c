#include "mask_internal.h"

#include "utf8.h"

#include <inttypes.h>

/* Whether nothing stands between that would part the words of a name. */
static bool are_joined(struct str text, const struct mask_edit *a,
		       const struct mask_edit *b)
{
	struct str between = str_slice(text, a->end, b->start);

	if (between.len == 0)
		return true;
	if (a->other_len || b->other_len)
		return false;
	if (b->is_initial && str_equal(between, STR(", ")))
		return true;
	return str_equal(between, STR(" ")) || str_equal(between, STR("-")) ||
	       str_equal(between, STR("_")) ||
	       str_equal(between, STR("\xc2\xa0")) ||
	       str_equal(between, STR("\xe2\x80\xaf")) ||
	       (b->is_plain && a->is_plain &&
		str_equal(between, STR(".")));
}

/* Two words side by side that one person has as names. */
static void judge_neighbours(struct mask *mask, struct str text)
{
	for (size_t i = 1; i < mask->edits.count; i++) {
		struct mask_edit *edit = &mask->edits.items[i];

		if (edit->strength != MASK_NONE &&
		    edit[-1].strength != MASK_NONE &&
		    are_joined(text, edit - 1, edit) &&
		    mask_people_both(&edit[-1].people, &edit->people).count)
			edit[-1].strength = edit->strength = MASK_STRONG;
	}
}

void mask_add_initial(struct strbuf *out, struct str word, uint32_t person)
{
	size_t at = 0;

	utf8_add(out, utf8_fold_char(utf8_next(word, &at)));
	strbuf_addf(out, "%" PRIu32, person);
}

/* Whether a word is a name of somebody with that initial. */
static bool is_initial_of(struct mask *mask, struct str text,
			  const struct mask_edit *initial,
			  const struct mask_edit *edit)
{
	const struct mask_people *people = &edit->people;
	struct str letter = str_slice(text, initial->start, initial->end);

	if (mask_people_many(people))
		return edit->strength == MASK_WEAK;
	for (size_t i = 0; i < people->count; i++) {
		strbuf_clear(&mask->key);
		mask_add_initial(&mask->key, letter, people->ids[i]);
		if (interned_find(&mask->initials, strbuf_view(&mask->key)))
			return true;
	}
	return false;
}

/* A doubtful word is a name beside the initials of its person. */
static void judge_by_initials(struct mask *mask, struct str text)
{
	for (size_t i = 1; i < mask->edits.count; i++) {
		struct mask_edit *edit = &mask->edits.items[i];
		struct mask_edit *initial = edit[-1].is_initial ? edit - 1
								: edit;
		struct mask_edit *other = initial == edit ? edit - 1 : edit;

		if (initial->is_initial && other->strength != MASK_NONE &&
		    are_joined(text, edit - 1, edit) &&
		    is_initial_of(mask, text, initial, other))
			other->strength = MASK_STRONG;
	}
}

/* Tell who is surely named in the text. */
static void note_named(struct mask *mask)
{
	mask->text_number++;
	for (size_t i = 0; i < mask->edits.count; i++) {
		const struct mask_edit *edit = &mask->edits.items[i];

		if (edit->strength != MASK_STRONG ||
		    mask_people_many(&edit->people))
			continue;
		for (size_t k = 0; k < edit->people.count; k++)
			mask->named.items[edit->people.ids[k]] =
				mask->text_number;
	}
}

/* A word that may be another one is the name where the text surely has such a
 * person. */
static void judge_weak(struct mask *mask)
{
	bool any = false;

	for (size_t i = 0; i < mask->edits.count; i++)
		any = any || mask->edits.items[i].strength == MASK_STRONG;
	for (size_t i = 0; i < mask->edits.count; i++) {
		struct mask_edit *edit = &mask->edits.items[i];

		if (edit->strength != MASK_WEAK)
			continue;
		if (mask_people_many(&edit->people) && any)
			edit->strength = MASK_STRONG;
		for (size_t k = 0; !mask_people_many(&edit->people) &&
				   k < edit->people.count; k++)
			if (mask->named.items[edit->people.ids[k]] ==
			    mask->text_number)
				edit->strength = MASK_STRONG;
	}
}

/* Initials belong to the name beside them, from both sides inwards. */
static void judge_initials(struct mask *mask, struct str text)
{
	struct mask_edits *edits = &mask->edits;

	for (size_t i = 1; i < edits->count; i++) {
		struct mask_edit *edit = &edits->items[i];

		if (edit->is_initial && edit[-1].strength == MASK_STRONG &&
		    are_joined(text, edit - 1, edit)) {
			edit->strength = MASK_STRONG;
			edit->people = edit[-1].people;
		}
	}
	for (size_t i = edits->count; i-- > 1;) {
		struct mask_edit *edit = &edits->items[i - 1];

		if (edit->is_initial && edit->strength != MASK_STRONG &&
		    edit[1].strength == MASK_STRONG &&
		    are_joined(text, edit, edit + 1)) {
			edit->strength = MASK_STRONG;
			edit->people = edit[1].people;
		}
	}
}

/* Words of one name, side by side, tell together who it is. */
static void join_edits(struct mask *mask, struct str text, bool by_word)
{
	size_t first = 0;

	LIST_CLEAR(&mask->joined);
	for (size_t i = 0; i < mask->edits.count; i++) {
		struct mask_edit *edit = &mask->edits.items[i], *last;
		struct mask_people both;

		if (edit->strength != MASK_STRONG)
			continue;
		last = mask->joined.count > 0
		       ? &mask->joined.items[mask->joined.count - 1] : NULL;
		both.count = 0;
		if (last && are_joined(text, last, edit))
			both = mask_people_both(&last->people, &edit->people);
		if (both.count == 0) {
			first = mask->joined.count;
			*LIST_ADD(&mask->joined) = *edit;
			continue;
		}
		if (by_word) {
			*LIST_ADD(&mask->joined) = *edit;
			mask->joined.items[mask->joined.count - 1].is_joined =
				true;
			for (size_t k = first; k < mask->joined.count; k++)
				mask->joined.items[k].people = both;
			continue;
		}
		last->end = edit->end;
		last->people = both;
		last->is_plain = last->is_plain && edit->is_plain;
	}
}

void mask_judge(struct mask *mask, struct str text, bool by_word)
{
	judge_neighbours(mask, text);
	judge_by_initials(mask, text);
	note_named(mask);
	judge_weak(mask);
	judge_initials(mask, text);
	join_edits(mask, text, by_word);
}
