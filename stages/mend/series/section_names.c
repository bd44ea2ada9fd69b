#include "section_names.h"

#include "shape.h"
#include "utf8.h"

struct str section_name_of(struct arena *arena, struct str text)
{
	struct strbuf buf = STRBUF_INIT;
	struct str name;
	bool gap = false;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (!utf8_is_letter(c) && !utf8_is_digit(c)) {
			gap = buf.len > 0;
			if (buf.len >= SECTION_NAME_BYTES)
				break;
			continue;
		}
		if (gap)
			strbuf_add_char(&buf, '_');
		gap = false;
		utf8_add(&buf, utf8_fold_char(c));
	}
	name = str_copy(arena, shape_beginning(strbuf_view(&buf),
					       (size_t)SECTION_NAME_BYTES * 2));
	strbuf_release(&buf);
	return name;
}
