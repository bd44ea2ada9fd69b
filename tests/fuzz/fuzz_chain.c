/* Any file through all stages: stream and database hold valid UTF-8, no word
 * ends inside a character, a pipe gives what one process gives, and what was
 * written reads, and is exported, the same. */
#include "whole_chain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct whole whole;

static void close_whole(void)
{
	whole_close(&whole);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *fault;

	if (!whole.load) {
		if (whole_open(&whole) < 0) {
			fprintf(stderr, "%s\n", whole.err.text);
			abort();
		}
		atexit(close_whole);
	}
	fault = whole_check(&whole, (struct str){ (const char *)data, size });
	if (fault) {
		fprintf(stderr, "%s: %s\n", fault, whole.err.text);
		abort();
	}
	return 0;
}
