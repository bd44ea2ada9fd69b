#include "speakers.h"

#include "said.h"
#include "subjects.h"

enum {
	BEFORE_REACH = 16,  /* a subject with its apposition */
	AFTER_REACH = 16,
	FRAME_REACH = 8,    /* "according to X" */
	VERB_REACH = 4      /* "She shrugs and sighs:" */
};

static bool take(struct speaker *speaker, const struct party *party)
{
	if (party == NULL)
		return false;
	*speaker = (struct speaker){
		party->id, party->meant ? STR("noun") : STR("name"),
		party->first, party->end, party->many,
		party->named || party->meant, subject_rank(party) < 2
	};
	return true;
}

static bool names_people(const struct scene *scene, size_t end)
{
	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->end <= end && subject_rank(party) == 0 &&
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
		if (subject_rank(party) == 0)
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
	const struct cue plain = {
		.row = &row, .first = pronoun->first, .end = pronoun->end
	};

	*speaker = (struct speaker){
		last->id, STR("pronoun"), pronoun->first, pronoun->end, many,
		last->named, body == NULL
	};
	if (body != NULL)
		speaker->id = body->id;
	else if (last->id.len == 0 || last->many != many ||
		 (!many && (!last->named || !last->person)) ||
		 names_people(scene, pronoun->first))
		speaker->id = focus_antecedent(
			focus, scene,
			pronoun->row->kind == CUE_SPEECH ? &plain : pronoun,
			NULL, POINTED_PERSON);
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
		    said_is_last(cue))
			return false;
	return true;
}

static bool find_before(struct speaker *speaker, const struct scene *scene,
			const struct cue *cue, const struct focus *focus,
			const struct speaker *last)
{
	bool whole = said_is_last(cue);
	size_t first = clause_first(scene, cue->first,
				    whole ? SCENE_TOKENS : BEFORE_REACH);
	const struct cue *pronoun = find_pronoun(scene, first, cue->first,
						 false);
	const struct party *party = whole ? subject_first(scene, cue, first)
					  : subject_before(scene, cue, first);

	if (pronoun != NULL && !may_be_subject(scene, pronoun, cue))
		pronoun = NULL;
	if (pronoun != NULL &&
	    (party == NULL || pronoun->first >= party->end) &&
	    subject_is_beside(scene, pronoun->end, cue->first))
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
	const struct party *party = subject_framed(scene, first, cue->first,
						false);
	const struct cue *pronoun = find_pronoun(
		scene, scene_back(scene, cue->first, 1), cue->first, true);

	if (pronoun != NULL)
		return take_antecedent(speaker, scene, focus, last, pronoun);
	return party != NULL &&
	       subject_is_beside(scene, party->end, cue->first) &&
	       take(speaker, party);
}

static bool ends_clause(const struct scene *scene, size_t token)
{
	return token == scene->end ||
	       subject_holds_mark(scene, token, token + 1);
}

/* A verb stands before its subject where it follows a mark. */
static bool is_turned(const struct scene *scene, const struct cue *cue)
{
	return cue->row->side == SIDE_AFTER || cue->first == scene->first ||
	       subject_holds_mark(scene, cue->first - 1, cue->first);
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
		pronoun = NULL;
	if (pronoun != NULL && pronoun->first == cue->end)
		return take_antecedent(speaker, scene, focus, last, pronoun);
	return take(speaker,
		    framed ? subject_framed(scene, cue->end, end, true)
			   : subject_behind(scene, cue->end, end, cue)) ||
	       (pronoun != NULL &&
		take_antecedent(speaker, scene, focus, last, pronoun));
}

