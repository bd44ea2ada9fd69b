#include "located.h"

#include "utf8.h"

#include <stdlib.h>

enum sign_kind { SIGN_BEFORE, SIGN_ENDING, SIGN_CASE, SIGN_NOT, SIGN_BEHIND,
		 SIGN_MOTION, SIGN_GOES };

enum {
	LETTERS_LEAST = 3,    /* before an ending */
	NAME_LEAST = 4,       /* letters of a name */
	LIST_WORDS = 40,      /* words and commas of a list up to its "and" */
	GOES_WORDS = 3,       /* behind a place, to who goes there */
	FORM_CHANGES = 3      /* letters by which two forms of a name differ */
};

enum taken { FREE, TAKEN /* by a candidate */, TAKEN_TOLD /* to be a place */ };

struct sign {
	enum sign_kind kind;
	struct str form, base; /* the table's */
};

struct located_place {
	word_id key, fold;    /* of the name; of the form that told it */
	size_t token;         /* where it was told */
	struct str id;        /* empty: not made yet */
};

struct located {
	struct languages *languages;
	const struct romanisation *romanisation;
	struct persons *persons;
	LIST(struct sign) signs[LANG_MAX];
	LIST(struct located_place) places;  /* [0] is unused; reused */
	struct word_cache by_key;  /* the place + what earlier documents left */
	uint32_t base;
	struct word_cache forms;   /* of each fold: the last document's serial
	                              that has it with a capital */
	struct word_cache pairs;   /* of first words and of both: the last
	                              document's serial that has them */
	LIST(uint8_t) taken;       /* of each token: enum taken */
	struct strbuf text;        /* reused */
};

static int add_sign(struct located *l, const struct knowledge *knowledge,
		    struct table *table, size_t row, struct err *err)
{
	static const char *const kinds[] = {
		[SIGN_BEFORE] = "before", [SIGN_ENDING] = "ending",
		[SIGN_CASE] = "case", [SIGN_NOT] = "not",
		[SIGN_BEHIND] = "behind", [SIGN_MOTION] = "motion",
		[SIGN_GOES] = "goes", NULL
	};
	struct sign new = { .form = table_named_cell(table, row, "form"),
			    .base = table_named_cell(table, row, "base") };
	unsigned kind = 0;
	lang_id lang;
	int rc = table_choice(table, row, "kind", kinds, &kind, err);

	if (rc == 0)
		rc = knowledge_lang(knowledge, table, row, &lang, err);
	if (rc < 0)
		return rc;
	new.kind = (enum sign_kind)kind;
	if (str_has_suffix(new.form, STR("*")))
		new.form.len--;
	*LIST_ADD(&l->signs[lang]) = new;
	table_take(table, row);
	return 0;
}

int located_open(struct located **out, const struct knowledge *knowledge,
		 const struct romanisation *romanisation,
		 struct persons *persons, struct err *err)
{
	struct located *l = memory_get_zeroed(sizeof *l);
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "place_signs.tsv", &table,
				err);

	l->languages = knowledge->languages;
	l->romanisation = romanisation;
	l->persons = persons;
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_sign(l, knowledge, table, row, err);
	if (rc < 0) {
		located_close(l);
		l = NULL;
	}
	*out = l;
	return rc;
}

void located_close(struct located *l)
{
	if (!l)
		return;
	for (size_t i = 0; i < LANG_MAX; i++)
		LIST_RELEASE(&l->signs[i]);
	LIST_RELEASE(&l->places);
	LIST_RELEASE(&l->taken);
	word_cache_release(&l->by_key);
	word_cache_release(&l->forms);
	word_cache_release(&l->pairs);
	strbuf_release(&l->text);
	free(l);
}

/* What one document has found says nothing of the next. */
static void begin(struct located *l, const struct scan *scan)
{
	if (l->base > UINT32_MAX / 2) {
		word_cache_release(&l->by_key);
		l->base = 0;
	}
	l->base += (uint32_t)l->places.count;
	LIST_CLEAR(&l->places);
	LIST_ADD(&l->places);
	LIST_ZERO(&l->taken, scan->doc->tokens.count);
	for (size_t i = 0; i < scan->candidates.count; i++) {
		const struct candidate *c = &scan->candidates.items[i];

		for (size_t t = c->first; t < c->end; t++)
			l->taken.items[t] = TAKEN;
	}
}

