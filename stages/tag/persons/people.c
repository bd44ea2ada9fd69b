#include "persons_internal.h"

#include "utf8.h"

/* Mentions of one person share the keys of given name and surname. For a key,
 * word_cache by_key holds the person seen last + 1, in text order. */

enum {
	NOBODY = 0, SEVERAL = INT32_MAX,
	NAMESAKES = 16,       /* people of one surname that initials may mean */
	SHORT_NAME = 6,       /* letters of one whose forms change one */
	ACRONYM = 5           /* capitals that are no name: NGO */
};

static struct found_person *found_of(struct persons *p,
				     const struct candidate *c)
{
	return c && c->person ? &p->found.items[c->person] : NULL;
}

static struct str part_text(const struct scan *scan,
			    const struct name_part *part)
{
	return extent_text(scan->doc, (struct extent){
		scan->marks.items[part->first].sentence, part->first,
		part->end });
}

static bool has(const struct name_part *part)
{
	return part->end > 0;
}

static void keep_shorter(struct str *kept, struct str text)
{
	if (kept->len == 0 || text.len < kept->len ||
	    (text.len == kept->len && str_compare(text, *kept) < 0))
		*kept = text;
}

static void learn(struct persons *p, const struct scan *scan, uint32_t who,
		  const struct found_person *found)
{
	struct human *human = &p->people.items[who - 1];

	human->is_author |= found->is_author;
	if (has(&found->given)) {
		keep_shorter(&human->given, part_text(scan, &found->given));
		human->given_row = found->given.given;
		if (found->given.gender)
			human->gender = found->given.gender;
	}
	if (has(&found->surname)) {
		keep_shorter(&human->surname,
			     part_text(scan, &found->surname));
		human->surname_row = found->surname.surname;
		if (!human->gender)
			human->gender = found->surname.gender;
	}
}

word_id people_full_key(struct persons *p, struct scan *scan, word_id given,
			word_id surname)
{
	strbuf_clear(&scan->buf);
	strbuf_add(&scan->buf, words_text(p->words, given));
	strbuf_add_char(&scan->buf, ' ');
	strbuf_add(&scan->buf, words_text(p->words, surname));
	return words_add(p->words, strbuf_view(&scan->buf));
}

static uint32_t *last_of(struct persons *p, word_id key)
{
	return word_cache_at(&p->by_key, p->words, key);
}

/* Namesakes form a chain by surname, the latest first. */
static uint32_t add_human(struct persons *p, struct scan *scan, word_id given,
			  word_id surname)
{
	word_id chain = people_full_key(p, scan, 0, surname);
	uint32_t *latest = last_of(p, chain);
	uint32_t namesake = surname ? *latest : NOBODY;

	if (surname)
		*latest = (uint32_t)p->people.count + 1;
	*LIST_ADD(&p->people) = (struct human){
		.given_key = given, .surname_key = surname,
		.given = STR_NONE, .surname = STR_NONE, .id = STR_NONE,
		.namesake = namesake
	};
	return (uint32_t)p->people.count;
}

/* People with two names: each is one, whatever stands between. */
static void join_full(struct persons *p, struct scan *scan)
{
	for (size_t i = 1; i < p->found.count; i++) {
		struct found_person *found = &p->found.items[i];
		const struct candidate *c = scan_settled(scan, found->first);
		word_id key;
		uint32_t *who;

		if (found_of(p, c) != found || !has(&found->given) ||
		    !has(&found->surname))
			continue;
		key = people_full_key(p, scan, found->given.key,
				      found->surname.key);
		who = last_of(p, key);
		if (*who == NOBODY) {
			uint32_t number = add_human(p, scan,
						    found->given.key,
						    found->surname.key);

			p->people.items[number - 1].named = found->first;
			*last_of(p, key) = number;
			who = last_of(p, key);
		}
		found->who = *who;
		learn(p, scan, *who, found);
	}
}

/* For each surname and each given name, the first person who has it: whom a
 * bare one means that stands before all full names. */
