/* Reports to measure with: make_reports FOLDER COUNT CORPUS LEXICONS
 *
 * COUNT texts of 60 KB in English, Russian and Kazakh in turn, of twenty
 * editions, and their manifest. A third of the paragraphs are those of the sample
 * corpus; the others are words of the lexicons, as often as words are in a
 * language (Zipf: the n-th of them 1 / n times as often as the first), so that
 * they hold as many different words as reports do. The same arguments give the
 * same texts. */
#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	REPORT_BYTES = 60000, WORDS_MAX = 200000, PARAGRAPHS_MAX = 2000,
	EDITIONS = 20, FIRST_EDITION = 2001
};

static const char *const langs[] = { "en", "ru", "kk" };
static const char *const lists[] = {
	"en/lexemes.tsv", "ru/lexemes.tsv", "kk/roots.tsv"
};

struct texts {
	char *words[WORDS_MAX];
	size_t word_count;
	char *paragraphs[PARAGRAPHS_MAX];
	size_t paragraph_count;
};

static uint64_t state = 42;

/* source: Steele, Lea & Flood 2014, SplitMix64 */
static uint64_t draw(void)
{
	uint64_t z = state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static size_t below(size_t end)
{
	return (size_t)(draw() % end);
}

/* Log-uniform is as good as Zipf's law here, and needs no table. */
static size_t rank(size_t end)
{
	size_t bits = 1;

	while (end >> bits)
		bits++;
	for (;;) {
		size_t most = (size_t)1 << (1 + below(bits));
		size_t at = below(most) | most >> 1;

		if (at <= end)
			return at - 1;
	}
}

static FILE *open_file(const char *folder, const char *name, const char *mode)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, mode);
	if (!file) {
		perror(path);
		exit(1);
	}
	return file;
}

static char *copy(const char *text, size_t len)
{
	char *new = malloc(len + 1);

	if (!new)
		exit(1);
	memcpy(new, text, len);
	new[len] = '\0';
	return new;
}

/* The first cell of each row, in an order that is not the alphabet's. */
static void read_words(struct texts *texts, const char *folder,
		       const char *name)
{
	FILE *file = open_file(folder, name, "r");
	char *line = NULL;
	size_t size = 0;

	for (bool is_head = true; getline(&line, &size, file) > 0;
	     is_head = false)
		if (!is_head && texts->word_count < WORDS_MAX)
			texts->words[texts->word_count++] =
				copy(line, strcspn(line, "\t\n"));
	for (size_t i = texts->word_count; i > 1; i--) {
		size_t at = below(i);
		char *word = texts->words[i - 1];

		texts->words[i - 1] = texts->words[at];
		texts->words[at] = word;
	}
	free(line);
	fclose(file);
}

static void read_paragraphs(struct texts *texts, const char *folder,
			    const char *name)
{
	FILE *file = open_file(folder, name, "r");
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	while ((len = getline(&line, &size, file)) > 0)
		if (len > 80 && texts->paragraph_count < PARAGRAPHS_MAX)
			texts->paragraphs[texts->paragraph_count++] =
				copy(line, (size_t)len);
	free(line);
	fclose(file);
}

static int compare_names(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static void read_corpus(struct texts *texts, const char *folder,
			const char *lang)
{
	char end[16], *names[256];
	size_t count = 0;
	struct dirent *entry;
	DIR *open = opendir(folder);

	if (!open) {
		perror(folder);
		exit(1);
	}
	snprintf(end, sizeof end, "-%s.txt", lang);
	while ((entry = readdir(open)) && count < 256)
		if (strstr(entry->d_name, end))
			names[count++] = copy(entry->d_name,
					      strlen(entry->d_name));
	closedir(open);
	qsort(names, count, sizeof *names, compare_names);
	for (size_t i = 0; i < count; i++) {
		read_paragraphs(texts, folder, names[i]);
		free(names[i]);
	}
}

static size_t write_sentence(const struct texts *texts, FILE *out)
{
	size_t words = 6 + below(20), bytes = 0;

	for (size_t i = 0; i < words; i++)
		bytes += (size_t)fprintf(out, "%s%s",
			texts->words[rank(texts->word_count)],
			i + 1 == words ? ". " : below(9) ? " " : ", ");
	return bytes;
}

static void write_report(const struct texts *texts, FILE *out, int number)
{
	size_t bytes = (size_t)fprintf(out, "Report %d\n", number);

	while (bytes < REPORT_BYTES) {
		fputc('\n', out);
		if (below(3) == 0 && texts->paragraph_count > 0) {
			const char *text = texts->paragraphs[
				below(texts->paragraph_count)];

			bytes += (size_t)fprintf(out, "%s", text);
			continue;
		}
		for (size_t left = 2 + below(4); left > 0; left--)
			bytes += write_sentence(texts, out);
		fputc('\n', out);
	}
}

int main(int argc, char **argv)
{
	static struct texts texts[3];
	FILE *manifest;

	if (argc != 5) {
		fputs("usage: make_reports FOLDER COUNT CORPUS LEXICONS\n",
		      stderr);
		return 2;
	}
	for (int i = 0; i < 3; i++) {
		read_words(&texts[i], argv[4], lists[i]);
		read_corpus(&texts[i], argv[3], langs[i]);
	}
	manifest = open_file(argv[1], "manifest.tsv", "w");
	fputs("file\tlang\tedition\n", manifest);
	for (int i = 0; i < atoi(argv[2]); i++) {
		char name[64];
		FILE *out;

		snprintf(name, sizeof name, "report-%05d-%s.txt", i,
			 langs[i % 3]);
		out = open_file(argv[1], name, "w");
		write_report(&texts[i % 3], out, i);
		fclose(out);
		fprintf(manifest, "%s\t%s\t%d\n", name, langs[i % 3],
			FIRST_EDITION + i / 3 % EDITIONS);
	}
	return fclose(manifest) != 0;
}