static struct str fold_text(const struct scan *scan, size_t token)
{
	return words_text(scan->words, scan_fold(scan, token));
}

/* Whether a word has the sign: is it, begins or ends so. */
static bool fits(const struct sign *sign, struct str form)
{
	if (sign->kind == SIGN_BEFORE)
		return str_equal(form, sign->form);
	return sign->kind == SIGN_NOT || sign->kind == SIGN_BEHIND ||
			       sign->kind == SIGN_GOES
		       ? str_has_prefix(form, sign->form)
		       : str_has_suffix(form, sign->form);
}

static const struct sign *find_sign(const struct located *l, lang_id lang,
				    enum sign_kind kind, struct str form)
{
	const struct sign *best = NULL;

	for (size_t i = 0; i < l->signs[lang].count; i++) {
		const struct sign *s = &l->signs[lang].items[i];

		if (s->kind == kind && fits(s, form) &&
		    (!best || s->form.len > best->form.len))
			best = s;
	}
	return best;
}

static bool is_name_beside(const struct scan *scan, size_t token)
{
	size_t start = scan_sentence_start(scan, token);

	return (token > start && scan_is_name_word(scan, token - 1) &&
		!(scan->marks.items[token - 1].flags & MARK_START)) ||
	       (token + 1 < scan_sentence_end(scan, token) &&
		scan_is_name_word(scan, token + 1));
}

/* A word with a capital that nothing claims. */
static bool is_open(const struct located *l, const struct scan *scan,
		       size_t token)
{
	const struct token_mark *mark = &scan->marks.items[token];

	return (l->taken.items[token] == FREE ||
		l->taken.items[token] == TAKEN_TOLD) && !scan->settled.items[token] &&
	       scan_is_name_word(scan, token) &&
	       !(scan_shape(scan, token) & SHAPE_DIGIT) &&
	       !(mark->flags & (MARK_LOWER | MARK_COUNTRY | MARK_CUE)) &&
	       !mark->head_starts && !mark->head_ends &&
	       utf8_chars(scan_form(scan, token)) >= NAME_LEAST;
}

/* SHAPE_LATIN, SHAPE_CYRILLIC or both (Windows-та). */
static unsigned script_of(const struct scan *scan, size_t token)
{
	return scan_shape(scan, token) & (SHAPE_LATIN | SHAPE_CYRILLIC);
}

/* A word or two that lead to a place stand right before it. */
static bool is_led(const struct located *l, struct scan *scan, size_t token)
{
	size_t start = scan_sentence_start(scan, token);
	lang_id lang = scan_lang(scan, token);
	struct str last;

	if (token == start)
		return false;
	last = fold_text(scan, token - 1);
	if (find_sign(l, lang, SIGN_BEFORE, last))
		return true;
	if (token < start + 2)
		return false;
	strbuf_clear(&scan->buf);
	strbuf_add(&scan->buf, fold_text(scan, token - 2));
	strbuf_add_char(&scan->buf, ' ');
	strbuf_add(&scan->buf, last);
	return find_sign(l, lang, SIGN_BEFORE, strbuf_view(&scan->buf));
}

/* A case that tells where. */
static bool has_ending(const struct located *l, const struct scan *scan,
		       size_t token)
{
	struct str form = fold_text(scan, token);
	const struct sign *ending = find_sign(l, scan_lang(scan, token),
					      SIGN_ENDING, form);

	return ending &&
	       script_of(scan, token) != (SHAPE_LATIN | SHAPE_CYRILLIC) &&
	       utf8_chars(form) >= utf8_chars(ending->form) + LETTERS_LEAST;
}

/* «Теміросу әкімі», "Temirsu's akim": what places have stands right behind. */
static bool is_behind(const struct located *l, const struct scan *scan,
		      size_t token)
{
	size_t limit = scan_sentence_end(scan, token), next = token + 1;

	if (next < limit && (scan_is_form(scan, next, "'s") ||
			     scan_is_form(scan, next, "’s")))
		next++;
	return next < limit && !(scan_shape(scan, next) & SHAPE_CAPITAL) &&
	       find_sign(l, scan_lang(scan, token), SIGN_BEHIND,
			 fold_text(scan, next));
}

