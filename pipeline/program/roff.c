#include "roff.h"

#include "program.h"

enum { ROFF_WIDTH = 79 };

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

void roff_lines(FILE *out, const char *text)
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

void roff_filled(FILE *out, struct str text)
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

void roff_head(FILE *out, const char *name, int section, const char *title)
{
	fputs(".TH ", out);
	for (const char *c = name; *c; c++)
		putc(*c >= 'a' && *c <= 'z' ? *c - 32 : *c, out);
	fprintf(out, " %d \"%s\" \"esep %s\" \"%s\"\n", section, ESEP_DATE,
		ESEP_VERSION, title);
}

static void put_heading(FILE *out, struct str text)
{
	fprintf(out, ".SH %.*s\n", STR_ARGS(text));
}

/* Lines that begin with two blanks, up to the next that does not. */
static void put_literal(FILE *out, struct str line, struct str *rest)
{
	const struct str indent = STR("  ");
	struct strbuf text = STRBUF_INIT;

	fputs(".PP\n.nf\n", out);
	for (;;) {
		strbuf_add(&text, line);
		strbuf_add_char(&text, '\n');
		if (!rest->data || !str_has_prefix(*rest, indent))
			break;
		str_split(rest, '\n', &line);
	}
	roff_lines(out, text.data);
	fputs(".fi\n", out);
	strbuf_release(&text);
}

void roff_paragraphs(FILE *out, const char *text)
{
	struct str rest = str_of(text), line;
	bool is_first = true; /* behind a heading */

	while (str_split(&rest, '\n', &line)) {
		if (line.len == 0)
			continue;
		if (str_has_prefix(line, STR("# "))) {
			put_heading(out, str_slice(line, 2, line.len));
			is_first = true;
			continue;
		}
		if (str_has_prefix(line, STR("  "))) {
			put_literal(out, line, &rest);
		} else {
			if (!is_first)
				fputs(".PP\n", out);
			roff_filled(out, line);
		}
		is_first = false;
	}
}

void roff_item(FILE *out, struct str term, struct str text)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_add(&line, term);
	fputs(".TP\n.B ", out);
	roff_lines(out, line.data);
	putc('\n', out);
	roff_filled(out, text);
	strbuf_release(&line);
}
