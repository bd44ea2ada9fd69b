#include "ask_internal.h"

#include "utf8.h"

enum { DIGITS_IN_GROUP = 3 };

/* What closes the quotation that a character opens. */
static const struct quotes { uint32_t open; const char *close[3]; } quotes[] = {
	{ '"', { "\"" } },
	{ 0xab, { "»" } },
	{ 0x201c, { "”", "“", "\"" } },
	{ 0x201d, { "”", "“" } },
	{ 0x201e, { "“", "”", "\"" } },
};

static const struct quotes *quotes_of(uint32_t c)
{
	for (size_t i = 0; i < COUNT_OF(quotes); i++)
		if (quotes[i].open == c)
			return &quotes[i];
	return NULL;
}

static uint32_t char_at(const struct ask_reader *r, size_t at, size_t *next)
{
	*next = at;
	return at < r->text.len ? utf8_next(r->text, next) : 0;
}

static bool ends_word(uint32_t c)
{
	return c == 0 || c == '(' || c == ')' || utf8_is_space(c) ||
	       c == 0xbb || quotes_of(c);
}

static bool take_star(struct ask_reader *r)
{
	if (r->at == r->text.len || r->text.data[r->at] != '*')
		return false;
	r->at++;
	return true;
}

/* The quotation that is opened at `at` by a character that ends at `next`. */
static int read_phrase(struct ask_reader *r, const struct quotes *marks,
		       size_t at, size_t next, struct err *err)
{
	size_t end = r->text.len, len = 0;

	for (size_t i = 0; i < COUNT_OF(marks->close) && marks->close[i]; i++) {
		struct str close = str_of(marks->close[i]);
		size_t found = str_find(r->text, close, next);

		if (found < end) {
			end = found;
			len = close.len;
		}
	}
	if (len == 0)
		return ask_complain(r, at, "this quotation mark is not closed",
				    err);
	r->term.text = str_slice(r->text, next, end);
	r->term.is_quoted = true;
	r->at = end + len;
	r->term.prefix = take_star(r);
	return 0;
}

static size_t digits_at(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.len && text.data[end] >= '0' && text.data[end] <= '9')
		end++;
	return end - at;
}

/* 20 000 is one number, in whatever language. */
static void read_groups(struct ask_reader *r)
{
	size_t digits = digits_at(r->text, r->start), next;

	if (digits != r->at - r->start || digits == 0 ||
	    digits > DIGITS_IN_GROUP)
		return;
	while (r->at < r->text.len && r->text.data[r->at] == ' ' &&
	       digits_at(r->text, r->at + 1) == DIGITS_IN_GROUP &&
	       ends_word(char_at(r, r->at + 1 + DIGITS_IN_GROUP, &next)))
		r->at += 1 + DIGITS_IN_GROUP;
}

static bool is_operator(struct ask_reader *r, struct str word)
{
	static const struct { const char *word; enum ask_sign sign; } signs[] = {
		{ "AND", SIGN_AND }, { "OR", SIGN_OR },
		{ "NOT", SIGN_NOT }, { "NEAR", SIGN_NEAR }
	};
	uint64_t near;

	r->near = ASK_NEAR_USUAL;
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (str_equal(word, str_of(signs[i].word))) {
			r->sign = signs[i].sign;
			return true;
		}
	if (!str_has_prefix(word, STR("NEAR/")) ||
	    !str_number(str_slice(word, 5, word.len), ASK_NEAR_MAX, &near))
		return false;
	r->sign = SIGN_NEAR;
	r->near = (unsigned)near;
	return true;
}

static int refuse_near(const struct ask_reader *r, struct str word,
		       struct err *err)
{
	return str_has_prefix(word, STR("NEAR/"))
		? ask_complain(r, r->start, "NEAR/ takes a number of words, at "
			       "most 1000", err) : 0;
}

