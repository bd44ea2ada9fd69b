/* Any bytes as a stream, whole or as parts of documents: no crash; and what is
 * read is written as valid UTF-8, so that it reads the same again. */
#include "stream.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

static void write_all(struct strbuf *out, FILE *file, bool partial)
{
	struct stream_reader *reader =
		stream_reader_new(file, "fuzz", 1 << 20);
	struct words words;
	struct document doc;
	struct err err = ERR_INIT;
	uint64_t values = 0;
	int rc;

	if (partial)
		stream_reader_take_parts(reader);
	words_init(&words);
	document_init(&doc, &words);
	while ((rc = stream_read(reader, &doc, &err)) != 0)
		if (rc > 0)
			stream_write(out, &doc, &values);
	document_release(&doc);
	words_release(&words);
	stream_reader_free(reader);
}

static void read_twice(const uint8_t *data, size_t size, bool partial)
{
	struct strbuf once = STRBUF_INIT, twice = STRBUF_INIT;
	FILE *file = size ? fmemopen((void *)(uintptr_t)data, size, "rb") : NULL;

	if (!file)
		return;
	write_all(&once, file, partial);
	fclose(file);
	if (once.len > 0) {
		file = fmemopen(once.data, once.len, "rb");
		write_all(&twice, file, false);
		fclose(file);
		if (!str_equal(strbuf_view(&once), strbuf_view(&twice)) ||
		    utf8_valid_until(strbuf_view(&once)) < once.len)
			abort();
	}
	strbuf_release(&once);
	strbuf_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	read_twice(data, size, false);
	read_twice(data, size, true);
	return 0;
}
