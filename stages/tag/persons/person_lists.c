#include "persons_internal.h"

#include "utf8.h"

/* Names as lists have them: the surname first with a comma, and several given
 * names with one surname. */

enum {
	SHARED_MAX = 6,       /* given names before one surname */
	TITLE_NEAR = 16       /* words of what a cited author wrote */
};

static bool begins_item(const struct scan *scan, size_t token)
{
	size_t before = token - 1;

	if (scan->marks.items[token].flags & MARK_START ||
	    scan_kind(scan, before) == KIND_NUMBER ||
	    scan_is_form(scan, before, ";") || scan_is_form(scan, before, ":"))
		return true;
	return before > 0 && scan_is_form(scan, before, ".") &&
	       scan_kind(scan, before - 1) == KIND_NUMBER;
}

/* The initial at a token, its full stop a token of its own or not. */
static bool initial_at(struct persons *p, const struct scan *scan,
		       size_t token, size_t limit, struct name_part *part)
{
	if (token >= limit || !person_names_part(p->names, scan, token, part)) {
		if (token + 1 >= limit || !scan_is_form(scan, token + 1, ".") ||
		    utf8_chars(scan_form(scan, token)) != 1 ||
		    !(scan_shape(scan, token) & SHAPE_CAPITAL))
			return false;
		*part = (struct name_part){ .first = token, .end = token + 2,
					    .is = PART_INITIAL };
	}
	return part->is & PART_INITIAL;
}

static bool is_footnote(const struct scan *scan, size_t token)
{
	size_t s = scan->marks.items[token].sentence;
	size_t par = scan->doc->sentences.items[s].paragraph;

	return scan->doc->paragraphs.items[par].kind == PARAGRAPH_FOOTNOTE;
}

static bool is_slashes(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, "//") ||
	       (scan_is_form(scan, token, "/") &&
		scan_is_form(scan, token + 1, "/"));
}

bool person_lists_is_author(const struct scan *scan, size_t first, size_t end)
{
	size_t count = scan->doc->tokens.count;
	bool parted, stopped;

	if (!begins_item(scan, first))
		return false;
	parted = end < count && (scan_is_form(scan, end, ".") ||
				 scan_is_form(scan, end, ","));
	stopped = str_has_suffix(scan_form(scan, end - 1), STR("."));
	if (is_footnote(scan, first) && (parted || end >= count || stopped))
		return true;
	end += parted;
	if (!parted && !stopped)
		return false;
	/* behind a number; a line may begin with who speaks */
	if (end < count && scan->marks.items[end].partner > end + 1 &&
	    !scan_is_form(scan, end, "(") && first > 0 &&
	    scan_kind(scan, first - 1) == KIND_NUMBER)
		return true;
	for (size_t t = end; t + 1 < count && t < end + TITLE_NEAR; t++)
		if (is_slashes(scan, t))
			return true;
	return false;
}

/* Whether nothing behind the name in front of a token goes on with it. */
static bool ends_item(const struct scan *scan, size_t token, size_t limit)
{
	return token >= limit ||
	       (scan_kind(scan, token) == KIND_PUNCT &&
		!scan_is_form(scan, token, "-"));
}

/* "Sartayev, I.", "Abylov, K., a driver" */
static bool comma_initial(struct persons *p, struct scan *scan,
			  struct person_parts *parts, size_t limit, size_t *end)
{
	size_t first = parts->surname.first;
	bool begins = begins_item(scan, first), note = is_footnote(scan, first);
	struct name_part next;

	if (!initial_at(p, scan, parts->surname.end + 1, limit,
			&parts->initial))
		return false;
	*end = parts->initial.end;
	while (initial_at(p, scan, *end, limit, &next))
		*end = next.end;
	if (!(parts->surname.is & (PART_SURNAME | PART_ENDING)) &&
	    (!begins ||
	     languages_know(p->languages, scan_lang(scan, first),
			    scan->doc->tokens.items[first].form)))
		return false;
	/* the next one's: "Петров, А. Иванов"; but a title may follow */
	return *end >= limit || scan_kind(scan, *end) == KIND_PUNCT || note ||
	       (begins && !(person_names_part(p->names, scan, *end, &next) &&
			    next.is & (PART_SURNAME | PART_ENDING)));
}

static bool is_stranger(const struct persons *p, const struct scan *scan,
			const struct name_part *part)
{
	size_t token = part->first;

	return !(part->is & (PART_INITIAL | PART_PATRONYMIC)) &&
	       person_run_is_open(p, scan, part) && !p->covered.items[token] &&
	       !(scan->marks.items[token].flags &
		 (MARK_LOWER | MARK_COUNTRY | MARK_PLACE)) &&
	       !(scan_shape(scan, token) & SHAPE_ALL_CAPITAL) &&
	       !languages_know(p->languages, scan_lang(scan, token),
			       scan->doc->tokens.items[token].form);
}

/* "Perrera, Nishal – threatened", "9 Bátory, Emesa. "A title"": two words that
 * no table has, where an item begins, before what a list or a citation has
 * behind a name. */
static bool are_strangers(const struct persons *p, const struct scan *scan,
			  const struct name_part *surname,
			  const struct name_part *given, size_t limit)
{
	size_t end = given->end;

	if (!begins_item(scan, surname->first) || end >= limit ||
	    !is_stranger(p, scan, surname) || !is_stranger(p, scan, given))
		return false;
	if (person_lists_is_author(scan, surname->first, end))
		return true;
	return !(scan->marks.items[surname->first].flags & MARK_START) &&
	       (scan_is_form(scan, end, "–") || scan_is_form(scan, end, "—") ||
		(scan_is_form(scan, end, "(") && scan_has_partner(scan, end)));
}