/* exact:, stem: … before a word or a quotation. */
static void read_how(struct ask_reader *r)
{
	static const struct { const char *name; enum ask_how how; } hows[] = {
		{ "exact:", ASK_EXACT }, { "stem:", ASK_STEM },
		{ "name:", ASK_NAME }, { "lemma:", ASK_LEMMA }
	};
	struct str rest = str_slice(r->text, r->at, r->text.len);

	for (size_t i = 0; i < COUNT_OF(hows); i++) {
		if (!str_has_prefix(rest, str_of(hows[i].name)))
			continue;
		r->term.how = hows[i].how;
		r->at += strlen(hows[i].name);
		return;
	}
}

static bool holds_word(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (utf8_is_letter(c) || utf8_is_number(c))
			return true;
	}
	return false;
}

/* A star stands at the end alone; a question mark is text in an address. */
static int refuse_wildcards(const struct ask_reader *r, struct str word,
			    struct err *err)
{
	size_t star = str_find(word, STR("*"), 0);
	size_t mark = str_find(word, STR("?"), 0);
	size_t at = (size_t)(word.data - r->text.data);

	if (star < word.len)
		return ask_complain(r, at + star, "a star stands at the end of "
				    "a word alone: censor* finds words that "
				    "begin so", err);
	if (mark < word.len && str_find(word, STR("/"), 0) == word.len)
		return ask_complain(r, at + mark, "a question mark is no "
				    "wildcard: censor* finds words that begin "
				    "so, and quotation marks make it text",
				    err);
	return 0;
}

static int read_word(struct ask_reader *r, size_t from, struct err *err)
{
	size_t next = from;
	struct str word;

	while (!ends_word(char_at(r, r->at, &next)))
		r->at = next;
	if (from == r->start)
		read_groups(r);
	word = str_slice(r->text, from, r->at);
	if (from == r->start && is_operator(r, word))
		return 0;
	if (word.len > 1 && str_has_suffix(word, STR("*"))) {
		r->term.prefix = true;
		word.len--;
	}
	r->term.text = word;
	if (refuse_near(r, word, err) < 0)
		return err->code;
	return refuse_wildcards(r, word, err);
}

/* A minus before a word, not within one and not alone. */
static bool is_minus(const struct ask_reader *r, size_t at)
{
	size_t next, start;
	uint32_t before = at > 0 ? utf8_before(r->text, at, &start) : ' ';
	uint32_t behind = char_at(r, at + 1, &next);

	return r->text.data[at] == '-' &&
	       (before == '(' || utf8_is_space(before)) && behind != 0 &&
	       behind != '-' && behind != ')' && !utf8_is_space(behind);
}

static int read_sign(struct ask_reader *r, struct err *err)
{
	size_t next;
	uint32_t c = char_at(r, r->at, &next);
	const struct quotes *marks;

	r->start = r->at;
	r->sign = SIGN_END;
	if (c == 0)
		return 0;
	if (c == '(' || c == ')' || is_minus(r, r->at)) {
		r->sign = c == '(' ? SIGN_OPEN : c == ')' ? SIGN_CLOSE
							  : SIGN_MINUS;
		r->at = next;
		return 0;
	}
	r->sign = SIGN_TERM;
	r->term = (struct ask_node){ .kind = ASK_TERM };
	r->term.position = utf8_chars(str_slice(r->text, 0, r->start)) + 1;
	read_how(r);
	c = char_at(r, r->at, &next);
	marks = quotes_of(c);
	if (marks)
		return read_phrase(r, marks, r->at, next, err);
	if (c == 0xbb) /* it closes nothing */
		r->at = next;
	return read_word(r, r->at, err);
}

int ask_next_sign(struct ask_reader *r, struct err *err)
{
	size_t next;
	int rc;

	for (;;) {
		uint32_t c = char_at(r, r->at, &next);

		if (c != 0 && utf8_is_space(c)) {
			r->at = next;
			continue;
		}
		if ((rc = read_sign(r, err)) < 0 || r->sign != SIGN_TERM ||
		    holds_word(r->term.text))
			return rc;
		if (r->skipped.len == 0)
			r->skipped = str_slice(r->text, r->start, r->at);
	}
}
