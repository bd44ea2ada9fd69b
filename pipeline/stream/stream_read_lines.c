#include "stream_read_lines.h"

#include <errno.h>
#include <unistd.h>

/* What a pipe holds now is read now: what comes later may be long in coming. A
 * file that is memory has no number. */
static size_t read_some(struct lines *lines)
{
	int file = fileno(lines->file);
	ssize_t len;

	if (file < 0)
		return fread(lines->block, 1, sizeof lines->block, lines->file);
	do
		len = read(file, lines->block, sizeof lines->block);
	while (len < 0 && errno == EINTR);
	lines->error = len < 0 ? errno : 0;
	return len > 0 ? (size_t)len : 0;
}

/* Refill the block; false at the end of the file. */
static bool refill(struct lines *lines)
{
	if (lines->at < lines->filled)
		return true;
	lines->at = 0;
	lines->filled = read_some(lines);
	return lines->filled > 0;
}

static int read_line(struct lines *lines, struct str *line, struct err *err)
{
	bool any = false, ended = false, too_long = false;

	strbuf_clear(&lines->line);
	while (!ended && refill(lines)) {
		const char *from = lines->block + lines->at;
		size_t left = lines->filled - lines->at;
		const char *end = memchr(from, '\n', left);
		size_t len = end ? (size_t)(end - from) : left;

		any = true;
		ended = end != NULL;
		if (lines->line.len + len > lines->max)
			too_long = true;
		if (!too_long)
			strbuf_add(&lines->line, (struct str){ from, len });
		lines->at += len + ended;
	}
	if (lines->error)
		return err_set(err, ERR_SYSTEM, "%s: %s", lines->name,
			       strerror(lines->error));
	if (!any)
		return 0;
	lines->number++;
	if (too_long)
		return err_set(err, ERR_LIMIT,
			       "%s:%zu: a line of more than %zu bytes",
			       lines->name, lines->number, lines->max);
	*line = strbuf_view(&lines->line);
	while (str_has_suffix(*line, STR("\r")))
		line->len--;
	if (lines->number == 1 && str_has_prefix(*line, STR("\xef\xbb\xbf")))
		*line = str_slice(*line, 3, line->len);
	return 1;
}

int lines_next(struct lines *lines, struct str *line, struct err *err)
{
	struct str ahead = str_slice(strbuf_view(&lines->ahead),
				     lines->ahead_at, lines->ahead.len);
	int rc = lines->ahead_end;

	if (ahead.len > 0) {
		str_split(&ahead, '\n', line);
		lines->ahead_at += line->len + 1;
		lines->number++;
		return 1;
	}
	if (rc == 1)
		return read_line(lines, line, err);
	lines->ahead_end = 1;
	if (rc < 0)
		*err = lines->ahead_err;
	lines->number += rc == ERR_LIMIT;
	return rc;
}

/* The same in what is read already: 1 found, 0 not, -1 it ends too early. */
static int look_in_block(const struct lines *lines, struct str prefix)
{
	size_t at = lines->at;

	while (lines->filled - at >= prefix.len) {
		const char *from = lines->block + at, *end;

		if (*from != '#')
			return 0;
		if (!memcmp(from, prefix.data, prefix.len))
			return 1;
		end = memchr(from, '\n', lines->filled - at);
		if (!end)
			break;
		at += (size_t)(end - from) + 1;
	}
	return at < lines->filled && lines->block[at] != '#' ? 0 : -1;
}

bool lines_look_ahead(struct lines *lines, struct str *line, struct str prefix)
{
	size_t number = lines->number;
	struct str next = *line;
	bool found = false;
	int in_block;

	if (lines->ahead_at < lines->ahead.len || lines->ahead_end < 1)
		return false;
	in_block = look_in_block(lines, prefix);
	if (in_block >= 0)
		return in_block > 0;
	strbuf_clear(&lines->ahead);
	lines->ahead_at = line->len + 1;
	do {
		found = str_has_prefix(next, prefix);
		strbuf_add(&lines->ahead, next);
		strbuf_add_char(&lines->ahead, '\n');
		if (found || !str_has_prefix(next, STR("#")) ||
		    lines->ahead.len > lines->max)
			break;
		lines->ahead_end = read_line(lines, &next, &lines->ahead_err);
	} while (lines->ahead_end == 1);
	lines->number = number;
	*line = str_slice(strbuf_view(&lines->ahead), 0, lines->ahead_at - 1);
	return found;
}

void lines_release(struct lines *lines)
{
	strbuf_release(&lines->line);
	strbuf_release(&lines->ahead);
}
