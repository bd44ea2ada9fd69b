#include "stream_read_internal.h"

#include "utf8.h"

#include <stdarg.h>
#include <stdlib.h>

#define NEWDOC "# newdoc"

struct stream_reader {
	struct lines lines;
	struct parse parse;
	struct strbuf newdoc; /* the line that begins the next document */
	struct strbuf before; /* comments of it that stand before that */
	size_t before_line;   /* of the first of them */
	size_t begin;         /* the line that the document begins at */
	struct strbuf name;   /* the id of documents that have none */
	size_t max;
	unsigned unnamed;     /* documents without an id so far */
	bool in_block;        /* the line before is not blank */
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
	reader->lines.ahead_end = 1;
	reader->max = max;
	strbuf_add_z(&reader->name, "document");
	reader->parse.lines = &reader->lines;
	words_init(&reader->parse.ids);
	words_init(&reader->parse.sentence_ids);
	return reader;
}

void stream_reader_name(struct stream_reader *reader, struct str name)
{
	strbuf_clear(&reader->name);
	strbuf_add(&reader->name, name);
}

void stream_reader_take_parts(struct stream_reader *reader)
{
	reader->parse.partial = true;
}

size_t stream_reader_line(const struct stream_reader *reader)
{
	return reader->begin;
}

void stream_reader_free(struct stream_reader *reader)
{
	struct parse *p = &reader->parse;

	lines_release(&reader->lines);
	strbuf_release(&reader->newdoc);
	strbuf_release(&reader->before);
	strbuf_release(&reader->name);
	strbuf_release(&p->scheme);
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
	LIST_RELEASE(&p->entities);
	LIST_RELEASE(&p->own_entities);
	LIST_RELEASE(&p->cut);
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

/* The source text of a paragraph, and what stands before it. */
static void add_source(struct parse *p, const struct paragraph *par)
{
	if (p->partial &&
	    (p->lacks_sentences ||
	     (!p->has_map && p->par_source.data &&
	      !str_has_suffix(p->par_source, par->text))))
		parse_cut_paragraph(p);
	if (p->par_source.data) {
		strbuf_add(&p->source, p->par_source);
		return;
	}
	if (p->doc->paragraphs.count > 1)
		strbuf_add_z(&p->source, "\n\n");
	strbuf_add(&p->source, par->text);
}

static int finish_paragraph(struct parse *p)
{
	struct document *doc = p->doc;
	struct paragraph *par;
	struct run *run;
	size_t told;

	if (!p->par_open)
		return 0;
	p->par_open = false;
	par = &doc->paragraphs.items[doc->paragraphs.count - 1];
	if (p->par_text.len == 0)
		return parse_fail(p, p->lines->number,
				  "the paragraph '%.*s' has no text",
				  STR_ARGS(par->id));
	par->text = str_copy(&doc->arena, strbuf_view(&p->par_text));
	told = p->source.len;
	add_source(p, par);
	if (p->partial)
		parse_shift_runs(p, str_slice(strbuf_view(&p->source), told,
					      p->source.len));
	if (p->has_map)
		return 0;
	if (!str_has_suffix(strbuf_view(&p->source), par->text))
		return parse_fail(p, p->lines->number,
				  "par::source of '%.*s' does not end with its "
				  "text, and there is no par::map"
				  PARSE_IS_PART,
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
	p->has_map = p->lacks_sentences = false;
	p->next_sentence = 1;
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
	if (p->partial)
		parse_count_sentence(p, s->id);
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
	int rc = p->partial ? parse_own_paragraph(p) : 0;

	if (rc == 0 && !p->par_open)
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
	reader->begin = reader->before_line;
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
	parse_begin_entities(p);
	p->source_chars = p->left_out = 0;
	LIST_CLEAR(&p->cut);
	if (!is_text(line))
		return parse_fail(p, reader->lines.number, "not valid UTF-8");
	if (parse_split_comment(line, &key, &id) && id.len > 0) {
		doc->id = str_copy(&doc->arena, id);
		return 0;
	}
	strbuf_clear(&reader->newdoc);
	strbuf_add(&reader->newdoc, strbuf_view(&reader->name));
	if (++reader->unnamed > 1)
		strbuf_addf(&reader->newdoc, "-%u", reader->unnamed);
	doc->id = str_copy(&doc->arena, strbuf_view(&reader->newdoc));
	return 0;
}

static bool begins_document(struct str line)
{
	return str_has_prefix(line, STR(NEWDOC));
}

/* Keep the comments up to # newdoc, and that, for the document that they
 * begin. `line` is the first of them. */
static int keep_begin(struct stream_reader *reader, struct str line,
		      struct err *err)
{
	int rc = 1;

	strbuf_clear(&reader->before);
	reader->before_line = reader->lines.number;
	while (rc > 0 && !begins_document(line)) {
		strbuf_add(&reader->before, line);
		strbuf_add_char(&reader->before, '\n');
		rc = lines_next(&reader->lines, &line, err);
	}
	strbuf_clear(&reader->newdoc);
	strbuf_add(&reader->newdoc, line);
	reader->in_block = true;
	return rc < 0 ? rc : 0;
}

/* The next line of this document; 0 at its end. Other tools write comments
 * before # newdoc, in the block that it begins. */
static int document_line(struct stream_reader *reader, struct str *line,
			 struct err *err)
{
	int rc = lines_next(&reader->lines, line, err);

	if (rc == 0)
		reader->ended = true;
	if (rc <= 0)
		return rc;
	if (begins_document(*line) ||
	    (!reader->in_block && str_has_prefix(*line, STR("#")) &&
	     lines_look_ahead(&reader->lines, line, STR(NEWDOC))))
		return keep_begin(reader, *line, err);
	reader->in_block = line->len > 0;
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

/* The comments that stood before # newdoc, as those of its block. */
static int read_before(struct stream_reader *reader)
{
	struct str rest = strbuf_view(&reader->before), line;
	size_t number = reader->lines.number;
	int rc = 0;

	reader->lines.number = reader->before_line;
	while (rc == 0 && rest.len > 0 && str_split(&rest, '\n', &line)) {
		rc = parse_line(&reader->parse, line);
		reader->lines.number++;
	}
	reader->lines.number = number;
	return rc;
}

/* Some tools write no blank line behind the last row. A stream that tells how
 * much there is of it has one. */
static int finish_last_block(struct parse *p)
{
	if (p->block.any && p->block.has_rows &&
	    (p->partial || p->sentences == UINT64_MAX))
		return finish_block(p);
	if (p->block.any)
		return parse_fail(p, p->lines->number,
				  "the stream ends inside a sentence of '%.*s'",
				  STR_ARGS(p->doc->id));
	return 0;
}

static int read_lines(struct stream_reader *reader, struct err *err)
{
	struct parse *p = &reader->parse;
	size_t size = reader->before.len;
	struct str line;
	int rc = read_before(reader);

	while (rc == 0 && (rc = document_line(reader, &line, err)) > 0) {
		size += line.len + 1;
		if (size > reader->max)
			return err_set(err, ERR_LIMIT,
				       "%s:%zu: the document '%.*s' has more "
				       "than %zu bytes",
				       reader->lines.name, reader->lines.number,
				       STR_ARGS(p->doc->id), reader->max);
		rc = parse_line(p, line);
	}
	return rc < 0 ? rc : finish_last_block(p);
}

/* Blank lines before the first document are no document; what begins without
 * # newdoc is one. */
static int find_begin(struct stream_reader *reader, struct err *err)
{
	struct str line;
	int rc;

	while ((rc = document_line(reader, &line, err)) > 0 && line.len == 0)
		;
	if (rc <= 0)
		return rc;
	strbuf_clear(&reader->before);
	strbuf_add(&reader->before, line);
	strbuf_add_char(&reader->before, '\n');
	reader->before_line = reader->lines.number;
	strbuf_add_z(&reader->newdoc, NEWDOC);
	return 0;
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
		rc = parse_entities_end(&reader->parse);
	if (rc == 0)
		rc = parse_document_end(&reader->parse);
	reader->skipping = rc < 0 && !reader->ended && reader->newdoc.len == 0;
	return rc < 0 ? rc : 1;
}
