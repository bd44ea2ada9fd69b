#include "ask.h"

#include "utf8.h"

enum sign { SIGN_END, SIGN_OPEN, SIGN_CLOSE, SIGN_AND, SIGN_OR, SIGN_NOT,
	    SIGN_TERM };

struct reader {
	struct ask *ask;
	struct str text;
	size_t at;            /* behind the sign */
	size_t start;         /* where the sign begins */
	enum sign sign;
	struct ask_node term; /* of SIGN_TERM */
	unsigned depth;
};

static int complain(const struct reader *r, size_t at, const char *what,
		    struct err *err)
{
	return err_set(err, ERR_USAGE, "the question, character %zu: %s",
		       utf8_chars(str_slice(r->text, 0, at)) + 1, what);
}

static bool ends_word(char c)
{
	return c == ' ' || c == '(' || c == ')' || c == '"' || c == '\t' ||
	       c == '\n';
}

static bool take_star(struct reader *r)
{
	if (r->at == r->text.len || r->text.data[r->at] != '*')
		return false;
	r->at++;
	return true;
}

static int read_phrase(struct reader *r, struct err *err)
{
	size_t end = str_find(r->text, STR("\""), r->start + 1);

	if (end == r->text.len)
		return complain(r, r->start,
				"this quotation mark is not closed", err);
	r->term.text = str_slice(r->text, r->start + 1, end);
	r->at = end + 1;
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
static void read_groups(struct reader *r)
{
	size_t digits = digits_at(r->text, r->start);

	if (digits != r->at - r->start || digits == 0 || digits > 3)
		return;
	while (r->at < r->text.len && r->text.data[r->at] == ' ' &&
	       digits_at(r->text, r->at + 1) == 3 &&
	       (r->at + 4 == r->text.len || ends_word(r->text.data[r->at + 4])))
		r->at += 4;
}

static void read_word(struct reader *r)
{
	static const struct { const char *word; enum sign sign; } signs[] = {
		{ "AND", SIGN_AND }, { "OR", SIGN_OR }, { "NOT", SIGN_NOT }
	};
	struct str word;

	while (r->at < r->text.len && !ends_word(r->text.data[r->at]))
		r->at++;
	read_groups(r);
	word = str_slice(r->text, r->start, r->at);
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (str_equal(word, str_of(signs[i].word)))
			r->sign = signs[i].sign;
	if (str_has_prefix(word, STR("lemma:"))) {
		r->term.lemma = true;
		word = str_slice(word, 6, word.len);
	}
	if (str_has_suffix(word, STR("*"))) {
		r->term.prefix = true;
		word.len--;
	}
	r->term.text = word;
}

/* The next sign of the text. */
static int next_sign(struct reader *r, struct err *err)
{
	while (r->at < r->text.len && ends_word(r->text.data[r->at]) &&
	       !strchr("()\"", r->text.data[r->at]))
		r->at++;
	r->start = r->at;
	r->sign = SIGN_END;
	if (r->at == r->text.len)
		return 0;
	if (r->text.data[r->at] == '(' || r->text.data[r->at] == ')') {
		r->sign = r->text.data[r->at++] == '(' ? SIGN_OPEN : SIGN_CLOSE;
		return 0;
	}
	r->sign = SIGN_TERM;
	r->term = (struct ask_node){ .kind = ASK_TERM };
	r->term.position = utf8_chars(str_slice(r->text, 0, r->start)) + 1;
	if (r->text.data[r->at] == '"')
		return read_phrase(r, err);
	read_word(r);
	return 0;
}

static size_t add_node(struct reader *r, struct ask_node node)
{
	*LIST_ADD(&r->ask->nodes) = node;
	return r->ask->nodes.count - 1;
}

static int read_any(struct reader *r, size_t *node, struct err *err);

static int read_item(struct reader *r, size_t *node, struct err *err)
{
	size_t open = r->start;
	int rc;

	if (r->sign == SIGN_TERM) {
		if (r->ask->term_count == ASK_TERMS_MAX)
			return complain(r, r->start, "too many terms", err);
		r->term.left = r->ask->term_count++;
		*node = add_node(r, r->term);
		return next_sign(r, err);
	}
	if (r->sign != SIGN_OPEN)
		return complain(r, r->start, r->sign == SIGN_CLOSE
				? "this bracket closes nothing"
				: "a word or phrase is missing here", err);
	if (++r->depth > ASK_DEPTH_MAX)
		return complain(r, r->start, "too many brackets in brackets",
				err);
	if ((rc = next_sign(r, err)) < 0 || (rc = read_any(r, node, err)) < 0)
		return rc;
	if (r->sign != SIGN_CLOSE)
		return complain(r, open, "this bracket is not closed", err);
	r->depth--;
	return next_sign(r, err);
}

static int read_every(struct reader *r, size_t *node, struct err *err)
{
	int rc = read_item(r, node, err);

	while (rc == 0 && r->sign != SIGN_END && r->sign != SIGN_CLOSE &&
	       r->sign != SIGN_OR) {
		struct ask_node both = { .kind = ASK_AND, .left = *node };

		if (r->sign == SIGN_AND && (rc = next_sign(r, err)) < 0)
			break;
		if (r->sign == SIGN_NOT) {
			both.kind = ASK_NOT;
			if ((rc = next_sign(r, err)) < 0)
				break;
		}
		if ((rc = read_item(r, &both.right, err)) == 0)
			*node = add_node(r, both);
	}
	return rc;
}

static int read_any(struct reader *r, size_t *node, struct err *err)
{
	int rc = read_every(r, node, err);

	while (rc == 0 && r->sign == SIGN_OR) {
		struct ask_node both = { .kind = ASK_OR, .left = *node };

		if ((rc = next_sign(r, err)) == 0 &&
		    (rc = read_every(r, &both.right, err)) == 0)
			*node = add_node(r, both);
	}
	return rc;
}

int ask_parse(struct ask *ask, struct str text, struct err *err)
{
	struct reader r = { .ask = ask, .text = text };
	size_t valid = utf8_valid_until(text), root;
	int rc;

	memset(ask, 0, sizeof *ask);
	if (valid < text.len)
		return complain(&r, valid, "this is no UTF-8", err);
	if ((rc = next_sign(&r, err)) == 0)
		rc = read_any(&r, &root, err);
	if (rc == 0 && r.sign != SIGN_END)
		rc = complain(&r, r.start, "this bracket closes nothing", err);
	if (rc < 0)
		ask_release(ask);
	return rc;
}

void ask_release(struct ask *ask)
{
	LIST_RELEASE(&ask->nodes);
}
