/* The rows of a sentence: words, multiword tokens, empty nodes. */
#include "stream_read_internal.h"

enum { COLUMNS = 10, ID = 0, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS,
       MISC };

static bool is_none(struct str column)
{
	return str_equal(column, STR("_"));
}

static struct str keep(struct parse *p, struct str column)
{
	return is_none(column) ? STR_NONE : str_copy(&p->doc->arena, column);
}

/* UDPipe's escapes of MISC values. */
static struct str misc_unescape(struct parse *p, struct str value)
{
	static const char coded[] = "strnp\\", plain[] = " \t\r\n|\\";
	char *copy;
	size_t len = 0;

	if (str_find(value, STR("\\"), 0) == value.len)
		return value;
	copy = str_copy_z(&p->doc->arena, value);
	for (size_t i = 0; i < value.len; i++) {
		const char *found = NULL;

		if (copy[i] == '\\' && i + 1 < value.len && copy[i + 1])
			found = strchr(coded, copy[i + 1]);
		copy[len++] = found ? plain[found - coded] : copy[i];
		i += found != NULL;
	}
	return (struct str){ copy, len };
}

/* The form must stand next in # text; *start, *end are in the paragraph. */
static int place_form(struct parse *p, struct str form, uint32_t *start,
		      uint32_t *end, bool *glued)
{
	struct str text = p->block.text;
	size_t at = p->block.text_at;

	while (at < text.len && text.data[at] == ' ')
		at++;
	if (form.len > text.len - at ||
	    !str_equal(str_slice(text, at, at + form.len), form))
		return parse_fail(p, p->lines->number,
				  "FORM '%.*s' does not stand next in # text",
				  STR_ARGS(form));
	*start = (uint32_t)(p->par_text.len + at);
	*end = (uint32_t)(*start + form.len);
	at += form.len;
	*glued = at < text.len && text.data[at] != ' ';
	p->block.text_at = at;
	return 0;
}

/* Entities of a sentence end in it. */
static int count_brackets(struct parse *p, struct str entity)
{
	for (size_t i = 0; i < entity.len; i++) {
		size_t *open = &p->block.entities_open;

		if (entity.data[i] == ')' && *open == 0)
			return parse_fail(p, p->lines->number,
					  "Entity=%.*s ends what is not open",
					  STR_ARGS(entity));
		*open += entity.data[i] == '(';
		*open -= entity.data[i] == ')';
	}
	return 0;
}

struct misc {
	struct str entity, own_entity, rule, suffix;
	struct str lang, key, stem, inner, orig;
	bool no_space;
	struct strbuf others;
};

static void read_misc(struct parse *p, struct str column, struct misc *misc)
{
	struct str piece;

	*misc = (struct misc){ .others = STRBUF_INIT };
	if (is_none(column))
		return;
	while (str_split(&column, '|', &piece)) {
		size_t equal = str_find(piece, STR("="), 0);
		struct str name = str_slice(piece, 0, equal);
		struct str value;

		/* what is last when it is written would end its line */
		while (str_has_suffix(piece, STR("\r")))
			piece.len--;
		value = str_slice(piece, equal < piece.len ? equal + 1 : equal,
				  piece.len);
		if (str_equal(name, STR("Entity")) && !parse_is_foreign(p))
			misc->entity = value;
		else if (str_equal(name, STR(STREAM_OWN_ENTITY)))
			misc->own_entity = value;
		else if (str_equal(name, STR(STREAM_RULE)))
			misc->rule = value;
		else if (str_equal(name, STR(STREAM_SUFFIX)))
			misc->suffix = value;
		else if (str_equal(name, STR("Lang")))
			misc->lang = value;
		else if (str_equal(name, STR("Key")))
			misc->key = misc_unescape(p, value);
		else if (str_equal(name, STR("Stem")))
			misc->stem = misc_unescape(p, value);
		else if (str_equal(name, STR("Inner")))
			misc->inner = misc_unescape(p, value);
		else if (str_equal(name, STR("Orig")))
			misc->orig = misc_unescape(p, value);
		else if (str_equal(piece, STR("SpaceAfter=No")))
			misc->no_space = true;
		else if (!str_equal(name, STR("TokenRange")) &&
			 !str_equal(name, STR("SpaceAfter"))) {
			if (misc->others.len > 0)
				strbuf_add_char(&misc->others, '|');
			strbuf_add(&misc->others, piece);
		}
	}
}

