#include "persons_internal.h"

#include <stdlib.h>

enum {
	PARTS_MAX = 5
};

struct name_run {                  /* parts that stand side by side */
	struct name_part parts[PARTS_MAX];
	size_t count;
};

int persons_open(struct persons **out, const struct knowledge *knowledge,
		 const struct romanisation *romanisation, struct err *err)
{
	struct persons *p = memory_get(sizeof *p);
	int rc;

	*p = (struct persons){ .languages = knowledge->languages,
			       .words = knowledge->words,
			       .romanisation = romanisation };
	rc = person_names_open(&p->names, knowledge, romanisation, err);
	if (rc == 0)
		rc = roles_open(&p->roles, knowledge, err);
	if (rc < 0) {
		persons_close(p);
		p = NULL;
	}
	*out = p;
	return rc;
}

void persons_close(struct persons *p)
{
	if (!p)
		return;
	person_names_close(p->names);
	roles_close(p->roles);
	LIST_RELEASE(&p->marks);
	LIST_RELEASE(&p->covered);
	LIST_RELEASE(&p->found);
	LIST_RELEASE(&p->people);
	LIST_RELEASE(&p->only);
	word_cache_release(&p->by_key);
	word_cache_release(&p->pairs);
	free(p);
}

/* "Editor Will Turner": a function word with a capital is a name there. */
static bool is_behind_role(const struct persons *p, const struct scan *scan,
			   size_t token)
{
	return token > scan_sentence_start(scan, token) &&
	       p->marks.items[token - 1].ends &&
	       scan_is_stopword(scan, token) &&
	       token + 1 < scan_sentence_end(scan, token) &&
	       scan_is_name_word(scan, token + 1);
}

/* A capital alone does not make a word part of a name: it may begin the
 * sentence, or be a role, a head, a country's word, or part of another name. */
static bool is_open(const struct persons *p, const struct scan *scan,
		    const struct name_part *part)
{
	const struct token_mark *mark = &scan->marks.items[part->first];
	const struct role_mark *role = &p->marks.items[part->first];
	bool known = part->is & (PART_GIVEN | PART_SURNAME | PART_PATRONYMIC);

	if (part->is & PART_INITIAL)
		return true;
	if (scan_shape(scan, part->first) & SHAPE_ALL_CAPITAL)
		return false;
	if (mark->flags & MARK_START &&
	    (scan_is_stopword(scan, part->first) ||
	     (mark->flags & MARK_LOWER && !known)))
		return false;
	/* "Дедов" may be of several grandfathers, but is rather a surname */
	if (role->starts && !known &&
	    (role->exact || mark->flags & MARK_START ||
	     !(part->is & PART_ENDING)))
		return false;
	/* "Алматыда" is rather in Almaty than with one Almat */
	if (known && !(part->is & PART_SPELLED) &&
	    scan_find(scan, part->first, MENTION_PLACE))
		return false;
	if (known)
		return true;
	if (is_behind_role(p, scan, part->first))
		return !p->covered.items[part->first];
	return !p->covered.items[part->first] &&
	       !(mark->flags & MARK_COUNTRY) && !mark->head_starts &&
	       !mark->head_ends && !mark->cue_starts && !mark->cue_ends &&
	       !scan_is_stopword(scan, part->first);
}

static void read_run(struct persons *p, const struct scan *scan, size_t token,
		     struct name_run *run)
{
	size_t limit = scan_sentence_end(scan, token);

	run->count = 0;
	while (run->count < PARTS_MAX && token < limit) {
		struct name_part *part = &run->parts[run->count];

		if (!person_names_part(p->names, scan, token, part) ||
		    !is_open(p, scan, part))
			break;
		token = part->end;
		run->count++;
	}
}

/* The serial of the last document in which a given name and a surname were found
 * together; NULL for words without keys. */
static uint32_t *pair_of(struct persons *p, struct scan *scan,
			 const struct name_part *given,
			 const struct name_part *surname)
{
	if (!given->key || !surname->key)
		return NULL;
	return word_cache_at(&p->pairs, p->words,
			     people_full_key(p, scan, given->key,
					     surname->key));
}

static bool is_known_pair(struct persons *p, struct scan *scan,
			  const struct name_part *given,
			  const struct name_part *surname)
{
	const uint32_t *known = pair_of(p, scan, given, surname);

	return known && *known == scan->serial;
}

static void add_person(struct persons *p, struct scan *scan, size_t end,
		       const struct name_part *given,
		       const struct name_part *surname,
		       const struct name_part *initial, size_t first)
{
	struct found_person *found = LIST_ADD(&p->found);
	struct candidate *c;
	uint32_t *known;

	*found = (struct found_person){ .first = first, .end = end };
	if (given)
		found->given = *given;
	if (surname)
		found->surname = *surname;
	if (initial)
		found->initial = *initial;
	if (given && surname && (known = pair_of(p, scan, given, surname)))
		*known = scan->serial;
	c = scan_add(scan, first, end, MENTION_PERSON, RANK_PERSON);
	c->person = (uint32_t)(p->found.count - 1);
}

