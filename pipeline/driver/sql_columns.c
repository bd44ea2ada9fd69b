#include "sql_columns.h"

#include <ctype.h>

struct reader {
	struct sql_columns *columns;
	struct str sql;
	size_t at;
	int depth;
	struct strbuf text; /* of the column that is being read */
};

/* From `at` behind a comment, a quoted text or one byte. */
static size_t skip(struct str sql, size_t at)
{
	const char *end = NULL;

	if (str_has_prefix(str_slice(sql, at, sql.len), STR("--")))
		end = memchr(sql.data + at, '\n', sql.len - at);
	else if (sql.data[at] == '\'')
		end = memchr(sql.data + at + 1, '\'', sql.len - at - 1);
	return end ? (size_t)(end - sql.data) + 1 : at + 1;
}

static int depth_of(char byte)
{
	return byte == '(' ? 1 : byte == ')' ? -1 : 0;
}

static bool is_word_at(struct str sql, size_t at, struct str word)
{
	return str_has_prefix(str_slice(sql, at, sql.len), word) &&
	       (at == 0 || str_is_blank(sql.data[at - 1])) &&
	       (at + word.len == sql.len ||
		str_is_blank(sql.data[at + word.len]));
}

/* Behind the first SELECT that stands in no brackets, or the first bracket. */
static size_t find_list(struct str sql)
{
	const struct str select = STR("SELECT");
	bool is_view = str_has_prefix(sql, STR("CREATE VIEW"));
	int depth = 0;

	for (size_t at = 0; at < sql.len; at = skip(sql, at)) {
		if (!is_view && sql.data[at] == '(')
			return at + 1;
		if (is_view && depth == 0 && is_word_at(sql, at, select))
			return at + select.len;
		depth += depth_of(sql.data[at]);
	}
	return sql.len;
}

static void add_comment(struct reader *in, struct str comment)
{
	struct sql_columns *columns = in->columns;
	struct str *to = &columns->comment;
	struct strbuf all = STRBUF_INIT;

	if (columns->list.count > 0)
		to = &columns->list.items[columns->list.count - 1].comment;
	strbuf_add(&all, *to);
	if (all.len > 0)
		strbuf_add_char(&all, ' ');
	strbuf_add(&all, str_trim(comment));
	*to = str_copy(&columns->arena, strbuf_view(&all));
	strbuf_release(&all);
}

static void end_text(struct reader *in)
{
	struct sql_columns *columns = in->columns;
	struct sql_column *last;

	if (columns->list.count == 0)
		return;
	last = &columns->list.items[columns->list.count - 1];
	if (in->text.len > 0)
		last->text = str_copy(&columns->arena,
				      str_trim(strbuf_view(&in->text)));
	strbuf_clear(&in->text);
}

static void add_byte(struct reader *in, char byte)
{
	if (str_is_blank(byte)) {
		if (in->text.len > 0 && in->text.data[in->text.len - 1] != ' ')
			strbuf_add_char(&in->text, ' ');
		return;
	}
	if (in->text.len == 0)
		LIST_ADD(&in->columns->list);
	strbuf_add_char(&in->text, byte);
}

/* One step; false at the end of the list. */
static bool read_step(struct reader *in)
{
	struct str rest = str_slice(in->sql, in->at, in->sql.len);
	size_t end = skip(in->sql, in->at);
	char byte = rest.data[0];

	if (str_has_prefix(rest, STR("--"))) {
		add_comment(in, str_slice(in->sql, in->at + 2, end));
		add_byte(in, ' ');
		in->at = end;
		return true;
	}
	in->depth += depth_of(byte);
	if (in->depth < 0 ||
	    (in->depth == 0 && is_word_at(in->sql, in->at, STR("FROM"))))
		return false;
	if (byte == ',' && in->depth == 0)
		end_text(in);
	else
		while (in->at < end)
			add_byte(in, in->sql.data[in->at++]);
	in->at = end;
	return true;
}

void sql_columns_read(struct sql_columns *columns, struct str sql)
{
	struct reader in = { .columns = columns, .sql = sql,
			     .at = find_list(sql), .text = STRBUF_INIT };
	size_t head = str_find(sql, STR(" AS -- "), 0);

	*columns = (struct sql_columns){ .arena = ARENA_INIT };
	if (head < in.at)
		add_comment(&in, str_slice(sql, head + 7,
					   str_find(sql, STR("\n"), head)));
	while (in.at < sql.len && read_step(&in))
		continue;
	end_text(&in);
	strbuf_release(&in.text);
}

void sql_columns_release(struct sql_columns *columns)
{
	LIST_RELEASE(&columns->list);
	arena_release(&columns->arena);
}

struct str sql_column_name(const struct sql_column *column)
{
	struct str name = column->text;
	size_t at = 0, as;

	while ((as = str_find(name, STR(" AS "), at)) < name.len)
		at = as + 4;
	name = str_slice(name, at, name.len);
	if (at == 0) {
		const char *blank = memchr(name.data, ' ', name.len);

		if (blank)
			name.len = (size_t)(blank - name.data);
		for (size_t i = name.len; i > 0; i--)
			if (name.data[i - 1] == '.') {
				name = str_slice(name, i, name.len);
				break;
			}
	}
	for (size_t i = 0; i < name.len; i++)
		if (!islower((unsigned char)name.data[i]) &&
		    !isdigit((unsigned char)name.data[i]) &&
		    name.data[i] != '_')
			return STR_NONE;
	return name;
}
