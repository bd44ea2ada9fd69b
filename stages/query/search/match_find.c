#include "match.h"

#include <math.h>
#include <stdlib.h>

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
	all = node->kind == ASK_NOT ? left && !right : left && right;
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

	for (size_t i = 0; i < matcher->ask->term_count; i++) {
		counts[i] = 0;
		last[i] = -1;
	}
	for (size_t i = 0; i < count; i++) {
		size_t phrase = (size_t)hits[i].phrase, term;

		if (phrase >= matcher->phrases.count ||
		    matcher->phrases.items[phrase].words == 0)
			continue;
		term = matcher->phrases.items[phrase].term;
		counts[term] += hits[i].word != last[term];
		last[term] = hits[i].word;
	}
	holds(matcher, matcher->ask->nodes.count - 1, counts);
}

static int compare_hits(const void *left, const void *right)
{
	const struct match_hit *a = left, *b = right;

	if (a->place.start != b->place.start)
		return a->place.start < b->place.start ? -1 : 1;
	return (a->place.end > b->place.end) - (a->place.end < b->place.end);
}

/* Whether another phrase of the same term is found at the same word, which
 * counts instead. */
static bool is_second(const struct matcher *m, const struct word_hit *hits,
		      size_t count, size_t at)
{
	const struct match_phrase *phrases = m->phrases.items;
	const struct match_phrase *own = &phrases[hits[at].phrase];
	size_t first = at;

	while (first > 0 && hits[first - 1].word == hits[at].word)
		first--;
	for (size_t i = first; i < count && hits[i].word == hits[at].word; i++) {
		const struct match_phrase *other = &phrases[hits[i].phrase];

		if (i != at && other->term == own->term && other->words > 0 &&
		    (other->rank < own->rank ||
		     (other->rank == own->rank && i < at)))
			return true;
	}
	return false;
}

void match_find(const struct matcher *matcher, const struct word_hit *hits,
		size_t count, const struct place *words, size_t word_count,
		struct match_hits *found)
{
	double counts[ASK_TERMS_MAX];

	found->count = 0;
	match_count(matcher, hits, count, counts);
	for (size_t i = 0; i < count; i++) {
		const struct match_phrase *phrase =
			&matcher->phrases.items[hits[i].phrase];
		size_t first = (size_t)hits[i].word;

		if (counts[phrase->term] == 0 || hits[i].word < 0 ||
		    phrase->words == 0 ||
		    first + phrase->words > word_count ||
		    is_second(matcher, hits, count, i))
			continue;
		*LIST_ADD(found) = (struct match_hit){
			.term = phrase->term, .is_list = phrase->is_list,
			.first_word = first, .word_count = phrase->words,
			.place = { words[first].start,
				   words[first + phrase->words - 1].end }
		};
	}
	if (found->count > 0)
		qsort(found->items, found->count, sizeof *found->items,
		      compare_hits);
}

bool match_still_holds(const struct matcher *matcher,
		       const struct match_hits *hits)
{
	double counts[ASK_TERMS_MAX] = { 0 };

	for (size_t i = 0; i < hits->count; i++)
		counts[hits->items[i].term]++;
	return holds(matcher, matcher->ask->nodes.count - 1, counts);
}

void match_weigh(struct match_corpus *corpus, size_t term, double holding)
{
	corpus->weights[term] = log1p((corpus->paragraphs - holding + 0.5) /
				      (holding + 0.5));
}

double match_score(const struct match_corpus *corpus,
		   const double counts[ASK_TERMS_MAX], double words)
{
	const double k1 = 1.2, b = 0.75;
	double score = 0;
	double length = k1 * (1 - b + b * words / corpus->words);

	for (size_t i = 0; i < corpus->terms; i++)
		if (counts[i] > 0)
			score += corpus->weights[i] * counts[i] * (k1 + 1) /
				 (counts[i] + length);
	return isfinite(score) ? score : 0; /* the database may say anything */
}
