/* --help and the man page, both from the program's row. */
#include "program.h"

#include "utf8.h"
#include "values.h"

enum { HELP_WIDTH = 79, ROFF_WIDTH = 79 };

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

void program_print_help(const struct program *program, FILE *out)
{
	struct strbuf label = STRBUF_INIT, help = STRBUF_INIT;

	fprintf(out, "usage: ");
	print_command(program, out);
	fprintf(out, " [OPTION…] %s\n\n", program->arguments);
	print_paragraphs(out, program->description);
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
	print_filled(out, str_of(status_text), 13, 0);
}

/* A character for man(7): a leading dot or quote would be a request, a
 * backslash an escape, a hyphen a typographic one. */
static void add_roff(struct strbuf *out, char c, bool at_start)
{
	if (at_start && (c == '.' || c == '\''))
		strbuf_add_z(out, "\\&");
	if (c == '\\')
		strbuf_add_z(out, "\\e");
	else if (c == '-')
		strbuf_add_z(out, "\\-");
	else
		strbuf_add_char(out, c);
}

/* Lines as they are. */
static void print_roff(FILE *out, const char *text)
{
	struct strbuf line = STRBUF_INIT;

	for (const char *c = text; *c; c++)
		add_roff(&line, *c, c == text || c[-1] == '\n');
	fwrite(line.data, 1, line.len, out);
	strbuf_release(&line);
}

/* How long man(1) takes a piece of a line to be: it writes other letters than
 * ASCII's as \[u0451]. */
static size_t roff_width(const struct strbuf *piece)
{
	size_t width = 0;

	for (size_t i = 0; i < piece->len; i++) {
		unsigned char c = (unsigned char)piece->data[i];

		width += c < 0x80 ? 1 : c >= 0xc0 ? 8 : 0;
	}
	return width;
}

/* A paragraph, in lines as short as mandoc's lint asks for. */
static void print_roff_filled(FILE *out, struct str text)
{
	struct strbuf line = STRBUF_INIT, piece = STRBUF_INIT;
	size_t width = 0;
	struct str word;

	while (str_split(&text, ' ', &word)) {
		strbuf_clear(&piece);
		for (size_t i = 0; i < word.len; i++)
			add_roff(&piece, word.data[i], i == 0);
		if (line.len > 0 &&
		    width + 1 + roff_width(&piece) > ROFF_WIDTH) {
			fprintf(out, "%s\n", line.data);
			strbuf_clear(&line);
		}
		if (line.len > 0)
			strbuf_add_char(&line, ' ');
		strbuf_add(&line, strbuf_view(&piece));
		width = roff_width(&line);
	}
	fprintf(out, "%s\n", line.data);
	strbuf_release(&line);
	strbuf_release(&piece);
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
		fputs(".TP\n.B ", out);
		print_roff(out, label.data);
		putc('\n', out);
		option_help(&help, option);
		strbuf_add_char(&help, '.');
		print_roff_filled(out, strbuf_view(&help));
	}
	fputs(".TP\n.B \\-h, \\-\\-help\nShow a summary and stop.\n"
	      ".TP\n.B \\-\\-version\nShow the version and stop.\n", out);
	strbuf_release(&label);
	strbuf_release(&help);
}

static void man_head(const struct program *program, FILE *out)
{
	fputs(".TH ESEP", out);
	for (const char *c = program->name; *c; c++) {
		if (c == program->name)
			putc('-', out);
		putc(*c >= 'a' && *c <= 'z' ? *c - 32 : *c, out);
	}
	fprintf(out, " 1 \"%s\" \"esep %s\" \"User Commands\"\n"
		".SH NAME\nesep%s%s \\- %s\n.SH SYNOPSIS\n.B ",
		ESEP_DATE, ESEP_VERSION, program->name[0] ? "\\-" : "",
		program->name, program->summary);
	print_command(program, out);
	fprintf(out, "\n[OPTION…] %s\n", program->arguments);
}

void program_print_man(const struct program *program, FILE *out)
{
	struct str rest = str_of(program->description), line;

	man_head(program, out);
	fputs(".SH DESCRIPTION\n", out);
	while (str_split(&rest, '\n', &line)) {
		if (line.len > 0)
			print_roff_filled(out, line);
		else
			fputs(".PP\n", out);
	}
	man_options(program, out);
	if (program->examples) {
		fputs(".SH EXAMPLES\n.nf\n", out);
		print_roff(out, program->examples);
		fputs(".fi\n", out);
	}
	fputs(".SH EXIT STATUS\n", out);
	print_roff_filled(out, str_of(status_text));
	fputs(".SH SEE ALSO\n.BR esep (1)\n", out);
}
