#include "output.h"

#include "output_table.h"
#include "utf8.h"

#include <math.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_WIDTH = 80, WIDEST = 1000 };

struct output {
	FILE *file;
	enum output_format format;
	size_t width;
	bool colour;
	struct output_table table;
	LIST(struct strbuf) names; /* in TSV and JSON, hits among them */
	size_t at;                 /* the next cell of the row */
	size_t rows;
	struct strbuf cell;
};

struct output *output_new(FILE *file, enum output_format format, size_t width,
			  bool colour)
{
	struct output *out = memory_get(sizeof *out);

	*out = (struct output){ .file = file, .format = format,
				.width = width, .colour = colour };
	return out;
}

static size_t width_of(int fd, bool is_terminal)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	uint64_t width = 0;

	if (is_terminal && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	if (columns && str_number(str_of(columns), WIDEST, &width) && width > 0)
		return (size_t)width;
	return is_terminal ? USUAL_WIDTH : 0;
}

struct output *output_open(FILE *file, const char *format)
{
	static const char *const names[] = { "table", "tsv", "json" };
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
	bool is_terminal = isatty(fileno(file));
	enum output_format found = is_terminal ? OUTPUT_TABLE : OUTPUT_TSV;
	bool known = !format;

	for (size_t i = 0; format && i < COUNT_OF(names); i++)
		if (!strcmp(format, names[i])) {
			found = (enum output_format)i;
			known = true;
		}
	if (!known)
		return NULL;
	return output_new(file, found, width_of(fileno(file), is_terminal),
			  is_terminal && !(no_color && *no_color) &&
				  !(term && !strcmp(term, "dumb")));
}

static void add_name(struct output *out, const char *name)
{
	strbuf_add_z(LIST_ADD(&out->names), name);
}

static void put(struct output *out, struct str text)
{
	fwrite_unlocked(text.data, 1, text.len, out->file);
}

void output_add_tsv(struct strbuf *cell, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		static const char plain[] = "\t\n\r\\", coded[] = "tnr\\";
		char c = text.data[i];
		const char *found = c ? strchr(plain, c) : NULL;

		if (found)
			strbuf_add_char(cell, '\\');
		strbuf_add_char(cell, found ? coded[found - plain] : c);
	}
}

void output_add_json(struct strbuf *cell, struct str text)
{
	static const char plain[] = "\"\\\n\t\r", coded[] = "\"\\ntr";

	strbuf_add_char(cell, '"');
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at); /* U+FFFD for a bad byte */
		const char *found = c > 0 && c < 0x80 ? strchr(plain, (int)c)
						      : NULL;

		if (found) {
			strbuf_add_char(cell, '\\');
			strbuf_add_char(cell, coded[found - plain]);
		} else if (c < 0x20 || c == 0x7f) {
			strbuf_addf(cell, "\\u%04x", (unsigned)c);
		} else {
			utf8_add(cell, c);
		}
	}
	strbuf_add_char(cell, '"');
}

/* What a terminal would obey: controls, and marks that turn the direction of
 * the text around. */
static bool is_obeyed(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void add_for_people(struct strbuf *cell, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (c == '\t' || c == '\n' || c == '\r')
			c = ' ';
		utf8_add(cell, is_obeyed(c) ? 0xfffd : c);
	}
}

void output_columns(struct output *out, const struct output_column *columns,
		    size_t count)
{
	if (out->format == OUTPUT_TABLE) {
		output_table_init(&out->table, out->file, out->width,
				  out->colour, columns, count);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		add_name(out, columns[i].name);
		if (columns[i].kind == OUTPUT_HITS)
			add_name(out, "hits");
	}
	if (out->format == OUTPUT_JSON) {
		fputc('[', out->file);
		return;
	}
	for (size_t i = 0; i < out->names.count; i++) {
		strbuf_clear(&out->cell);
		output_add_tsv(&out->cell, strbuf_view(&out->names.items[i]));
		put(out, strbuf_view(&out->cell));
		fputc(i + 1 < out->names.count ? '\t' : '\n', out->file);
	}
}

/* The cell as it stands in out->cell: ready for its format. */
static void put_cell(struct output *out)
{
	bool last = out->at + 1 == out->names.count;

	if (out->format == OUTPUT_TABLE) {
		output_table_add(&out->table, strbuf_view(&out->cell));
		return;
	}
	if (out->format == OUTPUT_JSON) {
		struct strbuf name = STRBUF_INIT;

		if (out->at == 0)
			fputs(out->rows > 0 ? ",\n{" : "\n{", out->file);
		output_add_json(&name, strbuf_view(&out->names.items[out->at]));
		put(out, strbuf_view(&name));
		fputc(':', out->file);
		strbuf_release(&name);
	}
	put(out, strbuf_view(&out->cell));
	if (out->format == OUTPUT_JSON)
		putc_unlocked(last ? '}' : ',', out->file);
	else
		putc_unlocked(last ? '\n' : '\t', out->file);
	out->at = last ? 0 : out->at + 1;
	out->rows += last;
}

