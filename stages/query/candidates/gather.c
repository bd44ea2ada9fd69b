#include "gather.h"

#include "utf8.h"

enum {
	QUOTED_WORDS = 6,    /* of a name in quotation marks */
	RUN_WORDS = 6,       /* of one in capitals */
	ABBREVIATION = 8,    /* letters */
	EXAMPLE_BYTES = 400
};

/* A stretch of tokens that may be a name. */
struct stretch {
	const struct document *doc;
	const struct sentence *sentence;
	size_t first, end;
	unsigned why;
	uint32_t types;      /* that words beside it speak for */
	struct str id;       /* of a mention */
};

void gathered_init(struct gathered *g, struct kinds *kinds)
{
	*g = (struct gathered){ .kinds = kinds, .buf = STRBUF_INIT,
				.arena = ARENA_INIT };
	interned_init(&g->keys);
	interned_init(&g->ids);
	interned_init(&g->form_keys);
	LIST_ADD(&g->list);
	LIST_ADD(&g->forms);
}

void gathered_release(struct gathered *g)
{
	interned_release(&g->keys);
	interned_release(&g->ids);
	LIST_RELEASE(&g->of_ids);
	interned_release(&g->form_keys);
	LIST_RELEASE(&g->list);
	LIST_RELEASE(&g->forms);
	LIST_RELEASE(&g->covered);
	strbuf_release(&g->buf);
	arena_release(&g->arena);
}

static struct str form_of(const struct document *doc, size_t token)
{
	return words_text(doc->words, doc->tokens.items[token].form);
}

static uint8_t shape_of(const struct document *doc, size_t token)
{
	return words_shape(doc->words, doc->tokens.items[token].form);
}

static enum word_kind kind_of(const struct document *doc, size_t token)
{
	return words_kind(doc->words, doc->tokens.items[token].form);
}

static lang_id lang_of(const struct gathered *g, const struct stretch *s)
{
	return languages_find(g->kinds->knowledge->languages,
			      words_lang_code(s->doc->words,
					      s->sentence->lang));
}

/* The document's words are not those of the lexicons. */
static word_id word_of(const struct gathered *g, const struct stretch *s,
		       size_t token)
{
	return words_add(g->kinds->knowledge->words, form_of(s->doc, token));
}

static bool is_abbreviation(const struct stretch *s)
{
	return s->end == s->first + 1 &&
	       shape_of(s->doc, s->first) & SHAPE_ALL_CAPITAL &&
	       utf8_chars(form_of(s->doc, s->first)) <= ABBREVIATION;
}

/* Spellings of one name in any script and case share a key; those that have
 * none, their letters. */
static struct str key_of(struct gathered *g, const struct stretch *s)
{
	const struct knowledge *knowledge = g->kinds->knowledge;
	bool short_form = is_abbreviation(s);

	strbuf_clear(&g->buf);
	for (size_t t = s->first; t < s->end; t++) {
		word_id word = word_of(g, s, t), key = 0;

		if (kind_of(s->doc, t) == KIND_WORD && !short_form)
			key = languages_key(knowledge->languages, word);
		if (!key)
			key = words_fold(knowledge->words, word);
		if (t > s->first)
			strbuf_add_char(&g->buf, ' ');
		strbuf_add(&g->buf, words_text(knowledge->words, key));
	}
	return strbuf_view(&g->buf);
}

static void count_form(struct gathered *g, const struct stretch *s,
		       uint32_t proposal)
{
	struct str text = extent_text(s->doc, (struct extent){
		(size_t)(s->sentence - s->doc->sentences.items), s->first,
		s->end });
	struct proposed_form *form;
	uint32_t number;

	strbuf_clear(&g->buf);
	strbuf_addf(&g->buf, "%u ", proposal);
	strbuf_add(&g->buf, text);
	number = interned_add(&g->form_keys, strbuf_view(&g->buf));
	if (number == g->forms.count) {
		form = LIST_ADD(&g->forms);
		form->proposal = proposal;
		form->text = str_copy(&g->arena, text);
		form->lang = str_copy(&g->arena, words_lang_code(
			s->doc->words, s->sentence->lang));
	}
	g->forms.items[number].count++;
}

static void begin(struct gathered *g, const struct stretch *s,
		  struct proposal *p)
{
	struct str text = sentence_text(s->doc, s->sentence);
	size_t end = text.len < EXAMPLE_BYTES ? text.len : EXAMPLE_BYTES;

