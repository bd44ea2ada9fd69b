#include "program.h"

#include "suggest.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>

enum { LARGE_BLOCK = 512 * 1024 };
enum { OPTIONS_MAX = 64, OPT_HELP = 1000, OPT_VERSION, OPT_MAN, OPT_FIRST };

void strings_add(struct strings *list, const char *text)
{
	*LIST_ADD(list) = text;
}

static size_t count_options(const struct program *program)
{
	size_t count = 0;

	while (program->options && program->options[count].name)
		count++;
	return count;
}

static int parse_number(const struct program_option *option, const char *text,
			size_t *number, struct err *err)
{
	struct str digits = str_of(text);
	uint64_t value, unit = 1;

	if (option->type == OPT_SIZE && digits.len > 1) {
		const char *units = "KMG";
		const char *found = strchr(units, digits.data[digits.len - 1]);

		if (found && *found) {
			unit = (uint64_t)1 << (10 * (found - units + 1));
			digits.len--;
		}
	}
	if (!str_number(digits, SIZE_MAX / unit - 1, &value))
		return err_set(err, ERR_USAGE,
			       "--%s takes a whole number, not '%s'",
			       option->name, text);
	*number = (size_t)(value * unit) + (option->type == OPT_LIMIT);
	return 0;
}

/* One of the words, with | between; else they are told: "a, b or c". */
static int check_choice(const struct program_option *option, const char *value,
			struct err *err)
{
	struct str rest = str_of(option->arg), one;
	struct strbuf text = STRBUF_INIT;
	struct suggestion suggestion;
	int rc;

	suggest_begin(&suggestion, str_of(value));
	strbuf_addf(&text, "--%s takes ", option->name);
	for (size_t i = 0; str_split(&rest, '|', &one); i++) {
		if (str_equal(one, str_of(value))) {
			strbuf_release(&text);
			return 0;
		}
		suggest_try(&suggestion, one);
		strbuf_addf(&text, "%s%.*s", i == 0 ? ""
			    : rest.data ? ", " : " or ", STR_ARGS(one));
	}
	strbuf_addf(&text, ", not '%s'", value);
	suggest_add(&text, &suggestion, "");
	rc = err_set(err, ERR_USAGE, "%s", text.data);
	strbuf_release(&text);
	return rc;
}

/* Values that hold no comma may be given with commas between. */
static bool takes_commas(enum value_kind values)
{
	return values == VALUE_CHOICE || values == VALUE_INCIDENT_TYPE ||
	       values == VALUE_ENTITY_TYPE || values == VALUE_EDITION ||
	       values == VALUE_LANG || values == VALUE_COUNTRY ||
	       values == VALUE_SECTION || values == VALUE_KIND;
}

/* argv is the program's own to change (C17, 5.1.2.2.1). */
static int add_values(const struct program_option *option,
		      struct strings *list, const char *value, struct err *err)
{
	char *at = (char *)(uintptr_t)value;
	char *comma = takes_commas(option->values) ? strchr(at, ',') : NULL;
	int rc = 0;

	while (rc == 0) {
		if (comma)
			*comma = '\0';
		if (option->values == VALUE_CHOICE)
			rc = check_choice(option, at, err);
		strings_add(list, at);
		if (!comma)
			break;
		at = comma + 1;
		comma = strchr(at, ',');
	}
	return rc;
}

static int set_option(const struct program_option *option, void *settings,
		      const char *value, struct err *err)
{
	void *field = (char *)settings + option->offset;
	int rc = option->values == VALUE_CHOICE && option->type != OPT_LIST
			 ? check_choice(option, value, err) : 0;

	if (rc < 0)
		return rc;
	switch (option->type) {
	case OPT_FLAG:
		*(bool *)field = true;
		return 0;
	case OPT_STRING:
		*(const char **)field = value;
		return 0;
	case OPT_LIST:
		return add_values(option, field, value, err);
	case OPT_WHEN:
		*(const char **)field = value ? value : "always";
		return 0;
	case OPT_NUMBER:
	case OPT_LIMIT:
	case OPT_SIZE:
		return parse_number(option, value, field, err);
	}
	return 0;
}

/* getopt_long's tables from ours; `letters` has room for all. */
static void fill_getopt(const struct program *program, struct option *longs,
			char *letters)
{
	size_t count = count_options(program), at = 0;

	letters[at++] = ':';
	letters[at++] = 'h';
	for (size_t i = 0; i < count; i++) {
		const struct program_option *option = &program->options[i];
		int takes = option->type == OPT_FLAG   ? no_argument
			    : option->type == OPT_WHEN ? optional_argument
						       : required_argument;

		longs[i] = (struct option){ option->name, takes, NULL,
					    OPT_FIRST + (int)i };
		if (!option->letter)
			continue;
		letters[at++] = option->letter;
		if (takes == required_argument)
			letters[at++] = ':';
	}
	letters[at] = '\0';
	longs[count++] = (struct option){ "help", no_argument, NULL, OPT_HELP };
	longs[count++] = (struct option){ "version", no_argument, NULL,
					  OPT_VERSION };
	longs[count++] = (struct option){ "man", no_argument, NULL, OPT_MAN };
	longs[count] = (struct option){ NULL, 0, NULL, 0 };
}