/* WORDS деп ескертеді X: a name between the verb and a mark. */
static bool find_last(struct speaker *speaker, const struct scene *scene,
		      const struct cue *cue)
{
	for (size_t i = 0; i < scene->parties.count; i++) {
		const struct party *party = &scene->parties.items[i];

		if (party->first == cue->end && party->named &&
		    subject_rank(party) == 0)
			return ends_clause(scene, party->end) &&
			       take(speaker, party);
	}
	return false;
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
	case SIDE_SEVERAL:
		return find_before(speaker, scene, cue, focus, last) &&
		       speaker->many;
	case SIDE_PLURAL:
		return (find_before(speaker, scene, cue, focus, last) &&
			(speaker->many || !speaker->person)) ||
		       (find_behind(speaker, scene, cue, focus, last) &&
			(speaker->many || !speaker->person));
	case SIDE_AFTER:
		return find_behind(speaker, scene, cue, focus, last);
	case SIDE_SUBJECT:
		if (last->id.len > 0 && last->first >= scene->first &&
		    last->end <= cue->first) {
			*speaker = *last;
			return true;
		}
		return take(speaker, subject_first(scene, cue, clause_first(
			scene, cue->first, SCENE_TOKENS)));
	case SIDE_WITHIN:
		return !subject_holds_mark(scene, cue->first, cue->end) &&
		       take(speaker, subject_framed(scene, cue->first, cue->end,
						 false));
	case SIDE_ONE:
	case SIDE_MANY:
		return take_antecedent(speaker, scene, focus, last, cue);
	default:
		if (said_is_last(cue) && find_last(speaker, scene, cue))
			return true;
		if (said_is_last(cue) && is_turned(scene, cue) &&
		    find_behind(speaker, scene, cue, focus, last))
			return true;
		return find_before(speaker, scene, cue, focus, last) ||
		       find_behind(speaker, scene, cue, focus, last);
	}
}

static const struct cue *subject_pronoun(const struct scene *scene,
					 size_t token)
{
	return token < scene->end ? find_pronoun(scene, token, token + 1, false)
				  : NULL;
}

static bool is_verb(const struct scene *scene, size_t token)
{
	static const enum cue_kind others[] = {
		CUE_PREPOSITION, CUE_POSTPOSITION, CUE_RELATIVE, CUE_THAT,
		CUE_AND, CUE_BREAK, CUE_CONDITION, CUE_ROLE, CUE_GROUP,
		CUE_PRONOUN, CUE_NEGATION, CUE_MODAL, CUE_PASSIVE, CUE_PRESENT
	};

	if (token >= scene->end || scene_token(scene, token)->mention ||
	    scene_token(scene, token)->stretch > 0 ||
	    ends_clause(scene, token) ||
	    words_shape(scene->doc->words,
			scene->doc->tokens.items[token].form) & SHAPE_CAPITAL)
		return false;
	for (size_t i = 0; i < COUNT_OF(others); i++)
		if (scene_cue(scene, others[i], token, token + 1) != NULL)
			return false;
	return true;
}

bool speaker_of_verb(struct speaker *speaker, const struct scene *scene,
		     size_t *at, const struct focus *focus,
		     const struct speaker *last)
{
	size_t verb = *at, end = scene_on(scene, *at, AFTER_REACH);
	const struct cue *pronoun = subject_pronoun(scene, verb);
	const struct party *party = subject_behind(scene, verb, end,
						    NULL);
	bool before = pronoun != NULL ||
		      (party != NULL && !is_verb(scene, verb));

	if (before)
		*at = pronoun != NULL ? pronoun->end : party->end;
	else
		for (size_t t = verb + 1; !pronoun && t <= verb + 3; t++)
			pronoun = subject_pronoun(scene, t);
	if (!is_verb(scene, *at) ||
	    (pronoun == NULL && (party == NULL || subject_rank(party) > 0 ||
				 !subject_is_named_by(scene,
					 before ? verb : verb + 1,
					 party->first))))
		return false;
	return pronoun != NULL
		? take_antecedent(speaker, scene, focus, last, pronoun)
		: take(speaker, party);
}

/* "She shrugs:" and "X, a lawyer:" */
bool speaker_of_colon(struct speaker *speaker, const struct scene *scene,
		      size_t colon, const struct focus *focus,
		      const struct speaker *last)
{
	const struct party *first = scene->parties.count > 0
		? subject_of_colon(scene, scene->parties.items[0].end) : NULL;
	const struct cue *pronoun = subject_pronoun(scene, scene->first);
	size_t verb = pronoun != NULL ? pronoun->end :
		      first != NULL ? first->end : colon;
	bool shrugs = verb == colon || (colon - verb <= VERB_REACH &&
					is_verb(scene, verb));

	if (pronoun != NULL)
		return shrugs &&
		       take_antecedent(speaker, scene, focus, last, pronoun);
	return take(speaker, subject_of_colon(scene, colon)) ||
	       (shrugs && first != NULL && subject_rank(first) == 0 &&
		take(speaker, first));
}
