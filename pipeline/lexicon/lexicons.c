#include "lexicons.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 4096 };

static char found[PATH_SIZE];

static bool is_lexicon_folder(const char *folder)
{
	char path[PATH_SIZE + 32];
	struct stat info;

	snprintf(path, sizeof path, "%s/languages.tsv", folder);
	return stat(path, &info) == 0;
}

/* The folder of the running program, without its name. */
static bool program_folder(char *folder, size_t size)
{
	ssize_t len = readlink("/proc/self/exe", folder, size - 1);
	char *slash;

	if (len <= 0)
		return false;
	folder[len] = '\0';
	slash = strrchr(folder, '/');
	if (!slash)
		return false;
	*slash = '\0';
	return true;
}

static bool try_folder(const char *base, const char *rest)
{
	int len = snprintf(found, sizeof found, "%s%s", base, rest);

	return len > 0 && (size_t)len < sizeof found &&
	       is_lexicon_folder(found);
}

int lexicons_find(const char **folder, const char *option, struct err *err)
{
	static const char *const beside[] = {
		"/../share/esep/lexicons", "/../lexicons", "/../../lexicons",
		"/../../../lexicons"
	};
	const char *variable = getenv("ESEP_LEXICONS");
	char program[PATH_SIZE];

	*folder = found;
	if (!option && variable && variable[0])
		option = variable;
	if (option) {
		if (try_folder(option, ""))
			return 0;
		return err_set(err, ERR_MISSING,
			       "%s: no lexicons there (no languages.tsv)",
			       option);
	}
	if (program_folder(program, sizeof program))
		for (size_t i = 0; i < COUNT_OF(beside); i++)
			if (try_folder(program, beside[i]))
				return 0;
	if (try_folder(ESEP_LEXICON_DIR, ""))
		return 0;
	return err_set(err, ERR_MISSING,
		       "cannot find the lexicons beside the program or in %s; "
		       "name their folder with --lexicons or ESEP_LEXICONS",
		       ESEP_LEXICON_DIR);
}

int lexicons_load(struct table *table, const char *folder, const char *name,
		  const char *columns, struct err *err)
{
	struct strbuf path = STRBUF_INIT;
	int rc;

	strbuf_addf(&path, "%s/%s", folder, name);
	rc = table_load(table, path.data, columns, err);
	if (rc < 0)
		err_wrap(err, rc, "cannot load the lexicon '%s'", name);
	strbuf_release(&path);
	return rc;
}
