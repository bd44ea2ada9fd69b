#include "match.h"

#include <math.h>
#include <stdlib.h>

static bool is_equal(struct str asked, struct str found)
{
	return asked.len > 0 && str_equal(asked, found);
}

static bool begins(struct str asked, struct str found)
{
	return asked.len > 0 && str_has_prefix(found, asked);
}

static bool word_matches(const struct match_word *word,
			 const struct index_word *row)
{
	const struct word_texts *asked = &word->texts, *found = &row->texts;

	if (word->prefix && (begins(asked->form, found->form) ||
			     begins(asked->lemma, found->lemma)))
		return true;
	return is_equal(asked->form, found->form) ||
	       (is_equal(asked->stem, found->stem) &&
		str_equal(asked->lang, found->lang)) ||
	       is_equal(asked->key, found->key) ||
	       is_equal(asked->lemma, found->lemma);
}

static bool reading_matches(const struct matcher *m,
			    const struct match_reading *reading,
			    const struct index_words *rows, size_t at)
{
	if (rows->count - at < reading->count)
		return false;
	for (size_t i = 0; i < reading->count; i++)
		if (!word_matches(&m->words.items[reading->first + i],
				  &rows->items[at + i]))
			return false;
	return true;
}

static void find_at(const struct matcher *m, size_t term,
		    const struct index_words *rows, size_t at,
		    struct match_hits *hits)
{
	for (size_t i = 0; i < m->readings.count; i++) {
		const struct match_reading *reading = &m->readings.items[i];
		struct match_hit *hit;

		if (reading->term != term ||
		    !reading_matches(m, reading, rows, at))
			continue;
		hit = LIST_ADD(hits);
		hit->term = term;
		hit->place.start = rows->items[at].place.start;
		hit->place.end = rows->items[at + reading->count - 1].place.end;
		return;
	}
}

static bool find_term(const struct matcher *m, size_t term,
		      const struct index_words *rows, struct match_hits *hits)
{
	size_t before = hits->count;

	for (size_t at = 0; at < rows->count; at++)
		find_at(m, term, rows, at, hits);
	return hits->count > before;
}

/* Whether a node holds; the hits of what does not hold are taken back. */
static bool find_node(const struct matcher *m, size_t index,
		      const struct index_words *rows, struct match_hits *hits)
{
	const struct ask_node *node = &m->ask->nodes.items[index];
	size_t before = hits->count, between;
	bool left, right, holds;

	if (node->kind == ASK_TERM)
		return find_term(m, node->left, rows, hits);
	left = find_node(m, node->left, rows, hits);
	between = hits->count;
	if (!left && node->kind != ASK_OR)
		return false;
	right = find_node(m, node->right, rows, hits);
	if (node->kind == ASK_OR)
		return left || right;
	if (node->kind == ASK_NOT)
		hits->count = between;
	holds = node->kind == ASK_AND ? right : !right;
	if (!holds)
		hits->count = before;
	return holds;
}

static int compare_hits(const void *left, const void *right)
{
	const struct match_hit *a = left, *b = right;

	if (a->place.start != b->place.start)
		return a->place.start < b->place.start ? -1 : 1;
	return (a->place.end > b->place.end) - (a->place.end < b->place.end);
}

bool matcher_find(const struct matcher *matcher, const struct index_words *rows,
		  struct match_hits *hits)
{
	hits->count = 0;
	if (!find_node(matcher, matcher->ask->nodes.count - 1, rows, hits))
		return false;
	if (hits->count > 0)
		qsort(hits->items, hits->count, sizeof *hits->items,
		      compare_hits);
	return true;
}

/* Set the counts of a node's terms to 0. */
static void forget(const struct matcher *m, size_t index,
		   double counts[ASK_TERMS_MAX])
{
	const struct ask_node *node = &m->ask->nodes.items[index];

	if (node->kind == ASK_TERM) {
		counts[node->left] = 0;
		return;
	}
	forget(m, node->left, counts);
	forget(m, node->right, counts);
}

/* Whether a node holds; the counts of what does not hold are set to 0. */
static bool holds(const struct matcher *m, size_t index,
		  double counts[ASK_TERMS_MAX])
{
	const struct ask_node *node = &m->ask->nodes.items[index];
	bool left, right, all;

	if (node->kind == ASK_TERM)
		return counts[node->left] > 0;
	left = holds(m, node->left, counts);
	right = holds(m, node->right, counts);
	if (node->kind == ASK_OR)
		return left || right;
	all = node->kind == ASK_AND ? left && right : left && !right;
	if (!all)
		forget(m, node->left, counts);
	if (!all || node->kind == ASK_NOT)
		forget(m, node->right, counts);
	return all;
}

void match_count(const struct matcher *matcher, const struct word_hit *hits,
		 size_t count, double counts[ASK_TERMS_MAX])
{
	int last[ASK_TERMS_MAX];

	for (size_t i = 0; i < ASK_TERMS_MAX; i++) {
		counts[i] = 0;
		last[i] = -1;
	}
	for (size_t i = 0; i < count; i++) {
		size_t phrase = (size_t)hits[i].phrase, term;

		if (phrase >= matcher->phrases.count)
			continue;
		term = matcher->phrases.items[phrase];
		counts[term] += hits[i].word != last[term];
		last[term] = hits[i].word;
	}
	holds(matcher, matcher->ask->nodes.count - 1, counts);
}

double match_score(const struct match_corpus *corpus,
		   const double counts[ASK_TERMS_MAX], double words)
{
	const double k1 = 1.2, b = 0.75;
	double score = 0;
	double length = k1 * (1 - b + b * words / corpus->words);

	for (size_t i = 0; i < ASK_TERMS_MAX; i++) {
		double holding = corpus->holding[i];

		if (counts[i] > 0)
			score += log1p((corpus->paragraphs - holding + 0.5) /
				       (holding + 0.5)) *
				 counts[i] * (k1 + 1) / (counts[i] + length);
	}
	return score;
}
