#include "phrases_internal.h"

#include "utf8.h"

#include <stdlib.h>

struct search {
	struct phrases *p;
	const struct token *tokens;
	size_t end;
	bool has_begun;      /* an edge was followed */
};

static void walk(struct search *search, uint32_t node, size_t at);

/* A name or number that an ending was put behind as it stands is what it was. */
static word_id form_of(struct phrases *p, const struct token *token)
{
	return words_shape(p->words, token->form) & SHAPE_COMPOUND
		? languages_head(p->languages, token->lang, token->form)
		: token->form;
}

static void follow(struct search *search, uint32_t node, size_t at,
		   uint32_t string, unsigned kind)
{
	const struct phrases *p = search->p;
	uint32_t next = p->edges[edge_slot(p->edges, p->edge_slots, node,
					   label_of(string, kind))].next;

	if (!next)
		return;
	search->has_begun = true;
	walk(search, next, at + 1);
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

static void follow_stems(struct search *search, uint32_t node, size_t at,
			 unsigned labels)
{
	struct phrases *p = search->p;
	word_id form = form_of(p, &search->tokens[at]);

	for (unsigned kind = LANG_UND; kind < LANG_MAX; kind++) {
		word_id word;
		uint32_t string;

		if (!(labels & (1u << kind | 1u << (LABEL_WHOLE + kind))))
			continue;
		word = kind == LANG_UND ? words_fold(p->words, form)
					: phrases_stem(p, &search->tokens[at],
						       (lang_id)kind, form);
		if (is_transliterated(p->words, &search->tokens[at], kind,
				      word))
			continue;
		string = interned_of_word(&p->strings, p->words, word);
		if (string && labels & 1u << kind)
			follow(search, node, at, string, kind);
		if (string && labels & 1u << (LABEL_WHOLE + kind))
			follow(search, node, at, string, LABEL_WHOLE + kind);
	}
}

static void follow_prefixes(struct search *search, uint32_t node,
			    size_t at)
{
	struct phrases *p = search->p;
	word_id fold = words_fold(p->words, form_of(p, &search->tokens[at]));
	struct str text = words_text(p->words, fold);
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
			follow(search, node, at, string, LABEL_PREFIX);
	}
}

/* Recursion is as deep as the longest phrase. */
static void walk(struct search *search, uint32_t node, size_t at)
{
	struct phrases *p = search->p;
	unsigned labels = p->nodes.items[node].labels;
	uint32_t entry = p->nodes.items[node].first_entry;

	for (; entry; entry = p->entries.items[entry].next)
		*LIST_ADD(&p->found) = (struct found){
			at, entry, p->entries.items[entry].order
		};
	if (at == search->end || !labels)
		return;
	follow_stems(search, node, at, labels);
	if (labels & 1u << LABEL_PREFIX)
		follow_prefixes(search, node, at);
	if (labels & 1u << LABEL_ANY)
		follow(search, node, at, NO_FORM, LABEL_ANY);
}

static int compare_found(const void *left, const void *right)
{
	const struct found *a = left, *b = right;

	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static bool forms_equal(struct phrases *p, const struct token *tokens,
			size_t count, const uint32_t *forms)
{
	for (size_t i = 0; i < count; i++) {
		word_id fold = words_fold(p->words, form_of(p, &tokens[i]));

		if (forms[i] == NO_FORM ||
		    forms[i] != interned_of_word(&p->strings, p->words, fold))
			return false;
	}
	return true;
}

/* Most words begin no phrase, which is found out once. */
static bool may_begin(struct phrases *p, lang_id lang, word_id form)
{
	uint32_t known = *word_cache_at(&p->known, p->words, form);

	if (!(known & is_ready(lang)))
		phrases_get_ready(p, lang, form);
	return !(known & begins_none(lang));
}

static void match(struct phrases *p, const struct token *tokens, size_t first,
		  size_t end, struct phrase_matches *out)
{
	struct search search = { p, tokens, end, false };
	word_id form;

	if (first >= end)
		return;
	form = form_of(p, &tokens[first]);
	if (!may_begin(p, tokens[first].lang, form))
		return;
	p->found.count = 0;
	walk(&search, 0, first);
	if (!search.has_begun)
		*word_cache_at(&p->known, p->words, form) |=
			begins_none(tokens[first].lang);
	if (p->found.count > 1)
		qsort(p->found.items, p->found.count, sizeof *p->found.items,
		      compare_found);
	for (size_t i = 0; i < p->found.count; i++) {
		struct found found = p->found.items[i];
		const struct entry *entry = &p->entries.items[found.entry];

		*LIST_ADD(out) = (struct phrase_match){
			first, found.end, entry->value,
			forms_equal(p, tokens + first, found.end - first,
				    p->forms.items + entry->forms)
		};
	}
}

void phrases_match(struct phrases *p, const struct document *doc, size_t first,
		   size_t end, struct phrase_matches *out)
{
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
