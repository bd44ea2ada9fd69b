#include "completion.h"

#include "output.h"
#include "utf8.h"
#include "values.h"

/* What the words before the last one have said. */
struct line {
	const struct program *program;
	const struct program_option *pending; /* its value comes next; or NULL */
	struct str first;                     /* positional: a query's database */
	size_t positionals;
	bool no_options;                      /* behind "--" */
};

void completion_release(struct completion *completion)
{
	LIST_RELEASE(&completion->list);
	arena_release(&completion->arena);
}

static bool can_be_shown(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0xfffd ||
		    c == 0x2028 || c == 0x2029 || utf8_is_format(c))
			return false;
	}
	return text.len > 0;
}

void completion_add(struct completion *completion, struct str word,
		    struct str text, struct str note)
{
	if (!str_has_prefix(text, word) || !can_be_shown(text))
		return;
	*LIST_ADD(&completion->list) = (struct candidate){
		str_copy(&completion->arena, text),
		can_be_shown(note) ? str_copy(&completion->arena, note)
				   : STR_NONE
	};
}

/* In the next word, where this one has none. */
static bool takes_value(const struct program_option *option)
{
	return option->type != OPT_FLAG && option->type != OPT_WHEN;
}

/* By its whole name, or as getopt_long has it by a beginning of one alone. */
static const struct program_option *find_long(const struct program *program,
					      struct str name)
{
	const struct program_option *found = NULL;

	for (const struct program_option *option = program->options;
	     option && option->name; option++) {
		if (str_equal(str_of(option->name), name))
			return option;
		if (str_has_prefix(str_of(option->name), name)) {
			if (found)
				return NULL;
			found = option;
		}
	}
	return found;
}

static const struct program_option *find_letter(const struct program *program,
						char letter)
{
	for (const struct program_option *option = program->options;
	     option && option->name; option++)
		if (option->letter == letter)
			return option;
	return NULL;
}

/* -vn takes the next word if n takes a value; -vn5 has it. */
static const struct program_option *last_letter(const struct program *program,
						struct str letters)
{
	for (size_t i = 0; i < letters.len; i++) {
		const struct program_option *option =
			find_letter(program, letters.data[i]);

		if (option && takes_value(option))
			return i + 1 == letters.len ? option : NULL;
	}
	return NULL;
}

static void read_word(struct line *line, struct str word)
{
	const struct program_option *option;

	if (line->pending) {
		line->pending = NULL;
	} else if (line->no_options || word.len < 2 || word.data[0] != '-') {
		if (line->positionals++ == 0)
			line->first = word;
	} else if (str_equal(word, STR("--"))) {
		line->no_options = true;
	} else if (str_has_prefix(word, STR("--"))) {
		option = find_long(line->program,
				   str_slice(word, 2, word.len));
		if (option && takes_value(option))
			line->pending = option;
	} else {
		line->pending = last_letter(line->program,
					    str_slice(word, 1, word.len));
	}
}

/* A value is a part of a word: --edition=2024 has something before it. */
struct target {
	struct completion *completion;
	struct str before, word; /* word begins with before */
};

static void add_value(void *data, struct str value, struct str about)
{
	const struct target *target = data;
	struct strbuf text = STRBUF_INIT;

	strbuf_add(&text, target->before);
	strbuf_add(&text, value);
	completion_add(target->completion, target->word, strbuf_view(&text),
		       about);
	strbuf_release(&text);
}

/* Names in a sentence: "table, tsv or csv". */
static void add_names(struct target *target, const char *names)
{
	struct str rest = str_of(names), name;

	while (str_split(&rest, ' ', &name)) {
		if (str_has_suffix(name, STR(",")))
			name.len--;
		if (!str_equal(name, STR("or")))
			add_value(target, name, STR_NONE);
	}
}

/* Of the database that stands in front, where there is one. */
static void add_stored(struct target *target, enum value_kind kind,
		       struct str path)
{
	struct arena *arena = &target->completion->arena;
	struct str begun = str_slice(target->word, target->before.len,
				     target->word.len);
	struct database *db;
	struct err err;

	if (path.len == 0 || database_open(&db, str_copy_z(arena, path),
					   DATABASE_READ, &err) < 0)
		return;
	values_list(db, kind, str_copy_z(arena, begun), add_value, target,
		    &err);
	database_close(db);
}

static void add_kind(struct target *target, enum value_kind kind,
		     struct str path)
{
	struct completion *completion = target->completion;

