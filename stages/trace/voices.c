#include "voices.h"

#include "party_phrases.h"
#include "said.h"

enum {
	SHARE_REACH = 2,   /* tokens between "most of" and the noun */
	SHARE_WORDS = 5,   /* of "an overwhelming majority of the" */
	ROLE_REACH = 4     /* tokens between a role and the name behind it */
};

static bool is_person(const struct party *party)
{
	return party->named && !party->many &&
	       (party->class == PARTY_PEOPLE ||
		party->class == PARTY_OFFICIAL);
}

static void add_role(struct roles_told *roles, const struct scene *scene,
		     const struct cue *role, const struct party *party)
{
	word_id stem = scene->doc->tokens.items[role->end - 1].stem;

	if (stem == 0)
		return;
	roles->items[roles->count % ROLES_MAX].stem = stem;
	roles->items[roles->count % ROLES_MAX].id = party->id;
	roles->count++;
}

/* The nouns beside a name that tell what somebody is: those right before it,
 * and those between the commas behind it. */
static void read_roles(struct roles_told *roles, const struct scene *scene,
		       const struct party *party)
{
	size_t first = scene_back(scene, party->first, ROLE_REACH);
	size_t comma = scene_comma(scene, party->end, scene->end), end;
	const struct cue *role;

	for (size_t t = party->first; t > first; t--)
		if (scene_is_mark(scene, t - 1) && t < party->first)
			first = t;
	while ((role = scene_cue(scene, CUE_SPEAKER, first, party->first))) {
		add_role(roles, scene, role, party);
		first = role->first + 1;
	}
	if (comma != party->end)
		return;
	end = scene_comma(scene, comma + 1, scene->end);
	role = scene_cue(scene, CUE_SPEAKER, comma + 1, end);
	if (role != NULL && end < scene->end &&
	    role->first <= comma + ROLE_REACH &&
	    said_is_apposition(scene, comma + 1, end))
		add_role(roles, scene, role, party);
}

static struct str called(const struct roles_told *roles, word_id stem)
{
	size_t least = roles->count > ROLES_MAX ? roles->count - ROLES_MAX : 0;

	for (size_t i = roles->count; i-- > least && stem != 0;)
		if (roles->items[i % ROLES_MAX].stem == stem)
			return roles->items[i % ROLES_MAX].id;
	return STR_NONE;
}

/* Whether words beside a noun tell that it is one not told of before, or whose
 * it is: "a lawyer", "his lawyer", "the lawyer of". */
static bool is_new(const struct scene *scene, const struct party *noun)
{
	static const enum cue_kind before[] = {
		CUE_SOME, CUE_WHOSE, CUE_WHOSE_SEVERAL
	};
	size_t from = scene_back(scene, noun->first, SHARE_REACH);

	for (size_t i = 0; i < COUNT_OF(before); i++)
		if (scene_cue(scene, before[i], from, noun->first) != NULL)
			return true;
	return (noun->first > scene->first &&
		scene_token(scene, noun->first - 1)->mention) ||
	       (noun->end < scene->end &&
		(scene_token(scene, noun->end)->mention ||
		 scene_cue(scene, CUE_SPEAKER, noun->end, noun->end + 1) ||
		 scene_cue(scene, CUE_PREPOSITION, noun->end, noun->end + 1)));
}

/* "X, the regulator, …": whom the name before the comma means. */
static struct str find_apposed(const struct scene *scene,
			       const struct party *noun)
{
	size_t first = scene_back(scene, noun->first, ROLE_REACH), t;

	for (t = noun->first; t > first; t--)
		if (str_equal(scene_text(scene, t - 1), STR(",")))
			break;
	if (t == first || noun->many ||
	    !said_is_apposition(scene, t, scene_comma(scene, noun->end,
						      scene->end)) ||
	    scene_comma(scene, noun->end, scene->end) == scene->end)
		return STR_NONE;
	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].end == t - 1 &&
		    scene->parties.items[i].named)
			return scene->parties.items[i].id;
	return STR_NONE;
}

/* Whom a noun in the singular means that points back. */
static struct str find_meant(const struct scene *scene,
			     const struct party *noun, bool known,
			     struct str last, const struct roles_told *roles)
{
	word_id stem = scene->doc->tokens.items[noun->end - 1].stem;
	struct str id;

	id = find_apposed(scene, noun);
	if (id.len > 0)
		return id;
	if (noun->many || noun->class != PARTY_PEOPLE || is_new(scene, noun))
		return STR_NONE;
	id = called(roles, stem);
	if (id.len > 0 || !known)
		return id;
	for (size_t i = scene->parties.count; i-- > 0;)
		if (scene->parties.items[i].end <= noun->first &&
		    is_person(&scene->parties.items[i]))
			return scene->parties.items[i].id;
	return last.len > 0 ? last : roles->person;
}

/* The percentage that holds a token of the sentence, or NULL. */
static const struct mention *find_percent(const struct scene *scene,
					  size_t token)
{
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];

		if (m->type == MENTION_PERCENT && m->where.first <= token &&
		    token < m->where.end)
			return m;
	}
	return NULL;
}

/* "64 percent of editors", «64 процента редакторов», «редакторлардың 64
 * пайызы». */
