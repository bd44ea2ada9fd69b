#include "quotations.h"

#include "quoted.h"

enum {
	THAT_REACH = 10,      /* tokens between "told X" and "that" */
	FEWEST_WORDS = 4,     /* of a direct quotation within indirect words */
	FEWEST_INDIRECT = 2,
	BESIDE = 2,           /* tokens between a verb and its subject */
	APPOSITION_REACH = 14,
	SHORT_APPOSITION = 6,
	ROLE_REACH = 4,
	SUBJECT_REACH = 3,    /* tokens between ", " and the name in ", said X" */
	LEAD_REACH = 3        /* tokens between "said" and its colon */
};

/* What is looked for in a sentence. */
struct search {
	struct document *doc;
	const struct scene *scene;
	const struct focus *focus;
	struct talk *talk;
	size_t first;         /* the sentence's first quotation */
	const struct cue *cue;
	struct speaker speaker;
};

static void set_speaker(struct search *s, struct quotation *quotation)
{
	quotation->speaker = s->speaker.id;
	quotation->speaker_from = s->speaker.from;
	if (s->cue != NULL)
		quotation->cue = (struct extent){
			s->scene->sentence, s->cue->first, s->cue->end
		};
	s->talk->last = s->speaker;
	s->talk->heard = s->scene->sentence;
}

static struct quotation *add(struct search *s, bool direct, struct extent words)
{
	struct quotation *quotation = LIST_ADD(&s->doc->quotations);

	*quotation = (struct quotation){
		.sentence = s->scene->sentence,
		.kind = direct ? STR("direct") : STR("indirect"),
		.cue = { s->scene->sentence, 0, 0 },
		.quote = words
	};
	return quotation;
}

static void add_said(struct search *s, bool direct, size_t first, size_t end)
{
	struct extent words = quoted_trim(s->scene, first, end);

	if (words.first < words.end)
		set_speaker(s, add(s, direct, words));
}

/* Words in quotation marks; those that go on from a sentence before are that
 * one's quotation. */
static void add_direct(struct search *s, const struct stretch *speech)
{
	if (speech->first == s->scene->first && s->talk->open != SIZE_MAX)
		set_speaker(s, &s->doc->quotations.items[s->talk->open]);
	else
		add_said(s, true, speech->first, speech->end);
}

/* Words that a narrator's "however" stands before. */
static size_t behind_link(const struct scene *scene, size_t first, size_t end)
{
	const struct cue *link;

	while (first < end && quoted_is_mark(scene, first))
		first++;
	link = scene_cue(scene, CUE_LINK, first, first + 1);
	if (link == NULL || link->end >= end)
		return first;
	return link->end;
}

/* Words from `first` to `end`: direct if they begin in quotation marks, else
 * indirect, and then what they hold in marks is a quotation too. */
static void add_words(struct search *s, size_t first, size_t end)
{
	const struct scene *scene = s->scene;
	struct extent words = quoted_trim(scene,
					  behind_link(scene, first, end), end);
	const struct stretch *speech = quoted_in(scene, words.first,
						 words.end);

	if (speech != NULL && speech->first <= words.first + 1) {
		add_direct(s, speech);
		return;
	}
	if (quoted_words(scene, words.first, words.end) < FEWEST_INDIRECT)
		return;
	add_said(s, false, words.first, words.end);
	if (speech != NULL &&
	    quoted_words(scene, speech->first, speech->end) >= FEWEST_WORDS)
		add_said(s, true, speech->first, speech->end);
}

/* An apposition says what the speaker is: offices, and whose they are. */
static bool is_apposition(const struct scene *scene, size_t first, size_t end)
{
	const struct cue *role = scene_cue(scene, CUE_ROLE, first, end), *and;

	if (role == NULL || role->first - first >= ROLE_REACH)
		return false;
	while ((and = scene_cue(scene, CUE_AND, role->end, role->end + 1)) &&
	       scene_cue(scene, CUE_ROLE, and->end, and->end + ROLE_REACH))
		role = scene_cue(scene, CUE_ROLE, and->end, scene->end);
	return role->end >= end || scene_token(scene, role->end)->mention ||
	       (end - first <= SHORT_APPOSITION &&
		!scene_cue(scene, CUE_GROUP, role->first, role->end)) ||
	       scene_cue(scene, CUE_PREPOSITION, role->end, role->end + 1) ||
	       scene_cue(scene, CUE_RELATIVE, role->end, role->end + 1);
}

