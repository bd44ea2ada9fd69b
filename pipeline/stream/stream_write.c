#include "stream_read_internal.h"
#include "stream_write_internal.h"

#include "utf8.h"

const char *const stream_edges[STREAM_EDGES] = {
	"begins", "continues", "open", "ends", "listed"
};

enum { FULL = 64 * 1024 }; /* bytes: what a pipe takes at once */

/* The bytes of `set`, %, and control characters. */
static void mark_unsafe(bool unsafe[256], const char *set)
{
	memset(unsafe, true, 0x20);
	memset(unsafe + 0x20, false, 256 - 0x20);
	unsafe[0x7f] = unsafe['%'] = true;
	for (; *set; set++)
		unsafe[(unsigned char)*set] = true;
}

static void add_hex(struct strbuf *out, unsigned char byte)
{
	static const char hex[] = "0123456789ABCDEF";

	strbuf_add_char(out, '%');
	strbuf_add_char(out, hex[byte >> 4]);
	strbuf_add_char(out, hex[byte & 15]);
}

void stream_escape(struct strbuf *out, struct str value, const char *set)
{
	bool unsafe[256];
	size_t start = 0;

	mark_unsafe(unsafe, set);
	for (size_t i = 0; i < value.len; i++) {
		unsigned char byte = (unsigned char)value.data[i];

		if (!unsafe[byte])
			continue;
		strbuf_add(out, str_slice(value, start, i));
		add_hex(out, byte);
		start = i + 1;
	}
	strbuf_add(out, str_slice(value, start, value.len));
}

static void comment(struct strbuf *out, const char *key, struct str value)
{
	ADD(out, "# ");
	strbuf_add_z(out, key);
	ADD(out, " = ");
	strbuf_add(out, value);
	strbuf_add_char(out, '\n');
}

static void comment_number(struct strbuf *out, const char *key, uint64_t number)
{
	ADD(out, "# ");
	strbuf_add_z(out, key);
	ADD(out, " = ");
	strbuf_add_number(out, number);
	strbuf_add_char(out, '\n');
}

static void meta(struct strbuf *out, struct str key, struct str value)
{
	if (value.len == 0)
		return;
	ADD(out, "# meta::");
	strbuf_add(out, key);
	ADD(out, " = ");
	strbuf_add(out, value);
	strbuf_add_char(out, '\n');
}

static bool is_nfc(struct str text)
{
	struct strbuf nfc = STRBUF_INIT;
	bool is;

	if (utf8_is_nfc_surely(text))
		return true;
	utf8_add_nfc(&nfc, text);
	is = str_equal(strbuf_view(&nfc), text);
	strbuf_release(&nfc);
	return is;
}

/* Source text keeps its blanks, but for one at either end, which other tools
 * might trim; where it is not NFC, which the stream must be, all that is not
 * ASCII is written as %XX. */
static void add_source(struct strbuf *out, struct str source)
{
	size_t last = source.len > 1 ? source.len - 1 : source.len;

	if (source.len > 0 && is_nfc(source)) {
		stream_escape(out, str_slice(source, 0, 1), " ");
		stream_escape(out, str_slice(source, 1, last), "");
		stream_escape(out, str_slice(source, last, source.len), " ");
		return;
	}
	for (size_t i = 0; i < source.len; i++) {
		struct str byte = { source.data + i, 1 };
		bool at_end = i == 0 || i + 1 == source.len;

		if ((unsigned char)byte.data[0] < 0x80)
			stream_escape(out, byte, at_end ? " " : "");
		else
			add_hex(out, (unsigned char)byte.data[0]);
	}
}

/* Where the runs of all paragraphs end in the source. */
static size_t source_end(const struct document *doc)
{
	size_t end = 0;

	for (size_t i = 0; i < doc->runs.count; i++) {
		const struct run *run = &doc->runs.items[i];

		if (run->source + run->source_len > end)
			end = run->source + run->source_len;
	}
	return end;
}

