#include "proper_names.h"

#include "mapped_table.h"
#include "utf8.h"

/* Is it of capitals and full stops alone? */
static bool is_short(struct str name)
{
	enum { LONGEST = 12 };
	size_t capitals = 0;

	for (size_t at = 0; at < name.len && name.len <= LONGEST;) {
		uint32_t c = utf8_next(name, &at);

		if (utf8_is_upper(c))
			capitals++;
		else if (c != '.')
			return false;
	}
	return capitals > 1;
}

/* A vector of GCC's and clang's, on any machine. */
typedef unsigned char block __attribute__((vector_size(16)));

/* May one of the sixteen bytes be a tab with the letter behind it? */
static bool block_begins(const char *bytes, struct str letter)
{
	block tabs, ends, begins;
	uint64_t halves[2];

	memcpy(&tabs, bytes, sizeof tabs);
	memcpy(&ends, bytes + letter.len, sizeof ends);
	begins = (block)((tabs == '\t') &
			 (ends == (unsigned char)letter.data[letter.len - 1]));
	memcpy(halves, &begins, sizeof halves);
	return (halves[0] | halves[1]) != 0;
}

/* Where the next cell begins that begins with the letter, or rows.len. */
static size_t next_cell(struct str rows, size_t at, struct str letter)
{
	for (; at + letter.len < rows.len; at++) {
		while (at + letter.len + sizeof(block) <= rows.len &&
		       !block_begins(rows.data + at, letter))
			at += sizeof(block);
		if (at + letter.len < rows.len && rows.data[at] == '\t' &&
		    !memcmp(rows.data + at + 1, letter.data, letter.len))
			return at + 1;
	}
	return rows.len;
}

/* Only names begin with a capital. */
static void add_names(struct string_map *names, struct str rows,
		      struct str letter, uint32_t kind)
{
	for (size_t at = next_cell(rows, 0, letter); at < rows.len;
	     at = next_cell(rows, at, letter)) {
		struct str name = str_slice(rows, at, at + strcspn(
			rows.data + at, "\t\n"));

		if (is_short(name))
			string_map_add(names, name, PROPER_NAME_SHORT);
		else if (kind)
			string_map_add(names, name, kind);
	}
}

int proper_names_load(struct string_map *names, const char *folder,
		      struct str letter, struct err *err)
{
	static const struct {
		const char *file, *header;
		uint32_t kind;         /* of names that are not short */
	} files[] = {
		{ "given_names.tsv", "id\tlang\tname\tgender\tcue",
		  PROPER_NAME },
		{ "surnames.tsv", "id\tlang\tname\tgender", PROPER_NAME },
		{ "names/places.tsv", "id\tlang\tname\tcue", PROPER_NAME },
		{ "nationalities.tsv", "id\tlang\tword", PROPER_NAME },
		{ "currencies.tsv", "code\tlang\tform", 0 },
	};
	int rc = 0;

	if (string_map_find(names, letter) & PROPER_NAME_LETTER)
		return 0;
	for (size_t i = 0; rc == 0 && i < COUNT_OF(files); i++) {
		struct mapped_table table;

		rc = mapped_table_open(&table, folder, STR("."), files[i].file,
				       str_of(files[i].header), err);
		if (rc == 0) {
			add_names(names, table.rows, letter, files[i].kind);
			mapped_table_close(&table);
		}
		rc = rc == ERR_MISSING ? 0 : rc;
	}
	string_map_add(names, letter, PROPER_NAME_LETTER);
	return rc;
}
