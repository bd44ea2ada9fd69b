#include "err.h"

#include "utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A message that holds a piece of a report must not steer the terminal, nor
 * end in half a character. */
static void make_printable(char *text)
{
	struct str given = { text, strlen(text) };
	bool is_cut = given.len == ERR_TEXT_SIZE - 1;
	char *end = text;

	for (size_t at = 0; at < given.len;) {
		size_t start = at;
		uint32_t c = utf8_next(given, &at);
		size_t len = at - start;

		if (is_cut && given.len - start < 4 && c == 0xfffd &&
		    len == 1)
			break;
		if (utf8_is_obeyed(c) || (c == 0xfffd && len == 1)) {
			*end++ = '?';
		} else {
			memmove(end, text + start, len);
			end += len;
		}
	}
	*end = '\0';
}

int err_set(struct err *err, int code, const char *format, ...)
{
	va_list args;

	err->code = code;
	va_start(args, format);
	vsnprintf(err->text, sizeof err->text, format, args);
	va_end(args);
	make_printable(err->text);
	return code;
}

int err_wrap(struct err *err, int code, const char *format, ...)
{
	char inner[ERR_TEXT_SIZE];
	size_t used;
	va_list args;

	memcpy(inner, err->text, sizeof inner);
	err->code = code;
	va_start(args, format);
	vsnprintf(err->text, sizeof err->text, format, args);
	va_end(args);
	used = strlen(err->text);
	snprintf(err->text + used, sizeof err->text - used, ": %s", inner);
	make_printable(err->text);
	return code;
}
