#include "csv_mask.h"

#include "interned.h"
#include "utf8.h"

#include <stdlib.h>

struct merged {
	int64_t count;
	bool is_told;
};

struct csv_mask {
	struct mask *mask;
	const struct csv_table *table;
	struct statement *paragraph;
	int64_t at;                    /* row of the paragraph at hand */
	struct strbuf text;            /* its own, masked */
	LIST(struct output_hit) chars; /* where each character of it went */
	struct interned keys;          /* of a table whose rows are made one */
	LIST(struct merged) merged;    /* by key */
	struct strbuf key;
};

enum role {
	ROLE_TEXT,     /* masked by itself */
	ROLE_KEPT,
	ROLE_EMPTY,
	ROLE_COUNT,
	/* of the paragraph whose row stands behind the columns */
	ROLE_START, ROLE_END,
	ROLE_BETWEEN   /* the text from start_char to end_char, or all */
};

static const struct {
	const char *column;
	enum role role;
} roles[] = {
	{ "sha256", ROLE_KEPT },
	{ "source_start", ROLE_EMPTY }, { "source_end", ROLE_EMPTY },
	{ "count", ROLE_COUNT },
	{ "start_char", ROLE_START }, { "end_char", ROLE_END },
	{ "anchor_char", ROLE_END },
	{ "text", ROLE_BETWEEN }, { "form", ROLE_BETWEEN },
};

int csv_mask_open(struct csv_mask **masked, struct mask *mask,
		  struct database *db, struct err *err)
{
	struct csv_mask *made = memory_get(sizeof *made);

	memset(made, 0, sizeof *made);
	made->mask = mask;
	interned_init(&made->keys);
	*masked = made;
	return statement_open(&made->paragraph, db,
			      "SELECT text FROM paragraph WHERE id = ?1", err);
}

void csv_mask_close(struct csv_mask *masked)
{
	if (!masked)
		return;
	statement_close(masked->paragraph);
	strbuf_release(&masked->text);
	strbuf_release(&masked->key);
	LIST_RELEASE(&masked->chars);
	LIST_RELEASE(&masked->merged);
	interned_release(&masked->keys);
	free(masked);
}

static void mask_paragraph(struct csv_mask *masked, struct str text)
{
	struct str view = text;

	LIST_CLEAR(&masked->chars);
	for (size_t at = 0; at < view.len;) {
		struct output_hit *hit = LIST_ADD(&masked->chars);

		hit->start = at;
		utf8_next(view, &at);
		hit->end = at;
	}
	strbuf_clear(&masked->text);
	mask_add(masked->mask, &masked->text, text, masked->chars.items,
		 masked->chars.count);
}

static int find_paragraph(struct csv_mask *masked, int64_t row,
			  struct err *err)
{
	int rc;

	if (row == masked->at)
		return 0;
	statement_bind_number(masked->paragraph, 1, row);
	rc = statement_step(masked->paragraph, err);
	if (rc > 0) {
		mask_paragraph(masked, statement_text(masked->paragraph, 0));
		masked->at = row;
		statement_reset(masked->paragraph);
	}
	return rc < 0 ? rc : 0;
}

/* The byte where a character went; within a mask: where that begins. */
static size_t start_of(const struct csv_mask *masked, size_t character)
{
	const struct output_hit *hits = masked->chars.items;

	if (character >= masked->chars.count)
		return masked->text.len;
	while (character > 0 && hits[character].start == hits[character].end)
		character--;
	return hits[character].start;
}

/* The byte behind the characters before that one. */
static size_t end_of(const struct csv_mask *masked, size_t character)
{
	if (character == 0)
		return 0;
	if (character > masked->chars.count)
		return masked->text.len;
	return masked->chars.items[character - 1].end;
}

static void add_chars(const struct csv_mask *masked, size_t byte,
		      struct strbuf *out)
{
	strbuf_add_number(out, utf8_chars(str_slice(
		strbuf_view(&masked->text), 0, byte)));
}

static enum role role_of(const char *column)
{
	for (size_t i = 0; i < COUNT_OF(roles); i++)
		if (!strcmp(roles[i].column, column))
			return roles[i].role;
	return ROLE_TEXT;
}

/* SIZE_MAX: the table has none. */
static size_t find_role(const struct csv_table *table, enum role role)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (role_of(table->columns[i].name) == role)
			return i;
	return SIZE_MAX;
}

