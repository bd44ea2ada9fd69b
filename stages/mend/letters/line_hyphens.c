#include "line_hyphens.h"

#include "edits.h"
#include "line_ends.h"
#include "shape.h"
#include "utf8.h"

enum {
	CONTEXT = 256,      /* bytes on both sides that tell the language */
	LOOKS = 1000,       /* line ends that tell what a document does */
	FEW = 3, MANY = 10, /* times as many of the one as of the other */
	LEAN_CUT = -100, LEAN_CUT_MUCH = -200, LEAN_TYPED = 150
};

/* The last byte of -, U+2010, U+2011, ¬ and the soft hyphen: a first look,
 * as this is asked of every blank. */
static bool may_be_hyphen(unsigned char byte)
{
	return byte == '-' || byte == 0x90 || byte == 0x91 || byte == 0xac ||
	       byte == 0xad;
}

/* Whether the blank at byte `at` stands behind a hyphen that ends a line, with
 * a word on both sides; *start is where the hyphen begins. */
static bool is_place(const struct document *doc, const struct paragraph *par,
		     size_t at, size_t *start)
{
	struct str text = par->text;
	size_t before, next = at + 1;
	uint32_t c;

	if (at == 0 || next >= text.len ||
	    !may_be_hyphen((unsigned char)text.data[at - 1]))
		return false;
	if (!hyphens_is_hyphen(utf8_before(text, at, start)) || *start == 0)
		return false;
	c = utf8_before(text, *start, &before);
	if (!utf8_is_letter(c) && !utf8_is_digit(c) && c != '%' &&
	    !(c > 0x7f && shape_is_close_quote(c)))
		return false;
	c = utf8_next(text, &next);
	return (utf8_is_letter(c) || utf8_is_digit(c)) &&
	       line_ends_at(doc, par, at);
}

/* The next such blank from byte `at` on, or text.len. */
static size_t next_place(const struct document *doc,
			 const struct paragraph *par, size_t at, size_t *start)
{
	while ((at = str_find(par->text, STR(" "), at)) < par->text.len) {
		if (is_place(doc, par, at, start))
			return at;
		at++;
	}
	return at;
}

static bool has_place(const struct document *doc, const struct paragraph *par)
{
	size_t start;

	return shape_end(par->text) == END_HYPHEN ||
	       next_place(doc, par, 0, &start) < par->text.len;
}

static int prepare(struct line_hyphens *lines, const struct paragraph *par,
		   struct err *err)
{
	struct languages *languages = lines->hyphens->knowledge->languages;
	int rc = languages_need(languages, LANGUAGES_GUESS, err);

	if (rc < 0)
		return rc;
	return hyphens_prepare(
		lines->hyphens,
		languages_guess_code(languages, par->text,
				     document_meta(lines->doc, STR("lang"))),
		err);
}

static bool is_of_word(uint32_t c)
{
	return utf8_is_letter(c) || utf8_is_digit(c) || c == 0x2019;
}

static bool is_inner_hyphen(struct str text, size_t at, size_t end)
{
	size_t next = end;

	return hyphens_is_hyphen(utf8_next(text, &at)) && end < text.len &&
	       is_of_word(utf8_next(text, &next));
}

/* The end of the word, with the hyphens in it, that begins at byte `at`. */
static size_t word_end(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.len) {
		size_t next = end;
		uint32_t c = utf8_next(text, &next);

		if (!is_of_word(c) && !is_inner_hyphen(text, end, next))
			break;
		end = next;
	}
	return end;
}

/* Adds a word once: `once` remembers. */
static void add_word(struct line_hyphens *lines, struct word_cache *once,
		     struct strbuf *fold, struct str word)
{
	struct words *words = lines->hyphens->knowledge->words;
	uint32_t *known;
	word_id id;

	strbuf_clear(fold);
	utf8_add_fold(fold, word);
	id = words_add(words, strbuf_view(fold));
	known = word_cache_at(once, words, id);
	if (*known == 0)
		sorted_words_add(&lines->words, words_text(words, id));
	*known = 1;
}

/* Words beside a hyphen with a blank behind it may be halves, and so may the
 * first word of a paragraph in small letters. */
