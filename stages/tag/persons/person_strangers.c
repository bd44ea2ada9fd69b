#include "persons_internal.h"

/* Names that no table has: what stands around them tells that they are
 * persons'. */

/* In Cyrillic only names of persons have two or three capitals in a row as a
 * rule; titles in quotation marks and adjectives are the exception. */
static bool is_cyrillic_name(const struct persons *p, const struct scan *scan,
			     const struct name_run *run)
{
	const struct name_part *last = &run->parts[run->count - 1];
	size_t first = run->parts[0].first;

	for (size_t i = 0; i < run->count; i++)
		if (!person_run_is_word(run, i) ||
		    !person_run_is_cyrillic(scan, &run->parts[i]) ||
		    scan->marks.items[run->parts[i].first].flags & MARK_LOWER)
			return false;
	return run->count <= 3 &&
	       !person_run_may_begin(p, scan, &run->parts[0]) &&
	       !person_names_is_adjective(p->names, scan, first) &&
	       !(first > 0 && scan_has_partner(scan, first - 1) &&
		 scan->marks.items[first - 1].partner == last->end);
}

/* "Махабат Тәжібек қызы": the patronymic's word stands apart. */
static bool is_apart(const struct persons *p, const struct scan *scan,
		     const struct name_run *run)
{
	size_t end = run->parts[1].end;

	return person_run_is_word(run, 1) &&
	       end < scan_sentence_end(scan, run->parts[0].first) &&
	       person_names_is_apart(p->names, scan, end);
}

/* Words that no table has beside a patronymic. */
static bool by_father(struct persons *p, struct scan *scan,
		      const struct name_run *run)
{
	struct person_parts parts = { .given = run->parts[0] };
	size_t last = 1;

	if (person_run_has(run, 1, PART_PATRONYMIC)) {
		if (person_run_may_begin(p, scan, &run->parts[0]))
			return false;
		parts.patronymic = run->parts[1];
		if (person_run_is_word(run, 2))
			parts.surname = run->parts[last = 2];
	} else if (person_run_has(run, 2, PART_PATRONYMIC) &&
		   !person_run_may_begin(p, scan, &run->parts[0])) {
		parts.surname = run->parts[0];
		parts.given = run->parts[1];
		parts.patronymic = run->parts[last = 2];
	} else if (run->count == 2 && is_apart(p, scan, run) &&
		   !person_run_may_begin(p, scan, &run->parts[0])) {
		parts.patronymic = run->parts[1];
		parts.patronymic.end++;
		person_names_join(p->names, scan, &parts.patronymic);
		person_run_surname(p, scan, &parts);
		persons_add(p, scan, run->parts[0].first,
			    parts.surname.end > parts.patronymic.end
				    ? parts.surname.end
				    : parts.patronymic.end, &parts);
		return true;
	} else {
		return false;
	}
	persons_add(p, scan, run->parts[0].first, run->parts[last].end, &parts);
	return true;
}

/* Mark the words that the document has with no name beside them, once. */
static void find_alone(struct persons *p, const struct scan *scan)
{
	size_t count = scan->doc->tokens.count;
	bool before = false;

	if (p->alone_serial == scan->serial)
		return;
	p->alone_serial = scan->serial;
	for (size_t t = 0; t < count; t++) {
		bool is = scan_is_name_word(scan, t);

		if (is && !before &&
		    (t + 1 == count || !scan_is_name_word(scan, t + 1)))
			*word_cache_at(&p->alone, scan->words,
				       scan_fold(scan, t)) = scan->serial;
		before = is;
	}
}

/* Words that lead to places and things: in, from, the. */
static bool leads_elsewhere(const struct persons *p, const struct scan *scan,
			    size_t token)
{
	const struct role_mark *mark = &p->marks.items[token];

	return mark->where || mark->whence || mark->points ||
	       scan->marks.items[token].flags & MARK_ARTICLE;
}

/* "Nadeem Sargana sat … Sargana said": two words that the language does not know
 * and that nothing else claims, of which no place is told ("in Novi Sad") and no
 * thing ("the Ak Zhaiyk"), and then the second alone: few names but those of
 * persons are shortened so. */
