#include "party_phrases.h"

enum {
	GAP_TOKENS = 16,   /* the farthest, names and marks too */
	GAP_WORDS = 3,     /* between a noun and the name that it tells of */
	GAP_NAMED = 2,     /* the same around a name that stands between */
	BEHIND_WORDS = 3,  /* ", a young reporter" */
	COUNTED_LOW = 5    /* up to here a number shows the subject */
};

static bool is_comma(const struct scene *scene, size_t token)
{
	return token < scene->end &&
	       str_equal(scene_text(scene, token), STR(","));
}

/* Whether the token begins what parts a noun from a name. */
static bool parts(const struct scene *scene, size_t token)
{
	static const enum cue_kind kinds[] = {
		CUE_TRIGGER, CUE_SPEECH, CUE_AND, CUE_RELATIVE, CUE_BREAK,
		CUE_PRONOUN, CUE_PRONOUNS, CUE_THAT, CUE_AGENT, CUE_PASSIVE
	};

	if (is_comma(scene, token))
		return true;
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (scene_cue(scene, kinds[i], token, token + 1) != NULL)
			return true;
	return false;
}

size_t party_gap(const struct scene *scene, size_t first, size_t end,
		 bool *named)
{
	size_t count = 0;

	*named = false;
	if (end < first || end - first > GAP_TOKENS)
		return SCENE_TOKENS;
	for (size_t t = first; t < end; t++) {
		const struct scene_token *token = scene_token(scene, t);

		if (token->mention)
			*named = true;
		else if (parts(scene, t))
			return SCENE_TOKENS;
		else
			count += !scene_is_mark(scene, t);
	}
	return count;
}

static bool is_person(const struct party *party)
{
	return party->named && (party->class == PARTY_PEOPLE ||
				party->class == PARTY_OFFICIAL);
}

static bool is_media(const struct party *party)
{
	return party->class == PARTY_MEDIA && party->type != MENTION_PLATFORM;
}

static void tie(struct party *noun, struct party *name)
{
	noun->inner = true;
	name->head = noun->head;
	if (noun->from < name->from)
		name->from = noun->from;
	if (noun->until > name->until)
		name->until = noun->until;
}

/* "The newspaper X", "X newspaper". */
static void tie_media(struct scene *scene, size_t i)
{
	struct party *noun = &scene->parties.items[i];
	bool named;

	if (noun->named || noun->class != PARTY_MEDIA || noun->counted)
		return;
	if (i + 1 < scene->parties.count && noun[1].named &&
	    is_media(&noun[1]) &&
	    party_gap(scene, noun->end, noun[1].first, &named) == 0)
		tie(noun, &noun[1]);
	else if (i > 0 && noun[-1].named && is_media(&noun[-1]) &&
		 noun[-1].head == SIZE_MAX &&
		 party_gap(scene, noun[-1].end, noun->first, &named) == 0)
		tie(noun, &noun[-1]);
}

/* Whether the cases that both are sure to stand in agree. */
static bool agree(const struct scene *scene, const struct party *noun,
		  const struct party *name)
{
	unsigned a = party_cases(scene, noun), b = party_cases(scene, name);

	return a != CASES_ALL && b != CASES_ALL && (a & b) != 0;
}

static bool is_of(const struct scene *scene, const struct party *noun,
		  const struct party *name)
{
	size_t end = name->first;
	bool named;
	size_t words;

	if (end > noun->end && is_comma(scene, end - 1) &&
	    is_comma(scene, name->end))
		end--;
	words = party_gap(scene, noun->end, end, &named);
	return words == 0 || (named && words <= GAP_NAMED) ||
	       (words <= GAP_WORDS && agree(scene, noun, name));
}

/* Somebody who is another's: nobody told of before, and not the other. */
static void own(struct party *noun, struct party *owner)
{
	owner->inner = true;
	noun->kin = true;
}

/* An ending that is a word of its own: "'s". */
static bool is_clitic(const struct scene *scene, size_t token)
{
	struct str text = scene_text(scene, token);

	return text.len > 1 && (str_has_prefix(text, STR("'")) ||
				str_has_prefix(text, STR("’")));
}

/* Whether `first` to `end` are the words that tell whose somebody is: "of". */
static bool is_owner_mark(const struct scene *scene, size_t first, size_t end)
{
	const struct cue *cue = scene_cue(scene, CUE_OWNER, first, first + 1);

	return first < end && cue != NULL && cue->end == end;
}

/* "The lawyer of X", «адвокат журналиста X»: of whom a noun of his own tells
 * already, the one before it is another's. */
