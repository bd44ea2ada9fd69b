#include "citations.h"

#include "cited.h"
#include "cited_acts.h"
#include "law_words.h"
#include "scopes.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	ITEMS = 10,           /* words with numbers in one citation */
	TITLE_WORDS = 24,     /* of a title in quotation marks or brackets */
	HIGH_NUMBER = 30      /* no third article of a series has it */
};

/* An article that was found, with what is told of it. */
struct cited {
	size_t first, end;
	struct str act;       /* its id; empty: not told */
	struct str number;    /* 174, 207_3, 19_and_20 */
	size_t sentence;
	bool sure;            /* what it is is plain without an act */
	bool again;           /* it only points back: this article */
};

struct citations {
	struct cited_words words;
	struct law_words *law_words;
	struct cited_acts acts;
	LIST(struct cited) list; /* of the document */
	LIST(bool) ends;         /* of each token: an article ends before it */
};

/* A citation while it is read. */
struct chain {
	struct citations *c;
	struct scan *scan;
	size_t start, limit;
	size_t first, end;     /* with its act */
	const struct candidate *act;
	size_t count;
	struct cited_item items[ITEMS];
	bool apart[ITEMS];     /* a comma or "and" stands before it */
};

int citations_open(struct citations **out, const struct knowledge *knowledge,
		   const struct gazetteer *names, struct law_words *law_words,
		   struct err *err)
{
	struct citations *c = memory_get_zeroed(sizeof *c);
	int rc = articles_open(&c->words.articles, knowledge, err);

	cited_acts_init(&c->acts, names);
	c->law_words = law_words;
	if (rc < 0) {
		citations_close(c);
		c = NULL;
	}
	*out = c;
	return rc;
}

void citations_close(struct citations *c)
{
	if (!c)
		return;
	articles_close(c->words.articles);
	word_cache_release(&c->words.known);
	LIST_RELEASE(&c->list);
	LIST_RELEASE(&c->ends);
	cited_acts_release(&c->acts);
	free(c);
}

/* The act that begins or ends at a token: no article of one. */
static const struct candidate *act_at(const struct scan *scan, size_t token)
{
	for (size_t i = scan->first_at.items[token];
	     i < scan->first_at.items[token + 1]; i++) {
		const struct candidate *c = &scan->candidates.items[i];

		if (c->type == MENTION_LAW && !c->is_article)
			return c;
	}
	return NULL;
}

static const struct candidate *act_before(const struct scan *scan, size_t end,
					  size_t start)
{
	const struct candidate *found = NULL;

	for (size_t t = end; t-- > start;) {
		const struct candidate *c = act_at(scan, t);

		if (c && c->end == end)
			found = c;
	}
	return found;
}

static bool is_mark(const struct scan *scan, size_t token, size_t limit,
		    const char *mark)
{
	return token < limit && scan_is_form(scan, token, mark);
}

/* «Клевета», ("Убийство"): the end, or the token itself. One small word in
 * quotation marks is what somebody calls the article: «түсініксіз». */
static size_t title_end(const struct scan *scan, size_t token, size_t limit)
{
	size_t partner;

	if (token + 1 >= limit || !scan_has_partner(scan, token))
		return token;
	partner = scan->marks.items[token].partner;
	if (partner == token + 2 && !is_mark(scan, token, limit, "(") &&
	    !(scan_shape(scan, token + 1) & SHAPE_CAPITAL))
		return token;
	return partner > token + 1 && partner < limit &&
	       partner - token <= TITLE_WORDS ? partner + 1 : token;
}

static size_t quote_end(const struct scan *scan, size_t token, size_t limit)
{
	return is_mark(scan, token, limit, "(") ||
	       is_mark(scan, token, limit, "[")
		? token : title_end(scan, token, limit);
}

/* Words between an article and its act, or its parts: ", of the". */
static size_t skip_links(const struct scan *scan, size_t token, size_t limit,
			 bool *comma)
{
	*comma = is_mark(scan, token, limit, ",");
	if (*comma)
		token++;
	while (token < limit && scan_kind(scan, token) == KIND_WORD &&
	       scan_shape(scan, token) & SHAPE_LATIN &&
	       (scan->marks.items[token].flags & MARK_LINK ||
		scan_is_stopword(scan, token)) &&
	       !scan_is_form(scan, token, "and"))
		token++;
	return token;
}

