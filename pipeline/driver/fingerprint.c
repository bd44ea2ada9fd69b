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
	strbuf_add_char(out, '\n');
}

static int add_file(struct strbuf *out, const char *path, struct err *err)
{
	struct arena arena = ARENA_INIT;
	struct str bytes = STR_NONE;
	int rc = file_read(&bytes, &arena, path, FILE_MAX, err);

	if (rc == 0)
		add_digest(out, bytes);
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
		strbuf_add(out, files.names.items[i]);
		strbuf_add_char(out, '\n');
		rc = add_file(out, path.data, err);
	}
	lexicon_files_release(&files);
	strbuf_release(&path);
	return rc;
}

/* A file is told by what stands in it. */
static int add_value(struct strbuf *out, const char *value, struct err *err)
{
	struct stat info;

	if (value && stat(value, &info) == 0 && S_ISREG(info.st_mode))
		return add_file(out, value, err);
	strbuf_addf(out, "%s\n", value ? value : "");
	return 0;
}

static int add_option(struct strbuf *out, const struct program_option *option,
		      const void *settings, struct err *err)
{
	const void *field = (const char *)settings + option->offset;
	const struct strings *list = field;
	int rc = 0;

	strbuf_addf(out, "--%s\n", option->name);
	switch (option->type) {
	case OPT_FLAG:
		strbuf_addf(out, "%d\n", *(const bool *)field);
		break;
	case OPT_STRING:
	case OPT_WHEN:
		rc = add_value(out, *(const char *const *)field, err);
		break;
	case OPT_NUMBER:
	case OPT_LIMIT:
	case OPT_SIZE:
		strbuf_addf(out, "%zu\n", *(const size_t *)field);
		break;
	case OPT_LIST:
		for (size_t i = 0; rc == 0 && i < list->count; i++)
			rc = add_value(out, list->items[i], err);
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

int fingerprint_open(struct fingerprint *print, const struct program *program,
		     const void *settings, const char *const *left_out,
		     const char *lexicons, struct err *err)
{
	struct strbuf all = STRBUF_INIT;
	int rc = 0;

	*print = (struct fingerprint){ STRBUF_INIT };
	dl_iterate_phdr(add_build_id, &all);
	if (all.len == 0)
		return 0;
	for (const struct program_option *option = program->options;
	     rc == 0 && option->name; option++)
		if (!is_named(left_out, option->name))
			rc = add_option(&all, option, settings, err);
	if (rc == 0)
		rc = add_lexicons(&all, lexicons, err);
	if (rc == 0)
		add_digest(&print->run, strbuf_view(&all));
	strbuf_release(&all);
	return rc;
}

void fingerprint_release(struct fingerprint *print)
{
	strbuf_release(&print->run);
}

void fingerprint_document(const struct fingerprint *print,
			  struct document *doc)
{
	struct strbuf all = STRBUF_INIT;
	char hex[DIGEST_HEX + 1];

	doc->made = STR_NONE;
	if (print->run.len == 0)
		return;
	strbuf_add(&all, strbuf_view(&print->run));
	strbuf_addf(&all, "%.*s\n", STR_ARGS(doc->id));
	for (size_t i = 0; i < doc->meta.count; i++)
		if (!str_equal(doc->meta.items[i].key, STR("source")))
			strbuf_addf(&all, "%.*s=%.*s\n",
				    STR_ARGS(doc->meta.items[i].key),
				    STR_ARGS(doc->meta.items[i].value));
	add_digest(&all, doc->raw);
	digest_hex(hex, strbuf_view(&all));
	doc->made = str_copy(&doc->arena, str_of(hex));
	strbuf_release(&all);
}
