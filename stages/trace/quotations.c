#include "quotations.h"

#include "quoted.h"
#include "said.h"
#include "subjects.h"
#include "unsaid.h"

enum {
	FEWEST_WORDS = 4,     /* of a direct quotation within indirect words */
	FEWEST_INDIRECT = 2,
	COLON_REACH = 8,      /* tokens between "said" and its colon */
	SHORT_LEAD = 10,      /* words of «журналистерді «жау» деп» */
	OBJECT_REACH = 3,
	BESIDE = 3,           /* tokens from a quotation mark to a cue */
	ADVERB = 2,           /* tokens of "also adding" */
	LEAD = 2,             /* words before the subject of a verb without */
	LONGEST_LEAD = 9,     /* words of "that the reporters were" */
	BEHIND = 5            /* words of its own: "He said on Monday." */
};

/* What is looked for in a sentence. */
struct search {
	struct document *doc;
	const struct scene *scene;
	const struct focus *focus;
	struct talk *talk;
	size_t first;         /* the sentence's first quotation */
	struct utterance saying;
};

static void set_speaker(struct search *s, struct quotation *quotation)
{
	const struct cue *cue = s->saying.cue;

	quotation->speaker = s->saying.speaker.id;
	quotation->speaker_from = s->saying.speaker.from;
	if (cue != NULL)
		quotation->cue = quoted_trim(s->scene, cue->first, cue->end);
	s->talk->last = s->saying.speaker;
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
	struct extent words = direct ? quoted_speech(s->scene, first, end)
				     : quoted_trim(s->scene, first, end);

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

/* That he “WORDS”: what is told ends with what was said, and begins in the same
 * clause. */
static bool is_all_said(const struct scene *scene, const struct stretch *speech,
			const struct extent *words)
{
	size_t count = quoted_words(scene, speech->first, speech->end);
	size_t lead = quoted_words(scene, words->first, speech->first);

	return (count >= FEWEST_WORDS ||
		(count + 1 >= FEWEST_WORDS && words->end <= speech->end + 1)) &&
	       lead <= LONGEST_LEAD &&
	       scene_comma(scene, words->first, speech->first) ==
		       speech->first &&
	       !scene_cue(scene, CUE_SPEECH, words->first, speech->first);
}

/* Words from `first` to `end`: direct if they begin in quotation marks, else
 * indirect, and then what they hold in marks is a quotation too. */
static void add_words(struct search *s, size_t first, size_t end)
{
	const struct scene *scene = s->scene;
	struct extent words = quoted_trim(
		scene, said_behind_link(scene, first, end), end);
	const struct stretch *speech = quoted_in(scene, words.first,
						 words.end);

	if (speech != NULL && speech->first <= words.first + 1) {
		add_direct(s, speech);
		return;
	}
	if (speech != NULL && is_all_said(scene, speech, &words)) {
		add_direct(s, speech);
		return;
	}
	add_said(s, false, words.first, words.end);
	if (speech != NULL &&
	    scene_cue(scene, CUE_SPEECH, words.first, speech->first) == NULL &&
	    scene_cue(scene, CUE_SPEECH, speech->end,
		      scene_on(scene, speech->end, BESIDE)) == NULL &&
	    quoted_words(scene, speech->first, speech->end) >= FEWEST_WORDS)
		add_said(s, true, speech->first, speech->end);
}

/* A clause goes on over "according to X" between commas; behind "and" another
 * one begins. */
static bool breaks_clause(const struct scene *scene, size_t first, size_t edge)
{
	while (edge > first + 1 && scene_cue(scene, CUE_ROLE, edge - 1, edge))
		edge--;
	return edge > first + 1 &&
	       str_equal(scene_text(scene, edge - 1), STR(",")) &&
	       scene_cue(scene, CUE_AND, edge - 2, edge) == NULL &&
	       scene_cue(scene, CUE_LINK, edge - 2, edge) == NULL;
}

/* "Between one vote and the next, X said, nobody …" */
static bool begins_late(const struct scene *scene, size_t first, size_t end)
{
	return (scene_cue(scene, CUE_PREPOSITION, first, first + 1) != NULL ||
		scene_cue(scene, CUE_WHERE, first, first + 1) != NULL) &&
	       !said_has_verb(scene, first, end);
}

/* Behind the last colon or semicolon before `end`, or `first`. */
static size_t clause_behind(const struct scene *scene, size_t first, size_t end)
{
	for (size_t t = end; t > first; t--)
		if (str_equal(scene_text(scene, t - 1), STR(":")) ||
		    str_equal(scene_text(scene, t - 1), STR(";")))
			return t;
	return first;
}

/* According to X, WORDS; WORDS, according to X. */
static void add_frame(struct search *s)
{
	const struct scene *scene = s->scene;
	size_t edge = said_edge(&s->saying);
	const struct stretch *speech = quoted_before(scene, edge, true);
	size_t begin = said_behind_name(scene, said_from(&s->saying));
	size_t first = clause_behind(
		scene, said_behind_link(scene, scene->first, edge), edge);
	bool goes_on = begin < scene->end &&
		       scene_token(scene, begin)->segment ==
			       scene_token(scene, edge)->segment;

	if (speech == NULL)
		speech = quoted_at(scene, begin);
	if (speech != NULL)
		add_direct(s, speech);
	else if (goes_on && breaks_clause(scene, first, edge) &&
		 !begins_late(scene, first, edge))
		add_words(s, first, scene->end);
	else if (goes_on)
		add_words(s, begin, scene->end);
	else
		add_words(s, first, edge);
}

/* Whether the sentence goes on behind ", X said," and not with who X is. */
static bool goes_on_behind(const struct utterance *saying)
{
	const struct scene *scene = saying->scene;
	size_t comma = said_from(saying);
	bool turned = saying->speaker.first >= saying->cue->end;

	return comma < scene->end &&
	       str_equal(scene_text(scene, comma), STR(",")) &&
	       quoted_words(scene, comma, scene->end) >= FEWEST_INDIRECT &&
	       scene_cue(scene, CUE_SPEECH, comma + 1,
			 scene_on(scene, comma + 1, ADVERB)) == NULL &&
	       !(turned &&
		 said_is_apposition(scene, comma + 1,
				    scene_comma(scene, comma + 1,
						scene->end)));
}

/* The words before a trailing "X said"; where the sentence goes on behind it,
 * all of them. */
static void add_trail(struct search *s)
{
	const struct scene *scene = s->scene;
	size_t end = said_trail(&s->saying);
	size_t first = said_behind_link(scene, scene->first, end);

	if (goes_on_behind(&s->saying) &&
	    (begins_late(scene, first, end) ||
	     scene_cue(scene, CUE_RELATIVE, end - 1, end) != NULL)) {
		add_words(s, said_from(&s->saying) + 1, scene->end);
		return;
	}
	first = clause_behind(scene, first, end);
	if (quoted_words(scene, first, end) == 0 ||
	    scene_cue(scene, CUE_CONDITION, first, first + 1) != NULL ||
	    scene_cue(scene, CUE_ASKS, first, first + 1) != NULL ||
	    scene_cue(scene, CUE_SPEECH, first, first + 1) != NULL ||
	    begins_late(scene, first, end))
		return;
	add_words(s, first, goes_on_behind(&s->saying) ? scene->end : end);
}

/* “WORDS.” X said: the sentence before has closed its marks, and this one has
 * no words but the verb and its subject. */
static bool add_closed(struct search *s)
{
	const struct scene *scene = s->scene;
	size_t from = said_from(&s->saying);

	if (s->talk->closed == SIZE_MAX ||
	    s->doc->quotations.count > s->first ||
	    quoted_words(scene, scene->first, said_edge(&s->saying)) > LEAD ||
	    quoted_words(scene, from, scene->end) > BEHIND)
		return false;
	set_speaker(s, &s->doc->quotations.items[s->talk->closed]);
	return true;
}

/* Where the indirect words begin that a verb of this kind may have. */
static size_t find_clause(const struct utterance *saying)
{
	const struct cue *that = said_that(saying);

	if (that != NULL)
		return that->end;
	if (saying->cue->row->saying == SAYING_ASK)
		return said_question(saying);
	return saying->cue->row->saying == SAYING_CLAUSE ? said_clause(saying)
		: saying->scene->end;
}

/* The speech behind the verb, unless it is another verb's. */
static const struct stretch *speech_behind(const struct utterance *saying)
{
	const struct scene *scene = saying->scene;
	const struct stretch *speech = quoted_in(scene, saying->cue->end,
						 scene->end);

	return speech != NULL && !scene_cue(scene, CUE_SPEECH, saying->cue->end,
					    speech->first) ? speech : NULL;
}

/* X said: “WORDS”; X said WORDS; WORDS, X said. */
static void add_behind(struct search *s, size_t clause)
{
	const struct scene *scene = s->scene;
	const struct stretch *speech = speech_behind(&s->saying);
	size_t from = said_from(&s->saying), colon = said_colon(scene, from);

	if (clause < scene->end && speech != NULL &&
	    speech->first > clause + 1 &&
	    str_equal(scene_text(scene, speech->first - 2), STR(",")) &&
	    !said_has_verb(scene, clause, speech->first))
		clause = scene->end;
	if (colon < scene->end &&
	    (speech != NULL || colon == from ||
	     (colon - from <= COLON_REACH &&
	      s->saying.cue->row->side != SIDE_SEVERAL)))
		add_words(s, colon + 1, scene->end);
	else if (clause < scene->end)
		add_words(s, clause, scene->end);
	else if (speech != NULL)
		add_direct(s, speech);
	else if (!add_closed(s))
		add_trail(s);
}

/* “WORDS,” X said; X said that WORDS; and the rest. Speech that stands within
 * what is said before belongs to somebody else: "told her “WORDS,” X said". */
static void add_that(struct search *s)
{
	const struct scene *scene = s->scene;
	const struct stretch *speech = quoted_before(
		scene, said_edge(&s->saying), true);
	size_t clause = find_clause(&s->saying);

	if (speech != NULL && s->saying.cue->row->side != SIDE_SUBJECT &&
	    (clause == scene->end ||
	     quoted_words(scene, scene->first, speech->first) == 0))
		add_direct(s, speech);
	else if (said_that(&s->saying) != NULL)
		add_words(s, clause, scene->end);
	else
		add_behind(s, clause);
}

/* «…-ғанын бірнеше рет айтты»: a word or two may stand behind the object. */
static bool ends_as_object(const struct scene *scene, size_t first, size_t cue)
{
	for (size_t t = cue; t > first && cue - t < OBJECT_REACH; t--)
		if (subject_is_object(scene, t - 1))
			return true;
	return false;
}

/* X WORDS said; “WORDS,” said X; WORDS, said X. */
static void add_end(struct search *s)
{
	const struct scene *scene = s->scene;
	size_t cue = s->saying.cue->first, first = scene->first;
	const struct speaker *speaker = &s->saying.speaker;
	bool before = speaker->end <= cue && speaker->end > scene->first;
	const struct stretch *speech = quoted_before(scene, cue, false);
	size_t colon = said_colon(scene, s->saying.cue->end);

	if (before)
		first = said_behind_apposed(scene, speaker->end, cue);
	if (colon <= s->saying.cue->end + 1 && colon + 1 < scene->end &&
	    (quoted_in(scene, colon + 1, scene->end) != NULL ||
	     quoted_words(scene, first, cue) < FEWEST_INDIRECT)) {
		add_words(s, colon + 1, scene->end);
		return;
	}
	if (speech == NULL && before)
		speech = quoted_before(scene, speaker->first, true);
	if (speech != NULL &&
	    (quoted_words(scene, first, speech->first) < FEWEST_INDIRECT ||
	     (speech->end + 1 == cue &&
	      quoted_words(scene, first, speech->first) <= SHORT_LEAD)))
		add_direct(s, speech);
	else if (quoted_words(scene, first, cue) < FEWEST_INDIRECT)
		add_closed(s);
	else if (s->saying.cue->row->saying == SAYING_END ||
		 ends_as_object(scene, first, cue))
		add_words(s, first, cue);
}

/* X blamed “WORDS”; X urged WORDS; X «WORDS» деп кетті. */
static void add_object(struct search *s)
{
	const struct utterance *saying = &s->saying;
	const struct scene *scene = s->scene;
	const struct cue *cue = saying->cue;
	const struct stretch *label = said_label(saying);
	size_t first, end;

	if (saying->speaker.first >= cue->end)
		return;
	for (size_t i = 0; label == NULL && i < scene->stretches.count; i++)
		if (scene->stretches.items[i].end + 1 == cue->first &&
		    !quoted_is_title(scene, &scene->stretches.items[i]))
			label = &scene->stretches.items[i];
	if (label != NULL) {
		add_said(s, true, label->first, label->end);
		return;
	}
	scene_segment(scene, cue->end - 1, &first, &end);
	if (cue->row->saying == SAYING_OBJECT && cue->end < scene->end &&
	    !quoted_is_mark(scene, cue->end) &&
	    quoted_words(scene, cue->end, end) >= FEWEST_INDIRECT)
		add_said(s, false, cue->end, end);
}

/* "…, — added." Who spoke in the sentence before goes on, where no word beside
 * the verb may be somebody else. */
static bool carry(struct search *s)
{
	const struct scene *scene = s->scene;
	const struct cue *cue = s->saying.cue;

	if (cue->row->saying == SAYING_FRAME || s->talk->last.id.len == 0 ||
	    cue->first == scene->first ||
	    !quoted_is_mark(scene, cue->first - 1) ||
	    (cue->end < scene->end && !quoted_is_mark(scene, cue->end)) ||
	    quoted_before(scene, cue->first,
			  !said_is_last(cue)) == NULL)
		return false;
	s->saying.speaker = s->talk->last;
	s->saying.speaker.from = STR("carried");
	s->saying.speaker.first = s->saying.speaker.end = cue->first;
	return true;
}

/* Words that stand in a quotation already hold no cue, but for that of a direct
 * one in an indirect one: "found that half of them say “WORDS”". */
static bool is_taken(const struct search *s, const struct cue *cue)
{
	size_t count = s->doc->quotations.count;
	const struct quotation *last;
	const struct cue *that;

	if (count == s->first)
		return false;
	last = &s->doc->quotations.items[count - 1];
	if (last->quote.end <= cue->first)
		return false;
	that = scene_cue(s->scene, CUE_THAT, cue->end, cue->end + 1);
	return last->quote.first > cue->first ||
	       str_equal(last->kind, STR("direct")) ||
	       cue->row->saying == SAYING_FRAME || said_is_last(cue) ||
	       quoted_at(s->scene, that != NULL ? that->end : cue->end) == NULL;
}

/* Whether a verb that may have words as its object has them so, and not as
 * other verbs of speech do. */
static bool has_object(const struct search *s)
{
	const struct scene *scene = s->scene;
	const struct utterance *saying = &s->saying;
	enum saying kind = saying->cue->row->saying;

	return (kind == SAYING_QUOTE || kind == SAYING_OBJECT) &&
	       said_that(saying) == NULL &&
	       saying->cue->end < scene->end &&
	       (kind == SAYING_QUOTE ||
		!quoted_is_mark(scene, saying->cue->end)) &&
	       (saying->speaker.end <= saying->cue->first ||
		quoted_before(scene, said_edge(saying), true) == NULL);
}

static void add_cue(struct search *s, const struct cue *cue)
{
	s->saying.cue = cue;
	if (cue->row->kind != CUE_SPEECH ||
	    scene_token(s->scene, cue->first)->stretch > 0 ||
	    is_taken(s, cue) || unsaid_is(s->scene, cue))
		return;
	if (!speaker_find(&s->saying.speaker, s->scene, cue, s->focus,
			  &s->talk->last) && !carry(s))
		return;
	if (cue->row->saying == SAYING_FRAME)
		add_frame(s);
	else if (has_object(s))
		add_object(s);
	else if (said_is_last(cue))
		add_end(s);
	else
		add_that(s);
}

/* “WORDS,” sighs X; «WORDS», — sighs X; “WORDS,” X sighs: any verb between
 * speech that a comma or a dash ends and somebody is one of speech. */
static void add_sighed(struct search *s)
{
	const struct scene *scene = s->scene;
	const struct stretch *speech = scene->stretches.items;
	struct cue verb = { .row = NULL };
	size_t t;

	if (scene->stretches.count == 0 || s->doc->quotations.count > s->first)
		return;
	if (quoted_words(scene, scene->first, speech->first) > 0 ||
	    quoted_before(scene, speech->end, true) != speech ||
	    !quoted_goes_on(scene, speech))
		return;
	for (t = speech->end; t < scene->end && quoted_is_mark(scene, t); t++)
		;
	if (!speaker_of_verb(&s->saying.speaker, scene, &t, s->focus,
			     &s->talk->last))
		return;
	verb.first = t;
	verb.end = t + 1;
	s->saying.cue = &verb;
	add_direct(s, speech);
	s->saying.cue = NULL;
}

/* X sees no change: “WORDS.” The subject of any verb, before speech that is a
 * sentence. */
static bool speaks_out(struct search *s, size_t colon)
{
	static const struct cue_row row = {
		.side = SIDE_BEFORE, .saying = SAYING_THAT
	};
	const struct cue cue = { .row = &row, .first = colon,
				 .end = colon + 1 };
	const struct stretch *speech = quoted_at(s->scene, colon + 1);

	return speech != NULL && quoted_has_capital(s->scene, speech->first) &&
	       quoted_words(s->scene, speech->first, speech->end) >=
		       FEWEST_WORDS &&
	       speaker_find(&s->saying.speaker, s->scene, &cue, s->focus,
			    &s->talk->last) &&
	       s->saying.speaker.person && s->saying.speaker.named;
}

/* NAME: “WORDS”; of a person also without the marks. */
static void add_named(struct search *s)
{
	const struct scene *scene = s->scene;
	size_t colon = said_colon(scene, scene->first);
	const struct stretch *speech;

	s->saying.cue = NULL;
	if (colon + 1 >= scene->end || s->doc->quotations.count > s->first)
		return;
	if (!speaker_of_colon(&s->saying.speaker, scene, colon, s->focus,
			      &s->talk->last) &&
	    !speaks_out(s, colon))
		return;
	speech = quoted_in(scene, colon + 1, scene->end);
	if (speech != NULL && speech->first <= colon + 2)
		add_direct(s, speech);
	else if (s->saying.speaker.person &&
		 subject_of_colon(scene, colon) != NULL &&
		 quoted_words(scene, colon + 1, scene->end) >= FEWEST_WORDS &&
		 (said_has_verb(scene, colon, scene->end) ||
		  quoted_has_capital(scene, colon + 1)))
		add_words(s, colon + 1, scene->end);
}

/* Speech without a speaker waits for one: until its marks close, and for one
 * sentence more where they close with a sentence. */
static void wait_for_speaker(struct search *s)
{
	const struct scene *scene = s->scene;
	struct talk *talk = s->talk;
	size_t count = scene->stretches.count;
	const struct stretch *last = count > 0
		? &scene->stretches.items[count - 1] : NULL;
	bool at_end = last != NULL && last->end + 1 >= scene->end;

	talk->closed = SIZE_MAX;
	if (talk->open == SIZE_MAX && at_end && last->first > scene->first &&
	    s->doc->quotations.count == s->first &&
	    (scene->open || (quoted_words(scene, scene->first, last->first) ==
				     0 && quoted_in(scene, last->first,
						    last->end) == last))) {
		talk->open = s->doc->quotations.count;
		add(s, true, quoted_speech(scene, last->first, last->end));
	}
	if (scene->open)
		return;
	if (talk->open != SIZE_MAX && at_end &&
	    s->doc->quotations.items[talk->open].speaker.len == 0)
		talk->closed = talk->open;
	talk->open = SIZE_MAX;
}

void quotations_begin(struct talk *talk, const struct document *doc)
{
	talk->first = doc->quotations.count;
	talk->open = talk->closed = SIZE_MAX;
	talk->roles = (struct roles_told){ .count = 0 };
}

void quotations_find(struct document *doc, struct scene *scene,
		     const struct focus *focus, struct talk *talk)
{
	struct search s = { .doc = doc, .scene = scene, .focus = focus,
			    .talk = talk, .first = doc->quotations.count,
			    .saying = { .scene = scene } };

	if (scene->sentence > talk->heard + 1)
		talk->last = (struct speaker){ .id = STR_NONE };
	voices_find(scene,
		    talk->last.named && talk->last.person && !talk->last.many
			    ? talk->last.id : STR_NONE,
		    &talk->roles);
	for (size_t i = 0; i < scene->cues.count; i++)
		add_cue(&s, &scene->cues.items[i]);
	add_named(&s);
	add_sighed(&s);
	wait_for_speaker(&s);
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