/* "Kazakhstan's Constitution" */
static size_t skip_owner(const struct scan *scan, size_t token, size_t limit)
{
	const struct candidate *c = token < limit ?
		scan_find(scan, token, MENTION_PLACE) : NULL;

	if (c && c->end < limit &&
	    (scan_is_form(scan, c->end, "'s") ||
	     scan_is_form(scan, c->end, "’s") ||
	     scan_is_form(scan, c->end, "'") ||
	     scan_is_form(scan, c->end, "’")))
		return c->end + 1;
	return token;
}

static const struct candidate *act_behind(const struct scan *scan, size_t token,
					  size_t limit)
{
	bool comma;
	size_t next = skip_links(scan, token, limit, &comma);

	if (comma && next == token + 1)
		return NULL;
	next = skip_owner(scan, next, limit);
	return next < limit ? act_at(scan, next) : NULL;
}

/* The next word with numbers behind `token`, over what joins it. */
static bool next_item(struct chain *chain, size_t token)
{
	struct scan *scan = chain->scan;
	struct cited_item *item = &chain->items[chain->count];
	size_t at = title_end(scan, token, chain->limit), linked;
	bool comma, before, behind;

	linked = skip_links(scan, at, chain->limit, &comma);
	chain->apart[chain->count] = comma || at > token;
	if (linked < chain->limit &&
	    scan_kind(scan, linked) == KIND_WORD &&
	    articles_unit(chain->c->words.articles, scan_form(scan, linked),
			  &before, &behind) == UNIT_JOIN) {
		chain->apart[chain->count] = true;
		linked++;
	}
	return linked < chain->limit &&
	       cited_item_at(&chain->c->words, scan, linked, chain->limit,
			     item);
}

/* A list that nothing closes may count something else: ст. 205, 5 человек. */
static void cut_list(const struct chain *chain, struct cited_item *item)
{
	const struct scan *scan = chain->scan;
	bool goes_on = item->end < chain->limit &&
		       scan_kind(scan, item->end) == KIND_WORD &&
		       !(scan_shape(scan, item->end) & SHAPE_CAPITAL) &&
		       !scan_is_stopword(scan, item->end);

	if (item->behind || item->count == 1 || !(item->listed || goes_on) ||
	    (item->listed && !goes_on))
		return;
	item->count = 1;
	item->end = item->numbers[0].end;
}

static void find_act(struct chain *chain)
{
	const struct scan *scan = chain->scan;
	size_t end = chain->items[chain->count - 1].end;
	size_t title = title_end(scan, end, chain->limit);
	size_t first = chain->items[0].first;

	chain->first = first;
	chain->end = end;
	chain->act = NULL;
	if (!chain->items[chain->count - 1].behind ||
	    scan_shape(scan, end - 1) & SHAPE_LATIN ||
	    chain->items[0].numbers[0].unit == UNIT_NONE)
		chain->act = act_behind(scan, title, chain->limit);
	if (chain->act) {
		chain->end = chain->act->end;
		return;
	}
	if (first > chain->start && scan_is_form(scan, first - 1, ","))
		first--;
	chain->act = first > chain->start
		? act_before(scan, first, chain->start) : NULL;
	if (chain->act)
		chain->first = chain->act->first;
}

static struct str number_of(struct chain *chain, const struct cited_item *item)
{
	struct strbuf *id = &chain->scan->buf;

	strbuf_clear(id);
	for (size_t i = 0; i < item->count; i++) {
		if (i > 0)
			strbuf_add(id, STR("_and_"));
		strbuf_add(id, item->numbers[i].id);
	}
	return str_copy(&chain->scan->doc->arena, strbuf_view(id));
}

static bool is_article(const struct chain *chain, const struct cited_item *item)
{
	return item->unit == UNIT_ARTICLE ||
	       (item->unit == UNIT_SECTION && chain->act);
}

/* A part belongs to the article behind it, if nothing stands between. */
static bool begins_next(const struct chain *chain, size_t i)
{
	while (i + 1 < chain->count && !is_article(chain, &chain->items[i]) &&
	       !(chain->apart[i + 1] && chain->items[i].behind))
		i++;
	return is_article(chain, &chain->items[i]);
}

/* Without an act: the word begins with a capital, the number is high, a part
 * is told too. */
static bool is_sure(const struct chain *chain, const struct cited_item *item,
		    bool has_part)
{
	const struct scan *scan = chain->scan;
	uint64_t number;

	if (has_part || !item->numbers[0].plain ||
	    (str_number(item->numbers[0].id, 9999, &number) &&
	     number > HIGH_NUMBER))
		return true;
	return item->behind ? item->numbers[0].unit != UNIT_NONE
		: !(scan_shape(scan, item->first) & SHAPE_LATIN) ||
		  scan_shape(scan, item->first) & SHAPE_CAPITAL;
}

