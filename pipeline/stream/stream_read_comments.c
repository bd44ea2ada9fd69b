/* The comments of documents, paragraphs and sentences. Those that are records
 * are kept for stream_read_records.c. */
#include "stream_read_internal.h"

enum { META_MOST = 4096 }; /* keys: each is looked for among those before */

bool parse_split_comment(struct str line, struct str *key, struct str *value)
{
	size_t equal = str_find(line, STR("="), 0);

	if (line.len < 2 || equal == line.len)
		return false;
	*key = str_trim(str_slice(line, 1, equal));
	*value = str_slice(line, equal + 1, line.len);
	if (str_has_prefix(*value, STR(" ")))
		*value = str_slice(*value, 1, value->len);
	return key->len > 0;
}

static void add_line(struct strbuf *lines, struct str line)
{
	strbuf_add(lines, line);
	strbuf_add_char(lines, '\n');
}

static bool parse_two(struct str value, uint32_t *first, uint32_t *last)
{
	struct str a, b = value;
	uint64_t from, to;

	str_split(&b, '-', &a);
	if (!str_number(a, UINT32_MAX, &from))
		return false;
	to = from;
	if (b.data && !str_number(b, UINT32_MAX, &to))
		return false;
	*first = (uint32_t)from;
	*last = (uint32_t)to;
	return to >= from;
}

/* "text:source:length", and of a changed one ":length" of its source; a run
 * longer than none. */
static bool parse_run(struct str piece, struct run *run)
{
	uint64_t numbers[4];
	size_t count = 0;
	struct str one;

	while (str_split(&piece, ':', &one)) {
		if (count == 4 ||
		    !str_number(one, count == 1 ? SIZE_MAX : UINT32_MAX,
				&numbers[count]))
			return false;
		count++;
	}
	if (count < 3 || numbers[2] == 0)
		return false;
	*run = (struct run){ .text = (uint32_t)numbers[0],
			     .source = (size_t)numbers[1],
			     .len = (uint32_t)numbers[2],
			     .source_len = (uint32_t)numbers[count - 1],
			     .changed = count == 4 };
	return true;
}

/* Runs in code points; finish_runs makes bytes of them. */
static int parse_map(struct parse *p, struct str value)
{
	struct document *doc = p->doc;
	struct paragraph *par =
		&doc->paragraphs.items[doc->paragraphs.count - 1];
	struct str piece;

	p->has_map = true;
	*LIST_ADD(&p->mapped) = doc->paragraphs.count - 1;
	par->first_run = doc->runs.count;
	while (str_split(&value, ' ', &piece)) {
		if (piece.len > 0 && !parse_run(piece, LIST_ADD(&doc->runs)))
			return parse_fail(p, p->lines->number,
					  "cannot read par::map");
	}
	par->run_count = doc->runs.count - par->first_run;
	return 0;
}

/* A comment that is a record; 0 if it is none. */
static int record_comment(struct parse *p, struct str key, struct str value)
{
	const struct record *record = record_find(key);
	struct pending *pending;

	if (!record)
		return 0;
	pending = LIST_ADD(&p->pending);
	pending->record = record;
	pending->line = p->lines->number;
	pending->home = p->doc->paragraphs.count - 1;
	if (record->home == HOME_SENTENCE) {
		pending->home = p->doc->sentences.count;
		p->block.record_line = p->lines->number;
	}
	pending->fields = str_copy(&p->doc->arena, value);
	return 1;
}

static bool parse_edges(struct str value, unsigned *edges)
{
	struct str piece;

	*edges = 0;
	while (str_split(&value, ' ', &piece)) {
		unsigned i = 0;

		while (i < STREAM_EDGES &&
		       !str_equal(piece, str_of(stream_edges[i])))
			i++;
		if (i == STREAM_EDGES)
			return false;
		*edges |= 1u << i;
	}
	return true;
}

static bool is_paragraphs(struct str key)
{
	const struct record *record = record_find(key);

	return str_has_prefix(key, STR("par::")) ||
	       (record && record->home == HOME_PARAGRAPH);
}

