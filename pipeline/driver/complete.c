#include "complete.h"

#include "commands.h"
#include "completion.h"
#include "shell_line.h"

#include <stdio.h>
#include <stdlib.h>

static void add_commands(struct completion *completion, struct str word)
{
	const struct program *program;

	for (size_t i = 0; (program = program_at(i)); i++)
		completion_add(completion, word, str_of(program->name),
			       str_of(program->summary));
	completion_add(completion, word, STR("help"),
		       STR("tell of a command, or of all"));
}

/* Of a program by its name, which may be none. */
static void add_words(struct completion *completion, struct str name,
		      const struct str *words, size_t count)
{
	char *name_z = str_copy_z(&completion->arena, name);
	struct program program;

	if (!program_whole(&program, name_z))
		return;
	completion_find(completion, &program, words, count);
	program_release(&program);
}

/* words[0] is `esep` or `esep-NAME`, with a path or without. */
static void find(struct completion *completion, const struct str *words,
		 size_t count)
{
	struct str name = str_file_name(words[0]);
	const struct str prefix = STR("esep-");

	if (count < 2)
		return;
	if (str_has_prefix(name, prefix))
		add_words(completion, str_slice(name, prefix.len, name.len),
			  words + 1, count - 1);
	else if (count == 2 ||
		 (count == 3 && str_equal(words[1], STR("help"))))
		add_commands(completion, words[count - 1]);
	else
		add_words(completion, words[1], words + 2, count - 2);
}

static void put_kind(const struct completion *completion)
{
	static const char *const kinds[] = {
		[COMPLETE_WORDS] = "words", [COMPLETE_FILES] = "files",
		[COMPLETE_FOLDERS] = "folders"
	};

	puts(kinds[completion->files]);
}

int complete_words(int argc, char **argv)
{
	struct completion completion = COMPLETION_INIT;
	LIST(struct str) words = { NULL, 0, 0 };

	for (int i = 1; i < argc; i++)
		*LIST_ADD(&words) = str_of(argv[i]);
	if (words.count > 0)
		find(&completion, words.items, words.count);
	put_kind(&completion);
	for (size_t i = 0; i < completion.list.count; i++) {
		const struct candidate *one = &completion.list.items[i];

		printf("%.*s%s%.*s\n", STR_ARGS(one->text),
		       one->note.len ? "\t" : "", STR_ARGS(one->note));
	}
	LIST_RELEASE(&words);
	completion_release(&completion);
	return EXIT_DONE;
}

int complete_line(int argc, char **argv)
{
	struct completion completion = COMPLETION_INIT;
	struct shell_line line;
	struct strbuf out = STRBUF_INIT;

	if (argc != 3)
		return EXIT_USAGE;
	shell_line_read(&line, str_of(argv[2]), str_of(argv[1]));
	find(&completion, line.words.items, line.words.count);
	put_kind(&completion);
	for (size_t i = 0; i < completion.list.count; i++) {
		strbuf_clear(&out);
		shell_line_put(&line, &out, completion.list.items[i].text);
		puts(out.data);
	}
	strbuf_release(&out);
	shell_line_release(&line);
	completion_release(&completion);
	return EXIT_DONE;
}
