#include "correction_set.h"

#include "table.h"
#include "utf8.h"

static const char columns[] = "action document at what value who when why";

/* What a file is checked against. */
struct check {
	struct table table;
	struct strbuf actions, incidents;
	struct str types;
};

static int check_columns(const struct table *table, struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < table->columns.count; i++) {
		struct str rest = str_of(columns), known;
		struct str name = table->columns.items[i];
		bool is = false;

		while (str_split(&rest, ' ', &known))
			is = is || str_equal(known, name);
		if (is)
			continue;
		corrections_suggest(&text, name, str_of(columns));
		rc = err_set(err, ERR_FORMAT, "%s:1: there is no column "
			     "'%.*s'%s", table->path.data, STR_ARGS(name),
			     text.data);
	}
	strbuf_release(&text);
	return rc;
}

/* In NFC, each control character and run of blanks one blank. */
static struct str clean_cell(struct arena *arena, struct str cell)
{
	struct strbuf nfc = STRBUF_INIT, clean = STRBUF_INIT;
	struct str copy;

	utf8_add_nfc(&nfc, cell);
	for (size_t i = 0; i < nfc.len; i++) {
		char byte = nfc.data[i];

		if ((unsigned char)byte <= 0x20 || byte == 0x7f)
			byte = ' ';
		if (byte != ' ' || (clean.len > 0 &&
				    clean.data[clean.len - 1] != ' '))
			strbuf_add_char(&clean, byte);
	}
	copy = str_copy(arena, str_trim(strbuf_view(&clean)));
	strbuf_release(&nfc);
	strbuf_release(&clean);
	return copy;
}

static int refuse_word(const struct table *table, size_t row, const char *what,
		       struct str word, struct str choices, struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	int rc;

	corrections_suggest(&text, word, choices);
	rc = table_refuse(table, row, err, "there is no %s '%.*s'%s", what,
			  STR_ARGS(word), text.data);
	strbuf_release(&text);
	return rc;
}

static int find_action(const struct check *check, size_t row,
		       struct correction *correction, struct err *err)
{
	struct str word = table_named_cell(&check->table, row, "action");

	for (int i = 0; i < CORRECT_ACTIONS; i++)
		if (str_equal(word, str_of(correction_action_name(
					   (enum correction_action)i)))) {
			correction->action = (enum correction_action)i;
			return 0;
		}
	return refuse_word(&check->table, row, "action", word,
			   strbuf_view(&check->actions), err);
}

static bool has_word(struct str words, struct str asked)
{
	struct str word;

	while (str_split(&words, ' ', &word))
		if (str_equal(word, asked))
			return true;
	return false;
}

/* Types that no lexicon has are mistakes. */
static int check_types(const struct check *check, size_t row,
		       const struct correction *c, struct err *err)
{
	struct str incidents = strbuf_view(&check->incidents);

	if (c->action == CORRECT_TYPE && !has_word(check->types, c->value))
		return refuse_word(&check->table, row, "type", c->value,
				   check->types, err);
	if (c->action != CORRECT_INCIDENT)
		return 0;
	if (!has_word(incidents, c->head))
		return refuse_word(&check->table, row, "type", c->head,
				   incidents, err);
	if (c->set.field && !strcmp(c->set.field->key, "type") &&
	    !has_word(incidents, c->set.value))
		return refuse_word(&check->table, row, "type", c->set.value,
				   incidents, err);
	return 0;
}

static int read_row(struct corrections *set, struct check *check, size_t row,
		    struct err *err)
{
	struct correction c = { .file = check->table.path,
				.line = check->table.lines.items[row] };
	const struct { const char *column; struct str *cell; } cells[] = {
		{ "document", &c.document }, { "at", &c.at },
		{ "what", &c.what }, { "value", &c.value }, { "who", &c.who },
		{ "when", &c.when }, { "why", &c.why }
	};
	int rc = find_action(check, row, &c, err);

	for (size_t i = 0; i < COUNT_OF(cells); i++)
		*cells[i].cell = clean_cell(&check->table.arena,
			table_named_cell(&check->table, row, cells[i].column));
	if (rc < 0)
		return rc;
	if ((rc = correction_parse(&c, err)) < 0)
		return table_blame(&check->table, row, rc, err);
	if ((rc = check_types(check, row, &c, err)) == 0)
		corrections_add(set, &c);
	return rc;
}

static int read_rows(struct corrections *set, struct check *check,
		     void (*warn)(void *data, const struct err *err),
		     void *data, struct err *err)
{
	int rc = check_columns(&check->table, err);

	if (rc == 0 && check->table.row_count > CORRECTIONS_MAX)
		rc = err_set(err, ERR_LIMIT, "%s: has more than %d rows",
			     check->table.path.data, CORRECTIONS_MAX);
	for (size_t i = 0; rc == 0 && i < check->table.row_count; i++) {
		struct err one = ERR_INIT, told = ERR_INIT;

		if (read_row(set, check, i, &one) == 0)
			continue;
		err_set(&told, one.code, "%s; this row is left out", one.text);
		warn(data, &told);
	}
	return rc;
}

static int list_incidents(struct strbuf *out, struct lexicons *lexicons,
			  struct err *err)
{
	struct table *acts;
	int rc = lexicons_table(lexicons, "acts.tsv", &acts, err);

	for (size_t i = 0; rc == 0 && i < acts->row_count; i++) {
		struct str type = table_named_cell(acts, i, "type");

		if (!has_word(strbuf_view(out), type))
			strbuf_addf(out, "%s%.*s", out->len > 0 ? " " : "",
				    STR_ARGS(type));
	}
	return rc;
}

int corrections_load(struct corrections *set, const char *path,
		     struct lexicons *lexicons, struct str types,
		     void (*warn)(void *data, const struct err *err),
		     void *data, struct err *err)
{
	struct check check = { .types = types };
	int rc = table_load(&check.table, path, "action what", err);

	if (rc < 0)
		return rc;
	for (int i = 0; i < CORRECT_ACTIONS; i++)
		strbuf_addf(&check.actions, "%s%s", i > 0 ? " " : "",
			    correction_action_name((enum correction_action)i));
	rc = list_incidents(&check.incidents, lexicons, err);
	if (rc == 0)
		rc = read_rows(set, &check, warn, data, err);
	table_release(&check.table);
	strbuf_release(&check.actions);
	strbuf_release(&check.incidents);
	return rc;
}
