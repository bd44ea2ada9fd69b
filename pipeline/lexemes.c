#include "lexemes.h"

int lexemes_open(struct lexemes *lexemes, const char *folder, struct str code,
		 struct err *err)
{
	int rc = sorted_open(&lexemes->bases, folder, code, "lexemes.tsv",
			     STR("base\tparadigm\tweight\tspelled"), err);

	*lexemes = (struct lexemes){ .bases = lexemes->bases };
	if (rc == ERR_MISSING)
		return 0;
	if (rc == 0)
		rc = sorted_open(&lexemes->paradigms, folder, code,
				 "paradigms.tsv",
				 STR("paradigm\tlemma\tendings"), err);
	if (rc == 0)
		rc = sorted_open(&lexemes->readings, folder, code,
				 "readings.tsv", STR("form\tlemma\tspelled\tcertain"),
				 err);
	if (rc < 0)
		lexemes_close(lexemes);
	return rc;
}

void lexemes_close(struct lexemes *lexemes)
{
	sorted_close(&lexemes->bases);
	sorted_close(&lexemes->paradigms);
	sorted_close(&lexemes->readings);
}

static bool has_row(const struct sorted *table, size_t at, struct str key)
{
	return at < table->rows.len && str_equal(sorted_cell(table, at), key);
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

static bool find_reading(const struct sorted *readings, struct str form,
			 struct lexeme *found)
{
	size_t at = sorted_seek(readings, form, readings->rows.len);
	struct str rest, lemma;

	if (!has_row(readings, at, form))
		return false;
	rest = sorted_rest(readings, at);
	str_split(&rest, '\t', &lemma);
	str_split(&rest, '\t', &found->spelled);
	if (!fits(lemma, STR_NONE))
		return false;
	set_text(found, lemma, STR_NONE);
	found->certain = str_equal(rest, STR("yes"));
	return true;
}

/* `-` is the empty ending. */
static struct str ending_of(struct str cell)
{
	return str_equal(cell, STR("-")) ? STR_NONE : cell;
}

/* Whether the list, sorted and with blanks between, has the ending. */
static bool has_ending(struct str list, struct str ending)
{
	struct str one;

	while (str_split(&list, ' ', &one))
		if (str_equal(ending_of(one), ending))
			return true;
	return false;
}

struct best {
	struct lexeme *found;
	struct str weight;         /* of what was found; empty: nothing yet */
};

/* A base, with what stands in its row behind it: is the form of its paradigm?
 * Bases come the longest first, which wins among equal weights. */
static void try_base(const struct lexemes *lexemes, struct str form,
		     struct str base, struct str rest, struct best *best)
{
	const struct sorted *paradigms = &lexemes->paradigms;
	struct str paradigm, weight, lemma, endings;
	struct lexeme *found = best->found;
	size_t at;

	str_split(&rest, '\t', &paradigm);
	str_split(&rest, '\t', &weight);
	at = sorted_seek(paradigms, paradigm, paradigms->rows.len);
	if (!has_row(paradigms, at, paradigm))
		return;
	endings = sorted_rest(paradigms, at);
	str_split(&endings, '\t', &lemma);
	lemma = ending_of(lemma);
	if (!fits(base, lemma) ||
	    !has_ending(endings, str_slice(form, base.len, form.len)))
		return;
	if (best->weight.len > 0 &&
	    (found->len != base.len + lemma.len ||
	     memcmp(found->text, base.data, base.len) != 0 ||
	     memcmp(found->text + base.len, lemma.data, lemma.len) != 0))
		found->certain = false;
	if (best->weight.len > 0 && str_compare(best->weight, weight) >= 0)
		return;
	best->weight = weight;
	found->spelled = rest;
	set_text(found, base, lemma);
}

static size_t common_prefix(struct str a, struct str b)
{
	size_t len = 0;

	while (len < a.len && len < b.len && a.data[len] == b.data[len])
		len++;
	return len;
}

/* The rows whose base the form begins with. Whatever shorter base there is
 * also begins the row before the place of a longer one, so that the search
 * goes on with what both have in common. */
bool lexemes_find(const struct lexemes *lexemes, struct str form,
		  struct lexeme *found)
{
	const struct sorted *bases = &lexemes->bases;
	struct best best = { found, STR_NONE };
	struct str base = form;
	size_t end = bases->rows.len, at;

	if (!bases->bytes || form.len > LEXEME_MAX)
		return false;
	if (find_reading(&lexemes->readings, form, found))
		return true;
	found->certain = true;
	while (base.len > 0) {
		end = sorted_seek(bases, base, end);
		for (at = end; has_row(bases, at, base);
		     at = sorted_next(bases, at))
			try_base(lexemes, form, base, sorted_rest(bases, at),
				 &best);
		if (end == 0)
			break;
		at = sorted_before(bases, end);
		base.len = common_prefix(sorted_cell(bases, at), base);
	}
	return best.weight.len > 0;
}
