#include "speakers.h"

enum {
	BEFORE_REACH = 16,  /* a subject with its apposition */
	AFTER_REACH = 16,
	FRAME_REACH = 8,    /* "according to X" */
	AUDIENCE_REACH = 4, /* "in an interview with the news site X" */
	BESIDE = 2,         /* tokens between a subject and its verb */
	GOVERNED = 4,       /* tokens of a preposition and an office */
	STRANGE = 1,        /* such words before an unnamed subject */
	STRANGE_BEHIND = 4, /* behind a verb: "said the chair of the board X" */
	NONE = 3            /* no rank */
};

static bool is_apostrophe(struct str text)
{
	return str_has_prefix(text, STR("'")) || str_has_prefix(text, STR("’"));
}

/* "Kumtasov's lawyer Tasbastauova": a name right before another name or an
 * office is whose, not who. */
static bool is_owner(const struct scene *scene, const struct party *party)
{
	const struct party *next = party + 1;
	const struct party *end = scene->parties.items + scene->parties.count;

	return (next < end && next->first == party->end) ||
	       (party->end < scene->end &&
		(is_apostrophe(scene_text(scene, party->end)) ||
		 scene_cue(scene, CUE_ROLE, party->end, party->end + 1) !=
			 NULL));
}

static bool holds_mark(const struct scene *scene, size_t first, size_t end)
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
			return !holds_mark(scene, cue->end, at);
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
	if (party > scene->parties.items && (party - 1)->end > t)
		t = (party - 1)->end;
	cue = scene_cue(scene, CUE_AUDIENCE, t, party->first);
	return cue != NULL && cue->end <= party->first &&
	       scene_token(scene, cue->first)->stretch == 0 &&
	       !holds_mark(scene, cue->end, party->first);
}

static bool may_speak(const struct scene *scene, const struct party *party)
{
	return scene_token(scene, party->first)->stretch == 0 &&
	       !is_owner(scene, party) && !is_heard(scene, party) &&
	       (party->first == scene->first ||
		!str_equal(scene_text(scene, party->first - 1), STR("(")));
}

static bool is_subject(const struct scene *scene, const struct party *party)
{
	return may_speak(scene, party) &&
	       !is_behind(scene, CUE_PREPOSITION, party->first) &&
	       !is_behind(scene, CUE_AGENT, party->first);
}

static unsigned rank_of(const struct party *party)
{
	if (party->class == PARTY_PEOPLE || party->class == PARTY_OFFICIAL)
		return party->named ? 0 : 1;
	return 2;
}

static bool take(struct speaker *speaker, const struct party *party)
{
	if (party == NULL)
		return false;
	*speaker = (struct speaker){ party->id, STR("name"), party->first,
				     party->end, party->many, party->named,
				     rank_of(party) < 2 };
	return true;
}

/* Whether nothing but words beside the verb stands in [first, end). */
static bool is_beside(const struct scene *scene, size_t first, size_t end)
{
	return end - first <= BESIDE && scene_comma(scene, first, end) == end &&
	       scene_cue(scene, CUE_ROLE, first, end) == NULL;
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
	if (scene_cue(scene, CUE_ROLE, chunk, cue->first) != NULL ||
	    scene_cue(scene, CUE_GROUP, chunk, cue->first) != NULL)
		return true;
	if (comma == party->end ||
	    scene_cue(scene, CUE_AND, chunk, cue->first) != NULL)
		return false;
	for (size_t i = 0; i < COUNT_OF(verbs); i++)
		if (scene_cue(scene, verbs[i], party->end, cue->first) != NULL)
			return true;
	return false;
}

/* The subject in [first, cue): the one beside it, else people before others,
 * then the nearest. */
