#include "quotations.h"

#include "speakers.h"

enum {
	THAT_REACH = 10,      /* tokens between "told X" and "that" */
	FEWEST_WORDS = 4,     /* of a direct quotation within indirect words */
	APPOSITION_REACH = 14,
	ROLE_REACH = 4,
	MARKS_REACH = 3       /* tokens between “…,” and its cue */
};

static bool is_mark(const struct scene *scene, size_t token)
{
	static const char *const marks[] = {
		",", ".", ":", ";", "—", "–", "-", "“", "”", "«", "»", "„",
		"\"", "…", "?", "!"
	};
	struct str text = scene_text(scene, token);

	for (size_t i = 0; i < COUNT_OF(marks); i++)
		if (str_equal(text, str_of(marks[i])))
			return true;
	return false;
}

static struct extent trimmed(const struct scene *scene, size_t first,
			     size_t end)
{
	while (first < end && is_mark(scene, first))
		first++;
	while (end > first && is_mark(scene, end - 1))
		end--;
	return (struct extent){ scene->sentence, first, end };
}

static void add(struct document *doc, const struct scene *scene,
		const struct cue *cue, struct str speaker, bool direct,
		struct extent words)
{
	struct quotation *quotation;
	struct strbuf id = STRBUF_INIT;

	if (words.first >= words.end)
		return;
	quotation = LIST_ADD(&doc->quotations);
	strbuf_add(&id, doc->id);
	strbuf_add_z(&id, "-q");
	strbuf_add_number(&id, doc->quotations.count);
	*quotation = (struct quotation){
		.sentence = scene->sentence,
		.id = str_copy(&doc->arena, strbuf_view(&id)),
		.kind = direct ? STR("direct") : STR("indirect"),
		.speaker = speaker,
		.speaker_from = speaker.len > 0 ? STR("name") : STR_NONE,
		.cue = { scene->sentence, cue->first, cue->end },
		.quote = words
	};
	strbuf_release(&id);
}

/* A stretch in quotation marks that is speech, not the name of something. */
static bool is_speech(const struct scene *scene, const struct stretch *stretch)
{
	bool all = true;

	for (size_t t = stretch->first; t < stretch->end; t++)
		all = all && (scene_token(scene, t)->mention ||
			      is_mark(scene, t));
	return !all;
}

/* The stretch of speech that touches [first, end) first, or NULL. */
static const struct stretch *speech_in(const struct scene *scene, size_t first,
				       size_t end)
{
	for (size_t i = 0; i < scene->stretches.count; i++) {
		const struct stretch *stretch = &scene->stretches.items[i];

		if (stretch->end > first && stretch->first < end &&
		    is_speech(scene, stretch))
			return stretch;
	}
	return NULL;
}

/* The last stretch of speech that ends before `end`, or NULL. */
static const struct stretch *speech_before(const struct scene *scene,
					   size_t end)
{
	for (size_t i = scene->stretches.count; i-- > 0;) {
		const struct stretch *stretch = &scene->stretches.items[i];

		if (stretch->end <= end && is_speech(scene, stretch))
			return stretch;
	}
	return NULL;
}

/* Words from `first` to `end`: direct if they begin in quotation marks, else
 * indirect, and then what they hold in marks is a quotation too. */
static void add_words(struct document *doc, const struct scene *scene,
		      const struct cue *cue, struct str speaker, size_t first,
		      size_t end)
{
	struct extent words = trimmed(scene, first, end);
	const struct stretch *speech = speech_in(scene, words.first,
						 words.end);

	if (speech != NULL && speech->first <= words.first + 1) {
		add(doc, scene, cue, speaker, true,
		    trimmed(scene, speech->first, speech->end));
		return;
	}
	add(doc, scene, cue, speaker, false, words);
	if (speech == NULL)
		return;
	words = trimmed(scene, speech->first, speech->end);
	if (words.end - words.first >= FEWEST_WORDS)
		add(doc, scene, cue, speaker, true, words);
}

/* Where the words begin behind the name of a speaker: behind the comma, and
 * behind an apposition that says what the speaker is ("head of …"; a plural as
 * in "journalists spread …" is none). */
