#include "fingerprint.h"

#include "digest.h"
#include "lexicon_files.h"
#include "table.h"

#include <elf.h>
#include <link.h>
#include <stdio.h>
#include <sys/stat.h>

enum { FILE_MAX = 1 << 30 };

/* The note GNU/NT_GNU_BUILD_ID: a digest of what was linked. The first object
 * that is told of is the program.
 * source: gABI, note section; ld(1), --build-id */
static int add_build_id(struct dl_phdr_info *info, size_t size, void *data)
{
	(void)size;
	for (size_t i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *header = &info->dlpi_phdr[i];
		const char *at = (const char *)(info->dlpi_addr +
						header->p_vaddr);
		const char *end = at + header->p_memsz;

		while (header->p_type == PT_NOTE &&
		       end - at > (ptrdiff_t)sizeof(ElfW(Nhdr))) {
			const ElfW(Nhdr) *note = (const void *)at;
			size_t name = (note->n_namesz + 3u) & ~(size_t)3;
			size_t bytes = (note->n_descsz + 3u) & ~(size_t)3;

			at += sizeof *note + name;
			if (note->n_type == NT_GNU_BUILD_ID &&
			    note->n_descsz <= (size_t)(end - at))
				strbuf_add(data, (struct str){
					at, note->n_descsz });
			at += bytes;
		}
	}
	return 1;
}

static void add_digest(struct strbuf *out, struct str bytes)
{
	char hex[DIGEST_HEX + 1];

	digest_hex(hex, bytes);
	strbuf_add_z(out, hex);
}

/* A line as sha256sum prints it, by the name that a file is to have. */
static int add_file(struct strbuf *out, const char *path, struct str name,
		    struct err *err)
{
	struct arena arena = ARENA_INIT;
	struct str bytes = STR_NONE;
	int rc = file_read(&bytes, &arena, path, FILE_MAX, err);

	if (rc == 0) {
		add_digest(out, bytes);
		strbuf_add_z(out, "  ");
		strbuf_add(out, name);
		strbuf_add_char(out, '\n');
	}
	arena_release(&arena);
	return rc;
}

static int add_lexicons(struct strbuf *out, const char *folder,
			struct err *err)
{
	struct lexicon_files files = { .arena = ARENA_INIT };
	struct strbuf path = STRBUF_INIT;
	int rc = lexicon_files_find(&files, folder, err);

	for (size_t i = 0; rc == 0 && i < files.names.count; i++) {
		strbuf_clear(&path);
		strbuf_addf(&path, "%s/%.*s", folder,
			    STR_ARGS(files.names.items[i]));
		rc = add_file(out, path.data, files.names.items[i], err);
	}
	lexicon_files_release(&files);
	strbuf_release(&path);
	return rc;
}

static bool is_file(const char *value)
{
	struct stat info;

	return stat(value, &info) == 0 && S_ISREG(info.st_mode);
}

/* A value that a shell reads back. */
static void add_value(struct strbuf *out, const char *value)
{
	static const char special[] = " \t\n\\\"'$`&|;<>()*?[]#~!{}";
	bool is_plain = *value && !strpbrk(value, special);

	if (!is_plain)
		strbuf_add_char(out, '\'');
	for (; *value; value++)
		if (*value == '\'')
			strbuf_add_z(out, "'\\''");
		else
			strbuf_add_char(out, *value);
	if (!is_plain)
		strbuf_add_char(out, '\'');
}

static int add_given(struct fingerprint *print,
		     const struct program_option *option, const char *value,
		     struct err *err)
{
	struct strbuf *out = &print->options;

	if (option->arg && !strcmp(option->arg, "FILE") && is_file(value))
		return add_file(&print->names, value,
				str_file_name(str_of(value)), err);
	strbuf_addf(out, "%s--%s ", out->len > 0 ? " " : "", option->name);
	add_value(out, value);
	return 0;
}

