#include "digest.h"

#include <errno.h>
#include <nettle/sha2.h>
#include <unistd.h>

static void finish(char hex[DIGEST_HEX + 1], struct sha256_ctx *context)
{
	static const char digits[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_SIZE];

	sha256_digest(context, sizeof digest, digest);
	for (size_t i = 0; i < sizeof digest; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 15];
	}
	hex[DIGEST_HEX] = '\0';
}

void digest_hex(char hex[DIGEST_HEX + 1], struct str bytes)
{
	struct sha256_ctx context;

	sha256_init(&context);
	sha256_update(&context, bytes.len, (const uint8_t *)bytes.data);
	finish(hex, &context);
}

bool digest_file(char hex[DIGEST_HEX + 1], int file)
{
	struct sha256_ctx context;
	uint8_t block[64 * 1024];
	ssize_t len;

	sha256_init(&context);
	do {
		len = read(file, block, sizeof block);
		if (len > 0)
			sha256_update(&context, (size_t)len, block);
	} while (len > 0 || (len < 0 && errno == EINTR));
	if (len == 0)
		finish(hex, &context);
	return len == 0;
}
