#include "persons_internal.h"

#include "utf8.h"

#include <string.h>

enum {
	CAPITALS_LEAST = 3,   /* letters of a name in capitals */
	UNKNOWN_CAPITALS = 5  /* the same before a given name, of no table */
};

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

/* "Ли Вера": a surname that is a function word, before a given name. */
static bool is_before_given(const struct persons *p, const struct scan *scan,
			    const struct name_part *part)
{
	unsigned is = PART_SURNAME | PART_SPELLED;
	struct name_part next;

	return (part->is & is) == is &&
	       part->end < scan_sentence_end(scan, part->first) &&
	       person_names_part(p->names, scan, part->end, &next) &&
	       (next.is & PART_GIVEN) && (next.is & PART_SPELLED);
}

/* A word that other finders, heads, cues and the language leave alone. A surname
 * by its ending may look like a form of another language's head. */
static bool is_unclaimed(const struct persons *p, const struct scan *scan,
			 const struct name_part *part)
{
	size_t token = part->first;
	const struct token_mark *mark = &scan->marks.items[token];

	return !p->covered.items[token] && !scan_is_stopword(scan, token) &&
	       ((!mark->head_starts && !mark->head_ends &&
		 !mark->cue_starts && !mark->cue_ends) ||
		(part->is & PART_ENDING && part->genders &&
		 !languages_know(p->languages, scan_lang(scan, token),
				 scan->doc->tokens.items[token].form)));
}

bool person_run_has_vowel(const struct persons *p, struct str text)
{
	struct strbuf latin = STRBUF_INIT;
	bool has;

	romanisation_slug(p->romanisation, &latin, text);
	has = strpbrk(latin.data, "aeiouy") != NULL;
	strbuf_release(&latin);
	return has;
}

/* A word in capitals that may be a name and no acronym: beside others that say
 * so, see fit_capitals. */
static bool may_be_in_capitals(const struct persons *p, const struct scan *scan,
			       const struct name_part *part)
{
	struct str form = scan_form(scan, part->first);

	return is_unclaimed(p, scan, part) &&
	       !p->marks.items[part->first].starts &&
	       !(scan->marks.items[part->first].flags & MARK_COUNTRY) &&
	       (utf8_chars(form) >= CAPITALS_LEAST ||
		((part->is & PART_SURNAME) && (part->is & PART_SPELLED))) &&
	       person_run_has_vowel(p, form);
}

/* "Позже Анна", "Әріптестері Нұрлан": a word of the language that no table has
 * as a name begins the sentence, before a given name. */
static bool is_word_at_start(const struct persons *p, const struct scan *scan,
			     const struct name_part *part)
{
	size_t token = part->first;
	struct name_part next;

	return scan->marks.items[token].flags & MARK_START &&
	       !(part->is & (PART_SPELLED | PART_ENDING | PART_PATRONYMIC)) &&
	       !(part->is & PART_GIVEN &&
		 person_names_given_cases(p->names, scan, part)) &&
	       part->end < scan_sentence_end(scan, token) &&
	       person_names_part(p->names, scan, part->end, &next) &&
	       (next.is & PART_GIVEN) &&
	       languages_know(p->languages, scan_lang(scan, token),
			      scan->doc->tokens.items[token].form);
}

static bool is_known(const struct persons *p, const struct scan *scan,
		     const struct name_part *part)
{
	return languages_know(p->languages, scan_lang(scan, part->first),
			      scan->doc->tokens.items[part->first].form);
}

bool person_run_may_begin(const struct persons *p, const struct scan *scan,
			  const struct name_part *part)
{
	return scan->marks.items[part->first].flags & MARK_START &&
	       is_known(p, scan, part);
}

/* Whether a given name that the tables spell so stands before a part. */
static bool is_behind_given(const struct persons *p, const struct scan *scan,
			    const struct name_part *part)
{
	struct name_part given;

	return part->first > scan_sentence_start(scan, part->first) &&
	       person_names_part(p->names, scan, part->first - 1, &given) &&
	       given.is & PART_GIVEN && given.is & PART_SPELLED &&
	       !p->covered.items[part->first];
}

/* A capital alone does not make a word part of a name: it may begin the
 * sentence, or be a role, a head, a country's word, or part of another name. */
