#include "persons_internal.h"

/* Names as lists have them: the surname first with a comma, and several given
 * names with one surname. */

enum { SHARED_MAX = 6 /* given names before one surname */ };

static bool begins_item(const struct scan *scan, size_t token)
{
	return scan->marks.items[token].flags & MARK_START ||
	       scan_kind(scan, token - 1) == KIND_NUMBER ||
	       scan_is_form(scan, token - 1, ";");
}

static bool is_footnote(const struct scan *scan, size_t token)
{
	size_t s = scan->marks.items[token].sentence;
	size_t par = scan->doc->sentences.items[s].paragraph;

	return scan->doc->paragraphs.items[par].kind == PARAGRAPH_FOOTNOTE;
}

/* Whether nothing behind the name in front of a token goes on with it. */
static bool ends_item(const struct scan *scan, size_t token, size_t limit)
{
	return token >= limit ||
	       (scan_kind(scan, token) == KIND_PUNCT &&
		!scan_is_form(scan, token, "-"));
}

/* "Govorov, Georgy.", "Sartayev, I." at the beginning of a footnote, of an item
 * of a list or of a line. */
static bool surname_and_comma(struct persons *p, struct scan *scan,
			      const struct name_part *surname)
{
	size_t first = surname->first, comma = surname->end;
	size_t limit = scan_sentence_end(scan, first), end;
	struct person_parts parts = { .surname = *surname };
	struct name_part given, next;
	bool note = is_footnote(scan, first), known;

	if (!begins_item(scan, first) || comma + 1 >= limit ||
	    !scan_is_form(scan, comma, ",") ||
	    !person_names_part(p->names, scan, comma + 1, &given))
		return false;
	end = given.end;
	known = surname->is & (PART_SURNAME | PART_ENDING);
	if (given.is & PART_INITIAL) {
		while (end < limit &&
		       person_names_part(p->names, scan, end, &next) &&
		       next.is & PART_INITIAL)
			end = next.end;
		parts.initial = given;
		/* the author stands before the title */
		if (!known || (!note && end < limit &&
			       person_names_part(p->names, scan, end, &next) &&
			       next.is & (PART_SURNAME | PART_ENDING)))
			return false;
	} else {
		parts.given = given;
		if (!(given.is & PART_GIVEN) ||
		    (!note && (!known || surname->is & PART_GIVEN ||
			       !(given.is & PART_SPELLED) ||
			       given.is & (PART_SURNAME | PART_ENDING))))
			return false;
		if (end < limit &&
		    person_names_part(p->names, scan, end, &next) &&
		    next.is & PART_PATRONYMIC) {
			parts.patronymic = next;
			end = next.end;
		}
		if (!note && !ends_item(scan, end, limit))
			return false;
	}
	persons_add(p, scan, first, end, &parts)->is_author = note;
	return true;
}

/* Between two given names: a comma or one word that joins. */
static bool is_joint(const struct scan *scan, size_t token, bool *joined)
{
	*joined = scan->marks.items[token].flags & MARK_LINK;
	return *joined || scan_is_form(scan, token, ",");
}

static bool is_given_alone(struct persons *p, const struct scan *scan,
			   size_t token, struct name_part *part)
{
	return person_names_part(p->names, scan, token, part) &&
	       (part->is & PART_GIVEN) && (part->is & PART_SPELLED ||
		!(scan->marks.items[token].flags & MARK_START)) &&
	       !(part->is & (PART_ENDING | PART_PATRONYMIC)) &&
	       !(scan_shape(scan, token) & SHAPE_ALL_CAPITAL) &&
	       !(scan->marks.items[token].flags & MARK_LOWER) &&
	       person_run_is_open(p, scan, part);
}

/* Whether the given name had a surname of its own before. */
static bool has_surname(const struct persons *p, const struct name_part *given,
			const struct name_part *surname)
{
	for (size_t i = 1; i < p->found.count; i++) {
		const struct found_person *found = &p->found.items[i];

		if (found->given.end > 0 && found->surname.end > 0 &&
		    found->given.key == given->key &&
		    found->surname.key != surname->key)
			return true;
	}
	return false;
}

