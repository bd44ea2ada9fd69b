#include "regex.h"

#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* PCRE2's own defaults are ten million; a pattern of ours that needs more than
 * these for a text has run away. */
enum {
	MATCH_LIMIT = 1000000,
	DEPTH_LIMIT = 250000,
	HEAP_LIMIT_KIB = 65536
};

struct regex {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
	bool tried;           /* it has been used, and compiled by JIT */
};

static int compile_failed(int code, PCRE2_SIZE at, struct str pattern,
			  struct err *err)
{
	PCRE2_UCHAR text[256] = "";

	pcre2_get_error_message(code, text, sizeof text);
	return err_set(err, ERR_FORMAT, "pattern '%.*s', byte %zu: %s",
		       STR_ARGS(pattern), (size_t)at, (const char *)text);
}

int regex_compile(struct regex **regex, struct str pattern, bool caseless,
		  struct err *err)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
	struct regex *new;
	pcre2_code *code;
	PCRE2_SIZE at;
	int rc;

	if (caseless)
		options |= PCRE2_CASELESS;
	code = pcre2_compile((PCRE2_SPTR)pattern.data, pattern.len, options,
			     &rc, &at, NULL);
	if (!code)
		return compile_failed(rc, at, pattern, err);
	new = memory_get(sizeof *new);
	new->code = code;
	new->tried = false;
	new->data = pcre2_match_data_create(REGEX_GROUPS, NULL);
	new->context = pcre2_match_context_create(NULL);
	if (!new->data || !new->context) {
		regex_free(new);
		return err_set(err, ERR_SYSTEM, "out of memory for a pattern");
	}
	pcre2_set_match_limit(new->context, MATCH_LIMIT);
	pcre2_set_depth_limit(new->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(new->context, HEAP_LIMIT_KIB);
	*regex = new;
	return 0;
}

void regex_free(struct regex *regex)
{
	if (!regex)
		return;
	pcre2_match_context_free(regex->context);
	pcre2_match_data_free(regex->data);
	pcre2_code_free(regex->code);
	free(regex);
}

/* An entry of PCRE2's table is the number in two bytes, then the name. */
const char *regex_group_name(const struct regex *regex, unsigned number)
{
	PCRE2_SPTR entry = NULL;
	uint32_t count = 0, size = 0;

	pcre2_pattern_info(regex->code, PCRE2_INFO_NAMECOUNT, &count);
	pcre2_pattern_info(regex->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
	pcre2_pattern_info(regex->code, PCRE2_INFO_NAMETABLE, &entry);
	for (uint32_t i = 0; i < count; i++, entry += size)
		if (((unsigned)entry[0] << 8 | entry[1]) == number)
			return (const char *)entry + 2;
	return NULL;
}

/* Tables hold many patterns that a run never comes to. A regex is used by one
 * thread alone, as its match data are. Without JIT a match is only slower. */
static void compile_at_first_use(struct regex *regex)
{
	if (!regex->tried)
		pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE);
	regex->tried = true;
}

/* The header asks for valid text: to check it again for every match would make
 * a search through a document quadratic. */
static int run(const struct regex *regex, struct str text, size_t from,
	       uint32_t options)
{
	return pcre2_match(regex->code, (PCRE2_SPTR)text.data, text.len, from,
			   options | PCRE2_NO_UTF_CHECK, regex->data,
			   regex->context);
}

bool regex_find(struct regex *regex, struct str text, size_t from,
		struct regex_match *match)
{
	const PCRE2_SIZE *ends;
	int count;

	while (from < text.len && ((unsigned char)text.data[from] >> 6) == 2)
		from++;
	if (from > text.len)
		return false;
	compile_at_first_use(regex);
	count = run(regex, text, from, 0);
	if (count == PCRE2_ERROR_JIT_STACKLIMIT)
		count = run(regex, text, from, PCRE2_NO_JIT);
	if (count < 0)
		return false;
	if (count == 0) /* the pattern has more groups than we keep */
		count = REGEX_GROUPS;
	ends = pcre2_get_ovector_pointer(regex->data);
	for (int i = 0; i < REGEX_GROUPS; i++) {
		match->group[i] = (struct str){ NULL, 0 };
		if (i < count && ends[2 * i] != PCRE2_UNSET)
			match->group[i] = str_slice(text, ends[2 * i],
						    ends[2 * i + 1]);
	}
	return true;
}
