#include "entity_names.h"

#include "distance.h"
#include "utf8.h"

enum {
	ENDING_MAX = 3,     /* letters of a case ending, at most */
	DISTANCE_MAX = 12,
	COMPARED_MAX = 64   /* forms that are held against each other */
};

int entity_names_open(struct entity_names *names, struct lexicons *lexicons,
		      struct err *err)
{
	int rc;

	*names = (struct entity_names){ .romanisation = NULL };
	rc = romanisation_open(&names->romanisation, lexicons, err);
	return rc < 0 ? rc : lexicons_table(lexicons, "languages.tsv",
					    &names->languages, err);
}

void entity_names_close(struct entity_names *names)
{
	romanisation_close(names->romanisation);
	strbuf_release(&names->slug);
	*names = (struct entity_names){ .romanisation = NULL };
}

static bool writes(const struct entity_names *names, struct str lang,
		   const char *script)
{
	const struct table *table = names->languages;

	for (size_t i = 0; i < table->row_count; i++)
		if (str_equal(table_named_cell(table, i, "code"), lang))
			return str_equal(table_named_cell(table, i, "script"),
					 str_of(script));
	return true; /* nothing is known of it */
}

bool entity_names_suits(const struct entity_names *names, struct str lang,
			struct str name)
{
	size_t latin = 0, cyrillic = 0;

	for (size_t at = 0; at < name.len;) {
		uint32_t c = utf8_next(name, &at);

		latin += utf8_is_letter(c) && utf8_is_latin(c);
		cyrillic += utf8_is_cyrillic(c);
	}
	return (latin == 0 || latin < cyrillic ||
		writes(names, lang, "latin")) &&
	       (cyrillic == 0 || cyrillic < latin ||
		writes(names, lang, "cyrillic"));
}

/* "А.", "Zh.", "А.Б." */
static bool is_initial(struct str word)
{
	size_t letters = 0, dots = 0;

	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);

		letters += utf8_is_letter(c);
		dots += c == '.';
	}
	return letters <= 1 || (dots > 0 && letters <= 2 * dots);
}

static int tier_of(struct str text, bool is_person)
{
	int words = 0, initials = 0;
	struct str word;

	while (str_split(&text, ' ', &word)) {
		if (word.len == 0)
			continue;
		words++;
		initials += is_initial(word);
	}
	if (!is_person)
		return words > 1 ? 3 : 1;
	if (words - initials > 1)
		return 3;
	return initials > 0 && words > 1 ? 2 : 1;
}

static bool is_in_capitals(struct str text)
{
	size_t capitals = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (utf8_is_lower(c))
			return false;
		capitals += utf8_is_upper(c);
	}
	return capitals > 1;
}

/* Whether two forms differ in the ends of their words alone; *is_longer: the
 * first one has all letters of the other, and more. */
static bool differ_in_endings(struct str a, struct str b, bool *is_longer)
{
	struct str one, other;

	*is_longer = true;
	while (str_split(&a, ' ', &one)) {
		size_t common;

		if (!str_split(&b, ' ', &other))
			return false;
		common = utf8_common(one, other);
		if (common == 0 || utf8_chars(one) > common + ENDING_MAX ||
		    utf8_chars(other) > common + ENDING_MAX)
			return false;
		*is_longer &= utf8_chars(other) == common;
	}
	return b.data == NULL;
}

struct judged {
	struct entity_form form;
	int tier;
	bool suits, is_in_capitals, is_inflected;
	unsigned distance;     /* from the id */
};

static bool is_class(const struct judged *a, const struct judged *b)
{
	return a->suits == b->suits && a->tier == b->tier;
}

static bool is_better(const struct judged *a, const struct judged *b)
{
	if (a->suits != b->suits)
		return a->suits;
	if (a->tier != b->tier)
		return a->tier > b->tier;
	if (a->is_inflected != b->is_inflected)
		return b->is_inflected;
	if (a->is_in_capitals != b->is_in_capitals)
		return b->is_in_capitals;
	if (a->form.count != b->form.count)
		return a->form.count > b->form.count;
	if (a->distance != b->distance)
		return a->distance < b->distance;
	return str_compare(a->form.text, b->form.text) < 0;
}

static void judge(struct entity_names *names, struct judged *j, struct str id,
		  struct str lang, bool is_person)
{
	struct str text = j->form.text;

	j->suits = entity_names_suits(names, lang, text);
	j->tier = tier_of(text, is_person);
	j->is_in_capitals = is_in_capitals(text);
	strbuf_clear(&names->slug);
	romanisation_slug(names->romanisation, &names->slug, text);
	j->distance = distance_of(strbuf_view(&names->slug), id, DISTANCE_MAX);
}

/* Where the id tells nothing, being made of a name in another language, that is
 * an inflected form which only adds to another one. */
static bool is_inflected_of(const struct judged *a, const struct judged *b)
{
	bool is_longer;

	return is_class(a, b) && b->distance <= a->distance &&
	       differ_in_endings(a->form.text, b->form.text, &is_longer) &&
	       (b->distance < a->distance || is_longer) &&
	       !str_equal(a->form.text, b->form.text);
}

static void find_inflected(struct judged *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < count && !list[i].is_inflected; k++)
			list[i].is_inflected =
				k != i && is_inflected_of(&list[i], &list[k]);
}

struct str entity_names_choose(struct entity_names *names, struct str id,
			       struct str lang, bool is_person,
			       struct entity_form *forms, size_t count)
{
	struct judged list[COMPARED_MAX], *best = list;

	count = count < COMPARED_MAX ? count : COMPARED_MAX;
	if (count == 0)
		return STR_NONE;
	for (size_t i = 0; i < count; i++) {
		list[i] = (struct judged){ .form = forms[i] };
		judge(names, &list[i], id, lang, is_person);
	}
	find_inflected(list, count);
	for (size_t i = 1; i < count; i++)
		if (is_better(&list[i], best))
			best = &list[i];
	return best->form.text;
}

bool entity_names_is_inflected(struct entity_names *names, struct str id,
			       struct str form, struct str other)
{
	struct judged a = { .form = { form, 1 } };
	struct judged b = { .form = { other, 1 } };

	judge(names, &a, id, STR_NONE, false);
	judge(names, &b, id, STR_NONE, false);
	return is_inflected_of(&a, &b);
}