	switch (kind) {
	case VALUE_FILE:
	case VALUE_DATABASE:
		completion->files = COMPLETE_FILES;
		break;
	case VALUE_FOLDER:
		completion->files = COMPLETE_FOLDERS;
		break;
	case VALUE_FORMAT:
		add_names(target, output_format_names());
		break;
	case VALUE_WHEN:
		add_names(target, "always, never or auto");
		break;
	default:
		add_stored(target, kind, path);
	}
}

/* What stands for a value: the kinds of file in capitals (FILE|FOLDER,
 * DATABASE), words as they are typed in small letters (bash|zsh). */
static void add_placeholder(struct target *target, struct str placeholder)
{
	struct completion *completion = target->completion;
	struct str one;

	while (str_split(&placeholder, '|', &one))
		if (str_equal(one, STR("FILE")) ||
		    str_equal(one, STR("DATABASE")))
			add_kind(target, VALUE_FILE, STR_NONE);
		else if ((str_equal(one, STR("DIR")) ||
			  str_equal(one, STR("FOLDER"))) &&
			 completion->files == COMPLETE_WORDS)
			add_kind(target, VALUE_FOLDER, STR_NONE);
		else if (one.len > 0 && one.data[0] >= 'a')
			add_value(target, one, STR_NONE);
}

/* The placeholder of an argument, from 0, in what a row says of them:
 * "DATABASE [DOCUMENT…]"; the options there are none. Empty: no such. */
static struct str placeholder_at(const struct program *program, size_t index)
{
	const struct str more = STR("…");
	struct str rest = str_of(program->arguments), word, found = STR_NONE;
	bool is_value = false, is_last = false;

	for (size_t i = 0; !is_last && str_split(&rest, ' ', &word);) {
		bool is_option = str_has_prefix(word, STR("-"));

		if (!is_option && !is_value) {
			if (str_has_prefix(word, STR("[")))
				word = str_slice(word, 1, word.len);
			if (str_has_suffix(word, STR("]")))
				word.len--;
			is_last = i++ == index;
			if (str_has_suffix(word, more)) {
				word.len -= more.len;
				is_last = true;
			}
			found = is_last ? word : STR_NONE;
		}
		is_value = is_option;
	}
	return found;
}

static void add_option(struct completion *completion, struct str word,
		       const char *name, const char *help)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "--%s", name);
	completion_add(completion, word, strbuf_view(&text), str_of(help));
	strbuf_release(&text);
}

static void add_options(struct completion *completion,
			const struct program *program, struct str word)
{
	for (const struct program_option *option = program->options;
	     option && option->name; option++)
		add_option(completion, word, option->name, option->help);
	add_option(completion, word, "help", "show a summary and stop");
	add_option(completion, word, "version", "show the version and stop");
}

static void add_option_value(struct target *target,
			     const struct program_option *option,
			     const struct line *line)
{
	if (option->values != VALUE_ANY && option->values != VALUE_CHOICE)
		add_kind(target, option->values, line->first);
	else
		add_placeholder(target, str_of(option->arg));
}

/* --edition=20: false where the word is no such. */
static bool add_joined_value(struct target *target, const struct line *line)
{
	struct str word = target->word;
	size_t sign = str_find(word, STR("="), 0);
	const struct program_option *option;

	if (!str_has_prefix(word, STR("--")) || sign == word.len)
		return false;
	option = find_long(line->program, str_slice(word, 2, sign));
	target->before = str_slice(word, 0, sign + 1);
	if (option && option->type != OPT_FLAG)
		add_option_value(target, option, line);
	return true;
}

static void add_argument(struct target *target, const struct line *line)
{
	const struct program *program = line->program;
	struct str placeholder = placeholder_at(program, line->positionals);

	if (line->positionals > 0 && program->argument_values != VALUE_ANY)
		add_kind(target, program->argument_values, line->first);
	else if (str_has_prefix(placeholder, STR("DOCUMENT")))
		/* a place in it may follow: DOCUMENT[:LINE] */
		add_kind(target, VALUE_DOCUMENT, line->first);
	else
		add_placeholder(target, placeholder);
}

void completion_find(struct completion *completion,
		     const struct program *program,
		     const struct str *words, size_t count)
{
	struct line line = { .program = program };
	struct target target = { completion, STR_NONE, words[count - 1] };

	for (size_t i = 0; i + 1 < count; i++)
		read_word(&line, words[i]);
	if (line.pending)
		add_option_value(&target, line.pending, &line);
	else if (line.no_options || !str_has_prefix(target.word, STR("-")))
		add_argument(&target, &line);
	else if (!add_joined_value(&target, &line))
		add_options(completion, program, target.word);
}
