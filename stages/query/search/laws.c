#include "laws.h"

bool law_pairs_is_pair(void *data, struct str first, struct str second)
{
	struct law_pairs *pairs = data;
	const struct match_lore *lore = pairs->lore;
	struct str word = articles_is_number(first) ? second : first;
	uint8_t shape;

	if (articles_is_number(first) == articles_is_number(second))
		return false;
	shape = words_shape(lore->words, words_add(lore->words, word));
	for (size_t i = 0; i < lore->count && pairs->rc == 0; i++)
		if (shape & (lore->list[i].script | lore->list[i].also))
			pairs->rc = languages_need_asked(lore->languages,
							lore->list[i].id,
							pairs->err);
	return pairs->rc == 0 &&
	       articles_is_pair(lore->articles, first, second);
}

/* A paragraph, where lists are looked for. */
struct paragraph_words {
	const struct match_lore *lore;
	struct str text;
	const struct place *words;
	size_t count;
};

static struct str word_at(const struct paragraph_words *p, size_t word)
{
	return str_slice(p->text, p->words[word].start, p->words[word].end);
}

/* A number, or a word as `and`. */
static bool is_between(const struct paragraph_words *p, struct str word)
{
	const struct match_lore *lore = p->lore;
	word_id form = words_add(lore->words, word);

	for (size_t i = 0; i < lore->count; i++)
		if (languages_is_stopword(lore->languages, lore->list[i].id,
					  form))
			return true;
	return articles_is_number(word);
}

/* статьи 174 и 212: a word for articles leads the list that a number is in. */
static bool is_led(const struct paragraph_words *p, size_t number)
{
	for (size_t i = number; i-- > 0;) {
		if (articles_is_pair(p->lore->articles, word_at(p, i),
				     word_at(p, number)))
			return true;
		if (!is_between(p, word_at(p, i)))
			return false;
	}
	return false;
}

/* 174 және 212-баптар: it ends the list. */
static bool is_ended(const struct paragraph_words *p, size_t number)
{
	for (size_t i = number + 1; i < p->count; i++) {
		struct str word = word_at(p, i);

		if (articles_is_pair(p->lore->articles, word_at(p, number),
				     word) ||
		    articles_number(p->lore->articles, word).len > 0)
			return true;
		if (!is_between(p, word))
			return false;
	}
	return false;
}

void law_lists_cut(const struct match_lore *lore, struct str text,
		   const struct place *words, size_t count,
		   struct match_hits *hits)
{
	const struct paragraph_words p = { lore, text, words, count };
	size_t kept = 0;

	for (size_t i = 0; i < hits->count; i++) {
		const struct match_hit *hit = &hits->items[i];

		if (!hit->is_list || is_led(&p, hit->first_word) ||
		    is_ended(&p, hit->first_word))
			hits->items[kept++] = *hit;
	}
	hits->count = kept;
}
