#include "persons_internal.h"
#include "role_endings.h"

#include "utf8.h"

/* Mentions of one person share the keys of given name and surname. For a key,
 * word_cache by_key holds the person seen last + 1, in text order. */


static struct found_person *found_of(struct persons *p,
				     const struct candidate *c)
{
	return c && c->person ? &p->found.items[c->person] : NULL;
}

static void keep_shorter(struct str *kept, struct str text)
{
	if (kept->len == 0 || text.len < kept->len ||
	    (text.len == kept->len && str_compare(text, *kept) < 0))
		*kept = text;
}

/* The only gender that the form of a surname can be of. */
static enum gender gender_of(unsigned genders)
{
	return genders == 1u << GENDER_M ? GENDER_M :
	       genders == 1u << GENDER_F ? GENDER_F :
					   GENDER_UNKNOWN;
}

/* What tells a person's gender, the surest first. */
static enum gender told_gender(const struct found_person *found)
{
	if (persons_has(&found->given) && found->given.given && found->given.gender)
		return found->given.gender;
	if (found->told)
		return found->told;
	if (persons_has(&found->patronymic) && found->patronymic.gender)
		return found->patronymic.gender;
	if (persons_has(&found->given) && found->given.gender)
		return found->given.gender;
	return persons_has(&found->surname) ? gender_of(found->surname.genders) :
				      GENDER_UNKNOWN;
}