static void add_cited(struct chain *chain, size_t first, size_t end,
		      const struct cited_item *article, bool has_part)
{
	*LIST_ADD(&chain->c->list) = (struct cited){
		first, end, chain->act ? chain->act->id : STR_NONE,
		number_of(chain, article),
		chain->scan->marks.items[first].sentence,
		is_sure(chain, article, has_part), false
	};
}

/* One mention for each article, with the parts on both sides of it. */
static void split_chain(struct chain *chain)
{
	const struct scan *scan = chain->scan;
	size_t i = 0;

	while (i < chain->count) {
		size_t begin = i, article, end;

		if (!begins_next(chain, i)) {
			i++;
			continue;
		}
		while (!is_article(chain, &chain->items[i]))
			i++;
		article = i++;
		end = chain->items[article].end;
		while (i < chain->count && chain->items[i].unit == UNIT_PART &&
		       (chain->items[i].behind == chain->items[article].behind ||
			!chain->apart[i]) &&
		       (i + 1 == chain->count || chain->items[i].behind ||
			!begins_next(chain, i)))
			end = chain->items[i++].end;
		if (i == chain->count && chain->act &&
		    chain->end == chain->act->end)
			end = chain->end;
		if (i == chain->count)
			end = quote_end(scan, end, chain->limit);
		add_cited(chain, begin == 0 && chain->act
				 ? chain->first : chain->items[begin].first,
			  end, &chain->items[article], i - begin > 1);
	}
}

/* The citation that begins with an item at a token; returns the token to go on
 * with. */
static size_t read_chain(struct citations *c, struct scan *scan, size_t token,
			 const struct cited_item *first)
{
	struct chain chain = { .c = c, .scan = scan,
			       .start = scan_sentence_start(scan, token),
			       .limit = scan_sentence_end(scan, token),
			       .items = { *first } };
	size_t end;

	do
		end = chain.items[chain.count++].end;
	while (chain.count < ITEMS && next_item(&chain, end));
	find_act(&chain);
	if (!chain.act)
		cut_list(&chain, &chain.items[chain.count - 1]);
	split_chain(&chain);
	return end;
}

/* 159 УК РФ: a number before an act that is written in capitals. */
static size_t read_bare(struct citations *c, struct scan *scan, size_t token)
{
	size_t limit = scan_sentence_end(scan, token);
	struct chain chain = { .c = c, .scan = scan, .limit = limit,
			       .count = 1 };
	struct cited_item *item = &chain.items[0];
	uint64_t number;

	*item = (struct cited_item){ .unit = UNIT_ARTICLE, .first = token,
				     .count = 1 };
	if (!cited_number_at(&c->words, scan, token, limit,
			     &item->numbers[0]) ||
	    item->numbers[0].end >= limit ||
	    (str_number(item->numbers[0].id, 9999, &number) && number > 999))
		return token + 1;
	chain.act = act_at(scan, item->numbers[0].end);
	if (!chain.act ||
	    !(scan_shape(scan, chain.act->first) & SHAPE_ALL_CAPITAL) ||
	    !(scan_shape(scan, chain.act->first) & SHAPE_CYRILLIC))
		return token + 1;
	item->end = chain.end = chain.act->end;
	add_cited(&chain, token, quote_end(scan, chain.end, limit), item,
		  false);
	return chain.end;
}

static void add_id(struct citations *c, struct scan *scan,
		   const struct cited *article, struct candidate *out)
{
	struct strbuf *id = &scan->buf;
	struct str country = scope_of(scan, article->first, article->end);

	(void)c;
	strbuf_clear(id);
	if (article->act.len > 0) {
		strbuf_add(id, article->act);
	} else {
		if (country.len > 0) {
			utf8_add_fold(id, country);
			strbuf_add_char(id, '_');
		}
		strbuf_add(id, STR("article"));
	}
	strbuf_add_char(id, '_');
	strbuf_add(id, article->number);
	out->id = str_copy(&scan->doc->arena, strbuf_view(id));
}

/* "ARTICLE 19" is an organisation. */
static bool is_other_name(const struct scan *scan, const struct cited *article)
{
	const struct candidate *org =
		scan_find(scan, article->first, MENTION_ORG);

	return org && org->end == article->end &&
	       (article->act.len == 0 ||
		(scan_shape(scan, article->first) & SHAPE_ALL_CAPITAL));
}

