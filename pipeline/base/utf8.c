#include "utf8.h"

#include "utf8_scan.h"

#include <utf8proc.h>

enum { DECOMPOSED_MAX = 4 };  /* code points of one, in canonical forms */

static const utf8proc_option_t nfc_options =
	(utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE);

uint32_t utf8_next_long(struct str text, size_t *at)
{
	const unsigned char *bytes = (const unsigned char *)text.data + *at;
	size_t left = text.len - *at;
	utf8proc_int32_t code_point;
	utf8proc_ssize_t used;

	used = utf8proc_iterate(bytes, left > 4 ? 4 : (utf8proc_ssize_t)left,
				&code_point);
	if (used <= 0) {
		(*at)++;
		return 0xfffd;
	}
	*at += (size_t)used;
	return (uint32_t)code_point;
}

uint32_t utf8_before(struct str text, size_t at, size_t *start)
{
	size_t from = at - 1, end;
	uint32_t code_point;

	while (from > 0 && at - from < 4 &&
	       ((unsigned char)text.data[from] & 0xc0) == 0x80)
		from--;
	end = from;
	code_point = utf8_next(text, &end);
	if (end != at) {
		*start = at - 1;
		return 0xfffd;
	}
	*start = from;
	return code_point;
}

/* A code point below U+0800; returns its bytes, one or two. */
static size_t put_short(char *to, uint32_t code_point)
{
	if (code_point < 0x80) {
		to[0] = (char)code_point;
		return 1;
	}
	to[0] = (char)(0xc0 | code_point >> 6);
	to[1] = (char)(0x80 | (code_point & 0x3f));
	return 2;
}

void utf8_add(struct strbuf *buf, uint32_t code_point)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t len;

	if (code_point < 0x800) {
		if (buf->capacity - buf->len <= 2)
			strbuf_grow(buf, 2);
		buf->len += put_short(buf->data + buf->len, code_point);
		buf->data[buf->len] = '\0';
		return;
	}
	len = utf8proc_encode_char((utf8proc_int32_t)code_point, bytes);
	strbuf_add(buf, (struct str){ (const char *)bytes, (size_t)len });
}

size_t utf8_chars(struct str text)
{
	return utf8_scan_chars(text);
}

size_t utf8_valid_until(struct str text)
{
	const unsigned char *bytes = (const unsigned char *)text.data;
	size_t at = utf8_scan_valid(text);

	while (at < text.len) {
		utf8proc_int32_t code_point;
		utf8proc_ssize_t used;
		size_t left = text.len - at;

		if (bytes[at] < 0x80) {
			at++;
			continue;
		}
		used = utf8proc_iterate(bytes + at,
					left > 4 ? 4 : (utf8proc_ssize_t)left,
					&code_point);
		if (used <= 0)
			return at;
		at += (size_t)used;
	}
	return at;
}

static const utf8proc_property_t *property(uint32_t code_point)
{
	return utf8proc_get_property((utf8proc_int32_t)code_point);
}

/* Korean vowels and finals, which join the letter before them by a rule. */
static bool is_joining_jamo(uint32_t c)
{
	return (c >= 0x1161 && c <= 0x1175) || (c >= 0x11a8 && c <= 0x11c2);
}

/* A canonical decomposition or a non-zero combining class is doubt enough. */
static bool char_is_nfc_surely(uint32_t c)
{
	const utf8proc_property_t *p = property(c);

	if (is_joining_jamo(c))
		return false;
	return c < 0x300 ||
	       (p->combining_class == 0 && p->comb_index == UINT16_MAX &&
		(p->decomp_type != 0 || p->decomp_seqindex == UINT16_MAX));
}

bool utf8_is_nfc_surely(struct str text)
{
	size_t at = 0;

	while ((at = utf8_scan_doubt(text, at, DOUBT_NFC)) < text.len)
		if (!char_is_nfc_surely(utf8_next(text, &at)))
			return false;
	return true;
}

struct points {
	LIST(utf8proc_int32_t) list;
	size_t marks;         /* where the marks at its end begin */
};

static uint8_t mark_class(utf8proc_int32_t code_point)
{
	return (uint8_t)utf8proc_get_property(code_point)->combining_class;
}

/* The marks at the end, by class, those of one class as they stood: counted,
 * for utf8proc's swapping takes the square of how many there are. */
static void sort_marks(struct points *points)
{
	size_t count = points->list.count - points->marks;
	size_t places[UINT8_MAX + 2] = { 0 };
	utf8proc_int32_t *marks, *sorted;

	points->marks = points->list.count;
	if (count < 2)
		return;
	marks = points->list.items + points->marks - count;
	sorted = memory_get(count * sizeof *sorted);
	for (size_t i = 0; i < count; i++)
		places[mark_class(marks[i]) + 1]++;
	for (size_t i = 1; i < COUNT_OF(places); i++)
		places[i] += places[i - 1];
	for (size_t i = 0; i < count; i++)
		sorted[places[mark_class(marks[i])]++] = marks[i];
	memcpy(marks, sorted, count * sizeof *marks);
	list_free(sorted);
}

static void add_point(struct points *points, utf8proc_int32_t code_point)
{
	if (mark_class(code_point) == 0) {
		sort_marks(points);
		points->marks++;
	}
	*LIST_ADD(&points->list) = code_point;
}

/* The canonical decomposition, in canonical order; one item of room is left
 * behind it. */