static bool is_latin_name(struct persons *p, const struct scan *scan,
			  const struct name_run *run)
{
	size_t first = run->parts[0].first, end = run->parts[1].end;
	size_t start = scan_sentence_start(scan, first);
	lang_id lang = scan_lang(scan, first);

	if (run->count != 2 || person_names_is_suffixing(p->names, lang) ||
	    scan_is_quoted(scan, first, end))
		return false;
	for (size_t t = first; t < end; t++)
		if (!(scan_shape(scan, t) & SHAPE_LATIN) ||
		    scan_shape(scan, t) & (SHAPE_DIGIT | SHAPE_ALL_CAPITAL) ||
		    scan->marks.items[t].flags & MARK_LOWER ||
		    languages_know(p->languages, lang,
				   scan->doc->tokens.items[t].form))
			return false;
	/* "shots at Nadeem Sargana", but "in Novi Sad" */
	if (first > start && ((scan_is_stopword(scan, first - 1) &&
			       leads_elsewhere(p, scan, first - 1)) ||
			      scan_is_name_word(scan, first - 1)))
		return false;
	find_alone(p, scan);
	return *word_cache_at(&p->alone, scan->words,
			      scan_fold(scan, run->parts[1].first)) ==
	       scan->serial;
}

/* A role that words or punctuation part from what may be a name: "the editor,
 * Rosa Lind, left", "Rosa Lind (editor)", "Rosa Lind edits a weekly". Words that
 * the document writes in small letters too are rather a title's or a law's. */
bool person_strangers_are_told(const struct persons *p,
			       const struct scan *scan, size_t first,
			       size_t end)
{
	for (size_t t = first; t < end; t++)
		if (scan_kind(scan, t) == KIND_WORD &&
		    scan_shape(scan, t) & SHAPE_CAPITAL &&
		    scan->marks.items[t].flags & MARK_LOWER)
			return false;
	return surroundings_is_apposition(p, scan, first, end) ||
	       role_is_behind(&p->marks, scan, end) ||
	       role_by_deed(&p->marks, scan, first, end, false) ||
	       role_is_announced(&p->marks, scan, first);
}

/* "Minister of culture Esmail Mahdavi": words that the language does not know,
 * behind a role and what it is of. */
static bool is_of_office(const struct persons *p, const struct scan *scan,
			 size_t first, size_t end)
{
	if (first == scan_sentence_start(scan, first) ||
	    !(scan_shape(scan, first - 1) & SHAPE_LATIN))
		return false;
	for (size_t t = first; t < end; t++)
		if (!(scan_shape(scan, t) & SHAPE_LATIN) ||
		    scan_shape(scan, t) & (SHAPE_DIGIT | SHAPE_ALL_CAPITAL) ||
		    scan->marks.items[t].flags &
			    (MARK_LOWER | MARK_COUNTRY | MARK_PLACE) ||
		    languages_know(p->languages, scan_lang(scan, t),
				   scan->doc->tokens.items[t].form))
			return false;
	return surroundings_behind_office(p, scan, first);
}

/* "Роскосмоса Воробьёв": a man's surname in the nominative does not go with a
 * word in another case that no table has as a name. */
static bool is_mans_behind_other(const struct persons *p,
				 const struct scan *scan,
				 const struct name_run *run)
{
	const struct name_part *first = &run->parts[0];
	const struct name_part *second = &run->parts[1];
	lang_id lang = scan_lang(scan, first->first);

	return person_run_is_cyrillic(scan, first) && !(first->is & PART_GIVEN) &&
	       !person_names_is_suffixing(p->names, lang) &&
	       second->genders == 1u << GENDER_M &&
	       person_names_gender(p->names,
				   words_text(scan->words,
					      scan_fold(scan, second->first))) &&
	       !person_names_is_base(p->names, lang,
				     words_text(scan->words,
						scan_fold(scan,
							  first->first)));
}

/* "репортёр Мехмет Али Дургунлу", "Cosmas Aduma Barng, a stringer": three words
 * or more, the first of no table, are one name right behind a role or title
 * that whose it is cannot part from it, or before one of their own. */
