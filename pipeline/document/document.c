#include "document.h"

#include "utf8.h"

enum { CHARS_STEP = 128 };

static const char *const kind_names[PARAGRAPH_KINDS] = {
	"paragraph", "title", "scale", "score", "heading", "pullquote",
	"footnote", "panelist", "boilerplate", "furniture", "item", "row",
	"caption"
};

void document_init(struct document *doc, struct words *words)
{
	*doc = (struct document){ .words = words };
	LIST_ADD(&doc->extras);
}

void document_clear(struct document *doc)
{
	doc->id = doc->comments = doc->raw = doc->made = doc->source_text =
		STR_NONE;
	doc->production = (struct production){ .esep = STR_NONE };
	LIST_CLEAR(&doc->meta);
	LIST_CLEAR(&doc->runs);
	LIST_CLEAR(&doc->paragraphs);
	LIST_CLEAR(&doc->sentences);
	LIST_CLEAR(&doc->tokens);
	LIST_CLEAR(&doc->extras);
	LIST_ADD(&doc->extras);
	LIST_CLEAR(&doc->mentions);
	LIST_CLEAR(&doc->incidents);
	LIST_CLEAR(&doc->quotations);
	LIST_CLEAR(&doc->footnotes);
	LIST_CLEAR(&doc->scores);
	LIST_CLEAR(&doc->links);
	arena_clear(&doc->arena);
}

void document_release(struct document *doc)
{
	LIST_RELEASE(&doc->meta);
	LIST_RELEASE(&doc->runs);
	LIST_RELEASE(&doc->paragraphs);
	LIST_RELEASE(&doc->sentences);
	LIST_RELEASE(&doc->tokens);
	LIST_RELEASE(&doc->extras);
	LIST_RELEASE(&doc->mentions);
	LIST_RELEASE(&doc->incidents);
	LIST_RELEASE(&doc->quotations);
	LIST_RELEASE(&doc->footnotes);
	LIST_RELEASE(&doc->scores);
	LIST_RELEASE(&doc->links);
	arena_release(&doc->arena);
}

void document_own_id(struct strbuf *id, struct str home, char kind,
		     size_t number)
{
	strbuf_clear(id);
	strbuf_add(id, home);
	strbuf_add_char(id, '-');
	strbuf_add_char(id, kind);
	strbuf_add_number(id, number);
}

struct str document_meta(const struct document *doc, struct str key)
{
	for (size_t i = 0; i < doc->meta.count; i++)
		if (str_equal(doc->meta.items[i].key, key))
			return doc->meta.items[i].value;
	return STR_NONE;
}

struct str document_named(struct str key, struct str *behind)
{
	size_t at = sizeof META_NAME - 1, end = at;

	*behind = STR_NONE;
	if (!str_has_prefix(key, STR(META_NAME)))
		return STR_NONE;
	while (end < key.len && key.data[end] != '.')
		end++;
	*behind = str_slice(key, end, key.len);
	return str_slice(key, at, end);
}

/* Metadata is one line of the stream: NFC, without control characters. */
static struct str clean_value(struct arena *arena, struct str value)
{
	struct strbuf clean = STRBUF_INIT;
	struct str copy;

	utf8_add_nfc(&clean, value);
	for (size_t i = 0; i < clean.len; i++)
		if ((unsigned char)clean.data[i] < 0x20 ||
		    clean.data[i] == 0x7f)
			clean.data[i] = ' ';
	copy = str_copy(arena, str_trim(strbuf_view(&clean)));
	strbuf_release(&clean);
	return copy;
}

void document_set_meta(struct document *doc, struct str key, struct str value)
{
	size_t i = 0;

	while (i < doc->meta.count &&
	       !str_equal(doc->meta.items[i].key, key))
		i++;
	if (value.len == 0) {
		if (i < doc->meta.count) {
			memmove(&doc->meta.items[i], &doc->meta.items[i + 1],
				(doc->meta.count - i - 1) *
					sizeof *doc->meta.items);
			doc->meta.count--;
		}
		return;
	}
	if (i == doc->meta.count)
		LIST_ADD(&doc->meta)->key = str_copy(&doc->arena, key);
	doc->meta.items[i].value = clean_value(&doc->arena, value);
}

static bool find_name(const char *const *names, size_t count, struct str name,
		      size_t *index)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(str_of(names[i]), name)) {
			*index = i;
			return true;
		}
	return false;
}

struct str paragraph_kind_name(enum paragraph_kind kind)
{
	return str_of(kind_names[kind]);
}

bool paragraph_kind_find(struct str name, enum paragraph_kind *kind)
{
	size_t index;

	if (!find_name(kind_names, PARAGRAPH_KINDS, name, &index))
		return false;
	*kind = (enum paragraph_kind)index;
	return true;
}

struct str sentence_text(const struct document *doc, const struct sentence *s)
{
	return str_slice(doc->paragraphs.items[s->paragraph].text, s->start,
			 s->end);
}

struct str token_lemma(const struct document *doc, const struct token *token)
{
	struct str lemma = doc->extras.items[token->extra].lemma;