/* A surname that men and women, one and several have in one form, or the plural
 * of one: "Ерлан и Болат Кумтасовы", "Анна и Сергей Ким". English has no other
 * form. */
static bool may_be_shared(const struct persons *p, const struct scan *scan,
			  const struct name_part *surname)
{
	if (surname->is & PART_PATRONYMIC)
		return false;
	if (surname->is & PART_PLURAL && !(surname->is & PART_ENDING))
		return true;
	return (scan_shape(scan, surname->first) & SHAPE_LATIN) ||
	       person_names_is_suffixing(p->names,
					 scan_lang(scan, surname->first)) ||
	       surname->is & PART_PLURAL || !surname->genders;
}

static void add_shared(struct persons *p, struct scan *scan,
		       const struct name_part *given, size_t first, size_t end,
		       const struct name_part *surname)
{
	struct person_parts parts = { .given = *given, .surname = *surname };

	if (surname->is & PART_PLURAL)
		person_names_singular(p->names, scan, &parts.surname,
				      given->gender);
	persons_add(p, scan, first, end, &parts);
}

/* "Erlan, Bolat and Asel Kumtasov": each is a person with that surname. */
static bool given_and_given(struct persons *p, struct scan *scan, size_t token)
{
	struct name_part given[SHARED_MAX], surname;
	size_t limit = scan_sentence_end(scan, token), count = 0, at = token;
	bool joined = false;

	while (count < SHARED_MAX &&
	       at < limit && is_given_alone(p, scan, at, &given[count])) {
		at = given[count++].end;
		if (joined || at >= limit)
			break;
		if (!is_joint(scan, at, &joined))
			return false;
		at++;
	}
	if (!joined || count < 2 || at >= limit ||
	    given[count - 1].end != at ||
	    !person_names_part(p->names, scan, at, &surname) ||
	    surname.is & (PART_INITIAL | PART_PATRONYMIC) ||
	    (surname.is & PART_GIVEN && !(surname.is & PART_SURNAME)) ||
	    !person_run_is_open(p, scan, &surname) ||
	    !may_be_shared(p, scan, &surname))
		return false;
	for (size_t i = 0; i + 1 < count; i++)
		if (has_surname(p, &given[i], &surname))
			return false;
	for (size_t i = 0; i + 1 < count; i++)
		add_shared(p, scan, &given[i], given[i].first, given[i].end,
			   &surname);
	add_shared(p, scan, &given[count - 1], given[count - 1].first,
		   surname.end, &surname);
	return true;
}

/* "Кумтасовы Ерлан и Болат" */
static bool surname_of_several(struct persons *p, struct scan *scan,
			       const struct name_part *surname)
{
	size_t limit = scan_sentence_end(scan, surname->first);
	size_t at = surname->end, first = surname->first;
	struct name_part given, other;
	bool joined;

	if (!(surname->is & PART_PLURAL) || at + 2 >= limit ||
	    !is_given_alone(p, scan, at, &given) || given.end + 1 >= limit ||
	    !is_joint(scan, given.end, &joined) ||
	    !is_given_alone(p, scan, given.end + 1, &other))
		return false;
	do {
		add_shared(p, scan, &given, first, given.end, surname);
		first = given.end + 1;
	} while (given.end + 1 < limit &&
		 is_joint(scan, given.end, &joined) &&
		 is_given_alone(p, scan, given.end + 1, &given));
	return true;
}

bool person_lists_at(struct persons *p, struct scan *scan, size_t token)
{
	struct name_part part;

	if (!person_names_part(p->names, scan, token, &part) ||
	    part.is & PART_INITIAL)
		return false;
	if (part.is & PART_GIVEN && given_and_given(p, scan, token))
		return true;
	if (!person_run_is_open(p, scan, &part))
		return false;
	return surname_and_comma(p, scan, &part) ||
	       surname_of_several(p, scan, &part);
}
