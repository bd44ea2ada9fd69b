#include "utf8.h"

#include "utf8_scan.h"

#include <utf8proc.h>

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

void utf8_add(struct strbuf *buf, uint32_t code_point)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t len;

	if (code_point < 0x80) {
		strbuf_add_char(buf, (char)code_point);
		return;
	}
	if (code_point < 0x800) {
		bytes[0] = (utf8proc_uint8_t)(0xc0 | code_point >> 6);
		bytes[1] = (utf8proc_uint8_t)(0x80 | (code_point & 0x3f));
		strbuf_add(buf, (struct str){ (const char *)bytes, 2 });
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

/* A canonical decomposition or a non-zero combining class is doubt enough. */
static bool char_is_nfc_surely(uint32_t c)
{
	const utf8proc_property_t *p = property(c);

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

void utf8_add_nfc(struct strbuf *buf, struct str text)
{
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t len = -1;

	if (!utf8_is_nfc_surely(text))
		len = utf8proc_map((const utf8proc_uint8_t *)text.data,
				   (utf8proc_ssize_t)text.len, &composed,
				   UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (len < 0) {
		strbuf_add(buf, text);
		return;
	}
	strbuf_add(buf, (struct str){ (const char *)composed, (size_t)len });
	list_free(composed);
}

uint32_t utf8_fold_other(uint32_t c)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t utf8_upper_char(uint32_t c)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

void utf8_add_fold(struct strbuf *buf, struct str text)
{
	size_t at = 0;

	while (at < text.len)
		utf8_add(buf, utf8_fold_char(utf8_next(text, &at)));
}

const char *utf8_category(uint32_t c)
{
	return utf8proc_category_string((utf8proc_int32_t)c);
}

static utf8proc_category_t category(uint32_t c)
{
	return utf8proc_category((utf8proc_int32_t)c);
}

bool utf8_is_letter(uint32_t c)
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

bool utf8_is_mark(uint32_t c)
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

bool utf8_is_kazakh(uint32_t c)
{
	static const uint32_t letters[] = { 0x4d9, 0x493, 0x49b, 0x4a3, 0x4e9,
					    0x4b1, 0x4af, 0x4bb, 0x456 };
	uint32_t lower = utf8_fold_char(c);

	for (size_t i = 0; i < COUNT_OF(letters); i++)
		if (lower == letters[i])
			return true;
	return false;
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