/* «Ховдқа көшті», «Бозайдан келген»: a case of motion, and who goes. */
static bool is_reached(const struct located *l, const struct scan *scan,
		       size_t token)
{
	size_t limit = scan_sentence_end(scan, token);
	lang_id lang = scan_lang(scan, token);
	const struct sign *ending = find_sign(l, lang, SIGN_MOTION,
					      fold_text(scan, token));

	if (!ending || scan->marks.items[token].flags & MARK_START ||
	    script_of(scan, token) == (SHAPE_LATIN | SHAPE_CYRILLIC) ||
	    utf8_chars(fold_text(scan, token)) <
			       utf8_chars(ending->form) + LETTERS_LEAST)
		return false;
	for (size_t t = token + 1; t < limit && t <= token + GOES_WORDS; t++)
		if (scan_kind(scan, t) == KIND_WORD &&
		    !(scan_shape(scan, t) & SHAPE_CAPITAL) &&
		    find_sign(l, lang, SIGN_GOES, fold_text(scan, t)))
			return true;
	return false;
}

static bool is_comma(const struct scan *scan, size_t token)
{
	return scan_is_form(scan, token, ",");
}

/* Whether "and" follows before the sentence ends, with words of names and
 * commas alone before it. */
static bool is_listed(const struct scan *scan, size_t token)
{
	size_t limit = scan_sentence_end(scan, token), t = token + 1;

	while (t < limit && t - token < LIST_WORDS &&
	       (scan_is_name_word(scan, t) || is_comma(scan, t)))
		t++;
	return t < limit && scan->marks.items[t].flags & MARK_AND;
}

/* "in Kampala, Wakiso and Masaka", «в Кагуле и Сороках»: behind a place, or
 * what was told to be one. */
static bool is_mate(const struct located *l, const struct scan *scan,
		    size_t token)
{
	size_t start = scan_sentence_start(scan, token), t = token;
	bool last = t > start && scan->marks.items[t - 1].flags & MARK_AND;

	if (last)
		t--;
	if (t > start && is_comma(scan, t - 1))
		t--;
	if (t == token || t == start || (!last && !is_listed(scan, token)))
		return false;
	return l->taken.items[t - 1] == TAKEN_TOLD ||
	       scan_find_before(scan, t, MENTION_PLACE);
}

/* It is no acronym, no name in other letters (Windows in a Russian text), no
 * part of a longer name, no person, and no word of the language. */
static bool is_told(const struct located *l, struct scan *scan,
		    const struct role_marks *roles, size_t token)
{
	lang_id lang = scan_lang(scan, token);
	uint8_t shape = scan_shape(scan, token);

	return is_open(l, scan, token) &&
	       (has_ending(l, scan, token) || is_mate(l, scan, token) ||
		is_behind(l, scan, token) || is_reached(l, scan, token) ||
		(is_led(l, scan, token) &&
		 script_of(scan, token) == script_of(scan, token - 1))) &&
	       !(shape & SHAPE_ALL_CAPITAL) &&
	       !roles->items[token].starts && !is_name_beside(scan, token) &&
	       !find_sign(l, lang, SIGN_NOT, scan_form(scan, token)) &&
	       !persons_may_name(l->persons, scan, token) &&
	       !scan_is_quoted(scan, token, token + 1) &&
	       !languages_know(l->languages, lang,
			       scan->doc->tokens.items[token].form);
}

static word_id key_at(const struct located *l, const struct scan *scan,
		      size_t token)
{
	return languages_key(l->languages,
			     scan->doc->tokens.items[token].form);
}

static struct located_place *place_of(struct located *l,
				      const struct scan *scan, word_id key)
{
	uint32_t value = key ? *word_cache_at(&l->by_key, scan->words, key) : 0;

	return value > l->base ? &l->places.items[value - l->base] : NULL;
}

/* What is a person's name elsewhere is no place. */
static void leave_persons(struct located *l, struct scan *scan)
{
	for (size_t i = 0; i < scan->candidates.count; i++) {
		const struct candidate *c = &scan->candidates.items[i];

		for (size_t t = c->first; c->person && t < c->end; t++) {
			struct located_place *place =
				place_of(l, scan, key_at(l, scan, t));

			if (place)
				place->key = 0;
		}
	}
}

