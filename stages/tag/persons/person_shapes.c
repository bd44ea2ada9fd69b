#include "persons_internal.h"

#include "utf8.h"

enum {
	SYLLABLE = 4,         /* letters of a short last part */
	FOUND_NEAR = 32       /* mentions that are looked at */
};

/* Behind a name: a patronymic, in one word or two; nothing where there is
 * none. */
static struct name_part patronymic_at(struct persons *p,
				      const struct scan *scan,
				      const struct name_run *run, size_t i,
				      size_t end)
{
	size_t limit = scan_sentence_end(scan, run->parts[0].first);
	struct name_part part = { .first = end, .end = end };

	if (person_run_has(run, i, PART_PATRONYMIC))
		return run->parts[i];
	if (person_run_is_word(run, i))
		part = run->parts[i];
	if (part.end >= limit || !person_names_is_apart(p->names, scan, part.end))
		return (struct name_part){ .end = 0 };
	part.end++;
	person_names_join(p->names, scan, &part);
	return part;
}

static size_t later(size_t end, const struct name_part *part)
{
	return part->end > end ? part->end : end;
}

/* "Асан уулу", of whom the text said "Нурбек Асан уулу". */
static bool is_met_father(struct persons *p, const struct scan *scan,
			  const struct name_run *run,
			  const struct person_parts *parts)
{
	struct name_part both = parts->given;
	size_t i = p->found.count, first = i > MET_BACK ? i - MET_BACK : 1;

	if (run->count > 1 || parts->patronymic.first < both.end)
		return false;
	both.end = parts->patronymic.end;
	person_names_join(p->names, scan, &both);
	while (both.key && i-- > first)
		if (p->found.items[i].patronymic.key == both.key)
			return true;
	return false;
}

/* "Иван Петрович", "Айгүл Маратқызы": without a surname the father's name
 * tells who it is. */
static bool given_and_father(struct persons *p, struct scan *scan,
			     const struct name_run *run)
{
	struct person_parts parts = { .given = run->parts[0] };

	parts.patronymic = patronymic_at(p, scan, run, 1, parts.given.end);
	if (parts.patronymic.end == 0 || is_met_father(p, scan, run, &parts))
		return false;
	person_run_surname(p, scan, &parts);
	persons_add(p, scan, parts.given.first,
		    later(parts.patronymic.end, &parts.surname), &parts);
	return true;
}

/* "Brandt Foods": whether somebody of the document, not far before, has the
 * word as a surname. */
static bool is_surname_of(const struct persons *p, const struct name_part *given)
{
	size_t i = p->found.count;

	while (i > 1 && i + FOUND_NEAR > p->found.count) {
		const struct found_person *found = &p->found.items[--i];

		if (found->given.end > 0 && found->surname.key == given->key)
			return true;
	}
	return false;
}

/* "Реджеп Тайип Эрдоган", "Halima Abdi Warsame": whether the word behind a given
 * name is no surname yet, since one that may be follows: in Latin script one
 * that the language does not know. */
static bool goes_on(const struct persons *p, const struct scan *scan,
		    const struct name_run *run, size_t next, bool sure)
{
	const struct name_part *part = &run->parts[next + 1];
	bool known;

	if (!person_run_is_word(run, next + 1) ||
	    part->is & PART_PATRONYMIC ||
	    (part->is & (PART_GIVEN | PART_GIVEN_KEY) &&
	     person_run_is_word(run, next + 2)))
		return false;
	known = part->is & (PART_SURNAME | PART_ENDING);
	/* "Максат Бірімжан [Еңсебекті] марапаттады" */
	if (person_names_is_suffixed(p->names, scan, part) &&
	    is_surname_of(p, part))
		return false;
	if (person_run_is_cyrillic(scan, part))
		return !sure && !person_names_is_where(p->names, scan,
						       part->first);
	if (person_run_has(run, next - 1, PART_INITIAL))
		return false;
	if (sure && part->is & PART_GIVEN)
		return false;
	if (!known && languages_know(p->languages,
				     scan_lang(scan, part->first),
				     scan->doc->tokens.items[part->first].form))
		return false;
	return !(scan->marks.items[part->first].flags &
		 (MARK_LOWER | MARK_COUNTRY | MARK_PLACE)) &&
	       !((scan_shape(scan, part->first) ^
		  scan_shape(scan, run->parts[0].first)) & SHAPE_ALL_CAPITAL);
}