static void add_words(struct line_hyphens *lines, struct word_cache *once,
		      struct strbuf *fold, struct str text)
{
	bool half = shape_begin(text) == BEGIN_LOWER;

	for (size_t at = 0; at < text.len;) {
		size_t end = word_end(text, at), next = end;
		bool hangs = end < text.len &&
			     hyphens_is_hyphen(utf8_next(text, &next));

		if (end > at && !half && !hangs)
			add_word(lines, once, fold, str_slice(text, at, end));
		half = end > at ? hangs : half;
		at = end;
		if (at < text.len)
			utf8_next(text, &at);
	}
}

static void collect_words(struct line_hyphens *lines)
{
	struct word_cache once = WORD_CACHE_INIT;
	struct strbuf fold = STRBUF_INIT;

	for (size_t i = 0; i < lines->doc->paragraphs.count; i++)
		add_words(lines, &once, &fold,
			  lines->doc->paragraphs.items[i].text);
	sorted_words_sort(&lines->words);
	word_cache_release(&once);
	strbuf_release(&fold);
}

/* What stands behind the last blank, but for blanks behind signs at which an
 * address may have been broken before. */
static struct str last_piece(struct str left)
{
	size_t start = left.len;

	while (start > 0 &&
	       (left.data[start - 1] != ' ' ||
		(start > 1 && strchr("-/?&=#%_~", left.data[start - 2]))))
		start--;
	return str_slice(left, start, left.len);
}

static bool is_address(struct str piece)
{
	return str_find(piece, STR("://"), 0) < piece.len ||
	       str_find(piece, STR("www."), 0) < piece.len;
}

/* Whether the document has the word that the hyphen would have cut. */
static bool has_joined(const struct line_hyphens *lines, struct str left,
		       struct str right)
{
	struct strbuf word = STRBUF_INIT;
	size_t end = left.len, start, from;
	bool has;

	utf8_before(left, left.len, &end);
	for (start = end; start > 0; start = from)
		if (!is_of_word(utf8_before(left, start, &from)))
			break;
	utf8_add_fold(&word, str_slice(left, start, end));
	utf8_add_fold(&word, str_slice(right, 0, word_end(right, 0)));
	has = sorted_words_has(&lines->words, strbuf_view(&word));
	strbuf_release(&word);
	return has;
}

/* The language around the line end. */
static struct str code_around(const struct line_hyphens *lines,
			      struct str left, struct str right)
{
	struct strbuf both = STRBUF_INIT;
	size_t from = 0, end = right.len;
	struct str code;

	if (left.len > CONTEXT)
		from = str_find(left, STR(" "), left.len - CONTEXT);
	if (right.len > CONTEXT)
		end = str_find(right, STR(" "), CONTEXT);
	strbuf_add(&both, str_slice(left, from, left.len));
	strbuf_add(&both, str_slice(right, 0, end));
	code = languages_guess_code(lines->hyphens->knowledge->languages,
				    strbuf_view(&both),
				    document_meta(lines->doc, STR("lang")));
	strbuf_release(&both);
	return code;
}

static enum hyphen decide(const struct line_hyphens *lines, struct str left,
			  struct str right, bool *certain)
{
	struct hyphen_text text = { STR_NONE, &lines->words, lines->lean };

	if (lines->hyphens->ready)
		text.code = code_around(lines, left, right);
	return hyphens_decide(lines->hyphens, left, right, &text, certain);
}

enum hyphen line_hyphens_decide(const struct line_hyphens *lines,
				struct str left, struct str right)
{
	struct str piece = last_piece(left);

	if (str_has_prefix(piece, STR("@"))) /* no such name has a hyphen */
		return HYPHEN_CUT;
	if (is_address(piece))
		return has_joined(lines, left, right) ? HYPHEN_CUT
						      : HYPHEN_TYPED;
	return decide(lines, left, right, NULL);
}

/* Where many words were certainly cut, one that nobody knows was cut too;
 * where only typed hyphens end lines, nothing cuts words there. */
static int lean_of(size_t cut, size_t typed)
{
	if (cut >= MANY * (typed + 1))
		return LEAN_CUT_MUCH;
	if (cut >= FEW * (typed + 1))
		return LEAN_CUT;
	return typed >= FEW * (cut + 1) ? LEAN_TYPED : 0;
}