static void learn(struct located *l, struct scan *scan, size_t token)
{
	word_id key = key_at(l, scan, token);

	l->taken.items[token] = TAKEN_TOLD;
	if (!key || place_of(l, scan, key))
		return;
	*LIST_ADD(&l->places) = (struct located_place){
		key, scan_fold(scan, token), token, STR_NONE
	};
	*word_cache_at(&l->by_key, scan->words, key) =
		l->base + (uint32_t)(l->places.count - 1);
}

/* Keys are coarse: in one script the words must begin alike too. */
static bool begins_alike(const struct scan *scan, size_t token,
			 const struct located_place *place)
{
	struct str one = fold_text(scan, token);
	struct str other = words_text(scan->words, place->fold);
	unsigned both = scan_shape(scan, token) ^
			words_shape(scan->words, place->fold);
	size_t same = utf8_common(one, other);

	return both & (SHAPE_LATIN | SHAPE_CYRILLIC) ||
	       (same + FORM_CHANGES >= utf8_chars(one) &&
		same + FORM_CHANGES >= utf8_chars(other));
}

/* Whether the document has the name in this very form. */
static bool has_form(struct located *l, const struct scan *scan, word_id fold)
{
	return *word_cache_at(&l->forms, scan->words, fold) == scan->serial;
}

/* The base of a form by one row: in scan->buf. */
static bool take_case(const struct sign *sign, struct str form,
		      struct strbuf *out)
{
	struct str stem;

	if (!str_has_suffix(form, sign->form))
		return false;
	stem = str_slice(form, 0, form.len - sign->form.len);
	if (utf8_chars(stem) < LETTERS_LEAST)
		return false;
	strbuf_clear(out);
	strbuf_add(out, stem);
	strbuf_add(out, sign->base);
	return true;
}

/* The longest ending that fits and, of its bases, one that the document has,
 * else the first. Behind a word that leads to places a form may be the base
 * itself only where the table has no case that ends so. */
static struct str base_of(struct located *l, struct scan *scan, size_t token)
{
	struct str form = scan_form(scan, token);
	lang_id lang = scan_lang(scan, token);
	size_t longest = 0;
	bool found = false;

	strbuf_clear(&l->text);
	strbuf_add(&l->text, form);
	for (size_t i = 0; i < l->signs[lang].count; i++) {
		const struct sign *s = &l->signs[lang].items[i];
		bool is_case = s->kind == SIGN_CASE || s->kind == SIGN_ENDING;
		word_id base;
		bool here;

		if (!is_case || !take_case(s, form, &scan->buf))
			continue;
		base = words_fold(scan->words,
				  words_add(scan->words,
					    strbuf_view(&scan->buf)));
		here = has_form(l, scan, base);
		if (found ? !here : !here && s->form.len <= longest)
			continue;
		longest = s->form.len;
		strbuf_clear(&l->text);
		strbuf_add(&l->text, strbuf_view(&scan->buf));
		if (here)
			return strbuf_view(&l->text);
	}
	return strbuf_view(&l->text);
}

static void make_id(struct located *l, struct scan *scan,
		    struct located_place *place)
{
	struct str base = base_of(l, scan, place->token);

	strbuf_clear(&scan->buf);
	romanisation_slug(l->romanisation, &scan->buf, base);
	place->id = str_copy(&scan->doc->arena, strbuf_view(&scan->buf));
}

/* The words that told it. */
static void explain(struct scan *scan, struct candidate *c,
		    const struct located_place *place)
{
	size_t t = place->token;
	bool led = t > scan_sentence_start(scan, t);

	scan_because(scan, c, "%.*s%s%.*s",
		     STR_ARGS(led ? scan_form(scan, t - 1) : STR_NONE),
		     led ? " " : "", STR_ARGS(scan_form(scan, t)));
}

/* "in Debre Birhan": two words that lead to a place, of which a dictionary lacks
 * one, in a language that writes both so. */
