/* A hash of texts for tables in memory: products of 128 bits, folded (the idea
 * of wyhash), by eight bytes. It is another one in each process, since a report
 * could otherwise be written of words that all fall into one slot. */
#ifndef ESEP_HASH_H
#define ESEP_HASH_H

#include "str.h"

extern uint64_t hash_seed; /* chosen when the process begins */

static inline uint64_t hash_eight_bytes(const char *at)
{
	uint64_t bytes;

	memcpy(&bytes, at, sizeof bytes);
	return bytes;
}

/* The bytes of a text shorter than eight, in any order that tells texts of one
 * length apart. */
static inline uint64_t hash_few_bytes(const char *at, size_t len)
{
	uint32_t first, last;

	if (len >= 4) {
		memcpy(&first, at, sizeof first);
		memcpy(&last, at + len - 4, sizeof last);
		return (uint64_t)first << 32 | last;
	}
	if (len == 0)
		return 0;
	return (uint64_t)(unsigned char)at[0] << 16 |
	       (uint64_t)(unsigned char)at[len / 2] << 8 |
	       (unsigned char)at[len - 1];
}

/* Both halves of the product of 128 bits; the seed in both factors leaves
 * nothing that a text could make zero. */
static inline uint64_t hash_mix(uint64_t hash, uint64_t bytes)
{
	__extension__ unsigned __int128 product =
		(unsigned __int128)(hash ^ bytes) *
		(0x9e3779b97f4a7c15u ^ hash_seed >> 1 << 1);

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint32_t str_hash(struct str text)
{
	uint64_t hash = hash_seed ^ text.len;
	size_t at = 0;

	if (text.len < 8)
		return (uint32_t)hash_mix(hash, hash_few_bytes(text.data,
							       text.len));
	for (; text.len - at > 8; at += 8)
		hash = hash_mix(hash, hash_eight_bytes(text.data + at));
	return (uint32_t)hash_mix(
		hash, hash_eight_bytes(text.data + text.len - 8));
}

#endif
