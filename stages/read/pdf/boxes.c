#include "boxes.h"

#include "utf8.h"

#include <stdlib.h>

enum {
	TAG_MAX = 4096,       /* bytes; a longer one is none of ours */
	POINTS = 1000000      /* no coordinate is above */
};

/* In the place of a sign of a font that tells no letters. */
static const char unknown_sign[] = "\xef\x80\x80"; /* U+F000, private */

struct boxes {
	struct pages *pages;
	struct strbuf rest;   /* of a tag whose end is to come */
	uint32_t group;
	bool in_doc, in_word, full;
	bool hangs;           /* the last word is an unknown sign that begins a
	                         line: kept if text stands behind it */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A decimal number as pdftotext writes it, whatever the locale; at most a
 * million points, so that sums stay finite. */
static float read_number(const char *at, const char *end)
{
	static const float scales[] = { 1, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f };
	bool negative = at < end && *at == '-';
	uint64_t digits = 0;
	size_t scale = 0;

	for (at += negative; at < end && is_digit(*at) && digits <= POINTS;
	     at++)
		digits = digits * 10 + (uint64_t)(*at - '0');
	if (at < end && *at == '.')
		at++;
	for (; at < end && is_digit(*at) && scale + 1 < COUNT_OF(scales); at++) {
		digits = digits * 10 + (uint64_t)(*at - '0');
		scale++;
	}
	if (digits > POINTS * (uint64_t)scales[scale])
		return negative ? -(float)POINTS : (float)POINTS;
	return (negative ? -(float)digits : (float)digits) / scales[scale];
}

/* The attributes of a tag, of which only these are asked for. */
struct attributes {
	float x0, y0, x1, y1, width, height;
};

static bool ends_in(struct str name, const char *four)
{
	return name.len >= 4 &&
	       memcmp(name.data + name.len - 4, four, 4) == 0;
}

static float *attribute(struct attributes *all, struct str name)
{
	if (ends_in(name, "xMin"))
		return &all->x0;
	if (ends_in(name, "yMin"))
		return &all->y0;
	if (ends_in(name, "xMax"))
		return &all->x1;
	if (ends_in(name, "yMax"))
		return &all->y1;
	if (str_has_suffix(name, STR("width")))
		return &all->width;
	return str_has_suffix(name, STR("height")) ? &all->height : NULL;
}

static struct attributes read_attributes(struct str tag)
{
	struct attributes all = { 0 };
	const char *at = tag.data, *end = tag.data + tag.len, *equal;

	while ((equal = memchr(at, '=', (size_t)(end - at)))) {
		struct str name = { at, (size_t)(equal - at) };
		float *number = attribute(&all, name);

		at = equal + 1 < end ? equal + 2 : end;
		if (number)
			*number = read_number(at, end);
	}
	return all;
}

/* What pdftotext writes for signs of XML becomes these; returns the length. */
static size_t resolve(char *text, size_t len)
{
	static const struct {
		struct str name;
		char sign;
	} known[] = {
		{ { "&amp;", 5 }, '&' }, { { "&lt;", 4 }, '<' },
		{ { "&gt;", 4 }, '>' }, { { "&quot;", 6 }, '"' },
		{ { "&apos;", 6 }, '\'' }
	};
	size_t kept = 0;

	for (size_t i = 0; i < len; i++, kept++) {
		struct str rest = { text + i, len - i };

		text[kept] = text[i];
		for (size_t k = 0; k < COUNT_OF(known) && text[i] == '&'; k++)
			if (str_has_prefix(rest, known[k].name)) {
				text[kept] = known[k].sign;
				i += known[k].name.len - 1;
				break;
			}
	}
	return kept;
}

/* Control characters become blanks, and bytes that are not UTF-8 `?`. */
static void clean(char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] < 0x20)
			text[i] = ' ';
	for (size_t at = 0; at < len; at++) {
		at += utf8_valid_until((struct str){ text + at, len - at });
		if (at < len)
			text[at] = '?';
	}
}

/* A soft hyphen that was drawn is a hyphen, as fonts use one glyph for both;
 * at the end of a line it may have cut the word, which is told later. */
static size_t harden(char *text, size_t len)
{
	size_t kept = 0;

	for (size_t i = 0; i < len; i++) {
		bool soft = i + 1 < len && text[i] == '\xc2' &&
			    text[i + 1] == '\xad';

		text[kept++] = soft ? '-' : text[i];
		i += soft;
	}
	return kept;
}

static struct page *last_page(const struct boxes *boxes)
{
	return &boxes->pages->pages.items[boxes->pages->pages.count - 1];
}

static void drop_word(struct boxes *boxes)
{
	struct pages *pages = boxes->pages;

	strbuf_truncate(&pages->text,
			pages->words.items[--pages->words.count].text);
	boxes->hangs = false;
	last_page(boxes)->word_count =
		pages->words.count - last_page(boxes)->first_word;
}

/* Whether the last word is the first of its line. */
static bool begins_line(const struct boxes *boxes)
{
	const struct pages *pages = boxes->pages;
	const struct page_word *word =
		&pages->words.items[pages->words.count - 1];

	return pages->words.count == 1 || word[-1].group != word->group;
}

/* Of ASCII letters, digits and the like, as most words are. */
static bool is_simple(const char *text, size_t len)
{
	bool simple = true;

	for (size_t i = 0; i < len; i++)
		simple &= (signed char)text[i] >= 0x20 && text[i] != '&';
	return simple;
}