static int add_option(struct fingerprint *print,
		      const struct program_option *option,
		      const void *settings, struct err *err)
{
	const void *field = (const char *)settings + option->offset;
	const struct strings *list = field;
	const char *const *string = field;
	size_t value;
	char number[32];
	int rc = 0;

	switch (option->type) {
	case OPT_FLAG:
		if (*(const bool *)field)
			strbuf_addf(&print->options, "%s--%s",
				    print->options.len > 0 ? " " : "",
				    option->name);
		break;
	case OPT_STRING:
	case OPT_WHEN:
		if (*string)
			rc = add_given(print, option, *string, err);
		break;
	case OPT_NUMBER:
	case OPT_LIMIT:
	case OPT_SIZE:
		value = *(const size_t *)field;
		snprintf(number, sizeof number, "%zu",
			 value - (option->type == OPT_LIMIT));
		if (value)
			rc = add_given(print, option, number, err);
		break;
	case OPT_LIST:
		for (size_t i = 0; rc == 0 && i < list->count; i++)
			rc = add_given(print, option, list->items[i], err);
		break;
	}
	return rc;
}

static bool is_named(const char *const *names, const char *name)
{
	while (*names && strcmp(*names, name) != 0)
		names++;
	return *names != NULL;
}

/* What people can read of it, and of all that a digest. */
static void sum_up(struct fingerprint *print, struct str lexicons)
{
	struct str rest = strbuf_view(&print->names), line;
	struct strbuf all = STRBUF_INIT;

	add_digest(&print->lexicons, lexicons);
	dl_iterate_phdr(add_build_id, &all);
	if (all.len > 0) {
		strbuf_add(&all, strbuf_view(&print->lexicons));
		strbuf_add(&all, strbuf_view(&print->options));
		/* a file is the same under another name */
		while (str_split(&rest, '\n', &line))
			if (line.len > DIGEST_HEX)
				strbuf_add(&all, str_slice(line, 0,
							   DIGEST_HEX));
		add_digest(&print->run, strbuf_view(&all));
	}
	strbuf_release(&all);
}

int fingerprint_open(struct fingerprint *print, const struct program *program,
		     const void *settings, const char *const *left_out,
		     const char *lexicons, struct err *err)
{
	struct strbuf files = STRBUF_INIT;
	int rc = 0;

	*print = (struct fingerprint){ .run = STRBUF_INIT };
	for (const struct program_option *option = program->options;
	     rc == 0 && option->name; option++)
		if (!is_named(left_out, option->name))
			rc = add_option(print, option, settings, err);
	if (rc == 0)
		rc = add_lexicons(&files, lexicons, err);
	if (rc == 0)
		sum_up(print, strbuf_view(&files));
	strbuf_release(&files);
	return rc;
}

void fingerprint_release(struct fingerprint *print)
{
	strbuf_release(&print->run);
	strbuf_release(&print->lexicons);
	strbuf_release(&print->names);
	strbuf_release(&print->options);
}

void fingerprint_document(const struct fingerprint *print,
			  struct document *doc)
{
	struct strbuf all = STRBUF_INIT;
	char hex[DIGEST_HEX + 1];

	doc->made = STR_NONE;
	doc->production = (struct production){
		.esep = STR(ESEP_VERSION),
		.lexicons = strbuf_view(&print->lexicons),
		.names = strbuf_view(&print->names),
		.options = strbuf_view(&print->options)
	};
	if (print->run.len == 0)
		return;
	strbuf_add(&all, strbuf_view(&print->run));
	strbuf_addf(&all, "%.*s\n", STR_ARGS(doc->id));
	for (size_t i = 0; i < doc->meta.count; i++)
		if (!str_equal(doc->meta.items[i].key, STR("source")) &&
		    !str_equal(doc->meta.items[i].key, STR(META_ROW)))
			strbuf_addf(&all, "%.*s=%.*s\n",
				    STR_ARGS(doc->meta.items[i].key),
				    STR_ARGS(doc->meta.items[i].value));
	add_digest(&all, doc->raw);
	digest_hex(hex, strbuf_view(&all));
	doc->made = str_copy(&doc->arena, str_of(hex));
	strbuf_release(&all);
}
