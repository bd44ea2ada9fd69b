/* What the finders of names by their shape share: shapes.c those of bodies,
 * organisations, shape_places.c of places, press.c of outlets. Others use shapes.h. */
#ifndef ESEP_SHAPES_INTERNAL_H
#define ESEP_SHAPES_INTERNAL_H

#include "shapes.h"

struct finder {
	struct scan *scan;
	const struct chains *chains;
	const struct persons *persons;
	const struct role_marks *roles;
	const struct romanisation *romanisation;
};

/* Propose a name; `by`: the token that tells its type, for --explain. */
void shapes_add(const struct finder *f, size_t first, size_t end,
		enum mention_type type, enum rank rank, enum tag_rule rule,
		size_t by);

/* What a shape is taken for first, of the types in the mask; false: none. */
bool shapes_type_of(const struct finder *f, unsigned mask,
		    enum mention_type *type);

/* A capital that is no accident of the sentence's beginning. */
bool shapes_is_name_word(const struct finder *f, size_t token);

/* The end of the capitals that begin at a token, with the links between them
 * that `tail` lets in. */
size_t shapes_capitals_end(const struct finder *f, size_t token, bool tail);

/* Whether what stands at `next`, behind "and", is a name of its own and no more
 * of the one that begins at `first` and goes to `end`: "Citizen TV and KTN
 * News", but "Ministry of Information and Culture". */
bool shapes_begins_own(const struct finder *f, size_t first, size_t end,
		       size_t next, size_t limit);

/* Whether a table has a name that begins there and is no place's. */
bool shapes_is_known(const struct scan *scan, size_t token);

/* The last word of what commas and "and" add to what a body is of: "Ministry of
 * Construction, Transport and Infrastructure". `end` where there is none. */
size_t shapes_series_end(const struct finder *f, size_t first, size_t end,
			 size_t limit);

/* Places that no table has, by the word for their kind at a token: "Зашаған
 * кенті", "Lake Balykty", «в селе Усть-Мая». After scan_sort. */
void places_find(const struct finder *f, size_t token);

/* What a table's name is part of: the candidate's with its place or with the
 * word for what it is. */
void shapes_find_longer(const struct finder *f, size_t number);

/* «…» behind or before a cue, a head or a journalist's role. */
void press_find_quoted(const struct finder *f, size_t open);

/* Capitals without marks beside a cue: "the newspaper Daryn", "Хабар
 * телеарнасы", "his paper, Der Bote,". */
void press_find_cued(const struct finder *f, size_t token);

/* Whether capitals may be a name that nobody knows: no person's, none of a
 * table. */
bool press_is_unknown(const struct finder *f, size_t first, size_t end);

/* Names in one list with outlets: "Citizen TV, Etop and Lake Star". Of a
 * sentence's tokens; after scan_sort with what the others have found. */
void press_find_mates(const struct finder *f, size_t start, size_t limit);

/* What a journalist is told to be of: "correspondent of Steppe Post", and in
 * lists "A. Kopeev, editor, Dala Press"; what a citation is from. */
void press_find_told(const struct finder *f, size_t token);

#endif