bool person_run_is_open(const struct persons *p, const struct scan *scan,
			const struct name_part *part)
{
	const struct token_mark *mark = &scan->marks.items[part->first];
	const struct role_mark *role = &p->marks.items[part->first];
	bool known = part->is & (PART_GIVEN | PART_SURNAME | PART_PATRONYMIC);

	if (p->honoured.items[part->first] ||
	    (p->titled.items[part->first] &&
	     !(part->is & PART_GIVEN && part->is & PART_SPELLED)))
		return false;
	if (part->is & PART_INITIAL)
		return true;
	if (scan_shape(scan, part->first) & SHAPE_ALL_CAPITAL)
		return may_be_in_capitals(p, scan, part);
	if (mark->flags & MARK_START &&
	    ((scan_is_stopword(scan, part->first) &&
	      !is_before_given(p, scan, part)) ||
	     (mark->flags & MARK_LOWER && !known)))
		return false;
	/* "Далее Петров": no form of a name */
	if (part->is & PART_GIVEN && !(part->is & PART_SPELLED) &&
	    !person_names_given_cases(p->names, scan, part) &&
	    person_run_may_begin(p, scan, part))
		return false;
	/* "Дедов" may be of several grandfathers, but is rather a surname */
	if (role->starts && (!known || mark->flags & MARK_START) &&
	    (role->exact || mark->flags & MARK_START ||
	     !(part->is & PART_ENDING)))
		return false;
	if (is_word_at_start(p, scan, part))
		return false;
	/* "Алматыда" is rather in Almaty than with one Almat */
	if (known && !(part->is & PART_SPELLED) &&
	    (scan_find(scan, part->first, MENTION_PLACE) ||
	     (mark->flags & MARK_PLACE && !(part->is & PART_ENDING))))
		return false;
	if (known)
		return true;
	if (is_behind_role(p, scan, part->first))
		return !p->covered.items[part->first];
	/* "Узбекова" has a people's name in it, and is none; nor is "Mary
	 * Kenyango" from there */
	return is_unclaimed(p, scan, part) &&
	       (!(mark->flags & MARK_COUNTRY) ||
		(is_behind_given(p, scan, part) && !is_known(p, scan, part)) ||
		((part->is & PART_ENDING) && part->genders &&
		 !person_names_is_adjective(p->names, scan, part->first)));
}

static bool is_capitals(const struct scan *scan, const struct name_part *part)
{
	return !(part->is & PART_INITIAL) &&
	       (scan_shape(scan, part->first) & SHAPE_ALL_CAPITAL);
}

/* A sentence whose words are all in capitals; it is asked of each of them. */
static bool is_heading(struct persons *p, const struct scan *scan, size_t token)
{
	size_t sentence = scan->marks.items[token].sentence + 1u;
	size_t end = scan_sentence_end(scan, token);

	if (p->looked_at.serial == scan->serial &&
	    p->looked_at.sentence == sentence)
		return p->looked_at.is_heading;
	p->looked_at.serial = scan->serial;
	p->looked_at.sentence = sentence;
	p->looked_at.is_heading = true;
	for (size_t t = scan_sentence_start(scan, token);
	     t < end && p->looked_at.is_heading; t++)
		p->looked_at.is_heading =
			scan_kind(scan, t) != KIND_WORD ||
			scan_shape(scan, t) & SHAPE_ALL_CAPITAL ||
			utf8_chars(scan_form(scan, t)) <= 1;
	return p->looked_at.is_heading;
}

/* Whether a part is a surname by itself; for one in capitals before the given
 * name also a long word that the language does not know. */
static bool is_surname(const struct persons *p, const struct scan *scan,
		       const struct name_part *part, bool before)
{
	size_t token = part->first;

	if (part->is & PART_ENDING ||
	    (part->is & PART_SURNAME && part->is & PART_SPELLED))
		return true;
	return !before ||
	       (utf8_chars(scan_form(scan, token)) >= UNKNOWN_CAPITALS &&
		!languages_know(p->languages, scan_lang(scan, token),
				scan->doc->tokens.items[token].form));
}

static bool is_given(const struct persons *p, const struct scan *scan,
		     const struct name_part *part)
{
	return part->is & PART_GIVEN &&
	       (part->is & PART_SPELLED ||
		person_names_given_cases(p->names, scan, part));
}

/* Capitals are a name's where a known given name stands in it, or a title or
 * role before it. `at` is the first part in capitals. */
static bool fit_capitals(struct persons *p, const struct scan *scan,
			 const struct name_run *run, size_t at)
{
	const struct name_part *part = &run->parts[at];
	size_t first = run->parts[0].first, given = 0;
	bool sure = part->is & (PART_SURNAME | PART_ENDING | PART_PATRONYMIC);
	bool behind = first > scan_sentence_start(scan, first);

	while (given < run->count && !is_given(p, scan, &run->parts[given]))
		given++;
	if (scan_is_quoted(scan, first, run->parts[run->count - 1].end))
		return false;
	if (is_heading(p, scan, first))
		return given < run->count && run->count > 1 &&
		       (given != at || person_run_has(run, at + 1,
				PART_SURNAME | PART_ENDING | PART_PATRONYMIC) ||
			sure);
	if (given < run->count && run->count > 1)
		return at > 0 || given == 0 ||
		       is_surname(p, scan, part, true);
	if (run->parts[0].is & PART_INITIAL)
		return sure;
	if (run->count > 1 || !behind)
		return false;
	return p->titled.items[first - 1] ||
	       (sure && surroundings_behind_role(p, scan, first));
}

/* "портала Lada-press Сергея Коваленко" */
static bool is_other_script(const struct scan *scan,
			    const struct name_part *one,
			    const struct name_part *other)
{
	unsigned both = scan_shape(scan, one->first) |
			scan_shape(scan, other->first);

	return (both & SHAPE_LATIN) && (both & SHAPE_CYRILLIC);
}

