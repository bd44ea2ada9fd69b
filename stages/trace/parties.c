#include "parties.h"

#include "named_groups.h"
#include "party_phrases.h"

enum {
	NUMBER_REACH = 2,  /* tokens between a number and what it counts */
	MOST = 1000000,    /* of what is counted */
	JOIN_REACH = 6,    /* tokens between two that are named together */
	ID_MAX = 500       /* bytes, beyond which no more are named together */
};

static bool party_class_of(const struct scene *scene, enum mention_type type,
			   enum party_class *class)
{
	static const enum party_class classes[] = {
		[PARTY_OF_NONE] = PARTY_CLASSES,
		[PARTY_OF_PEOPLE] = PARTY_PEOPLE,
		[PARTY_OF_MEDIA] = PARTY_MEDIA,
		[PARTY_OF_STATE] = PARTY_STATE,
		[PARTY_OF_OFFICIAL] = PARTY_OFFICIAL,
		[PARTY_OF_ORG] = PARTY_ORG
	};

	*class = classes[scene->types->of[type].party];
	return *class != PARTY_CLASSES;
}

/* The number that a token is, 0: none that counts. */
static uint64_t number_at(const struct scene *scene, size_t token)
{
	const struct cue *cue = scene_cue(scene, CUE_NUMBER, token, token + 1);
	uint64_t number = 0;

	if (cue != NULL)
		number = cue->row->number;
	else if (!str_number(scene_text(scene, token), MOST, &number))
		number = 0;
	return number > MOST ? 0 : number;
}

/* Whether something else may be counted by what stands before a token. */
static bool parts_count(const struct scene *scene, size_t token)
{
	return scene_cue(scene, CUE_AND, token, token + 1) != NULL ||
	       scene_cue(scene, CUE_GROUP, token, token + 1) != NULL ||
	       scene_cue(scene, CUE_NOUN, token, token + 1) != NULL ||
	       scene_cue(scene, CUE_DURATION, token, token + 1) != NULL ||
	       str_equal(scene_text(scene, token), STR(","));
}

/* "Two editors" and "41 journalists" get their number in front. */
static void count_group(struct scene *scene, struct party *party)
{
	struct strbuf id = STRBUF_INIT;
	uint64_t number = 0;

	for (size_t t = party->first, n = 0;
	     t > scene->first && n <= NUMBER_REACH && number == 0; t--, n++) {
		if (scene_token(scene, t - 1)->mention ||
		    parts_count(scene, t - 1))
			return;
		number = number_at(scene, t - 1);
		if (number > 0)
			party->from = t - 1;
	}
	if (number < 2)
		return;
	strbuf_add_number(&id, number);
	strbuf_add_char(&id, '_');
	strbuf_add(&id, party->id);
	party->id = str_copy(&scene->doc->arena, strbuf_view(&id));
	party->number = (unsigned)number;
	party->counted = true;
	party->many = true;
	party->told = false;
	strbuf_release(&id);
}

/* Whether what stands between two parties names them together: a comma, "and",
 * both, or "and" and a word or two ("and his son"), but no act ("arrested X and
 * beat Y"). */
static bool are_joined(const struct scene *scene, const struct party *a,
		       const struct party *b)
{
	bool comma = false, and = false;
	unsigned others = 0;

	if (a->class != b->class || a->named != b->named || a->told ||
	    b->told || b->from <= a->until ||
	    b->from - a->until > JOIN_REACH)
		return false;
	for (size_t t = a->until; t < b->from; t++) {
		if (scene_cue(scene, CUE_TRIGGER, t, t + 1) != NULL)
			return false;
		if (str_equal(scene_text(scene, t), STR(",")))
			comma = true;
		else if (scene_cue(scene, CUE_AND, t, t + 1) != NULL)
			and = true;
		else
			others++;
	}
	return a->named ? and ? others <= 2 : comma && others == 0 :
			  and && others == 0;
}

static void join(struct scene *scene, struct party *a, const struct party *b)
{
	struct strbuf id = STRBUF_INIT;

	a->end = b->end;
	a->until = b->until;
	a->last = b->last;
	a->many = true;
	a->number = a->number > 0 && b->number > 0 ? a->number + b->number : 0;
	if (str_equal(a->id, b->id) || a->id.len > ID_MAX)
		return;
	strbuf_add(&id, a->id);
	strbuf_add(&id, a->named || (a->counted && b->counted) ?
				STR(";") : STR("_and_"));
	strbuf_add(&id, b->id);
	a->id = str_copy(&scene->doc->arena, strbuf_view(&id));
	strbuf_release(&id);
}

/* Those named together become one; an outlet between them that tells who the
 * next one is goes with it. */