static bool is(const struct name_run *run, size_t i, unsigned bits)
{
	return i < run->count && (run->parts[i].is & bits);
}

static bool is_word(const struct name_run *run, size_t i)
{
	return i < run->count && !(run->parts[i].is & PART_INITIAL);
}

/* Behind a name: a patronymic, in one word or two. */
static size_t with_patronymic(struct persons *p, const struct scan *scan,
			      const struct name_run *run, size_t i, size_t end)
{
	size_t limit = scan_sentence_end(scan, run->parts[0].first);

	if (is(run, i, PART_PATRONYMIC))
		return run->parts[i].end;
	if (end < limit && person_names_is_apart(p->names, scan, end))
		return end + 1;
	if (is_word(run, i) && run->parts[i].end < limit &&
	    person_names_is_apart(p->names, scan, run->parts[i].end))
		return run->parts[i].end + 1;
	return end;
}

static bool is_cyrillic(const struct scan *scan, const struct name_part *part)
{
	return scan_shape(scan, part->first) & SHAPE_CYRILLIC;
}

/* "Gulnar Bazhkenova", "Сергей Петрович Иванов", "John F. Kennedy" */
static bool given_first(struct persons *p, struct scan *scan,
			const struct name_run *run)
{
	const struct name_part *given = &run->parts[0], *surname;
	size_t next = 1, end;
	bool sure;

	/* of two names the last alone takes the suffixes of an agglutinating
	 * language: "Ертесіне Алимова" is no Ертай */
	if (!(given->is & (PART_GIVEN | PART_GIVEN_KEY)) ||
	    given->is & PART_INFLECTED)
		return false;
	if (is(run, next, PART_PATRONYMIC | PART_INITIAL))
		next++;
	if (!is_word(run, next)) {
		if (!is(run, 1, PART_PATRONYMIC))
			return false;
		add_person(p, scan, run->parts[1].end, given, NULL, NULL,
			   given->first);
		return true;
	}
	surname = &run->parts[next];
	sure = surname->is & (PART_SURNAME | PART_ENDING);
	if (!sure && (!(given->is & PART_GIVEN) ||
		      (scan->marks.items[given->first].flags & MARK_LOWER)))
		return false;
	/* "Реджеп Тайип Эрдоган": a second given name before the surname */
	if (!sure && is_word(run, next + 1) &&
	    !(is(run, next + 1, PART_GIVEN) && is_word(run, next + 2)) &&
	    (is(run, next + 1, PART_SURNAME | PART_ENDING) ||
	     is_cyrillic(scan, &run->parts[next + 1])))
		surname = &run->parts[++next];
	end = with_patronymic(p, scan, run, next + 1, surname->end);
	add_person(p, scan, end, given, surname, NULL, given->first);
	return true;
}

/* "Иванов Сергей Петрович", "Тоқаев Қасым-Жомарт" */
static bool surname_first(struct persons *p, struct scan *scan,
			  const struct name_run *run)
{
	const struct name_part *surname = &run->parts[0];

	if (!(surname->is & (PART_SURNAME | PART_ENDING)) ||
	    !is(run, 1, PART_GIVEN) || surname->is & PART_GIVEN ||
	    is(run, 1, PART_ENDING) ||
	    (is_word(run, 2) && !is(run, 2, PART_PATRONYMIC)) ||
	    (scan_shape(scan, surname->first) & SHAPE_LATIN))
		return false;
	add_person(p, scan,
		   with_patronymic(p, scan, run, 2, run->parts[1].end),
		   &run->parts[1], surname, NULL, surname->first);
	return true;
}

/* "A. B. Ivanov", "Иванов А. Б." */
static bool with_initials(struct persons *p, struct scan *scan,
			  const struct name_run *run)
{
	size_t next = 0;

	while (is(run, next, PART_INITIAL) && next < 2)
		next++;
	if (next > 0 && is_word(run, next)) {
		add_person(p, scan, run->parts[next].end, NULL,
			   &run->parts[next], &run->parts[0],
			   run->parts[0].first);
		return true;
	}
	if (next > 0 || !is(run, 1, PART_INITIAL))
		return false;
	next = is(run, 2, PART_INITIAL) ? 2 : 1;
	if (next == 1 && !is(run, 0, PART_SURNAME | PART_ENDING))
		return false;
	add_person(p, scan, run->parts[next].end, NULL, &run->parts[0],
		   &run->parts[1], run->parts[0].first);
	return true;
}