static bool is_pair(const struct located *l, struct scan *scan,
		    const struct role_marks *roles, size_t token)
{
	size_t limit = scan_sentence_end(scan, token);
	size_t start = scan_sentence_start(scan, token);
	lang_id lang = scan_lang(scan, token);
	bool known = true;

	if (token + 1 >= limit || !is_open(l, scan, token) ||
	    !is_open(l, scan, token + 1) ||
	    !(is_led(l, scan, token) || is_mate(l, scan, token)) ||
	    (token + 2 < limit && scan_is_name_word(scan, token + 2)) ||
	    (token > start && scan_is_name_word(scan, token - 1)))
		return false;
	for (size_t t = token; t < token + 2; t++) {
		if (roles->items[t].starts || persons_may_name(l->persons, scan, t) ||
		    !(scan_shape(scan, t) & SHAPE_LATIN) ||
		    scan_shape(scan, t) & SHAPE_ALL_CAPITAL)
			return false;
		known = known && languages_know(l->languages, lang,
				scan->doc->tokens.items[t].form);
	}
	return !known && !scan_is_quoted(scan, token, token + 2);
}

/* Both words of a pair as one. */
static word_id pair_key(struct located *l, struct scan *scan, size_t token)
{
	strbuf_clear(&l->text);
	strbuf_add(&l->text, fold_text(scan, token));
	strbuf_add_char(&l->text, ' ');
	strbuf_add(&l->text, fold_text(scan, token + 1));
	return words_add(scan->words, strbuf_view(&l->text));
}

static void learn_pair(struct located *l, struct scan *scan, size_t token)
{
	word_id both = pair_key(l, scan, token);

	*word_cache_at(&l->pairs, scan->words, scan_fold(scan, token)) =
		scan->serial;
	*word_cache_at(&l->pairs, scan->words, both) = scan->serial;
}

/* Whether a pair that was told stands at a token, and nothing has its words. */
static bool is_pair_again(struct located *l, struct scan *scan, size_t token)
{
	return token + 1 < scan_sentence_end(scan, token) &&
	       *word_cache_at(&l->pairs, scan->words,
			      scan_fold(scan, token)) == scan->serial &&
	       l->taken.items[token] == FREE &&
	       l->taken.items[token + 1] == FREE &&
	       *word_cache_at(&l->pairs, scan->words,
			      pair_key(l, scan, token)) == scan->serial;
}

/* Pairs, wherever they stand. */
static void find_pairs(struct located *l, struct scan *scan,
		       const struct role_marks *roles)
{
	size_t count = scan->doc->tokens.count;
	bool any = false;

	for (size_t t = 0; t + 1 < count; t++)
		if (is_pair(l, scan, roles, t)) {
			learn_pair(l, scan, t);
			any = true;
		}
	for (size_t t = 0; any && t + 1 < count; t++) {
		struct candidate *c;

		if (!is_pair_again(l, scan, t))
			continue;
		l->taken.items[t] = l->taken.items[t + 1] = TAKEN;
		c = scan_add(scan, t, t + 2, MENTION_PLACE, RANK_SHAPE,
			     RULE_WHERE);
		strbuf_clear(&scan->buf);
		romanisation_slug(l->romanisation, &scan->buf,
				  extent_text(scan->doc, (struct extent){
					  scan->marks.items[t].sentence, t,
					  t + 2 }));
		c->id = str_copy(&scan->doc->arena, strbuf_view(&scan->buf));
		scan_because(scan, c, "%.*s %.*s, as places are led to",
			     STR_ARGS(scan_form(scan, t)),
			     STR_ARGS(scan_form(scan, t + 1)));
	}
}

void located_find(struct located *l, struct scan *scan,
		  const struct role_marks *roles)
{
	size_t count = scan->doc->tokens.count;

	begin(l, scan);
	find_pairs(l, scan, roles);
	for (size_t t = 0; t < count; t++)
		if (is_told(l, scan, roles, t))
			learn(l, scan, t);
	if (l->places.count == 1)
		return;
	leave_persons(l, scan);
	for (size_t t = 0; t < count; t++)
		if (scan_is_name_word(scan, t))
			*word_cache_at(&l->forms, scan->words,
				       scan_fold(scan, t)) = scan->serial;
	for (size_t t = 0; t < count; t++) {
		struct located_place *place;
		struct candidate *c;

		if (!is_open(l, scan, t))
			continue;
		place = place_of(l, scan, key_at(l, scan, t));
		if (!place || !place->key || !begins_alike(scan, t, place))
			continue;
		if (place->id.len == 0)
			make_id(l, scan, place);
		c = scan_add(scan, t, t + 1, MENTION_PLACE, RANK_SHAPE,
			     RULE_WHERE);
		c->id = place->id;
		explain(scan, c, place);
	}
}
