#include "mask_internal.h"

#include "utf8.h"

#include <stdlib.h>

enum {
	PART_MIN = 2,     /* letters: shorter parts of names are initials */
	SHORT_MAX = 2,    /* of a part that is told only by its surroundings */
	KEY_MIN = 3,      /* letters of a key that tells a name */
	COMMON_MAX = 4    /* letters of a name that is a common word if
	                     dictionaries have it: they have many names */
};

struct mask *mask_new(struct languages *languages, struct words *words)
{
	struct mask *mask = memory_get_zeroed(sizeof *mask);

	mask->languages = languages;
	mask->words = words;
	interned_init(&mask->ids);
	interned_init(&mask->others);
	interned_init(&mask->other_keys);
	interned_init(&mask->initials);
	interned_init(&mask->forms.texts);
	interned_init(&mask->keys.texts);
	interned_init(&mask->stems.texts);
	interned_init(&mask->whole.texts);
	mask->cache = memory_get_zeroed(MASK_SLOTS * sizeof *mask->cache);
	return mask;
}

static void release_table(struct mask_table *table)
{
	interned_release(&table->texts);
	LIST_RELEASE(&table->forms);
}

void mask_free(struct mask *mask)
{
	if (!mask)
		return;
	interned_release(&mask->ids);
	interned_release(&mask->others);
	interned_release(&mask->other_keys);
	interned_release(&mask->initials);
	release_table(&mask->forms);
	release_table(&mask->keys);
	release_table(&mask->stems);
	release_table(&mask->whole);
	LIST_RELEASE(&mask->named);
	LIST_RELEASE(&mask->edits);
	LIST_RELEASE(&mask->joined);
	strbuf_release(&mask->fold);
	strbuf_release(&mask->key);
	strbuf_release(&mask->decoded);
	strbuf_release(&mask->inner);
	free(mask->cache);
	free(mask);
}

size_t mask_persons(const struct mask *mask)
{
	return mask->named.count;
}

static void add_people(struct mask_people *people,
		       const struct mask_people *more)
{
	struct mask_people sum = { .count = 0 };
	size_t i = 0, k = 0;

	if (mask_people_many(people) || mask_people_many(more)) {
		people->count = MASK_SHARED + 1;
		return;
	}
	while ((i < people->count || k < more->count) &&
	       sum.count <= MASK_SHARED) {
		uint32_t a = i < people->count ? people->ids[i] : UINT32_MAX;
		uint32_t b = k < more->count ? more->ids[k] : UINT32_MAX;

		if (sum.count < MASK_SHARED)
			sum.ids[sum.count] = a < b ? a : b;
		sum.count++;
		i += a <= b;
		k += b <= a;
	}
	*people = sum;
}

struct mask_people mask_people_both(const struct mask_people *a,
				    const struct mask_people *b)
{
	struct mask_people both = { .count = 0 };

	if (mask_people_many(a))
		return *b;
	if (mask_people_many(b))
		return *a;
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			if (a->ids[i] == b->ids[k])
				both.ids[both.count++] = a->ids[i];
	return both;
}

void mask_table_add(struct mask_table *table, struct str text,
		    struct mask_people people, unsigned flags)
{
	uint32_t number = interned_add(&table->texts, text);

	while (table->forms.count <= number)
		LIST_ADD(&table->forms);
	add_people(&table->forms.items[number].people, &people);
	table->forms.items[number].flags |= flags;
}

const struct mask_form *mask_table_find(const struct mask_table *table,
					struct str text)
{
	uint32_t number = table->forms.count > 0
				  ? interned_find(&table->texts, text) : 0;

	return number ? &table->forms.items[number] : NULL;
}

static bool is_stopword(struct mask *mask, struct str word)
{
	word_id form = words_add(mask->words, word);

	for (unsigned lang = 1; lang < mask->words->lang_count; lang++)
		if (languages_is_stopword(mask->languages, (lang_id)lang, form))
			return true;
	return false;
}

bool mask_is_known(struct mask *mask, struct str word)
{
	word_id form = words_add(mask->words, word);

	for (unsigned lang = 1; lang < mask->words->lang_count; lang++)
		if (languages_know(mask->languages, (lang_id)lang, form))
			return true;
	return false;
}

static struct mask_people one(size_t person)
{
	return (struct mask_people){ .ids = { (uint32_t)person }, .count = 1 };
}

size_t mask_add_person(struct mask *mask, struct str id)
{
	size_t known = interned_find(&mask->ids, id), person;
	struct strbuf name = STRBUF_INIT;

	if (known)
		return known - 1;
	person = interned_add(&mask->ids, id) - 1;
	LIST_ADD(&mask->named);
	strbuf_add(&name, id);
	for (size_t i = 0; i < name.len; i++)
		if (name.data[i] == '_')
			name.data[i] = ' ';
	mask_add_name(mask, person, strbuf_view(&name));
	strbuf_release(&name);
	return person;
}

/* In all languages: a person's name comes up in texts of any. */
static void add_stems(struct mask *mask, struct str part,
		      struct mask_people people)
{
	word_id form = words_add(mask->words, part);

	for (unsigned lang = 1; lang < mask->words->lang_count; lang++) {
		word_id stem = languages_stem(mask->languages, (lang_id)lang,
					      form);

		if (stem)
			mask_table_add(&mask->stems,
				       words_text(mask->words, stem), people,
				       0);
	}
}

/* Who has which initials. */
static void add_initial(struct mask *mask, struct str part, size_t person)
{
	strbuf_clear(&mask->key);
	mask_add_initial(&mask->key, part, (uint32_t)person);
	interned_add(&mask->initials, strbuf_view(&mask->key));
}