/* "Gulnar Bazhkenova", "Сергей Петрович Иванов", "John F. Kennedy" */
static bool given_first(struct persons *p, struct scan *scan,
			const struct name_run *run)
{
	struct person_parts parts = { .given = run->parts[0] };
	const struct name_part *given = &parts.given;
	size_t next = 1;
	bool sure;

	/* of two names the last alone takes the suffixes of an agglutinating
	 * language: "Ертесіне Алимова" is no Ертай */
	if (!(given->is & (PART_GIVEN | PART_GIVEN_KEY)) ||
	    given->is & PART_INFLECTED ||
	    (!(given->is & PART_GIVEN) && person_run_may_begin(p, scan, given)))
		return false;
	if (person_run_has(run, 1, PART_PATRONYMIC))
		parts.patronymic = run->parts[next++];
	else if (person_run_has(run, 1, PART_INITIAL))
		next++;
	if (!person_run_is_word(run, next))
		return given_and_father(p, scan, run);
	parts.surname = run->parts[next];
	sure = parts.surname.is & (PART_SURNAME | PART_ENDING);
	if (person_run_is_cyrillic(scan, given) != person_run_is_cyrillic(scan, &parts.surname) ||
	    (!sure && is_surname_of(p, given)))
		return false;
	if (!sure && (!(given->is & PART_GIVEN) ||
		      (scan->marks.items[given->first].flags & MARK_LOWER)))
		return false;
	/* "Grace Period", but "Grace Obote" */
	if (!sure && given->is & PART_WORD &&
	    languages_know(p->languages, scan_lang(scan, given->first),
			   scan->doc->tokens.items[parts.surname.first].form))
		return false;
	/* "Jorge Luis Borges" */
	sure = sure && !(parts.surname.is & PART_GIVEN &&
			 parts.surname.is & PART_SPELLED);
	while (goes_on(p, scan, run, next, sure)) {
		person_run_add_middle(&parts, &run->parts[next]);
		parts.surname = run->parts[++next];
		sure = parts.surname.is & (PART_SURNAME | PART_ENDING);
	}
	if (next == 1) {
		if (parts.surname.end < scan_sentence_end(scan, given->first) &&
		    person_names_is_apart(p->names, scan,
					  parts.surname.end) &&
		    given_and_father(p, scan, run))
			return true;
		parts.patronymic = patronymic_at(p, scan, run, 2,
						 parts.surname.end);
	}
	persons_add(p, scan, given->first,
		    later(parts.surname.end, &parts.patronymic), &parts);
	return true;
}

/* "Иванов Сергей Петрович", "Тоқаев Қасым-Жомарт" */
static bool surname_first(struct persons *p, struct scan *scan,
			  const struct name_run *run)
{
	struct person_parts parts = { .surname = run->parts[0],
				      .given = run->parts[1] };

	if (!(parts.surname.is & (PART_SURNAME | PART_ENDING)) ||
	    !person_run_has(run, 1, PART_GIVEN) ||
	    parts.surname.is & PART_GIVEN ||
	    person_run_has(run, 1, PART_ENDING) ||
	    (person_run_is_word(run, 2) &&
	     (person_run_has(run, 2, PART_SURNAME | PART_ENDING) ||
	      !person_names_is_suffixing(p->names,
					 scan_lang(scan,
						   parts.surname.first))) &&
	     !person_run_has(run, 2, PART_PATRONYMIC)))
		return false;
	/* "Пак Мин Су": syllables of one name */
	if (person_run_is_word(run, 2) && utf8_chars(scan_form(
		    scan, run->parts[2].first)) <= SYLLABLE)
		return false;
	/* in Latin script the order is rare: no word of either may be another */
	if (!person_run_is_cyrillic(scan, &parts.surname) &&
	    (!(parts.given.is & PART_SPELLED) ||
	     person_run_has(run, 1, PART_SURNAME) ||
	     scan->marks.items[parts.surname.first].flags & MARK_LOWER))
		return false;
	parts.patronymic = patronymic_at(p, scan, run, 2, parts.given.end);
	persons_add(p, scan, parts.surname.first,
		    later(parts.given.end, &parts.patronymic), &parts);
	return true;
}