static bool is_owned(const struct scene *scene, const struct party *noun,
		     const struct party *name)
{
	bool named;

	if (name->from < noun->end)
		return false;
	if (is_owner_mark(scene, noun->end, name->from))
		return true;
	return name->head != SIZE_MAX && name->head > noun->head &&
	       name->head < name->first &&
	       (noun->kin || !agree(scene, noun, name)) &&
	       party_gap(scene, noun->end, name->from, &named) <= 1;
}

static void mark_inner(struct party *first, const struct party *end)
{
	for (; first < end; first++)
		first->inner = true;
}

/* "The reporter of X, Y": the name behind a noun, with outlets between. */
static void tie_person(struct scene *scene, size_t i)
{
	struct party *noun = &scene->parties.items[i];
	struct party *end = scene->parties.items + scene->parties.count;
	struct party *name = noun + 1;

	if (noun->named || noun->inner || noun->class == PARTY_MEDIA ||
	    (noun->class == PARTY_STATE && noun->many)) /* a body */
		return;
	while (name < end && !is_person(name) &&
	       (name->inner || name->class == PARTY_MEDIA ||
		name->class == PARTY_ORG))
		name++;
	if (name == end || !is_person(name))
		return;
	if (is_owned(scene, noun, name)) {
		own(noun, name);
		mark_inner(noun + 1, name);
		return;
	}
	if (!is_of(scene, noun, name))
		return;
	if (noun->class == PARTY_STATE)
		name->doer = noun->doer;
	tie(noun, name);
	mark_inner(noun, name);
}

/* "Y, a reporter": the noun behind a name. */
static void tie_behind(struct scene *scene, size_t i)
{
	struct party *noun = &scene->parties.items[i], *name = noun - 1;
	bool named;

	if (i == 0 || noun->named || noun->inner || noun->many ||
	    !is_person(name) || !is_comma(scene, name->end) ||
	    party_gap(scene, name->end + 1, noun->first, &named) > BEHIND_WORDS)
		return;
	noun->inner = true;
	name->until = noun->until;
	if (i + 1 < scene->parties.count && is_media(&noun[1]) &&
	    party_gap(scene, noun->end, noun[1].from, &named) <= GAP_NAMED) {
		noun[1].inner = true;
		name->until = noun[1].until;
	}
}

/* An outlet's reporters without a name are the outlet, unless they are counted;
 * of somebody with a name the outlet only tells who that is. */
static void tie_staff(struct party *outlet, struct party *noun)
{
	if (!noun->counted) {
		tie(noun, outlet);
	} else {
		if (outlet->from < noun->from)
			noun->from = outlet->from;
		if (outlet->until > noun->until)
			noun->until = outlet->until;
		outlet->inner = true;
	}
}

static void tie_outlet(struct scene *scene, size_t i)
{
	struct party *noun = &scene->parties.items[i];
	bool named;

	if (noun->named || noun->inner || noun->class != PARTY_PEOPLE)
		return;
	if (i + 1 < scene->parties.count && noun[1].named && !noun[1].inner &&
	    is_media(&noun[1]) &&
	    party_gap(scene, noun->end, noun[1].from, &named) <= GAP_NAMED)
		tie_staff(&noun[1], noun);
}

/* The last party before [i] that is not tied. */
static struct party *free_before(struct scene *scene, size_t i)
{
	while (i > 0 && scene->parties.items[i - 1].inner &&
	       !scene->parties.items[i - 1].named)
		i--;
	return i > 0 ? &scene->parties.items[i - 1] : NULL;
}

/* "X newspaper's reporter", "X's Y": outlets that stand before. */
static void tie_outlet_before(struct scene *scene, size_t i)
{
	struct party *party = &scene->parties.items[i];
	struct party *outlet = free_before(scene, i);
	size_t words;
	bool named;

	if (outlet == NULL || !outlet->named || outlet->inner ||
	    !is_media(outlet) || party->inner)
		return;
	words = party_gap(scene, outlet->until, party->from, &named);
	if (words >= GAP_NAMED)
		return;
	if (is_person(party) && (party->head != SIZE_MAX || words == 0)) {
		outlet->inner = true;
		party->from = outlet->from;
	} else if (!party->named && party->class == PARTY_PEOPLE) {
		tie_staff(outlet, party);
	}
}

/* "X's lawyer", «X-тың адвокаты». */
static void tie_owner_before(struct scene *scene, size_t i)
{
	struct party *noun = &scene->parties.items[i];
	struct party *owner = free_before(scene, i);

	if (noun->named || noun->inner || noun->class == PARTY_MEDIA ||
	    owner == NULL || owner->inner || !is_person(owner))
		return;
	if ((owner->end + 1 == noun->from && is_clitic(scene, owner->end)) ||
	    (owner->end == noun->from && party_cases(scene, owner) == CASE_G))
		own(noun, owner);
}

