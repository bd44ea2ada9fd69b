/* --help and the man page, both from the program's row. */
#include "program.h"
#include "utf8.h"

enum { HELP_WIDTH = 79 };

static const char status_text[] =
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
	if (option->arg)
		strbuf_addf(label, " %s", option->arg);
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

static void print_command(const struct program *program, FILE *out)
{
	fprintf(out, "esep%s%s", program->name[0] ? "-" : "", program->name);
}

void program_print_help(const struct program *program, FILE *out)
{
	struct strbuf label = STRBUF_INIT;

	fprintf(out, "usage: ");
	print_command(program, out);
	fprintf(out, " [OPTION…] %s\n\n", program->arguments);
	print_paragraphs(out, program->description);
	fprintf(out, "\noptions:\n");
	for (const struct program_option *option = program->options;
	     option && option->name; option++) {
		option_label(&label, option);
		print_option(out, &label, option->help);
	}
	strbuf_clear(&label);
	strbuf_add_z(&label, "-h, --help");
	print_option(out, &label, "show this and stop");
	strbuf_clear(&label);
	strbuf_add_z(&label, "--version");
	print_option(out, &label, "show the version and stop");
	strbuf_release(&label);
	if (program->examples)
		fprintf(out, "\nexamples:\n%s", program->examples);
	fprintf(out, "\nexit status: ");
	print_filled(out, str_of(status_text), 13, 0);
}

/* Text for man(7): a leading dot or quote would be a request, a backslash an
 * escape, a hyphen a typographic one. */
static void print_roff(FILE *out, struct str text)
{
	bool at_start = true;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];

		if (at_start && (c == '.' || c == '\''))
			fputs("\\&", out);
		if (c == '\\')
			fputs("\\e", out);
		else if (c == '-')
			fputs("\\-", out);
		else
			putc(c, out);
		at_start = c == '\n';
	}
}

static void print_roff_z(FILE *out, const char *text)
{
	print_roff(out, str_of(text));
}

static void man_options(const struct program *program, FILE *out)
{
	struct strbuf label = STRBUF_INIT;

	fputs(".SH OPTIONS\n", out);
	for (const struct program_option *option = program->options;
	     option && option->name; option++) {
		option_label(&label, option);
		fputs(".TP\n.B ", out);
		print_roff(out, strbuf_view(&label));
		putc('\n', out);
		print_roff_z(out, option->help);
		fputs(".\n", out);
	}
	fputs(".TP\n.B \\-h, \\-\\-help\nShow a summary and stop.\n"
	      ".TP\n.B \\-\\-version\nShow the version and stop.\n", out);
	strbuf_release(&label);
}

void program_print_man(const struct program *program, FILE *out)
{
	struct str rest = str_of(program->description), line;

	fputs(".TH ESEP", out);
	for (const char *c = program->name; *c; c++) {
		if (c == program->name)
			putc('-', out);
		putc(*c >= 'a' && *c <= 'z' ? *c - 32 : *c, out);
	}
	fprintf(out, " 1 \"\" \"esep %s\" \"User Commands\"\n.SH NAME\n",
		ESEP_VERSION);
	print_command(program, out);
	fputs(" \\- ", out);
	print_roff_z(out, program->summary);
	fputs("\n.SH SYNOPSIS\n.B ", out);
	print_command(program, out);
	fputs("\n[OPTION…] ", out);
	print_roff_z(out, program->arguments);
	fputs("\n.SH DESCRIPTION\n", out);
	while (str_split(&rest, '\n', &line)) {
		print_roff(out, line);
		fputs(line.len ? "\n" : ".PP\n", out);
	}
	man_options(program, out);
	if (program->examples) {
		fputs(".SH EXAMPLES\n.nf\n", out);
		print_roff_z(out, program->examples);
		fputs(".fi\n", out);
	}
	fputs(".SH EXIT STATUS\n", out);
	print_roff_z(out, status_text);
	fputs("\n.SH SEE ALSO\n.BR esep (1)\n", out);
}