static bool three_told(struct persons *p, struct scan *scan,
		       const struct name_run *run)
{
	struct person_parts parts = { .given = run->parts[0] };
	size_t first = parts.given.first, last = run->count - 1, end;

	if (run->count < 3 || person_run_is_two(run) ||
	    (run->count > 3 && person_run_is_cyrillic(scan, &parts.given)) ||
	    surroundings_lead_to_place(p, scan, first) ||
	    person_run_may_begin(p, scan, &parts.given) ||
	    person_names_is_adjective(p->names, scan, first))
		return false;
	/* "глава Химок Владимир …" */
	if (person_run_is_cyrillic(scan, &parts.given) &&
	    !person_names_is_suffixing(p->names, scan_lang(scan, first)) &&
	    person_run_has(run, 1, PART_GIVEN) &&
	    person_run_has(run, 1, PART_SPELLED))
		return false;
	for (size_t i = 0; i < run->count; i++) {
		const struct name_part *part = &run->parts[i];

		if (!person_run_is_word(run, i) ||
		    part->is & PART_PATRONYMIC ||
		    (i > 1 && i < last &&
		     part->is & (PART_GIVEN | PART_GIVEN_KEY)) ||
		    person_names_is_where(p->names, scan, part->first) ||
		    scan->marks.items[part->first].flags &
			    (MARK_LOWER | MARK_COUNTRY | MARK_PLACE))
			return false;
	}
	end = run->parts[last].end;
	if (!(first > 0 && p->titled.items[first - 1]) &&
	    !is_of_office(p, scan, first, end) &&
	    !(first > scan_sentence_start(scan, first) &&
	      p->marks.items[first - 1].ends &&
	      (!person_run_is_cyrillic(scan, &parts.given) ||
	       person_shapes_agree(p, scan, first))) &&
	    !person_strangers_are_told(p, scan, first, end))
		return false;
	parts.surname = run->parts[last];
	for (size_t i = 1; i < last; i++)
		person_run_add_middle(&parts, &run->parts[i]);
	persons_add(p, scan, first, end, &parts);
	return true;
}

/* "Maître Akere Fon", but no "General Motors Company" */
static bool is_titled(const struct persons *p, const struct scan *scan,
		      const struct name_run *run)
{
	size_t first = run->parts[0].first;

	return first > scan_sentence_start(scan, first) &&
	       p->titled.items[first - 1] && !p->covered.items[first - 1] &&
	       !languages_know(p->languages, scan_lang(scan, first),
			       scan->doc->tokens.items[first].form);
}

/* "Refugee Appeal Division": words of the language that no table has as names. */
static bool is_words(const struct persons *p, const struct scan *scan,
		     const struct name_run *run)
{
	size_t first = run->parts[0].first;

	/* "activist Chen Xi" */
	if (first > scan_sentence_start(scan, first) &&
	    !(scan_shape(scan, first - 1) & SHAPE_CAPITAL))
		return false;
	for (size_t i = 0; i < 2; i++) {
		const struct name_part *part = &run->parts[i];

		if (part->is & (PART_GIVEN | PART_SURNAME | PART_ENDING) ||
		    !(scan_shape(scan, part->first) & SHAPE_LATIN) ||
		    !languages_know(p->languages, scan_lang(scan, part->first),
				    scan->doc->tokens.items[part->first].form))
			return false;
	}
	return true;
}

/* "Later Simon": in Cyrillic a word that begins the sentence, else any that the
 * language knows. */
static bool is_other_word(const struct persons *p, const struct scan *scan,
			  const struct name_part *part)
{
	return person_run_is_cyrillic(scan, part)
		       ? person_run_may_begin(p, scan, part)
		       : languages_know(p->languages,
					scan_lang(scan, part->first),
					scan->doc->tokens.items[part->first]
						.form);
}

/* "Байсалова Оразымбетпен": the surname of one who was named before, and another
 * word that is no given name, are two persons. */
static bool is_met_surname(const struct persons *p, const struct scan *scan,
			   const struct name_run *run)
{
	const struct name_part *first = &run->parts[0];
	size_t i = p->found.count, first_met = i > MET_BACK ? i - MET_BACK : 1;

	if (!person_run_is_cyrillic(scan, first) ||
	    !(first->is & PART_ENDING) || !first->key ||
	    first->is & PART_GIVEN ||
	    person_run_has(run, 1, PART_GIVEN | PART_GIVEN_KEY |
					   PART_PATRONYMIC | PART_INITIAL))
		return false;
	while (i-- > first_met)
		if (p->found.items[i].surname.key == first->key &&
		    p->found.items[i].given.end > 0)
			return true;
	return false;
}

