/* What every program of esep has in common: a row of facts about it, from
 * which --help, --version, the man page, the driver's list and the README's
 * table are made; its options; its exit status. */
#ifndef ESEP_PROGRAM_H
#define ESEP_PROGRAM_H

#include "err.h"
#include "str.h"

#include <stdio.h>

#define ESEP_VERSION "0.1.0"
#define ESEP_DATE "2026-11-24" /* of that version, as in CITATION.cff */

enum { DOCUMENT_LIMIT = 256 * 1024 * 1024 }; /* bytes, unless told */

enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

enum option_type {
	OPT_FLAG,     /* bool */
	OPT_STRING,   /* const char *, NULL when not given */
	OPT_NUMBER,   /* size_t */
	OPT_SIZE,     /* size_t, bytes; accepts K, M, G (powers of 1024) */
	OPT_LIMIT,    /* size_t, 1 more than the number; 0 when not given */
	OPT_WHEN,     /* const char *; "always" when given without a value, which
	                 else follows = (as git has it) */
	OPT_LIST      /* struct strings, one more for each time it is given, or
	                 several with commas between where no value has one */
};

struct strings {
	const char **items; /* borrowed from argv; the array is owned */
	size_t count, capacity;
};

/* What the value of an option or argument is one of. Those of the database are
 * looked up in it: a query refuses any other (pipeline/program/values.h), and
 * the completion of a shell offers them. */
enum value_kind {
	VALUE_ANY,
	VALUE_FILE, VALUE_FOLDER, VALUE_DATABASE,  /* paths */
	VALUE_FORMAT, VALUE_WHEN, VALUE_COLUMNS,   /* of the output */
	VALUE_CHOICE,        /* one of the words of `arg`, with | between: any
	                        other is refused when it is parsed */
	VALUE_EDITION, VALUE_LANG, VALUE_COUNTRY, VALUE_SERIES,
	VALUE_DOCUMENT,
	VALUE_SECTION,       /* code */
	VALUE_KIND,          /* of a paragraph */
	VALUE_ENTITY,        /* id, or a name or spelling of one alone */
	VALUE_PLACE,         /* the same, of a place */
	VALUE_ENTITY_TYPE,
	VALUE_INCIDENT_TYPE,
	VALUE_NAME_LANG,     /* that entities have names in */
	VALUE_WHERE,         /* COLUMN=VALUE of the manifest */
	VALUE_DATE,          /* EDTF */
	VALUE_PERCENT,
	VALUE_KINDS
};

struct program_option {
	char letter;         /* or 0 */
	const char *name;    /* the long name; NULL ends the table */
	enum option_type type;
	size_t offset;       /* in the settings */
	const char *arg;     /* "FILE", "bash|zsh"; NULL for a flag */
	const char *help;    /* one sentence, no full stop */
	enum value_kind values; /* what its value must be one of */
	const char *heading; /* of the group that it begins, in --help; or NULL */
};

/* Under which heading 'esep help', its page and the README list a program, in
 * this order; one that has none comes last. */
enum program_group {
	GROUP_NONE,   /* of the driver itself */
	GROUP_CORPUS, /* makes a corpus */
	GROUP_LOOK,   /* tells what there is */
	GROUP_ASK,    /* answers a question */
	GROUP_OUT,    /* takes out what other tools read */
	GROUP_ORDER,  /* keeps a database, names and tables in order */
	GROUP_STAGE,  /* a step of what makes a corpus */
	GROUP_SHELL,  /* of help at the terminal */
	PROGRAM_GROUPS
};

struct program {
	const char *name;        /* "tokenize"; the program is esep-tokenize */
	const char *summary;     /* one line, no full stop */
	const char *arguments;   /* "[FILE…]" */
	const char *description; /* paragraphs, a blank line between */
	const char *examples;    /* "command\n  what it does\n" …, or NULL */
	const struct program_option *options; /* or NULL */
	size_t settings_size;    /* they start as zero bytes: the defaults */
	enum value_kind argument_values; /* of those behind the database */
	bool is_command;         /* of the driver alone: 'esep run' */
	enum program_group group;
};

/* Parse the command line into `settings` and what is left into `arguments`
 * (borrowed from argv, whose lists are cut at their commas). --help, --version and --man are served here.
 * returns  0 go on; 1 served, exit with EXIT_DONE; ERR_USAGE. */
int program_parse(const struct program *program, int argc, char **argv,
		  void *settings, struct strings *arguments, struct err *err);

/* A program with more options behind its own, whose settings (`size` bytes)
 * stand at the end of the larger settings. `extended` owns its option table. */
void program_extend(struct program *extended, const struct program *program,
		    const struct program_option *more, size_t count,
		    size_t size);
void program_release(struct program *extended);

/* Release the arrays of OPT_LIST options. */
void program_free_settings(const struct program *program, void *settings);

void program_print_help(const struct program *program, FILE *out);

/* The beginning of that: how it is called, and what it does. */
void program_print_usage(const struct program *program, FILE *out);

/* Its page in man(7), but for SEE ALSO, which the driver knows. */
void program_print_man(const struct program *program, FILE *out);

/* When it ends with which status, for the pages of other kinds. */
extern const char program_status_text[];

/* One line on stderr: "esep-NAME: message". */
void program_complain(const struct program *program, const struct err *err);

/* Flush stdout and see that all was written. */
int program_check_stdout(struct err *err);

/* The same behind a write that was `done` or not: returns that, and tells why
 * it was not. */
bool program_check_put(bool done, void (*complain)(void *, const struct err *),
		       void *data);

/* The exit status for an error code. */
int program_exit_status(int code);

/* SIGPIPE ends a program quietly, whatever the parent did with it; using a
 * standard file that the parent closed is an error; the locale stays "C", so
 * that numbers look the same everywhere. */
void program_start(void);

void strings_add(struct strings *list, const char *text);

#endif
