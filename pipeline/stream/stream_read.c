#include "stream_read_internal.h"

#include "utf8.h"

#include <stdarg.h>
#include <stdlib.h>

struct stream_reader {
	struct lines lines;
	struct parse parse;
	struct strbuf newdoc; /* the line that begins the next document */
	size_t max;
	unsigned unnamed;     /* documents without an id so far */
	bool skipping;        /* after an error, to the next document */
	bool ended;
};

int parse_fail(const struct parse *p, size_t line, const char *format, ...)
{
	char what[ERR_TEXT_SIZE];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof what, format, args);
	va_end(args);
	return err_set(p->err, ERR_FORMAT, "%s:%zu: %s", p->lines->name, line,
		       what);
}

size_t stream_limit(size_t max_document)
{
	enum { FACTOR = 64 };

	return max_document > SIZE_MAX / FACTOR ? SIZE_MAX
						: max_document * FACTOR;
}

struct stream_reader *stream_reader_new(FILE *file, const char *name,
					size_t max)
{
	struct stream_reader *reader = memory_get(sizeof *reader);

	memset(reader, 0, sizeof *reader);
	reader->lines.file = file;
	reader->lines.name = name;
	reader->lines.max = max;
	reader->max = max;
	reader->parse.lines = &reader->lines;
	words_init(&reader->parse.ids);
	words_init(&reader->parse.sentence_ids);
	return reader;
}

void stream_reader_free(struct stream_reader *reader)
{
	struct parse *p = &reader->parse;

	strbuf_release(&reader->lines.line);
	strbuf_release(&reader->newdoc);
	strbuf_release(&p->comments);
	strbuf_release(&p->source);
	strbuf_release(&p->par_text);
	strbuf_release(&p->block.comments);
	strbuf_release(&p->block.empty_rows);
	strbuf_release(&p->block.range);
	strbuf_release(&p->block.built);
	words_release(&p->ids);
	words_release(&p->sentence_ids);
	LIST_RELEASE(&p->pending);
	LIST_RELEASE(&p->mapped);
	known_rows_release(&p->known);
	free(reader);
}

static bool is_text(struct str line)
{
	return utf8_valid_until(line) == line.len &&
	       (line.len == 0 || !memchr(line.data, 0, line.len));
}

/* A new number in `ids`, which grows by one for each id that is new. */
static int check_new(struct parse *p, struct words *ids, size_t count,
		     struct str id)
{
	/* words_init took the empty word and "und" */
	if (words_add(ids, id) != count + 2)
		return parse_fail(p, p->lines->number,
				  "the id '%.*s' stands twice", STR_ARGS(id));
	return 0;
}

/* Of the last paragraph, or of the document where there is none yet. */
static void keep_comments(struct parse *p)
{
	struct document *doc = p->doc;
	struct str comments = str_copy(&doc->arena, strbuf_view(&p->comments));

	if (doc->paragraphs.count == 0)
		doc->comments = comments;
	else
		doc->paragraphs.items[doc->paragraphs.count - 1].comments =
			comments;
	strbuf_clear(&p->comments);
}

static int finish_paragraph(struct parse *p)
{
	struct document *doc = p->doc;
	struct paragraph *par;
	struct run *run;

	if (!p->par_open)
		return 0;
	p->par_open = false;
	par = &doc->paragraphs.items[doc->paragraphs.count - 1];
	if (p->par_text.len == 0)
		return parse_fail(p, p->lines->number,
				  "the paragraph '%.*s' has no text",
				  STR_ARGS(par->id));
	par->text = str_copy(&doc->arena, strbuf_view(&p->par_text));
	if (p->par_source.data) {
		strbuf_add(&p->source, p->par_source);
	} else {
		if (doc->paragraphs.count > 1)
			strbuf_add_z(&p->source, "\n\n");
		strbuf_add(&p->source, par->text);
	}
	if (p->has_map)
		return 0;
	if (!str_has_suffix(strbuf_view(&p->source), par->text))
		return parse_fail(p, p->lines->number,
				  "par::source of '%.*s' does not end with its "
				  "text, and there is no par::map",
				  STR_ARGS(par->id));
	par->first_run = doc->runs.count;
	par->run_count = 1;
	run = LIST_ADD(&doc->runs);
	run->source = p->source.len - par->text.len;
	run->len = run->source_len = (uint32_t)par->text.len;
	return 0;
}