void output_text(struct output *out, struct str text)
{
	strbuf_clear(&out->cell);
	if (out->format == OUTPUT_TABLE)
		add_for_people(&out->cell, text);
	else if (out->format == OUTPUT_JSON)
		output_add_json(&out->cell, text);
	else
		output_add_tsv(&out->cell, text);
	put_cell(out);
}

/* Append a number in digits, with a point before the last `decimals`: a table
 * has millions of them, which printf is slow with. */
static void add_digits(struct strbuf *out, uint64_t number, int decimals)
{
	char digits[24];
	size_t at = sizeof digits;

	for (int i = 0; number > 0 || i <= decimals; i++) {
		if (i > 0 && i == decimals)
			digits[--at] = '.';
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	}
	strbuf_add(out, (struct str){ digits + at, sizeof digits - at });
}

void output_number(struct output *out, int64_t number)
{
	strbuf_clear(&out->cell);
	if (number < 0)
		strbuf_add_char(&out->cell, '-');
	add_digits(&out->cell, number < 0 ? -(uint64_t)number
					  : (uint64_t)number, 0);
	put_cell(out);
}

void output_line(struct output *out, int64_t number)
{
	if (number > 0) {
		output_number(out, number);
		return;
	}
	strbuf_clear(&out->cell);
	if (out->format == OUTPUT_JSON)
		strbuf_add_z(&out->cell, "null");
	put_cell(out);
}

void output_real(struct output *out, double number, int decimals)
{
	static const double powers[] = { 1, 10, 100, 1000, 10000 };
	double scaled, whole;

	strbuf_clear(&out->cell);
	scaled = fabs(number) * powers[decimals < 4 ? decimals : 4];
	whole = nearbyint(scaled);
	/* not where a digit hangs on what the product was rounded to */
	if (decimals <= 4 && scaled < 1e12 &&
	    fabs(fabs(scaled - whole) - 0.5) > 1e-3) {
		if (signbit(number))
			strbuf_add_char(&out->cell, '-');
		add_digits(&out->cell, (uint64_t)whole, decimals);
	} else {
		strbuf_addf(&out->cell, "%.*f", decimals, number);
	}
	put_cell(out);
}

static void table_hits(struct output *out, struct str text,
		       const struct output_hit *hits, size_t count)
{
	struct strbuf *cell = &out->cell;
	size_t at = 0;

	strbuf_clear(cell);
	for (size_t i = 0; i < count; i++) {
		add_for_people(cell, str_slice(text, at, hits[i].start));
		strbuf_add_z(cell, out->colour ? "\001" : "**");
		add_for_people(cell, str_slice(text, hits[i].start,
					       hits[i].end));
		strbuf_add_z(cell, out->colour ? "\002" : "**");
		at = hits[i].end;
	}
	add_for_people(cell, str_slice(text, at, text.len));
	put_cell(out);
}

void output_hits(struct output *out, struct str text,
		 const struct output_hit *hits, size_t count)
{
	struct strbuf places = STRBUF_INIT;
	size_t at = 0, chars = 0;

	if (out->format == OUTPUT_TABLE) {
		table_hits(out, text, hits, count);
		return;
	}
	output_text(out, text);
	for (size_t i = 0; i < count; i++) {
		size_t start = chars + utf8_chars(str_slice(text, at,
							    hits[i].start));

		chars = start + utf8_chars(str_slice(text, hits[i].start,
						     hits[i].end));
		at = hits[i].end;
		strbuf_addf(&places, "%s%zu:%zu", i > 0 ? " " : "", start,
			    chars);
	}
	output_text(out, strbuf_view(&places));
	strbuf_release(&places);
}

void output_close(struct output *out)
{
	if (out->format == OUTPUT_TABLE && out->table.column_count > 0)
		output_table_close(&out->table);
	if (out->format == OUTPUT_JSON && out->names.count > 0)
		fputs("\n]\n", out->file);
	for (size_t i = 0; i < out->names.count; i++)
		strbuf_release(&out->names.items[i]);
	LIST_RELEASE(&out->names);
	strbuf_release(&out->cell);
	free(out);
}
