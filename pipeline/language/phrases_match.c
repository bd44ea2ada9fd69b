#include "phrases_internal.h"

#include "utf8.h"

#include <limits.h>
#include <stdlib.h>

enum { NOWHERE, ROOT /* the first states */ };

/* So many steps are kept: beyond, all are forgotten, so that memory does not
 * grow with the corpus. */
enum { STEPS_MAX = 1 << 14, STEPS_FIRST = 1 << 6 };

/* A name or number that an ending was put behind as it stands is what it was. */
static word_id form_of(struct phrases *p, const struct token *token)
{
	return words_shape(p->words, token->form) & SHAPE_COMPOUND
		? languages_head(p->languages, token->lang, token->form)
		: token->form;
}

/* Add the node behind an edge to the state that is being made. */
static void follow(struct phrases *p, uint32_t node, uint32_t string,
		   unsigned kind)
{
	uint32_t next = p->edges[edge_slot(p->edges, p->edge_slots, node,
					   label_of(string, kind))].next;

	if (next)
		*LIST_ADD(&p->state_nodes) = next;
}

/* Latin letters that a stemmer wrote as Cyrillic ones mean this only in a text
 * of its language. */
static bool is_transliterated(struct words *words, const struct token *token,
			      unsigned lang, word_id stem)
{
	return lang != LANG_UND && lang != token->lang &&
	       (words_shape(words, token->form) & SHAPE_LATIN) &&
	       (words_shape(words, stem) & SHAPE_CYRILLIC);
}

static void follow_stems(struct phrases *p, uint32_t node,
			 const struct token *token, word_id form,
			 unsigned asked)
{
	unsigned labels = p->nodes.items[node].labels;

	asked |= 1u << LANG_UND;
	labels &= asked | asked << LABEL_WHOLE;

	for (unsigned kind = LANG_UND; kind < LANG_MAX; kind++) {
		word_id word;
		uint32_t string;

		if (!(labels & (1u << kind | 1u << (LABEL_WHOLE + kind))))
			continue;
		word = kind == LANG_UND ? words_fold(p->words, form)
					: phrases_stem(p, token, (lang_id)kind,
						       form);
		if (is_transliterated(p->words, token, kind, word))
			continue;
		string = interned_of_word(&p->strings, p->words, word);
		if (string && labels & 1u << kind)
			follow(p, node, string, kind);
		if (string && labels & 1u << (LABEL_WHOLE + kind))
			follow(p, node, string, LABEL_WHOLE + kind);
	}
}

static void follow_prefixes(struct phrases *p, uint32_t node, word_id form)
{
	struct str text = words_text(p->words, words_fold(p->words, form));
	size_t len = 0;

	if (!(p->prefix_letters & letter_bit(text)))
		return;
	while (len < text.len) {
		uint32_t string;

		utf8_next(text, &len);
		if (len > p->longest_prefix)
			return;
		string = interned_find(&p->strings, str_slice(text, 0, len));
		if (string)
			follow(p, node, string, LABEL_PREFIX);
	}
}

static void follow_all(struct phrases *p, uint32_t node,
		       const struct token *token, word_id form, unsigned asked)
{
	unsigned labels = p->nodes.items[node].labels;

	follow_stems(p, node, token, form, asked);
	if (labels & 1u << LABEL_PREFIX)
		follow_prefixes(p, node, form);
	if (labels & 1u << LABEL_ANY)
		follow(p, node, NO_FORM, LABEL_ANY);
}

static uint32_t order_of(const struct phrases *p, uint32_t entry)
{
	return p->entries.items[entry].order;
}

/* The entries of a state's nodes in the order they were added. */
static void sort_in_entries(struct phrases *p, uint32_t node, size_t first)
{
	uint32_t entry = p->nodes.items[node].first_entry;

	for (; entry; entry = p->entries.items[entry].next) {
		uint32_t *list;
		size_t at = p->state_entries.count;

		LIST_ADD(&p->state_entries);
		list = p->state_entries.items;
		for (; at > first && order_of(p, list[at - 1]) >
					     order_of(p, entry); at--)
			list[at] = list[at - 1];
		list[at] = entry;
	}
}

/* A state of the nodes from `first_node` on; without any there is none. */
static uint32_t add_state(struct phrases *p, size_t first_node)
{
	size_t first_entry = p->state_entries.count;

	if (first_node == p->state_nodes.count)
		return NOWHERE;
	for (size_t i = first_node; i < p->state_nodes.count; i++)
		if (p->nodes.items[p->state_nodes.items[i]].rests)
			phrases_go_on(p, p->state_nodes.items[i]);
	for (size_t i = first_node; i < p->state_nodes.count; i++)
		sort_in_entries(p, p->state_nodes.items[i], first_entry);
	*LIST_ADD(&p->states) = (struct state){
		(uint32_t)first_node,
		(uint32_t)(p->state_nodes.count - first_node),
		(uint32_t)first_entry,
		(uint32_t)(p->state_entries.count - first_entry)
	};
	return (uint32_t)p->states.count - 1;
}

/* By the stems of the languages that are asked. */
static uint32_t find_next(struct phrases *p, uint32_t from,
			  const struct token *token, unsigned asked)
{
	struct state state = p->states.items[from];
	size_t first = p->state_nodes.count;
	word_id form = form_of(p, token);

	for (size_t i = 0; i < state.node_count; i++)
		follow_all(p, p->state_nodes.items[state.first_node + i],
			   token, form, asked);
	return add_state(p, first);
}