/* Behind a Russian role whose it is may stand, in another case ("корреспондент
 * Медузы", "главы Роскосмоса"): a surname agrees with it. */
bool person_shapes_agree(const struct persons *p, const struct scan *scan,
		   size_t token)
{
	struct str lower = words_text(scan->words, scan_fold(scan, token));
	unsigned in = surroundings_cases(p, scan, token), own;
	bool cyrillic = scan_shape(scan, token) & SHAPE_CYRILLIC;

	/* a plural has several behind it, or none */
	if (in == CASES_ALL && cyrillic && !p->titled.items[token - 1] &&
	    !surroundings_is_base(p, scan, token))
		return false;
	if (in == CASES_ALL)
		return person_names_is_base(p->names, scan_lang(scan, token),
					    lower);
	own = person_names_form_cases(p->names, lower);
	if (own == 0)
		return p->titled.items[token - 1];
	return (own & in) != 0 && !(in & own & CASE_G);
}

/* A word that no table has right behind a role or title is a surname where it is
 * nothing of a longer name. */
static bool is_told(const struct persons *p, const struct scan *scan,
		    const struct name_part *surname)
{
	size_t token = surname->first, before = token - 1;
	lang_id lang = scan_lang(scan, token);
	bool kazakh = person_names_is_suffixing(p->names, lang);

	if (token == scan_sentence_start(scan, token) ||
	    !(p->titled.items[before] || p->marks.items[before].ends) ||
	    p->covered.items[token] || p->honoured.items[token] ||
	    scan_is_stopword(scan, token) ||
	    scan->marks.items[token].flags &
		    (MARK_LOWER | MARK_COUNTRY | MARK_PLACE) ||
	    (surname->end < scan_sentence_end(scan, token) &&
	     scan_is_name_word(scan, surname->end)) ||
	    (scan_shape(scan, token) ^ scan_shape(scan, before)) &
		    (SHAPE_LATIN | SHAPE_CYRILLIC) ||
	    person_names_is_place(p->names, words_text(scan->words,
						       scan_fold(scan, token))) ||
	    person_names_is_adjective(p->names, scan, token))
		return false;
	/* "тергеуші Созақ аудандық полиция бөлімінде" */
	if (kazakh && surname->end < scan_sentence_end(scan, token) &&
	    p->marks.items[surname->end].modifier)
		return false;
	if (p->titled.items[before] && p->titled.items[before] != TITLE_ANY)
		return true;
	if ((kazakh || (!p->titled.items[before] && !person_run_is_cyrillic(scan, surname))) &&
	    languages_know(p->languages, lang,
			   scan->doc->tokens.items[token].form))
		return false;
	/* "Court of General Jurisdiction" */
	if (before > scan_sentence_start(scan, token) &&
	    p->marks.items[before - 1].link && p->titled.items[before] &&
	    !person_run_is_cyrillic(scan, surname) &&
	    languages_know(p->languages, lang,
			   scan->doc->tokens.items[token].form))
		return false;
	return person_shapes_agree(p, scan, token);
}

/* Whether what stands around two names tells that they are a person's: a role,
 * a title, a list, or a capital that no place in the sentence explains. */
static bool is_stranger(const struct persons *p, const struct scan *scan,
			size_t first, size_t end)
{
	if (surroundings_before_role(p, scan, end, false) ||
	    surroundings_behind_person(p, scan, first))
		return true;
	if (first == scan_sentence_start(scan, first))
		return false;
	if (p->marks.items[first - 1].ends || p->titled.items[first - 1])
		return person_shapes_agree(p, scan, first);
	return !languages_know(p->languages, scan_lang(scan, first),
			       scan->doc->tokens.items[first].form);
}

/* "журналиста Бахыта Талгата": two words in the case of the role before them. */
static bool is_oblique(const struct persons *p, const struct scan *scan,
		       const struct name_run *run)
{
	unsigned in = surroundings_cases(p, scan, run->parts[0].first);

	for (size_t i = 0; in != CASES_ALL && i < run->count; i++)
		in &= person_names_form_cases(
			p->names, words_text(scan->words,
					     scan_fold(scan,
						       run->parts[i].first)));
	return run->count == 2 && in != CASES_ALL && in != 0;
}

