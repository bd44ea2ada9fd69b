/* Patterns that are data: PCRE2 with UTF and Unicode properties and JIT. The
 * one place that includes pcre2. Matching is bounded (match and depth limits),
 * so that no text can make it run away. */
#ifndef ESEP_REGEX_H
#define ESEP_REGEX_H

#include "err.h"
#include "str.h"

struct regex;

enum { REGEX_GROUPS = 16 };
struct regex_match {
	struct str group[REGEX_GROUPS]; /* [0] all; data NULL where unset */
};

/* errors: ERR_FORMAT with the offset and PCRE2's own words. */
int regex_compile(struct regex **regex, struct str pattern, bool caseless,
		  struct err *err);
void regex_free(struct regex *regex);

/* The name of group `number` as `(?<name>…)` gives it, or NULL; it lives as
 * long as the pattern. */
const char *regex_group_name(const struct regex *regex, unsigned number);

/* The first match at or after byte `from`; `text` must be valid UTF-8. A match
 * that hits a limit counts as none. */
bool regex_find(struct regex *regex, struct str text, size_t from,
		struct regex_match *match);

#endif
