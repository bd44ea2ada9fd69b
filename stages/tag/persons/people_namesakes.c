#include "persons_internal.h"
#include "role_endings.h"

#include "distance.h"
#include "utf8.h"

#include <limits.h>

/* Which of the people of one surname a mention means. */

enum {
	NAMESAKES = 16,       /* people of one surname that initials may mean */
	VERB_NEAR = 2         /* function words between a surname and its verb */
};

/* "Ж." is that of Жанна, "Zh." that of Zhanna and Жанна. */
static bool initial_fits(const struct persons *p, const struct scan *scan,
			 const struct found_person *found,
			 const struct human *human)
{
	struct strbuf initial = STRBUF_INIT, given = STRBUF_INIT;
	struct str name = human->given.len ? human->given : human->initial;
	size_t stop;
	bool fits;

	if (!persons_has(&found->initial) || name.len == 0)
		return true;
	romanisation_slug(p->romanisation, &initial,
			  persons_part_text(scan, &found->initial));
	romanisation_slug(p->romanisation, &given, name);
	stop = str_find(strbuf_view(&initial), STR("_"), 0);
	fits = str_has_prefix(strbuf_view(&given),
			      str_slice(strbuf_view(&initial), 0, stop)) ||
	       (initial.len > 0 && given.len > 1 && given.data[0] == 'y' &&
		given.data[1] == initial.data[0]);
	strbuf_release(&initial);
	strbuf_release(&given);
	return fits;
}

/* Омаров is no woman, Ms. Kim no man. */
static bool gender_fits(const struct scan *scan,
			const struct found_person *found,
			const struct human *human)
{
	unsigned genders = found->surname.genders;

	if (found->told)
		genders = 1u << found->told;
	return !human->gender || !genders || genders & 1u << human->gender ||
	       (!found->told &&
		str_equal(persons_part_text(scan, &found->surname), human->surname));
}

/* Keys are coarse: in Latin letters, where a surname has no cases, Abbas is not
 * Abassi, but Kasymov is Kassymov. */
static bool is_spelled_alike(const struct scan *scan,
			     const struct found_person *found,
			     const struct human *human)
{
	struct str word = persons_part_text(scan, &found->surname);
	struct str name = human->surname;
	size_t at = 0;

	if (!(scan_shape(scan, found->surname.first) & SHAPE_LATIN) ||
	    name.len == 0 || word.len == 0 ||
	    utf8_is_cyrillic(utf8_next(name, &at)))
		return true;
	return distance_of(word, name, 1) == 0 ||
	       (distance_of(word, name, 1) == 1 &&
		utf8_fold_char((unsigned char)word.data[word.len - 1]) ==
			utf8_fold_char((unsigned char)name.data[name.len - 1]));
}

/* "Морозу": in Russian a woman's surname that ends as a man's has no cases. */
static bool is_mans_case(const struct persons *p, const struct scan *scan,
			 const struct found_person *found,
			 const struct human *human)
{
	lang_id lang = scan_lang(scan, found->surname.first);
	struct strbuf name = STRBUF_INIT;
	struct str form = words_text(scan->words,
				     scan_fold(scan, found->surname.first));
	bool is;

	if (human->gender != GENDER_F || found->surname.is & PART_ENDING ||
	    !person_run_is_cyrillic(scan, &found->surname) ||
	    person_names_is_suffixing(p->names, lang))
		return false;
	utf8_add_fold(&name, human->surname);
	is = person_names_is_base(p->names, lang, strbuf_view(&name)) &&
	     person_names_cases(p->names, form, strbuf_view(&name), GENDER_M) &&
	     !person_names_cases(p->names, form, strbuf_view(&name), GENDER_F);
	strbuf_release(&name);
	return is;
}

/* Whose verb stands at a token. */
static enum gender verb_at(const struct persons *p, const struct scan *scan,
			   size_t token)
{
	const struct role_endings *endings = p->marks.endings;

	return role_endings_has(endings, scan, token, ENDS_VERB_F) ? GENDER_F :
	       role_endings_has(endings, scan, token, ENDS_VERB_M) ? GENDER_M :
								     GENDER_UNKNOWN;
}

/* Who does what a verb beside a word says, behind it or before it, with function
 * words between ("не признал", "сказала сама"); unknown where none tells. */
static enum gender verb_gender(const struct persons *p, const struct scan *scan,
			       size_t first, size_t end)
{
	size_t start = scan_sentence_start(scan, first), before = first;
	size_t limit = scan_sentence_end(scan, first), behind = end;
	enum gender gender = GENDER_UNKNOWN;

	while (behind + 1 < limit && behind < end + VERB_NEAR &&
	       scan_is_stopword(scan, behind))
		behind++;
	if (behind < limit)
		gender = verb_at(p, scan, behind);
	while (before > start + 1 && before + VERB_NEAR > first &&
	       scan_is_stopword(scan, before - 1))
		before--;
	return gender || before == start ? gender
					 : verb_at(p, scan, before - 1);
}