static void keep_entity(struct parse *p, bool own, struct str value,
			const struct misc *misc)
{
	parse_keep_entity(p, own, &(struct pending_entity){
		.value = value, .rule = misc->rule, .suffix = misc->suffix });
}

static void keep_columns(struct parse *p, struct token *token,
			 const struct str *c, const struct misc *misc)
{
	struct extra *extra;
	bool any = misc->others.len > 0 || misc->orig.len > 0;
	bool is_stem = misc->stem.len > 0 && str_equal(c[LEMMA], misc->stem);

	token->flags |= is_stem ? TOKEN_LEMMA : 0;
	for (int i = is_stem ? UPOS : LEMMA; i <= DEPS; i++)
		any = any || !is_none(c[i]);
	if (!any)
		return;
	extra = token_extra(p->doc, token);
	extra->lemma = is_stem ? STR_NONE : keep(p, c[LEMMA]);
	extra->upos = keep(p, c[UPOS]);
	extra->xpos = keep(p, c[XPOS]);
	extra->feats = keep(p, c[FEATS]);
	extra->head = keep(p, c[HEAD]);
	extra->deprel = keep(p, c[DEPREL]);
	extra->deps = keep(p, c[DEPS]);
	extra->orig = str_copy(&p->doc->arena, misc->orig);
	extra->misc = str_copy(&p->doc->arena, strbuf_view(&misc->others));
}

/* What is the same wherever a row of these words stands. */
static void keep_known(struct parse *p, const struct token *token,
		       const struct misc *misc, struct str rest)
{
	struct known_row *row;

	if (rest.len == 0 || token->extra || misc->entity.len > 0 ||
	    misc->own_entity.len > 0 || misc->lang.len > 0 ||
	    !(row = known_rows_at(&p->known, p->doc->words, rest)))
		return;
	row->form = token->form;
	row->stem = token->stem;
	row->key = token->key;
	row->inner = token->inner;
	row->is_lemma = (token->flags & TOKEN_LEMMA) != 0;
	row->no_space = misc->no_space;
	known_row_set(row, rest);
}

static int add_known(struct parse *p, const struct known_row *row)
{
	struct document *doc = p->doc;
	struct token *token = LIST_ADD(&doc->tokens);
	struct block *b = &p->block;
	bool glued = false;
	int rc;

	token->form = row->form;
	token->stem = row->stem;
	token->key = row->key;
	token->inner = row->inner;
	token->lang = b->lang;
	rc = place_form(p, words_text(doc->words, row->form), &token->start,
			&token->end, &glued);
	if (rc == 0 && b->text_at == b->text.len)
		glued = row->no_space;
	token->flags = (uint8_t)((glued ? TOKEN_GLUED : 0) |
				 (row->is_lemma ? TOKEN_LEMMA : 0));
	return rc;
}

static int parse_word(struct parse *p, const struct str *c, struct str rest)
{
	struct document *doc = p->doc;
	struct block *b = &p->block;
	size_t index = doc->tokens.count;
	struct token *token = LIST_ADD(&doc->tokens);
	struct misc misc;
	bool glued = true;
	int rc = 0;

	read_misc(p, c[MISC], &misc);
	token->form = words_add(doc->words, c[FORM]);
	token->key = words_add(doc->words, misc.key);
	token->stem = words_add(doc->words, misc.stem);
	token->inner = words_add(doc->words, misc.inner);
	token->lang = misc.lang.len ? words_lang(doc->words, misc.lang)
				    : b->lang;
	if (index < b->part_end) {
		token->start = b->part_start;
		token->end = b->part_stop;
	} else {
		rc = place_form(p, c[FORM], &token->start, &token->end, &glued);
		if (rc == 0 && b->text_at == b->text.len)
			glued = misc.no_space;
		token->flags = glued ? TOKEN_GLUED : 0;
	}
	keep_columns(p, token, c, &misc);
	if (rc == 0 && misc.entity.len > 0) {
		keep_entity(p, false, misc.entity, &misc);
		rc = count_brackets(p, misc.entity);
	}
	if (misc.own_entity.len > 0)
		keep_entity(p, true, misc.own_entity, &misc);
	if (rc == 0)
		keep_known(p, token, &misc, rest);
	strbuf_release(&misc.others);
	return rc;
}