static void join_all(struct scene *scene)
{
	struct party *items = scene->parties.items;
	size_t kept = 0;

	for (size_t i = 0; i < scene->parties.count; i++) {
		size_t last = kept;

		while (last > 0 && items[last - 1].inner)
			last--;
		if (last > 0 && !items[last - 1].inner && !items[i].inner &&
		    are_joined(scene, &items[last - 1], &items[i])) {
			join(scene, &items[last - 1], &items[i]);
			kept = last;
		} else {
			items[kept++] = items[i];
		}
	}
	scene->parties.count = kept;
}

static struct str doer_of(enum group group)
{
	static const char *const names[] = {
		[GROUP_PEOPLE] = "private", [GROUP_MEDIA] = "private",
		[GROUP_STATE] = "state", [GROUP_POLICE] = "police",
		[GROUP_COURT] = "court", [GROUP_PRIVATE] = "private",
		[GROUP_UNKNOWN] = "", [GROUP_KIN] = "private"
	};

	return str_of(names[group]);
}

static enum party_class class_of(enum group group)
{
	if (group == GROUP_PEOPLE || group == GROUP_KIN)
		return PARTY_PEOPLE;
	return group == GROUP_MEDIA ? PARTY_MEDIA : PARTY_STATE;
}

static void add_group(struct scene *scene, const struct cue *cue)
{
	enum group group = cue->row->group;
	struct party party = {
		.first = cue->first, .end = cue->end, .from = cue->first,
		.until = cue->end, .head = cue->first, .first_end = cue->end,
		.last = cue->first,
		.class = class_of(group), .kin = group == GROUP_KIN,
		.id = cue->row->name, .many = cue->row->kind == CUE_GROUP,
		.told = cue->row->kind == CUE_NOUN, .doer = doer_of(group)
	};

	if (party.told) {
		struct noun_form form;

		party.head = cue->end - 1;
		form = party_noun_form(scene, &party);
		party.many = !form.one;
		party.told = form.one;
	}
	count_group(scene, &party);
	*LIST_ADD(&scene->parties) = party;
}

/* "Telegram channel": no name of its own. */
static bool is_in_noun(const struct scene *scene, const struct mention *mention)
{
	size_t first = mention->where.first;

	return mention->type == MENTION_PLATFORM &&
	       (scene_cue(scene, CUE_NOUN, first, first + 1) != NULL ||
		scene_cue(scene, CUE_GROUP, first, first + 1) != NULL);
}

static void add_mention(struct scene *scene, const struct mention *mention)
{
	static const char *const doers[PARTY_CLASSES] = {
		[PARTY_PEOPLE] = "private", [PARTY_MEDIA] = "private",
		[PARTY_ORG] = "private", [PARTY_OFFICIAL] = "state",
		[PARTY_STATE] = "state"
	};
	enum party_class class;
	struct str doer;

	if (!party_class_of(scene, mention->type, &class) ||
	    is_in_noun(scene, mention))
		return;
	doer = str_of(doers[class]);
	for (size_t t = mention->where.first;
	     class == PARTY_STATE && t < mention->where.end; t++)
		if (scene_token(scene, t)->doer > GROUP_STATE + 1)
			doer = doer_of((enum group)(scene_token(scene, t)->doer
						    - 1));
	*LIST_ADD(&scene->parties) = (struct party){
		.first = mention->where.first, .end = mention->where.end,
		.from = mention->where.first, .until = mention->where.end,
		.head = SIZE_MAX, .first_end = mention->where.end,
		.last = mention->where.first,
		.class = class, .type = mention->type, .id = mention->id,
		.named = true, .number = class == PARTY_PEOPLE ||
					class == PARTY_OFFICIAL,
		.doer = doer
	};
}

/* Of a noun and a group in the same words the longer one counts, else the
 * group. */
static void add_cue(struct scene *scene, size_t c)
{
	const struct cue *cue = &scene->cues.items[c];
	size_t count = scene->parties.count;
	const struct cue *group = scene_cue(scene, CUE_GROUP, cue->first,
					    cue->first + 1);

	if (cue->row->kind == CUE_NOUN ?
		    group == NULL || group->end < cue->end :
		    cue->row->kind == CUE_GROUP &&
			    (count == 0 ||
			     scene->parties.items[count - 1].end <= cue->first))
		add_group(scene, cue);
}

static void find_all(struct scene *scene)
{
	const struct mention *mentions = scene->doc->mentions.items;
	size_t m = scene->mentions, c = 0;

	while (m < scene->mentions_end || c < scene->cues.count) {
		if (c < scene->cues.count &&
		    (m == scene->mentions_end ||
		     scene->cues.items[c].first < mentions[m].where.first))
			add_cue(scene, c++);
		else
			add_mention(scene, &mentions[m++]);
	}
}

void parties_find(struct scene *scene)
{
	find_all(scene);
	party_phrases_read(scene);
	join_all(scene);
	named_groups_read(scene);
}
