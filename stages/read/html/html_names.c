#include "html_names.h"

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
	LIST(struct row) rows; /* by word; the table's */
};

static const char *const part_names[] = {
	"furniture", "furniture_alone", "furniture_short", "pullquote",
	"notes", "note_mark", "caption", "heading", "label", "item", NULL
};

static const struct {
	unsigned part;
	bool whole;
} parts[] = { /* in the order of their names */
	{ PART_FURNITURE, false }, { PART_FURNITURE, true },
	{ PART_SHORT, false }, { PART_PULLQUOTE, false },
	{ PART_NOTES, false }, { PART_NOTE_MARK, false },
	{ PART_CAPTION, false }, { PART_HEADING, false },
	{ PART_LABEL, false }, { PART_ITEM, false },
};

static int compare_rows(const void *a, const void *b)
{
	const struct row *one = a, *other = b;

	return str_compare(one->word, other->word);
}

static int add_row(struct html_names *names, struct table *table, size_t row,
		   struct err *err)
{
	unsigned part = 0;
	int rc = table_choice(table, row, "part", part_names, &part, err);

	if (rc < 0)
		return rc;
	*LIST_ADD(&names->rows) = (struct row){
		table_named_cell(table, row, "word"), parts[part].part,
		parts[part].whole
	};
	table_take(table, row);
	return 0;
}

int html_names_open(struct html_names **names, struct lexicons *lexicons,
		    struct err *err)
{
	struct html_names *new = memory_get_zeroed(sizeof *new);
	struct table *table;
	int rc = lexicons_table(lexicons, "html_furniture.tsv", &table, err);

	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(new, table, row, err);
	if (rc < 0) {
		html_names_close(new);
		return rc;
	}
	if (new->rows.count > 1)
		qsort(new->rows.items, new->rows.count,
		      sizeof *new->rows.items, compare_rows);
	*names = new;
	return 0;
}

void html_names_close(struct html_names *lexicon)
{
	if (!lexicon)
		return;
	LIST_RELEASE(&lexicon->rows);
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
