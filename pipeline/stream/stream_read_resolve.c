/* The end of a document: what could not be understood line by line. */
#include "stream_read_internal.h"

#include "utf8.h"

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

struct str stream_unescape(struct arena *arena, struct str value)
{
	char *copy = str_copy_z(arena, value);
	size_t len = 0;

	for (size_t i = 0; i < value.len; i++) {
		int high = -1, low = -1;

		if (value.data[i] == '%' && i + 2 < value.len) {
			high = hex_digit(value.data[i + 1]);
			low = hex_digit(value.data[i + 2]);
		}
		if (high >= 0 && low >= 0) {
			copy[len++] = (char)(high * 16 + low);
			i += 2;
		} else {
			copy[len++] = value.data[i];
		}
	}
	copy[len] = '\0';
	if (utf8_valid_until((struct str){ copy, len }) < len)
		return str_copy(arena, value);
	return (struct str){ copy, len };
}

static int check_count(const struct parse *p, const char *what, uint64_t told,
		       uint64_t found)
{
	if (told == UINT64_MAX || told == found || p->partial)
		return 0;
	return parse_fail(p, p->lines->number,
			  "the document '%.*s' should have %ju %s and has %ju"
			  PARSE_IS_PART,
			  STR_ARGS(p->doc->id), (uintmax_t)told, what,
			  (uintmax_t)found);
}

size_t parse_skip_chars(struct str text, size_t at, uint64_t count)
{
	for (; count > 0 && at < text.len; count--)
		utf8_next(text, &at);
	return count > 0 ? SIZE_MAX : at;
}

/* One run, whose text begins at or behind byte *at and *chars code points. */
static bool run_to_bytes(struct run *run, struct str text,
			 const struct chars *source, size_t *at,
			 uint64_t *chars)
{
	size_t from = chars_byte(source, run->source), start, end, to;

	if (run->text < *chars)
		return false;
	start = parse_skip_chars(text, *at, run->text - *chars);
	end = start == SIZE_MAX ? start : parse_skip_chars(text, start, run->len);
	to = parse_skip_chars(source->text, from, run->source_len);
	if (end == SIZE_MAX || to == SIZE_MAX || to - from > UINT32_MAX)
		return false;
	*chars = (uint64_t)run->text + run->len;
	*at = end;
	*run = (struct run){ .text = (uint32_t)start,
			     .len = (uint32_t)(end - start), .source = from,
			     .source_len = (uint32_t)(to - from),
			     .changed = run->changed };
	return run->changed ||
	       str_equal(str_slice(text, start, end),
			 str_slice(source->text, from, to));
}

/* Bytes instead of code points, in a paragraph with runs from par::map. */
static bool runs_to_bytes(struct parse *p, const struct paragraph *par,
			  const struct chars *source)
{
	struct run *runs = paragraph_runs(p->doc, par);
	uint64_t chars = 0;
	size_t at = 0;

	for (size_t i = 0; i < par->run_count; i++)
		if (!run_to_bytes(&runs[i], par->text, source, &at, &chars))
			return false;
	return true;
}

/* A paragraph of a partial document whose source was left out is that itself,
 * behind all others. */
static void be_own_source(struct parse *p, struct paragraph *par)
{
	struct run *run = paragraph_runs(p->doc, par);

	if (!run)
		return;
	par->run_count = 1;
	*run = (struct run){ .source = p->source.len,
			     .len = (uint32_t)par->text.len,
			     .source_len = (uint32_t)par->text.len };
	strbuf_add(&p->source, par->text);
	strbuf_add_char(&p->source, '\n');
}

/* Runs follow one another, though paragraphs have lost some. */
static void close_gaps(struct document *doc)
{
	size_t end = 0;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if (par->run_count > 0)
			memmove(doc->runs.items + end,
				doc->runs.items + par->first_run,
				par->run_count * sizeof *doc->runs.items);
		par->first_run = end;
		end += par->run_count;
	}
	doc->runs.count = end;
}

static int finish_runs(struct parse *p)
{
	struct document *doc = p->doc;
	struct chars source;
	int rc = 0;

	strbuf_add(&p->source, p->tail.data ? p->tail : STR("\n"));
	doc->source_text = str_copy(&doc->arena, strbuf_view(&p->source));
	chars_init(&source, doc->source_text);
	for (size_t i = 0; rc == 0 && i < p->mapped.count; i++) {
		struct paragraph *par =
			&doc->paragraphs.items[p->mapped.items[i]];

		if (runs_to_bytes(p, par, &source))
			continue;
		if (p->partial)
			be_own_source(p, par);
		else
			rc = parse_fail(p, p->lines->number,
					"par::map of '%.*s' does not fit its "
					"text and source" PARSE_IS_PART,
					STR_ARGS(par->id));
	}
	chars_release(&source);
	if (p->source.len > doc->source_text.len) {
		doc->source_text = str_copy(&doc->arena,
					    strbuf_view(&p->source));
		close_gaps(doc);
	}
	return rc;
}

int parse_document_end(struct parse *p)
{
	struct document *doc = p->doc;
	int rc = check_count(p, "paragraphs", p->paragraphs,
			     doc->paragraphs.count);

	if (rc == 0 && doc->paragraphs.count == 0)
		rc = parse_fail(p, p->lines->number,
				"the document '%.*s' has no paragraph",
				STR_ARGS(doc->id));
	if (rc == 0)
		rc = check_count(p, "sentences", p->sentences, p->blocks);
	if (rc == 0)
		rc = finish_runs(p);
	for (size_t i = 0; rc == 0 && i < p->pending.count; i++)
		rc = parse_record(p, &p->pending.items[i]);
	return rc;
}
