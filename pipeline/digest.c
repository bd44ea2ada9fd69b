#include "digest.h"

/* The functions of the algorithm itself: SHA256() takes a millisecond to set
 * up OpenSSL's providers, which a program for one small file has not. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

void digest_hex(char hex[DIGEST_HEX + 1], struct str bytes)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char digest[SHA256_DIGEST_LENGTH];
	SHA256_CTX context;

	SHA256_Init(&context);
	SHA256_Update(&context, bytes.data, bytes.len);
	SHA256_Final(digest, &context);
	for (size_t i = 0; i < sizeof digest; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 15];
	}
	hex[DIGEST_HEX] = '\0';
}
