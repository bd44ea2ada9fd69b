#include "word_index.h"

#include "utf8.h"

void word_index_add_text(struct strbuf *out, struct str text)
{
	size_t start = out->len;

	utf8_add_fold(out, text);
	for (size_t i = start; i < out->len; i++)
		if ((unsigned char)out->data[i] <= ' ' || out->data[i] == 0x7f)
			out->data[i] = '_';
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

void word_index_add_word(struct strbuf *out, const struct word_texts *word)
{
	struct { int kind; struct str text; } parts[] = {
		{ WORD_FORM, word->form }, { WORD_STEM, word->stem },
		{ WORD_LEMMA, word->lemma }
	};
	bool first = true;

	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		int kinds = parts[i].kind;

		if (parts[i].text.len == 0)
			continue;
		for (size_t k = i + 1; k < COUNT_OF(parts); k++) {
			if (!str_equal(parts[i].text, parts[k].text))
				continue;
			kinds |= parts[k].kind;
			parts[k].text = STR_NONE;
		}
		add_mark(out, first);
		add_term(out, kinds, parts[i].text, word->lang);
		first = false;
	}
	if (word->key.len == 0)
		return;
	add_mark(out, first);
	add_term(out, WORD_KEY, word->key, STR_NONE);
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

void word_index_add_asked(struct strbuf *out, size_t start, int kind,
			  struct str text, const struct str *langs,
			  size_t count)
{
	struct strbuf term = STRBUF_INIT;
	int kinds;

	for (size_t i = 0; (kinds = kinds_with(kind, i)) > 0; i++) {
		size_t variants = kinds & WORD_STEM ? count : 1;

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
