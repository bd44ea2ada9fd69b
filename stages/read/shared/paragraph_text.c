#include "paragraph_text.h"

#include "utf8.h"
#include "utf8_scan.h"

struct text_maker {
	struct document *doc;
	struct strbuf *text;
	bool cells;         /* wide blanks part the cells of a row */
};

bool paragraph_text_is_blank(uint32_t c)
{
	return c <= 0x20 || (c >= 0x7f && c < 0xa0) ||
	       (c >= 0xa0 && utf8_is_space(c));
}

static struct run *last_run(struct document *doc, const struct paragraph *par)
{
	if (doc->runs.count == par->first_run)
		return NULL;
	return &doc->runs.items[doc->runs.count - 1];
}

static void add_run(struct document *doc, size_t text, size_t source,
		    size_t len)
{
	*LIST_ADD(&doc->runs) = (struct run){
		.text = (uint32_t)text, .len = (uint32_t)len,
		.source = source, .source_len = (uint32_t)len
	};
}

/* Append source text that stands as it is, in the run before it if it goes on
 * there. */
static void add_equal(struct text_maker *maker, struct paragraph *par,
		      size_t start, size_t end)
{
	struct document *doc = maker->doc;
	struct run *run = last_run(doc, par);

	if (run && !run->changed && run->source + run->len == start &&
	    run->text + run->len == maker->text->len) {
		run->len += (uint32_t)(end - start);
		run->source_len = run->len;
	} else {
		add_run(doc, maker->text->len, start, end - start);
	}
	strbuf_add(maker->text, str_slice(doc->source_text, start, end));
}

/* One letter with the marks behind it, composed. */
static size_t add_composed(struct text_maker *maker, struct paragraph *par,
			   size_t start, size_t limit)
{
	struct str source = maker->doc->source_text;
	size_t end = start, before = maker->text->len;
	struct str piece, composed;

	utf8_next(source, &end);
	while (end < limit) {
		size_t next = end;

		if (!utf8_is_mark(utf8_next(source, &next)))
			break;
		end = next;
	}
	piece = str_slice(source, start, end);
	utf8_add_nfc(maker->text, piece);
	composed = str_slice(strbuf_view(maker->text), before,
			     maker->text->len);
	if (str_equal(piece, composed)) {
		strbuf_truncate(maker->text, before);
		add_equal(maker, par, start, end);
	} else {
		*LIST_ADD(&maker->doc->runs) = (struct run){
			.text = (uint32_t)before, .source = start,
			.len = (uint32_t)composed.len,
			.source_len = (uint32_t)piece.len, .changed = true
		};
	}
	return end;
}

/* Up to where the source, from the letter at `at` on, is text as it stands:
 * not the blank at its end, nor, where letters compose, the last one, which a
 * mark may follow. */
static size_t plain_end(struct str source, size_t at, bool is_nfc)
{
	size_t end = utf8_scan_doubt(source, at, DOUBT_PLAIN);

	if (!is_nfc && end > at && end < source.len)
		utf8_before(source, end, &end);
	if (end > at && source.data[end - 1] == ' ')
		end--;
	return end;
}

/* The blank between two words, or the bar between two cells. */
static void add_blank(struct text_maker *maker, struct str blanks)
{
	bool wide = blanks.len > 1 || memchr(blanks.data, '\t', blanks.len);

	strbuf_add(maker->text, maker->cells && wide ? STR(" | ") : STR(" "));
}

/* The paragraph's text and runs from bytes start..end of the source. */
static void add_text(struct text_maker *maker, struct paragraph *par,
		     size_t start, size_t end, bool is_nfc)
{
	struct str source = str_slice(maker->doc->source_text, 0, end);
	bool blank_due = false;
	size_t at = start, blank_at = start;

	while (at < end) {
		size_t next = at, plain;

		if (paragraph_text_is_blank(utf8_next(source, &next))) {
			if (!blank_due)
				blank_at = at;
			blank_due = maker->text->len > 0;
			at = next;
			continue;
		}
		if (blank_due && at == blank_at + 1 &&
		    source.data[blank_at] == ' ')
			add_equal(maker, par, blank_at, at);
		else if (blank_due)
			add_blank(maker, str_slice(source, blank_at, at));
		blank_due = false;
		plain = plain_end(source, at, is_nfc);
		if (plain > at || is_nfc) {
			next = plain > at ? plain : next;
			add_equal(maker, par, at, next);
		} else {
			next = add_composed(maker, par, at, end);
		}
		at = next;
	}
}

/* Composition may reach over what add_composed took for a letter (Hangul, some
 * Indic vowels). Then the text is right and its runs are given up. */
static void check_nfc(struct text_maker *maker, struct paragraph *par)
{
	struct strbuf nfc = STRBUF_INIT;

	utf8_add_nfc(&nfc, strbuf_view(maker->text));
	if (!str_equal(strbuf_view(&nfc), strbuf_view(maker->text))) {
		strbuf_clear(maker->text);
		strbuf_add(maker->text, strbuf_view(&nfc));
		maker->doc->runs.count = par->first_run;
	}
	strbuf_release(&nfc);
}

/* For what is not text as it stands. */
static struct str make_text(struct text_maker *maker, struct paragraph *par,
			    size_t start, size_t end)
{
	struct document *doc = maker->doc;
	bool is_nfc = utf8_is_nfc_surely(str_slice(doc->source_text, start,
						   end));

	strbuf_clear(maker->text);
	add_text(maker, par, start, end, is_nfc);
	if (!is_nfc)
		check_nfc(maker, par);
	return str_copy(&doc->arena, strbuf_view(maker->text));
}

static struct str make_id(struct document *doc, struct strbuf *scratch)
{
	strbuf_clear(scratch);
	strbuf_add(scratch, doc->id);
	strbuf_add(scratch, STR("-p"));
	strbuf_add_number(scratch, doc->paragraphs.count);
	return str_copy(&doc->arena, strbuf_view(scratch));
}

/* Without the ASCII blanks and controls at its ends most source is text as it
 * stands, and the paragraph borrows it. */
struct paragraph *paragraph_text_add(struct document *doc,
				     struct strbuf *scratch, size_t start,
				     size_t end, bool cells)
{
	struct text_maker maker = { doc, scratch, cells };
	struct paragraph *par = LIST_ADD(&doc->paragraphs);
	const unsigned char *bytes =
		(const unsigned char *)doc->source_text.data;

	while (start < end && bytes[start] <= 0x20)
		start++;
	while (start < end && bytes[end - 1] <= 0x20)
		end--;
	par->first_run = doc->runs.count;
	par->text = str_slice(doc->source_text, start, end);
	if (utf8_scan_doubt(par->text, 0, DOUBT_PLAIN) < par->text.len)
		par->text = make_text(&maker, par, start, end);
	else if (par->text.len > 0)
		add_run(doc, 0, start, end - start);
	par->run_count = doc->runs.count - par->first_run;
	if (par->text.len == 0) {
		doc->paragraphs.count--;
		return NULL;
	}
	par->id = make_id(doc, scratch);
	return par;
}
