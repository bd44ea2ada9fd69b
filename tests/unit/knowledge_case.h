/* The knowledge of the lexicons of this tree, opened once for a test program. */
#ifndef ESEP_TEST_KNOWLEDGE_CASE_H
#define ESEP_TEST_KNOWLEDGE_CASE_H

#include "cases.h"

#include "knowledge.h"

#define LEXICONS ESEP_SOURCE_DIR "/lexicons"

static struct words test_words;
static struct knowledge test_knowledge;

static int open_knowledge(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	words_init(&test_words);
	if (knowledge_open(&test_knowledge, &test_words, LEXICONS, &err) == 0 &&
	    languages_need(test_knowledge.languages, LANGUAGES_ALL, &err) == 0)
		return 0;
	print_error("%s\n", err.text);
	return -1;
}

static int close_knowledge(void **state)
{
	(void)state;
	knowledge_close(&test_knowledge);
	words_release(&test_words);
	return 0;
}

#endif
