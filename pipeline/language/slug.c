#include "slug.h"

#include "digest.h"
#include "utf8.h"

#include <stdlib.h>

enum { FIRST_LETTER = 0xc0, LETTERS = 0x530 - FIRST_LETTER };

struct letter {
	struct str latin;        /* data NULL: not in the table */
	struct str after_vowel;
};

struct romanisation {
	struct letter letters[LETTERS];
};

static int read_letter(struct romanisation *r, struct table *table, size_t row,
		       struct err *err)
{
	struct str cell = table_named_cell(table, row, "letter");
	size_t at = 0;
	uint32_t c = cell.len > 0 ? utf8_next(cell, &at) : 0;

	if (c < FIRST_LETTER || c >= FIRST_LETTER + LETTERS || at < cell.len)
		return table_refuse(table, row, err, "'%.*s' is no letter from"
				    " U+00C0 to U+052F", STR_ARGS(cell));
	r->letters[c - FIRST_LETTER] = (struct letter){
		table_named_cell(table, row, "latin"),
		table_named_cell(table, row, "after_vowel")
	};
	table_take(table, row);
	return 0;
}

int romanisation_open(struct romanisation **out, struct lexicons *lexicons,
		      struct err *err)
{
	struct romanisation *r = memory_get_zeroed(sizeof *r);
	struct table *table;
	int rc = lexicons_table(lexicons, "romanisation.tsv", &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = read_letter(r, table, row, err);
	if (rc < 0) {
		romanisation_close(r);
		r = NULL;
	}
	*out = r;
	return rc;
}

void romanisation_close(struct romanisation *r)
{
	free(r);
}

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
	       c == 'y';
}

/* The Latin letters of a character; empty where it has none. `last` is what
 * stands before it in the id, 0 at the beginning of a word. */
static struct str latin_of(const struct romanisation *r, uint32_t c, char last,
			   char *ascii)
{
	const struct letter *letter;

	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
		*ascii = (char)c;
		return (struct str){ ascii, 1 };
	}
	if (c < FIRST_LETTER || c >= FIRST_LETTER + LETTERS)
		return STR_NONE;
	letter = &r->letters[c - FIRST_LETTER];
	if (!letter->latin.data)
		return STR_NONE;
	if (letter->after_vowel.len > 0 && (last == 0 || is_vowel(last)))
		return letter->after_vowel;
	return letter->latin;
}

static bool joins(uint32_t c) /* inside a word: apostrophes, signs, marks */
{
	return c == '\'' || c == 0x2019 || utf8_is_letter(c);
}

void romanisation_slug(const struct romanisation *r, struct strbuf *out,
		       struct str text)
{
	size_t start = out->len, word = start;
	char last = 0, ascii;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_fold_char(utf8_next(text, &at));
		struct str latin = latin_of(r, c, last, &ascii);

		if (latin.len == 0 && !joins(c))
			last = 0;
		if (latin.len == 0)
			continue;
		if (last == 0 && out->len > start) {
			word = out->len;
			strbuf_add_char(out, '_');
		}
		strbuf_add(out, latin);
		last = out->data[out->len - 1];
		if (out->len - start > SLUG_LIMIT) {
			strbuf_truncate(out, word > start ? word :
						start + SLUG_LIMIT);
			return;
		}
	}
	if (out->len == start) {
		char hex[DIGEST_HEX + 1];

		digest_hex(hex, text);
		strbuf_addf(out, "x%.8s", hex);
	}
}
