#include "escaped.h"

#include "utf8.h"

void escaped_add(struct strbuf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (c == '&')
			strbuf_add_z(out, "&amp;");
		else if (c == '<')
			strbuf_add_z(out, "&lt;");
		else if (c == '>')
			strbuf_add_z(out, "&gt;");
		else if (c == '"')
			strbuf_add_z(out, "&quot;");
		else if (c == '\t' || c == '\n' || c == '\r')
			strbuf_add_char(out, ' ');
		else
			utf8_add(out, utf8_is_obeyed(c) ? 0xfffd : c);
	}
}