/* An arrow behind a note leads back to its mark in a page of the web. */
static bool leads_back(struct str text)
{
	return str_has_prefix(text, STR("↩")) && text.len <= 6;
}

/* A word without letters or ink, or outside any page, is none. */
static void end_word(struct boxes *boxes)
{
	struct pages *pages = boxes->pages;
	struct page_word *word = &pages->words.items[pages->words.count - 1];
	char *text = pages->text.data + word->text;
	size_t len = pages->text.len - word->text;
	bool ink = word->box.x1 > word->box.x0 && word->box.y1 > word->box.y0;

	boxes->in_word = false;
	if (!is_simple(text, len)) {
		len = resolve(text, len);
		clean(text, len);
		len = harden(text, len);
	}
	strbuf_truncate(&pages->text, word->text + len);
	if (str_trim(str_slice(strbuf_view(&pages->text), word->text,
			       pages->text.len)).len == 0) {
		boxes->hangs = ink && len > 0 && begins_line(boxes);
		strbuf_truncate(&pages->text, word->text);
		strbuf_add_z(&pages->text, unknown_sign);
		ink = boxes->hangs;
	}
	word->len = (uint32_t)(pages->text.len - word->text);
	if (ink && !leads_back(page_word_text(pages, word)))
		last_page(boxes)->word_count =
			pages->words.count - last_page(boxes)->first_word;
	else
		drop_word(boxes);
}

static void begin_page(struct boxes *boxes, struct str tag)
{
	struct page *page = LIST_ADD(&boxes->pages->pages);
	struct attributes all = read_attributes(tag);

	page->width = all.width;
	page->height = all.height;
	page->first_word = boxes->pages->words.count;
}

static void begin_word(struct boxes *boxes, struct str tag)
{
	struct pages *pages = boxes->pages;
	struct attributes all;
	struct page_word *word;

	if (pages->pages.count == 0)
		return;
	if (pages->words.count >= PAGES_WORDS) {
		boxes->full = true;
		return;
	}
	all = read_attributes(tag);
	word = LIST_ADD(&pages->words);
	word->box = (struct box){ all.x0, all.y0, all.x1, all.y1 };
	word->text = (uint32_t)pages->text.len;
	word->group = boxes->group;
	boxes->in_word = true;
	boxes->hangs = false;
}

/* A tag without its brackets. */
static void take_tag(struct boxes *boxes, struct str tag)
{
	if (boxes->in_word)
		end_word(boxes);
	if (!boxes->in_doc) { /* what the file says of itself stands before */
		boxes->in_doc = str_equal(tag, STR("doc"));
	} else if (str_has_prefix(tag, STR("word "))) {
		begin_word(boxes, tag);
	} else if (str_has_prefix(tag, STR("line")) ||
		   str_has_prefix(tag, STR("page "))) {
		if (boxes->hangs)
			drop_word(boxes);
		boxes->group++;
		if (tag.data[0] == 'p')
			begin_page(boxes, tag);
	}
}

static void take_text(struct boxes *boxes, struct str text)
{
	if (!boxes->in_word)
		return;
	if (boxes->pages->text.len + text.len > UINT32_MAX)
		boxes->full = true;
	else
		strbuf_add(&boxes->pages->text, text);
}

struct boxes *boxes_new(struct pages *pages)
{
	struct boxes *boxes = memory_get(sizeof *boxes);

	*boxes = (struct boxes){ .pages = pages };
	strbuf_add_z(&pages->text, ""); /* so that a word begins somewhere */
	return boxes;
}

/* The bytes up to the first tag whose end is to come. Returns how many. */
static size_t take_whole(struct boxes *boxes, struct str bytes)
{
	size_t at = 0;

	while (at < bytes.len && !boxes->full) {
		const char *end, *tag = memchr(bytes.data + at, '<',
					       bytes.len - at);
		size_t start = tag ? (size_t)(tag - bytes.data) : bytes.len;

		take_text(boxes, str_slice(bytes, at, start));
		if (!tag)
			return bytes.len;
		end = memchr(tag, '>', bytes.len - start);
		if (!end && bytes.len - start < TAG_MAX)
			return start;
		at = end ? (size_t)(end - bytes.data) : start;
		if (end)
			take_tag(boxes, str_slice(bytes, start + 1, at));
		at++;
	}
	return bytes.len;
}

static int say_full(const struct boxes *boxes, struct err *err)
{
	if (!boxes->full)
		return 0;
	return err_set(err, ERR_LIMIT, "more than %d words", PAGES_WORDS);
}

int boxes_take(struct boxes *boxes, struct str bytes, struct err *err)
{
	size_t taken;

	if (boxes->rest.len > 0) {
		struct str whole;

		strbuf_add(&boxes->rest, bytes);
		whole = strbuf_view(&boxes->rest);
		taken = take_whole(boxes, whole);
		memmove(boxes->rest.data, whole.data + taken,
			whole.len - taken);
		strbuf_truncate(&boxes->rest, whole.len - taken);
	} else {
		taken = take_whole(boxes, bytes);
		strbuf_add(&boxes->rest, str_slice(bytes, taken, bytes.len));
	}
	return say_full(boxes, err);
}

int boxes_end(struct boxes *boxes, struct err *err)
{
	if (boxes->in_word)
		end_word(boxes);
	if (boxes->hangs)
		drop_word(boxes);
	return say_full(boxes, err);
}

void boxes_free(struct boxes *boxes)
{
	strbuf_release(&boxes->rest);
	free(boxes);
}