/* Where the words of a multiword token add up to it, each has its own part. */
static void place_parts(struct parse *p, size_t first)
{
	struct document *doc = p->doc;
	struct token *tokens = doc->tokens.items;
	size_t end = p->block.part_end;
	uint32_t at = p->block.part_start;

	for (size_t i = first; i < end; i++) {
		struct str form = words_text(doc->words, tokens[i].form);
		size_t offset = at - p->par_text.len;

		if (form.len > p->block.part_stop - at ||
		    !str_equal(str_slice(p->block.text, offset,
					 offset + form.len), form))
			return;
		at += (uint32_t)form.len;
	}
	if (at != p->block.part_stop)
		return;
	at = p->block.part_start;
	for (size_t i = first; i < end; i++) {
		tokens[i].start = at;
		at += (uint32_t)words_text(doc->words, tokens[i].form).len;
		tokens[i].end = at;
	}
}

static void close_parts(struct parse *p)
{
	struct block *b = &p->block;
	struct token *tokens = p->doc->tokens.items;
	size_t first = b->part_end;

	if (b->part_end == 0 || p->doc->tokens.count != b->part_end)
		return;
	while (tokens[--first].parts == 0)
		;
	place_parts(p, first);
	for (size_t i = first; i + 1 < b->part_end; i++)
		tokens[i].flags |= TOKEN_GLUED;
	tokens[b->part_end - 1].flags |= b->part_flags;
	b->part_end = 0;
}

static int parse_range(struct parse *p, const struct str *c, uint64_t from,
		       uint64_t to)
{
	struct block *b = &p->block;
	struct document *doc = p->doc;
	uint64_t next = doc->tokens.count - b->first_token + 1;
	struct misc misc;
	bool glued;
	int rc;

	if (from != next || to <= from || to - from > 200 || b->part_end)
		return parse_fail(p, p->lines->number,
				  "ID '%.*s' is out of order", STR_ARGS(c[ID]));
	rc = place_form(p, c[FORM], &b->part_start, &b->part_stop, &glued);
	if (rc < 0)
		return rc;
	read_misc(p, c[MISC], &misc);
	if (b->text_at == b->text.len)
		glued = misc.no_space;
	b->part_flags = glued ? TOKEN_GLUED : 0;
	b->part_end = doc->tokens.count + (size_t)(to - from + 1);
	b->range_first = true;
	strbuf_clear(&b->range);
	for (int i = LEMMA; i <= DEPS; i++) {
		strbuf_add(&b->range, c[i]);
		strbuf_add_char(&b->range, '\t');
	}
	strbuf_add(&b->range, strbuf_view(&misc.others));
	if (str_equal(strbuf_view(&b->range), STR("_\t_\t_\t_\t_\t_\t_\t")))
		strbuf_clear(&b->range);
	strbuf_release(&misc.others);
	return 0;
}

/* The range row went before its first word: what it held belongs there. */
static void attach_range(struct parse *p)
{
	struct block *b = &p->block;
	struct token *token =
		&p->doc->tokens.items[p->doc->tokens.count - 1];

	token->parts = (uint8_t)(b->part_end - p->doc->tokens.count + 1);
	if (b->range.len > 0)
		token_extra(p->doc, token)->range = str_copy(&p->doc->arena,
						     strbuf_view(&b->range));
	b->range_first = false;
}

/* An empty node stays as it stands, behind the word before it. */
static void keep_empty_node(struct parse *p, struct str line)
{
	struct document *doc = p->doc;
	struct strbuf rows = STRBUF_INIT;
	struct extra *extra;

	if (doc->tokens.count == p->block.first_token) {
		strbuf_add(&p->block.empty_rows, line);
		strbuf_add_char(&p->block.empty_rows, '\n');
		return;
	}
	extra = token_extra(doc, &doc->tokens.items[doc->tokens.count - 1]);
	strbuf_add(&rows, extra->empty_rows);
	strbuf_add(&rows, line);
	strbuf_add_char(&rows, '\n');
	extra->empty_rows = str_copy(&doc->arena, strbuf_view(&rows));
	strbuf_release(&rows);
}

