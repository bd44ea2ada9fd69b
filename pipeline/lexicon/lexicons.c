#include "lexicons_internal.h"

#include "catalogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_SIZE = 256, CODE_MAX = 8 };

static bool is_lexicon_folder(const char *folder)
{
	char path[LEXICON_PATH + 32];
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

static bool try_folder(char *found, const char *base, const char *rest)
{
	int len = snprintf(found, LEXICON_PATH, "%s%s", base, rest);

	return len > 0 && len < LEXICON_PATH && is_lexicon_folder(found);
}

static int find_folder(char *folder, const char *option, struct err *err)
{
	static const char *const beside[] = {
		"/../share/esep/lexicons", "/../lexicons", "/../../lexicons",
		"/../../../lexicons"
	};
	const char *variable = getenv("ESEP_LEXICONS");
	char program[LEXICON_PATH];

	if (!option && variable && variable[0])
		option = variable;
	if (option) {
		if (try_folder(folder, option, ""))
			return 0;
		return err_set(err, ERR_MISSING,
			       "%s: no lexicons there (no languages.tsv)",
			       option);
	}
	if (program_folder(program, sizeof program))
		for (size_t i = 0; i < COUNT_OF(beside); i++)
			if (try_folder(folder, program, beside[i]))
				return 0;
	if (try_folder(folder, ESEP_LEXICON_DIR, ""))
		return 0;
	return err_set(err, ERR_MISSING,
		       "cannot find the lexicons beside the program or in %s; "
		       "name their folder with --lexicons or ESEP_LEXICONS",
		       ESEP_LEXICON_DIR);
}

int lexicons_open(struct lexicons **lexicons, const char *option,
		  struct err *err)
{
	struct lexicons *new = memory_get_zeroed(sizeof *new);
	int rc = find_folder(new->folder, option, err);

	if (rc < 0) {
		lexicons_close(new);
		return rc;
	}
	*lexicons = new;
	return 0;
}

/* What was made of tables. */
static void forget(struct lexicons *lexicons)
{
	LIST_RELEASE(&lexicons->languages);
	countries_release(&lexicons->countries);
	number_words_release(&lexicons->numbers);
	LIST_RELEASE(&lexicons->dates);
	lexicons->types = (struct type_facts){ .of[0] = { .shape = 0 } };
}

void lexicons_close(struct lexicons *lexicons)
{
	if (!lexicons)
		return;
	for (size_t i = 0; i < lexicons->tables.count; i++) {
		table_release(lexicons->tables.items[i]);
		free(lexicons->tables.items[i]);
	}
	LIST_RELEASE(&lexicons->tables);
	LIST_RELEASE(&lexicons->names);
	forget(lexicons);
	arena_release(&lexicons->arena);
	free(lexicons);
}

const char *lexicons_folder(const struct lexicons *lexicons)
{
	return lexicons->folder;
}

static int load(const struct lexicons *lexicons, const char *name,
		struct table *table, struct err *err)
{
	const struct catalogue_table *row = catalogue_find(str_of(name));
	struct strbuf path = STRBUF_INIT;
	bool may_miss = row && row->flags & TABLE_OPTIONAL;
	int rc;

	strbuf_addf(&path, "%s/%s", lexicons->folder, name);
	rc = table_map(table, path.data, row ? row->columns : "", err);
	strbuf_release(&path);
	table->critic = lexicons->critic;
	if (rc == 0)
		return 0;
	*table = (struct table){ .row_count = 0 };
	if (rc == ERR_MISSING && may_miss)
		return 0;
	table->dropped = TABLE_FAULTS + 1;
	if (lexicons_tell(lexicons, rc, err) == 0)
		return 0;
	return err_wrap(err, rc, "cannot load the lexicon '%s'", name);
}

struct table *lexicons_read_table(const struct lexicons *lexicons,
				  struct str name)
{
	for (size_t i = 0; i < lexicons->names.count; i++)
		if (str_equal(lexicons->names.items[i], name))
			return lexicons->tables.items[i];
	return NULL;
}

int lexicons_table(struct lexicons *lexicons, const char *name,
		   struct table **table, struct err *err)
{
	struct table *new;
	int rc;

	*table = lexicons_read_table(lexicons, str_of(name));
	if (*table)
		return 0;
	new = memory_get(sizeof *new);
	rc = load(lexicons, name, new, err);
	if (rc < 0) {
		free(new);
		return rc;
	}
	*LIST_ADD(&lexicons->tables) = *table = new;
	*LIST_ADD(&lexicons->names) = str_copy(&lexicons->arena, str_of(name));
	return 0;
}

int lexicons_language_table(struct lexicons *lexicons, struct str code,
			    const char *name, struct table **table,
			    struct err *err)
{
	char path[NAME_SIZE];

	snprintf(path, sizeof path, "%.*s/%s", STR_ARGS(code), name);
	return lexicons_table(lexicons, path, table, err);
}

static bool is_code(struct str code)
{
	for (size_t i = 0; i < code.len; i++)
		if ((code.data[i] < 'a' || code.data[i] > 'z') &&
		    code.data[i] != '-')
			return false;
	return code.len > 0 && code.len <= CODE_MAX;
}

static int add_letters(struct lexicon_languages *languages, size_t row,
		       const struct table *table, struct err *err)
{
	struct str letters = languages->items[row].letters;

	if (row == LETTER_LANGUAGES)
		return table_refuse(table, row, err, "more than %d languages",
				    LETTER_LANGUAGES);
	if (!letter_writers_add(&languages->letters, row, letters))
		return table_refuse(table, row, err, "letters '%.*s': expected"
				    " letters up to U+052F", STR_ARGS(letters));
	return 0;
}

static int read_language(struct table *table, size_t row,
			 struct lexicon_language *language, struct err *err)
{
	static const char *const scripts[] = { "", "latin", "cyrillic", NULL };
	unsigned script = 0, also = 0;
	int rc = table_choice(table, row, "script", scripts, &script, err);

	if (rc == 0)
		rc = table_choice(table, row, "also", scripts, &also, err);
	*language = (struct lexicon_language){
		.code = table_named_cell(table, row, "code"),
		.name = table_named_cell(table, row, "name"),
		.script = (enum script)script, .also = (enum script)also,
		.letters = table_named_cell(table, row, "letters"),
		.stemmer = table_named_cell(table, row, "stemmer"),
		.line = table->lines.items[row]
	};
	if (rc == 0 && !is_code(language->code))
		rc = table_refuse(table, row, err, "'%.*s' is no code of a"
				  " language (at most %d of a-z and -)",
				  STR_ARGS(language->code), CODE_MAX);
	if (rc == 0)
		table_take(table, row);
	return rc;
}

int lexicons_languages(struct lexicons *lexicons,
		       const struct lexicon_languages **languages,
		       struct err *err)
{
	struct table *table;
	int rc = 0;

	*languages = &lexicons->languages;
	if (lexicons->languages.count > 0)
		return 0;
	rc = lexicons_table(lexicons, "languages.tsv", &table, err);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++) {
		rc = read_language(table, row,
				   LIST_ADD(&lexicons->languages), err);
		if (rc == 0)
			rc = add_letters(&lexicons->languages, row, table, err);
	}
	if (rc < 0) {
		LIST_CLEAR(&lexicons->languages);
		lexicons->languages.letters = (struct letter_writers){ 0 };
	}
	return rc;
}

int lexicons_main_lang(struct lexicons *lexicons, struct str *code,
		       struct err *err)
{
	const struct lexicon_languages *languages;
	int rc = lexicons_languages(lexicons, &languages, err);

	*code = rc == 0 && languages->count > 0 ? languages->items[0].code
						: STR_NONE;
	return rc;
}

void lexicons_check(struct lexicons *lexicons,
		    const struct table_critic *critic)
{
	lexicons->critic = critic;
}

int lexicons_tell(const struct lexicons *lexicons, int code,
		  const struct err *err)
{
	if (code == 0 || !lexicons->critic)
		return code;
	lexicons->critic->tell(lexicons->critic->data, err);
	return 0;
}

bool lexicons_drop_refused(struct lexicons *lexicons)
{
	bool any = false;

	for (size_t i = 0; i < lexicons->tables.count; i++)
		any |= table_drop_refused(lexicons->tables.items[i]);
	forget(lexicons);
	return any;
}
