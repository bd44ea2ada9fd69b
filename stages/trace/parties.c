#include "parties.h"

enum {
	NUMBER_REACH = 2,  /* tokens between a number and what it counts */
	MOST = 1000000,    /* of what is counted */
	JOIN_REACH = 4,    /* tokens between two that are named together */
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

/* "Two editors" and "41 journalists" get their number in front. */
static void count_group(struct scene *scene, struct party *party)
{
	struct strbuf id = STRBUF_INIT;
	uint64_t number = 0;

	for (size_t t = party->first, n = 0;
	     t > scene->first && n < NUMBER_REACH && number == 0; t--, n++) {
		const struct cue *cue = scene_cue(scene, CUE_NUMBER, t - 1, t);

		if (scene_token(scene, t - 1)->mention)
			return;
		if (cue)
			number = cue->row->number;
		else if (!str_number(scene_text(scene, t - 1), MOST, &number))
			number = 0;
		if (number > MOST)
			number = 0;
	}
	if (number < 2)
		return;
	strbuf_add_number(&id, number);
	strbuf_add_char(&id, '_');
	strbuf_add(&id, party->id);
	party->id = str_copy(&scene->doc->arena, strbuf_view(&id));
	party->counted = true;
	strbuf_release(&id);
}

/* Whether what stands between two parties names them together: a comma, "and",
 * both, or "and" and a word or two ("and his son"). */
static bool are_joined(const struct scene *scene, const struct party *a,
		       const struct party *b)
{
	bool comma = false, and = false;
	unsigned others = 0;

	if (a->class != b->class || a->named != b->named ||
	    b->first - a->end > JOIN_REACH || b->first <= a->end || b->counted)
		return false;
	for (size_t t = a->end; t < b->first; t++) {
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
	a->many = true;
	if (str_equal(a->id, b->id) || a->id.len > ID_MAX)
		return;
	strbuf_add(&id, a->id);
	strbuf_add(&id, a->named ? STR(";") : STR("_and_"));
	strbuf_add(&id, b->id);
	a->id = str_copy(&scene->doc->arena, strbuf_view(&id));
	strbuf_release(&id);
}

static void add_party(struct scene *scene, struct party party)
{
	size_t count = scene->parties.count;
	struct party *last = count > 0 ? &scene->parties.items[count - 1]
				       : NULL;

	if (last && are_joined(scene, last, &party))
		join(scene, last, &party);
	else
		*LIST_ADD(&scene->parties) = party;
}

static void add_group(struct scene *scene, const struct cue *cue)
{
	static const enum party_class classes[] = {
		[GROUP_PEOPLE] = PARTY_PEOPLE, [GROUP_MEDIA] = PARTY_MEDIA,
		[GROUP_STATE] = PARTY_STATE
	};
	struct party party = {
		cue->first, cue->end, classes[cue->row->group],
		cue->row->name, true, false, false
	};

	count_group(scene, &party);
	add_party(scene, party);
}

/* "Several media (Exclusive.kz, ratel.kz)": the group gets the names. */
static void name_groups(struct scene *scene)
{
	struct party *party = scene->parties.items;

	for (size_t i = 0; i + 1 < scene->parties.count; i++, party++) {
		const struct party *next = party + 1;

		if (party->named || !next->named ||
		    party->class != next->class ||
		    next->first != party->end + 1 ||
		    !str_equal(scene_text(scene, party->end), STR("(")))
			continue;
		party->id = next->id;
		party->named = true;
	}
}

static void find_all(struct scene *scene)
{
	const struct mention *mentions = scene->doc->mentions.items;
	size_t m = scene->mentions, c = 0;

	while (m < scene->mentions_end || c < scene->cues.count) {
		const struct cue *cue = c < scene->cues.count ?
					&scene->cues.items[c] : NULL;
		enum party_class class;

		if (cue && (m == scene->mentions_end ||
			    cue->first < mentions[m].where.first)) {
			if (cue->row->kind == CUE_GROUP)
				add_group(scene, cue);
			c++;
			continue;
		}
		if (party_class_of(scene, mentions[m].type, &class))
			add_party(scene, (struct party){
				mentions[m].where.first, mentions[m].where.end,
				class, mentions[m].id, false, true, false
			});
		m++;
	}
}

void parties_find(struct scene *scene)
{
	find_all(scene);
	name_groups(scene);
}