static const struct party *pick_before(const struct scene *scene,
				       const struct cue *cue, size_t first)
{
	const struct party *best = NULL;
	unsigned least = NONE;

	for (size_t i = scene->parties.count; i-- > 0;) {
		const struct party *party = &scene->parties.items[i];

		if (party->first < first || party->end > cue->first ||
		    !is_subject(scene, party))
			continue;
		if (is_beside(scene, party->end, cue->first))
			return party;
		if (rank_of(party) < least) {
			best = party;
			least = rank_of(party);
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
			       !holds_mark(scene, t, t + 1);

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

/* Where the words stand between subject and verb, the first one speaks; right
 * before the verb another one may. */
static const struct party *pick_first(const struct scene *scene,
				      const struct cue *cue, size_t first)
{
	const struct party *best = NULL;
	unsigned least = NONE;

	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->first < first || party->end > cue->first ||
		    !is_subject(scene, party))
			continue;
		if (party->end == cue->first && rank_of(party) <= least)
			return party;
		if (rank_of(party) > 0 &&
		    count_strange(scene, first, party->first) > STRANGE)
			continue;
		if (rank_of(party) < least) {
			best = party;
			least = rank_of(party);
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

static const struct party *pick_behind(const struct scene *scene, size_t first,
				       size_t end)
{
	const struct party *best = NULL;
	unsigned least = NONE;

	end = end_of_subject(scene, first, end);

	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->first < first || party->end > end ||
		    !is_subject(scene, party) || rank_of(party) >= least ||
		    count_strange(scene, first, party->first) > STRANGE_BEHIND)
			continue;
		best = party;
		least = rank_of(party);
	}
	return best;
}

/* "According to X": of a name with an owner the name. */
static const struct party *pick_framed(const struct scene *scene, size_t first,
				       size_t end, bool behind)
{
	const struct party *best = NULL;
	unsigned least = NONE;

	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];
		unsigned rank = rank_of(party);

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

static bool names_people(const struct scene *scene, size_t end)
{
	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->end <= end && rank_of(party) == 0 &&
		    scene_token(scene, party->first)->stretch == 0)
			return true;
	}
	return false;
}

/* Whom "her" in "in her view" means: what the sentence has named, where it
 * names nobody. */
static const struct party *body_before(const struct scene *scene,
				       const struct cue *pronoun)
{
	const struct party *best = NULL;

	if (pronoun->row->side != SIDE_ONE)
		return NULL;
	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->end > pronoun->first)
			break;
		if (rank_of(party) == 0)
			return NULL;
		if (party->named &&
		    scene_token(scene, party->first)->stretch == 0)
			best = party;
	}
	return best;
}

/* Whom a pronoun means: who is cited last, unless the sentence names somebody
 * before it. */
static bool take_antecedent(struct speaker *speaker, const struct scene *scene,
			    const struct focus *focus,
			    const struct speaker *last,
			    const struct cue *pronoun)
{
	const struct party *body = body_before(scene, pronoun);
	bool many = pronoun->row->kind == CUE_PRONOUNS ||
		    pronoun->row->side == SIDE_MANY;
	const struct cue_row row = {
		.kind = many ? CUE_PRONOUNS : CUE_PRONOUN
	};
	const struct cue plain = { &row, pronoun->first, pronoun->end };

	*speaker = (struct speaker){
		last->id, STR("pronoun"), pronoun->first, pronoun->end, many,
		last->named, last->person
	};
	if (body != NULL)
		speaker->id = body->id;
	else if (last->id.len == 0 || last->many != many ||
		 (!many && (!last->named || !last->person)) ||
		 names_people(scene, pronoun->first))
		speaker->id = focus_antecedent(
			focus, scene,
			pronoun->row->kind == CUE_SPEECH ? &plain : pronoun,
			NULL);
	return speaker->id.len > 0;
}

/* A pronoun in [first, end): of a subject ("he") or of any case. */
static const struct cue *find_pronoun(const struct scene *scene, size_t first,
				      size_t end, bool any)
{
	const struct cue *best = NULL;

	for (size_t t = first; t < end; t++) {
		const struct cue *pronoun = scene_cue(scene, CUE_PRONOUN, t,
						      t + 1);

		if (pronoun == NULL)
			pronoun = scene_cue(scene, CUE_PRONOUNS, t, t + 1);
		if (pronoun != NULL && scene_token(scene, t)->stretch == 0 &&
		    (any || scene_cue(scene, CUE_SUBJECT, t, t + 1) != NULL))
			best = pronoun;
	}
	return best;
}

/* The first token of the clause that `token` stands in; what it quotes belongs
 * to it. */
static size_t clause_first(const struct scene *scene, size_t token,
			   size_t reach)
{
	size_t first = scene_back(scene, token, reach), at = token;

	for (size_t t = token; t > first; t--) {
		if (scene_token(scene, t - 1)->stretch > 0)
			continue;
		if (scene_token(scene, t - 1)->segment !=
			    scene_token(scene, at)->segment && at == t)
			return t;
		at = t - 1;
	}
	return first;
}

/* Between a pronoun and its verb no clause of another's stands. */
static bool may_be_subject(const struct scene *scene, const struct cue *pronoun,
			   const struct cue *cue)
{
	for (size_t t = pronoun->end; t < cue->first; t++)
		if (scene_token(scene, t)->stretch == 0 &&
		    str_equal(scene_text(scene, t), STR(",")) &&
		    cue->row->saying == SAYING_END)
			return false;
	return true;
}

