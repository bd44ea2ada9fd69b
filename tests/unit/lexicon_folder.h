/* A folder of lexicons made for a test: languages.tsv, and what is written. */
#ifndef ESEP_TEST_LEXICON_FOLDER_H
#define ESEP_TEST_LEXICON_FOLDER_H

#include "cases.h"

#include "lexicons.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDER_FILES = 8, FOLDER_PATH = 128 };

struct lexicon_folder {
	char path[32];
	char files[FOLDER_FILES][FOLDER_PATH]; /* in the order of making */
	size_t count;
	struct lexicons *lexicons;
};

/* Write a table, its folder made where it is not there. */
static inline void lexicon_folder_write(struct lexicon_folder *folder,
					const char *name, const char *text)
{
	const char *slash = strchr(name, '/');
	char path[FOLDER_PATH];
	FILE *file;

	if (slash) {
		snprintf(path, sizeof path, "%s/%.*s", folder->path,
			 (int)(slash - name), name);
		if (mkdir(path, 0700) == 0)
			memcpy(folder->files[folder->count++], path,
			       sizeof path);
	}
	snprintf(path, sizeof path, "%s/%s", folder->path, name);
	memcpy(folder->files[folder->count++], path, sizeof path);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static inline void lexicon_folder_open(struct lexicon_folder *folder)
{
	struct err err = ERR_INIT;

	*folder = (struct lexicon_folder){ .path = "/tmp/esep-test-XXXXXX" };
	assert_non_null(mkdtemp(folder->path));
	lexicon_folder_write(folder, "languages.tsv",
			     "code\tname\tscript\talso\tletters\tstemmer\n"
			     "xx\tTest\tlatin\t\t\t\n");
	assert_int_equal(lexicons_open(&folder->lexicons, folder->path, &err),
			 0);
}

static inline void lexicon_folder_close(struct lexicon_folder *folder)
{
	lexicons_close(folder->lexicons);
	while (folder->count > 0)
		remove(folder->files[--folder->count]);
	rmdir(folder->path);
}

#endif