static void write_head(struct writer *w)
{
	const struct document *doc = w->doc;
	struct str tail = str_slice(doc->source_text, source_end(doc),
				    doc->source_text.len);
	struct str comments = doc->comments;
	struct str declared = STR(STREAM_DECLARATION STREAM_SCHEME);
	size_t blocks = 0;

	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		size_t count = doc->paragraphs.items[i].sentence_count;

		blocks += count ? count : 1;
	}
	comment(w->out, "newdoc id", doc->id);
	if (w->is_foreign)
		str_split(&comments, '\n', &declared);
	strbuf_add(w->out, declared);
	strbuf_add_char(w->out, '\n');
	for (size_t i = 0; i < META_KEYS; i++)
		meta(w->out, str_of(meta_keys[i]),
		     document_meta(doc, str_of(meta_keys[i])));
	for (size_t i = 0; i < doc->meta.count; i++)
		if (!meta_is_column(doc->meta.items[i].key))
			meta(w->out, doc->meta.items[i].key,
			     doc->meta.items[i].value);
	comment_number(w->out, "meta::paragraphs", doc->paragraphs.count);
	comment_number(w->out, "meta::sentences", blocks);
	if (!str_equal(tail, STR("\n"))) {
		strbuf_add_z(w->out, "# meta::tail = ");
		add_source(w->out, tail);
		strbuf_add_char(w->out, '\n');
	}
	strbuf_add(w->out, comments);
}

static void add_range(struct strbuf *out, struct str key, uint32_t first,
		      uint32_t last)
{
	if (first == 0)
		return;
	strbuf_add(out, key);
	strbuf_add_number(out, first);
	if (last > first) {
		strbuf_add_char(out, '-');
		strbuf_add_number(out, last);
	}
	strbuf_add_char(out, '\n');
}

size_t stream_source_chars(struct writer *w, size_t byte)
{
	if (w->source.marks.count == 0)
		chars_init(&w->source, w->doc->source_text);
	return chars_before(&w->source, byte);
}

static void write_map(struct writer *w, const struct paragraph *par)
{
	const struct run *run = paragraph_runs(w->doc, par);
	size_t at = 0, chars = 0;

	ADD(w->out, "# par::map =");
	for (size_t i = 0; i < par->run_count; i++, run++) {
		size_t end = run->text + run->len;
		size_t len = utf8_chars(str_slice(par->text, run->text, end));

		chars += utf8_chars(str_slice(par->text, at, run->text));
		strbuf_add_char(w->out, ' ');
		strbuf_add_number(w->out, chars);
		strbuf_add_char(w->out, ':');
		strbuf_add_number(w->out, stream_source_chars(w, run->source));
		strbuf_add_char(w->out, ':');
		strbuf_add_number(w->out, len);
		if (run->changed) {
			strbuf_add_char(w->out, ':');
			strbuf_add_number(w->out, utf8_chars(str_slice(
				w->doc->source_text, run->source,
				run->source + run->source_len)));
		}
		chars += len;
		at = end;
	}
	strbuf_add_char(w->out, '\n');
}

/* How the text came from the source. What a reader would assume is left out:
 * that the text stands there word for word, behind a blank line unless it is
 * the first, in one run up to where the source was told so far. */
static void write_origin(struct writer *w, const struct paragraph *par)
{
	const struct document *doc = w->doc;
	const struct run *runs = paragraph_runs(doc, par);
	size_t start = w->source_done, end = start, lead;
	struct str slice;

	for (size_t i = 0; i < par->run_count; i++)
		if (runs[i].source + runs[i].source_len > end)
			end = runs[i].source + runs[i].source_len;
	slice = str_slice(doc->source_text, start, end);
	lead = par == doc->paragraphs.items ? 0 : 2;
	if (slice.len != lead + par->text.len ||
	    !str_has_suffix(slice, par->text) ||
	    (lead > 0 && !str_has_prefix(slice, STR("\n\n")))) {
		ADD(w->out, "# par::source = ");
		add_source(w->out, slice);
		strbuf_add_char(w->out, '\n');
	}
	w->source_done = end;
	if (par->run_count != 1 || runs->text != 0 || runs->changed ||
	    runs->len != par->text.len || runs->source + runs->len != end)
		write_map(w, par);
}

static void write_edges(struct strbuf *out, unsigned edges)
{
	if (edges == 0)
		return;
	strbuf_add_z(out, "# par::edges =");
	for (unsigned i = 0; i < STREAM_EDGES; i++)
		if (edges & 1u << i)
			strbuf_addf(out, " %s", stream_edges[i]);
	strbuf_add_char(out, '\n');
}

/* The end of the cell that begins at `at`: a bar with blanks around it, or at an
 * end of the text. */
static size_t cell_end(struct str text, size_t at)
{
	for (; at < text.len; at++)
		if (text.data[at] == '|' &&
		    (at == 0 || text.data[at - 1] == ' ') &&
		    (at + 1 == text.len || text.data[at + 1] == ' '))
			break;
	return at;
}

/* Where the cells of a row stand in its text, in code points. Bars at both ends,
 * as Markdown has them, are no part of any. */
