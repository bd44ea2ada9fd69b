/* Tests of the languages: opens them once for a group of tests. */
#ifndef ESEP_TEST_LANGUAGES_CASE_H
#define ESEP_TEST_LANGUAGES_CASE_H

#include "cases.h"

#include "languages.h"

static struct words test_words;
static struct languages *test_languages;

static int open_languages(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	words_init(&test_words);
	if (languages_open(&test_languages, &test_words,
			   ESEP_SOURCE_DIR "/lexicons", &err) == 0)
		return 0;
	print_error("%s\n", err.text);
	return -1;
}

static int close_languages(void **state)
{
	(void)state;
	languages_close(test_languages);
	words_release(&test_words);
	return 0;
}

#endif
