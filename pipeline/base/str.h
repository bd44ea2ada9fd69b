/* Strings: `struct str` borrows, `struct strbuf` owns and is reused. */
#ifndef ESEP_STR_H
#define ESEP_STR_H

#include "memory.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Text somewhere else: bytes, not NUL-terminated, may hold NUL. */
struct str {
	const char *data;
	size_t len; /* bytes */
};

#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })
#define STR_NONE ((struct str){ "", 0 })
/* For printf("%.*s", STR_ARGS(text)). */
#define STR_ARGS(text) (int)(text).len, (text).data

/* From byte `start` up to byte `end`. */
static inline struct str str_slice(struct str text, size_t start, size_t end)
{
	if (!text.data) /* an offset from NULL is undefined, 0 too */
		return STR_NONE;
	return (struct str){ text.data + start, end - start };
}

static inline bool str_equal(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.data, b.data, a.len));
}

static inline bool str_has_prefix(struct str text, struct str prefix)
{
	return text.len >= prefix.len &&
	       str_equal((struct str){ text.data, prefix.len }, prefix);
}

/* An ASCII blank: space, tab, line end and the like. */
static inline bool str_is_blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct str str_of(const char *text);              /* borrows up to the NUL */
int str_compare(struct str a, struct str b);      /* by bytes, as memcmp */
size_t str_common(struct str a, struct str b);    /* bytes that both begin with */
bool str_has_suffix(struct str text, struct str suffix);
struct str str_trim(struct str text);             /* blanks off both ends */
struct str str_copy(struct arena *arena, struct str text);
char *str_copy_z(struct arena *arena, struct str text); /* with a NUL */

/* The same without regard to the case of ASCII letters. */
bool str_equal_any_case(struct str text, const char *word);
bool str_has_prefix_any_case(struct str text, const char *prefix);

/* What stands behind the last slash. */
struct str str_file_name(struct str path);

/* The first byte from `at` on that is no space, or text.len. */
size_t str_skip_spaces(struct str text, size_t at);

/* Byte offset of `part` in `text` from `from` on, or text.len. */
size_t str_find(struct str text, struct str part, size_t from);

/* The piece up to the next `sep` byte; *rest is what follows it. False, with
 * *piece empty, once *rest was used up (rest->data == NULL). */
static inline bool str_split(struct str *rest, char sep, struct str *piece)
{
	const char *end;

	if (!rest->data) {
		*piece = STR_NONE;
		return false;
	}
	end = rest->len ? memchr(rest->data, sep, rest->len) : NULL;
	if (!end) {
		*piece = *rest;
		*rest = (struct str){ NULL, 0 };
		return true;
	}
	*piece = (struct str){ rest->data, (size_t)(end - rest->data) };
	rest->len -= piece->len + 1;
	rest->data = end + 1;
	return true;
}

/* A decimal number of digits alone, at most `max`; false if it is none. */
bool str_number(struct str text, uint64_t max, uint64_t *number);

struct strbuf {
	char *data; /* NUL-terminated once anything was added */
	size_t len, capacity;
};
#define STRBUF_INIT { NULL, 0, 0 }

/* Room for `more` bytes and a NUL. */
void strbuf_grow(struct strbuf *buf, size_t more);

/* Here, so that a short literal costs a move or two. */
static inline void strbuf_add(struct strbuf *buf, struct str text)
{
	if (buf->capacity - buf->len <= text.len)
		strbuf_grow(buf, text.len);
	if (text.len > 0)
		memcpy(buf->data + buf->len, text.data, text.len);
	buf->len += text.len;
	buf->data[buf->len] = '\0';
}

static inline void strbuf_add_char(struct strbuf *buf, char byte)
{
	strbuf_add(buf, (struct str){ &byte, 1 });
}

void strbuf_add_z(struct strbuf *buf, const char *text);
void strbuf_add_number(struct strbuf *buf, uint64_t number);
void strbuf_addf(struct strbuf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void strbuf_add_args(struct strbuf *buf, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));
void strbuf_truncate(struct strbuf *buf, size_t len);
void strbuf_clear(struct strbuf *buf);   /* empty, keeps the memory */
void strbuf_release(struct strbuf *buf);
struct str strbuf_view(const struct strbuf *buf); /* until the next change */

#endif
