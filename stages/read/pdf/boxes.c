#include "boxes.h"

#include "utf8.h"

#include <libxml/parser.h>
#include <stdlib.h>

struct boxes {
	struct pages *pages;
	xmlParserCtxtPtr parser;
	struct strbuf clean;  /* what goes to the parser */
	struct strbuf cut;    /* of a character whose end is to come */
	uint32_t group;
	bool in_word, full;
};

/* A decimal number as pdftotext writes it, whatever the locale; at most a
 * million points, so that sums stay finite. */
static float read_number(const xmlChar *at, const xmlChar *end)
{
	float value = 0, scale = 1;
	bool negative = at < end && *at == '-', fraction = false;

	for (at += negative; at < end; at++) {
		if (*at == '.' && !fraction) {
			fraction = true;
		} else if (*at >= '0' && *at <= '9') {
			if (fraction)
				scale /= 10;
			value = fraction
				? value + scale * (float)(*at - '0')
				: value * 10 + (float)(*at - '0');
		} else {
			break;
		}
		if (value > 1e6f)
			return negative ? -1e6f : 1e6f;
	}
	return negative ? -value : value;
}

/* SAX2 gives attributes as five pointers each: name, prefix, URI, value and
 * where it ends. */
static float attribute(const xmlChar **attributes, int count, const char *name)
{
	for (int i = 0; i < count; i++)
		if (!strcmp((const char *)attributes[5 * i], name))
			return read_number(attributes[5 * i + 3],
					   attributes[5 * i + 4]);
	return 0;
}

/* A soft hyphen that was drawn is a hyphen, as fonts use one glyph for both;
 * at the end of a line it may have cut the word, which is told later. */
static void harden(struct pages *pages, struct page_word *word)
{
	char *text = pages->text.data + word->text;
	size_t kept = 0;

	for (size_t i = 0; i < word->len; i++) {
		bool soft = i + 1 < word->len && text[i] == '\xc2' &&
			    text[i + 1] == '\xad';

		text[kept++] = soft ? '-' : text[i];
		i += soft;
	}
	word->len = (uint32_t)kept;
	strbuf_truncate(&pages->text, word->text + kept);
}

/* A word without letters or ink, or outside any page, is none. */
static void end_word(struct boxes *boxes)
{
	struct pages *pages = boxes->pages;
	struct page_word *word = &pages->words.items[pages->words.count - 1];
	struct str text = str_slice(strbuf_view(&pages->text), word->text,
				    pages->text.len);

	boxes->in_word = false;
	word->len = (uint32_t)text.len;
	harden(pages, word);
	if (str_trim(text).len == 0 || word->box.x1 <= word->box.x0 ||
	    word->box.y1 <= word->box.y0) {
		strbuf_truncate(&pages->text, word->text);
		pages->words.count--;
		return;
	}
	pages->pages.items[pages->pages.count - 1].word_count =
		pages->words.count -
		pages->pages.items[pages->pages.count - 1].first_word;
}

static void begin_page(struct boxes *boxes, const xmlChar **attributes,
		       int count)
{
	struct page *page = LIST_ADD(&boxes->pages->pages);

	page->width = attribute(attributes, count, "width");
	page->height = attribute(attributes, count, "height");
	page->first_word = boxes->pages->words.count;
}

static void begin_word(struct boxes *boxes, const xmlChar **attributes,
		       int count)
{
	struct pages *pages = boxes->pages;
	struct page_word *word;

	if (pages->pages.count == 0)
		return;
	if (pages->words.count >= PAGES_WORDS) {
		boxes->full = true;
		xmlStopParser(boxes->parser);
		return;
	}
	word = LIST_ADD(&pages->words);
	word->box.x0 = attribute(attributes, count, "xMin");
	word->box.y0 = attribute(attributes, count, "yMin");
	word->box.x1 = attribute(attributes, count, "xMax");
	word->box.y1 = attribute(attributes, count, "yMax");
	word->text = (uint32_t)pages->text.len;
	word->group = boxes->group;
	boxes->in_word = true;
}

