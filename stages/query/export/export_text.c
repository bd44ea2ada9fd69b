#include "export_text.h"

#include "utf8.h"

enum { REPLACEMENT = 0xfffd };

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/* U+061C, U+200E and U+200F too: they are marks of direction, if mild ones. */
static bool turns_direction(uint32_t c)
{
	return c == 0x61c || c == 0x200e || c == 0x200f ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static const char *xml_entity(uint32_t c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&apos;";
	default: return NULL;
	}
}

void export_add_xml(struct strbuf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		const char *entity = xml_entity(c);

		if (entity)
			strbuf_add_z(out, entity);
		else if (c == '\t' || c == '\n' || c == '\r')
			strbuf_add_char(out, ' ');
		else
			utf8_add(out, is_control(c) || c == 0xfffe ||
				 c == 0xffff ? REPLACEMENT : c);
	}
}

void export_add_csv(struct strbuf *out, struct str text)
{
	bool quoted = text.len > 0 && (str_is_blank(text.data[0]) ||
				       str_is_blank(text.data[text.len - 1]));

	for (size_t i = 0; i < text.len && !quoted; i++)
		quoted = text.data[i] == '"' || text.data[i] == ',' ||
			 text.data[i] == '\n' || text.data[i] == '\r';
	if (!quoted) {
		strbuf_add(out, text);
		return;
	}
	strbuf_add_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '"')
			strbuf_add_char(out, '"');
		strbuf_add_char(out, text.data[i]);
	}
	strbuf_add_char(out, '"');
}

void export_add_shown(struct strbuf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		bool obeyed = turns_direction(c) ||
			      (is_control(c) && c != '\n' && c != '\t');

		utf8_add(out, obeyed ? REPLACEMENT : c);
	}
}

void export_add_id(struct strbuf *out, struct str text, char dash)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];

		if (c == dash)
			strbuf_add_char(out, '-');
		else if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
			 (c >= 'A' && c <= 'Z'))
			strbuf_add_char(out, c);
		else
			strbuf_addf(out, ".%02X", (unsigned char)c);
	}
}
