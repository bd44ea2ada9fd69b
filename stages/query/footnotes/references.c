#include "references.h"

#include "edtf.h"
#include "output.h"
#include "utf8.h"

/* What TeX would obey; what a terminal would is a blank. */
static void add_tex(struct strbuf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (c == '\\')
			strbuf_add_z(out, "\\textbackslash{}");
		else if (c == '~')
			strbuf_add_z(out, "\\textasciitilde{}");
		else if (c == '^')
			strbuf_add_z(out, "\\textasciicircum{}");
		else if (utf8_is_obeyed(c))
			strbuf_add_char(out, ' ');
		else if (c < 0x80 && strchr("{}%&$#_", (int)c))
			strbuf_addf(out, "\\%c", (int)c);
		else
			utf8_add(out, c);
	}
}

/* An address in ASCII (RFC 3986), without what would end the field. */
static void add_address(struct strbuf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.data[i];

		if (c <= 0x20 || c >= 0x7f || strchr("{}\\\"", c))
			strbuf_addf(out, "%%%02X", c);
		else
			strbuf_add_char(out, (char)c);
	}
}

static void add_field(struct strbuf *out, const char *name, struct str value)
{
	if (value.len == 0)
		return;
	strbuf_addf(out, ",\n  %s = {", name);
	add_tex(out, value);
	strbuf_add_char(out, '}');
}

/* A key has no signs that BibTeX gives a meaning. */
static void add_key(struct strbuf *out, struct str key)
{
	for (size_t i = 0; i < key.len; i++) {
		char c = key.data[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
			     (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
			     c == '.' || c == ':';

		strbuf_add_char(out, plain ? c : '-');
	}
}

void references_add_bibtex(struct strbuf *out, const struct reference *ref)
{
	struct edtf date;

	strbuf_add_z(out, ref->url.len > 0 ? "@online{" : "@misc{");
	add_key(out, ref->key);
	if (ref->author.len > 0) { /* one name, however it is written */
		strbuf_add_z(out, ",\n  author = {{");
		add_tex(out, ref->author);
		strbuf_add_z(out, "}}");
	}
	add_field(out, "title", ref->title);
	add_field(out, "organization", ref->outlet);
	if (edtf_parse(&date, ref->date))
		add_field(out, "date", ref->date);
	if (ref->url.len > 0) {
		strbuf_add_z(out, ",\n  url = {");
		add_address(out, ref->url);
		strbuf_add_char(out, '}');
	}
	if (ref->title.len == 0)
		add_field(out, "note", ref->note);
	strbuf_add_z(out, "\n}\n");
}

static void add_member(struct strbuf *out, const char *name, struct str value)
{
	if (value.len == 0)
		return;
	strbuf_addf(out, ",\"%s\":", name);
	output_add_json(out, value);
}

static void add_part(struct strbuf *out, const struct edtf_date *date)
{
	strbuf_addf(out, "[%u", (unsigned)date->year);
	if (date->precision >= EDTF_MONTH)
		strbuf_addf(out, ",%u", (unsigned)date->month);
	if (date->precision == EDTF_DAY)
		strbuf_addf(out, ",%u", (unsigned)date->day);
	strbuf_add_char(out, ']');
}

static void add_issued(struct strbuf *out, struct str text)
{
	struct edtf date;

	if (!edtf_parse(&date, text) || date.start.precision < EDTF_YEAR)
		return;
	strbuf_add_z(out, ",\"issued\":{\"date-parts\":[");
	add_part(out, &date.start);
	if (date.interval && date.end.precision >= EDTF_YEAR) {
		strbuf_add_char(out, ',');
		add_part(out, &date.end);
	}
	strbuf_add_z(out, "]}");
}

void references_add_csl(struct strbuf *out, const struct reference *ref)
{
	strbuf_add_z(out, "{\"id\":");
	output_add_json(out, ref->key);
	strbuf_addf(out, ",\"type\":\"%s\"", ref->url.len > 0 ? "webpage"
							      : "document");
	if (ref->author.len > 0) {
		strbuf_add_z(out, ",\"author\":[{\"literal\":");
		output_add_json(out, ref->author);
		strbuf_add_z(out, "}]");
	}
	add_member(out, "title", ref->title);
	add_member(out, "container-title", ref->outlet);
	add_issued(out, ref->date);
	add_member(out, "URL", ref->url);
	if (ref->title.len == 0)
		add_member(out, "note", ref->note);
	strbuf_add_char(out, '}');
}
