#include "html_names.h"

#include "lexicons.h"

#include <stdlib.h>

enum {
	NAME_BYTES = 128,  /* a longer name is made by a program */
	WORDS_MAX = 3      /* of a row */
};

struct row {
	struct str word;
	unsigned part;
	bool whole;        /* the name must be this word and no more */
};

struct html_names {
	LIST(struct row) rows; /* by word */
	struct table table;
};

static const struct {
	const char *name;
	unsigned part;
	bool whole;
} parts[] = {
	{ "furniture", PART_FURNITURE, false },
	{ "furniture_alone", PART_FURNITURE, true },
	{ "pullquote", PART_PULLQUOTE, false },
	{ "notes", PART_NOTES, false },
	{ "note_mark", PART_NOTE_MARK, false },
	{ "caption", PART_CAPTION, false },
};

static int compare_rows(const void *a, const void *b)
{
	const struct row *one = a, *other = b;

	return str_compare(one->word, other->word);
}

static int add_row(struct html_names *lexicon, size_t row, struct err *err)
{
	const struct table *table = &lexicon->table;
	struct str part = table_cell(table, row, table_column(table, "part"));
	struct str word = table_cell(table, row, table_column(table, "word"));

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (str_equal(part, str_of(parts[i].name))) {
			*LIST_ADD(&lexicon->rows) = (struct row){
				word, parts[i].part, parts[i].whole
			};
			return 0;
		}
	return err_set(err, ERR_FORMAT, "%s:%u: there is no part '%.*s'",
		       table->path.data, table->lines.items[row],
		       STR_ARGS(part));
}

int html_names_open(struct html_names **lexicon, const char *lexicons,
		    struct err *err)
{
	struct html_names *new = memory_get(sizeof *new);
	int rc;

	*new = (struct html_names){ 0 };
	rc = lexicons_load(&new->table, lexicons, "html_furniture.tsv",
			   "part word", err);
	if (rc < 0) {
		free(new);
		return rc;
	}
	for (size_t i = 0; rc == 0 && i < new->table.row_count; i++)
		rc = add_row(new, i, err);
	if (rc < 0) {
		html_names_close(new);
		return rc;
	}
	if (new->rows.count > 1)
		qsort(new->rows.items, new->rows.count,
		      sizeof *new->rows.items, compare_rows);
	*lexicon = new;
	return 0;
}

void html_names_close(struct html_names *lexicon)
{
	if (!lexicon)
		return;
	LIST_RELEASE(&lexicon->rows);
	table_release(&lexicon->table);
	free(lexicon);
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_word(char c)
{
	return is_upper(c) || (c >= 'a' && c <= 'z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* `mainNav__item` becomes `main-nav-item`. */
static size_t split_name(char *out, struct str name)
{
	size_t len = 0;

	for (size_t i = 0; i < name.len && len + 2 < 2 * NAME_BYTES; i++) {
		char c = name.data[i];
		bool new_word = i > 0 && is_upper(c) &&
				!is_upper(name.data[i - 1]);

		if ((!is_word(c) || new_word) && len > 0 &&
		    out[len - 1] != '-')
			out[len++] = '-';
		if (is_word(c))
			out[len++] = is_upper(c) ? (char)(c - 'A' + 'a') : c;
	}
	while (len > 0 && out[len - 1] == '-')
		len--;
	return len;
}

static unsigned look_up(const struct html_names *lexicon, struct str word,
			bool whole)
{
	struct row key = { .word = word };
	const struct row *rows = lexicon->rows.items, *end, *row;
	unsigned parts_found = 0;

	if (lexicon->rows.count == 0)
		return 0;
	end = rows + lexicon->rows.count;
	row = bsearch(&key, rows, lexicon->rows.count, sizeof *rows,
		      compare_rows);
	while (row && row > rows && str_equal(row[-1].word, word))
		row--;
	for (; row && row < end && str_equal(row->word, word); row++)
		if (whole || !row->whole)
			parts_found |= row->part;
	return parts_found;
}

/* Every one, two and three words in a row. */
static unsigned find_words(const struct html_names *lexicon, struct str name)
{
	unsigned found = 0;

	for (size_t start = 0; start < name.len;) {
		size_t next = str_find(name, STR("-"), start), end = next;

		for (int words = 1; words <= WORDS_MAX; words++) {
			found |= look_up(lexicon,
					 str_slice(name, start, end),
					 start == 0 && end == name.len);
			if (end == name.len)
				break;
			end = str_find(name, STR("-"), end + 1);
		}
		start = next + 1;
	}
	return found;
}

unsigned html_names_find(const struct html_names *lexicon, struct str names)
{
	char split[2 * NAME_BYTES];
	unsigned found = 0;

	for (size_t at = 0; at < names.len;) {
		size_t start;

		while (at < names.len && (unsigned char)names.data[at] <= ' ')
			at++;
		start = at;
		while (at < names.len && (unsigned char)names.data[at] > ' ')
			at++;
		if (at == start || at - start > NAME_BYTES)
			continue;
		found |= find_words(lexicon, (struct str){
			split, split_name(split,
					  str_slice(names, start, at))
		});
	}
	return found;
}