/* Where the words begin behind the name of a speaker: behind the comma, and
 * behind an apposition. */
static size_t behind_name(const struct scene *scene, size_t from)
{
	size_t comma = scene_comma(scene, from, scene->end), next;

	if (comma == scene->end)
		return scene->end;
	next = scene_comma(scene, comma + 1, scene->end);
	if (next == scene->end || next - comma > APPOSITION_REACH ||
	    !is_apposition(scene, comma + 1, next))
		return comma + 1;
	return next + 1;
}

/* According to X, WORDS; WORDS, according to X. */
static void add_frame(struct search *s)
{
	const struct scene *scene = s->scene;
	size_t cue = s->cue->first;
	const struct stretch *speech = quoted_before(scene, cue, true);
	size_t begin = behind_name(scene, s->speaker.end > s->cue->end ?
					  s->speaker.end : s->cue->end);

	if (speech != NULL)
		add_direct(s, speech);
	else if (begin < scene->end &&
		 scene_token(scene, begin)->segment ==
			 scene_token(scene, cue)->segment)
		add_words(s, begin, scene->end);
	else
		add_words(s, scene->first,
			  s->speaker.first < cue ? s->speaker.first : cue);
}

static bool is_same_clause(const struct scene *scene, size_t a, size_t b)
{
	return scene_token(scene, a)->segment ==
		       scene_token(scene, b)->segment &&
	       scene_cue(scene, CUE_SPEECH, a + 1, b) == NULL;
}

/* "That" right behind the cue or a comma, or behind whom it was told or who
 * said it; a "that" further away belongs to another word. */
static const struct cue *find_that(const struct search *s)
{
	const struct scene *scene = s->scene;
	size_t from = s->cue->end > s->speaker.end ? s->cue->end
						   : s->speaker.end;
	const struct cue *that = scene_cue(scene, CUE_THAT, s->cue->end,
					   scene_on(scene, from, THAT_REACH));
	bool told;

	if (that == NULL || !is_same_clause(scene, s->cue->end - 1,
					    that->first))
		return NULL;
	told = scene_cue(scene, CUE_GROUP, s->cue->end, that->first) != NULL ||
	       scene_cue(scene, CUE_AUDIENCE, s->cue->first, s->cue->end) ||
	       scene_cue(scene, CUE_PREPOSITION, from, from + 1) != NULL;
	for (size_t t = s->cue->end; t < that->first; t++)
		told = told || scene_token(scene, t)->mention;
	return told || that->first <= from + 1 ||
	       str_equal(scene_text(scene, that->first - 1), STR(","))
		? that : NULL;
}

static bool has_verb(const struct scene *scene, size_t first, size_t end)
{
	static const enum cue_kind verbs[] = {
		CUE_PASSIVE, CUE_PRESENT, CUE_MODAL, CUE_NEGATION, CUE_TRIGGER
	};

	for (size_t i = 0; i < COUNT_OF(verbs); i++)
		if (scene_cue(scene, verbs[i], first, end) != NULL)
			return true;
	return false;
}

/* Behind the verb, and behind whom it is told where it needs one. */
static size_t behind_heard(const struct scene *scene, const struct cue *cue)
{
	if (scene_cue(scene, CUE_AUDIENCE, cue->first, cue->end) == NULL)
		return cue->end;
	for (size_t i = 0; i < scene->parties.count; i++)
		if (scene->parties.items[i].first >= cue->end)
			return scene->parties.items[i].first <= cue->end + 1
				? scene->parties.items[i].end : cue->end;
	return cue->end;
}

/* Where a clause begins right behind the verb, or behind whom it was told, or
 * the sentence's end. */
static size_t find_clause(const struct search *s)
{
	const struct scene *scene = s->scene;
	size_t first = behind_heard(scene, s->cue);

	if (first == scene->end || quoted_is_mark(scene, first) ||
	    scene_cue(scene, CUE_PREPOSITION, first, first + 1) != NULL ||
	    s->speaker.end > s->cue->first ||
	    scene_cue(scene, CUE_ASKS, first, first + 1) != NULL ||
	    scene_cue(scene, CUE_SPEECH, first, scene->end) != NULL ||
	    !has_verb(scene, first, scene->end))
		return scene->end;
	return first;
}