static int split_columns(struct parse *p, struct str line, struct str *columns)
{
	size_t count = 0;
	struct str cell;

	while (str_split(&line, '\t', &cell)) {
		if (count < COLUMNS)
			columns[count] = cell;
		if (count < COLUMNS && cell.len == 0)
			return parse_fail(p, p->lines->number,
					  "column %zu is empty", count + 1);
		count++;
	}
	if (count != COLUMNS)
		return parse_fail(p, p->lines->number,
				  "expected %d columns, found %zu", COLUMNS,
				  count);
	return 0;
}

static bool says_no_space(struct str misc)
{
	struct str piece;

	while (str_split(&misc, '|', &piece))
		if (str_equal(piece, STR("SpaceAfter=No")))
			return true;
	return false;
}

/* Without # text the forms make it, and it grows with the rows. */
static void grow_text(struct parse *p, struct str form, bool no_space)
{
	struct block *b = &p->block;

	strbuf_add(&b->built, form);
	if (!no_space)
		strbuf_add_char(&b->built, ' ');
	b->text = strbuf_view(&b->built);
}

/* `known`: what known_rows_cut leaves of it, or nothing. */
static int parse_new_row(struct parse *p, struct str line, struct str known)
{
	struct block *b = &p->block;
	uint64_t next = p->doc->tokens.count - b->first_token + 1;
	struct str c[COLUMNS];
	uint64_t from, to;
	struct str id, rest;
	int rc = split_columns(p, line, c);

	if (rc < 0)
		return rc;
	rest = c[ID];
	if (str_find(rest, STR("."), 0) < rest.len) {
		keep_empty_node(p, line);
		return 0;
	}
	str_split(&rest, '-', &id);
	if (!str_number(id, UINT32_MAX, &from) ||
	    (rest.data && !str_number(rest, UINT32_MAX, &to)))
		return parse_fail(p, p->lines->number, "cannot read ID '%.*s'",
				  STR_ARGS(c[ID]));
	if (!b->has_text && p->doc->tokens.count >= b->part_end &&
	    !str_equal(c[MISC], STR("Empty=Yes")))
		grow_text(p, c[FORM], says_no_space(c[MISC]));
	if (rest.data)
		return parse_range(p, c, from, to);
	if (from != next)
		return parse_fail(p, p->lines->number,
				  "ID '%.*s' is out of order, expected %ju",
				  STR_ARGS(c[ID]), (uintmax_t)next);
	if (str_equal(c[MISC], STR("Empty=Yes")) && is_none(c[FORM]) &&
	    next == 1) {
		b->is_whole = true;
		return 0;
	}
	rc = parse_word(p, c, known);
	if (b->range_first)
		attach_range(p);
	close_parts(p);
	return rc;
}

int parse_row(struct parse *p, struct str line)
{
	struct block *b = &p->block;
	struct str rest = STR_NONE;
	const struct known_row *row;
	uint64_t id;

	if (!b->has_rows) {
		b->has_rows = true;
		b->first_token = p->doc->tokens.count;
	}
	if (b->has_text && p->doc->tokens.count >= b->part_end &&
	    known_rows_cut(line, &id, &rest) &&
	    id == p->doc->tokens.count - b->first_token + 1 &&
	    (row = known_rows_at(&p->known, p->doc->words, rest)) &&
	    row->form)
		return add_known(p, row);
	return parse_new_row(p, line, rest);
}

int parse_rows_end(struct parse *p)
{
	struct block *b = &p->block;

	if (b->part_end)
		return parse_fail(p, p->lines->number,
				  "a multiword token lacks its words");
	if (b->entities_open > 0)
		return parse_fail(p, p->lines->number,
				  "an entity is not closed in its sentence");
	if (str_trim(str_slice(b->text, b->text_at, b->text.len)).len > 0)
		return parse_fail(p, p->lines->number,
				  "# text goes on behind the last FORM");
	return 0;
}