static size_t step_slot(const struct step *steps, size_t slots, uint32_t from,
			word_id form, lang_id lang)
{
	uint32_t hash = (from << 3 ^ lang) * 2654435761u ^ form * 2246822519u;
	size_t slot;

	hash ^= hash >> 15;
	slot = hash & (slots - 1);
	while (steps[slot].from &&
	       (steps[slot].from != from || steps[slot].form != form ||
		steps[slot].lang != lang))
		slot = (slot + 1) & (slots - 1);
	return slot;
}

static void grow_steps(struct phrases *p)
{
	size_t slots = p->step_slots * 2;
	struct step *steps = memory_get_zeroed(slots * sizeof *steps);

	for (size_t i = 0; i < p->step_slots; i++) {
		const struct step *step = &p->steps[i];

		if (step->from)
			steps[step_slot(steps, slots, step->from, step->form,
					step->lang)] = *step;
	}
	free(p->steps);
	p->steps = steps;
	p->step_slots = slots;
}

static struct step *step_at(struct phrases *p, uint32_t from,
			    const struct token *token)
{
	return &p->steps[step_slot(p->steps, p->step_slots, from, token->form,
				   token->lang)];
}

static void keep_step(struct phrases *p, uint32_t from,
		      const struct token *token, uint32_t to)
{
	*step_at(p, from, token) = (struct step){ from, token->form, to,
						  token->lang };
	if (++p->step_count * 2 > p->step_slots)
		grow_steps(p);
}

/* Where a token leads from a state: looked for once, and then a look. */
static uint32_t next_state(struct phrases *p, uint32_t from,
			   const struct token *token)
{
	const struct step *step = step_at(p, from, token);
	uint32_t to = step->to;

	if (step->from)
		return to;
	to = find_next(p, from, token, UINT_MAX);
	keep_step(p, from, token, to);
	return to;
}

/* Forget all states but the first: of other patterns or words, or too many. */
static void start_over(struct phrases *p)
{
	LIST_CLEAR(&p->states);
	LIST_CLEAR(&p->state_nodes);
	LIST_CLEAR(&p->state_entries);
	LIST_ADD(&p->states);
	*LIST_ADD(&p->state_nodes) = 0;
	add_state(p, 0);
	free(p->steps);
	p->step_slots = STEPS_FIRST;
	p->steps = memory_get_zeroed(p->step_slots * sizeof *p->steps);
	p->step_count = 0;
	p->generation = p->words->generation;
}

/* From the last word back. */
static bool forms_equal(struct phrases *p, const struct token *tokens,
			size_t count, uint32_t forms)
{
	while (count-- > 0) {
		struct spelled spelled = p->forms.items[forms];
		word_id fold = words_fold(p->words,
					  form_of(p, &tokens[count]));

		if (spelled.string !=
		    interned_of_word(&p->strings, p->words, fold))
			return false;
		forms = spelled.before;
	}
	return true;
}

/* Most words begin no phrase, which is found out once. */
static bool may_begin(struct phrases *p, const struct token *token)
{
	uint32_t known = *word_cache_at(&p->known, p->words, token->form);

	return !(known & begins_none(token->lang));
}

/* Whether a phrase may begin with the word, all of which are ready then. */
static bool get_ready(struct phrases *p, const struct token *token)
{
	uint32_t known = *word_cache_at(&p->known, p->words, token->form), to;
	unsigned asked;

	if (p->generation != p->words->generation || p->step_count > STEPS_MAX)
		start_over(p);
	if (known & is_ready(token->lang))
		return !(known & begins_none(token->lang));
	asked = phrases_get_ready(p, token, form_of(p, token));
	known = is_ready(token->lang);
	to = find_next(p, ROOT, token, asked);
	if (to == NOWHERE)
		known |= begins_none(token->lang);
	else
		keep_step(p, ROOT, token, to);
	*word_cache_at(&p->known, p->words, token->form) |= known;
	return to != NOWHERE;
}

static void add_matches(struct phrases *p, const struct token *tokens,
			size_t first, size_t end, struct phrase_matches *out)
{
	struct state state = p->states.items[p->path.items[end - first - 1]];

	for (size_t i = 0; i < state.entry_count; i++) {
		const struct entry *entry = &p->entries.items[
			p->state_entries.items[state.first_entry + i]];

		*LIST_ADD(out) = (struct phrase_match){
			first, end, entry->value,
			!entry->open && forms_equal(p, tokens + first,
						    end - first, entry->forms),
			entry->open
		};
	}
}

/* Apart from may_begin, which is asked of every token. */
__attribute__((noinline))
static void match(struct phrases *p, const struct token *tokens, size_t first,
		  size_t end, struct phrase_matches *out)
{
	uint32_t state = ROOT;

	if (!get_ready(p, &tokens[first]))
		return;
	LIST_CLEAR(&p->path);
	for (size_t at = first; at < end; at++) {
		state = next_state(p, state, &tokens[at]);
		if (state == NOWHERE)
			break;
		*LIST_ADD(&p->path) = state;
	}
	for (size_t count = p->path.count; count > 0; count--)
		add_matches(p, tokens, first, first + count, out);
}

void phrases_match(struct phrases *p, const struct document *doc, size_t first,
		   size_t end, struct phrase_matches *out)
{
	if (first < end && may_begin(p, &doc->tokens.items[first]))
		match(p, doc->tokens.items, first, end, out);
}

void phrases_match_word(struct phrases *p, lang_id lang, struct str word,
			struct phrase_matches *out)
{
	const struct token token = {
		.form = words_add(p->words, word), .lang = lang
	};

	match(p, &token, 0, 1, out);
}
