/* Any text, mended: its runs and links fit, what is written reads the same
 * again, and may be mended again. */
#include "knowledge.h"
#include "mend.h"
#include "paragraphs.h"
#include "stream.h"
#include "utf8.h"

#include <stdlib.h>

enum { STREAM_MAX = 1 << 24 };

static void *mend;

static void check_run(const struct document *doc, const struct paragraph *par,
		      const struct run *run, uint32_t from)
{
	if (run->text < from || run->len == 0 ||
	    run->text + run->len > par->text.len ||
	    run->source + run->source_len > doc->source_text.len)
		abort();
	if (!run->changed &&
	    !str_equal(str_slice(par->text, run->text, run->text + run->len),
		       str_slice(doc->source_text, run->source,
				 run->source + run->source_len)))
		abort();
}

static void check_paragraphs(const struct document *doc)
{
	size_t next = 0;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];
		uint32_t from = 0;

		if (par->first_run != next || par->text.len == 0 ||
		    utf8_valid_until(par->text) != par->text.len)
			abort();
		next += par->run_count;
		for (size_t r = par->first_run; r < next; r++) {
			check_run(doc, par, &doc->runs.items[r], from);
			from = doc->runs.items[r].text +
			       doc->runs.items[r].len;
		}
	}
	if (next != doc->runs.count)
		abort();
}

static bool is_boundary(struct str text, size_t at)
{
	return at == text.len || (at < text.len &&
				  (text.data[at] & 0xc0) != 0x80);
}

static void check_links(const struct document *doc)
{
	size_t last = 0;

	for (size_t i = 0; i < doc->links.count; i++) {
		const struct link *link = &doc->links.items[i];
		struct str text = doc->paragraphs.items[link->paragraph].text;

		if (link->paragraph < last || link->at.start > link->at.end ||
		    !is_boundary(text, link->at.start) ||
		    !is_boundary(text, link->at.end))
			abort();
		last = link->paragraph;
	}
}

static void check_found(const struct document *doc)
{
	for (size_t i = 0; i < doc->footnotes.count; i++) {
		const struct footnote *note = &doc->footnotes.items[i];
		size_t anchor = note->anchor.paragraph;

		if ((i > 0 && note[-1].paragraph > note->paragraph) ||
		    note->paragraph >= doc->paragraphs.count ||
		    (anchor != SIZE_MAX &&
		     !is_boundary(doc->paragraphs.items[anchor].text,
				  note->anchor.at)))
			abort();
	}
	for (size_t i = 0; i < doc->scores.count; i++)
		if ((i > 0 && doc->scores.items[i - 1].paragraph >
				      doc->scores.items[i].paragraph) ||
		    doc->scores.items[i].paragraph >= doc->paragraphs.count)
			abort();
}

static void mend_once(struct document *doc, struct strbuf *out)
{
	struct err err = ERR_INIT;
	uint64_t values = 0;

	if (mend_stage.document(mend, doc, &err) < 0)
		abort();
	check_paragraphs(doc);
	check_links(doc);
	check_found(doc);
	stream_write(out, doc, &values);
	if (utf8_valid_until(strbuf_view(out)) < out->len)
		abort();
}

/* Read what was written, and write it: the same. `again`: mended once more,
 * where what was joined may look different. */
static void compare(struct str stream, bool again)
{
	struct strbuf out = STRBUF_INIT;
	FILE *file = fmemopen((void *)(uintptr_t)stream.data, stream.len, "rb");
	struct stream_reader *reader = stream_reader_new(file, "fuzz",
							 STREAM_MAX);
	struct words words;
	struct document doc;
	struct err err = ERR_INIT;
	uint64_t values = 0;

	words_init(&words);
	document_init(&doc, &words);
	if (stream_read(reader, &doc, &err) != 1)
		abort();
	if (again)
		mend_once(&doc, &out);
	else
		stream_write(&out, &doc, &values);
	if (!again && !str_equal(strbuf_view(&out), stream))
		abort();
	document_release(&doc);
	words_release(&words);
	stream_reader_free(reader);
	strbuf_release(&out);
	fclose(file);
}

/* Text that esep-read would take: valid and without NULs. */
static bool is_text(struct str text)
{
	return text.len > 0 && utf8_valid_until(text) == text.len &&
	       !memchr(text.data, 0, text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct words chain;
	static struct knowledge knowledge;
	struct str text = { (const char *)data, size };
	struct strbuf once = STRBUF_INIT;
	struct document doc;
	struct words words;
	struct err err = ERR_INIT;

	if (!mend) {
		struct stage_context context = { .program = "fuzz",
						 .knowledge = &knowledge };

		words_init(&chain);
		if (knowledge_open(&knowledge, &chain, NULL, &err) < 0 ||
		    mend_stage.open(&mend, NULL, &context, &err) < 0)
			abort();
	}
	if (!is_text(text))
		return 0;
	words_init(&words);
	document_init(&doc, &words);
	doc.id = STR("d");
	doc.source_text = text;
	paragraphs_find(&doc);
	if (doc.paragraphs.count > 0) {
		mend_once(&doc, &once);
		compare(strbuf_view(&once), false);
		compare(strbuf_view(&once), true);
	}
	document_release(&doc);
	words_release(&words);
	strbuf_release(&once);
	return 0;
}
