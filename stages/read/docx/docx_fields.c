#include "docx_fields.h"

static struct docx_field *top(struct docx_fields *fields)
{
	if (fields->count == 0 || fields->count > FIELDS_DEPTH)
		return NULL;
	return &fields->open[fields->count - 1];
}

void docx_fields_begin(struct docx_fields *fields)
{
	struct docx_field *field;

	fields->count++;
	field = top(fields);
	if (!field)
		return;
	strbuf_clear(&field->code);
	field->is_link = field->is_contents = false;
	field->in_code = true;
	fields->codes++;
}

void docx_fields_code(struct docx_fields *fields, struct str text)
{
	struct docx_field *field = top(fields);

	if (field && field->in_code && field->code.len + text.len <= FIELD_CODE)
		strbuf_add(&field->code, text);
}

/* `HYPERLINK "address" \l "place"`, each of which may be lacking. */
bool docx_field_target(struct strbuf *target, struct str code)
{
	code = str_trim(code);
	if (!str_has_prefix(code, STR("HYPERLINK")))
		return false;
	for (size_t at = 0; (at = str_find(code, STR("\""), at)) < code.len;) {
		size_t end = str_find(code, STR("\""), at + 1);
		struct str before = str_trim(str_slice(code, 0, at));

		if (str_has_suffix(before, STR("\\l")))
			strbuf_add_char(target, '#');
		if (str_has_suffix(before, STR("\\l")) ||
		    str_has_suffix(before, STR("HYPERLINK")))
			strbuf_add(target, str_slice(code, at + 1, end));
		at = end + (end < code.len);
	}
	return true;
}

bool docx_fields_separate(struct docx_fields *fields, struct strbuf *target)
{
	struct docx_field *field = top(fields);

	if (!field || !field->in_code)
		return false;
	field->in_code = false;
	fields->codes--;
	field->is_contents = str_has_prefix(
		str_trim(strbuf_view(&field->code)), STR("TOC"));
	fields->contents += field->is_contents;
	field->is_link = docx_field_target(target, strbuf_view(&field->code));
	return field->is_link;
}

bool docx_fields_end(struct docx_fields *fields)
{
	struct docx_field *field = top(fields);
	bool was_link = field && field->is_link;

	if (field && field->in_code)
		fields->codes--;
	if (field)
		fields->contents -= field->is_contents;
	fields->count -= fields->count > 0;
	return was_link;
}

void docx_fields_release(struct docx_fields *fields)
{
	for (size_t i = 0; i < FIELDS_DEPTH; i++)
		strbuf_release(&fields->open[i].code);
}
