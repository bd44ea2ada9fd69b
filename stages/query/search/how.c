#include "how.h"

#include "word_parts.h"

/* A word of the text, compared with one of the question. */
struct comparison {
	const struct matcher *matcher;
	const struct match_lore *lore;
	const struct match_word *asked;
	struct strbuf scratch;
};

static bool is_form(struct comparison *c, struct str text)
{
	word_id word = words_add(c->lore->words, text);

	if (c->asked->is_acronym &&
	    !(words_shape(c->lore->words, word) & SHAPE_ALL_CAPITAL))
		return false;
	strbuf_clear(&c->scratch);
	word_index_add_text(&c->scratch, text);
	return str_equal(strbuf_view(&c->scratch), c->asked->texts.form);
}

static bool begins_so(struct comparison *c, struct str text)
{
	strbuf_clear(&c->scratch);
	word_index_add_text(&c->scratch, text);
	return str_has_prefix(strbuf_view(&c->scratch), c->asked->texts.form);
}

static bool is_asked_stem(struct comparison *c, word_id stem)
{
	const struct match_word *asked = c->asked;

	strbuf_clear(&c->scratch);
	word_index_add_stem(&c->scratch, words_text(c->lore->words, stem));
	if (str_equal(strbuf_view(&c->scratch), asked->texts.stem))
		return true;
	for (size_t i = 0; i < asked->stem_count; i++)
		if (str_equal(strbuf_view(&c->scratch),
			      c->matcher->stems.items[asked->first_stem + i]))
			return true;
	return false;
}

static bool is_stem(struct comparison *c, struct str text)
{
	const struct match_lore *lore = c->lore;
	word_id word = words_add(lore->words, text);

	for (size_t i = 0; i < lore->count; i++) {
		lang_id lang = lore->list[i].id;

		if (str_equal(lore->list[i].code, c->asked->texts.lang))
			return is_asked_stem(c, match_stem(lore, lang, word)) ||
			       is_asked_stem(c, languages_acronym(
						lore->languages, lang, word));
	}
	return false;
}

static bool fits(struct comparison *c, struct str text,
		 bool (*is)(struct comparison *, struct str))
{
	struct word_parts parts = { NULL, 0, 0 };
	bool found = is(c, text);

	if (!found)
		word_parts_find(c->lore->words, words_add(c->lore->words, text),
				&parts);
	for (size_t i = 0; !found && i < parts.count; i++)
		found = is(c, parts.items[i]);
	LIST_RELEASE(&parts);
	return found;
}

static enum match_how compare(struct comparison *c, struct str text)
{
	const struct word_texts *texts = &c->asked->texts;

	if (texts->lemma.len > 0)
		return MATCH_LEMMA;
	if (c->asked->prefix)
		return fits(c, text, begins_so) ? MATCH_START : MATCH_HOWS;
	if (texts->form.len > 0 && fits(c, text, is_form))
		return MATCH_EXACT;
	if (texts->stem.len > 0 && fits(c, text, is_stem))
		return MATCH_STEM;
	return texts->key.len > 0 ? MATCH_NAME : MATCH_HOWS;
}

/* MATCH_HOWS: the reading is not what was found. */
static enum match_how compare_all(const struct matcher *matcher,
				  struct comparison *c,
				  const struct match_reading *reading,
				  const struct match_hit *hit, struct str text,
				  const struct place *words)
{
	enum match_how least = MATCH_EXACT;

	for (size_t i = 0; i < reading->count; i++) {
		const struct place *place = &words[hit->first_word + i];
		enum match_how how;

		c->asked = &matcher->words.items[reading->first + i];
		how = compare(c, str_slice(text, place->start, place->end));
		least = how > least ? how : least;
	}
	return least;
}

enum match_how match_how(const struct matcher *matcher,
			 const struct match_lore *lore,
			 const struct match_hit *hit, struct str text,
			 const struct place *words)
{
	struct comparison c = { .matcher = matcher, .lore = lore };
	enum match_how best = hit->is_list ? MATCH_EXACT : MATCH_HOWS;

	for (size_t i = 0; i < matcher->readings.count; i++) {
		const struct match_reading *reading =
			&matcher->readings.items[i];
		enum match_how how;

		if (reading->term != hit->term || reading->is_list ||
		    reading->count != hit->word_count)
			continue;
		how = compare_all(matcher, &c, reading, hit, text, words);
		best = how < best ? how : best;
	}
	strbuf_release(&c.scratch);
	return best < MATCH_HOWS ? best : MATCH_NAME;
}

static const struct ask_node *term_of(const struct ask *ask, size_t term)
{
	for (size_t i = 0; i < ask->nodes.count; i++)
		if (ask->nodes.items[i].kind == ASK_TERM &&
		    ask->nodes.items[i].left == term)
			return &ask->nodes.items[i];
	return NULL;
}

bool match_is_chance(const struct matcher *matcher,
		     const struct match_lore *lore, const struct match_hit *hit,
		     struct str word, struct str lang)
{
	const uint8_t scripts = SHAPE_LATIN | SHAPE_CYRILLIC;
	const struct ask_node *term = term_of(matcher->ask, hit->term);
	word_id asked = words_add(lore->words, term->text);
	uint8_t shape = words_shape(lore->words, asked);
	uint8_t other = words_shape(lore->words, words_add(lore->words, word));

	if (term->how != ASK_ANY || hit->word_count != 1 ||
	    (shape & (SHAPE_CAPITAL | SHAPE_COMPOUND)) ||
	    !(shape & other & scripts))
		return false;
	for (size_t i = 0; i < lore->count; i++)
		if (str_equal(lore->list[i].code, lang))
			return (lore->list[i].script & shape & scripts) &&
			       languages_know(lore->languages,
					      lore->list[i].id, asked);
	return false;
}

const char *match_how_name(enum match_how how)
{
	static const char *const names[MATCH_HOWS] = {
		"exact", "start", "lemma", "stem", "name"
	};

	return names[how];
}
