/* --help and the man page, both from the program's row. */
#include "program.h"

#include "roff.h"
#include "utf8.h"
#include "values.h"

enum { HELP_WIDTH = 79 };

const char program_status_text[] =
	"0 when the work was done (an empty result is done), 1 when an input "
	"or the system failed (one bad input among many still ends with 1; "
	"the others are done), 2 when the command line was wrong.";

/* Fill a paragraph to the width; later lines begin at column `indent`. */
static void print_filled(FILE *out, struct str text, size_t column,
			 size_t indent)
{
	struct str word;

	while (str_split(&text, ' ', &word)) {
		size_t width = utf8_columns(word);

		if (column > indent && column + 1 + width > HELP_WIDTH) {
			fprintf(out, "\n%*s", (int)indent, "");
			column = indent;
		} else if (column > indent) {
			putc(' ', out);
			column++;
		}
		fwrite(word.data, 1, word.len, out);
		column += width;
	}
	putc('\n', out);
}

static void print_paragraphs(FILE *out, const char *text)
{
	struct str rest = str_of(text), line;

	while (str_split(&rest, '\n', &line))
		print_filled(out, line, 0, 0);
}

static void option_label(struct strbuf *label,
			 const struct program_option *option)
{
	strbuf_clear(label);
	if (option->letter)
		strbuf_addf(label, "-%c, ", option->letter);
	strbuf_addf(label, "--%s", option->name);
	if (option->arg && option->type == OPT_WHEN)
		strbuf_addf(label, "[=%s]", option->arg);
	else if (option->arg)
		strbuf_addf(label, " %s", option->arg);
}

/* What it does, and the values that every database has. */
static void option_help(struct strbuf *help,
			const struct program_option *option)
{
	struct strbuf known = STRBUF_INIT;

	strbuf_clear(help);
	strbuf_add_z(help, option->help);
	values_add_known(&known, option->values, NULL);
	if (known.len > 0)
		strbuf_addf(help, ": %s", known.data);
	strbuf_release(&known);
}

static void print_option(FILE *out, struct strbuf *label, const char *help)
{
	enum { INDENT = 26 };
	size_t width = utf8_columns(strbuf_view(label)) + 2;

	fprintf(out, "  %s", label->data);
	if (width >= INDENT) {
		putc('\n', out);
		width = 0;
	}
	fprintf(out, "%*s", (int)(INDENT - width), "");
	print_filled(out, str_of(help), INDENT, INDENT);
}

/* As it is typed. */
static void print_command(const struct program *program, FILE *out)
{
	const char *between = program->is_command ? " " : "-";

	fprintf(out, "esep%s%s", program->name[0] ? between : "",
		program->name);
}

void program_print_usage(const struct program *program, FILE *out)
{
	fprintf(out, "usage: ");
	print_command(program, out);
	fprintf(out, "%s %s\n\n", program->options ? " [OPTION…]" : "",
		program->arguments);
	print_paragraphs(out, program->description);
}

void program_print_help(const struct program *program, FILE *out)
{
	struct strbuf label = STRBUF_INIT, help = STRBUF_INIT;

	program_print_usage(program, out);
	fprintf(out, "\noptions:\n");
	for (const struct program_option *option = program->options;
	     option && option->name; option++) {
		if (option->heading)
			fprintf(out, "\n%s:\n", option->heading);
		option_label(&label, option);
		option_help(&help, option);
		print_option(out, &label, help.data);
	}
	strbuf_clear(&label);
	strbuf_add_z(&label, "-h, --help");
	print_option(out, &label, "show this and stop");
	strbuf_clear(&label);
	strbuf_add_z(&label, "--version");
	print_option(out, &label, "show the version and stop");
	strbuf_release(&label);
	strbuf_release(&help);
	if (program->examples)
		fprintf(out, "\nexamples:\n%s", program->examples);
	fprintf(out, "\nexit status: ");
	print_filled(out, str_of(program_status_text), 13, 0);
}

static void man_options(const struct program *program, FILE *out)
{
	struct strbuf label = STRBUF_INIT, help = STRBUF_INIT;

	fputs(".SH OPTIONS\n", out);
	for (const struct program_option *option = program->options;
	     option && option->name; option++) {
		if (option->heading)
			fprintf(out, ".SS %s\n", option->heading);
		option_label(&label, option);
		option_help(&help, option);
		strbuf_add_char(&help, '.');
		roff_item(out, strbuf_view(&label), strbuf_view(&help));
	}
	roff_item(out, STR("-h, --help"), STR("Show a summary and stop."));
	roff_item(out, STR("--version"), STR("Show the version and stop."));
	strbuf_release(&label);
	strbuf_release(&help);
}

static void man_head(const struct program *program, FILE *out)
{
	char name[64];

	snprintf(name, sizeof name, "esep-%s", program->name);
	roff_head(out, name, 1, "User Commands");
	fprintf(out, ".SH NAME\nesep\\-%s \\- %s\n.SH SYNOPSIS\n.B ",
		program->name, program->summary);
	print_command(program, out);
	fprintf(out, "\n[OPTION…] %s\n", program->arguments);
}

void program_print_man(const struct program *program, FILE *out)
{
	man_head(program, out);
	fputs(".SH DESCRIPTION\n", out);
	roff_paragraphs(out, program->description);
	man_options(program, out);
	if (program->examples) {
		fputs(".SH EXAMPLES\n.nf\n", out);
		roff_lines(out, program->examples);
		fputs(".fi\n", out);
	}
	fputs(".SH EXIT STATUS\n", out);
	roff_filled(out, str_of(program_status_text));
}
