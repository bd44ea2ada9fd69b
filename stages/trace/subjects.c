#include "subjects.h"

#include "party_phrases.h"
#include "said.h"

enum {
	AUDIENCE_REACH = 4, /* "in an interview with the news site X" */
	BESIDE = 2,         /* tokens between a subject and its verb */
	GOVERNED = 4,       /* tokens of a preposition and an office */
	BY_REACH = 2,       /* of "by" and an article */
	HOUSE_REACH = 3,    /* «в районной прокуратуре» */
	STRANGE = 1,        /* unknown words before an unnamed subject */
	STRANGE_BEHIND = 4, /* behind a verb: "said the chair of the board X" */
	NONE = 3            /* no rank */
};

unsigned subject_rank(const struct party *party)
{
	if (party->class == PARTY_PEOPLE || party->class == PARTY_OFFICIAL)
		return party->named ? 0 : 1;
	return 2;
}

static bool is_apostrophe(struct str text)
{
	return str_has_prefix(text, STR("'")) || str_has_prefix(text, STR("’"));
}

/* Whether a word may be a subject by its form: of «сестра журналиста» the
 * second one is not. */
static bool may_head(const struct scene *scene, size_t token)
{
	lang_id lang = scene->doc->sentences.items[scene->sentence].lang;

	return (noun_cases_of(scene->noun_cases, lang,
			      scene_fold(scene, token),
			      scene_stem(scene, token), true).cases & CASE_N);
}

bool subject_is_object(const struct scene *scene, size_t token)
{
	lang_id lang = scene->doc->sentences.items[scene->sentence].lang;
	unsigned cases = noun_cases_of(scene->noun_cases, lang,
				       scene_fold(scene, token),
				       scene_stem(scene, token), true).cases;

	return !(cases & CASE_N) &&
	       (cases & (CASE_A | CASE_D | CASE_I | CASE_B));
}

/* "Kumtasov's lawyer Tasbastauova": a name right before another name or an
 * office is whose, not who. */
static bool is_owner(const struct scene *scene, const struct party *party)
{
	const struct party *next = party + 1;
	const struct party *end = scene->voices.items + scene->voices.count;
	size_t t = party->end;

	if (t == scene->end)
		return false;
	if ((next < end && next->first == t && next->named) ||
	    is_apostrophe(scene_text(scene, t)))
		return true;
	if (!party->named && !may_head(scene, t))
		return false;
	return (next < end && next->first == t && !next->inner) ||
	       (scene_cue(scene, CUE_ROLE, t, t + 1) != NULL &&
		scene_cue(scene, CUE_GROUP, t, t + 1) == NULL);
}

bool subject_holds_mark(const struct scene *scene, size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		if (words_kind(scene->doc->words,
			       scene->doc->tokens.items[t].form) == KIND_PUNCT)
			return true;
	return false;
}

/* Right behind a cue of a kind, an office between apart. */
static bool is_behind(const struct scene *scene, enum cue_kind kind, size_t at)
{
	const struct cue *cue;

	for (size_t t = scene_back(scene, at, GOVERNED); t < at; t++) {
		cue = scene_cue(scene, kind, t, t + 1);
		if (cue != NULL && cue->end <= at &&
		    (cue->end == at ||
		     scene_cue(scene, CUE_ROLE, cue->end, at) != NULL))
			return !subject_holds_mark(scene, cue->end, at);
	}
	return false;
}

/* The first party behind "in an interview with", or before its like. */
static bool is_heard(const struct scene *scene, const struct party *party)
{
	const struct cue *cue = scene_cue(scene, CUE_POSTPOSITION, party->end,
					  scene_on(scene, party->end, 2));
	size_t t = scene_back(scene, party->first, AUDIENCE_REACH);

	if (cue != NULL)
		return true;
	if (party > scene->voices.items && (party - 1)->end > t)
		t = (party - 1)->end;
	cue = scene_cue(scene, CUE_AUDIENCE, t, party->first);
	return cue != NULL && cue->end <= party->first &&
	       scene_token(scene, cue->first)->stretch == 0 &&
	       !subject_holds_mark(scene, cue->end, party->first);
}

static bool may_speak(const struct scene *scene, const struct party *party)
{
	return scene_token(scene, party->first)->stretch == 0 && !party->told &&
	       (party->named || !party->inner) &&
	       !is_owner(scene, party) && !is_heard(scene, party) &&
	       (party->first == scene->first ||
		!str_equal(scene_text(scene, party->first - 1), STR("(")));
}

/* "A laboratory engaged by X": another one is the subject. */
static bool is_engaged(const struct scene *scene, const struct cue *by)
{
	for (size_t i = 0; i < scene->voices.count; i++)
		if (scene->voices.items[i].end < by->first &&
		    scene->voices.items[i].end + BY_REACH >= by->first)
			return true;
	return false;
}

/* "Beaten by X"; but a survey by X may say. */
static bool is_agent(const struct scene *scene, const struct party *party)
{
	size_t from = scene_back(scene, party->first, BY_REACH);
	const struct cue *by = scene_cue(scene, CUE_AGENT, from, party->first);

	return by != NULL &&
	       (subject_rank(party) < 2 || is_engaged(scene, by) ||
		scene_cue(scene, CUE_TRIGGER,
			  scene_back(scene, by->first, GOVERNED),
			  by->first) != NULL);
}