static void know_firsts(struct persons *p)
{
	for (size_t i = p->people.count; i-- > 0;) {
		const struct human *human = &p->people.items[i];

		*last_of(p, human->surname_key) = (uint32_t)i + 1;
		*last_of(p, human->given_key) = (uint32_t)i + 1;
	}
}

static bool initial_fits(const struct persons *p, const struct scan *scan,
			 const struct found_person *found, uint32_t who)
{
	struct str initial, given;
	size_t a = 0, b = 0;

	if (who == NOBODY)
		return true;
	given = p->people.items[who - 1].given;
	if (!has(&found->initial) || given.len == 0)
		return true;
	initial = part_text(scan, &found->initial);
	return utf8_fold_char(utf8_next(initial, &a)) ==
	       utf8_fold_char(utf8_next(given, &b));
}

/* The nearest of the people of that surname whom the initials fit. */
static uint32_t with_initial(const struct persons *p, const struct scan *scan,
			     const struct found_person *found, uint32_t who)
{
	for (int i = 0; i < NAMESAKES && who != NOBODY; i++) {
		if (initial_fits(p, scan, found, who))
			return who;
		who = p->people.items[who - 1].namesake;
	}
	return NOBODY;
}

/* A surname with a title or initials: a person met before, or a new one. */
static void join_partial(struct persons *p, struct scan *scan,
			 struct found_person *found)
{
	const struct name_part *part = has(&found->surname) ? &found->surname :
							      &found->given;
	uint32_t who = part->key ? *last_of(p, part->key) : NOBODY;

	if (!initial_fits(p, scan, found, who))
		who = with_initial(p, scan, found,
				   *last_of(p, people_full_key(p, scan, 0,
							part->key)));
	if (who == NOBODY) {
		who = add_human(p, scan, has(&found->surname) ? 0 : part->key,
				has(&found->surname) ? part->key : 0);
		if (has(&found->initial))
			p->people.items[who - 1].given =
				part_text(scan, &found->initial);
	}
	found->who = who;
	learn(p, scan, who, found);
}

static void pass(struct persons *p, const struct found_person *found)
{
	if (found->who == NOBODY)
		return;
	if (has(&found->surname) && found->surname.key)
		*last_of(p, found->surname.key) = found->who;
	if (has(&found->given) && found->given.key)
		*last_of(p, found->given.key) = found->who;
}

static bool is_minor(const struct candidate *c)
{
	return c && c->rank == RANK_MINOR && c->end == c->first + 1;
}

static bool is_free(const struct scan *scan, size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		if (scan->settled.items[t] && !is_minor(scan_settled(scan, t)))
			return false;
	return true;
}

/* Behind a bare given name its surname, where the two are known together. */
static void take_surname(struct persons *p, struct scan *scan,
			 struct found_person *found)
{
	struct name_part part;
	uint32_t who;

	if (!has(&found->given) || has(&found->surname) ||
	    found->end >= scan_sentence_end(scan, found->first) ||
	    !person_names_part(p->names, scan, found->end, &part) ||
	    !part.key)
		return;
	who = *last_of(p, people_full_key(p, scan, found->given.key, part.key));
	if (who == NOBODY)
		return;
	found->who = who;
	found->surname = part;
	found->end = part.end;
}

/* A name and its case forms: in Cyrillic the ending changes, in Latin nothing.
 * Keys are coarser ("Boko" and "Bock" share one). Names of two scripts are
 * told by them alone. */
static bool is_exact(const struct scan *scan, const struct name_part *part,
		     struct str name)
{
	struct str word = part_text(scan, part);
	bool cyrillic = scan_shape(scan, part->first) & SHAPE_CYRILLIC;
	size_t chars = utf8_chars(name), at = 0;
	size_t kept = chars - (chars > SHORT_NAME ? 2 : 1);

	if (name.len == 0 || utf8_is_cyrillic(utf8_next(name, &at)) != cyrillic)
		return true;
	return cyrillic ? utf8_common(word, name) >= kept
			: utf8_common(word, name) == chars &&
				  utf8_chars(word) == chars;
}

