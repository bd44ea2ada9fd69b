#include "fold.h"

#include "utf8.h"

struct folder {
	struct document *doc;
	struct strbuf *text;
};

bool fold_is_blank(uint32_t c)
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

/* Append source text that stands as it is, in the run before it if it goes on
 * there. */
static void add_equal(struct folder *folder, struct paragraph *par,
		      size_t start, size_t end)
{
	struct document *doc = folder->doc;
	struct run *run = last_run(doc, par);
	size_t len = end - start;

	if (!run || run->changed || run->source + run->len != start ||
	    run->text + run->len != folder->text->len) {
		run = LIST_ADD(&doc->runs);
		run->text = (uint32_t)folder->text->len;
		run->source = start;
	}
	run->len += (uint32_t)len;
	run->source_len = run->len;
	strbuf_add(folder->text, str_slice(doc->source_text, start, end));
}

/* One letter with the marks behind it, composed. */
static size_t add_composed(struct folder *folder, struct paragraph *par,
			   size_t start, size_t limit)
{
	struct str source = folder->doc->source_text;
	size_t end = start, before = folder->text->len;
	struct str piece, composed;

	utf8_next(source, &end);
	while (end < limit) {
		size_t next = end;

		if (!utf8_is_mark(utf8_next(source, &next)))
			break;
		end = next;
	}
	piece = str_slice(source, start, end);
	utf8_add_nfc(folder->text, piece);
	composed = str_slice(strbuf_view(folder->text), before,
			     folder->text->len);
	if (str_equal(piece, composed)) {
		strbuf_truncate(folder->text, before);
		add_equal(folder, par, start, end);
	} else {
		*LIST_ADD(&folder->doc->runs) = (struct run){
			.text = (uint32_t)before, .source = start,
			.len = (uint32_t)composed.len,
			.source_len = (uint32_t)piece.len, .changed = true
		};
	}
	return end;
}

/* The paragraph's text and runs from bytes start..end of the source. */
static void add_text(struct folder *folder, struct paragraph *par,
		     size_t start, size_t end)
{
	struct str source = folder->doc->source_text;
	bool is_nfc = utf8_is_nfc_surely(str_slice(source, start, end));
	bool blank_due = false;
	size_t at = start, blank_at = start, next;

	while (at < end) {
		uint32_t c;

		next = at;
		c = utf8_next(source, &next);
		if (fold_is_blank(c)) {
			if (!blank_due)
				blank_at = at;
			blank_due = folder->text->len > 0;
			at = next;
			continue;
		}
		if (blank_due && at == blank_at + 1 &&
		    source.data[blank_at] == ' ')
			add_equal(folder, par, blank_at, at);
		else if (blank_due)
			strbuf_add_char(folder->text, ' ');
		blank_due = false;
		if (is_nfc)
			add_equal(folder, par, at, next);
		else
			next = add_composed(folder, par, at, end);
		at = next;
	}
}

/* Composition may reach over what add_composed took for a letter (Hangul, some
 * Indic vowels). Then the text is right and its runs are given up. */
static void check_nfc(struct folder *folder, struct paragraph *par)
{
	struct strbuf nfc = STRBUF_INIT;

	utf8_add_nfc(&nfc, strbuf_view(folder->text));
	if (!str_equal(strbuf_view(&nfc), strbuf_view(folder->text))) {
		strbuf_clear(folder->text);
		strbuf_add(folder->text, strbuf_view(&nfc));
		folder->doc->runs.count = par->first_run;
	}
	strbuf_release(&nfc);
}


struct paragraph *fold_paragraph(struct document *doc, struct strbuf *scratch,
				 size_t start, size_t end)
{
	struct folder folder = { doc, scratch };
	struct paragraph *par = LIST_ADD(&doc->paragraphs);

	strbuf_clear(scratch);
	strbuf_addf(scratch, "%.*s-p%zu", STR_ARGS(doc->id),
		    doc->paragraphs.count);
	par->id = str_copy(&doc->arena, strbuf_view(scratch));
	par->first_run = doc->runs.count;
	strbuf_clear(scratch);
	add_text(&folder, par, start, end);
	check_nfc(&folder, par);
	par->run_count = doc->runs.count - par->first_run;
	par->text = str_copy(&doc->arena, strbuf_view(scratch));
	if (par->text.len > 0)
		return par;
	doc->paragraphs.count--;
	return NULL;
}
