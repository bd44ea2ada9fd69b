#include "cited_acts.h"

#include "gazetteer_internal.h"

void cited_acts_init(struct cited_acts *acts, const struct gazetteer *names)
{
	*acts = (struct cited_acts){ .names = names, .read = 0 };
	interned_init(&acts->begins);
	interned_init(&acts->numbers);
	interned_init(&acts->ids);
}

void cited_acts_release(struct cited_acts *acts)
{
	interned_release(&acts->begins);
	interned_release(&acts->numbers);
	interned_release(&acts->ids);
	LIST_RELEASE(&acts->told);
	LIST_RELEASE(&acts->last);
}

static bool is_act(const struct candidate *c)
{
	return c->type == MENTION_LAW && !c->is_article;
}

/* The gazetteer may have got more since: home_names.c. */
static void read_begins(struct cited_acts *acts)
{
	const struct gazetteer *g = acts->names;

	for (; acts->read < g->entities.list.count; acts->read++) {
		const struct entity *e = &g->entities.list.items[acts->read];

		if (e->type != MENTION_LAW)
			continue;
		for (size_t i = 0; i < e->id.len; i++)
			if (e->id.data[i] == '_')
				interned_add(&acts->begins,
					     str_slice(e->id, 0, i));
	}
}

void cited_acts_begin(struct cited_acts *acts, const struct scan *scan)
{
	uint32_t last = 0;

	interned_clear(&acts->numbers);
	interned_clear(&acts->ids);
	LIST_CLEAR(&acts->told);
	LIST_ADD(&acts->told);
	LIST_CLEAR(&acts->last);
	read_begins(acts);
	for (size_t i = 0; i < scan->candidates.count; i++) {
		const struct candidate *c = &scan->candidates.items[i];

		if (is_act(c)) {
			last = (uint32_t)i + 1;
			if (interned_find(&acts->begins, c->id))
				interned_add(&acts->ids, c->id);
		}
		*LIST_ADD(&acts->last) = last;
	}
}

static struct told_number *told_of(const struct cited_acts *acts,
				    struct str number)
{
	return &acts->told.items[interned_find(&acts->numbers, number)];
}

void cited_acts_tell(struct cited_acts *acts, struct str number,
		     struct str act)
{
	uint32_t n = interned_add(&acts->numbers, number);

	while (acts->told.count <= n)
		LIST_ADD(&acts->told);
	if (acts->told.items[n].first.len == 0)
		acts->told.items[n].first = act;
}

void cited_acts_settle(struct cited_acts *acts, struct str number,
		       struct str act)
{
	if (act.len > 0)
		told_of(acts, number)->last = act;
}

struct str cited_acts_same(const struct cited_acts *acts, struct str number)
{
	const struct told_number *told = told_of(acts, number);

	return told->last.len > 0 ? told->last : told->first;
}

static bool knows(const struct cited_acts *acts, struct scan *scan,
		  struct str act, struct str number)
{
	strbuf_clear(&scan->buf);
	strbuf_add(&scan->buf, act);
	strbuf_add_char(&scan->buf, '_');
	strbuf_add(&scan->buf, number);
	return gazetteer_knows(acts->names, strbuf_view(&scan->buf),
			       MENTION_LAW);
}

/* The text of the only one; `ids` is cleared before the next document, which
 * has no use for it. */
static struct str look_up(const struct cited_acts *acts, struct scan *scan,
			  struct str number)
{
	struct str act = STR_NONE;

	for (uint32_t i = 1; i < acts->ids.list.count; i++) {
		struct str id = interned_text(&acts->ids, i);

		if (!knows(acts, scan, id, number))
			continue;
		if (act.len > 0)
			return STR_NONE;
		act = id;
	}
	return act;
}

struct str cited_acts_listed(struct cited_acts *acts, struct scan *scan,
			     struct str number)
{
	struct told_number *told = told_of(acts, number);

	if (!told->is_looked_up) {
		told->listed = look_up(acts, scan, number);
		told->is_looked_up = true;
	}
	return told->listed;
}

static bool is_next_to(const struct scan *scan, size_t before, size_t sentence)
{
	const struct sentence *sentences = scan->doc->sentences.items;

	return before == sentence ||
	       (before + 1 == sentence && sentences[before].paragraph ==
						  sentences[sentence].paragraph);
}

/* Where the last act is not near, those before it are not either. */
struct str cited_acts_beside(const struct cited_acts *acts,
			     const struct scan *scan, size_t token,
			     size_t sentence)
{
	size_t before = scan->first_at.items[token];
	uint32_t last = before > 0 ? acts->last.items[before - 1] : 0;
	const struct candidate *act;

	if (!last)
		return STR_NONE;
	act = &scan->candidates.items[last - 1];
	return is_next_to(scan, scan->marks.items[act->first].sentence,
			  sentence) ? act->id : STR_NONE;
}