/* Where what is asked begins. */
static size_t find_question(const struct search *s)
{
	const struct scene *scene = s->scene;
	size_t from = s->cue->end > s->speaker.end ? s->cue->end
						   : s->speaker.end;
	size_t end = scene_on(scene, from, THAT_REACH);
	const struct cue *asks = scene_cue(scene, CUE_ASKS, from, end);

	if (asks == NULL)
		asks = scene_cue(scene, CUE_CONDITION, from, end);
	if (asks != NULL)
		return asks->first;
	return from < end && str_equal(scene_text(scene, from), STR(","))
		? from + 1 : scene->end;
}

/* Nothing but what a speaker is stands between verb and name. */
static bool is_named_by(const struct scene *scene, size_t first, size_t end)
{
	size_t others = 0;

	for (size_t t = first; t < end; t++)
		others += !scene_token(scene, t)->mention &&
			  scene_cue(scene, CUE_ROLE, t, t + 1) == NULL;
	return others <= BESIDE;
}

/* Whether the verb and its subject, one beside the other, end a clause. */
static bool is_trailing(const struct search *s)
{
	const struct scene *scene = s->scene;
	const struct cue *cue = s->cue;
	bool turned = s->speaker.first >= cue->end;
	size_t end = turned ? s->speaker.end : cue->end;

	if (cue->row->saying == SAYING_ASK ||
	    (turned ? !is_named_by(scene, cue->end, s->speaker.first)
		    : cue->first - s->speaker.end > BESIDE))
		return false;
	return end == scene->end || quoted_is_mark(scene, end) || turned ||
	       (cue->row->side != SIDE_PLURAL &&
		(scene_token(scene, end)->mention ||
		 cue->row->saying == SAYING_CLAUSE ||
		 scene_cue(scene, CUE_PREPOSITION, end, end + 1) != NULL));
}

/* "WORDS, X said" and "WORDS, said X": where they end, or the sentence's
 * first token. */
static size_t find_trail(const struct search *s)
{
	static const enum cue_kind others[] = {
		CUE_RELATIVE, CUE_THAT, CUE_AND, CUE_BREAK
	};
	const struct scene *scene = s->scene;
	size_t from = s->speaker.first < s->cue->first ? s->speaker.first
						       : s->cue->first;
	size_t t = from;

	while (t > scene->first && from - t <= SUBJECT_REACH &&
	       !quoted_is_mark(scene, t - 1)) {
		for (size_t i = 0; i < COUNT_OF(others); i++)
			if (scene_cue(scene, others[i], t - 1, t) != NULL)
				return scene->first;
		t--;
	}
	return from - t <= SUBJECT_REACH && t > scene->first &&
	       quoted_is_mark(scene, t - 1) &&
	       !str_equal(scene_text(scene, t - 1), STR(":"))
		? t - 1 : scene->first;
}

/* The words before a trailing "X said"; where the sentence goes on behind it,
 * all of them. */
static void add_trail(struct search *s)
{
	const struct scene *scene = s->scene;
	size_t end = find_trail(s), first = scene->first;
	size_t behind = s->cue->end > s->speaker.end ? s->cue->end
						     : s->speaker.end;

	first = behind_link(scene, first, end);
	if (end <= first || !is_trailing(s) ||
	    scene_cue(scene, CUE_CONDITION, first, first + 1) != NULL ||
	    scene_cue(scene, CUE_ASKS, first, first + 1) != NULL ||
	    (scene_cue(scene, CUE_PREPOSITION, first, first + 1) != NULL &&
	     !has_verb(scene, first, end)))
		return;
	if (behind < scene->end &&
	    str_equal(scene_text(scene, behind), STR(",")) &&
	    quoted_words(scene, behind, scene->end) >= FEWEST_INDIRECT &&
	    scene_cue(scene, CUE_SPEECH, behind, scene->end) == NULL &&
	    !(s->speaker.first >= s->cue->end &&
	      is_apposition(scene, behind + 1,
			    scene_comma(scene, behind + 1, scene->end))))
		end = scene->end;
	add_words(s, first, end);
}

/* A colon behind the verb, and no other verb of saying before it; else the
 * sentence's end. */
static size_t find_colon(const struct scene *scene, size_t from)
{
	size_t t = from;

	while (t < scene->end &&
	       (scene_token(scene, t)->stretch > 0 ||
		!str_equal(scene_text(scene, t), STR(":"))))
		t++;
	return t < scene->end &&
	       scene_cue(scene, CUE_SPEECH, from, t) == NULL ? t : scene->end;
}

/* X said that WORDS; “WORDS,” X said; X said: “WORDS”; X says WORDS; WORDS,
 * says X. */