static bool find_before(struct speaker *speaker, const struct scene *scene,
			const struct cue *cue, const struct focus *focus,
			const struct speaker *last)
{
	bool whole = cue->row->saying == SAYING_END;
	size_t first = clause_first(scene, cue->first,
				    whole ? SCENE_TOKENS : BEFORE_REACH);
	const struct cue *pronoun = find_pronoun(scene, first, cue->first,
						 false);
	const struct party *party = whole ? pick_first(scene, cue, first)
					  : pick_before(scene, cue, first);

	if (pronoun != NULL && !may_be_subject(scene, pronoun, cue))
		pronoun = NULL;
	if (pronoun != NULL && (party == NULL || pronoun->first >= party->end) &&
	    is_beside(scene, pronoun->end, cue->first))
		return take_antecedent(speaker, scene, focus, last, pronoun);
	return take(speaker, party) ||
	       (pronoun != NULL &&
		take_antecedent(speaker, scene, focus, last, pronoun));
}

/* X айтуынша: right before the cue. */
static bool find_framed(struct speaker *speaker, const struct scene *scene,
			const struct cue *cue, const struct focus *focus,
			const struct speaker *last)
{
	size_t first = scene_back(scene, cue->first, BEFORE_REACH);
	const struct party *party = pick_framed(scene, first, cue->first,
						false);
	const struct cue *pronoun = find_pronoun(
		scene, scene_back(scene, cue->first, 1), cue->first, true);

	if (pronoun != NULL)
		return take_antecedent(speaker, scene, focus, last, pronoun);
	return party != NULL && is_beside(scene, party->end, cue->first) &&
	       take(speaker, party);
}

static bool ends_clause(const struct scene *scene, size_t token)
{
	return token == scene->end || holds_mark(scene, token, token + 1);
}

/* A verb stands before its subject where it follows a mark. */
static bool is_turned(const struct scene *scene, const struct cue *cue)
{
	return cue->row->side == SIDE_AFTER || cue->first == scene->first ||
	       holds_mark(scene, cue->first - 1, cue->first);
}

static bool find_behind(struct speaker *speaker, const struct scene *scene,
			const struct cue *cue, const struct focus *focus,
			const struct speaker *last)
{
	bool framed = cue->row->saying == SAYING_FRAME;
	const struct cue *pronoun;
	size_t first, end;

	if (!framed && !is_turned(scene, cue))
		return false;
	scene_segment(scene, cue->end - 1, &first, &end);
	if (end - cue->end > (framed ? FRAME_REACH : AFTER_REACH))
		end = cue->end + (framed ? FRAME_REACH : AFTER_REACH);
	if (framed)
		end = scene_comma(scene, cue->end, end);
	pronoun = find_pronoun(scene, cue->end, end, framed);
	if (framed && pronoun != NULL && !ends_clause(scene, pronoun->end))
		return false;
	if (pronoun != NULL && pronoun->first == cue->end)
		return take_antecedent(speaker, scene, focus, last, pronoun);
	return take(speaker,
		    framed ? pick_framed(scene, cue->end, end, true)
			   : pick_behind(scene, cue->end, end)) ||
	       (pronoun != NULL &&
		take_antecedent(speaker, scene, focus, last, pronoun));
}

bool speaker_find(struct speaker *speaker, const struct scene *scene,
		  const struct cue *cue, const struct focus *focus,
		  const struct speaker *last)
{
	switch (cue->row->side) {
	case SIDE_BEFORE:
		return cue->row->saying == SAYING_FRAME
			? find_framed(speaker, scene, cue, focus, last)
			: find_before(speaker, scene, cue, focus, last);
	case SIDE_PLURAL:
		return find_before(speaker, scene, cue, focus, last) &&
		       speaker->many;
	case SIDE_AFTER:
		return find_behind(speaker, scene, cue, focus, last);
	case SIDE_SUBJECT:
		if (last->id.len > 0 && last->first >= scene->first &&
		    last->end <= cue->first) {
			*speaker = *last;
			return true;
		}
		return take(speaker, pick_first(scene, cue, clause_first(
			scene, cue->first, SCENE_TOKENS)));
	case SIDE_WITHIN:
		return !holds_mark(scene, cue->first, cue->end) &&
		       take(speaker, pick_framed(scene, cue->first, cue->end,
						 false));
	case SIDE_ONE:
	case SIDE_MANY:
		return take_antecedent(speaker, scene, focus, last, cue);
	default:
		if (cue->row->saying == SAYING_END && is_turned(scene, cue) &&
		    find_behind(speaker, scene, cue, focus, last))
			return true;
		return find_before(speaker, scene, cue, focus, last) ||
		       find_behind(speaker, scene, cue, focus, last);
	}
}
