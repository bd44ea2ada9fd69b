#include "lexemes.h"

/* Paradigms are numbered in the order of their rows, so that the number of one
 * leads to its row without a search. */
static int number_paradigms(struct lexemes *lexemes, const char *folder,
			    struct str code, struct err *err)
{
	const struct mapped_table *table = &lexemes->paradigms;
	size_t at = 0;

	for (; at < table->rows.len; at = mapped_table_next(table, at)) {
		uint64_t number;

		*LIST_ADD(&lexemes->places) = (uint32_t)at;
		if (!str_number(mapped_table_cell(table, at), UINT32_MAX,
				&number) ||
		    number != lexemes->places.count)
			return err_set(err, ERR_FORMAT,
				       "%s/%.*s/paradigms.tsv:%zu: expected the"
				       " paradigm %04zu", folder, STR_ARGS(code),
				       lexemes->places.count + 1,
				       lexemes->places.count);
	}
	return 0;
}

int lexemes_open(struct lexemes *lexemes, const char *folder, struct str code,
		 struct err *err)
{
	int rc;

	*lexemes = (struct lexemes){ .places = { NULL, 0, 0 } };
	rc = mapped_table_open(&lexemes->bases, folder, code, "lexemes.tsv",
			       STR("base\tparadigm\tweight"), err);
	if (rc == ERR_MISSING)
		return 0;
	if (rc == 0)
		rc = mapped_table_open(&lexemes->paradigms, folder, code,
				       "paradigms.tsv",
				       STR("paradigm\tlemma\tendings"), err);
	if (rc == 0)
		rc = number_paradigms(lexemes, folder, code, err);
	if (rc == 0)
		rc = mapped_table_open(&lexemes->readings, folder, code,
				       "readings.tsv",
				       STR("form\tlemma\tcertain"), err);
	if (rc < 0)
		lexemes_close(lexemes);
	return rc;
}

void lexemes_close(struct lexemes *lexemes)
{
	mapped_table_close(&lexemes->bases);
	mapped_table_close(&lexemes->paradigms);
	mapped_table_close(&lexemes->readings);
	LIST_RELEASE(&lexemes->places);
}

static bool has_row(const struct mapped_table *table, size_t at, struct str key)
{
	return at < table->rows.len &&
	       str_equal(mapped_table_cell(table, at), key);
}

static void set_text(struct lexeme *found, struct str base, struct str ending)
{
	found->len = base.len + ending.len;
	memcpy(found->text, base.data, base.len);
	memcpy(found->text + base.len, ending.data, ending.len);
}

static bool fits(struct str base, struct str ending)
{
	return base.len + ending.len <= LEXEME_MAX;
}

static bool find_reading(struct mapped_table *readings, struct str form,
			 uint32_t hash, struct lexeme *found)
{
	size_t at = mapped_table_find(readings, form, hash);
	struct str rest, lemma;

	if (at == readings->rows.len)
		return false;
	rest = mapped_table_rest(readings, at);
	str_split(&rest, '\t', &lemma);
	if (!fits(lemma, STR_NONE))
		return false;
	set_text(found, lemma, STR_NONE);
	found->certain = str_equal(rest, STR("yes"));
	found->weight = LEXEME_WEIGHT_MAX;
	return true;
}

/* `-` is the empty ending. */
static struct str ending_of(struct str cell)
{
	return str_equal(cell, STR("-")) ? STR_NONE : cell;
}

/* Whether the list, in byte order and with blanks between, has the ending. */
static bool has_ending(struct str list, struct str ending)
{
	size_t low = 0, high = list.len;

	if (ending.len == 0)
		ending = STR("-");
	while (low < high) {
		size_t start = low + (high - low) / 2, end;
		int order;

		while (start > low && list.data[start - 1] != ' ')
			start--;
		for (end = start; end < list.len && list.data[end] != ' ';)
			end++;
		order = str_compare(str_slice(list, start, end), ending);
		if (order == 0)
			return true;
		if (order < 0)
			low = end < high ? end + 1 : high;
		else
			high = start;
	}
	return false;
}

struct candidate {
	struct str base, lemma;    /* beginning and ending of the lemma */
	struct str weight;         /* a digit */
};

static bool is_same_lemma(const struct lexeme *found,
			  const struct candidate *other)
{
	struct str text = { found->text, found->len };

	return found->len == other->base.len + other->lemma.len &&
	       str_has_prefix(text, other->base) &&
	       str_has_suffix(text, other->lemma);
}

/* Whether a row, `rest` being what stands behind its base, has the form. */
static bool read_candidate(const struct lexemes *lexemes, struct str form,
			   struct str rest, struct candidate *candidate)
{
	struct str cell, endings;
	uint64_t number;

	str_split(&rest, '\t', &cell);
	candidate->weight = rest;
	if (!str_number(cell, lexemes->places.count, &number) || number == 0)
		return false;
	endings = mapped_table_rest(&lexemes->paradigms,
				    lexemes->places.items[number - 1]);
	str_split(&endings, '\t', &cell);
	candidate->lemma = ending_of(cell);
	return fits(candidate->base, candidate->lemma) &&
	       has_ending(endings,
			  str_slice(form, candidate->base.len, form.len));
}

/* Candidates come by the length of their base, the longest first, which wins
 * among equal weights. `weight` is that of what was found, empty at first. */
