#include "names_key.h"

#include "forms.h"
#include "lexicons.h"
#include "utf8.h"

#include <stdlib.h>

enum {
	LONGEST_NAME = 64, LONGEST_GROUP = 5, LONGEST_ENDING = 8,
	KEEP_MAX = 20
};

struct names_key {
	struct table letters, endings;
	struct forms groups;        /* row of key_letters.tsv, plus one */
	struct forms ends;          /* row of key_endings.tsv, plus one */
	int to_column, base_column, keep_column;
	struct strbuf plain;
};

static int check_keep(const struct names_key *key, struct err *err)
{
	uint64_t keep;

	for (size_t row = 0; row < key->endings.row_count; row++)
		if (!str_number(table_cell(&key->endings, row,
					   key->keep_column),
				KEEP_MAX, &keep))
			return err_set(err, ERR_FORMAT,
				       "%.*s:%u: keep is no number up to %d",
				       STR_ARGS(key->endings.path),
				       (unsigned)key->endings.lines.items[row],
				       KEEP_MAX);
	return 0;
}

static void index_rows(struct forms *forms, const struct table *table,
		       const char *column)
{
	int number = table_column(table, column);

	for (size_t row = 0; row < table->row_count; row++) {
		struct str cell = table_cell(table, row, number);

		if (!forms_find(forms, cell))
			forms_add(forms, cell, (uint32_t)row + 1);
	}
}

int names_key_load(struct names_key **key, const char *folder, struct err *err)
{
	struct names_key *new = memory_get(sizeof *new);
	int rc;

	*new = (struct names_key){ 0 };
	rc = lexicons_load(&new->letters, folder, "key_letters.tsv",
			   "letters key", err);
	if (rc == 0)
		rc = lexicons_load(&new->endings, folder, "key_endings.tsv",
				   "ending base keep", err);
	if (rc == 0) {
		new->to_column = table_column(&new->letters, "key");
		new->base_column = table_column(&new->endings, "base");
		new->keep_column = table_column(&new->endings, "keep");
		rc = check_keep(new, err);
	}
	if (rc < 0) {
		names_key_free(new);
		return rc;
	}
	index_rows(&new->groups, &new->letters, "letters");
	index_rows(&new->ends, &new->endings, "ending");
	*key = new;
	return 0;
}

void names_key_free(struct names_key *key)
{
	if (!key)
		return;
	table_release(&key->letters);
	table_release(&key->endings);
	forms_release(&key->groups);
	forms_release(&key->ends);
	strbuf_release(&key->plain);
	free(key);
}

/* Letters alone, in lower case; an accent that is a code point of its own is
 * no letter. A Latin letter that stands twice is one: romanisations double an
 * s between vowels. In Cyrillic the ending may need both (Сергеем). */
static void add_plain(struct strbuf *out, struct str word)
{
	uint32_t last = 0;

	for (size_t at = 0, count = 0; at < word.len && count < LONGEST_NAME;) {
		uint32_t c = utf8_next(word, &at);

		if (!utf8_is_letter(c) || utf8_is_mark(c))
			continue;
		c = utf8_fold_char(c);
		if (c != last || c >= 0x250)
			utf8_add(out, c);
		last = c;
		count++;
	}
}

static void take_ending(const struct names_key *key, struct strbuf *plain)
{
	struct str text = strbuf_view(plain), found = STR_NONE;
	size_t start = text.len, chars = utf8_chars(text);
	uint32_t best = 0;

	for (size_t n = 1; start > 0 && n <= LONGEST_ENDING; n++) {
		struct str ending;
		uint32_t row;
		uint64_t keep = 0;

		utf8_before(text, start, &start);
		ending = str_slice(text, start, text.len);
		row = forms_find(&key->ends, ending);
		if (!row)
			continue;
		str_number(table_cell(&key->endings, row - 1,
				      key->keep_column), KEEP_MAX, &keep);
		if (chars - n < keep)
			continue;
		best = row;
		found = ending;
	}
	if (!best)
		return;
	strbuf_truncate(plain, plain->len - found.len);
	strbuf_add(plain, table_cell(&key->endings, best - 1,
				     key->base_column));
}

/* The longest group of letters at byte `at` of the text. */
static uint32_t group_at(const struct names_key *key, struct str text,
			 size_t at, size_t *end)
{
	uint32_t best = 0;
	size_t to = at;

	utf8_next(text, &to);
	*end = to;
	for (size_t n = 1; n <= LONGEST_GROUP; n++) {
		uint32_t row = forms_find(&key->groups,
					  str_slice(text, at, to));

		if (row) {
			best = row;
			*end = to;
		}
		if (to >= text.len)
			break;
		utf8_next(text, &to);
	}
	return best;
}

static void romanise(const struct names_key *key, struct str text,
		     struct strbuf *out)
{
	for (size_t at = 0, end; at < text.len; at = end) {
		uint32_t row = group_at(key, text, at, &end);

		if (row)
			strbuf_add(out, table_cell(&key->letters, row - 1,
						   key->to_column));
		else
			strbuf_add(out, str_slice(text, at, end));
	}
}

static bool is_vowel(char c)
{
	return c && strchr("aeiou", c);
}

static void simplify(struct strbuf *out)
{
	size_t len = 0;

	for (size_t i = 0; i < out->len; i++) {
		char c = out->data[i];

		if (c == 'i' && i + 1 < out->len && is_vowel(out->data[i + 1]))
			continue;
		if (len == 0 || out->data[len - 1] != c)
			out->data[len++] = c;
	}
	while (len > 2 && is_vowel(out->data[len - 1]))
		len--;
	strbuf_truncate(out, len);
}

void names_key_make(struct names_key *key, struct str word, struct strbuf *out)
{
	strbuf_clear(out);
	strbuf_clear(&key->plain);
	add_plain(&key->plain, word);
	if (key->plain.len == 0)
		return;
	take_ending(key, &key->plain);
	romanise(key, strbuf_view(&key->plain), out);
	simplify(out);
}
