#include "str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

struct str str_of(const char *text)
{
	return (struct str){ text ? text : "", text ? strlen(text) : 0 };
}

size_t str_common(struct str a, struct str b)
{
	size_t at = 0;

	while (at < a.len && at < b.len && a.data[at] == b.data[at])
		at++;
	return at;
}

int str_compare(struct str a, struct str b)
{
	size_t common = a.len < b.len ? a.len : b.len;
	int order = common ? memcmp(a.data, b.data, common) : 0;

	if (order != 0)
		return order;
	return a.len < b.len ? -1 : a.len > b.len;
}

bool str_has_suffix(struct str text, struct str suffix)
{
	return text.len >= suffix.len &&
	       str_equal(str_slice(text, text.len - suffix.len, text.len),
			 suffix);
}

struct str str_trim(struct str text)
{
	while (text.len > 0 && str_is_blank(text.data[text.len - 1]))
		text.len--;
	while (text.len > 0 && str_is_blank(text.data[0])) {
		text.data++;
		text.len--;
	}
	return text;
}

bool str_equal_any_case(struct str text, const char *word)
{
	return text.len == strlen(word) && str_has_prefix_any_case(text, word);
}

bool str_has_prefix_any_case(struct str text, const char *prefix)
{
	size_t len = strlen(prefix);

	return text.len >= len && !strncasecmp(text.data, prefix, len);
}

struct str str_file_name(struct str path)
{
	size_t start = path.len;

	while (start > 0 && path.data[start - 1] != '/')
		start--;
	return str_slice(path, start, path.len);
}

size_t str_skip_spaces(struct str text, size_t at)
{
	while (at < text.len && text.data[at] == ' ')
		at++;
	return at;
}

struct str str_copy(struct arena *arena, struct str text)
{
	return (struct str){ str_copy_z(arena, text), text.len };
}

char *str_copy_z(struct arena *arena, struct str text)
{
	char *copy = arena_get(arena, text.len + 1);

	if (text.len > 0)
		memcpy(copy, text.data, text.len);
	copy[text.len] = '\0';
	return copy;
}

size_t str_find(struct str text, struct str part, size_t from)
{
	while (part.len > 0 && from + part.len <= text.len) {
		const char *hit = memchr(text.data + from, part.data[0],
					 text.len - from - part.len + 1);

		if (!hit)
			break;
		from = (size_t)(hit - text.data);
		if (!memcmp(hit, part.data, part.len))
			return from;
		from++;
	}
	return text.len;
}

bool str_number(struct str text, uint64_t max, uint64_t *number)
{
	uint64_t value = 0;

	if (text.len == 0)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		uint64_t digit = (uint64_t)(unsigned char)text.data[i] - '0';

		if (digit > 9 || value > (UINT64_MAX - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*number = value;
	return value <= max;
}

void strbuf_grow(struct strbuf *buf, size_t more)
{
	size_t need = buf->len + more + 1;

	if (need <= buf->capacity)
		return;
	buf->capacity = need < 64 ? 64 : need + need / 2;
	buf->data = memory_resize(buf->data, buf->capacity);
}

void strbuf_add_z(struct strbuf *buf, const char *text)
{
	strbuf_add(buf, str_of(text));
}

void strbuf_add_number(struct strbuf *buf, uint64_t number)
{
	char digits[20];
	size_t at = sizeof digits;

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	strbuf_add(buf, (struct str){ digits + at, sizeof digits - at });
}

void strbuf_add_args(struct strbuf *buf, const char *format, va_list args)
{
	va_list again;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (len <= 0)
		return;
	strbuf_grow(buf, (size_t)len);
	vsnprintf(buf->data + buf->len, (size_t)len + 1, format, args);
	buf->len += (size_t)len;
}

void strbuf_addf(struct strbuf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	strbuf_add_args(buf, format, args);
	va_end(args);
}

void strbuf_truncate(struct strbuf *buf, size_t len)
{
	if (len < buf->len) {
		buf->len = len;
		buf->data[len] = '\0';
	}
}

void strbuf_clear(struct strbuf *buf)
{
	strbuf_truncate(buf, 0);
}

void strbuf_release(struct strbuf *buf)
{
	free(buf->data);
	*buf = (struct strbuf)STRBUF_INIT;
}

struct str strbuf_view(const struct strbuf *buf)
{
	return (struct str){ buf->data ? buf->data : "", buf->len };
}