void party_phrases_read(struct scene *scene)
{
	static void (*const steps[])(struct scene *, size_t) = {
		tie_behind, tie_outlet_before, tie_outlet, tie_owner_before
	};

	for (size_t i = 0; i < scene->parties.count; i++)
		tie_media(scene, i);
	/* the nearest noun first: of those before it the name may be owner */
	for (size_t i = scene->parties.count; i-- > 0;)
		tie_person(scene, i);
	for (size_t s = 0; s < COUNT_OF(steps); s++)
		for (size_t i = 0; i < scene->parties.count; i++)
			steps[s](scene, i);
}

static lang_id lang_of(const struct scene *scene)
{
	return scene->doc->sentences.items[scene->sentence].lang;
}

struct noun_form party_noun_form(const struct scene *scene,
				 const struct party *party)
{
	return noun_cases_of(scene->noun_cases, lang_of(scene),
			     scene_fold(scene, party->head),
			     scene_stem(scene, party->head),
			     party->class == PARTY_MEDIA);
}

/* The cases that evidence leaves: a form that is no subject's outweighs one
 * that might be, as some names have one form alone. */
static void weigh(unsigned *cases, unsigned seen)
{
	if (seen == CASES_ALL || seen == 0)
		return;
	if (*cases == CASES_ALL || (*cases & CASE_N) > (seen & CASE_N))
		*cases = seen;
	else if ((*cases & CASE_N) == (seen & CASE_N) && (*cases & seen) != 0)
		*cases &= seen;
}

/* The word of a name, by the part of the id that it stands for. */
static unsigned cases_of_word(const struct scene *scene, size_t token,
			      struct str id)
{
	size_t at = 0;

	while (at < id.len) {
		size_t end = str_find(id, STR("_"), at);
		struct noun_form form = noun_cases_of_name(
			scene->noun_cases, lang_of(scene),
			scene_fold(scene, token), str_slice(id, at, end));

		if (form.cases != CASES_ALL)
			return form.cases;
		at = end + 1;
	}
	return noun_cases_of_name(scene->noun_cases, lang_of(scene),
				  scene_fold(scene, token), STR_NONE).cases;
}

static void weigh_person(const struct scene *scene, size_t first, size_t end,
			 struct str id, unsigned *cases)
{
	for (size_t t = first; t < end; t++)
		if (!scene_is_mark(scene, t))
			weigh(cases, cases_of_word(scene, t, id));
}

/* Names of things: a word that belongs to them, or they themselves where no
 * quotation marks hold them. */
static void weigh_thing(const struct scene *scene, const struct party *party,
			unsigned *cases)
{
	size_t ends[] = { party->first, party->end - 1 };

	for (size_t i = 0; i < COUNT_OF(ends); i++)
		if (!scene_is_mark(scene, ends[i]) &&
		    scene_token(scene, ends[i])->stretch == 0)
			weigh(cases, noun_cases_of(
					     scene->noun_cases, lang_of(scene),
					     scene_fold(scene, ends[i]),
					     scene_stem(scene, ends[i]),
					     true).cases);
}

/* Behind a number in its first form the noun shows nothing: it is the subject,
 * and the object too where the number is high or in figures. */
static unsigned cases_of_counted(const struct scene *scene,
				 const struct party *party, unsigned cases)
{
	struct str form = scene_fold(scene, party->from);

	if (cases == CASES_ALL || (cases & (CASE_G | CASE_A)) == 0)
		return cases;
	if (scene_cue(scene, CUE_NUMBER, party->from, party->from + 1) == NULL)
		return CASE_N | CASE_A;
	if (!str_equal(form, scene_stem(scene, party->from)))
		return cases;
	return party->number < COUNTED_LOW ? CASE_N : CASE_N | CASE_A;
}

unsigned party_cases(const struct scene *scene, const struct party *party)
{
	unsigned cases = CASES_ALL;

	if (party->head != SIZE_MAX)
		weigh(&cases, party_noun_form(scene, party).cases);
	if (party->counted && !party->named)
		return cases_of_counted(scene, party, cases);
	if (!party->named)
		return cases;
	if (is_person(party)) {
		size_t last = party->id.len;

		while (last > 0 && party->id.data[last - 1] != ';')
			last--;
		weigh_person(scene, party->first, party->first_end,
			     str_slice(party->id, 0, str_find(party->id,
							      STR(";"), 0)),
			     &cases);
		if (party->many)
			weigh_person(scene, party->last, party->end,
				     str_slice(party->id, last,
					       party->id.len),
				     &cases);
	} else if (party->head == SIZE_MAX) {
		weigh_thing(scene, party, &cases);
	}
	return cases;
}
