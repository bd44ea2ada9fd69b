#include "export_text.h"

#include "utf8.h"

enum { REPLACEMENT = 0xfffd };

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0);
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
