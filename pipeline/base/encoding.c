#include "encoding.h"

#include "utf8.h"
#include "utf8_scan.h"

#include <errno.h>
#include <iconv.h>

enum { SAMPLE = 64 * 1024 };

static bool begins(struct str bytes, const char *mark, size_t len)
{
	return str_has_prefix(bytes, (struct str){ mark, len });
}

/* How many control bytes, NULs apart, that text files do not have. */
static size_t count_controls(struct str sample)
{
	size_t controls = 0;

	for (size_t i = 0; i < sample.len; i++) {
		unsigned char c = (unsigned char)sample.data[i];

		if (sample.len - i >= 8 &&
		    !utf8_scan_has_control(sample.data + i)) {
			i += 7;
			continue;
		}
		controls += c > 0 && c < 0x20 && !(c >= '\t' && c <= '\r') &&
			    c != 0x1b;
	}
	return controls;
}

/* The upper bytes of UTF-16 in Latin, Cyrillic and other old scripts, which
 * text of single bytes does not have. */
static bool is_upper_byte(unsigned char byte)
{
	return byte < 7;
}

/* Every second byte is such a one, unless it is that of a mark or a symbol, few
 * others are, and few letters are control characters: UTF-16 without a mark. */
static bool is_utf16(struct str sample, size_t upper)
{
	size_t units = sample.len / 2, uppers = 0, others = 0, controls = 0;

	for (size_t i = 0; i < units * 2; i += 2) {
		unsigned char high = (unsigned char)sample.data[i + upper];
		unsigned char low = (unsigned char)sample.data[i + 1 - upper];

		uppers += is_upper_byte(high);
		others += is_upper_byte(low);
		controls += high == 0 && low < '\t';
	}
	return uppers * 2 > units && others * 8 < uppers &&
	       controls * 32 <= units;
}

/* NULs and many control bytes are no text. */
static bool looks_binary(struct str sample)
{
	size_t nuls = 0;

	for (size_t i = 0; i < sample.len; i++)
		nuls += sample.data[i] == 0;
	return nuls > sample.len / 256 ||
	       count_controls(sample) > sample.len / 32;
}

static const char *find_mark(struct str bytes)
{
	static const struct {
		struct str mark;
		const char *encoding;
	} marks[] = { /* the longer first */
		{ { "\xff\xfe\0\0", 4 }, "UTF-32LE" },
		{ { "\0\0\xfe\xff", 4 }, "UTF-32BE" },
		{ { "\xef\xbb\xbf", 3 }, "UTF-8" },
		{ { "\xff\xfe", 2 }, "UTF-16LE" },
		{ { "\xfe\xff", 2 }, "UTF-16BE" }
	};

	for (size_t i = 0; i < COUNT_OF(marks); i++)
		if (str_has_prefix(bytes, marks[i].mark))
			return marks[i].encoding;
	return NULL;
}

/* Multi-byte sequences that are right, against bytes that are not. Those of a
 * one-byte Cyrillic text are seldom right, the few of a Latin one never. */
static bool is_nearly_utf8(struct str bytes)
{
	size_t good = 0, bad = 0, at = 0, plain = 0;

	while (at < bytes.len) {
		size_t before = at;
		uint32_t c = utf8_next(bytes, &at);

		if (c == 0xfffd && at == before + 1)
			bad++;
		else if (at > before + 1)
			good++;
		else
			plain++;
	}
	return good > bad * 4 || (good > bad * 2 && plain > (good + bad) * 4);
}

static struct str sample_of(struct str bytes)
{
	return str_slice(bytes, 0, bytes.len < SAMPLE ? bytes.len : SAMPLE);
}

bool encoding_is_plain(struct str bytes)
{
	struct str sample = sample_of(bytes);

	return !begins(bytes, "\xef\xbb\xbf", 3) &&
	       count_controls(sample) <= sample.len / 32 &&
	       (bytes.len == 0 || !memchr(bytes.data, 0, bytes.len)) &&
	       utf8_valid_until(bytes) == bytes.len;
}

const char *encoding_find(struct str bytes, bool *is_binary)
{
	struct str sample = sample_of(bytes);
	const char *found = find_mark(bytes);

	*is_binary = false;
	if (found)
		return found;
	if (is_utf16(sample, 1))
		return "UTF-16LE";
	if (is_utf16(sample, 0))
		return "UTF-16BE";
	*is_binary = looks_binary(sample);
	if (!*is_binary && (utf8_valid_until(bytes) == bytes.len ||
			    is_nearly_utf8(bytes)))
		return "UTF-8";
	return NULL;
}