static void settle(struct citations *c, struct scan *scan, size_t at,
		   struct str act)
{
	struct cited *article = &c->list.items[at];
	bool told = article->act.len > 0;
	struct candidate *out;

	article->act = act;
	if ((act.len == 0 && !article->sure) ||
	    (!told && is_other_name(scan, article)))
		return;
	out = scan_add(scan, article->first, article->end, MENTION_LAW,
		       told ? RANK_PATTERN : RANK_CUED, RULE_ARTICLE);
	out->is_article = true;
	add_id(c, scan, article, out);
	scan_because(scan, out, "%s%.*s", act.len == 0 ? "no act is named"
		     : told ? "of " : "told elsewhere: of ", STR_ARGS(act));
}

static struct str act_of(struct citations *c, struct scan *scan, size_t at)
{
	struct cited *article = &c->list.items[at];
	struct str act = article->act;

	if (act.len == 0)
		act = cited_acts_same(&c->acts, article->number);
	if (act.len == 0)
		act = cited_acts_listed(&c->acts, scan, article->number);
	if (act.len == 0)
		act = cited_acts_beside(&c->acts, scan, article->first,
					article->sentence);
	return act;
}

/* Each by what is told of it and of those before it. */
static void settle_all(struct citations *c, struct scan *scan)
{
	for (size_t i = 0; i < c->list.count; i++)
		cited_acts_tell(&c->acts, c->list.items[i].number,
				c->list.items[i].act);
	for (size_t i = 0; i < c->list.count; i++) {
		settle(c, scan, i, act_of(c, scan, i));
		cited_acts_settle(&c->acts, c->list.items[i].number,
				  c->list.items[i].act);
	}
}

/* "under this article", «по этой статье»: the one cited last, in the paragraph
 * or the one before. */
static void find_again(struct citations *c, struct scan *scan, size_t token)
{
	const struct sentence *sentences = scan->doc->sentences.items;
	size_t sentence = scan->marks.items[token].sentence, end;
	const struct cited *last;

	if (c->list.count == 0 ||
	    !law_words_at(c->law_words, scan, token, LAW_AGAIN, &end))
		return;
	last = &c->list.items[c->list.count - 1];
	if (sentences[last->sentence].paragraph + 1 <
	    sentences[sentence].paragraph)
		return;
	*LIST_ADD(&c->list) = (struct cited){
		end > token + 2 ? token + 1 : token, end, STR_NONE,
		last->number, sentence, false, true
	};
}

/* A title in marks behind a citation is no article of its own. */
static bool is_title(const struct citations *c, const struct scan *scan,
		     const struct candidate *law)
{
	size_t open = law->first;

	while (open > 0 && law->first - open < 2 &&
	       !(scan_has_partner(scan, open - 1) &&
		 scan->marks.items[open - 1].partner >= law->end))
		open--;
	while (open > 0 && scan_has_partner(scan, open - 1) &&
	       scan->marks.items[open - 1].partner >= law->end)
		open--;
	return open < law->first && c->ends.items[open];
}

static void mark_ends(struct citations *c, const struct scan *scan)
{
	LIST_ZERO(&c->ends, scan->doc->tokens.count + 1);
	for (size_t i = 0; i < c->list.count; i++)
		if (!c->list.items[i].again)
			c->ends.items[c->list.items[i].end] = true;
}

static void drop_titles(struct citations *c, struct scan *scan)
{
	size_t kept = 0;

	mark_ends(c, scan);
	for (size_t i = 0; i < scan->candidates.count; i++) {
		const struct candidate *law = &scan->candidates.items[i];

		if (law->type != MENTION_LAW || !law->is_article ||
		    law->entity == NO_ENTITY || !is_title(c, scan, law))
			scan->candidates.items[kept++] = *law;
	}
	scan->candidates.count = kept;
}

void citations_find(struct citations *c, struct scan *scan)
{
	size_t count = scan->doc->tokens.count, next;
	struct cited_item first;

	LIST_CLEAR(&c->list);
	for (size_t t = 0; t < count; t = next) {
		find_again(c, scan, t);
		next = t + 1;
		if (cited_item_at(&c->words, scan, t,
				  scan_sentence_end(scan, t), &first))
			next = read_chain(c, scan, t, &first);
		if (next == t + 1 && scan_kind(scan, t) == KIND_NUMBER)
			next = read_bare(c, scan, t);
	}
	if (c->list.count == 0)
		return;
	cited_acts_begin(&c->acts, scan);
	settle_all(c, scan);
	drop_titles(c, scan);
	scan_sort(scan);
}