/* Whether a word is the person's name and no place or acronym. */
static bool stands_for(const struct persons *p, const struct scan *scan,
		       const struct name_part *part, const struct human *human)
{
	const struct token_mark *mark = &scan->marks.items[part->first];
	bool surname = human->surname_key == part->key;

	if (mark->flags & MARK_PLACE ||
	    surroundings_lead_to_place(p, scan, part->first) ||
	    (scan_shape(scan, part->first) & SHAPE_ALL_CAPITAL &&
	     utf8_chars(part_text(scan, part)) <= ACRONYM))
		return false;
	return is_exact(scan, part, surname ? human->surname : human->given);
}

/* A word with a capital that is part of no mention or role. */
static bool is_other_name(const struct persons *p, const struct scan *scan,
			  size_t token)
{
	return scan_is_name_word(scan, token) && !scan_settled(scan, token) &&
	       !p->marks.items[token].ends &&
	       !(scan->marks.items[token].flags & MARK_START);
}

/* "«Соколов»", "Береке Банк", "Nuevo León": alone in quotation marks, or beside
 * another word of a name, it names something else. */
static bool names_other(const struct persons *p, const struct scan *scan,
			size_t first, size_t end)
{
	return scan_is_quoted(scan, first, end) ||
	       (end < scan_sentence_end(scan, first) &&
		is_other_name(p, scan, end)) ||
	       (first > scan_sentence_start(scan, first) &&
		is_other_name(p, scan, first - 1));
}

/* A word of the language, whose lemma is known or that the document writes in
 * lower case too. */
static bool is_common_word(const struct persons *p, const struct scan *scan,
			   size_t token)
{
	lang_id lang = scan_lang(scan, token);

	return scan->marks.items[token].flags & MARK_LOWER ||
	       (lang != LANG_UND &&
		languages_find_stem(p->languages, lang,
				    scan_fold(scan, token))->is_lemma);
}

/* Whether one word of a name may be another word. A given name alone is one
 * more often than not (Will, Вера): it counts only inside a sentence. A
 * surname that is a word counts at its beginning only behind the full name, but
 * in a heading. */
static bool is_doubtful(const struct persons *p, const struct scan *scan,
			const struct found_person *found,
			const struct human *human)
{
	const struct document *doc = scan->doc;
	const struct token_mark *mark = &scan->marks.items[found->first];
	size_t paragraph = doc->sentences.items[mark->sentence].paragraph;

	if (names_other(p, scan, found->first, found->end) ||
	    (mark->flags & MARK_START && scan_is_stopword(scan, found->first)))
		return true;
	if (!has(&found->surname))
		return mark->flags & (MARK_START | MARK_LOWER);
	return found->first < human->named && mark->flags & MARK_START &&
	       is_common_word(p, scan, found->first) &&
	       doc->paragraphs.items[paragraph].kind == PARAGRAPH_TEXT;
}

/* A word that nothing else claims and that is somebody's name. */
static void add_bare(struct persons *p, struct scan *scan, size_t token)
{
	struct name_part part;
	struct found_person *found;
	struct candidate *c;
	uint32_t who;

	if (!person_names_part(p->names, scan, token, &part) || !part.key)
		return;
	who = *last_of(p, part.key);
	if (who == NOBODY ||
	    !stands_for(p, scan, &part, &p->people.items[who - 1]))
		return;
	found = LIST_ADD(&p->found);
	*found = (struct found_person){ .first = part.first, .end = part.end,
					.who = who };
	if (p->people.items[who - 1].surname_key == part.key)
		found->surname = part;
	else
		found->given = part;
	take_surname(p, scan, found);
	if (!is_free(scan, found->first, found->end) ||
	    (!(has(&found->given) && has(&found->surname)) &&
	     is_doubtful(p, scan, found, &p->people.items[found->who - 1]))) {
		p->found.count--;
		return;
	}
	c = scan_add(scan, found->first, found->end, MENTION_PERSON,
		     RANK_PERSON);
	c->person = (uint32_t)(p->found.count - 1);
	learn(p, scan, found->who, found);
	for (size_t t = found->first; t < found->end; t++)
		scan->settled.items[t] = (uint32_t)scan->candidates.count;
}