/* Words that no table has: beside a role, in a list of persons, or with a
 * surname's ending. */
static bool by_surroundings(struct persons *p, struct scan *scan,
			    const struct name_run *run)
{
	struct person_parts parts = { .given = run->parts[0],
				      .surname = run->parts[1] };
	size_t first = parts.given.first, end = parts.surname.end;
	bool ended = person_run_has(run, 1, PART_SURNAME | PART_ENDING);

	if (run->count < 2 || !person_run_is_word(run, 0) ||
	    !person_run_is_word(run, 1) ||
	    scan_lang(scan, first) == LANG_UND) /* German has all nouns so */
		return false;
	if (person_run_is_two(run) || is_met_surname(p, scan, run) ||
	    (run->count == 2 &&
	     person_names_is_where(p->names, scan, run->parts[1].first)))
		return false;
	if (three_told(p, scan, run))
		return true;
	if (is_words(p, scan, run))
		return false;
	/* "Joel Simon", but "Later Simon": of two names the first is listed or
	 * else no other word */
	if (is_mans_behind_other(p, scan, run))
		return false;
	if (person_run_has(run, 1, PART_GIVEN) &&
	    (!ended || (person_run_has(run, 1, PART_SPELLED) &&
			!person_run_has(run, 1, PART_ENDING))) &&
	    !person_run_has(run, 0, PART_SURNAME | PART_ENDING) &&
	    !person_run_has(run, 1, PART_PATRONYMIC) &&
	    !surroundings_behind_role(p, scan, first) &&
	    !surroundings_is_apposition(p, scan, first, end) &&
	    (run->count > 2 || is_other_word(p, scan, &parts.given)))
		return false;
	if (by_father(p, scan, run))
		return true;
	/* "район Зюзино Константин Янкаускас" */
	if (run->count > 2 && person_run_has(run, 1, PART_GIVEN) &&
	    person_run_has(run, 1, PART_SPELLED) &&
	    !person_run_has(run, 0, PART_GIVEN | PART_SURNAME | PART_ENDING))
		return false;
	if (is_cyrillic_name(p, scan, run)) {
		parts.surname = run->parts[run->count - 1];
		for (size_t i = 1; i + 1 < run->count; i++)
			person_run_add_middle(&parts, &run->parts[i]);
		persons_add(p, scan, first, parts.surname.end, &parts);
		return true;
	}
	if (!surroundings_behind_role(p, scan, first) &&
	    !is_titled(p, scan, run) && !is_of_office(p, scan, first, end) &&
	    !is_latin_name(p, scan, run) && !person_strangers_are_told(p, scan, first, end) &&
	    !surroundings_behind_person(p, scan, first) &&
	    !persons_know_pair(p, scan, &parts.given, &parts.surname) &&
	    !(ended && !person_run_may_begin(p, scan, &parts.given)))
		return false;
	if (person_names_is_adjective(p->names, scan, first))
		return false;
	/* "Ljiljana Stojković Perić" */
	if (ended && person_run_is_word(run, 2) &&
	    person_run_has(run, 2, PART_SURNAME | PART_ENDING) &&
	    !person_run_has(run, 2, PART_GIVEN) &&
	    !person_run_is_cyrillic(scan, &parts.given)) {
		person_run_add_middle(&parts, &parts.surname);
		parts.surname = run->parts[2];
		end = parts.surname.end;
	}
	persons_add(p, scan, first, end, &parts);
	return true;
}

bool person_strangers_at(struct persons *p, struct scan *scan,
			 const struct name_run *run)
{
	struct name_run name = *run;

	/* "Селма Қарабұлтай Диярбакырдағы" */
	if (name.count > 2 &&
	    person_names_is_where(p->names, scan,
				  name.parts[name.count - 1].first))
		name.count--;
	return by_surroundings(p, scan, &name);
}