static bool begins_clause(const struct scan *scan, size_t token)
{
	return scan->marks.items[token].flags & MARK_START ||
	       (token > scan_sentence_start(scan, token) &&
		scan_is_form(scan, token - 1, ";"));
}

/* "Омарова", where a nominative is: 1 for one of the gender that has it, -1 for
 * one of the other, 0 where it does not tell. At the beginning of a sentence, or
 * of what a semicolon parts, a surname stands so as a rule, and beside a verb
 * that one of that gender does; beside one that the other does it is a case of
 * his ("Омарова оштрафовал"). */
static int subject_fits(const struct persons *p, const struct scan *scan,
			const struct found_person *found,
			const struct human *human)
{
	const struct name_part *surname = &found->surname;
	enum gender gender = GENDER_UNKNOWN, doer;

	if (surname->is & PART_ENDING && person_run_is_cyrillic(scan, surname))
		gender = person_names_gender(p->names,
				words_text(scan->words,
					   scan_fold(scan, surname->first)));
	doer = gender || !(surname->is & PART_ENDING)
		       ? verb_gender(p, scan, found->first, found->end)
		       : GENDER_UNKNOWN;
	if (doer && human->gender)
		return doer == human->gender ? 1 : -1;
	if (!begins_clause(scan, found->first))
		return 0;
	if (gender && human->gender)
		return gender == human->gender ? 1 : -1;
	return str_equal(persons_part_text(scan, surname), human->surname);
}

/* 1 where a role beside the mention is one of the person's, "Vice Mayor Lund",
 * 0 where it is not known, -1 where it is another. */
static int role_fits(unsigned roles, const struct human *human)
{
	const unsigned told = ROLE_JOURNALIST | ROLE_OFFICIAL;

	if (!(roles & told) || !(human->roles & told))
		return 0;
	return roles & human->roles ? 1 : -1;
}

/* "His wife, Vera Moss, said Moss had left": who is named in the sentence is not
 * named again in it. */
static bool is_in_sentence(const struct scan *scan,
			   const struct found_person *found,
			   const struct human *human)
{
	return human->last > 0 &&
	       scan->marks.items[human->last - 1].sentence ==
		       scan->marks.items[found->first].sentence;
}

static size_t paragraph_of(const struct scan *scan, size_t token)
{
	return scan->doc->sentences.items[scan->marks.items[token].sentence]
		.paragraph;
}

/* "Joel Lund … Lund said … Vera Lund … Vera Lund": who is named in full again,
 * where the surname alone has meant another, is not meant by it elsewhere. */
static bool is_always_full(const struct persons *p, const struct scan *scan,
			   const struct found_person *found,
			   const struct human *human, uint32_t who)
{
	if (human->is_called || human->fulls < 2 || human->last == 0 ||
	    paragraph_of(scan, human->last - 1) ==
		    paragraph_of(scan, found->first))
		return false;
	for (int i = 0; i < NAMESAKES && who != NOBODY; i++) {
		if (p->people.items[who - 1].is_called)
			return true;
		who = p->people.items[who - 1].namesake;
	}
	return false;
}

/* Of the people of a surname whom the mention fits, by its role the one last named before
 * it, else the first one behind. */
uint32_t people_namesake(struct persons *p, struct scan *scan,
			    const struct found_person *found)
{
	word_id chain = people_full_key(p, scan, 0, found->surname.key);
	uint32_t latest = *people_last(p, chain), who = latest, best = NOBODY;
	unsigned roles = who != NOBODY && p->people.items[who - 1].namesake
				 ? role_of(&p->marks, scan, found->first,
					   found->end, false)
				 : 0;
	size_t last = 0;
	int exact = INT_MIN;

	for (int i = 0; i < NAMESAKES && who != NOBODY; i++) {
		const struct human *human = &p->people.items[who - 1];

		if (initial_fits(p, scan, found, human) &&
		    gender_fits(scan, found, human) &&
		    !is_mans_case(p, scan, found, human) &&
		    is_spelled_alike(scan, found, human)) {
			int is = subject_fits(p, scan, found, human) +
				 2 * role_fits(roles, human) -
				 is_in_sentence(scan, found, human) -
				 is_always_full(p, scan, found, human, latest);

			if (is > exact ||
			    (is == exact && human->last >= last)) {
				best = who;
				last = human->last;
				exact = is;
			}
		}
		who = human->namesake;
	}
	return best;
}
