#include "amounts.h"

#include <stdlib.h>

enum { PERCENT = UINT16_MAX };

struct amounts {
	struct numbers *numbers;
	struct phrases *phrases;     /* value: index in codes, or PERCENT */
	LIST(struct str) codes;      /* the table's */
	struct phrase_matches matches;
};

static int add_form(struct amounts *amounts, const struct knowledge *knowledge,
		    struct table *table, size_t row, struct err *err)
{
	struct str code = table_named_cell(table, row, "code");
	uint32_t value = PERCENT;
	lang_id lang;
	int rc = knowledge_lang(knowledge, table, row, &lang, err);

	if (rc < 0)
		return rc;
	if (code.len > 0) {
		value = (uint32_t)amounts->codes.count;
		*LIST_ADD(&amounts->codes) = code;
	}
	phrases_add_forms(amounts->phrases, lang,
			  table_named_cell(table, row, "form"), value);
	table_take(table, row);
	return 0;
}

static int load_forms(struct amounts *amounts,
		      const struct knowledge *knowledge, const char *file,
		      struct err *err)
{
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, file, &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_form(amounts, knowledge, table, row, err);
	return rc;
}

int amounts_open(struct amounts **out, const struct knowledge *knowledge,
		 struct numbers *numbers, struct err *err)
{
	struct amounts *amounts = memory_get(sizeof *amounts);
	int rc;

	*amounts = (struct amounts){ .numbers = numbers,
				     .phrases = phrases_new(knowledge) };
	rc = load_forms(amounts, knowledge, "currencies.tsv", err);
	if (rc == 0)
		rc = load_forms(amounts, knowledge, "percent.tsv", err);
	if (rc < 0) {
		amounts_close(amounts);
		amounts = NULL;
	}
	*out = amounts;
	return rc;
}

void amounts_close(struct amounts *amounts)
{
	if (!amounts)
		return;
	phrases_free(amounts->phrases);
	LIST_RELEASE(&amounts->codes);
	list_free(amounts->matches.items);
	free(amounts);
}

/* The longest unit at a token: *unit as in the phrases. */
static bool unit_at(struct amounts *amounts, const struct scan *scan,
		    size_t token, size_t limit, size_t *end, uint32_t *unit)
{
	if (token >= limit)
		return false;
	amounts->matches.count = 0;
	phrases_match(amounts->phrases, scan->doc, token, limit,
		      &amounts->matches);
	if (amounts->matches.count == 0)
		return false;
	*end = amounts->matches.items[0].end;
	*unit = amounts->matches.items[0].value;
	return true;
}

/* `low`: of a range, or NULL. */
static void add_amount(struct amounts *amounts, struct scan *scan, size_t first,
		       size_t end, uint32_t unit, const struct number *low,
		       const struct number *value)
{
	enum mention_type type = unit == PERCENT ? MENTION_PERCENT :
						   MENTION_MONEY;
	struct candidate *c = scan_add(scan, first, end, type, RANK_VALUE,
				       RULE_AMOUNT);

	strbuf_clear(&scan->buf);
	if (unit != PERCENT) {
		strbuf_add(&scan->buf, amounts->codes.items[unit]);
		strbuf_add_char(&scan->buf, ' ');
	}
	if (low) {
		decimal_add(&scan->buf, low->value);
		strbuf_add_char(&scan->buf, '/');
	}
	decimal_add(&scan->buf, value->value);
	c->value = str_copy(&scan->doc->arena, strbuf_view(&scan->buf));
}

/* A sign or code before the number, as in "$350" and "USD 5 million". */
static bool unit_before(struct amounts *amounts, const struct scan *scan,
			size_t token, uint32_t *unit)
{
	size_t end;

	return token > scan_sentence_start(scan, token) &&
	       unit_at(amounts, scan, token - 1, token, &end, unit) &&
	       *unit != PERCENT &&
	       (scan_kind(scan, token - 1) == KIND_SYMBOL ||
		(scan_shape(scan, token - 1) & SHAPE_ALL_CAPITAL));
}

/* A number and its unit, before or behind it. */
struct amount {
	struct number number;
	size_t first, end;    /* with the unit */
	size_t at;            /* the number's first token */
	uint32_t unit;
	bool has_unit;
};