static void decompose(struct points *points, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		utf8proc_int32_t parts[DECOMPOSED_MAX];
		utf8proc_ssize_t count = utf8proc_decompose_char(
			(utf8proc_int32_t)utf8_next(text, &at), parts,
			DECOMPOSED_MAX, nfc_options, NULL);

		for (utf8proc_ssize_t i = 0; i < count; i++)
			add_point(points, parts[i]);
	}
	sort_marks(points);
	LIST_ADD(&points->list);
	points->list.count--;
}

void utf8_add_nfc(struct strbuf *buf, struct str text)
{
	struct points points = { .marks = 0 };
	utf8proc_ssize_t len;

	if (utf8_is_nfc_surely(text) || utf8_valid_until(text) < text.len) {
		strbuf_add(buf, text);
		return;
	}
	decompose(&points, text);
	len = utf8proc_reencode(points.list.items,
				(utf8proc_ssize_t)points.list.count,
				nfc_options);
	strbuf_add(buf, (struct str){ (const char *)points.list.items,
				      len > 0 ? (size_t)len : 0 });
	LIST_RELEASE(&points.list);
}

uint32_t utf8_fold_other(uint32_t c)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t utf8_upper_char(uint32_t c)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

uint32_t utf8_plain_char(uint32_t c)
{
	utf8proc_int32_t points[8];
	int boundary;

	if (c < 0xc0 || !utf8_is_latin(c))
		return c;
	return utf8proc_decompose_char((utf8proc_int32_t)c, points,
				       (utf8proc_ssize_t)COUNT_OF(points),
				       UTF8PROC_DECOMPOSE, &boundary) > 0
		? (uint32_t)points[0] : c;
}

void utf8_add_fold(struct strbuf *buf, struct str text)
{
	size_t at = 0;

	if (buf->capacity - buf->len <= text.len)
		strbuf_grow(buf, text.len);
	while (at < text.len) {
		uint32_t c = utf8_fold_char(utf8_next(text, &at));

		/* no longer than what it is made of, mostly */
		if (c < 0x800 && buf->capacity - buf->len > 2)
			buf->len += put_short(buf->data + buf->len, c);
		else
			utf8_add(buf, c);
	}
	buf->data[buf->len] = '\0';
}

size_t utf8_common(struct str a, struct str b)
{
	size_t count = 0, at = 0, in = 0;

	while (at < a.len && in < b.len &&
	       utf8_fold_char(utf8_next(a, &at)) ==
		       utf8_fold_char(utf8_next(b, &in)))
		count++;
	return count;
}

const char *utf8_category(uint32_t c)
{
	return utf8proc_category_string((utf8proc_int32_t)c);
}

static utf8proc_category_t category(uint32_t c)
{
	return utf8proc_category((utf8proc_int32_t)c);
}

bool utf8_is_other_letter(uint32_t c)
{
	utf8proc_category_t cat = category(c);

	return cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_upper(uint32_t c)
{
	utf8proc_category_t cat = category(c);

	return cat == UTF8PROC_CATEGORY_LU || cat == UTF8PROC_CATEGORY_LT;
}

bool utf8_is_lower(uint32_t c)
{
	return category(c) == UTF8PROC_CATEGORY_LL;
}

bool utf8_has_upper(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if (utf8_is_upper(utf8_next(text, &at)))
			return true;
	return false;
}

bool utf8_is_digit(uint32_t c)
{
	return category(c) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_number(uint32_t c)
{
	utf8proc_category_t cat = category(c);

	return cat >= UTF8PROC_CATEGORY_ND && cat <= UTF8PROC_CATEGORY_NO;
}

bool utf8_is_space(uint32_t c)
{
	utf8proc_category_t cat;

	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	cat = category(c);
	return cat >= UTF8PROC_CATEGORY_ZS && cat <= UTF8PROC_CATEGORY_ZP;
}

bool utf8_is_punct(uint32_t c)
{
	utf8proc_category_t cat = category(c);

	return cat >= UTF8PROC_CATEGORY_PC && cat <= UTF8PROC_CATEGORY_PO;
}

bool utf8_is_symbol(uint32_t c)
{
	utf8proc_category_t cat = category(c);

	return cat >= UTF8PROC_CATEGORY_SM && cat <= UTF8PROC_CATEGORY_SO;
}

bool utf8_is_other_mark(uint32_t c)
{
	utf8proc_category_t cat = category(c);

	return cat >= UTF8PROC_CATEGORY_MN && cat <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_format(uint32_t c)
{
	return category(c) == UTF8PROC_CATEGORY_CF;
}

bool utf8_is_cyrillic(uint32_t c)
{
	return c >= 0x400 && c <= 0x52f && utf8_is_letter(c);
}

bool utf8_is_latin(uint32_t c)
{
	return ((c < 0x250) || (c >= 0x1e00 && c <= 0x1eff)) &&
	       utf8_is_letter(c);
}

size_t utf8_columns(struct str text)
{
	size_t columns = 0, at = 0;

	while (at < text.len) {
		int width = utf8proc_charwidth(
			(utf8proc_int32_t)utf8_next(text, &at));

		columns += width > 0 ? (size_t)width : 0;
	}
	return columns;
}

size_t utf8_cluster_end(struct str text, size_t at)
{
	utf8proc_int32_t state = 0;
	uint32_t before = utf8_next(text, &at);

	while (at < text.len) {
		size_t next = at;
		uint32_t c = utf8_next(text, &next);

		if ((before < 0x80 && c < 0x80) ||
		    utf8proc_grapheme_break_stateful((utf8proc_int32_t)before,
						     (utf8proc_int32_t)c,
						     &state))
			break;
		before = c;
		at = next;
	}
	return at;
}

bool utf8_is_obeyed(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c ||
	       c == 0x200e || c == 0x200f ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}
