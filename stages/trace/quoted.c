#include "quoted.h"

enum {
	MARKS = 3,            /* tokens of "», —" */
	BETWEEN = 2,          /* other words between “…,” and who said it */
	FEWEST_WORDS = 3,     /* of words that no mark shows to be speech */
	LONGEST_TITLE = 4,
	FEWEST_LED = 2,       /* behind a colon, a comma, a word of speech */
	FEWEST_OF_SENTENCE = 4/* of those that begin with a capital letter */
};

static bool is_one_of(struct str text, const char *const *marks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(text, str_of(marks[i])))
			return true;
	return false;
}

bool quoted_is_mark(const struct scene *scene, size_t token)
{
	return words_kind(scene->doc->words,
			  scene->doc->tokens.items[token].form) == KIND_PUNCT;
}

struct extent quoted_trim(const struct scene *scene, size_t first, size_t end)
{
	while (first < end && quoted_is_mark(scene, first))
		first++;
	while (end > first && quoted_is_mark(scene, end - 1))
		end--;
	return (struct extent){ scene->sentence, first, end };
}

struct extent quoted_speech(const struct scene *scene, size_t first, size_t end)
{
	static const char *const ends[] = { ".", "?", "!", "…", "...", "?!" };
	struct extent words = quoted_trim(scene, first, end);

	while (words.first < words.end && words.end < end &&
	       is_one_of(scene_text(scene, words.end), ends, COUNT_OF(ends)))
		words.end++;
	return words;
}

size_t quoted_words(const struct scene *scene, size_t first, size_t end)
{
	size_t words = 0;

	for (size_t t = first; t < end; t++)
		words += !quoted_is_mark(scene, t);
	return words;
}

bool quoted_has_capital(const struct scene *scene, size_t first)
{
	while (first < scene->end && quoted_is_mark(scene, first))
		first++;
	return first < scene->end &&
	       words_shape(scene->doc->words,
			   scene->doc->tokens.items[first].form) &
		       SHAPE_CAPITAL;
}

static bool is_end_mark(const struct scene *scene, size_t token)
{
	static const char *const marks[] = {
		",", ".", "?", "!", "…", "...", "—", "–"
	};

	return is_one_of(scene_text(scene, token), marks, COUNT_OF(marks));
}

static bool is_name(const struct scene *scene, const struct stretch *stretch)
{
	for (size_t t = stretch->first; t < stretch->end; t++)
		if (!scene_token(scene, t)->mention &&
		    !quoted_is_mark(scene, t))
			return false;
	return true;
}

/* A mark inside the last quotation mark, or right behind it. */
static bool is_ended(const struct scene *scene, const struct stretch *stretch)
{
	return is_end_mark(scene, stretch->end - 1) ||
	       stretch->end == scene->end ||
	       is_end_mark(scene, stretch->end) ||
	       (stretch->end + 1 < scene->end &&
		is_end_mark(scene, stretch->end + 1));
}

bool quoted_goes_on(const struct scene *scene, const struct stretch *stretch)
{
	static const char *const marks[] = { ",", "—", "–" };

	for (size_t t = stretch->end - 1;
	     t < scene->end && t < stretch->end + MARKS; t++)
		if (is_one_of(scene_text(scene, t), marks, COUNT_OF(marks)))
			return true;
	return false;
}

/* What stands before the mark that opens lets speech follow: nothing, or a
 * mark. */
static bool is_led(const struct scene *scene, const struct stretch *stretch)
{
	static const char *const leads[] = { ":", ",", "—", "–", "-" };
	size_t t = stretch->first;

	return t < scene->first + 2 ||
	       is_one_of(scene_text(scene, t - 2), leads, COUNT_OF(leads));
}

static bool is_told(const struct scene *scene, const struct stretch *stretch)
{
	size_t t = stretch->first < scene->first + 2 ? scene->first
						     : stretch->first - 2;

	return scene_cue(scene, CUE_SPEECH, t, t + 1) != NULL ||
	       scene_cue(scene, CUE_THAT, t, t + 1) != NULL;
}

static bool is_speech(const struct scene *scene, const struct stretch *stretch)
{
	size_t words = quoted_words(scene, stretch->first, stretch->end);

	if (is_name(scene, stretch))
		return false;
	if (is_led(scene, stretch))
		return words >= FEWEST_LED || is_ended(scene, stretch);
	if (is_told(scene, stretch))
		return words >= FEWEST_WORDS ||
		       is_end_mark(scene, stretch->end - 1);
	if (quoted_has_capital(scene, stretch->first))
		return words >= FEWEST_OF_SENTENCE &&
		       is_end_mark(scene, stretch->end - 1);
	return words >= FEWEST_WORDS;
}

/* An end of speech that titles rarely have. */
static bool is_asked(struct str mark)
{
	return str_equal(mark, STR("?")) || str_equal(mark, STR("!"));
}

bool quoted_is_title(const struct scene *scene, const struct stretch *stretch)
{
	return is_name(scene, stretch) ||
	       (quoted_has_capital(scene, stretch->first) &&
		quoted_words(scene, stretch->first, stretch->end) <=
			LONGEST_TITLE &&
		!is_asked(scene_text(scene, stretch->end - 1)));
}

const struct stretch *quoted_at(const struct scene *scene, size_t token)
{
	const struct stretch *speech = quoted_in(scene, token, scene->end);

	return speech != NULL && speech->first <= token + 2 ? speech : NULL;
}

static bool is_between(const struct scene *scene, size_t first, size_t end)
{
	size_t others = 0;

	if (scene_cue(scene, CUE_AND, first, end) != NULL ||
	    scene_cue(scene, CUE_BREAK, first, end) != NULL)
		return false;
	for (size_t t = first; t < end; t++)
		others += !quoted_is_mark(scene, t) &&
			  !scene_token(scene, t)->mention &&
			  scene_cue(scene, CUE_ROLE, t, t + 1) == NULL;
	return others <= BETWEEN;
}

const struct stretch *quoted_before(const struct scene *scene, size_t end,
				    bool marked)
{
	for (size_t i = scene->stretches.count; i-- > 0;) {
		const struct stretch *stretch = &scene->stretches.items[i];

		if (stretch->end > end)
			continue;
		if (is_name(scene, stretch))
			continue;
		return is_between(scene, stretch->end, end) &&
				       (!marked || is_ended(scene, stretch))
			? stretch : NULL;
	}
	return NULL;
}

const struct stretch *quoted_in(const struct scene *scene, size_t first,
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