/* «В министерстве заявили»: a verb without a subject, and where it was said. */
static bool is_house(const struct scene *scene, const struct party *party,
		     const struct cue *cue)
{
	size_t from = scene_back(scene, party->first, HOUSE_REACH);
	const struct cue *where = scene_cue(scene, CUE_WHERE, from,
					    party->first);

	return cue != NULL && cue->row->side == SIDE_PLURAL &&
	       subject_rank(party) == 2 && party->type != MENTION_PLATFORM &&
	       where != NULL && party->end <= cue->first &&
	       !subject_holds_mark(scene, where->end, cue->first);
}

/* In Kazakh the ending of whose it is may look like that of an object. */
static bool is_nominative(const struct scene *scene, const struct party *party,
			  const struct cue *cue)
{
	bool last = cue != NULL && said_is_last(cue);
	unsigned cases = last && (party->named || !party->many)
		? CASE_N | CASE_A : CASE_N;

	return (!party->named && party->head == SIZE_MAX) ||
	       (party_cases(scene, party) & cases);
}

static bool is_subject(const struct scene *scene, const struct party *party,
		       const struct cue *cue)
{
	return may_speak(scene, party) && !is_agent(scene, party) &&
	       ((!is_behind(scene, CUE_PREPOSITION, party->first) &&
		 is_nominative(scene, party, cue)) ||
		is_house(scene, party, cue));
}

/* Whether nothing but words beside the verb stands in [first, end). */
bool subject_is_beside(const struct scene *scene, size_t first, size_t end)
{
	return end - first <= BESIDE && scene_comma(scene, first, end) == end &&
	       scene_cue(scene, CUE_ROLE, first, end) == NULL;
}

bool subject_is_named_by(const struct scene *scene, size_t first, size_t end)
{
	size_t others = 0;

	for (size_t t = first; t < end; t++)
		others += !scene_token(scene, t)->mention &&
			  scene_cue(scene, CUE_ROLE, t, t + 1) == NULL;
	return others <= BESIDE;
}

/* A word for people that may be a subject: not in "the head of the group". */
static bool holds_other(const struct scene *scene, size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		if ((scene_cue(scene, CUE_ROLE, t, t + 1) != NULL ||
		     scene_cue(scene, CUE_GROUP, t, t + 1) != NULL) &&
		    may_head(scene, t) && !is_behind(scene, CUE_PREPOSITION, t))
			return true;
	return false;
}

/* Another subject, or another verb of this one, stands between a name and the
 * cue: "X was fined, a source said". What a comma parts from the name belongs
 * to it. */
static bool is_parted(const struct scene *scene, const struct party *party,
		      const struct cue *cue)
{
	static const enum cue_kind verbs[] = {
		CUE_PASSIVE, CUE_PRESENT, CUE_MODAL, CUE_TRIGGER
	};
	size_t comma = scene_comma(scene, party->end, cue->first);
	size_t chunk = party->end;

	for (size_t t = chunk; t < cue->first; t++)
		if (str_equal(scene_text(scene, t), STR(",")))
			chunk = t + 1;
	if (holds_other(scene, chunk, cue->first))
		return true;
	if (comma == party->end ||
	    scene_cue(scene, CUE_AND, chunk, cue->first) != NULL)
		return false;
	for (size_t i = 0; i < COUNT_OF(verbs); i++)
		if (scene_cue(scene, verbs[i], party->end, cue->first) != NULL)
			return true;
	return false;
}

/* "A caller who promised": whom the relative clause of the cue belongs to, in
 * whatever case; NULL where another one is its subject. */
static const struct party *find_related(const struct scene *scene,
					const struct cue *cue, size_t first)
{
	const struct cue *relative = NULL;
	const struct party *found = NULL;

	for (size_t t = first; t < cue->first; t++)
		if (scene_cue(scene, CUE_RELATIVE, t, t + 1) != NULL)
			relative = scene_cue(scene, CUE_RELATIVE, t, t + 1);
	if (relative == NULL || cue->row->side == SIDE_PLURAL ||
	    scene_comma(scene, relative->end, cue->first) < cue->first)
		return NULL;
	for (size_t i = 0; i < scene->voices.count; i++) {
		const struct party *party = &scene->voices.items[i];

		if (party->end <= relative->first &&
		    party->end + 1 >= relative->first)
			found = party;
		else if (party->first >= relative->end &&
			 party->end <= cue->first &&
			 is_subject(scene, party, cue))
			return NULL;
	}
	return found != NULL && may_speak(scene, found) ? found : NULL;
}

/* The subject in [first, cue): the one beside it, else people before others,
 * then the nearest. */
