/* What readers of pages need of the lexicons: opened once for a test or fuzz
 * program. */
#ifndef ESEP_TEST_READING_H
#define ESEP_TEST_READING_H

#include "decoder.h"
#include "html_names.h"
#include "knowledge.h"

struct reading_words {
	struct words words;
	struct knowledge knowledge;
	struct html_names *names;
	struct decoder decoder;
	struct strbuf told;      /* warnings, a line each */
};

static inline void reading_tell(void *data, const struct err *err)
{
	struct reading_words *reading = data;

	strbuf_addf(&reading->told, "%s\n", err->text);
}

/* lexicons: a folder, or NULL for the usual one */
static inline int reading_open(struct reading_words *reading,
			       const char *lexicons, struct err *err)
{
	struct knowledge *knowledge = &reading->knowledge;
	int rc;

	words_init(&reading->words);
	rc = knowledge_open(knowledge, &reading->words, lexicons, err);
	if (rc == 0)
		rc = languages_need(knowledge->languages, LANGUAGES_GUESS, err);
	if (rc == 0)
		rc = html_names_open(&reading->names, knowledge->lexicons, err);
	if (rc == 0)
		rc = encodings_open(&reading->decoder.encodings,
				    knowledge->languages, knowledge->lexicons,
				    err);
	reading->decoder.warn = reading_tell;
	reading->decoder.data = reading;
	strbuf_add_z(&reading->told, "");
	return rc;
}

static inline void reading_close(struct reading_words *reading)
{
	encodings_close(reading->decoder.encodings);
	html_names_close(reading->names);
	knowledge_close(&reading->knowledge);
	words_release(&reading->words);
	strbuf_release(&reading->told);
}

#endif