static void see_lean(struct line_hyphens *lines)
{
	size_t counts[HYPHEN_SUSPENDED + 1] = { 0 }, looks = 0;

	for (size_t i = 0; i < lines->doc->paragraphs.count && looks < LOOKS;
	     i++) {
		const struct paragraph *par = &lines->doc->paragraphs.items[i];
		size_t at = 0, start;

		while (looks < LOOKS &&
		       (at = next_place(lines->doc, par, at, &start)) <
			       par->text.len) {
			bool certain;
			enum hyphen hyphen = decide(
				lines, str_slice(par->text, 0, at),
				str_slice(par->text, at + 1, par->text.len),
				&certain);

			counts[hyphen] += certain;
			looks++;
			at++;
		}
	}
	lines->lean = lean_of(counts[HYPHEN_CUT], counts[HYPHEN_TYPED]);
}

int line_hyphens_load(struct line_hyphens *lines, struct hyphens *hyphens,
		      const struct document *doc, struct err *err)
{
	bool found = false;

	*lines = (struct line_hyphens){ .hyphens = hyphens, .doc = doc };
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];
		int rc;

		if (!has_place(doc, par))
			continue;
		rc = prepare(lines, par, err);
		if (rc < 0)
			return rc;
		found = true;
	}
	if (found) {
		collect_words(lines);
		see_lean(lines);
	}
	return 0;
}

void line_hyphens_release(struct line_hyphens *lines)
{
	sorted_words_release(&lines->words);
}

static bool is_dash(uint32_t c)
{
	return c == 0x2013 || c == 0x2014;
}

/* Whether a line end parts what is written without a blank: dashes and slashes
 * that touch a word, and addresses behind the signs that they break at. */
static bool parts_nothing(struct str left, struct str right)
{
	size_t start, from, at = 0, next;
	uint32_t last = utf8_before(left, left.len, &start);
	uint32_t first = utf8_next(right, &at), then = ' ';

	next = at;
	if (next < right.len)
		then = utf8_next(right, &next);
	if (last < 0x80 && strchr("/?&=#%_~", (int)last) &&
	    is_address(last_piece(left)))
		return utf8_is_lower(first) || utf8_is_digit(first);
	if (start > 0 && (is_dash(last) || last == '/') &&
	    !utf8_is_space(utf8_before(left, start, &from)))
		return !is_dash(first);
	return is_dash(first) && !utf8_is_space(then) &&
	       (utf8_is_letter(last) || utf8_is_digit(last));
}

static void mend_hyphens(const struct line_hyphens *lines, struct edits *edits,
			 size_t index)
{
	const struct paragraph *par = &lines->doc->paragraphs.items[index];
	struct str text = par->text;
	size_t at = 0, start;

	while ((at = next_place(lines->doc, par, at, &start)) < text.len) {
		enum hyphen hyphen = line_hyphens_decide(
			lines, str_slice(text, 0, at),
			str_slice(text, at + 1, text.len));

		if (hyphen == HYPHEN_CUT)
			edits_add(edits, index, start, at + 1, STR_NONE);
		else if (hyphen == HYPHEN_TYPED)
			edits_add(edits, index, at, at + 1, STR_NONE);
		at++;
	}
}

static void mend_blanks(const struct line_hyphens *lines, struct edits *edits,
			size_t index)
{
	const struct paragraph *par = &lines->doc->paragraphs.items[index];
	struct str text = par->text;
	size_t at = 0;

	while ((at = str_find(text, STR(" "), at)) < text.len) {
		if (at > 0 && at + 1 < text.len &&
		    parts_nothing(str_slice(text, 0, at),
				  str_slice(text, at + 1, text.len)) &&
		    line_ends_at(lines->doc, par, at))
			edits_add(edits, index, at, at + 1, STR_NONE);
		at++;
	}
}

void line_hyphens_mend(const struct line_hyphens *lines, struct document *doc)
{
	struct edits edits = { 0 };

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		mend_hyphens(lines, &edits, i);
		mend_blanks(lines, &edits, i);
	}
	edits_apply(&edits, doc);
	edits_release(&edits);
}
