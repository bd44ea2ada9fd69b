#include "ask_internal.h"

#include "utf8.h"

int ask_complain(const struct ask_reader *r, size_t at, const char *what,
		 struct err *err)
{
	return err_set(err, ERR_USAGE, "the question, character %zu: %s",
		       utf8_chars(str_slice(r->text, 0, at)) + 1, what);
}

static size_t add_node(struct ask_reader *r, struct ask_node node)
{
	*LIST_ADD(&r->ask->nodes) = node;
	return r->ask->nodes.count - 1;
}

static bool is_plain(const struct ask_node *term)
{
	return term->how == ASK_ANY && !term->prefix && !term->is_quoted;
}

/* Take a term, and the one behind it where both are one. */
static int read_term(struct ask_reader *r, size_t *node, struct err *err)
{
	struct ask_node term = r->term;
	int rc;

	if (r->ask->term_count == ASK_TERMS_MAX)
		return ask_complain(r, r->start, "too many terms", err);
	term.left = r->ask->term_count++;
	if ((rc = ask_next_sign(r, err)) < 0)
		return rc;
	if (r->sign == SIGN_TERM && r->pairs && is_plain(&term) &&
	    is_plain(&r->term) &&
	    r->pairs->is_pair(r->pairs->data, term.text, r->term.text)) {
		term.text.len = (size_t)(r->term.text.data + r->term.text.len -
					 term.text.data);
		rc = ask_next_sign(r, err);
	}
	*node = add_node(r, term);
	return rc;
}

static int read_near(struct ask_reader *r, size_t *node, struct err *err)
{
	struct ask_node both = { .kind = ASK_NEAR };
	int rc = read_term(r, &both.left, err);

	*node = both.left;
	if (rc < 0 || r->sign != SIGN_NEAR)
		return rc;
	both.near = r->near;
	if ((rc = ask_next_sign(r, err)) < 0)
		return rc;
	if (r->sign != SIGN_TERM)
		return ask_complain(r, r->start,
				    "NEAR stands between two words", err);
	if ((rc = read_term(r, &both.right, err)) < 0)
		return rc;
	*node = add_node(r, both);
	return r->sign == SIGN_NEAR
		? ask_complain(r, r->start, "NEAR stands between two words; "
			       "put AND between two pairs of them", err)
		: 0;
}

static int read_any(struct ask_reader *r, size_t *node, struct err *err);

static int read_item(struct ask_reader *r, size_t *node, struct err *err)
{
	size_t open = r->start;
	int rc;

	if (r->sign == SIGN_TERM)
		return read_near(r, node, err);
	if (r->sign != SIGN_OPEN)
		return ask_complain(r, r->start, r->sign == SIGN_CLOSE
				    ? "this bracket closes nothing"
				    : "a word or phrase is missing here", err);
	if (++r->depth > ASK_DEPTH_MAX)
		return ask_complain(r, r->start,
				    "too many brackets in brackets", err);
	if ((rc = ask_next_sign(r, err)) < 0 ||
	    (rc = read_any(r, node, err)) < 0)
		return rc;
	if (r->sign != SIGN_CLOSE)
		return ask_complain(r, open, "this bracket is not closed", err);
	r->depth--;
	return ask_next_sign(r, err);
}

/* What the items are that stand side by side. */
struct every {
	size_t wanted, less;   /* nodes */
	bool any, any_less;
};

static int read_one(struct ask_reader *r, struct every *every, struct err *err)
{
	bool is_less = r->sign == SIGN_MINUS || (every->any &&
						 r->sign == SIGN_NOT);
	size_t node;
	int rc = is_less ? ask_next_sign(r, err) : 0;

	if (rc < 0 || (rc = read_item(r, &node, err)) < 0)
		return rc;
	if (is_less) {
		every->less = every->any_less
			? add_node(r, (struct ask_node){
				.kind = ASK_OR, .left = every->less,
				.right = node })
			: node;
		every->any_less = true;
	} else {
		every->wanted = every->any
			? add_node(r, (struct ask_node){
				.kind = ASK_AND, .left = every->wanted,
				.right = node })
			: node;
		every->any = true;
	}
	return 0;
}

static int read_every(struct ask_reader *r, size_t *node, struct err *err)
{
	struct every every = { .any = false };
	size_t start = r->start;
	int rc = read_one(r, &every, err);

	while (rc == 0 && r->sign != SIGN_END && r->sign != SIGN_CLOSE &&
	       r->sign != SIGN_OR) {
		if (r->sign == SIGN_AND && (rc = ask_next_sign(r, err)) < 0)
			break;
		rc = read_one(r, &every, err);
	}
	if (rc < 0)
		return rc;
	if (!every.any)
		return ask_complain(r, start, "a minus takes away from what is "
				    "found, and nothing is looked for; in "
				    "quotation marks it is no minus", err);
	*node = every.wanted;
	if (every.any_less)
		*node = add_node(r, (struct ask_node){
			.kind = ASK_NOT, .left = every.wanted,
			.right = every.less });
	return 0;
}

static int read_any(struct ask_reader *r, size_t *node, struct err *err)
{
	int rc = read_every(r, node, err);

	while (rc == 0 && r->sign == SIGN_OR) {
		struct ask_node both = { .kind = ASK_OR, .left = *node };

		if ((rc = ask_next_sign(r, err)) == 0 &&
		    (rc = read_every(r, &both.right, err)) == 0)
			*node = add_node(r, both);
	}
	return rc;
}

int ask_parse(struct ask *ask, struct str text, const struct ask_pairs *pairs,
	      struct err *err)
{
	struct ask_reader r = { .ask = ask, .text = text, .pairs = pairs };
	size_t valid = utf8_valid_until(text), root;
	int rc;

	memset(ask, 0, sizeof *ask);
	if (valid < text.len)
		return ask_complain(&r, valid, "this is no UTF-8", err);
	if ((rc = ask_next_sign(&r, err)) == 0)
		rc = r.sign == SIGN_END && r.skipped.len > 0
			? err_set(err, ERR_USAGE, "the question, character %zu: "
				  "'%.*s' holds no word",
				  utf8_chars(str_slice(text, 0, (size_t)
						(r.skipped.data - text.data))) +
					  1, STR_ARGS(r.skipped))
			: read_any(&r, &root, err);
	if (rc == 0 && r.sign != SIGN_END)
		rc = ask_complain(&r, r.start, "this bracket closes nothing",
				  err);
	if (rc < 0)
		ask_release(ask);
	return rc;
}

void ask_release(struct ask *ask)
{
	LIST_RELEASE(&ask->nodes);
}