	while (end < text.len && (text.data[end] & 0xc0) == 0x80)
		end--;
	p->example = str_copy(&g->arena, str_slice(text, 0, end));
	p->document = str_copy(&g->arena, s->doc->id);
	p->line = s->doc->paragraphs.items[s->sentence->paragraph].first_line;
	p->is_person = s->end > s->first + 1 && s->end <= s->first + 3 &&
		       kinds_is_given_name(g->kinds,
					   form_of(s->doc, s->first));
	p->is_known_word = s->end == s->first + 1 &&
			   languages_know(g->kinds->knowledge->languages,
					  lang_of(g, s),
					  word_of(g, s, s->first));
}

static uint32_t add_proposal(struct gathered *g, const struct stretch *s,
			     struct str key)
{
	uint32_t number = interned_add(&g->keys, key);

	if (number == g->list.count)
		begin(g, s, LIST_ADD(&g->list));
	return number;
}

/* Forms of one entity, as cases, are one name whatever their keys; entities
 * that share a key stay two. */
static uint32_t find_proposal(struct gathered *g, const struct stretch *s)
{
	uint32_t number, found;

	if (s->id.len == 0)
		return add_proposal(g, s, key_of(g, s));
	number = interned_add(&g->ids, s->id);
	while (g->of_ids.count <= number)
		*LIST_ADD(&g->of_ids) = 0;
	if (g->of_ids.items[number] > 0)
		return g->of_ids.items[number];
	found = add_proposal(g, s, key_of(g, s));
	if (g->list.items[found].id.len > 0) {
		strbuf_clear(&g->buf);
		strbuf_addf(&g->buf, "id\t%.*s", STR_ARGS(s->id));
		found = add_proposal(g, s, strbuf_view(&g->buf));
	}
	g->list.items[found].id = interned_text(&g->ids, number);
	g->of_ids.items[number] = found;
	return found;
}

static void propose(struct gathered *g, const struct stretch *s, int64_t number)
{
	uint32_t key = find_proposal(g, s);
	struct proposal *p = &g->list.items[key];

	p->count++;
	p->documents += p->last_document != number;
	p->last_document = number;
	p->why |= s->why | (is_abbreviation(s) ? WHY_ABBREVIATION : 0u);
	for (unsigned type = 0; type < MENTION_TYPES; type++)
		p->votes[type] += s->types >> type & 1;
	count_form(g, s, key);
}

/* ---- what esep-tag found by its shape ---- */

static bool is_listed(const struct gathered *g, const struct document *doc,
		      struct str id)
{
	struct strbuf key = STRBUF_INIT;
	bool told;

	strbuf_add_z(&key, META_NAME);
	strbuf_add(&key, id);
	told = document_meta(doc, strbuf_view(&key)).len > 0;
	strbuf_release(&key);
	return told || kinds_lists(g->kinds, id);
}

static bool passes(const struct gathered *g, size_t sentence)
{
	return !g->passing || passing_has(g->passing, sentence);
}

static void take_mentions(struct gathered *g, const struct document *doc,
			  int64_t number)
{
	const struct type_facts *facts = g->kinds->knowledge->types;

	LIST_CLEAR(&g->covered);
	for (size_t t = 0; t < doc->tokens.count; t++)
		LIST_ADD(&g->covered);
	for (size_t i = 0; i < doc->mentions.count; i++) {
		const struct mention *m = &doc->mentions.items[i];
		enum word_kind kind = kind_of(doc, m->where.first);
		struct stretch s = {
			doc, &doc->sentences.items[m->where.sentence],
			m->where.first, m->where.end, WHY_FOUND,
			1u << m->type, m->id
		};

		for (size_t t = m->where.first; t < m->where.end; t++)
			g->covered.items[t] = 1;
		if (m->type >= MENTION_TYPES || m->id.len == 0 ||
		    facts->of[m->type].names.len == 0 ||
		    m->type == MENTION_LAW || is_listed(g, doc, m->id) ||
		    !passes(g, m->where.sentence))
			continue;
		if (kind == KIND_ADDRESS || kind == KIND_HANDLE)
			s.why = WHY_ADDRESS;
		propose(g, &s, number);
	}
}

/* ---- what it left ---- */

static bool is_capital_word(const struct gathered *g,
			    const struct document *doc, size_t token)
{
	return !g->covered.items[token] && kind_of(doc, token) == KIND_WORD &&
	       shape_of(doc, token) & SHAPE_CAPITAL &&
	       utf8_chars(form_of(doc, token)) > 1;
}

/* The words right beside a stretch, and those that it begins and ends with. */
static void ask_beside(struct gathered *g, struct stretch *s, size_t before,
		       size_t behind)
{
	size_t start = s->sentence->first_token;
	size_t limit = start + s->sentence->token_count;
	lang_id lang = lang_of(g, s);

	if (before > start)
		s->types |= kinds_of_word(g->kinds, lang,
					  form_of(s->doc, before - 1));
	if (behind < limit)
		s->types |= kinds_of_word(g->kinds, lang,
					  form_of(s->doc, behind));
	if (!s->types && s->end > s->first + 1)
		s->types = kinds_of_word(g->kinds, lang,
					 form_of(s->doc, s->first)) |
			   kinds_of_word(g->kinds, lang,
					 form_of(s->doc, s->end - 1));
	s->types &= ~(1u << MENTION_PLACE);
	if (s->types)
		s->why |= WHY_KIND_WORD;
}

