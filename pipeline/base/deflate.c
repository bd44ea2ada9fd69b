#include "deflate.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

enum { BLOCK = 64 * 1024, LEVEL = 1 };

/* zlib takes at most UINT_MAX bytes at once. */
static void feed(z_stream *stream, struct str *rest)
{
	size_t len = rest->len < UINT_MAX ? rest->len : UINT_MAX;

	if (stream->avail_in > 0)
		return;
	stream->next_in = (Bytef *)(uintptr_t)rest->data;
	stream->avail_in = (uInt)len;
	*rest = str_slice(*rest, len, rest->len);
}

void deflate_add(struct strbuf *out, struct str bytes)
{
	char block[BLOCK];
	z_stream stream = { 0 };
	int rc;

	if (deflateInit(&stream, LEVEL) != Z_OK) {
		fputs("esep: out of memory\n", stderr);
		exit(1);
	}
	do {
		feed(&stream, &bytes);
		stream.next_out = (Bytef *)block;
		stream.avail_out = BLOCK;
		rc = deflate(&stream, bytes.len > 0 ? Z_NO_FLUSH : Z_FINISH);
		strbuf_add(out, (struct str){ block,
					      BLOCK - stream.avail_out });
	} while (rc != Z_STREAM_END);
	deflateEnd(&stream);
}

int inflate_add(struct strbuf *out, struct str bytes, size_t max,
		struct err *err)
{
	char block[BLOCK];
	z_stream stream = { 0 };
	size_t total = 0;
	int rc;

	if (inflateInit(&stream) != Z_OK)
		return err_set(err, ERR_SYSTEM, "zlib cannot start");
	do {
		size_t len;

		feed(&stream, &bytes);
		stream.next_out = (Bytef *)block;
		stream.avail_out = BLOCK;
		rc = inflate(&stream, Z_NO_FLUSH);
		len = BLOCK - stream.avail_out;
		total += len;
		if (total <= max)
			strbuf_add(out, (struct str){ block, len });
	} while (rc == Z_OK && total <= max);
	inflateEnd(&stream);
	if (total > max)
		return err_set(err, ERR_LIMIT, "holds more than %zu bytes",
			       max);
	if (rc != Z_STREAM_END)
		return err_set(err, ERR_FORMAT, "compressed data is damaged");
	return 0;
}