/* A capital that begins a sentence says nothing of a word that the language
 * knows. */
static bool may_begin(const struct persons *p, const struct scan *scan,
		      size_t token)
{
	return scan->marks.items[token].flags & MARK_START &&
	       languages_know(p->languages, scan_lang(scan, token),
			      scan->doc->tokens.items[token].form);
}

/* In Cyrillic only names of persons have two or three capitals in a row as a
 * rule; titles in quotation marks and adjectives are the exception. */
static bool is_cyrillic_name(const struct persons *p, const struct scan *scan,
			     const struct name_run *run)
{
	const struct name_part *last = &run->parts[run->count - 1];
	size_t first = run->parts[0].first;

	for (size_t i = 0; i < run->count; i++)
		if (!is_word(run, i) || !is_cyrillic(scan, &run->parts[i]) ||
		    scan->marks.items[run->parts[i].first].flags & MARK_LOWER)
			return false;
	return run->count <= 3 &&
	       !may_begin(p, scan, first) &&
	       !person_names_is_adjective(p->names, scan, first) &&
	       !(first > 0 && scan_has_partner(scan, first - 1) &&
		 scan->marks.items[first - 1].partner == last->end);
}

/* A role that words or punctuation part from what may be a name: "the editor,
 * Rosa Lind, left", "Rosa Lind (editor)", "Rosa Lind edits a weekly". Words that the document
 * writes in small letters too are rather a title's or a law's. */
static bool is_told(const struct persons *p, const struct scan *scan,
			  const struct name_run *run)
{
	size_t first = run->parts[0].first, end = run->parts[1].end;

	for (int i = 0; i < 2; i++)
		if (scan->marks.items[run->parts[i].first].flags & MARK_LOWER)
			return false;
	return surroundings_is_apposition(p, scan, first, end) ||
	       role_is_behind(&p->marks, scan, end) ||
	       role_by_deed(&p->marks, scan, first, end, false) ||
	       role_is_announced(&p->marks, scan, first);
}

/* "адвокат Кумтасова Гульмира Тасбастауова": two persons */
static bool is_two(const struct name_run *run)
{
	return is(run, 0, PART_SURNAME | PART_ENDING) &&
	       is(run, 1, PART_GIVEN) &&
	       is(run, 2, PART_SURNAME | PART_ENDING);
}

/* Words that no table has: beside a role, in a list of persons, or with a
 * surname's ending. */
static bool by_surroundings(struct persons *p, struct scan *scan,
			    const struct name_run *run)
{
	const struct name_part *first = &run->parts[0];
	bool ended = is(run, 1, PART_SURNAME | PART_ENDING);

	if (run->count < 2 || !is_word(run, 0) || !is_word(run, 1))
		return false;
	if (is_two(run))
		return false;
	if (is(run, 1, PART_PATRONYMIC)) {
		size_t last = is_word(run, 2) ? 2 : 1;

		add_person(p, scan, run->parts[last].end, first,
			   last == 2 ? &run->parts[2] : NULL, NULL,
			   first->first);
		return true;
	}
	if (is(run, 1, PART_GIVEN) && !ended &&
	    !is(run, 0, PART_SURNAME | PART_ENDING))
		return false;
	if (is(run, 2, PART_PATRONYMIC)) {
		add_person(p, scan, run->parts[2].end, &run->parts[1], first,
			   NULL, first->first);
		return true;
	}
	if (is_cyrillic_name(p, scan, run)) {
		const struct name_part *last = &run->parts[run->count - 1];

		add_person(p, scan, last->end, first, last, NULL, first->first);
		return true;
	}
	if (!surroundings_behind_role(p, scan, first->first) &&
	    !is_told(p, scan, run) &&
	    !surroundings_behind_person(p, scan, first->first) &&
	    !is_known_pair(p, scan, first, &run->parts[1]) &&
	    !(ended && !(scan->marks.items[first->first].flags & MARK_START)))
		return false;
	if (person_names_is_adjective(p->names, scan, first->first))
		return false;
	add_person(p, scan, run->parts[1].end, first, &run->parts[1], NULL,
		   first->first);
	return true;
}

/* "Govorov, Georgy." at the beginning of a footnote */
static bool as_author(struct persons *p, struct scan *scan,
		      const struct name_run *run)
{
	const struct name_part *surname = &run->parts[0];
	struct name_part given;
	size_t comma = surname->end, limit = scan_sentence_end(scan, comma - 1);
	size_t s = scan->marks.items[surname->first].sentence;
	size_t par = scan->doc->sentences.items[s].paragraph;

	if (run->count != 1 || comma + 1 >= limit ||
	    scan->doc->paragraphs.items[par].kind != PARAGRAPH_FOOTNOTE ||
	    !(scan->marks.items[surname->first].flags & MARK_START ||
	      scan_kind(scan, surname->first - 1) == KIND_NUMBER) ||
	    !scan_is_form(scan, comma, ",") ||
	    !person_names_part(p->names, scan, comma + 1, &given) ||
	    !(given.is & PART_GIVEN))
		return false;
	add_person(p, scan, given.end, &given, surname, NULL, surname->first);
	p->found.items[p->found.count - 1].is_author = true;
	return true;
}

