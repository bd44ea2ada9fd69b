#include "squeeze.h"

#include <stdio.h>
#include <stdlib.h>
#include <zstd.h>

enum { LEVEL = 3 };

/* Only for want of memory, which ends the program as it does elsewhere. */
static void check(bool is_done)
{
	if (is_done)
		return;
	fprintf(stderr, "esep: out of memory\n");
	exit(1);
}

void squeeze_release(struct squeeze *squeeze)
{
	ZSTD_freeCCtx(squeeze->packer);
	ZSTD_freeDCtx(squeeze->unpacker);
	*squeeze = (struct squeeze){ NULL, NULL };
}

void squeeze_add(struct squeeze *squeeze, struct strbuf *out, struct str bytes)
{
	size_t room = ZSTD_compressBound(bytes.len), len;

	if (!squeeze->packer)
		squeeze->packer = ZSTD_createCCtx();
	check(squeeze->packer);
	strbuf_grow(out, room);
	len = ZSTD_compressCCtx(squeeze->packer, out->data + out->len, room,
				bytes.data, bytes.len, LEVEL);
	check(!ZSTD_isError(len));
	out->len += len;
	out->data[out->len] = '\0';
}

static int unsqueeze(struct squeeze *squeeze, struct strbuf *out,
		     struct str bytes, size_t room, struct err *err)
{
	size_t len;

	if (!squeeze->unpacker)
		squeeze->unpacker = ZSTD_createDCtx();
	check(squeeze->unpacker);
	strbuf_grow(out, room);
	len = ZSTD_decompressDCtx(squeeze->unpacker, out->data + out->len, room,
				  bytes.data, bytes.len);
	if (ZSTD_isError(len))
		return err_set(err, ERR_FORMAT, "compressed data is damaged");
	out->len += len;
	out->data[out->len] = '\0';
	return 0;
}

/* Take the first frame off *bytes; `before`: bytes that count already. */
static int take_frame(struct squeeze *squeeze, struct strbuf *out,
		      struct str *bytes, size_t before, size_t max,
		      struct err *err)
{
	size_t size = ZSTD_findFrameCompressedSize(bytes->data, bytes->len);
	unsigned long long len = ZSTD_getFrameContentSize(bytes->data,
							  bytes->len);
	struct str frame;

	if (ZSTD_isError(size) || len == ZSTD_CONTENTSIZE_ERROR ||
	    len == ZSTD_CONTENTSIZE_UNKNOWN || len > SIZE_MAX / 2)
		return err_set(err, ERR_FORMAT, "compressed data is damaged");
	if (len > max - before)
		return err_set(err, ERR_LIMIT, "holds more than %zu bytes", max);
	frame = str_slice(*bytes, 0, size);
	*bytes = str_slice(*bytes, size, bytes->len);
	return unsqueeze(squeeze, out, frame, (size_t)len, err);
}

int unsqueeze_add_first(struct squeeze *squeeze, struct strbuf *out,
			struct str bytes, size_t max, struct err *err)
{
	return take_frame(squeeze, out, &bytes, 0, max, err);
}

int unsqueeze_add(struct squeeze *squeeze, struct strbuf *out,
		  struct str bytes, size_t max, struct err *err)
{
	size_t before = out->len;
	int rc;

	do {
		rc = take_frame(squeeze, out, &bytes, out->len - before, max,
				err);
	} while (rc == 0 && bytes.len > 0);
	return rc;
}