/* "Sartayev, Ilyas.", "Ергазин, Марат, слесарь" */
static bool comma_given(struct persons *p, struct scan *scan,
			struct person_parts *parts, size_t limit, size_t *end)
{
	const struct name_part *surname = &parts->surname;
	struct name_part *given = &parts->given, next;
	bool begins = begins_item(scan, surname->first);
	bool note = begins && is_footnote(scan, surname->first);
	bool known = surname->is & (PART_SURNAME | PART_ENDING);

	if (!person_names_part(p->names, scan, surname->end + 1, given))
		return false;
	if (!(given->is & PART_GIVEN)) {
		*end = given->end;
		return are_strangers(p, scan, surname, given, limit);
	}
	*end = given->end;
	if (*end < limit && person_names_part(p->names, scan, *end, &next) &&
	    next.is & PART_PATRONYMIC) {
		parts->patronymic = next;
		*end = next.end;
	}
	if (note)
		return true;
	if (!(given->is & PART_SPELLED) || surname->is & PART_GIVEN ||
	    given->is & (PART_SURNAME | PART_ENDING) ||
	    !ends_item(scan, *end, limit))
		return false;
	if (!known && (!begins ||
		       scan->marks.items[surname->first].flags & MARK_START ||
		       languages_know(p->languages,
				      scan_lang(scan, surname->first),
				      scan->doc->tokens.items[surname->first]
					      .form)))
		return false;
	/* "Петров, Иван, Сергей": a list of others */
	return *end + 1 >= limit || !scan_is_form(scan, *end, ",") ||
	       !scan_is_name_word(scan, *end + 1);
}

/* "Govorov, Georgy." at the beginning of a footnote, of an item of a list or of
 * a line; surnames that say so by themselves anywhere. */
static bool surname_and_comma(struct persons *p, struct scan *scan,
			      const struct name_part *surname)
{
	size_t limit = scan_sentence_end(scan, surname->first), end;
	size_t first = surname->first;
	struct person_parts parts = { .surname = *surname };

	if (surname->end + 1 >= limit ||
	    !scan_is_form(scan, surname->end, ",") ||
	    (first > scan_sentence_start(scan, first) &&
	     scan_is_name_word(scan, first - 1)))
		return false;
	if (!comma_initial(p, scan, &parts, limit, &end)) {
		parts.initial.end = 0;
		if (!comma_given(p, scan, &parts, limit, &end))
			return false;
	}
	persons_add(p, scan, first, end, &parts);
	return true;
}

/* "7. Нагизаде Т. Кому это нужно // Turan": in a list of what is cited the
 * initials are those of the surname before them. */
static bool author_and_initial(struct persons *p, struct scan *scan,
			       const struct name_part *surname)
{
	size_t limit = scan_sentence_end(scan, surname->first), end;
	struct person_parts parts = { .surname = *surname };
	struct name_part next;

	if (!begins_item(scan, surname->first) ||
	    !initial_at(p, scan, surname->end, limit, &parts.initial))
		return false;
	end = parts.initial.end;
	while (initial_at(p, scan, end, limit, &next))
		end = next.end;
	if (!person_lists_is_author(scan, surname->first, end))
		return false;
	persons_add(p, scan, surname->first, end, &parts);
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
	       !(part->is & PART_PATRONYMIC) &&
	       !(part->is & PART_ENDING && part->genders &&
		 !(part->is & PART_SPELLED) &&
		 !person_names_given_cases(p->names, scan, part)) &&
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
	       surname->is & PART_PLURAL || !surname->genders ||
	       surname->genders == (1u << GENDER_M | 1u << GENDER_F);
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

/* "G. and T. Rakhov" */
static bool initial_and_initial(struct persons *p, struct scan *scan,
				const struct name_part *initial)
{
	size_t limit = scan_sentence_end(scan, initial->first);
	struct person_parts one = { .initial = *initial }, two = one;
	bool joined;

	if (initial->end + 2 >= limit ||
	    !is_joint(scan, initial->end, &joined) || !joined ||
	    !initial_at(p, scan, initial->end + 1, limit, &two.initial) ||
	    two.initial.end >= limit ||
	    !person_names_part(p->names, scan, two.initial.end,
			       &two.surname) ||
	    two.surname.is & PART_INITIAL ||
	    !person_run_is_open(p, scan, &two.surname) ||
	    !may_be_shared(p, scan, &two.surname))
		return false;
	if (two.surname.is & PART_PLURAL)
		person_names_singular(p->names, scan, &two.surname,
				      GENDER_UNKNOWN);
	one.surname = two.surname;
	persons_add(p, scan, initial->first, initial->end, &one);
	persons_add(p, scan, two.initial.first, two.surname.end, &two);
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

	if (!person_names_part(p->names, scan, token, &part))
		return false;
	if (part.is & PART_INITIAL)
		return initial_and_initial(p, scan, &part);
	if (part.is & PART_GIVEN && given_and_given(p, scan, token))
		return true;
	if (!person_run_is_open(p, scan, &part))
		return false;
	return surname_and_comma(p, scan, &part) ||
	       author_and_initial(p, scan, &part) ||
	       surname_of_several(p, scan, &part);
}
