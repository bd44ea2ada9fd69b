/* What it costs to make words and stems of a text, against ICU's word break
 * iterator alone on the same text: bench_words ROUNDS FILE…
 *
 * Every paragraph is a line, and a document is as long as a report. Each round
 * does both on all of the text; the CPU time of the fastest round of each is
 * shown. The first round of ours, in which every spelling is new, is shown on
 * its own. */
#include "bench.h"

#include "stage.h"
#include "stem.h"
#include "tokenize.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

enum { REPORT = 200000 }; /* bytes */

struct paragraphs { struct str *items; size_t count, capacity; };

static void read_file(struct strbuf *text, const char *path)
{
	char buffer[65536];
	FILE *file = fopen(path, "rb");
	size_t n;

	if (!file) {
		perror(path);
		exit(1);
	}
	while ((n = fread(buffer, 1, sizeof buffer, file)) > 0)
		strbuf_add(text, (struct str){ buffer, n });
	fclose(file);
}

static size_t split_lines(struct str text, struct paragraphs *paragraphs)
{
	struct str line;
	size_t bytes = 0;

	while (text.len > 0 && str_split(&text, '\n', &line))
		if (line.len > 0) {
			*LIST_ADD(paragraphs) = line;
			bytes += line.len;
		}
	return bytes;
}

/* Paragraphs from number `i` on; returns the number of the next. */
static size_t fill(struct document *doc, const struct paragraphs *paragraphs,
		   size_t i)
{
	size_t bytes = 0;

	for (; i < paragraphs->count && bytes < REPORT; i++) {
		struct paragraph *paragraph = LIST_ADD(&doc->paragraphs);

		*paragraph = (struct paragraph){
			.id = STR("p"), .text = paragraphs->items[i]
		};
		bytes += paragraphs->items[i].len;
	}
	return i;
}

static void fail(const struct err *err)
{
	fprintf(stderr, "bench_words: %s\n", err->text);
	exit(1);
}

struct ours {
	struct words words;
	struct knowledge knowledge;
	void *tokenize, *stem;
	struct document doc;
	size_t tokens;
};

static void ours_open(struct ours *ours)
{
	struct tokenize_settings { const char *language; } settings = { NULL };
	struct err err = ERR_INIT;
	struct stage_context context = {
		.program = "bench_words", .knowledge = &ours->knowledge,
		.max_document = DOCUMENT_LIMIT
	};

	words_init(&ours->words);
	if (knowledge_open(&ours->knowledge, &ours->words, NULL, &err) < 0 ||
	    tokenize_stage.open(&ours->tokenize, &settings, &context,
				&err) < 0 ||
	    stem_stage.open(&ours->stem, &settings, &context, &err) < 0)
		fail(&err);
	document_init(&ours->doc, &ours->words);
}

static double ours_run(struct ours *ours, const struct paragraphs *paragraphs)
{
	struct err err = ERR_INIT;
	double start = cpu_seconds();

	ours->tokens = 0;
	for (size_t i = 0; i < paragraphs->count;) {
		document_clear(&ours->doc);
		i = fill(&ours->doc, paragraphs, i);
		if (tokenize_stage.document(ours->tokenize, &ours->doc,
					    &err) < 0 ||
		    stem_stage.document(ours->stem, &ours->doc, &err) < 0)
			fail(&err);
		ours->tokens += ours->doc.tokens.count;
	}
	return cpu_seconds() - start;
}

static double icu_run(UBreakIterator *breaks,
		      const struct paragraphs *paragraphs, size_t *words)
{
	double start = cpu_seconds();
	UErrorCode status = U_ZERO_ERROR;
	UText text = UTEXT_INITIALIZER;

	*words = 0;
	for (size_t i = 0; i < paragraphs->count; i++) {
		struct str line = paragraphs->items[i];

		utext_openUTF8(&text, line.data, (int64_t)line.len, &status);
		ubrk_setUText(breaks, &text, &status);
		while (ubrk_next(breaks) != UBRK_DONE)
			++*words;
	}
	utext_close(&text);
	if (U_FAILURE(status)) {
		fprintf(stderr, "ICU: %s\n", u_errorName(status));
		exit(1);
	}
	return cpu_seconds() - start;
}

int main(int argc, char **argv)
{
	struct strbuf text = STRBUF_INIT;
	struct paragraphs paragraphs = { NULL, 0, 0 };
	struct ours ours;
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *breaks = ubrk_open(UBRK_WORD, "ru", NULL, 0, &status);
	double first = 0, best = 0, icu = 0, megabytes;
	size_t pieces = 0;
	int rounds = argc > 2 ? atoi(argv[1]) : 0;

	if (rounds < 1 || U_FAILURE(status)) {
		fputs("usage: bench_words ROUNDS FILE...\n", stderr);
		return 2;
	}
	for (int i = 2; i < argc; i++)
		read_file(&text, argv[i]);
	megabytes = (double)split_lines(strbuf_view(&text), &paragraphs) / 1e6;
	ours_open(&ours);
	for (int i = 0; i < rounds; i++) {
		double own = ours_run(&ours, &paragraphs);
		double theirs = icu_run(breaks, &paragraphs, &pieces);

		first = i == 0 ? own : first;
		best = i == 0 || own < best ? own : best;
		icu = i == 0 || theirs < icu ? theirs : icu;
	}
	printf("text             %8.2f MB\n", megabytes);
	printf("first round      %8.2f MB/s  %5.2f x ICU\n", megabytes / first,
	       first / icu);
	printf("tokenize + stem  %8.2f MB/s  %5.2f x ICU  %zu words\n",
	       megabytes / best, best / icu, ours.tokens);
	printf("ICU word breaks  %8.2f MB/s  %zu pieces\n", megabytes / icu,
	       pieces);
	tokenize_stage.close(ours.tokenize);
	stem_stage.close(ours.stem);
	document_release(&ours.doc);
	words_release(&ours.words);
	ubrk_close(breaks);
	strbuf_release(&text);
	LIST_RELEASE(&paragraphs);
	return 0;
}
