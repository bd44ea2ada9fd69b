#include "stretches.h"

enum { CUE_REACH = 3 };   /* tokens from a dash to the cue of who breaks in */

enum turn { TURN_NONE, TURN_OPEN, TURN_CLOSE };

struct reader {
	struct scene *scene;
	unsigned depth;
	size_t first;         /* of the stretch that is open */
	bool low;             /* „ has opened it, so that “ closes */
	bool single;          /* ‘ or ' has */
};

static bool is_one_of(struct str text, const char *const *marks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(text, str_of(marks[i])))
			return true;
	return false;
}

static bool is_dash(const struct scene *scene, size_t token)
{
	static const char *const dashes[] = { "—", "–", "-", "―" };

	return is_one_of(scene_text(scene, token), dashes, COUNT_OF(dashes));
}

static bool is_glued(const struct scene *scene, size_t token)
{
	const struct token *tokens = scene->doc->tokens.items;

	return token + 1 < scene->end &&
	       tokens[token].end >= tokens[token + 1].start;
}

/* A single mark that closes: behind a word, before a blank or another mark. */
static bool is_single_close(const struct scene *scene, size_t token,
			    struct str mark)
{
	const struct token *tokens = scene->doc->tokens.items;

	return token > scene->first && is_glued(scene, token - 1) &&
	       str_equal(scene_text(scene, token), mark) &&
	       (!is_glued(scene, token) ||
		words_kind(scene->doc->words, tokens[token + 1].form) ==
			KIND_PUNCT);
}

/* Most of these are apostrophes: one opens only where another one closes. */
static bool is_single_open(const struct scene *scene, size_t token)
{
	bool plain = str_equal(scene_text(scene, token), STR("'"));
	size_t t = token + 1;

	if (!is_glued(scene, token) ||
	    (token > scene->first && is_glued(scene, token - 1)) ||
	    (!plain && !str_equal(scene_text(scene, token), STR("‘"))))
		return false;
	while (t < scene->end &&
	       !is_single_close(scene, t, plain ? STR("'") : STR("’")))
		t++;
	return t < scene->end;
}

/* Quotation marks of English, Russian and Kazakh print. */
static enum turn turn_of(const struct reader *reader, size_t token)
{
	struct str text = scene_text(reader->scene, token);

	if (str_equal(text, STR("«")) || str_equal(text, STR("„")))
		return TURN_OPEN;
	if (str_equal(text, STR("“")))
		return reader->low ? TURN_CLOSE : TURN_OPEN;
	if (str_equal(text, STR("»")) || str_equal(text, STR("”")))
		return TURN_CLOSE;
	if (str_equal(text, STR("\"")))
		return reader->depth > 0 ? TURN_CLOSE : TURN_OPEN;
	if (reader->single)
		return is_single_close(reader->scene, token, text) &&
			       (str_equal(text, STR("'")) ||
				str_equal(text, STR("’")))
			? TURN_CLOSE : TURN_NONE;
	return reader->depth == 0 && is_single_open(reader->scene, token)
		? TURN_OPEN : TURN_NONE;
}

static void add_stretch(struct scene *scene, size_t first, size_t end)
{
	if (first >= end)
		return;
	*LIST_ADD(&scene->stretches) = (struct stretch){ first, end };
	for (size_t t = first; t < end; t++)
		scene->tokens.items[t - scene->first].stretch =
			(uint32_t)scene->stretches.count;
}

/* A word that may be a verb, and somebody named behind it. */
static bool is_told(const struct scene *scene, size_t verb)
{
	static const enum cue_kind others[] = {
		CUE_PREPOSITION, CUE_RELATIVE, CUE_THAT, CUE_AND, CUE_BREAK,
		CUE_CONDITION, CUE_NEGATION, CUE_PRONOUN
	};
	size_t end = scene_on(scene, verb, CUE_REACH);

	if (verb >= scene->end || scene_token(scene, verb)->mention ||
	    words_shape(scene->doc->words,
			scene->doc->tokens.items[verb].form) & SHAPE_CAPITAL)
		return false;
	for (size_t i = 0; i < COUNT_OF(others); i++)
		if (scene_cue(scene, others[i], verb, verb + 1) != NULL)
			return false;
	for (size_t t = verb + 1; t < end; t++)
		if (scene_token(scene, t)->mention)
			return true;
	return false;
}

/* «…, — said X: a dash behind a mark, and before a cue of speech or a verb and
 * a name. */
static bool breaks_in(const struct scene *scene, size_t token)
{
	static const char *const marks[] = { ",", ".", "!", "?", "…", "..." };

	if (token == scene->first || !is_dash(scene, token) ||
	    !is_one_of(scene_text(scene, token - 1), marks, COUNT_OF(marks)))
		return false;
	return scene_cue(scene, CUE_SPEECH, token,
			 scene_on(scene, token, CUE_REACH + 1)) != NULL ||
	       (str_equal(scene_text(scene, token - 1), STR(",")) &&
		is_told(scene, token + 1));
}

/* The narrator goes on up to the next dash, or to the mark that closes what he
 * broke into. */
static size_t end_of_break(const struct reader *reader, size_t token)
{
	const struct scene *scene = reader->scene;
	unsigned inner = 0;
	size_t t = token + 1;

	for (; t < scene->end; t++) {
		enum turn turn = turn_of(reader, t);

		if (turn == TURN_OPEN)
			inner++;
		else if (inner > 0 && turn == TURN_CLOSE)
			inner--;
		else if (turn == TURN_CLOSE || is_dash(scene, t))
			break;
	}
	return t;
}

static void open_at(struct reader *reader, size_t token)
{
	struct str text = scene_text(reader->scene, token);

	reader->low = str_equal(text, STR("„"));
	reader->single = str_equal(text, STR("‘")) ||
			 str_equal(text, STR("'"));
	if (reader->depth++ == 0)
		reader->first = token + 1;
}

static void close_at(struct reader *reader, size_t token)
{
	reader->low = reader->single = false;
	if (reader->depth > 0 && --reader->depth == 0)
		add_stretch(reader->scene, reader->first, token);
}

/* A dash at the head stands for a mark that opens, where the narrator breaks
 * in; what is said behind him ends with the sentence. */
static bool opens_with_dash(const struct scene *scene)
{
	if (!is_dash(scene, scene->first))
		return false;
	for (size_t t = scene->first + 2; t < scene->end; t++)
		if (breaks_in(scene, t))
			return true;
	return false;
}

void stretches_mark(struct scene *scene, bool open)
{
	struct reader reader = { .scene = scene, .depth = open,
				 .first = scene->first };
	bool dash = !open && opens_with_dash(scene);

	if (dash)
		open_at(&reader, scene->first);
	for (size_t t = scene->first; t < scene->end; t++) {
		enum turn turn = turn_of(&reader, t);

		if (turn == TURN_OPEN) {
			open_at(&reader, t);
		} else if (turn == TURN_CLOSE) {
			close_at(&reader, t);
		} else if (reader.depth > 0 && breaks_in(scene, t)) {
			add_stretch(scene, reader.first, t);
			t = end_of_break(&reader, t) - 1;
			reader.first = t + 2;
		}
	}
	if (reader.depth > 0)
		add_stretch(scene, reader.first, scene->end);
	scene->open = reader.depth > (dash ? 1 : 0);
}