static void add_part(struct mask *mask, struct str part, size_t person,
		     unsigned flags)
{
	bool is_short = utf8_chars(part) <= SHORT_MAX;

	strbuf_clear(&mask->fold);
	utf8_add_fold(&mask->fold, part);
	mask_table_add(&mask->forms, strbuf_view(&mask->fold), one(person),
		       flags | (is_short ? MASK_SHORT : 0u));
	if (flags & MASK_FAMILY && mask->longest < mask->fold.len)
		mask->longest = mask->fold.len;
	if (is_short)
		return;
	languages_make_key(mask->languages, part, &mask->key);
	if (utf8_chars(strbuf_view(&mask->key)) >= KEY_MIN)
		mask_table_add(&mask->keys, strbuf_view(&mask->key),
			       one(person), flags);
	add_stems(mask, part, one(person));
}

/* The next run of letters; false at the end. */
static bool next_word(struct str text, size_t *at, struct str *word)
{
	size_t start = text.len, next;

	while (*at < text.len) {
		next = *at;
		if (utf8_is_letter(utf8_next(text, &next))) {
			if (start == text.len)
				start = *at;
		} else if (start < text.len) {
			break;
		}
		*at = next;
	}
	*word = str_slice(text, start, *at);
	return word->len > 0;
}

/* How many words of so many letters or more. */
static size_t count_words(struct str text, size_t letters)
{
	struct str word;
	size_t count = 0, at = 0;

	while (next_word(text, &at, &word))
		count += utf8_chars(word) >= letters;
	return count;
}

void mask_add_name(struct mask *mask, size_t person, struct str name)
{
	size_t count = count_words(name, PART_MIN), at = 0, index = 0;
	bool is_turned = str_find(name, STR(","), 0) < name.len;
	unsigned common = count > 1 ? 0u : count_words(name, 1) > 1
					 ? MASK_FAMILY
					 : MASK_ALONE | MASK_FAMILY;
	struct str word;

	while (next_word(name, &at, &word)) {
		unsigned flags = common;

		add_initial(mask, word, person);
		if (utf8_chars(word) < PART_MIN)
			continue;
		if ((index == 0) == is_turned)
			flags |= MASK_FAMILY;
		add_part(mask, word, person, flags);
		index++;
	}
}

void mask_protect(struct mask *mask, struct str name)
{
	size_t at = 0;
	struct str word;

	while (next_word(name, &at, &word)) {
		strbuf_clear(&mask->fold);
		utf8_add_fold(&mask->fold, word);
		interned_add(&mask->others, strbuf_view(&mask->fold));
		languages_make_key(mask->languages, word, &mask->key);
		if (mask->key.len > 0)
			interned_add(&mask->other_keys,
				     strbuf_view(&mask->key));
	}
}

void mask_settle(struct mask *mask)
{
	for (size_t i = 1; i < mask->forms.forms.count; i++) {
		struct mask_form *form = &mask->forms.forms.items[i];
		struct str text = interned_text(&mask->forms.texts,
						(uint32_t)i);

		if (form->flags & MASK_COMMON)
			continue;
		if (mask_is_known(mask, text))
			form->flags |= MASK_KNOWN;
		if (form->flags & MASK_SHORT && is_stopword(mask, text))
			form->flags |= MASK_STOP;
		if ((form->flags & MASK_KNOWN &&
		     utf8_chars(text) <= COMMON_MAX) ||
		    (!(form->flags & MASK_FAMILY) &&
		     interned_find(&mask->others, text)))
			form->flags |= MASK_COMMON;
	}
	memset(mask->cache, 0, MASK_SLOTS * sizeof *mask->cache);
}

/* The person that all words of a text are surely names of, or SIZE_MAX. */
static size_t find_person(struct mask *mask, struct str text)
{
	struct mask_people people = { .count = MASK_SHARED + 1 };
	size_t at = 0;
	struct str word;

	while (next_word(text, &at, &word)) {
		struct mask_found found;

		if (utf8_chars(word) < PART_MIN)
			continue;
		found = mask_look(mask, word, MASK_IN_TEXT);
		people = mask_people_both(&people, &found.people);
	}
	return people.count == 1 ? people.ids[0] : SIZE_MAX;
}

/* Words that stand for themselves are left alone: Human Rights Watch may be an
 * author too. */
static void add_author_words(struct mask *mask, struct str name, size_t person)
{
	bool is_turned = str_find(name, STR(","), 0) < name.len;
	size_t at = 0, index = 0;
	struct str word;

	if (count_words(name, PART_MIN) < 2)
		return;
	while (next_word(name, &at, &word)) {
		bool is_family = (index == 0) == is_turned;

		if (utf8_chars(word) < PART_MIN)
			continue;
		index++;
		strbuf_clear(&mask->fold);
		utf8_add_fold(&mask->fold, word);
		if (!interned_find(&mask->others, strbuf_view(&mask->fold)) &&
		    !mask_is_known(mask, word))
			add_part(mask, word, person,
				 is_family ? MASK_FAMILY : 0);
	}
}

void mask_add_author(struct mask *mask, struct str name)
{
	struct strbuf fold = STRBUF_INIT;
	size_t person;

	name = str_trim(name);
	utf8_add_fold(&fold, name);
	if (name.len > 0 &&
	    !mask_table_find(&mask->whole, strbuf_view(&fold))) {
		person = find_person(mask, name);
		if (person == SIZE_MAX) {
			person = mask->named.count;
			LIST_ADD(&mask->named);
			add_author_words(mask, name, person);
		}
		mask_table_add(&mask->whole, strbuf_view(&fold), one(person),
			       0);
	}
	strbuf_release(&fold);
}
