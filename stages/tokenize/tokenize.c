#include "tokenize.h"

#include "segment.h"

#include <stdlib.h>

struct tokenize_settings {
	const char *language;
};

static const struct program_option options[] = {
	{ 'l', "language", OPT_STRING,
	  offsetof(struct tokenize_settings, language), "CODE",
	  "treat all text as CODE: en, ru, kk (default: found for each "
	  "sentence)",
	  VALUE_ANY, NULL },
	{ .name = NULL }
};

static int tokenize_open(void **state, const void *settings,
			 const struct stage_context *context, struct err *err)
{
	const struct tokenize_settings *chosen = settings;
	struct segmenter *segmenter = memory_get(sizeof *segmenter);
	int rc;

	*segmenter = (struct segmenter){ .forced = LANG_UND };
	segmenter->languages = context->knowledge->languages;
	rc = languages_need(segmenter->languages,
			    LANGUAGES_GUESS | LANGUAGES_SPLIT, err);
	if (rc == 0 && chosen->language) {
		segmenter->forced = languages_find(segmenter->languages,
						   str_of(chosen->language));
		if (segmenter->forced == LANG_UND)
			rc = err_set(err, ERR_USAGE, "--language: '%s' has no"
				     " row in languages.tsv",
				     chosen->language);
	}
	if (rc < 0)
		free(segmenter);
	*state = rc < 0 ? NULL : segmenter;
	return rc;
}

static int tokenize_document(void *state, struct document *doc, struct err *err)
{
	struct segmenter *segmenter = state;

	if (doc->sentences.count == 0)
		segment_document(segmenter, doc);
	return languages_failed(segmenter->languages, err);
}

static void tokenize_close(void *state)
{
	struct segmenter *segmenter = state;

	segmenter_release(segmenter);
	free(segmenter);
}

const struct stage tokenize_stage = {
	.program = {
		.name = "tokenize",
		.summary = "split paragraphs into sentences of words",
		.group = GROUP_STAGE,
		.arguments = "[FILE…]",
		.description =
"Read a stream of paragraphs and write it with the sentences of each and the words of each sentence, in CoNLL-U. Every sentence gets its language (# lang), und where it is in none that esep reads; a run of words in another language (or in none of these: und), and a word written with letters that the sentence's language lacks, get one of their own (Lang= in MISC). A document that has its words already passes as it is.\n"
"\n"
"Words are those of the Universal Dependencies treebanks: punctuation stands apart, English don't and Kazakhstan's are two words of one token, English compounds are split at their hyphens, Russian and Kazakh ones are not, but for names (Буркина-Фасо). Web and e-mail addresses (Orda.kz), @handles, #tags, numbers (1,234.5; 1,5; 14-го), abbreviations and initials with their full stop stay whole. A footnote mark is a word of its own.\n"
"\n"
"A sentence ends with a full stop, a mark or an ellipsis and the quotation marks, brackets and footnote marks (², 2, [2], [^2]) behind it. An abbreviation (lexicons/CODE/abbreviations.tsv), an initial and the number of a list item do not end one, and a reporting clause behind a quotation does not begin one. What a number counts (in 2020 г., 5 тыс. руб.) ends one before a capital that begins no name, where the sentence has said anything before. What stands in another language is cut by the abbreviations of that one.",
		.examples =
"  esep-read report.txt | esep-mend | esep-tokenize > report.conllu\n"
"      a report as sentences and words, ready for any tool that reads CoNLL-U\n"
"  esep-tokenize --language kk < paragraphs.conllu | grep -c '^# sent_id'\n"
"      how many sentences there are, all taken for Kazakh\n",
		.options = options,
		.settings_size = sizeof(struct tokenize_settings),
	},
	.role = STAGE_FILTER,
	.open = tokenize_open,
	.document = tokenize_document,
	.close = tokenize_close,
};