static void add_between(struct csv_mask *masked, struct statement *st,
			struct strbuf *out)
{
	size_t start = find_role(masked->table, ROLE_START);
	size_t end = find_role(masked->table, ROLE_END);

	if (start == SIZE_MAX) {
		strbuf_add(out, strbuf_view(&masked->text));
		return;
	}
	start = start_of(masked, (size_t)statement_number(st, (int)start));
	end = end_of(masked, (size_t)statement_number(st, (int)end));
	if (start < end)
		strbuf_add(out, str_slice(strbuf_view(&masked->text), start,
					  end));
}

static void add_placed(struct csv_mask *masked, struct statement *st,
		       int column, enum role role, struct strbuf *out)
{
	size_t character = (size_t)statement_number(st, column);

	if (role == ROLE_BETWEEN)
		add_between(masked, st, out);
	else if (role == ROLE_START)
		add_chars(masked, start_of(masked, character), out);
	else
		add_chars(masked, end_of(masked, character), out);
}

/* The row of the paragraph that its places are in, or 0. */
static int64_t paragraph_of(const struct csv_mask *masked,
			    struct statement *st)
{
	int behind = (int)masked->table->column_count;

	return statement_columns(st) > behind ? statement_number(st, behind)
					      : 0;
}

static bool is_merged(const struct csv_table *table)
{
	return str_has_prefix(str_of(table->primary), STR("entity"));
}

/* The key of the row at hand: its number, or 0 where the table is of those
 * whose keys differ still. */
static uint32_t find_key(struct csv_mask *masked, struct statement *st,
			 bool add)
{
	const struct csv_table *table = masked->table;
	struct str rest = str_of(table->primary), name;

	if (!is_merged(table))
		return 0;
	strbuf_clear(&masked->key);
	while (str_split(&rest, ' ', &name))
		for (size_t i = 0; i < table->column_count; i++) {
			if (!str_equal(str_of(table->columns[i].name), name))
				continue;
			mask_add(masked->mask, &masked->key,
				 statement_text(st, (int)i), NULL, 0);
			strbuf_add_char(&masked->key, '\0');
		}
	return add ? interned_add(&masked->keys, strbuf_view(&masked->key))
		   : interned_find(&masked->keys, strbuf_view(&masked->key));
}

int csv_mask_begin(struct csv_mask *masked, const struct csv_table *table,
		   struct statement *st, struct err *err)
{
	size_t count = find_role(table, ROLE_COUNT);
	int rc;

	masked->table = table;
	if (!is_merged(table))
		return 0;
	interned_clear(&masked->keys);
	LIST_CLEAR(&masked->merged);
	while ((rc = statement_step(st, err)) > 0) {
		uint32_t key = find_key(masked, st, true);

		while (masked->merged.count <= key)
			*LIST_ADD(&masked->merged) = (struct merged){ 0 };
		if (count != SIZE_MAX)
			masked->merged.items[key].count +=
				statement_number(st, (int)count);
	}
	return rc;
}

bool csv_mask_skips(struct csv_mask *masked, struct statement *st)
{
	uint32_t key = find_key(masked, st, false);
	bool skips = key && masked->merged.items[key].is_told;

	if (key)
		masked->merged.items[key].is_told = true;
	return skips;
}

int csv_mask_add(struct csv_mask *masked, struct statement *st, size_t column,
		 struct strbuf *out, struct err *err)
{
	enum role role = role_of(masked->table->columns[column].name);
	struct str text = statement_text(st, (int)column);
	int64_t paragraph = paragraph_of(masked, st);
	uint32_t key = role == ROLE_COUNT ? find_key(masked, st, false) : 0;
	int rc = 0;

	if (text.len == 0 || role == ROLE_EMPTY)
		return 0;
	if (role >= ROLE_START && paragraph) {
		if ((rc = find_paragraph(masked, paragraph, err)) == 0)
			add_placed(masked, st, (int)column, role, out);
	} else if (key) {
		strbuf_add_number(out, (uint64_t)
				  masked->merged.items[key].count);
	} else if (role == ROLE_KEPT) {
		strbuf_add(out, text);
	} else {
		mask_add(masked->mask, out, text, NULL, 0);
	}
	return rc;
}