/* A stranger before a given name that the tables spell so is its surname where
 * a role, a title or a list stands beside the two: "Ли Вера, медиаюрист". */
static bool stranger_first(struct persons *p, struct scan *scan,
			   const struct name_run *run)
{
	struct person_parts parts = { .surname = run->parts[0],
				      .given = run->parts[1] };
	size_t first = parts.surname.first, end = parts.given.end;

	if (run->count < 2 || !person_run_is_word(run, 0) ||
	    parts.surname.is & (PART_GIVEN | PART_GIVEN_KEY) ||
	    !person_run_is_cyrillic(scan, &parts.surname) ||
	    !person_run_has(run, 1, PART_GIVEN) ||
	    !(person_run_has(run, 1, PART_SPELLED) ||
	      is_oblique(p, scan, run)) ||
	    person_run_has(run, 1, PART_ENDING | PART_SURNAME) ||
	    person_names_is_adjective(p->names, scan, first))
		return false;
	parts.patronymic = patronymic_at(p, scan, run, 2, end);
	if (parts.patronymic.end == 0 &&
	    (run->count > 2 || (!is_stranger(p, scan, first, end) &&
				!is_oblique(p, scan, run))))
		return false;
	/* "журналист Бахыт Талгат": behind a role the given name comes first,
	 * and many a surname is somebody's given name */
	if (parts.patronymic.end == 0 && first > 0 &&
	    (p->marks.items[first - 1].ends || p->titled.items[first - 1]) &&
	    !(parts.surname.is & (PART_SURNAME | PART_ENDING))) {
		parts.given = run->parts[0];
		parts.surname = run->parts[1];
	}
	persons_add(p, scan, first, later(end, &parts.patronymic), &parts);
	return true;
}

/* "A. B. Ivanov", "Иванов А. Б." */
static bool with_initials(struct persons *p, struct scan *scan,
			  const struct name_run *run)
{
	struct person_parts parts = { .surname = run->parts[0] };
	size_t next = 0;

	/* "She posted it on X. Bob Dean left." */
	if (scan_is_form(scan, parts.surname.first, "X.") &&
	    parts.surname.first > scan_sentence_start(scan,
						      parts.surname.first) &&
	    scan_is_stopword(scan, parts.surname.first - 1))
		return false;
	while (person_run_has(run, next, PART_INITIAL) && next < 3)
		next++;
	if (next > 0 && person_run_is_word(run, next)) {
		parts.surname = run->parts[next];
		parts.initial = run->parts[0];
		persons_add(p, scan, parts.initial.first, parts.surname.end,
			    &parts);
		return true;
	}
	if (next > 0 || !person_run_has(run, 1, PART_INITIAL))
		return false;
	next = person_run_has(run, 2, PART_INITIAL) ? 2 : 1;
	if (next == 1 && !(parts.surname.is & (PART_SURNAME | PART_ENDING)))
		return false;
	parts.initial = run->parts[1];
	persons_add(p, scan, parts.surname.first, run->parts[next].end, &parts);
	return true;
}

static bool has_particle(const struct scan *scan, const struct name_part *part)
{
	return !(part->is & PART_INITIAL) &&
	       !(scan_shape(scan, part->first) & SHAPE_CAPITAL);
}

/* "Ali Hassan Issa al-Buri", "Mohammad bin Fahad bin Muflih al-Qahtani": a
 * particle in small letters joins a surname to all that stands before it; to one
 * word that no table has only behind a role or title (Ansar al-Shari'a). */