static void add_that(struct search *s)
{
	const struct scene *scene = s->scene;
	size_t edge = s->speaker.first < s->cue->first ? s->speaker.first
						       : s->cue->first;
	const struct stretch *speech = quoted_before(scene, edge, true);
	const struct cue *that = find_that(s);
	size_t from = s->cue->end > s->speaker.end ? s->cue->end
						   : s->speaker.end;
	size_t colon = find_colon(scene, from), clause = scene->end;

	if (that != NULL)
		clause = that->end;
	else if (s->cue->row->saying == SAYING_ASK)
		clause = find_question(s);
	else if (s->cue->row->saying == SAYING_CLAUSE)
		clause = find_clause(s);
	if (speech != NULL && s->cue->row->side != SIDE_SUBJECT &&
	    (clause == scene->end ||
	     quoted_words(scene, scene->first, speech->first) == 0)) {
		add_direct(s, speech);
		return;
	}
	if (that != NULL) {
		add_words(s, clause, scene->end);
		return;
	}
	speech = quoted_in(scene, s->cue->end, scene->end);
	if (speech != NULL && scene_cue(scene, CUE_SPEECH, s->cue->end,
					speech->first) != NULL)
		speech = NULL;
	if (clause < scene->end && speech != NULL &&
	    !has_verb(scene, clause, speech->first) &&
	    s->cue->row->saying != SAYING_ASK)
		clause = scene->end;
	if (colon < scene->end && (speech != NULL ||
				   colon - from <= LEAD_REACH))
		add_words(s, colon + 1, scene->end);
	else if (clause < scene->end)
		add_words(s, clause, scene->end);
	else if (speech != NULL)
		add_direct(s, speech);
	else
		add_trail(s);
}

/* X WORDS said; “WORDS,” said X; WORDS, said X. */
static void add_end(struct search *s)
{
	const struct scene *scene = s->scene;
	size_t cue = s->cue->first, first = scene->first;
	bool before = s->speaker.end <= cue && s->speaker.end > scene->first;
	const struct stretch *speech = quoted_before(scene, cue, false);

	if (before)
		first = s->speaker.end;
	if (speech == NULL && before)
		speech = quoted_before(scene, s->speaker.first, true);
	if (speech != NULL &&
	    quoted_words(scene, first, speech->first) < FEWEST_INDIRECT)
		add_direct(s, speech);
	else
		add_words(s, first, cue);
}

/* What is asked, not said, or only may be said: "was asked", "did not say". */
static bool is_unsaid(const struct scene *scene, const struct cue *cue)
{
	static const enum cue_kind before[] = {
		CUE_NEGATION, CUE_MODAL, CUE_PASSIVE, CUE_PRESENT
	};
	size_t from = cue->first, first, end;

	for (size_t t = cue->first; t > scene->first; t--) {
		if (cue->first - t >= 2 || quoted_is_mark(scene, t - 1))
			break;
		from = t - 1;
	}
	if (cue->row->saying != SAYING_FRAME)
		for (size_t i = 0; i < COUNT_OF(before); i++)
			if (scene_cue(scene, before[i], from, cue->first))
				return true;
	if (scene_cue(scene, CUE_UNDONE, cue->end, cue->end + 1) != NULL)
		return true;
	scene_segment(scene, cue->first, &first, &end);
	if (cue->row->saying == SAYING_END)
		return false;
	for (const struct cue *condition;
	     (condition = scene_cue(scene, CUE_CONDITION, first,
				    cue->first)) != NULL;
	     first = condition->end)
		if (scene_comma(scene, condition->end, cue->first) ==
		    cue->first)
			return true;
	return false;
}

/* "…, — added." Who spoke in the sentence before goes on, where no word beside
 * the verb may be somebody else. */
static bool carry(struct search *s)
{
	const struct scene *scene = s->scene;
	const struct cue *cue = s->cue;

	if (cue->row->saying == SAYING_FRAME || s->talk->last.id.len == 0 ||
	    cue->first == scene->first ||
	    !quoted_is_mark(scene, cue->first - 1) ||
	    (cue->end < scene->end && !quoted_is_mark(scene, cue->end)) ||
	    quoted_before(scene, cue->first,
			  cue->row->saying != SAYING_END) == NULL)
		return false;
	s->speaker = s->talk->last;
	s->speaker.from = STR("carried");
	s->speaker.first = s->speaker.end = cue->first;
	return true;
}