static size_t behind_name(const struct scene *scene, size_t from)
{
	size_t comma = scene_comma(scene, from, scene->end), next;
	const struct cue *role;

	if (comma == scene->end)
		return scene->end;
	next = scene_comma(scene, comma + 1, scene->end);
	if (next == scene->end || next - comma > APPOSITION_REACH)
		return comma + 1;
	role = scene_cue(scene, CUE_ROLE, comma + 1, next);
	if (role == NULL || role->first - comma > ROLE_REACH ||
	    scene_cue(scene, CUE_GROUP, role->first, role->end) != NULL)
		return comma + 1;
	return next + 1;
}

/* According to X, WORDS; WORDS, according to X. */
static void add_frame(struct document *doc, const struct scene *scene,
		      const struct cue *cue, const struct speaker *speaker)
{
	const struct stretch *speech = speech_before(scene, cue->first);
	size_t begin = behind_name(scene, speaker->end > cue->end ?
					  speaker->end : cue->end);

	if (speech != NULL && cue->first - speech->end <= MARKS_REACH)
		add(doc, scene, cue, speaker->id, true,
		    trimmed(scene, speech->first, speech->end));
	else if (begin < scene->end &&
		 scene_token(scene, begin)->segment ==
			 scene_token(scene, cue->first)->segment)
		add_words(doc, scene, cue, speaker->id, begin, scene->end);
	else
		add_words(doc, scene, cue, speaker->id, scene->first,
			  cue->first);
}

/* "That" right behind the cue or a comma, or behind whom it was told; a "that"
 * further away belongs to another word. */
static const struct cue *find_that(const struct scene *scene,
				   const struct cue *cue)
{
	size_t end = scene->end - cue->end > THAT_REACH ?
		cue->end + THAT_REACH : scene->end;
	const struct cue *that = scene_cue(scene, CUE_THAT, cue->end, end);
	bool named = false;

	if (that == NULL || scene_token(scene, that->first)->segment !=
				    scene_token(scene, cue->first)->segment)
		return NULL;
	for (size_t t = cue->end; t < that->first; t++)
		named = named || scene_token(scene, t)->mention;
	return named || that->first - cue->end <= 1 ? that : NULL;
}

/* X said that WORDS; “WORDS,” X said; X said: “WORDS”. */
static void add_that(struct document *doc, const struct scene *scene,
		     const struct cue *cue, const struct speaker *speaker)
{
	const struct cue *that = find_that(scene, cue);
	const struct stretch *speech;

	if (that != NULL) {
		add_words(doc, scene, cue, speaker->id, that->end, scene->end);
		return;
	}
	speech = speech_before(scene, cue->first);
	if (speech == NULL)
		speech = speech_in(scene, cue->end, scene->end);
	if (speech != NULL)
		add(doc, scene, cue, speaker->id, true,
		    trimmed(scene, speech->first, speech->end));
}

/* X WORDS said. */
static void add_end(struct document *doc, const struct scene *scene,
		    const struct cue *cue, const struct speaker *speaker)
{
	const struct stretch *speech = speech_before(scene, cue->first);
	size_t first = scene->first;

	if (speaker->end <= cue->first && speaker->end > scene->first)
		first = speaker->end;
	if (speech != NULL && (cue->first - speech->end <= MARKS_REACH ||
			       first < speech->first))
		add(doc, scene, cue, speaker->id, true,
		    trimmed(scene, speech->first, speech->end));
	else if (first > scene->first)
		add_words(doc, scene, cue, speaker->id, first, cue->first);
}

void quotations_find(struct document *doc, const struct scene *scene,
		     const struct focus *focus)
{
	size_t first = doc->quotations.count;

	for (size_t i = 0; i < scene->cues.count; i++) {
		const struct cue *cue = &scene->cues.items[i];
		struct speaker speaker;

		if (cue->row->kind != CUE_SPEECH ||
		    scene_token(scene, cue->first)->stretch > 0 ||
		    (doc->quotations.count > first &&
		     doc->quotations.items[doc->quotations.count - 1]
			     .quote.end > cue->first) ||
		    !speaker_find(&speaker, scene, cue, focus))
			continue;
		if (cue->row->saying == SAYING_FRAME)
			add_frame(doc, scene, cue, &speaker);
		else if (cue->row->saying == SAYING_THAT)
			add_that(doc, scene, cue, &speaker);
		else
			add_end(doc, scene, cue, &speaker);
	}
}
