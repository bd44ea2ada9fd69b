#include "parties.h"
#include "stretches.h"
#include "utf8.h"

#include <string.h>

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
	size_t i;

	if (!scene->has[kind])
		return NULL;
	i = cue_from(scene, first);
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

size_t scene_mentions_from(const struct document *doc, size_t token)
{
	size_t low = 0, high = doc->mentions.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (doc->mentions.items[middle].where.first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void find_mentions(struct scene *scene)
{
	const struct document *doc = scene->doc;
	size_t low = scene_mentions_from(doc, scene->first);

	scene->mentions = low;
	while (low < doc->mentions.count &&
	       doc->mentions.items[low].where.first < scene->end)
		low++;
	scene->mentions_end = low;
}

static void mark_mentions(struct scene *scene)
{
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];
		struct extent where = m->where;

		for (size_t t = where.first; t < where.end && t < scene->end;
		     t++) {
			struct scene_token *token =
				&scene->tokens.items[t - scene->first];

			token->mention = true;
			token->place = m->type == MENTION_PLACE;
			token->date = m->type == MENTION_DATE;
		}
	}
}

/* The name of a law holds the object of the verb behind it (заңның жобасын
 * ұсынды); the year of a date is none («2021 года X получил»). */
static bool is_verb_behind(const struct scene *scene, const struct cue *cue)
{
	return cue->row->kind == CUE_TRIGGER && cue->row->verbal &&
	       cue->verb > cue->first &&
	       !scene_token(scene, cue->first)->date &&
	       !scene_token(scene, cue->verb)->mention;
}

/* "Telegram channel": the noun that a platform's name belongs to. */
static bool is_channel(const struct scene *scene, const struct cue *cue)
{
	if (cue->row->group != GROUP_MEDIA ||
	    (cue->row->kind != CUE_GROUP && cue->row->kind != CUE_NOUN))
		return false;
	for (size_t i = scene->mentions; i < scene->mentions_end; i++) {
		const struct mention *m = &scene->doc->mentions.items[i];

		if (m->where.first == cue->first)
			return m->type == MENTION_PLATFORM &&
			       m->where.end <= cue->end;
	}
	return false;
}

/* A word inside a name is no cue: "May", "Ministry of …"; but "court" tells
 * what is named. */
static void drop_cues_in_mentions(struct scene *scene)
{
	size_t kept = 0;

	memset(scene->has, 0, sizeof scene->has);
	for (size_t i = 0; i < scene->cues.count; i++) {
		struct cue cue = scene->cues.items[i];

		struct scene_token *token =
			&scene->tokens.items[cue.first - scene->first];

		if (!token->mention || is_verb_behind(scene, &cue) ||
		    is_channel(scene, &cue)) {
			scene->cues.items[kept++] = cue;
			scene->has[cue.row->kind] = true;
		} else if (cue.row->kind == CUE_GROUP ||
			   cue.row->kind == CUE_NOUN) {
			token->doer = (uint8_t)(cue.row->group + 1);
		}
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

static bool is_verb(const struct cue_row *row)
{
	return row->kind == CUE_TRIGGER && row->voice != VOICE_NOUN &&
	       row->voice != VOICE_LEXEME && row->voice != VOICE_NEVER;
}

static bool is_place(const struct scene *scene, size_t token)
{
	return token < scene->end && scene_token(scene, token)->place;
}

/* The comma inside "Berkeley, California", or the one behind it. */
static bool is_in_place(const struct scene *scene, size_t comma, bool placed)
{
	return comma > scene->first && is_place(scene, comma - 1) &&
	       (placed || is_place(scene, comma + 1));
}

static void mark_segments(struct scene *scene)
{
	uint32_t segment = 0, relatives = 0, ands = 0, commas = 0;
	uint32_t verbs = 0;
	bool placed = false; /* behind the comma of "Berkeley, …" */
	size_t cue = 0;

	for (size_t t = scene->first; t < scene->end; t++) {
		struct scene_token *token =
			&scene->tokens.items[t - scene->first];

		for (; cue < scene->cues.count &&
		       scene->cues.items[cue].first == t; cue++) {
			enum cue_kind kind = scene->cues.items[cue].row->kind;

			relatives += kind == CUE_RELATIVE;
			ands += kind == CUE_AND;
			verbs += is_verb(scene->cues.items[cue].row);
			segment += kind == CUE_BREAK;
		}
		segment += !token->mention && is_break(scene_text(scene, t));
		token->segment = segment;
		token->relatives = relatives;
		token->ands = ands;
		token->verbs = verbs;
		if (!token->mention &&
		    str_equal(scene_text(scene, t), STR(","))) {
			placed = is_in_place(scene, t, placed);
			commas += !placed;
		}
		token->chunk = segment + relatives + commas;
	}
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
	LIST_CLEAR(&scene->voices);
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
	stretches_mark(scene, open);
	parties_find(scene);
	return true;
}

void scene_release(struct scene *scene)
{
	LIST_RELEASE(&scene->cues);
	LIST_RELEASE(&scene->tokens);
	LIST_RELEASE(&scene->stretches);
	LIST_RELEASE(&scene->parties);
	LIST_RELEASE(&scene->voices);
}