/* Words that stand in a quotation already hold no cue. */
static bool is_taken(const struct search *s, const struct cue *cue)
{
	size_t count = s->doc->quotations.count;

	return count > s->first &&
	       s->doc->quotations.items[count - 1].quote.end > cue->first;
}

static void add_cue(struct search *s, const struct cue *cue)
{
	s->cue = cue;
	if (cue->row->kind != CUE_SPEECH ||
	    scene_token(s->scene, cue->first)->stretch > 0 ||
	    is_taken(s, cue) || is_unsaid(s->scene, cue))
		return;
	if (!speaker_find(&s->speaker, s->scene, cue, s->focus,
			  &s->talk->last) && !carry(s))
		return;
	if (cue->row->saying == SAYING_FRAME)
		add_frame(s);
	else if (cue->row->saying == SAYING_END)
		add_end(s);
	else
		add_that(s);
}

/* The one whose name, with what he is, begins the sentence up to `colon`. */
static const struct party *named_before(const struct scene *scene, size_t colon)
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
		    !quoted_is_mark(scene, t) &&
		    scene_cue(scene, CUE_ROLE, t, t + 1) == NULL)
			return NULL;
	return best->end == colon ||
	       is_apposition(scene, best->end + 1, colon) ? best : NULL;
}

/* NAME: “WORDS”; of a person also without the marks. */
static void add_named(struct search *s)
{
	const struct scene *scene = s->scene;
	size_t colon = find_colon(scene, scene->first);
	const struct party *party;
	const struct stretch *speech;

	if (colon == scene->end || colon + 1 == scene->end ||
	    s->doc->quotations.count > s->first ||
	    (party = named_before(scene, colon)) == NULL)
		return;
	speech = quoted_in(scene, colon + 1, scene->end);
	s->cue = NULL;
	s->speaker = (struct speaker){ party->id, STR("name"), party->first,
				       party->end, party->many, true,
				       party->class == PARTY_PEOPLE ||
				       party->class == PARTY_OFFICIAL };
	if (speech != NULL && speech->first <= colon + 2)
		add_direct(s, speech);
	else if ((party->class == PARTY_PEOPLE ||
		  party->class == PARTY_OFFICIAL) &&
		 quoted_words(scene, colon + 1, scene->end) >= FEWEST_WORDS)
		add_words(s, colon + 1, scene->end);
}

/* Marks that stay open wait for a speaker. */
static void leave_open(struct search *s)
{
	const struct scene *scene = s->scene;
	const struct stretch *last;

	if (!scene->open) {
		s->talk->open = SIZE_MAX;
		return;
	}
	if (s->talk->open != SIZE_MAX || scene->stretches.count == 0 ||
	    s->doc->quotations.count > s->first)
		return;
	last = &scene->stretches.items[scene->stretches.count - 1];
	if (last->end != scene->end || last->first == scene->first)
		return;
	s->talk->open = s->doc->quotations.count;
	add(s, true, quoted_trim(scene, last->first, last->end));
}

void quotations_begin(struct talk *talk, const struct document *doc)
{
	talk->first = doc->quotations.count;
	talk->open = SIZE_MAX;
}

void quotations_find(struct document *doc, const struct scene *scene,
		     const struct focus *focus, struct talk *talk)
{
	struct search s = { .doc = doc, .scene = scene, .focus = focus,
			    .talk = talk, .first = doc->quotations.count };

	if (scene->sentence > talk->heard + 1)
		talk->last = (struct speaker){ .id = STR_NONE };
	for (size_t i = 0; i < scene->cues.count; i++)
		add_cue(&s, &scene->cues.items[i]);
	add_named(&s);
	leave_open(&s);
	if (scene->open && talk->last.id.len > 0)
		talk->heard = scene->sentence;
}

void quotations_end(struct document *doc, struct talk *talk)
{
	struct strbuf id = STRBUF_INIT;
	size_t kept = talk->first;

	for (size_t i = talk->first; i < doc->quotations.count; i++) {
		struct quotation quotation = doc->quotations.items[i];

		if (quotation.speaker.len == 0)
			continue;
		strbuf_clear(&id);
		strbuf_add(&id, doc->id);
		strbuf_add_z(&id, "-q");
		strbuf_add_number(&id, kept + 1);
		quotation.id = str_copy(&doc->arena, strbuf_view(&id));
		doc->quotations.items[kept++] = quotation;
	}
	doc->quotations.count = kept;
	strbuf_release(&id);
}