const struct party *subject_before(const struct scene *scene,
				       const struct cue *cue, size_t first)
{
	const struct party *best = find_related(scene, cue, first);
	unsigned least = NONE;

	if (best != NULL)
		return best;
	for (size_t i = scene->voices.count; i-- > 0;) {
		const struct party *party = &scene->voices.items[i];

		if (party->first < first || party->end > cue->first ||
		    !is_subject(scene, party, cue))
			continue;
		if (subject_is_beside(scene, party->end, cue->first))
			return party;
		if (subject_rank(party) < least) {
			best = party;
			least = subject_rank(party);
		}
	}
	return best != NULL && !is_parted(scene, best, cue) ? best : NULL;
}

/* Words that may be a subject that is not known: no names, offices, numbers or
 * whom it is told to. */
static size_t count_strange(const struct scene *scene, size_t first, size_t end)
{
	static const enum cue_kind known[] = {
		CUE_ROLE, CUE_NUMBER, CUE_LINK, CUE_PREPOSITION
	};
	size_t count = 0;

	for (size_t t = first; t < end; t++) {
		const struct cue *heard = scene_cue(scene, CUE_POSTPOSITION, t,
						    t + 1);
		bool strange = !scene_token(scene, t)->mention &&
			       scene_token(scene, t)->stretch == 0 &&
			       !subject_holds_mark(scene, t, t + 1);

		if (heard != NULL) {
			t = heard->end - 1;
			continue;
		}
		for (size_t i = 0; i < COUNT_OF(known); i++)
			strange = strange &&
				  !scene_cue(scene, known[i], t, t + 1);
		count += strange;
	}
	return count;
}

/* Behind the last comma between `first` and a party. */
static size_t chunk_first(const struct scene *scene, size_t first,
			  const struct party *party)
{
	size_t t = party->first;

	while (t > first && !str_equal(scene_text(scene, t - 1), STR(",")))
		t--;
	return t;
}

/* Where the words stand between subject and verb, the first one speaks; right
 * before the verb another one may. */
const struct party *subject_first(const struct scene *scene,
				      const struct cue *cue, size_t first)
{
	const struct party *best = NULL;
	unsigned least = NONE;

	for (size_t i = 0; i < scene->voices.count; i++) {
		const struct party *party = &scene->voices.items[i];

		if (party->first < first || party->end > cue->first ||
		    !is_subject(scene, party, cue))
			continue;
		if (party->end == cue->first && subject_rank(party) <= least)
			return party;
		if (subject_rank(party) > 0 &&
		    count_strange(scene, chunk_first(scene, first, party),
				  party->first) > STRANGE)
			continue;
		if (subject_rank(party) < least) {
			best = party;
			least = subject_rank(party);
		}
	}
	return best;
}

/* What is said begins there: no speaker stands behind it. */
static size_t end_of_subject(const struct scene *scene, size_t first,
			     size_t end)
{
	static const enum cue_kind others[] = {
		CUE_THAT, CUE_RELATIVE, CUE_ASKS, CUE_BREAK
	};
	const struct cue *cue;

	for (size_t i = 0; i < COUNT_OF(others); i++)
		if ((cue = scene_cue(scene, others[i], first, end)) != NULL)
			end = cue->first;
	return end;
}

const struct party *subject_behind(const struct scene *scene, size_t first,
				       size_t end, const struct cue *cue)
{
	const struct party *best = NULL;
	unsigned least = NONE;

	end = end_of_subject(scene, first, end);

	for (size_t i = 0; i < scene->voices.count; i++) {
		const struct party *party = &scene->voices.items[i];

		if (party->first < first || party->end > end ||
		    !is_subject(scene, party, cue) ||
		    subject_rank(party) >= least ||
		    count_strange(scene, first, party->first) > STRANGE_BEHIND)
			continue;
		best = party;
		least = subject_rank(party);
	}
	return best;
}

/* "According to X": of a name with an owner the name. */
const struct party *subject_framed(const struct scene *scene, size_t first,
				       size_t end, bool behind)
{
	const struct party *best = NULL;
	unsigned least = NONE;

	for (size_t i = 0; i < scene->voices.count; i++) {
		const struct party *party = &scene->voices.items[i];
		unsigned rank = subject_rank(party);

		if (party->first < first || party->end > end ||
		    scene_token(scene, party->first)->stretch > 0 ||
		    (behind && is_owner(scene, party)) ||
		    rank > least || (behind && rank == least))
			continue;
		best = party;
		least = rank;
	}
	return best;
}

/* The one whose name, with what he is, begins the sentence up to `colon`. */
const struct party *subject_of_colon(const struct scene *scene, size_t colon)
{
	const struct party *best = NULL;

	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->end > colon)
			break;
		if (!party->named || scene_token(scene, party->first)->stretch)
			continue;
		if (best == NULL || party->class == PARTY_PEOPLE ||
		    party->class == PARTY_OFFICIAL)
			best = party;
	}
	if (best == NULL)
		return NULL;
	for (size_t t = scene->first; t < best->first; t++)
		if (!scene_token(scene, t)->mention &&
		    !subject_holds_mark(scene, t, t + 1) &&
		    scene_cue(scene, CUE_ROLE, t, t + 1) == NULL)
			return NULL;
	return best->end == colon ||
	       said_is_apposition(scene, best->end + 1, colon) ? best : NULL;
}
