#include "snowball.h"

#include <libstemmer.h>
#include <limits.h>

struct sb_stemmer *snowball_new(const char *algorithm)
{
	return sb_stemmer_new(algorithm, "UTF_8");
}

void snowball_free(struct sb_stemmer *stemmer)
{
	sb_stemmer_delete(stemmer);
}

struct str snowball_stem(struct sb_stemmer *stemmer, struct str word)
{
	const sb_symbol *stem;

	if (word.len > INT_MAX)
		return word;
	stem = sb_stemmer_stem(stemmer, (const sb_symbol *)word.data,
			       (int)word.len);
	if (!stem)
		return word;
	return (struct str){ (const char *)stem,
			     (size_t)sb_stemmer_length(stemmer) };
}