static void write_cells(struct writer *w, const struct paragraph *par)
{
	struct str text = par->text;
	size_t at = 0, chars = 0, end;
	bool framed = text.len > 2 && str_has_prefix(text, STR("| ")) &&
		      str_has_suffix(text, STR(" |"));

	if (par->kind != PARAGRAPH_ROW || cell_end(text, 0) == text.len)
		return;
	if (framed) {
		text.len -= 2;
		at = chars = 1;
	}
	ADD(w->out, "# par::cells =");
	do {
		struct str cell;

		end = cell_end(text, at);
		cell = str_trim(str_slice(text, at, end));
		chars += utf8_chars(str_slice(text, at,
					      (size_t)(cell.data - text.data)));
		at = (size_t)(cell.data - text.data) + cell.len;
		strbuf_add_char(w->out, ' ');
		strbuf_add_number(w->out, chars);
		chars += utf8_chars(cell);
		strbuf_add_char(w->out, ':');
		strbuf_add_number(w->out, chars);
		chars += end - at + 1; /* blanks, and the bar */
		at = end + 1;
	} while (end < text.len);
	strbuf_add_char(w->out, '\n');
}

static void write_paragraph_head(struct writer *w, size_t index)
{
	const struct document *doc = w->doc;
	const struct paragraph *par = &doc->paragraphs.items[index];

	ADD(w->out, "# newpar id = ");
	strbuf_add(w->out, par->id);
	ADD(w->out, "\n# par::kind = ");
	strbuf_add(w->out, paragraph_kind_name(par->kind));
	strbuf_add_char(w->out, '\n');
	if (par->section.len > 0)
		comment(w->out, "par::section", par->section);
	if (par->parent.len > 0)
		comment(w->out, "par::parent", par->parent);
	if (par->country.len > 0)
		comment(w->out, "par::country", par->country);
	add_range(w->out, STR("# par::page = "), par->first_page,
		  par->last_page);
	add_range(w->out, STR("# par::lines = "), par->first_line,
		  par->last_line);
	ADD(w->out, "# par::gap = ");
	strbuf_add_number(w->out, par->gap);
	strbuf_add_char(w->out, '\n');
	if (par->level > 0)
		strbuf_addf(w->out, "# par::level = %u\n", par->level);
	write_edges(w->out, par->edges);
	write_cells(w, par);
	write_origin(w, par);
	stream_write_records(w, HOME_PARAGRAPH, index);
	strbuf_add(w->out, par->comments);
}

static void write_sentence(struct writer *w, size_t index)
{
	const struct document *doc = w->doc;
	const struct sentence *s = &doc->sentences.items[index];

	comment(w->out, "sent_id", s->id);
	comment(w->out, "text", sentence_text(doc, s));
	comment(w->out, "lang", words_lang_code(doc->words, s->lang));
	stream_write_records(w, HOME_SENTENCE, index);
	strbuf_add(w->out, s->comments);
	stream_write_rows(w, s);
	strbuf_add_char(w->out, '\n');
}

static void write_whole(struct writer *w, const struct paragraph *par)
{
	ADD(w->out, "# sent_id = ");
	strbuf_add(w->out, par->id);
	ADD(w->out, "-s1\n# text = ");
	strbuf_add(w->out, par->text);
	ADD(w->out, "\n1\t_\t_\t_\t_\t_\t0\t_\t_\tEmpty=Yes\n\n");
}

bool stream_flush(FILE *file, struct strbuf *out)
{
	bool done = out->len == 0 ||
		    fwrite(out->data, 1, out->len, file) == out->len;

	strbuf_clear(out);
	return done;
}

bool stream_put(FILE *file, struct strbuf *out, const struct document *doc,
		uint64_t *values)
{
	struct writer w = {
		.out = out, .doc = doc, .values = values,
		.is_foreign = str_has_prefix(doc->comments,
					     STR(STREAM_DECLARATION))
	};
	bool done = true;

	write_head(&w);
	for (size_t i = 0; done && i < doc->paragraphs.count; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];

		write_paragraph_head(&w, i);
		for (size_t s = 0; s < par->sentence_count; s++)
			write_sentence(&w, par->first_sentence + s);
		if (par->sentence_count == 0)
			write_whole(&w, par);
		if (file && out->len >= FULL)
			done = stream_flush(file, out);
	}
	chars_release(&w.source);
	chars_release(&w.text.chars);
	strbuf_release(&w.value);
	strbuf_release(&w.original);
	return done;
}

void stream_write(struct strbuf *out, const struct document *doc,
		  uint64_t *values)
{
	stream_put(NULL, out, doc, values);
}
