#include "word_index.h"

#include "utf8.h"

static void add_char(struct strbuf *out, uint32_t c)
{
	if (c <= ' ' || c == 0x7f)
		c = '_';
	utf8_add(out, c < 0xc0 ? c : utf8_plain_char(c));
}

void word_index_add_text(struct strbuf *out, struct str text)
{
	for (size_t at = 0; at < text.len;)
		add_char(out, utf8_fold_char(utf8_next(text, &at)));
}

void word_index_add_stem(struct strbuf *out, struct str stem)
{
	for (size_t at = 0; at < stem.len;)
		add_char(out, utf8_next(stem, &at));
}

/* Control bytes, which no text holds. */
enum { LANG_MARK = 0x1d, NEXT_WORD = 0x1e, SAME_WORD = 0x1f };

/* What a term is, as a digit in front, so that terms of a kind that begin alike
 * lie beside each other; the language behind it. */
static void add_term(struct strbuf *out, int kinds, struct str text,
		     struct str lang)
{
	strbuf_add_char(out, (char)('0' + kinds));
	strbuf_add(out, text);
	if (kinds & WORD_STEM) {
		strbuf_add_char(out, LANG_MARK);
		word_index_add_text(out, lang);
	}
}

static void add_mark(struct strbuf *out, bool first)
{
	if (out->len > 0)
		strbuf_add_char(out, first ? NEXT_WORD : SAME_WORD);
}

void word_index_add_term(struct strbuf *out, struct str term, bool first)
{
	add_mark(out, first);
	strbuf_add(out, term);
}

enum { MOST_TERMS = 4 };
struct word_term { int kinds; struct str text; };

/* What is the same text of a word's is one term. */
static size_t list_terms(const struct word_texts *word,
			 struct word_term terms[MOST_TERMS])
{
	const struct word_term all[MOST_TERMS] = {
		{ WORD_FORM, word->form }, { WORD_STEM, word->stem },
		{ WORD_LEMMA, word->lemma }, { WORD_KEY, word->key }
	};
	size_t count = 0;

	for (size_t i = 0, k; i < MOST_TERMS; i++) {
		if (all[i].text.len == 0)
			continue;
		for (k = 0; k < count; k++)
			if (all[i].kinds != WORD_KEY &&
			    str_equal(terms[k].text, all[i].text))
				break;
		if (k < count)
			terms[k].kinds |= all[i].kinds;
		else
			terms[count++] = all[i];
	}
	return count;
}

void word_index_add_word(struct strbuf *out, const struct word_texts *word)
{
	struct word_term terms[MOST_TERMS];
	size_t count = list_terms(word, terms);

	for (size_t i = 0; i < count; i++) {
		add_mark(out, i == 0);
		add_term(out, terms[i].kinds, terms[i].text, word->lang);
	}
}

/* The i-th of the sums that have a kind in it, or 0. */
static int kinds_with(int kind, size_t i)
{
	for (int kinds = 1; kinds <= WORD_KEY; kinds++)
		if (kinds & kind && i-- == 0)
			return kinds;
	return 0;
}

static void add_missing(struct strbuf *out, size_t start, struct str term)
{
	struct str rest = str_slice(strbuf_view(out), start, out->len), there;
	bool begins, none = rest.len == 0;

	while (word_index_next_term(&rest, &there, &begins))
		if (str_equal(there, term))
			return;
	word_index_add_term(out, term, none);
}

void word_index_add_part(struct strbuf *out, size_t start,
			 const struct word_texts *part)
{
	struct word_term terms[MOST_TERMS];
	struct strbuf term = STRBUF_INIT;
	size_t count = list_terms(part, terms);

	for (size_t i = 0; i < count; i++) {
		strbuf_clear(&term);
		add_term(&term, terms[i].kinds, terms[i].text, part->lang);
		add_missing(out, start, strbuf_view(&term));
	}
	strbuf_release(&term);
}

void word_index_add_asked(struct strbuf *out, size_t start, int kind,
			  struct str text, const struct str *langs,
			  size_t count)
{
	struct strbuf term = STRBUF_INIT;
	bool is_capital = kind == WORD_STEM && utf8_has_upper(text);
	int kinds;

	for (size_t i = 0; (kinds = kinds_with(kind, i)) > 0; i++) {
		size_t variants = kinds & WORD_STEM ? count : 1;

		if (is_capital && kinds != kind)
			continue; /* what else a word is has no capitals */
		for (size_t k = 0; k < variants; k++) {
			strbuf_clear(&term);
			add_term(&term, kinds, text,
				 kinds & WORD_STEM ? langs[k] : STR_NONE);
			add_missing(out, start, strbuf_view(&term));
		}
	}
	strbuf_release(&term);
}

bool word_index_add_beginning(struct strbuf *out, int kind, struct str text,
			      size_t i)
{
	int kinds = kinds_with(kind, i);

	if (kinds == 0)
		return false;
	add_mark(out, true);
	strbuf_add_char(out, (char)('0' + kinds));
	strbuf_add(out, text);
	return true;
}

bool word_index_next_term(struct str *phrase, struct str *term, bool *first)
{
	size_t at = 0;

	if (phrase->len == 0)
		return false;
	*first = true;
	if (phrase->data[0] == NEXT_WORD || phrase->data[0] == SAME_WORD) {
		*first = phrase->data[0] == NEXT_WORD;
		*phrase = str_slice(*phrase, 1, phrase->len);
	}
	while (at < phrase->len && phrase->data[at] != NEXT_WORD &&
	       phrase->data[at] != SAME_WORD)
		at++;
	*term = str_slice(*phrase, 0, at);
	*phrase = str_slice(*phrase, at, phrase->len);
	return true;
}