static void learn(struct persons *p, const struct scan *scan, uint32_t who,
		  const struct found_person *found)
{
	struct human *human = &p->people.items[who - 1];

	human->is_author |= found->is_author;
	human->by_father |= found->by_father && human->surname.len == 0;
	if (!human->gender || persons_has(&found->given))
		human->gender = told_gender(found) ? told_gender(found) :
						     human->gender;
	if (persons_has(&found->given)) {
		keep_shorter(&human->given, persons_part_text(scan, &found->given));
		human->given_row = found->given.given;
	}
	if (persons_has(&found->surname) && (human->by_father || !found->by_father)) {
		keep_shorter(&human->surname,
			     persons_part_text(scan, &found->surname));
		human->surname_row = found->surname.surname;
		human->is_capital |= (scan_shape(scan, found->surname.first) &
				      SHAPE_ALL_CAPITAL) != 0;
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

bool people_have(struct persons *p, const struct scan *scan, size_t token)
{
	struct name_part part;

	return person_names_part(p->names, scan, token, &part) && part.key &&
	       *people_last(p, part.key) != NOBODY;
}

/* What one document has found says nothing of the next. */
static void forget_keys(struct persons *p)
{
	if (p->by_key.generation == p->words->generation)
		for (size_t i = 0; i < p->keys.count; i++)
			*word_cache_at(&p->by_key, p->words,
				       p->keys.items[i]) = NOBODY;
	LIST_CLEAR(&p->keys);
}

/* Namesakes form a chain by surname, the latest first. */
static uint32_t add_human(struct persons *p, struct scan *scan, word_id given,
			  word_id surname)
{
	word_id chain = people_full_key(p, scan, 0, surname);
	uint32_t *latest = people_last(p, chain);
	uint32_t namesake = surname ? *latest : NOBODY;

	if (surname)
		*latest = (uint32_t)p->people.count + 1;
	*LIST_ADD(&p->people) = (struct human){
		.given_key = given, .surname_key = surname,
		.given = STR_NONE, .surname = STR_NONE, .id = STR_NONE,
		.patronymic = STR_NONE, .middle = STR_NONE,
		.between = STR_NONE,
		.initial = STR_NONE,
		.namesake = namesake
	};
	return (uint32_t)p->people.count;
}

/* Given name and patronymic tell a person as the surname does, unless two in
 * the document have them. */
static void know_by_father(struct persons *p, struct scan *scan,
			   const struct found_person *found)
{
	uint32_t *who;

	if (!persons_has(&found->patronymic) || found->by_father ||
	    !found->patronymic.key)
		return;
	who = people_last(p, people_full_key(p, scan, found->given.key,
					 found->patronymic.key));
	if (*who != found->who)
		*who = *who == NOBODY ? found->who : SEVERAL;
}

/* Let a pair of keys mean a person, if it means nobody yet. */
static void know_pair(struct persons *p, struct scan *scan, word_id one,
		      word_id other, uint32_t who)
{
	uint32_t *pair = people_last(p, people_full_key(p, scan, one, other));

	if (*pair == NOBODY)
		*pair = who;
}

/* "Ximena Quispe Huarcaya" may be Quispe, Quispe Huarcaya, and Ximena Quispe,
 * but who has two given names is called so by none. */
static void add_middle(struct persons *p, struct scan *scan,
		       const struct found_person *found, uint32_t who)
{
	const struct name_part *middle = &found->middle;
	struct human *human = &p->people.items[who - 1];

	if (!persons_has(middle) || !middle->key || middle->is & PART_GIVEN ||
	    middle->end > middle->first + 1)
		return;
	human->middle_key = middle->key;
	human->between = persons_part_text(scan, middle);
	know_pair(p, scan, found->given.key, middle->key, who);
	if (found->surname.key)
		know_pair(p, scan, middle->key, found->surname.key, who);
}

/* Of a name by which a person is called in part, which part it is. */
static void settle_parts(const struct human *human, struct found_person *found)
{
	const struct name_part none = { .end = 0 };

	/* "President Wade": Wade is a given name too */
	if (persons_has(&found->given) && !persons_has(&found->surname) &&
	    found->given.key == human->surname_key &&
	    found->given.key != human->given_key) {
		found->surname = found->given;
		found->given = none;
	}
	if (!human->middle_key || persons_has(&found->middle))
		return;
	if (found->given.key == human->middle_key) {
		found->middle = found->given;
		found->given = none;
	} else if (found->surname.key == human->middle_key) {
		found->middle = found->surname;
		found->surname = none;
	}
}

static void join_one(struct persons *p, struct scan *scan,
		     struct found_person *found)
{
	word_id key = people_full_key(p, scan, found->given.key,
				      found->surname.key);
	uint32_t who = *people_last(p, key);

	if (who == NOBODY || who == SEVERAL) {
		who = add_human(p, scan, found->given.key, found->surname.key);
		p->people.items[who - 1].named = found->first;
		*people_last(p, key) = who;
		add_middle(p, scan, found, who);
	}
	found->who = who;
	p->people.items[who - 1].fulls++;
	settle_parts(&p->people.items[who - 1], found);
	people_take_role(&p->people.items[who - 1], found,
			 role_of(&p->marks, scan, found->first, found->end,
				 people_is_nominative(p, scan, found)));
	learn(p, scan, who, found);
	know_by_father(p, scan, found);
}

/* People with two names: each is one, whatever stands between. Those without a
 * surname come last. */
static void join_full(struct persons *p, struct scan *scan)
{
	for (int by_father = 0; by_father < 2; by_father++)
		for (size_t i = 1; i < p->found.count; i++) {
			struct found_person *found = &p->found.items[i];

			if (found_of(p, scan_settled(scan, found->first)) ==
				    found &&
			    persons_has(&found->given) && persons_has(&found->surname) &&
			    found->by_father == by_father)
				join_one(p, scan, found);
		}
}

/* For each surname and each given name, the first person who has it: whom a
 * bare one means that stands before all full names. */
static void know_firsts(struct persons *p)
{
	for (size_t i = p->people.count; i-- > 0;)
		if (p->people.items[i].middle_key)
			*people_last(p, p->people.items[i].middle_key) =
				(uint32_t)i + 1;
	for (size_t i = p->people.count; i-- > 0;) {
		const struct human *human = &p->people.items[i];

		*people_last(p, human->surname_key) = (uint32_t)i + 1;
		*people_last(p, human->given_key) = (uint32_t)i + 1;
	}
}

static uint32_t person_of(struct persons *p, struct scan *scan,
			  const struct found_person *found)
{
	if (persons_has(&found->surname) && found->surname.key) {
		uint32_t who = people_namesake(p, scan, found);
		uint32_t other = *people_last(p, found->surname.key);

		/* "President García" */
		return who == NOBODY && other != NOBODY && other != SEVERAL &&
				       p->people.items[other - 1].middle_key ==
					       found->surname.key
			       ? other : who;
	}
	if (persons_has(&found->surname))
		return NOBODY;
	return found->given.key ? *people_last(p, found->given.key) : NOBODY;
}

static uint32_t add_partial(struct persons *p, struct scan *scan,
			    const struct found_person *found)
{
	bool surname = persons_has(&found->surname);
	uint32_t who = add_human(p, scan, surname ? 0 : found->given.key,
				 surname ? found->surname.key : 0);

	if (persons_has(&found->initial))
		p->people.items[who - 1].initial =
			persons_part_text(scan, &found->initial);
	return who;
}

/* A surname with a title or initials: a person met before, or a new one. */
static void join_partial(struct persons *p, struct scan *scan,
			 struct found_person *found)
{
	uint32_t who = person_of(p, scan, found);

	if (who == NOBODY)
		who = add_partial(p, scan, found);
	found->who = who;
	settle_parts(&p->people.items[who - 1], found);
	learn(p, scan, who, found);
}

static void pass(struct persons *p, const struct found_person *found)
{
	if (found->who == NOBODY)
		return;
	p->people.items[found->who - 1].last = found->first + 1;
	p->people.items[found->who - 1].is_called |=
		persons_has(&found->surname) && !persons_has(&found->given) &&
		!persons_has(&found->initial);
	if (persons_has(&found->surname) && found->surname.key)
		*people_last(p, found->surname.key) = found->who;
	if (persons_has(&found->given) && found->given.key)
		*people_last(p, found->given.key) = found->who;
}

static bool is_minor(const struct candidate *c)
{
	return c && c->rank == RANK_MINOR && c->end == c->first + 1;
}

/* "Май работал", "о приговоре Май": a month, whose name in small letters or before
 * no verb it would be. */
static bool may_be_month(const struct persons *p, const struct scan *scan,
			 const struct candidate *c)
{
	size_t token = c ? c->first : 0;

	if (!c || c->type != MENTION_DATE || c->end != token + 1 ||
	    !scan_is_name_word(scan, token))
		return false;
	return scan->marks.items[token].flags & MARK_START
		       ? c->end < scan_sentence_end(scan, token) &&
				 role_endings_has(p->marks.endings, scan,
						  c->end, ENDS_VERB)
		       : scan_shape(scan, token) & SHAPE_CYRILLIC;
}

static bool is_free(const struct persons *p, const struct scan *scan,
		    size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		if (scan->settled.items[t] && !is_minor(scan_settled(scan, t)) &&
		    !may_be_month(p, scan, scan_settled(scan, t)))
			return false;
	return true;
}

/* Behind a bare given name its surname, where the two are known together. */
static void take_surname(struct persons *p, struct scan *scan,
			 struct found_person *found)
{
	struct name_part part, *first = persons_has(&found->given)
						? &found->given
						: &found->middle;
	uint32_t who;

	if (!persons_has(first) || persons_has(&found->surname) ||
	    found->end >= scan_sentence_end(scan, found->first) ||
	    !person_names_part(p->names, scan, found->end, &part) ||
	    !part.key)
		return;
	who = *people_last(p, people_full_key(p, scan, first->key, part.key));
	if (who == NOBODY || who == SEVERAL)
		return;
	found->who = who;
	found->surname = part;
	found->end = part.end;
	/* "Ximena Quispe [Huarcaya]" */
	if (part.key == p->people.items[who - 1].middle_key &&
	    found->end < scan_sentence_end(scan, found->first) &&
	    person_names_part(p->names, scan, found->end, &part) &&
	    part.key == p->people.items[who - 1].surname_key) {
		found->middle = found->surname;
		found->surname = part;
		found->end = part.end;
	}
}

/* A word that is the name of a person of the document, of nobody else's; false
 * if it is none's. A surname that only a namesake of the other gender has is
 * another person's. */
static bool read_bare(struct persons *p, struct scan *scan,
		      const struct name_part *part, struct found_person *found)
{
	uint32_t who = *people_last(p, part->key);
	const struct human *human;

	*found = (struct found_person){
		.first = part->first, .end = part->end, .in = CASES_ALL,
		.told = surroundings_gender(p, scan, part->first, part->end)
	};
	if (who == NOBODY || who == SEVERAL)
		return false;
	human = &p->people.items[who - 1];
	if (!people_stands_for(p, scan, part, human))
		return false;
	if (human->surname_key != part->key) {
		if (human->middle_key == part->key)
			found->middle = *part;
		else
			found->given = *part;
		found->who = who;
		return true;
	}
	found->surname = *part;
	found->in = surroundings_cases(p, scan, part->first);
	found->who = people_namesake(p, scan, found);
	if (found->who == NOBODY && !(part->is & PART_ENDING))
		return false;
	return found->who == NOBODY ||
	       people_stands_for(p, scan, part, &p->people.items[found->who - 1]);
}

/* A word that may be a name, or two of which the second makes a patronymic of
 * the first ("Жээнбай уулу"), where one is known by it. */
static bool bare_part(struct persons *p, const struct scan *scan, size_t token,
		      struct name_part *part)
{
	struct name_part both;

	if (!person_names_part(p->names, scan, token, part))
		return false;
	if (part->end < scan_sentence_end(scan, token) &&
	    person_names_is_apart(p->names, scan, part->end)) {
		both = *part;
		both.end++;
		person_names_join(p->names, scan, &both);
		if (both.key && *people_last(p, both.key) != NOBODY)
			*part = both;
	}
	return part->key != 0;
}

/* A word that nothing else claims and that is somebody's name. */
static void add_bare(struct persons *p, struct scan *scan, size_t token)
{
	struct name_part part;
	struct found_person bare;
	struct candidate *c;
	bool single;

	if (p->honoured.items[token] ||
	    !bare_part(p, scan, token, &part) || !read_bare(p, scan, &part, &bare))
		return;
	take_surname(p, scan, &bare);
	single = !((persons_has(&bare.given) || persons_has(&bare.middle)) &&
		   persons_has(&bare.surname));
	if (!is_free(p, scan, bare.first, bare.end) ||
	    (single &&
	     people_is_doubtful(p, scan, &bare, bare.who ?
			 &p->people.items[bare.who - 1] : NULL)))
		return;
	if (bare.who == NOBODY)
		bare.who = add_partial(p, scan, &bare);
	*LIST_ADD(&p->found) = bare;
	c = scan_add(scan, bare.first, bare.end, MENTION_PERSON, RANK_PERSON,
		     RULE_BARE);
	c->person = (uint32_t)(p->found.count - 1);
	learn(p, scan, bare.who, &bare);
	for (size_t t = bare.first; t < bare.end; t++)
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
		if (!c || is_minor(c) || may_be_month(p, scan, c))
			add_bare(p, scan, t);
		c = scan_settled(scan, t);
		found = found_of(p, c);
		if (found)
			pass(p, found);
		t = c ? c->end : t + 1;
	}
}

void persons_join(struct persons *p, struct scan *scan)
{
	LIST_CLEAR(&p->people);
	forget_keys(p);
	join_full(p, scan);
	know_firsts(p);
	join_all(p, scan);
	people_give_roles(p, scan);
	people_give_names(p, scan);
	for (size_t i = 0; i < scan->candidates.count; i++) {
		struct candidate *c = &scan->candidates.items[i];
		const struct found_person *found = found_of(p, c);

		if (!found || found->who == NOBODY)
			continue;
		c->id = p->people.items[found->who - 1].id;
		c->type = people_type(&p->people.items[found->who - 1]);
		person_reasons_tell(p, scan, c, found);
	}
}