	return lemma.len == 0 && (token->flags & TOKEN_LEMMA)
		? words_text(doc->words, token->stem) : lemma;
}

struct extra *token_extra(struct document *doc, struct token *token)
{
	if (token->extra == 0) {
		token->extra = (uint32_t)doc->extras.count;
		LIST_ADD(&doc->extras);
	}
	return &doc->extras.items[token->extra];
}

struct str extent_text(const struct document *doc, struct extent extent)
{
	const struct sentence *s = &doc->sentences.items[extent.sentence];

	if (extent.first == extent.end)
		return STR_NONE;
	return str_slice(doc->paragraphs.items[s->paragraph].text,
			 doc->tokens.items[extent.first].start,
			 doc->tokens.items[extent.end - 1].end);
}

struct str mention_text(const struct document *doc,
			const struct mention *mention)
{
	struct str text = extent_text(doc, mention->where);

	return str_slice(text, 0, text.len - mention->suffix);
}

uint32_t mention_end(const struct document *doc, const struct mention *mention)
{
	return doc->tokens.items[mention->where.end - 1].end - mention->suffix;
}

/* The first run of a paragraph that ends behind byte `at` of its text. */
static size_t run_behind(const struct document *doc,
			 const struct paragraph *par, uint32_t at)
{
	const struct run *runs = paragraph_runs(doc, par);
	size_t low = 0, high = par->run_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (runs[middle].text + runs[middle].len <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The source of what bytes start..end of the text have of a run. */
static void run_source(const struct run *run, uint32_t start, uint32_t end,
		       size_t *first, size_t *last)
{
	uint32_t from = run->text > start ? run->text : start;
	uint32_t to = run->text + run->len < end ? run->text + run->len : end;

	*first = run->source;
	*last = run->source + run->source_len;
	if (!run->changed) {
		*first = run->source + (from - run->text);
		*last = run->source + (to - run->text);
	}
}

bool paragraph_source(const struct document *doc, const struct paragraph *par,
		      uint32_t start, uint32_t end,
		      size_t *source_start, size_t *source_end)
{
	const struct run *runs = paragraph_runs(doc, par);
	bool found = false;

	for (size_t i = run_behind(doc, par, start);
	     i < par->run_count && runs[i].text < end; i++) {
		size_t first, last;

		run_source(&runs[i], start, end, &first, &last);
		if (!found || first < *source_start)
			*source_start = first;
		if (!found || last > *source_end)
			*source_end = last;
		found = true;
	}
	return found;
}

/* What was left out between two runs, up to the end of its line. */
static void add_between(struct strbuf *out, struct str source, size_t from,
			size_t to)
{
	while (from < to) {
		char c = source.data[from++];

		strbuf_add_char(out, c);
		if (c == '\n')
			break;
	}
}

bool paragraph_original(const struct document *doc, const struct paragraph *par,
			uint32_t start, uint32_t end, struct strbuf *out)
{
	const struct run *runs = paragraph_runs(doc, par);
	size_t i = run_behind(doc, par, start), before = SIZE_MAX;

	if (i == par->run_count || runs[i].text >= end ||
	    (!runs[i].changed && runs[i].text <= start &&
	     runs[i].text + runs[i].len >= end))
		return false;
	for (; i < par->run_count && runs[i].text < end; i++) {
		size_t first, last;

		run_source(&runs[i], start, end, &first, &last);
		if (before < first)
			add_between(out, doc->source_text, before, first);
		strbuf_add(out, str_slice(doc->source_text, first, last));
		before = last;
	}
	return true;
}

void chars_init(struct chars *chars, struct str text)
{
	size_t count = 0, at = 0;

	*chars = (struct chars){ .text = text };
	*LIST_ADD(&chars->marks) = 0;
	for (; text.len - at >= CHARS_STEP; at += CHARS_STEP) {
		count += utf8_chars(str_slice(text, at, at + CHARS_STEP));
		*LIST_ADD(&chars->marks) = count;
	}
}

size_t chars_before(const struct chars *chars, size_t byte)
{
	size_t mark = byte / CHARS_STEP;

	return chars->marks.items[mark] +
	       utf8_chars(str_slice(chars->text, mark * CHARS_STEP, byte));
}

size_t chars_byte(const struct chars *chars, size_t count)
{
	size_t low = 0, high = chars->marks.count, at, seen;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (chars->marks.items[middle] <= count)
			low = middle;
		else
			high = middle;
	}
	at = low * CHARS_STEP;
	seen = chars->marks.items[low];
	for (; at < chars->text.len; at++) {
		bool begins =
			((unsigned char)chars->text.data[at] & 0xc0) != 0x80;

		if (begins && seen++ == count)
			break;
	}
	return at;
}

void chars_release(struct chars *chars)
{
	LIST_RELEASE(&chars->marks);
}

const struct chars *paragraph_chars(struct paragraph_chars *kept,
				    const struct document *doc,
				    size_t paragraph)
{
	if (kept->chars.marks.count == 0 || kept->paragraph != paragraph) {
		chars_release(&kept->chars);
		chars_init(&kept->chars, doc->paragraphs.items[paragraph].text);
		kept->paragraph = paragraph;
	}
	return &kept->chars;
}
