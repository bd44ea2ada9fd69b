#include "squeeze.h"

#include <stdio.h>
#include <stdlib.h>
#include <zstd.h>

enum { LEVEL = 3 };

/* Only for want of memory, which ends the program as it does elsewhere. */
static void check(size_t rc)
{
	if (!ZSTD_isError(rc))
		return;
	fprintf(stderr, "esep: out of memory\n");
	exit(1);
}

void squeeze_add(struct strbuf *out, struct str bytes)
{
	size_t room = ZSTD_compressBound(bytes.len);
	char *packed = memory_get(room);
	size_t len = ZSTD_compress(packed, room, bytes.data, bytes.len, LEVEL);

	check(len);
	strbuf_add(out, (struct str){ packed, len });
	free(packed);
}

static int unsqueeze(struct strbuf *out, struct str bytes, size_t max,
		     size_t room, struct err *err)
{
	char *text = memory_get(room + 1);
	size_t len = ZSTD_decompress(text, room, bytes.data, bytes.len);
	int rc = 0;

	if (ZSTD_isError(len))
		rc = err_set(err, ERR_FORMAT, "compressed data is damaged");
	else if (len > max)
		rc = err_set(err, ERR_LIMIT, "holds more than %zu bytes", max);
	else
		strbuf_add(out, (struct str){ text, len });
	free(text);
	return rc;
}

int unsqueeze_add(struct strbuf *out, struct str bytes, size_t max,
		  struct err *err)
{
	unsigned long long len = ZSTD_getFrameContentSize(bytes.data,
							  bytes.len);

	if (len == ZSTD_CONTENTSIZE_ERROR || len == ZSTD_CONTENTSIZE_UNKNOWN ||
	    len > SIZE_MAX / 2)
		return err_set(err, ERR_FORMAT, "compressed data is damaged");
	if (len > max)
		return err_set(err, ERR_LIMIT, "holds more than %zu bytes", max);
	return unsqueeze(out, bytes, max, (size_t)len, err);
}