int parse_open_paragraph(struct parse *p, struct str id)
{
	struct document *doc = p->doc;
	struct paragraph *par;
	int rc = finish_paragraph(p);

	if (rc < 0)
		return rc;
	keep_comments(p);
	par = LIST_ADD(&doc->paragraphs);
	if (id.len == 0) {
		struct strbuf own = STRBUF_INIT;

		strbuf_addf(&own, "%.*s-p%zu", STR_ARGS(doc->id),
			    doc->paragraphs.count);
		par->id = str_copy(&doc->arena, strbuf_view(&own));
		strbuf_release(&own);
	} else {
		par->id = str_copy(&doc->arena, id);
	}
	par->first_sentence = doc->sentences.count;
	strbuf_clear(&p->par_text);
	p->par_source = (struct str){ NULL, 0 };
	p->has_map = false;
	p->par_open = true;
	p->last_glued = true;
	return check_new(p, &p->ids, doc->paragraphs.count - 1, par->id);
}

static int check_whole(struct parse *p, const struct paragraph *par)
{
	if (p->doc->tokens.count > p->block.first_token ||
	    par->sentence_count > 0 || p->par_text.len > 0)
		return parse_fail(p, p->block.first_line,
				  "Empty=Yes stands beside words");
	if (p->block.text.len == 0)
		return parse_fail(p, p->block.first_line,
				  "a paragraph without # text");
	if (p->block.record_line > 0)
		return parse_fail(p, p->block.record_line,
				  "a record of a sentence stands beside "
				  "Empty=Yes");
	strbuf_add(&p->par_text, p->block.text);
	return 0;
}

static struct str sentence_id(struct parse *p, const struct paragraph *par)
{
	struct strbuf own = STRBUF_INIT;
	struct str id;

	if (p->block.id.len > 0)
		return p->block.id;
	strbuf_addf(&own, "%.*s-s%zu", STR_ARGS(par->id),
		    par->sentence_count + 1);
	id = str_copy(&p->doc->arena, strbuf_view(&own));
	strbuf_release(&own);
	return id;
}

static int finish_sentence(struct parse *p, struct paragraph *par)
{
	struct document *doc = p->doc;
	struct block *b = &p->block;
	struct str text;
	struct sentence *s;
	int rc = parse_rows_end(p);

	if (rc < 0)
		return rc;
	s = LIST_ADD(&doc->sentences);
	s->id = sentence_id(p, par);
	s->paragraph = doc->paragraphs.count - 1;
	s->lang = b->lang;
	s->first_token = b->first_token;
	s->token_count = doc->tokens.count - b->first_token;
	s->comments = str_copy(&doc->arena, strbuf_view(&b->comments));
	s->empty_rows = str_copy(&doc->arena, strbuf_view(&b->empty_rows));
	text = b->text;
	while (str_has_suffix(text, STR(" ")))
		text.len--;
	s->start = (uint32_t)p->par_text.len;
	strbuf_add(&p->par_text, text);
	s->end = (uint32_t)p->par_text.len;
	par->sentence_count++;
	p->last_glued = s->token_count > 0 &&
			doc->tokens.items[doc->tokens.count - 1].flags &
				TOKEN_GLUED;
	return check_new(p, &p->sentence_ids, doc->sentences.count - 1, s->id);
}

static int finish_block(struct parse *p)
{
	struct block *b = &p->block;
	struct strbuf comments = b->comments, empty_rows = b->empty_rows;
	struct strbuf range = b->range, built = b->built;
	struct paragraph *par;
	int rc = 0;

	if (!b->any)
		return 0;
	if (!b->has_rows)
		return parse_fail(p, p->lines->number,
				  "a block of comments without a row");
	par = &p->doc->paragraphs.items[p->doc->paragraphs.count - 1];
	rc = b->is_whole ? check_whole(p, par) : finish_sentence(p, par);
	p->blocks++;
	strbuf_clear(&comments);
	strbuf_clear(&empty_rows);
	strbuf_clear(&range);
	strbuf_clear(&built);
	*b = (struct block){ .comments = comments, .empty_rows = empty_rows,
			     .range = range, .built = built };
	return rc;
}

/* A sentence's text begins where its paragraph's stands so far, with a blank
 * between unless the sentence before says SpaceAfter=No; parse_row needs both
 * to be there before the first row. */
static int begin_rows(struct parse *p)
{
	int rc = 0;

	if (!p->par_open)
		rc = parse_open_paragraph(p, STR_NONE);
	if (rc == 0 && p->par_text.len > 0 &&
	    p->doc->paragraphs.items[p->doc->paragraphs.count - 1]
			    .sentence_count == 0)
		rc = parse_fail(p, p->lines->number,
				"a row behind Empty=Yes in one paragraph");
	if (p->par_text.len > 0 && !p->last_glued)
		strbuf_add_char(&p->par_text, ' ');
	return rc;
}

static int parse_line(struct parse *p, struct str line)
{
	int rc = 0;

	if (!is_text(line))
		return parse_fail(p, p->lines->number, "not valid UTF-8");
	if (line.len == 0)
		return finish_block(p);
	if (!p->block.any)
		p->block.first_line = p->lines->number;
	p->block.any = true;
	if (line.data[0] == '#')
		return parse_comment(p, line);
	if (!p->block.has_rows)
		rc = begin_rows(p);
	return rc < 0 ? rc : parse_row(p, line);
}