/* "глава Химок Владимир …": a place that few speak of, before a given name. */
static bool is_place_before(struct persons *p, const struct scan *scan,
			    const struct name_part *part)
{
	const struct candidate *place = scan_find(scan, part->first,
						  MENTION_PLACE);
	struct name_part next;

	return place && place->rank == RANK_MINOR && !(part->is & PART_GIVEN) &&
	       part->end < scan_sentence_end(scan, part->first) &&
	       person_names_part(p->names, scan, part->end, &next) &&
	       next.is & PART_GIVEN;
}

/* "X Y Жамбыл облысының …": a longer name of something else begins. */
static bool begins_other(const struct scan *scan, size_t token)
{
	static const enum mention_type types[] = { MENTION_BODY, MENTION_ORG,
						   MENTION_PLACE };

	for (size_t i = 0; i < COUNT_OF(types); i++) {
		const struct candidate *c = scan_find(scan, token, types[i]);

		if (c && c->end > token + 1)
			return true;
	}
	return false;
}

void person_run_read(struct persons *p, const struct scan *scan, size_t token,
		     struct name_run *run)
{
	size_t limit = scan_sentence_end(scan, token), capitals = PARTS_MAX;

	run->count = 0;
	while (run->count < PARTS_MAX && token < limit) {
		struct name_part *part = &run->parts[run->count];

		if (!person_names_part(p->names, scan, token, part) ||
		    !person_run_is_open(p, scan, part) ||
		    (run->count == 0 && is_place_before(p, scan, part)) ||
		    (run->count > 0 && is_other_script(scan, part - 1, part)) ||
		    (run->count > 1 && begins_other(scan, token)))
			break;
		if (capitals == PARTS_MAX && is_capitals(scan, part))
			capitals = run->count;
		token = part->end;
		run->count++;
		/* of a name the last word alone takes Kazakh endings */
		if ((run->count > 1 || part->is & PART_ENDING ||
		     scan->marks.items[part->first].flags & MARK_START) &&
		    person_names_is_suffixed(p->names, scan, part))
			break;
	}
	if (capitals < run->count && !fit_capitals(p, scan, run, capitals))
		run->count = capitals;
}

void person_run_surname(struct persons *p, const struct scan *scan,
			struct person_parts *parts)
{
	size_t end = parts->patronymic.end;
	struct name_part part;

	if (end < scan_sentence_end(scan, end - 1) &&
	    !(scan_shape(scan, end - 1) & SHAPE_CAPITAL) &&
	    person_names_part(p->names, scan, end, &part) &&
	    part.is & (PART_SURNAME | PART_ENDING) &&
	    !(part.is & (PART_GIVEN | PART_INITIAL)) &&
	    person_run_is_open(p, scan, &part))
		parts->surname = part;
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

bool persons_know_pair(struct persons *p, struct scan *scan,
		       const struct name_part *given,
		       const struct name_part *surname)
{
	const uint32_t *known = pair_of(p, scan, given, surname);

	return known && *known == scan->serial;
}

/* Of a given name that men and women have in some case the surname tells whose
 * it is, or the role, whose case is no nominative. */
static void settle_gender(struct persons *p, const struct scan *scan,
			  struct found_person *found)
{
	unsigned genders = found->surname.genders;

	if (!found->by_father && genders == 1u << GENDER_F)
		person_names_as(p->names, scan, &found->given, GENDER_F);
	else if ((!found->by_father && genders == 1u << GENDER_M) ||
		 !(found->in & CASE_N))
		person_names_as(p->names, scan, &found->given, GENDER_M);
}

struct found_person *persons_add(struct persons *p, struct scan *scan,
				 size_t first, size_t end,
				 const struct person_parts *parts)
{
	struct found_person *found = LIST_ADD(&p->found);
	struct candidate *c;
	uint32_t *known;

	*found = (struct found_person){
		.first = first, .end = end, .given = parts->given,
		.surname = parts->surname, .initial = parts->initial,
		.patronymic = parts->patronymic, .middle = parts->middle,
		.told = surroundings_gender(p, scan, first, end),
		.in = surroundings_cases(p, scan, first)
	};
	/* "журналистов А. Омарбекова и В. Хегая" */
	if (found->in == CASES_ALL && p->found.count > 2 &&
	    surroundings_behind_person(p, scan, first))
		found->in = p->found.items[p->found.count - 2].in;
	/* "вице-премьера Айсулу Исламову" */
	if (!(found->in & CASE_N) && found->surname.is & PART_ENDING)
		found->surname.genders = person_names_genders_in(
			p->names, scan, &found->surname, found->in);
	if (found->surname.end == 0 && found->patronymic.end > 0) {
		found->surname = found->patronymic;
		found->by_father = true;
	}
	if (found->given.is & PART_GIVEN)
		settle_gender(p, scan, found);
	if (found->given.end && found->surname.end &&
	    (known = pair_of(p, scan, &found->given, &found->surname)))
		*known = scan->serial;
	c = scan_add(scan, first, end, MENTION_PERSON, RANK_PERSON,
		     RULE_SINGLE);
	c->person = (uint32_t)(p->found.count - 1);
	return found;
}