static void join_all(struct persons *p, struct scan *scan)
{
	size_t t = 0;

	while (t < scan->doc->tokens.count) {
		const struct candidate *c = scan_settled(scan, t);
		struct found_person *found = found_of(p, c);

		if (found && found->who == NOBODY)
			join_partial(p, scan, found);
		if (!c || is_minor(c))
			add_bare(p, scan, t);
		c = scan_settled(scan, t);
		found = found_of(p, c);
		if (found)
			pass(p, found);
		t = c ? c->end : t + 1;
	}
}

static void make_id(struct persons *p, struct scan *scan, struct human *human)
{
	strbuf_clear(&scan->buf);
	if (human->given.len > 0)
		person_names_given_id(p->names, &scan->buf, human->given_row,
				      human->given);
	if (human->given.len > 0 && human->surname.len > 0)
		strbuf_add_char(&scan->buf, '_');
	if (human->surname.len > 0)
		person_names_surname_id(p->names, &scan->buf,
					human->surname_row, human->gender,
					human->surname);
	human->id = str_copy(&scan->doc->arena, strbuf_view(&scan->buf));
}

/* The only person that each sentence names; SEVERAL where there are more. */
static void find_only(struct persons *p, const struct scan *scan)
{
	LIST_CLEAR(&p->only);
	for (size_t i = 0; i < scan->doc->sentences.count; i++)
		*LIST_ADD(&p->only) = NOBODY;
	for (size_t i = 1; i < p->found.count; i++) {
		const struct found_person *found = &p->found.items[i];
		uint32_t *only = &p->only.items[
			scan->marks.items[found->first].sentence];

		if (found->who != NOBODY && *only != found->who)
			*only = *only == NOBODY ? found->who : SEVERAL;
	}
}

/* What a person is told to be beside the name; of those of whom nothing is told
 * there, by what they do. */
static void give_roles(struct persons *p, struct scan *scan)
{
	find_only(p, scan);
	for (size_t i = 1; i < p->found.count; i++) {
		const struct found_person *found = &p->found.items[i];

		if (found->who)
			p->people.items[found->who - 1].roles |=
				role_of(&p->marks, scan, found->first,
					found->end);
	}
	for (size_t i = 1; i < p->found.count; i++) {
		const struct found_person *found = &p->found.items[i];
		struct human *human;

		if (!found->who)
			continue;
		human = &p->people.items[found->who - 1];
		if (human->roles & (ROLE_JOURNALIST | ROLE_OFFICIAL))
			continue;
		human->deeds |= role_by_deed(&p->marks, scan, found->end);
		if (p->only.items[scan->marks.items[found->first].sentence] ==
			    found->who &&
		    role_is_journalist_next(&p->marks, scan, found->first))
			human->deeds |= ROLE_JOURNALIST;
	}
	for (size_t i = 0; i < p->people.count; i++)
		p->people.items[i].roles |= p->people.items[i].deeds;
}

static enum mention_type type_of(const struct human *human)
{
	if (human->roles & ROLE_JOURNALIST)
		return MENTION_JOURNALIST;
	if (human->roles & ROLE_OFFICIAL)
		return MENTION_OFFICIAL;
	if (human->is_author && !human->roles) /* nothing else is said */
		return MENTION_JOURNALIST;
	return MENTION_PERSON;
}

void persons_join(struct persons *p, struct scan *scan)
{
	LIST_CLEAR(&p->people);
	for (size_t i = 0; i < p->by_key.count; i++)
		p->by_key.values[i] = NOBODY;
	join_full(p, scan);
	know_firsts(p);
	join_all(p, scan);
	give_roles(p, scan);
	for (size_t i = 0; i < p->people.count; i++)
		make_id(p, scan, &p->people.items[i]);
	for (size_t i = 0; i < scan->candidates.count; i++) {
		struct candidate *c = &scan->candidates.items[i];
		const struct found_person *found = found_of(p, c);

		if (!found || found->who == NOBODY)
			continue;
		c->id = p->people.items[found->who - 1].id;
		c->type = type_of(&p->people.items[found->who - 1]);
	}
}