/* "President Tokayev", and a surname of the table that says so by itself. */
static bool by_surname(struct persons *p, struct scan *scan,
		       const struct name_run *run)
{
	const struct name_part *surname = &run->parts[0];
	const struct token_mark *mark = &scan->marks.items[surname->first];
	bool known = surname->is & PART_SURNAME;

	if ((run->count != 1 && !is_two(run)) ||
	    !(surname->is & (PART_SURNAME | PART_ENDING)) ||
	    p->covered.items[surname->first] || (mark->flags & MARK_LOWER))
		return false;
	if (!known &&
	    person_names_is_adjective(p->names, scan, surname->first) &&
	    surname->end < scan_sentence_end(scan, surname->first) &&
	    scan_kind(scan, surname->end) == KIND_WORD)
		return false;
	if (!surroundings_behind_role(p, scan, surname->first) &&
	    !(known && (surname->is & PART_ENDING) &&
	      !scan_is_quoted(scan, surname->first, surname->end)))
		return false;
	add_person(p, scan, surname->end, NULL, surname, NULL, surname->first);
	return true;
}

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

/* "Reporter April Johnson", "Aktan May, a photographer", "Талас Асанов": one of
 * two words has another meaning too. */
static bool with_other_word(struct persons *p, struct scan *scan, size_t token)
{
	struct name_part given, surname;
	size_t limit = scan_sentence_end(scan, token);
	bool given_other, ended;
	unsigned flags;

	if (token + 1 >= limit ||
	    !person_names_part(p->names, scan, token, &given) ||
	    given.is & PART_INITIAL || given.end >= limit ||
	    !person_names_part(p->names, scan, given.end, &surname) ||
	    surname.is & (PART_INITIAL | PART_PATRONYMIC) ||
	    (scan_shape(scan, given.first) | scan_shape(scan, surname.first)) &
		    SHAPE_ALL_CAPITAL)
		return false;
	given_other = is_other_word(scan, &given);
	/* "министр здравоохранения Перу Зулема Томас": a place's name, and
	 * the person's behind it */
	if (given_other && surname.end < limit &&
	    scan_find(scan, given.first, MENTION_PLACE) &&
	    scan_is_name_word(scan, surname.end))
		return false;
	if (given_other ? !is_open(p, scan, &surname) :
			  !is_open(p, scan, &given) ||
				  !is_other_word(scan, &surname))
		return false;
	flags = scan->marks.items[given.first].flags;
	ended = given_other && surname.is & (PART_SURNAME | PART_ENDING) &&
		surname.gender && flags & MARK_START && flags & MARK_PLACE_BASE;
	if (!ended && !surroundings_tell(p, scan, given.first, surname.end) &&
	    !is_known_pair(p, scan, &given, &surname))
		return false;
	add_person(p, scan, surname.end, &given, &surname, NULL, given.first);
	return true;
}

static void cover(struct persons *p, const struct scan *scan)
{
	LIST_CLEAR(&p->covered);
	for (size_t t = 0; t < scan->doc->tokens.count; t++)
		LIST_ADD(&p->covered);
	for (size_t i = 0; i < scan->candidates.count; i++) {
		const struct candidate *c = &scan->candidates.items[i];

		for (size_t t = c->first; t < c->end; t++)
			p->covered.items[t] = 1;
	}
}

const struct role_marks *persons_mark(struct persons *p, struct scan *scan)
{
	roles_mark(p->roles, scan, &p->marks);
	return &p->marks;
}

void persons_find(struct persons *p, struct scan *scan)
{
	size_t t = 0;

	cover(p, scan);
	LIST_CLEAR(&p->found);
	LIST_ADD(&p->found);
	while (t < scan->doc->tokens.count) {
		struct name_run run;

		read_run(p, scan, t, &run);
		if (run.count > 0 &&
		    (with_initials(p, scan, &run) ||
		     as_author(p, scan, &run) || given_first(p, scan, &run) ||
		     surname_first(p, scan, &run) ||
		     by_surroundings(p, scan, &run) ||
		     by_surname(p, scan, &run)))
			t = p->found.items[p->found.count - 1].end;
		else if (with_other_word(p, scan, t))
			t = p->found.items[p->found.count - 1].end;
		else
			t++;
	}
}