static bool with_particle(struct persons *p, struct scan *scan,
			  const struct name_run *run)
{
	struct person_parts parts = { .given = run->parts[0] };
	size_t first = parts.given.first, last = 1;
	bool known = parts.given.is & (PART_GIVEN | PART_GIVEN_KEY);
	struct str form;

	while (last < run->count && !has_particle(scan, &run->parts[last]))
		last++;
	if (last >= run->count || parts.given.is & PART_INITIAL ||
	    has_particle(scan, &parts.given) || person_run_may_begin(p, scan, &run->parts[0]))
		return false;
	while (last + 1 < run->count &&
	       has_particle(scan, &run->parts[last + 1]))
		last++;
	/* "María del Pilar Ávila" */
	while (last + 1 < run->count && person_run_is_word(run, last + 1) &&
	       !has_particle(scan, &run->parts[last + 1]) &&
	       !(scan->marks.items[run->parts[last + 1].first].flags &
		 (MARK_LOWER | MARK_COUNTRY | MARK_PLACE)) &&
	       !languages_know(p->languages,
			       scan_lang(scan, run->parts[last + 1].first),
			       scan->doc->tokens.items
				       [run->parts[last + 1].first].form))
		last++;
	parts.surname = run->parts[last];
	/* "Yasser Abu al-Ela" */
	if (last == 2 && !has_particle(scan, &run->parts[1]) &&
	    person_run_is_word(run, 1))
		parts.middle = run->parts[1];
	form = scan_form(scan, parts.surname.first);
	if (!known && !surroundings_behind_role(p, scan, first) &&
	    !person_strangers_are_told(p, scan, first, parts.surname.end) &&
	    !(last > 1 && str_find(form, STR("-"), 0) < form.len) &&
	    !(last > 1 && scan_is_form(scan, parts.surname.first + 1, "-")))
		return false;
	persons_add(p, scan, first, parts.surname.end, &parts);
	return true;
}

/* "Karin MÜLLER": many a given name is somebody's surname. */
static bool is_before_capitals(const struct persons *p, const struct scan *scan,
			       const struct name_part *part)
{
	return part->end < scan_sentence_end(scan, part->first) &&
	       !(scan_shape(scan, part->first) & SHAPE_ALL_CAPITAL) &&
	       scan_shape(scan, part->end) & SHAPE_ALL_CAPITAL &&
	       scan_is_name_word(scan, part->end) &&
	       utf8_chars(scan_form(scan, part->end)) > SYLLABLE &&
	       !p->covered.items[part->end] &&
	       person_run_has_vowel(p, scan_form(scan, part->end));
}

/* "President Tokayev", and a surname of the table that says so by itself. */
static bool by_surname(struct persons *p, struct scan *scan,
		       const struct name_run *run)
{
	struct person_parts parts = { .surname = run->parts[0] };
	const struct name_part *surname = &parts.surname;
	const struct token_mark *mark = &scan->marks.items[surname->first];
	bool known = surname->is & PART_SURNAME;

	if ((run->count != 1 && !person_run_is_two(run)) ||
	    p->covered.items[surname->first] ||
	    surname->is & PART_INITIAL || (mark->flags & MARK_LOWER) ||
	    is_before_capitals(p, scan, surname) ||
	    scan_is_quoted(scan, surname->first, surname->end))
		return false;
	if (!(surname->is & (PART_SURNAME | PART_ENDING))) {
		if (!is_told(p, scan, surname))
			return false;
		if (surname->is & PART_GIVEN)
			parts = (struct person_parts){
				.given = run->parts[0] };
		persons_add(p, scan, run->parts[0].first, run->parts[0].end,
			    &parts);
		return true;
	}
	if (!known &&
	    !(surname->first > 0 && p->titled.items[surname->first - 1] &&
	      person_names_gender(p->names,
				  words_text(scan->words,
					     scan_fold(scan,
						       surname->first)))) &&
	    person_names_is_adjective(p->names, scan, surname->first) &&
	    surname->end < scan_sentence_end(scan, surname->first) &&
	    scan_kind(scan, surname->end) == KIND_WORD)
		return false;
	if (!surroundings_behind_role(p, scan, surname->first) &&
	    !(surname->first > 0 && p->titled.items[surname->first - 1]) &&
	    !(known && (surname->is & PART_ENDING)))
		return false;
	persons_add(p, scan, surname->first, surname->end, &parts);
	return true;
}

bool person_shapes_at(struct persons *p, struct scan *scan, size_t token)
{
	struct name_run run;

	if (!person_names_may_begin(p->names, scan, token))
		return false;
	if (person_lists_at(p, scan, token))
		return true;
	person_run_read(p, scan, token, &run);
	return (run.count > 0 &&
		(with_initials(p, scan, &run) ||
		 with_particle(p, scan, &run) || given_first(p, scan, &run) ||
		 surname_first(p, scan, &run) ||
		 stranger_first(p, scan, &run) ||
		 person_strangers_at(p, scan, &run) ||
		 by_surname(p, scan, &run))) ||
	       person_words_at(p, scan, token) ||
	       person_capitals_at(p, scan, token);
}
