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

/* NULs in every second byte are UTF-16 without a mark; other NULs and many
 * control bytes are no text. */
static const char *find_by_nuls(struct str sample, bool *is_binary)
{
	size_t even = 0, odd = 0;

	for (size_t i = 0; i < sample.len; i++)
		if (sample.data[i] == 0)
			*(i % 2 ? &odd : &even) += 1;
	if (odd > sample.len / 8 && even < odd / 16)
		return "UTF-16LE";
	if (even > sample.len / 8 && odd < even / 16)
		return "UTF-16BE";
	*is_binary = even + odd > sample.len / 256 ||
		     count_controls(sample) > sample.len / 32;
	return NULL;
}

/* How much a text in a one-byte Cyrillic encoding looks like words: lower-case
 * letters behind lower-case ones, and few capitals inside words. */
static long plausibility(struct str sample, const char *encoding)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct encoding_damage damage;
	struct str text;
	long score = 0;
	bool was_lower = false;

	if (encoding_decode(&text, &arena, sample, encoding, &damage,
			    &err) == 0)
		score -= 10 * (long)damage.count;
	else
		text = STR_NONE;
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		bool is_lower = c >= 0x80 && utf8_is_lower(c);

		if (c >= 0x80 && was_lower && is_lower)
			score += 1;
		else if (c >= 0x80 && was_lower && utf8_is_upper(c))
			score -= 4;
		else if (c >= 0x80 && !utf8_is_letter(c) &&
			 !utf8_is_punct(c) && c != 0xa0)
			score -= 2;
		was_lower = is_lower;
	}
	arena_release(&arena);
	return score;
}

/* Multi-byte sequences that are right, against bytes that are not. */
static bool is_nearly_utf8(struct str bytes)
{
	size_t good = 0, bad = 0, at = 0;

	while (at < bytes.len) {
		size_t before = at;
		uint32_t c = utf8_next(bytes, &at);

		if (c == 0xfffd && at == before + 1)
			bad++;
		else if (at > before + 1)
			good++;
	}
	return good > bad * 4;
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

const char *encoding_find(struct str bytes)
{
	static const char *const one_byte[] = { "WINDOWS-1251", "KOI8-R" };
	struct str sample = sample_of(bytes);
	bool is_binary = false;
	const char *found;

	if (begins(bytes, "\xef\xbb\xbf", 3))
		return "UTF-8";
	if (begins(bytes, "\xff\xfe", 2))
		return "UTF-16LE";
	if (begins(bytes, "\xfe\xff", 2))
		return "UTF-16BE";
	found = find_by_nuls(sample, &is_binary);
	if (found || is_binary)
		return found;
	if (utf8_valid_until(bytes) == bytes.len || is_nearly_utf8(bytes))
		return "UTF-8";
	if (plausibility(sample, one_byte[0]) >=
	    plausibility(sample, one_byte[1]))
		return one_byte[0];
	return one_byte[1];
}

static void note_damage(struct encoding_damage *damage, struct str bytes,
			size_t at)
{
	if (damage->count++ > 0)
		return;
	damage->byte = at;
	damage->line = 1;
	for (size_t i = 0; i < at; i++)
		damage->line += bytes.data[i] == '\n';
}

static struct str repair_utf8(struct arena *arena, struct str bytes,
			      struct encoding_damage *damage)
{
	struct strbuf out = STRBUF_INIT;
	struct str text;
	size_t from = 0;

	while (from < bytes.len) {
		struct str rest = str_slice(bytes, from, bytes.len);
		size_t good = utf8_valid_until(rest);
		const char *nul = good ? memchr(rest.data, 0, good) : NULL;

		if (nul)
			good = (size_t)(nul - rest.data);
		strbuf_add(&out, str_slice(rest, 0, good));
		from += good;
		if (from == bytes.len)
			break;
		note_damage(damage, bytes, from);
		utf8_add(&out, 0xfffd);
		from++;
	}
	text = str_copy(arena, strbuf_view(&out));
	strbuf_release(&out);
	return text;
}

static int convert(struct strbuf *out, struct str bytes, const char *encoding,
		   struct encoding_damage *damage, struct err *err)
{
	iconv_t converter = iconv_open("UTF-8", encoding);
	char *from = (char *)(uintptr_t)bytes.data, block[4096];
	size_t left = bytes.len;

	if (converter == (iconv_t)-1)
		return err_set(err, ERR_SYSTEM, "iconv does not know '%s'",
			       encoding);
	while (left > 0) {
		char *to = block;
		size_t room = sizeof block;
		size_t rc = iconv(converter, &from, &left, &to, &room);

		strbuf_add(out, (struct str){ block, sizeof block - room });
		if (rc != (size_t)-1 || errno == E2BIG)
			continue;
		note_damage(damage, bytes, bytes.len - left);
		utf8_add(out, 0xfffd);
		from++;
		left--;
	}
	iconv_close(converter);
	return 0;
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