static int serve(const struct program *program, int what)
{
	if (what == OPT_MAN)
		program_print_man(program, stdout);
	else if (what == OPT_VERSION)
		printf("esep-%s %s\n", program->name, ESEP_VERSION);
	else
		program_print_help(program, stdout);
	return 1;
}

static const struct program_option *option_of(const struct program *program,
					      int code)
{
	size_t count = count_options(program);

	if (code >= OPT_FIRST)
		return &program->options[code - OPT_FIRST];
	for (size_t i = 0; i < count; i++)
		if (program->options[i].letter == code)
			return &program->options[i];
	return NULL;
}

/* A long option that is none, or may be several. */
static int refuse_long(const struct option *longs, struct str typed,
		       struct err *err)
{
	struct suggestion suggestion;
	struct strbuf more = STRBUF_INIT;
	int rc;

	suggest_begin(&suggestion, typed);
	for (const struct option *option = longs; option->name; option++) {
		struct str name = str_of(option->name);

		suggest_try(&suggestion, name);
		if (option->val != OPT_MAN && str_has_prefix(name, typed))
			strbuf_addf(&more, "%s --%s", more.len ? "," : "",
				    option->name);
	}
	if (more.len > 0)
		rc = err_set(err, ERR_USAGE, "--%.*s may be one of%s",
			     STR_ARGS(typed), more.data);
	else {
		suggest_add(&more, &suggestion, "--");
		rc = err_set(err, ERR_USAGE, "there is no option --%.*s%s",
			     STR_ARGS(typed), more.len ? more.data : "");
	}
	strbuf_release(&more);
	return rc;
}

/* What getopt_long did not take; `word` is where it stood. */
static int refuse_option(const struct option *longs, int code,
			 const char *word, struct err *err)
{
	struct str rest = str_of(word), typed;

	if (code == ':')
		return err_set(err, ERR_USAGE, "%s needs a value", word);
	if (optopt >= OPT_HELP)
		return err_set(err, ERR_USAGE, "%s: this option takes no value",
			       word);
	if (optopt)
		return err_set(err, ERR_USAGE, "there is no option -%c",
			       optopt);
	str_split(&rest, '=', &typed);
	return refuse_long(longs, str_slice(typed, 2, typed.len), err);
}

int program_parse(const struct program *program, int argc, char **argv,
		  void *settings, struct strings *arguments, struct err *err)
{
	struct option longs[OPTIONS_MAX + 4];
	char letters[2 * OPTIONS_MAX + 4];
	int code, rc = 0;

	fill_getopt(program, longs, letters);
	opterr = 0;
	optind = 0; /* glibc: begin anew, and forget the last argv */
	while (rc == 0 &&
	       (code = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
		if (code == 'h' || (code >= OPT_HELP && code < OPT_FIRST))
			return serve(program, code);
		if (code == '?' || code == ':')
			return refuse_option(longs, code, argv[optind - 1],
					     err);
		rc = set_option(option_of(program, code), settings, optarg,
				err);
	}
	for (int i = optind; rc == 0 && i < argc; i++)
		strings_add(arguments, argv[i]);
	return rc;
}

void program_extend(struct program *extended, const struct program *program,
		    const struct program_option *more, size_t count,
		    size_t size)
{
	const size_t align = _Alignof(max_align_t);
	size_t own = count_options(program);
	size_t base = (program->settings_size + align - 1) / align * align;
	struct program_option *options =
		memory_get((own + count + 1) * sizeof *options);

	for (size_t i = 0; i < own; i++)
		options[i] = program->options[i];
	for (size_t i = 0; i < count; i++) {
		options[own + i] = more[i];
		options[own + i].offset += base;
	}
	options[own + count] = (struct program_option){ .name = NULL };
	*extended = *program;
	extended->options = options;
	extended->settings_size = base + size;
}

void program_release(struct program *extended)
{
	free((void *)extended->options);
	extended->options = NULL;
}

void program_free_settings(const struct program *program, void *settings)
{
	size_t count = count_options(program);

	for (size_t i = 0; i < count; i++) {
		const struct program_option *option = &program->options[i];

		if (option->type == OPT_LIST)
			LIST_RELEASE((struct strings *)(void *)(
				(char *)settings + option->offset));
	}
}

void program_complain(const struct program *program, const struct err *err)
{
	fprintf(stderr, "esep%s%s: %s\n", program->name[0] ? "-" : "",
		program->name, err->text);
}

int program_check_stdout(struct err *err)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return 0;
	return err_set(err, ERR_SYSTEM, "cannot write standard output: %s",
		       strerror(errno ? errno : EIO));
}

bool program_check_put(bool done, void (*complain)(void *, const struct err *),
		       void *data)
{
	struct err err = ERR_INIT;

	if (!done) {
		program_check_stdout(&err);
		complain(data, &err);
	}
	return done;
}

int program_exit_status(int code)
{
	if (code == 0)
		return EXIT_DONE;
	return code == ERR_USAGE ? EXIT_USAGE : EXIT_FAILED;
}

/* In place of a standard file that is closed, one that fails when it is used:
 * else the next file that is opened would be taken for it. */
static void hold_standard_files(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
			exit(EXIT_FAILED);
}

void program_start(void)
{
	/* what is large and done with goes back to the system, whatever was
	 * freed before: else buffers that come and go with each document or
	 * batch lie in pieces */
	mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK);
	hold_standard_files();
	signal(SIGPIPE, SIG_DFL);
}