/* Comments of a paragraph, which is open; 0 for one we do not know. */
static int paragraph_comment(struct parse *p, struct str key, struct str value)
{
	struct document *doc = p->doc;
	struct paragraph *par =
		&doc->paragraphs.items[doc->paragraphs.count - 1];
	uint32_t first, last;
	bool ok = true;

	if (str_equal(key, STR("par::kind")))
		ok = paragraph_kind_find(value, &par->kind);
	else if (str_equal(key, STR("par::section")))
		par->section = str_copy(&doc->arena, value);
	else if (str_equal(key, STR("par::parent")))
		par->parent = str_copy(&doc->arena, value);
	else if (str_equal(key, STR("par::country")))
		par->country = str_copy(&doc->arena, value);
	else if (str_equal(key, STR("par::page")))
		ok = parse_two(value, &par->first_page, &par->last_page);
	else if (str_equal(key, STR("par::lines")))
		ok = parse_two(value, &par->first_line, &par->last_line);
	else if (str_equal(key, STR("par::gap")))
		ok = parse_two(value, &first, &last) &&
		     (par->gap = first, true);
	else if (str_equal(key, STR("par::level")))
		ok = parse_two(value, &first, &last) &&
		     (par->level = first, true);
	else if (str_equal(key, STR("par::edges")))
		ok = parse_edges(value, &par->edges);
	else if (str_equal(key, STR("par::source")))
		p->par_source = stream_unescape(&doc->arena, value);
	else if (str_equal(key, STR("par::cells")))
		return 1; /* the text tells it */
	else if (str_equal(key, STR("par::map")))
		return parse_map(p, value) < 0 ? ERR_FORMAT : 1;
	else
		return 0;
	if (!ok)
		return parse_fail(p, p->lines->number,
				  "cannot read %.*s '%.*s'", STR_ARGS(key),
				  STR_ARGS(value));
	return 1;
}

/* Comments of the document; 0 for one we do not know. */
static int document_comment(struct parse *p, struct str key, struct str value)
{
	bool ok = true;

	if (str_equal(key, STR("global.Entity"))) {
		parse_scheme(p, value);
	} else if (str_equal(key, STR("meta::paragraphs"))) {
		ok = str_number(value, UINT64_MAX - 1, &p->paragraphs);
	} else if (str_equal(key, STR("meta::sentences"))) {
		ok = str_number(value, UINT64_MAX - 1, &p->sentences);
	} else if (str_equal(key, STR("meta::tail"))) {
		p->tail = stream_unescape(&p->doc->arena, value);
	} else if (str_has_prefix(key, STR("meta::"))) {
		if (p->doc->meta.count == META_MOST)
			return parse_fail(p, p->lines->number,
					  "more than %d keys of metadata",
					  META_MOST);
		document_set_meta(p->doc, str_slice(key, 6, key.len), value);
	} else {
		return 0;
	}
	if (!ok)
		return parse_fail(p, p->lines->number,
				  "cannot read %.*s '%.*s'", STR_ARGS(key),
				  STR_ARGS(value));
	return 1;
}

/* Comments of a sentence; 0 for one we do not know. */
static int sentence_comment(struct parse *p, struct str key, struct str value)
{
	struct block *b = &p->block;

	if (str_equal(key, STR("sent_id"))) {
		b->id = str_copy(&p->doc->arena, value);
	} else if (str_equal(key, STR("text"))) {
		b->text = str_copy(&p->doc->arena, str_trim(value));
		b->has_text = true;
	} else if (str_equal(key, STR("lang"))) {
		b->lang = words_lang(p->doc->words, value);
	} else {
		return 0;
	}
	return 1;
}

int parse_comment(struct parse *p, struct str line)
{
	struct document *doc = p->doc;
	struct block *b = &p->block;
	struct str key = STR_NONE, value = STR_NONE;
	bool has_value = parse_split_comment(line, &key, &value);
	int rc = 0;

	if (b->has_rows)
		return parse_fail(p, p->lines->number,
				  "a comment among the rows of a sentence");
	if (str_equal(key, STR("newpar id")) ||
	    str_equal(str_trim(line), STR("# newpar"))) {
		b->is_paragraph = true;
		return parse_open_paragraph(p, value);
	}
	if (has_value) {
		rc = document_comment(p, key, value);
		if (rc == 0 && is_paragraphs(key) && !p->par_open)
			rc = parse_fail(p, p->lines->number,
					"%.*s before the first # newpar",
					STR_ARGS(key));
		if (rc == 0 && p->par_open)
			rc = paragraph_comment(p, key, value);
		if (rc == 0)
			rc = sentence_comment(p, key, value);
		if (rc == 0)
			rc = record_comment(p, key, value);
	}
	if (rc != 0)
		return rc < 0 ? rc : 0;
	if (b->id.len == 0 && (b->is_paragraph || doc->paragraphs.count == 0))
		add_line(&p->comments, line);
	else
		add_line(&b->comments, line);
	return 0;
}