static void start_element(void *data, const xmlChar *name,
			  const xmlChar *prefix, const xmlChar *uri,
			  int namespace_count, const xmlChar **namespaces,
			  int attribute_count, int defaulted,
			  const xmlChar **attributes)
{
	struct boxes *boxes = data;

	(void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
	(void)defaulted;
	if (boxes->in_word)
		end_word(boxes);
	if (!strcmp((const char *)name, "word"))
		begin_word(boxes, attributes, attribute_count);
	else if (!strcmp((const char *)name, "line"))
		boxes->group++;
	else if (!strcmp((const char *)name, "page"))
		begin_page(boxes, attributes, attribute_count);
}

static void end_element(void *data, const xmlChar *name, const xmlChar *prefix,
			const xmlChar *uri)
{
	struct boxes *boxes = data;

	(void)name, (void)prefix, (void)uri;
	if (boxes->in_word)
		end_word(boxes);
}

static void characters(void *data, const xmlChar *text, int len)
{
	struct boxes *boxes = data;
	struct str piece = { (const char *)text, (size_t)len };

	if (!boxes->in_word)
		return;
	if (boxes->pages->text.len + piece.len > UINT32_MAX) {
		boxes->full = true;
		xmlStopParser(boxes->parser);
		return;
	}
	strbuf_add(&boxes->pages->text, piece);
}

static void say_nothing(void *data, const char *format, ...)
{
	(void)data, (void)format;
}

void boxes_prepare(void)
{
	xmlInitParser();
}

struct boxes *boxes_new(struct pages *pages)
{
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = start_element,
		.endElementNs = end_element,
		.characters = characters,
		.warning = say_nothing,
		.error = say_nothing,
	};
	struct boxes *boxes = memory_get(sizeof *boxes);

	*boxes = (struct boxes){ .pages = pages };
	boxes->parser = xmlCreatePushParserCtxt(&handler, boxes, NULL, 0, NULL);
	if (boxes->parser)
		xmlCtxtUseOptions(boxes->parser,
				  XML_PARSE_NONET | XML_PARSE_RECOVER);
	return boxes;
}

/* Without a branch, for many at a time. */
static void blank_controls(char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = bytes[i];

		bytes[i] = (unsigned char)c < 0x20 && c != '\n' ? ' ' : c;
	}
}

/* XML knows no control characters, and a parser that meets a byte that is not
 * UTF-8 takes all the rest for Latin-1: such bytes become blanks and `?`. */
static void clean(struct boxes *boxes, struct str bytes)
{
	struct strbuf *out = &boxes->clean;
	size_t from = 0;

	strbuf_clear(out);
	strbuf_add(out, strbuf_view(&boxes->cut));
	strbuf_add(out, bytes);
	strbuf_clear(&boxes->cut);
	blank_controls(out->data, out->len);
	while (from < out->len) {
		struct str rest = str_slice(strbuf_view(out), from, out->len);
		size_t good = utf8_valid_until(rest);

		from += good;
		if (good < rest.len && rest.len - good < 4) {
			strbuf_add(&boxes->cut,
				   str_slice(rest, good, rest.len));
			strbuf_truncate(out, from);
		} else if (good < rest.len) {
			out->data[from++] = '?';
		}
	}
}

static int feed(struct boxes *boxes, bool last, struct err *err)
{
	if (!boxes->parser)
		return err_set(err, ERR_SYSTEM, "libxml2 cannot begin");
	xmlParseChunk(boxes->parser, strbuf_view(&boxes->clean).data,
		      (int)boxes->clean.len, last);
	if (boxes->full)
		return err_set(err, ERR_LIMIT, "more than %d words",
			       PAGES_WORDS);
	return 0;
}

int boxes_take(struct boxes *boxes, struct str bytes, struct err *err)
{
	clean(boxes, bytes);
	return feed(boxes, false, err);
}

int boxes_end(struct boxes *boxes, struct err *err)
{
	int rc;

	strbuf_clear(&boxes->cut);
	clean(boxes, STR_NONE);
	rc = feed(boxes, true, err);
	if (boxes->in_word)
		end_word(boxes);
	return rc;
}

void boxes_free(struct boxes *boxes)
{
	if (boxes->parser)
		xmlFreeParserCtxt(boxes->parser);
	strbuf_release(&boxes->clean);
	strbuf_release(&boxes->cut);
	free(boxes);
}