static void consider(const struct candidate *candidate, struct str *weight,
		     struct lexeme *found)
{
	if (weight->len > 0 && !is_same_lemma(found, candidate))
		found->certain = false;
	if (weight->len > 0 && str_compare(*weight, candidate->weight) >= 0)
		return;
	*weight = candidate->weight;
	set_text(found, candidate->base, candidate->lemma);
}

struct search {
	struct lexemes *lexemes;
	struct str form;
	uint32_t hashes[LEXEME_MAX + 1]; /* of the form's beginnings */
	struct str weight;               /* of what was found; empty at first */
	struct lexeme *found;
};

/* All rows of one base, which the form begins with. */
static void try_base(struct search *search, size_t len)
{
	struct mapped_table *bases = &search->lexemes->bases;
	struct candidate candidate = { .base = { search->form.data, len } };
	size_t at = mapped_table_find(bases, candidate.base,
				      search->hashes[len]);

	for (; has_row(bases, at, candidate.base);
	     at = mapped_table_next(bases, at))
		if (read_candidate(search->lexemes, search->form,
				   mapped_table_rest(bases, at), &candidate))
			consider(&candidate, &search->weight, search->found);
}

/* A character begins at this byte, or the form ends there. */
static bool is_edge(struct str form, size_t at)
{
	return at == form.len || ((unsigned char)form.data[at] & 0xc0) != 0x80;
}

/* Ready to look for the rows of a form's beginnings; returns its hash. */
static uint32_t start_search(struct search *search, struct lexemes *lexemes,
			     struct str form, struct lexeme *found)
{
	uint32_t hash = MAPPED_TABLE_HASH;

	search->lexemes = lexemes;
	search->form = form;
	search->weight = STR_NONE;
	search->found = found;
	for (size_t i = 0; i < form.len; i++)
		search->hashes[i + 1] = hash =
			mapped_table_hash_step(hash, form.data[i]);
	return hash;
}

bool lexemes_find(struct lexemes *lexemes, struct str form,
		  struct lexeme *found)
{
	struct search search; /* hashes are set as far as needed */
	uint32_t hash;

	if (!lexemes->bases.bytes || form.len > LEXEME_MAX)
		return false;
	hash = start_search(&search, lexemes, form, found);
	if (find_reading(&lexemes->readings, form, hash, found))
		return true;
	found->certain = true;
	for (size_t len = form.len; len > 0; len--)
		if (is_edge(form, len))
			try_base(&search, len);
	if (search.weight.len == 0)
		return false;
	found->weight = (unsigned)(search.weight.data[0] - '0');
	return true;
}

bool lexemes_know(struct lexemes *lexemes, struct str form)
{
	struct search search;
	struct lexeme found;
	uint32_t hash;

	if (!lexemes->bases.bytes || form.len > LEXEME_MAX)
		return false;
	hash = start_search(&search, lexemes, form, &found);
	for (size_t len = form.len; len > 0 && search.weight.len == 0; len--)
		if (is_edge(form, len))
			try_base(&search, len);
	return search.weight.len > 0 ||
	       find_reading(&lexemes->readings, form, hash, &found);
}

static void find_shifted(struct lexemes *lexemes)
{
	const struct mapped_table *readings = &lexemes->readings;

	lexemes->knows_shifted = true;
	for (size_t at = 0; at < readings->rows.len;
	     at = mapped_table_next(readings, at)) {
		struct str form = mapped_table_cell(readings, at);
		struct str lemma = mapped_table_rest(readings, at);
		struct beginning of_form, of_lemma;

		if (!beginning_of(form, &of_form) ||
		    !beginning_of(lemma, &of_lemma) ||
		    !beginning_equal(&of_form, &of_lemma))
			beginnings_add(&lexemes->shifted, form);
	}
}

bool lexemes_may_shift(struct lexemes *lexemes, struct str word)
{
	if (!lexemes->readings.bytes)
		return false;
	if (!lexemes->knows_shifted)
		find_shifted(lexemes);
	return beginnings_have(&lexemes->shifted, word);
}

static bool find_letter(struct lexemes *lexemes, uint32_t letter)
{
	struct strbuf base = STRBUF_INIT;
	uint32_t hash = MAPPED_TABLE_HASH;
	bool found;

	utf8_add(&base, letter);
	for (size_t i = 0; i < base.len; i++)
		hash = mapped_table_hash_step(hash, base.data[i]);
	found = mapped_table_find(&lexemes->bases, strbuf_view(&base), hash) <
		lexemes->bases.rows.len;
	strbuf_release(&base);
	return found;
}

bool lexemes_has_letter(struct lexemes *lexemes, uint32_t letter)
{
	if (letter >= LETTER_LIMIT)
		return true;
	if (!lexemes->letters[letter])
		lexemes->letters[letter] = find_letter(lexemes, letter) ? 2 : 1;
	return lexemes->letters[letter] == 2;
}

bool lexemes_reads(struct lexemes *lexemes, struct str form)
{
	uint32_t hash = MAPPED_TABLE_HASH;

	if (!lexemes->readings.bytes)
		return false;
	for (size_t i = 0; i < form.len; i++)
		hash = mapped_table_hash_step(hash, form.data[i]);
	return mapped_table_find(&lexemes->readings, form, hash) <
	       lexemes->readings.rows.len;
}
