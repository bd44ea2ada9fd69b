#include "spellings.h"

static const char REST = '-'; /* in a row: any letters */

static bool begins_with_rest(struct str text)
{
	return text.len > 1 && text.data[0] == REST;
}

static bool ends_with_rest(struct str text)
{
	return text.len > 1 && text.data[text.len - 1] == REST;
}

static int check_row(const struct table *table, size_t row, struct err *err)
{
	struct str spelling = table_named_cell(table, row, "spelling");
	struct str shared = table_named_cell(table, row, "shared");

	if (spelling.len > 0 && shared.len > 0 &&
	    begins_with_rest(spelling) == begins_with_rest(shared) &&
	    ends_with_rest(spelling) == ends_with_rest(shared) &&
	    !(begins_with_rest(spelling) && ends_with_rest(spelling)))
		return 0;
	return table_refuse(table, row, err, "expected two words, two beginnings"
			    " with '-' behind or two endings with '-' in front");
}

int spellings_open(struct spellings *spellings, struct lexicons *lexicons,
		   struct str code, struct lexemes *lexemes, struct err *err)
{
	struct table *table;
	int rc = lexicons_language_table(lexicons, code, "spellings.tsv",
					 &table, err);

	*spellings = (struct spellings){ .lexemes = lexemes };
	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		rc = check_row(table, row, err);
		table_take(table, row);
	}
	if (rc == 0)
		spellings->rows = table;
	return rc;
}

static bool is_lexeme(const struct spellings *spellings, struct str word)
{
	struct lexeme found;

	return lexemes_find(spellings->lexemes, word, &found) &&
	       str_equal(word, (struct str){ found.text, found.len });
}

/* The word with what a row has on one side in place of what it has on the
 * other, into `out` (replaced). False where it does not begin, end or stand
 * so. */
static bool put(struct str word, struct str from, struct str to,
		struct strbuf *out)
{
	strbuf_clear(out);
	if (begins_with_rest(from)) {
		from = str_slice(from, 1, from.len);
		if (!str_has_suffix(word, from) || word.len == from.len)
			return false;
		strbuf_add(out, str_slice(word, 0, word.len - from.len));
		strbuf_add(out, str_slice(to, 1, to.len));
	} else if (ends_with_rest(from)) {
		from = str_slice(from, 0, from.len - 1);
		if (!str_has_prefix(word, from))
			return false;
		strbuf_add(out, str_slice(to, 0, to.len - 1));
		strbuf_add(out, str_slice(word, from.len, word.len));
	} else {
		if (!str_equal(word, from))
			return false;
		strbuf_add(out, to);
	}
	return true;
}

/* Change a word by the first row of a kind that fits. True where one does. */
static bool change(const struct spellings *spellings, bool by_ending,
		   struct strbuf *word)
{
	struct strbuf changed = STRBUF_INIT;
	bool done = false;

	for (size_t row = 0; !done && row < spellings->rows->row_count; row++) {
		struct str from = table_named_cell(spellings->rows, row,
						   "spelling");

		done = begins_with_rest(from) == by_ending &&
		       put(strbuf_view(word), from,
			   table_named_cell(spellings->rows, row, "shared"),
			   &changed) &&
		       (!by_ending ||
			is_lexeme(spellings, strbuf_view(&changed)));
	}
	if (done) {
		strbuf_clear(word);
		strbuf_add(word, strbuf_view(&changed));
	}
	strbuf_release(&changed);
	return done;
}

void spellings_share(const struct spellings *spellings, struct str stem,
		     struct strbuf *out)
{
	strbuf_clear(out);
	strbuf_add(out, stem);
	if (spellings->rows && !change(spellings, false, out))
		change(spellings, true, out);
}

bool spellings_other(const struct spellings *spellings, struct str stem,
		     size_t *row, struct strbuf *out)
{
	size_t count = spellings->rows ? spellings->rows->row_count : 0;
	struct strbuf shared = STRBUF_INIT, other = STRBUF_INIT;
	bool found = false;

	spellings_share(spellings, stem, &shared);
	if (*row == 0 && count > 0 && !str_equal(strbuf_view(&shared), stem)) {
		strbuf_clear(out);
		strbuf_add(out, strbuf_view(&shared));
		*row = count;
		found = true;
	}
	while (!found && *row < count) {
		size_t at = (*row)++;

		if (!put(stem, table_named_cell(spellings->rows, at, "shared"),
			 table_named_cell(spellings->rows, at, "spelling"),
			 out) || str_equal(strbuf_view(out), stem))
			continue;
		spellings_share(spellings, strbuf_view(out), &other);
		found = str_equal(strbuf_view(&other), strbuf_view(&shared));
	}
	strbuf_release(&shared);
	strbuf_release(&other);
	return found;
}
