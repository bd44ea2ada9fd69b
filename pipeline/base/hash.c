#include "hash.h"

#include <sys/auxv.h>

uint64_t hash_seed = 0xcbf29ce484222325u;

__attribute__((constructor)) static void choose_seed(void)
{
	const void *random = (const void *)getauxval(AT_RANDOM);

	if (random)
		memcpy(&hash_seed, random, sizeof hash_seed);
}