static bool opens(struct str form)
{
	return str_equal(form, STR("«")) || str_equal(form, STR("“")) ||
	       str_equal(form, STR("„")) || str_equal(form, STR("\""));
}

static bool closes(struct str form)
{
	return str_equal(form, STR("»")) || str_equal(form, STR("”")) ||
	       str_equal(form, STR("“")) || str_equal(form, STR("\""));
}

/* «Голос» beside a word for what it is. Returns the token to go on with. */
static size_t take_quoted(struct gathered *g, struct stretch *s, size_t open,
			  int64_t number)
{
	size_t limit = s->sentence->first_token + s->sentence->token_count;
	size_t close = open + 1;

	while (close < limit && close - open <= QUOTED_WORDS &&
	       !closes(form_of(s->doc, close)) && !g->covered.items[close])
		close++;
	if (close == open + 1 || close >= limit ||
	    !closes(form_of(s->doc, close)) ||
	    !(shape_of(s->doc, open + 1) & SHAPE_CAPITAL))
		return open + 1;
	s->first = open + 1;
	s->end = close;
	while (s->end > s->first + 1 && kind_of(s->doc, s->end - 1) == KIND_PUNCT)
		s->end--; /* “Budget of Participation,” */
	s->why = WHY_QUOTED;
	ask_beside(g, s, open, close + 1);
	if (!s->types)
		return open + 1; /* its capitals may still be a name */
	propose(g, s, number);
	return close + 1;
}

static size_t run_end(const struct gathered *g, const struct stretch *s)
{
	size_t limit = s->sentence->first_token + s->sentence->token_count;
	size_t end = s->first + 1;

	while (end < limit && end - s->first < RUN_WORDS) {
		if (is_capital_word(g, s->doc, end))
			end++;
		else if (end + 1 < limit &&
			 kinds_is_link(g->kinds, form_of(s->doc, end)) &&
			 is_capital_word(g, s->doc, end + 1))
			end += 2;
		else
			break;
	}
	return end;
}

/* A capital says nothing of the first word of a sentence, unless no language
 * knows it, nor of any single word that one knows: a kind word beside it, as in
 * “the Government newspaper”, makes it no name. */
static size_t take_capitals(struct gathered *g, struct stretch *s, bool starts,
			    int64_t number)
{
	struct languages *languages = g->kinds->knowledge->languages;
	lang_id lang = lang_of(g, s);
	size_t end;

	if (kinds_is_title(g->kinds, form_of(s->doc, s->first)) ||
	    (starts && languages_know(languages, lang, word_of(g, s, s->first))))
		return s->first + 1;
	end = s->end = run_end(g, s);
	s->why = WHY_CAPITALS;
	ask_beside(g, s, s->first, end);
	if (end == s->first + 1 && !is_abbreviation(s) &&
	    languages_know(languages, lang, word_of(g, s, s->first)))
		return end;
	propose(g, s, number);
	return end;
}

static void take_sentence(struct gathered *g, const struct document *doc,
			  const struct sentence *sentence, int64_t number)
{
	size_t limit = sentence->first_token + sentence->token_count;
	bool starts = true;

	for (size_t t = sentence->first_token; t < limit;) {
		struct stretch s = { doc, sentence, t, t + 1, 0, 0,
				     STR_NONE };
		bool is_word = kind_of(doc, t) == KIND_WORD;

		if (t + 1 < limit && opens(form_of(doc, t)))
			t = take_quoted(g, &s, t, number);
		else if (is_capital_word(g, doc, t))
			t = take_capitals(g, &s, starts, number);
		else
			t++;
		starts = starts && !is_word;
	}
}

static bool is_prose(enum paragraph_kind kind)
{
	return kind == PARAGRAPH_TEXT || kind == PARAGRAPH_ITEM ||
	       kind == PARAGRAPH_ROW || kind == PARAGRAPH_PANELIST;
}

void gathered_add(struct gathered *g, const struct document *doc,
		  int64_t number)
{
	take_mentions(g, doc, number);
	for (size_t i = 0; i < doc->sentences.count; i++) {
		const struct sentence *s = &doc->sentences.items[i];

		/* without a language each word is unknown */
		if (is_prose(doc->paragraphs.items[s->paragraph].kind) &&
		    s->lang != LANG_UND && passes(g, i))
			take_sentence(g, doc, s, number);
	}
}