static void note_damage(struct encoding_damage *damage, size_t count,
			struct str before, size_t at)
{
	damage->count += count;
	if (damage->count > count)
		return;
	damage->byte = at;
	damage->line = 1;
	for (size_t i = 0; i < before.len; i++)
		damage->line += before.data[i] == '\n';
}

static struct str repair_utf8(struct arena *arena, struct str bytes,
			      struct encoding_damage *damage)
{
	struct strbuf out = STRBUF_INIT;
	struct str text;
	size_t from = 0, valid = 0; /* up to there it is UTF-8 */

	while (from < bytes.len) {
		struct str rest = str_slice(bytes, from, bytes.len);
		const char *nul;
		size_t good;

		if (valid <= from)
			valid = from + utf8_valid_until(rest);
		good = valid - from;
		nul = good ? memchr(rest.data, 0, good) : NULL;
		if (nul)
			good = (size_t)(nul - rest.data);
		strbuf_add(&out, str_slice(rest, 0, good));
		from += good;
		if (from == bytes.len)
			break;
		note_damage(damage, 1, str_slice(bytes, 0, from), from);
		utf8_add(&out, 0xfffd);
		from++;
	}
	text = str_copy(arena, strbuf_view(&out));
	strbuf_release(&out);
	return text;
}

/* How many bytes a letter has at least. */
static size_t unit_of(const char *encoding)
{
	return !strncmp(encoding, "UTF-32", 6) ? 4
	     : !strncmp(encoding, "UTF-16", 6) ? 2 : 1;
}

static int open_converter(iconv_t *converter, const char *encoding,
			  struct err *err)
{
	*converter = iconv_open("UTF-8", encoding);
	if (*converter == (iconv_t)-1)
		return err_set(err, ERR_SYSTEM, "iconv does not know '%s'",
			       encoding);
	return 0;
}

static int convert(struct strbuf *out, struct str bytes, const char *encoding,
		   struct encoding_damage *damage, struct err *err)
{
	char *from = (char *)(uintptr_t)bytes.data, block[4096];
	size_t left = bytes.len, unit = unit_of(encoding);
	iconv_t converter;
	int rc = open_converter(&converter, encoding, err);

	if (rc < 0)
		return rc;
	while (left > 0) {
		char *to = block;
		size_t room = sizeof block, bad;
		size_t failed = iconv(converter, &from, &left, &to, &room);

		strbuf_add(out, (struct str){ block, sizeof block - room });
		if (failed != (size_t)-1 || errno == E2BIG)
			continue;
		bad = left < unit ? left : unit;
		note_damage(damage, bad, strbuf_view(out), bytes.len - left);
		utf8_add(out, 0xfffd);
		from += bad;
		left -= bad;
	}
	iconv_close(converter);
	return 0;
}

/* Of the bytes that begin a letter of more, iconv says that it is not whole. */
static bool convert_byte(iconv_t converter, unsigned char byte,
			 uint32_t *letter)
{
	char in = (char)byte, text[16], *from = &in, *to = text;
	size_t left = 1, room = sizeof text, at = 0;
	bool is_known = iconv(converter, &from, &left, &to, &room) == 0;

	*letter = 0;
	if (is_known && room < sizeof text)
		*letter = utf8_next((struct str){ text, sizeof text - room },
				    &at);
	return (is_known && sizeof text - room == at) ||
	       (!is_known && errno == EILSEQ);
}

bool encoding_letters(const char *encoding, uint32_t *letters)
{
	struct err err = ERR_INIT;
	iconv_t converter;
	bool is_single = true;

	if (open_converter(&converter, encoding, &err) < 0)
		return false;
	for (size_t i = 0; is_single && i < ENCODING_BYTES; i++)
		is_single = convert_byte(converter, (unsigned char)i,
					 &letters[i]);
	iconv_close(converter);
	return is_single && letters['A'] == 'A';
}

int encoding_decode(struct str *text, struct arena *arena, struct str bytes,
		    const char *encoding, struct encoding_damage *damage,
		    struct err *err)
{
	struct strbuf out = STRBUF_INIT;
	int rc = 0;

	*damage = (struct encoding_damage){ 0 };
	*text = bytes;
	if (strcmp(encoding, "UTF-8")) {
		rc = convert(&out, bytes, encoding, damage, err);
		*text = str_copy(arena, strbuf_view(&out));
		strbuf_release(&out);
	}
	if (str_has_prefix(*text, STR("\xef\xbb\xbf")))
		*text = str_slice(*text, 3, text->len);
	if (utf8_valid_until(*text) < text->len ||
	    memchr(text->data, 0, text->len))
		*text = repair_utf8(arena, *text, damage);
	return rc;
}