static int begin_document(struct stream_reader *reader, struct document *doc,
			  struct err *err)
{
	struct parse *p = &reader->parse;
	struct str line = strbuf_view(&reader->newdoc), key, id;

	document_clear(doc);
	mention_types_forget(&doc->words->types);
	words_forget_langs(doc->words);
	p->doc = doc;
	p->err = err;
	strbuf_clear(&p->comments);
	strbuf_clear(&p->source);
	strbuf_clear(&p->par_text);
	strbuf_clear(&p->block.comments);
	strbuf_clear(&p->block.empty_rows);
	strbuf_clear(&p->block.range);
	strbuf_clear(&p->block.built);
	p->block = (struct block){ .comments = p->block.comments,
				   .empty_rows = p->block.empty_rows,
				   .range = p->block.range,
				   .built = p->block.built };
	p->par_open = p->has_map = false;
	p->par_source = p->tail = (struct str){ NULL, 0 };
	p->paragraphs = p->sentences = UINT64_MAX;
	p->blocks = 0;
	words_release(&p->ids);
	words_init(&p->ids);
	words_release(&p->sentence_ids);
	words_init(&p->sentence_ids);
	LIST_CLEAR(&p->pending);
	LIST_CLEAR(&p->mapped);
	if (!is_text(line))
		return parse_fail(p, reader->lines.number, "not valid UTF-8");
	if (parse_split_comment(line, &key, &id) && id.len > 0) {
		doc->id = str_copy(&doc->arena, id);
		return 0;
	}
	strbuf_clear(&reader->newdoc);
	strbuf_addf(&reader->newdoc, "document-%u", ++reader->unnamed);
	doc->id = str_copy(&doc->arena, strbuf_view(&reader->newdoc));
	return 0;
}

/* The next line of this document; 0 at its end. */
static int document_line(struct stream_reader *reader, struct str *line,
			 struct err *err)
{
	int rc = lines_next(&reader->lines, line, err);

	if (rc == 0)
		reader->ended = true;
	if (rc <= 0)
		return rc;
	if (str_has_prefix(*line, STR("# newdoc"))) {
		strbuf_clear(&reader->newdoc);
		strbuf_add(&reader->newdoc, *line);
		return 0;
	}
	return 1;
}

static int skip_document(struct stream_reader *reader, struct err *err)
{
	struct str line;
	int rc;

	do
		rc = document_line(reader, &line, err);
	while (rc > 0 || rc == ERR_LIMIT);
	reader->skipping = false;
	return rc;
}

static int read_lines(struct stream_reader *reader, struct err *err)
{
	struct parse *p = &reader->parse;
	struct str line;
	size_t size = 0;
	int rc;

	while ((rc = document_line(reader, &line, err)) > 0) {
		size += line.len + 1;
		if (size > reader->max)
			return err_set(err, ERR_LIMIT,
				       "%s:%zu: the document '%.*s' has more "
				       "than %zu bytes",
				       reader->lines.name, reader->lines.number,
				       STR_ARGS(p->doc->id), reader->max);
		rc = parse_line(p, line);
		if (rc < 0)
			return rc;
	}
	if (rc == 0 && p->block.any)
		rc = parse_fail(p, reader->lines.number,
				"the stream ends inside a sentence of '%.*s'",
				STR_ARGS(p->doc->id));
	return rc;
}

/* Blank lines and the like before the first document are no document. */
static int find_begin(struct stream_reader *reader, struct err *err)
{
	struct str line;
	int rc;

	while ((rc = document_line(reader, &line, err)) > 0 && line.len == 0)
		;
	if (rc <= 0)
		return rc;
	return err_set(err, ERR_FORMAT,
		       "%s:%zu: expected '# newdoc id = …', found '%.*s'",
		       reader->lines.name, reader->lines.number,
		       (int)(line.len < 40 ? line.len : 40), line.data);
}

int stream_read(struct stream_reader *reader, struct document *doc,
		struct err *err)
{
	int rc = 0;

	if (reader->skipping)
		rc = skip_document(reader, err);
	if (rc == 0 && reader->newdoc.len == 0 && !reader->ended)
		rc = find_begin(reader, err);
	if (rc == 0 && reader->newdoc.len == 0)
		return 0;
	if (rc == 0) {
		rc = begin_document(reader, doc, err);
		strbuf_clear(&reader->newdoc);
		if (rc == 0)
			rc = read_lines(reader, err);
	}
	if (rc == 0)
		rc = finish_paragraph(&reader->parse);
	if (rc == 0)
		keep_comments(&reader->parse);
	if (rc == 0)
		rc = parse_document_end(&reader->parse);
	reader->skipping = rc < 0 && !reader->ended && reader->newdoc.len == 0;
	return rc < 0 ? rc : 1;
}