static void find_unit(struct amounts *amounts, const struct scan *scan,
		      size_t token, struct amount *amount)
{
	size_t limit = scan_sentence_end(scan, token);

	amount->first = amount->at = token;
	amount->end = amount->number.end;
	amount->has_unit = true;
	if (unit_at(amounts, scan, amount->end, limit, &amount->end,
		    &amount->unit))
		return;
	if (unit_before(amounts, scan, token, &amount->unit))
		amount->first--;
	else
		amount->has_unit = false;
}

/* The amount of the number that begins at a token, or at a unit before it. In
 * "5 million 300 thousand users" the second is none of tenge. */
static bool read_amount(struct amounts *amounts, struct scan *scan,
			size_t token, struct amount *amount)
{
	size_t limit = scan_sentence_end(scan, token);
	struct amount longer;
	uint32_t unit;
	size_t end;

	if (token + 1 < limit &&
	    unit_at(amounts, scan, token, token + 1, &end, &unit))
		token++;
	if (!number_read(amounts->numbers, scan, token, &amount->number) ||
	    amount->number.end > limit)
		return false;
	longer = *amount;
	if (number_read_on(amounts->numbers, scan, &longer.number)) {
		find_unit(amounts, scan, token, &longer);
		if (longer.has_unit) {
			*amount = longer;
			return true;
		}
	}
	find_unit(amounts, scan, token, amount);
	return true;
}

/* What is behind a first amount makes it a range: "$5 to $10 million", "between
 * 20 and 30 percent", "50 мыңнан 100 мың теңгеге дейін". */
static bool read_high(struct amounts *amounts, struct scan *scan,
		      const struct amount *low, struct amount *high)
{
	size_t limit = scan_sentence_end(scan, low->first), next = low->end;
	enum number_link link = number_link_at(amounts->numbers, scan, low->end,
					       limit, &next);

	if (next >= limit ||
	    (link == LINK_AND && !number_is_between(amounts->numbers, scan,
						    low->first)) ||
	    !read_amount(amounts, scan, next, high))
		return false;
	if (link == LINK_DASH && low->has_unit && high->first < high->at)
		return false; /* $300-$400: each is an amount by itself */
	if (link == LINK_NONE &&
	    (high->first != next ||
	     !number_is_till(amounts->numbers, scan, high->end, limit)))
		return false;
	if (low->has_unit && !high->has_unit) {
		high->unit = low->unit;
		high->has_unit = low->first < low->at;
	}
	return high->has_unit &&
	       (!low->has_unit || low->unit == high->unit);
}

/* Look at one number; returns the token to go on with. Ranges begin with one,
 * but for those in one word (екі-үш). */
static size_t look_at(struct amounts *amounts, struct scan *scan, size_t token)
{
	struct amount low = { .end = token + 1 }, high = { .first = token };
	bool is = read_amount(amounts, scan, token, &low);

	if (!is) {
		if (!(scan_shape(scan, token) & SHAPE_COMPOUND) ||
		    !number_read_pair(amounts->numbers, scan, token,
				      &low.number, &high.number))
			return token + 1;
		find_unit(amounts, scan, token, &high);
		low.first = high.first;
	} else if (!read_high(amounts, scan, &low, &high)) {
		if (low.has_unit)
			add_amount(amounts, scan, low.first, low.end, low.unit,
				   NULL, &low.number);
		return low.end;
	}
	if (high.has_unit && number_make_range(&low.number, &high.number)) {
		add_amount(amounts, scan, low.first, high.end, high.unit,
			   &low.number, &high.number);
		return high.end;
	}
	if (is && low.has_unit)
		add_amount(amounts, scan, low.first, low.end, low.unit, NULL,
			   &low.number);
	return is ? low.end : token + 1;
}

void amounts_find(struct amounts *amounts, struct scan *scan)
{
	size_t t = 0;

	while (t < scan->doc->tokens.count) {
		enum word_kind kind = scan_kind(scan, t);

		if (kind == KIND_NUMBER || kind == KIND_WORD)
			t = look_at(amounts, scan, t);
		else
			t++;
	}
}
