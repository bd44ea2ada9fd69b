#include "parties.h"
#include "utf8.h"

struct str scene_text(const struct scene *scene, size_t token)
{
	return words_text(scene->doc->words,
			  scene->doc->tokens.items[token].form);
}

bool scene_is_mark(const struct scene *scene, size_t token)
{
	struct str text = scene_text(scene, token);
	size_t at = 0;
	uint32_t first = utf8_next(text, &at);

	return !utf8_is_letter(first) && !utf8_is_number(first);
}

struct str scene_fold(const struct scene *scene, size_t token)
{
	struct words *words = scene->doc->words;

	return words_text(words, words_fold(words, scene->doc->tokens
						   .items[token].form));
}

struct str scene_stem(const struct scene *scene, size_t token)
{
	word_id stem = scene->doc->tokens.items[token].stem;

	return stem == 0 ? STR_NONE : words_text(scene->doc->words, stem);
}

const struct scene_token *scene_token(const struct scene *scene, size_t token)
{
	return &scene->tokens.items[token - scene->first];
}

/* The first cue that begins at `token` or behind it. */
static size_t cue_from(const struct scene *scene, size_t token)
{
	size_t low = 0, high = scene->cues.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (scene->cues.items[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct cue *scene_cue(const struct scene *scene, enum cue_kind kind,
			    size_t first, size_t end)
{
	size_t i = cue_from(scene, first);

	for (; i < scene->cues.count && scene->cues.items[i].first < end; i++)
		if (scene->cues.items[i].row->kind == kind)
			return &scene->cues.items[i];
	return NULL;
}

void scene_segment(const struct scene *scene, size_t token, size_t *first,
		   size_t *end)
{
	uint32_t segment = scene_token(scene, token)->segment;

	*first = token;
	while (*first > scene->first &&
	       scene_token(scene, *first - 1)->segment == segment)
		--*first;
	*end = token;
	while (*end < scene->end &&
	       scene_token(scene, *end)->segment == segment)
		++*end;
}

size_t scene_comma(const struct scene *scene, size_t first, size_t end)
{
	while (first < end && !str_equal(scene_text(scene, first), STR(",")))
		first++;
	return first;
}

static void find_mentions(struct scene *scene)
{
	const struct document *doc = scene->doc;
	size_t low = 0, high = doc->mentions.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (doc->mentions.items[middle].where.first < scene->first)
			low = middle + 1;
		else
			high = middle;
	}
	scene->mentions = low;
	while (low < doc->mentions.count &&
	       doc->mentions.items[low].where.first < scene->end)
		low++;
	scene->mentions_end = low;
}

static void mark_mentions(struct scene *scene)
{
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		struct extent where = scene->doc->mentions.items[i].where;

		for (size_t t = where.first; t < where.end && t < scene->end;
		     t++)
			scene->tokens.items[t - scene->first].mention = true;
	}
}

/* A word inside a name is no cue: "May", "Ministry of …"; but "court" tells
 * what is named. */
static void drop_cues_in_mentions(struct scene *scene)
{
	size_t kept = 0;

	for (size_t i = 0; i < scene->cues.count; i++) {
		struct cue cue = scene->cues.items[i];

		struct scene_token *token =
			&scene->tokens.items[cue.first - scene->first];

		if (!token->mention)
			scene->cues.items[kept++] = cue;
		else if (cue.row->kind == CUE_GROUP ||
			 cue.row->kind == CUE_NOUN)
			token->doer = (uint8_t)(cue.row->group + 1);
	}
	scene->cues.count = kept;
}

/* Marks that part clauses. */
static bool is_break(struct str text)
{
	static const char *const marks[] = { ";", ":", "—", "–" };

	for (size_t i = 0; i < COUNT_OF(marks); i++)
		if (str_equal(text, str_of(marks[i])))
			return true;
	return false;
}

static void mark_segments(struct scene *scene)
{
	uint32_t segment = 0, relatives = 0, ands = 0;
	size_t cue = 0;

	for (size_t t = scene->first; t < scene->end; t++) {
		struct scene_token *token =
			&scene->tokens.items[t - scene->first];

		for (; cue < scene->cues.count &&
		       scene->cues.items[cue].first == t; cue++) {
			enum cue_kind kind = scene->cues.items[cue].row->kind;

			relatives += kind == CUE_RELATIVE;
			ands += kind == CUE_AND;
			segment += kind == CUE_BREAK;
		}
		segment += !token->mention && is_break(scene_text(scene, t));
		token->segment = segment;
		token->relatives = relatives;
		token->ands = ands;
	}
}

enum quote_turn { QUOTE_NONE, QUOTE_OPEN, QUOTE_CLOSE, QUOTE_TOGGLE };

/* Quotation marks of English, Russian and Kazakh print: “ ” « » „ “ and ",
 * where “ closes what „ has opened. */
static enum quote_turn turn_of(struct str text, bool low)
{
	if (str_equal(text, STR("«")) || str_equal(text, STR("„")))
		return QUOTE_OPEN;
	if (str_equal(text, STR("“")))
		return low ? QUOTE_CLOSE : QUOTE_OPEN;
	if (str_equal(text, STR("»")) || str_equal(text, STR("”")))
		return QUOTE_CLOSE;
	return str_equal(text, STR("\"")) ? QUOTE_TOGGLE : QUOTE_NONE;
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

static void mark_stretches(struct scene *scene, bool open)
{
	unsigned depth = open ? 1 : 0;
	size_t first = scene->first;
	bool low = false;

	for (size_t t = scene->first; t < scene->end; t++) {
		struct str text = scene_text(scene, t);
		enum quote_turn turn = turn_of(text, low);

		if (turn == QUOTE_TOGGLE)
			turn = depth > 0 ? QUOTE_CLOSE : QUOTE_OPEN;
		if (turn == QUOTE_OPEN) {
			low = str_equal(text, STR("„"));
			if (depth++ == 0)
				first = t + 1;
		} else if (turn == QUOTE_CLOSE && depth > 0) {
			low = false;
			if (--depth == 0)
				add_stretch(scene, first, t);
		}
	}
	scene->open = depth > 0;
	if (scene->open)
		add_stretch(scene, first, scene->end);
}

size_t scene_back(const struct scene *scene, size_t from, size_t reach)
{
	return from - scene->first > reach ? from - reach : scene->first;
}

size_t scene_on(const struct scene *scene, size_t from, size_t reach)
{
	return scene->end - from > reach ? from + reach : scene->end;
}

bool scene_read(struct scene *scene, struct cues *cues, struct document *doc,
		size_t sentence, bool open)
{
	const struct sentence *s = &doc->sentences.items[sentence];

	LIST_CLEAR(&scene->tokens);
	LIST_CLEAR(&scene->stretches);
	LIST_CLEAR(&scene->parties);
	scene->doc = doc;
	scene->sentence = sentence;
	scene->first = s->first_token;
	scene->end = s->first_token + s->token_count;
	scene->open = false;
	if (s->token_count == 0 || s->token_count > SCENE_TOKENS)
		return false;
	cues_find(cues, doc, sentence, &scene->cues);
	for (size_t t = scene->first; t < scene->end; t++)
		LIST_ADD(&scene->tokens);
	find_mentions(scene);
	mark_mentions(scene);
	drop_cues_in_mentions(scene);
	mark_segments(scene);
	mark_stretches(scene, open);
	parties_find(scene);
	return true;
}

void scene_release(struct scene *scene)
{
	LIST_RELEASE(&scene->cues);
	LIST_RELEASE(&scene->tokens);
	LIST_RELEASE(&scene->stretches);
	LIST_RELEASE(&scene->parties);
}