static bool add_percent(const struct scene *scene, struct party *noun)
{
	const struct mention *percent = NULL;

	for (size_t n = 1; n <= SHARE_REACH + 1 &&
			   noun->first >= scene->first + n; n++)
		if ((percent = find_percent(scene, noun->first - n)) != NULL) {
			noun->first = percent->where.first;
			noun->head = SIZE_MAX;
			return true;
		}
	if (noun->end < scene->end)
		percent = find_percent(scene, noun->end);
	if (percent == NULL)
		return false;
	noun->end = percent->where.end;
	noun->head = SIZE_MAX;
	return true;
}

/* "A survey by X", "X's survey": whose it is. */
static struct str find_maker(const struct scene *scene,
			     const struct party *noun)
{
	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->named &&
		    ((party->end <= noun->first &&
		      party->end + SHARE_REACH > noun->first) ||
		     (party->first >= noun->end &&
		      party->first <= noun->end + SHARE_REACH)))
			return party->id;
	}
	return STR_NONE;
}

/* "Most of the editors", «большинство редакторов», «редакторлардың көпшілігі»:
 * the words for how many belong to them, whatever case they stand in. */
static void add_share(const struct scene *scene, struct party *noun)
{
	size_t from = scene_back(scene, noun->first, SHARE_WORDS);
	const struct cue *share;

	if (add_percent(scene, noun))
		return;
	for (size_t t = noun->first; t > from; t--) {
		share = scene_cue(scene, CUE_SHARE, t - 1, t);
		if (share == NULL || share->end + SHARE_REACH < noun->first ||
		    share->end > noun->first)
			continue;
		noun->first = share->first;
		noun->head = SIZE_MAX;
		return;
	}
	share = scene_cue(scene, CUE_SHARE, noun->end,
			  scene_on(scene, noun->end, SHARE_REACH));
	if (share != NULL && noun_cases_told(scene->noun_cases,
			scene->doc->sentences.items[scene->sentence].lang) &&
	    !scene_is_mark(scene, noun->end)) {
		noun->end = share->end;
		noun->head = SIZE_MAX;
	}
}

static struct party make_noun(const struct scene *scene, const struct cue *cue)
{
	const struct cue_row *row = cue->row;
	struct party noun = {
		.first = cue->first, .end = cue->end, .from = cue->first,
		.until = cue->end, .head = cue->end - 1,
		.first_end = cue->end, .last = cue->first,
		.class = row->group == GROUP_STATE ? PARTY_STATE : PARTY_PEOPLE,
		.id = row->name
	};
	struct noun_form form = party_noun_form(scene, &noun);

	noun.many = !form.one ||
		    (row->group != GROUP_KIN &&
		     noun_cases_several(scene->noun_cases,
					scene->doc->sentences
						.items[scene->sentence].lang,
					scene_fold(scene, noun.head),
					scene_stem(scene, noun.head)));
	if (noun.many)
		noun.id = row->several;
	return noun;
}

/* Whether a noun stands in place of the party at its words: of one without a
 * name that it covers. */
static bool covers(const struct cue *cue, const struct party *party)
{
	return !party->named && !party->inner && party->first >= cue->first &&
	       party->end <= cue->end;
}

static void add_noun(struct scene *scene, const struct cue *cue,
		     struct str last, const struct roles_told *roles)
{
	struct party noun = make_noun(scene, cue);
	struct str meant = cue->row->work
		? find_maker(scene, &noun)
		: find_meant(scene, &noun, cue->row->known, last, roles);

	if (meant.len > 0) {
		noun.id = meant;
		noun.meant = true;
	}
	add_share(scene, &noun);
	if (noun.head == SIZE_MAX) {
		noun.many = true;
		noun.id = cue->row->several;
	}
	*LIST_ADD(&scene->voices) = noun;
}

static bool is_free(const struct scene *scene, const struct cue *cue,
		    size_t next)
{
	size_t count = scene->voices.count;

	return (count == 0 ||
		scene->voices.items[count - 1].end <= cue->first) &&
	       (next == scene->parties.count ||
		scene->parties.items[next].first >= cue->end);
}

void voices_find(struct scene *scene, struct str last,
		 struct roles_told *roles)
{
	const struct party *parties = scene->parties.items;
	size_t count = scene->parties.count, next = 0;

	LIST_CLEAR(&scene->voices);
	for (size_t i = 0; i < count; i++)
		if (is_person(&parties[i]))
			read_roles(roles, scene, &parties[i]);
	for (size_t c = 0; c < scene->cues.count; c++) {
		const struct cue *cue = &scene->cues.items[c];

		if (cue->row->kind != CUE_SPEAKER)
			continue;
		while (next < count && parties[next].first < cue->first)
			*LIST_ADD(&scene->voices) = parties[next++];
		while (next < count && covers(cue, &parties[next]))
			next++;
		if (is_free(scene, cue, next))
			add_noun(scene, cue, last, roles);
	}
	while (next < count)
		*LIST_ADD(&scene->voices) = parties[next++];
	for (size_t i = count; i-- > 0;)
		if (is_person(&parties[i]) &&
		    scene_token(scene, parties[i].first)->stretch == 0)
			roles->person = parties[i].id;
}
